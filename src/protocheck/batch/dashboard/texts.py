"""The text of a document beside its advice, from what the store holds of it: its parts, repaired.

Pictures of pages would make the page of one document half a megabyte, and an archive of thousands does not
always hold its files any more; so the places of the advice are looked up in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.model.audit import Passage
from protocheck.model.paper import Paper, PrintedLine
from protocheck.model.report import Report
from protocheck.report.marks import Mark, marks

_PROTOCOL = "protocol"
_HEADED = frozenset(
    {"title", "preamble", "recitals", "recital", "section"}
)  # parts whose name is no heading of the paper
_BEGINNING = 40  # letters by which a quotation is found


def shown(report: Report, passages: Sequence[Passage], name: str) -> tuple[Paper, tuple[Mark, ...]]:
    """Return the document as lines, and the marks of the advice on the lines where their words stand.

    Args:
        report: the advice.
        passages: the text, in parts.
        name: what to call the document.
    """
    lines: list[PrintedLine] = []
    spans: dict[str, list[range]] = {}
    label = ""
    for passage in passages:
        first = len(lines)
        heading = _heading(passage) if passage.heading or passage.label != label else ""
        label = passage.label
        lines.extend(_lines(passage, heading, first + 1))
        spans.setdefault(passage.ref, []).append(range(first, len(lines)))
    squeezed = [_squeezed(line.text) for line in lines]
    readings = _readings(report)
    placed = tuple(_placed(mark, lines, squeezed, spans, readings) for mark in marks(report))
    return Paper(_PROTOCOL, name, (), tuple(lines)), placed


def _lines(passage: Passage, heading: str, number: int) -> Iterator[PrintedLine]:
    """Yield the lines of a part; a line is known by its number in the whole document."""
    if heading:
        yield PrintedLine(None, number, heading, heading=True)
        number += 1
    for text in passage.text.split("\n"):
        if text.strip():
            yield PrintedLine(None, number, text)
            number += 1


def _heading(passage: Passage) -> str:
    label = "" if passage.kind in _HEADED else passage.label[:1].upper() + passage.label[1:]
    if passage.heading and passage.heading.casefold() not in label.casefold():
        return f"{label}. {passage.heading}" if label else passage.heading
    return label


def _readings(report: Report) -> dict[str, tuple[str, str]]:
    """Return for each mark of evidence the words after repair, and the part in which they stand."""
    held = {
        f"m-{criterion.id}-{number}": (each.reading or each.quote, each.ref)
        for criterion in report.criteria
        for number, each in enumerate(criterion.evidence)
    }
    held |= {f"m-f-{number}": (each.quote, each.ref) for number, each in enumerate(report.findings)}
    return held


def _placed(
    mark: Mark,
    lines: Sequence[PrintedLine],
    squeezed: Sequence[str],
    spans: dict[str, list[range]],
    readings: dict[str, tuple[str, str]],
) -> Mark:
    """Return the mark at the line where its words begin; without a line when they stand nowhere."""
    if mark.document != _PROTOCOL:
        return mark
    words, ref = readings.get(mark.id, (mark.quote, ""))
    within = [at for span in spans.get(ref, ()) for at in span]
    beginning = _squeezed(words)[:_BEGINNING]
    at = _found(beginning, within, squeezed)
    if at is None:
        at = _found(beginning, range(len(lines)), squeezed)
    if at is None and within:
        at, words = within[0], ""  # the part as a whole
    return replace(mark, page=None, line=None if at is None else lines[at].line, quote=words)


def _found(words: str, within: Sequence[int], squeezed: Sequence[str]) -> int | None:
    """Return the line in which the words begin; a quotation may begin on one line and go on on the next."""
    if not words:
        return None
    for at in within:
        if words in squeezed[at]:
            return at
    for at in within:
        following = squeezed[at + 1] if at + 1 < len(squeezed) else ""
        if words in squeezed[at] + following:
            return at
    return None


def _squeezed(text: str) -> str:
    """Return the letters and figures of a text: what spaces and signs do to it varies."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
