"""What is wrong with the dates of a protocol?"""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.checks.case import Case, Hit


def impossible(case: Case) -> Iterator[Hit]:
    """Yield the dates that no calendar knows (31 april)."""
    for day in case.facts.dates:
        if day.value is None and any(sign.isdigit() for sign in day.text):
            yield Hit(day.span)
