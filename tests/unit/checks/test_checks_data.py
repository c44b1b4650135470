"""Checks on data: whether they are listed, and whether each has its reason."""

from __future__ import annotations

from protocheck.checks import CHECKS
from protocheck.model.alignment import RepairedText
from protocheck.model.facts import DataItem, Facts
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline
from protocheck.model.text import SourceText

NOWHERE = Outline(RepairedText.build(SourceText("leeg.txt", "", "text/plain", "", ()), ()), ())


def datum(at: int, why: str = "", why_at: int = -1) -> DataItem:
    place = Span(why_at, why_at + len(why)) if why_at >= 0 else None
    return DataItem("naam", Span(at, at + 4), justification=why, justification_span=place)


def places(check: str, *items: DataItem) -> list[int]:
    return [span.start for span in CHECKS[check](Facts(data_items=items), NOWHERE, {})]


def test_each_datum_that_is_listed_has_its_place() -> None:
    assert places("data.listed", datum(3), datum(9)) == [3, 9]
    assert places("data.listed") == []


def test_all_data_are_justified_at_the_place_of_their_reasons() -> None:
    assert places("data.each_justified", datum(3, "om te bellen", 50), datum(9, "om te schrijven", 80)) == [
        50,
        80,
    ]


def test_a_reason_for_a_whole_cluster_is_named_once() -> None:
    assert places("data.each_justified", datum(3, "om te bellen", 50), datum(9, "om te bellen", 50)) == [50]


def test_a_reason_without_a_place_stands_with_its_datum() -> None:
    assert places("data.each_justified", datum(3, "om te bellen")) == [3]


def test_one_datum_without_a_reason_is_one_too_many() -> None:
    assert places("data.each_justified", datum(3, "om te bellen", 50), datum(9)) == []
    assert places("data.each_justified", datum(3, "om te bellen", 50), datum(9, "  ")) == []


def test_no_data_are_not_justified() -> None:
    assert places("data.each_justified") == []
