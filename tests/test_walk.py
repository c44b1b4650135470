"""The walk through an archive in the manual shows what the program says today."""

from __future__ import annotations

import pytest

from docs import walk

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("walk")]


def test_the_walk_in_the_manual_is_current() -> None:
    text = walk.MANUAL.read_text("utf-8")
    shown = {found[2]: found[3] for found in walk._SHOWN.finditer(text)}
    assert list(shown) == list(walk.STEPS)
    assert shown == walk.walked()
