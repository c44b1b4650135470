"""The views that a person queries, on four judged documents and one that was refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from protocheck.batch.store import Reader, Store
from protocheck.model.audit import Item
from tests.unit.batch.stores import OPTIONS, WILGENBEKE, WONEN, judged, refused, sha

NAMED_ONLY = replace(
    WONEN, name="het agentschap  WONEN", kbo="", kbo_valid=False
)  # the same body, without its number
WRONG_NUMBER = replace(WILGENBEKE, name="Gemeente Wilgenbéke", kbo="0000000001", kbo_valid=False)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("views") / "audit.sqlite"
    with Store.open(path) as store:
        run = store.begin_run("sha256:abc", "1.2.3", OPTIONS)
        for made in (
            judged("a", verdict="positive", signed=dt.date(2023, 5, 1), unmet=()),
            judged("b", verdict="negative", signed=dt.date(2024, 5, 1), unmet=(8, 9), parties=(NAMED_ONLY,)),
            judged("c", verdict="conditional", signed=dt.date(2024, 6, 1), parties=(WONEN, WRONG_NUMBER)),
            judged("d", verdict="negative", unmet=(1,), parties=(replace(WONEN, role="both"),)),
            refused("z"),
        ):
            store.see(Item(f"map/{made.sha256[0]}.txt", made.sha256, 100), run)
            store.add(made, run)
        # What stood at a place before counts in no view.
        store.see(Item("map/was.txt", sha("d"), 1), run)
        store.see(Item("map/was.txt", sha("z"), 1), run)
        store.end_run(run)
    with Reader(path) as opened:
        yield opened


def rows(reader: Reader, sql: str) -> list[Any]:
    return reader.connection.execute(sql).fetchall()


def test_documents_shows_each_file_with_what_became_of_it(reader: Reader) -> None:
    assert rows(reader, "SELECT name, state, verdict, year FROM documents ORDER BY place") == [
        ("a.txt", "judged", "positive", 2023),
        ("b.txt", "judged", "negative", 2024),
        ("c.txt", "judged", "conditional", 2024),
        ("d.txt", "judged", "negative", None),
        ("was.txt", "unreadable", None, None),
        ("z.txt", "unreadable", None, None),
    ]


def test_the_matrix_has_a_column_for_each_of_the_twelve(reader: Reader) -> None:
    columns = [each[0] for each in reader.connection.execute("SELECT * FROM criteria_matrix").description]
    assert columns[5:17] == [f"EGOV-{number:02}" for number in range(1, 13)]
    assert rows(
        reader,
        'SELECT name, verdict, "EGOV-01", "EGOV-08", "EGOV-09", met FROM criteria_matrix ORDER BY name',
    ) == [
        ("a.txt", "positive", "met", "met", "met", 12),
        ("b.txt", "negative", "met", "unmet", "unmet", 10),
        ("c.txt", "conditional", "met", "unmet", "met", 11),
        ("d.txt", "negative", "unmet", "met", "met", 11),
    ]


def test_gaps_name_what_is_missing(reader: Reader) -> None:
    assert rows(reader, "SELECT name, criterion, status, missing FROM gaps ORDER BY 1, 2") == [
        ("b.txt", "EGOV-08", "unmet", "hoelang de mededeling duurt"),
        ("b.txt", "EGOV-09", "unmet", "hoelang de mededeling duurt"),
        ("c.txt", "EGOV-08", "unmet", "hoelang de mededeling duurt"),
        ("d.txt", "EGOV-01", "unmet", "hoelang de mededeling duurt"),
    ]


def test_findings_are_counted_by_code(reader: Reader) -> None:
    assert rows(reader, "SELECT * FROM findings_by_code ORDER BY code") == [
        ("D301", "Te vroeg in werking", "error", 4, 4),
        ("S504", "Korte opzegtermijn", "info", 4, 4),
    ]


def test_a_body_is_one_by_its_number_or_by_the_name_that_goes_with_it(reader: Reader) -> None:
    found = rows(
        reader,
        """SELECT body, party, documents, sends, receives, positive, conditional, negative
           FROM documents_by_party ORDER BY body""",
    )
    assert found == [
        ("0123456749", "Agentschap Wonen", 4, 4, 1, 1, 1, 2),
        ("gemeente wilgenbeke", "Gemeente Wilgenbéke", 2, 0, 2, 1, 1, 0),
    ]


def test_years_are_counted_with_those_without_a_date(reader: Reader) -> None:
    assert rows(reader, "SELECT * FROM documents_by_year ORDER BY year") == [
        (None, 1, 0, 0, 1, 11.0),
        (2023, 1, 1, 0, 0, 12.0),
        (2024, 2, 0, 1, 1, 10.5),
    ]


def test_packs_are_counted_with_their_version(reader: Reader) -> None:
    assert rows(reader, "SELECT * FROM documents_by_pack_version") == [
        ("egov-art8@1", "1.2.3", "sha256:abc", '{"ocr": "auto", "view": "final"}', 4, 1, 1, 2)
    ]


def test_what_was_refused_is_told_with_what_to_do(reader: Reader) -> None:
    assert rows(reader, "SELECT name, state, reason, hint FROM refused ORDER BY name") == [
        ("was.txt", "unreadable", "Het document is leeg.", "Vraag het opnieuw op."),
        ("z.txt", "unreadable", "Het document is leeg.", "Vraag het opnieuw op."),
    ]


def test_two_numbers_for_one_name_join_nothing(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    other = replace(WONEN, kbo="0400000092")
    with Store.open(path) as store:
        run = store.begin_run("sha256:abc", "1.2.3", OPTIONS)
        for name, party in (("a", WONEN), ("b", other), ("c", NAMED_ONLY)):
            made = judged(name, parties=(party,))
            store.see(Item(f"{name}.txt", made.sha256, 1), run)
            store.add(made, run)
    with Reader(path) as reader:
        assert rows(reader, "SELECT body, documents FROM documents_by_party ORDER BY body") == [
            ("0123456749", 1),
            ("0400000092", 1),
            ("agentschap wonen", 1),
        ]
