"""HTML files: what a browser prints, block by block, with tables and headings kept as such."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.docx_numbering import written
from protocheck.ingest.draft import Draft, Printed
from protocheck.ingest.limits import LIMITS
from protocheck.model.geometry import Span
from protocheck.model.text import Line, LineRole, SourceText, Table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARATION = re.compile(r"\A\s{0,200}<\?xml[^>]{0,300}\?>")
_UNSEEN = frozenset({
    "script", "style", "head", "template", "noscript", "svg", "math", "object", "iframe", "select", "button",
    "input", "textarea",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "ul", "caption",
    "thead", "tbody", "tfoot", "tr", "td", "th",
})  # fmt: skip
_ASIDE = frozenset({"nav", "footer"})
_HEADING = re.compile(r"h[1-6]")
_BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read_html(name: str, sha256: str, text: str) -> SourceText:
    """Return what an HTML file prints; nothing is fetched, scripts and styles are left out.

    Raises:
        DocumentError: nothing can be made of it.
    """
    from lxml import etree, html  # noqa: PLC0415 - heavy

    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text, count=1), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise refusals.no_content(name) from None
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise refusals.unsafe(name, "HTML")  # nested so deep that the parser gave up on the rest
    printer = _Printer()
    try:
        printer.block(root, _Look())
    except RecursionError:
        raise refusals.unsafe(name, "HTML") from None
    printer.flush()
    title = root.findtext(".//title") or ""
    return SourceText(
        name=name,
        sha256=sha256,
        media_type="text/html",
        text=printer.draft.close(),
        lines=tuple(printer.draft.lines),
        tables=tuple(printer.draft.tables),
        method="text",
        title=" ".join(title.split()),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """How text looks at one place: what its elements make of it."""

    role: LineRole = "body"
    level: int = 0
    bold: bool = False
    raised: bool = False
    kept: bool = False  # blanks and line ends count, as in <pre>


@dataclass(slots=True)
class _Run:
    text: str
    look: _Look


@dataclass(slots=True)
class _Printer:
    """Collects the runs of a line until a block ends it."""

    draft: Draft = field(default_factory=Draft)
    _runs: list[_Run] = field(default_factory=list)
    _prefix: str = ""
    _index: int = 0
    _depth: int = 0

    def block(self, element: HtmlElement, look: _Look) -> None:
        """Print an element that begins and ends its own line."""
        self.flush()
        name = _name(element)
        if name == "table":
            self._table(element, look)
        elif name in {"ul", "ol"}:
            self._list(element, look)
        else:
            self._inside(element, _looks(element, name, look))
        self.flush()

    def _inside(self, element: HtmlElement, look: _Look) -> None:
        self._text(element.text, look)
        for child in element:
            name = _name(child)
            if name == "br":
                self._runs.append(_Run("\n", look))
            elif name in _BLOCKS and not _hidden(child):
                self.block(child, look)
            elif name and name not in _UNSEEN and not _hidden(child):
                self._inside(child, _looks(child, name, look))
            self._text(child.tail, look)

    def _text(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        shown = text if look.kept else _BLANKS.sub(" ", text)
        if look.raised and shown.strip().isdecimal():
            shown = shown.strip().translate(_RAISED)
        self._runs.append(_Run(shown, look))

    def flush(self, *, parted: bool = True) -> None:
        """Print the line that is being collected."""
        lines = self._lines()
        for printed in lines:
            self.draft.line(printed)
        if lines and parted:
            self.draft.blank()

    def _lines(self) -> list[Printed]:
        runs, self._runs = self._runs, []
        text = "".join(run.text for run in runs)
        if not text.strip():
            return []
        look = next(run.look for run in runs if run.text.strip())
        lettered = [run for run in runs if any(map(str.isalpha, run.text))]
        bold = bool(lettered) and all(run.look.bold for run in lettered)
        prefix, self._prefix = self._prefix, ""
        self._index += 1
        printed = []
        for line in (prefix + text.strip()).split("\n"):
            shown = line.rstrip() if look.kept else " ".join(line.split(" ")).strip()
            if shown:
                printed.append(Printed(shown, None, self._index, role=look.role, level=look.level, bold=bold))
        return printed

    def _list(self, element: HtmlElement, look: _Look) -> None:
        start = element.get("start", "1")
        number = int(start) if start.isdecimal() and len(start) < 6 else 1  # noqa: PLR2004 - no list is longer
        ordered = _name(element) == "ol"
        for child in element:
            if _name(child) != "li" or _hidden(child):
                if _name(child) in {"ul", "ol"}:
                    self.block(child, look)
                continue
            marker = (
                f"{written(number, _MARKERS.get(element.get('type', ''), 'decimal'))}." if ordered else "•"
            )
            self._prefix = f"{marker} "
            self.block(child, look)
            self._prefix = ""
            number += 1

    def _table(self, table: HtmlElement, look: _Look) -> None:
        rows = [[cell for cell in row if _name(cell) in {"td", "th"}] for row in _rows(table)]
        framed = max(map(len, rows), default=0) < 2  # noqa: PLR2004 - one column is a frame around text
        if framed or self._depth:
            for cell in (cell for row in rows for cell in row):
                self.block(cell, look)
            return
        self._depth += 1
        self.draft.blank()
        spans = [self._row(row, look) for row in rows if row]
        spans = [row for row in spans if any(map(len, row))]
        if spans:
            self.draft.tables.append(Table(Span(spans[0][0].start, spans[-1][-1].end), tuple(spans)))
        self.draft.blank()
        self._depth -= 1

    def _row(self, cells: list[HtmlElement], look: _Look) -> tuple[Span, ...]:
        printed: list[list[Printed]] = []
        for cell in cells:
            inner = _Printer(_index=self._index, _depth=self._depth)
            inner.block(cell, look)
            inner.flush()
            self._index = inner._index
            printed.append([_in_cell(line) for line in inner.draft.lines])
            wide = cell.get("colspan", "1")
            printed += [[] for _ in range(min(int(wide), 64) - 1 if wide.isdecimal() else 0)]
        return self.draft.row(printed)


def _in_cell(line: Line) -> Printed:
    """Return a line for a cell; a tab in it would part cells."""
    text = line.text.replace("\t", " ")
    return Printed(text, None, line.index, role=line.role, level=line.level, bold=line.bold)


def _rows(table: HtmlElement) -> list[HtmlElement]:
    rows: list[HtmlElement] = []
    for child in table:
        if _name(child) == "tr":
            rows.append(child)
        elif _name(child) in {"thead", "tbody", "tfoot"}:
            rows += [row for row in child if _name(row) == "tr"]
    return rows[: LIMITS.page_characters]


def _looks(element: HtmlElement, name: str, look: _Look) -> _Look:
    heading = _HEADING.fullmatch(name)
    role: LineRole = "furniture" if name in _ASIDE else "heading" if heading else look.role
    return _Look(
        role=look.role if look.role == "furniture" else role,
        level=int(name[1]) if heading else look.level,
        bold=look.bold or name in _BOLD or "font-weight:bold" in _styled(element),
        raised=look.raised or name == "sup",
        kept=look.kept or name == "pre",
    )


def _styled(element: HtmlElement) -> str:
    style: str = element.get("style", "")
    return style.replace(" ", "").lower()


def _hidden(element: HtmlElement) -> bool:
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or "display:none" in _styled(element)


def _name(element: HtmlElement) -> str:
    return element.tag if isinstance(element.tag, str) else ""
