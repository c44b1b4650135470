"""What is kept of every paper while an archive goes by: its parties, its day and a sketch of its text.

All of it is in a scratch file: of an archive of thousands, a few papers at a time are in memory.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache

from protocheck.batch.kinship.bodies import bodies, named
from protocheck.batch.kinship.papers import Archive, Paper
from protocheck.batch.kinship.scratch import Scratch, packed, unpacked
from protocheck.batch.kinship.sketch import sketch, words
from protocheck.batch.kinship.sketches import Sketches
from protocheck.batch.kinship.tokens import telling
from protocheck.model.report import PartyFact
from protocheck.record import record

_PROFILES = "CREATE TABLE profiles (paper TEXT PRIMARY KEY, places INTEGER, value BLOB)"
_PARTIES = """
CREATE TABLE parties (
  paper TEXT, position INTEGER, number TEXT, name TEXT, day TEXT, body TEXT, PRIMARY KEY (paper, position)
) WITHOUT ROWID
"""
_REMEMBERED = 16  # profiles that were asked for last
_AT_ONCE = 200


@record
class Profile:
    """A paper without its text; `keys` are those of the bodies that its parties are, `day` when it starts."""

    id: str
    sha256: str
    places: tuple[str, ...]
    title: str
    parties: tuple[PartyFact, ...]
    day: dt.date | None
    keys: tuple[str, ...] = ()

    @property
    def keyed(self) -> Iterator[tuple[PartyFact, str]]:
        """Return its parties, each with the key of the body that it is."""
        return zip(self.parties, self.keys, strict=True)

    @property
    def bodies(self) -> frozenset[str]:
        """Return the keys of the bodies that are a party."""
        return frozenset(filter(None, self.keys))


class Profiles(Mapping[str, Profile]):
    """The profiles of an archive by paper, in the order of their keys."""

    def __init__(self, scratch: Scratch) -> None:
        """Begin without any."""
        self._scratch = scratch
        self._connection = scratch.connection
        self._connection.execute(_PROFILES)
        self._connection.execute(_PARTIES)
        self._get = lru_cache(maxsize=_REMEMBERED)(_Reading(scratch))

    def add(self, profile: Profile) -> None:
        """Keep what is known of a paper before its parties are told apart."""
        self._connection.execute(
            "INSERT INTO profiles VALUES (?, ?, ?)", (profile.id, len(profile.places), packed(profile))
        )
        day = profile.day.isoformat() if profile.day else None
        self._connection.executemany(
            "INSERT INTO parties VALUES (?, ?, ?, ?, ?, '')",
            [
                (profile.id, at, party.kbo if party.kbo_valid else "", named(party.name), day)
                for at, party in enumerate(profile.parties)
            ],
        )

    def tell_apart(self) -> None:
        """Learn which body every party is; once, when all papers are there."""
        seen = self._connection.execute(
            "SELECT number, name, count(*), min(day) FROM parties WHERE number > '' GROUP BY number, name"
            " ORDER BY number, name"
        )
        known = bodies(self._scratch, seen)
        last = ("", -1)
        while rows := self._after(last):
            self._connection.executemany(
                "UPDATE parties SET body = ? WHERE paper = ? AND position = ?",
                [(known.of(number, name), paper, at) for paper, at, number, name in rows],
            )
            last = rows[-1][:2]

    def _after(self, last: tuple[str, int]) -> list[tuple[str, int, str, str]]:
        """Return some parties; a cursor would meet those that are written meanwhile."""
        return self._connection.execute(
            "SELECT paper, position, number, name FROM parties WHERE (paper, position) > (?, ?)"
            " ORDER BY paper, position LIMIT ?",
            (*last, _AT_ONCE),
        ).fetchall()

    def __getitem__(self, paper: str) -> Profile:
        """Return the profile of a paper.

        Raises:
            KeyError: there is none.
        """
        return self._get(paper)

    def bodies(self, paper: str) -> frozenset[str]:
        """Return the keys of the bodies that are a party to a paper, without reading its profile."""
        found = self._connection.execute(
            "SELECT body FROM parties WHERE paper = ? AND body > ''", (paper,)
        ).fetchall()
        return frozenset(body for (body,) in found)

    def __len__(self) -> int:
        """Return how many papers there are."""
        (found,) = self._connection.execute("SELECT count(*) FROM profiles").fetchone()
        return int(found)

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of all papers, in order."""
        return self._keys(0)

    def in_several_places(self) -> Iterator[str]:
        """Yield the keys of the papers of which a file stands in more than one place."""
        return self._keys(2)

    def _keys(self, places: int) -> Iterator[str]:
        found = self._connection.execute(
            "SELECT paper FROM profiles WHERE places >= ? ORDER BY paper", (places,)
        )
        while rows := found.fetchmany(_AT_ONCE):
            for (paper,) in rows:
                yield paper


class _Reading:
    """Reads a profile; it does not hold the profiles, which hold it."""

    def __init__(self, scratch: Scratch) -> None:
        self._connection = scratch.connection

    def __call__(self, paper: str) -> Profile:
        row = self._connection.execute("SELECT value FROM profiles WHERE paper = ?", (paper,)).fetchone()
        if row is None:
            raise KeyError(paper)
        held: Profile = unpacked(row[0])
        found = self._connection.execute(
            "SELECT body FROM parties WHERE paper = ? ORDER BY position", (paper,)
        ).fetchall()
        keys = tuple(body for (body,) in found)
        return Profile(held.id, held.sha256, held.places, held.title, held.parties, held.day, keys)


@record
class Overview:
    """All papers of an archive, each small; a text too short to tell anything has no sketch."""

    profiles: Profiles
    sketches: Sketches


def overview(archive: Archive, scratch: Scratch) -> Overview:
    """Go through the archive once."""
    profiles, sketches = Profiles(scratch), Sketches(scratch)
    for paper in archive.papers(archive.ids()):
        profiles.add(_profile(paper))
        made = sketch(words(_text(paper), _names(paper)))
        if made is not None:
            sketches.add(paper.id, made)
    profiles.tell_apart()
    return Overview(profiles, sketches)


def _profile(paper: Paper) -> Profile:
    day = paper.signed or paper.in_force
    return Profile(paper.id, paper.sha256, paper.places, paper.title, paper.parties, day)


def _text(paper: Paper) -> str:
    return "\n".join(f"{each.heading}\n{each.text}" for each in paper.clauses)


def _names(paper: Paper) -> set[str]:
    return {word for each in paper.parties for name in (each.name, each.short_name) for word in telling(name)}
