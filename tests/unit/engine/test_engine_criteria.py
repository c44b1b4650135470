"""Criteria: elements, status, the order of the evidence, references, remarks."""

from __future__ import annotations

import pytest

from protocheck.engine.criteria import judge
from protocheck.model.alignment import Quality
from protocheck.model.package import Reading
from protocheck.rulebook.rules import Criterion, Element, Remark, Signal
from tests.unit.engine.lab import article, criterion, items, paper, part, terms, written

OWN = {"a": ("appel",), "b": ("banaan",), "c": ("citroen",), "thuis": ("fruit",)}
A, B, C = Signal("a", any=("a",)), Signal("b", any=("b",)), Signal("c", any=("c",))


def judged(rule: Criterion, *package: Reading):  # type: ignore[no-untyped-def]  # noqa: ANN201 - read off below
    return judge(rule, [terms(each, OWN) for each in package])


def refs(rule: Criterion, *package: Reading) -> list[str]:
    return [each.ref for each in judged(rule, *package).evidence]


@pytest.mark.parametrize(
    ("text", "status", "each"),
    [
        ("Een appel en een banaan.", "met", ["met", "met"]),
        ("Een appel.", "partial", ["met", "unmet"]),
        ("Een peer.", "unmet", ["unmet", "unmet"]),
    ],
)
def test_the_status_follows_from_the_elements(text: str, status: str, each: list[str]) -> None:
    result = judged(criterion(A, B), paper(article("1", "", text)))
    assert result.status == status
    assert [e.status for e in result.elements] == each
    assert result.prose == (f"tekst {status}",)
    assert (result.advice, result.clause) == (("", "") if status == "met" else ("Doe iets.", "Modeltekst."))


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Een appel en een banaan.", True),
        ("Een appel.", False),
        ("Een banaan.", False),
        ("Een appel, een banaan en een citroen.", False),
    ],
)
def test_an_element_over_any_all_and_unless(text: str, *, met: bool) -> None:
    rule = criterion(A, B, C, elements=[Element("x", "x", any=("a",), all=("b",), unless=("c",))])
    result = judged(rule, paper(article("1", "", text)))
    assert result.status == ("met" if met else "unmet")
    assert bool(result.evidence) is met


def test_the_quote_the_place_and_the_reading() -> None:
    sheet = paper(article("7", "Fruit", "  Een appel.  "))
    (found,) = judged(criterion(A), sheet).evidence
    assert (found.signal, found.document, found.ref, found.label) == (
        "a",
        "protocol",
        "article 7",
        "artikel 7",
    )
    assert (found.quote, found.reading, found.heading) == ("Een appel.", "Een appel.", "Fruit")
    assert found.span.of(sheet.text.text) == "Een appel."
    assert (found.location.page, found.location.line, found.location.column) == (1, 2, 3)
    assert not found.in_annex


def test_two_elements_on_one_place_share_their_evidence() -> None:
    result = judged(criterion(A, B), paper(article("1", "", "Een appel en een banaan.")))
    assert len(result.evidence) == 1
    assert [e.evidence for e in result.elements] == [(0,), (0,)]


def test_an_element_that_is_unmet_has_no_evidence() -> None:
    result = judged(criterion(A, B), paper(article("1", "", "Een banaan.")))
    assert [e.evidence for e in result.elements] == [(), (0,)]


def test_the_article_under_the_heading_for_it_comes_first_and_the_annex_last() -> None:
    sheet = paper(
        part("preamble", "preamble", "", "Een appel vooraf."),
        part("recital", "recital A", "", "Een appel in een overweging."),
        part("annex", "annex 1", "Fruit", "Een appel in de bijlage."),
        article("1", "Groente", "Een appel elders."),
        article("2", "Fruit", "Een appel thuis."),
    )
    assert refs(criterion(A, home=("thuis",)), sheet)[:1] == ["article 2"]
    assert refs(criterion(A, home=("thuis",)), sheet) == ["article 2", "article 1", "recital A", "preamble"]
    without = paper(
        part("annex", "annex 1", "", "Een appel."), part("recital", "recital A", "", "Nog een appel.")
    )
    assert refs(criterion(A), without) == ["recital A", "annex 1"]


def test_the_signal_named_first_is_the_better_evidence() -> None:
    rule = criterion(A, B, elements=[Element("x", "x", any=("b", "a"))])
    sheet = paper(article("1", "", "Een appel."), article("2", "", "Een banaan."))
    assert refs(rule, sheet) == ["article 2", "article 1"]


def test_an_element_has_at_most_four_places() -> None:
    sheet = paper(*(article(str(n), "", "Een appel.") for n in range(1, 9)))
    assert refs(criterion(A), sheet) == ["article 1", "article 2", "article 3", "article 4"]


def test_a_place_inside_a_better_one_is_not_named_again() -> None:
    wide = Signal("wijd", scope="paragraph", all=("a", "b"))
    rule = criterion(wide, A, elements=[Element("x", "x", any=("wijd", "a"))])
    sheet = paper(
        article("1", "", part("paragraph", "", "", "")), article("2", "", "Een appel.", *items("banaan"))
    )
    assert refs(rule, sheet) == ["article 2"]


@pytest.mark.parametrize(
    ("inside", "ref", "label"),
    [
        (article("5", "", "Een appel."), "annex 2, article 5", "bijlage 2, artikel 5"),
        (part("preamble", "preamble", "", "Een appel."), "annex 2, preamble", "bijlage 2, preamble"),
        (part("annex", "annex 1", "", "Een appel."), "annex 2", "bijlage 2"),
        (
            part("annex", "annex 1", "", part("article", "annex 1, article 5", "", "Een appel.")),
            "annex 2, article 5",
            "bijlage 2, artikel 5",
        ),
    ],
)
def test_evidence_in_a_supplied_annex_names_the_annex(inside, ref: str, label: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - a part of the bench
    main = paper(article("1", "", "Niets."))
    (found,) = judged(criterion(A), main, paper(inside, document="annex-2")).evidence
    assert (found.document, found.ref, found.label, found.in_annex) == ("annex-2", ref, label, True)


def test_evidence_without_any_part_names_the_annex_alone() -> None:
    loose = paper(part("paragraph", "", "", "Een appel."), document="annex-1")
    sheet = paper(article("1", "", "Niets."))
    (found,) = judged(criterion(A), sheet, loose).evidence
    assert (found.ref, found.label) == ("annex 1", "bijlage 1")


def test_the_protocol_comes_before_its_annex() -> None:
    annex = paper(article("1", "Fruit", "Een appel."), document="annex-1")
    main = paper(part("preamble", "preamble", "", "Een appel."))
    assert refs(criterion(A, home=("thuis",)), main, annex) == ["preamble", "annex 1, article 1"]


def test_a_repaired_place_quotes_what_is_printed() -> None:
    sheet = written("Artikel 1. Fruit\n\nDe partij geeft een app\u00adel aan de burger.\n")
    (found,) = judged(criterion(A), sheet).evidence
    assert "appel" in found.reading
    assert found.quote == sheet.text.quote(found.span)


def test_a_sentence_over_a_page_break_is_read_and_quoted_without_the_page_number() -> None:
    text = (
        "Artikel 1. Fruit\n\nDe gemeente gebruikt de lijst om elke inwoner die erom vraagt een appel en een\n"
        "Pagina 1 van 2\n\fbanaan te geven.\n\nArtikel 2. Slot\n\nGeen.\n"
    )
    both = Signal("beide", all=("a", "b"))
    (found,) = judged(criterion(both), written(text)).evidence
    assert found.quote.endswith("vraagt een appel en een banaan te geven.")
    assert found.reading == found.quote


ONLY = "Dit staat enkel in een bijlage."


@pytest.mark.parametrize(
    ("when", "parts", "said"),
    [
        ("annex_only", [part("annex", "annex 1", "", "Een appel.")], True),
        ("annex_only", [part("annex", "annex 1", "", "Een appel."), article("1", "", "Een appel.")], False),
        ("annex_only", [article("1", "", "Een peer.")], False),
        ("recital_only", [part("recital", "recital A", "", "Een appel.")], True),
        ("recital_only", [part("preamble", "preamble", "", "Een appel.")], True),
        (
            "recital_only",
            [part("recital", "recital A", "", "Een appel."), article("1", "", "Een appel.")],
            False,
        ),
        ("b", [article("1", "", "Een appel en een banaan.")], True),
        ("b", [article("1", "", "Een appel.")], False),
        ("!b", [article("1", "", "Een appel.")], True),
        ("!b", [article("1", "", "Een appel en een banaan.")], False),
    ],
)
def test_a_remark_is_made_when_it_is_due(when: str, parts, *, said: bool) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - parts of the bench
    rule = criterion(A, B, elements=[Element("x", "x", any=("a",))], remarks=(Remark(when, ONLY),))
    result = judged(rule, paper(*parts))
    assert result.remarks == ((ONLY,) if said else ())


def test_a_remark_lowers_no_status() -> None:
    rule = criterion(A, remarks=(Remark("annex_only", ONLY),))
    assert judged(rule, paper(part("annex", "annex 1", "", "Een appel."))).status == "met"


def test_a_supplied_annex_is_an_annex_for_remarks() -> None:
    rule = criterion(A, remarks=(Remark("annex_only", ONLY),))
    annex = paper(article("1", "", "Een appel."), document="annex-1")
    assert judged(rule, paper(article("1", "", "Niets.")), annex).remarks == (ONLY,)


NOISE = Quality(score=0.2, readable=False)


def test_nothing_found_in_noise_is_unreadable_and_not_absent() -> None:
    result = judged(criterion(A, B), paper(article("1", "", "Niets."), quality=NOISE))
    assert result.status == "unreadable"
    assert [e.status for e in result.elements] == ["unreadable", "unreadable"]
    assert result.prose == ("tekst unreadable",)
    assert result.advice == "Doe iets."


def test_what_is_found_in_noise_counts() -> None:
    both = judged(criterion(A, B), paper(article("1", "", "Een appel en een banaan."), quality=NOISE))
    assert both.status == "met"
    half = judged(criterion(A, B), paper(article("1", "", "Een appel."), quality=NOISE))
    assert half.status == "partial"


def test_noise_in_an_annex_does_not_make_the_protocol_unreadable() -> None:
    annex = paper(article("1", "", "Niets."), document="annex-1", quality=NOISE)
    assert judged(criterion(A), paper(article("1", "", "Niets.")), annex).status == "unmet"
