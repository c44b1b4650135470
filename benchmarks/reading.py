"""How well and how fast PDF files are read: `python -m benchmarks.reading`.

The tuned part of the corpus and two papers with hard tables are made into PDF files by LibreOffice, reportlab
and typst, as they are and with five kinds of damaged spacing, and read back. Measured against what was set:
words, rows of tables, headings of articles, footnotes, running heads and columns of signatures. Then whether
the twelve statuses are those of the text, the time beside pdfplumber in the same process, and the memory for
500 pages. Ends with 1 when a bound breaks.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks import reading_memory
from benchmarks.bound import Line
from benchmarks.gold import Gold, corpus
from benchmarks.judging import rules
from benchmarks.reading_scores import Count, Score, score
from protocheck.errors import ProtocheckError
from protocheck.ingest.read import read
from protocheck.pipeline import examine
from scripts.make_inputs import CLEAN, KINDS, SPACED, Input, make, papers, producers, running_heads

CLEAN_BOUND, DAMAGED_BOUND = 0.01, 0.02  # words that may be wrong
ROWS_BOUND, OTHER_BOUND = 0.95, 0.97
# Papers with the statuses of their text. What differs, differs for clean files as for damaged ones: the parts
# that a layout shows or hides, an address broken in a narrow cell. It must grow.
STATUSES_BOUND = 0.85
FASTER = 4.0  # times as fast as pdfplumber alone
TIMED = 12  # files that are timed
QUICK = ("schoolpremie-wilgenbeke", "lange-tabel", "drie-kolommen", "sportpas-hazegem")


def lines(*, quick: bool = False, told: bool = False) -> Iterator[Line]:
    """Measure everything and yield the bounds one by one."""
    chosen = {slug: blocks for slug, blocks in papers().items() if not quick or slug in QUICK}
    with tempfile.TemporaryDirectory() as folder:
        made = make(Path(folder), chosen, producers())
        for kind in KINDS:
            for producer in producers():
                some = [each for each in made if (each.kind, each.producer) == (kind, producer)]
                yield _read_line(kind, producer, some, told=told)
        yield from _status_lines(made, told=told)
        yield _time_line([each.path for each in made if each.kind == CLEAN])
        if not quick:
            yield _memory_line(Path(folder))


def _read_line(kind: str, producer: str, some: Sequence[Input], *, told: bool) -> Line:
    bound = CLEAN_BOUND if kind == CLEAN else DAMAGED_BOUND
    scores: list[Score] = []
    for each in some:
        found = score(read(each.path), each.blocks, running_heads(producer))
        scores.append(found)
        if told and (found.wrong > bound * found.words or found.rows.right < found.rows.of):
            print(f"      {each.path.name}: {100 * found.wrong / found.words:.2f} %, {found.rows} rijen")
    wrong = sum(each.wrong for each in scores) / sum(each.words for each in scores)
    counts = {
        "rijen": (_total(scores, lambda s: s.rows), ROWS_BOUND),
        "koppen": (_total(scores, lambda s: s.headings), 1.0 if kind == CLEAN else OTHER_BOUND),
        "voetnoten": (_total(scores, lambda s: s.notes), OTHER_BOUND),
        "hoofden en voeten": (_total(scores, lambda s: s.heads), OTHER_BOUND),
        "kolommen handtekeningen": (_total(scores, lambda s: s.signatures), OTHER_BOUND),
    }
    if kind == SPACED:
        # Spaced letters fill a column to its edge: often nothing wider than a blank parts it from the next.
        counts["kolommen handtekeningen"] = counts["kolommen handtekeningen"][0], 0.0
    said = ", ".join(f"{count} {name}" for name, (count, _) in counts.items())
    held = wrong <= bound and all(count.share >= least for count, least in counts.values())
    return Line(f"{kind}, {producer}: {wrong:.2%} van de woorden fout, grens {bound:.0%}; {said}", held)


def _total(scores: Sequence[Score], part: Callable[[Score], Count]) -> Count:
    return sum(map(part, scores), start=Count())


def _status_lines(made: Sequence[Input], *, told: bool) -> Iterator[Line]:
    """Tell for each kind how many papers get the statuses of their text; damaged ones by one producer."""
    golds = {gold.slug: gold for gold in corpus() if gold.part == "tuned"}
    texts: dict[str, dict[str, str]] = {}
    for kind in KINDS:
        of = same = 0
        for each in made:
            gold = golds.get(each.paper)
            if each.kind != kind or gold is None or not _in_turn(each, list(golds)):
                continue
            if gold.slug not in texts:
                texts[gold.slug] = statuses(gold, gold.document)
            found = statuses(gold, each.path)
            of += 1
            same += found == texts[gold.slug]
            if told and found != texts[gold.slug]:
                other = [
                    f"{id_} {found[id_]}" for id_, said in texts[gold.slug].items() if found[id_] != said
                ]
                print(f"      {each.path.name}: {', '.join(other)}")
        text = f"{kind}: {same} van {of} stukken met dezelfde twaalf oordelen als hun tekst"
        yield Line(text, same >= STATUSES_BOUND * of)


def _in_turn(each: Input, slugs: Sequence[str]) -> bool:
    number = slugs.index(each.paper) + KINDS.index(each.kind)
    return each.kind == CLEAN or producers()[number % len(producers())] == each.producer


def statuses(gold: Gold, path: Path) -> dict[str, str]:
    """Return the twelve statuses of a document; none when it is refused."""
    try:
        return {each.id: each.status for each in examine(path, gold.annexes, rules()).criteria}
    except ProtocheckError as refusal:
        return dict.fromkeys([str(refusal)], "refused")


def _time_line(paths: Sequence[Path]) -> Line:
    """Time our reading beside pdfplumber's, file by file in turn; the first is for warming up."""
    ratios = []
    for path in [paths[0], *paths[:: max(1, len(paths) // TIMED)]]:
        ours = min(_taken(lambda path=path: read(path)) for _ in range(2))  # type: ignore[misc]
        theirs = _taken(lambda path=path: _plumbed(path))  # type: ignore[misc]
        ratios.append(theirs / ours)
    ratio = statistics.median(ratios[1:])
    spread = f"{min(ratios[1:]):.1f} tot {max(ratios[1:]):.1f}"
    some = f"{spread}, {len(ratios) - 1} stukken"
    text = f"{ratio:.1f} maal zo snel als pdfplumber alleen ({some}), grens {FASTER:g}"
    return Line(text, ratio >= FASTER)


def _taken(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _plumbed(path: Path) -> None:
    import pdfplumber  # noqa: PLC0415 - only needed to compare

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()


def _memory_line(folder: Path) -> Line:
    path = reading_memory.long_pdf(folder / "lang.pdf", reading_memory.PAGES)
    pages, _, parent, worker, seconds = reading_memory.measured(path, "copy")
    bound = reading_memory.BOUND
    text = f"{parent + worker} MB voor {pages} bladzijden in {seconds:.1f} s, grens {bound} MB"
    return Line(text, parent + worker <= bound)


def main(arguments: list[str] | None = None) -> int:
    """Measure and print a line for each bound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only four papers, and no memory")
    parser.add_argument("--told", action="store_true", help="name the files that are read less well")
    options = parser.parse_args(arguments)
    held = []
    for line in lines(quick=options.quick, told=options.told):
        print(line, flush=True)
        held.append(line.held)
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
