"""The sentences of the shipped rules: every variable exists, and every status has words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from protocheck.advice.context import Context
from protocheck.advice.evidence import OF_EVIDENCE
from protocheck.advice.prose import OF_PACKAGE, of_criterion
from protocheck.advice.templates import fill, names_in
from protocheck.model.outcome import CriterionResult, ElementResult, Status
from protocheck.model.package import Package
from protocheck.rulebook import load
from protocheck.rulebook.rules import Criterion
from tests.unit.papers import evidence, reading

RULES = load().criteria
OF_WORDING = {
    f"{what}_{status}" for what in ("points", "titles") for status in ("unmet", "partial", "unreadable")
} | {"errors"}
PAPER = reading((("article 5", "artikel 5", "De mededeling duurt vijf jaar."),))
STATUSES: tuple[Status, ...] = ("met", "partial", "unmet", "unreadable")


def templates(rule: Criterion) -> Iterator[str]:
    for sentences in rule.text.values():
        yield from sentences
    yield from rule.advice.splitlines()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_variable_of_a_rule_exists(rule: Criterion) -> None:
    parts = {element.id for element in rule.elements} | {signal.id for signal in rule.signals}
    for template in templates(rule):
        for name in names_in(template):
            base, _, part = name.partition(".")
            assert base in OF_EVIDENCE or name in OF_PACKAGE, (rule.id, name)
            assert not part or part in parts, (rule.id, name)


def test_every_variable_of_the_wording_exists() -> None:
    for pack in load().packs:
        for name, paragraphs in pack.wording.items():
            for paragraph in paragraphs:
                unknown = set(names_in(paragraph)) - set(OF_PACKAGE) - OF_WORDING
                assert not unknown, (pack.id, name, unknown)


def possible(rule: Criterion) -> tuple[Status, ...]:
    """A rule of one element is never partial."""
    return tuple(s for s in STATUSES if s != "partial" or len(rule.elements) > 1)


def judged(rule: Criterion, status: Status) -> CriterionResult:
    """A judgement on evidence for each element that counts; of a partial one the last element lacks."""
    met = {"met": len(rule.elements), "partial": len(rule.elements) - 1}.get(status, 0)
    elements = tuple(
        ElementResult(each.id, each.title, "met", (0,))
        if number < met
        else ElementResult(each.id, each.title, "unreadable" if status == "unreadable" else "unmet")
        for number, each in enumerate(rule.elements)
    )
    found = (evidence(PAPER, "vijf jaar"),) if met else ()
    return CriterionResult(rule.id, rule.number, rule.title, status, elements, found)


@pytest.mark.parametrize(
    ("rule", "status"), [pytest.param(r, s, id=f"{r.id}-{s}") for r in RULES for s in possible(r)]
)
def test_every_status_has_words(rule: Criterion, status: Status) -> None:
    lookup = of_criterion(Context(Package(PAPER)), judged(rule, status))
    text = fill(rule.text[status], lookup, rule=rule.id)
    assert len(text) > 40, text
    assert "{{" not in text
    assert ".." not in text
    if status == "met":
        assert "“vijf jaar”" in text or rule.number in {1, 3, 5}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_gap_has_a_remedy_and_a_clause(rule: Criterion) -> None:
    for status in possible(rule)[1:-1]:
        lookup = of_criterion(Context(Package(PAPER)), judged(rule, status))
        assert len(fill(rule.advice.splitlines(), lookup, rule=rule.id)) > 40
    assert "[" in rule.clause


def test_no_rule_cites_an_item_of_the_statute() -> None:
    for rule in RULES:
        words = "\n".join((*templates(rule), rule.clause, rule.title))
        assert not any(f"§1, {number}°" in words for number in range(1, 13)), rule.id
