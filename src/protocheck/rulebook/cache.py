"""Compiled rules in the user's cache directory; a damaged or foreign file counts as none."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from protocheck import kept
from protocheck.match.index import PhraseIndex, from_plain, to_plain
from protocheck.model.statutes import Statute
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
)

_FORMAT = 9
_DAMAGE = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


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


def fetch_index(digest: str) -> PhraseIndex | None:
    """Return the phrases of the rulebook with this digest as they were read before, or None."""
    try:
        return from_plain(_read("phrases", digest))
    except _DAMAGE:
        return None


def keep_index(digest: str, index: PhraseIndex) -> None:
    """Write the phrases as read, whole or not at all."""
    _write("phrases", digest, to_plain(index))


def _read(kind: str, digest: str) -> Any:
    """Return what was kept.

    Raises:
        ValueError: not a letter may have changed, and the format must be ours.
    """
    data = json.loads(kept.read(_name(kind, digest)))
    if data["format"] != _FORMAT:
        raise ValueError("another format")
    return data[kind]


def _write(kind: str, digest: str, content: Any) -> None:
    body = json.dumps({"format": _FORMAT, kind: content}, ensure_ascii=False)
    kept.write(_name(kind, digest), body.encode())


def _name(kind: str, digest: str) -> str:
    return f"{kind}-{digest.removeprefix('sha256:')[:32]}.json"


def _frozen(value: Any) -> Any:
    """Return the value with every list as a tuple, as the dataclasses hold them."""
    if isinstance(value, list):
        return tuple(_frozen(v) for v in value)
    if isinstance(value, dict):
        return {k: _frozen(v) for k, v in value.items()}
    return value


def _rulebook(data: dict[str, Any]) -> Rulebook:
    terms = {name: tuple(phrases) for name, phrases in data["terms"].items()}
    statutes = tuple(Statute(**_frozen(s)) for s in data["statutes"])
    return Rulebook(tuple(_pack(p) for p in data["packs"]), terms, data["digest"], statutes)


def _pack(data: dict[str, Any]) -> Pack:
    parts = _frozen(data)
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
    return Criterion(**parts)


def _finding(parts: dict[str, Any]) -> FindingRule:
    parts["sources"] = tuple(Source(**s) for s in parts["sources"])
    parts["signals"] = tuple(Signal(**s) for s in parts["signals"])
    parts["cases"] = {name: Case(**case) for name, case in parts["cases"].items()}
    parts["examples"] = tuple(FindingExample(**e) for e in parts["examples"])
    return FindingRule(**parts)
