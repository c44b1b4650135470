"""Places: in a text (spans of characters) and on a page (boxes in points)."""

from __future__ import annotations

from dataclasses import dataclass

from protocheck.record import record


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of characters, `start` up to but not including `end`."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Refuse a span that runs backwards or starts before the text.

        A paper of five pages takes thousands of them: written out, it costs a third of what a dataclass
        makes of it.
        """
        if start < 0 or end < start:
            raise ValueError(f"not a span: {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        """Return the number of characters."""
        return self.end - self.start

    def __contains__(self, other: Span | int) -> bool:
        """Tell whether a character index or a whole span lies inside."""
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shift(self, offset: int) -> Span:
        """Return the same length, `offset` characters further on."""
        return Span(self.start + offset, self.end + offset)

    def of(self, text: str) -> str:
        """Return the characters of `text` in this span."""
        return text[self.start : self.end]


# How a slot is set in what is frozen to all others.
_set_start, _set_end = vars(Span)["start"].__set__, vars(Span)["end"].__set__


@record
class Box:
    """A rectangle on a page, in PDF points from the top left corner; pages count from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
