"""A line as its pieces between blanks, and which of them may belong to one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from protocheck.record import record
from protocheck.regex import lazy

_PIECE = lazy(r"\S+")
_LINE = lazy(r"[^\n\f\t]+")
_LETTERS = r"[^\W\d_]+"
# A quotation mark may open a word, an apostrophe before one letter belongs to it ("'s", "'t").
_OPENS = rf"[^\w@’'/]{{0,4}}(?:['’‘](?={_LETTERS[:-1]}{{2}}))?"
_WORD = lazy(rf"({_OPENS})({_LETTERS}(?:['’/-]{_LETTERS}){{0,6}})([^\w@/]{{0,4}})")
_HEAD = lazy(rf"{_OPENS}{_LETTERS}(?:['’/-]{_LETTERS}){{0,6}}['’/-]?")
_TAIL = lazy(rf"['’/-]?{_LETTERS}(?:['’/-]{_LETTERS}){{0,6}}[^\w@/]{{0,4}}")
_INNER = lazy(rf"['’/-]?{_LETTERS}(?:['’/-]{_LETTERS}){{0,6}}['’/-]?")
_ADDRESS = lazy(r"@|://|www\.|\d")
_LABEL_BEFORE = frozenset(
    "kolom bijlage punt artikel artikels artikelen art hoofdstuk titel afdeling deel letter lid punten "
    "overweging groep categorie type klasse optie variant stap fase partij tabel rij zone boek "
    "vak blok luik rubriek onderdeel clausule bepaling".split()
)
_FIRST = lazy(rf"\n({_LETTERS[:-1]}{{1,40}})")
_HEADED = frozenset("art artikel hoofdstuk titel afdeling bijlage".split())
_BETWEEN_LABELS = frozenset("en of tot".split())
# Small letters that number the points of a list; later ones are rather the start of a split word.
_LIST_REACH = 12
_LIST_LETTERS = frozenset("abcdefghij")


# The word of a piece, and whether it can be the first, the last or a middle part of one.
Looks = tuple[str, bool, bool, bool]


@record
class Piece:
    """What stands between two blanks: its place, its letters in lower case, and what may touch it.

    `word` is empty when the piece is no word; `head`, `tail` and `inner` tell whether it can be the
    first, the last or a middle part of a longer word.
    """

    start: int
    end: int
    text: str
    word: str
    head: bool
    tail: bool
    inner: bool


@record
class Row:
    """A line of the text, or a cell between tabs: where it stands and its pieces.

    `after` is the word that the next line starts with when it may be the same sentence: letters follow at
    once, and small ones where this line starts like a heading.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    after: str = ""

    def gap(self, index: int) -> int:
        """Return how many blanks stand between piece `index` and the next."""
        return self.pieces[index + 1].start - self.pieces[index].end


def rows(text: str) -> Iterator[Row]:
    """Yield the lines and cells of the text that hold anything."""
    for line in _LINE.finditer(text):
        pieces = tuple(_piece(m) for m in _PIECE.finditer(text, line.start(), line.end()))
        if pieces:
            yield Row(line.start(), line.end(), pieces, _after(text, line.end(), pieces[0]))


def _after(text: str, end: int, first: Piece) -> str:
    word = _FIRST.match(text, end)
    if word is None or ((first.text[0].isdigit() or first.word in _HEADED) and not word[1][0].islower()):
        return ""
    return word[1].lower()


def _piece(match: re.Match[str]) -> Piece:
    word, head, tail, inner = looks(match.group())
    return Piece(match.start(), match.end(), match.group(), word, head=head, tail=tail, inner=inner)


@lru_cache(maxsize=16_384)
def looks(text: str) -> Looks:
    """Return the word of a piece, and whether it can be the first, the last or a middle part of one."""
    if text.isalpha():
        return text.lower(), True, True, True
    if _ADDRESS.search(text):
        return "", False, False, False
    whole = _WORD.fullmatch(text)
    return (
        _lower(whole.group(2)) if whole else "",
        _HEAD.fullmatch(text) is not None,
        _TAIL.fullmatch(text) is not None,
        _INNER.fullmatch(text) is not None,
    )


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def core(text: str) -> str:
    """Return the letters of a piece in lower case, without what stands around them, or ''."""
    if text.isalpha():
        return text.lower()
    whole = _WORD.fullmatch(text)
    return _lower(whole.group(2)) if whole else ""


def bare(text: str) -> str:
    """Return the letters of a piece as printed, without what stands around them, or ''."""
    whole = _WORD.fullmatch(text)
    return whole.group(2) if whole else ""


def joinable(row: Row, index: int) -> bool:
    """Tell whether piece `index` and the next may be parts of one word, by their looks alone."""
    left, right = row.pieces[index], row.pieces[index + 1]
    crosses = left.text == right.text and len(left.text) == 1
    if row.gap(index) != 1 or crosses or not (left.head or left.inner) or not (right.tail or right.inner):
        return False
    before, after = left.text[-1], right.text[0]
    if after.isupper() and before.islower():
        return False
    capitals = before.isupper() and len(left.text) > 1 and left.text[-2].isupper() and left.text != "IJ"
    if after.islower() and capitals:
        return False
    # Only letters join letters ('hulp- en' and "uur 's" must stay); "OCMW 's" is the exception.
    if not before.isalpha() or not (after.isalpha() or (after in "'’" and before.isupper())):
        return False
    if len(left.text) == 1 and before.isupper() and index and _ends_code(row.pieces[index - 1].text):
        return False
    return not _is_label(row, index) and not _is_label(row, index + 1)


def _ends_code(text: str) -> bool:
    """Tell whether a lone capital after this rather belongs to it: '2019/02/PW', 'V'."""
    return text[-1].isupper() and _ADDRESS.search(text) is not None


def _is_label(row: Row, index: int) -> bool:
    """Tell whether a piece is the letter of a list or a part ('a)', 'kolom B', 'A, B en C')."""
    text = row.pieces[index].text
    letter = text.rstrip(".),;:")
    if len(letter) != 1 or not letter.isalpha():
        return False
    if text != letter and index == 0:
        return True
    before = core(row.pieces[index - 1].text) if index else ""
    if text[len(letter) :].startswith(")") and before in _BETWEEN_LABELS:
        return True
    if before in _LABEL_BEFORE and (letter.isupper() or letter in _LIST_LETTERS):
        return True
    return letter.isupper() and _in_list(row, index)


def _in_list(row: Row, index: int) -> bool:
    """Tell whether a capital stands in an enumeration: 'A, B en C'."""
    pieces = row.pieces
    after = pieces[index].text.endswith(",")
    before = index > 0 and (pieces[index - 1].text.endswith(",") or pieces[index - 1].word in {"en", "of"})
    near = pieces[max(index - _LIST_REACH, 0) : index + _LIST_REACH + 1]
    lone = [p for p in near if len(p.text.rstrip(",")) == 1 and p.text[0].isupper()]
    commas = sum(p.text.endswith(",") for p in lone)
    return (after or before) and len(lone) > 1 and commas > 0
