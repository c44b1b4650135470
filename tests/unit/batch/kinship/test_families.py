"""Families: which papers share a template, what each changed, and what that did to its criteria."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from protocheck.batch.kinship.papers import Paper, Shelf
from protocheck.batch.kinship.view import kinship
from protocheck.model.kinship import Change, Family, Kinship, Member
from protocheck.rulebook import Rulebook, load
from tests.unit.batch.kinship.made import TEMPLATE, article, element, paper, replaced

TODAY = dt.date(2026, 11, 22)
TOWNS = ("Lindevoorde", "Hazelbeke", "Wolvegem", "Kapelrode")


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return load()


def view(rules: Rulebook, *papers: Paper) -> Kinship:
    return kinship(Shelf(papers), rules, today=TODAY, months=12)


def siblings(*others: Paper) -> tuple[Paper, ...]:
    return (*(paper(f"p{at}", town) for at, town in enumerate(TOWNS)), *others)


def only(found: Kinship) -> Family:
    assert len(found.families) == 1
    return found.families[0]


def member(family: Family, name: str) -> Member:
    return next(each for each in family.members if each.paper == name)


def said(change: Change, kind: str) -> list[str]:
    return [piece.text for piece in change.pieces if piece.kind == kind]


def test_copies_for_other_towns_are_a_family_that_changed_nothing(rules: Rulebook) -> None:
    family = only(view(rules, *siblings()))
    assert {each.paper for each in family.members} == {"p0", "p1", "p2", "p3"}
    assert [each.changes for each in family.members] == [(), (), (), ()]
    assert {each.likeness for each in family.members} == {1.0}
    assert family.common == ("Agentschap Speelnet",)
    assert family.parts == len(TEMPLATE)
    assert family.title == "Protocol over de speelpleintoelage"


def test_another_protocol_is_in_no_family(rules: Rulebook) -> None:
    other = tuple((heading, " ".join(reversed(text.split()))) for heading, text in TEMPLATE)
    found = view(rules, *siblings(paper("other", "Mereldonk", articles=other)))
    assert "other" not in {each.paper for each in only(found).members}


def test_one_changed_word_is_told_with_what_it_was(rules: Rulebook) -> None:
    changed = paper("x", "Mereldonk", articles=replaced("drie jaar", "tien jaar"))
    (change,) = member(only(view(rules, *siblings(changed))), "x").changes
    assert (change.kind, change.label, change.usual_label, change.heading) == (
        "changed",
        "artikel 3",
        "artikel 3",
        "Bewaring",
    )
    assert said(change, "removed") == ["drie"]
    assert said(change, "added") == ["tien"]
    assert "gedurende tien jaar na" in change.text
    assert "gedurende drie jaar na" in change.usual


def test_a_clause_left_out_is_told_and_the_next_ones_only_moved(rules: Rulebook) -> None:
    short = paper("x", "Mereldonk", articles=(*TEMPLATE[:2], *TEMPLATE[3:]))
    (change,) = member(only(view(rules, *siblings(short))), "x").changes
    assert (change.kind, change.label, change.heading, change.text) == (
        "left-out",
        "artikel 3",
        "Bewaring",
        "",
    )
    assert change.page is None


def test_a_clause_added_is_told_where_it_stands(rules: Rulebook) -> None:
    more = (
        "Overleg",
        "De partijen komen twee keer per jaar samen in een stuurgroep die de levering bespreekt.",
    )
    longer = paper("x", "Mereldonk", articles=(*TEMPLATE[:2], more, *TEMPLATE[2:]))
    (change,) = member(only(view(rules, *siblings(longer))), "x").changes
    assert (change.kind, change.label, change.usual) == ("added", "artikel 3", "")
    assert change.text.startswith("Overleg: De partijen komen twee keer")


def test_references_that_move_with_their_article_are_no_change(rules: Rulebook) -> None:
    pointing = (
        *TEMPLATE,
        ("Slot", "Wat in artikel 5 en artikel 6 staat, geldt ook na het einde van dit protocol."),
    )
    shorter = tuple(
        (head, text.replace("artikel 5 en artikel 6", "artikel 4 en artikel 5")) for head, text in pointing
    )
    moved = paper("x", "Mereldonk", articles=(*shorter[:2], *shorter[3:]))
    others = (paper(f"p{at}", town, articles=pointing) for at, town in enumerate(TOWNS))
    (change,) = member(only(view(rules, *others, moved)), "x").changes
    assert change.kind == "left-out"


def test_a_reference_to_another_article_is_a_change(rules: Rulebook) -> None:
    pointing = (*TEMPLATE, ("Slot", "Wat in artikel 5 staat, geldt ook na het einde van dit protocol."))
    wrong = tuple((head, text.replace("artikel 5", "artikel 2")) for head, text in pointing)
    others = (paper(f"p{at}", town, articles=pointing) for at, town in enumerate(TOWNS))
    (change,) = member(only(view(rules, *others, paper("x", "Mereldonk", articles=wrong))), "x").changes
    assert (said(change, "removed"), said(change, "added")) == (["5"], ["2"])


def test_misread_letters_and_lost_blanks_are_no_change(rules: Rulebook) -> None:
    worse = [("bewaard gedurende", "bewaardgedurende"), ("reservekopieën", "reservekopieen")]
    worse += [("schriftelijk", "schriftelljk"), ("verbinding", "verbindlng"), ("schorsen na", "schor sen na")]
    text = dict(TEMPLATE)
    for old, new in worse:
        text = {heading: words.replace(old, new) for heading, words in text.items()}
    damaged = paper("x", "Mereldonk", articles=tuple(text.items()))
    assert member(only(view(rules, *siblings(damaged))), "x").changes == ()


def test_a_sound_word_for_another_is_a_change_however_alike(rules: Rulebook) -> None:
    changed = paper(
        "x", "Mereldonk", articles=replaced("een versleutelde verbinding", "een versleutelde verbanding")
    )
    told = paper("y", "Kruisdonk", articles=replaced("vijftien dagen", "vijftig dagen"))
    family = only(view(rules, *siblings(changed, told)))
    assert member(family, "x").changes == ()
    assert said(member(family, "y").changes[0], "added") == ["vijftig"]


def test_two_members_differ_from_the_example(rules: Rulebook) -> None:
    one, other = (
        paper("a", "Lindevoorde"),
        paper("b", "Hazelbeke", articles=replaced("drie jaar", "tien jaar")),
    )
    family = only(view(rules, one, other))
    assert sum(len(each.changes) for each in family.members) == 1
    assert family.members[0].paper == family.example


def test_heavily_damaged_copies_stay_in_the_family(rules: Rulebook) -> None:
    rng = random.Random(3)  # noqa: S311 - not for secrets
    damaged = tuple(
        (heading, " ".join(word[:-1] + "~" if rng.random() < 0.1 else word for word in text.split()))
        for heading, text in TEMPLATE
    )
    assert "x" in {
        each.paper for each in only(view(rules, *siblings(paper("x", "Mereldonk", articles=damaged)))).members
    }


def test_a_criterion_judged_otherwise_points_at_the_change(rules: Rulebook) -> None:
    met = (element(8, "met", "artikel 5"), element(11, "met", "artikel 6"))
    unmet = (element(8, "unmet"), element(11, "met", "artikel 6"))
    others = tuple(paper(f"p{at}", town, elements=met) for at, town in enumerate(TOWNS))
    without = paper("x", "Mereldonk", elements=unmet, articles=(*TEMPLATE[:4], *TEMPLATE[5:]))
    found = member(only(view(rules, *others, without)), "x")
    (told,) = found.criteria
    assert (told.criterion, told.number, told.usual, told.status) == ("EGOV-08", 8, "met", "unmet")
    assert [found.changes[at].heading for at in told.because] == ["Sanctie"]


def test_a_criterion_met_by_an_added_clause_points_at_it(rules: Rulebook) -> None:
    more = (
        "Loggen",
        "Elke raadpleging wordt bewaard in een logboek dat de functionaris maandelijks nakijkt.",
    )
    others = tuple(paper(f"p{at}", town, elements=(element(12, "unmet"),)) for at, town in enumerate(TOWNS))
    better = paper("x", "Mereldonk", elements=(element(12, "met", "artikel 7"),), articles=(*TEMPLATE, more))
    found = member(only(view(rules, *others, better)), "x")
    assert [found.changes[at].label for at in found.criteria[0].because] == ["artikel 7"]


def test_versions_of_one_protocol_are_no_family(rules: Rulebook) -> None:
    assert view(rules, paper("a"), paper("b", articles=replaced("drie jaar", "tien jaar"))).families == ()


def test_a_paper_without_structure_is_compared_in_pieces(rules: Rulebook) -> None:
    lines = [
        f"De {word} van het kind wordt meegedeeld omdat de dienst ze nodig heeft voor de toelage."
        for word in "abcdefghij"
    ]
    text = "\n".join(line.replace(" kind ", f" kind nummer {at} ") for at, line in enumerate(lines * 8))
    flat = {town: paper(f"p{at}", town, articles=()) for at, town in enumerate(TOWNS)}
    whole = [paper(each.id, town, articles=(), extra=(article(1, text),)) for town, each in flat.items()]
    other = paper(
        "x",
        "Mereldonk",
        articles=(),
        extra=(article(1, text.replace("nummer 40 wordt", "nummer 40 wordt niet")),),
    )
    (change,) = member(only(view(rules, *whole, other)), "x").changes
    assert said(change, "added") == ["niet"]
    assert len(change.text) < len(text) / 2


def test_the_view_does_not_hang_on_the_order_of_papers(rules: Rulebook) -> None:
    papers = siblings(paper("x", "Mereldonk", articles=replaced("drie jaar", "tien jaar")))
    assert view(rules, *papers) == view(rules, *reversed(papers))


def test_an_empty_archive_tells_nothing(rules: Rulebook) -> None:
    found = view(rules)
    assert (found.papers, found.families, found.pairs, found.due) == (0, (), (), ())


def test_a_paper_of_a_few_words_is_in_no_family(rules: Rulebook) -> None:
    tiny = (("Doel", "Te kort om iets te zeggen."),)
    assert view(rules, paper("a", articles=tiny), paper("b", "Hazelbeke", articles=tiny)).families == ()
