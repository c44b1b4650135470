from __future__ import annotations

from pathlib import Path

import pytest

from protocheck.batch.dashboard import bars, figures, summary
from protocheck.batch.dashboard.engine import figure
from tests.unit.batch.archives import overview


def test_bodies_are_counted_once_a_document(tmp_path: Path) -> None:
    with overview(tmp_path / "a.sqlite") as held:
        rows = figures.body_rows(held)
    assert [(row.name, row.documents, row.sends, row.receives) for row in rows] == [
        ("Agentschap Wonen", 4, 4, 0),
        ("gemeente Wilgenbeke", 3, 0, 3),
        ("stad Hazegem", 1, 0, 1),
    ]
    assert rows[0].kbo == "0123456749"
    assert rows[0].verdicts == (1, 1, 2)
    assert rows[0].gaps == pytest.approx(5 / 4)


def test_years_have_the_share_in_order_of_each_element(tmp_path: Path) -> None:
    with overview(tmp_path / "a.sqlite") as held:
        rows = figures.year_rows(held)
    assert [(row.year, row.documents) for row in rows] == [("2021", 1), ("2023", 2), ("zonder jaar", 1)]
    assert rows[1].shares[7] == 0.5
    assert rows[1].shares[0] == 1.0


def test_the_worst_documents_come_first(tmp_path: Path) -> None:
    with overview(tmp_path / "a.sqlite") as held:
        assert [entry.gaps for entry in figures.worst_first(held.judged)] == [3, 1, 1, 0]


def test_codes_are_counted_by_document(tmp_path: Path) -> None:
    with overview(tmp_path / "a.sqlite") as held:
        rows = figures.code_rows(held)
    assert [(row.code, row.severity, row.documents, row.findings) for row in rows] == [
        ("D301", "error", 4, 4),
        ("S504", "info", 4, 4),
    ]


def test_the_bars_of_the_elements_count_every_document(tmp_path: Path) -> None:
    with overview(tmp_path / "a.sqlite") as held:
        made = bars.criteria_bars(held)
    by_key = {series.key: series.values for series in made.series}
    assert by_key["unmet"] == (1, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 1)
    assert by_key["met"] == (3, 4, 4, 4, 4, 4, 4, 1, 4, 4, 4, 3)


def test_the_points_are_sentences(tmp_path: Path) -> None:
    with overview(tmp_path / "a.sqlite") as held:
        said = summary.points(held, figures.code_rows(held))
    assert said[1].startswith("Wat het vaakst ontbreekt: sancties (75 %), ")
    assert [said[0], *said[2:]] == [
        "In 1 van de 4 protocollen (25 %) zijn alle elementen in orde.",
        "De fouten die in de meeste protocollen voorkomen: te vroeg in werking (D301, 100 %).",
        (
            "Protocollen van 2023 en later hebben gemiddeld 0,5 elementen die niet in orde zijn, "
            "oudere (vanaf 2021) 1,0."
        ),
    ]


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(2000, 0, "2.000"), (1.25, 1, "1,2"), (0, 0, "0"), (1234567.5, 1, "1.234.567,5")],
)
def test_figures_are_written_in_dutch(value: float, decimals: int, text: str) -> None:
    assert figure(value, decimals) == text
