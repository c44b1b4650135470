"""Scans beside tesseract alone: how many words are wrong, which headings are lost, what it costs in time.

The papers are our own, set by the typesetter of the tests and scanned askew on a dirty glass, with fixed
seeds. Run as `python -m benchmarks.scans`; ends with 1 when a bound breaks, and says so when tesseract is
absent.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.bound import Line
from benchmarks.gold import CORPUS
from protocheck.ingest.ocr_engine import Engine, find_engine
from protocheck.ingest.read import read
from protocheck.model.text import SourceText
from protocheck.repair import repair
from tests.documents import error_rate, headings_of, make_pdf, words_of
from tests.scans import Scanner, jpeg, make_scan, pictured, scanned

# Two without and two with tables; the last one has footnotes as well.
PAPERS = (
    "schoolpremie-wilgenbeke",
    "fiscale-gegevens-kreekdorp",
    "ziekenhuistaxi-leiebeek",
    "sportpas-hazegem",
)
RESOLUTIONS = (150, 200, 300)
JUDGED = 200  # dpi
WORDS_BOUND = 0.03
TIME_BOUND = 1.15


def lines(repeats: int = 5) -> Iterator[Line]:
    """Yield the result line by line."""
    engine = find_engine()
    if not isinstance(engine, Engine):
        yield Line(f"scans niet gemeten: {engine} ontbreekt")
        return
    with tempfile.TemporaryDirectory() as folder:
        for dpi in RESOLUTIONS:
            yield _words(dpi, Path(folder))
        yield _time(engine, repeats, Path(folder))


def _words(dpi: int, folder: Path) -> Line:
    """Read every paper at one resolution; the bound is on the mean at 200 dpi, lost headings always count."""
    rates, lost, sure = [], 0, []
    for paper in PAPERS:
        text = _text(paper)
        source = read(make_scan(text, folder / f"{paper}-{dpi}.pdf", Scanner(dpi)))
        rates.append(error_rate(words_of(text), _body(source)))
        whole = _squeezed(repair(source).text)
        lost += sum(_squeezed(heading) not in whole for heading in headings_of(text))
        sure += [page.confidence for page in source.pages]
    mean = statistics.mean(rates)
    each = ", ".join(f"{100 * rate:.1f}" for rate in rates)
    bound = f", grens {100 * WORDS_BOUND:.0f} %" if dpi == JUDGED else ""
    held = not lost and (dpi != JUDGED or mean <= WORDS_BOUND)
    return Line(
        f"scan van {dpi} dpi: {100 * mean:.1f} % van de woorden fout{bound} (per stuk {each}), "
        f"zekerheid {statistics.mean(sure):.2f}, {lost} titels van artikels kwijt",
        held,
    )


def _text(paper: str) -> str:
    (path,) = (CORPUS / paper).glob("protocol.*")
    return path.read_text("utf-8")


def _body(source: SourceText) -> list[str]:
    return [word for line in source.lines if line.role in {"body", "heading"} for word in line.text.split()]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _time(engine: Engine, repeats: int, folder: Path) -> Line:
    """Read a scan, and put the very images it holds through tesseract alone, in turn; both a page a core."""
    images = scanned(make_pdf(_text(PAPERS[0]), folder / "paper.pdf"), Scanner(JUDGED))
    scan = pictured(images, folder / "scan.pdf", JUDGED)
    pages = [folder / f"{number}.jpg" for number in range(len(images))]
    for page, image in zip(pages, images, strict=True):
        page.write_bytes(jpeg(image))
    ours, theirs, clock = [], [], []
    for _ in range(repeats):
        first, second = _taken(lambda: read(scan)), _taken(lambda: _alone(engine, pages))
        ours.append(first[0])
        theirs.append(second[0])
        clock.append(first[1] / second[1])
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    return Line(
        f"{ratio:.2f}x, grens {TIME_BOUND:g}x: een scan van {len(pages)} bladzijden lezen tegen "
        f"tesseract alleen, {1000 * statistics.median(ours) / len(pages):.0f} ms tegen "
        f"{1000 * statistics.median(theirs) / len(pages):.0f} ms per bladzijde; "
        f"op de klok {statistics.median(clock):.2f}x",
        ratio <= TIME_BOUND,
    )


def _alone(engine: Engine, pages: list[Path]) -> None:
    def one(page: Path) -> None:
        command = [
            engine.command,
            str(page),
            "stdout",
            "-l",
            "nld",
            "--psm",
            "3",
            "--dpi",
            str(JUDGED),
            "tsv",
        ]
        limited = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        subprocess.run(command, check=True, capture_output=True, env=limited)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, pages))


def _taken(work: Callable[[], object]) -> tuple[float, float]:
    """Return the processor time that the work and its children took, and the time on the clock."""
    start, before = time.perf_counter(), _processor()
    work()
    return _processor() - before, time.perf_counter() - start


def _processor() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def main(arguments: list[str] | None = None) -> int:
    """Print every line; return 1 when a bound breaks."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scans", description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    held = True
    for line in lines(parser.parse_args(arguments).repeats):
        print(line, flush=True)
        held = held and line.held
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
