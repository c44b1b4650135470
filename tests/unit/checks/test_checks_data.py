"""Checks on data: whether they are listed, and whether each has its reason."""

from __future__ import annotations

from dataclasses import replace

from protocheck.checks import CHECKS
from protocheck.ingest.read import read
from protocheck.model.alignment import RepairedText
from protocheck.model.facts import DataItem, Facts
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline
from protocheck.model.text import SourceText
from protocheck.repair import repair
from protocheck.segment import segment

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


def drawn(text: str, *items: DataItem) -> list[str]:
    """Read a text, put the data in the outline that it gives, and tell which are left open."""
    outline = segment(repair(read(None, data=text.encode(), name="proef.txt")))
    placed = tuple(
        replace(
            item,
            span=Span(text.index(item.name), text.index(item.name) + len(item.name)),
            justification_span=_span(text, item.justification),
        )
        for item in items
    )
    spans = CHECKS["data.left_open"](Facts(data_items=placed), outline, {})
    return [span.of(outline.text.text) for span in spans]


def _span(text: str, piece: str) -> Span | None:
    return Span(text.index(piece), text.index(piece) + len(piece)) if piece else None


LIST = """Artikel 4. Gegevens
De volgende gegevens worden meegedeeld:
- naam: om te bellen;
- straat;
- gsm-nummer (sms bij uitstel).

Artikel 5. Duur
Het protocol geldt een jaar.
"""


def named(name: str, why: str = "") -> DataItem:
    return DataItem(name, Span(0, len(name)), justification=why)


def test_a_point_without_a_reason_beside_one_with_a_reason_is_left_open() -> None:
    assert drawn(LIST, named("naam", "om te bellen"), named("straat")) == ["straat"]


def test_a_point_that_holds_more_than_its_name_is_not_left_open() -> None:
    found = drawn(LIST, named("naam", "om te bellen"), named("gsm-nummer (sms bij uitstel)"))
    assert found == []


LABELS = """Artikel 4. Gegevens
Gegeven 1: naam.
Verantwoording: om te bellen
Gegeven 2: straat.
Verantwoording:
Gegeven 3: leeftijd.
Verantwoording:
de bond kiest er de ploeg mee.

Artikel 5. Duur
Het protocol geldt een jaar.
"""


def test_a_label_with_nothing_behind_it_is_left_open() -> None:
    data = named("naam", "om te bellen"), named("straat"), named("leeftijd")
    assert drawn(LABELS, *data) == ["straat"]


def test_a_list_without_any_reason_is_no_list_with_a_gap() -> None:
    assert drawn(LIST, named("naam"), named("straat")) == []


def test_a_pledge_of_proportionality_is_no_reason() -> None:
    assert places("data.each_justified", datum(3, "Dit is toereikend en ter zake dienend", 50)) == []
    assert places("data.each_justified", datum(3, "Dit is toereikend om te kunnen bellen", 50)) == [50]


def test_data_that_a_citizen_hands_in_are_not_communicated() -> None:
    text = "De aanvrager vult zijn naam in.\nDe stad deelt het adres mee.\n"
    outline = segment(repair(read(None, data=text.encode(), name="proef.txt")))
    data = tuple(DataItem(n, Span(text.index(n), text.index(n) + len(n))) for n in ("naam", "adres"))
    found = [s.of(text) for s in CHECKS["data.listed"](Facts(data_items=data), outline, {})]
    assert found == ["adres"]
