"""docs/store.md says what is so: the schema, the questions it shows, the code it shows."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from docs import store_page
from protocheck.batch.store import Store
from protocheck.model.audit import Item
from tests.unit.batch.stores import OPTIONS, judged

PAGE = store_page.PAGE.read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docs") / "audit.sqlite"
    with Store.open(path) as made:
        run = made.begin_run("sha256:abc", "1.2.3", OPTIONS)
        made.add(judged("a"), run)
        made.see(Item("map/a.txt", judged("a").sha256, 1), run)
    return path


def test_the_schema_on_the_page_is_that_of_today() -> None:
    assert store_page.page() == PAGE, "make docs"


def test_every_table_and_view_is_described_with_its_columns(store: Path) -> None:
    described = {each.name: each for each in store_page.described()}
    related = {each.name: each for each in store_page.related()}
    with sqlite3.connect(store) as plain:
        names = plain.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    plain.close()
    real = {name for (name,) in names if not name.startswith("passages_fts_")}
    assert set(described) == real
    every = described | related
    assert len(every) == len(described) + len(related)
    assert [name for name, each in every.items() if not each.text] == []
    undescribed = [
        f"{each.name}.{name}"
        for each in every.values()
        for name, text in each.columns
        if not each.is_view and each.name != "passages_fts" and not text
    ]
    assert undescribed == []


@pytest.mark.parametrize("question", blocks("sql"))
def test_every_question_on_the_page_can_be_asked(store: Path, question: str) -> None:
    with sqlite3.connect(store) as plain:
        plain.execute(question).fetchall()
    plain.close()


def test_every_view_is_named_once() -> None:
    names = [each.name for each in store_page.described() if each.is_view]
    assert [name for name in names if PAGE.count(f"**`{name}`**") != 1] == []
    assert {
        *("documents", "criteria_matrix", "gaps", "findings_by_code", "documents_by_party"),
        *("documents_by_year", "documents_by_pack_version", "refused"),
    } <= set(names)


def test_the_report_is_read_as_the_page_shows(store: Path) -> None:
    (code,) = [each for each in blocks("python") if "zlib" in each]
    done = subprocess.run(  # noqa: S603 - our own example
        [sys.executable, "-c", f"{code}\nprint(advice)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=store.parent,
    )
    assert done.stdout.strip() == judged("a").report.strip()
