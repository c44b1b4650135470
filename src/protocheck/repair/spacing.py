"""Stage 'spacing': false blanks inside words go, by what the document itself shows of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from protocheck.record import record
from protocheck.regex import lazy
from protocheck.repair.edits import Change
from protocheck.repair.glyphs import (
    Evidence,
    Pattern,
    learn,
    look,
    may_be_damaged,
    runs,
    word_final,
)
from protocheck.repair.lexicon import Lexicon
from protocheck.repair.merge import GapCost, gap_costs, joins
from protocheck.repair.plurals import conjunction
from protocheck.repair.surroundings import is_dutch, is_english
from protocheck.repair.tokens import Row, core, joinable, rows
from protocheck.repair.words import Words, is_odd

_WHOLE = 4
_ODD = 2
_ODD_LEAST = 3
# Short words of English and French prose, which stand whole in many a Dutch text.
_FOREIGN = frozenset("a an as at be by i if it my or us le un du au se ce il".split())
_ODD_SHARE = 0.002
_RANDOM_JOINS = 8
_RANDOM_RATE = 0.01
_RANDOM_MOST = 0.3
# The first look sees about half of the false blanks: those that leave a fragment.
_RANDOM_UNSEEN = 2.0
_NO_SUSPECT = 2.0
# In a damaged text many of the words around a name may be names or fragments too.
_AMONG_NAMES = 0.6
# 'daar van' and 'de zelfde' are written in one, so that the blank itself is the suspect.
_ADVERBS = "van voor bij in op mee mede door toe uit over om onder na naar tegen aan tussen".split()
_ONE_WORD = {
    **dict.fromkeys(("daar", "hier", "waar"), frozenset(_ADVERBS)),
    "de": frozenset(("ze", "zelfde")),
    "het": frozenset(("zelfde", "geen")),
    "al": frozenset(("leen", "tijd", "dus", "thans", "zo")),
    "alle": frozenset(("en",)),
    "twee": frozenset(("de",)),
    "van": frozenset(("af", "uit", "daag", "wege")),
    "zo": frozenset(("als", "dat", "wel", "dra")),
}
_FEW_GAPS = 2
# An address that is complete: it ends on a domain of the top level that we expect here.
_ADDRESS = lazy(
    r"[(<\[“\"']?(?:[\w.+-]{1,60}@|https?://|www\.)?[\w/-]{1,60}(?:\.[\w/-]{1,60}){0,5}"
    r"\.(?:be|nl|eu|com|org|net|info|brussels|vlaanderen|gent|fr|lu|de|example|test)(?:/\S{0,80})?[)>\].,;:”\"']{0,3}"
)
_CLOSES = lazy(r"[)\].,;:?!”’](?!\.)")
_CONFIDENCE = {"exact": 0.99, "lexicon": 0.95, "random": 0.9}


@record
class _Mended:
    """What to do with the gaps of one row: those to take out, and those to make one blank."""

    out: frozenset[int]
    single: frozenset[int] = frozenset()
    mode: str = "lexicon"


def changes(text: str, lexicon: Lexicon) -> list[Change]:
    """Return the removal of false blanks; nothing when the document shows no clear damage."""
    if not _worth_a_look(text):
        return []
    words = Words(lexicon)
    if not may_be_damaged(text, words):
        return []
    lines = list(rows(text))
    evidence = look(lines, words)
    pattern = learn(text, lines, evidence, words)
    if pattern is not None:
        return _by_pattern(text, lines, pattern, lexicon)
    if evidence.count >= _RANDOM_JOINS and evidence.rate >= _RANDOM_RATE:
        return _by_words(text, lines, evidence, lexicon)
    return []


def _worth_a_look(text: str) -> bool:
    """Tell whether the text could be damaged at all: a cheap count, without the lexicon.

    Whatever splits words also leaves pieces of one or two letters that are no word, here or elsewhere.
    """
    pieces = text.split()
    short = Counter(piece for piece in pieces if len(piece) <= _ODD and piece.isalpha())
    odd = sum(n for piece, n in short.items() if piece not in _FOREIGN and is_odd(piece.lower()))
    return odd >= max(_ODD_LEAST, _ODD_SHARE * len(pieces))


def _by_pattern(text: str, lines: Sequence[Row], pattern: Pattern, lexicon: Lexicon) -> list[Change]:
    words = Words(lexicon, _here(_sound(lines, pattern)))
    found: list[Change] = []
    for index, row in enumerate(lines):
        mended = _mend(text, row, pattern, words, damaged=index in pattern.damaged)
        found += _changes(text, row, mended)
    return found


def _sound(lines: Sequence[Row], pattern: Pattern) -> Iterator[str]:
    """Yield the words that the damage cannot have touched."""
    for index, row in enumerate(lines):
        whole = index not in pattern.damaged
        last = len(row.pieces) - 1
        for number, piece in enumerate(row.pieces):
            before = row.pieces[number - 1].text[-1] if number else ""
            beside = before in pattern.glyphs or (number < last and piece.text[-1] in pattern.glyphs)
            if piece.word and not beside and (whole or not pattern.glyphs & set(piece.text)):
                yield piece.word


def _here(words: Iterable[str]) -> Counter[str]:
    """Count the words of this document; letters on their own are rather fragments."""
    return Counter(word for word in words if len(word) > 1)


def _mend(text: str, row: Row, pattern: Pattern, words: Words, *, damaged: bool) -> _Mended:
    """Decide which blanks of a row are false when the splitting glyphs are known."""
    after = [i for i in range(len(row.pieces) - 1) if _after_glyph(text, row, i, pattern)]
    doubles = frozenset(i for i in after if row.gap(i) > 1)
    if damaged and pattern.exact and (doubles or len(after) > _FEW_GAPS):
        false = frozenset(after) - doubles
        if _cost(row, false, words) <= _cost(row, frozenset(), words):
            return _Mended(false, doubles, "exact")
    costs = gap_costs(row, _after_costs(row, after, words))
    if not damaged:
        near = {i for i in after if any(words.suspicious(p.word) for p in row.pieces[i : i + 2] if p.word)}
        costs = [cost if gap in near else None for gap, cost in enumerate(costs)]
    out = joins(row, words, costs, formable=False) if after else set()
    joined = _joined(row, out)
    capitals, address = _cut_capitals(row, words, joined), _address(row, after, words, joined)
    return _Mended(frozenset(out | capitals | address | _punctuation(row, after)))


def _joined(row: Row, out: AbstractSet[int]) -> list[str]:
    """Return for every piece the word it belongs to when these gaps are taken out."""
    belongs = [piece.word for piece in row.pieces]
    for run in runs(out):
        first, last = run[0], run[-1] + 2
        belongs[first:last] = [core("".join(p.text for p in row.pieces[first:last]))] * (last - first)
    return belongs


def _after_glyph(text: str, row: Row, index: int, pattern: Pattern) -> bool:
    """Tell whether a gap of plain blanks follows a splitting glyph."""
    left, right = row.pieces[index], row.pieces[index + 1]
    return left.text[-1] in pattern.glyphs and not text[left.end : right.start].strip(" ")


def _after_costs(row: Row, after: Sequence[int], words: Words) -> Callable[[int], GapCost]:
    allowed = set(after)

    def price(index: int) -> GapCost:
        if index not in allowed or not joinable(row, index):
            return None
        final = word_final(row.pieces[index].text[-1])
        return _apart(row, index, words) - math.log(1 - final), -math.log(final)

    return price


def _apart(row: Row, index: int, words: Words) -> float:
    """Return what speaks for two words here: the words around, and what our own texts write apart."""
    left, right = row.pieces[index], row.pieces[index + 1]
    lefts, rights = [left.word], [right.word]
    # The neighbour itself may have been cut: 'publiek r echt'.
    if index:
        lefts.append(core(row.pieces[index - 1].text + left.text))
    if index + 2 < len(row.pieces):
        rights.append(core(right.text + row.pieces[index + 2].text))
    stock = max(words.apart(one, two) for one in lefts for two in rights)
    return conjunction(row, index, words) + stock


def _cut_capitals(row: Row, words: Words, joined: Sequence[str]) -> set[int]:
    """Return the gaps between a lone capital and the rest of its word ('V oor', 'B arremaecker').

    A capital that splits but once or twice in a document cannot be learned; what it leaves can be seen.
    The rest is judged as `joined` reads it: 'U ontv angt' holds a pronoun and a word.
    """
    found = set()
    for i in range(len(row.pieces) - 1):
        left, right = row.pieces[i], row.pieces[i + 1]
        if len(left.text) == 1 and left.text.isupper() and right.text[0].islower() and joinable(row, i):
            part = joined[i + 1]
            whole = left.word + part
            rest = len(whole) >= _WHOLE and words.suspicious(part)
            if part and (rest or _better(whole, part, words)):
                found.add(i)
    return found


def _better(whole: str, part: str, words: Words) -> bool:
    return words.curated(whole) and words.cost(whole) < words.cost(part)


def _cost(row: Row, out: frozenset[int], words: Words) -> float:
    """Return the cost of a row with these gaps taken out."""
    total, text = 0.0, ""
    for index, piece in enumerate(row.pieces):
        text += piece.text
        if index not in out:
            total += words.cost(text.lower().strip(".,;:()“”\"'’"))
            text = ""
    return total


def _punctuation(row: Row, after: Iterable[int]) -> set[int]:
    """Return the gaps between a splitting glyph and a mark that closes; dotted leaders stay apart."""
    return {i for i in after if row.gap(i) == 1 and _CLOSES.match(row.pieces[i + 1].text)}


def _address(row: Row, after: Iterable[int], words: Words, joined: Sequence[str]) -> set[int]:
    """Return the gaps inside what reads as an e-mail address or a web address."""
    found: set[int] = set()
    at_sign = (i for i in range(len(row.pieces) - 1) if row.pieces[i].text[-1] == "@")
    for run in runs(i for i in {*after, *at_sign} if row.gap(i) == 1):
        for first in range(run[0], run[-1] + 1):
            gaps = [gap for gap in run if gap >= first]
            sign = row.pieces[first + 1].text[0] == "@"
            end = 0 if _whole_word(joined[first], words) and not sign else _address_end(row, gaps)
            if end:
                found |= set(gaps[:end])
                break
    return found


def _whole_word(word: str, words: Words) -> bool:
    """Tell whether a word stands in its own right, before an address rather than part of it."""
    return len(word) >= _WHOLE and words.curated(word)


def _address_end(row: Row, gaps: Sequence[int]) -> int:
    """Return how many of these neighbouring gaps to take out to complete an address, 0 for none."""
    text = row.pieces[gaps[0]].text
    for number, gap in enumerate(gaps, 1):
        text += row.pieces[gap + 1].text
        if _ADDRESS.fullmatch(text):
            return number
    return 0


def _by_words(text: str, lines: Sequence[Row], evidence: Evidence, lexicon: Lexicon) -> list[Change]:
    """Take out blanks at random places: only where a known word or a compound comes of it."""
    # A word seen once may be a fragment itself; only what recurs speaks for the document.
    seen = _here(_unsplit(lines, evidence, lexicon))
    here = Counter({word: count - 1 for word, count in seen.items() if count > 1})
    words = Words(lexicon, here, seen)
    join = -math.log(min(_RANDOM_MOST, _RANDOM_UNSEEN * evidence.rate))
    changes: list[Change] = []
    for row in lines:
        if is_english([piece.text for piece in row.pieces]):
            continue
        out = joins(row, words, gap_costs(row, _random_costs(row, words, join)), formable=True)
        changes += [
            change
            for change in _changes(text, row, _Mended(frozenset(out), mode="random"))
            if words.curated(core(change.text))
            or is_dutch(text, change.start, change.end, words, _AMONG_NAMES)
        ]
    return changes


def _unsplit(lines: Sequence[Row], evidence: Evidence, lexicon: Lexicon) -> Iterator[str]:
    """Yield the words that no fragment stands beside: they are what the document itself says."""
    for row, found in zip(lines, evidence.joins, strict=True):
        parts = {i for gap in found for i in (gap, gap + 1)}
        for index, piece in enumerate(row.pieces):
            if index not in parts and len(piece.word) >= _WHOLE and not _half(row, index, lexicon):
                yield piece.word


def _half(row: Row, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word that our texts lack makes one of theirs with its neighbour: 'plat' and 'form'."""
    word = row.pieces[index].word
    if lexicon.count(word):
        return False
    left = row.pieces[index - 1].word if index else ""
    right = row.pieces[index + 1].word if index + 1 < len(row.pieces) else ""
    return any(lexicon.count(whole) for whole in (left + word, word + right) if whole != word)


def _random_costs(row: Row, words: Words, join: float) -> Callable[[int], GapCost]:
    suspects = [words.suspicious(p.word) if p.word else p.head or p.tail for p in row.pieces]

    def price(index: int) -> GapCost:
        if not joinable(row, index):
            return None
        near = suspects[index] or suspects[index + 1] or _in_one(row, index)
        return (join if near else join + _NO_SUSPECT) + _apart(row, index, words), 0.0

    return price


def _in_one(row: Row, index: int) -> bool:
    return row.pieces[index + 1].word in _ONE_WORD.get(row.pieces[index].word, ())


def _changes(text: str, row: Row, mended: _Mended) -> list[Change]:
    """Return one change per word that was split, and one per double blank."""
    rule, sure = f"spacing/{mended.mode}", _CONFIDENCE[mended.mode]
    found = []
    for run in runs(mended.out):
        pieces = row.pieces[run[0] : run[-1] + 2]
        found.append(Change(pieces[0].start, pieces[-1].end, "".join(p.text for p in pieces), rule, sure))
    for gap in mended.single:
        start, end = row.pieces[gap].end, row.pieces[gap + 1].start
        found.append(Change(start, end, text[start : end - 1], rule, sure))
    return found
