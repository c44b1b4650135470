"""When the pack for referrals by Opgroeien regie applies, and what it finds in the real papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocheck.checks.opgroeien import applies
from protocheck.engine.examples import reading_of
from protocheck.ingest.read import read
from protocheck.linting import look_through
from protocheck.rulebook import load

HEAD = """PROTOCOL voor het delen van contactgegevens

Tussen:

Opgroeien regie, Zuiderlaan 90, 1000 Brussel, vertegenwoordigd door Joris Baetens, administrateur-generaal,

en

{receiver}, Markt 1, 3995 Halderveen, vertegenwoordigd door Lotte Van Acker, algemeen directeur.

Artikel 1. Voorwerp

Opgroeien regie bezorgt {short} de gegevens op grond van {ground}.
"""
OCMW = ("het OCMW van Halderveen", "het OCMW")
CAW = ("het Centrum voor Algemeen Welzijnswerk Halder", "het CAW")
TOWN = ("de gemeente Halderveen", "de gemeente")
REFERRAL = "artikel 10/1 van het decreet van 30 april 2004"


@pytest.mark.parametrize(
    ("receiver", "ground", "fires"),
    [
        (OCMW, REFERRAL, True),
        (CAW, REFERRAL, True),
        (OCMW, "zijn opdracht om onderbescherming tegen te gaan", True),
        (TOWN, REFERRAL, False),
        (OCMW, "artikel 7/1 van het decreet van 30 april 2004", False),
    ],
)
def test_when_the_pack_applies(receiver: tuple[str, str], ground: str, *, fires: bool) -> None:
    reading = reading_of(HEAD.format(receiver=receiver[0], short=receiver[1], ground=ground))
    condition = next(pack.applies_when for pack in load().packs if pack.id == "opgroeien-ocmw")
    assert condition is not None
    assert bool(list(applies(reading.facts, reading.outline, condition.params))) is fires


@pytest.mark.parametrize(
    ("name", "codes"), [("000", ["O705", "O707"]), ("001", ["O705", "O707"]), ("004", [])]
)
def test_the_real_papers(name: str, codes: list[str], seeds: Path) -> None:
    linted = look_through([read(next(seeds.glob(f"{name}_*.txt")))], load())
    assert sorted(f.code for f in linted.outcome.findings if f.code[0] == "O") == codes
    assert [f.code for f in linted.outcome.findings if f.code[0] in "SC"] == ["S506"]
