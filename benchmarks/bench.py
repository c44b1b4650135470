"""How fast it is, beside a peer in the same run, what documents weigh, and how well it repairs: `make bench`.

Each pair is run in turn, several times, so that a busy machine slows both. What is compared is the
processor time of the two processes, which others on the machine do not change much; the time on the
clock is printed beside it. Ends with 1 when the median ratio breaks a bound.
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
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks import repair_bounds
from benchmarks.gold import CORPUS

Command = Sequence[str | Path]

PROGRAM = Path(sys.executable).with_name("protocheck")
SHOWN = CORPUS / "schoolpremie-wilgenbeke" / "protocol.txt"  # a common form, of a common length
PAGES = 6
WORDS = 2500
STAGES_BOUND = 0.100  # seconds, for segmentation, facts and rules on that many words

EXTRACT = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        page.extract_text()
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took, in seconds."""

    processor: float
    clock: float


@dataclass(frozen=True, slots=True)
class Paired:
    """What came of one pair: the runs of ours and of the peer, in the order they were made."""

    name: str
    peer: str
    bound: float
    runs: tuple[tuple[Run, Run], ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """Return ours divided by theirs in processor time, pair by pair."""
        return tuple(ours.processor / theirs.processor for ours, theirs in self.runs)

    @property
    def ratio(self) -> float:
        """Return the median ratio."""
        return statistics.median(self.ratios)

    @property
    def held(self) -> bool:
        """Tell whether the bound holds."""
        return self.ratio <= self.bound

    def __str__(self) -> str:
        """Return one line."""
        ours, theirs = (
            1000 * statistics.median(run.processor for run in side) for side in zip(*self.runs, strict=True)
        )
        clock = statistics.median(ours.clock / theirs.clock for ours, theirs in self.runs)
        spread = f"{min(self.ratios):.2f} tot {max(self.ratios):.2f}"
        return (
            f"{_verdict(held=self.held)} {self.ratio:.2f}x ({spread}), "
            f"grens {self.bound:g}x: {self.name} tegen {self.peer}, {ours:.0f} ms tegen {theirs:.0f} ms; "
            f"op de klok {clock:.2f}x"
        )


def _verdict(*, held: bool) -> str:
    return "ok   " if held else "TRAAG"


def paired(name: str, peer: str, bound: float, pair: tuple[Command, Command], repeats: int) -> Paired:
    """Run both commands in turn; the first round warms the caches and does not count."""
    rounds = [(timed(pair[0]), timed(pair[1])) for _ in range(repeats + 1)]
    return Paired(name, peer, bound, tuple(rounds[1:]))


def timed(command: Command) -> Run:
    """Run a command to its end and return what it took, its own children included."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, env=_quiet())
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock)


def _quiet() -> dict[str, str]:
    """Return the environment of an ordinary user: compiled modules are kept after the first run."""
    unusual = {"PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "PYTHONWARNINGS"}
    return {name: value for name, value in os.environ.items() if name not in unusual} | {
        "PYTHONHASHSEED": "0"
    }


def start_up(repeats: int) -> Paired:
    """`protocheck --version` beside a Python that only imports click."""
    ours, theirs = (PROGRAM, "--version"), (sys.executable, "-c", "import click")
    return paired("protocheck --version", 'python -c "import click"', 2.0, (ours, theirs), repeats)


def whole_advice(repeats: int) -> Paired:
    """A whole advice on a clean PDF beside a process that only extracts its text."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = six_pages(Path(folder))
        ours, theirs = (PROGRAM, "advise", pdf, "--format", "json"), (sys.executable, "-c", EXTRACT, pdf)
        name = f"advies over een pdf van {PAGES} bladzijden"
        return paired(name, "pdfplumber extract_text", 1.5, (ours, theirs), repeats)


def six_pages(folder: Path) -> Path:
    """Make the clean PDF: a protocol of the corpus, spread over six pages."""
    from benchmarks.formats import to_pdf  # noqa: PLC0415 - reportlab is only needed here

    return to_pdf(SHOWN, folder / "protocol.pdf", pages=PAGES)


def stages(repeats: int) -> tuple[float, int]:
    """Return the seconds that segmentation, facts and rules take, and on how many words."""
    from protocheck.engine import evaluate  # noqa: PLC0415 - the other pairs must not pay for these
    from protocheck.facts import state  # noqa: PLC0415 - the same
    from protocheck.ingest.read import read  # noqa: PLC0415 - the same
    from protocheck.model.package import Package, Reading  # noqa: PLC0415 - the same
    from protocheck.repair import repair  # noqa: PLC0415 - the same
    from protocheck.rulebook import load  # noqa: PLC0415 - the same
    from protocheck.segment import segment  # noqa: PLC0415 - the same

    text, rulebook = repair(read(SHOWN)), load()

    def once() -> None:
        outline = segment(text)
        evaluate(Package(Reading("protocol", text, outline, state(outline))), rulebook)

    return _usual(once, repeats), len(text.text.split())


def _usual(work: Callable[[], None], repeats: int) -> float:
    times = []
    for _ in range(repeats + 1):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times[1:])


class Held(Protocol):
    """A line of a part: what was measured, and whether it holds."""

    @property
    def held(self) -> bool:
        """Tell whether the bound holds."""


def _lint(repeats: int) -> Iterator[Held]:
    from benchmarks import lint_peer  # noqa: PLC0415 - the other pairs must not pay for these

    return lint_peer.lines(repeats)


def _documents(_: int) -> Iterator[Held]:
    from benchmarks import documents  # noqa: PLC0415 - the same

    return documents.lines()


def _scans(_: int) -> Iterator[Held]:
    from benchmarks import scans  # noqa: PLC0415 - the same

    return scans.lines()


def _reading(_: int) -> Iterator[Held]:
    from benchmarks import reading  # noqa: PLC0415 - the same

    return reading.lines()


def _audit(_: int) -> Iterator[Held]:
    from benchmarks import audit  # noqa: PLC0415 - the same

    return audit.lines()


def _repair(_: int) -> Iterator[Held]:
    return repair_bounds.lines()


_PARTS: Mapping[str, Callable[[int], Iterator[Held]]] = {
    "lint": _lint,
    "documents": _documents,
    "scans": _scans,
    "reading": _reading,
    "repair": _repair,
    "audit": _audit,
}


def main(arguments: list[str] | None = None) -> int:
    """Run everything and print a line for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench", description=__doc__)
    parser.add_argument("--repeats", type=int, default=11)
    parser.add_argument("--no-scans", action="store_true", help="leave out the recognition of scans")
    parser.add_argument("--no-reading", action="store_true", help="leave out how well PDF files are read")
    parser.add_argument("--no-repair", action="store_true", help="leave out the repair of damaged texts")
    parser.add_argument("--no-documents", action="store_true", help="leave out the advice as a document")
    parser.add_argument("--no-lint", action="store_true", help="leave out lint beside contract-lint")
    parser.add_argument("--no-audit", action="store_true", help="leave out the audit of an archive")
    options = parser.parse_args(arguments)
    repeats = options.repeats
    held = []
    for pair in (start_up, whole_advice):
        result = pair(repeats)
        print(result, flush=True)
        held.append(result.held)
    seconds, words = stages(repeats)
    scaled = seconds * WORDS / words
    held.append(scaled <= STAGES_BOUND)
    print(
        f"{_verdict(held=held[-1])} {scaled / STAGES_BOUND:.2f}x van de grens van "
        f"{1000 * STAGES_BOUND:.0f} ms op {WORDS} woorden: indelen, feiten en regels, "
        f"{1000 * seconds:.0f} ms op {words} woorden is {1000 * scaled:.0f} ms"
    )
    skipped = vars(options)
    for name, lines in _PARTS.items():
        for line in () if skipped[f"no_{name}"] else lines(repeats):
            print(line, flush=True)
            held.append(line.held)
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
