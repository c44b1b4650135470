"""A small typesetter on reportlab: running heads, footnotes, ruled tables, signature columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.documents import SUPERSCRIPTS, Block

_FONTS = Path(reportlab.__file__).parent / "fonts"
_PIECE = re.compile(rf"[{SUPERSCRIPTS}]+|[^{SUPERSCRIPTS}]+")
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "1230456789")
_VOWELS = "aeiouyéëïö"
_SYSTEM = Path("/usr/share/fonts/truetype")


@dataclass(frozen=True)
class Options:
    """What an office chooses: the font, the head and foot, how words break."""

    font: str = "Vera"  # or Helvetica, Times-Roman, Courier, or a font of the system by its file's name
    size: float = 10.5
    leading: float = 1.3
    gap: float = 0.6  # white above a paragraph, in lines
    margin: float = 70.0
    head: str = ""
    foot: str = "Pagina {page} van {pages}"
    bold_headings: bool = True
    ruled: bool = True
    repeat_head: bool = False  # the first row of a table comes back on each page
    columns: bool = True  # signatures side by side; else below each other
    hyphenate: bool = False
    justify: bool = False
    centre_titles: bool = True
    password: str = ""
    rotate: int = 0
    title: str = ""
    tracking: float = 0.0  # white between letters, as a share of their size


@dataclass
class _Run:
    text: str
    bold: bool
    size: float
    rise: float = 0.0


@dataclass
class _Set:
    """A line ready to print: its runs, its place from the left, its height, the notes it cites."""

    runs: list[_Run]
    indent: float
    height: float
    notes: list[str] = field(default_factory=list)
    stretch: float = 0.0


@dataclass
class _Item:
    """Something as high as its lines; `draw` prints it with its top at the given height."""

    height: float
    draw: Callable[[Canvas, float], None]
    gap: float = 0.0
    notes: list[str] = field(default_factory=list)
    keep: bool = False
    header: _Item | None = None  # what comes back above it when it stands first on a page


def typeset(blocks: list[Block], path: Path, options: Options) -> Path:
    """Set the blocks on pages and write the file; the same bytes for the same input."""
    press = _Press(blocks, options)
    pages = press.pages()
    lock = StandardEncryption(options.password, canPrint=1) if options.password else None
    canvas = Canvas(str(path), pagesize=A4, invariant=1, encrypt=lock)
    canvas.setTitle(options.title)
    for number, page in enumerate(pages, start=1):
        if options.rotate:
            canvas.setPageRotation(options.rotate)
        press.print_page(canvas, page, number, len(pages))
        canvas.showPage()
    canvas.save()
    return path


def _register(font: str) -> tuple[str, str]:
    if font == "Vera":
        for name, file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf")):
            pdfmetrics.registerFont(TTFont(name, str(_FONTS / file)))
        return "Vera", "Vera-Bold"
    if font.startswith(("Liberation", "DejaVu")):
        return _register_system(font)
    return font, {"Times-Roman": "Times-Bold"}.get(font, f"{font}-Bold")


def _register_system(font: str) -> tuple[str, str]:
    """Take a font of the system in two weights; the one that comes along where the system lacks it."""
    family, _, style = font.partition("-")
    plain = style or {"Liberation": "Regular", "DejaVu": ""}[font[: 10 if font[0] == "L" else 6]]
    files = [f"{family}-{name}".rstrip("-") for name in (plain, f"Bold{style}")]
    found = [next(_SYSTEM.rglob(f"{name}.ttf"), None) for name in files]
    if None in found:
        return _register("Vera")
    for name, file in zip(files, found, strict=True):
        pdfmetrics.registerFont(TTFont(name, str(file)))
    return files[0], files[1]


class _Press:
    """Breaks lines, fills pages."""

    def __init__(self, blocks: list[Block], options: Options) -> None:
        self.options = options
        self.plain, self.strong = _register(options.font)
        self.width = A4[0] - 2 * options.margin
        self.notes = {_number(b.text): b.text for b in blocks if b.kind == "footnote"}
        self.items = [item for block in blocks for item in self._items(block)]

    # -- breaking lines

    def _breadth(self, runs: list[_Run]) -> float:
        spaced = self.options.tracking
        width: float = sum(
            pdfmetrics.stringWidth(r.text, self._face(r), r.size) + spaced * r.size * len(r.text)
            for r in runs
        )
        return width

    def _face(self, run: _Run) -> str:
        return self.strong if run.bold else self.plain

    def _runs(self, text: str, *, bold: bool, size: float) -> list[_Run]:
        return [
            _Run(piece.translate(_TO_DIGITS), bold, size * 0.62, size * 0.35)
            if piece[0] in SUPERSCRIPTS
            else _Run(piece, bold, size)
            for piece in _PIECE.findall(text)
        ]

    def _broken(self, cell: str, width: float, size: float, indent: float) -> list[_Set]:
        """Return the lines of a cell, which may hold a list."""
        parts = cell.split("\n")
        return [s for part in parts for s in self._break(part, width, bold=False, size=size, indent=indent)]

    def _break(self, text: str, width: float, *, bold: bool, size: float, indent: float = 0.0) -> list[_Set]:
        lines: list[_Set] = []
        words = text.split()
        line = ""
        while words:
            word = words.pop(0)
            trial = f"{line} {word}" if line else word
            if self._breadth(self._runs(trial, bold=bold, size=size)) <= width:
                line = trial
                continue
            head, tail = self._cut(line, word, width, bold=bold, size=size)
            if head:
                line = f"{line} {head}" if line else head
                word = tail
            elif not line:
                line, word = self._squeezed(word, width, bold=bold, size=size)
            lines.append(self._line(line, bold=bold, size=size, indent=indent))
            line = ""
            if word:
                words.insert(0, word)
        if line:
            lines.append(self._line(line, bold=bold, size=size, indent=indent))
        if self.options.justify:
            for each in lines[:-1]:
                spaces = sum(run.text.count(" ") for run in each.runs)
                each.stretch = (width - self._breadth(each.runs)) / spaces if spaces else 0.0
        return lines

    def _line(self, text: str, *, bold: bool, size: float, indent: float) -> _Set:
        notes = ["".join(m).translate(_TO_DIGITS) for m in re.findall(rf"(?<=\S)([{SUPERSCRIPTS}]+)", text)]
        return _Set(self._runs(text, bold=bold, size=size), indent, size * self.options.leading, notes)

    def _cut(self, line: str, word: str, width: float, *, bold: bool, size: float) -> tuple[str, str]:
        """Break a word at its own hyphen, or in the middle when words may be hyphenated."""
        places = [(word[: i + 1], word[i + 1 :]) for i in range(len(word) - 1) if word[i] == "-"]
        if self.options.hyphenate and word.isalpha() and len(word) > 9:
            places += [
                (word[:i] + "-", word[i:])
                for i in range(4, len(word) - 3)
                if word[i] not in _VOWELS and word[i + 1] in _VOWELS and word[i - 1] in _VOWELS
            ]
        fitting = [
            (head, tail)
            for head, tail in places
            if tail
            and len(head) > 1
            and self._breadth(self._runs(f"{line} {head}".strip(), bold=bold, size=size)) <= width
        ]
        return max(fitting, key=lambda pair: len(pair[0]), default=("", ""))

    def _squeezed(self, word: str, width: float, *, bold: bool, size: float) -> tuple[str, str]:
        """Break a word that is wider than its cell wherever the cell is full, as Word does."""
        end = len(word)
        while end > 1 and self._breadth(self._runs(word[:end], bold=bold, size=size)) > width:
            end -= 1
        return word[:end], word[end:]

    # -- blocks to items

    def _items(self, block: Block) -> list[_Item]:
        if block.kind == "footnote":
            return []
        if block.kind == "page":
            return [_Item(10_000.0, lambda _c, _t: None)]
        if block.kind == "table" and self.options.ruled:
            return self._table(block)
        if block.kind == "signature" and self.options.columns:
            return self._columns(block)
        if block.kind in {"table", "signature"}:
            cells = [c for row in block.rows for c in row if c]
            return [i for c in cells for i in self._text(Block("paragraph", c, tight=True))]
        return self._text(block)

    def _text(self, block: Block) -> list[_Item]:
        o = self.options
        heading = block.kind in {"heading", "title"}
        size = o.size * (1.25 if block.kind == "title" else 1.0)
        indent = 18.0 if block.kind == "item" else 0.0
        bold = heading and o.bold_headings
        lines = self._break(block.text, self.width - indent, bold=bold, size=size, indent=indent)
        if block.kind == "title" and o.centre_titles:
            for line in lines:
                line.indent = (self.width - self._breadth(line.runs)) / 2
        gap = 0.0 if block.tight else o.gap * o.size * o.leading * (1.6 if heading else 1.0)
        return [
            _Item(
                line.height,
                lambda c, top, line=line: self._print(c, line, o.margin, top),  # type: ignore[misc]
                gap if index == 0 else 0.0,
                line.notes,
                keep=heading,
            )
            for index, line in enumerate(lines)
        ]

    def _columns(self, block: Block) -> list[_Item]:
        o = self.options
        wide = self.width / max(len(row) for row in block.rows)
        items = []
        for number, row in enumerate(block.rows):
            cells = [
                self._break(cell, wide - 30, bold=False, size=o.size, indent=i * wide)
                for i, cell in enumerate(row)
            ]
            height = max((len(c) for c in cells), default=1) * o.size * o.leading

            def draw(canvas: Canvas, top: float, cells: list[list[_Set]] = cells) -> None:
                for cell in cells:
                    for index, line in enumerate(cell):
                        self._print(canvas, line, o.margin, top - index * line.height)

            items.append(_Item(height, draw, o.gap * o.size * 2 if number == 0 else 0.0))
        return items

    def _table(self, block: Block) -> list[_Item]:
        o = self.options
        columns = max(len(row) for row in block.rows)
        shares = [0.34, 0.66] if columns == 2 else [1 / columns] * columns
        widths = [share * self.width for share in shares]
        items = []
        for number, row in enumerate(block.rows):
            cells = [self._broken(cell, widths[i] - 10, o.size * 0.95, 5.0) for i, cell in enumerate(row)]
            height = max((len(c) for c in cells), default=1) * o.size * 0.95 * o.leading + 8
            notes = [n for cell in cells for line in cell for n in line.notes]
            items.append(_Item(height, self._row(cells, widths, height), 6.0 if number == 0 else 0.0, notes))
            items[-1].header = items[0] if o.repeat_head and number else None
        return items

    def _row(
        self, cells: list[list[_Set]], widths: list[float], height: float
    ) -> Callable[[Canvas, float], None]:
        def draw(canvas: Canvas, top: float) -> None:
            left = self.options.margin
            for cell, width in zip(cells, widths, strict=False):
                canvas.setLineWidth(0.5)
                canvas.rect(left, top - height, width, height)
                for index, line in enumerate(cell):
                    self._print(canvas, line, left, top - 4 - index * line.height)
                left += width

        return draw

    # -- pages

    def pages(self) -> list[list[tuple[_Item, float]]]:
        """Return for each page its items with the height of their tops, notes counted in."""
        pages: list[list[tuple[_Item, float]]] = [[]]
        ceiling, floor = A4[1] - 75, 75.0
        top, notes_height = ceiling, 0.0
        for index, item in enumerate(self.items):
            extra = sum(self._note_height(number) for number in item.notes)
            gap = item.gap if pages[-1] else 0.0
            ahead = self.items[index + 1].height * 2 if item.keep and index + 1 < len(self.items) else 0.0
            full = top - gap - item.height - min(ahead, 60) < floor + notes_height + extra
            if item.height > 9_000 or (full and pages[-1]):
                pages.append([])
                top, notes_height, gap = ceiling, 0.0, 0.0
                if item.height > 9_000:
                    continue
                if item.header is not None:
                    pages[-1].append((item.header, top))
                    top -= item.header.height
            top -= gap
            pages[-1].append((item, top))
            top -= item.height
            notes_height += extra
        return [page for page in pages if page]

    def _note_lines(self, number: str) -> list[_Set]:
        text = self.notes.get(number, "")
        return self._break(text, self.width, bold=False, size=self.options.size * 0.8) if text else []

    def _note_height(self, number: str) -> float:
        lines = self._note_lines(number)
        return sum(line.height for line in lines) + (6.0 if lines else 0.0)

    def print_page(self, canvas: Canvas, page: list[tuple[_Item, float]], number: int, pages: int) -> None:
        """Print head, items, footnotes and foot."""
        o = self.options
        canvas.setFont(self.plain, 8.5)
        if o.head:
            canvas.drawString(o.margin, A4[1] - 45, o.head.format(page=number, pages=pages))
        for item, top in page:
            item.draw(canvas, top)
        self._print_notes(canvas, [n for item, _ in page for n in item.notes])
        if o.foot:
            canvas.setFont(self.plain, 8.5)
            canvas.drawCentredString(A4[0] / 2, 40, o.foot.format(page=number, pages=pages))

    def _print_notes(self, canvas: Canvas, numbers: list[str]) -> None:
        lines = [line for number in numbers for line in self._note_lines(number)]
        if not lines:
            return
        top = 68 + sum(line.height for line in lines)
        canvas.setLineWidth(0.5)
        canvas.line(self.options.margin, top + 3, self.options.margin + 140, top + 3)
        for line in lines:
            self._print(canvas, line, self.options.margin, top)
            top -= line.height

    def _print(self, canvas: Canvas, line: _Set, left: float, top: float) -> None:
        size = max(run.size for run in line.runs)
        pen = canvas.beginText(left + line.indent, top - size)
        pen.setWordSpace(line.stretch)
        for run in line.runs:
            pen.setFont(self._face(run), run.size)
            pen.setRise(run.rise)
            if self.options.tracking:
                pen.setCharSpace(self.options.tracking * run.size)
            pen.textOut(run.text)
        canvas.drawText(pen)


def _number(note: str) -> str:
    marks = _PIECE.match(note)
    return marks.group().translate(_TO_DIGITS) if marks else ""
