"""`protocheck search` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from protocheck.batch.store import Store
from protocheck.cli import search_shown
from protocheck.cli.main import cli
from protocheck.model.audit import Item, Judgement, Passage, State
from tests.unit.batch.stores import OPTIONS, judged, passage, sha

LONG = "De instantie bewaart de aanvraag en alle stukken die de burger erbij voegt in een beveiligde map."


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open(Path("audit.sqlite")) as store:
        run = store.begin_run("sha256:abc", "1.2.3", OPTIONS)
        first = (
            Passage("article 4", "article", "artikel 4", "Bewaring", 3, LONG),
            passage("Na twee jaar wordt de aanvraag gewist.", number=5),
        )
        for name, title, parts in (
            ("a", "Protocol over de premie", first),
            ("b", "Naam \x1b[31mrood", (passage("Een \x1b[2J aanvraag.", heading="Kop \x1b[0m"),)),
        ):
            made = judged(name, title=title, passages=parts)
            store.add(made, run)
            store.see(Item(f"map/{name}.pdf", made.sha256, 1), run)
        store.see(Item("kopie \x1b[1m/a.pdf", sha("a"), 1), run)
        store.end_run(run)


def search(*words: str) -> Result:
    return CliRunner().invoke(cli, ["search", *words])


def test_places_are_shown_by_document() -> None:
    done = search("bewaren", "stuk")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "1 plaats in 1 document",
        "",
        "Protocol over de premie",
        "kopie \\x1b[1m/a.pdf",
        "map/a.pdf",
        "  artikel 4, Bewaring, blz. 3",
        "    De instantie *bewaart* de aanvraag en alle *stukken* die de burger erbij",
        "    voegt in een beveiligde map.",
    ]


def test_no_control_code_of_a_document_reaches_the_terminal() -> None:
    done = search("aanvragen")
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout
    assert "Naam \\x1b[31mrood" in done.stdout
    assert "Een \\x1b[2J aanvraag." in done.stdout.replace("*", "")


def test_a_document_without_a_title_is_told_by_its_place_alone() -> None:
    with Store.open(Path("andere.sqlite")) as store:
        run = store.begin_run("sha256:abc", "1.2.3", OPTIONS)
        store.add(Judgement(sha("o"), State.OTHER, passages=(passage("De verwerker bewaart niets."),)), run)
        store.see(Item("map/o.pdf", sha("o"), 1), run)
    assert search("verwerkers", "--store", "andere.sqlite").stdout.splitlines() == [
        "1 plaats in 1 document",
        "",
        "map/o.pdf",
        "  artikel 1",
        "    De *verwerker* bewaart niets.",
    ]


def test_the_limit_is_told() -> None:
    done = search("aanvraag", "--limit", "1")
    assert done.stdout.splitlines()[0] == "3 plaatsen in 2 documenten"
    assert done.stdout.splitlines()[-1] == "1 van 3 plaatsen getoond; --limit toont er meer."


def test_json_holds_what_was_found() -> None:
    done = search("gewist", "NIET", "bewaren", "--format", "json")
    made = json.loads(done.stdout)
    assert made == {
        "schema": "protocheck/search@1",
        "question": "gewist NIET bewaren",
        "passages": 1,
        "documents": 1,
        "hits": [
            {
                "places": ["kopie \x1b[1m/a.pdf", "map/a.pdf"],
                "title": "Protocol over de premie",
                "judgement": made["hits"][0]["judgement"],
                "position": 1,
                "ref": "article 5",
                "label": "artikel 5",
                "heading": "",
                "page": None,
                "snippet": "Na twee jaar wordt de aanvraag gewist.",
                "marked": [[31, 37]],
            }
        ],
    }


def test_nothing_found_is_told() -> None:
    done = search("bestaatniet")
    assert done.exit_code == 0
    assert done.stdout == "Deze woorden staan nergens samen in één artikel.\n"


def test_a_question_without_a_word_is_wrong_use() -> None:
    done = search("((")
    assert done.exit_code == 2
    assert "In '((' staat geen woord om te zoeken." in done.stderr


def test_a_store_that_is_not_there_is_wrong_use() -> None:
    done = search("gegevens", "--store", "elders.sqlite")
    assert done.exit_code == 2
    assert "elders.sqlite bestaat niet." in done.stderr
    assert not Path("elders.sqlite").exists()


def test_colours_mark_the_words_on_a_terminal() -> None:
    from protocheck.batch.store import Reader  # noqa: PLC0415 - only here

    with Reader(Path("audit.sqlite")) as reader:
        shown = search_shown.as_terminal(reader.search("gewist"), 80, colour=True)
    assert "\x1b[1;33mgewist\x1b[0m" in shown
    assert "*" not in shown
