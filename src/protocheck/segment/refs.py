"""References: the canonical English ones of the report, and their labels for a Dutch reader."""

from __future__ import annotations

from dataclasses import dataclass, field

from protocheck.record import record


@record
class Place:
    """How a part is referred to: canonical, and in Dutch."""

    ref: str
    label: str


@dataclass(slots=True)
class Names:
    """Hands out references; the second of the same gets ' (2)'.

    Attributes:
        prefix: reference of the annex that all parts stand in, empty in the protocol itself.
    """

    prefix: Place | None = None
    _seen: dict[str, int] = field(default_factory=dict)

    def give(self, ref: str, label: str) -> Place:
        """Return the place for a part of this document or annex."""
        if self.prefix is not None:
            ref, label = f"{self.prefix.ref}, {ref}", f"{self.prefix.label}, {label}"
        count = self._seen[ref] = self._seen.get(ref, 0) + 1
        return Place(f"{ref} ({count})", f"{label} ({count})") if count > 1 else Place(ref, label)

    def article(self, word: str, number: str, key: str) -> Place:
        """Name an article; a heading that uses another word keeps that word in Dutch."""
        if key.startswith("§"):
            return self.give(f"article {key}", key)
        shown = word if word and not word.startswith("art") else "artikel"
        return self.give(f"article {key}", f"{shown} {key if shown == 'artikel' else number}")

    def section(self, heading: str) -> Place:
        """Name a part that has a heading and no number."""
        return self.give(f"section {heading}", f"onder “{heading}”")

    def chapter(self, word: str, number: str, heading: str) -> Place:
        """Name a chapter."""
        if not number:
            return self.section(heading)
        return self.give(f"chapter {number}", f"{word or 'hoofdstuk'} {number}")

    def recital(self, number: str) -> Place:
        """Name a recital by its letter or number."""
        return self.give(f"recital {number}", f"overweging {number}")

    def annex(self, number: str, heading: str) -> Place:
        """Name an annex by its number, else by its heading."""
        if number:
            return self.give(f"annex {number}", f"bijlage {number}")
        return self.give("annex", f"bijlage “{heading}”" if heading else "bijlage")

    def fixed(self, ref: str, label: str) -> Place:
        """Name a part that every paper has one of; never numbered."""
        if self.prefix is not None:
            return Place(f"{self.prefix.ref}, {ref}", f"{self.prefix.label}, {label}")
        return Place(ref, label)
