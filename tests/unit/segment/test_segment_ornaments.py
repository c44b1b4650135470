"""Headings with rows of signs around them, and lines that only look so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.segment.sketch import check_sound, headings, outline

TITLES = ("WIE", "WAARVOOR", "HOE LANG")
TEXTS = (
    "De gemeente Pluimveld en het zwembad Ter Kolk.",
    "Het zwembad geeft de houder van een bon korting.",
    "Van mei tot oktober, drie jaar na elkaar.",
)


def _paper(heading: Callable[[int, str], str]) -> str:
    parts = [f"{heading(n, t)}\n\n{text}" for n, (t, text) in enumerate(zip(TITLES, TEXTS, strict=True), 1)]
    return "\n\n".join(["FICHE ZWEMBADBONNEN", *parts])


@pytest.mark.parametrize(
    "heading",
    [
        lambda n, t: f"=== {n} / {t} ===",
        lambda n, t: f"--- {n}. {t} ---",
        lambda n, t: f"*** {n} – {t.capitalize()} ***",
        lambda n, t: f"-- {n}. {t} {'-' * (40 - len(t))}",
        lambda n, t: f">>> {n}. {t}",
        lambda n, t: f"---- {n}. {t}",
        lambda n, t: f"{n}. {t} =====",
        lambda n, t: f"+++ {n} | {t} +++",
        lambda n, t: f"=== {n} ===\n{t}",
        lambda n, t: f"{n} · {t}",
        lambda n, t: f"{n}/ {t}",
        lambda n, t: f"{n} >> {t}",
        lambda n, t: f"## == {n}. {t} ==",
    ],
)
def test_numbered_headings_between_signs_are_articles(heading: Callable[[int, str], str]) -> None:
    paper = outline(_paper(heading))
    check_sound(paper)
    found = [(ref, title.upper()) for ref, title in headings(paper)]
    assert found == [("article 1", "WIE"), ("article 2", "WAARVOOR"), ("article 3", "HOE LANG")]


@pytest.mark.parametrize("signs", ["===", "~~~", "---", "***", "═══"])
def test_headings_without_a_number_go_by_their_words(signs: str) -> None:
    paper = outline(_paper(lambda _, t: f"{signs} {t.capitalize()} {signs}"))
    check_sound(paper)
    assert headings(paper) == [
        ("section Wie", "Wie"),
        ("section Waarvoor", "Waarvoor"),
        ("section Hoe lang", "Hoe lang"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1 / 3 van de prijs betaalt de gemeente.",
        "1/3 van de prijs betaalt de gemeente.",
        "-- een korting van drie euro",
        "** een korting van drie euro",
        "A > B  elke maandag",
        "--- 3 ---",
        "-----",
        "De prijs is 3 - 4 euro --",
    ],
)
def test_other_lines_with_signs_stay_text(line: str) -> None:
    paper = outline(
        f"FICHE\n\nArtikel 1. Prijs\n\nHet zwembad geeft korting:\n{line}\n\nArtikel 2. Duur\n\nEen jaar."
    )
    check_sound(paper)
    assert headings(paper) == [("article 1", "Prijs"), ("article 2", "Duur")]
