"""`lint` looks only for the words that its own rules need; it finds the same as an advice does."""

import dataclasses
from typing import Any

from protocheck.engine import evaluate
from protocheck.engine.evaluate import lint, terms_of_findings
from protocheck.engine.signals import terms_in
from protocheck.ingest.plain import read_plain
from protocheck.match.finder import Finder
from protocheck.match.index import compile_terms, narrowed
from protocheck.match.words import Words
from protocheck.model.package import Package
from protocheck.pipeline import study
from protocheck.rulebook import load
from protocheck.rulebook.rules import Signal

_NO_TERMS = {"id", "scope", "near", "polarity", "kinds", "besides", "check", "params"}

DRAFT = """Protocol voor de mededeling van persoonsgegevens

Tussen de gemeente Zandveken, hierna de gemeente, en het OCMW van Zandveken, wordt overeengekomen:

Artikel 1. Doel
De gemeente deelt aan het OCMW de namen van haar inwoners mee om de premie toe te kennen.

Artikel 2. Bewaring
De gegevens worden onbeperkt bewaard.

Artikel 3. Beveiliging
De gegevens worden onversleuteld per e-mail verzonden. De bepaling wordt nader te bepalen.
"""


def test_every_field_of_a_signal_with_terms_is_looked_at() -> None:
    fields = {each.name for each in dataclasses.fields(Signal)} - _NO_TERMS
    given: dict[str, Any] = {name: (f"${name}",) for name in fields}
    signal = Signal("a", **given)
    assert set(terms_in(signal)) == {f"${name}" for name in fields}


def test_criteria_alone_do_not_cost_lint_anything() -> None:
    rules = load()
    wanted = terms_of_findings(rules)
    assert {"$hol", "$uitstel", "$partij", "$ontkenning-zin"} <= wanted
    assert not any(term.startswith("EGOV-") for term in wanted)


def test_lint_finds_what_an_advice_finds() -> None:
    package, rules = Package(study(read_plain("draft.txt", "", DRAFT))), load()
    found = lint(package, rules, force=True).findings
    assert found == evaluate(package, rules, force=True).findings
    assert {"S501", "S505"} <= {each.code for each in found}


def test_an_index_of_some_terms_leaves_the_others_out() -> None:
    index = compile_terms({"$a": ["geheim"], "$b": ["geheim", "geheim houden"], "$c": ["zij"]})
    words = Words.of("Zij houden het geheim en geheim houden zij het.")
    for only in (frozenset({"$a"}), frozenset({"$a", "$b", "$c"}), frozenset({"$b"}), frozenset[str]()):
        whole = Finder(index, lambda _word: True).find(words, range(len(words.words)))
        found = Finder(narrowed(index, only), lambda _word: True).find(words, range(len(words.words)))
        assert found == [match for match in whole if match.term in only]


def test_what_counts_as_a_slip_stays_the_same() -> None:
    index = compile_terms({"$a": ["bewaartermijn"], "$b": ["bewaartermijnen"]})
    words = Words.of("De bewaartermijmen.")
    finder = Finder(narrowed(index, frozenset({"$a"})), lambda word: word == "de")
    assert finder.classes("bewaartermijmen") == Finder(index, lambda word: word == "de").classes(
        "bewaartermijmen"
    )
    assert [match.term for match in finder.find(words, range(2))] == ["$a"]
