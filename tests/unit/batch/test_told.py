"""What `audit`, `search` and the view over an archive tell a program, and the schemas that promise it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest

from protocheck.batch import told
from protocheck.batch.kinship import tell
from protocheck.batch.store import Found, Hit, Reader
from protocheck.batch.summary import summary
from protocheck.batch.tally import Tally
from protocheck.model.audit import State
from protocheck.model.kinship import Kinship
from tests.unit.batch.archives import fill, kin, overview, papers

PUBLISHED = Path(__file__).parents[3] / "docs" / "schema"
MADE = {"audit": told.audit_schema, "search": told.search_schema, "kinship": tell.schema}
HIT = Hit(("a.pdf",), "Protocol", "j", 3, "article 4", "artikel 4", "Doel", None, "het doel", ((4, 8),))


@pytest.mark.parametrize("name", MADE)
def test_the_published_schema_is_the_one_of_the_code(name: str) -> None:
    assert (PUBLISHED / f"{name}-1.schema.json").read_text("utf-8") == MADE[name](), "run: make docs"


def keeps(name: str, text: str) -> dict[str, object]:
    held: dict[str, object] = json.loads(text)
    jsonschema.validate(held, json.loads(MADE[name]()))
    return held


def test_an_audit_keeps_to_its_schema(tmp_path: Path) -> None:
    with overview(tmp_path / "a.sqlite") as seen:
        view = kin(seen)
    tally = Tally(looked=4, unchanged=1)
    tally.done[State.JUDGED] += 2
    held = keeps("audit", told.audited(tally, summary(tmp_path / "a.sqlite"), "a.sqlite", view))
    assert held["schema"] == "protocheck/audit@1"
    assert held["run"] == {
        "looked": 4,
        "judged": {"judged": 2},
        "unchanged": 1,
        "same_content": 0,
        "left_out": 0,
        "skipped": {},
        "stopped": False,
    }
    assert held["together"] == {"families": 1, "leftovers": 1, "pairs": 1, "alone": 1, "due": 1}


def test_an_audit_without_a_view_says_so(tmp_path: Path) -> None:
    fill(tmp_path / "a.sqlite", papers())
    held = keeps("audit", told.audited(Tally(), summary(tmp_path / "a.sqlite"), "a.sqlite", None))
    assert held["together"] is None


def test_a_search_keeps_to_its_schema(tmp_path: Path) -> None:
    held = keeps("search", told.searched("doel", Found((HIT,), 7, 2)))
    assert (held["question"], held["passages"], held["documents"]) == ("doel", 7, 2)
    with overview(tmp_path / "a.sqlite"), Reader(tmp_path / "a.sqlite") as reader:
        keeps("search", told.searched("protocol", reader.search("protocol")))


def test_a_view_keeps_to_its_schema(tmp_path: Path) -> None:
    with overview(tmp_path / "a.sqlite") as seen:
        held = keeps("kinship", tell.as_json(kin(seen)))
    assert held["schema"] == "protocheck/kinship@1"
    keeps("kinship", tell.as_json(Kinship(dt.date(2026, 11, 22), 12, 0)))


def test_what_is_not_promised_is_refused() -> None:
    made = json.loads(told.searched("doel", Found((HIT,), 1, 1))) | {"nieuw": 1}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(made, json.loads(told.search_schema()))
