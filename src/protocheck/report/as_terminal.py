"""The advice on a terminal: the verdict, the twelve in a table, what to do, remarks, provenance."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from protocheck.language import translate as _
from protocheck.model.report import Action, CriterionInfo, Report
from protocheck.report import decisions, wording
from protocheck.report.escape import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

COLOURS = {
    "met": "green",
    "partial": "yellow",
    "unmet": "red",
    "unreadable": "magenta",
    "positive": "bold green",
    "conditional": "bold yellow",
    "negative": "bold red",
}
NARROW = 60
REASON, PLACE = 130, 48


def render(report: Report, *, width: int = 80, colour: bool = False) -> str:
    """Return the advice for a terminal of that width; without colour it holds no control codes."""
    from rich.console import Console  # noqa: PLC0415 - heavy

    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width, 40),
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    _print(report, console)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip().split("\n")) + "\n"


def _print(report: Report, console: Console) -> None:
    console.print(_verdict(report))
    title = report.document.title or report.document.name
    console.print(_text(title, "dim", limit=300))
    console.print(_table(report, console.width))
    if report.advice.actions:
        _heading(console, wording.to_do(report))
        for number, action in enumerate(report.advice.actions, start=1):
            console.print(_action(number, action))
        if any(action.clause for action in report.advice.actions):
            console.print(_text(_("Model clauses: add --format md."), "dim"))
    _print_lists(report, console)
    console.print()
    for line in wording.provenance(report):
        console.print(_text(line, "dim"))
    console.print(_text(_("The whole analysis: add --format md, or -o advies.md."), "dim"))


def _print_lists(report: Report, console: Console) -> None:
    """Print what one party has to do, the remarks and the publication, as far as there are any."""
    if report.advice.tasks:
        _heading(console, _("What {party} has to do").format(party=report.advice.addressed))
        for task in report.advice.tasks:
            console.print(_item("-", _text(task)))
    if report.advice.remarks:
        _heading(console, _("Remarks"))
        for remark in report.advice.remarks:
            console.print(_item("-", _text(remark.text)))
    waived = decisions.waived(report)
    if waived:
        _heading(console, _("Findings set aside"))
        for each in waived:
            console.print(_item("-", _text(each)))
    if report.advice.publication:
        _heading(console, _("Publication"))
        for paragraph in report.advice.publication:
            console.print(_text(paragraph))


def _text(text: str, style: str = "", *, limit: int = 0) -> Text:
    from rich.text import Text  # noqa: PLC0415 - heavy

    shown = visible(text)
    if limit and len(shown) > limit:
        cut = shown.rfind(" ", 0, limit)
        shown = f"{shown[: cut if cut > 0 else limit]} …"
    return Text(shown, style=style)


def _verdict(report: Report) -> Text:
    sign, name = wording.SIGNS[report.verdict.status], wording.verdict(report.verdict).upper()
    line = _text(f"{sign} {name}", COLOURS[report.verdict.status])
    return line.append_text(_text(f"  {wording.counts(report)}", "default"))


def _heading(console: Console, title: str) -> None:
    console.print()
    console.print(_text(title, "bold"))


def _table(report: Report, width: int) -> RenderableType:
    from rich import box  # noqa: PLC0415 - heavy
    from rich.table import Table  # noqa: PLC0415 - heavy

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), width=width)
    table.add_column(_("No."), justify="right", no_wrap=True)
    table.add_column(_("Element"), ratio=5)
    table.add_column(_("Status"), no_wrap=True)
    table.add_column(_("Where"), ratio=4, overflow="fold")
    if width >= NARROW:
        table.add_column(_("In short"), ratio=8)
    for criterion in report.criteria:
        cells = _row(criterion, report)
        table.add_row(*(cells if width >= NARROW else cells[:-1]))
    return table


def _row(criterion: CriterionInfo, report: Report) -> list[Text]:
    counts = wording.standing(criterion)
    status = f"{wording.SIGNS[counts]} {wording.status(counts)}"
    why = wording.reason(criterion, report)
    if criterion.decision is not None:
        why = f"{decisions.lead(criterion)} {wording.capital(decisions.found(criterion))}."
    return [
        _text(str(criterion.number)),
        _text(wording.short_title(criterion)),
        _text(status, COLOURS[counts]),
        _text(wording.place(criterion.where) or "-", limit=PLACE),
        _text(why, limit=REASON),
    ]


def _item(mark: str, *parts: RenderableType) -> RenderableType:
    """Return a list item: the mark, and everything else to the right of it."""
    from rich.console import Group  # noqa: PLC0415 - heavy
    from rich.table import Table  # noqa: PLC0415 - heavy

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column()
    grid.add_row(_text(mark), Group(*parts))
    return grid


def _action(number: int, action: Action) -> RenderableType:
    title = _text(action.title or action.source, "bold")
    parts: list[RenderableType] = [title, *(_text(line) for line in action.text.split("\n") if line.strip())]
    return _item(f"{number}.", *parts)
