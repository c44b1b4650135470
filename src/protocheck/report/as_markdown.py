"""The advice as Markdown: Aanleiding, Rechtsgrond, Analyse in numbered points, Advies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocheck.language import translate as _
from protocheck.model.report import Action, CriterionInfo, Report
from protocheck.report import decisions, wording
from protocheck.report.escape import markdown


def render(report: Report) -> str:
    """Return the advice as Markdown; text of the document can break no structure."""
    return "\n\n".join(block for block in _blocks(report) if block) + "\n"


def _blocks(report: Report) -> Iterator[str]:
    yield f"# {markdown(_title(report))}"
    yield _addressees(report)
    verdict = wording.capital(wording.verdict(report.verdict))
    yield f"**{markdown(verdict)}** ({markdown(wording.counts(report))})"
    yield from _section(_("Occasion"), report.advice.introduction)
    yield from _section(_("Legal ground"), report.advice.legal_ground)
    yield from _section(_("Analysis"), report.advice.analysis)
    for criterion in report.criteria:
        yield from _point(criterion)
    yield from _section(_("Advice"), [report.verdict.text])
    yield from _to_mend(report)
    yield from _section(_("Publication"), report.advice.publication, level=3)
    yield from _section(_("How this advice came about"), [" ".join(wording.provenance(report))])
    yield from _decided(report)


def _decided(report: Report) -> Iterator[str]:
    for title, items in decisions.lists(report):
        yield f"### {title}"
        yield "\n".join(f"- {markdown(item)}" for item in items)


def _title(report: Report) -> str:
    title = report.document.title or report.document.name
    return _("Advice on: {title}").format(title=title)


def _addressees(report: Report) -> str:
    names = wording.addressees(report)
    return _("For: {names}").format(names=markdown(names)) if names else ""


def _section(title: str, paragraphs: Iterable[str], *, level: int = 2) -> Iterator[str]:
    blocks = [block for paragraph in paragraphs for block in _paragraphs(paragraph)]
    if blocks:
        yield f"{'#' * level} {title}"
        yield from blocks


def _point(criterion: CriterionInfo) -> Iterator[str]:
    yield f"### {criterion.number}. {markdown(criterion.title)}"
    if criterion.decision is not None:
        yield f"**{decisions.lead(criterion)}** {markdown(decisions.reason(criterion))}"
    first, *rest = list(_paragraphs(criterion.text)) or [""]
    yield f"**{wording.capital(decisions.found(criterion))}.** {first}".rstrip()
    yield from rest
    for remark in criterion.remarks:
        yield f"*{_('Remark')}:* {markdown(remark)}"


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text; lines that start with '- ' are items of a list."""
    for paragraph in text.split("\n\n"):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        if not lines:
            continue
        plain = [line for line in lines if not line.startswith("- ")]
        items = [f"- {markdown(line[2:])}" for line in lines if line.startswith("- ")]
        yield "\n\n".join(part for part in ("\n".join(map(markdown, plain)), "\n".join(items)) if part)


def _to_mend(report: Report) -> Iterator[str]:
    if report.advice.actions:
        yield f"### {wording.to_do(report)}"
        yield "\n\n".join(_action(number, each) for number, each in enumerate(report.advice.actions, start=1))
    numbers = {each.id for each in report.criteria}
    if report.advice.tasks:
        yield f"### {markdown(_('What {party} has to do').format(party=report.advice.addressed))}"
        yield "\n".join(f"- {markdown(task)}" for task in report.advice.tasks)
    rest = [each for each in report.advice.remarks if each.source not in numbers]
    if rest:
        yield f"### {_('Remarks')}"
        yield "\n".join(f"- {markdown(each.text)}" for each in rest)


def _action(number: int, action: Action) -> str:
    indent = " " * (len(str(number)) + 2)
    head = f"{number}. **{markdown(action.title or action.source)}**"
    lines = [head, *(f"{indent}{block}" for block in _indented(action.text, indent))]
    if action.clause:
        lines.append(f"{indent}{_('Model clause')}:")
        lines.append(_quotation(action.clause, indent))
    return "\n\n".join(lines)


def _indented(text: str, indent: str) -> Iterator[str]:
    return (block.replace("\n", f"\n{indent}") for block in _paragraphs(text))


def _quotation(clause: str, indent: str) -> str:
    """Return the clause as a block quotation, one paragraph a line, its list items kept."""
    lines: list[str] = []
    for line in clause.splitlines():
        item = line.startswith("- ")
        if lines and not (item and lines[-1].startswith("- ")):
            lines.append("")
        lines.append(f"- {markdown(line[2:])}" if item else markdown(line))
    return "\n".join(f"{indent}> {line}".rstrip() for line in lines)
