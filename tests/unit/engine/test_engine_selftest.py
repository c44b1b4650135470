"""The examples of a rule: enough of each kind, and each for the reason that it names."""

from __future__ import annotations

from dataclasses import replace

from protocheck.engine.selftest import selftest
from protocheck.rulebook.rules import Element, Example, Pack, Rulebook, Signal
from tests.unit.engine.lab import criterion, cues

RED = Signal("rood", any=("'kersrood",))
BLUE = Signal("blauw", any=("'hemelsblauw",))
COLOUR = Element("kleur", "een kleur", any=("rood", "blauw"))
SHADE = Element("tint", "een tint", any=("blauw",))
PHRASES = {"'kersrood": ("kersrood",), "'hemelsblauw": ("hemelsblauw",)}

MET = Example("met", "Artikel 1. Verf\nDe deur wordt kersrood.\n", by=("rood",))
UNMET = Example("unmet", "Artikel 1. Verf\nDe deur wordt geverfd.\n")
DAMAGED = Example(
    "met",
    "Artikel 1. Verf\nDe deur w ordt kersrood. De m edew erker van de gem eente bew aart de verf en "
    "verm eldt w elke deur hij op w elk tijdstip heeft geverfd.\n",
    by=("rood",),
    through="repair",
)
ENOUGH = (MET, MET, DAMAGED, UNMET, UNMET, UNMET)


def faults(*examples: Example, elements: tuple[Element, ...] = (COLOUR,)) -> list[str]:
    """What the self-test says of a rule with these examples, without the name of its file."""
    rule = replace(criterion(RED, BLUE, elements=elements), examples=examples, path="proef.yaml", sources=())
    pack = Pack("proef", "1", "Een proef", (rule,), ("unmet",), ("partial",), {})
    found = selftest(Rulebook((pack,), {**cues(), **PHRASES}, f"proef {examples} {elements}")).faults
    return [fault.removeprefix("proef.yaml: ") for fault in found]


def test_a_rule_with_enough_examples_has_no_faults() -> None:
    assert faults(*ENOUGH) == []


def test_a_rule_needs_three_texts_that_meet_it() -> None:
    assert faults(MET, DAMAGED, UNMET, UNMET, UNMET) == [
        "te weinig voorbeelden die in orde zijn: 2 van 3",
    ]


def test_a_rule_needs_three_texts_that_nearly_meet_it() -> None:
    assert faults(MET, MET, DAMAGED, UNMET) == [
        "te weinig voorbeelden die net niet in orde zijn: 1 van 3",
    ]


def test_a_rule_needs_a_damaged_text() -> None:
    assert faults(MET, MET, MET, UNMET, UNMET, UNMET) == [
        "te weinig voorbeelden met schade (through: repair): 0 van 1",
    ]


def test_a_text_that_meets_a_rule_names_the_signal() -> None:
    assert faults(*ENOUGH, replace(MET, by=())) == [
        "voorbeeld 7: noem met 'by' het signaal dat moet aanslaan",
    ]


def test_an_example_that_is_met_by_another_signal_is_wrong() -> None:
    other = Example("met", "Artikel 1. Verf\nDe deur wordt hemelsblauw.\n", by=("rood",))
    assert faults(*ENOUGH, other) == [
        "voorbeeld 7: het signaal rood slaat niet aan",
        "voorbeeld 7: element kleur is er door een ander signaal: blauw",
    ]


def test_each_element_that_is_met_needs_its_signal() -> None:
    both = Example("met", "Artikel 1. Verf\nDe deur wordt kersrood en hemelsblauw.\n", by=("rood",))
    assert faults(both, elements=(COLOUR, SHADE))[-1] == (
        "voorbeeld 1: element tint is er door een ander signaal: blauw"
    )


def test_a_partial_example_says_which_element_is_there() -> None:
    half = Example("partial", "Artikel 1. Verf\nDe deur wordt kersrood.\n", by=("rood",))
    said = replace(half, elements={"kleur": "met", "tint": "unmet"})
    wanted = "voorbeeld 1: zeg met 'elements' welk onderdeel er is"
    assert wanted in faults(half, elements=(COLOUR, SHADE))
    assert wanted not in faults(said, elements=(COLOUR, SHADE))
