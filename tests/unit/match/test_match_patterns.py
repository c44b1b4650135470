"""Phrases as a rule writes them: what each form means, and what is refused and why."""

from __future__ import annotations

import pytest

from protocheck.match.patterns import GAP, PatternError, Step, WordPattern, parse


def word(text: str) -> WordPattern:
    return WordPattern("exact", text, text)


def kinds(phrase: str) -> list[list[tuple[str, str]]]:
    return [[(p.kind, p.word) for p in step.alternatives] for step in parse(phrase)]


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("Sanctie", [[("exact", "sanctie")]]),
        ("beëindigen", [[("exact", "beeindigen")]]),
        ("~meedelen", [[("stem", "meedeel")]]),
        ("sanctie*", [[("prefix", "sanctie")]]),
        ("*gegevens", [[("suffix", "gegevens")]]),
        ("*beveiliging*", [[("infix", "beveiliging")]]),
        ("#", [[("number", "#")]]),
        ("# maanden", [[("number", "#")], [("exact", "maanden")]]),
        ("niet-naleving", [[("exact", "niet")], [("exact", "naleving")]]),
        ("art. 8", [[("exact", "art")], [("exact", "8")]]),
        ("d.w.z.", [[("exact", "d")], [("exact", "w")], [("exact", "z")]]),
        ("auto’s", [[("exact", "auto")], [("exact", "s")]]),
        ("en/of", [[("exact", "en")], [("exact", "of")]]),
        ("een|# jaar", [[("exact", "een"), ("number", "#")], [("exact", "jaar")]]),
        ("~delen|deel*|*deel", [[("stem", "deel"), ("prefix", "deel"), ("suffix", "deel")]]),
    ],
)
def test_each_form_means(phrase: str, meant: list[list[tuple[str, str]]]) -> None:
    assert kinds(phrase) == meant


def test_a_stem_keeps_the_word_it_was_written_as() -> None:
    assert parse("~Meedelen")[0].alternatives[0].surface == "meedelen"


def test_words_stand_next_to_each_other_unless_a_gap_is_written() -> None:
    assert parse("in strijd") == (Step((word("in"),)), Step((word("strijd"),)))


@pytest.mark.parametrize(("gap", "most"), [("...", GAP), ("..3", 3), ("..12", 12), ("..0", 0)])
def test_a_gap_holds_at_most_so_many_words(gap: str, most: int) -> None:
    assert parse(f"schort {gap} op") == (Step((word("schort"),)), Step((word("op"),), most))


def test_a_gap_without_a_number_is_eight_words() -> None:
    assert GAP == 8


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("", "begint en eindigt met een woord"),
        ("   ", "begint en eindigt met een woord"),
        ("-", "begint en eindigt met een woord"),
        ("... op", "staat tussen twee woorden"),
        ("schort ...", "begint en eindigt met een woord"),
        ("schort ... ..3 op", "staat tussen twee woorden"),
        ("een, twee", "'een,' is geen woord"),
        ("*", "'*' is geen woord"),
        ("~", "'~' is geen woord"),
        ("a*b", "'a*b' is geen woord"),
        ("a||b", "'' is geen woord"),
        ("a|", "'' is geen woord"),
        ("niet-naleving|inbreuk", "'niet-naleving' is geen woord"),
        ("sanctie(s)", "'sanctie(s)' is geen woord"),
        ("[in te vullen]", "'[in' is geen woord"),
        ("schort … op", "'…' is geen woord"),
        ("schort .. op", "'..' is geen sprong"),
        ("schort .... op", "'....' is geen sprong"),
        ("schort ..x op", "'..x' is geen sprong"),
        ("schort ..123 op", "'..123' is geen sprong"),
        ("~sanctie*", "'~sanctie*' is geen woord"),
        ("##", "'##' is geen woord"),
        ("#e", "'#e' is geen woord"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(phrase: str, why: str) -> None:
    with pytest.raises(PatternError) as caught:
        parse(phrase)
    assert why in str(caught.value)
    assert repr(phrase) in str(caught.value)


def test_a_fault_in_a_phrase_is_a_value_error() -> None:
    assert issubclass(PatternError, ValueError)
