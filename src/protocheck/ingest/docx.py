"""Word files: paragraphs, tables, notes and computed numbers in the order in which they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.docx_blocks import Blocks
from protocheck.ingest.docx_comments import Comments
from protocheck.ingest.docx_notes import remarks
from protocheck.ingest.docx_package import Package
from protocheck.ingest.docx_paragraphs import ParagraphReader
from protocheck.ingest.docx_tracked import tracked
from protocheck.ingest.flow import TABLE_WIDTH, Flow, Paragraph, refuse_too_many
from protocheck.ingest.words import Words
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LINKS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


def read_docx(name: str, sha256: str, data: bytes, options: ReadOptions) -> SourceText:
    """Return the text of a Word file, in the view that `options` names.

    Raises:
        DocumentError: it is damaged, locked or unsafe.
    """
    package = Package(name, data)
    root = package.xml(package.main)
    if root is None:
        raise refusals.damaged(name, "Word")
    w = root.tag.rpartition("}")[0] + "}"
    refuse_too_many(name, root.iter(f"{w}p"))
    walker = _Walker(package, root, options)
    try:
        walker.document(root)
    except RecursionError:
        raise refusals.unsafe(name, "Word") from None
    flow, reader = walker.flow, walker.reader
    return SourceText(
        name=name,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        text=flow.draft.close(),
        lines=tuple(flow.draft.lines),
        tables=tuple(flow.draft.tables),
        markup=tuple(sorted(flow.markup)),
        method="docx",
        title=_title(package),
        notes=remarks(package, root, reader.runs, options.view),
        comments=Comments(package, walker.w).made(reader, flow.anchors),
        highlights=tuple(sorted(flow.highlights)),
        placeholders=tuple(sorted(flow.placeholders)),
    )


def paragraphs_of(package: Package, root: _Element, options: ReadOptions) -> dict[int, tuple[_Element, ...]]:
    """Return the elements behind each paragraph, by the number that places in this file go by.

    Args:
        package: the file.
        root: its main part, parsed; the elements are its own.
        options: the same as it was read with.

    Raises:
        DocumentError: it is damaged or unsafe.
    """
    walker = _Walker(package, root, options)
    walker.document(root)
    return walker.reader.elements


def _title(package: Package) -> str:
    core = package.xml("docProps/core.xml")
    found = core.find(_TITLE) if core is not None else None
    return " ".join((found.text or "").split()) if found is not None else ""


class _Walker:
    """Goes through the document once and writes what it meets."""

    def __init__(self, package: Package, root: _Element, options: ReadOptions) -> None:
        self.flow = Flow()
        self._package = package
        self.w = self._w = w = root.tag.rpartition("}")[0] + "}"
        view = tracked(options.view)
        self._blocks = Blocks(package.name, w, view)
        self.reader = ParagraphReader(package, w, view, _unfilled(root, w))
        self._bodies = {False: self._note_bodies("footnotes"), True: self._note_bodies("endnotes")}

    def document(self, root: _Element) -> None:
        """Write heads, body and feet."""
        body = root.find(f"{self._w}body")
        if body is None:
            raise refusals.damaged(self._package.name, "Word")
        self._edges(root, "header")
        self._write(body)
        self._edges(root, "footer")

    def _edges(self, root: _Element, kind: str) -> None:
        """Write each different running head or foot once."""
        seen: set[str] = set()
        references = root.iter(f"{self._w}{kind}Reference")
        links = (reference.get(link) for reference in references for link in _LINKS)
        for link in dict.fromkeys(filter(None, links)):
            part = self._package.by_id(link)
            paragraphs = self._blocks.everything(part) if part is not None else ()
            for paragraph in paragraphs:
                text, _ = self.reader.aside([paragraph])
                if text and text not in seen:
                    seen.add(text)
                    for line in text.split("\n"):
                        self.flow.aside(line, "furniture", self.reader.index)
        self.flow.draft.blank()

    def _write(self, parent: _Element) -> None:
        self._blocks.enter()
        for child in self._blocks.content(parent):
            if self._blocks.is_paragraph(child):
                self._paragraph(self.reader.read(child))
            else:
                self._paragraph(self.reader.rest())
                self._table(child)
        self._paragraph(self.reader.rest())
        self._blocks.leave()

    def _paragraph(self, paragraph: Paragraph | None) -> None:
        if paragraph is None:
            return
        self.flow.paragraph(paragraph)
        self._notes_of(paragraph.words)
        if paragraph.text:
            self.flow.draft.blank()
        for box in paragraph.words.boxes:
            self._write(box)

    def _note_bodies(self, kind: str) -> dict[str, _Element]:
        w = self._w
        parts = self._package.related(kind)
        notes = list(parts[0]) if parts else []
        return {note.get(f"{w}id", ""): note for note in notes if note.get(f"{w}type") in {None, "normal"}}

    def _notes_of(self, words: Words) -> None:
        """Write the notes that a paragraph cites, right behind it."""
        for identifier, end, number in words.notes:
            note = self._bodies[end].get(identifier)
            if note is None:
                continue
            text, inner = self.reader.aside(self._blocks.everything(note))
            self.flow.draft.blank()
            shown = f"{number} {' '.join(text.split())}".strip()
            span = self.flow.aside(shown, "footnote", self.reader.index)
            self.flow.anchors += [
                (anchor, span.start if anchor.end == "start" else span.end) for anchor in inner.anchors
            ]

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
        found: list[Paragraph] = []
        read = [self.reader.read(each) for each in self._blocks.paragraphs(cell)] if cell is not None else []
        for paragraph in (*read, self.reader.rest()):
            if paragraph is None:
                continue
            if paragraph.text:
                found.append(paragraph)
            for box in paragraph.words.boxes:
                found += self._cell(box)
        return found


def _unfilled(root: _Element, w: str) -> frozenset[_Element]:
    """Return the paragraphs inside a control that still shows its prompt."""
    prompts = root.iter(f"{w}showingPlcHdr")
    controls = dict.fromkeys(next(prompt.iterancestors(f"{w}sdt"), None) for prompt in prompts)
    return frozenset(each for control in controls if control is not None for each in control.iter(f"{w}p"))
