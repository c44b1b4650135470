"""What `audit` tells at the end: what stands in the store, what was not judged and why, what to do next."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from protocheck.language import plural
from protocheck.language import translate as _
from protocheck.report.escape import visible

if TYPE_CHECKING:
    from protocheck.batch.summary import Element, Refused, Summary
    from protocheck.batch.tally import Tally
    from protocheck.model.kinship import Kinship

_MOST_REASONS = 12
_TITLE = 44
_WIDTH, _INDENT = 98, " " * 10


def number(count: int) -> str:
    """Return a number as it is written in Dutch: 12.345."""
    return f"{count:,}".replace(",", ".")


def in_words(tally: Tally, held: Summary, store: Path, view: Kinship | None) -> Iterator[str]:
    """Yield the lines of the summary."""
    yield from _run(tally)
    yield ""
    yield from _counts(held, store)
    if held.elements:
        yield ""
        yield from _elements(held.elements)
    if held.findings:
        yield ""
        yield _("Most frequent findings (documents, code)")
        for each in held.findings:
            yield f"{number(each.documents):>8}  {each.code}  {visible(each.title)}"
    unread = [each for each in held.refused if each.state != "other"]
    others = [each for each in held.refused if each.state == "other"]
    if view is not None:
        yield from _together(view)
    if unread:
        yield ""
        yield _("Not judged, because")
        yield from _refused(unread, hints=True)
    if others:
        yield ""
        yield _("Papers of another kind")
        yield from _refused(others, hints=False)
    if tally.skipped:
        yield ""
        yield _("Passed over (no documents)")
        for kind, count in sorted(tally.skipped.items(), key=lambda each: (-each[1], each[0])):
            yield f"{number(count):>8}  {visible(kind)}"
    yield ""
    yield from _next(tally, held, store)


def _run(tally: Tally) -> Iterator[str]:
    done, looked = tally.done.total(), tally.looked
    yield (
        plural("Looked at {looked} file.", "Looked at {looked} files.", looked).format(looked=number(looked))
        + " "
        + plural("Judged now: {done} document.", "Judged now: {done} documents.", done).format(
            done=number(done)
        )
    )
    if tally.unchanged:
        yield _("Judged before and unchanged: {count}.").format(count=number(tally.unchanged))
    if tally.again:
        yield _("The same content as another file: {count}.").format(count=number(tally.again))
    if tally.new:
        yield _("Never judged before, and left out by --rules-changed: {count}.").format(
            count=number(tally.new)
        )


def _counts(held: Summary, store: Path) -> Iterator[str]:
    counts = held.counts
    yield _("In {store} there are now").format(store=visible(str(store)))
    verdicts = ", ".join(
        f"{name} {number(count)}"
        for name, count in (
            (_("positive"), counts.positive),
            (_("conditional"), counts.conditional),
            (_("negative"), counts.negative),
        )
        if count
    )
    rows = (
        (counts.judged, _("protocols judged") + (f": {verdicts}" if verdicts else "")),
        (counts.other, _("papers of another kind")),
        (counts.unreadable, _("documents that could not be read")),
        (counts.set_aside, _("documents set aside: judging them broke off twice")),
        (counts.waiting, _("documents that still wait for their turn")),
    )
    shown = [f"{number(count):>8}  {words}" for count, words in rows if count]
    yield from shown or [_("no documents.")]


def _elements(elements: tuple[Element, ...]) -> Iterator[str]:
    names = (_("met"), _("partial"), _("unmet"), _("illegible"))
    head = "".join(f"{name:>14}" for name in names)
    yield f"{_('The twelve elements'):<{_TITLE + 4}}{head}"
    for each in elements:
        title = textwrap.shorten(visible(each.title), _TITLE - 1, placeholder="…")
        statuses = (each.met, each.partial, each.unmet, each.unreadable)
        row = "".join(f"{number(count):>14}" for count in statuses)
        yield f"{each.number:>3} {title:<{_TITLE}}{row}"


def _together(view: Kinship) -> Iterator[str]:
    """Yield what the documents tell together."""
    from protocheck.batch.kinship.tell import lines  # noqa: PLC0415 - only once documents are judged

    said = lines(view)
    if said:
        yield ""
        yield _("The documents together")
        for line in said:
            deeper = line.startswith(" ")  # one of those that the line above counts
            yield from _wrapped(line.strip(), _INDENT if deeper else "  - ", _INDENT if deeper else "    ")


def _refused(refused: list[Refused], *, hints: bool) -> Iterator[str]:
    for each in refused[:_MOST_REASONS]:
        yield from _wrapped(each.reason, f"{number(each.documents):>8}  ")
        if hints and each.hint:
            yield from _wrapped(each.hint, _INDENT)
        yield _INDENT + _("for example {place}").format(place=visible(each.example))
    rest = sum(each.documents for each in refused[_MOST_REASONS:])
    if rest:
        yield f"{number(rest):>8}  " + _("for other reasons; see the view refused in the store")


def _wrapped(text: str, head: str, below: str = _INDENT) -> list[str]:
    return textwrap.wrap(visible(text), _WIDTH, initial_indent=head, subsequent_indent=below)


def _next(tally: Tally, held: Summary, store: Path) -> Iterator[str]:
    if tally.full:
        yield _("The number of --limit was reached; the same command goes on from here.")
    if held.counts.unreadable or held.counts.set_aside:
        yield _(
            "Once those documents are mended, the same command judges them; --rerun failed tries all again."
        )
    yield _("Everything stands in {store}, an SQLite file that Datasette and pandas open as it is.").format(
        store=visible(str(store))
    )
