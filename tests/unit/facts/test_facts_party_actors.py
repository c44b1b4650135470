"""Who acts for a party where no word for representing brings him in."""

from __future__ import annotations

from protocheck.engine.examples import reading_of

_PARTIES = (
    "Verstrekker\nNaam: Agentschap Bosbeheer\nAdres: Havenlaan 8, 1000 Brussel\nKBO: 0815.440.297\n{one}\n\n"
    "Gebruiker\nNaam: Provincie Maasland\nAdres: Plein 1, 3500 Hasselt\nKBO: 0779.013.433\n{other}\n"
)


def _acting(one: str, other: str) -> list[list[str]]:
    parties = reading_of(_PARTIES.format(one=one, other=other)).facts.parties
    return [[person.name for person in party.representatives] for party in parties]


def test_a_leading_post_in_the_lines_of_a_party_is_enough() -> None:
    acting = _acting("Verantwoordelijke: Sofie Bracke (directeur)", "Leiding: Ilse Maes, gouverneur")
    assert acting == [["Sofie Bracke"], ["Ilse Maes"]]


def test_an_officer_or_a_help_desk_acts_for_nobody() -> None:
    acting = _acting("Functionaris: Sofie Bracke, directeur", "Helpdesk: Ilse Maes")
    assert acting == [[], []]


def test_who_is_named_with_his_post_and_his_body_in_the_signatures_acts_for_it() -> None:
    text = (
        "Tussen\nde gemeente Zandhove, Dorp 1, 9999 Zandhove, KBO 0731.204.509\nen\n"
        "de provincie Maasland, Plein 1, 3500 Hasselt, KBO 0779.013.433\n\n"
        "Artikel 1. Doel\nDe provincie gebruikt de adressen om de premie uit te betalen.\n\n"
        "Opgemaakt te Zandhove op 3 mei 2026.\nAnke Devos, burgemeester van de gemeente Zandhove\n"
        "Ilse Maes, gouverneur van de provincie Maasland\n"
    )
    parties = reading_of(text).facts.parties
    assert [[p.name for p in party.representatives] for party in parties] == [["Anke Devos"], ["Ilse Maes"]]


def test_a_line_on_who_signs_is_no_stamp() -> None:
    acting = _acting("Getekend door: Sofie Bracke, voorzitter", "Getekend door: Ilse Maes, gouverneur")
    assert acting == [["Sofie Bracke"], ["Ilse Maes"]]
