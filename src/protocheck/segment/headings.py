"""Which lines are headings of articles, chapters and sections, and how deep each stands.

A paper numbers its articles in one way, and that way is found before any line is judged: the word
'Artikel', figures, Roman numerals, letters, '§', or no number at all. Lines that merely begin like
a heading ('Artikel 10/1 van het decreet voorziet ...') do not fit the sequence or the shape.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.segment import landmarks, sections
from protocheck.segment.chains import Candidate, are_clauses, chain
from protocheck.segment.lines import dangles, has_room, opens_a_line
from protocheck.segment.marks import Family, Mark, bullet, is_label, marks
from protocheck.segment.numbering import Numbering
from protocheck.segment.rows import Row, Sheet
from protocheck.segment.titles import end_below, end_on_line, in_brackets, run_in

_ARTICLE_DEPTH: Final = 10
_INNER_DEPTH: Final = 15
_RANKS: Final = {"deel": 1, "boek": 1, "titel": 2, "hoofdstuk": 3, "afdeling": 4, "onderafdeling": 5}
_CHAPTER_DEPTH: Final = 3
_FEWEST_SECTIONS: Final = 3
_FARTHEST_STEP: Final = 2
_HEADINGS_BELOW: Final = 2  # headings below a list in a paper of headings without a number
_FULL: Final = 0.85  # of a line: what it must hold to be broken for want of room


@record
class Heading:
    """A heading and where its own text begins.

    Attributes:
        first: index of its first row.
        last: index after its last row.
        kind: article, chapter or section.
        depth: how deep it stands; smaller is further out.
        word: 'artikel', 'hoofdstuk' and the like, empty when there is none.
        number: as printed.
        key: in figures, for the reference.
        title: as printed on one line; empty when there is none.
        span: number and title.
        body: what follows on the same row, when the text starts there.
    """

    first: int
    last: int
    kind: str
    depth: int
    word: str
    number: str
    key: str
    title: str
    span: Span
    body: Row | None = None

    @property
    def subject(self) -> str:
        """Return the title without the word and number that a box of a form keeps in it."""
        boxed = is_label(self.word) and self.title.lower().startswith(self.word.lower())
        return (
            self.title[len(self.word) :].strip().removeprefix(self.number).strip(" .:–-")
            if boxed
            else self.title
        )

    @classmethod
    def of_section(cls, sheet: Sheet, at: int, end: int) -> Heading:
        """Return the rows from `at` up to `end` as a heading without a number."""
        span = Span(sheet.rows[at].span.start, sheet.rows[end - 1].span.end)
        title = " ".join(span.of(sheet.view).split()).strip(" :")
        return cls(at, end, "section", _ARTICLE_DEPTH + sheet.rows[at].level, "", "", "", title, span)

    @classmethod
    def of_label(cls, sheet: Sheet, at: int, title: str) -> Heading:
        """Return the title with which the paragraph at row `at` begins as a heading; it stays in the text."""
        row = sheet.rows[at]
        span = Span(row.span.start, row.span.start + len(title))
        return cls(at, at + 1, "section", _ARTICLE_DEPTH, "", "", "", title, span, row)


def find_headings(sheet: Sheet, first: int, last: int) -> list[Heading]:
    """Return the headings among the rows from `first` up to `last`, in order."""
    numbering = Numbering(sheet, first, last)
    chosen = numbering.chosen()
    if chosen and _is_list(numbering, chosen, sections.shown(sheet, first, last)):
        chosen = []
    if not chosen:
        bare = sections.unnumbered(sheet, first, last)
        few = numbering.nearly_all() or numbering.decimals() if len(bare) < _FEWEST_SECTIONS else []
        if few:
            return _resolved(numbering, few, "article")
        labelled = sections.labelled(sheet, first, last) if len(bare) < _FEWEST_SECTIONS else []
        if labelled:
            return [Heading.of_label(sheet, at, title) for at, title in labelled]
        return [Heading.of_section(sheet, at, end) for at, end in bare] or _lone(numbering)
    articles = [_by_its_word(sheet, h) for h in _resolved(numbering, chosen, "article")]
    found = [*articles, *_chapters(numbering, articles)]
    found += _decimals(numbering, articles)
    found += _declared(sheet, articles, found, last)
    return sorted(found, key=lambda heading: heading.first)


def _is_list(numbering: Numbering, chosen: Sequence[Candidate], shown: Sequence[tuple[int, int]]) -> bool:
    """Tell whether numbers are those of a list below one of many headings that the print shows."""
    sheet = numbering.sheet
    if len(shown) < _FEWEST_SECTIONS or any(c.mark.word for c in chosen):
        return False
    if are_clauses(chosen):
        return not _holds_all(sheet, chosen, shown) and not numbering.runs_through(
            chosen, [end - 1 for _, end in shown]
        )
    plain = not any(sheet.rows[c.at].bold or sheet.rows[c.at].role == "heading" for c in chosen)
    starts = [first for first, _ in shown]
    holding = {bisect.bisect_right(starts, c.at) for c in chosen}
    if max(holding) > len(shown) - _HEADINGS_BELOW:
        return False  # headings above numbered articles are those of the parties and the recitals
    return plain and len(shown) > len(chosen) and len(holding) * 2 <= len(shown)


def _holds_all(sheet: Sheet, chosen: Sequence[Candidate], shown: Sequence[tuple[int, int]]) -> bool:
    """Tell whether all articles stand below one heading, with only title, parties and reasons above it."""
    above = [sheet.rows[first].text for first, _ in shown[:-1]]
    own = [text for text in above if not (landmarks.opens_recitals(text) or landmarks.heads_parties(text))]
    counted = len(chosen) >= _FEWEST_SECTIONS and chosen[0].mark.value == 1
    return counted and chosen[0].at >= shown[-1][1] and len(own) <= 1


def _lone(numbering: Numbering) -> list[Heading]:
    """Return the one heading of a short text that it opens: a question, or a title with a number."""
    sheet = numbering.sheet
    body = [at for at in range(numbering.first, numbering.last) if not sheet.rows[at].aside][:2]
    if len(body) < 2 or sheet.rows[body[0]].table >= 0:  # noqa: PLR2004 - a heading and something below it
        return []
    if sections.asks(sheet, body[0]):
        return [Heading.of_section(sheet, body[0], body[0] + 1)]
    return _resolved(numbering, numbering.opening(body[0]), "article")


def _resolved(
    numbering: Numbering, chosen: Sequence[Candidate], kind: str, others: Collection[int] = ()
) -> list[Heading]:
    """Give each candidate its title, on its own line or below it; `others` are rows of other headings."""
    stops = {*others, *(candidate.at for candidate in chosen)}
    alone = [c for c in chosen if not numbering.rows[c.at].text[c.mark.rest :]]
    ends = {c.at: end_below(numbering.sheet, c.at + 1, numbering.last, stops) for c in alone}
    titled = sum(end > at + 1 for at, end in ends.items())
    # A lone line below a number is its title only where that is how the paper prints most of them.
    if titled * 2 < len(alone):
        ends = {}
    found = [_heading(numbering, c, kind, stops, ends.get(c.at, c.at + 1)) for c in chosen]
    clauses = sum(h.body is not None for h in found)
    if clauses * 2 <= len(found):
        return found
    # Where most numbers open a sentence, a full line that text follows at once opens one too.
    return [
        _clause(numbering, c, h) if h.last == h.first + 1 and _is_text(numbering, c) else h
        for c, h in zip(chosen, found, strict=True)
    ]


def _is_text(numbering: Numbering, c: Candidate) -> bool:
    return _runs_on(numbering, c) or _leads_a_list(numbering, c)


def _leads_a_list(numbering: Numbering, c: Candidate) -> bool:
    """Tell whether a line with a colon stands right above a list: 'De lijst vermeldt:'."""
    row = numbering.rows[c.at]
    if not row.text.endswith(":") or row.role == "heading" or row.bold or c.at + 1 >= numbering.last:
        return False
    named = run_in(f"{row.text[c.mark.rest :]} -") != ""
    return not named and bullet(numbering.rows[c.at + 1].text) is not None


def _runs_on(numbering: Numbering, c: Candidate) -> bool:
    """Tell whether a line that nothing shows to be a heading is full, and text follows without white."""
    rows, row = numbering.rows, numbering.rows[c.at]
    if row.role == "heading" or row.bold or not row.text[c.mark.rest :] or c.at + 1 >= numbering.last:
        return False
    below = rows[c.at + 1]
    other = below.blanks or below.aside or below.table >= 0 or below.paragraph != row.paragraph
    return not other and not marks(below.text) and not has_room(numbering.sheet, row, below, _FULL)


def _clause(numbering: Numbering, c: Candidate, heading: Heading) -> Heading:
    """Return a heading without a title: what follows its number is text."""
    row = numbering.rows[c.at]
    printed = Span(row.span.start, row.span.start + len(row.text[: c.mark.rest].rstrip()))
    return _with_text(replace(heading, span=printed), row, c.mark.rest)


def _with_text(bare: Heading, row: Row, offset: int) -> Heading:
    """Return the heading of a line of text, with the title before its colon: 'Duur: twee jaar'."""
    title = run_in(row.text[offset:]) or in_brackets(row.text[offset:])
    end = row.span.start + offset + len(title) if title else bare.span.end
    # The title stays in the text as well: 'Derden: geen.' says nothing without it.
    return replace(bare, title=title, span=Span(bare.span.start, end), body=row.after(offset))


def _heading(numbering: Numbering, c: Candidate, kind: str, stops: Collection[int], below: int) -> Heading:
    sheet, row = numbering.sheet, numbering.rows[c.at]
    rest = row.text[c.mark.rest :].lstrip(" :–-")
    printed = Span(row.span.start, row.span.start + len(row.text[: c.mark.rest].rstrip()))
    depth = _CHAPTER_DEPTH if kind == "chapter" else _ARTICLE_DEPTH + c.mark.key.count(".")
    bare = Heading(c.at, c.at + 1, kind, depth, c.mark.word, c.mark.number, c.mark.key, "", printed)
    if not rest:
        below = max(below, c.at + 1)
        start = numbering.rows[c.at + 1].span.start if below > c.at + 1 else 0
        return _titled(sheet, bare, start, below) if below > c.at + 1 else bare
    offset = len(row.text) - len(rest)
    end = end_on_line(sheet, c.at, numbering.last, rest, stops)
    if end == c.at:
        return _with_text(bare, row, offset)
    return _titled(sheet, bare, row.span.start + offset, end)


def _titled(sheet: Sheet, bare: Heading, start: int, end: int) -> Heading:
    title = Span(start, sheet.rows[end - 1].span.end)
    words = " ".join(title.of(sheet.view).split()).strip(" :–-")
    return replace(bare, last=end, title=words, span=Span(bare.span.start, title.end))


def _by_its_word(sheet: Sheet, heading: Heading) -> Heading:
    """Return a box of a form or a point of an agenda as a section that is called as printed."""
    if not is_label(heading.word):
        return heading
    title = " ".join(heading.span.of(sheet.view).split()).strip(" :")
    return replace(heading, kind="section", title=title)


def _rows_of(headings: Sequence[Heading]) -> set[int]:
    return {at for heading in headings for at in range(heading.first, heading.last)}


def _chapters(numbering: Numbering, articles: Sequence[Heading]) -> list[Heading]:
    """Return chapters: by their word, or numerals or bare titles right above the first article of each."""
    taken = _rows_of(articles)
    chosen = [c for c in numbering.worded("chapter") if c.at not in taken]
    if not chosen:
        chosen = _above(numbering, articles, "roman")
        inner = chosen and _lettered_below(numbering, articles, chosen)
        if inner:
            return [*_resolved(numbering, chosen, "chapter"), *inner]
        chosen = chosen or _above(numbering, articles, "letter")
    if not chosen:
        return _bare_chapters(numbering, articles) or _over_clauses(numbering, articles)
    found = _resolved(numbering, chosen, "chapter")
    return [replace(h, depth=_RANKS.get(h.word, _CHAPTER_DEPTH)) for h in found]


def _above(numbering: Numbering, articles: Sequence[Heading], family: Family) -> list[Candidate]:
    """Return the lines with a numeral or letter right above articles, when there are more than one."""
    below = {heading.first for heading in articles}
    taken = _rows_of(articles)
    near = [Candidate(at, mark, 1.0) for at, mark in numbering.of_family(family) if at not in taken]
    plain = family == "roman"  # a lone letter at the start of a line may be a word
    # 'B. de dienst de lijst nodig heeft;' right above the first article is the last recital.
    near = [c for c in near if numbering.rows[c.at].text[-1] not in ".;,"]
    near = [c for c in near if plain or (c.mark.stop and not _opens_with_figure(numbering, c))]
    chosen = [c for c in near if below & {c.at + 1, c.at + 2}]
    return chosen if len(chosen) > 1 else []


def _lettered_below(
    numbering: Numbering, articles: Sequence[Heading], numerals: Sequence[Candidate]
) -> list[Heading]:
    """Return the lettered headings below chapters with a numeral: 'III. Onderzoek', 'A. Doel', '5. ...'."""
    taken = {candidate.at for candidate in numerals}
    letters = [c for c in _above(numbering, articles, "letter") if c.at not in taken]
    found = chain(letters)
    return [replace(h, depth=_CHAPTER_DEPTH + 1) for h in _resolved(numbering, found, "chapter")]


def _opens_with_figure(numbering: Numbering, c: Candidate) -> bool:
    return numbering.rows[c.at].text[c.mark.rest :][:1].isdigit()


def _bare_chapters(numbering: Numbering, articles: Sequence[Heading]) -> list[Heading]:
    """Return the lines in capitals or bold without a number that stand right above articles."""
    sheet = numbering.sheet
    taken = _rows_of(articles)
    body = [at for at in range(numbering.first, numbering.last) if not sheet.rows[at].aside]
    above = dict(zip(body[1:], body, strict=False))
    near = [above[h.first] for h in articles if h.first in above and above[h.first] != body[0]]
    lines = [at for at in near if at not in taken and sections.heads_chapter(sheet, at)]
    made = [Heading.of_section(sheet, at, at + 1) for at in lines]
    return [replace(h, kind="chapter", depth=_CHAPTER_DEPTH) for h in made] if len(made) > 1 else []


def _over_clauses(numbering: Numbering, articles: Sequence[Heading]) -> list[Heading]:
    """Return the short lines between white above numbered paragraphs that are numbered through.

    Judgments, contracts and plain protocols count their paragraphs from 1 to the end and put headings
    without a number over some of them.
    """
    if sum(h.body is not None for h in articles) * 2 <= len(articles):
        return []
    sheet = numbering.sheet
    body = [at for at in range(numbering.first, numbering.last) if not sheet.rows[at].aside]
    above = dict(zip(body[1:], body, strict=False))
    near = [(above[h.first], h.first) for h in articles if h.first in above and above[h.first] != body[0]]
    made = [
        Heading.of_section(sheet, at, at + 1)
        for at, first in near
        if sections.heads_clauses(sheet, at, first)
    ]
    return [replace(h, depth=_CHAPTER_DEPTH) for h in made] if len(made) > 1 else []


def _decimals(numbering: Numbering, articles: Sequence[Heading]) -> list[Heading]:
    """Return the sub-articles that continue the number of the article they stand in."""
    taken = _rows_of(articles)
    starts = {heading.first: heading.key for heading in articles}
    found: list[Candidate] = []
    latest: dict[str, int] = {}
    inside = ""
    decimals = dict(numbering.of_family("decimal"))
    for at in range(numbering.first, numbering.last):
        inside = starts.get(at, inside)
        mark = decimals.get(at)
        if mark is None or at in taken or not inside:
            continue
        parent, _, tail = mark.number.rpartition(".")
        fits = parent == inside or parent.startswith(f"{inside}.")
        step = int(tail) - latest.get(parent, 0)
        near = opens_a_line(numbering.sheet, at) or (
            step == 1 and tail != "1" and _begins(numbering, at, mark)
        )
        if fits and 0 <= step <= _FARTHEST_STEP and near:
            latest[parent] = int(tail)
            found.append(Candidate(at, mark, 1.0))
    return [
        replace(h, depth=_ARTICLE_DEPTH + h.number.count("."))
        for h in _resolved(numbering, found, "article", starts)
    ]


def _begins(numbering: Numbering, at: int, mark: Mark) -> bool:
    """Tell whether the number that comes next begins a line, below one that is full and has no stop."""
    below = numbering.rows[at].text[mark.rest :]
    return below[:1].isupper() and not dangles(numbering.rows[at - 1].text)


def _declared(
    sheet: Sheet, articles: Sequence[Heading], found: Sequence[Heading], last: int
) -> list[Heading]:
    """Return headings that the format declares and that carry no number of the scheme."""
    taken = _rows_of(found)
    levels = [sheet.rows[h.first].level for h in articles if sheet.rows[h.first].role == "heading"]
    limit = max(levels, default=0)
    runs = [run for run in sections.declared(sheet, articles[0].first, last) if run[0] not in taken]
    made = [Heading.of_section(sheet, at, end) for at, end in runs if not marks(sheet.rows[at].text)]
    outer = [replace(h, depth=_ARTICLE_DEPTH) for h in made if sheet.rows[h.first].level <= limit]
    inner = [replace(h, depth=_INNER_DEPTH) for h in made if sheet.rows[h.first].level > limit]
    return [*outer, *inner]
