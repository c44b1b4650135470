"""The numbering of a zone: lines that begin with a number, weighed and tied into a sequence."""

from __future__ import annotations

import bisect
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from protocheck.regex import lazy
from protocheck.segment.chains import CLAUSE, Candidate, chain, in_figures, steady, total
from protocheck.segment.lines import dangles, has_room, opens_a_line
from protocheck.segment.marks import Family, Mark, bullet, is_label, marks
from protocheck.segment.rows import Row, Sheet
from protocheck.segment.titles import has_verb, in_brackets, run_in, titlelike

_ACRONYM: Final = lazy(r"[A-Z]{2,5}\b(?![\s-]*[A-Z]{3})")
_FAMILIES: Final[tuple[Family, ...]] = ("number", "roman", "paragraph", "letter")
# Weights: how much a line with a number looks like a heading. Only their order matters.
_DECLARED: Final = 2.0
_BOLD: Final = 1.0
_APART: Final = 0.5
_WITH_TEXT: Final = 1.0
_WITHOUT_TEXT: Final = -0.6
_ALONE: Final = 1.5
_LEAST_MEMBERS: Final = 2
_LONGEST_QUOTE: Final = 5
_LONG_ENTRY: Final = 60
_LONG_CLAUSE: Final = 40
_MOST_ABOVE: Final = 0.4  # of a sheet: what may stand above its numbered lines
_QUOTES: Final = "\"'“”„«‘’"
_CAPITALS: Final = {"roman", "letter"}
_STEADY: Final = 0.8  # of the steps or headings: those that fit, as a scan may have lost some
_FEWER: Final = 2  # times as many lines without a bracket as with one above them
_LONGEST_CLAUSE: Final = 40  # lines of one numbered paragraph
_FEWEST_PARTS: Final = 4  # lettered or numbered parts that a lone article may hold


class Numbering:
    """The rows from `first` up to `last`, read as numbered headings."""

    def __init__(self, sheet: Sheet, first: int, last: int) -> None:
        """Read the start of every row that can carry a heading."""
        self.sheet, self.first, self.last = sheet, first, last
        self.rows = sheet.rows
        self._readings = [(at, mark) for at in range(first, last) for mark in self._marks(at)]
        if not any(_is_first(mark) for _, mark in self._readings):
            quoted = [(at, mark) for at in range(first, last) for mark in self._quoted(at)][:1]
            self._readings = sorted([*self._readings, *quoted], key=lambda reading: reading[0])

    def _marks(self, at: int) -> tuple[Mark, ...]:
        row = self.rows[at]
        return () if row.aside or row.table >= 0 else marks(row.text)

    def _quoted(self, at: int) -> Iterator[Mark]:
        """Yield the first article of an agreed text that a decision quotes: '"Artikel 1. ...'."""
        row = self.rows[at]
        if row.text[0] in _QUOTES and not row.aside and row.table < 0 and row.blanks:
            found = (replace(mark, rest=mark.rest + 1) for mark in marks(row.text[1:]))
            yield from (mark for mark in found if _is_first(mark))

    def opening(self, at: int) -> list[Candidate]:
        """Return the first row as the only numbered heading when it is short and no sentence."""
        row = self.rows[at]
        return [
            Candidate(at, mark, _WITH_TEXT)
            for mark in self._marks(at)
            if mark.stop.strip(")") and "°" not in mark.stop and _is_short_title(row.text[mark.rest :])
        ][:1]

    def of_family(self, family: Family) -> Iterator[tuple[int, Mark]]:
        """Yield the rows that can be read so, whether they look like headings or not."""
        return ((at, mark) for at, mark in self._readings if mark.family == family)

    def chosen(self) -> list[Candidate]:
        """Return the headings of the numbering that this zone uses; empty when it has none."""
        worded = self._without_quotes(steady(in_figures(self.worded("word"))))
        chains = [chain(_of_one_stop(self._weighed(family))) for family in _FAMILIES]
        chains = [*map(_without_gaps, chains), self._bare_letters()]
        best = self._counted_through(max(chains, key=total), chains)
        stray = len(worded) == 1 and worded[0].mark.value > 1 and len(best) > _LEAST_MEMBERS
        box = worded != [] and is_label(worded[0].mark.word)
        weak = box and (len(worded) < _LEAST_MEMBERS or total(worded) <= total(best))
        if self._introduces(worded, best):
            return [*worded, *self._filled(best)]
        if worded and not stray and not weak:
            return worded
        return self._filled(best) or steady(self.worded("chapter"))

    def _counted_through(self, best: list[Candidate], chains: Sequence[list[Candidate]]) -> list[Candidate]:
        """Return the paragraphs that are counted on from heading to heading, where the paper has such.

        Deliberations and judgments number their paragraphs (randnummers) from 1 to the end, and set
        numerals or letters over some of them: those are the chapters then.
        """
        if not best or best[0].mark.family not in _CAPITALS:
            return best
        heads = [candidate.at for candidate in best]
        plain = [self._filled(found) for found in chains if found and found[0].mark.family not in _CAPITALS]
        plain.append(chain(list(self._plain("number"))))  # '(5) ...', which may be a list elsewhere
        return next((found for found in plain if self.runs_through(found, heads)), best)

    def runs_through(self, found: Sequence[Candidate], heads: Sequence[int]) -> bool:
        """Tell whether a numbering goes on from 1 below nearly every one of these headings.

        Args:
            found: the numbered paragraphs.
            heads: the last row of each heading.
        """
        if len(found) < max(len(heads), _LEAST_MEMBERS) or found[0].mark.value != 1:
            return False
        steps = sum(after.mark.value == before.mark.value + 1 for before, after in itertools.pairwise(found))
        starts = {candidate.at for candidate in found}
        body = [at for at in range(self.first, self.last) if not self.rows[at].aside]
        place = {at: index for index, at in enumerate(body)}
        below = (body[place[at] + 1 : place[at] + 3] for at in heads)
        over = sum(not starts.isdisjoint(near) for near in below)
        return steps >= _STEADY * (len(found) - 1) and over >= _STEADY * len(heads)

    def decimals(self) -> list[Candidate]:
        """Return numbers such as 1.1, 1.2 in a zone that has no figure above them."""
        found: list[Candidate] = []
        before = (0, 0)
        for at, mark in self.of_family("decimal"):
            if mark.number.count(".") != 1 or not opens_a_line(self.sheet, at):
                continue
            whole, part = mark.value, int(mark.number.partition(".")[2])
            if (whole, part) in {(before[0], before[1] + 1), (before[0] + 1, 1)}:
                before = (whole, part)
                found.append(Candidate(at, mark, _WITH_TEXT))
        return found if len(found) > _LEAST_MEMBERS else []

    def nearly_all(self) -> list[Candidate]:
        """Return the numbered lines of a zone that hardly holds anything else.

        They begin with a title and a colon ('1. Duur: twee jaar.'), or are sentences with white between.
        """
        titled = [
            Candidate(at, mark, _WITH_TEXT)
            for at, mark in self._readings
            if mark.family in _FAMILIES and mark.stop and run_in(self.rows[at].text[mark.rest :])
        ]
        plain = [replace(c, weight=_WITH_TEXT) for family in _FAMILIES for c in self._plain(family)]
        return self._whole(titled) or self._whole([c for c in plain if c.mark.stop not in {"", "()"}])

    def _whole(self, found: list[Candidate]) -> list[Candidate]:
        """Return the longest numbering among these lines when little stands above it or between."""
        chains = [chain([c for c in found if c.mark.family == family]) for family in _FAMILIES]
        best = max(chains, key=len)
        if len(best) <= _LEAST_MEMBERS or best[0].mark.value != 1:
            return []
        body = [row for row in self.rows[self.first : self.last] if not row.aside]
        own = [row for row in body if row.span.start >= self.rows[best[0].at].span.start]
        above = sum(len(row.text) for row in body) - sum(len(row.text) for row in own)
        apart = sum(row.blanks > 0 for row in own)
        little = above <= _MOST_ABOVE * sum(len(row.text) for row in body)
        return best if little and apart <= 2 * len(best) else []

    def _without_quotes(self, found: list[Candidate]) -> list[Candidate]:
        """Drop articles of a statute that are quoted in full: no title, and the numbering goes on without."""
        kept: list[Candidate] = []
        for index, candidate in enumerate(found):
            before = kept[-1].mark.value if kept else 0
            after = {c.mark.value for c in found[index + 1 : index + 1 + _LONGEST_QUOTE]}
            stray = candidate.mark.value > before + 1 and before + 1 in after
            if not (stray and self._opens_with_text(candidate)):
                kept.append(candidate)
        return kept

    def _opens_with_text(self, candidate: Candidate) -> bool:
        row = self.rows[candidate.at]
        rest = row.text[candidate.mark.rest :]
        return rest != "" and row.role != "heading" and not row.bold and not titlelike(rest)

    def worded(self, family: Family) -> list[Candidate]:
        """Return the lines that begin with a word and a number and look like headings."""
        found = [Candidate(at, mark, _WITH_TEXT) for at, mark in self.of_family(family)]
        found = [c for c in found if self._is_worded_heading(c.at, c.mark)]
        return found if family == "chapter" else _of_one_word(found)

    def _is_worded_heading(self, at: int, mark: Mark) -> bool:
        """Judge a line that begins with 'Artikel 4'."""
        row = self.rows[at]
        rest = row.text[mark.rest :]
        declared = row.role == "heading" or row.bold
        if rest[:1] == "," or (not declared and not opens_a_line(self.sheet, at)):
            return False
        return declared or not rest or _heads(row, mark, rest)

    def _weighed(self, family: Family) -> list[Candidate]:
        found = (Candidate(at, mark, self._weight(at, mark)) for at, mark in self.of_family(family))
        return [candidate for candidate in found if candidate.weight > 0]

    def _bare_letters(self) -> list[Candidate]:
        """Return lines of one letter, from A on without a gap: one alone may be a scrap of a scan."""
        found: list[Candidate] = []
        for at, mark in self.of_family("letter"):
            alone = not self.rows[at].text[mark.rest :] and not mark.stop
            if alone and mark.value == len(found) + 1 and self._has_text(at, mark):
                found.append(Candidate(at, mark, _ALONE))
        return found if len(found) >= _FEWEST_PARTS else []

    def _introduces(self, worded: Sequence[Candidate], parts: Sequence[Candidate]) -> bool:
        """Tell whether a lone article stands above the parts of what it approves: 'Artikel 1', 'A. Doel', ...

        They have titles: numbered sentences below an article are its paragraphs.
        """
        if len(worded) != 1 or len(parts) < _FEWEST_PARTS or parts[0].mark.value != 1:
            return False
        titled = sum(c.weight > _WITH_TEXT or self._runs_in(c) for c in parts)
        return worded[0].mark.value == 1 and worded[0].at < parts[0].at and titled * 2 > len(parts)

    def _runs_in(self, candidate: Candidate) -> bool:
        return run_in(self.rows[candidate.at].text[candidate.mark.rest :]) != ""

    def _weight(self, at: int, mark: Mark) -> float:
        """Return how much a line with a bare number looks like a heading; 0 when it does not."""
        row = self.rows[at]
        rest = row.text[mark.rest :]
        if "°" in mark.stop or not (opens_a_line(self.sheet, at) or self._above_white(at, mark)):
            return 0.0
        loose = mark.stop in {")", "()"} or (not mark.stop and rest != "" and mark.family != "paragraph")
        if loose and not self._stands_out(at):
            return 0.0
        if not rest:
            bare_letter = mark.family == "letter" and not mark.stop
            return 0.0 if bare_letter else _ALONE if self._has_text(at, mark) else _APART
        declared = _DECLARED if row.role == "heading" else 0.0
        if not titlelike(rest):
            return declared or (CLAUSE if mark.stop not in {"", "()"} and self._is_clause(row, rest) else 0.0)
        shown = declared + _BOLD * row.bold + _APART * (row.blanks > 0)
        return shown + (_WITH_TEXT if self._has_text(at, mark) else _WITHOUT_TEXT)

    def _above_white(self, at: int, mark: Mark) -> bool:
        """Tell whether a short title ends its line on purpose, whatever the line above it holds."""
        if not mark.stop or at + 1 >= self.last or not _is_short_title(self.rows[at].text[mark.rest :]):
            return False
        row, below = self.rows[at], self.rows[at + 1]
        ends = below.blanks > 0 or (below.text[0].isupper() and has_room(self.sheet, row, below))
        return ends and not (at > self.first and dangles(self.rows[at - 1].text))

    def _stands_out(self, at: int) -> bool:
        row = self.rows[at]
        apart = row.blanks > 0 or (at > 0 and self.rows[at - 1].ended)
        return row.role == "heading" or row.bold or (apart and self._ends_apart(at))

    def _ends_apart(self, at: int) -> bool:
        """Tell whether white follows the paragraph that begins here, before another number does."""
        own = bullet(self.rows[at].text)
        for below in self.rows[at + 1 : min(at + _LONGEST_CLAUSE, self.last)]:
            if below.blanks > 0:
                return True
            sign = None if below.aside else bullet(below.text)
            if sign is not None and (own is None or sign.style == own.style or not sign.number):
                return False
        return at + _LONGEST_CLAUSE >= self.last

    def _filled(self, found: list[Candidate]) -> list[Candidate]:
        """Add the numbers missing from a run of numbered sentences: a short one shows little by itself."""
        if not found or not any(candidate.weight == CLAUSE for candidate in found):
            return found
        known = {candidate.mark.value for candidate in found}
        signs = {candidate.mark.stop for candidate in found}
        family = found[0].mark.family
        near = [
            c for c in self._plain(family, low=True) if c.mark.stop in signs and c.mark.value not in known
        ]
        made = list(found)
        for candidate in near:
            index = bisect.bisect_left(made, candidate.at, key=lambda c: c.at)
            above = made[index - 1].mark.value if index else 0
            below = made[index].mark.value if index < len(made) else candidate.mark.value + 1
            if index and above + 1 == candidate.mark.value < below:
                made.insert(index, candidate)
        return made

    def _plain(self, family: Family, *, low: bool = False) -> Iterator[Candidate]:
        """Yield the numbered lines with white above them, whatever they say.

        Args:
            family: how they are numbered.
            low: also those without a capital, which go on with a phrase above ('22. staan toe dat').
        """
        for at, mark in self.of_family(family):
            row = self.rows[at]
            opening = row.text[mark.rest :][:1]
            below_stop = low and at > 0 and self.rows[at - 1].ended and opening.isupper()
            white = row.blanks > 0 or at == 0 or below_stop
            if white and (opening.isupper() or (low and opening.isalpha())) and opens_a_line(self.sheet, at):
                yield Candidate(at, mark, CLAUSE)

    def _is_clause(self, row: Row, rest: str) -> bool:
        """Tell whether a numbered sentence may be an article without a title."""
        return rest[0].isupper() and row.blanks > 0 and len(rest) > _LONG_CLAUSE

    def _has_text(self, at: int, mark: Mark) -> bool:
        """Tell whether text follows before the next number of any kind, sub-numbers aside."""
        rows = (self.rows[i] for i in range(at + 1, self.last))
        below = next((row for row in rows if not row.aside), None)
        if below is None:
            return False
        inner = below.text.startswith(f"{mark.number}.") and below.text[len(mark.number) + 1 :][:1].isdigit()
        plain = not marks(below.text) or len(below.text) > _LONG_ENTRY or not titlelike(below.text)
        return below.table >= 0 or inner or plain


def _is_first(mark: Mark) -> bool:
    return mark.word == "artikel" and mark.value == 1


def _is_short_title(rest: str) -> bool:
    return len(rest) <= _LONG_ENTRY and titlelike(rest) and not has_verb(rest)


def _heads(row: Row, mark: Mark, rest: str) -> bool:
    """Judge what follows 'Artikel 4' on a line that nothing else shows to be a heading."""
    if row.text[0].islower():
        return ":" in mark.stop and row.blanks > 0
    if mark.stop.strip(")"):
        return not rest[0].islower() or any(sign in mark.stop for sign in ":-–—")
    if rest[0] == "(":
        return row.text.endswith(")") or in_brackets(rest) != ""
    named = titlelike(rest) or run_in(rest) != ""
    return rest[0] not in "§/" and named and _ACRONYM.match(rest) is None


def _without_gaps(found: list[Candidate]) -> list[Candidate]:
    """Drop letters in brackets that leave letters out: those open sentences, of which only some are short."""
    steps = all(after.mark.value == before.mark.value + 1 for before, after in itertools.pairwise(found))
    lettered = found != [] and found[0].mark.family == "letter" and found[0].mark.stop == "()"
    return [] if lettered and not steps else found


def _of_one_word(found: list[Candidate]) -> list[Candidate]:
    """Keep the articles; in a paper without them, the word that most headings begin with.

    Below a lone article that approves them, 'Punt A' and 'Punt B' are headings as well.
    """
    words = Counter(candidate.mark.word for candidate in found)
    if not words:
        return found
    most, count = words.most_common(1)[0]
    if words["artikel"] == 1 and count >= _FEWEST_PARTS:
        return [c for c in found if c.mark.word in {"artikel", most}]
    word = "artikel" if "artikel" in words else most
    return [c for c in found if c.mark.word == word or (word.isupper() and c.mark.word.isupper())]


def _of_one_stop(found: list[Candidate]) -> list[Candidate]:
    """Drop the few lines with a bracket above all those without that count anew from one: '1) de stad'."""
    plain = next((i for i, candidate in enumerate(found) if ")" not in candidate.mark.stop), 0)
    rest = found[plain:]
    again = rest != [] and rest[0].mark.value == 1 and all(")" not in c.mark.stop for c in rest)
    return rest if again and plain * _FEWER <= len(rest) else found
