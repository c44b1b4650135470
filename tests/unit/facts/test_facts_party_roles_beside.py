"""The role of a party on a line or between brackets beside its name, and short names given in turn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

FORM = """FONDS ZWEMBONNEN
Protocol voor gegevensmededeling nr. 4

{sender}
Naam: Fonds Zwembonnen, naamloze vennootschap
Zetel: Sluisweg 6, 9300 Aalst
Ondernemingsnummer: 0815.440.297
Vertegenwoordigd door: Mia Vos, directeur

{receiver}
Naam: Badenbond Linde, opdrachthoudende vereniging
Zetel: Markt 1, 9155 Linde
Ondernemingsnummer: 0207.513.788
Vertegenwoordigd door: Rik Maes, voorzitter

{below}Artikel 1. Doel

De lijst dient om zwembonnen uit te betalen.

Artikel 2. Duur

Dit protocol geldt tot 31 december 2030 en wordt elk jaar nagekeken.
"""


@pytest.mark.parametrize(
    ("sender", "receiver"),
    [
        ("Verstrekker", "Afnemer"),
        ("Zender", "Ontvanger"),
        ("Leverancier", "Afnemer"),
        ("Mededelende instantie", "Ontvangende instantie"),
        ("Verstrekker van de gegevens", "Ontvanger van de gegevens"),
    ],
)
@pytest.mark.parametrize("stop", ["", ":"])
def test_a_role_on_a_line_is_of_the_party_below_it(
    facts_of: State, sender: str, receiver: str, stop: str
) -> None:
    parties = facts_of(FORM.format(sender=sender + stop, receiver=receiver + stop, below="")).parties
    assert [(party.name, party.role) for party in parties] == [
        ("Fonds Zwembonnen", "sender"),
        ("Badenbond Linde", "receiver"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        'hierna respectievelijk "het fonds" en "de bond" genoemd.',
        'hierna respectievelijk genoemd "het fonds" en "de bond".',
        'verder respectievelijk te noemen "het fonds" en "de bond".',
    ],
)
def test_short_names_in_turn(facts_of: State, words: str) -> None:
    officer = "Functionaris: Privacyteam Vereniging, privacy@lindesport.example\n"
    text = FORM.format(sender="Verstrekker", receiver="Afnemer", below=f"{words}\n\n")
    found = facts_of(text.replace("voorzitter\n", f"voorzitter\n{officer}"))
    assert [party.short_name for party in found.parties] == ["het fonds", "de bond"]
    assert [contact.owner for contact in found.contacts] == ["Badenbond Linde"]


def test_the_title_of_the_paper_is_no_party(facts_of: State) -> None:
    text = FORM.format(sender="Verstrekker", receiver="Afnemer", below="")
    title = "ELEKTRONISCHE MEDEDELING VAN GEGEVENS VAN DE SCHOOLBESTUREN VAN DE REGIO LINDE\n\n"
    assert [party.name for party in facts_of(title + text).parties] == ["Fonds Zwembonnen", "Badenbond Linde"]


@pytest.mark.parametrize(("one", "other"), [("zender", "ontvanger"), ("verstrekker", "afnemer")])
def test_a_role_between_brackets_is_no_part_of_the_name(facts_of: State, one: str, other: str) -> None:
    text = f"""PROTOCOL ZWEMBONNEN

|                    | Fonds Zwembonnen ({one}) | Badenbond Linde ({other}) |
|--------------------|--------------------------|---------------------------|
| Zetel              | Sluisweg 6, 9300 Aalst   | Markt 1, 9155 Linde       |
| Ondernemingsnummer | 0815.440.297             | 0207.513.788              |
| Vertegenwoordigers | Mia Vos, directeur       | Rik Maes, voorzitter      |

1 Doel

De lijst dient om zwembonnen uit te betalen.
"""
    assert [(party.name, party.role) for party in facts_of(text).parties] == [
        ("Fonds Zwembonnen", "sender"),
        ("Badenbond Linde", "receiver"),
    ]


@pytest.mark.parametrize(
    ("group", "second"),
    [
        ("Gemeente 1", "Gemeente 2"),
        ("Partij A", "Partij B"),
        ("Bestuur 1", "Bestuur 2"),
        ("Zender", "Ontvanger"),
        ("Verstrekker 1", "Afnemer"),
    ],
)
@pytest.mark.parametrize("officer", ["", "functionaris: fg@linde.example"])
def test_a_label_in_a_column_of_its_own_is_no_part_of_the_name(
    facts_of: State, group: str, second: str, officer: str
) -> None:
    lines = []
    for label, name, seat, number, people in (
        (group, "vzw Fonds Zwembonnen", "Sluisweg 6, 9300 Aalst", "0815.440.297", "Mia Vos, directeur"),
        (
            second,
            "Badenbond Linde",
            "Markt 1, 9155 Linde",
            "0207.513.788",
            "Rik Maes, voorzitter van de raad",
        ),
    ):
        details = (f"maatschappelijke zetel: {seat}", f"KBO: {number}", f"vertegenwoordigd door: {people}")
        lines += [f"{label:<25}{name}", *(f"{'':<25}{each}" for each in (*details, officer) if each), ""]
    text = "\n".join(["PROTOCOL ZWEMBONNEN", "", "De partijen", "", *lines, "Art. 1. Doel", "", "De lijst."])
    parties = facts_of(text + "\n\nArt. 2. Duur\n\nTot 2030.\n").parties
    assert [(p.name, p.kbo, [r.name for r in p.representatives]) for p in parties] == [
        ("vzw Fonds Zwembonnen", "0815440297", ["Mia Vos"]),
        ("Badenbond Linde", "0207513788", ["Rik Maes"]),
    ]


@pytest.mark.parametrize(
    ("sends", "gets"),
    [
        ("Leverancier van de gegevens is", "Afnemer van de gegevens is"),
        ("De instantie die meedeelt is", "De instantie die ontvangt is"),
        ("De partij die de gegevens verstrekt, is", "De partij die de gegevens gebruikt, is"),
        ("De meedelende instantie is", "De ontvangende instantie is"),
        ("Verstrekker is", "Ontvanger is"),
    ],
)
@pytest.mark.parametrize("head", ["1.1 Partijen", "1. PARTIJEN", "I. DE PARTIJEN"])
def test_a_sentence_may_say_who_has_which_role(facts_of: State, sends: str, gets: str, head: str) -> None:
    above = "1 Algemeen\n\n" if head.startswith("1.1") else ""
    other = {"1.1": "1.2 Doel", "1.": "2. DOEL", "I.": "II. DOEL"}[head.split(maxsplit=1)[0]]
    text = f"""PROTOCOL ZWEMBONNEN

{above}{head}

{sends} het Departement Zwemmen en Baden, Sluisweg 6, 9300 Aalst, KBO
0815.440.297, waarvoor mevrouw Mia Vos, secretaris-generaal, optreedt ("het Departement").

{gets} de vzw Badenbond Linde (verder "de Bond"), Markt 1, 9155 Linde, KBO 0207.513.788,
waarvoor de heer Rik Maes, voorzitter, optreedt.

{other}

De lijst dient om zwembonnen uit te betalen.
"""
    found = [(p.name, p.kbo, p.role, [r.name for r in p.representatives]) for p in facts_of(text).parties]
    assert found == [
        ("Departement Zwemmen en Baden", "0815440297", "sender", ["Mia Vos"]),
        ("vzw Badenbond Linde", "0207513788", "receiver", ["Rik Maes"]),
    ]
