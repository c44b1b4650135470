"""Where an annex (bijlage) begins in the same file, as against a sentence or a list that names it."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from typing import Final

from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.segment import landmarks
from protocheck.segment.lines import opens_a_line
from protocheck.segment.numbering import Numbering
from protocheck.segment.rows import Row, Sheet
from protocheck.segment.titles import end_below, titlelike

_FEWEST_ROWS_ABOVE: Final = 6
_LONGEST: Final = 160
_PLURALS: Final = {"bijlagen", "bijlage(n)", "annexes"}
_FARTHEST_STEP: Final = 2


@record
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
    near = [at for at in range(len(sheet.rows)) if at not in listed and _looks_like_one(sheet, at)]
    kept = _outside_lists(sheet, near)
    if not kept:
        return []
    articles = [(c.at, c.mark.value) for c in Numbering(sheet, 0, len(sheet.rows)).chosen()]
    articles = [(at, value) for at, value in articles if at not in listed]
    return [_start(sheet, at) for at in kept if not _articles_go_on(at, articles)]


def _looks_like_one(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    if row.aside or row.table >= 0 or not row.text[0].isupper() or at < _FEWEST_ROWS_ABOVE:
        return False
    if len(row.text) > _LONGEST or row.text[-1] in ";," or landmarks.annex(row.text) is None:
        return False
    return opens_a_line(sheet, at) and not _in_letterhead(sheet, at) and _heads(row)


def _in_letterhead(sheet: Sheet, at: int) -> bool:
    """Tell whether 'Bijlage: plan' stands among the references of a letter ('Ons kenmerk: ...')."""
    row = sheet.rows[at]
    if _number(row) or not landmarks.is_reference(row.text):
        return False
    near = [sheet.rows[i] for i in (at - 1, at + 1) if 0 <= i < len(sheet.rows)]
    other = [each for each in near if not each.aside and landmarks.annex(each.text) is None]
    return any(landmarks.is_reference(each.text) for each in other)


def _heads(row: Row) -> bool:
    """Judge what follows 'Bijlage 1' on its line."""
    match = landmarks.annex(row.text)
    if match is None:
        return False
    rest = row.text[match.end() :]
    declared = row.role == "heading" or row.bold
    plural = match["word"].lower() in _PLURALS
    if ":" in match["stop"] and not match["number"] and (landmarks.counts_annexes(rest) or (plural and rest)):
        return False  # 'Bijlagen: geen', 'Bijlagen: plan en lijst'
    if not rest:
        shown = declared or match["number"] is not None or row.blanks > 0
        return shown and not plural
    if declared or row.text.isupper():
        return True
    if match["stop"].strip("."):
        return row.text[-1] not in ".:" and rest[0] != ")"
    return match["number"] is not None and titlelike(rest)


def _outside_lists(sheet: Sheet, near: Sequence[int]) -> list[int]:
    """Drop the lines that stand in a run of such lines, and those with nothing below them.

    The first line of a run that names an annex again is the annex itself, below the list of annexes.
    """
    body = [at for at, row in enumerate(sheet.rows) if not row.aside]
    below = dict(itertools.pairwise(body))
    above = {following: at for at, following in below.items()}
    candidates = set(near)
    seen: set[str] = set()
    kept: list[int] = []
    for at in near:
        number = _number(sheet.rows[at])
        following = below.get(at)
        alone = following is not None and (
            following not in candidates or sheet.rows[following].role == "heading"
        )
        if alone and (above.get(at) not in candidates or number in seen):
            kept.append(at)
        seen.add(number)
    return kept


def _number(row: Row) -> str:
    match = landmarks.annex(row.text)
    return (match["number"] or "") if match else ""


def _articles_go_on(at: int, articles: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the articles above go on below: then the line stands inside an article."""
    index = bisect.bisect_left(articles, (at, 0))
    if not 0 < index < len(articles):
        return False
    return 1 <= articles[index][1] - articles[index - 1][1] <= _FARTHEST_STEP


def _start(sheet: Sheet, at: int) -> AnnexStart:
    row = sheet.rows[at]
    match = landmarks.annex(row.text)
    title = row.text[match.end() :].strip(" :–-") if match else row.text
    last = at + 1
    if not title:
        last = end_below(sheet, at + 1, len(sheet.rows))
        title = " ".join(" ".join(r.text for r in sheet.rows[at + 1 : last]).split())
    return AnnexStart(at, last, _number(row), title, Span(row.span.start, sheet.rows[last - 1].span.end))
