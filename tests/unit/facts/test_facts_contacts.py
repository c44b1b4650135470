"""Contacts: whose they are, whether of a data protection officer, whether a person's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.facts.contacts import is_personal_box
from protocheck.model.facts import Facts

State = Callable[[str], Facts]

HEAD = """PROTOCOL

TUSSEN

het Agentschap Zorgwegwijs, KBO 0142.503.787, met zetel te Laan 12, 1000 Brussel, vertegenwoordigd door
Tine Aerden, directeur,

hierna “Zorgwegwijs”;

EN

de gemeente Molenbeersel, KBO 0116.384.261, met zetel te Dorpsplein 1, 3640 Molenbeersel, vertegenwoordigd
door Rik Pauwels, burgemeester,

hierna “de gemeente”;

WORDT OVEREENGEKOMEN WAT VOLGT:

Artikel 9: Meldingen

"""


def contacts(facts: Facts) -> list[tuple[str, str, str, bool, bool]]:
    return [(c.kind, c.value, c.owner, c.dpo, c.personal) for c in facts.contacts]


def test_a_list_of_contacts_for_breaches(facts_of: State) -> None:
    text = (
        "Partijen melden elkaar elk gegevenslek.\n\nContacten hiervoor zijn:\n\n- Zorgwegwijs: "
        "dpo@zorgwegwijs.example\n- de gemeente: veiligheid@intern.example\n"
    )
    assert contacts(facts_of(HEAD + text)) == [
        ("email", "dpo@zorgwegwijs.example", "Agentschap Zorgwegwijs", True, False),
        ("email", "veiligheid@intern.example", "gemeente Molenbeersel", True, False),
    ]


def test_two_contacts_in_one_sentence(facts_of: State) -> None:
    text = (
        "De functionaris van Zorgwegwijs is bereikbaar via een@post.example, die van de "
        "gemeente op het nummer 089 12 34 56.\n"
    )
    assert contacts(facts_of(HEAD + text)) == [
        ("email", "een@post.example", "Agentschap Zorgwegwijs", True, False),
        ("phone", "089 12 34 56", "gemeente Molenbeersel", True, False),
    ]


def test_the_domain_tells_the_owner(facts_of: State) -> None:
    text = "Het bestand gaat naar sociale.dienst@molenbeersel.example.\n"
    assert contacts(facts_of(HEAD + text)) == [
        ("email", "sociale.dienst@molenbeersel.example", "gemeente Molenbeersel", False, False)
    ]


def test_a_named_mailbox_and_a_mobile_are_personal(facts_of: State) -> None:
    text = "Zorgwegwijs mailt naar els.maes@molenbeersel.example en belt 0477 12 34 56.\n"
    assert [(c.value, c.personal) for c in facts_of(HEAD + text).contacts] == [
        ("els.maes@molenbeersel.example", True),
        ("0477 12 34 56", True),
    ]


def test_one_officer_for_all_counts_for_each(facts_of: State) -> None:
    text = "Beide partijen hebben dezelfde functionaris voor gegevensbescherming: fg@samen.example.\n"
    assert contacts(facts_of(HEAD + text)) == [
        ("email", "fg@samen.example", "Agentschap Zorgwegwijs", True, False),
        ("email", "fg@samen.example", "gemeente Molenbeersel", True, False),
    ]


def test_an_officer_reached_by_post(facts_of: State) -> None:
    text = (
        "De functionaris voor gegevensbescherming van de gemeente is per post te bereiken op "
        "Kerkweg 4, 3640 Molenbeersel.\n"
    )
    assert contacts(facts_of(HEAD + text)) == [
        ("post", "Kerkweg 4, 3640 Molenbeersel", "gemeente Molenbeersel", True, False)
    ]


def test_websites_are_no_officers(facts_of: State) -> None:
    text = "Het protocol staat op www.zorgwegwijs.example en https://molenbeersel.example/privacy.\n"
    assert contacts(facts_of(HEAD + text)) == [
        ("website", "www.zorgwegwijs.example", "Agentschap Zorgwegwijs", False, False),
        ("website", "https://molenbeersel.example/privacy", "gemeente Molenbeersel", False, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "KBO 0142.503.787",
        "rekening BE68 5390 0754 7034",
        "op 12/03/2024",
        "artikel 12.3",
        "1.250.000 euro",
        "art. 4:12",
    ],
)
def test_other_numbers_are_no_phone(facts_of: State, text: str) -> None:
    assert [c for c in facts_of(f"Er staat {text} in de tekst.\n").contacts if c.kind == "phone"] == []


@pytest.mark.parametrize(
    ("box", "personal"),
    [
        ("els.maes@stad.example", True),
        ("e.maes@stad.example", True),
        ("jan-piet.de.smet@stad.example", True),
        ("dpo@stad.example", False),
        ("sociale.dienst@stad.example", False),
        ("info@stad.example", False),
        ("kindengezin@stad.example", False),
        ("team.wonen@stad.example", False),
        ("privacy.officer@stad.example", False),
        ("informatieveiligheid@stad.example", False),
    ],
)
def test_tells_a_person_from_a_service(box: str, personal: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_personal_box(box) is personal


def test_a_known_person_is_found_behind_a_run_together_box() -> None:
    assert is_personal_box("rpauwels@stad.example", ["Rik Pauwels"])
    assert not is_personal_box("belastingen@stad.example", ["Rik Pauwels"])
