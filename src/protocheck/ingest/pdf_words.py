"""The words of a PDF page with their places and fonts, from pdfium's characters.

Only the first and last character of a word are asked for their boxes: that is what keeps a page
at a few milliseconds. Positions are in points from the top left corner of the page as it is shown.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from protocheck.ingest.pdf_spacing import Starts, start_at
from protocheck.record import record
from protocheck.regex import lazy

_HYPHENS = "\x02\ufffe\xad"  # pdfium's two marks for a hyphen at a line's end, and the soft hyphen
_WORD = lazy(rf"[^\s{_HYPHENS}]*[{_HYPHENS}]|[^\s{_HYPHENS}]+")
_SPACE = lazy(r"[^\S\r\n]")
_NOISE = lazy(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\uffff\u200b\ud800-\udfff]")
_BOLD = lazy(r"bold|black|heavy|demi", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NAME_BYTES = 128
_OVER = 2.0
_STROKED, _INKLESS = 2, {3, 7}  # modes of drawing: filled and drawn round, as a poor man's bold; not at all
_WHITE, _CLEAR = 235, 12  # of 255: the least of the three colours, and the most of what covers
_ACROSS = 0.9  # cosine of the steepest line that still counts as level
_LOW = 0.6  # of the size of its neighbours: a raised digit is lower than this
_RAISED = 0.15  # of the same: and stands this high above their foot
_TO_HYPHEN = str.maketrans(dict.fromkeys(_HYPHENS, "-"))
_NUMBER_IN_WORD = lazy(r"\D\d|\d\D")
_LONE_NUMBER = lazy(r"\d{1,3}")

_Drawing = tuple[float, float, bool, bool, bool]  # size, foot, upright, bold, pale


@dataclass(slots=True)
class Word:
    """Letters without a blank between them.

    Attributes:
        text: the characters; raised numbers as superscripts; a hyphen that pdfium swallowed is back.
        x0: left edge; x1: right edge; top: upper edge; bottom: lower edge; base: the foot of the letters.
        size: in points as shown.
        bold: whether the font of its first letter is.
        spaced: whether a blank (and not only a new line) stands before it.
        upright: whether it runs from left to right.
        pale: whether it is drawn without ink, or in white.
        sure: how sure its letters are, out of 100; less than that only when they were recognised.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    spaced: bool
    upright: bool = True
    sure: int = 100
    pale: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """Return the middle of the word."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


class PageReader:
    """Reads words from pages of one document; keeps the fonts it met."""

    def __init__(self, raw: Any) -> None:
        """Take pdfium's functions, so that importing this module does not load the library."""
        self._raw = raw
        self._rect = raw.FS_RECTF()
        self._rect_ref = ctypes.byref(self._rect)
        self._matrix = raw.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._flags = ctypes.c_int()
        self._flags_ref = ctypes.byref(self._flags)
        self._sides = tuple(ctypes.c_double() for _ in range(4))
        self._fill = tuple(ctypes.c_uint() for _ in range(4))
        self._get_fill = raw.FPDFText_GetFillColor
        self._object, self._mode = raw.FPDFText_GetTextObject, raw.FPDFTextObj_GetTextRenderMode
        self._bold: dict[bytes, bool] = {}
        self._origin = (0.0, 0.0)
        self._drawn: tuple[int, _Drawing] | None = None

    def words(self, text_page: Any, frame: Frame) -> list[Word]:
        """Return the words of a page in the order of its content."""
        count = self._raw.FPDFText_CountChars(text_page)
        signs = map(self._raw.FPDFText_GetUnicode, itertools.repeat(text_page), range(count))
        text = "".join(map(chr, signs))
        return self._parted(text_page, text, range(len(text)), frame)

    def respaced(self, text_page: Any, frame: Frame, starts: Starts) -> list[Word]:
        """Return the words of a page, parted where letters begin a word and not where pdfium sees blanks."""
        get = self._raw.FPDFText_GetUnicode
        signs: list[str] = []
        places: list[int] = []
        white = ""
        self._origin = (0.0, 0.0)
        for index in range(self._raw.FPDFText_CountChars(text_page)):
            sign = chr(get(text_page, index))
            if sign.isspace():
                white = "\n" if sign in "\r\n" or white == "\n" else " "
                continue
            begins = self._begins(text_page, index, starts)
            white = "" if begins is False else white or " " * bool(begins)
            if white:
                signs.append(white)
                places.append(index)
            signs.append(sign)
            places.append(index)
            white = ""
        return self._parted(text_page, "".join(signs), places, frame)

    def _begins(self, text_page: Any, index: int, starts: Starts) -> bool | None:
        """Tell whether a letter begins a word; the second of a ligature stands where the first does."""
        x, y = self._sides[:2]
        if not self._raw.FPDFText_GetCharOrigin(text_page, index, x, y):
            return None
        origin, self._origin = self._origin, (x.value, y.value)
        return False if origin == self._origin else start_at(starts, x.value, y.value)

    def _parted(self, text_page: Any, text: str, places: Sequence[int], frame: Frame) -> list[Word]:
        """Return the words of a text, each character of which is the one with that number on the page."""
        words: list[Word] = []
        end = 0
        self._drawn = None
        for hit in _WORD.finditer(text):
            word = self._word(text_page, hit, places, frame)
            if word is not None:
                word.spaced = _SPACE.search(text, end, hit.start()) is not None
                words.append(word)
                end = hit.end()
        return words

    def _word(self, text_page: Any, hit: re.Match[str], places: Sequence[int], frame: Frame) -> Word | None:
        start, end = places[hit.start()], places[hit.end() - 1] + 1
        text = hit.group()
        if text[-1] in _HYPHENS:  # and nowhere else: it ends a word
            text = text.translate(_TO_HYPHEN)
        if not text.isalnum() and _NOISE.search(text):
            text = _NOISE.sub("", _joined_surrogates(text))
            if not text:
                return None
        x0, top, x1, bottom = self._box(text_page, start, frame)
        if end - start > 1:
            left, upper, right, lower = self._box(text_page, end - 1, frame)
            x0, x1 = min(x0, left), max(x1, right)
            top, bottom = min(top, upper), max(bottom, lower)
        size, base, upright, bold, pale = self._drawing(text_page, start, frame)
        word = Word(text, x0, x1, top, bottom, base, size, bold, spaced=False, upright=upright, pale=pale)
        if (
            not text.isalpha()
            and len(text) == hit.end() - hit.start()
            and (_NUMBER_IN_WORD.search(text) or _LONE_NUMBER.fullmatch(text))
        ):
            self._raise_numbers(text_page, word, places[hit.start() : hit.end()], frame)
        return word

    def _drawing(self, text_page: Any, index: int, frame: Frame) -> _Drawing:
        """Return how a letter is drawn; all letters of one object of the page are drawn alike.

        Words of one object follow each other, so that it pays to remember the last.
        """
        drawn = self._object(text_page, index)
        address = ctypes.addressof(drawn.contents) if drawn else 0
        if self._drawn is not None and address == self._drawn[0]:
            return self._drawn[1]
        size, base = self._size_and_base(text_page, index, frame)
        upright = frame.reads_across(self._matrix.a, self._matrix.b)
        mode = self._mode(drawn)
        bold = mode == _STROKED or self._is_bold(text_page, index)
        pale = mode in _INKLESS or self._is_white(text_page, index)
        found = size, base, upright, bold, pale
        self._drawn = (address, found) if address else None
        return found

    def _raise_numbers(self, text_page: Any, word: Word, places: Sequence[int], frame: Frame) -> None:
        """Write raised numbers as superscripts: 'regie¹', and so at a note's head.

        Small digits set higher and a font's own superscript signs look alike: low, and off the foot.
        """
        sets = [self._size_and_base(text_page, place, frame) for place in places]
        largest = max(size for size, _ in sets)
        foot = max(base for size, base in sets if size == largest)
        letters = list(word.text)
        for i, letter in enumerate(letters):
            if letter.isdecimal() and self._is_raised(text_page, places[i], foot, largest, frame):
                letters[i] = letter.translate(_SUPERSCRIPTS)
        word.text = "".join(letters)
        word.size, word.base = largest, foot

    def _is_raised(self, text_page: Any, index: int, foot: float, size: float, frame: Frame) -> bool:
        sides = self._sides
        if not self._raw.FPDFText_GetCharBox(text_page, index, *sides):
            return False
        left, right, bottom, top = (side.value for side in sides)
        _, upper, _, lower = frame.box(left, bottom, right, top)
        return foot - lower > _RAISED * size and 0 < lower - upper < _LOW * size

    def _box(self, text_page: Any, index: int, frame: Frame) -> tuple[float, float, float, float]:
        self._raw.FPDFText_GetLooseCharBox(text_page, index, self._rect_ref)
        rect = self._rect
        if not frame.turns:
            left, ceiling = frame.left, frame.bottom + frame.height
            return rect.left - left, ceiling - rect.top, rect.right - left, ceiling - rect.bottom
        return frame.box(rect.left, rect.bottom, rect.right, rect.top)

    def _size_and_base(self, text_page: Any, index: int, frame: Frame) -> tuple[float, float]:
        """Return size and foot as shown: the font's own size says nothing without its matrix."""
        size = self._raw.FPDFText_GetFontSize(text_page, index)
        matrix = self._matrix
        if not self._raw.FPDFText_GetMatrix(text_page, index, self._matrix_ref):
            return size, self._box(text_page, index, frame)[3]
        size = round(size * math.hypot(matrix.c, matrix.d), 2)
        return size, frame.point(matrix.e, matrix.f)[1]

    def _is_white(self, text_page: Any, index: int) -> bool:
        self._get_fill(text_page, index, *self._fill)
        red, green, blue, cover = (part.value for part in self._fill)
        return min(red, green, blue) >= _WHITE or cover <= _CLEAR

    def _is_bold(self, text_page: Any, index: int) -> bool:
        self._raw.FPDFText_GetFontInfo(text_page, index, self._name, _NAME_BYTES, self._flags_ref)
        name = self._name.value
        if name not in self._bold:
            plain = name.decode("utf-8", errors="replace")
            self._bold[name] = bool(_BOLD.search(plain.partition("+")[2] or plain))
        return self._bold[name]


@record
class Frame:
    """How a page is shown: its box in the file's own coordinates, and its rotation in quarter turns."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int = 0

    @property
    def shown(self) -> tuple[float, float]:
        """Return width and height as shown."""
        return (self.height, self.width) if self.turns % 2 else (self.width, self.height)

    def shows(self, x: float, y: float) -> bool:
        """Tell whether a point, as shown, lies on the page; a little over the edge still counts."""
        width, height = self.shown
        return -_OVER <= x <= width + _OVER and -_OVER <= y <= height + _OVER

    def reads_across(self, a: float, b: float) -> bool:
        """Tell whether letters whose line runs along (a, b) in the file run from left to right as shown."""
        across = (a, b, -a, -b)[self.turns]
        return across >= _ACROSS * math.hypot(a, b)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the file as distances from the left and the top of the page as shown."""
        x, y = x - self.left, y - self.bottom
        if self.turns == 1:
            return y, x
        if self.turns == 2:  # noqa: PLR2004 - quarter turns
            return self.width - x, y
        if self.turns == 3:  # noqa: PLR2004 - quarter turns
            return self.height - y, self.width - x
        return x, self.height - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom as shown."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _joined_surrogates(text: str) -> str:
    """Return `text` with pairs of surrogates as the one character they stand for."""
    return text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="ignore")
