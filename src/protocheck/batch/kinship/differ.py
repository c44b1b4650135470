"""Where the words of two parts differ, in pieces for a reader; what a scanner did is no difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from protocheck.batch.kinship.parts import Part, rows
from protocheck.batch.kinship.tokens import DAY, Token, shown
from protocheck.checks.same_person import read_as
from protocheck.match.likeness import differences, within
from protocheck.model.kinship import Piece, PieceKind
from protocheck.record import record

_REFERENCE = frozenset({"artikel", "artikelen", "art", "punt", "bijlage", "en", "tot"})
_MOVED = 12  # words from which a stretch that stands elsewhere was moved, not added
_ROW = 3
_ELSEWHERE = 0.8  # of the rows of words of that stretch
_ISLAND = 2  # words that agree between two differences, too few to read them apart
_SHORT = 4  # letters below which no letter may differ
_DAMAGE = 8  # letters for each that a scanner may have read otherwise

Rows = frozenset[tuple[str, ...]]


@record
class Around:
    """What is known of both whole texts.

    `old` and `new` are their rows of three words; `renumbered` tells which number a part of the old text
    has in the new one.
    """

    old: Rows = frozenset()
    new: Rows = frozenset()
    renumbered: Mapping[str, str] | None = None


@record
class Hunk:
    """Words of the old part, from `a0` to `a1`, in whose stead the new part has those from `b0` to `b1`."""

    a0: int
    a1: int
    b0: int
    b1: int


@record
class Compared:
    """What tells two parts apart, and how many words they share."""

    pieces: tuple[Piece, ...]
    shared: int

    @property
    def differ(self) -> bool:
        """Tell whether the parts differ in what they say."""
        return any(piece.kind != "same" for piece in self.pieces)


def compared(old: Part, new: Part, around: Around) -> Compared:
    """Compare two parts word by word."""
    if old.keys == new.keys:
        return Compared((Piece("same", printed(new)),), len(new.tokens))
    found = [hunk for hunk in _hunks(old.keys, new.keys) if not _says_the_same(hunk, old, new, around)]
    if new.passage.kind == "table" and _reordered(found, old, new):
        found = []
    differing = sum(hunk.b1 - hunk.b0 for hunk in found)
    return Compared(tuple(_pieces(old, new, _merged(found))), len(new.tokens) - differing)


def _reordered(found: Sequence[Hunk], old: Part, new: Part) -> bool:
    """Tell whether the cells of a table were read in another order: the letters are the same."""
    gone, come = (
        Counter("".join(key for first, last in spans for key in part.keys[first:last]))
        for part, spans in (
            (old, [(hunk.a0, hunk.a1) for hunk in found]),
            (new, [(hunk.b0, hunk.b1) for hunk in found]),
        )
    )
    return gone == come


def printed(part: Part) -> str:
    """Return the text of a part on one line."""
    return " ".join(part.text.split())


def _hunks(old: Sequence[str], new: Sequence[str]) -> Iterator[Hunk]:
    numbers: dict[str, int] = {}
    left, right = ([numbers.setdefault(key, len(numbers)) for key in keys] for keys in (old, new))
    held: Hunk | None = None
    for a0, a1, b0, b1 in differences(left, right):
        if held and held.a1 == a0 and held.b1 == b0:
            held = Hunk(held.a0, a1, held.b0, b1)
            continue
        if held:
            yield held
        held = Hunk(a0, a1, b0, b1)
    if held:
        yield held


def _says_the_same(hunk: Hunk, old: Part, new: Part, around: Around) -> bool:
    """Tell whether other words are no other text: names, numbers of articles, misread or moved words."""
    left, right = old.tokens[hunk.a0 : hunk.a1], new.tokens[hunk.b0 : hunk.b1]
    if all(token.masked for token in (*left, *right)) or _are_days(left, right):
        return True
    before = old.keys[hunk.a0 - 1] if hunk.a0 else ""
    return (
        _renumbered(left, right, before, around)
        or _misread(old, left, new, right)
        or (_moved(left, around.new) and _moved(right, around.old) and len(left) + len(right) >= _MOVED)
    )


def _are_days(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether a date that may be a statute's stands for one that is not."""
    found = sorted((token.key for token in (*left, *right)), key=lambda key: key != DAY)
    return len(left) == len(right) == 1 and found[0] == DAY and " " in found[1]


def _renumbered(left: Sequence[Token], right: Sequence[Token], before: str, around: Around) -> bool:
    if len(left) != 1 or len(right) != 1 or before not in _REFERENCE or around.renumbered is None:
        return False
    return around.renumbered.get(left[0].key) == right[0].key


def _moved(stretch: Sequence[Token], there: Rows) -> bool:
    """Tell whether a stretch stands elsewhere in the other text; an empty one does."""
    if not stretch:
        return True
    found = rows([token.key for token in stretch], _ROW)
    return len(stretch) >= _ROW and len(found & there) >= _ELSEWHERE * len(found)


def _misread(old: Part, left: Sequence[Token], new: Part, right: Sequence[Token]) -> bool:
    """Tell whether the letters agree but for blanks and what a scanner mixes up."""
    if not left or not right:
        return False
    one, other = _letters(old, left), _letters(new, right)
    if one == other:
        return True
    most = max(1, min(len(one), len(other)) // _DAMAGE)
    if min(len(one), len(other)) < _SHORT or any(map(str.isdecimal, one + other)):
        return False
    # The word list remembers what it was asked, and few differences come to that.
    return within(one, other, most) and not _sound(left, right)


def _letters(part: Part, stretch: Sequence[Token]) -> str:
    printed = part.text[stretch[0].start : stretch[-1].end]
    return read_as("".join(filter(str.isalnum, printed)))


def _sound(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether all are Dutch words: then it was a person who chose another one."""
    from protocheck.repair.lexicon import lexicon  # noqa: PLC0415 - only where letters differ

    known = lexicon()
    return all(known.curated(token.key) for token in (*left, *right) if not token.masked)


def _merged(found: Sequence[Hunk]) -> Iterator[Hunk]:
    """Yield the differences, those that only a word or two parts as one."""
    held: Hunk | None = None
    for hunk in found:
        if held and hunk.a0 - held.a1 <= _ISLAND and hunk.b0 - held.b1 <= _ISLAND:
            held = Hunk(held.a0, hunk.a1, held.b0, hunk.b1)
            continue
        if held:
            yield held
        held = hunk
    if held:
        yield held


def _pieces(old: Part, new: Part, found: Iterator[Hunk]) -> Iterator[Piece]:
    at = 0
    for hunk in found:
        yield from _piece("same", _stretch(new, at, hunk.b0))
        yield from _piece("removed", shown(old.text, old.tokens, hunk.a0, hunk.a1))
        yield from _piece("added", _stretch(new, hunk.b0, hunk.b1))
        at = hunk.b1
    yield from _piece("same", _stretch(new, at, len(new.tokens)))


def _piece(kind: PieceKind, text: str) -> Iterator[Piece]:
    if text:
        yield Piece(kind, text)


def _stretch(part: Part, first: int, last: int) -> str:
    """Return the words of a part as printed, with what stands between them and the next."""
    if first >= last:
        return ""
    start = 0 if first == 0 else part.tokens[first].start
    end = len(part.text) if last == len(part.tokens) else part.tokens[last].start
    return " ".join(part.text[start:end].split())
