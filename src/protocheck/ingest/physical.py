"""The lines of a text file as they stand in it, counted per page."""

from __future__ import annotations

from protocheck.model.geometry import Span
from protocheck.model.text import Page
from protocheck.record import record


@record
class Physical:
    """One line between two line ends: where it stands, on which page, its number there from 1."""

    text: str
    start: int
    page: int
    index: int

    @property
    def end(self) -> int:
        """Return the offset just behind the line."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Return the place of the line, blanks at its edges included."""
        return Span(self.start, self.end)

    @property
    def blank(self) -> bool:
        """Tell whether nothing is printed on the line."""
        return not self.text or self.text.isspace()


def split_pages(text: str) -> tuple[Page, ...]:
    """Return the pages of a text file: a form feed parts them, one at the very end does not."""
    pages: list[Page] = []
    start = 0
    leaves = text.split("\f")
    while len(leaves) > 1 and not leaves[-1].strip():
        leaves.pop()
    for number, leaf in enumerate(leaves, start=1):
        pages.append(Page(number, Span(start, start + len(leaf))))
        start += len(leaf) + 1
    return tuple(pages)


def split_lines(text: str, pages: tuple[Page, ...]) -> list[Physical]:
    """Return every line, blank ones included, so that what follows can see the gaps."""
    lines: list[Physical] = []
    for page in pages:
        start = page.span.start
        for index, piece in enumerate(page.span.of(text).split("\n"), start=1):
            lines.append(Physical(piece, start, page.number, index))
            start += len(piece) + 1
    return lines
