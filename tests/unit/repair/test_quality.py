from __future__ import annotations

import random
from dataclasses import replace

from protocheck.model.alignment import PageQuality, Quality
from protocheck.model.geometry import Span
from protocheck.model.text import Page, SourceText
from protocheck.repair import repair
from protocheck.repair.quality import complaint
from tests.damage import damage
from tests.unit.repair.paper import PROTOCOL, source_of


def noise(words: int) -> str:
    rng = random.Random(4)  # noqa: S311  not for secrets
    return " ".join("".join(rng.choices("bcdfgklmnprstvwxz|;~", k=rng.randint(1, 9))) for _ in range(words))


def test_a_sound_text_is_readable() -> None:
    quality = repair(source_of(PROTOCOL)).quality
    assert quality.readable
    assert quality.score > 0.9


def test_noise_is_unreadable() -> None:
    quality = repair(source_of(noise(200))).quality
    assert not quality.readable
    assert quality.score < 0.3


def test_nothing_is_unreadable() -> None:
    assert not repair(source_of("")).quality.readable


def test_repair_shows_in_the_quality() -> None:
    (page,) = repair(source_of(damage(PROTOCOL, "split", "heavy", 1))).quality.pages
    assert page.known > page.known_before + 0.05
    assert page.readable


def test_one_bad_page_among_good_ones_is_told() -> None:
    bad = noise(80)
    raw = f"{PROTOCOL}\f{bad}\f{PROTOCOL}"
    first, second = len(PROTOCOL), len(PROTOCOL) + 1 + len(bad)
    spans = (Span(0, first), Span(first + 1, second), Span(second + 1, len(raw)))
    pages = tuple(Page(n, span) for n, span in enumerate(spans, 1))
    quality = repair(SourceText("a.pdf", "", "application/pdf", raw, (), pages)).quality
    assert [(page.page, page.readable) for page in quality.pages] == [(1, True), (2, False), (3, True)]
    assert quality.readable


def test_the_complaint_names_the_pages_and_what_to_do() -> None:
    page = PageQuality(1, 200, 0.9, 0.9, 0.0, readable=True)
    noise = [replace(page, page=number, known=0.1, readable=False) for number in (2, 3)]
    said = complaint(Quality(0.4, readable=False, pages=(page, *noise)))
    assert said.startswith("Bladzijden 2 en 3 zijn slecht leesbaar")
    assert "--ocr always" in said
    assert complaint(Quality(0.8, pages=(page, noise[0]))).startswith("Bladzijde 2 is slecht leesbaar")
    assert complaint(Quality(0.2, readable=False)).startswith("De tekst is slecht leesbaar")
    assert complaint(Quality(0.9, pages=(page,))) == ""


def test_one_page_of_noise_is_enough_to_doubt_what_is_missing_and_a_page_in_french_is_not() -> None:
    page = PageQuality(1, 200, 0.9, 0.9, 0.0, readable=True)
    other = replace(page, page=2, known=0.45, readable=False)
    assert Quality(0.8, pages=(page, replace(other, foreign=True))).trusted
    assert not Quality(0.8, pages=(page, other)).trusted
    assert not Quality(0.8, pages=(page, replace(page, page=2, known=0.2, readable=False))).trusted
    assert not Quality(0.5, readable=False, pages=(page,)).trusted


def test_french_and_english_are_told_from_a_bad_scan() -> None:
    french = (
        "Le présent protocole est conclu entre la commune et l'agence. Les données personnelles sont "
        "transmises par voie électronique dans le cadre de la prime et conservées pendant un an. "
    )
    english = (
        "This protocol is concluded between the municipality and the agency. The personal data are sent by "
        "electronic means for the grant and are kept for one year, after which they are erased. "
    )
    rng = random.Random(4)  # noqa: S311  not for secrets
    bad = "".join(rng.choice("bdfgkmprtvw") if c.isalpha() and rng.random() < 0.2 else c for c in PROTOCOL)
    pages = [repair(source_of(text)).quality.pages[0] for text in (french * 4, english * 4, bad)]
    assert [page.readable for page in pages] == [False, False, False]
    assert [page.foreign for page in pages] == [True, True, False]
    assert [page.noise for page in pages] == [False, False, True]
