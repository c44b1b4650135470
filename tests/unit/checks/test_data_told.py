"""Data and the reasons for them, told by structure."""

from __future__ import annotations

import pytest

from protocheck.checks import CHECKS
from protocheck.engine.examples import reading_of


def _places(check: str, text: str) -> list[str]:
    reading = reading_of(f"Protocol\n\nArtikel 1. Doel\nDe stad int de heffing.\n\n{text}")
    found = CHECKS[check](reading.facts, reading.outline, {})
    return [" ".join(span.of(reading.text.text).split()) for span in found]


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 6. Wat de dienst te weten krijgt\nDe dienst verneemt wie het hoofd is en waar het woont.",
        "Artikel 5. Gegevens\nDe lijst vermeldt het stamnummer, de leeftijd en de club van elk lid.",
        "Artikel 2. Welke velden?\n- stamnummer\n- aantal jeugdleden\n- naam van de trainers",
    ],
)
def test_data_are_listed_in_any_words(text: str) -> None:
    assert _places("data.told", text)


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 5. Gegevens\nNaam, adres en inkomen worden niet meegedeeld.",
        "Artikel 5. Gegevens\nDe burger vult op het formulier zijn naam, adres en rekeningnummer in.",
        "Artikel 7. Beveiliging\nNaam en adres worden versleuteld en het nummer wordt een code.",
        "Artikel 5. Gegevens\nDe dienst beschikt over naam, adres en inkomen van alle huurders.",
    ],
)
def test_other_talk_of_data_lists_none(text: str) -> None:
    assert _places("data.told", text) == []


def test_a_sentence_on_a_listed_datum_gives_its_reason() -> None:
    text = (
        "Artikel 5. Gegevens\nDe stad krijgt het volume, het adres en het klantnummer. Het volume bepaalt de"
        " vrachtwagen. "
        "De gegevens worden twee jaar bewaard om betwistingen te beslechten. Ze komen uit het"
        " Rijksregister omdat "
        "dat de bron is. De gegevens zijn toereikend en ter zake dienend."
    )
    assert _places("data.reasoned", text) == ["Het volume bepaalt de vrachtwagen."]


def test_a_point_may_hold_its_own_reason() -> None:
    text = "Artikel 2. Wat delen we?\n- een gsm-nummer - bij ontruiming moeten we kunnen bellen\n- het adres"
    assert _places("data.reasoned", text) == ["- een gsm-nummer - bij ontruiming moeten we kunnen bellen"]


def test_reasons_below_a_heading_that_asks_for_them() -> None:
    text = (
        "Artikel 6. Gegevens\nDe school bezorgt naam, klas en gsm-nummer.\n\n"
        "Artikel 7. Noodzaak\nMet de eerste twee vindt de begeleider het kind terug."
    )
    assert _places("data.reasoned", text) == ["Met de eerste twee vindt de begeleider het kind terug."]
