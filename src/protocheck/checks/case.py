"""What a check for findings is given, and what it returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, TypeVar, cast

from protocheck.model.facts import Facts
from protocheck.model.geometry import Span
from protocheck.model.package import Package, Reading
from protocheck.model.statutes import Statute
from protocheck.model.structure import Outline
from protocheck.record import record

Made = TypeVar("Made")


class Kept:
    """What the rules of one run worked out of one document, for the next rule that asks the same."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.made: dict[Callable[[Case], Any], Any] = {}


@record
class Case:
    """One document to look through, and what stands beside it.

    Attributes:
        reading: the document: text, outline and facts.
        package: all that was handed in.
        params: of the rule: words and numbers that a lawyer may change.
        statutes: the acts and decrees known, by key.
        kept: what other rules worked out of the same document.
    """

    reading: Reading
    package: Package
    params: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statutes: Mapping[str, Statute] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept, compare=False)

    def once(self, work: Callable[[Case], Made]) -> Made:
        """Return what `work` makes of the document, whatever the rule; worked out for the first that asks."""
        if work not in self.kept.made:
            self.kept.made[work] = work(self)
        return cast("Made", self.kept.made[work])

    @property
    def text(self) -> str:
        """Return the repaired text of the document."""
        return self.reading.text.text

    @property
    def outline(self) -> Outline:
        """Return the parts of the document."""
        return self.reading.outline

    @property
    def facts(self) -> Facts:
        """Return what the document states."""
        return self.reading.facts


@record
class Hit:
    """A place to mend, in coordinates of the repaired text.

    Attributes:
        span: the words to point at; None for something that stands nowhere.
        values: what the sentences of the rule name, by placeholder.
        case: which of the rule's cases this is; empty for the plain one.
        related: other places that show why, most telling first.
    """

    span: Span | None
    values: Mapping[str, str] = field(default_factory=dict)
    case: str = ""
    related: tuple[Span, ...] = ()
