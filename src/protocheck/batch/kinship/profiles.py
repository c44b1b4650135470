"""What is kept of every paper while an archive goes by: its parties, its day and a sketch of its text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from protocheck.batch.kinship.bodies import Bodies, bodies
from protocheck.batch.kinship.papers import Archive, Paper
from protocheck.batch.kinship.sketch import Sketch, sketch, words
from protocheck.batch.kinship.tokens import telling
from protocheck.model.report import PartyFact
from protocheck.record import record


@record
class Profile:
    """A paper without its text; `bodies` are the keys of its parties, `day` that of signature or start."""

    id: str
    sha256: str
    places: tuple[str, ...]
    title: str
    parties: tuple[PartyFact, ...]
    day: dt.date | None
    bodies: frozenset[str] = frozenset()


@record
class Overview:
    """All papers of an archive, each small; a text too short to tell anything has no sketch."""

    profiles: Mapping[str, Profile]
    sketches: Mapping[str, Sketch]
    known: Bodies


def overview(archive: Archive) -> Overview:
    """Go through the archive once."""
    profiles: dict[str, Profile] = {}
    sketches: dict[str, Sketch] = {}
    for paper in archive.papers(archive.ids()):
        profiles[paper.id] = _profile(paper)
        made = sketch(words(_text(paper), _names(paper)))
        if made is not None:
            sketches[paper.id] = made
    known = bodies((party, each.day) for each in profiles.values() for party in each.parties)
    named = {key: replace(each, bodies=known.all_of(each.parties)) for key, each in profiles.items()}
    return Overview(named, sketches, known)


def _profile(paper: Paper) -> Profile:
    day = paper.signed or paper.in_force
    return Profile(paper.id, paper.sha256, paper.places, paper.title, paper.parties, day)


def _text(paper: Paper) -> str:
    return "\n".join(f"{each.heading}\n{each.text}" for each in paper.clauses)


def _names(paper: Paper) -> set[str]:
    return {word for each in paper.parties for name in (each.name, each.short_name) for word in telling(name)}
