"""What the program says of the corpus: each protocol as it is, in other formats, and mutated."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from benchmarks.gold import CRITERIA, Gold, OtherPaper
from benchmarks.mutants import CONTENTS, Mutant, mutants
from protocheck.engine import evaluate
from protocheck.errors import DocumentError, NotAProtocolError
from protocheck.model.package import Package
from protocheck.model.report import Report
from protocheck.model.structure import Outline
from protocheck.pipeline import examine, study
from protocheck.rulebook import Rulebook, load

TEXT = "tekst"
FORMATS = ("pdf", "docx")
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Case:
    """One text judged: what was expected and what came out.

    `variant` is `TEXT` for the protocol as it stands, the name of a format, or the name of a
    mutation; `elements` and `refs` are filled for unchanged texts only. `found` is `REFUSED` for
    all criteria when the program would not read the text or the mutation found no place.
    """

    slug: str
    part: str
    variant: str
    expected: dict[str, str]
    found: dict[str, str]
    expected_verdict: str = ""
    found_verdict: str = ""
    elements: dict[str, dict[str, str]] = field(default_factory=dict)
    refs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    mutated: frozenset[str] = frozenset()


def judge_corpus(golds: tuple[Gold, ...], *, formats: tuple[str, ...] = (), jobs: int = 2) -> list[Case]:
    """Judge every protocol, its formats and its mutants, in the order of the corpus."""
    if jobs < 2 or len(golds) < 2:  # noqa: PLR2004 - one worker is no pool
        return [case for gold in golds for case in judge_protocol(gold, formats)]
    with ProcessPoolExecutor(jobs) as pool:
        return [case for cases in pool.map(judge_protocol, golds, [formats] * len(golds)) for case in cases]


def judge_protocol(
    gold: Gold, formats: tuple[str, ...] = (), *, contents: bool = True, mutated: bool = True
) -> list[Case]:
    """Judge one protocol, its formats and its mutants.

    Args:
        gold: the protocol, and how it is to be judged.
        formats: the other formats to judge it in.
        contents: also the mutants that have a contents list.
        mutated: mutants at all.
    """
    cases = [judge_text(gold)]
    with tempfile.TemporaryDirectory() as folder:
        for name in formats:
            from benchmarks.formats import convert  # noqa: PLC0415 - needs reportlab, the text run does not

            cases.append(_unchanged(gold, name, convert(gold.document, name, Path(folder))))
        for mutant in mutants(gold) if mutated else ():
            if mutant.name.endswith(CONTENTS) and not contents:
                continue
            path = Path(folder) / gold.document.name
            if mutant.text is not None:
                path.write_text(mutant.text, "utf-8")
            cases.append(_mutated(gold, mutant, path))
    return cases


def is_refused(paper: OtherPaper) -> bool:
    """Tell whether the program says that a paper is no protocol."""
    try:
        examine(paper.document, (), rules())
    except NotAProtocolError:
        return True
    return False


@cache
def rules() -> Rulebook:
    """Load the rules once in every process: the twelve criteria alone, of which the gold speaks.

    What a lawyer mends besides has gold of its own (`benchmarks.findings`), and no say in the verdict here.
    """
    whole = load()
    return replace(whole, packs=tuple(pack for pack in whole.packs if pack.criteria))


def judge_text(gold: Gold) -> Case:
    """Judge one protocol as it stands."""
    return _unchanged(gold, TEXT, gold.document)


def _unchanged(gold: Gold, variant: str, path: Path) -> Case:
    try:
        report = examine(path, gold.annexes, rules())
    except DocumentError:
        return _refused(gold, variant)
    return Case(
        slug=gold.slug,
        part=gold.part,
        variant=variant,
        expected=gold.statuses,
        found={c.id: c.status for c in report.criteria},
        expected_verdict=gold.verdict,
        found_verdict=report.verdict.status,
        elements={c.id: {e.id: e.status for e in c.elements} for c in report.criteria},
        refs=places_of(report, study(path, "protocol").outline),
    )


def places_of(report: Report, outline: Outline) -> dict[str, tuple[str, ...]]:
    """Return for each criterion where its evidence stands: the parts, and the chapters that hold them.

    Deliberations count their paragraphs through below headings with a letter; the paragraphs are the articles
    then, and who reads the paper may as well name the letter: 'article B' is the chapter of that letter.
    """
    numbers = {part.number for part in outline.of_kind("article")}
    above = {
        part.ref: f"article {chapter.number}"
        for chapter in outline.of_kind("chapter")
        if chapter.number and chapter.number not in numbers
        for part in chapter.walk()
    }
    found = {c.id: [e.ref for e in c.evidence] for c in report.criteria}
    return {id_: (*refs, *(above[ref] for ref in refs if ref in above)) for id_, refs in found.items()}


def _mutated(gold: Gold, mutant: Mutant, path: Path) -> Case:
    expected = gold.statuses | mutant.expect
    named = frozenset(mutant.expect)
    if mutant.text is None:
        return _refused(gold, mutant.name, expected, named)
    try:
        outcome = evaluate(_package(path, mutant.annexes), rules())  # of the statuses no advice is needed
    except DocumentError:
        return _refused(gold, mutant.name, expected, named)
    found: dict[str, str] = {c.id: c.status for c in outcome.criteria}
    return Case(gold.slug, gold.part, mutant.name, expected, found, mutated=named)


def _package(path: Path, annexes: Sequence[Path]) -> Package:
    """Read a protocol and what was handed in with it."""
    read = (study(annex, f"annex-{number}") for number, annex in enumerate(annexes, 1))
    return Package(study(path, "protocol"), tuple(read))


def _refused(
    gold: Gold, variant: str, expected: dict[str, str] | None = None, mutated: frozenset[str] = frozenset()
) -> Case:
    return Case(
        slug=gold.slug,
        part=gold.part,
        variant=variant,
        expected=expected or gold.statuses,
        found=dict.fromkeys(CRITERIA, REFUSED),
        expected_verdict="" if mutated or expected else gold.verdict,
        found_verdict="" if mutated or expected else REFUSED,
        mutated=mutated,
    )
