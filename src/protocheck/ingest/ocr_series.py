"""Numbers of headings that the recognition misread, mended by those before and after them.

'I.' between 'H.' and 'J.' comes back as '1.' or 'L', 'HOOFDSTUK I' as 'HOOFDSTUK |', 'Art. 8' as 'Art: 8'.
One line cannot tell; the run of numbers that it stands in can.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from protocheck.ingest.pdf_words import Word
from protocheck.record import record
from protocheck.regex import lazy

_LETTER = lazy(r"([A-Z])([.)])")
_LIKE_I = lazy(r"[1lLiT|!\[\]I]([.,:)]?)")
_LEAD = lazy(r"([^\W\d_]{1,14})([.,:;]?)")
_NUMBER = lazy(r"(\d{1,3})([.,:;]?)")
_ROMAN = lazy(r"([IVX]{1,6})([.,:;]?)")
_STROKES = str.maketrans("l|1!", "IIII")
_FEW = 2


@record
class _Opening:
    """The first words of a line that begins with something like a number."""

    lead: Word | None
    number: Word
    after: str


def mend_series(pages: Sequence[list[Word]]) -> None:
    """Give the numbers of headings the form of the run that they stand in."""
    starts = [line for page in pages for line in _lines(page)]
    _letters([_Opening(None, line[0], line[1].text) for line in starts if len(line) > 1])
    runs: dict[str, list[_Opening]] = defaultdict(list)
    for line in starts:
        lead = _LEAD.fullmatch(line[0].text)
        if lead is not None and len(line) > 1:
            opening = _Opening(line[0], line[1], line[2].text if len(line) > _FEW else "")
            runs[lead.group(1)].append(opening)
        elif _NUMBER.fullmatch(line[0].text) and len(line) > 1:
            runs[""].append(_Opening(None, line[0], line[1].text))
    for run in runs.values():
        _roman(run)
        _stops(run)


def _lines(page: Sequence[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in page:
        if line and not word.spaced:
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _letters(openings: Sequence[_Opening]) -> None:
    """Read what looks like an 'I' between 'H.' and 'J.' as one."""
    lettered = [index for index, each in enumerate(openings) if _LETTER.fullmatch(each.number.text)]
    for index, each in enumerate(openings):
        if not _is_stroke(each):
            continue
        place = bisect.bisect_left(lettered, index)
        above = openings[lettered[place - 1]].number.text if place else ""
        below = next((openings[other].number.text for other in lettered[place:] if other > index), "")
        if above[:1] == "H" and below[:1] in {"J", "K"}:
            each.number.text = f"I{above[1:]}"


def _is_stroke(opening: _Opening) -> bool:
    return _LIKE_I.fullmatch(opening.number.text) is not None and opening.after[:1].isupper()


def _roman(run: Sequence[_Opening]) -> None:
    """Read strokes as 'I' behind a word ('HOOFDSTUK |.') whose other numbers are Roman."""
    if not run or run[0].lead is None:
        return
    known = sum(_ROMAN.fullmatch(each.number.text) is not None for each in run)
    for each in run:
        mended = each.number.text.translate(_STROKES)
        if mended != each.number.text and _ROMAN.fullmatch(mended) and known and known * 2 >= len(run) - 1:
            each.number.text = mended


def _stops(run: Sequence[_Opening]) -> None:
    """Give a heading the stops behind its word and its number that the others have."""
    numbered = [(each, hit) for each in run if (hit := _NUMBER.fullmatch(each.number.text))]
    headed = [(each, hit) for each, hit in numbered if each.after[:1].isupper() or not each.after]
    values = [int(hit.group(1)) for _, hit in headed]
    usual = _most([hit.group(2) for _, hit in headed])
    leads = _most([each.lead.text for each, _ in headed if each.lead is not None])
    for index, (each, hit) in enumerate(headed):
        before = values[index - 1] if index else 0
        after = values[index + 1] if index + 1 < len(values) else values[index] + 1
        if not (before + 1 == values[index] == after - 1):
            continue
        if usual and hit.group(2) != usual:
            each.number.text = hit.group(1) + usual
        if leads and each.lead is not None:
            each.lead.text = leads


def _most(forms: Sequence[str]) -> str:
    """Return the form that more than half have, of three at least; empty when there is none."""
    form, count = Counter(forms).most_common(1)[0] if forms else ("", 0)
    return form if count > _FEW and count * 2 > len(forms) else ""
