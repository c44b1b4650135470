"""What an audit writes from a store, and what it refuses before it begins."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from protocheck.cli import audit_results
from protocheck.cli.audit_results import Results
from protocheck.cli.main import cli
from protocheck.errors import UsageError
from tests.unit.batch.archives import fill, papers


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return fill(tmp_path / "audit.sqlite", papers())


def run(*given: object) -> Result:
    return CliRunner().invoke(cli, ["audit", *map(str, given)])


def is_refused(results: Results, store: Path) -> bool:
    try:
        audit_results.check(results, store)
    except UsageError:
        return True
    return False


def test_tables_and_dashboard_come_from_a_store_without_judging_again(store: Path, tmp_path: Path) -> None:
    held = store.read_bytes()
    done = run(
        *("--store", store, "--html", tmp_path / "site", "--csv", tmp_path / "a.csv"),
        *("--xlsx", tmp_path / "a.xlsx", "--json-lines", tmp_path / "a.jsonl"),
    )
    assert done.exit_code == 0, done.output
    assert "pagina's" in done.stderr
    assert (tmp_path / "site" / "index.html").is_file()
    assert len((tmp_path / "a.csv").read_text("utf-8-sig").splitlines()) == 8
    assert len((tmp_path / "a.jsonl").read_text("utf-8").splitlines()) == 7
    assert (tmp_path / "a.xlsx").read_bytes()[:2] == b"PK"
    assert store.read_bytes() == held


def test_a_store_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = run("--store", tmp_path / "geen.sqlite", "--csv", tmp_path / "a.csv")
    assert done.exit_code == 2
    assert "geen.sqlite" in done.stderr
    assert not (tmp_path / "a.csv").exists()


@pytest.mark.parametrize(
    ("results", "library", "flag"),
    [
        (Results(html=Path("site")), "matplotlib", "--html"),
        (Results(xlsx=Path("a.xlsx")), "xlsxwriter", "--xlsx"),
    ],
)
def test_a_missing_library_is_told_before_anything_is_judged(
    results: Results, library: str, flag: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == library else object())
    with pytest.raises(UsageError) as told:
        audit_results.check(results, Path("audit.sqlite"))
    assert told.value.message == f"Voor {flag} is {library} nodig, en dat is niet geïnstalleerd."
    assert told.value.hint == 'Installeer dat met: pip install "protocheck[audit]"'


def test_what_would_be_lost_or_cannot_be_written_is_told_first(store: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    refused = {
        "beide": Results(csv=tmp_path / "a", xlsx=tmp_path / "a"),
        "opslag": Results(csv=store),
        "in de map": Results(html=site, csv=site / "a.csv"),
        "om de opslag": Results(html=tmp_path),
        "geen map": Results(csv=tmp_path / "nergens" / "a.csv"),
        "een bestand": Results(html=store),
    }
    assert [what for what, results in refused.items() if not is_refused(results, store)] == []


def test_nothing_asked_for_writes_nothing(store: Path, tmp_path: Path) -> None:
    audit_results.check(Results(), store)
    audit_results.write(Results(), store)
    assert sorted(each.name for each in tmp_path.iterdir() if each.suffix != ".lock") == ["audit.sqlite"]


def test_a_file_that_cannot_be_written_after_all_is_told_in_words(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("protocheck.batch.exports.as_csv.write", full)
    with pytest.raises(UsageError, match="de schijf is vol"):
        audit_results.write(Results(csv=tmp_path / "a.csv"), store)
