"""How one stage changes the text that the stage before it left: changes compose into raw edits."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from protocheck.model.alignment import Edit, RepairedText
from protocheck.model.geometry import Span
from protocheck.record import record


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Characters `start` to `end` of the text as the last stage left it become `text`.

    A change always replaces something: an insertion takes a neighbour along, so that every repaired
    character has an original to point at.
    """

    start: int
    end: int
    text: str
    rule: str
    confidence: float = 1.0

    def __post_init__(self) -> None:
        """Refuse a change that replaces nothing."""
        if self.end <= self.start:
            raise ValueError(f"a change must replace something: {self.start}..{self.end} {self.text!r}")


def compose(base: RepairedText, changes: Iterable[Change]) -> RepairedText:
    """Apply `changes`, in coordinates of `base.text`, and keep the way back to the raw text.

    A change that cuts into an earlier edit swallows it whole: the map stays a tiling, and the rule
    names of both remain. An edit that comes to nothing disappears.

    Raises:
        ValueError: two changes overlap.
    """
    fresh = sorted(changes)
    if not fresh:
        return base
    for one, two in itertools.pairwise(fresh):
        if two.start < one.end:
            raise ValueError(f"changes overlap at {two.start}: {one} and {two}")
    edits = (_merged(base, group) for group in _groups(_items(base, fresh)))
    return RepairedText.build(base.source, [edit for edit in edits if edit is not None], base.quality)


def apart(changes: Iterable[Change]) -> list[Change]:
    """Return the changes without those that overlap an earlier one: a place is mended once a stage."""
    kept: list[Change] = []
    for change in sorted(changes):
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return kept


@record
class _Item:
    """An earlier edit or a new change, by its place in the text that both speak of."""

    start: int
    end: int
    edit: Edit | None = None
    change: Change | None = None


def _items(base: RepairedText, changes: Sequence[Change]) -> list[_Item]:
    """Return earlier edits and new changes in the order of the text; at one place, edits first."""
    items = [_Item(c.out.start, c.out.end, edit=c.edit) for c in base.chunks if c.edit is not None]
    items += [_Item(c.start, c.end, change=c) for c in changes]
    items.sort(key=lambda item: (item.start, item.end))
    return items


def _groups(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Yield the items that cut into each other together; those that only touch stay apart."""
    group: list[_Item] = []
    end = 0
    for item in items:
        if group and item.start < end:
            group.append(item)
            end = max(end, item.end)
            continue
        if group:
            yield group
        group, end = [item], item.end
    if group:
        yield group


def _merged(base: RepairedText, group: Sequence[_Item]) -> Edit | None:
    """Return the one edit that a group amounts to, or None when it restores the raw text."""
    if len(group) == 1 and group[0].edit is not None:
        return group[0].edit
    start, end = group[0].start, max(item.end for item in group)
    pieces: list[str] = []
    at = start
    for item in group:
        if item.change is not None:
            pieces += (base.text[at : item.start], item.change.text)
            at = item.end
    pieces.append(base.text[at:end])
    text = "".join(pieces)
    raw = base.to_raw(Span(start, end))
    if text == raw.of(base.source.text):
        return None
    return Edit(raw, text, _rules(group), min(_confidence(item) for item in group))


def _rules(group: Sequence[_Item]) -> str:
    """Return the names of all rules that worked here, each once, the older ones first."""
    names: dict[str, None] = {}
    for item in sorted(group, key=lambda item: item.edit is None):
        rule = item.edit.rule if item.edit is not None else item.change.rule if item.change else ""
        names.update(dict.fromkeys(rule.split("+")))
    return "+".join(names)


def _confidence(item: _Item) -> float:
    if item.edit is not None:
        return item.edit.confidence
    return item.change.confidence if item.change is not None else 1.0
