"""From hOCR to words at their place on the page, with the noise of a scan left out."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import replace

from protocheck.ingest.pdf_words import Word
from protocheck.record import record
from protocheck.regex import lazy

_SPAN = lazy(
    r"<span class='(ocr\w{1,20})'[^>]{0,300}? title=(?:\"([^\"]{0,400})\"|'([^']{0,400})')[^>]{0,80}>"
)
_TAG = lazy(r"<[^<>]{0,300}>")
_BOX = lazy(r"bbox (-?\d{1,6}) (-?\d{1,6}) (-?\d{1,6}) (-?\d{1,6})")
_BASELINE = lazy(r"baseline (-?[\d.]{1,12}) (-?[\d.]{1,12})")
_SIZE = lazy(r"x_size ([\d.]{1,12})")
_SURE = lazy(r"x_wconf (\d{1,3})")
_WORD_KIND = "ocrx_word"

_RULES = frozenset("|¦[]{}_—–-=~….,:;'`‘’“”\"^°«»<>/\\!*+·•")  # what a line, a speck or a fold is taken for
_UNSURE = 60  # out of 100: below it, a sign without letters or digits is noise
_HOPELESS = 25  # below it, so is anything but a longer word
_LONG = 4
_RULED = 85  # a bar or an underscore as sure as this was printed
_TALL = 1.2  # of the size: a printed bar is no higher, the rule of a table is
_BARS = frozenset("|¦_")
_BULLETS = frozenset("eo°©®¢»*«¤·•■▪●+")  # what a round or square bullet is taken for
_DASHES = frozenset("-–—")
_FAR = 0.35  # of the size: a bullet stands further from its text than a word from the next
_WIDE = 1.3  # of the size: a sign that takes up more is a row of dots
_FAINT, _SEVERAL = 40, 3  # a line with so many words below it ends in a row of dots, read as letters
# Of the size: how far a raised number stands off the foot, how high it is. A dash or a bullet is lower.
_RAISED, _SMALLEST, _LOW = 0.25, 0.36, 0.65
_TO_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
UNREAD_MARK = "⁰"  # a raised sign at the head of a line, of which the number was not read


@record
class Recognised:
    """The words of a page as points from its top left corner, and how sure they are, from 0 to 1."""

    words: tuple[Word, ...] = ()
    confidence: float = 0.0


@record
class _Line:
    """A line: its box, its foot (slope and offset from the lower left corner), the size of its letters."""

    box: tuple[float, float, float, float]
    slope: float
    offset: float
    size: float

    def foot(self, x: float) -> float:
        return self.box[3] + self.offset + self.slope * (x - self.box[0])


@record
class _Found:
    """A word as tesseract gives it, in pixels."""

    text: str
    box: tuple[float, float, float, float]
    sure: int
    line: _Line


def words_of(hocr: str, scale: float, left: float = 0.0, top: float = 0.0) -> Recognised:
    """Return the words.

    Args:
        hocr: what tesseract wrote.
        scale: points in a pixel.
        left: pixels that the picture sticks out of the page on the left.
        top: the same above it.
    """
    kept = [lined for lined in map(_clean, _lines(hocr)) if lined]
    words = [
        _word(found, index > 0, scale, (left, top)) for lined in kept for index, found in enumerate(lined)
    ]
    letters = sum(len(found.text) for lined in kept for found in lined)
    sure = sum(found.sure * len(found.text) for lined in kept for found in lined)
    return Recognised(tuple(words), round(sure / letters / 100, 4) if letters else 0.0)


def _lines(hocr: str) -> Iterator[list[_Found]]:
    """Yield the words of each line."""
    line: _Line | None = None
    lined: list[_Found] = []
    for hit in _SPAN.finditer(hocr):
        title = hit.group(2) or hit.group(3) or ""
        if hit.group(1) != _WORD_KIND:
            if lined:
                yield lined
            line, lined = _line(title), []
            continue
        end = hocr.find("</span>", hit.end())
        text = html.unescape(_TAG.sub("", hocr[hit.end() : max(end, hit.end())])).strip()
        box, sure = _box(title), _SURE.search(title)
        if line is not None and box is not None and text:
            lined.append(_Found(text, box, int(sure.group(1)) if sure else 0, line))
    if lined:
        yield lined


def _line(title: str) -> _Line | None:
    box, foot, size = _box(title), _BASELINE.search(title), _SIZE.search(title)
    if box is None:
        return None
    slope, offset = (float(foot.group(1)), float(foot.group(2))) if foot else (0.0, 0.0)
    return _Line(box, slope, offset, float(size.group(1)) if size else box[3] - box[1])


def _box(title: str) -> tuple[float, float, float, float] | None:
    hit = _BOX.search(title)
    if hit is None:
        return None
    left, top, right, bottom = map(float, hit.groups())
    return left, top, right, bottom


def _clean(lined: list[_Found]) -> list[_Found]:
    """Leave out what is no word, and give bullets and marks of notes their sign back."""
    if len(lined) > 1 and _is_note_mark(lined[0], lined[1]):
        read = lined[0].text
        mark = read.translate(_TO_RAISED) if read.isdecimal() else UNREAD_MARK
        lined[0] = replace(lined[0], text=mark, sure=100)
    dotted = sum(found.sure < _FAINT for found in lined) >= _SEVERAL
    kept = [found for found in lined if not _is_noise(found, dotted=dotted)]
    if len(lined) > 1 and lined[0].text in _DASHES and lined[1:] == kept:
        kept = lined  # before a line that is sound, it opens an item
    if len(kept) > 1 and _is_bullet(kept[0], kept[1]):
        kept[0] = replace(kept[0], text="•")
    if kept and kept[-1].text.endswith("¬"):
        kept[-1] = replace(kept[-1], text=f"{kept[-1].text[:-1]}-")
    return kept


def _is_note_mark(first: _Found, second: _Found) -> bool:
    """Tell a small sign that hangs high before a line, whatever it was read as."""
    if len(first.text) > 2 or second.box[0] - first.box[2] > first.line.size:  # noqa: PLR2004 - figures of a note
        return False
    size, foot = first.line.size, first.line.foot(first.box[0])
    high = _SMALLEST * size < first.box[3] - first.box[1] < _LOW * size
    return high and foot - first.box[3] > _RAISED * size


def _is_noise(found: _Found, *, dotted: bool) -> bool:
    """Tell the rules of a table, rows of dots, specks and folds from words."""
    if _BARS.issuperset(found.text):
        return found.sure < _RULED or found.box[3] - found.box[1] > _TALL * found.line.size
    if not any(map(str.isalnum, found.text)):
        return found.sure < _UNSURE and _RULES.issuperset(found.text)
    wide = (found.box[2] - found.box[0]) / len(found.text) > _WIDE * found.line.size
    if found.sure < _UNSURE and (wide or (dotted and found.sure < _FAINT)):
        return True
    return found.sure < _HOPELESS and len(found.text) < _LONG


def _is_bullet(first: _Found, second: _Found) -> bool:
    """Tell a bullet from a letter: it stands apart, and stands off the foot of the line or is no letter."""
    if first.text not in _BULLETS:
        return False
    return not first.text.isalpha() or second.box[0] - first.box[2] > _FAR * first.line.size


def _word(found: _Found, spaced: bool, scale: float, shift: tuple[float, float]) -> Word:  # noqa: FBT001 - a plain fact of the word
    left, top, right, bottom = found.box
    return Word(
        text=found.text,
        x0=(left - shift[0]) * scale,
        x1=(right - shift[0]) * scale,
        top=(top - shift[1]) * scale,
        bottom=(bottom - shift[1]) * scale,
        base=(found.line.foot((left + right) / 2) - shift[1]) * scale,
        size=round(found.line.size * scale, 2),
        bold=False,
        spaced=spaced,
        sure=found.sure,
    )
