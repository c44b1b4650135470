"""The gold of the corpus: how a careful reader judges each protocol, read strictly."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
CRITERIA = tuple(f"EGOV-{number:02}" for number in range(1, 13))

Part = Literal["tuned", "heldback"]
Deed = Literal["remove", "empty", "deny", "rename"]
DEEDS: tuple[Deed, ...] = ("remove", "empty", "deny", "rename")
STATUSES = ("met", "partial", "unmet")
NAME_LENGTH = 60
VERDICTS = ("positive", "conditional", "negative")


class GoldError(ValueError):
    """A gold file says something that cannot be."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gold says of one criterion."""

    status: str
    elements: dict[str, str]
    refs: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change of the text, and the statuses that change with it."""

    deed: Deed
    ref: str
    words: str
    expect: dict[str, str]

    @property
    def name(self) -> str:
        """Return a name that is stable and unlike that of any other mutation of the protocol."""
        words = textwrap.shorten(self.words, NAME_LENGTH, placeholder=" ...")
        return f"{self.deed} {self.ref}" + (f" = {words}" if words else "")


@dataclass(frozen=True, slots=True)
class Gold:
    """A protocol of the corpus with its gold."""

    slug: str
    folder: Path
    document: Path
    annexes: tuple[Path, ...]
    structure: str
    part: Part
    verdict: str
    criteria: dict[str, Judged]
    mutations: tuple[Mutation, ...] = field(default=())

    @property
    def statuses(self) -> dict[str, str]:
        """Return the status of each criterion."""
        return {id_: judged.status for id_, judged in self.criteria.items()}


def corpus(folder: Path = CORPUS) -> tuple[Gold, ...]:
    """Return every protocol that has gold, by name."""
    return tuple(read_gold(path) for path in sorted(folder.glob("*/gold.yaml")))


def read_gold(path: Path) -> Gold:
    """Read one gold file.

    Raises:
        GoldError: it misses something, names something unknown, or contradicts itself.
    """
    raw = yaml.safe_load(path.read_text("utf-8"))
    _keys(
        path,
        raw,
        {"document", "annexes", "structure", "part", "verdict", "criteria"},
        {"mutations", "title", "notes"},
    )
    criteria = {id_: _judged(path, id_, row) for id_, row in raw["criteria"].items()}
    if tuple(criteria) != CRITERIA:
        raise GoldError(f"{path}: the twelve criteria in order, not {', '.join(criteria)}")
    _one_of(path, "part", raw["part"], ("tuned", "heldback"))
    _one_of(path, "verdict", raw["verdict"], VERDICTS)
    mutations = tuple(_mutation(path, row) for row in raw.get("mutations") or ())
    names = [each.name for each in mutations]
    if len(set(names)) < len(names):
        raise GoldError(f"{path}: a mutation stands there twice")
    return Gold(
        slug=path.parent.name,
        folder=path.parent,
        document=_file(path, raw["document"]),
        annexes=tuple(_file(path, name) for name in raw["annexes"]),
        structure=raw["structure"],
        part=raw["part"],
        verdict=raw["verdict"],
        criteria=criteria,
        mutations=mutations,
    )


@dataclass(frozen=True, slots=True)
class OtherPaper:
    """A paper that is no protocol and must be said to be none; `kind` is what it is."""

    slug: str
    document: Path
    part: Part
    kind: str


def others(folder: Path = CORPUS / "other") -> tuple[OtherPaper, ...]:
    """Return every paper of the corpus that is no protocol, by name."""
    return tuple(_other(path) for path in sorted(folder.glob("*/gold.yaml")))


def _other(path: Path) -> OtherPaper:
    raw = yaml.safe_load(path.read_text("utf-8"))
    _keys(path, raw, {"document", "annexes", "part", "kind", "reason"}, {"title"})
    _one_of(path, "part", raw["part"], ("tuned", "heldback"))
    return OtherPaper(path.parent.name, _file(path, raw["document"]), raw["part"], raw["kind"])


def _judged(path: Path, id_: str, row: dict[str, Any]) -> Judged:
    _keys(path, row, {"status", "elements", "refs", "reason"}, set())
    _one_of(path, id_, row["status"], STATUSES)
    for element, status in row["elements"].items():
        _one_of(path, f"{id_} {element}", status, ("met", "unmet"))
    met = [status == "met" for status in row["elements"].values()]
    follows = "met" if all(met) else "partial" if any(met) else "unmet"
    if row["status"] != follows:
        raise GoldError(f"{path}: {id_} is {row['status']}, but its elements make it {follows}")
    return Judged(row["status"], row["elements"], tuple(row["refs"]), row["reason"])


def _mutation(path: Path, row: dict[str, Any]) -> Mutation:
    deeds = [deed for deed in DEEDS if deed in row]
    if len(deeds) != 1:
        raise GoldError(f"{path}: a mutation is one of {', '.join(DEEDS)}: {row}")
    needs_words = deeds[0] in {"deny", "rename"}
    _keys(path, row, {deeds[0], "expect"} | ({"with"} if needs_words else set()), set())
    for id_, status in row["expect"].items():
        _one_of(path, "expect", id_, CRITERIA)
        _one_of(path, id_, status, STATUSES)
    return Mutation(deeds[0], row[deeds[0]], row.get("with", ""), dict(row["expect"]))


def _keys(path: Path, row: dict[str, Any], needed: set[str], allowed: set[str]) -> None:
    missing, unknown = needed - set(row), set(row) - needed - allowed
    if missing or unknown:
        raise GoldError(f"{path}: missing {sorted(missing)}, unknown {sorted(unknown)}")


def _one_of(path: Path, what: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise GoldError(f"{path}: {what} is {value!r}, not one of {', '.join(allowed)}")


def _file(path: Path, name: str) -> Path:
    file = path.parent / name
    if not file.is_file():
        raise GoldError(f"{path}: there is no {name}")
    return file
