"""The parties block in the forms in which papers give it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts, Party

State = Callable[[str], Facts]
Row = tuple[str, str, str, str, tuple[tuple[str, str], ...]]

TITLE = "PROTOCOL VOOR DE ELEKTRONISCHE MEDEDELING VAN PERSOONSGEGEVENS\n\n"
AGENCY = "0142.503.787"
TOWN = "0116.384.261"
END = "\n\nWORDT OVEREENGEKOMEN WAT VOLGT:\n\nArtikel 1: Voorwerp\n\nDit protocol regelt de mededeling.\n"


def rows(parties: tuple[Party, ...]) -> list[Row]:
    return [
        (p.name, p.short_name, p.kbo, p.seat, tuple((r.name, r.function) for r in p.representatives))
        for p in parties
    ]


BLOCKS: dict[str, tuple[str, list[Row]]] = {
    "tussen en hierna": (
        f"""TUSSEN

Het Agentschap Zorgwegwijs, ingeschreven in de Kruispuntbank van Ondernemingen onder nummer {AGENCY},
met maatschappelijke zetel te Lindelaan 12, 1000 Brussel, vertegenwoordigd door mevrouw Tine Aerden,
administrateur-generaal;

hierna: “Zorgwegwijs”;

EN

de gemeente Molenbeersel, ondernemingsnummer {TOWN}, gelegen te Dorpsplein 1, 3640 Molenbeersel,
vertegenwoordigd door de heer Rik Pauwels, burgemeester, en mevrouw An Roels, algemeen directeur

hierna: “de gemeente”;
""",
        [
            (
                "Agentschap Zorgwegwijs",
                "Zorgwegwijs",
                "0142503787",
                "Lindelaan 12, 1000 Brussel",
                (("Tine Aerden", "administrateur-generaal"),),
            ),
            (
                "gemeente Molenbeersel",
                "de gemeente",
                "0116384261",
                "Dorpsplein 1, 3640 Molenbeersel",
                (("Rik Pauwels", "burgemeester"), ("An Roels", "algemeen directeur")),
            ),
        ],
    ),
    "ondergetekenden, genummerd": (
        f"""De ondergetekenden:

1. Het departement Wonen, KBO BE{AGENCY.replace(".", "")}, gevestigd te Havenlaan 88, 1000 Brussel,
vertegenwoordigd door Jan De Smet, secretaris-generaal, hierna genoemd het Departement;

2. De stad Oudenwalle, KBO {TOWN.replace(".", " ")}, met zetel te Markt 4, 8630 Oudenwalle,
vertegenwoordigd door het college van burgemeester en schepenen, voor wie optreden: burgemeester Mia Claes
en algemeen directeur Bart Vos, hierna te noemen de Stad.
""",
        [
            (
                "departement Wonen",
                "het Departement",
                "0142503787",
                "Havenlaan 88, 1000 Brussel",
                (("Jan De Smet", "secretaris-generaal"),),
            ),
            (
                "stad Oudenwalle",
                "de Stad",
                "0116384261",
                "Markt 4, 8630 Oudenwalle",
                (
                    ("college van burgemeester en schepenen", ""),
                    ("Mia Claes", "burgemeester"),
                    ("Bart Vos", "algemeen directeur"),
                ),
            ),
        ],
    ),
    "enerzijds en anderzijds": (
        f"""Tussen enerzijds de Vlaamse Zorgkas, met ondernemingsnummer {AGENCY} en met kantoren gevestigd aan
Kaai 3, 9000 Gent, vertegenwoordigd door haar directeur, dhr. P. Janssens (“VZK”), en anderzijds de provincie
Rijnbeek, met zetel te Provincielaan 7, 2000 Antwerpen, ondernemingsnummer {TOWN}, in de persoon van
gouverneur Ine Maas, verder genoemd “de Provincie”.
""",
        [
            ("Vlaamse Zorgkas", "VZK", "0142503787", "Kaai 3, 9000 Gent", (("P. Janssens", "directeur"),)),
            (
                "provincie Rijnbeek",
                "de Provincie",
                "0116384261",
                "Provincielaan 7, 2000 Antwerpen",
                (("Ine Maas", "gouverneur"),),
            ),
        ],
    ),
    "een regel per gegeven": (
        f"""Partij 1: de meedelende instantie

Naam: Agentschap Bosbeheer
KBO: {AGENCY}
Adres: Bosweg 5, 3000 Leuven
Vertegenwoordigd door: Els Wouters, directeur

Partij 2: de ontvangende instantie

Naam: OCMW Vaart
KBO: {TOWN}
Adres: Vaartstraat 10, 2800 Mechelen
Vertegenwoordigd door: Wim Cools, voorzitter
""",
        [
            (
                "Agentschap Bosbeheer",
                "Agentschap Bosbeheer",
                "0142503787",
                "Bosweg 5, 3000 Leuven",
                (("Els Wouters", "directeur"),),
            ),
            (
                "OCMW Vaart",
                "OCMW Vaart",
                "0116384261",
                "Vaartstraat 10, 2800 Mechelen",
                (("Wim Cools", "voorzitter"),),
            ),
        ],
    ),
    "tabel, een rij per partij": (
        f"""Partijen

Naam\tKBO-nummer\tMaatschappelijke zetel\tVertegenwoordigd door
Agentschap Kustwacht\t{AGENCY}\tZeedijk 9, 8400 Oostende\tKaat Devos, leidend ambtenaar
Gemeente Duinzicht\t{TOWN}\tKerkplein 2, 8450 Duinzicht\tTom Baert, burgemeester
""",
        [
            (
                "Agentschap Kustwacht",
                "Agentschap Kustwacht",
                "0142503787",
                "Zeedijk 9, 8400 Oostende",
                (("Kaat Devos", "leidend ambtenaar"),),
            ),
            (
                "Gemeente Duinzicht",
                "Gemeente Duinzicht",
                "0116384261",
                "Kerkplein 2, 8450 Duinzicht",
                (("Tom Baert", "burgemeester"),),
            ),
        ],
    ),
    "artikel met de verwerkingsverantwoordelijken": (
        f"""Artikel 1. De verwerkingsverantwoordelijken

De verwerkingsverantwoordelijken zijn:

a) de Rijksdienst voor Attesten, met zetel te Wetstraat 1, 1040 Brussel, ingeschreven in de KBO onder het
nummer {AGENCY}, rechtsgeldig vertegenwoordigd door Luc Maes, administrateur-generaal;

b) de politiezone Beekvallei, met zetel te Stationsplein 3, 9300 Aalst, KBO-nummer {TOWN}, vertegenwoordigd
door korpschef Sara Wils.

Artikel 2. Voorwerp

De rijksdienst bezorgt gegevens aan de politiezone.
""",
        [
            (
                "Rijksdienst voor Attesten",
                "Rijksdienst voor Attesten",
                "0142503787",
                "Wetstraat 1, 1040 Brussel",
                (("Luc Maes", "administrateur-generaal"),),
            ),
            (
                "politiezone Beekvallei",
                "politiezone Beekvallei",
                "0116384261",
                "Stationsplein 3, 9300 Aalst",
                (("Sara Wils", "korpschef"),),
            ),
        ],
    ),
    "stad en OCMW met een adres": (
        f"""TUSSEN

het Agentschap Groeiwijs, met zetel te Kaai 3, 1000 Brussel, KBO {AGENCY}, vertegenwoordigd door Noor Stevens,
directeur;

EN

de stad en het OCMW Brakelgem, met zetel te Marktplein 1, 9999 Brakelgem, vertegenwoordigd door Jos Lenaerts,
burgemeester, en Ria Thys, algemeen directeur, hierna “ontvangende instanties”;
""",
        [
            (
                "Agentschap Groeiwijs",
                "Agentschap Groeiwijs",
                "0142503787",
                "Kaai 3, 1000 Brussel",
                (("Noor Stevens", "directeur"),),
            ),
            (
                "stad Brakelgem",
                "stad Brakelgem",
                "",
                "Marktplein 1, 9999 Brakelgem",
                (("Jos Lenaerts", "burgemeester"), ("Ria Thys", "algemeen directeur")),
            ),
            (
                "OCMW Brakelgem",
                "OCMW Brakelgem",
                "",
                "Marktplein 1, 9999 Brakelgem",
                (("Jos Lenaerts", "burgemeester"), ("Ria Thys", "algemeen directeur")),
            ),
        ],
    ),
}


@pytest.mark.parametrize("form", BLOCKS)
def test_reads_the_block_in_this_form(facts_of: State, form: str) -> None:
    text, expected = BLOCKS[form]
    end = "" if "Artikel 2." in text else END
    assert rows(facts_of(TITLE + text + end).parties) == expected


def test_the_title_tells_who_sends(facts_of: State) -> None:
    title = "PROTOCOL VOOR DE MEDEDELING VAN GEGEVENS VAN DE GEMEENTE MOLENBEERSEL NAAR ZORGWEGWIJS\n\n"
    parties = facts_of(title + BLOCKS["tussen en hierna"][0] + END).parties
    assert [p.role for p in parties] == ["receiver", "sender"]


SENTENCES = {
    "Zorgwegwijs deelt de gegevens mee aan de gemeente.": ["sender", "receiver"],
    "De gegevens worden door de gemeente bezorgd aan Zorgwegwijs.": ["receiver", "sender"],
    "Zorgwegwijs stelt de gegevens ter beschikking van de gemeente.": ["sender", "receiver"],
    "De gemeente ontvangt van Zorgwegwijs een lijst met gegevens.": ["sender", "receiver"],
    "Zorgwegwijs verstrekt de persoonsgegevens op vraag van de stad.": ["sender", "receiver"],
    "Zorgwegwijs heeft de gegevens oorspronkelijk verzameld voor premies.": ["sender", "receiver"],
    "De gemeente meldt elk gegevenslek aan Zorgwegwijs.": ["unknown", "unknown"],
    "De wederzijdse mededeling van gegevens gebeurt elke maand.": ["both", "both"],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_tells_who_sends(facts_of: State, sentence: str) -> None:
    text = BLOCKS["tussen en hierna"][0] + END.replace("Dit protocol regelt de mededeling.", sentence)
    assert [p.role for p in facts_of("PROTOCOL\n\n" + text).parties] == SENTENCES[sentence]


def test_the_block_itself_tells_who_sends(facts_of: State) -> None:
    parties = facts_of(TITLE + BLOCKS["een regel per gegeven"][0] + END).parties
    assert [p.role for p in parties] == ["sender", "receiver"]


def test_a_name_for_both_goes_to_the_mentions(facts_of: State) -> None:
    parties = facts_of(TITLE + BLOCKS["stad en OCMW met een adres"][0] + END).parties
    assert [p.mentions for p in parties] == [(), ("ontvangende instanties",), ("ontvangende instanties",)]
    assert [p.kind for p in parties] == ["agency", "municipality", "ocmw"]
    assert [p.role for p in parties] == ["sender", "receiver", "receiver"]


def test_processors_and_steering_groups_are_no_parties(facts_of: State) -> None:
    extra = """
Overwegende dat de stuurgroep Armoede, vertegenwoordigd door Kris Bols, voorstelde om samen te werken;

Overwegende dat Datahuis nv, met zetel te Havenlaan 3, 1000 Brussel, KBO 0400.378.485, als verwerker optreedt;
"""
    parties = facts_of(TITLE + BLOCKS["tussen en hierna"][0] + extra + END).parties
    assert [p.name for p in parties] == ["Agentschap Zorgwegwijs", "gemeente Molenbeersel"]


def test_a_party_left_open_is_no_party(facts_of: State) -> None:
    text = """TUSSEN

[NAAM INSTANTIE], met zetel te [ADRES], KBO [NUMMER], vertegenwoordigd door [NAAM], [FUNCTIE],

EN

OCMW Zandakker, met zetel te Liersebaan 12, 2240 Zandakker, vertegenwoordigd door haar voorzitter,

hierna “de afnemer van de gegevens”;
"""
    (party,) = facts_of(TITLE + text + END).parties
    assert (party.name, party.role, party.mentions) == (
        "OCMW Zandakker",
        "receiver",
        ("de afnemer van de gegevens",),
    )
    assert [r.name for r in party.representatives] == ["voorzitter"]


def test_no_parties_in_a_paper_without_them(facts_of: State) -> None:
    assert facts_of("Recept voor wafels\n\nMeng de bloem met de eieren en bak ze goudbruin.\n").parties == ()


def test_the_span_holds_the_clause(facts_of: State) -> None:
    text = TITLE + BLOCKS["tussen en hierna"][0] + END
    for party, number in zip(facts_of(text).parties, (AGENCY, TOWN), strict=True):
        clause = party.span.of(text)
        assert party.name in clause
        assert number in clause
        assert party.representatives[-1].function in clause


def test_a_representative_without_title_and_function_behind_brackets(facts_of: State) -> None:
    text = BLOCKS["tussen en hierna"][0].replace(
        "de heer Rik Pauwels, burgemeester, en mevrouw An Roels, algemeen directeur",
        "dr. Rik Pauwels (burgemeester) en ir. An-Sofie D'Hondt (penningmeester)",
    )
    party = facts_of(TITLE + text + END).parties[1]
    assert [(r.name, r.function) for r in party.representatives] == [
        ("Rik Pauwels", "burgemeester"),
        ("An-Sofie D'Hondt", "penningmeester"),
    ]


FREE = """PROTOCOL

Wie maakt deze afspraken?

De gemeente Molenbeersel, Dorpsplein 1, 3640 Molenbeersel (ondernemingsnummer 0116.384.261). Voor de gemeente
tekenen burgemeester Rik Pauwels en algemeen directeur An Roels.

De projectvereniging Leesland, Kaai 4, 9000 Gent (ondernemingsnummer 0142.503.787). Namens haar handelt
voorzitter Noor El Amrani.

De vereniging krijgt de gegevens van de gemeente. De gemeente bezorgt de lijst aan de vereniging. De
vereniging wist ze na een jaar. Drukwerk nv, Laan 3, 1000 Brussel (KBO 0400.378.485), is de verwerker.
"""


def test_parties_without_a_block_are_known_by_their_number(facts_of: State) -> None:
    parties = facts_of(FREE).parties
    assert rows(parties) == [
        (
            "gemeente Molenbeersel",
            "gemeente Molenbeersel",
            "0116384261",
            "Dorpsplein 1, 3640 Molenbeersel",
            (("Rik Pauwels", "burgemeester"), ("An Roels", "algemeen directeur")),
        ),
        (
            "projectvereniging Leesland",
            "projectvereniging Leesland",
            "0142503787",
            "Kaai 4, 9000 Gent",
            (("Noor El Amrani", "voorzitter"),),
        ),
    ]
    assert [p.role for p in parties] == ["sender", "receiver"]
    assert "de gemeente" in parties[0].mentions


TABLE = """Partijen

\tBron\tAfnemer
Naam\tAgentschap Zorgwegwijs, verzelfstandigd agentschap van de overheid\tOCMW Vaart
Ondernemingsnummer\t0142.503.787\t0116.384.261
Adres\tLaan 12, 1000 Brussel\tVaartstraat 10, 2800 Mechelen
Treedt op\tTine Aerden, directeur\tWim Cools, voorzitter, en Bo Maes, algemeen directeur
"""


def test_a_table_with_a_column_for_each_party(facts_of: State) -> None:
    parties = facts_of(TITLE + TABLE).parties
    assert rows(parties) == [
        (
            "Agentschap Zorgwegwijs",
            "Agentschap Zorgwegwijs",
            "0142503787",
            "Laan 12, 1000 Brussel",
            (("Tine Aerden", "directeur"),),
        ),
        (
            "OCMW Vaart",
            "OCMW Vaart",
            "0116384261",
            "Vaartstraat 10, 2800 Mechelen",
            (("Wim Cools", "voorzitter"), ("Bo Maes", "algemeen directeur")),
        ),
    ]
    assert [p.role for p in parties] == ["sender", "receiver"]
