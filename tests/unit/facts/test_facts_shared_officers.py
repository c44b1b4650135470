"""One officer for two parties, and the address of a third that is nobody's officer."""

from __future__ import annotations

import pytest

from protocheck.engine.examples import reading_of

_PARTIES = (
    "Tussen\nde gemeente Zandhove, Dorp 1, 9999 Zandhove, KBO 0731.204.509, vertegenwoordigd door Anke "
    "Devos, burgemeester,\nen\nde provincie Maasland, Plein 1, 3500 Hasselt, KBO 0779.013.433, "
    "vertegenwoordigd door Ilse Maes, gouverneur\n\nArtikel 1. Contact\n{words}\n\nArtikel 2. Doel\n"
    "De adressen dienen voor de premie.\n"
)
_BOTH = {"gemeente Zandhove", "provincie Maasland"}


def _owners(words: str) -> set[str]:
    facts = reading_of(_PARTIES.format(words=words)).facts
    return {contact.owner for contact in facts.contacts if contact.dpo}


@pytest.mark.parametrize(
    "words",
    [
        "{} delen dezelfde functionaris. Vragen voor deze functionaris komen toe op fg@raakland.example.",
        "{} stelden samen één functionaris aan. Post voor de functionaris gaat naar fg@raakland.example.",
        "{} werken met dezelfde functionaris. Zij werkt bij Raakland. Haar adres is fg@raakland.example.",
        "{} delen een functionaris. Men schrijft hem via fg@raakland.example.",
        "Zowel voor de gemeente als voor de provincie is er een functionaris: fg@zandhove.example.",
        "Niet alleen de gemeente maar ook de provincie heeft als functionaris Jo Bal, fg@zandhove.example.",
        "Jo Bal is functionaris bij de gemeente, evenals bij de provincie: fg@zandhove.example.",
        "Jo Bal, functionaris zowel van de gemeente als van de provincie, leest fg@maasland.example.",
    ],
)
def test_one_address_serves_both(words: str) -> None:
    assert _owners(words.format("De gemeente en de provincie")) == _BOTH


@pytest.mark.parametrize(
    "words",
    [
        (
            "De gemeente en de provincie hebben elk een eigen functionaris. Die van de gemeente: "
            "fg@zandhove.example."
        ),
        (
            "Zowel de gemeente als de provincie heeft een eigen functionaris. Die van de gemeente leest "
            "fg@zandhove.example."
        ),
        "Jo Bal geeft bij de gemeente zowel raad als les als functionaris; fg@zandhove.example.",
    ],
)
def test_an_address_of_one_serves_no_other(words: str) -> None:
    assert _owners(words) == {"gemeente Zandhove"}


@pytest.mark.parametrize(
    "words",
    [
        "De bank Kredor heeft een eigen meldpunt voor privacy: privacy@kredor.example.",
        "Het uitzendkantoor Jobrand, dat gegevens van de gemeente krijgt, antwoordt op dpo@jobrand.example.",
        "Velotour beantwoordt vragen over haar bestanden via dpo@velotour.example.",
        "De reder Zeelust ontvangt de lijst. Zij beantwoordt vragen op dpo@zeelust.example.",
        "De verzekeraar Polis Noord heeft haar functionaris op dpo@polisnoord.example.",
    ],
)
def test_an_address_of_a_third_is_no_officers(words: str) -> None:
    assert _owners(words) == set()


@pytest.mark.parametrize(
    "words",
    [
        "Het kantoor Velodata is voor de provincie de functionaris en antwoordt via dpo@velodata.example.",
        "Het kantoor Velodata antwoordt voor beide partijen via dpo@velodata.example.",
        (
            "De provincie laat zich bijstaan door bureau Velodata als functionaris. Velodata antwoordt via "
            "dpo@velodata.example."
        ),
    ],
)
def test_a_firm_that_is_the_officer_of_a_party_counts(words: str) -> None:
    assert _owners(words) != set()


@pytest.mark.parametrize(
    "field", ["Zetel{}Gemeentehuis, ", "Adres{}Agentschapshuis Noord, ", "Zetel:{}Stadhuis, "]
)
@pytest.mark.parametrize("gap", ["   ", " " * 22])
def test_a_building_in_the_field_of_an_address_is_no_party(field: str, gap: str) -> None:
    text = (
        "AGENTSCHAP KLEIWERK\n\nFiche\n\n1. DE PARTIJEN\n\nGever\n"
        f"Benaming{gap}Agentschap Kleiwerk\nKBO-nummer{gap}0731.204.509\nZetel{gap}Kaai 3, 1099 Brussel\n"
        f"Ondertekenaar{gap}Nico Baert, administrateur-generaal\nPrivacy{gap}dpo@kleiwerk.example\n\nVrager\n"
        f"Benaming{gap}Gemeente Zandhove\nKBO-nummer{gap}0779.013.433\n"
        f"{field.format(gap)}Dorp 1, 9999 Zandhove\n"
        f"Ondertekenaar{gap}An Smits, burgemeester\nPrivacy{gap}privacy@zandhove.example\n"
    )
    assert [p.name.lower() for p in reading_of(text).facts.parties] == [
        "agentschap kleiwerk",
        "gemeente zandhove",
    ]
