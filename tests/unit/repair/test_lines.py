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
        ("de pre-\nmie van de stad", "de premie\nvan de stad"),
        ("de toestem\nmingen van de stad", "de toestemmingen\nvan de stad"),
        ("de stad in\nen rond het dorp", "de stad in\nen rond het dorp"),
        ("de e-\nmail van", "de e-\nmail van"),
        ("in de periode 2020-\n2021 was", "in de periode 2020-\n2021 was"),
    ],
)
def test_broken_words(raw: str, expected: str) -> None:
    assert mended(raw) == expected


def test_halves_that_are_words_join_only_where_words_are_broken_so() -> None:
    raw = "Voor de toestem\nming van de stad geldt de regel van artikel twee."
    broken = "De gege\nvens van de stad en de bevei\nliging van de gegevens door de dienst.\n"
    assert mended(raw) == raw
    assert mended(broken + raw).endswith("toestemming\nvan de stad geldt de regel van artikel twee.")


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
