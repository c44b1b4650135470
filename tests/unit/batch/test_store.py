"""What is written in a store is what can be read from it, in whatever order and however often it came."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from protocheck.batch.store import Reader, Run, Store, contents, differences, digest, judgement_id
from protocheck.model.audit import Item, Judgement, State
from tests.unit.batch.stores import (
    ANY,
    OPTIONS,
    WILGENBEKE,
    begun,
    documents,
    judged,
    kept,
    passage,
    refused,
    sha,
)


def test_a_judged_document_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    made = judged(signed=dt.date(2024, 10, 15), passages=(passage("Alles blijft vijf jaar bewaard."),))
    kept(path, made)
    with Reader(path) as reader:
        (found,) = reader.documents()
        assert (found.place, found.name, found.size, found.sha256) == ("map/a.txt", "a.txt", 100, sha("a"))
        assert (found.state, found.verdict, found.title) == (
            State.JUDGED,
            "negative",
            "Protocol over de premie",
        )
        assert (found.signed, found.year, found.in_force, found.ends) == ("2024-10-15", 2024, "", "")
        assert (found.packs, found.program_version) == ("egov-art8@1", "1.2.3")
        assert found.options == '{"ocr": "auto", "view": "final"}'
        key = found.judgement
        assert reader.report(key) == made.report
        assert reader.passages(key) == made.passages
        assert [(each.criterion, each.status) for each in reader.criteria(key)][6:9] == [
            ("EGOV-07", "met"),
            ("EGOV-08", "unmet"),
            ("EGOV-09", "met"),
        ]
        assert [(each.code, each.place, each.quote) for each in reader.findings(key)] == [
            ("D301", "artikel 5", "vijf jaar"),
            ("S504", "artikel 5", "vijf jaar"),
        ]
        assert [(each.body, each.name, each.role) for each in reader.parties(key)] == [
            ("0123456749", "Agentschap Wonen", "sender"),
            ("gemeente wilgenbeke", "gemeente Wilgenbeke", "receiver"),
        ]
        (row,) = reader.matrix()
        assert dict(row.statuses)["EGOV-08"] == "unmet"
        assert len(row.statuses) == 12


def test_what_was_not_judged_is_kept_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    other = Judgement(sha("o"), State.OTHER, kind="processor-agreement", passages=(passage("De verwerker."),))
    kept(path, refused("z"), refused("y", State.SET_ASIDE), other, judged("a"))
    with Reader(path) as reader:
        counts = reader.counts()
        states = {each.name: (each.state, each.reason, each.kind) for each in reader.documents()}
    assert states["z.txt"] == (State.UNREADABLE, "Het document is leeg.", "")
    assert states["y.txt"] == (State.SET_ASIDE, "Het document is leeg.", "")
    assert states["o.txt"] == (State.OTHER, "", "processor-agreement")
    assert (counts.documents, counts.judged, counts.other, counts.unreadable, counts.set_aside) == (
        4,
        1,
        1,
        1,
        1,
    )
    assert (counts.negative, counts.positive, counts.waiting) == (1, 0, 0)


def test_a_content_is_known_under_the_same_rules_version_and_options_alone(tmp_path: Path) -> None:
    with Store.open(tmp_path / "audit.sqlite") as store:
        run = begun(store)
        store.add(refused("z"), run)
        assert store.has(sha("z"), run)
        assert store.state(sha("z"), run) is State.UNREADABLE
        assert not store.has(sha("a"), run)
        assert store.state(sha("a"), run) is None
        assert not store.has(sha("z"), store.begin_run("sha256:other", "1.2.3", OPTIONS))
        assert not store.has(sha("z"), store.begin_run("sha256:abc", "1.2.4", OPTIONS))
        assert not store.has(sha("z"), store.begin_run("sha256:abc", "1.2.3", {"ocr": "never"}))
        assert store.has(sha("z"), store.begin_run("sha256:abc", "1.2.3", dict(reversed(OPTIONS.items()))))


def test_the_same_judgement_twice_is_kept_once(tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    made = judged(passages=(passage("Een tekst."),))
    kept(one, made)
    kept(two, made, made, made)
    assert digest(one) == digest(two)


def test_a_later_judgement_of_the_same_content_takes_the_place_of_the_first(tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    first = judged("a", title="Ruis", unmet=(1, 2, 3), passages=(passage("ruis"), passage("nog ruis")))
    last = judged("a", passages=(passage("Een tekst."),))
    kept(one, first, refused("a"), last)
    kept(two, last)
    assert differences(one, two) == []


def test_a_refusal_leaves_nothing_of_the_judgement_before(tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    kept(one, judged("a", passages=(passage("Een tekst."),)), refused("a"))
    kept(two, refused("a"))
    assert differences(one, two) == []


def test_stores_built_in_any_order_hold_the_same(tmp_path: Path) -> None:
    made = {each.sha256[0]: each for each in (judged("a"), judged("b", title="Tweede"), refused("c"))}

    def see(name: str) -> Callable[[Store, Run], None]:
        return lambda store, run: store.see(Item(f"map/{name}.txt", sha(name), 7), run)

    def add(name: str) -> Callable[[Store, Run], None]:
        return lambda store, run: store.add(made[name], run)

    steps = [see("a"), add("a"), see("b"), add("b"), see("c"), add("c")]
    found = set()
    for number, order in enumerate(itertools.islice(itertools.permutations(steps), 0, 720, 45)):
        path = tmp_path / f"{number}.sqlite"
        with Store.open(path) as store:
            run = begun(store)
            for at, step in enumerate(order):
                if at == number % 6:  # broken off there, and begun again
                    run = begun(store)
                    see("a")(store, run)
                step(store, run)
            for name in made:
                see(name)(store, run)
            store.end_run(run)
        found.add(digest(path))
    assert number == 15
    assert len(found) == 1


def test_differences_names_what_each_store_alone_holds(tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    kept(one, judged("a"), refused("c"))
    kept(two, judged("a"))
    told = differences(one, two)
    assert any(line.startswith('- ["files", "map/c.txt"') for line in told)
    assert [line for line in told if line.startswith("+")] == []
    assert digest(one) != digest(two)


def test_contents_leave_out_numbers_and_times(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path, judged("a", passages=(passage("Een tekst."),)))
    lines = list(contents(path))
    assert not [line for line in lines if str(dt.datetime.now(dt.UTC).year) in line]
    assert '["words", "tekst", 1, 1]' in lines
    assert {line.split('"')[1] for line in lines} >= {
        "files",
        "judgements",
        "reports",
        "passages",
        "criteria",
    }


def test_differences_come_row_by_row(tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    kept(one, judged("a", unmet=(8,)), refused("c"))
    kept(two, judged("a", unmet=(9,)), refused("d"))
    told = [
        line[:26] for line in differences(one, two, most=1000) if '"files"' in line or '"criteria"' in line
    ]
    assert told == [
        '- ["files", "map/c.txt", "',
        '+ ["files", "map/d.txt", "',
        *(
            [
                '- ["criteria", "' + judgement_id(sha("a"), ANY)[:10],
                '+ ["criteria", "' + judgement_id(sha("a"), ANY)[:10],
            ]
            * 2
        ),
    ]
    assert len(differences(one, two, most=3)) == 3


@pytest.mark.parametrize(
    "broken",
    [
        "geen JSON",
        "[]",
        "{}",
        "[" * 100_000,
        '{"schema": "protocheck/advice@1"}',
        judged().report.replace('"number": 3', f'"number": {10**30}'),
        judged().report.replace('"EGOV-09"', '"EGOV-08"'),
    ],
    ids=["no JSON", "a list", "empty", "deep", "hollow", "a number too large", "twice the same criterion"],
)
def test_a_report_that_is_none_is_refused_and_leaves_nothing(tmp_path: Path, broken: str) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    made = replace(judged("b", passages=(passage("tekst"),)), report=broken)
    with Store.open(one) as store:
        run = begun(store)
        with store.together():  # also within a larger transaction, that goes on
            store.see(Item("map/a.txt", sha("a"), 100), run)
            with pytest.raises(ValueError):  # noqa: PT011 - of several kinds, all of which a caller takes alike
                store.add(made, run)
            store.add(judged("a"), run)
        store.end_run(run)
    kept(two, judged("a"))
    assert differences(one, two) == []


def _broken_off(store: Store, run: Run) -> None:
    with store.together():
        store.see(Item("map/a.txt", sha("a"), 100), run)
        store.add(judged("a"), run)
        raise KeyboardInterrupt


def test_what_is_written_together_is_kept_wholly_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    with Store.open(path) as store:
        run = begun(store)
        with pytest.raises(KeyboardInterrupt):
            _broken_off(store, run)
        store.see(Item("map/b.txt", sha("b"), 100), run)
        store.add(judged("b"), run)
    assert [each.name for each in documents(path)] == ["b.txt"]


NASTY = "x'); DROP TABLE files; --\"];\x00\ud800\x1b[2J"


def test_nothing_of_a_document_is_sql_and_any_text_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    words = NASTY.replace("\ud800", "").replace("\x00", "")
    made = judged(
        "a",
        title=words,
        parties=(replace(WILGENBEKE, name=words, role="'"),),
        passages=(passage(NASTY, heading=NASTY), replace(passage("x"), ref=NASTY, label=NASTY, kind=NASTY)),
    )
    with Store.open(path) as store:
        run = begun(store)
        for item in (Item(NASTY, sha("a"), 1), Item("gewoon.txt", sha("z"), 1)):
            store.see(item, run)
        store.add(made, run)
        store.add(replace(refused("z"), reason=NASTY, hint=NASTY, kind=NASTY, method=NASTY), run)
        store.end_run(run, covered=lambda _: True)
    with Reader(path) as reader:
        first, second = reader.documents()
        assert first.reason == "x'); DROP TABLE files; --\"];\ufffd\\ud800\x1b[2J"
        assert (second.title, second.place) == (words, "x'); DROP TABLE files; --\"];\ufffd\\ud800\x1b[2J")
        assert [each.name for each in reader.parties(second.judgement)] == [words]
        assert reader.search(NASTY).passages == 1
