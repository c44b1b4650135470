"""Parties in the columns of a table."""

from __future__ import annotations

from collections.abc import Callable

from protocheck.model.facts import Facts

State = Callable[[str], Facts]


def test_the_column_of_a_role_is_no_short_name(facts_of: State) -> None:
    facts = facts_of(
        "Protocol\n\n| | Wie meedeelt | Wie ontvangt |\n|---|---|---|\n"
        "| Naam | Agentschap Fietsfonds | OCMW Torendam |\n"
        "| Zetel | Spoorlaan 77, 1097 Brussel | Dorp 1, 9644 Torendam |\n"
        "| Vertegenwoordigd door | Ines Paternoster | Karel Ooms |\n"
    )
    assert [(p.short_name, p.role) for p in facts.parties] == [
        ("Agentschap Fietsfonds", "sender"),
        ("OCMW Torendam", "receiver"),
    ]
