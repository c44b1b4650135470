"""One line of a measurement: what was measured, what it may be at worst, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A bound, or something told besides."""

    text: str
    held: bool = True

    def __str__(self) -> str:
        """Return the line as printed."""
        return f"{'ok   ' if self.held else 'FOUT '} {self.text}"
