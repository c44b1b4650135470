"""How well one document was read: words, tables, headings, notes, heads and signatures against its source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocheck.model.text import SourceText
from tests.documents import Block, error_rate, headings_in, notes_in, rows_in, words_in

_HYPHENS = re.compile("[-\u2010\u2011\u00ad]")
_CUT = re.compile("[-\u2010\u2011]\\s*\n\\s*(?!en\\b|of\\b)")
_RAISED = re.compile(r"(?<=\S)[¹²³⁰⁴⁵⁶⁷⁸⁹]+")
_EDGE = "-•–"
_LONGEST, _OPENING = 8, 120  # lines of a heading; letters of it that are compared


@dataclass(frozen=True, slots=True)
class Count:
    """How many of how many are right."""

    right: int = 0
    of: int = 0

    def __str__(self) -> str:
        """Return how it is printed."""
        return f"{self.right}/{self.of}"

    def __add__(self, other: Count) -> Count:
        """Return both together."""
        return Count(self.right + other.right, self.of + other.of)

    @property
    def share(self) -> float:
        """Return the share that is right; all of nothing is right."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """What was measured on one document; `wrong` are word edits, `words` those of the source."""

    wrong: float
    words: int
    rows: Count
    headings: Count
    notes: Count
    heads: Count
    signatures: Count


def score(source: SourceText, blocks: list[Block], running: tuple[str, ...]) -> Score:
    """Measure one document.

    Args:
        source: as it was read.
        blocks: what was set.
        running: the heads and feet that stand on every page.
    """
    gold = [word for word in map(_plain, words_in(blocks)) if word]
    body = _joined([line.text for line in source.lines if line.role in {"body", "heading"}])
    found = [word for word in map(_plain, body.split()) if word]
    return Score(
        wrong=error_rate(gold, found) * len(gold),
        words=len(gold),
        rows=_rows(source, rows_in(blocks)),
        headings=_headings(source, headings_in(blocks)),
        notes=_notes(source, notes_in(blocks)),
        heads=_heads(source, running),
        signatures=_signatures(source, blocks),
    )


def _joined(lines: list[str]) -> str:
    """Return lines as one text; a hyphen at the end of a line is for the repair to judge."""
    return _CUT.sub("", "\n".join(line.rstrip() for line in lines))


def _plain(word: str) -> str:
    """Return a word without its note's mark and hyphens; a dash or bullet by itself is none."""
    return "" if word in _EDGE else _HYPHENS.sub("", _RAISED.sub("", word))


def _solid(text: str) -> str:
    return _HYPHENS.sub("", "".join(_RAISED.sub("", text).split())).strip(_EDGE)


def _rows(source: SourceText, gold: list[list[str]]) -> Count:
    found = {tuple(_solid(c.of(source.text)) for c in row) for table in source.tables for row in table.rows}
    return Count(sum(tuple(map(_solid, row)) in found for row in gold), len(gold))


def _headings(source: SourceText, gold: list[str]) -> Count:
    """A heading is found when it begins a line of the text and its words stand there as they are."""
    lines = [line.text for line in source.lines if line.role in {"body", "heading"}]
    found = [_solid(_joined(lines[i : i + _LONGEST])) for i in range(len(lines))]
    # A paragraph that opens with 'Art. 4.' is set as a heading as well: its first lines will do.
    wanted = [(_solid(text)[:_OPENING], " ".join(text.split()[:2])) for text in gold]
    starts = [" ".join(line.split()) for line in lines]
    right = sum(
        any(
            have.startswith(want) and start.startswith(label)
            for have, start in zip(found, starts, strict=True)
        )
        for want, label in wanted
    )
    return Count(right, len(wanted))


def _notes(source: SourceText, gold: dict[str, str]) -> Count:
    said = _solid("".join(f"{line.text}\n" for line in source.lines if line.role == "footnote"))
    return Count(sum(_solid(text) in said for text in gold.values()), len(gold))


def _heads(source: SourceText, running: tuple[str, ...]) -> Count:
    """Each head or foot is set apart on each page, and none is left in the text."""
    wanted = [(text, page.number) for text in running for page in source.pages]
    apart = {
        (_solid(text), line.page) for line in source.lines if line.role == "furniture" for text in [line.text]
    }
    right = sum(any(_solid(text) in have and page == at for have, at in apart) for text, page in wanted)
    return Count(right, len(wanted))


def _signatures(source: SourceText, blocks: list[Block]) -> Count:
    """A column of signatures is right when its lines follow one another."""
    text = _solid(_joined([line.text for line in source.lines if line.role in {"body", "heading"}]))
    columns = [
        _solid("".join(row[i] for row in block.rows if i < len(row)))
        for block in blocks
        if block.kind == "signature"
        for i in range(max(map(len, block.rows)))
    ]
    return Count(sum(column in text for column in columns), len(columns))
