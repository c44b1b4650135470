"""Parties in tables and forms wherever they stand, under whatever labels, and one that has no name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]
_OPEN = "# Protocol over de premie\n\n## 1. Doel\n\nDe stad gebruikt de gegevens voor de premie.\n\n"
_DATA = (
    "| Gegeven | Waarom nodig? |\n|---|---|\n| Naam en adres van de eigenaar | De premie wordt gestort. |\n"
    "| Ondernemingsnummer | De Vlaamse Kas vraagt het. |\n\n"
)
_BOARD = "Karel Ooms, burgemeester, en Lies Boone, algemeen directeur"
_KBO = ("0318640248", "0207492601")


def _told(facts: Facts) -> list[tuple[str, str, bool, tuple[str, ...]]]:
    return [(p.name, p.kbo, bool(p.seat), tuple(r.name for r in p.representatives)) for p in facts.parties]


_BOTH = [
    ("Agentschap Fietsfonds", _KBO[0], True, ("Ines Paternoster",)),
    ("Stad Torendam", _KBO[1], True, ("Karel Ooms", "Lies Boone")),
]


@pytest.mark.parametrize(
    "labels",
    [
        ("Volledige naam", "Ondernemingsnummer", "Adres", "Wie ons verbindt"),
        ("Naam en rechtsvorm", "KBO", "Zetel", "Wie tekent"),
        ("Officiële benaming", "KBO-nummer", "Maatschappelijke zetel", "Vertegenwoordigd door"),
        ("Wie zijn wij", "Nummer", "Gevestigd te", "Treedt op voor ons"),
        ("Bestuur", "Kruispuntbanknummer", "Adres", "Tekenbevoegde"),
        ("Naam", "Ondernemingsnummer (KBO)", "Waar", "Gemachtigde"),
        ("1. Naam", "2. Ondernemingsnummer", "3. Zetel", "4. Ondertekenaar"),
        ("Instantie", "Ondernemingsnr.", "Adres van de zetel", "Optredend: wie ons bindt, handelt"),
        ("Juridische naam", "BTW- of KBO-nummer", "Hoofdzetel", "In de persoon van"),
        ("Rechtspersoon", "KBO", "Adres", "Voor de instantie tekenen"),
    ],
)
def test_a_column_for_each_party_at_the_end(facts_of: State, labels: tuple[str, ...]) -> None:
    name, number, seat, people = labels
    table = (
        "## 9. Wie zijn wij?\n\n| | het fonds | de stad |\n|---|---|---|\n"
        f"| {name} | Agentschap Fietsfonds | Stad Torendam |\n"
        f"| {number} | 0318.640.248 | 0207.492.601 |\n"
        f"| {seat} | Spoorlaan 77, 1097 Brussel | Dorp 1, 9644 Torendam |\n"
        f"| {people} | Ines Paternoster, administrateur-generaal | Karel Ooms, burgemeester, en Lies Boone, "
        "algemeen directeur |\n"
    )
    assert _told(facts_of(_OPEN + _DATA + table)) == _BOTH


@pytest.mark.parametrize("head", ["| | |", "| Veld | Antwoord |", "| Rubriek | Gegevens |"])
def test_a_table_for_each_party_below_its_role(facts_of: State, head: str) -> None:
    made = "".join(
        f"## {role}\n\n{head}\n|---|---|\n| Naam en rechtsvorm | {name} |\n"
        f"| Ondernemingsnummer | {number} |\n"
        f"| Zetel | {seat} |\n| Voor de {role.lower()} treedt op | {who} |\n\n"
        for role, name, number, seat, who in (
            (
                "Zender",
                "Agentschap Fietsfonds",
                "0318.640.248",
                "Spoorlaan 77, 1097 Brussel",
                "Ines Paternoster, directeur",
            ),
            (
                "Ontvanger",
                "Stad Torendam",
                "0207.492.601",
                "Dorp 1, 9644 Torendam",
                _BOARD,
            ),
        )
    )
    facts = facts_of(_OPEN + made + _DATA)
    assert _told(facts) == _BOTH
    assert [p.role for p in facts.parties] == ["sender", "receiver"]
    assert {p.short_name for p in facts.parties} == {"Agentschap Fietsfonds", "Stad Torendam"}


def test_three_parties_each_in_a_column(facts_of: State) -> None:
    table = (
        "## 9. De partijen\n\n| | de zone | de gemeente | het OCMW |\n|---|---|---|---|\n"
        "| Naam | Politiezone Vliet en Heide | Gemeente Torendam | OCMW Torendam |\n"
        "| Ondernemingsnummer | 0318.640.248 | 0207.492.601 | 0212.884.019 |\n"
        "| Adres | Spoorlaan 7, 9644 Torendam | Dorp 1, 9644 Torendam | Dorp 1, 9644 Torendam |\n"
        "| Wie tekent | Jo Bal, korpschef | Karel Ooms, burgemeester | Lies Boone, algemeen directeur |\n"
    )
    facts = facts_of(_OPEN + _DATA + table)
    assert [(p.name, bool(p.kbo), len(p.representatives)) for p in facts.parties] == [
        ("Politiezone Vliet en Heide", True, 1),
        ("Gemeente Torendam", True, 1),
        ("OCMW Torendam", True, 1),
    ]


def test_a_form_with_its_street_and_its_town_apart(facts_of: State) -> None:
    made = "".join(
        f"RUBRIEK {mark} - DE INSTANTIE\n{mark}.1 Benaming:               {name}\n"
        f"{mark}.2 KBO-nummer:             {number}\n{mark}.3 Straat en nummer:       {street}\n"
        f"{mark}.4 Postcode en gemeente:   {town}\n{mark}.5 Tekenbevoegde:          {who}\n"
        f"{mark}.6 Functionaris voor\n    gegevensbescherming:    fg@{mark.lower()}.example\n\n"
        for mark, name, number, street, town, who in (
            (
                "A",
                "Agentschap Fietsfonds",
                "0318.640.248",
                "Spoorlaan 77",
                "1097 Brussel",
                "Ines Paternoster, directeur",
            ),
            (
                "B",
                "Stad Torendam",
                "0207.492.601",
                "Dorp 1",
                "9644 Torendam",
                _BOARD,
            ),
        )
    )
    facts = facts_of("FORMULIER P-8\nProtocol voor een mededeling\n\n" + made)
    assert _told(facts) == _BOTH


def test_the_officer_in_a_form_is_no_party(facts_of: State) -> None:
    text = (
        "FORMULIER\n\nRubriek 1\n\nNaam:                 STAD TORENDAM\n"
        "Zetel:                Dorp 1, 9644 Torendam\n"
        "Ondernemingsnummer:   0207.492.601\n\nRubriek 2. De functionaris\n\n"
        "Naam of dienst:       Gedeelde dienst Informatie van Torendam\n"
        "Adres:                fg@torendam.example\nDatum van advies:     3 mei 2025\n"
    )
    assert [p.name for p in facts_of(text).parties][:1] == ["STAD TORENDAM"]
    assert all(not p.seat or "@" not in p.seat for p in facts_of(text).parties)


@pytest.mark.parametrize(
    "named",
    [
        "Het lokaal bestuur, vertegenwoordigd door de heer Karel Ooms, burgemeester",
        "de gemeente, vertegenwoordigd door Karel Ooms, burgemeester",
        "het OCMW, rechtsgeldig vertegenwoordigd door Karel Ooms, voorzitter",
        "de stad, hier vertegenwoordigd door Karel Ooms, burgemeester",
        "het betrokken bestuur, vertegenwoordigd door Karel Ooms, burgemeester",
        "de politiezone, vertegenwoordigd door Karel Ooms, korpschef",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_party_called_by_its_kind_alone(facts_of: State, named: str, *, first: bool) -> None:
    known = (
        "Het Agentschap Fietsfonds, met zetel te 1097 Brussel, Spoorlaan 77, KBO 0318.640.248, "
        "vertegenwoordigd door Ines Paternoster, administrateur-generaal, hierna het agentschap"
    )
    one, other = (named, known) if first else (known, named)
    facts = facts_of(
        f"PROTOCOL\n\nTUSSEN\n\n{one};\n\nEN\n\n{other};\n\n"
        "WORDT OVEREENGEKOMEN:\n\nArtikel 1. Doel\nPremies.\n"
    )
    assert sorted((bool(p.kbo or p.seat), len(p.representatives)) for p in facts.parties) == [
        (False, 1),
        (True, 1),
    ]


@pytest.mark.parametrize(
    "said",
    [
        (
            "Het agentschap laat de dienst beheren door Digiflux nv (KBO 0779.013.433, Kaai 60, 1000 Gent), "
            "waarmee het een verwerkersovereenkomst heeft gesloten."
        ),
        "De stad doet een beroep op Digiflux nv (KBO 0779.013.433), haar verwerker.",
        (
            "De brieven worden gedrukt door Digiflux bv, Kaai 60, 1000 Brussel, KBO 0779.013.433, met een "
            "overeenkomst volgens artikel 28 van de AVG."
        ),
    ],
)
def test_a_company_that_works_for_a_party_is_none(facts_of: State, said: str) -> None:
    facts = facts_of(
        "PROTOCOL\n\nSLUITEN\n\nhet Agentschap Fietsfonds, met zetel te 1097 Brussel, Spoorlaan 77, "
        "KBO 0318.640.248, vertegenwoordigd door Ines Paternoster, administrateur-generaal,\n\nen\n\nde stad "
        "Torendam, met zetel te 9644 Torendam, Dorp 1, KBO 0207.492.601, vertegenwoordigd door "
        "Karel Ooms, burgemeester,\n\nhet protocol waarvan de artikelen hierna volgen.\n\n"
        f"Artikel 1. Doel\nDe stad betaalt premies.\n\nArtikel 2. Uitvoering\n{said}\n"
    )
    assert [p.name for p in facts.parties] == ["Agentschap Fietsfonds", "stad Torendam"]
    assert "volgen" not in {p.short_name for p in facts.parties}


def test_a_letter_whose_writer_signs_above_the_agreement(facts_of: State) -> None:
    facts = facts_of(
        "AGENTSCHAP FIETSFONDS\nSpoorlaan 77, 1097 Brussel\nondernemingsnummer 0318.640.248\n\n"
        "\t\t\tAan het college van burgemeester en schepenen\n\t\t\tStad Torendam\n\t\t\tDorp 1\n"
        "\t\t\t9644 Torendam\n\nuw bericht van\t\tons kenmerk\n20 juni 2024\t\tJD/24\n\n"
        "Protocol over de premies\n\nMevrouw de burgemeester\nDames en heren schepenen\n\n"
        "Met uw bericht vraagt u gegevens. Door te tekenen sluit de stad Torendam het protocol.\n\n"
        "1. Doel. U betaalt premies.\n\n2. Duur. Tot 2028.\n\nMet oprechte hoogachting\n\nInes Paternoster\n"
        "administrateur-generaal\n\nVoor akkoord namens de stad Torendam, op 17 september 2024:\n\n"
        "Karel Ooms, burgemeester\t\tLies Boone, algemeen directeur\n"
    )
    assert [
        (p.name, bool(p.kbo), bool(p.seat), [r.name for r in p.representatives]) for p in facts.parties
    ] == [
        ("AGENTSCHAP FIETSFONDS", True, True, ["Ines Paternoster"]),
        ("Stad Torendam", False, True, ["Karel Ooms", "Lies Boone"]),
    ]


@pytest.mark.parametrize("word", ["beide", "allebei", "beiden", "samen", "gezamenlijk rechtsgeldig"])
def test_those_who_act_for_a_town_and_its_centre_together(facts_of: State, word: str) -> None:
    facts = facts_of(
        "PROTOCOL\n\nTussen\n\n1. het Agentschap Natuurpaden, agentschap zonder rechtspersoonlijkheid, "
        "Laan 20, 1000 Brussel, KBO 0318.640.248, vertegenwoordigd door Els Maes, directeur;\n\n"
        "2. de gemeente Zandhove, Dorp 1, 9999 Zandhove, KBO 0207.492.601, en het OCMW van Zandhove, "
        f"Dorp 1, 9999 Zandhove, KBO 0212.884.019, {word} vertegenwoordigd door Anke Devos, burgemeester, en "
        "Jan Bos, "
        'algemeen directeur, hierna "het lokaal bestuur";\n\nArtikel 1. Doel\nPremies.\n'
    )
    assert [(p.name, [r.name for r in p.representatives]) for p in facts.parties] == [
        ("Agentschap Natuurpaden", ["Els Maes"]),
        ("gemeente Zandhove", ["Anke Devos", "Jan Bos"]),
        ("OCMW van Zandhove", ["Anke Devos", "Jan Bos"]),
    ]
