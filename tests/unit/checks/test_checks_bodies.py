"""Numbers, names and people: who is party, who signs, and whom a reader can reach."""

from __future__ import annotations

import pytest

from tests.unit.checks.desk import HEAD, found, paper, quotes


@pytest.mark.parametrize(
    "number",
    [
        "KBO 0534.173.754",
        "KBO-nummer BE 0534 173 754",
        "btw-nummer BE0534173754",
        "ondernemingsnummer: 0534.173.75",
    ],
)
def test_enterprise_numbers_that_fail(number: str) -> None:
    assert len(quotes("P401", paper(head=HEAD.replace("KBO 0534.173.753", number)))) == 1


@pytest.mark.parametrize(
    "number",
    [
        "KBO 0534.173.753, tel. 0470.224.466",
        "KBO 534.173.753",
        "KBO 0534.173.753, IBAN BE71 0961 2345 6769",
    ],
)
def test_other_numbers(number: str) -> None:
    assert quotes("P401", paper(head=HEAD.replace("KBO 0534.173.753", number))) == []


def test_the_right_check_digits_are_told() -> None:
    (finding,) = found("P401", paper(head=HEAD.replace("0534.173.753", "0534.173.754")))
    assert "0534.173.754" in finding.message
    assert "volgt 53" in finding.message


def test_a_party_without_a_number() -> None:
    assert quotes("P402", paper(head=HEAD.replace(", KBO 0425.217.514", ""))) == ["stad Wijtsbeke"]
    assert quotes("P402", paper()) == []


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("De gemeente Oudvoorde meldt fouten aan het Agentschap.", "gemeente Oudvoorde"),
        ("Het OCMW van Oudvoorde bewaart de gegevens twee jaar.", "OCMW van Oudvoorde"),
        ("Het Agentschap Premies Vlaanderen bezorgt de lijst aan de Stad.", "Agentschap Premies Vlaanderen"),
        ("De dienst Burgerzaken van de gemeente Oudvoorde voert de gegevens in.", "gemeente Oudvoorde"),
        (
            "Het college van burgemeester en schepenen van Oudvoorde keurde het protocol goed.",
            "college van burgemeester en schepenen van Oudvoorde",
        ),
    ],
)
def test_names_left_over(said: str, name: str) -> None:
    assert quotes("P403", paper(said)) == [name]


@pytest.mark.parametrize(
    "said",
    [
        "Inwoners van de buurgemeente Oudvoorde krijgen geen premie.",
        "De politiezone Oudvoorde, die mee controleert, krijgt geen gegevens.",
        "De uitwisseling verloopt via het platform van het agentschap Digitaal Vlaanderen.",
        "De gegevens worden niet doorgegeven aan het ziekenfonds De Linde of aan het OCMW Oudvoorde.",
        "De Stad bewaart ze bij de opdrachthoudende vereniging Datahuis, haar verwerker.",
        "De inwoners van Wijtsbeke en het OCMW Wljtsbeke worden ingelicht.",
        "Klachten gaan naar de Vlaamse Toezichtcommissie.",
    ],
)
def test_names_that_are_introduced(said: str) -> None:
    assert quotes("P403", paper(said)) == []


BARE = """AFSPRAKENNOTA

Het Agentschap Sloop, Havenlaan 1, 1000 Brussel, KBO 0534.173.753 (hierna: Sloopdienst).

De stad Wijtsbeke, Markt 1, 9000 Wijtsbeke, KBO 0425.217.514 (hierna: Wijtsbeke).

1) Doel

Sloopdienst deelt de gegevens mee aan Wijtsbeke.

2) Afspraken

"""


@pytest.mark.parametrize(
    "said",
    [
        "Merkt Oudvoorde dat een gegeven fout is, dan verwittigt zij Sloopdienst binnen vijf werkdagen.",
        "Sloopdienst bezorgt de lijst elke maand aan Oudvoorde.",
        "Oudvoorde bewaart de gegevens twee jaar.",
        "De gegevens worden door Oudvoorde gewist na twee jaar.",
        "De dienst Wonen van Oudvoorde gebruikt de lijst.",
        "Zodra Oudvoorde de gegevens heeft ontvangen, controleert zij het bestand.",
        "Wijtsbeke ontvangt de gegevens; Oudvoorde deelt ze niet mee aan anderen.",
    ],
)
def test_a_bare_name_left_over(said: str) -> None:
    assert quotes("P403", BARE + said) == ["Oudvoorde"]


@pytest.mark.parametrize(
    "said",
    [
        "Een inwoner van Oudvoorde die in Wijtsbeke werkt, krijgt geen premie.",
        "Wijtsbeke bewaart de gegevens op een server in Oudvoorde.",
        "Jaarlijks ontvangt Wijtsbeke de lijst. Daarna gebruikt zij de gegevens.",
        "Datahuis nv, verwerker van Wijtsbeke, bewaart de gegevens. Datahuis wist ze na twee jaar.",
        "Wijtsbeke raadpleegt de lijst in het systeem Premieloket. Premieloket bewaart elke opzoeking.",
        "Bavo Lernout ontvangt de meldingen; Lernout bevestigt ze aan Sloopdienst.",
        "Wijtsbeke deelt de gegevens niet mee aan Oudvoorde of aan andere buurgemeenten.",
    ],
)
def test_a_bare_name_of_something_else(said: str) -> None:
    assert quotes("P403", BARE + said) == []


def test_a_bare_name_in_a_paper_that_names_its_parties_by_kind() -> None:
    assert quotes("P403", paper("Premieloket bewaart de gegevens twee jaar.")) == []


@pytest.mark.parametrize(
    ("names", "stranger"),
    [
        (
            (
                "Voor het Agentschap,\n\nKaat Somers\nadministrateur-generaal\n\nVoor de Stad,\n\n"
                "Bavo Lernout          Ine Cuvelier\nburgemeester          algemeen directeur\n"
            ),
            ["Kaat Somers"],
        ),
        (
            (
                "Voor het Agentschap: mevr. G. Van Overloop, administrateur-generaal\n"
                "Voor de Stad: B. Lernout, burgemeester, en Wouter Pieters, algemeen directeur\n"
            ),
            ["Wouter Pieters"],
        ),
        (
            "| Voor het Agentschap | Voor de Stad |\n|---|---|\n| Greet Van Overloop | Karel De Wit |\n",
            ["Karel De Wit"],
        ),
        ("Voor het Agentschap,\nGreet Van Overl00p\n\nVoor de Stad,\nBavo Lemout\nIne Cuve1ier\n", []),
        ("Namens het Agentschap\nGREET VAN OVERLOOP\n\nNamens de Stad\nBAVO LERNOUT\nBurgemeester\n", []),
        ("Van Overloop Greet\nadministrateur-generaal\n\nLernout Bavo\nburgemeester\n", []),
        (
            (
                "Voor het Agentschap,\nGreet Van Overloop\n\nVoor de Stad,\n"
                "in opdracht van de burgemeester,\nJan Smet, schepen\n\nIne Cuvelier\n"
            ),
            [],
        ),
    ],
)
def test_signatories(names: str, stranger: list[str]) -> None:
    assert quotes("P404", paper(signed="Opgemaakt te Wijtsbeke op 12 maart 2026.\n\n" + names)) == stranger


def test_the_finding_on_a_signatory_names_whom_the_column_expects() -> None:
    names = (
        "Voor het Agentschap                Voor de Stad\n\nWillem Hoste                       Bavo Lernout\n"
    )
    (finding,) = found("P404", paper(signed="Opgemaakt te Wijtsbeke op 12 maart 2026.\n\n" + names))
    assert "Greet Van Overloop" in finding.message


@pytest.mark.parametrize(
    ("said", "reached"),
    [
        ("Contactpersoon: An Maes, 09 123 45 67.", ["09 123 45 67"]),
        ("Voor dringende gevallen belt men Jan Smet op 0475 12 34 56.", ["0475 12 34 56"]),
        ("De functionaris, Jan Smet, is bereikbaar via jsmet@wijtsbeke.be.", ["jsmet@wijtsbeke.be"]),
        ("Vragen gaan naar jan@wijtsbeke.be (Jan Smet).", ["jan@wijtsbeke.be"]),
        ("Mevrouw An Maes, diensthoofd sociale dienst, 09 123 45 67", ["09 123 45 67"]),
        (
            "Contactpersoon\nNaam: An Maes\nTelefoon: 09 123 45 67\nE-mail: a.maes@wijtsbeke.be",
            ["09 123 45 67", "a.maes@wijtsbeke.be"],
        ),
        ("Vragen: onthaal@wijtsbeke.be of 09 123 45 00.", []),
        ("De dienst Wonen is bereikbaar op 09 123 45 67, de wachtdienst op 0475 12 34 56.", []),
        ("De functionaris, Jan Smet, is bereikbaar via dpo@wijtsbeke.be.", []),
        ("Fouten: data.kwaliteit@wijtsbeke.be of leerlingen.administratie@wijtsbeke.be", []),
        ("Vragen aan mevrouw An Maes gaan via het onthaal, 09 123 45 00.", []),
    ],
)
def test_contacts_of_one_person(said: str, reached: list[str]) -> None:
    assert quotes("P405", paper(said)) == reached
