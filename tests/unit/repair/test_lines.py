from __future__ import annotations

import pytest

from protocheck.repair import repair
from tests.unit.repair.paper import mended, source_of


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("de ver-\nwerking van", "de verwerking\nvan"),
        ("de ver-\n  werking, die", "de verwerking,\ndie"),
        ("de verwer-\nking\nvan", "de verwerking\nvan"),
        ("de hulp-\nen dienstverlening", "de hulp-\nen dienstverlening"),
        ("het voor-\nof nadeel", "het voor-\nof nadeel"),
        ("het KBO-\nnummer van", "het KBO-nummer\nvan"),
        ("de administrateur-\ngeneraal van", "de administrateur-generaal\nvan"),
        ("het niet-\ngebruik van", "het niet-\ngebruik van"),
        ("de toestem\nming van de stad is nodig", "de toestemming\nvan de stad is nodig"),
        ("de stad in\nen rond het dorp", "de stad in\nen rond het dorp"),
        ("de e-\nmail van", "de e-\nmail van"),
        ("in de periode 2020-\n2021 was", "in de periode 2020-\n2021 was"),
    ],
)
def test_broken_words(raw: str, expected: str) -> None:
    assert mended(raw) == expected


def test_paragraphs_stay() -> None:
    raw = "Dit is de ver-\n\nwerking van de stad"
    assert mended(raw) == raw


def test_a_word_broken_over_a_page_moves_before_the_foot() -> None:
    pages = [
        "Versie 2\nEerste bladzijde van het protocol met een lange zin over de gegevens-\nPagina 1",
        "Versie 2\nverwerking door de stad.\nPagina 2",
        "Versie 2\nDerde bladzijde.\nPagina 3",
    ]
    text = repair(source_of("\f".join(pages)))
    assert "over de gegevensverwerking\nPagina 1\fVersie 2\ndoor de stad." in text.text
    assert [span.of(text.text) for span in text.furniture] == [
        "Versie 2",
        "Pagina 1",
        "Versie 2",
        "Pagina 2",
        "Versie 2",
        "Pagina 3",
    ]
