"""Which lines are headings of articles, chapters and sections, and how their numbering nests.

A paper numbers its articles in one way, and that way is found before any line is judged: the word
'Artikel', figures, Roman numerals, letters, '§', or no number at all. Lines that merely begin like
a heading ('Artikel 10/1 van het decreet voorziet ...') do not fit the sequence or the shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from protocheck.model.geometry import Span
from protocheck.segment import landmarks
from protocheck.segment.marks import Mark, marks
from protocheck.segment.rows import Row, Sheet

_ACRONYM: Final = re.compile(r"[A-Z]{2,5}\b(?![\s-]*[A-Z]{3})")
_SENTENCE_INSIDE: Final = re.compile(r"[^\W\d_]{3}[.!?]\s+[A-ZÀ-Ý“\"]")
_DANGLING: Final = re.compile(
    r"(?:\b(?:de|het|een|van|en|of|in|op|te|tot|bij|met|voor|door|aan|om|uit|over|der|den|deze|dit|die|dat|zowel|alsook|naar|inzake|per)|[,(/-])$",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"\b(?:wordt|worden|werd|is|zijn|heeft|hebben|kan|kunnen|zal|zullen|moet|moeten|mag|mogen|treedt|bevat|bepaalt|verbindt|verbinden"
    r"|verleent|bezorgt|omvat|geldt|gelden)\b"
)
_RELATIVE: Final = re.compile(
    r"\b(?:die|dat|waarvoor|waaronder|waarin|waarmee|waarbij|waarop|wie|welke|hoe)\b", re.IGNORECASE
)
_LONGEST_TITLE: Final = 220


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    mark: Mark
    weight: float


def find_headings(sheet: Sheet, first: int, last: int) -> list[Heading]:
    """Return the headings among the rows from `first` up to `last`, in order."""
    zone = _Zone(sheet, first, last)
    chosen = zone.numbered() or zone.unnumbered()
    return zone.with_inner(chosen)


def opens_a_line(sheet: Sheet, at: int) -> bool:
    """Tell whether row `at` starts something new, rather than going on with a sentence."""
    row = sheet.rows[at]
    before = at - 1
    while before >= 0 and sheet.rows[before].aside:
        before -= 1
    if before < 0 or row.role == "heading":
        return True
    previous = sheet.rows[before]
    if row.fresh and not previous.ended and _DANGLING.search(previous.text) and not previous.text.isupper():
        return False
    if row.blanks:
        return True
    if (
        previous.ended
        or previous.role == "heading"
        or previous.table >= 0
        or (row.bold and not previous.bold)
    ):
        return True
    if row.paragraph and row.paragraph != previous.paragraph:
        return True
    word = row.text.split(maxsplit=1)[0]
    return len(previous.text) + 1 + len(word) < 0.7 * sheet.width and not _DANGLING.search(previous.text)


def titlelike(text: str) -> bool:
    """Tell whether a text could be the title of an article rather than a sentence of it."""
    if not text or len(text) > _LONGEST_TITLE or text[-1] in ".;:,!" or _SENTENCE_INSIDE.search(text):
        return False
    if text[0].islower() or not any(c.isalpha() for c in text):
        return False
    return _VERB.search(text) is None or _RELATIVE.search(text) is not None or len(text) < 40


def title_below(sheet: Sheet, at: int) -> int:
    """Return the index after a title that stands alone from row `at`; `at` when there is none."""
    zone = _Zone(sheet, at, min(at + 4, len(sheet.rows)))
    return zone.title_end(at, set())


class _Zone:
    """The rows in which one numbering is looked for."""

    def __init__(self, sheet: Sheet, first: int, last: int) -> None:
        self.sheet, self.first, self.last = sheet, first, last
        self.rows = sheet.rows
        self.readings = [
            (at, mark)
            for at in range(first, last)
            if not self.rows[at].aside and self.rows[at].table < 0
            for mark in marks(self.rows[at].text)
        ]

    def numbered(self) -> list[Heading]:
        """Return the headings of the numbering that this zone uses; empty when it has none."""
        worded = _in_figures(self._worded("word"))
        if worded:
            return self._resolve(_steady(worded), "article", 10)
        best: list[_Candidate] = []
        for family in ("number", "roman", "paragraph", "letter"):
            chain = _chain(self._candidates(family))
            if _total(chain) > _total(best):
                best = chain
        if best:
            return self._resolve(best, "article", 10)
        return self._resolve(_steady(self._worded("chapter")), "article", 10)

    def _worded(self, family: str) -> list[_Candidate]:
        found = [_Candidate(at, mark, 1.0) for at, mark in self.readings if mark.family == family]
        return [c for c in found if self._is_worded_heading(c.at, c.mark)]

    def _is_worded_heading(self, at: int, mark: Mark) -> bool:
        """Judge a line that begins with 'Artikel 4'."""
        row = self.rows[at]
        rest = row.text[mark.rest :]
        declared = row.role == "heading" or row.bold
        if rest[:1] == "," or (not declared and not opens_a_line(self.sheet, at)):
            return False
        if declared or not rest:
            return True
        if row.text[0].islower():
            return ":" in mark.stop and row.blanks > 0
        if mark.stop.strip(")"):
            return not rest[0].islower() or any(sign in mark.stop for sign in ":-–—")
        if rest[0] == "(":
            return row.text.endswith(")")
        return rest[0] not in "§/" and titlelike(rest) and _ACRONYM.match(rest) is None

    def _candidates(self, family: str) -> list[_Candidate]:
        found: list[_Candidate] = []
        for at, mark in self.readings:
            if mark.family == family:
                weight = self._weight(at, mark)
                if weight > 0:
                    found.append(_Candidate(at, mark, weight))
        return found

    def _weight(self, at: int, mark: Mark) -> float:
        """Return how much a line with a bare number looks like a heading; 0 when it does not."""
        row = self.rows[at]
        rest = row.text[mark.rest :]
        if not opens_a_line(self.sheet, at) or "°" in mark.stop:
            return 0.0
        if mark.stop == ")" and not self._stands_out(at):
            return 0.0
        if (
            mark.family in {"roman", "letter", "number"}
            and not mark.stop
            and rest
            and not self._stands_out(at)
        ):
            return 0.0
        if not rest:
            return self._alone(at, mark)
        if not titlelike(rest):
            return (
                0.4
                if row.role != "heading" and mark.stop and self._is_clause(at, rest)
                else 2.0 * (row.role == "heading")
            )
        content = self._has_content(at)
        outstanding = 2.0 * (row.role == "heading") + 1.0 * row.bold + 0.5 * (row.blanks > 0)
        return outstanding + (1.0 if content else -0.6)

    def _alone(self, at: int, mark: Mark) -> float:
        """Weigh a number that stands alone on its line."""
        if mark.family == "letter" and not mark.stop:
            return 0.0
        return 1.5 if self._has_content(at) else 0.5

    def _stands_out(self, at: int) -> bool:
        row = self.rows[at]
        following = self.rows[at + 1] if at + 1 < self.last else None
        parted = row.blanks > 0 and (following is None or following.blanks > 0)
        return row.role == "heading" or row.bold or parted

    def _is_clause(self, at: int, rest: str) -> bool:
        """Tell whether a numbered sentence may be an article without a title."""
        return rest[0].isupper() and self.rows[at].blanks > 0 and len(rest) > 40

    def _has_content(self, at: int) -> bool:
        """Tell whether text follows before the next number of any kind."""
        following = at + 1
        while following < self.last and self.rows[following].aside:
            following += 1
        if following >= self.last:
            return False
        row = self.rows[following]
        number = marks(self.rows[at].text)[0].number
        if row.text.startswith(f"{number}.") and any(m.family == "decimal" for m in marks(row.text)):
            return True
        return row.table >= 0 or not marks(row.text) or len(row.text) > 60 or not titlelike(row.text)

    def _resolve(self, chosen: Sequence[_Candidate], kind: str, depth: int) -> list[Heading]:
        stops = {c.at for c in chosen}
        below = self._titles_below(chosen)
        return [self._heading(c, kind, depth, stops, below=below) for c in chosen]

    def _titles_below(self, chosen: Sequence[_Candidate]) -> bool:
        """Tell whether numbers that stand alone have their title on the next line."""
        alone = [c.at for c in chosen if not self.rows[c.at].text[c.mark.rest :]]
        stops = {c.at for c in chosen}
        titled = sum(self.title_end(at + 1, stops) > at + 1 for at in alone)
        return titled * 2 >= len(alone) > 0

    def _heading(self, c: _Candidate, kind: str, depth: int, stops: set[int], *, below: bool) -> Heading:
        row = self.rows[c.at]
        rest = row.text[c.mark.rest :].strip(" :–-")
        printed = Span(row.span.start, row.span.start + len(row.text[: c.mark.rest].rstrip()))
        bare = Heading(c.at, c.at + 1, kind, depth, c.mark.word, c.mark.number, c.mark.key, "", printed)
        if not rest:
            end = self.title_end(c.at + 1, stops) if below else c.at + 1
            return self._titled(bare, Span(0, 0), c.at + 1, end) if end > c.at + 1 else bare
        offset = row.text.index(rest, c.mark.rest)
        end = self._same_line_end(c.at, rest, stops)
        if end == c.at:
            return replace(bare, body=row.after(offset))
        return self._titled(bare, Span(row.span.start + offset, row.span.end), c.at + 1, end)

    def _titled(self, bare: Heading, begun: Span, first: int, end: int) -> Heading:
        start = begun.start if len(begun) else self.rows[first].span.start
        title = Span(start, self.rows[end - 1].span.end)
        words = " ".join(title.of(self.sheet.view).split()).strip(" :")
        return replace(bare, last=end, title=words, span=Span(bare.span.start, title.end))

    def _same_line_end(self, at: int, rest: str, stops: set[int]) -> int:
        """Return the index after the title that starts on row `at`; `at` itself when it is no title."""
        row = self.rows[at]
        end, text = at + 1, rest
        while end < min(self.last, at + 4) and end not in stops and self._wraps(end - 1, end, text):
            text = f"{text} {self.rows[end].text}"
            end += 1
        if row.role == "heading" or (row.bold and len(text) <= _LONGEST_TITLE):
            return end
        short = text.rstrip(".")
        if (
            text.endswith(".")
            and len(short.split()) <= 6
            and titlelike(short)
            and not _VERB.search(short)
            and end == at + 1
        ):
            return end if end < self.last and end not in stops else at
        return end if titlelike(text) or self._oddly_titled(text) else at

    def _oddly_titled(self, text: str) -> bool:
        """Accept a title in lower case or with a verb, as long as it is no sentence."""
        return len(text) <= 80 and text[-1] not in ".;," and not _SENTENCE_INSIDE.search(text)

    def _wraps(self, above: int, below: int, text: str) -> bool:
        """Tell whether the title on row `above` goes on at row `below`."""
        upper, lower = self.rows[above], self.rows[below]
        if lower.blanks or lower.aside or lower.table >= 0 or upper.ended or len(text) > _LONGEST_TITLE:
            return False
        if lower.paragraph and lower.paragraph != upper.paragraph:
            return False
        if upper.bold != lower.bold or (upper.size and abs(upper.size - lower.size) > 0.6):
            return False
        if upper.role == "heading" or lower.role == "heading":
            return (
                upper.role == lower.role
                and upper.level == lower.level
                and not marks(lower.text)
                and lower.fresh
            )
        if lower.text[0].islower() or _DANGLING.search(upper.text):
            return True
        return upper.bold and len(upper.text) > 0.6 * self.sheet.width

    def title_end(self, at: int, stops: set[int]) -> int:
        """Return the index after a title that stands alone from row `at`; `at` when there is none."""
        if at >= self.last or at in stops or self.rows[at].aside or self.rows[at].table >= 0:
            return at
        end = at + 1
        text = self.rows[at].text
        while end < min(self.last, at + 3) and end not in stops and self._wraps(end - 1, end, text):
            text = f"{text} {self.rows[end].text}"
            end += 1
        if not titlelike(text) or any(
            m.stop or m.family in {"word", "chapter", "decimal"} for m in marks(text)
        ):
            return at
        row = self.rows[at]
        if row.bold or row.role == "heading":
            return end
        following = self.rows[end] if end < self.last else None
        parted = following is None or following.blanks > 0 or end in stops
        deliberate = len(self.rows[end - 1].text) < 0.7 * self.sheet.width
        return end if len(text) <= 130 and (parted or deliberate) else at

    def unnumbered(self) -> list[Heading]:
        """Return headings without a number, in the style that stands out most in this zone."""
        styles: tuple[Callable[[int], bool], ...] = (
            self._declared,
            self._bold,
            self._capitals,
            self._standing_alone,
        )
        for style in styles:
            found = self._blocks(style)
            if len(found) >= (1 if style == self._declared else 2):
                return found
        return []

    def _blocks(self, style: Callable[[int], bool]) -> list[Heading]:
        found: list[Heading] = []
        at = self.first
        while at < self.last:
            if not style(at):
                at += 1
                continue
            end = at + 1
            while (
                end < self.last
                and style(end)
                and not self.rows[end].blanks
                and self.rows[end].level == self.rows[at].level
            ):
                if self.rows[end].role == "heading" and not self.rows[end].fresh:
                    break
                end += 1
            found.append(self._section(at, end))
            at = end
        return found

    def _section(self, at: int, end: int) -> Heading:
        span = Span(self.rows[at].span.start, self.rows[end - 1].span.end)
        title = " ".join(span.of(self.sheet.view).split()).strip(" :")
        return Heading(at, end, "section", 10 + self.rows[at].level, "", "", "", title, span)

    def _plain(self, at: int) -> bool:
        row = self.rows[at]
        return not row.aside and row.table < 0 and any(c.isalpha() for c in row.text)

    def _declared(self, at: int) -> bool:
        return self._plain(at) and self.rows[at].role == "heading"

    def _bold(self, at: int) -> bool:
        return (
            self._plain(at)
            and self.rows[at].bold
            and len(self.rows[at].text) <= 140
            and self.rows[at].text[-1] not in ".;,"
        )

    def _capitals(self, at: int) -> bool:
        row = self.rows[at]
        letters = [c for c in row.text if c.isalpha()]
        if not self._plain(at) or len(letters) < 4 or len(row.text) > 140 or row.text[-1] in ".;,":
            return False
        upper = sum(c.isupper() for c in letters)
        return upper >= 0.85 * len(letters) and opens_a_line(self.sheet, at)

    def _standing_alone(self, at: int) -> bool:
        row = self.rows[at]
        if not self._plain(at) or len(row.text) > 90 or not titlelike(row.text) or not row.text[0].isupper():
            return False
        if at + 1 >= self.last or _VERB.search(row.text) or landmarks.may_sign(row.text):
            return False
        following = self.rows[at + 1]
        return row.blanks > 0 and following.blanks > 0 and (len(following.text) > 60 or following.table >= 0)

    def with_inner(self, outer: list[Heading]) -> list[Heading]:
        """Add chapters above, sub-articles below and declared headings between the headings found."""
        taken = {at for heading in outer for at in range(heading.first, heading.last)}
        numbered = bool(outer) and outer[0].kind == "article"
        found = list(outer)
        if numbered:
            found += self._chapters(taken, outer)
            found += self._decimals(taken, outer)
            taken |= {at for heading in found for at in range(heading.first, heading.last)}
            found += self._loose(taken, outer)
        return sorted(found, key=lambda heading: heading.first)

    def _chapters(self, taken: set[int], outer: list[Heading]) -> list[Heading]:
        words = [c for c in self._worded("chapter") if c.at not in taken]
        if not words:
            before_article = {heading.first for heading in outer}
            words = [_Candidate(at, mark, 1.0) for at, mark in self.readings if mark.family == "roman"]
            words = [c for c in words if c.at not in taken and {c.at + 1, c.at + 2} & before_article]
            words = words if len(words) > 1 else []
        rank = {"deel": 1, "boek": 1, "titel": 2, "hoofdstuk": 3, "afdeling": 4, "onderafdeling": 5}
        return [replace(h, depth=rank.get(h.word, 3)) for h in self._resolve(words, "chapter", 3)]

    def _decimals(self, taken: set[int], outer: list[Heading]) -> list[Heading]:
        """Return the sub-articles that continue the number of the article they stand in."""
        found: list[_Candidate] = []
        inside = ""
        starts = {heading.first: heading.key for heading in outer}
        last: dict[str, int] = {}
        for at in range(self.first, self.last):
            inside = starts.get(at, inside)
            for mark in (
                marks(self.rows[at].text) if inside and at not in taken and not self.rows[at].aside else ()
            ):
                parent, _, tail = mark.number.rpartition(".")
                fits = mark.family == "decimal" and (parent == inside or parent.startswith(f"{inside}."))
                if fits and 0 <= int(tail) - last.get(parent, 0) <= 2 and opens_a_line(self.sheet, at):
                    last[parent] = int(tail)
                    found.append(_Candidate(at, mark, 1.0))
        headings = self._resolve(found, "article", 11)
        return [replace(h, depth=10 + h.number.count(".")) for h in headings]

    def _loose(self, taken: set[int], outer: list[Heading]) -> list[Heading]:
        """Return headings that the format declares and that carry no number of the scheme."""
        levels = [self.rows[h.first].level for h in outer if self.rows[h.first].role == "heading"]
        limit = max(levels, default=0)
        start = outer[0].first
        found = [h for h in self._blocks(self._declared) if h.first > start and h.first not in taken]
        return [replace(h, depth=10 if self.rows[h.first].level <= limit else 15) for h in found]


def _in_figures(found: list[_Candidate]) -> list[_Candidate]:
    """Read 'Artikel I' as article 1 where the other articles have figures: a scanner's mistake."""
    figures = sum(c.mark.key[0].isdigit() for c in found)
    if figures * 2 <= len(found):
        return found
    return [
        replace(c, mark=replace(c.mark, number="1", key="1", value=1)) if c.mark.key == "I" else c
        for c in found
    ]


def _total(chain: Sequence[_Candidate]) -> float:
    return sum(c.weight for c in chain)


def _steady(found: list[_Candidate]) -> list[_Candidate]:
    """Drop candidates whose number leaps out of the sequence and comes back."""
    kept: list[_Candidate] = []
    for index, candidate in enumerate(found):
        before = kept[-1].mark.value if kept else 0
        after = found[index + 1].mark.value if index + 1 < len(found) else 0
        leaps = candidate.mark.value > before + 3 and before < after < candidate.mark.value
        if not leaps:
            kept.append(candidate)
    return kept


def _chain(found: list[_Candidate]) -> list[_Candidate]:
    """Return the heaviest run of rising numbers, each one to three above the one before.

    Linear: for each number the best run that ends in it is kept while going down the page.
    """
    best: dict[int, tuple[float, int]] = {}
    back: list[int] = []
    for index, candidate in enumerate(found):
        value = candidate.mark.value
        options = [
            (best[value - step][0] - 0.3 * (step - 1), best[value - step][1])
            for step in (1, 2, 3)
            if value - step in best
        ]
        if value in best:
            options.append((best[value][0] - 0.8, best[value][1]))
        start = (0.3 if value == 1 else -0.8, -1)
        score, previous = max([*options, start])
        back.append(previous)
        if value not in best or score + candidate.weight >= best[value][0]:
            best[value] = (score + candidate.weight, index)
    if not best:
        return []
    total, at = max(best.values())
    chain: list[_Candidate] = []
    while at >= 0:
        chain.append(found[at])
        at = back[at]
    chain.reverse()
    return chain if len(chain) >= 2 and total >= 1.5 else []
