"""How well `lint` finds what the gold of our drafts says: `python -m benchmarks.findings [slug...]`.

A finding is right when the gold has one with the same code on the same printed line, or in the same part of
the paper; each line of gold is met once. A look-alike that is reported is counted apart.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from protocheck.ingest.read import read
from protocheck.linting import look_through, report
from protocheck.model.lint_report import LintFinding
from protocheck.rulebook import Rulebook, load

DRAFTS = Path(__file__).parents[1] / "corpus" / "concepten"
PARTS = ("tuned", "heldback")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line of gold: a defect to report, or a look-alike to leave alone."""

    code: str
    ref: str
    quote: str
    line: str
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of our own, with what a lawyer says of it."""

    slug: str
    part: str
    paths: tuple[Path, ...]
    findings: tuple[Wanted, ...]
    lookalikes: tuple[Wanted, ...]


@dataclass
class Score:
    """Counts per code: found, missed, false; and of the look-alikes those reported."""

    found: Counter[str] = field(default_factory=Counter)
    placed: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    lookalikes: int = 0
    fired: int = 0

    def add(self, other: Score) -> None:
        """Add the counts of another draft."""
        for name in ("found", "placed", "missed", "false"):
            getattr(self, name).update(getattr(other, name))
        self.lookalikes += other.lookalikes
        self.fired += other.fired

    @property
    def precision(self) -> float:
        """Return the share of what was reported that is right."""
        return share(self.found.total(), self.found.total() + self.false.total())

    @property
    def recall(self) -> float:
        """Return the share of the defects that was reported."""
        return share(self.found.total(), self.found.total() + self.missed.total())


def share(part: int, whole: int) -> float:
    """Return a part of a whole; all of nothing."""
    return part / whole if whole else 1.0


def drafts(part: str = "", slugs: Sequence[str] = ()) -> Iterator[Draft]:
    """Yield the drafts of a part, or those named."""
    for path in sorted(DRAFTS.glob("*/gold.yaml")):
        gold = yaml.safe_load(path.read_text("utf-8"))
        if (slugs and path.parent.name not in slugs) or (part and gold["part"] != part):
            continue
        main = next(path.parent.glob("concept.*"))
        paths = (main, *(path.parent / name for name in gold.get("annexes", ())))
        lines = [line for each in paths for line in each.read_text("utf-8").splitlines()]
        yield Draft(
            path.parent.name,
            gold["part"],
            paths,
            tuple(_wanted(each, lines) for each in gold["findings"]),
            tuple(_wanted(each, lines) for each in gold.get("lookalikes", ())),
        )


def _wanted(gold: dict[str, Any], lines: Sequence[str]) -> Wanted:
    quote = str(gold.get("quote", ""))
    holding = [line for line in lines if quote and quote in line]
    number = int(gold.get("nth", 1)) - 1
    line = holding[min(number, len(holding) - 1)] if holding else ""
    return Wanted(gold["code"], str(gold.get("ref", "")), quote, _folded(line), str(gold.get("why", "")))


def _folded(text: str) -> str:
    """Return a line without the rules and the blanks of a table, which reading it draws anew."""
    return " ".join(text.replace("|", " ").split())


def found_in(draft: Draft, rules: Rulebook) -> tuple[LintFinding, ...]:
    """Return what `lint` reports on a draft with its annexes."""
    sources = [read(path) for path in draft.paths]
    return report([look_through(sources, rules, force=True)], rules).findings


def _there(finding: LintFinding, wanted: Wanted) -> bool:
    """Tell whether a finding stands on the printed line of the gold."""
    if not wanted.quote:
        return True
    lines = [_folded(line) for line in finding.excerpt.split("\n")]
    return bool(finding.quote) and wanted.line in lines


def _near(finding: LintFinding, wanted: Wanted) -> bool:
    return bool(wanted.ref) and finding.ref.casefold() == wanted.ref.casefold()


def compare(draft: Draft, findings: Iterable[LintFinding]) -> tuple[Score, list[str]]:
    """Return the counts of one draft, and a line for each thing that is wrong."""
    score, said = Score(lookalikes=len(draft.lookalikes)), []
    left = list(findings)
    todo = list(draft.findings)
    for close in (_there, _near):
        for wanted in list(todo):
            hit = next((f for f in left if f.code == wanted.code and close(f, wanted)), None)
            if hit is not None:
                left.remove(hit)
                todo.remove(wanted)
                score.found[wanted.code] += 1
                score.placed[wanted.code] += close is _there
    for wanted in todo:
        score.missed[wanted.code] += 1
        said.append(f"  gemist  {wanted.code} {wanted.ref}: {wanted.quote or '(geheel)'} ({wanted.why})")
    for finding in left:
        like = next((x for x in draft.lookalikes if x.code == finding.code and _there(finding, x)), None)
        score.false[finding.code] += 1
        score.fired += like is not None
        word, why = ("gelijkt", like.why) if like else ("vals   ", finding.message)
        said.append(f"  {word} {finding.code} {finding.ref}: {finding.quote} ({why})")
    return score, said


def measure(given: Sequence[Draft], rules: Rulebook) -> dict[str, Score]:
    """Return the counts of each draft."""
    return {draft.slug: compare(draft, found_in(draft, rules))[0] for draft in given}


def _print(title: str, score: Score) -> None:
    print(
        f"{title}: precisie {score.precision:.1%}, terugvinding {score.recall:.1%}, plaats "
        f"{share(score.placed.total(), score.found.total()):.1%}; "
        f"gelijkenissen gemeld {score.fired} van {score.lookalikes}"
    )


def _table(score: Score) -> None:
    for code in sorted({*score.found, *score.missed, *score.false}):
        print(
            f"  {code}  goed {score.found[code]:3}  gemist {score.missed[code]:3}  vals {score.false[code]:3}"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measure; of the held-back drafts only the counts, for nobody tunes on them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slugs", nargs="*")
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--code", default="")
    given = parser.parse_args(arguments)
    rules = load()
    for part in [given.part] if given.part else PARTS:
        total = Score()
        for draft in drafts(part, given.slugs):
            score, said = compare(draft, found_in(draft, rules))
            total.add(score)
            told = [line for line in said if given.code in line]
            if part == "tuned" and told:
                print(draft.slug, *told, sep="\n")
        _print(part, total)
        _table(total)
    return 0


if __name__ == "__main__":
    sys.exit(main())
