"""The corpus: its gold is sound, and the program judges it as listed in known_failures.yaml."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
import yaml

from benchmarks import known
from benchmarks.accuracy_page import overview
from benchmarks.damaged import SOUND, compared, judge_damaged
from benchmarks.gold import CORPUS, CRITERIA, ROOT, Gold, OtherPaper, corpus, others
from benchmarks.judging import is_refused, judge_protocol, judge_text
from benchmarks.mutants import outline_of

GOLDS = corpus()
FOR_WEIGHTS = frozenset((CORPUS / "weights-only.txt").read_text("utf-8").split())
REF = re.compile(
    r"(?:annex (?:\d{1,2}|[A-Z])(?:, )?)?"
    r"(?:preamble|signature|recital \S{1,8}|article (?:§ )?\S{1,12}|section \S.{0,200})?"
)

# Held back, so nobody looks which heading it is.
NOT_FOUND = pytest.mark.xfail(reason="the outline lacks a part that the gold cites", strict=True)
LACKING = {
    "inburgeraars-loket-samenleven-arbeidsdienst-baanwijzer",
    "kamerwoningen-stad-torrebeke-hulpverleningszone",
    "omscholing-zeevarenden-hulpkas-agentschap-maritieme-loopbanen",
    "raadsbesluit-gebouwen-gemeente-schorrevliet-brandwaarborgfonds",
    "vrijwilligerslijst-brief-helpershuis-stad-molderkerke",
    "vrijwilligersregister-raadsbesluit-ocmw-hollebeke-aard-provincie",
}


def _placed(gold: Gold) -> Any:
    return pytest.param(gold, marks=NOT_FOUND) if gold.slug in LACKING else gold


of_each = pytest.mark.parametrize("gold", GOLDS, ids=[gold.slug for gold in GOLDS])


def elements_of_the_rules() -> dict[str, set[str]]:
    rules = [yaml.safe_load(p.read_text("utf-8")) for p in (ROOT / "rules/egov-art8").glob("[0-9]*.yaml")]
    return {rule["id"]: {element["id"] for element in rule["elements"]} for rule in rules}


@of_each
def test_the_program_judges_as_the_list_says(gold: Gold) -> None:
    # Mutants are judged here for the papers that rules were tuned on, without a contents list;
    # `make accuracy` judges those of all papers, with and without.
    mutated = gold.part == "tuned" and gold.slug not in FOR_WEIGHTS
    cases = judge_protocol(gold, contents=False, mutated=mutated)
    assert known.compare(cases, known.read_known()) == []


@pytest.mark.parametrize("paper", others(), ids=lambda paper: paper.slug)
def test_a_paper_that_is_no_protocol_is_said_to_be_none(paper: OtherPaper) -> None:
    assert is_refused(paper)


@of_each
def test_the_gold_names_the_elements_of_the_rules(gold: Gold) -> None:
    rules = elements_of_the_rules()
    assert {id_: set(judged.elements) for id_, judged in gold.criteria.items()} == rules


@of_each
def test_the_gold_gives_a_place_and_a_reason(gold: Gold) -> None:
    for id_, judged in gold.criteria.items():
        assert judged.reason.endswith("."), id_
        assert bool(judged.refs) == (judged.status != "unmet"), id_
        assert all(REF.fullmatch(ref) for ref in judged.refs), (id_, judged.refs)


@pytest.mark.parametrize("gold", [_placed(gold) for gold in GOLDS], ids=[gold.slug for gold in GOLDS])
def test_the_places_of_the_gold_exist(gold: Gold) -> None:
    """The segmentation finds a part for each judgement and for each mutation.

    A place may have two names (a parties block is the preamble and may have a heading): one will do.
    """
    found = {part.ref.casefold() for part in outline_of(gold.document).walk()}
    places = [(id_, judged.refs) for id_, judged in gold.criteria.items() if judged.refs]
    places += [(mutation.name, (mutation.ref,)) for mutation in gold.mutations]
    if gold.annexes:
        places = [(what, refs) for what, refs in places if not any(ref.startswith("annex") for ref in refs)]
    assert [(what, refs) for what, refs in places if not {ref.casefold() for ref in refs} & found] == []


@of_each
def test_the_verdict_follows_from_the_statuses(gold: Gold) -> None:
    statuses = set(gold.statuses.values())
    if "unmet" in statuses:
        assert gold.verdict == "negative"
    elif "partial" in statuses:
        assert gold.verdict == "conditional"
    else:
        assert gold.verdict in {"positive", "conditional"}  # an error found before signature is a condition


@of_each
def test_the_kbo_numbers_are_written_well(gold: Gold) -> None:
    text = gold.document.read_text("utf-8") if gold.document.suffix in {".txt", ".md"} else ""
    for number in re.findall(r"\b[01]\d{3}[. ]\d{3}[. ]\d{3}\b", text):
        digits = re.sub(r"\D", "", number)
        assert 97 - int(digits[:8]) % 97 == int(digits[8:]), number


def test_the_page_of_accuracy_is_current() -> None:
    figures = overview([judge_text(gold) for gold in GOLDS], {gold.slug: gold for gold in GOLDS})
    assert figures in (ROOT / "docs" / "accuracy.md").read_text("utf-8"), "make accuracy"


def test_damage_to_spacing_costs_no_more_than_two_points() -> None:
    """One paper in five and one kind stand for all; `make accuracy` runs the others and writes its page."""
    lines = compared(judge_damaged(GOLDS[::5], (SOUND, "wide"), jobs=1))
    assert [line.kind for line in lines] == [SOUND, "wide"]
    assert lines[-1].whole == len(GOLDS[::5]) * len(CRITERIA)
    assert lines[-1].points >= -2.0


def test_the_list_of_held_back_protocols_is_that_of_the_gold() -> None:
    lines = (CORPUS / "heldback.txt").read_text("utf-8").split()
    assert sorted(lines) == sorted(gold.slug for gold in GOLDS if gold.part == "heldback")


def test_the_corpus_is_varied_enough_to_measure_with() -> None:
    assert len(GOLDS) >= 6
    assert len({gold.structure for gold in GOLDS}) >= 4
    assert {gold.part for gold in GOLDS} == {"tuned", "heldback"}


def test_every_criterion_is_a_gap_somewhere() -> None:
    gaps = Counter(
        id_
        for gold in GOLDS
        for expected in (gold.statuses, *(gold.statuses | m.expect for m in gold.mutations))
        for id_, status in expected.items()
        if status != "met"
    )
    assert set(gaps) == set(CRITERIA)
