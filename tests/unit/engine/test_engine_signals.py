"""Signals: scopes, nearness, headings, subjects, leads, and what is never evidence."""

from __future__ import annotations

import pytest

from protocheck.model.facts import DataItem, Facts, Party
from protocheck.model.geometry import Span
from protocheck.rulebook.rules import Scope, Signal
from tests.unit.engine.lab import (
    OWN,
    article,
    items,
    paper,
    para,
    part,
    quotes,
    reasons,
    row,
    terms,
    tried,
    written,
)

BOTH = Signal("beide", all=("a", "b"))


def both(scope: Scope, near: int = 0) -> Signal:
    return Signal("beide", scope=scope, all=("a", "b"), near=near)


# What can never be evidence


@pytest.mark.parametrize("kind", ["contents", "furniture", "stamp", "title", "signature"])
def test_a_part_that_is_never_evidence(kind: str) -> None:
    sheet = paper(part(kind, "x", "", "Een appel."), article("1", "", "Een peer."))  # type: ignore[arg-type]
    assert quotes(sheet, Signal("s", any=("a",)), OWN) == []
    assert reasons(sheet, Signal("s", any=("a",)), OWN) == [kind]


@pytest.mark.parametrize("kind", ["preamble", "recital", "article", "section", "annex", "footnote", "other"])
def test_a_part_that_can_be_evidence(kind: str) -> None:
    sheet = paper(part(kind, "x", "", "Een appel."))  # type: ignore[arg-type]
    assert quotes(sheet, Signal("s", any=("a",)), OWN) == ["Een appel."]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("☐ Een appel.", "aanvinklijst"),
        ("☑ Een appel.", "aanvinklijst"),
        ("✓ Een appel.", "aanvinklijst"),
        ("[ ] Een appel.", "aanvinklijst"),
        ("[x] Een appel.", "aanvinklijst"),
        ("[] Een appel.", "aanvinklijst"),
        ("Is dit een appel?", "vraag"),
        ("Is dit een appel? ", "vraag"),
    ],
)
def test_a_sentence_that_is_never_evidence(sentence: str, reason: str) -> None:
    sheet = paper(article("1", "", sentence))
    assert quotes(sheet, Signal("s", any=("a",)), OWN) == []
    assert reasons(sheet, Signal("s", any=("a",)), OWN) == [reason]


@pytest.mark.parametrize(
    "sentence", ["[appel] is een woord.", "Een appel [x].", "Het gaat om een appel? Ja."]
)
def test_a_sentence_that_only_looks_like_it(sentence: str) -> None:
    assert quotes(paper(article("1", "", sentence)), Signal("s", any=("a",)), OWN) == [sentence]


def test_a_heading_alone_is_no_evidence() -> None:
    sheet = paper(article("1", "Appel en banaan", "Hier staat niets."))
    assert quotes(sheet, BOTH, OWN) == []
    assert reasons(sheet, BOTH, OWN) == []


def test_a_question_in_the_paragraph_does_not_complete_it() -> None:
    sheet = paper(article("1", "", para("Is er een appel?", "Er is een banaan.")))
    assert quotes(sheet, both("paragraph"), OWN) == []
    assert reasons(sheet, both("paragraph"), OWN) == ["vraag"]


# Scopes


ONE = "Een appel en een banaan."
SPLIT = ("Een appel.", "Een banaan.")


@pytest.mark.parametrize(
    ("scope", "fires"),
    [("sentence", False), ("paragraph", True), ("article", True), ("row", False), ("document", True)],
)
def test_two_sentences_of_one_paragraph(scope: Scope, *, fires: bool) -> None:
    assert bool(quotes(paper(article("1", "", para(*SPLIT))), both(scope), OWN)) is fires


@pytest.mark.parametrize(
    ("scope", "fires"),
    [("sentence", False), ("paragraph", False), ("article", True), ("row", False), ("document", True)],
)
def test_two_paragraphs_of_one_article(scope: Scope, *, fires: bool) -> None:
    assert bool(quotes(paper(article("1", "", *SPLIT)), both(scope), OWN)) is fires


@pytest.mark.parametrize(
    ("scope", "fires"),
    [("sentence", False), ("paragraph", False), ("article", False), ("row", False), ("document", True)],
)
def test_two_articles(scope: Scope, *, fires: bool) -> None:
    sheet = paper(article("1", "", SPLIT[0]), article("2", "", SPLIT[1]))
    assert bool(quotes(sheet, both(scope), OWN)) is fires


def test_two_articles_with_one_number_are_two() -> None:
    sheet = paper(article("1", "", SPLIT[0]), article("1", "", SPLIT[1]))
    assert quotes(sheet, both("article"), OWN) == []


def test_a_row_is_its_cells() -> None:
    sheet = paper(article("1", "", part("table", "", "", row("x", *SPLIT), row("y", SPLIT[0], "-"))))
    assert len(quotes(sheet, both("row"), OWN)) == 1
    apart = paper(article("1", "", part("table", "", "", row("x", SPLIT[0]), row("y", SPLIT[1]))))
    assert quotes(apart, both("row"), OWN) == []
    assert quotes(paper(article("1", "", ONE)), both("row"), OWN) == []


def test_all_and_any() -> None:
    signal = Signal("s", all=("a",), any=("b", "c"))
    sheet = paper(article("1", "", "Een appel.", "Een banaan.", "Een appel en een citroen."))
    assert quotes(sheet, signal, OWN) == ["Een appel en een citroen."]


def test_either_of_two_terms() -> None:
    sheet = paper(article("1", "", "Een banaan.", "Een citroen.", "Een peer."))
    assert quotes(sheet, Signal("s", all=("b|c",)), OWN) == ["Een banaan.", "Een citroen."]


def test_a_word_that_must_not_be_there() -> None:
    signal = Signal("s", all=("a",), none=("c",))
    sheet = paper(article("1", "", "Een appel en een citroen.", "Een appel."))
    assert quotes(sheet, signal, OWN) == ["Een appel."]
    assert reasons(sheet, signal, OWN) == ["uitgesloten-term"]


def test_a_word_that_must_not_be_there_speaks_for_its_whole_scope() -> None:
    sheet = paper(article("1", "", para("Een appel.", "Een citroen.")))
    assert quotes(sheet, Signal("s", all=("a",), none=("c",), scope="paragraph"), OWN) == []
    assert quotes(sheet, Signal("s", all=("a",), none=("c",)), OWN) == ["Een appel."]


def test_kinds_of_part_to_look_in() -> None:
    sheet = paper(part("recital", "recital A", "", "Een appel."), article("1", "", "Nog een appel."))
    assert quotes(sheet, Signal("s", any=("a",), kinds=("recital",)), OWN) == ["Een appel."]
    assert quotes(sheet, Signal("s", any=("a",), kinds=("article",)), OWN) == ["Nog een appel."]


@pytest.mark.parametrize(("near", "fires"), [(3, False), (4, True), (0, True)])
def test_words_stand_near_each_other(near: int, *, fires: bool) -> None:
    sheet = paper(article("1", "", "Een appel en ook nog een banaan."))  # four words between
    assert bool(quotes(sheet, both("sentence", near), OWN)) is fires
    assert reasons(sheet, both("sentence", near), OWN) == ([] if fires else ["afstand"])


def test_one_near_pair_of_many_is_enough() -> None:
    sheet = paper(article("1", "", "Een appel ligt heel ver van hier, maar appel en banaan liggen dichtbij."))
    assert len(quotes(sheet, both("sentence", 2), OWN)) == 1


# Headings


def test_a_heading_must_hold_a_word() -> None:
    signal = Signal("s", any=("a",), heading=("kop",))
    assert quotes(paper(article("1", "Fruit", "Een appel.")), signal, OWN) == ["Een appel."]
    assert reasons(paper(article("1", "Vis", "Een appel.")), signal, OWN) == ["kop"]
    assert reasons(paper(article("1", "", "Een appel.")), signal, OWN) == ["kop"]


def test_a_heading_further_above_will_do() -> None:
    inner = article("1.1", "Soorten", "Een appel.")
    assert quotes(paper(article("1", "Fruit", inner)), Signal("s", any=("a",), heading=("kop",)), OWN) == [
        "Een appel."
    ]


def test_only_the_nearest_heading_is_the_wrong_one() -> None:
    signal = Signal("s", any=("a",), not_heading=("ander",))
    assert reasons(paper(article("1", "Groente", "Een appel.")), signal, OWN) == ["kop"]
    inner = article("1.1", "Soorten", "Een appel.")
    assert quotes(paper(article("1", "Groente", inner)), signal, OWN) == ["Een appel."]


def test_a_heading_at_home_is_never_the_wrong_one() -> None:
    signal = Signal("s", any=("a",), not_heading=("ander",))
    sheet = paper(article("1", "Groente op de markt", "Een appel."))
    assert quotes(sheet, signal, OWN, "thuis") == ["Een appel."]
    assert quotes(sheet, signal, OWN) == []


# Subjects


@pytest.mark.parametrize(
    ("sentence", "fires"),
    [
        ("De burger krijgt een appel.", False),
        ("Een appel is voor de burger.", True),
        ("De partij geeft de burger een appel.", True),
        ("De burgers krijgen van de partij een appel.", True),
        ("Soms krijgt de burger een appel.", False),
    ],
)
def test_a_sentence_about_someone_else(sentence: str, *, fires: bool) -> None:
    signal = Signal("s", any=("a",), not_about=("vreemd",))
    sheet = paper(article("1", "", sentence))
    assert quotes(sheet, signal, OWN) == ([sentence] if fires else [])
    assert reasons(sheet, signal, OWN) == ([] if fires else ["onderwerp"])


def test_a_party_by_its_own_name_is_a_party() -> None:
    text = "De Zonnewijzer geeft de burger een appel."
    who = Party("De Zonnewijzer", "other", "sender", "De Zonnewijzer", Span(0, 0))
    signal = Signal("s", all=("@verzender", "a"), not_about=("vreemd",))
    assert quotes(paper(article("1", "", text), facts=Facts(parties=(who,))), signal, OWN) == [text]
    assert quotes(paper(article("1", "", text)), signal, OWN) == []


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("De Zonnewijzer vroeg ooit een appel.", False),
        ("De Fruitdienst vroeg voor De Zonnewijzer een appel.", True),
        ("De partij vroeg De Zonnewijzer een appel.", True),
    ],
)
def test_a_sentence_about_the_receiver_is_known_by_his_name(text: str, *, fires: bool) -> None:
    parties = (
        Party("De Fruitdienst", "other", "sender", "De Fruitdienst", Span(0, 0)),
        Party("De Zonnewijzer", "other", "receiver", "De Zonnewijzer", Span(0, 0)),
    )
    signal = Signal("s", any=("a",), not_about=("@ontvanger",))
    sheet = paper(article("1", "", text), facts=Facts(parties=parties))
    assert quotes(sheet, signal, OWN) == ([text] if fires else [])


def test_a_word_inside_the_name_of_a_party_says_nothing() -> None:
    who = Party("Vereniging Appel Vandaag", "other", "sender", "Vereniging Appel Vandaag", Span(0, 0))
    sheet = paper(
        article("1", "", "De Vereniging Appel Vandaag komt.", "Een appel."), facts=Facts(parties=(who,))
    )
    assert quotes(sheet, Signal("s", any=("a",)), OWN) == ["Een appel."]


@pytest.mark.parametrize("name", ["partij", "de partijen", ""])
def test_a_party_without_a_telling_name_is_not_looked_for(name: str) -> None:
    who = Party(name, "other", "sender", name, Span(0, 0))
    sheet = paper(article("1", "", "De partijen eten een appel."), facts=Facts(parties=(who,)))
    assert quotes(sheet, Signal("s", all=("@partij", "a")), OWN) == []


def test_a_fact_is_a_term() -> None:
    text = "Een appel en het rijksregisternummer."
    item = DataItem("rijksregisternummer", Span(text.index("rijks"), len(text) - 1))
    sheet = paper(article("1", "", text), facts=Facts(data_items=(item,)))
    assert quotes(sheet, Signal("s", all=("a", "@gegeven")), OWN) == [text]


# Leads and items


def test_an_item_speaks_with_the_words_of_its_lead() -> None:
    sheet = paper(article("1", "", "Bij de appel hoort:", *items("een banaan;", "een peer.")))
    assert quotes(sheet, BOTH, OWN) == ["Bij de appel hoort: een banaan;"]


def test_items_under_one_lead_are_one_place() -> None:
    sheet = paper(article("1", "", "Bij de appel hoort:", *items("een banaan;", "nog een banaan.")))
    (only,) = quotes(sheet, BOTH, OWN)
    assert only.endswith("nog een banaan.")


def test_items_that_are_too_long_to_quote_together_are_places_of_their_own() -> None:
    long = "een banaan " + "die rijp is " * 40
    sheet = paper(article("1", "", "Bij de appel hoort:", *items(long, long)))
    assert len(quotes(sheet, BOTH, OWN)) == 2


def test_a_list_is_one_paragraph_with_its_lead() -> None:
    sheet = paper(article("1", "", "Dit hoort samen:", *items("een appel;", "een banaan.")))
    assert len(quotes(sheet, both("paragraph"), OWN)) == 1
    assert quotes(sheet, BOTH, OWN) == []


@pytest.mark.parametrize(
    "lead",
    [
        "Worden niet meegedeeld:",
        "De volgende soorten worden nooit meegedeeld:",
        "Alles wordt meegedeeld, met uitzondering van:",
        "Alles wordt meegedeeld, behalve:",
    ],
)
def test_a_lead_that_denies_denies_its_items(lead: str) -> None:
    sheet = paper(article("1", "", lead, *items("een appel;", "een banaan.")))
    assert quotes(sheet, Signal("s", any=("a",)), OWN) == []
    assert reasons(sheet, Signal("s", any=("a",)), OWN) == ["ontkenning"]


@pytest.mark.parametrize(
    "lead",
    [
        "Als een partij het protocol niet naleeft, volgt:",
        "Bij niet-naleving geldt:",
        "Niet alleen wordt meegedeeld:",
        "De lijst is niet limitatief:",
        "Wie niet betaalt, krijgt ook het volgende:",
    ],
)
def test_a_lead_that_only_holds_a_denial_denies_no_items(lead: str) -> None:
    sheet = paper(article("1", "", lead, *items("een appel;", "een banaan.")))
    assert quotes(sheet, Signal("s", any=("a",)), OWN) == ["een appel;"]


# What a hit quotes


def test_a_hit_in_a_paragraph_quotes_the_sentences_that_carry_it() -> None:
    sheet = paper(article("1", "", para("Vooraf.", "Een appel.", "Tussenin.", "Een banaan.", "Achteraf.")))
    assert quotes(sheet, both("paragraph"), OWN) == ["Een appel. Tussenin. Een banaan."]


def test_a_hit_that_is_too_long_quotes_the_sentence_that_says_most() -> None:
    middle = "Iets anders " * 70 + "."
    sheet = paper(article("1", "", para("Een appel.", middle, "Een banaan en een banaan.")))
    assert quotes(sheet, both("paragraph"), OWN) == ["Een appel."]


def test_a_match_ends_with_its_sentence() -> None:
    sheet = paper(article("1", "", para("Een rode", "appel.")))
    assert quotes(sheet, Signal("s", any=("x",)), {"x": ("rode appel",)}) == []


# From text to hit


def test_a_written_paper_goes_the_whole_way() -> None:
    sheet = written(
        "PROTOCOL\n\nArtikel 1. Fruit\n\nDe verzender geeft een appel en een banaan.\n\n"
        "Artikel 2. Groente\n\nGeen appel, geen banaan.\n"
    )
    hits = tried(sheet, BOTH, OWN).hits
    assert [(hit.sentence.home.ref, hit.span.of(sheet.text.text)) for hit in hits] == [
        ("article 1", "De verzender geeft een appel en een banaan.")
    ]


def test_a_paper_without_a_word_gives_nothing() -> None:
    assert tried(paper(), BOTH, OWN).hits == ()
    assert terms(paper(), OWN).sentences == ()


def test_a_carrier_too_long_to_quote_with_what_stands_before_it_is_quoted_alone() -> None:
    carrier = (
        "Hij geeft een banaan en een citroen" + ", en nog een zin van enige lengte zonder fruit" * 16 + "."
    )
    sheet = written(f"Artikel 1. Overzicht\n\nDe verzender geeft een appel. {carrier}\n")
    wanted = Signal("s", scope="paragraph", all=("a", "b", "c"))
    assert quotes(sheet, wanted, OWN) == [carrier]
