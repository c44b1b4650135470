"""The advice as a PDF for the file: the same letter as the Word form, laid out by reportlab."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from protocheck.language import translate as _
from protocheck.model.letter import (
    Block,
    Clause,
    Condition,
    Heading,
    Items,
    Letter,
    PageBreak,
    Paragraph,
    Rows,
    Verdict,
)
from protocheck.report.escape import unbroken, visible

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_MARGIN = 70.0  # points
_TOKEN = 40  # characters of a word beyond which it is none
_WIDTHS = {2: (115.0, 340.0), 4: (35.0, 150.0, 85.0, 185.0)}
_COLOURS = {"positive": "#DFF0D8", "conditional": "#FCF3CF", "negative": "#F8D7DA"}


def render(letter: Letter) -> bytes:
    """Return the PDF: the same bytes for the same letter."""
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - heavy
    from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415 - heavy

    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=_shown(letter.subject),
        author=_shown(letter.head.author or letter.head.service),
        lang="nl-BE",
        invariant=1,
    )
    document.build(list(_Layout(letter).flowables()), canvasmaker=_numbered())
    return out.getvalue()


def _numbered() -> Any:
    """Return a canvas that knows how many pages there are when it writes their numbers."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - heavy

    class Numbered(Canvas):  # type: ignore[misc]  # reportlab has no types
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._pages, start=1):
                self.__dict__.update(page)
                self.setFont("Helvetica", 8)
                said = f"{_('Page')} {number} {_('of')} {len(self._pages)}"
                self.drawRightString(self._pagesize[0] - _MARGIN, 35, said)
                super().showPage()
            super().save()

    return Numbered


class _Layout:
    """Turns the blocks of a letter into what reportlab puts on pages."""

    def __init__(self, letter: Letter) -> None:
        from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - heavy

        self._letter = letter
        base = ParagraphStyle("base", fontName="Helvetica", fontSize=10, leading=13.5, spaceAfter=6)
        bold = {"parent": base, "fontName": "Helvetica-Bold", "keepWithNext": 1}
        self._base = base
        self._tight = ParagraphStyle("tight", parent=base, spaceAfter=0)
        self._small = ParagraphStyle("small", parent=self._tight, fontSize=8)
        self._kind = ParagraphStyle("kind", fontSize=20, leading=26, spaceBefore=18, **bold)
        self._headings = {
            1: ParagraphStyle("one", fontSize=13.5, leading=18, spaceBefore=12, **bold),
            2: ParagraphStyle("two", fontSize=11, leading=14.5, spaceBefore=8, **bold),
        }
        self._indented = ParagraphStyle("indented", parent=base, leftIndent=18)
        self._clause = ParagraphStyle("clause", parent=base, leftIndent=36, fontName="Helvetica-Oblique")

    def flowables(self) -> Iterator[Flowable]:
        """Yield the letter from top to bottom."""
        yield from self._head()
        for block in self._letter.blocks:
            if isinstance(block, PageBreak):
                yield from self._closing()
            yield from self._block(block)

    def _head(self) -> Iterator[Flowable]:
        from reportlab.platypus import Image  # noqa: PLC0415 - heavy

        head = self._letter.head
        if head.logo is not None:
            yield Image(str(head.logo), width=150, height=50, kind="proportional", hAlign="LEFT")
        for line in filter(None, (head.organisation, head.service, *head.address)):
            yield self._text(line, self._tight)
        yield self._text(self._letter.kind.upper(), self._kind)
        yield self._text(self._letter.subject, self._headings[2])
        if self._letter.details:
            yield self._table(Rows((), self._letter.details), lines=False)

    def _closing(self) -> Iterator[Flowable]:
        from reportlab.platypus import Spacer  # noqa: PLC0415 - heavy

        if self._letter.signature:
            yield Spacer(1, 24)
        for line in self._letter.signature:
            yield self._text(line, self._tight)

    def _block(self, block: Block) -> Iterator[Flowable]:
        from reportlab.platypus import PageBreak as NewPage  # noqa: PLC0415 - heavy

        match block:
            case Heading(text, level):
                yield self._text(text, self._headings[level])
            case Paragraph():
                yield self._paragraph(block, self._base)
            case Items(items):
                yield from self._items(items, 18)
            case Condition():
                yield from self._condition(block)
            case Clause(paragraphs):
                yield from self._clauses(paragraphs)
            case Rows():
                yield self._table(block, lines=True)
            case Verdict(status, text):
                yield self._verdict(status, text)
            case PageBreak():
                yield NewPage()

    def _verdict(self, status: str, text: str) -> Flowable:
        from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - heavy

        style = ParagraphStyle(
            "verdict",
            parent=self._base,
            fontName="Helvetica-Bold",
            backColor=_COLOURS[status],
            borderPadding=4,
            spaceBefore=10,
            spaceAfter=10,
        )
        return self._text(text, style)

    def _condition(self, block: Condition) -> Iterator[Flowable]:
        title = self._marked(f"{block.number}.", f"<b>{_markup(block.title)}</b>", 18)
        title.keepWithNext = True
        yield title
        for part in block.body:
            if isinstance(part, Paragraph):
                yield self._paragraph(part, self._indented)
            elif isinstance(part, Items):
                yield from self._items(part.items, 36)
            else:
                yield from self._clauses(part.paragraphs)

    def _clauses(self, paragraphs: tuple[str, ...]) -> Iterator[Flowable]:
        label = self._text(f"{_('Model clause')}:", self._indented)
        label.keepWithNext = True
        yield label
        for text in paragraphs:
            if text.startswith("- "):
                yield self._marked("–", f"<i>{_markup(text[2:])}</i>", 50)
            else:
                yield self._text(text, self._clause)

    def _items(self, items: tuple[str, ...], indent: int) -> Iterator[Flowable]:
        for item in items:
            yield self._marked("•", _markup(item), indent)

    def _marked(self, mark: str, markup: str, indent: int) -> Flowable:
        from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - heavy
        from reportlab.platypus import Paragraph as Flowing  # noqa: PLC0415 - heavy

        style = ParagraphStyle(
            "item", parent=self._base, leftIndent=indent, bulletIndent=indent - 14, spaceAfter=3
        )
        return Flowing(markup, style, bulletText=mark)

    def _paragraph(self, block: Paragraph, style: Any) -> Flowable:
        from reportlab.platypus import Paragraph as Flowing  # noqa: PLC0415 - heavy

        lead = f"<b>{_markup(block.lead)}</b> " if block.lead else ""
        made = Flowing(f"{lead}{_markup(block.text)}", style)
        made.keepWithNext = block.text.endswith(":")  # what it announces stands on the same page
        return made

    def _text(self, text: str, style: Any) -> Flowable:
        from reportlab.platypus import Paragraph as Flowing  # noqa: PLC0415 - heavy

        return Flowing(_markup(text), style)

    def _table(self, block: Rows, *, lines: bool) -> Flowable:
        from reportlab.lib import colors  # noqa: PLC0415 - heavy
        from reportlab.platypus import Table  # noqa: PLC0415 - heavy

        rows = [*([block.heads] if block.heads else []), *block.rows]
        cells = [[self._text(text, self._cell(text)) for text in row] for row in rows]
        style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
        if lines:
            style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.grey))
        if block.heads:
            style.append(("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke))
        widths = _WIDTHS[len(block.rows[0])]
        heads = 1 if block.heads else 0
        return Table(cells, colWidths=widths, style=style, hAlign="LEFT", repeatRows=heads, spaceAfter=8)

    def _cell(self, text: str) -> Any:
        """Return the style of a cell: a fingerprint is set small, to stand on one line."""
        return self._small if len(text) > _TOKEN and " " not in text else self._tight


def _markup(text: str) -> str:
    return escape(_shown(text))


def _shown(text: str) -> str:
    """Return the text in the signs of the standard fonts of PDF; a foreign letter loses its accent."""
    return "".join(_sign(sign) for sign in unbroken(visible(text)))


def _sign(sign: str) -> str:
    try:
        sign.encode("cp1252")
    except UnicodeEncodeError:
        plain = unicodedata.normalize("NFKD", sign).encode("cp1252", "ignore").decode("cp1252")
        return plain or "?"
    return sign
