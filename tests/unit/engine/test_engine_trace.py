"""The account of a judgement: what was found, what was not taken and why, and what is lacking."""

from __future__ import annotations

from dataclasses import replace

from protocheck.engine.trace import ElementTrace, trace
from protocheck.model.package import Package
from protocheck.rulebook.rules import Criterion, Element, Pack, Rulebook, Signal
from tests.unit.engine.lab import criterion, cues, written

A, B = Signal("a", any=("'appel",)), Signal("b", all=("'banaan", "'peer"))
PHRASES = {f"'{word}": (word,) for word in ("appel", "banaan", "peer", "burger", "dief", "fruit")}


def told(text: str, rule: Criterion) -> list[ElementTrace]:
    """The elements of the account of a rule on a text."""
    pack = Pack("proef", "1", "Een proef", (rule,), ("unmet",), ("partial",), {})
    book = Rulebook((pack,), {**cues(), **PHRASES}, f"trace {sorted(PHRASES)}")
    found = trace(Package(written(text)), book, rule)
    assert found.result.id == rule.id
    return list(found.elements)


def refused(text: str, signal: Signal) -> list[tuple[str, tuple[str, ...], str]]:
    """Reason, words and what speaks against them, for each place that a signal does not take."""
    (element,) = told(text, criterion(signal))
    return [(each.reason, each.words, each.by) for each in element.signals[0].refused]


def test_a_hit_has_its_place_and_quote() -> None:
    (element,) = told("Artikel 1. Fruit\nHier ligt een appel.\n", criterion(A))
    (hit,) = element.signals[0].hits
    assert (element.status, hit.ref, hit.reading) == ("met", "article 1", "Hier ligt een appel.")


def test_a_denial_names_the_word_that_denies() -> None:
    assert refused("Artikel 1. Fruit\nHier ligt geen appel.\n", A) == [("ontkenning", ("appel",), "geen")]


def test_what_is_put_off_names_the_words_that_do() -> None:
    text = "Artikel 1. Fruit\nDe appel is nader te bepalen.\n"
    assert refused(text, A) == [("uitstel", ("appel",), "nader te bepalen")]


def test_another_subject_is_named() -> None:
    signal = replace(A, not_about=("'burger",))
    assert refused("Artikel 1. Fruit\nDe burger eet een appel.\n", signal) == [
        ("onderwerp", ("appel",), "burger")
    ]


def test_a_word_that_must_not_be_there_is_named() -> None:
    signal = replace(A, none=("'dief",))
    assert refused("Artikel 1. Fruit\nDe appel is van de dief.\n", signal) == [
        ("uitgesloten-term", ("appel",), "dief")
    ]


def test_the_wrong_heading_is_named() -> None:
    signal = replace(A, heading=("'fruit",))
    assert refused("Artikel 1. Groente\nHier ligt een appel.\n", signal) == [
        ("kop", ("appel",), "Artikel 1. Groente")
    ]


def test_words_too_far_apart_are_shown() -> None:
    signal = replace(B, near=2)
    text = "Artikel 1. Fruit\nDe banaan ligt hier al lang naast een rijpe peer.\n"
    assert refused(text, signal) == [("afstand", ("banaan", "peer"), "")]


def test_a_silent_place_says_what_it_is() -> None:
    assert refused("Artikel 1. Fruit\nIs dit een appel?\n", A) == [("vraag", ("appel",), "")]


def test_a_term_that_stands_nowhere_is_named_and_the_nearest_place_shown() -> None:
    (element,) = told("Artikel 1. Fruit\nHier ligt een banaan.\n", criterion(B))
    (signal,) = element.signals
    assert (signal.hits, signal.refused, signal.absent, signal.apart) == ((), (), ("'peer",), False)
    assert signal.near is not None
    assert signal.near.reading == "Hier ligt een banaan."


def test_terms_that_never_stand_together_are_told_apart() -> None:
    (element,) = told("Artikel 1. Fruit\nHier ligt een banaan.\n\nDaar ligt een peer.\n", criterion(B))
    assert (element.signals[0].absent, element.signals[0].apart) == ((), True)


def test_the_undoing_signal_stands_apart() -> None:
    rule = criterion(A, B, elements=[Element("e", "een e", any=("a",), unless=("b",))])
    (element,) = told("Artikel 1. Fruit\nEen appel.\nEen banaan en een peer.\n", rule)
    assert element.status == "unmet"
    assert [signal.id for signal in element.unless] == ["b"]
    assert element.unless[0].hits
    assert element.signals[0].hits
