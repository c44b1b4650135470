"""From the file of a finding to the rule for it; every name in it must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from protocheck.rulebook.naming import Naming, frozen
from protocheck.rulebook.rules import Case, FindingExample, FindingRule, Source
from protocheck.rulebook.schema import FindingExampleFile, FindingFile
from protocheck.rulebook.source import Faults

_SIGNAL_KEYS = ("when", "unless", "each", "missing")


def compiled(rule: FindingFile, path: Path, naming: Naming, faults: Faults) -> FindingRule:
    """Return the rule; what is wrong in it is noted."""
    place = naming.place(path, rule.id, rule.vocabulary)
    _check(rule, path, faults)
    return FindingRule(
        id=rule.id,
        severity=rule.severity,
        title=rule.title,
        message=rule.message.strip(),
        suggestion=rule.suggestion.strip(),
        why=rule.why.strip(),
        sources=tuple(Source(s.cite, s.in_force_from, s.in_force_to) for s in rule.sources),
        signals=naming.signals(rule.signals, place),
        when=tuple(rule.when),
        unless=tuple(rule.unless),
        each=tuple(rule.each),
        spared={name: tuple(others) for name, others in rule.spared.items()},
        missing=tuple(rule.missing),
        check=rule.check,
        params=frozen(rule.params),
        annexes=rule.annexes,
        once=rule.once,
        cases={
            name: Case(case.message.strip(), case.suggestion.strip(), case.severity)
            for name, case in rule.cases.items()
        },
        examples=tuple(_example(example) for example in rule.examples),
        path=f"{path.parent.name}/{path.name}",
    )


def _check(rule: FindingFile, path: Path, faults: Faults) -> None:
    if not (rule.each or rule.missing or rule.check):
        faults.point(path, ("id",), "noemt geen each, missing of check: de regel kan niets vinden")
    used = set()
    for where, name in _named(rule):
        used.add(name)
        if name not in rule.signals:
            faults.point(path, where, f"het signaal {name} bestaat niet")
    for name in sorted(rule.signals.keys() - used):
        faults.point(path, ("signals", name), "geen enkele sleutel gebruikt dit signaal")
    for number, example in enumerate(rule.examples):
        if example.case and example.case not in rule.cases:
            faults.point(path, ("examples", number, "case"), f"het geval {example.case} bestaat niet")


def _named(rule: FindingFile) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every place that names a signal, with the name."""
    for key in _SIGNAL_KEYS:
        yield from (((key, at), name) for at, name in enumerate(getattr(rule, key)))
    for name, others in rule.spared.items():
        yield from ((("spared", name), each) for each in (name, *others))


def _example(example: FindingExampleFile) -> FindingExample:
    return FindingExample(
        findings=example.findings,
        text=example.text,
        at=tuple(example.at),
        because=example.because,
        case=example.case,
        annexes=tuple(example.annexes),
        through=example.through,
    )
