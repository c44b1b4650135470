"""Data given block by block: the reason stands behind the row of data, or below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]
Pair = tuple[str, str]


def pairs(facts: Facts) -> list[Pair]:
    return [(i.name, i.justification) for i in facts.data_items]


FORMS: dict[str, tuple[str, list[Pair]]] = {
    "noodzaak onder een genummerd gegeven": (
        (
            "Artikel 6. Persoonsgegevens\n\n6.1. Naam van de imker.\n     Noodzaak: de keurder belt aan "
            "bij de "
            "juiste persoon.\n\n6.2. Aantal kasten.\n     Noodzaak: vanaf tien kasten is een vergunning "
            "vereist.\n"
        ),
        [
            ("Naam van de imker", "de keurder belt aan bij de juiste persoon."),
            ("Aantal kasten", "vanaf tien kasten is een vergunning vereist."),
        ],
    ),
    "een zin achter het gegeven": (
        (
            "Artikel 4. Gegevens\n\n1. Naam en geslacht. Zonder die twee raken de fiches door elkaar.\n"
            "2. Moedertaal. Dan weet de balie of er een tolk moet komen.\n"
            "3. Datum van uitschrijving. De verzekering stopt op die dag.\n"
        ),
        [
            ("Naam en geslacht", "Zonder die twee raken de fiches door elkaar."),
            ("Moedertaal", "Dan weet de balie of er een tolk moet komen."),
            ("Datum van uitschrijving", "De verzekering stopt op die dag."),
        ],
    ),
    "aangekondigd met een reden, onder een kop over iets anders": (
        (
            "## Stap 2: de zending\n\nWat we meesturen en waarom:\n\n1. Lidnummer. Elk lid heeft er maar "
            "een.\n"
            "2. Vervaldatum van de kaart. Wie geen geldige kaart heeft, mag niet binnen.\n"
        ),
        [
            ("Lidnummer", "Elk lid heeft er maar een."),
            ("Vervaldatum van de kaart", "Wie geen geldige kaart heeft, mag niet binnen."),
        ],
    ),
    "van wie de gegevens komen, dan de rij, dan de reden": (
        (
            "Artikel 4. De gegevens\n\n(a) Van de haven: scheepsnummer, begin en einde van de ligplaats. "
            "Het nummer "
            "koppelt het schip aan zijn eigenaar.\n(b) Van de eigenaar: naam en telefoonnummer. De "
            "sluiswachter "
            "moet hem kunnen bellen.\n"
        ),
        [
            (
                "Van de haven: scheepsnummer, begin en einde van de ligplaats",
                "Het nummer koppelt het schip aan zijn eigenaar.",
            ),
            ("Van de eigenaar: naam en telefoonnummer", "De sluiswachter moet hem kunnen bellen."),
        ],
    ),
    "een regel met de reden onder elk punt van een bijlage": (
        (
            "Bijlage. Gegevens en hun verantwoording\n\n1. Adres van de put\nDe staalnemer gaat ter "
            "plaatse.\n\n"
            "2. Diepte\nEen ondiepe put wordt eerst bemonsterd.\n\n3. Datum van de boring\nVoor 1990 was "
            "er geen keuring.\n"
        ),
        [
            ("Adres van de put", "De staalnemer gaat ter plaatse."),
            ("Diepte", "Een ondiepe put wordt eerst bemonsterd."),
            ("Datum van de boring", "Voor 1990 was er geen keuring."),
        ],
    ),
    "een pijl naar het nut": (
        (
            "Artikel 4. Gegevens\n\nHet centrum geeft per cursist door:\n\n- stamnummer → koppeling met de "
            "leskaart\n- postcode → verdeling over de lesplaatsen\n"
        ),
        [
            ("stamnummer", "koppeling met de leskaart"),
            ("postcode", "verdeling over de lesplaatsen"),
        ],
    ),
    "de reden tussen haakjes": (
        (
            "Artikel 4. De gegevens\n\nHet kampbestand bevat de naam (voor het onthaal), het dieet (om "
            "allergie te "
            "vermijden) en het gsm-nummer (omdat de leider moet kunnen bellen).\n"
        ),
        [
            ("naam", "voor het onthaal"),
            ("dieet", "om allergie te vermijden"),
            ("gsm-nummer", "omdat de leider moet kunnen bellen"),
        ],
    ),
    "een zin die terugwijst": (
        (
            "Artikel 4. Gegevens\n\nDe gemeente ontvangt het kenteken en het adres van de houder. Dat "
            "gebeurt omdat "
            "de kaart aan de wagen hangt en per post vertrekt.\n"
        ),
        [
            ("kenteken", "Dat gebeurt omdat de kaart aan de wagen hangt en per post vertrekt."),
            ("adres van de houder", "Dat gebeurt omdat de kaart aan de wagen hangt en per post vertrekt."),
        ],
    ),
    "herkomst, formaat en bewaring zijn geen reden": (
        (
            "Artikel 4. Gegevens\n\n1. Naam en adres. Deze komen uit het kadaster.\n2. Bouwjaar. Dit veld is "
            "facultatief.\n3. Score. Bewaard gedurende vijf jaar.\n"
        ),
        [],
    ),
    "een belofte met zodat is geen reden": (
        (
            "Artikel 4. Gegevens\n\nDe dienst levert:\n- naam van de melder;\n- datum van de "
            "melding.\n\nDe partijen "
            "verklaren dat deze gegevens nodig zijn voor de finaliteit, zodat het evenredigheidsbeginsel "
            "nageleefd is.\n"
        ),
        [("naam van de melder", ""), ("datum van de melding", "")],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_blocks(facts_of: State, form: str) -> None:
    text, expected = FORMS[form]
    assert pairs(facts_of(text)) == expected or (
        not expected and not any(why for _, why in pairs(facts_of(text)))
    )


@pytest.mark.parametrize(
    "text",
    [
        (
            "Artikel 9. Beveiliging\n\n1. Gebruikersnaam en wachtwoord. Zonder die twee komt niemand "
            "binnen.\n"
            "2. Naam en datum in het logboek. Zo komt misbruik aan het licht.\n"
        ),
        (
            "Artikel 3. Doel\n\n1. Uitnodiging per adres. Zonder brief komt niemand.\n"
            "2. Controle van het inkomen. Zo krijgt niemand te veel.\n"
        ),
    ],
)
def test_blocks_on_something_else_are_no_data(facts_of: State, text: str) -> None:
    assert pairs(facts_of(text)) == []
