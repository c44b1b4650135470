"""What a passage weighs is learned from passages that people judged; here a few made up ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import pytest

from protocheck.rulebook.source import Faults
from protocheck.rulebook.weights import AROUND, OTHER, SENDER, read_weights
from scripts.learn_weights import Learned, Seen, Words, cases, start_of, write
from scripts.weights_around import Case, held_out, learn_around, surroundings
from scripts.weights_data import Judged, Paper, Window, blocks, signals_of
from scripts.weights_fit import Rows, fit, rows_of
from scripts.weights_signals import USUAL, of_paper, of_passages, worth

DUUR = "EGOV-07.duur"
NOBODY = (False, False)
WORDS = Counter({"protocol": 1, "partij": 1})


def judged(
    words: str, *, stated: bool, fired: Iterable[str] = (), fold: int = 0, published: bool = False
) -> Judged:
    return Judged(
        "passages",
        "EGOV-07",
        Counter(words.split()),
        {DUUR: stated},
        frozenset(f"{DUUR}!{name}" for name in fired),
        fold,
        published,
    )


def weight_of(word: str, rows: Rows, given: Iterable[Judged], papers: Iterable[Paper] = ()) -> float:
    model = fit(DUUR, list(given), list(papers), rows)
    return float(model.coef_[0][rows.names.index(word)])


PASSAGES = [
    *(judged("protocol jaar geld", stated=True, fold=n % 4) for n in range(12)),
    *(judged("protocol bewaar jaar", stated=False, fold=n % 4) for n in range(12)),
]


def test_what_always_stands_where_it_is_stated_tells_for_it() -> None:
    rows = rows_of(PASSAGES, [])
    assert weight_of("geld", rows, PASSAGES) > 1
    assert weight_of("bewaar", rows, PASSAGES) < -1
    assert abs(weight_of("protocol", rows, PASSAGES)) < 0.5


def test_a_word_in_fewer_than_six_passages_tells_nothing() -> None:
    rare = [judged("lustrum geld", stated=True) for _ in range(5)]
    assert "lustrum" not in rows_of([*PASSAGES, *rare], []).names
    assert "lustrum" in rows_of([*PASSAGES, *rare, rare[0]], []).names


def test_a_word_beside_a_term_makes_a_passage_no_longer() -> None:
    plain = [judged("jaar geld", stated=n % 2 == 0) for n in range(12)]
    beside = [judged("jaar geld @wet&jaar @wet&geld", stated=n % 2 == 0) for n in range(12)]
    longer = rows_of([*plain, *beside], [])
    column = longer.names.index("jaar")
    assert longer.matrix[0, column] == longer.matrix[len(plain), column]


def test_what_is_held_out_is_not_learned_from() -> None:
    turned = [judged("protocol jaar geld", stated=False, fold=3) for _ in range(40)]
    rows = rows_of([*PASSAGES, *turned], [])
    without = fit(DUUR, PASSAGES, [], rows, {3})
    held_out = fit(DUUR, [*PASSAGES, *turned], [], rows, {3})
    assert held_out.coef_.tolist() == without.coef_.tolist()


def test_what_was_written_as_published_protocols_are_counts_more() -> None:
    words = "protocol jaar looptijd"
    against = [judged(words, stated=False) for _ in range(6)]
    for_it = [judged(words, stated=True) for _ in range(6)]
    published = [judged(words, stated=True, published=True) for _ in range(6)]
    rows = rows_of([*PASSAGES, *against, *for_it], [])
    plain = weight_of("looptijd", rows, [*PASSAGES, *against, *for_it])
    assert weight_of("looptijd", rows, [*PASSAGES, *against, *published]) > plain + 0.2


def paper(windows: Mapping[str, bool], *, stated: bool) -> Paper:
    """Return a paper with these passages; True where the gold cites the part of the passage."""
    made = (
        Window(Counter(words.split()), frozenset({"EGOV-07"} if cited else ()), frozenset(), 0, NOBODY)
        for words, cited in windows.items()
    )
    return Paper("blad", {DUUR: stated}, tuple(made), 0, frozenset(), known=False)


def test_the_passage_of_a_paper_that_is_cited_is_learned_as_stating_it() -> None:
    papers = [paper({"geld tot dag": True, "protocol bewaar": False}, stated=True) for _ in range(10)]
    known = [*PASSAGES, *(judged("tot dag", stated=False) for _ in range(6))]
    rows = rows_of(known, papers)
    assert weight_of("tot", rows, known, papers) > weight_of("tot", rows, known) + 0.5


def test_a_paper_that_states_it_nowhere_tells_against_its_own_words() -> None:
    papers = [paper({"geld boete jaar": False}, stated=False) for _ in range(10)]
    known = [*PASSAGES, *(judged("geld boete", stated=True) for _ in range(6))]
    rows = rows_of(known, papers)
    assert weight_of("boete", rows, known, papers) < weight_of("boete", rows, known) - 0.5


def test_an_exact_signal_is_worth_more_than_a_wide_one() -> None:
    given = [
        *(judged("jaar", stated=True, fired=["duur-genoemd"]) for _ in range(400)),
        *(judged("jaar", stated=n % 2 == 0, fired=["jaren-onder-kop"]) for n in range(400)),
        *(judged("jaar", stated=n % 2 == 0) for n in range(400)),
    ]
    adds = worth(list(of_passages(DUUR, given, dict.fromkeys(range(len(given)), 0.0))))
    assert adds["duur-genoemd"] > 3
    assert adds["jaren-onder-kop"] < 1


def test_a_signal_that_seldom_fires_is_worth_what_is_usual() -> None:
    given = [judged("jaar", stated=True, fired=["zelden"]), *(judged("jaar", stated=False) for _ in range(9))]
    adds = worth(list(of_passages(DUUR, given, dict.fromkeys(range(10), -2.0))))
    assert adds == {"zelden": pytest.approx(USUAL, abs=0.3)}


def test_an_element_without_signals_learns_none() -> None:
    assert worth(list(of_passages(DUUR, PASSAGES, dict.fromkeys(range(len(PASSAGES)), 0.0)))) == {}


def test_a_paper_is_told_by_the_passage_that_weighs_most_with_its_signal() -> None:
    windows = tuple(
        Window(WORDS, frozenset(), frozenset(fired), 0, NOBODY)
        for fired in ((), (f"{DUUR}!jaren", "EGOV-08.gevolg!boete"), ("EGOV-08.gevolg!boete",))
    )
    given = Paper("blad", {DUUR: True}, windows, 0, frozenset(), known=False)
    assert of_paper(DUUR, given, [1.0, -0.5, 2.0]).fired == {"jaren"}
    assert of_paper(DUUR, given, [1.0, -2.5, 2.0]).fired == set()
    assert of_paper(DUUR, given, [1.0, -2.5, 2.0]).told == 2.0


def test_signals_of_another_element_do_not_count() -> None:
    fired = ["EGOV-07.duur!jaren", "EGOV-07.periodiciteit!elke-maand", "EGOV-07.duurzaam!jaren-lang"]
    assert list(signals_of(DUUR, fired)) == ["jaren"]


def seen(*weights: float, stated: bool) -> list[Seen]:
    return [Seen("blad", DUUR, stated, weight) for weight in weights]


def test_the_bound_lies_between_what_states_it_and_what_does_not() -> None:
    told = [*seen(2.0, 2.2, 2.4, 3.0, stated=True), *seen(-1.0, -0.6, -0.4, -0.2, stated=False)]
    assert -0.2 < start_of(told) < 2.0


def test_a_gap_that_is_missed_costs_more_than_a_false_alarm() -> None:
    mixed = [*seen(0.5, 1.0, 1.5, stated=True), *seen(0.5, 1.0, 1.5, stated=False)]
    assert start_of(mixed) > 1.0


def test_the_table_that_is_written_is_read_back(tmp_path: Path) -> None:
    rows = rows_of(PASSAGES, [])
    model = fit(DUUR, PASSAGES, [], rows)
    words = Words(DUUR, {"duur-genoemd": 2.31}, (), model, "")
    around = tuple(float(number) for number in range(len(AROUND)))
    write(rows, [Learned(words, 0.75, around)], tmp_path / "gewichten.tsv")
    faults = Faults()
    table = read_weights([tmp_path], faults)
    assert not faults.found
    assert (table.elements, table.start, table.signal) == ((DUUR,), (0.75,), (USUAL,))
    assert list(table.base) == pytest.approx([float(model.intercept_[0])], abs=0.01)
    assert table.told("!duur-genoemd") == [(0, 2.3)]
    assert [table.around[name] for name in AROUND] == [(each,) for each in around]
    ((_, weight),) = table.told("geld")
    column = rows.names.index("geld")
    assert weight == pytest.approx(float(model.coef_[0][column] * rows.scales[column]), abs=0.06)
    assert table.told("protocol") == []


def case(told: list[float], *, stated: bool, row: str, counts: int = 0, fold: int = 0) -> Case:
    """Return a paper of which what is around the passage with this number is 1 in one row."""
    around = np.zeros((len(told), len(AROUND)))
    around[counts, AROUND.index(row)] = 1.0
    return Case(np.array(told), around, stated, fold)


def test_what_is_around_the_passage_that_deceives_tells_against_it() -> None:
    deceived = [case([1.5, -2.0], stated=False, row=SENDER) for _ in range(20)]
    right = [case([1.5, -2.0], stated=True, row=SENDER, counts=1) for _ in range(20)]
    counts = dict(zip(AROUND, learn_around([*deceived, *right]), strict=True))
    assert counts.pop(SENDER) < -0.2
    assert set(counts.values()) == {0.0}


def test_a_paper_is_weighed_by_what_the_others_tell() -> None:
    given = [case([1.0, -9.0], stated=n % 2 == 0, row=OTHER, counts=n % 2, fold=n % 4) for n in range(40)]
    odd = case([1.0, -9.0], stated=True, row=OTHER, counts=1, fold=3)
    own = [learn_around([*given, odd], {fold}) for fold in range(4)]
    assert held_out([*given, odd])[-1] == pytest.approx(odd.told + odd.around @ own[3])
    assert own[3] == pytest.approx(learn_around(given, {3}))


def test_a_signal_counts_a_third_where_its_rule_knows_the_paper() -> None:
    window = Window(WORDS, frozenset(), frozenset({f"{DUUR}!jaren"}), 0, (True, False))
    words = Words(DUUR, {"jaren": 3.0}, [[1.0], [1.0]], None, "")
    given = [Paper("blad", {DUUR: True}, (window,), 0, frozenset(), known=known) for known in (True, False)]
    found = cases(words, 0, given, [surroundings(paper, [[1.0], [0.5]]) for paper in given])
    assert [list(each.told) for each in found] == [[2.0], [4.0]]
    assert dict(zip(AROUND, found[0].around[0], strict=True))[SENDER] == 1.0
    assert dict(zip(AROUND, found[0].around[0], strict=True))[OTHER] == -0.5


def test_blocks_tell_the_labels_and_the_text() -> None:
    text = (
        "@@ duur=met periodiciteit=unmet | lustrum\nArtikel 4\nVijf jaar.\n\n@@ duur=unmet | niets\nOoit.\n"
    )
    assert list(blocks(text)) == [
        (["duur=met", "periodiciteit=unmet"], "Artikel 4\nVijf jaar.\n"),
        (["duur=unmet"], "Ooit.\n"),
    ]


def test_words_beside_a_term_are_for_the_elements_that_ask_for_them() -> None:
    given = [
        *(judged("jaar geld @wet&geld", stated=True) for _ in range(8)),
        *(judged("jaar geld", stated=False) for _ in range(8)),
    ]
    rows = rows_of(given, [])
    column = rows.names.index("@wet&geld")
    assert rows.for_element(DUUR)[:, column].count_nonzero() == 0
    assert rows.for_element("EGOV-05.mededeling")[:, column].count_nonzero() == 8
    assert weight_of("@wet&geld", rows, given) == 0
