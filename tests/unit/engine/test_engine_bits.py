from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from protocheck.engine.bits import bits_of, ones
from protocheck.engine.terms import Terms
from tests.unit.engine.lab import OWN, article, items, paper, para, terms

BITS = st.sets(st.integers(0, 300))


@given(BITS)
def test_a_number_tells_which_sentences_were_put_into_it(indices: set[int]) -> None:
    assert list(ones(bits_of(indices, 301))) == sorted(indices)


@given(BITS, BITS)
def test_two_numbers_share_what_two_sets_share(some: set[int], others: set[int]) -> None:
    both = bits_of(some, 301) & bits_of(others, 301)
    assert set(ones(both)) == some & others


def test_no_sentence_is_no_bit() -> None:
    assert bits_of((), 0) == 0
    assert list(ones(0)) == []


def stall() -> Terms:
    """A list of two items under a lead, a question, and an article with neither fruit."""
    fruit = article("1", "Fruit", para("Een appel, en ook:"), *items("een banaan", "een citroen"))
    return terms(paper(fruit, article("2", "", "Is er een appel?", "Niets.")), OWN)


def test_a_term_stands_in_the_sentences_that_hold_it_or_its_other_name() -> None:
    bits = stall().bits
    assert bits.holding("a") == 0b01001
    assert bits.holding("b|c") == 0b00110
    assert bits.holding_any(("a", "c")) == 0b01101
    assert bits.holding("vreemd") == 0
    assert bits.holding("'a|c") == 0  # a literal is no choice, whatever stands in it


def test_a_question_is_not_loud() -> None:
    assert stall().bits.loud == 0b10111


def test_a_lead_leads_to_its_items_alone() -> None:
    bits = stall().bits
    assert bits.led(0b00001) == 0b00110
    assert bits.led(0b11110) == 0


def test_sentences_are_told_by_the_kind_of_their_parts() -> None:
    bits = stall().bits
    assert bits.inside(("item",)) == 0b00110
    assert bits.inside(("article", "item")) == 0b11111
    assert bits.inside(("annex",)) == 0
