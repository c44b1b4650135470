"""What several checks work out of one document, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from protocheck.model.structure import Outline

T = TypeVar("T")


def once(make: Callable[[Outline], T]) -> Callable[[Outline], T]:
    """Return the function, which remembers its answer on the outline that it was asked of last.

    The very outline: to compare two would cost more than most of what is worked out.
    """
    last: list[tuple[Outline, T]] = []

    def known(outline: Outline) -> T:
        held = last[0] if last else None
        if held is None or held[0] is not outline:
            held = outline, make(outline)
            last[:] = [held]
        return held[1]

    return known
