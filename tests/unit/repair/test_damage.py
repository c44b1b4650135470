from __future__ import annotations

import pytest

from tests.damage import KINDS, STRENGTHS, damage
from tests.unit.repair.paper import PROTOCOL


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_arguments_give_the_same_damage(kind: str) -> None:
    assert damage(PROTOCOL, kind, "medium", 1) == damage(PROTOCOL, kind, "medium", 1)
    assert damage(PROTOCOL, kind, "medium", 1) != PROTOCOL


@pytest.mark.parametrize("kind", ["split", "drop", "artefacts"])
def test_stronger_damage_hits_more(kind: str) -> None:
    whole = set(PROTOCOL.split())
    left = [sum(w in whole for w in damage(PROTOCOL, kind, s, 1).split()) for s in STRENGTHS]
    assert left[0] > left[1] > left[2]


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="brand"):
        damage(PROTOCOL, "brand", "light", 1)


@pytest.mark.parametrize("kind", ["hyphen", "midword"])
def test_no_word_leaves_its_column(kind: str) -> None:
    block = "Gemeente Lodevelde          Agentschap Rietland\nvertegenwoordigd door       vertegenwoordigd\n"
    for seed in range(20):
        assert damage(block, kind, "heavy", seed) == block
