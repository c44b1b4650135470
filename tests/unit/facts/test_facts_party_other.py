"""Parties and their officers in the words of boards, letters and numbered forms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

TWO = (
    "PROTOCOL ZWEMBONNEN\n\nTussen\n\n{one}\n\nen\n\n{other}\n\nArtikel 1. Doel\n\n"
    "De stad reikt bonnen uit.\n\n{behind}\n"
)
CITY = (
    "de stad Linde, Markt 1, 9155 Linde, ondernemingsnummer 0207.513.788, vertegenwoordigd door An Peeters, "
    "burgemeester"
)
BY = "vertegenwoordigd door haar regering, bij delegatie in de persoon van de heer Rik Maes"
FUND = "het Fonds Zwembaden, {seat}Havenlaan 88, 1000 Brussel, ondernemingsnummer 0815.440.297, {acts}"


@pytest.mark.parametrize(
    "acts",
    [
        "rechtsgeldig verbonden door zijn leidend ambtenaar, mevrouw Mia Vos",
        "verbonden door mevrouw Mia Vos, leidend ambtenaar",
        "geldig gebonden door Mia Vos, leidend ambtenaar",
        "voor wie de raad van bestuur handelt, in de persoon van mevrouw Mia Vos, leidend ambtenaar",
        "vertegenwoordigd door mevrouw Mia Vos, leidend ambtenaar, als mededelende instantie",
    ],
)
@pytest.mark.parametrize("seat", ["", "gehuisvest te ", "gevestigd te "])
def test_who_binds_a_party(facts_of: State, acts: str, seat: str) -> None:
    parties = facts_of(TWO.format(one=FUND.format(seat=seat, acts=acts), other=CITY, behind="")).parties
    fund = next(party for party in parties if party.name == "Fonds Zwembaden")
    assert fund.seat == "Havenlaan 88, 1000 Brussel"
    assert [(p.name, p.function) for p in fund.representatives] == [("Mia Vos", "leidend ambtenaar")]


@pytest.mark.parametrize(
    ("region", "name"),
    [
        (f"het Vlaamse Gewest, {BY}, afdelingshoofd van de Dienst Zwemleren", "Dienst Zwemleren"),
        (f"de Vlaamse Gemeenschap, {BY}, hoofd van het Agentschap Sport en Spel", "Agentschap Sport en Spel"),
    ],
)
def test_the_region_is_the_service_through_which_it_acts(facts_of: State, region: str, name: str) -> None:
    other = f"{region}, met kantoor te 9000 Gent, Sluisweg 12, ondernemingsnummer 0815.440.297"
    parties = facts_of(TWO.format(one=CITY, other=other, behind="")).parties
    assert [party.name for party in parties] == ["stad Linde", name]
    assert [p.name for p in parties[1].representatives] == ["Rik Maes"]


@pytest.mark.parametrize(
    "cue", ["(verder: IVZ)", "(verder genoemd: IVZ)", "(voortaan IVZ)", "(hierna: IVZ)", ", kortweg IVZ"]
)
def test_a_short_name_ends_the_name(facts_of: State, cue: str) -> None:
    union = (
        f"de Intergemeentelijke Vereniging voor Zwembaden {cue}, opdrachthoudende vereniging, Sluisweg 12, "
        "9000 Gent, ondernemingsnummer 0815.440.297, vertegenwoordigd door Rik Maes, voorzitter"
    )
    parties = facts_of(TWO.format(one=CITY, other=union, behind="")).parties
    assert [party.name for party in parties] == [
        "stad Linde",
        "Intergemeentelijke Vereniging voor Zwembaden",
    ]


def test_a_numbered_form_in_bars(facts_of: State) -> None:
    form = """FORMULIER ZWEMBONNEN

1.   WIE VERSTREKT, WIE ONTVANGT

                        | Verstrekker                  | Ontvanger
------------------------+------------------------------+---------------------------------
1.1  Naam               | Gemeente Linde               | Intergemeentelijke Vereniging
                        |                              | voor Zwembaden (verder: IVZ),
                        |                              | opdrachthoudende vereniging
1.2  Zetel              | Markt 1, 9155 Linde          | Sluisweg 12, 9000 Gent
1.3  Ondernemingsnr.    | 0207.513.788                 | 0815.440.297
1.4  Ondertekenaar(s)   | An Peeters, burgemeester     | Rik Maes, voorzitter
                        | Tom Wouters, algemeen        | raad van bestuur
                        | directeur                    |
1.5  FG, bereikbaar op  | fg@linde.example             | 059 00 11 40 (onthaal, vraag
                        |                              | naar de FG) of fg@ivz.example

2.   WAARVOOR

De vereniging trekt de bon af van de prijs aan de kassa van het zwembad.
"""
    facts = facts_of(form)
    assert [(p.name, p.seat, p.role) for p in facts.parties] == [
        ("Gemeente Linde", "Markt 1, 9155 Linde", "sender"),
        ("Intergemeentelijke Vereniging voor Zwembaden", "Sluisweg 12, 9000 Gent", "receiver"),
    ]
    assert [[r.name for r in p.representatives] for p in facts.parties] == [
        ["An Peeters", "Tom Wouters"],
        ["Rik Maes"],
    ]
    assert {c.value: c.owner for c in facts.contacts if c.kind == "email"} == {
        "fg@linde.example": "Gemeente Linde",
        "fg@ivz.example": "Intergemeentelijke Vereniging voor Zwembaden",
    }


def test_a_noun_is_of_the_party_that_has_it_as_a_word(facts_of: State) -> None:
    one = FUND.format(seat="", acts="vertegenwoordigd door Mia Vos, leidend ambtenaar")
    other = (
        "het Ziekenfonds De Zeemeeuw, Sluisweg 12, 9000 Gent, ondernemingsnummer 0207.513.788, "
        "vertegenwoordigd door Rik Maes, voorzitter"
    )
    behind = (
        "Het Fonds deelt de gegevens mee aan het Ziekenfonds. Het Fonds doet dat elke week. "
        "Het Ziekenfonds betaalt de bonnen terug. De functionaris voor gegevensbescherming van het Fonds "
        "(info@een.example) adviseerde op 3 mei en die van het Ziekenfonds (dpo@twee.example) op 4 mei."
    )
    facts = facts_of(TWO.format(one=one, other=other, behind=behind))
    assert {c.value: c.owner for c in facts.contacts} == {
        "info@een.example": "Fonds Zwembaden",
        "dpo@twee.example": "Ziekenfonds De Zeemeeuw",
    }


@pytest.mark.parametrize(
    "same",
    ["die hetzelfde ambt bekleedt bij", "die dezelfde functie uitoefent bij", "die dat ambt waarneemt voor"],
)
def test_the_same_post_is_that_of_the_officer(facts_of: State, same: str) -> None:
    one = FUND.format(seat="", acts="vertegenwoordigd door Mia Vos, leidend ambtenaar")
    behind = (
        "De heer Jan Bol, functionaris voor gegevensbescherming van de stad (privacy@linde.example), gaf "
        f"advies. Mevrouw Lut Maes, {same} het Fonds (gegevens@zwembaden.example), gaf advies."
    )
    facts = facts_of(TWO.format(one=one, other=CITY, behind=behind))
    assert {c.value: c.dpo for c in facts.contacts} == {
        "privacy@linde.example": True,
        "gegevens@zwembaden.example": True,
    }


@pytest.mark.parametrize(
    ("body", "organ"),
    [
        ("GEMEENTE LINDE", "het college van burgemeester en schepenen"),
        ("Gemeente Linde", "de gemeenteraad"),
        ("OCMW Linde", "het vast bureau"),
        ("Provincie Kustland", "de deputatie"),
        ("Politiezone Kust", "het politiecollege"),
    ],
)
def test_those_listed_below_the_organ_of_the_only_party(facts_of: State, body: str, organ: str) -> None:
    form = f"""FORMULIER VAN TOETREDING

Rubriek 1. Wie toetreedt

Naam:                    {body}
Zetel:                   Markt 1, 9155 Linde
Ondernemingsnummer:      0207.513.788

Rubriek 2. Wie verbindt

Voor {organ}:
  de heer Tom WOUTERS, voorzitter
  mevrouw An PEETERS, algemeen directeur
Beslissing van: 17 maart 2025

Rubriek 3. Ritme

[ ] maandelijks     [X] om de drie maanden
"""
    (party,) = facts_of(form).parties
    assert [(p.name, p.function) for p in party.representatives] == [
        ("Tom WOUTERS", "voorzitter"),
        ("An PEETERS", "algemeen directeur"),
    ]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (
            'de heer Rik Maes, voorzitter, en mevrouw Mia Vos, directeur (verder: "de zone")',
            [("Rik Maes", "voorzitter"), ("Mia Vos", "directeur")],
        ),
        (
            "Rik Maes, voorzitter, en Mia Vos, directeur, gezamenlijk handelend",
            [("Rik Maes", "voorzitter"), ("Mia Vos", "directeur")],
        ),
        (
            "Mia Vos, directeur, ter uitvoering van de beslissing van de raad van 30 juni 2025",
            [("Mia Vos", "directeur")],
        ),
        (
            "de voorzitter van de gemeenteraad, Rik Maes, en de directeur, Mia Vos, samen 'de leiding'",
            [("Rik Maes", "voorzitter van de gemeenteraad"), ("Mia Vos", "directeur")],
        ),
        (
            "Mia Vos, directeur, en voor vragen over gegevens te bereiken bij haar functionaris",
            [("Mia Vos", "directeur")],
        ),
    ],
)
def test_a_function_ends_where_other_words_begin(
    facts_of: State, people: str, expected: list[tuple[str, str]]
) -> None:
    one = FUND.format(seat="", acts=f"vertegenwoordigd door {people}")
    fund = facts_of(TWO.format(one=one, other=CITY, behind="")).parties[0]
    assert [(p.name, p.function) for p in fund.representatives] == expected


@pytest.mark.parametrize(
    "seat",
    [
        "zetel houdend te 9000 Gent, Sluisweg 12",
        "met stadhuis te 9000 Gent, Sluisweg 12",
        "waarvan de kantoren gevestigd zijn te 9000 Gent, Sluisweg 12",
        "kantoor houdende te 9000 Gent, Sluisweg 12",
        "met gemeentehuis te 9000 Gent, Sluisweg 12",
    ],
)
def test_where_a_party_sits(facts_of: State, seat: str) -> None:
    one = f"de stad Zeekant, {seat}, KBO 0815.440.297, vertegenwoordigd door Mia Vos, burgemeester"
    party = facts_of(TWO.format(one=one, other=CITY, behind="")).parties[0]
    assert (party.name, party.seat) == ("stad Zeekant", "9000 Gent, Sluisweg 12")


def test_a_form_whose_values_go_on_below_their_column(facts_of: State) -> None:
    form = """PROTOCOL ZWEMBONNEN

I. DE PARTIJEN

  Benaming               Politiezone Kust
  Zetel                  Sluisweg 12, 9000 Gent
  Ondernemingsnummer     0815.440.297
  Vertegenwoordigd door  mevrouw Mia Vos, voorzitter van het politiecollege, en de heer
                         Rik Maes, korpschef
  Hierna                 'de zone'

  Benaming               Stad Linde
  Zetel                  Markt 1, 9155 Linde
  Ondernemingsnummer     0207.513.788
  Vertegenwoordigd door  mevrouw An Peeters, burgemeester
  Hierna                 'de stad'

II. DOEL

De stad reikt bonnen uit aan wie nog niet kan zwemmen.

III. DUUR

Vijf jaar.
"""
    zone = facts_of(form).parties[0]
    assert [(p.name, p.function) for p in zone.representatives] == [
        ("Mia Vos", "voorzitter van het politiecollege"),
        ("Rik Maes", "korpschef"),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_those_who_are_listed_below_their_party(facts_of: State, gap: str) -> None:
    lines = [
        "VERSLAG VAN DE ZITTING VAN 9 SEPTEMBER 2025",
        "Onderwerp: zwembonnen. Dit verslag geldt als protocol.",
        "AANWEZIG EN VERTEGENWOORDIGD",
        "Voor de stad Linde (Markt 1, 9155 Linde, ondernemingsnummer 0207.513.788):",
        "de heer Rik Maes, burgemeester, en mevrouw An Peeters, algemeen directeur",
        "functionaris voor gegevensbescherming: fg@linde.example",
        "Voor de politiezone Kust (Sluisweg 12, 9000 Gent, ondernemingsnummer 0815.440.297):",
        "mevrouw Mia Vos, voorzitter van het politiecollege, en hoofdcommissaris Tom Wouters, korpschef",
        "functionaris voor gegevensbescherming: dpo@pzkust.example",
        "1. Opening",
        "De voorzitter opent de zitting en dankt de aanwezigen.",
        "2. Doel",
        "De zone leest de lijst om de ingang van het zwembad te bewaken.",
    ]
    parties = facts_of(
        "\n\n".join(lines[:3]) + "\n\n" + gap.join(lines[3:9]) + "\n\n" + "\n\n".join(lines[9:])
    ).parties
    assert [[(p.name, p.function) for p in party.representatives] for party in parties] == [
        [("Rik Maes", "burgemeester"), ("An Peeters", "algemeen directeur")],
        [("Mia Vos", "voorzitter van het politiecollege"), ("Tom Wouters", "korpschef")],
    ]


def test_parties_side_by_side_between_bars(facts_of: State) -> None:
    facts = facts_of("""AFSPRAKENNOTA ZWEMBONNEN

Deze nota geldt als protocol in de zin van artikel 8 van het e-govdecreet.

================================================================
Mededelende instantie           | Ontvangende instantie
================================================================
Stad Linde                      | vzw De Kikker
Markt 1, 9155 Linde             | Sluisweg 12, 9155 Linde
KBO 0207.513.788                | KBO 0815.440.297
An Peeters, burgemeester        | Rik Maes, voorzitter
Tom Wouters, algemeen directeur |
fg@linde.example                | fg@dekikker.example
================================================================

WAARVOOR
--------
De club trekt de bon af van de prijs aan de kassa van het zwembad.

DUUR
----
Van 1 april 2025 tot en met 31 maart 2030, elke maandag een nieuwe lijst.
""")
    assert [(p.name, p.kbo, p.role, [r.name for r in p.representatives]) for p in facts.parties] == [
        ("Stad Linde", "0207513788", "sender", ["An Peeters", "Tom Wouters"]),
        ("vzw De Kikker", "0815440297", "receiver", ["Rik Maes"]),
    ]
    assert {c.value: c.owner for c in facts.contacts} == {
        "fg@linde.example": "Stad Linde",
        "fg@dekikker.example": "vzw De Kikker",
    }


def test_a_label_before_a_name_is_no_part_of_it(facts_of: State) -> None:
    facts = facts_of("""PROTOCOL ZWEMBONNEN

PARTIJ 1 (verstrekker)
Naam ............ stad Linde
Adres ........... Markt 1, 9155 Linde
KBO ............. 0207.513.788
Vertegenwoordigd  An Peeters, burgemeester

PARTIJ 2 (ontvanger)
Naam ............ vzw De Kikker
Adres ........... Sluisweg 12, 9155 Linde
KBO ............. 0815.440.297
Vertegenwoordigd  Rik Maes, voorzitter

Artikel 1. Doel

De club trekt de bon af van de prijs.
""")
    assert [[r.name for r in p.representatives] for p in facts.parties] == [["An Peeters"], ["Rik Maes"]]
