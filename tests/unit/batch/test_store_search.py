"""Searching finds Dutch words in any form, and takes any question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from protocheck.batch.store import Reader, Store, query
from protocheck.batch.store.snippet import LENGTH, snippet
from protocheck.batch.word_forms import folded, forms
from protocheck.model.audit import Item
from tests.unit.batch.stores import OPTIONS, judged, passage, refused, sha

TEXTS = {
    "a": "De bewaartermijnen staan in bijlage 1. Wie de gegevens van een gezin krijgt, wist ze tijdig.",
    "b": "Een inbreuk wordt gemeld aan de coördinator. De sociale huurder heet ook huurder.",
    "c": "Het e-govdecreet geldt in de zin van artikel 8. De gegevens worden na een jaar gewist.",
    "d": "De mededeling wordt opgezegd; de huurders en de sociale diensten vernemen dat per brief.",
    "e": "De termĳn en de bÿlage zĳn met oude letters gezet; ook een Co\u0308rdinator en foto's.",
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("search") / "audit.sqlite"
    with Store.open(path) as store:
        run = store.begin_run("sha256:abc", "1.2.3", OPTIONS)
        for name, text in TEXTS.items():
            heading = "Sancties" if name == "b" else ""
            made = judged(name, title=f"Protocol {name}", passages=(passage(text, heading=heading),))
            store.add(made, run)
            store.see(Item(f"{name}.txt", made.sha256, 1), run)
        store.see(Item("kopie/a.txt", sha("a"), 1), run)
        store.see(Item("weg.txt", sha("b"), 1), run)
        store.add(refused("z"), run)
        store.end_run(run)
        store.end_run(
            store.begin_run("sha256:abc", "1.2.3", OPTIONS), covered=lambda place: place == "weg.txt"
        )
    with Reader(path) as opened:
        yield opened


def found(reader: Reader, question: str) -> str:
    return "".join(sorted(each.places[0][0] for each in reader.search(question).hits))


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("bewaartermijn", "a"),
        ("BEWAARTERMIJNEN", "a"),
        ("wissen", "c"),
        ("gewist", "c"),
        ("opzeggen", "d"),
        ("opzegging", "d"),
        ("huurder", "bd"),
        ("huurders", "bd"),
        ("gezin", "a"),
        ("zin", "c"),
        ("gegeven", "ac"),
        ("coordinator", "b"),
        ("coördinatoren", "b"),
        ("sectoren", ""),
        ("sanctie", "b"),
        ("e-govdecreet", "c"),
        ("egovdecreet", "c"),
        ("e govdecreet", "c"),
        ("termijn", "e"),
        ("bijlage", "ae"),
        ("foto", "e"),
        ("foto's", "e"),
        ("cördinator", "e"),
        ("mededeling brief", "d"),
        ("mededeling EN brief", "d"),
        ("mededeling inbreuk", ""),
        ("mededeling OF inbreuk", "bd"),
        ("mededeling or inbreuk", ""),
        ("huurder NIET inbreuk", "d"),
        ("huurder -inbreuk", "d"),
        ('"sociale huurder"', "b"),
        ("„sociale huurder”", "b"),
        ('huurder -"sociale huurder"', "d"),
        ("sociale huurder", "bd"),
        ("bewaar*", "a"),
        ("govd*", "c"),
        ("*termijn", "ae"),
        ("*termĳn", "ae"),
        ("*ermijnen", "a"),
        ("*wist*", "ac"),
        ("*bestaatniet", ""),
        ("huurder -*breuk", "d"),
        ("*e* -*a*", ""),
        ("artikel 8", "c"),
        ("bestaatniet", ""),
        ("heading:sancties", ""),
    ],
)
def test_a_question_finds_the_documents(reader: Reader, question: str, documents: str) -> None:
    assert found(reader, question) == documents


@pytest.mark.parametrize(
    "question", ["", "   ", "NIET huurder", "-huurder", '"', '""', "***", "((", "OF", "🙂"]
)
def test_a_question_without_a_word_finds_nothing(reader: Reader, question: str) -> None:
    assert query.asked(question).match == ""
    assert reader.search(question).passages == 0


@given(st.text(max_size=60))
@example('a" OR "b')
@example("NEAR(a b, 3) AND {text}: c ^d + e* : f")
@example('woord"woord" -"" OF OF EN -')
@example("a\x00b")
def test_no_question_breaks_the_search(reader: Reader, question: str) -> None:
    assert reader.search(question).passages >= 0


def test_a_long_question_is_answered(reader: Reader) -> None:
    assert reader.search("gegevens " * 10_000).passages == 2
    assert reader.search("huurder OF " * 500).passages == 2


def test_a_place_is_told_with_the_files_of_that_content_that_are_there(reader: Reader) -> None:
    (hit,) = reader.search("bewaartermijn").hits
    assert hit.places == ("a.txt", "kopie/a.txt")
    assert (hit.title, hit.label, hit.ref, hit.page) == ("Protocol a", "artikel 1", "article 1", None)
    (hit,) = reader.search("sanctie").hits
    assert (hit.places, hit.heading) == (("b.txt",), "Sancties")


def test_all_are_counted_also_beyond_the_limit(reader: Reader) -> None:
    told = reader.search("de", limit=2)
    assert (len(told.hits), told.passages, told.documents) == (2, 5, 5)


def test_the_words_are_pointed_out_in_the_form_in_which_they_stand(reader: Reader) -> None:
    (hit,) = reader.search("bewaartermijn").hits
    assert [hit.snippet[start:end] for start, end in hit.marked] == ["bewaartermijnen"]
    (hit,) = reader.search("e-govdecreet").hits
    assert [hit.snippet[start:end] for start, end in hit.marked] == ["govdecreet"]
    for question in ("bewaar*", "*termijnen", "*termijn*"):
        (hit, *_) = (each for each in reader.search(question).hits if each.places[0] == "a.txt")
        assert [hit.snippet[start:end] for start, end in hit.marked] == ["bewaartermijnen"]


def test_a_long_text_is_shown_where_the_words_are() -> None:
    text = "huurder " + "tekst " * 100 + "de huurder\nen de gemeente " + "tekst " * 100
    piece, marked = snippet(text, lambda word: word in {"huurder", "gemeente"})
    assert piece.startswith("…tekst")
    assert piece.endswith("tekst…")
    assert len(piece) <= LENGTH + 2
    assert [piece[start:end] for start, end in marked] == ["huurder", "gemeente"]


@given(st.text(alphabet="ab \n", max_size=700))
def test_what_is_pointed_out_is_what_was_meant(text: str) -> None:
    piece, marked = snippet(text, lambda word: word.startswith("a"))
    assert all(piece[start] == "a" for start, _ in marked)
    assert len(piece) <= LENGTH + 2
    assert piece.strip("…") in " ".join(text.split())


def test_other_forms_of_words() -> None:
    assert forms("bewaartermijnen") == {"bewaartermijn"}
    assert forms("gezinnen") == {"gezin"}
    assert forms("gewist") == {"wis", "gewis"}
    assert forms("gezin") == set()
    assert forms("2025") == set()
    assert forms("bÿlage") == {"bijlage", "bijlag"}


def test_names_are_compared_without_what_does_not_matter() -> None:
    assert folded("De Stad  Gént") == folded("stad gent") == "stad gent"
    assert folded("het OCMW van Sint-Kruis") == "ocmw van sint kruis"
    assert folded("") == ""


def test_searching_needs_a_store(tmp_path: Path) -> None:
    with Store.open(tmp_path / "leeg.sqlite"):
        pass
    with Reader(tmp_path / "leeg.sqlite") as reader:
        assert reader.search("gegevens").hits == ()
