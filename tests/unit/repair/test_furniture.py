from __future__ import annotations

from protocheck.repair import repair
from tests.damage import damage
from tests.unit.repair.paper import PROTOCOL, source_of


def furniture(text: str) -> list[str]:
    mended = repair(source_of(text))
    return [span.of(mended.text) for span in mended.furniture]


def test_heads_and_feet_of_pages_are_marked_and_stay() -> None:
    raw = damage(PROTOCOL * 4, "furniture", "heavy", 1)
    pages = raw.count("\f") + 1
    assert pages >= 3
    found = furniture(raw)
    assert len(found) == 2 * pages
    assert repair(source_of(raw)).text == raw


def test_headings_that_recur_in_shape_are_no_furniture() -> None:
    raw = "\f".join(f"Artikel {n}\nDe tekst van artikel nummer {n} is anders.\n{n}." for n in range(1, 6))
    assert furniture(raw) == []


def test_page_numbers_without_page_breaks() -> None:
    raw = "\n".join(f"Dienst Premies\nTekst nummer {n} van de nota\nPagina {n} van 4" for n in range(1, 5))
    assert furniture(raw) == [
        "Dienst Premies",
        *[f for n in range(1, 4) for f in (f"Pagina {n} van 4", "Dienst Premies")],
        "Pagina 4 van 4",
    ]


def test_a_lone_number_is_no_page_number() -> None:
    assert furniture("Het bedrag is\n3\neuro") == []


def test_the_stage_can_be_switched_off() -> None:
    raw = damage(PROTOCOL * 4, "furniture", "heavy", 1)
    assert repair(source_of(raw), off=frozenset({"furniture"})).furniture == ()
