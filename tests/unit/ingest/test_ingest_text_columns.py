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

    def never(rows: list[tuple[int, list[str]]]) -> bool:
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
