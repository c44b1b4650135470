"""Checks that need more than words: each a pure function over facts and outline, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from protocheck.checks import data, parties
from protocheck.model.facts import Facts
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline

Check = Callable[[Facts, Outline, Mapping[str, str]], Iterator[Span]]

CHECKS: Mapping[str, Check] = {
    "parties.identified": parties.identified,
    "parties.represented": parties.represented,
    "parties.dpo_reachable": parties.dpo_reachable,
    "data.listed": data.listed,
    "data.each_justified": data.each_justified,
    "data.left_open": data.left_open,
}
