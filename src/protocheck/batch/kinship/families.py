"""Families: protocols of different parties written from one text, with what each member changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256

from protocheck.batch.kinship.changes import changed
from protocheck.batch.kinship.grouping import Group
from protocheck.batch.kinship.papers import Archive, Element, Paper
from protocheck.batch.kinship.parts import Part, parts
from protocheck.batch.kinship.profiles import Profile, Profiles
from protocheck.batch.kinship.scratch import Scratch, Series
from protocheck.batch.kinship.tokens import Masks, masks, shown, tokens
from protocheck.batch.kinship.usual import Usual, UsualText
from protocheck.model.kinship import Change, CriterionChange, Family, Member
from protocheck.record import record

_ID = 12  # characters of the name of a family
_HELD = 4  # papers whose parts are kept in memory; those of the others are put aside
_MANY = 10**9 - 1  # more than the papers of any family


@record
class Kin:
    """A family with what the search for leftovers needs: the parties of each member, and those in common."""

    family: Family
    members: tuple[str, ...]
    common: frozenset[str]


class Families:
    """The families of an archive, kept in a scratch file as they are found."""

    def __init__(self, archive: Archive, profiles: Profiles, scratch: Scratch) -> None:
        """Begin without any."""
        self._archive, self._profiles, self._scratch = archive, profiles, scratch
        self.found: Series[Family] = Series(scratch, partial(_with_members, scratch))

    def of(self, groups: Iterable[Group]) -> Iterator[Kin]:
        """Find and yield the groups whose papers are of different parties, the largest first."""
        mixed: Series[Group] = Series(self._scratch)
        for group in groups:
            if self._is_family(group):
                mixed.add(group, f"{_MANY - len(group.papers):09}", min(group.papers))
        for group in mixed:
            yield self._family(group)

    def _is_family(self, group: Group) -> bool:
        """Tell whether a group is more than one protocol in several copies or versions.

        Where the parties of a paper are not known, nothing says that it is a copy.
        """
        found = {self._profiles.bodies(each) for each in group.papers}
        return len(found) > 1 or not all(found)

    def _family(self, group: Group) -> Kin:
        common = common_bodies(group.papers, self._profiles)
        opened = _Opened(self._archive, group.papers, common, self._profiles, self._scratch)
        usual, expected = UsualText(), _Expectations()
        for member in opened.read():
            usual.add(member.parts)
            expected.add(member.elements)
        text, statuses = usual.text(opened.parts_of), expected.usual()
        members = self._compared(opened, text, statuses)
        opened.close()
        family = Family(
            id=_id(self._profiles[each].sha256 for each in group.papers),
            title=_title(group.papers, self._profiles, common),
            common=_names(common, group.papers, self._profiles),
            example=group.papers[0],
            parts=len(text.parts),
            members=members,
        )
        self.found.add((replace(family, members=()), members.mark))
        return Kin(family, group.papers, common)

    def _compared(self, opened: _Opened, text: Usual, statuses: Mapping[str, _Expected]) -> Series[Member]:
        """Return the members as they differ from the usual text: the example, then those most like it."""
        members: Series[Member] = Series(self._scratch)
        for number, each in enumerate(opened.again()):
            made = _member(each, text, statuses)
            first = number == 0
            members.add(made, *(("",) if first else (f"{1 - made.likeness:.6f}", made.paper)))
        return members


def _with_members(scratch: Scratch, kept: tuple[Family, tuple[int, int]]) -> Family:
    family, mark = kept
    return replace(family, members=Series(scratch, mark=mark))


def common_bodies(group: Sequence[str], profiles: Profiles) -> frozenset[str]:
    """Return the bodies that are a party to more than half of the papers."""
    seen = Counter(body for each in group for body in profiles.bodies(each))
    return frozenset(body for body, count in seen.items() if 2 * count > len(group))


def _id(contents: Iterable[str]) -> str:
    return sha256("\n".join(sorted(contents)).encode()).hexdigest()[:_ID]


@record
class _Open:
    """A member of a family with its parts, and how it was judged."""

    paper: str
    elements: tuple[Element, ...]
    parts: tuple[Part, ...]


class _Opened:
    """The members of a family with their parts, to go through twice: they are read once, and put aside."""

    def __init__(
        self,
        archive: Archive,
        ids: Sequence[str],
        common: frozenset[str],
        profiles: Profiles,
        scratch: Scratch,
    ) -> None:
        self._archive, self._ids, self._common, self._profiles = archive, ids, common, profiles
        self._held: list[_Open] = []
        self._aside: Series[_Open] = Series(scratch)

    def read(self) -> Iterator[_Open]:
        for paper in self._archive.papers(self._ids):
            masked = own_masks(paper, self._profiles[paper.id], self._common)
            opened = _Open(paper.id, paper.elements, parts(paper, masked))
            if len(self._held) < _HELD:
                self._held.append(opened)
            else:
                self._aside.add(opened)
            yield opened

    def again(self) -> Iterator[_Open]:
        yield from self._held
        yield from self._aside

    def parts_of(self, number: int) -> Sequence[Part]:
        held = self._held[number] if number < _HELD else self._aside[number - _HELD]
        return held.parts

    def close(self) -> None:
        self._aside.clear()


def own_masks(paper: Paper, profile: Profile, common: frozenset[str]) -> Masks:
    """Return the names of the parties of a paper that most of its family do not share."""
    own = [party for party, key in profile.keyed if key not in common]
    shared = masks(party for party, key in profile.keyed if key in common)
    found = masks(own, paper.contacts)
    people = found.people | shared.people
    return Masks(found.kinds - shared.kinds, found.names - shared.names, people)


def _member(opened: _Open, text: Usual, expected: Mapping[str, _Expected]) -> Member:
    found = changed(opened.parts, text)
    criteria = tuple(_criteria(opened, found.changes, expected))
    return Member(opened.paper, round(found.likeness, 4), found.changes, criteria)


@record
class _Expected:
    """How most members are judged on a criterion, and on which parts of the text the first of them is."""

    status: str
    labels: frozenset[str]


class _Expectations:
    """Counts how members are judged."""

    def __init__(self) -> None:
        self._seen: dict[str, Counter[str]] = {}
        self._first: dict[tuple[str, str], frozenset[str]] = {}

    def add(self, elements: Iterable[Element]) -> None:
        for each in elements:
            self._seen.setdefault(each.id, Counter())[each.status] += 1
            self._first.setdefault((each.id, each.status), frozenset(each.labels))

    def usual(self) -> dict[str, _Expected]:
        """Return what to expect for each criterion; of as many members, what was met first."""
        expected = {name: max(counts, key=counts.__getitem__) for name, counts in self._seen.items()}
        return {name: _Expected(status, self._first[name, status]) for name, status in expected.items()}


def _criteria(
    opened: _Open, changes: Sequence[Change], expected: Mapping[str, _Expected]
) -> Iterator[CriterionChange]:
    for each in opened.elements:
        usual = expected[each.id]
        if each.status != usual.status:
            because = tuple(at for at, change in enumerate(changes) if _bears_on(change, each, usual))
            yield CriterionChange(each.id, each.number, each.title, usual.status, each.status, because)


def _bears_on(change: Change, criterion: Element, usual: _Expected) -> bool:
    """Tell whether a change touches a place on which the criterion is judged, here or in most members."""
    here = change.kind != "left-out" and change.label in criterion.labels
    there = change.usual_label in usual.labels
    return here or there or _speaks_of(change, criterion.title)


def _speaks_of(change: Change, title: str) -> bool:
    """Tell whether the heading of a changed part is that of the criterion, but for grammar."""
    from protocheck.match.likeness import shared  # noqa: PLC0415 - only where a criterion differs

    return bool(change.heading) and shared(change.heading, title) >= 0.5  # noqa: PLR2004 - half of the words


def _title(ids: Sequence[str], profiles: Profiles, common: frozenset[str]) -> str:
    """Return the title that most members carry, the names of their own parties masked."""
    titled = (profile for profile in map(profiles.__getitem__, ids) if profile.title)
    seen = Counter(_plain_title(profile, common) for profile in titled)
    return seen.most_common(1)[0][0] if seen else ""


def _plain_title(profile: Profile, common: frozenset[str]) -> str:
    masked = masks(party for party, key in profile.keyed if key not in common)
    return shown(profile.title, tokens(profile.title, masked))


def _names(common: frozenset[str], ids: Sequence[str], profiles: Profiles) -> tuple[str, ...]:
    """Return the bodies in common by the name that most papers give them."""
    seen: dict[str, Counter[str]] = {}
    for each in ids:
        for party, key in profiles[each].keyed:
            if key in common:
                seen.setdefault(key, Counter())[party.name] += 1
    return tuple(sorted(counts.most_common(1)[0][0] for counts in seen.values()))
