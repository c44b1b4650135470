"""Run the examples in the rule files: each must get its judgement, and for the right reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protocheck.engine.criteria import Trials, attempt, judge
from protocheck.engine.evaluate import finder_of, refuse_unknown_checks
from protocheck.engine.terms import Terms
from protocheck.facts import state
from protocheck.ingest.read import read
from protocheck.match.finder import Finder
from protocheck.model.outcome import CriterionResult
from protocheck.model.package import Reading
from protocheck.repair import repair
from protocheck.rulebook.rules import Criterion, Example, Rulebook
from protocheck.segment import segment


@dataclass(frozen=True, slots=True)
class SelfTest:
    """How many examples are right, and what is wrong with the others, one line each."""

    passed: int
    faults: tuple[str, ...]


def selftest(rulebook: Rulebook) -> SelfTest:
    """Run every example of every criterion; a rule without a met and an unmet one is a fault.

    Raises:
        RuleError: a rule names a check that does not exist.
    """
    refuse_unknown_checks(rulebook)
    finder = finder_of(rulebook)
    passed = 0
    faults: list[str] = []
    for criterion in rulebook.criteria:
        faults += _missing(criterion)
        for number, example in enumerate(criterion.examples, start=1):
            found = list(_faults(criterion, example, finder))
            passed += not found
            faults += [f"{criterion.path}: voorbeeld {number}: {fault}" for fault in found]
    return SelfTest(passed, tuple(faults))


def _missing(criterion: Criterion) -> Iterator[str]:
    for status in ("met", "unmet"):
        if not any(example.status == status for example in criterion.examples):
            yield f"{criterion.path}: geen enkel voorbeeld met status {status}"


def _faults(criterion: Criterion, example: Example, finder: Finder) -> Iterator[str]:
    reading = _reading(example.text)
    terms = Terms(reading, finder)
    result = judge(criterion, [terms])
    if result.status != example.status:
        gave = sorted({evidence.signal for evidence in result.evidence})
        yield f"verwacht {example.status}, kreeg {result.status} (signalen: {', '.join(gave) or 'geen'})"
        return
    yield from _wrong_elements(example, result)
    trials = attempt(criterion, [terms])
    for name in example.by:
        if not any(tried.hits for tried in trials.get(name, ())):
            yield f"het signaal {name} slaat niet aan"
    if example.because and example.because not in _reasons(trials):
        yield f"niet om de reden {example.because}, maar om: {', '.join(sorted(_reasons(trials))) or 'geen'}"
    if example.through and not reading.text.edits:
        yield "het herstel verandert niets aan dit voorbeeld"


def _wrong_elements(example: Example, result: CriterionResult) -> Iterator[str]:
    found = {element.id: element.status for element in result.elements}
    for name, status in example.elements.items():
        if found.get(name) != status:
            yield f"element {name}: verwacht {status}, kreeg {found.get(name, 'geen')}"


def _reasons(trials: Trials) -> set[str]:
    return {miss.reason for tried in trials.values() for each in tried for miss in each.misses}


def _reading(text: str) -> Reading:
    repaired = repair(read(None, data=text.encode(), name="voorbeeld.txt"))
    outline = segment(repaired)
    return Reading("protocol", repaired, outline, state(outline))
