"""Run the examples of a rule for findings: as many as it says, at the words it says."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.engine.findings import Matter, find, in_order
from protocheck.engine.terms import Terms
from protocheck.facts import state
from protocheck.facts.supplied import supplied
from protocheck.ingest.read import read
from protocheck.match.finder import Finder
from protocheck.model.outcome import Finding, RuleRun
from protocheck.model.package import Package, Reading
from protocheck.repair import repair
from protocheck.rulebook.rules import FindingExample, FindingRule, Rulebook
from protocheck.segment import segment

# What a rule must show: defects that it reports, and look-alikes that it leaves alone.
_LEAST_BAD = 2
_LEAST_GOOD = 2


def reading_of(text: str, document: str = "protocol") -> Reading:
    """Return a text of our own as the rules see it."""
    repaired = repair(read(None, data=text.encode(), name="voorbeeld.txt"))
    outline = segment(repaired)
    return Reading(document, repaired, outline, state(outline))


def run_examples(rule: FindingRule, rulebook: Rulebook, finder: Finder) -> tuple[int, list[str]]:
    """Return how many examples are right, and what is wrong with the others; too few are a fault as well."""
    faults = list(_missing(rule))
    passed = 0
    for number, example in enumerate(rule.examples, start=1):
        found = list(_faults(rule, example, rulebook, finder))
        passed += not found
        faults += [f"{rule.path}: voorbeeld {number}: {fault}" for fault in found]
    return passed, faults


def _missing(rule: FindingRule) -> Iterator[str]:
    bad = sum(example.findings > 0 for example in rule.examples)
    good = len(rule.examples) - bad
    if bad < _LEAST_BAD:
        yield f"{rule.path}: te weinig voorbeelden met een bevinding: {bad} van {_LEAST_BAD}"
    if good < _LEAST_GOOD:
        yield f"{rule.path}: te weinig voorbeelden zonder bevinding: {good} van {_LEAST_GOOD}"
    for case in sorted(rule.cases.keys() - {example.case for example in rule.examples}):
        yield f"{rule.path}: geen enkel voorbeeld toont het geval {case}"
    for number, example in enumerate(rule.examples, start=1):
        if not example.findings and not example.because:
            yield f"{rule.path}: voorbeeld {number}: zeg met 'because' waarom hier niets te melden is"


def _faults(rule: FindingRule, example: FindingExample, rulebook: Rulebook, finder: Finder) -> Iterator[str]:
    run, found = found_in(rule, example, rulebook, finder)
    if run.state == "failed":
        yield run.reason
        return
    quotes = [finding.primary.quote for finding in found]
    if len(found) != example.findings:
        yield f"verwacht {example.findings} bevindingen, kreeg {len(found)}: {quotes}"
    elif example.at and not all(_shares(words, quotes) for words in example.at):
        yield f"verwacht bij {list(example.at)}, kreeg {quotes}"
    elif example.case and any(finding.case != example.case for finding in found):
        yield f"verwacht het geval {example.case}, kreeg {sorted({finding.case for finding in found})}"


def _shares(words: str, quotes: list[str]) -> bool:
    return any(words in quote or quote in words for quote in quotes if quote)


def found_in(
    rule: FindingRule, example: FindingExample, rulebook: Rulebook, finder: Finder
) -> tuple[RuleRun, tuple[Finding, ...]]:
    """Run one rule on one example.

    Raises:
        RuleError: the rule names a value that nothing delivers.
    """
    annexes = tuple(reading_of(text, f"annex-{n}") for n, text in enumerate(example.annexes, start=1))
    package = supplied(Package(reading_of(example.text), annexes))
    documents = [Terms(reading, finder) for reading in package.readings]
    matter = Matter(package, documents, {each.key: each for each in rulebook.statutes})
    run, found = find(rule, matter)
    return run, in_order(found)
