"""Stage 'markup': what is notation and not content leaves the text that rules read."""

from __future__ import annotations

from protocheck.model.text import SourceText
from protocheck.repair.edits import Change


def changes(source: SourceText) -> list[Change]:
    """Return the removal of every span of notation; a tag between two words leaves a blank."""
    found: list[Change] = []
    for start, end in _runs(source):
        if start < end:
            found.append(Change(start, end, _instead(source.text, start, end), "markup"))
    return found


def _runs(source: SourceText) -> list[tuple[int, int]]:
    """Return the spans of notation, those that touch or overlap taken together."""
    runs: list[tuple[int, int]] = []
    for span in sorted(source.markup):
        if runs and span.start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(runs[-1][1], span.end))
        else:
            runs.append((span.start, span.end))
    return runs


def _instead(text: str, start: int, end: int) -> str:
    """Return what takes the place of notation: line ends stay, and a tag never glues two words."""
    notation = text[start:end]
    if "\n" in notation:
        return "\n" * notation.count("\n")
    before, after = text[start - 1 : start], text[end : end + 1]
    return " " if notation.startswith("<") and before.isalnum() and after.isalnum() else ""
