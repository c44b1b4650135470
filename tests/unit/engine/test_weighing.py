"""What passages weigh for an element by all their words, and what that does to a judgement."""

from __future__ import annotations

import math

import pytest

from protocheck.engine.criteria import judge
from protocheck.engine.passages import ends, parts
from protocheck.engine.terms import Terms
from protocheck.engine.weighing import Weighing
from protocheck.model.outcome import BY_WORDS, CriterionResult
from protocheck.rulebook.rules import Criterion, Element, Signal
from protocheck.rulebook.weights import Weights, packed
from tests.unit.engine.lab import OWN, article, items, paper, para, terms

_WORDS = {"kraam": 4.0, "^fruit": 3.0, "rot": -6.0, "een appel": 2.0, "a": 1.0}
FRUIT = Weights(
    ("T-01.x",), (-1.0,), (2.0,), (0.0,), {w: packed([(0, told)], 1) for w, told in _WORDS.items()}
)
RULE = Criterion(
    "T-01", 1, "Fruit", "?", (), (Signal("s", any=("b",)),), (Element("x", "Fruit", any=("s",)),)
)


def weight(found: Terms) -> float:
    return Weighing([found], FRUIT).best("T-01.x", {}).weight


def judged(*bodies: str, weights: Weights = FRUIT) -> CriterionResult:
    found = terms(paper(*(article(str(n), "", body) for n, body in enumerate(bodies, start=1))), OWN)
    return judge(RULE, [found], Weighing([found], weights))


def test_a_word_tells_more_in_a_short_passage() -> None:
    short = terms(paper(article("1", "", "Een kraam.")), OWN)
    long = terms(paper(article("1", "", "Een kraam op het plein naast de kerk en de school.")), OWN)
    assert weight(short) == pytest.approx(-1 + 4 / math.sqrt(3))  # een, kraam, and the two together
    assert weight(long) < weight(short)


def test_headings_pairs_and_terms_of_the_rules_are_words_as_well() -> None:
    found = terms(paper(article("1", "Fruit", "Een appel.")), OWN)
    assert weight(found) == pytest.approx(-1 + (3 + 2 + 1) / math.sqrt(5))


def test_beside_a_term_a_word_of_the_sentence_tells_something_else() -> None:
    beside = {"a": {"rot": packed([(0, 5.0)], 1)}}
    weights = Weights(FRUIT.elements, FRUIT.base, FRUIT.signal, FRUIT.start, FRUIT.words, beside)
    apart = terms(paper(article("1", "", "Een rot ei.")), OWN)
    together = terms(paper(article("1", "", "Een rot appel.")), OWN)
    assert Weighing([apart], weights).best("T-01.x", {}).weight == pytest.approx(weight(apart))
    added = Weighing([together], weights).best("T-01.x", {}).weight - weight(together)
    assert added == pytest.approx(5 / math.sqrt(6))  # three words, two pairs and the term: it gets no longer


@pytest.mark.parametrize(("signal", "told"), [(2.0, -1 - 6 / math.sqrt(3) + 2), (4.0, -1 + 4)])
def test_words_tell_little_against_a_signal_that_is_hardly_ever_wrong(signal: float, told: float) -> None:
    # 'rot b' tells -1 - 6/sqrt(3) by its words; beside the signal that adds four it is cut off at -1
    words = Weights(FRUIT.elements, FRUIT.base, (signal,), FRUIT.start, FRUIT.words)
    found = terms(paper(article("1", "", "Rot b.")), OWN)
    best = Weighing([found], words).best("T-01.x", {id(found): {0: {"s"}}})
    assert best.weight == pytest.approx(told)


def test_in_another_sentence_it_stands_beside_nothing() -> None:
    beside = {"a": {"rot": packed([(0, 5.0)], 1)}}
    weights = Weights(FRUIT.elements, FRUIT.base, FRUIT.signal, FRUIT.start, FRUIT.words, beside)
    found = terms(paper(article("1", "", para("Daar ligt een rot blad.", "Hier ligt een appel."))), OWN)
    assert Weighing([found], weights).best("T-01.x", {}).weight == pytest.approx(weight(found))


def test_passages_stay_within_one_part_and_ninety_words() -> None:
    many = [para(f"Zin nummer {n} telt precies zeven gewone woorden.") for n in range(14)]
    found = terms(paper(article("1", "", *many), article("2", "", "Een kraam.")), OWN)
    passages = [part[first:last] for part in parts(found.sentences) for first, last in ends(part)]
    lengths = {len(passage) for passage in passages}
    assert lengths == {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}
    assert all(len({sentence.home.ref for sentence in passage}) == 1 for passage in passages)
    assert max(sum(len(s.words) for s in passage) for passage in passages) <= 90


def test_a_passage_may_state_an_element_where_no_signal_fires() -> None:
    result = judged("Hier staat niets.", "Er is een kraam.")
    assert result.status == "met"
    (evidence,) = result.evidence
    assert (evidence.signal, evidence.ref, evidence.quote) == (BY_WORDS, "article 2", "Er is een kraam.")


def test_what_weighs_too_little_does_not_count_though_a_signal_fires() -> None:
    assert judged("Een banaan.").status == "met"  # a signal adds two
    assert judged("Een rotte banaan.").status == "unmet"


def test_a_signal_adds_what_it_is_worth_by_itself() -> None:
    worth = packed([(0, 0.5)], 1)
    weak = Weights(FRUIT.elements, FRUIT.base, FRUIT.signal, FRUIT.start, {**FRUIT.words, "!s": worth})
    assert judged("Een banaan.", weights=weak).status == "unmet"
    other = Weights(FRUIT.elements, FRUIT.base, FRUIT.signal, FRUIT.start, {**FRUIT.words, "!other": worth})
    assert judged("Een banaan.", weights=other).status == "met"


def test_of_more_signals_in_a_passage_the_best_counts() -> None:
    found = terms(paper(article("1", "", "Een banaan.")), OWN)
    worth = {f"!{name}": packed([(0, added)], 1) for name, added in (("weak", 0.5), ("strong", 3.0))}
    weights = Weights(FRUIT.elements, FRUIT.base, FRUIT.signal, FRUIT.start, {**FRUIT.words, **worth})
    weighing = Weighing([found], weights)
    alone = weighing.best("T-01.x", {}).weight
    at = found.sentences[-1].index
    both = weighing.best("T-01.x", {id(found): {at: {"weak", "strong"}}})
    assert both.supported
    assert both.weight == pytest.approx(alone + 3.0)


def test_a_signal_gives_the_evidence_where_its_passage_weighs_enough() -> None:
    result = judged("Een banaan ligt hier.", "Er is een kraam.")
    assert [(each.signal, each.ref) for each in result.evidence] == [("s", "article 1")]


def test_without_weights_signals_alone_decide() -> None:
    assert judged("Een rotte banaan.", weights=Weights()).status == "met"
    assert judged("Er is een kraam.", weights=Weights()).status == "unmet"


def test_the_account_names_the_words_that_tell_most() -> None:
    found = terms(paper(article("1", "Fruit", "Een rotte kraam.")), OWN)
    weighing = Weighing([found], FRUIT)
    best = weighing.best("T-01.x", {})
    told = weighing.telling("T-01.x", best.passage)
    assert [word for word, _ in told] == ["rot", "kraam", "^fruit"]
    assert -1 + sum(part for _, part in told) == pytest.approx(best.weight)


def test_the_account_names_what_a_word_tells_beside_a_term() -> None:
    beside = {"a": {"rot": packed([(0, 9.0)], 1)}}
    weights = Weights(FRUIT.elements, FRUIT.base, FRUIT.signal, FRUIT.start, FRUIT.words, beside)
    found = terms(paper(article("1", "", "Een rot appel.")), OWN)
    weighing = Weighing([found], weights)
    best = weighing.best("T-01.x", {})
    told = weighing.telling("T-01.x", best.passage)
    assert [word for word, _ in told] == ["a&rot", "rot", "a"]
    assert -1 + sum(part for _, part in told) == pytest.approx(best.weight)


def test_a_silent_line_is_in_no_passage() -> None:
    found = terms(paper(article("1", "", para("Is er een kraam?"), *items("Een appel."))), OWN)
    (part,) = parts(found.sentences)
    told = [part[first].span.of(found.reading.text.text) for first, _last in ends(part)]
    assert told == ["Een appel."]


def test_the_share_that_words_alone_state() -> None:
    found = terms(paper(article("1", "", "Er is een kraam.")), OWN)
    assert Weighing([found], FRUIT).share_stated() == 1.0
    assert Weighing([found], Weights()).share_stated() == 0.0
    assert Weighing([terms(paper(article("1", "", "Een banaan.")), OWN)], FRUIT).share_stated() == 0.0
