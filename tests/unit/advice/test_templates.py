from __future__ import annotations

import pytest

from protocheck.advice.templates import UnknownVariableError, Value, fill, join, names_in, sentence
from protocheck.errors import RuleError

LONG = tuple(f"een vrij lange omschrijving van gegeven nummer {n} in de lijst" for n in (1, 2, 3))
KNOWN: dict[str, Value] = {
    "where": "art. 5 van het protocol",
    "nothing": "",
    "none": (),
    "few": ("naam", "adres"),
    "many": LONG,
}


def look(name: str) -> Value:
    if name not in KNOWN:
        raise UnknownVariableError(name)
    return KNOWN[name]


def one(template: str) -> str:
    return sentence(template, look, rule="EGOV-07")


def test_a_variable_is_filled_in() -> None:
    assert one("De duur staat in {{ where }}.") == "De duur staat in art. 5 van het protocol."


@pytest.mark.parametrize("empty", ["nothing", "none"])
def test_a_sentence_with_an_empty_variable_is_dropped(empty: str) -> None:
    assert one("De duur staat in {{ where }}: {{ " + empty + " }}.") == ""


def test_a_sentence_that_starts_with_a_variable_gets_a_capital() -> None:
    assert one("{{ where }} regelt dat.") == "Art. 5 van het protocol regelt dat."


def test_asking_for_a_variable_prints_nothing() -> None:
    assert one("{{ ?where }}Bepaal de duur.") == "Bepaal de duur."
    assert one("{{ ?nothing }}Bepaal de duur.") == ""


def test_a_short_list_reads_as_an_enumeration() -> None:
    assert one("Het gaat om: {{ few }}.") == "Het gaat om: naam en adres."
    assert one("Dat {{ few }} nodig zijn, staat er.") == "Dat naam en adres nodig zijn, staat er."


def test_a_long_list_after_a_colon_is_set_as_bullets_and_closes_its_paragraph() -> None:
    text = fill(["Het gaat om: {{ many }}.", "Dat staat in {{ where }}."], look, rule="EGOV-03")
    assert text == (
        f"Het gaat om:\n- {LONG[0]};\n- {LONG[1]};\n- {LONG[2]}.\n\nDat staat in art. 5 van het protocol."
    )


def test_a_long_list_inside_a_sentence_stays_an_enumeration() -> None:
    assert one("Bij {{ many }} ontbreekt het.") == f"Bij {LONG[0]}, {LONG[1]} en {LONG[2]} ontbreekt het."


def test_sentences_follow_each_other() -> None:
    assert fill(["Eén.", "{{ nothing }}", "Twee."], look, rule="R") == "Eén. Twee."


def test_an_unknown_variable_is_a_fault_of_the_rule() -> None:
    with pytest.raises(RuleError, match="'wher'"):
        one("De duur staat in {{ wher }}.")


@pytest.mark.parametrize(
    "broken", ["Dat staat in {{ where.", "Dat staat in {{ wh ere }}.", "Dat {{ }} staat."]
)
def test_a_broken_template_is_a_fault_of_the_rule(broken: str) -> None:
    with pytest.raises(RuleError, match="EGOV-07"):
        one(broken)


def test_braces_in_a_document_are_not_read_as_a_template() -> None:
    def braces(_: str) -> Value:
        return "art. {{ 5 }}"

    assert sentence("Dat staat in {{ where }}.", braces, rule="R") == "Dat staat in art. {{ 5 }}."


def test_a_template_names_its_variables() -> None:
    assert names_in("{{ ?missing.duur }}In {{ where.duur }}.") == ("missing.duur", "where.duur")


def test_a_long_paragraph_ends_before_a_long_sentence() -> None:
    long, short = f"{'woord ' * 110}einde.", "Kort."
    assert join([long, short]) == f"{long} {short}"
    assert join([long, long]) == f"{long}\n\n{long}"
