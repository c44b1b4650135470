"""What `protocheck audit` tells of an archive as a whole: the summary, the store and the calendar."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import icalendar
import pytest

from protocheck.batch.kinship import of_store
from protocheck.batch.store import Reader
from protocheck.rulebook import load
from tests.audited import fill
from tests.e2e.program import protocheck
from tests.unit.batch.kinship.made import TEMPLATE

TODAY = dt.date(2026, 11, 22)
BOOK = """PROTOCOL OVER DE SPEELPLEINTOELAGE

Tussen het Agentschap Speelnet, te 1000 Brussel, Laan 2, KBO 0241.225.043, vertegenwoordigd door Noor
Dhooghe, directeur, hierna het Agentschap genoemd,
en de gemeente {town}, met zetel te {town}, Markt 1, KBO {number}, vertegenwoordigd door Arne Goossaert,
burgemeester, hierna de gemeente genoemd,

wordt overeengekomen wat volgt over de mededeling van persoonsgegevens door het Agentschap aan de gemeente.

{articles}
Artikel 7. Duur
Dit protocol treedt in werking op 1 december 2023 en geldt voor een duur van drie jaar.

Opgemaakt te {town} op 3 november 2023 in twee exemplaren.
"""
TOWNS = {"Lindevoorde": "0771.598.673", "Hazelbeke": "0643.368.336", "Wolvegem": "0394.378.541"}


def text(town: str, extra: str = "") -> str:
    parts = [
        f"Artikel {at}. {heading}\n{words.format(town='de gemeente')}{extra if at == 4 else ''}\n"
        for at, (heading, words) in enumerate(TEMPLATE, start=1)
    ]
    return BOOK.format(town=town, number=TOWNS[town], articles="\n".join(parts))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archief"
    papers = {f"{town.lower()}/protocol.txt": text(town) for town in TOWNS}
    papers["wolvegem/protocol.txt"] = text("Wolvegem", " De diensten van Hazelbeke bevestigen de levering.")
    papers["speelnet/lindevoorde.txt"] = text("Lindevoorde", " De levering is kosteloos.")
    for place, words in papers.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(words, encoding="utf-8")
    return folder


def test_an_audit_tells_what_the_papers_tell_together(archive: Path) -> None:
    ended = protocheck(
        *("audit", "archief", "--jobs", "1", "--today", "2026-11-22", "--ics", "termijnen.ics"),
        cwd=archive.parent,
    )
    assert ended.code == 0, ended.err
    assert "De documenten samen" in ended.out
    with sqlite3.connect(archive.parent / "audit.sqlite") as store:
        assert store.execute("SELECT members FROM families").fetchall() == [(4,)]
        assert store.execute("SELECT document, value FROM leftover_documents").fetchall() == [
            ("archief/wolvegem/protocol.txt", "Hazelbeke")
        ]
        assert store.execute("SELECT first_at, second_at, kind FROM pairs").fetchall() == [
            ("archief/lindevoorde/protocol.txt", "archief/speelnet/lindevoorde.txt", "copies")
        ]
        assert store.execute("SELECT count(*), count(DISTINCT missing_with) FROM alone").fetchall() == [
            (2, 1)
        ]
    calendar = icalendar.Calendar.from_ical((archive.parent / "termijnen.ics").read_bytes())
    assert [event.decoded("DTSTART") for event in calendar.walk("VEVENT")] == [dt.date(2026, 11, 30)] * 3


def test_again_without_changes_it_tells_the_same(archive: Path) -> None:
    given = ("audit", "archief", "--jobs", "1", "--today", "2026-11-22", "--ics", "termijnen.ics")
    first = protocheck(*given, cwd=archive.parent)
    calendar = (archive.parent / "termijnen.ics").read_bytes()
    second = protocheck(*given, cwd=archive.parent)
    assert (first.code, second.code) == (0, 0)
    assert (archive.parent / "termijnen.ics").read_bytes() == calendar


def test_two_real_siblings_are_a_family(seeds: Path, tmp_path: Path) -> None:
    papers = [(path.name, path.read_bytes()) for path in sorted(seeds.glob("00*.txt"))]
    with Reader(fill(tmp_path / "audit.sqlite", papers)) as reader:
        view = of_store(reader.connection, load(), today=TODAY)
    (family,) = view.families
    assert len(family.members) == 2
    (other,) = family.members[1:]
    assert {change.kind for change in other.changes} == {"changed"}
    assert "artikel 11" in {change.label for change in other.changes}
    assert len(other.changes) <= 6
    assert (view.leftovers, view.pairs, view.alone) == ((), (), ())
