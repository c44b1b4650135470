"""Signals and what answers: questions, boxes, heads of columns, hollow words, reasons behind a colon."""

from __future__ import annotations

import pytest

from protocheck.engine.boxes import pieces
from protocheck.model.facts import Facts, Party
from protocheck.model.geometry import Span
from protocheck.rulebook.rules import Signal
from tests.unit.engine.lab import OWN, article, paper, para, quotes, reasons, tried, written

APPLE = Signal("s", any=("a",))


def test_a_question_heads_what_follows_it_in_its_paragraph() -> None:
    signal = Signal("s", any=("a",), heading=("kop",))
    asked = paper(article("1", "", para("Welk fruit?", "Een appel.")))
    assert quotes(asked, signal, OWN) == ["Een appel."]
    apart = paper(article("1", "", "Welk fruit?", "Een appel."))
    assert quotes(apart, signal, OWN) == []


def test_a_question_is_the_nearest_heading() -> None:
    signal = Signal("s", any=("a",), never_heading=("ander",))
    asked = paper(article("1", "Fruit", para("Welke groente?", "Een appel.")))
    assert reasons(asked, signal, OWN) == ["kop"]


@pytest.mark.parametrize(
    ("line", "ticked"),
    [
        ("☒ ja ☐ neen", ["ja"]),
        ("☐ ja ☒ neen", ["neen"]),
        ("[x] ja [ ] neen", ["ja"]),
        ("☐ eenmalig ☒ elke maand ☐ elk jaar", ["elke maand"]),
        ("☐ ja ☐ neen", []),
        ("☒ post ☒ mail", ["post", "mail"]),
        ("Kies: ☒ ja ☐ neen", ["ja"]),
        ("Kies ja of neen", []),
    ],
)
def test_the_answers_that_are_ticked(line: str, ticked: list[str]) -> None:
    found = pieces(Span(0, len(line)), line)
    assert [each.span.of(line) for each in found if each.mark == "ticked"] == ticked


def test_a_box_with_nothing_beside_it_is_kept_whole() -> None:
    (alone,) = pieces(Span(0, 1), "☒")
    assert (alone.span, alone.mark) == (Span(0, 1), "ticked")


FORM = "5. Fruit\n\n{}\n\n6. Groente\n\nEr is prei.\n"


@pytest.mark.parametrize(
    ("lines", "answers"),
    [
        ("[X] een appel", ["een appel"]),
        ("[ ] een appel\n[X] een peer", []),
        ("Op maandag: [ ] een peer  [X] een appel  [ ] een banaan", ["een appel"]),
        ("Nagekeken door de juridische dienst:\n\n[X] een appel", []),
    ],
)
def test_a_form_states_what_is_ticked_under_its_heading(lines: str, answers: list[str]) -> None:
    assert quotes(written(FORM.format(lines)), APPLE, OWN) == answers


def test_what_stands_before_the_boxes_heads_its_answers() -> None:
    signal = Signal("s", any=("a",), heading=("kop",))
    form = FORM.replace("Fruit", "Allerlei").format("Welk fruit: [ ] een peer  [X] een appel")
    assert quotes(written(form), signal, OWN) == ["een appel"]


def test_a_list_that_ticks_off_is_no_evidence_whatever_stands_above_its_heading() -> None:
    ticked = "5. Nazicht\n\n[X] een appel\n\n6. Groente\n\nEr is prei.\n"
    assert quotes(written(ticked), APPLE, OWN) == []


def test_a_ticked_cell_is_evidence_and_an_open_one_is_not() -> None:
    table = "| Vraag | Antwoord |\n|---|---|\n| Welk fruit? | {} |\n"
    assert quotes(written(table.format("☒ appel ☐ banaan")), APPLE, OWN) == ["appel"]
    assert quotes(written(table.format("☐ appel ☒ banaan")), APPLE, OWN) == []


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("[x] Fruit: op de markt ligt vandaag een appel.", True),
        ("[x] Fruit: een appel.", False),
        ("[x] Op de markt ligt vandaag een appel bij het fruit.", False),
        ("[ ] Fruit: op de markt ligt vandaag een appel.", False),
    ],
)
def test_a_ticked_line_counts_when_it_says_something_behind_a_colon(line: str, *, counts: bool) -> None:
    assert bool(quotes(paper(article("1", "", line)), APPLE, OWN)) == counts


def test_a_ruled_first_row_heads_its_columns() -> None:
    signal = Signal("s", any=("a",), heading=("kop",))
    assert quotes(written("| Dag | Fruit |\n|---|---|\n| maandag | appel |\n"), signal, OWN) == ["appel"]


def test_an_abbreviation_with_a_full_stop_heads_a_column() -> None:
    signal = Signal("s", any=("a",), heading=("kop",))
    table = "| Nr. | Fruit |\n|---|---|\n| 1 | appel |\n| 2 | peer |\n"
    assert quotes(written(table), signal, OWN) == ["appel"]


def test_what_stands_inside_hollow_words_says_nothing() -> None:
    own = {**OWN, "leeg": ("rotte appel",)}
    signal = Signal("s", any=("a",), hollow=("leeg",))
    assert reasons(paper(article("1", "", "Een rotte appel.")), signal, own) == ["hol"]
    both = "Een rotte appel en een verse appel."
    assert quotes(paper(article("1", "", both)), signal, own) == [both]


@pytest.mark.parametrize(
    ("sentence", "fires"),
    [
        ("Krijgt een burger een appel, dan eet hij die.", False),
        ("Krijgt de partij een appel, dan ziet de burger dat.", True),
        ("Vandaag krijgt de partij een appel.", True),
    ],
)
def test_the_subject_stands_behind_a_verb_that_opens_the_sentence(sentence: str, *, fires: bool) -> None:
    own = {**OWN, "a": ("krijgt ..4 appel",)}
    signal = Signal("s", any=("a",), not_about=("vreemd",))
    assert bool(quotes(paper(article("1", "", sentence)), signal, own)) == fires


def test_a_party_that_bears_the_name_of_a_citizen_is_a_party() -> None:
    own = {**OWN, "vreemd": ("school",)}
    text = "De school geeft een appel."
    who = Party("De school", "other", "sender", "De school", Span(0, 0))
    signal = Signal("s", any=("a",), not_about=("vreemd",))
    assert quotes(paper(article("1", "", text), facts=Facts(parties=(who,))), signal, own) == [text]
    assert quotes(paper(article("1", "", text)), signal, own) == []


@pytest.mark.parametrize(
    ("sentence", "fires"),
    [
        ("Het is een appel: hij is rond en hangt aan een boom.", True),
        ("Het is een appel: hij is rond.", False),
        ("Het is een appel: hij is rond als een banaan aan een boom.", False),
        ("Het is een banaan en een appel: hij is rond en hangt aan een boom.", True),
    ],
)
def test_what_follows_a_colon_may_fill_in_the_claim(sentence: str, *, fires: bool) -> None:
    signal = Signal("s", any=("a",), scope="paragraph", besides=6, besides_none=("b",))
    assert bool(tried(paper(article("1", "", sentence)), signal, OWN).hits) == fires


@pytest.mark.parametrize(
    ("sentence", "fires"),
    [
        ("Wij geven geen banaan van de grote nieuwe markt of appel.", False),
        ("Wij geven geen banaan van de grote nieuwe markt en appel.", True),
    ],
)
def test_a_denial_reaches_farther_to_a_paired_word(sentence: str, *, fires: bool) -> None:
    assert bool(quotes(paper(article("1", "", sentence)), APPLE, OWN)) == fires
