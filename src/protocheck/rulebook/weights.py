"""The table of a pack that says how much each word tells for an element of a criterion, and against it.

`gewichten.tsv` is written by `scripts/learn_weights.py`: a row a word, a column an element
('EGOV-08.gevolg'), empty where the word tells nothing. Three rows come first, in brackets: what a passage
without any such word weighs, what a signal of the rule adds when it fires in the passage, and from what
weight on a passage states the element. Rows in brackets may follow that tell how much it counts what is
around a passage (`engine/surroundings.py`): all of them, or none. A row '!toegang-gelogd' tells of one signal
what it adds instead. A row '@wet&verzamel' tells what a word does in a sentence that holds a term as well: a
law that is named where somebody collects is another thing than one that is named elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from protocheck.record import record

if TYPE_CHECKING:
    from protocheck.rulebook.source import Faults

TABLE = "gewichten.tsv"
BASE, SIGNAL, START = _SETTINGS = ("(grond)", "(signaal)", "(vanaf)")
# What is around a passage: whom it names, of sender and receiver; what its own words weigh; how much more it
# weighs for another element; the mean of both over its part; and the mean of its own over its neighbours.
SENDER, RECEIVER, BOTH = "(verzender)", "(ontvanger)", "(beide)"
OWN, OTHER, PART, OTHER_IN_PART, NEAR = "(zelf)", "(ander)", "(deel)", "(ander-in-deel)", "(nabij)"
AROUND = (SENDER, RECEIVER, BOTH, OWN, OTHER, PART, OTHER_IN_PART, NEAR)
_FIRST = "woord"
BESIDE = "&"  # between a term and a word of the same sentence

# What a word tells is packed: a lane of four bytes for each element, all lanes of a word read as one number.
# The lanes of some words are added by adding those numbers, which costs as much for seventeen elements as for
# one. In a lane stands the weight in hundredths, and so much more that it is never below zero.
LANE = 4
PARTS = 100
ZERO = 1 << 15
_MOST = 300.0

Told = Sequence[tuple[int, float]]  # which element by its number, and how much


@record
class Weights:
    """How much words tell for the elements that are weighed.

    Attributes:
        elements: their names, 'EGOV-08.gevolg'.
        base: per element what a passage weighs before its words are counted.
        signal: per element what is added when a signal of the rule fires in the passage.
        start: per element the weight from which on a passage states it.
        words: by word, or '^word' in a heading, 'word word' next to each other, term of the rules or
            '!signal': the elements that it tells something of, packed (a paper holds one word in ten).
        beside: by term of the rules what each word of a sentence that holds the term tells besides.
        around: by row of `AROUND`, for each element, how much what is around a passage counts; or empty.
    """

    elements: tuple[str, ...] = ()
    base: tuple[float, ...] = ()
    signal: tuple[float, ...] = ()
    start: tuple[float, ...] = ()
    words: Mapping[str, bytes] = field(default_factory=dict)
    beside: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    around: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    def told(self, word: str) -> Told:
        """Return the elements that a word, or 'term&word', tells something of, by number, and how much."""
        term, mark, other = word.partition(BESIDE)
        lanes = (self.beside.get(term, {}) if mark else self.words).get(other or term, b"")
        found = (int.from_bytes(lanes[at : at + LANE], "little") - ZERO for at in range(0, len(lanes), LANE))
        return [(number, parts / PARTS) for number, parts in enumerate(found) if parts]


def packed(told: Iterable[tuple[int, float]], count: int) -> bytes:
    """Pack what a word tells of so many elements."""
    lanes = [ZERO] * count
    for number, weight in told:
        lanes[number] += round(weight * PARTS)
    return b"".join(lane.to_bytes(LANE, "little") for lane in lanes)


def read_weights(folders: Iterable[Path], faults: Faults) -> Weights:
    """Read the tables of the packs that have one; every cell that is no number is a fault with its line."""
    found = Weights()
    for path in (folder / TABLE for folder in folders):
        if path.is_file():
            found = _joined(found, _table(path, faults))
    return found


def _joined(one: Weights, other: Weights) -> Weights:
    """Put the elements of a second pack behind those of the first."""
    moved, count = len(one.elements), len(one.elements) + len(other.elements)
    words = {
        word: packed((*one.told(word), *((n + moved, weight) for n, weight in other.told(word))), count)
        for word in dict.fromkeys((*_every(one), *_every(other)))
    }
    return Weights(
        (*one.elements, *other.elements),
        (*one.base, *other.base),
        (*one.signal, *other.signal),
        (*one.start, *other.start),
        *_apart(words),
        around=_around(one, other),
    )


def _around(one: Weights, other: Weights) -> dict[str, tuple[float, ...]]:
    """Put what is around a passage together; of a pack that does not say, it counts for nothing."""
    if not (one.around or other.around):
        return {}
    return {name: (*_counts(one, name), *_counts(other, name)) for name in AROUND}


def _counts(weights: Weights, name: str) -> Sequence[float]:
    return weights.around.get(name) or (0.0,) * len(weights.elements)


def _every(weights: Weights) -> Iterator[str]:
    yield from weights.words
    for term, words in weights.beside.items():
        yield from (f"{term}{BESIDE}{word}" for word in words)


def _apart(words: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, dict[str, bytes]]]:
    """Return the words, and apart from them those that tell something beside a term."""
    alone: dict[str, bytes] = {}
    beside: dict[str, dict[str, bytes]] = {}
    for word, lanes in words.items():
        term, mark, other = word.partition(BESIDE)
        (beside.setdefault(term, {}) if mark else alone)[other or term] = lanes
    return alone, beside


def _table(path: Path, faults: Faults) -> Weights:
    head, *rows = path.read_text("utf-8").splitlines() or [""]
    first, *names = head.split("\t")
    if first != _FIRST or len(set(names)) != len(names):
        faults.add(path, (1, 1), f"de eerste rij noemt ‘{_FIRST}’ en dan elk onderdeel één keer")
        return Weights()
    words: dict[str, Sequence[tuple[int, float]]] = {}
    for number, row in enumerate(rows, start=2):
        word, *cells = row.split("\t")
        if len(cells) != len(names) or not word or word in words:
            faults.add(path, (number, 1), f"een rij heeft een nieuw woord en {len(names)} cellen")
            continue
        words[word] = tuple(_cells(cells, names, path, number, faults))
    settings = [_setting(words.pop(name, ()), len(names)) for name in _SETTINGS]
    around = {name: _setting(words.pop(name), len(names)) for name in AROUND if name in words}
    if around and (len(around) < len(AROUND) or None in around.values()):
        faults.add(
            path,
            (1, 1),
            f"de rijen {', '.join(AROUND)} geven elk onderdeel een getal, of staan er geen van alle",
        )
        around = {}
    if any(setting is None for setting in settings) and not faults.found:
        faults.add(path, (1, 1), f"de rijen {', '.join(_SETTINGS)} geven elk onderdeel een getal")
    base, signal, start = (setting or (0.0,) * len(names) for setting in settings)
    every = {word: packed(told, len(names)) for word, told in words.items()}
    told = {name: weights for name, weights in around.items() if weights is not None}
    return Weights(tuple(names), base, signal, start, *_apart(every), around=told)


def _cells(
    cells: Sequence[str], names: Sequence[str], path: Path, number: int, faults: Faults
) -> Iterable[tuple[int, float]]:
    for at, (name, cell) in enumerate(zip(names, cells, strict=True)):
        try:
            if cell:
                weight = float(cell)
                yield at, max(-_MOST, min(_MOST, weight))
        except ValueError:
            faults.add(path, (number, 1), f"‘{cell}’ bij {name} is geen getal")


def _setting(told: Sequence[tuple[int, float]], count: int) -> tuple[float, ...] | None:
    """Return a setting for every element, or None when one lacks."""
    return tuple(weight for _at, weight in told) if len(told) == count else None


def to_plain(weights: Weights) -> dict[str, Any]:
    """Return the weights as plain tables, to be kept."""
    plain = {name: getattr(weights, name) for name in ("elements", "base", "signal", "start")}
    beside = {term: dict(words) for term, words in weights.beside.items()}
    around = dict(weights.around)
    return {**plain, "words": dict(weights.words), "beside": beside, "around": around}


def from_plain(data: Mapping[str, Any]) -> Weights:
    """Return the weights that `to_plain` told.

    Raises:
        KeyError, TypeError: the data are something else.
    """
    elements, base, signal, start = (data[name] for name in ("elements", "base", "signal", "start"))
    return Weights(elements, base, signal, start, data["words"], data["beside"], data["around"])
