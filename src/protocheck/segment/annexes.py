"""Where an annex (bijlage) begins in the same file, as against a sentence or a list that names it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from protocheck.model.geometry import Span
from protocheck.segment import landmarks
from protocheck.segment.lines import opens_a_line
from protocheck.segment.marks import marks
from protocheck.segment.rows import Sheet
from protocheck.segment.titles import end_below, titlelike

_FEWEST_ROWS_ABOVE = 6


@dataclass(frozen=True, slots=True)
class AnnexStart:
    """An annex: the rows of its heading, its number and title as printed."""

    first: int
    last: int
    number: str
    title: str
    span: Span


def find_annexes(sheet: Sheet, contents: Sequence[range]) -> list[AnnexStart]:
    """Return the headings of annexes, in order."""
    listed = {at for run in contents for at in run}
    near = [at for at in range(len(sheet.rows)) if at not in listed and _looks_like(sheet, at)]
    kept = [at for at in near if not _in_a_list(sheet, at, near) and not _articles_go_on(sheet, at, listed)]
    return [_start(sheet, at) for at in kept]


def _looks_like(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    match = landmarks.annex(row.text) if row.text[:1] in "BAbaç" else None
    if match is None or row.aside or row.table >= 0 or not row.text[0].isupper() or at < _FEWEST_ROWS_ABOVE:
        return False
    rest = row.text[match.end() :]
    declared = row.role == "heading" or row.bold
    if len(row.text) > 160 or row.text[-1] in ";," or not opens_a_line(sheet, at):
        return False
    if not rest:
        return match["word"].lower() not in {"bijlagen", "annexes"} and (
            declared or bool(match["number"]) or row.blanks > 0
        )
    if match["stop"].strip("."):
        return declared or (row.text[-1] != "." and not (rest[0] == ")" or rest.endswith(":")))
    if declared or row.text.isupper():
        return True
    return bool(match["number"]) and titlelike(rest)


def _in_a_list(sheet: Sheet, at: int, near: Sequence[int]) -> bool:
    """Tell whether this line stands in a run of such lines, or has nothing below it."""
    following = [i for i in range(at + 1, min(at + 6, len(sheet.rows))) if not sheet.rows[i].aside]
    if not following:
        return True
    below = following[0] in near and sheet.rows[following[0]].role != "heading"
    above = at - 1
    while above >= 0 and sheet.rows[above].aside:
        above -= 1
    again = any(_number(sheet, other) == _number(sheet, at) for other in near if other < at)
    return below or (above in near and not again)


def _number(sheet: Sheet, at: int) -> str:
    match = landmarks.annex(sheet.rows[at].text)
    return (match["number"] or "") if match else ""


def _articles_go_on(sheet: Sheet, at: int, listed: set[int]) -> bool:
    """Tell whether the articles above go on below: then the line stands inside an article."""

    def numbers(rows: range) -> list[int]:
        found = []
        for i in rows:
            row = sheet.rows[i]
            worded = (
                next((m for m in marks(row.text) if m.family == "word"), None)
                if row.text[0] in "AEa"
                else None
            )
            if (
                worded
                and i not in listed
                and row.text[0].isupper()
                and (worded.stop or worded.rest >= len(row.text))
            ):
                found.append(worded.value)
        return found

    above, below = numbers(range(at)), numbers(range(at + 1, len(sheet.rows)))
    return bool(above and below) and below[0] > 1 and below[0] in {above[-1] + 1, above[-1] + 2}


def _start(sheet: Sheet, at: int) -> AnnexStart:
    row = sheet.rows[at]
    match = landmarks.annex(row.text)
    number = _number(sheet, at)
    title = row.text[match.end() :].strip(" :–-") if match else row.text
    last = at + 1
    if not title:
        last = end_below(sheet, at + 1, len(sheet.rows))
        title = " ".join(" ".join(r.text for r in sheet.rows[at + 1 : last]).split())
    return AnnexStart(at, last, number, title, Span(row.span.start, sheet.rows[last - 1].span.end))
