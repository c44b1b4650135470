"""What looks like a datum, a reason or a contact of the officer, and is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

PAPER = "Protocol\n\nArtikel 1. Gegevens\n\n{data}\n\nArtikel 2. Levering\n\n{rest}\n"


def data(facts: Facts) -> list[tuple[str, str]]:
    return [(item.name, item.justification) for item in facts.data_items]


@pytest.mark.parametrize(
    "text",
    [
        "De burger deelt zijn naam, adres en rekeningnummer mee wanneer hij de kaart aanvraagt.",
        "Bij vragen bezorgt u uw naam, telefoonnummer en e-mailadres aan de dienst Wonen.",
        "[Som hier op welke gegevens worden meegedeeld, bijvoorbeeld naam, adres en geboortedatum.]",
    ],
)
def test_a_sentence_that_shares_no_data(facts_of: State, text: str) -> None:
    assert data(facts_of(PAPER.format(data=text, rest=""))) == []


def test_when_and_where_are_no_data(facts_of: State) -> None:
    text = "De lijst bevat de naam, het adres en de laatste levering staat in bijlage 1."
    assert [name for name, _ in data(facts_of(PAPER.format(data=text, rest="")))] == ["naam", "adres"]


def test_a_pledge_is_no_reason(facts_of: State) -> None:
    names = "De stad ontvangt de naam en het adres van de houder. "
    pledge = (
        "Deze gegevens zijn toereikend, ter zake dienend en beperkt tot wat noodzakelijk is voor de kaart."
    )
    reason = "Deze gegevens zijn noodzakelijk om de kaart te kunnen opsturen."
    assert [why for _, why in data(facts_of(PAPER.format(data=names + pledge, rest="")))] == ["", ""]
    assert [why for _, why in data(facts_of(PAPER.format(data=names + reason, rest="")))] == [reason] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Storingen meldt u op het nummer 03 123 45 67. De functionaris leest dpo@linde.example.",
        "De functionaris geeft de sleutel van het bestand door via sms naar nr. 0470 12 34 56.",
    ],
)
def test_a_number_that_is_no_contact_of_the_officer(facts_of: State, text: str) -> None:
    phones = [c for c in facts_of(PAPER.format(data="", rest=text)).contacts if c.kind == "phone"]
    assert [c.dpo for c in phones] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "De burger deelt zijn naam, adres en rekeningnummer mee wanneer hij de premie aanvraagt.",
        "De aanvragers bezorgen hun naam, adres en inkomen aan de stad.",
        "Bij vragen bezorgt u uw naam, telefoonnummer en e-mailadres aan de dienst Wonen.",
        "[Som hier op welke gegevens worden meegedeeld, bijvoorbeeld naam, adres, geboortedatum.]",
    ],
)
def test_what_others_hand_in_is_not_communicated_also_right_below_a_heading(
    facts_of: State, text: str
) -> None:
    assert facts_of(f"Artikel 4. Gegevens\n{text}\n").data_items == ()


@pytest.mark.parametrize(
    ("point", "name", "why"),
    [
        ("Bouwjaar. Daaruit leidt de stad af of de woning telt;", "Bouwjaar", "Daaruit leidt de stad af"),
        ("woonplaats (bepaalt het bevoegde loket);", "woonplaats", "bepaalt het bevoegde loket"),
        ("diploma: toetsen of de kandidaat mag deelnemen;", "diploma", "toetsen of de kandidaat"),
        ("de gezinsgrootte: die bepaalt het tarief;", "de gezinsgrootte", "die bepaalt het tarief"),
        ("het dossiernummer, waarmee de stad het gezin vindt;", "het dossiernummer", "waarmee de stad"),
    ],
)
def test_a_name_ends_where_its_reason_begins(facts_of: State, point: str, name: str, why: str) -> None:
    text = f"Artikel 4. Gegevens\nDe volgende gegevens worden meegedeeld:\n- naam;\n- {point}\n"
    found = facts_of(text).data_items[-1]
    assert (found.name, found.justification[: len(why)]) == (name, why)


@pytest.mark.parametrize(
    "pledge",
    [
        "Deze gegevens zijn toereikend, ter zake dienend en beperkt tot wat noodzakelijk is.",
        "Deze gegevens zijn noodzakelijk voor de verwezenlijking van de doeleinden.",
        "De gegevens zijn nodig om het doel van dit protocol te bereiken.",
    ],
)
def test_a_pledge_justifies_nothing(facts_of: State, pledge: str) -> None:
    text = f"Artikel 4. Gegevens\nDe stad deelt de naam, het adres en het inkomen mee. {pledge}\n"
    assert {item.justification for item in facts_of(text).data_items} == {""}
