"""What is read of a report that was kept; a report may be anything that JSON can be."""

from __future__ import annotations

import json
from typing import Any

import pytest

from protocheck.batch.kinship.papers import Element
from protocheck.batch.kinship.reports import paper_of
from protocheck.report import as_json
from tests.unit.reports import report


def held() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(as_json.compact(report(title="Protocol over de speelpleintoelage")))
    return made


def test_it_is_what_the_report_says() -> None:
    whole = report(title="Protocol over de speelpleintoelage")
    read = paper_of(as_json.compact(whole), paper="p", places=("a/b.pdf", "c.pdf"))
    assert (read.id, read.places, read.title) == ("p", ("a/b.pdf", "c.pdf"), whole.document.title)
    assert (read.parties, read.contacts) == (whole.facts.parties, whole.facts.contacts)
    assert (read.dates.signature, read.dates.end) == (whole.facts.dates.signature, whole.facts.dates.end)
    assert [(each.id, each.number, each.status) for each in read.elements] == [
        (each.id, each.number, each.status) for each in whole.criteria
    ]
    assert read.passages == ()


def test_without_a_place_it_has_its_name() -> None:
    assert paper_of(as_json.compact(report()), paper="p", places=()).places == (report().document.name,)


def test_each_label_counts_once_and_only_words_of_p403_are_kept() -> None:
    told = held()
    places = [{"label": "artikel 4"}, {"label": ""}, {"label": "artikel 4"}]
    told["criteria"] = [
        {"id": "EGOV-08", "number": 8, "title": "Bewaring", "status": "met", "evidence": places}
    ]
    told["findings"] = [{"code": "P403", "quote": "Hazelbeke"}, {"code": "P101", "quote": "x"}]
    read = paper_of(json.dumps(told), paper="p", places=())
    assert read.elements == (Element("EGOV-08", 8, "Bewaring", "met", ("artikel 4", "")),)
    assert read.strangers == ("Hazelbeke",)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("facts", None),
        ("facts", {}),
        ("document", []),
        ("criteria", [1]),
        ("criteria", [{"id": "x", "number": "8", "title": "", "status": "met", "evidence": []}]),
        ("findings", [{"code": "P403", "quote": 3}]),
    ],
)
def test_what_is_no_report_is_refused(key: str, value: object) -> None:
    with pytest.raises(ValueError, match="no report"):
        paper_of(json.dumps(held() | {key: value}), paper="p", places=())


def test_what_is_no_json_is_refused() -> None:
    for text in ("", "[]", "3", "{"):
        with pytest.raises(ValueError, match="no report"):
            paper_of(text, paper="p", places=())
