"""`lint` beside PyPI's contract-lint: defects found, false ones, time: `python -m benchmarks.lint_peer`.

Ours is held to code and place. Theirs knows other kinds of defects, so any finding of theirs on the printed
line of a defect counts as found, and none on such a line counts as false: the comparison favours it.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench import PROGRAM, Command, Run, paired, timed
from benchmarks.findings import Draft, compare, drafts, found_in
from benchmarks.gold import CORPUS
from protocheck.rulebook import load

PEER = Path(sys.executable).with_name("contract-lint")
VERSION = "0.2.6"
BOUND = 4.0  # times its processor time, start-up included, for a text of ten pages
PAGES, WORDS = 10, 230  # of a page as printed: the common protocol has 1,390 words on six
FILES = 50
_QUIET = ("--fail-on", "never")
_THEIRS = ("--fail-on", "none")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the outcome, and whether it holds."""

    text: str
    held: bool = True

    def __str__(self) -> str:
        """Return the line."""
        return self.text


@dataclass
class Tally:
    """What one program found."""

    found: int = 0
    false: int = 0


def lines(repeats: int = 7) -> Iterator[Line]:
    """Yield what was measured; one line that says why not when the peer is absent."""
    if not PEER.exists():
        yield Line(f"(contract-lint {VERSION} ontbreekt: pip install --group bench; niet vergeleken)")
        return
    yield defects()
    with tempfile.TemporaryDirectory() as folder:
        text = ten_pages(Path(folder))
        ours, theirs = (PROGRAM, "lint", text, *_QUIET), (PEER, "lint", text, *_THEIRS)
        pair = paired(f"lint van {PAGES} bladzijden", "contract-lint", BOUND, (ours, theirs), repeats)
        yield Line(str(pair), pair.held)
        yield many(Path(folder), max(repeats // 3, 1))


def defects() -> Line:
    """Compare what both find in the tuned drafts."""
    rules = load()
    wanted, ours, theirs = 0, Tally(), Tally()
    for draft in drafts("tuned"):
        wanted += len(draft.findings)
        score, _ = compare(draft, found_in(draft, rules))
        ours.found += score.found.total()
        ours.false += score.false.total()
        found, false = of_peer(draft)
        theirs.found += found
        theirs.false += false
    text = (
        f"gebreken in eigen concepten: {ours.found} van {wanted} gevonden en {ours.false} vals, "
        f"tegen contract-lint {theirs.found} van {wanted} en {theirs.false} vals"
    )
    held = ours.found > theirs.found and ours.false < theirs.false
    return Line(f"{'ok   ' if held else 'SLECHT'} {text}", held)


def of_peer(draft: Draft) -> tuple[int, int]:
    """Return how many defects of a draft the peer finds, and how many of its findings stand elsewhere."""
    lines = [" ".join(line.split()) for line in draft.paths[0].read_text("utf-8").splitlines()]
    said = {_line(lines, finding) for finding in _peer_findings(draft.paths[0])}
    wanted = [each.line for each in draft.findings if each.line]
    found = sum(line in said for line in wanted)
    shown = _peer_findings(draft.paths[0])
    false = sum(_line(lines, finding) not in wanted for finding in shown)
    return found, false


def _peer_findings(path: Path) -> Sequence[dict[str, object]]:
    done = subprocess.run([PEER, "lint", path, "--json"], capture_output=True, check=False)
    found = json.loads(done.stdout)["findings"]
    return found if isinstance(found, list) else []


def _line(lines: Sequence[str], finding: dict[str, object]) -> str:
    number = finding.get("line")
    return lines[number - 1] if isinstance(number, int) and 0 < number <= len(lines) else ""


def ten_pages(folder: Path) -> Path:
    """Make a text of ten pages: a protocol of the corpus, with parts of another as its annex."""
    main = (CORPUS / "parkeervergunningen-drakenvoorde" / "protocol.txt").read_text("utf-8")
    more = (CORPUS / "schoolpremie-wilgenbeke" / "protocol.txt").read_text("utf-8").split("\n\n")
    text = f"{main.rstrip()}\n\nBijlage 1. Toelichting\n"
    for paragraph in more:
        if len(text.split()) >= PAGES * WORDS:
            break
        text += f"\n{paragraph}\n"
    path = folder / "protocol.txt"
    path.write_text(text, "utf-8")
    return path


def many(folder: Path, repeats: int) -> Line:
    """Measure both on fifty files in one call."""
    sources = [draft.paths[0] for draft in drafts("tuned")]
    copies = [folder / f"{number:02}-{source.name}" for number, source in enumerate(_cycle(sources))]
    for copy, source in zip(copies, _cycle(sources), strict=True):
        shutil.copyfile(source, copy)
    ours: Command = (PROGRAM, "lint", *copies, *_QUIET)
    theirs: Command = (PEER, "lint", *copies, *_THEIRS)
    rounds = [(timed(ours), timed(theirs)) for _ in range(repeats)]
    (clock, work), (their_clock, their_work) = (_median(side) for side in zip(*rounds, strict=True))
    return Line(
        f"      {FILES} bestanden in één keer: {clock:.1f} s op de klok en {work:.1f} s rekentijd, "
        f"{1000 * work / FILES:.0f} ms per bestand; contract-lint {their_clock:.1f} s en {their_work:.1f} s"
    )


def _cycle(sources: Sequence[Path]) -> Iterator[Path]:
    for number in range(FILES):
        yield sources[number % len(sources)]


def _median(runs: Sequence[Run]) -> tuple[float, float]:
    return statistics.median(run.clock for run in runs), statistics.median(run.processor for run in runs)


def main() -> int:
    """Print every line; return 1 when one does not hold."""
    held = True
    for line in lines():
        print(line, flush=True)
        held = held and line.held
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
