"""The audit of an archive, held to its bounds in one run: `python -m benchmarks.audit [--only PART]...`.

- speed: processor time a document beside pdfplumber that only extracts the text, over the same PDF files, and
  documents a second a core beside a loop of pdftotext with grep;
- growth: time and memory from 200 to 2,000 documents, and a second run over those 2,000;
- jobs: two jobs beside one, on the clock;
- kill: kill -9 at ten moments of a run over 300 documents; what it ends with beside a run left alone;
- scans: what recognising a few scans takes; nothing is held to it.

The times on the clock want a machine with two cores and nothing else to do. Ends with 1 when a bound breaks.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks import audit_archive, audit_peers, audit_runs
from benchmarks.audit_runs import Took
from benchmarks.bound import Line
from protocheck.batch.store import contents, differences

DOCUMENTS, FEW, KILLED = 2000, 200, 300
KILLS, SEED = 10, 20261122
SAMPLES, ROUNDS, BOTH = 3, 2, 300
SLOWER, GROWTH, SLOWER_WITH_MORE, FASTER_AGAIN, FASTER_BY_TWO = 1.0, 1.10, 1.25, 50.0, 1.8
TWO_CORES = 1.95  # what two processes win on a machine that is quiet
SCANS = 4

Archive = Sequence[Path]  # its folders, of a hundred documents each


def first(archive: Archive, documents: int) -> Archive:
    """Return the folders with so many documents."""
    return archive[: documents // audit_archive.PART]


def speed(archive: Archive) -> Iterator[Line]:
    """Compare in turn, so that a busy machine slows both: a part by each peer, then all parts by us."""
    peers = [audit_peers.PLUMBER, *filter(None, [audit_peers.pdftotext()])]
    ours, theirs = [], {peer.name: list[float]() for peer in peers}
    parts = [[*sorted(part.glob("pdf-*")), *sorted(part.glob("damaged-*"))] for part in archive[:SAMPLES]]
    every = [path for part in parts for path in part]
    for paths in parts:
        for peer in peers:
            theirs[peer.name].append(peer.seconds(paths) / len(paths))
        ours.append(_fresh(every).processor / len(every))
    own = statistics.median(ours)
    text = f"{1000 * own:.0f} ms processortijd per pdf, {1 / own:.1f} documenten per seconde en per kern"
    for name, seconds in theirs.items():
        ratio = statistics.median(mine / its for mine, its in zip(ours, seconds, strict=True))
        its = statistics.median(seconds)
        bound = f", grens {SLOWER:g}x" if name == audit_peers.PLUMBER.name else ""
        told = f"{ratio:.2f}x{bound}: {text}, tegen {name} {1000 * its:.0f} ms, {1 / its:.1f} per seconde"
        yield Line(told, ratio <= SLOWER or not bound)
    if len(peers) == 1:
        yield Line("pdftotext met grep niet gemeten: poppler-utils ontbreekt")


def growth(archive: Archive) -> Iterator[Line]:
    """Compare few documents with many, and many with the same once more."""
    few = _fresh(first(archive, FEW), jobs=2)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "audit.sqlite")
        many = audit_runs.audit(archive, store, jobs=2)
        again = [audit_runs.audit(archive, store, jobs=2) for _ in range(SAMPLES)]
        size = store.stat().st_size / 1e6
    share = (many.processor / (len(archive) * audit_archive.PART)) / (few.processor / FEW)
    documents = len(archive) * audit_archive.PART
    yield Line(
        f"{share:.2f}x processortijd per document bij {documents} tegen {FEW}, grens {SLOWER_WITH_MORE:g}x; "
        f"{documents} documenten in {many.clock:.0f} s met twee taken, bestand van {size:.0f} MB",
        share <= SLOWER_WITH_MORE,
    )
    yield from _memory(few, many, documents)
    fastest = min(each.clock for each in again)
    yield Line(
        f"{many.clock / fastest:.0f}x sneller een tweede keer over {documents} ongewijzigde bestanden, "
        f"grens {FASTER_AGAIN:g}x: {fastest:.2f} s",
        many.clock / fastest >= FASTER_AGAIN,
    )


def _memory(few: Took, many: Took, documents: int) -> Iterator[Line]:
    for who, before, after in (
        ("ouder", few.parent, many.parent),
        ("grootste werker", few.worker, many.worker),
    ):
        yield Line(
            f"{after / before:.2f}x geheugen van {who} bij {documents} tegen {FEW} documenten, "
            f"grens {GROWTH:g}x: {before:.0f} en {after:.0f} MB",
            after / before <= GROWTH,
        )


def jobs(archive: Archive) -> Iterator[Line]:
    """Compare two jobs with one in turn; the best of each counts, and what the machine itself can give.

    Only the judging counts, with the start of the workers: the view over the whole archive is one job.
    """
    once, twice, machine = [], [], []
    places = first(archive, BOTH)
    for _ in range(ROUNDS):
        machine.append(audit_peers.two_at_once(sorted(archive[0].glob("pdf-*"))[:24]))
        once.append(_fresh(places).judging)
        twice.append(_fresh(places, jobs=2).judging)
    ratio, given = min(once) / min(twice), max(machine)
    bound = FASTER_BY_TWO * min(given / TWO_CORES, 1.0)
    quiet = "" if given >= TWO_CORES else f" (machine niet stil: twee processen halen samen {given:.2f}x)"
    yield Line(
        f"{ratio:.2f}x sneller met twee taken dan met één over {BOTH} documenten, "
        f"grens {bound:.2f}x{quiet}: {min(once):.1f} en {min(twice):.1f} s",
        ratio >= bound,
    )


def kill(archive: Archive) -> Iterator[Line]:
    """Kill a run ten times, end it, and hold what it kept beside a run that was left alone."""
    places = first(archive, KILLED)
    with tempfile.TemporaryDirectory() as folder:
        sound, broken = Path(folder, "ongestoord.sqlite"), Path(folder, "afgebroken.sqlite")
        took = audit_runs.audit(places, sound, jobs=2)
        moments = _moments(took.clock)
        killed = sum([audit_runs.broken_off(places, broken, 2, seconds) for seconds in moments])
        audit_runs.audit(places, broken, jobs=2)
        apart = differences(sound, broken)
        rows = sum(1 for _ in contents(sound))
    told = "hetzelfde" if not apart else f"{len(apart)} of meer regels anders, zoals {apart[0][:150]}"
    yield Line(
        f"{killed} keer afgebroken met kill -9 over {KILLED} documenten (na {_listed(moments)} s) en "
        f"hernomen: {told} als ongestoord, {rows} rijen vergeleken",
        killed == KILLS and not apart,
    )


def _moments(seconds: float) -> list[float]:
    """Draw how long each run lives; together as long as one that is left alone takes, start-up besides."""
    chance = random.Random(SEED)  # noqa: S311 - moments, no secret
    drawn = [chance.uniform(0.1, 1.0) for _ in range(KILLS)]
    return [each * seconds / sum(drawn) for each in drawn]


def _listed(moments: Sequence[float]) -> str:
    return ", ".join(f"{each:.1f}" for each in moments)


def scans(archive: Archive) -> Iterator[Line]:
    """Tell what a few scans take; recognition is measured by `benchmarks.scans`."""
    from protocheck.ingest.ocr_engine import Engine, find_engine  # noqa: PLC0415 - only for this
    from tests.scans import Scanner, pictured, scanned  # noqa: PLC0415 - the same

    if not isinstance(find_engine(), Engine):
        yield Line("scans niet gemeten: tesseract ontbreekt")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, path in enumerate(sorted(archive[0].glob("pdf-*"))[:SCANS]):
            scanner = Scanner(seed=number)
            pictured(scanned(path, scanner)[:2], folder / f"scan-{number}.pdf", scanner.dpi)
        took = _fresh([folder], jobs=2)
    yield Line(f"{SCANS} scans van twee bladzijden in {took.clock:.1f} s (buiten de andere tijden gehouden)")


def _fresh(places: Sequence[Path], jobs: int = 1) -> Took:
    """Audit into a store that is not there yet."""
    with tempfile.TemporaryDirectory() as folder:
        return audit_runs.audit(places, Path(folder, "audit.sqlite"), jobs)


PARTS: dict[str, Callable[[Archive], Iterator[Line]]] = {
    "speed": speed,
    "growth": growth,
    "jobs": jobs,
    "kill": kill,
    "scans": scans,
}


def lines(only: Sequence[str] = (), documents: int = DOCUMENTS) -> Iterator[Line]:
    """Yield the result line by line."""
    start = time.perf_counter()
    archive = audit_archive.archive(audit_archive.kept(), documents // audit_archive.PART)
    yield Line(f"archief van {documents} documenten, klaargezet in {time.perf_counter() - start:.0f} s")
    # A program that was changed is compiled in its next run, which takes time and memory: here, uncounted.
    _fresh([min(archive[0].glob("text-*"))])
    for name in only or PARTS:
        yield from PARTS[name](archive)


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each bound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.audit", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, default=[], help="this part; repeatable")
    parser.add_argument("--documents", type=int, default=DOCUMENTS, help=f"a number of hundreds, {DOCUMENTS}")
    options = parser.parse_args(arguments)
    held = []
    for line in lines(options.only, options.documents):
        print(line, flush=True)
        held.append(line.held)
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
