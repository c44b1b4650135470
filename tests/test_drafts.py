"""Our drafts: their gold is sound, and lint reports what it says, but for what known_failures.yaml lists."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from benchmarks import findings, findings_known
from benchmarks.findings import DRAFTS, Draft
from protocheck.rulebook import load

ALL = tuple(findings.drafts())
of_each = pytest.mark.parametrize("draft", ALL, ids=[draft.slug for draft in ALL])
LEAST_FINDINGS, LEAST_LOOKALIKES = 4, 3


@of_each
def test_lint_reports_what_the_gold_says(draft: Draft) -> None:
    score, _ = findings.compare(draft, findings.found_in(draft, load()))
    assert findings_known.compare({draft.slug: score}, findings_known.read_known()) == []


@of_each
def test_every_quote_of_the_gold_stands_on_one_line(draft: Draft) -> None:
    text = [line for path in draft.paths for line in path.read_text("utf-8").splitlines()]
    for wanted in (*draft.findings, *draft.lookalikes):
        assert not wanted.quote or any(wanted.quote in line for line in text), wanted.quote


@of_each
def test_every_line_of_the_gold_says_why_and_names_a_code(draft: Draft) -> None:
    codes = {rule.id for rule in load().findings}
    for wanted in (*draft.findings, *draft.lookalikes):
        assert wanted.why
        assert wanted.code in codes, wanted.code


def test_each_code_occurs_often_enough_and_so_do_its_lookalikes() -> None:
    defects = Counter(wanted.code for draft in ALL for wanted in draft.findings)
    likes = Counter(wanted.code for draft in ALL for wanted in draft.lookalikes)
    codes = {rule.id for rule in load().findings if not rule.path.startswith("opgroeien")}
    assert {code: defects[code] for code in codes if defects[code] < LEAST_FINDINGS} == {}
    # what has no look-alike in the domain: everything that is simply there or not
    alone = {"S504", "S506", "S508"}
    assert {code: likes[code] for code in codes - alone if likes[code] < LEAST_LOOKALIKES} == {}


def test_a_third_is_held_back() -> None:
    parts = Counter(draft.part for draft in ALL)
    assert len(ALL) >= 14
    assert parts["heldback"] * 3 >= len(ALL)


def test_the_list_of_known_failures_names_drafts_that_exist() -> None:
    rows = yaml.safe_load(findings_known.FILE.read_text("utf-8")) or []
    assert {row["draft"] for row in rows} <= {path.parent.name for path in DRAFTS.glob("*/gold.yaml")}
