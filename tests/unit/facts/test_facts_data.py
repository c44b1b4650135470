"""The data with their reasons, in tables, labelled lines, lists, paragraphs and sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]
Item = tuple[str, str, str]

ARTICLE = "Artikel 3: De gevraagde persoonsgegevens en hun proportionaliteit\n\n"
AFTER = "\n\nArtikel 4: Ontvangers\n\nDe dienst Premies krijgt toegang.\n"


def items(facts: Facts) -> list[Item]:
    return [(i.name, i.justification, i.retention) for i in facts.data_items]


FORMS: dict[str, tuple[str, list[Item]]] = {
    "tabel met kop": (
        (
            "Gegeven\tVerantwoording\tBewaartermijn\nNaam van de huurder\tOm de huurder te "
            "herkennen\t5 jaar\nAdres\tOm de woning te vinden\tIdem\n"
        ),
        [
            ("Naam van de huurder", "Om de huurder te herkennen", "5 jaar"),
            ("Adres", "Om de woning te vinden", "5 jaar"),
        ],
    ),
    "kolommen in een andere volgorde": (
        (
            "Nr.\tBewaring\tPersoonsgegeven\tBron\tNoodzaak\n1\t1 "
            "jaar\tRijksregisternummer\tRijksregister\tVoor unieke identificatie\n2\t2 "
            "jaar\tInkomen\tFiscus\tOm het recht te bepalen\n"
        ),
        [
            ("Rijksregisternummer", "Voor unieke identificatie", "1 jaar"),
            ("Inkomen", "Om het recht te bepalen", "2 jaar"),
        ],
    ),
    "gegeven en verantwoording onder elkaar in een tabel": (
        (
            "Gegeven 1\tNaam en voornaam\nVerantwoording proportionaliteit\tNodig om de brief "
            "te adresseren\nBewaartermijn\t6 maanden\nGegeven 2\tAdres\nVerantwoording\tNodig "
            "om de brief te sturen\n"
        ),
        [
            ("Naam en voornaam", "Nodig om de brief te adresseren", "6 maanden"),
            ("Adres", "Nodig om de brief te sturen", ""),
        ],
    ),
    "regels met een label": (
        (
            "Gegeven 1 Naam van de leerling\n\nVerantwoording Noodzakelijk om de leerling te "
            "kennen\n\nproportionaliteit\n\nGegeven 2 Adres van de leerling (straat, nummer "
            "en\n\ngemeente)\n\nVerantwoording\n\nproportionaliteit\n\nNoodzakelijk om de "
            "ouders te schrijven\n"
        ),
        [
            ("Naam van de leerling", "Noodzakelijk om de leerling te kennen", ""),
            (
                "Adres van de leerling (straat, nummer en gemeente)",
                "Noodzakelijk om de ouders te schrijven",
                "",
            ),
        ],
    ),
    "lijst": (
        (
            "De volgende gegevens worden meegedeeld:\n\n- naam en voornaam van de "
            "aanvrager;\n- het adres;\n- de datum van de aanvraag.\n"
        ),
        [
            ("naam en voornaam van de aanvrager", "", ""),
            ("het adres", "", ""),
            ("de datum van de aanvraag", "", ""),
        ],
    ),
    "lijst met redenen": (
        (
            "De volgende gegevens worden meegedeeld:\n\n1° de naam, om de aanvrager aan te "
            "schrijven;\n2° het inkomen (nodig om het tarief te bepalen);\n3° het "
            "rijksregisternummer: voor de unieke identificatie.\n"
        ),
        [
            ("de naam", "om de aanvrager aan te schrijven", ""),
            ("het inkomen", "nodig om het tarief te bepalen", ""),
            ("het rijksregisternummer", "voor de unieke identificatie", ""),
        ],
    ),
    "een reden voor alle gegevens": (
        (
            "De volgende gegevens worden meegedeeld:\n\n- naam;\n- adres.\n\nDeze gegevens "
            "zijn noodzakelijk om de premie te kunnen uitbetalen. De gegevens worden bewaard "
            "tot vijf jaar na de uitbetaling.\n"
        ),
        [
            (
                name,
                "Deze gegevens zijn noodzakelijk om de premie te kunnen uitbetalen.",
                "De gegevens worden bewaard tot vijf jaar na de uitbetaling.",
            )
            for name in ("naam", "adres")
        ],
    ),
    "opsomming na een dubbelpunt": (
        (
            "De volgende persoonsgegevens worden meegedeeld: naam, voornaam, adres (straat en "
            "nummer) en rijksregisternummer van de aanvrager.\n"
        ),
        [
            ("naam", "", ""),
            ("voornaam", "", ""),
            ("adres (straat en nummer)", "", ""),
            ("rijksregisternummer van de aanvrager", "", ""),
        ],
    ),
    "opsomming in een zin": (
        (
            "Het agentschap deelt de naam, het adres en het rijksregisternummer van de "
            "aanvrager mee aan de stad.\n"
        ),
        [("naam", "", ""), ("adres", "", ""), ("rijksregisternummer van de aanvrager", "", "")],
    ),
    "alinea per gegeven": (
        (
            "De nummerplaat: daarmee herkent de dienst de wagen.\n\nHet telefoonnummer: dat is "
            "nodig om de houder te verwittigen.\n"
        ),
        [
            ("De nummerplaat", "daarmee herkent de dienst de wagen.", ""),
            ("Het telefoonnummer", "dat is nodig om de houder te verwittigen.", ""),
        ],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_reads_the_data_in_this_form(facts_of: State, form: str) -> None:
    text, expected = FORMS[form]
    assert items(facts_of(ARTICLE + text + AFTER)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De volgende gegevens worden niet meegedeeld:\n\n- inkomen;\n- nationaliteit.\n",
        "De volgende maatregelen beschermen de gegevens:\n\n- versleuteling;\n- toegangsbeheer.\n",
        "De naam, het adres en het inkomen worden niet meegedeeld.\n",
    ],
)
def test_what_is_not_shared_is_no_datum(facts_of: State, text: str) -> None:
    assert items(facts_of(ARTICLE + text + AFTER)) == []


def test_a_list_of_recipients_is_no_list_of_data(facts_of: State) -> None:
    text = (
        "Artikel 4: Ontvangers\n\nDe volgende diensten krijgen de gegevens:\n\n- dienst "
        "Premies;\n- dienst Wonen.\n"
    )
    assert items(facts_of(text)) == []


def test_recipients_and_third_parties(facts_of: State) -> None:
    facts = facts_of(
        "Artikel 4: De categorieën van ontvangers en derden\n\nDe volgende diensten krijgen "
        "toegang tot de gegevens:\n\n- de dienst Premies;\n- de dienst Wonen.\n\nDe gegevens "
        "mogen niet worden doorgegeven aan derden.\n"
    )
    assert [(r.text, r.third_party, r.excluded) for r in facts.recipients] == [
        ("de dienst Premies", False, False),
        ("de dienst Wonen", False, False),
        ("derden", True, True),
    ]


def test_recipients_in_a_sentence(facts_of: State) -> None:
    facts = facts_of(
        "Artikel 4: Ontvangers\n\nBij de stad krijgen alleen de medewerkers van de dienst "
        "Belastingen toegang.\n\nDe gegevens kunnen worden uitgewisseld met andere diensten "
        "van de Vlaamse overheid.\n"
    )
    assert [(r.text, r.third_party) for r in facts.recipients] == [
        ("de medewerkers van de dienst Belastingen", False),
        ("De gegevens kunnen worden uitgewisseld met andere diensten van de Vlaamse overheid", True),
    ]


MORE: dict[str, tuple[str, list[Item]]] = {
    "aanhef zonder het woord gegevens": (
        (
            "Per woning worden ter beschikking gesteld:\n\na) de ligging, omdat de ploeg er moet "
            "geraken;\nb) het bouwjaar: daarvan hangt de premie af.\n\n4.2. Foto's blijven "
            "achterwege.\n"
        ),
        [
            ("de ligging", "omdat de ploeg er moet geraken", ""),
            ("het bouwjaar", "daarvan hangt de premie af", ""),
        ],
    ),
    "wat een lijst bevat": (
        (
            "De lijst bevat de naam en het adres van de houder, omdat de dienst hem anders niet "
            "kan aanschrijven.\n"
        ),
        [
            ("naam", "omdat de dienst hem anders niet kan aanschrijven", ""),
            ("adres van de houder", "omdat de dienst hem anders niet kan aanschrijven", ""),
        ],
    ),
    "groepen met een reden": (
        (
            "Groep 1: naam en geboortedatum van het kind. Zij zijn vereist om het kind terug te "
            "vinden.\n\nGroep 2: het tarief per dag. Zonder dat gegeven kan niets worden "
            "gefactureerd.\n"
        ),
        [
            (
                "naam en geboortedatum van het kind",
                "Zij zijn vereist om het kind terug te vinden.",
                "",
            ),
            ("het tarief per dag", "Zonder dat gegeven kan niets worden gefactureerd.", ""),
        ],
    ),
    "strepen tussen de cellen": (
        (
            "Kolom | Waarom de kolom nodig is\nNaam van de uitbater | de aanslag staat op zijn "
            "naam\nAantal plaatsen | het tarief geldt per plaats\n"
        ),
        [
            ("Naam van de uitbater", "de aanslag staat op zijn naam", ""),
            ("Aantal plaatsen", "het tarief geldt per plaats", ""),
        ],
    ),
}


@pytest.mark.parametrize("form", MORE)
def test_reads_the_data_in_a_freer_form(facts_of: State, form: str) -> None:
    text, expected = MORE[form]
    assert items(facts_of(ARTICLE + text + AFTER)) == expected


def test_retention_takes_the_term_of_the_file_along_and_leaves_the_processor(facts_of: State) -> None:
    text = (
        ARTICLE + "De volgende gegevens worden meegedeeld:\n\n- naam;\n- adres.\n\n"
        "De verwerker vernietigt de gegevens na een dag. De stad bewaart de gegevens tot na het gesprek. "
        "Daarna begint een dossier. Dat dossier wordt tien jaar bewaard.\n"
    )
    expected = (
        "De stad bewaart de gegevens tot na het gesprek. Daarna begint een dossier. Dat dossier wordt tien "
        "jaar bewaard."
    )
    assert {retention for _, _, retention in items(facts_of(text + AFTER))} == {expected}


def test_a_row_of_names_behind_a_short_lead_is_data(facts_of: State) -> None:
    text = "Artikel 4. Persoonsgegevens\nPer leerling: stamnummer, naam, klas en aantal afwezigheden.\n"
    names = [item.name for item in facts_of(text).data_items]
    assert names == ["stamnummer", "naam", "klas", "aantal afwezigheden"]


def test_a_point_ends_before_the_sentence_below_the_list(facts_of: State) -> None:
    text = (
        "Artikel 5. Voorwerp\nDe gegevensstroom omvat:\n• het INSZ;\n• de datum van de beslissing.\n"
        "Het INSZ koppelt de dossiers.\n"
    )
    assert [item.name for item in facts_of(text).data_items] == ["het INSZ", "de datum van de beslissing"]


def test_a_labelled_reason_in_other_words(facts_of: State) -> None:
    text = (
        "Artikel 4. Persoonsgegevens\n\nGegeven 1: naam\nWaarom nodig: om de persoon aan te spreken\n"
        "Bewaartermijn: 1 jaar\n\nGegeven 2: adres\nNoodzaak: om de brief te sturen\nBewaartermijn: 1 jaar\n"
    )
    found = [(i.name, i.justification, i.retention) for i in facts_of(text).data_items]
    assert found == [
        ("naam", "om de persoon aan te spreken", "1 jaar"),
        ("adres", "om de brief te sturen", "1 jaar"),
    ]


def test_a_labelled_value_that_holds_its_reason(facts_of: State) -> None:
    text = (
        "Artikel 6. Gegevens\n\nCategorie A – identiteit (naam, leeftijd): vereist om dubbels te mijden.\n\n"
        "Categorie B – verblijf (adres): nodig om de woonplaats na te gaan.\n"
    )
    found = [(i.name, i.justification) for i in facts_of(text).data_items]
    assert found == [
        ("identiteit (naam, leeftijd)", "vereist om dubbels te mijden"),
        ("verblijf (adres)", "nodig om de woonplaats na te gaan"),
    ]


@pytest.mark.parametrize("head", ["Omdat", "Want", "opdat", "Zodat", "Aangezien", "Om te"])
def test_a_column_may_be_headed_by_a_conjunction(facts_of: State, head: str) -> None:
    table = (
        f"Gegeven\t{head}\nNaam van de imker\tde keurder hem moet aanspreken\nAantal kasten\tde weg smal is\n"
    )
    assert items(facts_of(ARTICLE + table + AFTER)) == [
        ("Naam van de imker", "de keurder hem moet aanspreken", ""),
        ("Aantal kasten", "de weg smal is", ""),
    ]


@pytest.mark.parametrize("head", ["Indien", "Herkomst", "Opmerking"])
def test_a_column_with_a_condition_or_a_source_gives_no_reason(facts_of: State, head: str) -> None:
    table = f"Gegeven\t{head}\nNaam van de imker\thij lid is\nAantal kasten\thij er meer telt\n"
    assert all(not why for _, why, _ in items(facts_of(ARTICLE + table + AFTER)))


@pytest.mark.parametrize("first", ["", "Gegeven", "Nr."])
def test_a_rank_before_a_row_is_no_label(facts_of: State, first: str) -> None:
    rows = (
        f"| {first} | Gegeven | Motivering | Bewaring |\n|---|---|---|---|\n"
        "| Gegeven 1 | Naam van de imker | De keurder roept hem op | Een jaar |\n"
        "| Gegeven 2 | Nationaliteit |  | Een jaar |\n"
    )
    assert items(facts_of(ARTICLE + rows + AFTER)) == [
        ("Naam van de imker", "De keurder roept hem op", "Een jaar"),
        ("Nationaliteit", "", "Een jaar"),
    ]


def test_headings_of_one_word_are_no_labels(facts_of: State) -> None:
    found = facts_of(
        "GEGEVENS\n\nDe imkersbond kiest de velden later. Vallen er buiten: het loon en de leeftijd.\n\n"
        "NOODZAAK\n\nDe keurder schrijft de imker aan om een dag af te spreken.\n"
    )
    assert all(not why for _, why, _ in items(found))


def test_a_label_left_open_takes_no_sentence_from_below(facts_of: State) -> None:
    found = facts_of(
        f"{ARTICLE}Gegeven 1: naam van de imker.\nVerantwoording: zonder naam vindt de keurder hem niet.\n"
        f"Gegeven 2: zijn taal.\nVerantwoording:\nDe bond wist alles na de keuring.{AFTER}"
    )
    assert [bool(why) for _, why, _ in items(found)] == [True, False]


def test_labels_of_a_standing_table_in_plain_text(facts_of: State) -> None:
    found = facts_of(
        f"{ARTICLE}Gegeven 1     Naam van de imker\nReden         De keurder spreekt hem aan.\n"
        "Termijn       Een jaar\nGegeven 2     Plaats van de kasten\nReden         Daar gaat hij langs.\n"
        f"Termijn       Twee jaar{AFTER}"
    )
    assert items(found) == [
        ("Naam van de imker", "De keurder spreekt hem aan.", "Een jaar"),
        ("Plaats van de kasten", "Daar gaat hij langs.", "Twee jaar"),
    ]


def test_two_tables_whose_heads_are_labels_are_read_by_column(facts_of: State) -> None:
    first = "| Gegeven | Reden |\n|---|---|\n| Naam van de imker | De keurder roept hem op |\n"
    second = "| Gegeven | Reden |\n|---|---|\n| Uitslag van de keuring | De bond past het etiket aan |\n"
    assert items(facts_of(f"{ARTICLE}Heen:\n\n{first}\nTerug:\n\n{second}{AFTER}")) == [
        ("Naam van de imker", "De keurder roept hem op", ""),
        ("Uitslag van de keuring", "De bond past het etiket aan", ""),
    ]
