"""Run the examples in the rule files: each must get its judgement, and for the right reason."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.engine.criteria import Trials, attempt, judge
from protocheck.engine.evaluate import finder_of, refuse_unknown_checks
from protocheck.engine.examples import reading_of, run_examples
from protocheck.engine.terms import Terms
from protocheck.match.finder import Finder
from protocheck.model.outcome import CriterionResult
from protocheck.record import record
from protocheck.rulebook.rules import Criterion, Example, Rulebook

# What a rule must show: texts that meet it, texts that nearly do, and a damaged one.
_LEAST_MET = 3
_LEAST_NEAR = 3
_LEAST_DAMAGED = 1


@record
class SelfTest:
    """How many examples are right, and what is wrong with the others, one line each."""

    passed: int
    faults: tuple[str, ...]


def selftest(rulebook: Rulebook) -> SelfTest:
    """Run every example of every criterion; a rule that shows too few of a kind is a fault as well.

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
    for rule in rulebook.findings:
        good, wrong = run_examples(rule, rulebook, finder)
        passed += good
        faults += wrong
    return SelfTest(passed, tuple(faults))


def _missing(criterion: Criterion) -> Iterator[str]:
    """Tell what the examples of a rule lack: enough of each kind, and a signal with each that passes."""
    given = criterion.examples
    kinds = (
        ("die in orde zijn", _LEAST_MET, [e for e in given if e.status == "met"]),
        ("die net niet in orde zijn", _LEAST_NEAR, [e for e in given if e.status != "met"]),
        ("met schade (through: repair)", _LEAST_DAMAGED, [e for e in given if e.through]),
    )
    for kind, least, found in kinds:
        if len(found) < least:
            yield f"{criterion.path}: te weinig voorbeelden {kind}: {len(found)} van {least}"
    for number, example in enumerate(given, start=1):
        if example.status != "unmet" and not example.by:
            yield f"{criterion.path}: voorbeeld {number}: noem met 'by' het signaal dat moet aanslaan"
        if example.status == "partial" and not example.elements:
            yield f"{criterion.path}: voorbeeld {number}: zeg met 'elements' welk onderdeel er is"


def _faults(criterion: Criterion, example: Example, finder: Finder) -> Iterator[str]:
    reading = reading_of(example.text)
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
    yield from _otherwise_met(criterion, example, result, trials)
    if example.because and example.because not in _reasons(trials):
        yield f"niet om de reden {example.because}, maar om: {', '.join(sorted(_reasons(trials))) or 'geen'}"
    if example.through and not reading.text.edits:
        yield "het herstel verandert niets aan dit voorbeeld"


def _wrong_elements(example: Example, result: CriterionResult) -> Iterator[str]:
    found = {element.id: element.status for element in result.elements}
    for name, status in example.elements.items():
        if found.get(name) != status:
            yield f"element {name}: verwacht {status}, kreeg {found.get(name, 'geen')}"


def _otherwise_met(
    criterion: Criterion, example: Example, result: CriterionResult, trials: Trials
) -> Iterator[str]:
    """Tell which elements are met by other signals only than those that the example names."""
    if not example.by:
        return
    met = {element.id for element in result.elements if element.status == "met"}
    for element in criterion.elements:
        fired = [n for n in (*element.any, *element.all) if any(tried.hits for tried in trials[n])]
        if element.id in met and fired and not set(fired) & set(example.by):
            yield f"element {element.id} is er door een ander signaal: {', '.join(fired)}"


def _reasons(trials: Trials) -> set[str]:
    return {miss.reason for tried in trials.values() for each in tried for miss in each.misses}
