"""Find what a lawyer mends before signature: run the rules for findings over a package."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from protocheck.checks import FINDERS
from protocheck.checks.case import Case, Hit, Kept
from protocheck.engine import signals
from protocheck.engine.places import fingerprint, place_of
from protocheck.engine.terms import Terms
from protocheck.engine.wording import filled
from protocheck.errors import RuleError
from protocheck.model.geometry import Span
from protocheck.model.outcome import Finding, RuleRun
from protocheck.model.package import Package
from protocheck.model.statutes import Statute
from protocheck.record import record
from protocheck.rulebook.rules import FindingRule

_LAST = 10**12


@record
class Matter:
    """What the rules look at: the package, its documents with their terms, and the statutes known.

    `kept` holds per document what the checks worked out of it, `fired` which signals of a rule fired.
    """

    package: Package
    documents: Sequence[Terms]
    statutes: Mapping[str, Statute]
    kept: dict[str, Kept] = field(default_factory=dict)
    fired: dict[tuple[str, str], bool] = field(default_factory=dict)


@record
class _Placed:
    """A hit in one document of the package."""

    terms: Terms
    hit: Hit


def find(rule: FindingRule, matter: Matter) -> tuple[RuleRun, tuple[Finding, ...]]:
    """Run one rule; one that crashes is reported as failed, and the others go on.

    Raises:
        RuleError: a sentence of the rule names a value that its check does not give.
    """
    try:
        placed = list(_placed(rule, matter))
        if rule.once and placed:
            placed = [min(placed, key=lambda each: _at(each, matter))]
    except RuleError:
        raise
    except Exception as fault:  # noqa: BLE001 - one rule that fails must not cost the user all others
        return RuleRun(rule.id, "failed", f"{type(fault).__name__}: {fault}"), ()
    reason = _unsure(rule, matter) if not placed else ""
    run = RuleRun(rule.id, "skipped" if reason else "ran", reason)
    return run, tuple(_finding(rule, each) for each in placed)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by place: the protocol before its annexes, and what stands nowhere at the end."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[int, int, int, int, str]:
    place = finding.primary.location
    number = finding.primary.document.removeprefix("annex-")
    document = int(number) if number.isdigit() else 0
    line = _LAST if place.line is None else place.line
    return document, _LAST if place.line is None else place.page or 0, line, place.column, finding.code


def _placed(rule: FindingRule, matter: Matter) -> Iterator[_Placed]:
    """Yield each place once: what lies inside another place of the same rule is not reported again."""
    main = matter.documents[0]
    if not _wanted(rule, matter):
        return
    for terms in matter.documents if rule.annexes else matter.documents[:1]:
        taken: list[Span] = []
        for hit in _hits(rule, terms, matter):
            if hit.span is None or _claimed(hit.span, taken):
                yield _Placed(terms, hit)
    trusted = main.reading.text.quality.trusted
    if rule.missing and trusted and not any(_fires(rule, n, matter) for n in rule.missing):
        yield _Placed(main, Hit(None))


def _claimed(span: Span, taken: list[Span]) -> bool:
    """Add a place to those taken, which stay in order; False when it shares something with one of them."""
    at = bisect.bisect_left(taken, span)  # no two of them overlap, so only its neighbours can overlap it
    if any(span.overlaps(other) or span == other for other in taken[max(at - 1, 0) : at + 1]):
        return False
    taken.insert(at, span)
    return True


def _at(placed: _Placed, matter: Matter) -> tuple[int, int]:
    span = placed.hit.span
    return matter.documents.index(placed.terms), _LAST if span is None else span.start


def _wanted(rule: FindingRule, matter: Matter) -> bool:
    if rule.when and not any(_fires(rule, name, matter) for name in rule.when):
        return False
    return not any(_fires(rule, name, matter) for name in rule.unless)


def _fires(rule: FindingRule, name: str, matter: Matter) -> bool:
    """Tell whether a signal fires anywhere in the package; it is tried once."""
    key = (rule.id, name)
    if key not in matter.fired:
        signal = next(each for each in rule.signals if each.id == name)
        matter.fired[key] = any(signals.hits(signal, terms) for terms in matter.documents)
    return matter.fired[key]


def _hits(rule: FindingRule, terms: Terms, matter: Matter) -> Iterator[Hit]:
    if rule.check:
        kept = matter.kept.setdefault(terms.reading.document, Kept())
        case = Case(terms.reading, matter.package, rule.params, matter.statutes, kept)
        yield from FINDERS[rule.check](case)
    for signal in rule.signals:
        if signal.id in rule.each and not _spared(rule, signal.id, matter):
            yield from (Hit(found.span) for found in signals.hits(signal, terms))


def _spared(rule: FindingRule, name: str, matter: Matter) -> bool:
    return any(_fires(rule, other, matter) for other in rule.spared.get(name, ()))


def _unsure(rule: FindingRule, matter: Matter) -> str:
    """Tell why a rule that looks for something absent was not applied; '' when it was."""
    if rule.missing and not matter.documents[0].reading.text.quality.trusted:
        return "de tekst is te slecht leesbaar om te zeggen dat iets ontbreekt"
    return ""


def _finding(rule: FindingRule, placed: _Placed) -> Finding:
    reading, hit = placed.terms.reading, placed.hit
    case = rule.cases.get(hit.case)
    primary = place_of(hit.span, reading)
    values = {"quote": primary.quote, "label": primary.label, **hit.values}
    said = (
        filled(template, values, rule.path or rule.id)
        for template in (
            (case and case.message) or rule.message,
            (case and case.suggestion) or rule.suggestion,
        )
    )
    message, suggestion = said
    return Finding(
        code=rule.id,
        severity=(case and case.severity) or rule.severity,
        title=rule.title,
        message=message,
        primary=primary,
        suggestion=suggestion,
        related=tuple(place_of(span, reading) for span in hit.related),
        why=rule.why,
        fingerprint=fingerprint(rule.id, hit.span, reading),
        case=hit.case,
    )
