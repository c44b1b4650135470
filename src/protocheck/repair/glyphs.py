"""Which glyphs of this document drag a false blank behind them: learned, never assumed.

A broken font gives some glyphs a wrong width, so that every text extractor sees a blank after each of
them. The set differs from document to document, but inside one it is the same on every damaged line.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from protocheck.record import record
from protocheck.regex import lazy
from protocheck.repair.merge import GapCost, gap_costs, joins, misshapen
from protocheck.repair.surroundings import is_english
from protocheck.repair.tokens import Piece, Row, core, joinable, looks
from protocheck.repair.words import Words

_LEARNING_COST = 3.0
_MIN_WORD = 3
# How many pieces the quick look before the first one puts together.
_WINDOW = 3
# Pieces of so few signs may be cut off even where they are a word.
_SMALL = 4
_ROWS = lazy(r"[\n\f\t]+")
_MIN_JOINS = 6
_MIN_RATE = 0.004
_MIN_EXPLAINED = 0.75
_MIN_FOLLOWED = 0.75
_MIN_SHARE = 0.01
_MIN_LINES = 2
_BY_OTHERS = 0.45
_ADDED = 0.85
_ADDED_NOISY = 0.7
_ADDED_SEEN = 3
_CHARGED = 2
_ADDED_CHARGED = 0.6
_DAMAGED = 0.7
# Where even damaged lines miss some false blanks, a line is damaged from this share on.
_DAMAGED_NOISY = 0.5
_NOISY = 0.95
_MIN_DOUBLES = 3
_DOUBLES_SHARE = 0.7
# Of the doubles that real blanks would leave, this share at least must be there.
_DOUBLES_EXPECTED = 0.3
# How often a Dutch word ends on the letter: the chance that a blank after it is real.
_FINAL = {
    "m": 0.155, "w": 0.051, "k": 0.36, "g": 0.24, "v": 0.006, "d": 0.3, "n": 0.5, "t": 0.6, "e": 0.4,
    "r": 0.4, "s": 0.4, "l": 0.3, "o": 0.2, "a": 0.1, "h": 0.15, "b": 0.05, "p": 0.25, "z": 0.02,
    "i": 0.03, "u": 0.05, "c": 0.03, "f": 0.4, "j": 0.3, "@": 0.01,
}  # fmt: skip
_FINAL_CAPITAL = 0.05
_FINAL_OTHER = 0.2


@record
class Evidence:
    """What a first look found: per row the gaps that split a curated word, and how many gaps there are."""

    joins: tuple[frozenset[int], ...]
    gaps: int

    @property
    def count(self) -> int:
        """Return the number of gaps that split a word."""
        return sum(len(row) for row in self.joins)

    @property
    def rate(self) -> float:
        """Return the share of all gaps that split a word."""
        return self.count / max(self.gaps, 1)


@record
class Pattern:
    """The glyphs that split, the rows that they split, and whether real blanks there are doubled."""

    glyphs: frozenset[str]
    damaged: frozenset[int]
    exact: bool


@dataclass(slots=True)
class _Follow:
    """How often each glyph of a row stands before something, and before a blank."""

    seen: Counter[str] = field(default_factory=Counter)
    blank: Counter[str] = field(default_factory=Counter)


def may_be_damaged(text: str, words: Words) -> bool:
    """Tell whether a first look could find enough: a bound from above that costs little on a sound text.

    Counts the gaps beside a fragment that a few pieces close into a curated word which costs less than
    they do apart, whether or not that is the best reading of the line.
    """
    lines = [line.split(" ") for line in _ROWS.split(text)]
    gaps = sum(max(len(line) - line.count("") - 1, 0) for line in lines)
    need, found = max(_MIN_JOINS, _MIN_RATE * gaps), 0
    suspects = {piece for piece in set(text.split()) if _may_be_part(piece, words)}
    known: dict[str, float] = {}
    for line in lines:
        if suspects.isdisjoint(line) or is_english(line):
            continue
        near = {gap for at, piece in enumerate(line) if piece in suspects for gap in (at - 1, at)}
        found += sum(0 <= gap < len(line) - 1 and _closes(line, gap, words, known) for gap in near)
        if found >= need:
            return True
    return False


def _may_be_part(piece: str, words: Words) -> bool:
    """Tell whether a piece looks like a part of a word that was cut."""
    if len(piece) > _SMALL and words.lexicon.word(piece) is not None:
        return False
    word, *parts = looks(piece)
    return words.suspicious(word) if word else any(parts)


def _closes(pieces: Sequence[str], gap: int, words: Words, known: dict[str, float]) -> bool:
    """Tell whether pieces around a gap make a curated word that costs less than they do apart."""
    for start in range(gap, max(gap - _WINDOW + 1, -1), -1):
        _, head, _, inner = looks(pieces[start])
        if head:
            text = "".join(pieces[start : gap + 1])
            for end in range(gap + 1, min(start + _WINDOW, len(pieces))):
                _, _, tail, middle = looks(pieces[end])
                text += pieces[end]
                if tail and _is_cheaper(text, pieces[start : end + 1], words, known):
                    return True
                if not middle:
                    break
        if not inner:
            return False
    return False


def _is_cheaper(text: str, pieces: Sequence[str], words: Words, known: dict[str, float]) -> bool:
    cost = known.get(text)
    if cost is None:
        word = core(text)
        made = len(word) >= _MIN_WORD and words.curated(word) and not words.name_in_small(text, word)
        cost = known[text] = words.cost(word) if made else math.inf
    if cost == math.inf:
        return False
    apart = sum(words.cost(looks(piece)[0] or piece.lower()) for piece in pieces)
    return cost + _LEARNING_COST * (len(pieces) - 1) < apart


def look(rows: Sequence[Row], words: Words) -> Evidence:
    """Find the gaps beside suspicious fragments that split a curated word."""
    return Evidence(
        tuple(frozenset(_counted(row, words)) for row in rows),
        sum(len(row.pieces) - 1 for row in rows),
    )


def _counted(row: Row, words: Words) -> set[int]:
    suspects = [_suspect(row, i, words) for i in range(len(row.pieces))]
    if not any(suspects):
        return set()

    def price(index: int) -> GapCost:
        near = suspects[index] or suspects[index + 1]
        return (_LEARNING_COST, 0.0) if near and joinable(row, index) else None

    found = joins(row, words, gap_costs(row, price), formable=False)
    return {gap for run in runs(found) if _is_word(row, run, words) for gap in run}


def _suspect(row: Row, index: int, words: Words) -> bool:
    piece = row.pieces[index]
    if piece.word:
        return words.suspicious(piece.word)
    return piece.head or piece.tail


def runs(gaps: Iterable[int]) -> list[list[int]]:
    """Return the gaps in groups of neighbours."""
    groups: list[list[int]] = []
    for gap in sorted(gaps):
        if groups and gap == groups[-1][-1] + 1:
            groups[-1].append(gap)
        else:
            groups.append([gap])
    return groups


def _is_word(row: Row, run: Sequence[int], words: Words) -> bool:
    text = "".join(piece.text for piece in row.pieces[run[0] : run[-1] + 2])
    word = core(text)
    return len(word) >= _MIN_WORD and words.curated(word) and not words.name_in_small(text, word)


def learn(text: str, rows: Sequence[Row], evidence: Evidence, words: Words) -> Pattern | None:
    """Return the pattern of the document, or None when its false blanks follow none."""
    if evidence.count < _MIN_JOINS or evidence.rate < _MIN_RATE:
        return None
    follows = [_follow(text, row) for row in rows]
    charged, where = _charge(rows, evidence)
    glyphs = {
        g
        for g, count in charged.items()
        if len(where[g]) >= _MIN_LINES
        and count >= _MIN_SHARE * evidence.count
        and _share(follows, where[g], (g,)) >= _MIN_FOLLOWED
    }
    if sum(charged[g] for g in glyphs) < _MIN_EXPLAINED * evidence.count:
        return None
    most = max((charged[g] for g in glyphs), default=0)
    glyphs = {g for g in glyphs if charged[g] == most or _confirmed(g, glyphs, follows, where)}
    if not glyphs:
        return None
    damaged = _damaged(glyphs, follows)
    split = frozenset().union(*where.values())
    noisy = _share(follows, damaged, tuple(glyphs)) < _NOISY
    glyphs |= _added(rows, follows, damaged | split, charged, _ADDED_NOISY if noisy else _ADDED)
    damaged = _damaged(glyphs, follows)
    glyphs |= _rare(rows, follows, damaged, glyphs, words)
    if _share(follows, damaged, tuple(glyphs)) < _NOISY:
        damaged = _damaged(glyphs, follows, _DAMAGED_NOISY)
    return Pattern(frozenset(glyphs), damaged, _is_exact(text, rows, glyphs, damaged))


def _follow(text: str, row: Row) -> _Follow:
    line = row.pieces[0].start, row.pieces[-1].end
    printed = text[line[0] : line[1]]
    follow = _Follow()
    for (glyph, after), count in Counter(itertools.pairwise(printed)).items():
        if glyph.isalpha() or glyph == "@":
            follow.seen[glyph] += count
            if after == " ":
                follow.blank[glyph] += count
    return follow


def _total(follows: Sequence[_Follow], rows: Iterable[int]) -> _Follow:
    total = _Follow()
    for index in rows:
        total.seen.update(follows[index].seen)
        total.blank.update(follows[index].blank)
    return total


def _share(follows: Sequence[_Follow], rows: Iterable[int], glyphs: Sequence[str]) -> float:
    """Return how often the glyphs stand before a blank on these rows, of all times before something."""
    seen = blank = 0
    for index in rows:
        follow = follows[index]
        for glyph in glyphs:
            seen += follow.seen[glyph]
            blank += follow.blank[glyph]
    return blank / seen if seen else 0.0


def _charge(rows: Sequence[Row], evidence: Evidence) -> tuple[Counter[str], dict[str, set[int]]]:
    """Return how many joins each glyph before a gap accounts for, and on which rows."""
    charged: Counter[str] = Counter()
    where: dict[str, set[int]] = {}
    for index, gaps in enumerate(evidence.joins):
        for gap in gaps:
            glyph = rows[index].pieces[gap].text[-1]
            if glyph.isalpha() or glyph == "@":
                charged[glyph] += 1
                where.setdefault(glyph, set()).add(index)
    return charged, where


def _confirmed(
    glyph: str, glyphs: set[str], follows: Sequence[_Follow], where: Mapping[str, set[int]]
) -> bool:
    """Tell whether the lines on which the other glyphs split words show this one splitting too.

    Only those lines: one 'k' at the end of a real word would flag a sound line as well.
    """
    others = glyphs - {glyph}
    split = {row for other in others for row in where[other]}
    flagged = _damaged(others, follows) & split if others else frozenset()
    seen = any(follows[index].seen[glyph] for index in flagged)
    return not seen or _share(follows, flagged, (glyph,)) >= _BY_OTHERS


def _damaged(glyphs: Iterable[str], follows: Sequence[_Follow], share: float = _DAMAGED) -> frozenset[int]:
    glyphs = tuple(glyphs)
    return frozenset(i for i in range(len(follows)) if _share(follows, (i,), glyphs) >= share)


def _added(
    rows: Sequence[Row],
    follows: Sequence[_Follow],
    damaged: frozenset[int],
    charged: Counter[str],
    share: float,
) -> set[str]:
    """Return capitals and '@' that split too but are too rare to have been learned from words.

    A capital that only ends acronyms ('OCMW ') always stands before a blank without splitting
    anything, so that it must also stand alone somewhere.
    """
    total = _total(follows, damaged)
    alone = {piece.text for i in damaged for piece in rows[i].pieces if len(piece.text) == 1}
    return {
        g
        for g, seen in total.seen.items()
        if ((g.isupper() and (g in alone or charged[g] >= _CHARGED)) or g == "@")
        and (charged[g] or seen >= _ADDED_SEEN)
        and total.blank[g] >= (min(share, _ADDED_CHARGED) if charged[g] > _CHARGED else share) * seen
    }


def _rare(
    rows: Sequence[Row], follows: Sequence[_Follow], damaged: frozenset[int], glyphs: set[str], words: Words
) -> set[str]:
    """Return capitals seen once or twice, always before a blank, that leave words when it goes."""
    total = _total(follows, damaged)
    found = {"@"} if total.seen["@"] and total.blank["@"] == total.seen["@"] else set()
    rare = {
        g for g, seen in total.seen.items() if g.isupper() and seen < _ADDED_SEEN and total.blank[g] == seen
    } - glyphs
    return found | {g for g in rare if all(_leaves_words(rows[i], g, glyphs, words) for i in damaged)}


def _leaves_words(row: Row, glyph: str, glyphs: set[str], words: Words) -> bool:
    """Tell whether every blank of the row after the glyph splits what reads as a word without it."""
    after = [
        i
        for i in range(len(row.pieces) - 1)
        if row.gap(i) == 1 and (row.pieces[i].text[-1] in glyphs or row.pieces[i].text[-1] == glyph)
    ]
    for run in runs(after):
        pieces = row.pieces[run[0] : run[-1] + 2]
        if any(piece.text[-1] == glyph for piece in pieces[:-1]):
            printed = "".join(piece.text for piece in pieces)
            word = "" if misshapen(printed) else core(printed)
            if len(word) < _MIN_WORD or not (words.formable(word) or _name_cut(pieces, words)):
                return False
    return True


def _name_cut(pieces: Sequence[Piece], words: Words) -> bool:
    """Tell whether the pieces look like a name cut behind its capital: 'O' and 'llevier'."""
    first, second = pieces[0].text, pieces[1].text
    return len(first) == 1 and first.isupper() and second[0].islower() and words.suspicious(pieces[1].word)


def _is_exact(text: str, rows: Sequence[Row], glyphs: set[str], damaged: frozenset[int]) -> bool:
    """Tell whether real blanks after a splitting glyph are doubled, so that single ones are false."""
    after = others = 0
    expected = 0.0
    for index in damaged:
        row = rows[index]
        for gap in range(len(row.pieces) - 1):
            glyph = text[row.pieces[gap].end - 1]
            expected += word_final(glyph) if glyph in glyphs else 0.0
            if row.gap(gap) > 1:
                after, others = after + (glyph in glyphs), others + (glyph not in glyphs)
    enough = after >= max(_MIN_DOUBLES, _DOUBLES_EXPECTED * expected)
    return enough and after >= _DOUBLES_SHARE * (after + others)


def word_final(glyph: str) -> float:
    """Return how often a Dutch word ends on the glyph: the chance that a blank after it is real."""
    return _FINAL_CAPITAL if glyph.isupper() else _FINAL.get(glyph, _FINAL_OTHER)
