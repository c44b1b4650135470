"""Compiled rules in the user's cache directory; a damaged or foreign file counts as none.

They are kept as Python keeps its own modules (marshal): that is read twice as fast as JSON.
"""

from __future__ import annotations

import dataclasses
import marshal
from typing import Any

from protocheck import kept
from protocheck.match.index import PhraseIndex, from_plain, to_plain
from protocheck.model.statutes import Statute
from protocheck.rulebook import weights
from protocheck.rulebook.rules import (
    Case,
    Condition,
    Criterion,
    DocumentKind,
    Element,
    Example,
    FindingExample,
    FindingRule,
    Pack,
    Remark,
    Rulebook,
    Signal,
    Source,
    Topic,
)
from protocheck.rulebook.weights import Weights

_FORMAT = 13
_MARSHAL = 4  # its version that every Python knows
_DAMAGE = (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError)


def fetch(digest: str) -> Rulebook | None:
    """Return the rulebook with this digest, or None when there is none that can be trusted."""
    try:
        data = _read("rules", digest)
        return _rulebook(data) if data["digest"] == digest else None
    except _DAMAGE:
        return None


def keep(rulebook: Rulebook) -> None:
    """Write the rulebook whole or not at all; a full disk or a read-only home is no error."""
    _write("rules", rulebook.digest, dataclasses.asdict(rulebook))


def fetch_index(digest: str, kind: str = "phrases") -> PhraseIndex | None:
    """Return the phrases, or some kind of them, of the rulebook with this digest as read before, or None."""
    try:
        return from_plain(_read(kind, digest))
    except _DAMAGE:
        return None


def keep_index(digest: str, index: PhraseIndex, kind: str = "phrases") -> None:
    """Write the phrases as read, whole or not at all."""
    _write(kind, digest, to_plain(index))


def fetch_weights(digest: str) -> Weights | None:
    """Return the weights of the words for the rulebook with this digest, or None."""
    try:
        return weights.from_plain(_read("weights", digest))
    except _DAMAGE:
        return None


def keep_weights(digest: str, found: Weights) -> None:
    """Write the weights as read, whole or not at all."""
    _write("weights", digest, weights.to_plain(found))


def _read(kind: str, digest: str) -> Any:
    """Return what was kept.

    Raises:
        ValueError: not a letter may have changed, and the format must be ours.
    """
    data = marshal.loads(kept.read(_name(kind, digest)))  # noqa: S302 - as trusted as a .pyc
    if data["format"] != _FORMAT:
        raise ValueError("another format")
    return data[kind]


def _write(kind: str, digest: str, content: Any) -> None:
    kept.write(_name(kind, digest), marshal.dumps({"format": _FORMAT, kind: content}, _MARSHAL))


def _name(kind: str, digest: str) -> str:
    return f"{kind}-{digest.removeprefix('sha256:')[:32]}.bin"


def _rulebook(data: dict[str, Any]) -> Rulebook:
    statutes = tuple(Statute(**s) for s in data["statutes"])
    return Rulebook(tuple(_pack(p) for p in data["packs"]), data["terms"], data["digest"], statutes)


def _pack(parts: dict[str, Any]) -> Pack:
    parts["criteria"] = tuple(_criterion(c) for c in parts["criteria"])
    parts["findings"] = tuple(_finding(f) for f in parts["findings"])
    parts["kinds"] = tuple(DocumentKind(**k) for k in parts["kinds"])
    parts["applies_when"] = Condition(**parts["applies_when"]) if parts["applies_when"] else None
    return Pack(**parts)


def _criterion(parts: dict[str, Any]) -> Criterion:
    parts["sources"] = tuple(Source(**s) for s in parts["sources"])
    parts["signals"] = tuple(Signal(**s) for s in parts["signals"])
    parts["elements"] = tuple(Element(**e) for e in parts["elements"])
    parts["remarks"] = tuple(Remark(**r) for r in parts["remarks"])
    parts["examples"] = tuple(Example(**e) for e in parts["examples"])
    parts["topic"] = Topic(**parts["topic"]) if parts["topic"] else None
    return Criterion(**parts)


def _finding(parts: dict[str, Any]) -> FindingRule:
    parts["sources"] = tuple(Source(**s) for s in parts["sources"])
    parts["signals"] = tuple(Signal(**s) for s in parts["signals"])
    parts["cases"] = {name: Case(**case) for name, case in parts["cases"].items()}
    parts["examples"] = tuple(FindingExample(**e) for e in parts["examples"])
    return FindingRule(**parts)
