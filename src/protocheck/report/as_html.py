"""The advice as one web page beside the pages it speaks of; it needs no network and runs no script.

A point leads to its places and a place to its point by plain links, so keyboard and screen reader work as on
any page. Everything that comes from a document is escaped by the template engine.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from protocheck.language import translate as _
from protocheck.model.letter import Block, Heading, PageBreak
from protocheck.model.letterhead import Letterhead
from protocheck.model.paper import Paper
from protocheck.model.report import Report
from protocheck.report import decisions, lint_wording, wording
from protocheck.report.letter import letter
from protocheck.report.marks import Mark, MarkedLine, Shape, marked_lines, marks, shapes
from protocheck.report.pages import engine

_OPENING = 4  # words of a quotation that tell it apart
_TEMPLATE, _STYLE = "advies.html.j2", "advies.css"


def render(
    report: Report,
    papers: Sequence[Paper],
    head: Letterhead | None = None,
    *,
    found: Sequence[Mark] | None = None,
    back: Sequence[tuple[str, str]] = (),
) -> str:
    """Return the page: the same bytes for the same advice and documents.

    Args:
        report: the advice.
        papers: the documents as they are shown beside it.
        head: of the adviser's service.
        found: the marks, when they stand elsewhere than at the pages and lines that the advice names.
        back: names and addresses of the pages that this one is part of.
    """
    written, found = letter(report, head), marks(report) if found is None else found
    shown = [(paper, shapes(found, paper), marked_lines(found, paper)) for paper in papers]
    style = (files(__package__) / "templates" / _STYLE).read_text("utf-8")
    return str(
        _template().render(
            letter=written,
            back=back,
            sections=list(_sections(written.blocks)),
            report=report,
            chips=[_chip(each) for each in report.criteria],
            findings=list(enumerate(report.findings)),
            set_aside=decisions.set_aside,
            told=_told_once(found),
            decided={paper.document: _decided(found, drawn) for paper, drawn, _lines in shown},
            places=_places(found),
            papers=shown,
            placed=set(_placed(shown)),
            style=style,
            digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii"),
            severity=lint_wording.severity,
            words=_words(),
        )
    )


@cache
def _template() -> Any:
    made = engine(_source)
    made.tests["kind"] = lambda block, name: type(block).__name__ == name
    return made.get_template(_TEMPLATE)


def _source(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text("utf-8")


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[Heading | None, list[Block]]]:
    """Yield each heading with what stands under it."""
    head: Heading | None = None
    held: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            yield head, held
            head, held = block, []
        elif not isinstance(block, PageBreak):
            held.append(block)
    yield head, held


def _chip(criterion: Any) -> tuple[str, str, str, str, str]:
    counts = wording.standing(criterion)
    said = f"{wording.SIGNS[counts]} {wording.status(counts)}"
    if counts != criterion.status:
        said += f" ({_('the rules: {status}').format(status=wording.status(criterion.status))})"
    return (
        criterion.id,
        str(criterion.number),
        wording.short_title(criterion),
        counts,
        said,
    )


def _places(found: Sequence[Mark]) -> dict[str, list[Mark]]:
    places: dict[str, list[Mark]] = {}
    for mark in found:
        places.setdefault(mark.target, []).append(mark)
    return {target: _told_apart(marks_) for target, marks_ in places.items()}


def _told_apart(places: Sequence[Mark]) -> list[Mark]:
    """Return the places of a point; two in the same part of a document with the first words of each."""
    labels = [mark.label for mark in places]
    return [
        mark
        if labels.count(mark.label) == 1
        else replace(mark, label=f"{mark.label}: “{_opening(mark.quote)}”")
        for mark in places
    ]


def _opening(quote: str) -> str:
    words = quote.split()
    return " ".join(words) if len(words) <= _OPENING else f"{' '.join(words[:_OPENING])} …"


def _told_once(found: Sequence[Mark]) -> set[str]:
    """Return, of each document, the first mark of a point or finding on which somebody decided."""
    first = {(mark.document, mark.target): mark.id for mark in reversed(found) if mark.decided}
    return set(first.values())


def _decided(found: Sequence[Mark], drawn: Mapping[int, Sequence[Shape]]) -> dict[int, list[Mark]]:
    """Return, per page, one mark of each point or finding on which somebody decided."""
    notes: dict[int, list[Mark]] = {}
    for page, marked in drawn.items():
        here = {shape.mark.id for shape in marked if shape.first and shape.mark.decided}
        first = {mark.target: mark for mark in reversed(found) if mark.id in here}
        notes[page] = [mark for mark in found if first.get(mark.target) is mark]
    return notes


_Shown = tuple[Paper, dict[int, list[Shape]], list[MarkedLine]]


def _placed(shown: Sequence[_Shown]) -> Iterator[str]:
    """Yield the names of the marks that stand on the page: a link to another would lead nowhere."""
    for _paper, drawn, lines in shown:
        yield from (shape.mark.id for page in drawn.values() for shape in page if shape.first)
        yield from (mark.id for line in lines for mark in line.begins)


def _words() -> dict[str, str]:
    """Return the words of the page itself."""
    return {
        "language": "nl-BE",
        "overview": _("The twelve elements"),
        "advice": _("Advice"),
        "documents": _("The documents"),
        "places": _("Show in the document"),
        "findings": _("Findings before signature"),
        "aside": _("Set aside:"),
        "do": _("What to do"),
        "clause": _("Model clause"),
        "page": _("page"),
        "skip": _("To the advice"),
    }
