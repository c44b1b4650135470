"""Who acts for a party: before the verb, behind a colon, inside 'waarvoor ... optreedt'."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

BLOCK = (
    "Protocol\n\nTussen\n\n1. Het departement Kust, Havenlaan 88, 1000 Brussel, ingeschreven in de KBO onder "
    "nummer 0815.440.297{inside}.\n\n2. De gemeente Linde, Markt 1, 9155 Lindevoorde, KBO 0207.513.788.\n\n"
    "Artikel 1. Doel\n\nDe gemeente leest. {behind}\n"
)
BOTH = [("An Peeters", "burgemeester"), ("Tom Wouters", "algemeen directeur")]


@pytest.mark.parametrize(
    "behind",
    [
        "Burgemeester An Peeters en algemeen directeur Tom Wouters ondertekenen voor de gemeente.",
        "Burgemeester An Peeters en algemeen directeur Tom Wouters tekenen dit protocol namens de gemeente.",
        "Namens de gemeente: burgemeester An Peeters en algemeen directeur Tom Wouters.",
        "Voor de gemeente tekenen burgemeester An Peeters en algemeen directeur Tom Wouters.",
    ],
)
def test_those_who_sign_for_a_party(facts_of: State, behind: str) -> None:
    _, party = facts_of(BLOCK.format(inside="", behind=behind)).parties
    assert [(p.name, p.function.lower()) for p in party.representatives] == BOTH


def test_those_for_whom_a_party_acts_in_its_own_clause(facts_of: State) -> None:
    inside = ", waarvoor de heer Jan Moensen, secretaris-generaal, optreedt"
    party, _ = facts_of(BLOCK.format(inside=inside, behind="")).parties
    assert [(p.name, p.function) for p in party.representatives] == [("Jan Moensen", "secretaris-generaal")]


def test_an_officer_behind_a_colon_represents_nobody(facts_of: State) -> None:
    behind = (
        "Voor de gemeente: functionaris voor gegevensbescherming Els Adams, adviseur (dpo@linde.example)."
    )
    _, party = facts_of(BLOCK.format(inside="", behind=behind)).parties
    assert party.representatives == ()


def test_who_acts_for_a_party_ends_with_the_row_of_the_table(facts_of: State) -> None:
    text = (
        "PROTOCOL voor de mededeling van persoonsgegevens van het Agentschap Sloop naar het OCMW Linde\n\n"
        "Partij 1\thet Agentschap Sloop, Havenlaan 1, 1000 Brussel, KBO 0534.173.753, vertegenwoordigd door "
        "Greet Van Overloop, administrateur-generaal\nFunctionaris\tan@sloop.example\n"
        "Partij 2\thet OCMW Linde, Markt 1, 9000 Linde, KBO 0425.217.514, vertegenwoordigd door de voorzitter"
        "\nFunctionaris\tjos@linde.example\n\nArtikel 1. Doel\n\nHet OCMW leest.\n"
    )
    acting = [[(p.name, p.function) for p in party.representatives] for party in facts_of(text).parties]
    assert acting == [[("Greet Van Overloop", "administrateur-generaal")], [("voorzitter", "")]]


def test_who_acts_for_a_party_ends_before_the_next_label_in_its_column(facts_of: State) -> None:
    text = (
        "FORMULIER VAN TOETREDING\n\n1. Toetredende gemeente\n\n"
        "Naam:                          Gemeente Linde\n"
        "Zetel:                         Lindestraat 44, 9398 Linde\n"
        "Ondernemingsnummer:            0785.879.251\n"
        "Vertegenwoordigd door:         Hans Verleysen, burgemeester\n"
        "                               Christel Baert, algemeen directeur\n"
        "Besluit van toetreding:        gemeenteraad van 27 februari 2025\n\n"
        "2. Functionaris voor gegevensbescherming van de gemeente\n\nBereikbaar op: dpo@linde.example\n"
    )
    party = facts_of(text).parties[0]
    assert [(p.name, p.function) for p in party.representatives] == [
        ("Hans Verleysen", "burgemeester"),
        ("Christel Baert", "algemeen directeur"),
    ]
