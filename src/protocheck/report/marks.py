"""Which places of the documents the advice speaks of: marks on their pages, each with a name to link to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.language import translate as _
from protocheck.model.paper import Paper, PrintedLine
from protocheck.model.report import EvidenceInfo, Report
from protocheck.model.reported import BoxInfo, FindingInfo
from protocheck.record import record
from protocheck.report import decisions

_PADDING = 1.5  # points around a line
MOST = 400  # marks in one page; more make it slow and tell no more


@record
class Mark:
    """A place of which the advice speaks.

    Attributes:
        id: its name in the page.
        target: the name of what speaks of it.
        kind: 'evidence', the severity of a finding, or 'waived' where somebody set it aside.
        title: what is said of it, in a few words.
        label: where it is, for a reader ('artikel 5, bladzijde 2').
        document: where it stands.
        page, line: the same.
        quote: the words.
        said: what is said of them: the message of a finding, with what to do, or what somebody decided.
        decided: whether somebody decided; then it is said beside the place.
        boxes: on the pages of a PDF.
    """

    id: str
    target: str
    kind: str
    title: str
    label: str
    document: str
    page: int | None
    line: int | None
    quote: str
    boxes: tuple[BoxInfo, ...]
    said: str = ""
    decided: bool = False


def marks(report: Report) -> tuple[Mark, ...]:
    """Return the marks of the evidence of each point, then those of the findings."""
    return tuple([*_of_evidence(report), *_of_findings(report)][:MOST])


def _of_evidence(report: Report) -> Iterator[Mark]:
    for criterion in report.criteria:
        title = _("Point {number}: {title}").format(number=criterion.number, title=criterion.title)
        said = f"{decisions.lead(criterion)} {decisions.reason(criterion)}".strip()
        for number, each in enumerate(criterion.evidence):
            mark = _mark(f"m-{criterion.id}-{number}", f"p-{criterion.id}", "evidence", title, each)
            yield replace(mark, said=said, decided=bool(said))


def _of_findings(report: Report) -> Iterator[Mark]:
    for number, each in enumerate(report.findings):
        if not each.quote:
            continue
        title, said = f"{each.code}: {each.title}", f"{each.message} {each.suggestion}".strip()
        mark = replace(_mark(f"m-f-{number}", f"f-{number}", each.severity, title, each), said=said)
        if each.waived is not None:
            told = f"{_('Set aside:')} {decisions.set_aside(each)}"
            mark = replace(mark, kind="waived", said=told, decided=True)
        yield mark


def _mark(name: str, target: str, kind: str, title: str, each: EvidenceInfo | FindingInfo) -> Mark:
    where = each.label or each.quote
    label = f"{where}, {_('page')} {each.page}" if each.page else where
    return Mark(name, target, kind, title, label, each.document, each.page, each.line, each.quote, each.boxes)


@record
class Shape:
    """A rectangle of a mark on one page, as the numbers of an SVG."""

    mark: Mark
    first: bool
    x: float
    y: float
    width: float
    height: float


def shapes(found: Sequence[Mark], paper: Paper) -> dict[int, list[Shape]]:
    """Return the rectangles per page; the first of each mark carries its name."""
    shown = {picture.page for picture in paper.pictures}
    drawn: dict[int, list[Shape]] = {page: [] for page in shown}
    for mark in found:
        if mark.document != paper.document:
            continue
        first = True
        for box in mark.boxes:
            if box.page in shown:
                drawn[box.page].append(_shape(mark, box, first=first))
                first = False
    return drawn


def _shape(mark: Mark, box: BoxInfo, *, first: bool) -> Shape:
    return Shape(
        mark,
        first,
        round(box.x0 - _PADDING, 1),
        round(box.top - _PADDING, 1),
        round(box.x1 - box.x0 + 2 * _PADDING, 1),
        round(box.bottom - box.top + 2 * _PADDING, 1),
    )


@record
class MarkedLine:
    """A line with the marks that begin on it, and whether it lies in one."""

    line: PrintedLine
    begins: tuple[Mark, ...]
    marked: bool


def marked_lines(found: Sequence[Mark], paper: Paper) -> list[MarkedLine]:
    """Return the lines of a document shown as text; a quotation takes as many lines as it fills."""
    begins: dict[int, list[Mark]] = {}
    inside: set[int] = set()
    where = {(line.page, line.line): at for at, line in reversed(list(enumerate(paper.lines)))}
    for mark in found:
        at = where.get((mark.page, mark.line or 0)) if mark.document == paper.document else None
        if at is None:
            continue
        begins.setdefault(at, []).append(mark)
        left = len(mark.quote)
        while left > 0 and at < len(paper.lines):
            inside.add(at)
            left -= len(paper.lines[at].text.strip()) + 1
            at += 1
    return [MarkedLine(line, tuple(begins.get(at, ())), at in inside) for at, line in enumerate(paper.lines)]
