"""Names, numbers and addresses of a sibling's party that a copied protocol still carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from protocheck.batch.kinship.families import Kin
from protocheck.batch.kinship.papers import Archive, Paper
from protocheck.batch.kinship.profiles import Profile, Profiles
from protocheck.batch.kinship.sightings import Sighting, sightings
from protocheck.batch.kinship.traces import Body, Strangers, Traces, own_words, traces
from protocheck.batch.kinship.wording import CODE, Wording
from protocheck.checks.same_person import read_as
from protocheck.model.kinship import Leftover

_PARTIES = 2  # without two parties known, nobody is a stranger
_MANY = 3  # papers without a body as party, from which on its name in most of them is common knowledge
_LIST = 3  # bodies that one part names beside each other: a list of participants
_TOP = frozenset({"title", "preamble"})
_LOCAL = frozenset({"municipality", "ocmw"})
_ORDER = {"name": 0, "kbo": 1, "mailbox": 2, "domain": 3}


def leftovers(archive: Archive, kin: Kin, profiles: Profiles, words: Wording) -> Iterator[Leftover]:
    """Yield what the members of a family carry of each other's parties, once for each body and kind."""
    marks = traces((profiles[each] for each in kin.members), kin.common, words.ordinary)
    if len(marks.bodies) < _PARTIES:
        return
    found: list[Leftover] = []
    seen: dict[str, int] = defaultdict(int)
    for paper in archive.papers(kin.members):
        for body, each in _of_paper(paper, profiles[paper.id], marks, words):
            seen[body.key] += each[0].kind == "name"
            found.append(_worded(paper, kin.family.id, body, each, words))
    keys = {body.name: body for body in marks.bodies.values()}
    for leftover in sorted(found, key=lambda each: (each.paper, _ORDER[each.kind], each.body, each.value)):
        body = keys[leftover.body]
        others = len(kin.members) - len(body.papers)
        if not (others >= _MANY and 2 * seen[body.key] > others):
            yield leftover


def _of_paper(
    paper: Paper, profile: Profile, marks: Traces, words: Wording
) -> Iterator[tuple[Body, tuple[Sighting, ...]]]:
    """Yield the bodies seen in a paper that has other parties, with where."""
    if len(profile.parties) < _PARTIES:
        return
    parties = tuple((party, key) for party, key in profile.keyed if _is_party(key, paper, marks))
    bodies = frozenset(key for _, key in parties if key)
    strangers = Strangers(marks, bodies, own_words(party for party, _ in parties))
    seen: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for each in sightings(paper.passages, strangers, words):
        seen[each.body, each.kind].append(each)
    rivals = {party.kind for party, key in parties if key in marks.bodies}
    listed = _listed(each for group in seen.values() for each in group)
    for (key, kind), group in sorted(seen.items()):
        kept = tuple(each for each in group if (each.part, each.kind) not in listed)
        if kept and (kind != "name" or _rivals(marks.bodies[key], rivals)):
            yield marks.bodies[key], kept


def _is_party(key: str, paper: Paper, marks: Traces) -> bool:
    """Tell whether a body that was taken for a party is one.

    It is not where its number goes with another name elsewhere, nor where it is one too many and the block of
    the parties does not name it.
    """
    body = marks.bodies.get(key)
    if body is None:
        return True
    if paper.id not in body.papers:
        return False
    top = [each.text for each in paper.passages if each.kind in _TOP]
    if len(paper.parties) <= _PARTIES or not top or not body.anchor:
        return True
    return body.anchor in read_as(" ".join(top))


def _listed(found: Iterable[Sighting]) -> frozenset[tuple[int, str]]:
    """Return the parts that name several strangers: they list who takes part."""
    bodies: dict[tuple[int, str], set[str]] = defaultdict(set)
    for each in found:
        bodies[each.part, each.kind].add(each.body)
    return frozenset(place for place, names in bodies.items() if len(names) >= _LIST)


def _rivals(body: Body, kinds: set[str]) -> bool:
    """Tell whether a party of the paper could stand in this body's place: it is of the same kind."""
    return body.kind in kinds or (body.kind in _LOCAL and bool(_LOCAL & kinds))


def _worded(paper: Paper, family: str, body: Body, found: Sequence[Sighting], words: Wording) -> Leftover:
    first = found[0]
    passage = paper.passages[first.part]
    return Leftover(
        paper=paper.id,
        family=family,
        code=CODE,
        severity=words.severity,
        title=words.title,
        message=words.message(first.kind, first.value, body.name),
        suggestion=words.suggestion,
        kind=first.kind,
        value=first.value,
        body=body.name,
        siblings=body.papers,
        ref=passage.ref,
        label=passage.label,
        heading=passage.heading,
        page=passage.page,
        quote=first.quote,
        times=len(found),
        reported=_reported(paper, body),
    )


def _reported(paper: Paper, body: Body) -> bool:
    """Tell whether the paper's own advice names the body."""
    return bool(body.anchor) and any(body.anchor in read_as(quote) for quote in paper.strangers)
