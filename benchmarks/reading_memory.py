"""How much memory reading a PDF of 500 pages takes: `python -m benchmarks.reading_memory`.

Counted is what the parent and its worker hold at their worst, together, as the system tells it. Ends with 1
when that breaks the bound.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.gold import CORPUS

SHOWN = CORPUS / "schoolpremie-wilgenbeke" / "protocol.txt"
TABLE = "\n\nBijlage 1: Gegevens\n\nGegeven\tVerantwoording\n" + "\n".join(
    f"Gegeven {number} van de leerling\tNodig om de toeslag van die leerling te berekenen"
    for number in range(60)
)
PAGES = 500
BOUND = 300  # megabytes, for PAGES pages

_CHILD = """
import resource, sys
from pathlib import Path
from protocheck.ingest import apart, child, guarded
if "fresh" in sys.argv:
    apart.can_copy = child.can_copy = lambda: False
source = guarded.read(Path(sys.argv[1]))
peak = [resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(len(source.pages), len(source.text), *peak)
"""


def long_pdf(path: Path, pages: int) -> Path:
    """Make a PDF of so many pages of text, with tables, as long protocols with annexes have them."""
    from tests.documents import make_pdf  # noqa: PLC0415 - reportlab is only needed here

    text = SHOWN.read_text("utf-8") + TABLE
    piece = make_pdf(text, path.with_name("piece.pdf"))
    import pikepdf  # noqa: PLC0415 - only needed here

    with pikepdf.open(piece) as one, pikepdf.new() as whole:
        while len(whole.pages) < pages:
            whole.pages.extend(one.pages)
        del whole.pages[pages:]
        whole.save(path)
    return path


def measured(path: Path, way: str) -> tuple[int, int, int, int, float]:
    """Return pages, characters, the peak of the parent and of the worker in megabytes, and seconds."""
    start = time.perf_counter()
    # The system counts to a program what the one that started it held: let a small one start it.
    start_it = ["sh", "-c", '"$@"; exit $?', "sh"]
    command = [*start_it, sys.executable, "-c", _CHILD, str(path), way]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    pages, characters, parent, worker = map(int, done.stdout.split())
    return pages, characters, parent, worker, time.perf_counter() - start


def main(arguments: list[str] | None = None) -> int:
    """Measure both ways to start a worker and print a line for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading_memory", description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    options = parser.parse_args(arguments)
    held = True
    with tempfile.TemporaryDirectory() as folder:
        path = long_pdf(Path(folder) / "lang.pdf", options.pages)
        for way in ("copy", "fresh"):
            pages, characters, parent, worker, seconds = measured(path, way)
            held &= parent + worker <= BOUND
            print(
                f"{'ok   ' if parent + worker <= BOUND else 'ZWAAR'} {parent + worker} MB, grens {BOUND} MB: "
                f"{pages} bladzijden, {characters} tekens, {way}: {parent} MB ouder, {worker} MB lezer, "
                f"{seconds:.1f} s"
            )
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
