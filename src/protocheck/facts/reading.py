"""The text as the grammars of this package read it: same length, fewer shapes.

Grammars look at `flat` and `low`, in which every character stands where it stands in the repaired
text, so that a match is a span without further counting.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment
from protocheck.record import record
from protocheck.regex import lazy

_PLAIN = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2019": "'",
        "\u2018": "'",
        "\u00b4": "'",
        "`": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2014": "\u2013",
        "\u2026": "_",
    }
)
_BREAK = lazy(r"[ \t]*\n\s*")
# What opens a line that does not continue the one before it.
_NUMBERED = lazy(
    r"[-\u2013\u2022\u00b7\u25aa\u25cf\u25e6\uf0b7>*\u2610\u2611]|[eo] (?=\S)|\(?[a-zA-Z0-9]{1,2}[.)] "
    r"|\d{1,2}\u00b0 |\u00a7 ?\d{1,2}\b"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.? |(?:Artikel|ARTIKEL|Art\.) ?[\dIVX]|(?:Bijlage|BIJLAGE) \w{1,3}\b"
)
_LABELLED = lazy(
    r"(?:Gegeven|GEGEVEN)\w{0,12} ?\d|Verantwoording|Bewaartermijn"
    r"|(?:Waarom|Waarvoor|Reden|Noodzaak|Motivering|Bewaring|Hoelang)\b[^\n:]{0,30}:"
    r"|(?:Cluster|CLUSTER|Categorie|CATEGORIE|Groep|GROEP|Blok|Reeks) (?:\d{1,2}|[A-H]) ?[:\u2013-]"
    r"|[A-Z][\w/-]{2,30} {3,}(?=\S)"
    r"|[A-Z\u00b9\u00b2\u00b3\u2070-\u2079][\w/-]{0,30}:"
)
_ALONE = lazy(
    r"\W*(?:en|tussen|enerzijds|anderzijds|ten eerste|ten tweede|proportionaliteit)\W*", re.IGNORECASE
)
# The stop comes first, so that only stops cost something; the words before it that end on one are no end.
_STOP = lazy(
    r"[.?!](?<![ (][A-Za-z].)(?<!art.)(?<!Art.)(?<!nr.)(?<!bv.)(?<!resp.)(?<!dhr.)(?<!mevr.)(?<!incl.)"
    r"(?<!\bdr.)(?<!prof.)(?<!\bir.)(?<!\bmr.)(?<!\bmw.)(?<!\bing.)(?<!\bSt.)(?<!\bDr.)"
    r"[)\"]? +(?=[A-ZÀ-Þ\"(\u2013-])"
)
_HIDDEN = frozenset({"contents", "furniture"})
_LEAVES = frozenset({"paragraph", "recital", "item"})
# The lines of an address in a letter head: street, town, enterprise number in brackets.
_ADDRESS = lazy(
    r"(?:B ?- ?)?[1-9]\d{3} +[A-ZÀ-Þ]|\((?:KBO|kbo|[Oo]ndernemingsn)"
    r"|[A-ZÀ-Þ][^\n,.:;()]{2,40} \d{1,4}[a-zA-Z]?(?: bus \w{1,5})?\s{1,60}(?:B ?- ?)?[1-9]\d{3} +[A-ZÀ-Þ]"
)
_NAMES = lazy(r"\b(?:hierna|verder|genoemd): *$")  # '(hierna: het agentschap)' over two lines
_BOX = lazy(r"[\w.+-]{1,64}@\w|www\.\w")
_PRINTED = lazy(r"[^\n]")
_WORD_AHEAD = lazy(r"\S{1,60}")
_ROOM = 0.8  # of a column: a line that leaves more than this was ended on purpose
_EDGES = " \t\n\r,;:.*_\u2013-\u2022\u25e6\u25aa\u25cf\u00b7"


_REACH = 4_000  # characters: no sentence is so long, but a line without end may hold thousands of dates
_DOCUMENTS = 4  # a protocol and a few annexes: what is looked through at a time


@record
class _Cell:
    """A cell of several lines, and how many characters a line of its column holds."""

    span: Span
    width: int


@record
class Reading:
    """A document prepared for the grammars.

    Attributes:
        outline: its parts.
        text: the repaired text, untouched.
        flat: the same length: tables of contents, running heads and stamps blanked, line ends
            inside a paragraph blanked, typographic quotes and blanks made plain.
        low: `flat` in lower case, still the same length.
        shown: `text` without running heads and page numbers, still the same length.
        stamps: where the text of electronic signatures stands.
        parts: those that carry a heading of their own: articles, sections, annexes.
        every: the sentences of the whole, which many grammars go through.
    """

    outline: Outline
    text: str
    flat: str
    low: str
    shown: str
    stamps: tuple[Span, ...] = ()
    parts: tuple[Segment, ...] = ()
    every: tuple[Span, ...] = ()

    def printed(self, span: Span) -> str:
        """Return what stands in `span` for a person: blanks folded, no emphasis marks."""
        return folded(span.of(self.shown))

    def paragraph(self, offset: int) -> Span:
        """Return the paragraph, item or cell around a character, without its line end."""
        start = self.flat.rfind("\n", 0, offset) + 1
        end = self.flat.find("\n", offset)
        return Span(start, len(self.flat) if end < 0 else end)

    def sentence(self, offset: int) -> Span:
        """Return the sentence around a character, never beyond its paragraph."""
        around = self.paragraph(offset)
        start, end = max(around.start, offset - _REACH), min(around.end, offset + _REACH)
        for stop in _STOP.finditer(self.flat, start, end):
            if stop.end() > offset:
                end = stop.start() + 1
                break
            start = stop.end()
        return self.trim(Span(start, max(start, end)), " \t\n")

    def sentences(self, span: Span) -> Iterator[Span]:
        """Yield the sentences in `span`, in order."""
        if self.every and span == Span(0, len(self.flat)):
            yield from self.every
            return
        for line in self.lines(span):
            start = line.start
            for stop in _STOP.finditer(self.flat, line.start, line.end):
                yield self.trim(Span(start, stop.start() + 1), " \t\n")
                start = stop.end()
            if start < line.end:
                yield self.trim(Span(start, line.end), " \t\n")

    def before(self, offset: int, size: int) -> str:
        """Return at most `size` lower-case characters before a place, within its paragraph."""
        start = max(self.low.rfind("\n", 0, offset) + 1, offset - size)
        return self.low[start:offset]

    def after(self, offset: int, size: int) -> str:
        """Return at most `size` lower-case characters from a place, within its paragraph."""
        end = self.low.find("\n", offset)
        limit = offset + size
        return self.low[offset : limit if end < 0 else min(end, limit)]

    def lines(self, span: Span) -> Iterator[Span]:
        """Yield the paragraphs, items and rows in `span` that hold something, in order."""
        start = span.start
        while start < span.end:
            end = self.flat.find("\n", start, span.end)
            end = span.end if end < 0 else end
            line = self.trim(Span(start, end), " \t")
            if len(line):
                yield line
            start = end + 1

    def trim(self, span: Span, edges: str = _EDGES) -> Span:
        """Return `span` without blanks and loose punctuation at both ends."""
        start, end = span.start, span.end
        while start < end and self.flat[start] in edges:
            start += 1
        while end > start and self.flat[end - 1] in edges:
            end -= 1
        return Span(start, end)


def folded(text: str) -> str:
    """Return `text` on one line, blanks folded, without emphasis marks."""
    return " ".join(text.replace("*", " ").split())


class _Same:
    """An outline that equals only itself: comparing two by what they hold would cost more than reading."""

    __slots__ = ("outline",)

    def __init__(self, outline: Outline) -> None:
        self.outline = outline

    def __hash__(self) -> int:
        return id(self.outline)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.outline is self.outline


def prepare(outline: Outline) -> Reading:
    """Make a document ready for the grammars; once, though facts and checks all ask for it."""
    return _prepared(_Same(outline))


@functools.lru_cache(maxsize=_DOCUMENTS)
def _prepared(same: _Same) -> Reading:
    outline = same.outline
    text = outline.text.text
    every = tuple(outline.walk())
    stamps = tuple(s.span for s in every if s.kind == "stamp")
    hidden = [s.span for s in every if s.kind in _HIDDEN]
    leaves = [s.span for s in every if s.kind in _LEAVES and not _parts_below(s)]
    plain = text.translate(_PLAIN).replace("**", "  ")
    cells = _wide_cells(text, [s for s in every if s.kind == "table"])
    # A cell ends its line, and so does a heading, also where no white parts it from its text.
    ends = frozenset(s.span.end for s in every if s.kind == "cell")
    ends |= {s.heading_span.end for s in every if s.heading_span is not None}
    ends |= {len(text[: s.span.start].rstrip()) for s in every if s.kind == "signature"}
    flat = _joined(_blanked(plain, [*hidden, *stamps]), leaves, cells, ends)
    parts = tuple(s for s in every if s.heading_span is not None)
    made = Reading(outline, text, flat, lower(flat), _blanked(text, hidden), stamps, parts)
    return replace(made, every=tuple(made.sentences(Span(0, len(flat)))))


def _parts_below(leaf: Segment) -> bool:
    """Tell whether more stands in a paragraph than what interrupts it."""
    return any(child.kind not in _HIDDEN and child.kind != "footnote" for child in leaf.children)


def _wide_cells(text: str, tables: Iterable[Segment]) -> list[_Cell]:
    """Return the cells of several lines, each with how many characters a line of its column holds."""
    found: list[_Cell] = []
    for table in tables:
        rows = [row.children for row in table.children if row.kind == "row"]
        widths: dict[int, int] = {}
        for row in rows:
            for column, cell in enumerate(row):
                longest = max(map(len, cell.span.of(text).split("\n")))
                widths[column] = max(widths.get(column, 0), longest)
        found += [
            _Cell(cell.span, widths[column])
            for row in rows
            for column, cell in enumerate(row)
            if "\n" in cell.span.of(text)
        ]
    return sorted(found, key=lambda cell: cell.span)


def lower(text: str) -> str:
    """Return `text` in lower case, of the same length (some capitals become two characters)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _blanked(text: str, spans: list[Span]) -> str:
    """Replace what is never evidence by blanks; its line ends stay."""
    pieces: list[str] = []
    at = 0
    for span in sorted(spans):
        start = max(span.start, at)
        if span.end > start:
            pieces += [text[at:start], _PRINTED.sub(" ", text[start : span.end])]
            at = span.end
    return "".join([*pieces, text[at:]]) if pieces else text


def _joined(text: str, leaves: list[Span], cells: list[_Cell], ends: frozenset[int]) -> str:
    """Blank the line ends inside paragraphs; keep one newline where a paragraph or a cell ends."""
    starts = [leaf.start for leaf in leaves]
    in_cells = [cell.span.start for cell in cells]
    pieces: list[str] = []
    last = 0
    for match in _BREAK.finditer(text):
        gap = Span(*match.span())
        index = bisect.bisect_right(starts, gap.start) - 1
        within = index >= 0 and gap in leaves[index]
        pieces.append(text[last : gap.start])
        near = bisect.bisect_right(in_cells, gap.start) - 1
        if gap.start in ends:
            hard = True
        elif near >= 0 and gap in cells[near].span:
            hard = _ends_in_cell(text, max(last, cells[near].span.start), gap, cells[near])
        else:
            hard = _is_hard(text, last, gap, within=within)
        pieces.append("\n" + " " * (len(gap) - 1) if hard else " " * len(gap))
        last = gap.end
    pieces.append(text[last:])
    return "".join(pieces)


def _ends_in_cell(text: str, line: int, gap: Span, cell: _Cell) -> bool:
    """Tell whether a cell's line ends on purpose: there was room for the next word, or it is a list."""
    if _opens(text, gap.end):
        return True
    word = _WORD_AHEAD.match(text, gap.end, cell.span.end)
    short = gap.start - line + 1 + (len(word[0]) if word else 0) < _ROOM * cell.width
    before = text[gap.start - 1]
    return short and (before in ":;" or (before != "," and not text[gap.end].islower()))


def _opens(text: str, at: int) -> bool:
    return _NUMBERED.match(text, at) is not None or _LABELLED.match(text, at) is not None


def _stands_apart(text: str, line: int, gap: Span) -> bool:
    """Tell whether the line on either side is a row of a table, or a word that parts two parties."""
    following = text.find("\n", gap.end)
    following = following if following >= 0 else len(text)
    if "\t" in text[line : gap.start] or "\t" in text[gap.end : following]:
        return True
    return any(_ALONE.fullmatch(text, *each) for each in ((line, gap.start), (gap.end, following)))


def _is_hard(text: str, line: int, gap: Span, *, within: bool) -> bool:
    """Tell whether a paragraph ends in the gap between the line that starts at `line` and the next.

    Args:
        text: the characters, hidden parts blanked.
        line: where the line before the gap starts.
        gap: the line ends, with the blanks around them.
        within: whether the outline sees one paragraph here.
    """
    street = text[gap.start - 1] not in ".:;" and _ADDRESS.match(text, gap.end)
    # 'is dezelfde persoon:' above an address: the line was full.
    box = within and text[gap.start - 1] == ":" and _BOX.match(text, gap.end)
    if street or box:
        return False
    # Where the outline sees one paragraph, a number in the middle of a sentence opens nothing.
    amid = within and text[gap.start - 1] not in ".:;?!"
    numbered = not amid and _NUMBERED.match(text, gap.end) is not None
    if numbered or _LABELLED.match(text, gap.end) or _stands_apart(text, line, gap):
        return True
    before, after = text[gap.start - 1 : gap.start], text[gap.end : gap.end + 1]
    if before in (":", ";") and not _NAMES.search(text, max(line, gap.start - 12), gap.start):
        return True
    if "\n" not in gap.of(text).replace("\n", "", 1):
        return False
    if before == "," or (within and before not in ".?!"):
        return False
    return not (after.islower() and before not in ".:;")
