"""Tables that a text file draws with blanks or with '+---+'."""

import pytest

from protocheck.ingest import text_columns
from protocheck.ingest.plain import read_plain
from protocheck.ingest.text_columns import unfold_columns
from protocheck.model.text import SourceText

BLANKS = """\
Artikel 3. Gegevens

Gegeven                      Nodig omdat
-----------------------      ---------------------------------
a. naam en voornaam van      de dienst de juiste perso-
   de aanvrager              nen moet aanschrijven
b. adres                     de brief ergens moet aankomen
c. geboortejaar              enkel zeventigplussers recht hebben
                             op de korting

Artikel 4. Duur
"""

GRID = """\
+-----------+--------------------+
| Gegeven   | Waarom             |
+===========+====================+
| naam en   | om de brief juist  |
| voornaam  | te richten         |
+-----------+--------------------+
| adres     | om hem te bezorgen |
+-----------+--------------------+
"""

SMALL = """\
gegeven        reden
naam           voor de brief
adres          voor de post
leeftijd       voor de korting
"""

LABELS = """\
Naam:        Stad Ebbenrode
Zetel:       Markt 1, 9999 Ebbenrode
KBO:         0123.456.749
"""

SIGNED = """\
Voor de stad            Voor het fonds
Mia Peel                Jan Kaas
burgemeester            directeur
"""

PARTIES = """\
Gegevens van A            Gegevens van B
Fonds Ebbe                Stad Rode
KBO 0123.456.749          KBO 0987.654.321
"""

CONTENTS = """\
Wat                    Nummer
1. Doel                2
2. Gegevens            3
3. Duur                4
"""

PROSE = """\
De stad   krijgt de gegevens    van het fonds
en bewaart   ze   zolang dat nodig is voor
de toekenning     van de premie aan wie   ze vraagt.
"""


def rows(text: str) -> list[list[str]]:
    source = read_plain("p.txt", "0", text)
    return [[cell.of(source.text) for cell in row] for table in source.tables for row in table.rows]


def test_a_cell_goes_on_over_the_lines_under_it() -> None:
    assert rows(BLANKS) == [
        ["Gegeven", "Nodig omdat"],
        ["a. naam en voornaam van de aanvrager", "de dienst de juiste personen moet aanschrijven"],
        ["b. adres", "de brief ergens moet aankomen"],
        ["c. geboortejaar", "enkel zeventigplussers recht hebben op de korting"],
    ]


def test_a_grid_gives_its_cells() -> None:
    assert rows(GRID) == [
        ["Gegeven", "Waarom"],
        ["naam en voornaam", "om de brief juist te richten"],
        ["adres", "om hem te bezorgen"],
    ]


def test_lines_keep_the_number_they_are_printed_on() -> None:
    source: SourceText = read_plain("p.txt", "0", BLANKS)
    numbers = {line.text: line.index for line in source.lines}
    assert numbers["| b. adres | de brief ergens moet aankomen |"] == 7
    assert numbers["Artikel 4. Duur"] == 11


def test_heads_in_small_letters_stay_apart_from_their_rows() -> None:
    assert rows(SMALL)[:2] == [["gegeven", "reden"], ["naam", "voor de brief"]]


def test_what_is_no_table_stays_as_it_is() -> None:
    for text in (LABELS, SIGNED, PARTIES, CONTENTS, PROSE):
        assert unfold_columns(text) is None


def test_a_long_list_is_not_read_again_from_each_of_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def never(rows: list[tuple[int, list[str]]], *, ruled: bool) -> bool:
        assert not ruled
        tried.append(len(rows))
        return False

    monkeypatch.setattr(text_columns, "_is_table", never)
    assert unfold_columns("a  b   c\n" * 3000) is None
    assert len(tried) == text_columns._MOST_HEADS
    assert unfold_columns("+--+--+\n" * 3000) is None


def test_a_table_under_other_columns_is_still_found() -> None:
    above = "".join(f"regel {number:<22} zonder kop\n" for number in range(30))
    below = BLANKS.partition("\n\n")[2]
    assert [row[0] for row in rows(above + below)][:2] == ["Gegeven", "a. naam en voornaam van de aanvrager"]


SHEET = """\
DEEL 1. WIE

                       Verstrekker                      Ontvanger
Naam                   Agentschap Bossen                Gemeentebedrijf Zwembad
                                                        Pluimveld
Zetel                  Dreef 3, 9999 Ebbenrode          Kade 1, 9998 Pluimveld
Ondernemingsnummer     0123.456.749                     0987.654.321
Vertegenwoordigd door  Mia Peel, bestuurder             Jan Kaas, voorzitter
Functionaris voor      fg@bossen.example                post@zwembad.example
gegevensbescherming

DEEL 2. WAT

Nr.   Gegeven             Waarom
1     naam                voor de brief
2     adres               voor de post
3     leeftijd            voor de korting
"""


def test_a_sheet_with_a_column_for_each_party_is_a_table_of_its_own() -> None:
    assert rows(SHEET) == [
        ["", "Verstrekker", "Ontvanger"],
        ["Naam", "Agentschap Bossen", "Gemeentebedrijf Zwembad Pluimveld"],
        ["Zetel", "Dreef 3, 9999 Ebbenrode", "Kade 1, 9998 Pluimveld"],
        ["Ondernemingsnummer", "0123.456.749", "0987.654.321"],
        ["Vertegenwoordigd door", "Mia Peel, bestuurder", "Jan Kaas, voorzitter"],
        ["Functionaris voor gegevensbescherming", "fg@bossen.example", "post@zwembad.example"],
        ["Nr.", "Gegeven", "Waarom"],
        ["1", "naam", "voor de brief"],
        ["2", "adres", "voor de post"],
        ["3", "leeftijd", "voor de korting"],
    ]


BARS = """\
                        | Verstrekker                  | Ontvanger
------------------------+------------------------------+---------------------------------
1.1  Naam               | Gemeente Pluimveld           | Intergemeentelijke Vereniging
                        |                              | voor Zwembaden (verder: IVZ)
1.2  Zetel              | Kerkplein 1, 9999 Pluimveld  | Vijverlaan 4, 9999 Pluimveld
1.3  Ondertekenaars     | Rik Bosmans, burgemeester    | Mia Vos, voorzitter
                        | Lut Maes, algemeen           | raad van bestuur
                        | directeur                    |
1.4  FG, bereikbaar op  | fg@pluimveld.example         | 059 00 11 40 (onthaal, vraag
                        |                              | naar de FG)
1.5  Advies van de FG   | 3 februari 2026              | 6 februari 2026
"""


def test_cells_between_bars_run_over_lines() -> None:
    assert rows(BARS) == [
        ["", "Verstrekker", "Ontvanger"],
        ["1.1  Naam", "Gemeente Pluimveld", "Intergemeentelijke Vereniging voor Zwembaden (verder: IVZ)"],
        ["1.2  Zetel", "Kerkplein 1, 9999 Pluimveld", "Vijverlaan 4, 9999 Pluimveld"],
        [
            "1.3  Ondertekenaars",
            "Rik Bosmans, burgemeester Lut Maes, algemeen directeur",
            "Mia Vos, voorzitter raad van bestuur",
        ],
        ["1.4  FG, bereikbaar op", "fg@pluimveld.example", "059 00 11 40 (onthaal, vraag naar de FG)"],
        ["1.5  Advies van de FG", "3 februari 2026", "6 februari 2026"],
    ]


def test_an_empty_corner_keeps_the_columns_in_their_place() -> None:
    text = """\
                 | Provider              | Consumer
Naam             | zwemclub De Kikker    | stad Pluimveld
Vertegenwoordigd | Mia Vos, voorzitter,  | Rik Bosmans, burgemeester, en
door             | en Jan Bol, directeur | Lut Maes, algemeen directeur
"""
    assert rows(text) == [
        ["", "Provider", "Consumer"],
        ["Naam", "zwemclub De Kikker", "stad Pluimveld"],
        [
            "Vertegenwoordigd door",
            "Mia Vos, voorzitter, en Jan Bol, directeur",
            "Rik Bosmans, burgemeester, en Lut Maes, algemeen directeur",
        ],
    ]


def test_bars_that_draw_a_row_a_line_or_signatures_stay_as_they_are() -> None:
    plain = "Gegeven | Reden\nnaam | voor de brief\nadres | voor de brief\n"
    edged = "| Gegeven | Reden |\n|---|---|\n| naam | brief |\n|  | zending |\n"
    signed = "Stad Pluimveld | vzw De Kikker\nRik Bosmans    | Mia Vos\n               | voorzitter\n"
    for text in (plain, edged, signed):
        assert unfold_columns(text) is None


RULED = """\
Gegeven                          Waarom de club zonder dit gegeven niet verder kan
----------------------------------------------------------------------------------
Nummer van de bon                De kassa herkent enkel dit nummer.
Code K en begindatum             De code stuurt de prijs; voor die datum blijft
                                 de gewone prijs verschuldigd.
Einde van het recht              Anders loopt de lage prijs door.
----------------------------------------------------------------------------------
"""


def test_a_rule_below_the_first_row_shows_that_it_holds_the_heads() -> None:
    assert rows(RULED) == [
        ["Gegeven", "Waarom de club zonder dit gegeven niet verder kan"],
        ["Nummer van de bon", "De kassa herkent enkel dit nummer."],
        [
            "Code K en begindatum",
            "De code stuurt de prijs; voor die datum blijft de gewone prijs verschuldigd.",
        ],
        ["Einde van het recht", "Anders loopt de lage prijs door."],
    ]


@pytest.mark.parametrize("heads", [("Bij de club", "Ziet"), ("Wat", "Afspraak"), ("Stap", "Uitvoering")])
def test_heads_above_a_rule_may_say_anything(heads: tuple[str, str]) -> None:
    rule = "-" * 60
    body = [("De kassa", "enkel het nummer"), ("De lesgever", "alles"), ("De boekhouder", "het bedrag")]
    lines = [f"{first:<24}{second}" for first, second in (heads, *body)]
    assert rows("\n".join([lines[0], rule, *lines[1:], rule, ""])) == [list(row) for row in (heads, *body)]


def test_a_rule_below_cells_makes_no_heading_of_them() -> None:
    text = (
        "1. PARTIJEN\n-----------\n\nDe stad en de club.\n\n2. DUUR\n-------\n\n"
        "Ziet alles              Ziet niets\n----------------------------------\nDe lesgever.\n"
    )
    assert [line.text for line in read_plain("a.txt", "", text).lines if line.role == "heading"] == [
        "1. PARTIJEN",
        "2. DUUR",
    ]


def test_a_table_that_is_set_in_ends_at_a_heading_further_to_the_left() -> None:
    text = """VAK 1 - PARTIJEN

    Veld           Verstrekker            Afnemer
    -------------  ---------------------  --------------------
    Benaming       Gemeente Linde         Provincie Gouwe
    Zetel          Markt 1, 9155 Linde    Plein 5, 3096 Gouwe
    Tekenbevoegd   An Peeters,            Rik Maes,
                   burgemeester           gedeputeerde

VAK 2 - BRON

    Veld           Invulling
    -------------  ------------------
    Bestand        Bonnenlijst
    Houder         Dienst Sport

VAK 3 - GEGEVENS

    Nr.  Gegeven        Reden
    ---  -------------  ------------------
    3.1  Naam           De bon staat op naam.
    3.2  Adres          De bon komt thuis toe.
"""
    found = unfold_columns(text)
    assert found is not None
    lines = [line for line in found.text.split("\n") if line]
    assert [line for line in lines if not line.startswith("|")] == [
        "VAK 1 - PARTIJEN",
        "VAK 2 - BRON",
        "VAK 3 - GEGEVENS",
    ]
    assert "| Tekenbevoegd | An Peeters, burgemeester | Rik Maes, gedeputeerde |" in lines
