"""Parties by evidence: a number, a seat or those who act, and the name of the body in front of them.

No form is presumed. What identifies a body stands behind its name, so from each number and each seat
this looks back for the name that fits best; what follows, up to the next name, is about that body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from protocheck.facts import (
    addresses,
    kbo,
    party_bodies,
    party_clause,
    party_details,
    party_heads,
    party_short,
)
from protocheck.facts.party_clause import Draft
from protocheck.facts.party_heads import Head
from protocheck.facts.reading import Reading
from protocheck.model.facts import Person
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import inline, lazy

Kind = Literal["kbo", "seat", "people"]

_FOLLOWS = lazy(
    r"[\s\u2022\u25e6*o-]{0,6}(?:\(?\d{1,2}(?:\.\d{1,2}){1,2}[.)]? {1,4}|[a-h][.)] )?(?:(?:wettelijk "
    r"|wettig |rechts)?(?:ge)?(?:geldig )?vertegenwoordig|(?:voor|namens) wie"
    r"|(?:voor|namens) (?:de|het)?welke?\b|waarvoor"
    r"|voor (?:de|het|haar|hem|ons) [\w-]{0,25} ?(?:teken|treed|optre)|in de persoon|hierna"
    r"|verder genoemd|als vertegenwoordiger"
    r"|(?:zij|hij|het|deze|ze|dit)\b [^\n.]{0,40}\b(?:wordt|heeft|tekent|heet|noemen|laat)"
    r"|(?:gemachtigde|ondertekenaar|tekent|wie (?:onder)?teken|getekend|tekenbevoegd|dpo|fgb?\b"
    r"|functionaris|contact|e-?mail"
    r"|mail|zetel|adres|waar\b|kbo|ondernemings|nummer|btw|wie waakt|voor akkoord|wettige)[^\n:]{0,60}:"
    r"|[^\n,.:@\d]{4,45}, (?:waarnemend )?(?:burgemeester|directeur|voorzitter|administrateur|schepen"
    r"|korpschef|algemeen|secretaris"
    r"|gouverneur|gedelegeerd|afdelingshoofd|zonecommandant|leidend|gedeputeerde)"
    r"|[^\W\d][^\n.:,]{1,44}:[ \t]|[^\n.:]{4,90}\b(?:tekent|tekenen|ondertekent|ondertekenen|treedt"
    r"|treden|optreedt)\b)"
)
_FIELD = lazy(r"\d{1,2}\.\d{1,2}[.)]? {1,4}[^\n:.]{3,50}: *(?:\S|$)")
_PROCESSOR = lazy(
    r"\b(?:is|zijn|treedt? op|optreedt) (?:als )?(?:de |een |onze |hun "
    r"|haar )?(?:\w+ )?(?:sub)?(?:verwerker|onderaannemer)"
    r"|\bals (?:sub)?verwerker\b|\bonze (?:sub)?verwerker\b"
)
_BOTH = lazy(
    r"\b(?:beide|allebei|alle drie|allen|samen)\b[^.\n]{0,40}\b(?:zetel|vertegenwoordigd|gevestigd"
    r"|kantoor|adres|optre(?:edt|den)|teken(?:t|en)|handel(?:t|en)|verbonden|gebonden|in de persoon)"
)
_ACTS_FIRST = lazy(r"\s*(?:\(?\w{1,3}[.)] *)?(?:rechtsgeldig )?vertegenwoordigd door\b")
_FOR_OTHER = lazy(r"\s*(?:voor|namens) (?:de|het) (?P<noun>[\w-]{3,30})")
_OWN_LINE = lazy(
    r"[\s\u2022*o-]{0,8}(?:[^\n.:]{2,50}: *)?(?:(?:zij|hij|het|ze|deze|en|hier|rechtsgeldig"
    r"|te dezen)\b[ ,]*)?"
    r"(?:wordt|worden|is|zijn)?(?: hier| rechtsgeldig)? *"
)
_MOST = 80
_LEAST_SCORE = {"kbo": 0.5, "seat": 1.5, "people": 4.5}
_APART = 700
_POINTS = {"kbo": 3, "seat": 2, "people": 2}
_ENOUGH = 4
_LINED = 5.5  # the score of a name of a known kind that opens its line


@record
class _Anchor:
    kind: Kind
    span: Span
    number: kbo.Number | None = None


@dataclass(slots=True)
class _Profile:
    """A body while its evidence is gathered."""

    head: Head
    anchors: list[_Anchor] = field(default_factory=list)

    def lacks(self, kind: Kind) -> bool:
        return all(anchor.kind != kind for anchor in self.anchors)

    @property
    def points(self) -> float:
        """Tell how much speaks for the body, its name included."""
        named = 1 if self.head.kind else 0
        role = 1 if self.head.role != "unknown" else 0
        return named + role + sum(_POINTS[kind] for kind in {anchor.kind for anchor in self.anchors})


def drafts(reading: Reading) -> tuple[Draft, ...]:
    """Return the bodies that enough evidence identifies, in the order of the text."""
    profiles = _profiles(reading)
    numbered = sum(not profile.lacks("kbo") for profile in profiles)
    kept = [p for p in profiles if not p.lacks("kbo") or _as_good(p, numbered) or _beside(profiles, p)]
    kept = [p for at, p in enumerate(kept) if _is_party(reading, p) and not _borrows(p, kept[:at])]
    made = []
    for index, profile in enumerate(kept):
        following = _following(reading, kept, index)
        if index and reading.sentence(kept[index - 1].head.span.start) == reading.sentence(
            profile.head.span.start
        ):
            # Two bodies in one sentence: what the next sentence says may be about either.
            last = max(anchor.span.end for anchor in profile.anchors)
            following = min(following, max(reading.sentence(last - 1).end, last))
        made.append(_draft(reading, profile, following))
        _share(reading, made, kept)
    return tuple(made)


def _following(reading: Reading, kept: Sequence[_Profile], index: int) -> int:
    """Return where the words on another body begin: the line of the next head, or a number of its own."""
    own = kept[index]
    last = max((a.span.end for a in own.anchors if a.span.start >= own.head.start), default=own.head.span.end)
    end = len(reading.flat)
    if index + 1 < len(kept):
        head = kept[index + 1].head
        line = reading.paragraph(head.span.start).start
        first = [a.span.end for a in own.anchors if own.head.start <= a.span.start < head.start]
        end = line if line >= max(first, default=own.head.span.end) else head.start
    foreign = [
        reading.paragraph(a.span.start).start
        for each in kept
        if each is not own
        for a in each.anchors
        if own.head.span.end < a.span.start < end
        and reading.paragraph(a.span.start).start > own.head.span.end
    ]
    return min([end, *foreign]) if last else end


def _share(reading: Reading, made: list[Draft], kept: Sequence[_Profile]) -> None:
    """Give the bodies before it what the last clause says of both: 'beide met zetel te ...'."""
    last = made[-1]
    if not _BOTH.search(reading.low, last.span.start, last.span.end):
        return
    around = reading.paragraph(kept[len(made) - 1].head.span.start)
    for index in range(len(made) - 2, -1, -1):
        one = made[index]
        if kept[index].head.span.start not in around or one.seat or one.representatives:
            return
        made[index] = replace(
            one,
            seat=last.seat,
            representatives=last.representatives,
            span=Span(one.span.start, last.span.end),
        )


def _beside(profiles: Sequence[_Profile], profile: _Profile) -> bool:
    """Tell whether a body for which someone acts stands in one list with bodies that have a number."""
    index = profiles.index(profile)
    around = [each for each in profiles[max(0, index - 1) : index + 2] if each is not profile]
    near = any(abs(each.head.start - profile.head.start) < _APART for each in around if not each.lacks("kbo"))
    named = profile.head.kind and profile.head.score >= _LINED
    return near and named and not profile.lacks("people")


def _is_party(reading: Reading, profile: _Profile) -> bool:
    """Tell whether the words behind what identifies a body do not make it a processor."""
    last = max(anchor.span.end for anchor in profile.anchors)
    return _PROCESSOR.search(reading.low, last, min(reading.sentence(last - 1).end, last + 90)) is None


def _borrows(profile: _Profile, earlier: Sequence[_Profile]) -> bool:
    """Tell whether the number read for a body is that of a body before it: two never share one."""
    own = {anchor.number.digits for anchor in profile.anchors if anchor.number is not None}
    theirs = {a.number.digits for each in earlier for a in each.anchors if a.number is not None}
    return bool(own) and own <= theirs


def _as_good(profile: _Profile, numbered: int) -> bool:
    """Tell whether a body without number has as much for it as those with one."""
    least = _ENOUGH + (1 if numbered > 1 else -1 if not numbered else 0)
    return profile.points >= least and (not profile.lacks("people") or numbered < 2)  # noqa: PLR2004 - both parties


def _anchors(reading: Reading) -> list[_Anchor]:
    everything = Span(0, len(reading.flat))
    found = [_Anchor("kbo", each.span, each) for each in kbo.find(reading.low, everything)]
    found += [_Anchor("seat", span) for span in addresses.find(reading.flat, everything)]
    found += [_Anchor("people", span) for span in party_details.cues(reading)]
    return sorted(found, key=lambda each: each.span)[:_MOST]


def _profiles(reading: Reading) -> list[_Profile]:
    profiles: list[_Profile] = []
    floor = 0
    for anchor in _anchors(reading):
        current = profiles[-1] if profiles else None
        head = party_heads.before(reading, floor, anchor.span.start)
        known = _known(profiles, head)
        if known is not None:
            known.anchors.append(anchor)
        elif head is not None and head.score >= _LEAST_SCORE[anchor.kind]:
            profiles.append(_Profile(head, [anchor]))
        elif current is not None and current.lacks(anchor.kind) and _near(reading, current, anchor):
            current.anchors.append(anchor)
        floor = anchor.span.end
    return profiles


def _known(profiles: Sequence[_Profile], head: Head | None) -> _Profile | None:
    """Return the profile of the same body, when it was named before."""
    if head is None:
        return None
    key = party_bodies.key_of(head.name)
    return next((each for each in profiles if party_bodies.key_of(each.head.name) == key), None)


def _of_same(reading: Reading, last: int, at: int) -> bool:
    """Tell whether words stand in the paragraph of a body, or on a line of their own below it."""
    line = reading.paragraph(at)
    return last in line or last == line.end or _OWN_LINE.fullmatch(reading.low, line.start, at) is not None


def _near(reading: Reading, profile: _Profile, anchor: _Anchor) -> bool:
    last = max((each.span.end for each in profile.anchors), default=profile.head.span.end)
    if anchor.kind == "people" and _FOR_OTHER.match(reading.low, anchor.span.start) is not None:
        return False  # the words themselves say for whom
    if anchor.kind == "people" and not _of_same(reading, last, anchor.span.start):
        return False
    return anchor.span.start - last < _APART


def _draft(reading: Reading, profile: _Profile, following: int) -> Draft:
    head = profile.head
    near = [each for each in profile.anchors if head.start <= each.span.start < following]
    last = max((each.span.end for each in near), default=head.span.end)
    end = _end(reading, last, following, f"{head.name} {head.short}".lower())
    clause = Span(head.start, max(end, last))
    rest = Span(head.span.end, clause.end)
    short, mentions, collective = party_short.short_names(reading, rest)
    number = next((each.number for each in profile.anchors if each.number is not None), None)
    role = head.role if head.role != "unknown" else party_clause.role_in(clause.of(reading.low))
    return Draft(
        name=head.name,
        span=reading.trim(clause, " \t\n;,"),
        short=short or head.short,
        kbo=number.digits if number else "",
        kbo_valid=bool(number and number.valid),
        seat=party_details.seat(reading, rest) or _seat(reading, profile),
        representatives=party_details.represented(reading, rest) or _ahead(reading, head),
        mentions=tuple(dict.fromkeys((*head.mentions, *mentions))),
        role=role,
        collective=collective,
    )


def _seat(reading: Reading, profile: _Profile) -> str:
    """Return a seat that stands with the name in another place."""
    return next((reading.printed(each.span) for each in profile.anchors if each.kind == "seat"), "")


def _ahead(reading: Reading, head: Head) -> tuple[Person, ...]:
    """Return who acts for a party where its clause says so before its name."""
    line = reading.paragraph(head.span.start)
    before = Span(line.start, max(line.start, head.span.start))
    cue = _ACTS_FIRST.match(reading.low, before.start, before.end)
    return party_details.represented(reading, before) if cue is not None else ()


def _end(reading: Reading, at: int, following: int, name: str) -> int:
    """Return where the clause ends: its paragraph, and the lines that go on about the same body."""
    limit = min([following, *(s.start for s in _headings(reading) if s.start >= at)])
    end = min(reading.paragraph(at).end, limit)
    while end < limit:
        blank = inline(r"\s*").match(reading.flat[end : end + 80])
        start = end + (blank.end() if blank else 0)
        other = _FOR_OTHER.match(reading.low, start)
        if other is not None and other.group("noun") not in name:
            break
        if start >= limit or not _FOLLOWS.match(reading.low, start):
            break
        end = min(reading.paragraph(start).end, limit)
    return end


def _headings(reading: Reading) -> Iterator[Span]:
    spans = (part.heading_span for part in reading.parts if part.heading_span is not None)
    # A numbered field of a form ('1.5 Bevoegde persoon: ...') has the shape of a heading.
    return (span for span in spans if not _FIELD.match(reading.low, span.start, span.end))


def completed(draft: Draft, other: Draft) -> Draft:
    """Return a draft with what another one says of the same body besides."""
    return replace(
        draft,
        short=draft.short or other.short,
        kbo=draft.kbo or other.kbo,
        kbo_valid=draft.kbo_valid if draft.kbo else other.kbo_valid,
        seat=draft.seat or other.seat,
        representatives=draft.representatives or other.representatives,
        mentions=tuple(dict.fromkeys((*draft.mentions, *other.mentions))),
        role=draft.role if draft.role != "unknown" or other.role == "both" else other.role,
    )
