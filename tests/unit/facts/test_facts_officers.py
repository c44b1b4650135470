"""Which contacts are those of a data protection officer, and whose."""

from __future__ import annotations

import pytest

from protocheck.engine.examples import reading_of

_PARTIES = (
    "Tussen\nde gemeente Zandhove, Dorp 1, 9999 Zandhove, KBO 0731.204.509, vertegenwoordigd door Anke "
    "Devos, "
    "burgemeester,\nen\nde provincie Maasland, Plein 1, 3500 Hasselt, KBO 0779.013.433, vertegenwoordigd "
    "door Ilse "
    "Maes, gouverneur\n\nArtikel 1. {heading}\n{words}\n\nArtikel 2. Doel\nDe adressen dienen voor de "
    "premie.\n"
)


def _officers(words: str, heading: str = "Contact") -> set[tuple[str, str]]:
    facts = reading_of(_PARTIES.format(words=words, heading=heading)).facts
    return {(contact.value, contact.owner) for contact in facts.contacts if contact.dpo}


@pytest.mark.parametrize(
    "words",
    [
        "De informatieveiligheidsconsulent is bereikbaar op ivc@zandhove.example.",
        "Voor vragen over uw privacy kunt u terecht op info@zandhove.example.",
        "Contact voor het project: Jo Bal, jo.bal@zandhove.example.",
        "De functionaris voor gegevensbescherming van de verwerker is dpo@datahuis.example.",
        "Datahuis bv, dat in opdracht van de gemeente het platform host: functionaris dpo@datahuis.example.",
    ],
)
def test_these_are_no_officers(words: str) -> None:
    assert _officers(words) == set()


def test_a_label_left_empty_gives_nothing_to_the_next() -> None:
    words = "1.6 Functionaris voor gegevensbescherming:\n1.7 Graadhouder: Jo Bal, jo.bal@zandhove.example"
    assert _officers(words) == set()


def test_a_heading_that_names_the_officers_makes_them() -> None:
    words = "Gemeente: Jo Bal, jo.bal@zandhove.example. Provincie: Rik Cools, rik.cools@maasland.example."
    assert _officers(words, "Functionarissen voor gegevensbescherming") == {
        ("jo.bal@zandhove.example", "gemeente Zandhove"),
        ("rik.cools@maasland.example", "provincie Maasland"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "De twee besturen hebben samen één data protection officer aangesteld:\ndpo@gedeeld.example.",
        "De functionaris treedt op voor elk van de partijen samen. Zij is te vinden op dpo@gedeeld.example.",
        "Beide doen een beroep op de functionaris voor gegevensbescherming Jo Bal, dpo@gedeeld.example.",
    ],
)
def test_one_officer_for_all(words: str) -> None:
    assert _officers(words) == {
        ("dpo@gedeeld.example", "gemeente Zandhove"),
        ("dpo@gedeeld.example", "provincie Maasland"),
    }


def test_an_officer_below_the_line_of_who_has_read_the_paper() -> None:
    words = "Gezien door de functionaris\nvoor gegevensbescherming\nJo Bal\njo.bal@zandhove.example"
    assert _officers(words) == {("jo.bal@zandhove.example", "gemeente Zandhove")}
