"""Annexes: supplied in the same file, handed in with it, or missing."""

from __future__ import annotations

import pytest

from protocheck.checks.annexes import canonical
from tests.unit.checks.found import WORDED, in_clause, quotes


@pytest.mark.parametrize(
    ("number", "clause"),
    [
        (1, "De technische afspraken staan in bijlage 2."),
        (1, "De lijst van medewerkers is als bijlage bij dit protocol gevoegd."),
        (1, "De technische afspraken staan in bijlage I bij dit protocol."),
        (2, "De technische afspraken staan in de bijlagen 1 en 2."),
        (1, "Zie Bijlage: lijst van medewerkers."),
        (1, "De lijst wordt opgenomen in annex 1."),
        (1, "De volgende bijlage maakt integraal deel uit van dit protocol: lijst van medewerkers."),
    ],
)
def test_a_missing_annex_is_found(number: int, clause: str) -> None:
    assert len(in_clause("R203", clause, WORDED)) == number


@pytest.mark.parametrize(
    "clause",
    [
        "De stad stuurt de lijst als bijlage van een versleutelde e-mail.",
        "De lijst van bijlage 3 bij het besluit van de Vlaamse Regering van 15 mei 2009 is van toepassing.",
        "Dit protocol heeft geen bijlagen.",
        "De burger voegt de nodige bijlagen bij zijn aanvraag.",
        "Een wijziging kan in een bijlage worden opgenomen.",
        "Bijlage II van de verordening somt de talen op.",
    ],
)
def test_no_annex_is_missing(clause: str) -> None:
    assert in_clause("R203", clause, WORDED) == []


def test_an_annex_is_reported_once() -> None:
    assert in_clause("R203", "Zie bijlage 2. Wie bijlage 2 wijzigt, meldt dat.") == ["bijlage 2"]


def test_annexes_that_were_handed_in_count_by_their_own_number_or_their_order() -> None:
    text = WORDED.format(clause="Zie bijlage 1, bijlage 2 en bijlage 3.")
    annexes = ("Stroomschema\n\nEerst dit, dan dat.", "Bijlage 3. Contactpersonen\n\nDe dienst Wonen.")
    assert quotes("R203", text, annexes) == ["bijlage 2"]


def test_annexes_named_in_one_breath_are_each_looked_for() -> None:
    assert in_clause("R203", "Zie de bijlagen 1, 2 en 3.") == ["bijlagen 1", "2", "3"]
    assert in_clause("R203", "Zie bijlage A en B, een lijst.") == ["bijlage A", "B"]


def test_a_list_of_annexes_without_content_supplies_none() -> None:
    text = (
        WORDED.format(clause="Zie bijlage 1.") + "\nBIJLAGEN\n\nBijlage 1: stroomschema\nBijlage 2: formaat\n"
    )
    assert "bijlage 1" in quotes("R203", text)


@pytest.mark.parametrize(("number", "figure"), [("2", "2"), ("II", "2"), ("B", "2"), ("C", "3"), ("", "")])
def test_numbers_of_annexes_compare_in_figures(number: str, figure: str) -> None:
    assert canonical(number) == figure
