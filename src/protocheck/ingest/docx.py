"""Word files: paragraphs, tables, notes and computed numbers in the order in which they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.docx_numbering import Numbering
from protocheck.ingest.docx_package import Package
from protocheck.ingest.docx_runs import RunReader, Words
from protocheck.ingest.docx_styles import Style, Styles, number_of
from protocheck.ingest.draft import Draft, Printed
from protocheck.ingest.limits import LIMITS
from protocheck.model.geometry import Span
from protocheck.model.text import LineRole, SourceText, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_BLANKS = re.compile(r"[ \xa0]*\t[ \t\xa0]*")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LONGEST_HEADING = 300  # more is text that was given a heading's style
_WRAPS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice"}
)


def read_docx(name: str, sha256: str, data: bytes) -> SourceText:
    """Return the text of a Word file; tracked insertions count, deletions do not.

    Raises:
        DocumentError: it is damaged, locked or unsafe.
    """
    package = Package(name, data)
    root = package.xml(package.main)
    if root is None:
        raise refusals.damaged(name, "Word")
    try:
        walker = _Walker(package, root)
        walker.document(root)
    except RecursionError:
        raise refusals.unsafe(name, "Word") from None
    draft = walker.draft
    return SourceText(
        name=name,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        text=draft.close(),
        lines=tuple(draft.lines),
        tables=tuple(draft.tables),
        markup=tuple(sorted(walker.markup)),
        method="docx",
        title=_title(package),
        notes=walker.notes(),
    )


def _title(package: Package) -> str:
    core = package.xml("docProps/core.xml")
    found = core.find(_TITLE) if core is not None else None
    return " ".join((found.text or "").split()) if found is not None else ""


@dataclass(slots=True)
class _Paragraph:
    """A paragraph ready to print: its lines, and what hangs on it."""

    words: Words
    text: str
    role: LineRole
    level: int
    bold: bool
    index: int
    shift: int = 0  # how far the marks of notes moved: by a label, or by text joined before it
    boxes: list[_Element] = field(default_factory=list)

    def printed(self, cell: str = "") -> list[Printed]:
        """Return its lines; a line break inside the paragraph makes two."""
        return [
            Printed(line, None, self.index, role=self.role, level=self.level, bold=self.bold, cell=cell)
            for line in self.text.split("\n")
        ]


class _Walker:
    """Goes through the document once and writes what it meets."""

    def __init__(self, package: Package, root: _Element) -> None:
        self.draft = Draft()
        self.markup: list[Span] = []
        self._package = package
        self._name = package.name
        self._w = w = root.tag.rpartition("}")[0] + "}"
        styles = package.related("styles")
        self._styles = Styles(styles[0] if styles else None, w)
        numbering = package.related("numbering")
        self._numbering = Numbering(numbering[0] if numbering else None, self._styles, w)
        self._runs = RunReader(self._styles, w)
        self._notes = {False: self._note_bodies("footnotes"), True: self._note_bodies("endnotes")}
        self._index = 0
        self._depth = 0
        self._tables = 0
        self._changed = False
        self._carried = ""

    def notes(self) -> tuple[str, ...]:
        """Return what a user should know of the reading."""
        found = []
        if self._changed:
            found.append(
                "Het document bevat bijgehouden wijzigingen: invoegingen zijn meegelezen, schrappingen niet."
            )
        if self._package.related("comments"):
            found.append("Het document bevat opmerkingen in de marge; die zijn niet meegelezen.")
        return tuple(found)

    def document(self, root: _Element) -> None:
        """Write heads, body and feet."""
        body = root.find(f"{self._w}body")
        if body is None:
            raise refusals.damaged(self._name, "Word")
        self._edges(root, "header")
        self._blocks(body)
        self._edges(root, "footer")

    def _edges(self, root: _Element, kind: str) -> None:
        """Write each different running head or foot once."""
        link = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
        strict = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
        seen: set[str] = set()
        for reference in root.iter(f"{self._w}{kind}Reference"):
            part = self._package.by_id(reference.get(link) or reference.get(strict) or "")
            for paragraph in part.iter(f"{self._w}p") if part is not None else ():
                text = _clean(self._runs.read(paragraph, Style()).text).strip()
                if text and text not in seen:
                    seen.add(text)
                    for line in text.split("\n"):
                        self.draft.line(Printed(line, None, self._index, role="furniture"))
        self.draft.blank()

    def _blocks(self, parent: _Element) -> None:
        self._enter()
        for child in self._content(parent):
            if child.tag == f"{self._w}p":
                self._block(child)
            else:
                self._table(child)
        self._depth -= 1

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > LIMITS.nesting:
            raise refusals.unsafe(self._name, "Word")

    def _content(self, parent: _Element) -> Iterator[_Element]:
        """Yield paragraphs and tables, through the controls and changes that wrap them."""
        for child in parent:
            name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            if child.tag in {f"{self._w}p", f"{self._w}tbl"}:
                yield child
            elif name in _WRAPS:
                self._changed = self._changed or name in {"ins", "moveTo"}
                yield from self._content(child)

    def _block(self, element: _Element) -> None:
        paragraph = self._paragraph(element)
        if paragraph is None:
            return
        if paragraph.text.strip():
            starts = [self.draft.line(line).start for line in paragraph.printed()]
            self._mark(paragraph, starts[0])
            self._write_notes(paragraph.words)
        self.draft.blank()
        for box in paragraph.boxes:
            self._blocks(box)

    def _paragraph(self, element: _Element) -> _Paragraph | None:
        """Return a paragraph, None when its mark is deleted: then it goes on in the next one."""
        w = self._w
        properties = element.find(f"{w}pPr")
        named = properties.find(f"{w}pStyle") if properties is not None else None
        style = self._styles.get(named.get(f"{w}val", "") if named is not None else self._styles.default)
        words = self._runs.read(element, style)
        self._changed = self._changed or words.changed
        carried, self._carried = self._carried, ""
        if properties is not None and properties.find(f"{w}rPr/{w}del") is not None:
            self._carried, self._changed = carried + words.text, True
            return None
        label = self._label(properties, style) if words.text.strip() or carried else ""
        raw = label + carried + words.text
        text = _clean(raw).strip()
        self._index += 1
        level = self._level(properties, style)
        heading = bool(level) and len(text) <= _LONGEST_HEADING
        shift = len(label) + len(carried) - (len(raw) - len(raw.lstrip()))
        return _Paragraph(
            words=words,
            text=text,
            role="heading" if heading else "body",
            level=level if heading else 0,
            bold=bool(words.letters) and words.bold == words.letters,
            index=self._index,
            shift=shift if len(_clean(raw)) == len(raw) else -1,
            boxes=words.boxes,
        )

    def _level(self, properties: _Element | None, style: Style) -> int:
        own = properties.find(f"{self._w}outlineLvl") if properties is not None else None
        value = own.get(f"{self._w}val", "") if own is not None else ""
        if value.isdecimal():
            return int(value) + 1 if int(value) < 9 else 0  # noqa: PLR2004 - nine stands for body text
        return style.level

    def _label(self, properties: _Element | None, style: Style) -> str:
        """Return the number that Word computes for the paragraph: its own list, else its style's."""
        own = properties.find(f"{self._w}numPr") if properties is not None else None
        num_id, level = number_of(own, self._w)
        if not num_id:
            num_id = style.num_id
            level = self._numbering.level_of_style(num_id, style.id) if level is None else level
            level = style.num_level if level is None else level
        return self._numbering.label(num_id, level or 0) if num_id else ""

    def _mark(self, paragraph: _Paragraph, start: int) -> None:
        """Record the numbers of notes as notation."""
        if paragraph.shift < 0:
            return
        for begin, end in paragraph.words.marks:
            self.markup.append(Span(start + paragraph.shift + begin, start + paragraph.shift + end))

    # -- notes

    def _note_bodies(self, kind: str) -> dict[str, _Element]:
        w = self._w
        parts = self._package.related(kind)
        notes = list(parts[0]) if parts else []
        return {note.get(f"{w}id", ""): note for note in notes if note.get(f"{w}type") in {None, "normal"}}

    def _write_notes(self, words: Words) -> None:
        """Write the notes that a paragraph cites, right behind it."""
        for identifier, end, number in words.notes:
            note = self._notes[end].get(identifier)
            if note is None:
                continue
            paragraphs = [self._runs.read(p, Style()).text for p in note.iter(f"{self._w}p")]
            text = " ".join(_clean(" ".join(paragraphs)).split())
            self.draft.blank()
            self.draft.line(Printed(f"{number} {text}", None, self._index, role="footnote"))

    # -- tables

    def _table(self, table: _Element) -> None:
        rows = [self._cells(row) for row in self._rows(table)]
        width = max((len(row) for row in rows), default=0)
        if width < 2:  # noqa: PLR2004 - one column is a frame around text
            for row in rows:
                for cell in row:
                    self._blocks(cell) if cell is not None else None
            return
        self._enter()
        self._tables += 1
        number = self._tables
        cited: list[Words] = []
        spans: list[tuple[Span, ...]] = []
        self.draft.blank()
        for r, row in enumerate(rows, start=1):
            cells = [
                self._cell(cell, f"tabel {number}, rij {r}, kolom {c}", cited)
                for c, cell in enumerate(row, start=1)
            ]
            if any(cells):
                spans.append(self._row(cells))
        if spans:
            self.draft.tables.append(Table(Span(spans[0][0].start, spans[-1][-1].end), tuple(spans)))
        self._depth -= 1
        for words in cited:
            self._write_notes(words)
        self.draft.blank()

    def _row(self, cells: list[list[tuple[_Paragraph, list[Printed]]]]) -> tuple[Span, ...]:
        spans = self.draft.row([[line for _, lines in cell for line in lines] for cell in cells])
        for span, cell in zip(spans, cells, strict=True):
            start = span.start
            for paragraph, lines in cell:
                self._mark(paragraph, start)
                start += sum(len(line.text) + 1 for line in lines)
        return spans

    def _cell(
        self, cell: _Element | None, address: str, cited: list[Words]
    ) -> list[tuple[_Paragraph, list[Printed]]]:
        """Return the paragraphs of a cell; those of a table inside it follow line by line."""
        found: list[tuple[_Paragraph, list[Printed]]] = []
        for element in self._flat(cell) if cell is not None else ():
            paragraph = self._paragraph(element)
            if paragraph is None or not paragraph.text:
                continue
            found.append((paragraph, paragraph.printed(address)))
            cited.append(paragraph.words)
            for box in paragraph.boxes:
                inner = [self._paragraph(p) for p in self._flat(box)]
                found += [(each, each.printed(address)) for each in inner if each is not None and each.text]
        return found

    def _flat(self, parent: _Element) -> Iterator[_Element]:
        self._enter()
        for child in self._content(parent):
            if child.tag == f"{self._w}p":
                yield child
            else:
                for row in self._rows(child):
                    for cell in self._cells(row):
                        yield from self._flat(cell) if cell is not None else ()
        self._depth -= 1

    def _rows(self, table: _Element) -> Iterator[_Element]:
        """Yield the rows of a table that are not deleted."""
        for row in self._wrapped(table, "tr"):
            if row.find(f"{self._w}trPr/{self._w}del") is None:
                yield row
            else:
                self._changed = True

    def _cells(self, row: _Element) -> list[_Element | None]:
        """Return the cells of a row; None where a cell spans on from the left or from above."""
        w = self._w
        cells: list[_Element | None] = []
        for cell in self._wrapped(row, "tc"):
            merged = cell.find(f"{w}tcPr/{w}vMerge")
            goes_on = merged is not None and merged.get(f"{w}val", "continue") == "continue"
            cells.append(None if goes_on else cell)
            span = cell.find(f"{w}tcPr/{w}gridSpan")
            wide = span.get(f"{w}val", "1") if span is not None else "1"
            cells += [None] * (min(int(wide), 64) - 1 if wide.isdecimal() else 0)
        return cells

    def _wrapped(self, parent: _Element, name: str) -> Iterator[_Element]:
        for child in parent:
            if child.tag == f"{self._w}{name}":
                yield child
            elif isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _WRAPS:
                yield from self._wrapped(child, name)


def _clean(text: str) -> str:
    """Return the text with runs of tabs as one and without blanks around line breaks."""
    if "\t" in text:
        text = _BLANKS.sub("\t", text)
    return "\n".join(line.strip(" ") for line in text.split("\n")) if "\n" in text else text
