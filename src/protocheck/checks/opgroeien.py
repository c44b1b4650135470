"""The protocols by which Opgroeien regie refers families to an OCMW or a CAW: what only they must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protocheck.checks.case import Case, Hit
from protocheck.match.words import Words
from protocheck.model.facts import Facts, Party
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline


def applies(facts: Facts, outline: Outline, params: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Yield the clause of the sender when it refers clients to such a receiver under that article."""
    senders = [p for p in facts.parties if _is(p, params.get("zender", ())) and p.role != "receiver"]
    receivers = [p for p in facts.parties if _is(p, params.get("ontvanger", ())) and p.role != "sender"]
    if senders and receivers and _on_that_ground(facts, outline, params):
        yield senders[0].span


def _is(party: Party, names: tuple[str, ...]) -> bool:
    said = f" {' '.join(Words.of(f'{party.name} {party.short_name}').words)} "
    return any(f" {name} " in said for name in names)


def _on_that_ground(facts: Facts, outline: Outline, params: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether the article is cited, or the text names what such a referral is for."""
    grounds = set(params.get("artikel", ()))
    if any(not grounds.isdisjoint(citation.articles) for citation in facts.citations):
        return True
    low = " ".join(Words.of(outline.text.text).words)
    return any(words in low for words in params.get("onderwerp", ()))


def other_data(case: Case) -> Iterator[Hit]:
    """Yield the data that are none of those the article lets the sender share."""
    allowed, forbidden = case.params.get("toegelaten", ()), case.params.get("verboden", ())
    for item in case.facts.data_items:
        words = Words.of(item.name).words
        if _holds(words, forbidden) or not _holds(words, allowed):
            yield Hit(item.span)


def _holds(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Tell whether one of the words is wanted; '*' stands for any ending."""
    exact = {word for word in wanted if not word.endswith("*")}
    starts = tuple(word[:-1] for word in wanted if word.endswith("*"))
    return any(word in exact or word.startswith(starts) for word in words)


def signatory(case: Case) -> Iterator[Hit]:
    """Yield who represents the sender without holding the function that binds it."""
    functions = case.params.get("functie", ())
    for party in case.facts.parties:
        if not _is(party, case.params.get("zender", ())):
            continue
        told = [person for person in party.representatives if person.function]
        if told and not any(_holds(Words.of(person.function).words, functions) for person in told):
            yield Hit(told[0].span, {"naam": told[0].name, "functie": told[0].function})
