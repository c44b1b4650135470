"""The sentences of a document that can be evidence, each with its surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from protocheck.engine import boxes
from protocheck.match.words import Words
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment
from protocheck.record import record
from protocheck.regex import lazy

# Never evidence, whatever matches in them.
_SILENT = frozenset({"contents", "furniture", "stamp", "title", "signature"})
_HOMES = frozenset({"preamble", "recital", "article", "section", "annex", "signature", "title", "recitals"})
# What stands at the head of a column is short, and a table with a head has something under it.
_HEAD_WORDS = 7
_FEWEST_ROWS = 2
_ABBREVIATED = 5  # 'Nr.' ends in a full stop and is a head all the same
# At the head of a row, what a party is known by; a name or an address may be a datum as well.
_IDENTITY = lazy(r"\W{0,4}(?:(?:maatschappelijke )?zetel|kbo|ondernemingsn)", re.IGNORECASE)
_AGENT = lazy(r"\W{0,4}(?:(?:wettig\w* )?vertegenwoordig|(?:wie )?(?:onder)?tekent)", re.IGNORECASE)
_FEWEST_WORDS = (
    6  # behind the colon of a ticked line that says something itself: '[x] Inzameling: decreet van ...'
)
# Nothing but a blank to fill in, alone or after its label: 'Sancties: n.v.t.', '[in te vullen]', 'PM'.
_BLANK = lazy(
    r"(?:^|:)\s*(?:n\.?\s?v\.?\s?t\.?|NVT|PM|p\.m\.|\[[^\]]{0,300}\]|<[^>]{3,300}>|[.…_/-]{2,60}|[xX]{2,9})\s*\.?\s*$"
)


@record
class Sentence:
    """A sentence (or cell, item) with its place.

    Attributes:
        index: its number in the document.
        span: in the repaired text.
        words: indices of its words.
        home: the part whose ref it carries (article, recital, preamble, section, annex).
        headings: spans of the headings above it, the nearest last; those of a cell end with the first
            cell of its row and the head of its column.
        nearest: how many of them are equally near: two for a cell with both, else at most one.
        group: sentences with the same number form one paragraph, a list with its lead included.
        row: the same for a row of a table; -1 outside tables.
        lead: index of the sentence that introduces its list, or of the first cell of its row, else -1.
        kinds: of all parts that hold it.
        in_annex: whether it stands in an annex of the same file.
        silent: why it is never evidence ('aanvinklijst', 'vraag', a kind), else empty.
    """

    index: int
    span: Span
    words: range
    home: Segment
    headings: tuple[Span, ...]
    group: int
    row: int
    lead: int
    kinds: tuple[str, ...]
    in_annex: bool
    silent: str = ""
    nearest: int = 1


def sentences(outline: Outline, words: Words) -> tuple[Sentence, ...]:
    """List the sentences of the document, in order."""
    collector = _Collector(words)
    for segment in outline.segments:
        collector.walk(segment, *_above(segment, outline))
    return tuple(collector.found)


def _above(segment: Segment, outline: Outline) -> tuple[tuple[Segment, ...], Segment | None]:
    """Return the parts that an outermost part belongs under: a last footnote under that of its mark."""
    found = outline.find(segment.ref) if segment.kind == "footnote" else None
    if found is None or found is segment:
        return (), None
    path = outline.path_to(found.span.start)
    return path[: path.index(found) + 1], found


class _Collector:
    def __init__(self, words: Words) -> None:
        self.found: list[Sentence] = []
        self._words = words
        self._group = 0
        self._row = -1
        self._by_start: dict[int, Sentence] = {}
        # The first cell of a row introduces the others, as a lead does its items.
        self._first_of_row: dict[int, int] = {}
        # The heads of the columns of the table that is being read, and the column that is.
        self._heads: tuple[Segment, ...] = ()
        self._column = 0
        self._boxed: Segment | None = None  # where the sentence before stands behind a box
        self._plain: Sentence | None = None  # the last one that stands behind none

    def walk(self, segment: Segment, path: tuple[Segment, ...], home: Segment | None) -> None:
        """Add the sentences of a part and of all parts below it."""
        if segment.kind in _HOMES:
            home = segment
        path = (*path, segment)
        if segment.kind == "table":
            self._heads = heads(segment, self._words.text)
        if segment.kind == "row":
            self._row += 1
            self._group += 1
            self._visit(segment, path, home or segment, self._row)
            return
        self._visit(segment, path, home or segment, -1)

    def _visit(self, segment: Segment, path: tuple[Segment, ...], home: Segment, row: int) -> None:
        if segment.sentences:
            self._add(segment, path, home, row)
        for number, child in enumerate(segment.children):
            if row >= 0:
                self._column = number if segment.kind == "row" else self._column
                self._visit(child, (*path, child), home, row)
            else:
                self.walk(child, path, home)

    def _add(self, segment: Segment, path: tuple[Segment, ...], home: Segment, row: int) -> None:
        cut = [boxes.pieces(span, self._words.text) for span in segment.sentences]
        lead = self._lead(segment)
        if row >= 0 and lead < 0:
            lead = self._first_of_row.get(row, -1)
        if row < 0 and not (cut[0][0].mark and self._boxed is home):
            self._group += 1
        self._boxed = home if cut[-1][-1].mark else None
        group = self.found[lead].group if lead >= 0 and row < 0 else self._group
        kinds = tuple(part.kind for part in path)
        headings = tuple(part.heading_span for part in path if part.heading_span)
        own = self._own_headings(segment, row, lead) if row >= 0 else ()
        headings = (*headings, *own)
        nearest = max(len(own), 1)
        for piece, last in ((piece, piece is answers[-1]) for answers in cut for piece in answers):
            span = piece.span
            silent = _silent(span.of(self._words.text), kinds) or self._unanswered(
                piece, headings, lead, home
            )
            sentence = Sentence(
                index=len(self.found),
                span=span,
                words=self._words.range_in(span),
                home=home,
                headings=headings,
                group=group,
                row=row,
                lead=lead,
                kinds=kinds,
                in_annex="annex" in kinds,
                silent=silent,
                nearest=nearest,
            )
            asks = not (piece.mark or last)
            if silent == "vraag" or asks:
                # 'Hoelang? Vijf jaar.' A question heads what follows it in its paragraph, and what stands
                # in front of boxes heads its answers: 'Hoelang: ☐ één jaar ☒ vijf jaar'.
                headings = (*headings, span)
                nearest = len(own) + 1
            if asks:
                lead = sentence.index
            if not piece.mark:
                self._plain = sentence
            self.found.append(sentence)
            if row >= 0:
                self._first_of_row.setdefault(row, sentence.index)
            self._by_start[span.start] = sentence

    def _unanswered(self, piece: boxes.Piece, headings: Sequence[Span], lead: int, home: Segment) -> str:
        """Tell why what stands behind a box states nothing; empty when it does, or stands behind none."""
        text = self._words.text
        if not piece.mark:
            return ""
        asked = [*headings, *([self.found[lead].span] if lead >= 0 else [])]
        before = [self._plain.span] if asked and self._plain is not None and self._plain.home is home else []
        checked = boxes.is_checklist([span.of(text) for span in (*asked, *before)])
        told = len(piece.span.of(text).partition(": ")[2].split()) >= _FEWEST_WORDS
        return "aanvinklijst" if piece.mark == "open" or (checked and not told) else ""

    def _own_headings(self, cell: Segment, row: int, lead: int) -> tuple[Span, ...]:
        """Return what heads a cell in its table: the first cell of its row, the head of its column."""
        found = [self.found[lead].span] if lead >= 0 and self.found[lead].row == row else []
        if self._column < len(self._heads) and cell.span.start >= self._heads[-1].span.end:
            found.append(self._heads[self._column].span)
        return tuple(span for span in found if len(span))

    def _lead(self, segment: Segment) -> int:
        if segment.lead is None:
            return -1
        found = self._by_start.get(segment.lead.start)
        if found is None:
            found = next((s for s in reversed(self.found) if s.span.overlaps(segment.lead)), None)
        return found.index if found else -1


def heads(table: Segment, text: str) -> tuple[Segment, ...]:
    """Return the cells at the head of the columns; none when the first row is a row like the others."""
    rows = [row for row in table.children if row.kind == "row"]
    if len(rows) < _FEWEST_ROWS or _names_parties(rows, text):
        return ()
    cells = rows[0].children
    told = [" ".join(cell.span.of(text).split()) for cell in cells]
    short = all(
        len(t.split()) <= _HEAD_WORDS and (t[-1:] not in {".", ";"} or len(t) <= _ABBREVIATED) for t in told
    )
    gaps = [text[one.span.end : other.span.start] for one, other in pairwise(rows)]
    # The repair drops a line of '|---|---|' and leaves its blank line, which no other row has.
    ruled = "--" in gaps[0] or (gaps[0].count("\n") > 1 and all(g.count("\n") < 2 for g in gaps[1:]))  # noqa: PLR2004 - two ends of line leave a line blank
    plain = len(cells) > 2 or (len(rows) > _FEWEST_ROWS and not any(c.isdigit() for t in told for c in t))  # noqa: PLR2004 - a table of labels has two columns
    return cells if len(cells) > 1 and short and any(told) and (ruled or plain) else ()


def _names_parties(rows: Sequence[Segment], text: str) -> bool:
    """Tell a table that gives each party a column: 'Wie ontvangt' above says who, not what follows."""
    labels = [row.children[0].span.of(text) for row in rows[1:] if row.children]
    return any(map(_IDENTITY.match, labels)) and any(map(_AGENT.match, labels))


def _silent(text: str, kinds: tuple[str, ...]) -> str:
    """Tell why a sentence can never be evidence."""
    for kind in kinds:
        if kind in _SILENT:
            return kind
    if _BLANK.search(text):
        return "leeg"
    return "vraag" if text.rstrip().endswith("?") else ""


class Stretches:
    """The stretches of one scope, found again by the sentences in them."""

    def __init__(self, given: Iterable[Sentence], scope: str) -> None:
        """Cut the sentences into stretches: sentences, paragraphs, rows, articles, or the document."""
        bins: dict[object, list[Sentence]] = {}
        for sentence in given:
            if scope != "row" or sentence.row >= 0:
                bins.setdefault(_key(sentence, scope), []).append(sentence)
        self.every = tuple(map(tuple, bins.values()))
        self._of: dict[int, list[int]] = {}
        self._own: dict[int, int] = {}
        for number, stretch in enumerate(self.every):
            for sentence in stretch:
                self._own[sentence.index] = number
                self._of.setdefault(sentence.index, []).append(number)
                if sentence.lead >= 0:
                    self._of.setdefault(sentence.lead, []).append(number)

    def holding(self, indices: Iterable[int]) -> Iterator[tuple[Sentence, ...]]:
        """Yield the stretches with one of the sentences in them, or as the lead of one, in order."""
        numbers = {number for index in indices for number in self._of.get(index, ())}
        return (self.every[number] for number in sorted(numbers))

    def numbers(self, indices: Iterable[int]) -> set[int]:
        """Return the numbers in `every` of the stretches with one of the sentences in them."""
        return {self._own[index] for index in indices if index in self._own}


def _key(sentence: Sentence, scope: str) -> object:
    match scope:
        case "sentence":
            return sentence.index
        case "paragraph":
            return sentence.group
        case "row":
            return sentence.row
        case "article":
            return (sentence.home.ref, sentence.home.span.start)
        case _:
            return 0
