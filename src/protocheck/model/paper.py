"""A document as a reader of the advice sees it beside the advice: pictures of its pages, or its lines."""

from __future__ import annotations

from protocheck.record import record


@record
class Picture:
    """A page as a picture: its number, its size in points, and the picture as a data address."""

    page: int
    width: float
    height: float
    image: str


@record
class PrintedLine:
    """A line of a text or a paragraph of a Word file, with the numbers that places go by."""

    page: int | None
    line: int
    text: str
    heading: bool = False


@record
class Paper:
    """A document of the package: 'protocol', or 'annex-1' and on; it has pictures or lines."""

    document: str
    name: str
    pictures: tuple[Picture, ...] = ()
    lines: tuple[PrintedLine, ...] = ()
