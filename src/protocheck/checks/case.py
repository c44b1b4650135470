"""What a check for findings is given, and what it returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from protocheck.model.facts import Facts
from protocheck.model.geometry import Span
from protocheck.model.package import Package, Reading
from protocheck.model.statutes import Statute
from protocheck.model.structure import Outline


@dataclass(frozen=True, slots=True)
class Case:
    """One document to look through, and what stands beside it.

    Attributes:
        reading: the document: text, outline and facts.
        package: all that was handed in.
        params: of the rule: words and numbers that a lawyer may change.
        statutes: the acts and decrees known, by key.
    """

    reading: Reading
    package: Package
    params: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statutes: Mapping[str, Statute] = field(default_factory=dict)

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


@dataclass(frozen=True, slots=True)
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
