"""Parties in whatever form: small blocks by many hands, with what a reader sees in them.

The blocks of each set were written before anything was measured on them. `known` are those that are
not yet read whole; one that comes to be read must leave the list.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from protocheck.facts import state
from protocheck.ingest.read import read
from protocheck.model.facts import Facts
from protocheck.repair import repair
from protocheck.segment import segment

_FOLDER = Path(__file__).parent / "party_blocks"
# What is still read in part: accounted for in the documentation of the facts.
KNOWN = frozenset(
    {
        "e-mail-als-brief",
        "ocr-schade",
        "omgekeerde-volgorde-details",
        "kleine-letters",
    }
)


def _blocks() -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (each["id"], each["text"], tuple(each["parties"]))
        for path in sorted(_FOLDER.glob("*.yaml"))
        for each in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _plain(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").split()).removeprefix("de ")


def _stated(text: str) -> Facts:
    name = "protocol.md" if "\n#" in f"\n{text}" else "protocol.txt"
    return state(segment(repair(read(None, data=text.encode(), name=name))))


def _read(text: str) -> set[tuple[str, str, str, frozenset[str]]]:
    facts = _stated(text)
    return {
        (
            _plain(party.name),
            party.kbo,
            _plain(party.seat),
            frozenset(
                _plain(p.name) for p in party.representatives if " " in p.name and p.name != "vast bureau"
            ),
        )
        for party in facts.parties
    }


def _expected(rows: tuple[str, ...]) -> set[tuple[str, str, str, frozenset[str]]]:
    found = set()
    for row in rows:
        name, number, seat, people, _officer = (cell.strip() for cell in row.split("|"))
        found.add(
            (
                _plain(name),
                number.strip("-"),
                _plain(seat.strip("-")),
                frozenset(_plain(each) for each in people.split(",")),
            )
        )
    return found


@pytest.mark.parametrize(
    ("text", "rows"), [pytest.param(t, r, id=i) for i, t, r in _blocks() if i not in KNOWN]
)
def test_reads_these_parties_and_no_other(text: str, rows: tuple[str, ...]) -> None:
    assert _read(text) == _expected(rows)


@pytest.mark.parametrize(("text", "rows"), [pytest.param(t, r, id=i) for i, t, r in _blocks() if i in KNOWN])
def test_what_is_known_to_be_read_in_part_is_still_so(text: str, rows: tuple[str, ...]) -> None:
    assert _read(text) != _expected(rows)


@pytest.mark.parametrize(
    ("text", "rows"), [pytest.param(t, r, id=i) for i, t, r in _blocks() if i not in KNOWN]
)
def test_gives_each_party_its_officer(text: str, rows: tuple[str, ...]) -> None:
    facts = _stated(text)
    got = {(_plain(c.owner), c.value) for c in facts.contacts if c.dpo and c.kind == "email"}
    for row in rows:
        name, *_, officer = (cell.strip() for cell in row.split("|"))
        if officer != "-":
            assert (_plain(name), officer) in got


@pytest.mark.parametrize(
    "text",
    [
        "De dienst levert per perceel de naam van de eigenaar, KBO 0477.443.106.",
        "rijksregisternummer van de aanvrager, voor zover hij een kaart heeft, Kerkstraat 1, 9000 Gent",
        "De stuurgroep komt samen in de Kerkstraat 1, 9000 Gent.",
        "De betrokken gemeenten bezorgen hun lijst aan de dienst, Kerkstraat 1, 9000 Gent.",
        "Stuur uw vraag naar de Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brussel.",
        "Hostpunt nv, Laan 3, 1000 Brussel (KBO 0400.378.485), is de verwerker.",
    ],
)
def test_a_sentence_on_something_else_makes_no_party(facts_of: Callable[[str], Facts], text: str) -> None:
    assert facts_of(f"PROTOCOL\n\nArtikel 1. Inhoud\n\n{text}\n").parties == ()
