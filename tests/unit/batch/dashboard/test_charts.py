"""The drawings: our colours as classes, no style of their own, words as text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lxml import etree

from protocheck.batch.dashboard.bars import Bars, Series
from protocheck.batch.dashboard.charts import draw

BARS = Bars(
    "proef",
    "Een proef",
    "aantal",
    ("eerste <b> $x_1$", "tweede & derde"),
    (Series("met", "in orde", (3, 0)), Series("unmet", "ontbreekt", (1, 2.5))),
    "Wat",
    lying=True,
    decimals=1,
)


def test_a_drawing_holds_no_style_and_no_colour_of_its_own() -> None:
    drawn = draw(BARS)
    assert "style" not in drawn
    assert re.findall(r"#(?:1100|0102|fefd|c0ff)\w+", drawn) == []
    tree: Any = etree.fromstring(drawn)
    assert tree.xpath('//*[@class="f-met s-paper" or @class="s-paper f-met"]')
    assert tree.xpath('//*[@class="f-unmet"]')  # in the hatching


def test_the_words_of_a_drawing_are_text_as_given() -> None:
    tree: Any = etree.fromstring(draw(BARS))
    words = [str(each) for each in tree.xpath("//text()") if str(each).strip()]
    assert "eerste <b> $x_1$" in words
    assert "tweede & derde" in words
    assert "2,5" in words
    assert "in orde" in words


def test_every_id_is_used_and_starts_with_the_name_of_the_chart() -> None:
    drawn = draw(BARS)
    ids = re.findall(r' id="([^"]+)"', drawn)
    used = re.findall(r"url\(#([^)]+)\)", drawn) + re.findall(r'href="#([^"]+)"', drawn)
    assert set(ids) == set(used)
    assert all(each.startswith("proef-") for each in ids)
    assert len(ids) == len(set(ids))


def test_the_same_bars_give_the_same_bytes() -> None:
    assert draw(BARS) == draw(replace(BARS))


def test_bars_that_are_all_empty_can_be_drawn() -> None:
    empty = replace(BARS, series=(Series("met", "in orde", (0, 0)),), lying=False)
    assert "tweede" in draw(empty)
