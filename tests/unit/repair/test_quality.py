from __future__ import annotations

import random

from protocheck.model.geometry import Span
from protocheck.model.text import Page, SourceText
from protocheck.repair import repair
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
