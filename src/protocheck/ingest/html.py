"""HTML files: what a browser prints, block by block, with tables and headings kept as such."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.docx_numbering import written
from protocheck.ingest.draft import Draft, Printed
from protocheck.ingest.flow import MOST_COLUMNS
from protocheck.ingest.html_page import is_note, surroundings
from protocheck.ingest.limits import LIMITS
from protocheck.model.geometry import Span
from protocheck.model.text import Line, LineRole, SourceText, Table
from protocheck.record import record
from protocheck.regex import lazy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARATION = lazy(r"\A\s{0,200}<\?xml[^>]{0,300}\?>")
_UNSEEN = frozenset({
    "script", "style", "head", "template", "noscript", "svg", "math", "object", "iframe", "select", "button",
    "textarea",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "ul", "caption",
    "thead", "tbody", "tfoot", "tr", "td", "th",
})  # fmt: skip
_HEADING = lazy(r"h[1-6]")
_BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_BLANKS = lazy(r"[ \t\n\r\f]{1,1000}")
_SPACES = lazy(r" {2,1000}")
_NUMBER = lazy(r"\[?(\d{1,3})\]?")
_BACK = frozenset("↩↑^⏎⤴") | {"↩︎", "↵"}  # the link of a note back to its mark
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKERS = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal-leading-zero": "decimalZero",
}  # fmt: skip
_LIST_STYLE = lazy(r"list-style(?:-type)?:([^;]{1,60})")
_WIDEST = 64  # columns or rows that one cell may span


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
    printer = _Printer(_site=surroundings(root))
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


@record
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
    _site: frozenset[HtmlElement] = frozenset()
    _tables: int = 0
    _runs: list[_Run] = field(default_factory=list)
    _prefix: str = ""
    _index: int = 0
    _depth: int = 0

    def block(self, element: HtmlElement, look: _Look) -> None:
        """Print an element that begins and ends its own line."""
        self.flush()
        name = _name(element)
        look = _placed(element, look, site=element in self._site)
        if name == "table":
            self._table(element, look)
        elif name in {"ul", "ol"}:
            self._list(element, look)
        else:
            self._inside(element, _looks(element, name, look))
        self.flush(parted=name != "dt")  # a term stands right above what it means

    def _inside(self, element: HtmlElement, look: _Look) -> None:
        self._text(element.text, look)
        for child in element:
            name = _name(child)
            if name == "br":
                self._runs.append(_Run("\n", look))
            elif name == "input":
                self._box(child, look)
            elif name == "a" and (child.text or "").strip() in _BACK:
                pass
            elif name in _BLOCKS and not _hidden(child):
                self.block(child, look)
            elif name and name not in _UNSEEN and not _hidden(child):
                placed = _placed(child, look, site=child in self._site)
                self._inside(child, _looks(child, name, placed))
            self._text(child.tail, look)

    def _box(self, element: HtmlElement, look: _Look) -> None:
        """Print a box that can be ticked; other fields of a form hold nothing of the document."""
        if element.get("type", "").lower() in {"checkbox", "radio"} and not _hidden(element):
            self._runs.append(_Run("☐" if element.get("checked") is None else "☒", look))

    def _text(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        shown = text if look.kept else _BLANKS.sub(" ", text)
        number = _NUMBER.fullmatch(shown.strip()) if look.raised else None
        if number:
            shown = number.group(1).translate(_RAISED)
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
            shown = line.rstrip() if look.kept else _SPACES.sub(" ", line).strip()
            if shown:
                printed.append(Printed(shown, None, self._index, role=look.role, level=look.level, bold=bold))
        return printed

    def _list(self, element: HtmlElement, look: _Look) -> None:
        items = [child for child in element if _name(child) == "li" and not _hidden(child)]
        step = -1 if element.get("reversed") is not None else 1
        number = _whole(element.get("start"), len(items) if step < 0 else 1)
        for child in element:
            if _name(child) in {"ul", "ol"}:
                self.block(child, look)
            if _name(child) != "li" or _hidden(child):
                continue
            number = _whole(child.get("value"), number)
            self._prefix = _marker(element, child, number, look)
            self.block(child, look)
            self._prefix = ""
            number += step

    def _table(self, table: HtmlElement, look: _Look) -> None:
        for caption in (child for child in table if _name(child) == "caption"):
            self.block(caption, look)
        rows = _rows(table)
        framed = max(map(len, rows), default=0) < 2  # noqa: PLR2004 - one column is a frame around text
        if framed or self._depth or table.get("role") in {"presentation", "none"}:
            for cell in (cell for row in rows for cell in row if cell is not None):
                self.block(cell, look)
            return
        self._depth += 1
        self._tables += 1
        self.draft.blank()
        spans = [self._row(row, look, number) for number, row in enumerate(rows, start=1) if row]
        spans = [row for row in spans if any(map(len, row))]
        if spans:
            self.draft.tables.append(Table(Span(spans[0][0].start, spans[-1][-1].end), tuple(spans)))
        self.draft.blank()
        self._depth -= 1

    def _row(self, cells: list[HtmlElement | None], look: _Look, number: int) -> tuple[Span, ...]:
        printed: list[list[Printed]] = []
        for column, cell in enumerate(cells, start=1):
            if cell is None:
                printed.append([])
                continue
            inner = _Printer(_index=self._index, _depth=self._depth, _site=self._site)
            inner.block(cell, look)
            inner.flush()
            self._index = inner._index
            address = f"tabel {self._tables}, rij {number}, kolom {column}"
            printed.append([_in_cell(line, address) for line in inner.draft.lines])
        return self.draft.row(printed)


def _in_cell(line: Line, address: str) -> Printed:
    """Return a line for a cell; a tab in it would part cells."""
    text = line.text.replace("\t", " ")
    return Printed(text, None, line.index, role=line.role, level=line.level, bold=line.bold, cell=address)


def _rows(table: HtmlElement) -> list[list[HtmlElement | None]]:
    """Return the rows as their cells; None where a cell spans on from the left or from above."""
    rows: list[list[HtmlElement | None]] = []
    above: dict[int, int] = {}  # column -> rows that a cell still reaches down
    for row in _row_elements(table):
        cells: list[HtmlElement | None] = []
        below: dict[int, int] = {column: left - 1 for column, left in above.items() if left > 1}
        for cell in (each for each in row if _name(each) in {"td", "th"}):
            while len(cells) in above:
                cells.append(None)
            if len(cells) >= MOST_COLUMNS:
                break
            wide = max(min(_whole(cell.get("colspan"), 1), _WIDEST), 1)
            down = max(min(_whole(cell.get("rowspan"), 1), _WIDEST), 1)
            below.update((len(cells) + i, down - 1) for i in range(wide) if down > 1)
            cells += [cell, *[None] * (wide - 1)]
        while len(cells) in above and cells:
            cells.append(None)
        rows.append(cells)
        above = below
    return rows


def _row_elements(table: HtmlElement) -> list[HtmlElement]:
    rows: list[HtmlElement] = []
    for child in table:
        if _name(child) == "tr":
            rows.append(child)
        elif _name(child) in {"thead", "tbody", "tfoot"}:
            rows += [row for row in child if _name(row) == "tr"]
    return rows[: LIMITS.page_characters]


def _marker(element: HtmlElement, item: HtmlElement, number: int, look: _Look) -> str:
    """Return what stands before an item: a number or a bullet, unless its style says nothing does."""
    style = _LIST_STYLE.search(_styled(element))
    named = style.group(1) if style else ""
    if "none" in named:
        return ""
    if _name(element) == "ul":
        return "• "
    if look.role == "footnote" and number > 0:
        return f"{number} ".translate(_RAISED)
    kind = _MARKERS.get(item.get("type") or element.get("type") or named, "decimal")
    return f"{written(number, kind)}. "


def _placed(element: HtmlElement, look: _Look, *, site: bool) -> _Look:
    """Return the look of an element that may belong to the site or to the footnotes."""
    if look.role == "furniture":
        return look
    return replace(look, role="furniture" if site else "footnote" if is_note(element) else look.role)


def _whole(text: str | None, default: int) -> int:
    """Return a count that the page writes, `default` when it is none or absurd."""
    return int(text) if text is not None and text.isdecimal() and len(text) < 6 else default  # noqa: PLR2004 - no list is longer


def _looks(element: HtmlElement, name: str, look: _Look) -> _Look:
    heading = _HEADING.fullmatch(name)
    kept = look.role in {"furniture", "footnote"}
    return _Look(
        role="heading" if heading and not kept else look.role,
        level=int(name[1]) if heading and not kept else look.level,
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
