"""Judge a package with a rulebook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.checks import CHECKS, FINDERS
from protocheck.engine.criteria import judge
from protocheck.engine.findings import Matter, find, in_order
from protocheck.engine.kinds import other_kind
from protocheck.engine.signals import terms_in
from protocheck.engine.terms import Terms, parts_of
from protocheck.engine.weighing import Weighing
from protocheck.errors import DocumentError, NotAProtocolError, RuleError
from protocheck.facts.supplied import supplied
from protocheck.match.finder import Finder
from protocheck.match.index import PhraseIndex, compile_terms, narrowed
from protocheck.model.outcome import CriterionResult, Finding, Outcome, PackInfo, RuleRun, VerdictPolicy
from protocheck.model.package import Package
from protocheck.repair.quality import complaint
from protocheck.rulebook import cache
from protocheck.rulebook.load import DENIALS, ENGINE_TERMS, weights_of
from protocheck.rulebook.rules import Criterion, DocumentKind, FindingRule, Pack, Rulebook, Source
from protocheck.rulebook.weights import Weights


def evaluate(package: Package, rulebook: Rulebook, *, force: bool = False) -> Outcome:
    """Judge every criterion of every pack.

    Args:
        package: the protocol with its annexes, read and with facts stated.
        rulebook: the rules.
        force: judge also a paper that does not look like a protocol.

    Raises:
        NotAProtocolError: the paper is of another kind, and `force` is off.
        DocumentError: nobody could tell what kind it is, so badly can it be read, and `force` is off.
        RuleError: a rule names a check that does not exist.
    """
    documents = documents_of(package, rulebook, finder_of(rulebook), force=force)
    weighing = Weighing(documents, weighed_words(rulebook))
    results: list[CriterionResult] = []
    runs: list[RuleRun] = []
    signed = signed_on(package)
    for criterion in rulebook.criteria:
        reason = not_in_force(criterion.sources, signed)
        if reason:
            runs.append(RuleRun(criterion.id, "not-applicable", reason))
            continue
        results.append(judge(criterion, documents, weighing))
        runs.append(RuleRun(criterion.id, "ran"))
    found = _found(package, documents, rulebook)
    packs = tuple(_info(pack) for pack in rulebook.packs)
    return Outcome(tuple(results), found.findings, (*runs, *found.runs), packs, rulebook.digest)


def documents_of(package: Package, rulebook: Rulebook, finder: Finder, *, force: bool) -> list[Terms]:
    """Return the documents of a package with the terms of the rules found in them.

    Raises:
        NotAProtocolError: the paper is of another kind, and `force` is off.
        DocumentError: nobody could tell what kind it is, so badly can it be read, and `force` is off.
        RuleError: a rule names a check that does not exist.
    """
    refuse_unknown_checks(rulebook)
    documents = [Terms(reading, finder) for reading in supplied(package).readings]
    if not force:
        _refuse_other_kinds(documents[0], finder, rulebook)
    return documents


def lint(package: Package, rulebook: Rulebook, *, force: bool = False) -> Outcome:
    """Find what must be mended before signature, without judging the criteria; raises as `evaluate`."""
    documents = documents_of(package, rulebook, finder_of_findings(rulebook), force=force)
    found = _found(package, documents, rulebook)
    packs = tuple(_info(pack) for pack in rulebook.packs)
    return replace(found, packs=packs, digest=rulebook.digest)


def _found(package: Package, documents: Sequence[Terms], rulebook: Rulebook) -> Outcome:
    """Run the rules for findings of every pack that applies."""
    matter = Matter(package, documents, {each.key: each for each in rulebook.statutes})
    signed = signed_on(package)
    runs: list[RuleRun] = []
    findings: list[Finding] = []
    for pack in rulebook.packs:
        foreign = _not_for(pack, documents[0])
        for rule in pack.findings:
            reason = foreign or not_in_force(rule.sources, signed)
            if reason or rule.off:
                runs.append(RuleRun(rule.id, "not-applicable" if reason else "skipped", reason or rule.off))
                continue
            run, found = find(rule, matter)
            runs.append(run)
            findings += found
    return Outcome((), in_order(findings), tuple(runs))


def _not_for(pack: Pack, main: Terms) -> str:
    """Tell why a pack does not apply to this protocol; '' when it does."""
    condition = pack.applies_when
    if condition is None:
        return ""
    reading = main.reading
    fires = any(True for _ in CHECKS[condition.check](reading.facts, reading.outline, condition.params))
    return "" if fires else condition.otherwise


_MOST = 0.55  # of the elements that are weighed: who states so many writes no text about protocols
_FINDERS: dict[str, Finder] = {}
_FINDERS_OF_FINDINGS: dict[str, Finder] = {}
_WEIGHTS: dict[str, Weights] = {}


def finder_of(rulebook: Rulebook) -> Finder:
    """Return the finder of a rulebook's phrases, built once for each digest."""
    if rulebook.digest not in _FINDERS:
        _FINDERS[rulebook.digest] = Finder(_index_of(rulebook))
    return _FINDERS[rulebook.digest]


def weighed_words(rulebook: Rulebook) -> Weights:
    """Return how much words tell for the elements, read once for each digest."""
    if rulebook.digest not in _WEIGHTS:
        _WEIGHTS[rulebook.digest] = weights_of(rulebook)
    return _WEIGHTS[rulebook.digest]


def finder_of_findings(rulebook: Rulebook) -> Finder:
    """Return the finder of what the rules for findings look for: a third of the phrases."""
    if rulebook.digest not in _FINDERS_OF_FINDINGS:
        _FINDERS_OF_FINDINGS[rulebook.digest] = Finder(_index_of_findings(rulebook))
    return _FINDERS_OF_FINDINGS[rulebook.digest]


def _index_of(rulebook: Rulebook) -> PhraseIndex:
    index = cache.fetch_index(rulebook.digest)
    if index is None:
        index = compile_terms(rulebook.terms)
        cache.keep_index(rulebook.digest, index)
    return index


def _index_of_findings(rulebook: Rulebook) -> PhraseIndex:
    index = cache.fetch_index(rulebook.digest, "findings")
    if index is None:
        index = narrowed(_index_of(rulebook), terms_of_findings(rulebook))
        cache.keep_index(rulebook.digest, index, "findings")
    return index


def terms_of_findings(rulebook: Rulebook) -> frozenset[str]:
    """Return the terms that count when no criterion is judged: of findings, kinds of paper, the engine."""
    named = [term for rule in rulebook.findings for signal in rule.signals for term in terms_in(signal)]
    kinds = [term for pack in rulebook.packs for kind in pack.kinds for term in kind.terms]
    own = [term for term in rulebook.terms if term in ENGINE_TERMS or term.startswith(DENIALS)]
    return parts_of((*named, *kinds, *own))


def refuse_unknown_checks(rulebook: Rulebook) -> None:
    """Refuse a rulebook that names a check there is none of; the rulebook itself knows no code.

    Raises:
        RuleError: every such signal is named at once.
    """
    unknown = [
        f"{rule.path or rule.id}: signals.{signal.id}: de check {signal.check} bestaat niet"
        for rule in _all_rules(rulebook)
        for signal in rule.signals
        if signal.check and signal.check not in CHECKS
    ]
    unknown += [
        f"{pack.id}: applies_when: de check {pack.applies_when.check} bestaat niet"
        for pack in rulebook.packs
        if pack.applies_when and pack.applies_when.check not in CHECKS
    ]
    if unknown:
        raise RuleError("\n".join(unknown), hint=f"Deze checks bestaan: {', '.join(CHECKS)}.")
    unknown = [
        f"{rule.path or rule.id}: de check {rule.check} bestaat niet"
        for rule in rulebook.findings
        if rule.check and rule.check not in FINDERS
    ]
    if unknown:
        raise RuleError("\n".join(unknown), hint=f"Deze checks bestaan: {', '.join(FINDERS)}.")


def _all_rules(rulebook: Rulebook) -> Iterator[Criterion | FindingRule]:
    yield from rulebook.criteria
    yield from rulebook.findings


def other_kind_of(terms: Terms, finder: Finder, rulebook: Rulebook) -> DocumentKind | None:
    """Return the kind that a paper is when it is no protocol, as the first pack that knows kinds says."""

    def says_most() -> bool:
        return Weighing([terms], weighed_words(rulebook)).share_stated() > _MOST

    kinds = (other_kind(terms, finder, pack.kinds, says_most) for pack in rulebook.packs if pack.kinds)
    return next((kind for kind in kinds if kind is not None), None)


def _refuse_other_kinds(terms: Terms, finder: Finder, rulebook: Rulebook) -> None:
    kind = other_kind_of(terms, finder, rulebook)
    if kind is not None:
        name, quality = terms.reading.text.source.name, terms.reading.text.quality
        if not quality.trusted:
            raise DocumentError(f"{name} kan niet beoordeeld worden.", hint=complaint(quality))
        raise NotAProtocolError(kind.message.replace("{{ name }}", name), hint=kind.hint, kind=kind.id)


def not_in_force(sources: Sequence[Source], day: dt.date | None) -> str:
    """Tell why a rule from these sources does not apply to a protocol signed on `day`; '' when it does."""
    if day is None:
        return ""
    iso = day.isoformat()
    for source in sources:
        starts = not source.in_force_from or source.in_force_from <= iso
        if starts and (not source.in_force_to or iso <= source.in_force_to):
            return ""
    if not sources:
        return ""
    first = min((s.in_force_from for s in sources if s.in_force_from), default="")
    if first > iso:
        return f"ondertekend op {iso}, de regel geldt sinds {first}"
    last = max(s.in_force_to for s in sources if s.in_force_to < iso)
    return f"ondertekend op {iso}, de regel gold tot {last}"


def signed_on(package: Package) -> dt.date | None:
    """Return the last date of signature; None when the paper tells none."""
    days: Sequence[dt.date] = [d.value for d in package.main.facts.dates if d.role == "signature" and d.value]
    return max(days, default=None)


def _info(pack: Pack) -> PackInfo:
    policy = VerdictPolicy(pack.negative, pack.conditional)
    return PackInfo(pack.id, pack.version, pack.title, pack.wording, policy)
