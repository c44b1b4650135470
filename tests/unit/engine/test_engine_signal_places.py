"""Signals: heads of cells and notes, names that say nothing, whom a sentence is about, claims to fill in."""

from __future__ import annotations

import pytest

from protocheck.rulebook.rules import Signal
from tests.unit.engine.lab import OWN, article, paper, para, quotes, reasons, written

# Tables, notes and titles of statutes


TABLE = """\
Artikel 1. Overzicht

| Onderdeel | Fruit van de ontvanger |
|---|---|
| Markt | een appel |
| Winkel | een peer |
"""


def test_the_head_of_a_column_is_a_heading_of_the_cells_under_it() -> None:
    sheet = written(TABLE, "x.md")
    assert quotes(sheet, Signal("s", any=("a",), heading=("kop",)), OWN) == ["een appel"]
    assert quotes(sheet, Signal("s", any=("a",), heading=("ander",)), OWN) == []
    assert reasons(sheet, Signal("s", any=("a",), never_heading=("kop",)), OWN) == ["kop"]


def test_the_first_cell_of_the_row_stays_as_near_as_the_head_of_the_column() -> None:
    sheet = written(TABLE, "x.md")
    assert reasons(sheet, Signal("s", any=("a",), never_heading=("thuis",)), OWN) == ["kop"]


def test_a_table_without_a_head_gives_no_headings() -> None:
    text = TABLE.replace("| Onderdeel | Fruit van de ontvanger |\n|---|---|\n", "")
    assert quotes(written(text, "x.md"), Signal("s", any=("a",), heading=("kop",)), OWN) == []


def test_the_heads_of_a_table_of_parties_head_nothing() -> None:
    rows = "| Zetel | Markt 1 |\n| Vertegenwoordigd door | een appel |\n"
    text = TABLE.replace("| Markt | een appel |\n| Winkel | een peer |\n", rows)
    assert quotes(written(text, "x.md"), Signal("s", any=("a",), heading=("kop",)), OWN) == []


def test_a_last_note_stands_under_the_heading_of_its_mark() -> None:
    text = (
        "## 1. Fruit[^1]\n\nElke maand.\n\n## 2. Slot\n\nGeen.\n\nGedaan te Dorp op 1 mei 2025\n\n"
        "[^1]: Hier ligt een appel.\n"
    )
    sheet = written(text, "x.md")
    assert quotes(sheet, Signal("s", any=("a",), heading=("kop",)), OWN) == ["Hier ligt een appel."]


def test_words_in_the_title_of_a_statute_say_nothing() -> None:
    text = "Artikel 1. Basis\nHet decreet van 3 mei 2019 betreffende de appel machtigt de stad.\n"
    assert quotes(written(text), Signal("s", any=("a",)), OWN) == []
    said = "Artikel 1. Basis\nHet decreet van 3 mei 2019 betreffende het fruit geeft een appel aan de stad.\n"
    assert len(quotes(written(said), Signal("s", any=("a",)), OWN)) == 1


# Who a sentence is about


def test_what_a_sentence_about_someone_else_says_completes_no_paragraph() -> None:
    signal = Signal("s", scope="paragraph", all=("a", "b"), not_about=("vreemd",))
    sheet = paper(article("1", "", para("Hier ligt een appel.", "De burger eet een banaan.")))
    assert reasons(sheet, signal, OWN) == ["onderwerp"]
    sheet = paper(article("1", "", para("Hier ligt een appel.", "De gemeente eet een banaan.")))
    assert len(quotes(sheet, signal, OWN)) == 1


@pytest.mark.parametrize(
    ("sentence", "fires"),
    [
        ("Wie deze afspraken schendt, eet een appel.", True),
        ("Wie van ons te laat is, eet een appel.", True),
        ("Wie een premie aanvraagt, eet een appel.", False),
        ("Wie een premie aanvraagt, eet een appel volgens het protocol.", False),
    ],
)
def test_whoever_is_bound_by_the_protocol_is_no_citizen(sentence: str, *, fires: bool) -> None:
    signal = Signal("s", any=("a",), not_about=("wie",))
    found = reasons(paper(article("1", "", sentence)), signal, {**OWN, "wie": ("wie",)})
    assert found == ([] if fires else ["onderwerp"])


# A claim that another sentence has to fill in


FILLED = Signal("s", scope="paragraph", any=("a",), besides=4, besides_none=("kop",))


def test_a_claim_alone_is_not_enough_when_it_has_to_be_filled_in() -> None:
    sheet = written("Artikel 1. Overzicht\n\nDe verzender geeft een appel.\n")
    assert quotes(sheet, FILLED, OWN) == []
    assert reasons(sheet, FILLED, OWN) == ["niets-erbij"]


def test_the_sentence_that_fills_it_in_is_the_evidence() -> None:
    sheet = written(
        "Artikel 1. Overzicht\n\nDe verzender geeft een appel. Dat is zo. Hij plukte ze zelf in zijn tuin.\n"
    )
    assert quotes(sheet, FILLED, OWN) == ["Hij plukte ze zelf in zijn tuin."]


def test_a_hollow_sentence_fills_nothing_in() -> None:
    sheet = written("Artikel 1. Overzicht\n\nDe verzender geeft een appel. Dat is voor allen fruit.\n")
    assert quotes(sheet, FILLED, OWN) == []
