"""A judgement as bytes and back: a line of JSON, then the report as it will be kept.

Who sends it has just read a file that nobody vouches for, so every value is looked at on arrival. What the
document is, its digest, the sender has no say in.
"""

from __future__ import annotations

import json
import math
from typing import Any

from protocheck.model.audit import Judgement, Passage, State

_WORDS = ("kind", "reason", "hint", "media_type", "method")


def pack(made: Judgement) -> bytes:
    """Return the judgement as bytes."""
    head: dict[str, Any] = {name: getattr(made, name) for name in (*_WORDS, "pages", "quality")}
    head["state"] = made.state.value
    head["passages"] = [[p.ref, p.kind, p.label, p.heading, p.page, p.text, p.forms] for p in made.passages]
    return json.dumps(head, separators=(",", ":")).encode("ascii") + b"\n" + made.report.encode()


def unpack(data: bytes, sha256: str) -> Judgement:
    """Return the judgement that `pack` made bytes of, for the content with this digest.

    Raises:
        ValueError: it is something else.
    """
    head, _, report = data.partition(b"\n")
    try:
        told = json.loads(head)
        return Judgement(
            sha256=sha256,
            state=State(told["state"]),
            report=report.decode(),
            passages=tuple(_passage(*each) for each in told["passages"]),
            pages=_count(told["pages"]),
            quality=_share(told["quality"]),
            **{name: _word(told[name]) for name in _WORDS},
        )
    except (LookupError, TypeError, RecursionError) as fault:
        raise ValueError(f"no judgement: {fault}") from fault


def _passage(ref: Any, kind: Any, label: Any, heading: Any, page: Any, text: Any, forms: Any) -> Passage:
    found = None if forms is None else _word(forms)
    return Passage(_word(ref), _word(kind), _word(label), _word(heading), _count(page), _word(text), found)


def _word(value: Any) -> str:
    if type(value) is not str:
        raise ValueError("no text")
    return value.encode("utf-8", "replace").decode() if not value.isascii() else value


def _count(value: Any) -> int | None:
    if value is not None and type(value) is not int:
        raise ValueError("no count")
    return value


def _share(value: Any) -> float | None:
    if value is None:
        return None
    if type(value) not in {int, float} or not math.isfinite(value):
        raise ValueError("no number")
    return float(value)
