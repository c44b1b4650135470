from __future__ import annotations

from protocheck.advice.places import Mention, cite, cite_one, paper_names
from protocheck.model.package import Package
from tests.unit.papers import reading

PAPERS = {
    "protocol": "het protocol",
    "annex-1": "de samenwerkingsovereenkomst (bijlage 1)",
    "annex-2": "bijlage 2",
}


def places(*labels: str, document: str = "protocol") -> list[Mention]:
    return [Mention(document, label, start) for start, label in enumerate(labels)]


def test_one_article() -> None:
    assert cite(places("artikel 4"), PAPERS) == "art. 4 van het protocol"


def test_articles_are_listed_once_each() -> None:
    assert cite(places("artikel 3", "artikel 5", "artikel 3"), PAPERS) == "art. 3 en 5 van het protocol"


def test_recitals_and_the_opening_have_their_own_words() -> None:
    assert cite(places("overweging C"), PAPERS) == "overweging C van het protocol"
    assert cite(places("overweging C", "overweging D"), PAPERS) == "de overwegingen C en D van het protocol"
    assert cite(places("aanhef", "artikel 9"), PAPERS) == "de aanhef en art. 9 van het protocol"


def test_an_annex_in_the_same_file() -> None:
    assert cite(places("bijlage 1, artikel 5"), PAPERS) == "bijlage 1, art. 5"


def test_a_supplied_annex_is_called_by_what_it_is() -> None:
    both = [*places("artikel 2"), *places("artikel 4", document="annex-1")]
    assert cite(both, PAPERS) == (
        "art. 2 van het protocol en art. 4 van de samenwerkingsovereenkomst (bijlage 1)"
    )
    assert cite(places("artikel 4", document="annex-2"), PAPERS) == "bijlage 2, art. 4"


def test_recitals_give_way_where_many_places_speak() -> None:
    many = places(
        "overweging A", "artikel 1", "artikel 2", "artikel 3", "artikel 4", "artikel 5", "artikel 6"
    )
    assert cite(many, PAPERS) == "onder meer art. 1, 2, 3, 4 en 5 van het protocol"


def test_one_place_alone_leaves_the_protocol_unnamed() -> None:
    assert cite_one(Mention("protocol", "overweging C", 0), PAPERS) == "overweging C"
    assert cite_one(Mention("annex-2", "artikel 5", 0), PAPERS) == "bijlage 2, art. 5"
    assert (
        cite_one(Mention("annex-1", "artikel 5", 0), PAPERS)
        == "art. 5 van de samenwerkingsovereenkomst (bijlage 1)"
    )


def test_nothing_is_cited_without_a_place() -> None:
    assert cite([], PAPERS) == ""
    assert cite(places(""), PAPERS) == ""


def test_annexes_are_named_after_their_titles() -> None:
    annexes = (
        reading([], document="annex-1", title="SAMENWERKINGSOVEREENKOMST tussen de partijen"),
        reading([], document="annex-2", title="Technische fiche"),
        reading([], document="annex-3", title="Kaderprotocol premies"),
    )
    assert paper_names(Package(reading([]), annexes)) == {
        "protocol": "het protocol",
        "annex-1": "de samenwerkingsovereenkomst (bijlage 1)",
        "annex-2": "bijlage 2",
        "annex-3": "het kaderprotocol (bijlage 3)",
    }


def test_a_part_without_a_name_is_called_by_its_place() -> None:
    assert cite(places("na de ondertekening"), PAPERS) == "het deel na de ondertekening van het protocol"
    assert cite(places("onder “VERZENDING”"), PAPERS) == "het onderdeel “Verzending” van het protocol"


def test_paragraphs_that_are_the_parts_of_a_paper_are_named_together() -> None:
    papers = {"protocol": "het protocol"}
    mentions = [Mention("protocol", f"§ {number}", number) for number in (3, 4, 7)]
    assert cite(mentions, papers) == "§ 3, 4 en 7 van het protocol"
    assert cite(mentions[:1], papers) == "§ 3 van het protocol"
