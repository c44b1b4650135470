"""OpenDocument texts (ODT, flat FODT): what LibreOffice prints, with its computed numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.docx_notes import CHANGED, FORMULAS, HIDDEN, counted
from protocheck.ingest.flow import TABLE_WIDTH, Flow, Paragraph, refuse_too_many, set_paragraph
from protocheck.ingest.odt_blocks import Block, Blocks
from protocheck.ingest.odt_lists import Lists
from protocheck.ingest.odt_names import DC, LOEXT, OFFICE, STYLE, TEXT
from protocheck.ingest.odt_runs import OdtRuns
from protocheck.ingest.odt_styles import Style, Styles
from protocheck.ingest.odt_tracked import restore
from protocheck.ingest.office_package import OfficePackage, parsed
from protocheck.ingest.words import Words, settled
from protocheck.model.geometry import Span
from protocheck.model.options import ReadOptions, View
from protocheck.model.text import Comment, SourceText

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_HEADS = ("header-first", "header", "header-left")
_FEET = ("footer-first", "footer", "footer-left")


def read_odt(name: str, sha256: str, data: bytes, options: ReadOptions) -> SourceText:
    """Return the text of an OpenDocument text, in the view that `options` names.

    Raises:
        DocumentError: it is damaged, locked or unsafe, or no text but a sheet or a drawing.
    """
    content, styles, meta = _parts(name, data)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise refusals.foreign(name, "opendocument")
    if options.view == "original":
        restore(content)
    refuse_too_many(name, body.iter(f"{TEXT}p", f"{TEXT}h"))
    walker = _Walker(name, content, [root for root in (styles, content) if root is not None], options.view)
    try:
        walker.document(body, styles if styles is not None else content)
    except RecursionError:
        raise refusals.unsafe(name, "ODT") from None
    flow = walker.flow
    comments = walker.comments()
    return SourceText(
        name=name,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        text=flow.draft.close(),
        lines=tuple(flow.draft.lines),
        tables=tuple(flow.draft.tables),
        markup=tuple(sorted(flow.markup)),
        method="odt",
        title=_title(meta),
        notes=tuple(walker.remarks(options.view, len(comments))),
        comments=comments,
        highlights=tuple(sorted(flow.highlights)),
        placeholders=tuple(sorted(flow.placeholders)),
    )


def _parts(name: str, data: bytes) -> tuple[_Element, _Element | None, _Element | None]:
    """Return content, styles and description; a flat file holds all three in one."""
    if not data.startswith(b"PK"):
        root = parsed(name, data, "ODT")
        return root, None, root
    package = OfficePackage(name, data, "ODT")
    manifest = "META-INF/manifest.xml"
    if manifest in package.names and b"encryption-data" in package.content(manifest):
        raise refusals.foreign(name, "protected-office")
    content = package.xml("content.xml")
    if content is None:
        raise refusals.damaged(name, "ODT")
    return content, package.xml("styles.xml"), package.xml("meta.xml")


def _title(meta: _Element | None) -> str:
    found = meta.find(f".//{DC}title") if meta is not None else None
    return " ".join("".join(map(str, found.itertext())).split()) if found is not None else ""


class _Walker:
    """Goes through the document once and writes what it meets."""

    def __init__(self, name: str, content: _Element, roots: list[_Element], view: View) -> None:
        self.flow = Flow()
        self._styles = Styles(roots)
        self._lists = Lists(roots)
        self._blocks = Blocks(name, self._lists)
        self._runs = OdtRuns(content, self._styles, view)
        self._carried: tuple[Words, Block] | None = None
        self._index = 0

    def document(self, body: _Element, styles: _Element) -> None:
        """Write heads, body and feet."""
        self._edges(styles, _HEADS)
        self._write(body)
        self._edges(styles, _FEET)

    def remarks(self, view: View, comments: int) -> Iterable[str]:
        """Yield what a user should know of the reading, in Dutch."""
        if self._runs.changed:
            yield CHANGED[view]
        if comments:
            yield counted(comments)
        if self._runs.met.hidden or self._blocks.hidden:
            yield HIDDEN
        if self._runs.met.formulas:
            yield FORMULAS

    def comments(self) -> tuple[Comment, ...]:
        """Return the comments in the order of their places."""
        places: dict[str, dict[str, int]] = {}
        for anchor, at in self.flow.anchors:
            places.setdefault(anchor.comment, {}).setdefault(anchor.end, at)
        made = [
            self._comment(element, places.get(name, {}))
            for name, element in self._runs.met.annotations.items()
        ]
        return tuple(sorted(made, key=lambda each: each.span.start))

    def _comment(self, element: _Element, places: dict[str, int]) -> Comment:
        start = places.get("start", 0)
        return Comment(
            author=element.findtext(f"{DC}creator", "") or "",
            text=self._aside(element),
            span=Span(start, max(places.get("end", start), start)),
            date=element.findtext(f"{DC}date", "") or "",
            resolved=element.get(f"{LOEXT}resolved") == "true",
            reply=bool(element.get(f"{LOEXT}parent-name")),
        )

    def _edges(self, styles: _Element, kinds: tuple[str, ...]) -> None:
        """Write each different running head or foot once."""
        seen: set[str] = set()
        for page in styles.iter(f"{STYLE}master-page"):
            for edge in (page.find(f"{STYLE}{kind}") for kind in kinds):
                if edge is None or edge.get(f"{STYLE}display") == "false":
                    continue
                for line in self._aside(edge).split("\n"):
                    if line.strip() and line not in seen:
                        seen.add(line)
                        self.flow.aside(line, "furniture", self._index)
        self.flow.draft.blank()

    def _aside(self, parent: _Element) -> str:
        """Return the words of paragraphs that stand outside the text: in a note, a head or a comment."""
        words = Words()
        for paragraph in parent.iter(f"{TEXT}p", f"{TEXT}h"):
            self._runs.read(paragraph, Style(), words)
            if not self._runs.inserting:
                words.add("\n")
        return settled(words.text).text

    def _write(self, parent: _Element) -> None:
        self._blocks.enter()
        for block in self._blocks.content(parent):
            if block.kind in {"p", "h"}:
                self._print(self._read(block))
            elif block.kind == "table":
                self._print(self._rest())
                self._table(block.element)
            elif block.kind == "text-box":
                self._write(block.element)
            else:
                self._runs.turn(block.element)
        self._print(self._rest())
        self._blocks.leave()

    def _print(self, paragraph: Paragraph | None) -> None:
        if paragraph is None:
            return
        self.flow.paragraph(paragraph)
        self._notes_of(paragraph.words)
        if paragraph.text:
            self.flow.draft.blank()
        for box in paragraph.words.boxes:
            self._write(box)

    def _read(self, block: Block) -> Paragraph | None:
        """Return a paragraph, None when its end was inserted: then it goes on in the next one."""
        words, first = self._carried or (Words(), block)
        self._carried = None
        self._runs.read(block.element, self._style(block), words)
        if self._runs.inserting:
            self._carried = (words, first)
            return None
        return self._made(words, block)

    def _rest(self) -> Paragraph | None:
        """Return the paragraph that has no next one to go on in."""
        carried, self._carried = self._carried, None
        return self._made(*carried) if carried is not None and carried[0].text.strip() else None

    def _made(self, words: Words, block: Block) -> Paragraph:
        self._index += 1
        style = self._style(block)
        front = self._label(block, style, alone=not words.text.strip())
        return set_paragraph(words, front, self._level(block, style), self._index)

    def _style(self, block: Block) -> Style:
        return self._styles.get("paragraph", block.element.get(f"{TEXT}style-name", ""))

    def _level(self, block: Block, style: Style) -> int:
        own = block.element.get(f"{TEXT}outline-level", "")
        declared = int(own) if own.isdecimal() and len(own) == 1 else 1
        return declared if block.kind == "h" else style.level

    def _label(self, block: Block, style: Style, *, alone: bool) -> str:
        """Return the number that is computed: of the item of a list, else of a numbered heading."""
        element = block.element
        if block.count is not None:
            return self._lists.item(
                block.count, block.depth, start=block.start, style=block.style, alone=alone
            )
        unnumbered = element.get(f"{TEXT}is-list-header") == "true" or style.list_style == ""
        if block.kind != "h" or block.depth or unnumbered:
            return ""
        anew = element.get(
            f"{TEXT}start-value", "1" if element.get(f"{TEXT}restart-numbering") == "true" else None
        )
        return self._lists.heading(self._level(block, style), start=anew, alone=alone)

    def _notes_of(self, words: Words) -> None:
        """Write the notes that a paragraph cites, right behind it."""
        for identifier, _, number in words.notes:
            body = self._runs.met.notes[identifier].find(f"{TEXT}note-body")
            if body is not None:
                self.flow.draft.blank()
                text = f"{number} {' '.join(self._aside(body).split())}"
                self.flow.aside(text, "footnote", self._index)

    def _table(self, table: _Element) -> None:
        rows = list(self._blocks.rows(table))
        if max(map(len, rows), default=0) < TABLE_WIDTH:
            for cell in (cell for row in rows for cell in row if cell is not None):
                self._write(cell)
            return
        self._blocks.enter()
        read = [[self._cell(cell) for cell in row] for row in rows]
        self._blocks.leave()
        self.flow.table(read, self._notes_of)

    def _cell(self, cell: _Element | None) -> list[Paragraph]:
        """Return the paragraphs of a cell, with those of tables and boxes inside it."""
        if cell is None:
            return []
        self._blocks.enter()
        found: list[Paragraph] = []
        for block in self._blocks.content(cell):
            if block.kind in {"p", "h"}:
                found += self._kept(self._read(block))
            elif block.kind == "table":
                found += self._kept(self._rest())
                found += [
                    each for row in self._blocks.rows(block.element) for c in row for each in self._cell(c)
                ]
            elif block.kind == "text-box":
                found += self._cell(block.element)
            else:
                self._runs.turn(block.element)
        found += self._kept(self._rest())
        self._blocks.leave()
        return found

    def _kept(self, paragraph: Paragraph | None) -> list[Paragraph]:
        if paragraph is None:
            return []
        boxed = [each for box in paragraph.words.boxes for each in self._cell(box)]
        return [*([paragraph] if paragraph.text else []), *boxed]
