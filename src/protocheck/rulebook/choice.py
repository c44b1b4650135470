"""Which findings a user wants reported, and how bad each is to them; what is off stays told."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace

from protocheck.errors import UsageError
from protocheck.model.outcome import Severity
from protocheck.record import record
from protocheck.rulebook.rules import FindingRule, Pack, Rulebook

NOT_SELECTED = "uitgezet: niet gekozen met select"
IGNORED = "uitgezet met ignore"


@record
class Choice:
    """Codes or beginnings of codes ('F', 'S50'): the ones to report (all when empty), and the ones not to.

    `severities` says per code how bad a finding is instead of what its rule says.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)


def chosen(rulebook: Rulebook, choice: Choice) -> Rulebook:
    """Return the rulebook with the rules for findings that are not wanted switched off.

    Raises:
        UsageError: a code is of no rule, or of a criterion: the elements cannot be switched off.
    """
    _refuse_unknown((*choice.select, *choice.ignore, *choice.severities), rulebook)
    packs = tuple(_pack(pack, choice) for pack in rulebook.packs)
    return replace(rulebook, packs=packs)


def _pack(pack: Pack, choice: Choice) -> Pack:
    return replace(pack, findings=tuple(_rule(rule, choice) for rule in pack.findings))


def _rule(rule: FindingRule, choice: Choice) -> FindingRule:
    severity = choice.severities.get(rule.id, rule.severity)
    off = ""
    if _named(rule.id, choice.ignore):
        off = IGNORED
    elif choice.select and not _named(rule.id, choice.select):
        off = NOT_SELECTED
    if off or severity != rule.severity:
        cases = rule.cases
        if severity != rule.severity:  # what the user says goes for every sort of the finding
            cases = {name: replace(case, severity=None) for name, case in cases.items()}
        return replace(rule, severity=severity, cases=cases, off=off)
    return rule


def _named(code: str, names: Iterable[str]) -> bool:
    return any(code.startswith(name.upper()) for name in names)


def _refuse_unknown(names: Sequence[str], rulebook: Rulebook) -> None:
    codes = [rule.id for rule in rulebook.findings]
    criteria = [rule.id for rule in rulebook.criteria]
    for name in names:
        if any(code.startswith(name.upper()) for code in codes):
            continue
        if any(code.startswith(name.upper()) for code in criteria):
            raise UsageError(
                f"{name} kan niet gekozen of uitgezet worden: elk element wordt altijd beoordeeld.",
                hint="Kies of laat weg met de code van een bevinding, bijvoorbeeld S504.",
            )
        near = difflib.get_close_matches(name.upper(), codes, n=1)
        raise UsageError(
            f"Er is geen bevinding met de code {name!r}" + (f"; bedoelt u {near[0]}?" if near else "."),
            hint="'protocheck rules list' toont alle codes.",
        )
