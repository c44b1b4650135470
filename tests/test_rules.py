"""The rules that come with the program: right examples, no word unused, a text for each status."""

from __future__ import annotations

import functools
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from protocheck.checks import CHECKS, FINDERS
from protocheck.engine.selftest import selftest
from protocheck.match.patterns import parse
from protocheck.rulebook import load
from protocheck.rulebook.load import ENGINE_TERMS
from protocheck.rulebook.location import rules_directory
from protocheck.rulebook.naming import FACT_TERMS
from protocheck.rulebook.rules import Criterion, FindingRule, Rulebook

RULES = rules_directory()
VOCABULARIES = sorted((RULES / "vocabulary").glob("*.yaml"))
CRITERIA = sorted((RULES / "egov-art8").glob("[0-9]*.yaml"))


@functools.cache
def book() -> Rulebook:
    return load()


@functools.cache
def content(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def lists() -> list[tuple[str, list[str]]]:
    """Every list of phrases in every file, by file and name."""
    found = []
    for path in (*VOCABULARIES, *CRITERIA):
        key = "terms" if path in VOCABULARIES else "vocabulary"
        found += [(f"{path.name}:{name}", phrases) for name, phrases in content(path).get(key, {}).items()]
    return found


def named(value: object) -> set[str]:
    """Every string below a value that names terms ('$a', '$a|$b')."""
    if isinstance(value, dict):
        return set().union(*map(named, value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*map(named, value)) if value else set()
    if isinstance(value, str) and value.startswith(("$", "@")):
        return set(value.split("|"))
    return set()


of_each = pytest.mark.parametrize("rule", book().criteria, ids=lambda rule: rule.id)


def test_every_example_gets_its_judgement_for_the_right_reason() -> None:
    assert selftest(book()).faults == ()


def test_the_twelve_elements_are_there_in_order() -> None:
    assert [(rule.number, rule.id) for rule in book().criteria] == [(n, f"EGOV-{n:02}") for n in range(1, 13)]


def test_each_check_is_used_and_each_check_that_is_used_exists() -> None:
    rules: list[Criterion | FindingRule] = [*book().criteria, *book().findings]
    used = {signal.check for rule in rules for signal in rule.signals if signal.check}
    used |= {pack.applies_when.check for pack in book().packs if pack.applies_when}
    assert used == set(CHECKS)
    assert {rule.check for rule in book().findings if rule.check} == set(FINDERS)


def test_each_shared_term_is_used() -> None:
    used = set(ENGINE_TERMS)
    for path in (*CRITERIA, RULES / "egov-art8/soorten.yaml", *VOCABULARIES):
        used |= named(content(path))
    terms = {f"${name}" for path in VOCABULARIES for name in content(path)["terms"]}
    cues = {name for name in terms if name.startswith("$ontkenning-")}  # the engine reads them by class
    assert sorted(terms - used - cues) == []


@pytest.mark.parametrize("path", CRITERIA, ids=lambda path: path.name)
def test_each_term_of_a_rule_is_used_in_it(path: Path) -> None:
    rule = content(path)
    used = named({key: value for key, value in rule.items() if key != "text"})
    assert sorted({f"${name}" for name in rule.get("vocabulary", {})} - used) == []


def test_each_fact_that_rules_may_name_is_named_by_one_or_read_by_the_engine() -> None:
    used = set().union(*(named(content(path)) for path in CRITERIA))
    assert sorted(used & FACT_TERMS) == sorted(name for name in used if name.startswith("@"))


@of_each
def test_each_signal_is_used(rule: Criterion) -> None:
    used = {name for e in rule.elements for name in (*e.any, *e.all, *e.unless)}
    used |= {remark.when.removeprefix("!") for remark in rule.remarks}
    prose = " ".join(sentence for sentences in rule.text.values() for sentence in sentences)
    used |= {signal.id for signal in rule.signals if f".{signal.id} }}}}" in prose}  # told, for no element
    assert sorted({signal.id for signal in rule.signals} - used) == []


@pytest.mark.parametrize(("name", "phrases"), lists(), ids=[name for name, _ in lists()])
def test_no_phrase_stands_twice_in_a_list(name: str, phrases: list[str]) -> None:
    meant = Counter(phrase if phrase.startswith("$") else parse(phrase) for phrase in phrases)
    assert [str(phrase) for phrase, count in meant.items() if count > 1] == [], name


@pytest.mark.parametrize("path", VOCABULARIES, ids=lambda path: path.name)
def test_a_vocabulary_says_what_it_is_about(path: Path) -> None:
    assert content(path)["about"].strip().endswith(".")


@of_each
@pytest.mark.parametrize("status", ["met", "partial", "unmet", "unreadable"])
def test_a_rule_has_words_for_each_status(rule: Criterion, status: str) -> None:
    paragraphs = rule.text[status]
    assert paragraphs
    assert all(paragraph.strip().endswith((".", ":", "}}")) for paragraph in paragraphs)


@of_each
def test_a_rule_says_what_to_do_and_how_to_write_it(rule: Criterion) -> None:
    assert rule.advice.endswith(".")
    assert rule.clause.endswith((".", ";"))
    assert rule.question.endswith("?")
    assert all(element.title and not element.title.endswith(".") for element in rule.elements)


@of_each
def test_a_rule_can_always_say_that_an_element_is_absent(rule: Criterion) -> None:
    """A paragraph whose variable is empty is left out; one may name only bodies, never empty."""
    needed = [set(re.findall(r"{{ *([^ }]+)", paragraph)) for paragraph in rule.text["unmet"]]
    assert any(variables <= {"sender", "receiver"} for variables in needed)


@of_each
def test_a_rule_shows_what_it_takes_and_what_it_does_not(rule: Criterion) -> None:
    statuses = Counter(example.status for example in rule.examples)
    assert statuses["met"] >= 1
    assert statuses["unmet"] >= 1


def test_a_kind_of_paper_says_what_it_is_and_what_to_do() -> None:
    pack = book().packs[0]
    assert (pack.kinds[0].id, pack.kinds[-1].id) == ("protocol", "geen")
    for kind in pack.kinds[1:]:
        assert kind.message.startswith("{{ name }}"), kind.id
        assert kind.message.endswith("."), kind.id
        assert kind.hint.endswith("."), kind.id
