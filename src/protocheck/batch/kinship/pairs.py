"""The same protocol found more than once: with each of its parties, or as an earlier and a later version."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from protocheck.advice.dutch import listing
from protocheck.batch.kinship.changes import Changed, changed
from protocheck.batch.kinship.folding import fold
from protocheck.batch.kinship.grouping import Group
from protocheck.batch.kinship.papers import Archive, Paper
from protocheck.batch.kinship.parts import parts
from protocheck.batch.kinship.profiles import Overview, Profile
from protocheck.batch.kinship.scratch import Scratch, Series
from protocheck.batch.kinship.sketch import likeness
from protocheck.batch.kinship.sketches import Sketches
from protocheck.batch.kinship.tokens import AS_PRINTED
from protocheck.batch.kinship.usual import UsualPart, of_parts
from protocheck.language import day
from protocheck.match.likeness import alike
from protocheck.model.kinship import Difference, Pair, PairKind

# A scanner may have damaged a copy; two protocols of the same parties may share a template, but no title.
_TITLE, _TEXT = 0.8, 0.35
_NEAR_TITLE, _SAME_TEXT = 0.5, 0.7
_APART = 92  # days between two signatures from which it is a new version; parties sign some weeks apart
_MOST = 60  # papers of the same parties and template that one is compared with
_NAMED = 6  # parts named in a sentence; a reader of more looks at the changes


def pairs(archive: Archive, found: Iterable[Group], seen: Overview, scratch: Scratch) -> Series[Pair]:
    """Return the pairs by their first place; a paper is paired with the most alike of those before it."""
    kept: Series[Pair] = Series(scratch)
    for each in _all(archive, found, seen):
        kept.add(each, each.first_at, each.second_at)
    return kept


def _all(archive: Archive, found: Iterable[Group], seen: Overview) -> Iterator[Pair]:
    profiles, sketches = seen.profiles, seen.sketches
    for paper in profiles.in_several_places():
        yield from _identical(profiles[paper])
    for group in found:
        same: dict[frozenset[str], list[str]] = defaultdict(list)
        for each in group.papers:
            bodies = profiles.bodies(each)
            if len(bodies) > 1:
                same[bodies].append(each)
        for papers in same.values():
            if len(papers) > 1:
                held = sorted(map(profiles.__getitem__, papers), key=_order)
                for first, second in _matched(held, sketches):
                    yield _pair(archive, first, second)


def _order(profile: Profile) -> tuple[dt.date, tuple[str, ...]]:
    return profile.day or dt.date.max, profile.places


def _identical(profile: Profile) -> Iterator[Pair]:
    """Yield a file that stands in several places, once for each place after the first."""
    for place in profile.places[1:]:
        yield Pair(
            kind="copies",
            first=profile.id,
            second=profile.id,
            title=profile.title,
            parties=tuple(party.name for party in profile.parties),
            first_at=profile.places[0],
            second_at=place,
            likeness=1.0,
            identical=True,
            differences=(),
            changes=(),
        )


def _matched(held: Sequence[Profile], sketches: Sketches) -> Iterator[tuple[Profile, Profile]]:
    for at, second in enumerate(held):
        near = [
            (likeness(sketches[first.id], sketches[second.id]), -index)
            for index, first in enumerate(held[:at][-_MOST:])
            if _is_pair(first, second, sketches)
        ]
        if near:
            yield held[:at][-_MOST:][-max(near)[1]], second


def _is_pair(first: Profile, second: Profile, sketches: Sketches) -> bool:
    text = likeness(sketches[first.id], sketches[second.id])
    if text < _TEXT:
        return False
    title = alike(first.title, second.title) if first.title and second.title else _NEAR_TITLE
    return title >= _TITLE or (title >= _NEAR_TITLE and text >= _SAME_TEXT)


def _pair(archive: Archive, first: Profile, second: Profile) -> Pair:
    one, other = archive.papers((first.id, second.id))
    found = _compared(one, other)
    kind = _kind(one, other)
    if kind == "copies" and first.places > second.places:
        first, second, one, other = second, first, other, one
        found = _compared(one, other)
    return Pair(
        kind=kind,
        first=first.id,
        second=second.id,
        title=one.title or other.title,
        parties=tuple(party.name for party in one.parties),
        first_at=one.place,
        second_at=other.place,
        likeness=round(found.likeness, 4),
        identical=False,
        differences=tuple(_differences(one, other, found)),
        changes=found.changes,
    )


def _compared(one: Paper, other: Paper) -> Changed:
    text = of_parts(UsualPart(each.passage.label, each) for each in parts(one, AS_PRINTED))
    return changed(parts(other, AS_PRINTED), text)


def _kind(one: Paper, other: Paper) -> PairKind:
    """Tell two copies from two versions: the days of signature, else of entry into force, lie far apart."""
    days = (one.signed, other.signed) if one.signed and other.signed else (one.in_force, other.in_force)
    first, second = days
    far = first is not None and second is not None and abs((first - second).days) > _APART
    return "versions" if far else "copies"


def _differences(one: Paper, other: Paper, found: Changed) -> Iterator[Difference]:
    yield from _signatures(one, other)
    yield from _days(one, other)
    if fold(one.title) != fold(other.title) and alike(one.title, other.title) < 1:
        yield Difference("title", "De titels verschillen.", one.title, other.title)
    yield from _annexes(one, other)
    labels = [each.label or each.usual_label or each.heading for each in found.changes]
    if labels:
        distinct = [each for each in dict.fromkeys(labels) if each]
        named = listing(distinct[:_NAMED]) if distinct else "een deel zonder nummer"
        more = f" en {len(distinct) - _NAMED} andere delen" if len(distinct) > _NAMED else ""
        yield Difference("text", f"De tekst verschilt in {named}{more}.", "", "")


def _signatures(one: Paper, other: Paper) -> Iterator[Difference]:
    signed = (one.signed, other.signed)
    if signed[0] and signed[1] and signed[0] != signed[1]:
        text = f"Het eerste exemplaar is ondertekend op {day(signed[0])}, het tweede op {day(signed[1])}."
        yield Difference("date", text, day(signed[0]), day(signed[1]))
    for index, name in enumerate(("eerste", "tweede")):
        mine, theirs = signed[index], signed[1 - index]
        if theirs and not mine:
            text = (
                f"Het {name} exemplaar draagt geen datum van ondertekening, het andere wel ({day(theirs)})."
            )
            shown = ("", day(theirs)) if index == 0 else (day(theirs), "")
            yield Difference("signature", text, *shown)


def _days(one: Paper, other: Paper) -> Iterator[Difference]:
    first, second = one.in_force, other.in_force
    if first and second and first != second:
        text = f"Het eerste exemplaar treedt in werking op {day(first)}, het tweede op {day(second)}."
        yield Difference("date", text, day(first), day(second))


def _annexes(one: Paper, other: Paper) -> Iterator[Difference]:
    first, second = _annex_labels(one), _annex_labels(other)
    for label in (each for each in first if each not in second):
        yield Difference("annex", f"Het tweede exemplaar heeft {label} niet, het eerste wel.", label, "")
    for label in (each for each in second if each not in first):
        yield Difference("annex", f"Het eerste exemplaar heeft {label} niet, het tweede wel.", "", label)


def _annex_labels(paper: Paper) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.label for each in paper.passages if each.kind == "annex"))
