"""What a paper changed against another text, part by part: added, left out, other words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from protocheck.batch.kinship.align import aligned, mark_of
from protocheck.batch.kinship.differ import Around, Compared, compared, printed
from protocheck.batch.kinship.parts import Part, rows
from protocheck.batch.kinship.tokens import shown
from protocheck.batch.kinship.usual import ROW, Usual, UsualPart, whole
from protocheck.model.kinship import Change, Piece
from protocheck.record import record
from protocheck.regex import lazy

_ELSEWHERE = 0.8  # of its rows of words that stand elsewhere, from which a part is not new but moved
_LEAST = 3  # words that a part must have to be told as added or left out
_NUMBERED = lazy(r"(?:artikel|article|annex|bijlage) (\w{1,6})$")


@record
class Changed:
    """The changes of a paper, in order, and which part of its words it shares with the other text."""

    changes: tuple[Change, ...]
    likeness: float


def changed(own: Sequence[Part], text: Usual) -> Changed:
    """Compare the parts of a paper with a text."""
    pairs = aligned([mark_of(each) for each in own], text.marks)
    around = Around(text.rows, whole(own), _renumbered(own, pairs, text))
    found = {at: compared(text.parts[there].part, own[at], around) for at, there in pairs.items()}
    shared = sum(each.shared for each in found.values())
    most = max(_words(own), _words([each.part for each in text.parts]), 1)
    return Changed(tuple(_in_order(own, pairs, found, text, around)), min(shared / most, 1.0))


def _words(found: Sequence[Part]) -> int:
    return sum(len(each.tokens) for each in found)


def _renumbered(own: Sequence[Part], pairs: Mapping[int, int], text: Usual) -> dict[str, str]:
    """Return which number a part of the other text has here."""
    result: dict[str, str] = {}
    for at, there in pairs.items():
        here, usual = own[at].passage.label, text.parts[there].label
        new, old = _NUMBERED.search(here.lower()), _NUMBERED.search(usual.lower())
        if new and old:
            result.setdefault(old[1], new[1])
    return result


def _in_order(
    own: Sequence[Part],
    pairs: Mapping[int, int],
    found: Mapping[int, Compared],
    text: Usual,
    around: Around,
) -> Iterator[Change]:
    """Yield the changes in the order of the paper, what is left out where the other text has it."""
    taken = set(pairs.values())
    missing = [at for at in range(len(text.parts)) if at not in taken]
    for at, each in enumerate(own):
        there = pairs.get(at)
        if there is None:
            if _is_told(each, around.old):
                yield _added(each)
            continue
        while missing and missing[0] < there:
            yield from _left_out(text.parts[missing.pop(0)], around)
        if found[at].differ:
            yield _rewritten(each, text.parts[there], found[at].pieces)
    for at in missing:
        yield from _left_out(text.parts[at], around)


def _is_told(part: Part, there: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether a part is long enough to tell, and stands nowhere in the other text."""
    if sum(not token.masked for token in part.tokens) < _LEAST:
        return False
    own = rows(part.keys, ROW)
    return len(own & there) < _ELSEWHERE * len(own)


def _added(part: Part) -> Change:
    passage = part.passage
    text = printed(part)
    return Change(
        "added", passage.label, passage.heading, passage.page, "", "", text, (Piece("added", text),)
    )


def _left_out(usual: UsualPart, around: Around) -> Iterator[Change]:
    part = usual.part
    if _is_told(part, around.new):
        text = shown(part.text, part.tokens)
        pieces = (Piece("removed", text),)
        yield Change("left-out", usual.label, part.passage.heading, None, usual.label, text, "", pieces)


def _rewritten(part: Part, usual: UsualPart, pieces: tuple[Piece, ...]) -> Change:
    passage = part.passage
    return Change(
        kind="changed",
        label=passage.label,
        heading=passage.heading,
        page=passage.page,
        usual_label=usual.label,
        usual=shown(usual.part.text, usual.part.tokens),
        text=printed(part),
        pieces=pieces,
    )
