"""What the recognition of one page cannot see and that of the whole document can.

The size of a line is measured by its tallest and deepest letters and wanders with them; the Dutch of
tesseract does not have the sign '§'; a raised number is read as whatever it looks like.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from protocheck.ingest.ocr_hocr import UNREAD_MARK
from protocheck.ingest.ocr_lines import mend_signs
from protocheck.ingest.ocr_series import mend_series
from protocheck.ingest.pdf_words import Word
from protocheck.regex import lazy

_EVEN = 0.12  # share by which the measured size of a line may differ from the usual one
_SMALL = 0.92  # of the usual size: the letters of a footnote
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_DIGITS, "0123456789")
_TO_RAISED = str.maketrans("0123456789", _DIGITS)
_MARK = lazy(rf"[{_DIGITS}]{{1,2}}")
_CITING = lazy(r"([^\W\d_]{3,60}[.,;:)\]”\"]{0,2})(\d{1,2})")
_TAKEN_FOR_MARK = lazy(r"[^\W\d_]{2,60}[.,;:)]{0,2}[?…”\"'’*°!]")
_SWALLOWING = frozenset("?…!")  # a full stop or a comma and the small figure behind it
_DOUBTFUL = 80  # out of 100
_DOLLAR = lazy(r"\$(?=\d{1,3}(?:/\d)?\b)")
_ARTICLE = lazy(r"(?:artikel|art\.)", re.IGNORECASE)
_ARTICLE_NUMBER = lazy(r"\d{1,3}(?:/\d{1,2})?,")
_SECTION = lazy(r"[8S5](\d{1,2}[,.;)]{0,2})")  # what '§1' is read as


def restore(pages: Sequence[list[Word]]) -> None:
    """Make sizes even, and give sections and notes their signs back."""
    usual = _even_sizes(pages)
    for page in pages:
        _sections(page)
        mend_signs(page)
    mend_series(pages)
    for page, numbers in zip(pages, _number_notes(pages, usual), strict=True):
        _cite(page, numbers, usual)


def _even_sizes(pages: Sequence[list[Word]]) -> float:
    """Give the words that are nearly as large as most of the document their one size; return it."""
    letters: Counter[float] = Counter()
    for page in pages:
        for word in page:
            letters[word.size] += len(word.text)
    half, seen, usual = letters.total() / 2, 0, 0.0
    for usual in sorted(letters):
        seen += letters[usual]
        if seen >= half:
            break
    for page in pages:
        for word in page:
            if abs(word.size - usual) <= _EVEN * usual:
                word.size = usual
    return usual


def _sections(words: list[Word]) -> None:
    """Read '$1' as '§1', and so '81' in 'artikel 8, 81': of one article no second is named."""
    for word in words:
        word.text = _DOLLAR.sub("§", word.text)
    for (article, number), (_, word) in zip(pairwise(words), pairwise(words[1:]), strict=False):
        hit = _SECTION.fullmatch(word.text)
        if hit and _ARTICLE.fullmatch(article.text) and _ARTICLE_NUMBER.fullmatch(number.text):
            word.text = f"§{hit.group(1)}"


def _number_notes(pages: Sequence[list[Word]], usual: float) -> list[list[int]]:
    """Return the notes on each page.

    Marks that were not read are numbered after the one before; a mark before large letters is a speck.
    """
    found: list[list[int]] = []
    last = 0
    for page in pages:
        kept: list[Word] = []
        numbers: list[int] = []
        for word in page:
            small = word.size <= _SMALL * usual
            if _MARK.fullmatch(word.text):
                if word.text == UNREAD_MARK and not small:
                    continue
                number = int(word.text.translate(_TO_DIGITS))
                if small and not last < number <= last + 2:  # misread, when it does not go on from the last
                    number = last + 1
                word.text = str(number).translate(_TO_RAISED)
                if small:
                    numbers.append(number)
                    last = number
            kept.append(word)
        page[:] = kept
        found.append(numbers)
    return found


def _cite(page: list[Word], numbers: Sequence[int], usual: float) -> None:
    """Find where the notes on a page are cited: a figure behind a word, or the least sure closing sign."""
    body = [index for index, word in enumerate(page) if word.size > _SMALL * usual]
    waiting = list(numbers)
    for index in body:
        hit = _CITING.fullmatch(page[index].text)
        if hit and int(hit.group(2)) in waiting:
            waiting.remove(int(hit.group(2)))
            page[index].text = hit.group(1) + hit.group(2).translate(_TO_RAISED)
    doubtful = [i for i in body if page[i].sure < _DOUBTFUL and _TAKEN_FOR_MARK.fullmatch(page[i].text)]
    least = sorted(sorted(doubtful, key=lambda i: page[i].sure)[: len(waiting)])
    for index, number in zip(least, waiting, strict=False):
        text = page[index].text
        follows = page[index + 1].text if index + 1 < len(page) else ""
        swallowed = ("," if follows[:1].islower() else ".") if text[-1] in _SWALLOWING else ""
        page[index].text = text[:-1] + swallowed + str(number).translate(_TO_RAISED)
