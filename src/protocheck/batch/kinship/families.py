"""Families: protocols of different parties written from one text, with what each member changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from protocheck.batch.kinship import usual as usual_text
from protocheck.batch.kinship.bodies import Bodies
from protocheck.batch.kinship.changes import changed
from protocheck.batch.kinship.grouping import Group
from protocheck.batch.kinship.papers import Archive, Paper
from protocheck.batch.kinship.parts import Part, parts
from protocheck.batch.kinship.profiles import Profile
from protocheck.batch.kinship.tokens import Masks, masks, shown, tokens
from protocheck.batch.kinship.usual import Usual
from protocheck.model.kinship import Change, CriterionChange, Family, Member
from protocheck.model.report import CriterionInfo
from protocheck.record import record

_ID = 12  # characters of the name of a family
_HELD = 64  # papers whose parts are kept in memory; a larger family is read three times


@record
class Kin:
    """A family with what the search for leftovers needs: the parties of each member, and those in common."""

    family: Family
    members: tuple[str, ...]
    common: frozenset[str]


def families(
    archive: Archive, found: Iterable[Group], profiles: Mapping[str, Profile], known: Bodies
) -> Iterator[Kin]:
    """Yield the groups whose papers are of different parties, the largest first."""
    mixed = [group for group in found if _is_family(group, profiles)]
    for group in sorted(mixed, key=lambda each: (-len(each.papers), min(each.papers))):
        yield _family(archive, group, profiles, known)


def _is_family(group: Group, profiles: Mapping[str, Profile]) -> bool:
    """Tell whether a group is more than one protocol in several copies or versions.

    Where the parties of a paper are not known, nothing says that it is a copy.
    """
    found = {profiles[each].bodies for each in group.papers}
    return len(found) > 1 or not all(found)


def common_bodies(group: Sequence[str], profiles: Mapping[str, Profile]) -> frozenset[str]:
    """Return the bodies that are a party to more than half of the papers."""
    seen = Counter(body for each in group for body in profiles[each].bodies)
    return frozenset(body for body, count in seen.items() if 2 * count > len(group))


def _family(archive: Archive, group: Group, profiles: Mapping[str, Profile], known: Bodies) -> Kin:
    common = common_bodies(group.papers, profiles)
    opened = _Opened(archive, group.papers, common, known)
    text = usual_text.usual(found for _, found in opened)
    expected = _usual_statuses(paper for paper, _ in opened)
    members = tuple(_member(paper, found, text, expected) for paper, found in opened)
    family = Family(
        id=_id(profiles[each].sha256 for each in group.papers),
        title=_title(group.papers, profiles, common, known),
        common=_names(common, group.papers, profiles, known),
        example=group.papers[0],
        parts=len(text.parts),
        members=(members[0], *sorted(members[1:], key=lambda each: (-each.likeness, each.paper))),
    )
    return Kin(family, group.papers, common)


def _id(contents: Iterable[str]) -> str:
    return sha256("\n".join(sorted(contents)).encode()).hexdigest()[:_ID]


class _Opened:
    """The members of a family with their parts, to go through more than once; a large family is read anew."""

    def __init__(self, archive: Archive, ids: Sequence[str], common: frozenset[str], known: Bodies) -> None:
        self._archive, self._ids, self._common, self._known = archive, ids, common, known
        self._held = tuple(self._read()) if len(ids) <= _HELD else ()

    def __iter__(self) -> Iterator[tuple[Paper, tuple[Part, ...]]]:
        return iter(self._held or self._read())

    def _read(self) -> Iterator[tuple[Paper, tuple[Part, ...]]]:
        for paper in self._archive.papers(self._ids):
            yield paper, parts(paper, own_masks(paper, self._common, self._known))


def own_masks(paper: Paper, common: frozenset[str], known: Bodies) -> Masks:
    """Return the names of the parties of a paper that most of its family do not share."""
    own = [party for party in paper.parties if known.of(party) not in common]
    shared = masks(party for party in paper.parties if known.of(party) in common)
    found = masks(own, paper.facts.contacts)
    people = found.people | shared.people
    return Masks(found.kinds - shared.kinds, found.names - shared.names, people)


def _member(paper: Paper, own: Sequence[Part], text: Usual, expected: Mapping[str, _Expected]) -> Member:
    found = changed(own, text)
    criteria = tuple(_criteria(paper, found.changes, expected))
    return Member(paper.id, round(found.likeness, 4), found.changes, criteria)


@record
class _Expected:
    """How most members are judged on a criterion, and on which parts of the text the first of them is."""

    status: str
    labels: frozenset[str]


def _usual_statuses(papers: Iterable[Paper]) -> dict[str, _Expected]:
    """Return what to expect for each criterion; of as many members, what was met first."""
    seen: dict[str, dict[str, list[frozenset[str]]]] = {}
    for paper in papers:
        for each in paper.criteria:
            labels = frozenset(evidence.label for evidence in each.evidence)
            seen.setdefault(each.id, {}).setdefault(each.status, []).append(labels)
    expected = {name: max(held, key=lambda status: len(held[status])) for name, held in seen.items()}
    return {name: _Expected(status, seen[name][status][0]) for name, status in expected.items()}


def _criteria(
    paper: Paper, changes: Sequence[Change], expected: Mapping[str, _Expected]
) -> Iterator[CriterionChange]:
    for each in paper.criteria:
        usual = expected[each.id]
        if each.status != usual.status:
            because = tuple(at for at, change in enumerate(changes) if _bears_on(change, each, usual))
            yield CriterionChange(each.id, each.number, each.title, usual.status, each.status, because)


def _bears_on(change: Change, criterion: CriterionInfo, usual: _Expected) -> bool:
    """Tell whether a change touches a place on which the criterion is judged, here or in most members."""
    own = {each.label for each in criterion.evidence}
    here = change.kind != "left-out" and change.label in own
    there = change.usual_label in usual.labels
    return here or there or _speaks_of(change, criterion.title)


def _speaks_of(change: Change, title: str) -> bool:
    """Tell whether the heading of a changed part is that of the criterion, but for grammar."""
    from protocheck.match.likeness import shared  # noqa: PLC0415 - only where a criterion differs

    return bool(change.heading) and shared(change.heading, title) >= 0.5  # noqa: PLR2004 - half of the words


def _title(ids: Sequence[str], profiles: Mapping[str, Profile], common: frozenset[str], known: Bodies) -> str:
    """Return the title that most members carry, the names of their own parties masked."""
    seen = Counter(_plain_title(profiles[each], common, known) for each in ids if profiles[each].title)
    return seen.most_common(1)[0][0] if seen else ""


def _plain_title(profile: Profile, common: frozenset[str], known: Bodies) -> str:
    masked = masks(party for party in profile.parties if known.of(party) not in common)
    return shown(profile.title, tokens(profile.title, masked))


def _names(
    common: frozenset[str], ids: Sequence[str], profiles: Mapping[str, Profile], known: Bodies
) -> tuple[str, ...]:
    """Return the bodies in common by the name that most papers give them."""
    seen: dict[str, Counter[str]] = {}
    for each in ids:
        for party in profiles[each].parties:
            if known.of(party) in common:
                seen.setdefault(known.of(party), Counter())[party.name] += 1
    return tuple(sorted(counts.most_common(1)[0][0] for counts in seen.values()))
