"""How well Word files and their kin are read: `python -m benchmarks.reading_word`.

The protocols of the corpus that may be looked at are written as Word files the way offices do, by us and by
LibreOffice, and read back. The bounds: at most 0.3 % of the words wrong, 95 % of the table rows right, every
article heading found as a heading, and the same twelve statuses as for the text. Ends with 1 when one breaks.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.formats import blocks_of
from benchmarks.gold import Gold, corpus
from benchmarks.judging import rules
from protocheck.ingest.flow import is_heading
from protocheck.ingest.read import read
from protocheck.model.options import ReadOptions, View
from protocheck.model.text import SourceText
from protocheck.pipeline import examine
from tests import documents_drafts, office
from tests.documents import Block, error_rate, headings_in, rows_in
from tests.documents_docx import Options, compose

WORDS_BOUND, ROWS_BOUND = 0.003, 0.95

Blocks = list[Block]


@dataclass(frozen=True, slots=True)
class Kind:
    """One way in which an office makes the file; `suffix` is what LibreOffice makes of it, if it does."""

    name: str
    options: Options
    suffix: str = ""
    draft: bool = False
    view: View = "final"
    headed: bool = True  # whether its headings carry a style

    def expected(self, blocks: Blocks) -> Blocks:
        """Return what a reader should find in this view."""
        marked = documents_drafts.revised(blocks) if self.draft else blocks
        return documents_drafts.original(marked) if self.view == "original" else blocks


_DRAFT = Options(numbered=True, draft=True, head="Ontwerp", foot="Versie 2")
KINDS = (
    Kind("getypte nummers", Options(head="Protocol")),
    Kind("vette koppen zonder stijl", Options(styles=False), headed=False),
    Kind("automatische nummers", Options(numbered=True, bullets=True)),
    Kind("ontwerp, met wijzigingen", _DRAFT, draft=True),
    Kind("ontwerp, oorspronkelijk", _DRAFT, draft=True, view="original"),
    Kind("LibreOffice, docx", Options(numbered=True), suffix="docx"),
    Kind("LibreOffice, odt", Options(numbered=True), suffix="odt"),
    Kind("LibreOffice, fodt", Options(), suffix="fodt"),
    Kind("LibreOffice, ontwerp docx", _DRAFT, suffix="docx", draft=True),
    Kind("LibreOffice, ontwerp odt", _DRAFT, suffix="odt", draft=True),
    Kind("LibreOffice, odt oorspronkelijk", _DRAFT, suffix="odt", draft=True, view="original"),
)


@dataclass(slots=True)
class Measured:
    """What came out for one kind, over all papers; `told` names what is wrong."""

    name: str
    words: int = 0
    wrong: float = 0.0
    rows: int = 0
    rows_right: int = 0
    headings: int = 0
    headings_right: int = 0
    papers: int = 0
    same: int = 0
    seconds: float = 0.0
    told: list[str] = field(default_factory=list)

    @property
    def error_rate(self) -> float:
        """Return the share of words that are wrong."""
        return self.wrong / max(self.words, 1)

    @property
    def holds(self) -> bool:
        """Tell whether the bounds hold."""
        return (
            self.error_rate <= WORDS_BOUND
            and self.rows_right >= ROWS_BOUND * self.rows
            and self.headings_right == self.headings
            and self.same == self.papers
        )


def tuned() -> tuple[Gold, ...]:
    """Return the papers of the corpus that may be looked at."""
    return tuple(gold for gold in corpus() if gold.part == "tuned")


def measure(
    golds: Sequence[Gold], kinds: Sequence[Kind] = KINDS, *, judged: bool = True
) -> tuple[Measured, ...]:
    """Measure each kind over the papers; those that need LibreOffice only where it is installed."""
    statuses = {gold.slug: _statuses(gold, gold.document) for gold in golds} if judged else {}
    found: list[Measured] = []
    for kind in kinds:
        if kind.suffix and not office.available():
            continue
        with tempfile.TemporaryDirectory() as folder:
            found.append(_measure(kind, golds, statuses, Path(folder)))
    return tuple(found)


def _measure(
    kind: Kind, golds: Sequence[Gold], statuses: dict[str, dict[str, str]], folder: Path
) -> Measured:
    total = Measured(kind.name)
    for gold, path in zip(golds, _made(kind, golds, folder), strict=True):
        blocks = kind.expected(blocks_of(gold.document))
        start = time.perf_counter()
        source = read(path, options=ReadOptions(view=kind.view))
        total.seconds += time.perf_counter() - start
        _compare(total, gold.slug, source, blocks, headed=kind.headed)
        total.papers += 1
        if not statuses or kind.view == "original":
            total.same += 1  # the text before the changes is another protocol
            continue
        said = _statuses(gold, path)
        total.same += said == statuses[gold.slug]
        total.told += [
            f"{gold.slug}: {id_} is {said[id_]}, in the text {status}"
            for id_, status in statuses[gold.slug].items()
            if said[id_] != status
        ]
    return total


def _made(kind: Kind, golds: Sequence[Gold], folder: Path) -> list[Path]:
    """Write the papers as this kind of file."""
    paths = []
    for gold in golds:
        blocks = blocks_of(gold.document)
        marked = documents_drafts.revised(blocks) if kind.draft else blocks
        paths.append(compose(marked, folder / f"{gold.slug}.docx", kind.options))
    if not kind.suffix:
        return paths
    (folder / "office").mkdir()
    return office.convert(paths, kind.suffix, folder / "office")


def _statuses(gold: Gold, path: Path) -> dict[str, str]:
    return {each.id: each.status for each in examine(path, gold.annexes, rules()).criteria}


def _compare(total: Measured, slug: str, source: SourceText, blocks: Blocks, *, headed: bool) -> None:
    wanted, found = _words(blocks), words_read(source)
    rate = error_rate(wanted, found)
    total.words += len(wanted)
    total.wrong += rate * len(wanted)
    if rate > WORDS_BOUND:
        total.told.append(f"{slug}: {rate:.2%} of the words wrong")
    _tally(total, "rows", slug, rows_in(blocks), [row for row in _rows(source) if any(row)])
    if headed:
        heads = [[_plain(line.text)] for line in source.lines if line.role == "heading"]
        _tally(
            total,
            "headings",
            slug,
            [[_plain(text)] for text in headings_in(blocks) if is_heading(text)],
            heads,
        )


def _tally(total: Measured, what: str, slug: str, wanted: list[list[str]], found: list[list[str]]) -> None:
    have = Counter(map(tuple, found))
    missed = Counter(map(tuple, wanted)) - have
    setattr(total, what, getattr(total, what) + len(wanted))
    setattr(total, f"{what}_right", getattr(total, f"{what}_right") + len(wanted) - missed.total())
    total.told += [f"{slug}: {what}: missed {' | '.join(each)!r}" for each in missed]


def _words(blocks: Blocks) -> list[str]:
    """Return the words that were written, row by row in tables; notes and their marks left out."""
    texts = [
        text
        for block in blocks
        if block.kind != "footnote"
        for text in ([block.text] if block.text else [cell for row in block.rows for cell in row])
    ]
    return [word for text in texts for word in _plain(text).split()]


def words_read(source: SourceText) -> list[str]:
    """Return the words of the running text as they were read."""
    apart = [line.span for line in source.lines if line.role in {"furniture", "footnote"}]
    hidden = sorted([*source.markup, *apart])
    pieces, at = [], 0
    for span in hidden:
        pieces.append(source.text[at : span.start])
        at = max(span.end, at)
    return _plain("".join([*pieces, source.text[at:]])).split()


def _rows(source: SourceText) -> list[list[str]]:
    return [[_plain(cell.of(source.text)) for cell in row] for table in source.tables for row in table.rows]


def _plain(text: str) -> str:
    """Return words with single blanks; a note's mark and a bullet, which may be another sign, left out."""
    words = "".join(" " if c in "•▪" else c for c in text if c not in "¹²³⁰⁴⁵⁶⁷⁸⁹").split()
    return " ".join(word for word in words if word not in {"-", "–"})


def report(measured: Sequence[Measured], *, told: bool = True) -> str:
    """Return the figures as a table, and what is wrong."""
    lines = [f"{'':34}{'words wrong':>12}{'rows':>12}{'headings':>12}{'statuses':>10}{'ms a paper':>12}"]
    for each in measured:
        rows, headings = f"{each.rows_right}/{each.rows}", f"{each.headings_right}/{each.headings}"
        lines.append(
            f"{each.name:34}{each.error_rate:>12.3%}{rows:>12}{headings:>12}"
            f"{f'{each.same}/{each.papers}':>10}{1000 * each.seconds / max(each.papers, 1):>12.1f}"
            f"{'' if each.holds else '  <- out of bounds'}"
        )
    if told:
        lines += [f"{each.name}: {line}" for each in measured for line in each.told]
    return "\n".join(lines)


def main(write: Callable[[str], None] = print) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text-only", action="store_true", help="do not judge, only compare the texts")
    options = parser.parse_args()
    measured = measure(tuned(), judged=not options.text_only)
    write(report(measured))
    if not office.available():
        write("LibreOffice is not installed: its files were not measured")
    return int(not all(each.holds for each in measured))


if __name__ == "__main__":
    sys.exit(main())
