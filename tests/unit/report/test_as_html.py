"""The web page of the advice: closed to the network and to scripts, whole, and the same each time."""

from __future__ import annotations

import re
from dataclasses import replace

from protocheck.model.paper import Paper, Picture, PrintedLine
from protocheck.model.report import DecisionInfo, Report
from protocheck.model.reported import BoxInfo
from protocheck.report import wording
from protocheck.report.as_html import render
from tests.unit.reports import report

LINES = (
    PrintedLine(1, 1, "Tussen de gemeente Wilgenbeke en het Agentschap Wonen."),
    PrintedLine(1, 2, "De mededeling duurt vijf jaar."),
    PrintedLine(1, 5, "Bij *inbreuk* <b>wordt</b> gestopt"),
)
TEXT = Paper("protocol", "protocol.txt", lines=LINES)
PICTURE = Paper("protocol", "p.pdf", (Picture(1, 600.0, 800.0, "data:image/png;base64,AAAA"),))


def on_page(given: Report) -> Report:
    """The report with its evidence and findings on page 1 of a PDF."""
    box = BoxInfo(page=1, x0=100, top=200, x1=300, bottom=212)
    criteria = tuple(
        replace(each, evidence=tuple(replace(e, boxes=(box, box)) for e in each.evidence))
        for each in given.criteria
    )
    return replace(given, criteria=criteria)


def test_no_script_and_no_address_outside_the_page() -> None:
    made = render(report(), [TEXT])
    assert "<script" not in made
    assert re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', made) == []
    assert "url(" not in made
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', made)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; img-src data:; style-src 'sha256-")


def test_every_link_leads_to_a_place_on_the_page() -> None:
    for paper in (TEXT, PICTURE):
        made = render(on_page(report()), [paper])
        names = re.findall(r'\bid="([^"]+)"', made)
        assert len(names) == len(set(names))
        assert set(re.findall(r'href="#([^"]+)"', made)) <= set(names)


def test_each_point_carries_its_name_and_links_to_its_evidence() -> None:
    made = render(report(), [TEXT])
    assert '<section id="p-EGOV-07" class="point">' in made
    assert '<a href="#m-EGOV-07-0">artikel 5, bladzijde 1</a>' in made
    assert re.search(r'class="line marked"><a class="mark evidence" id="m-EGOV-07-0"', made)


def test_on_a_picture_the_first_rectangle_carries_the_name() -> None:
    made = render(on_page(report()), [PICTURE])
    assert '<rect x="98.5" y="198.5" width="203.0" height="15.0"/>' in made
    assert made.count('id="m-EGOV-07-0"') == 1
    assert made.count("<rect ") == 2


def test_what_a_document_says_is_text_and_nothing_else() -> None:
    evil = '"><img src=x onerror=alert(1)>\x1b[31m\u202e{{ 7*7 }}'
    paper = Paper("protocol", evil, lines=(PrintedLine(1, 1, evil),))
    made = render(report(title=evil), [paper])
    assert "<img src=x" not in made
    assert "\x1b" not in made
    assert "\u202e" not in made
    assert "{{ 7*7 }}" in made


def test_a_place_that_is_not_shown_is_named_without_a_link() -> None:
    made = render(report(), [PICTURE])
    assert 'href="#m-EGOV-07-0"' not in made
    assert re.search(r"<li>\s*artikel 5, bladzijde 1\s*</li>", made)


def test_findings_are_listed_with_their_place() -> None:
    made = render(report(), [TEXT])
    assert re.search(
        r'<div class="finding error" id="f-0">\s*<p><strong>D301, fout: Te vroeg in werking', made
    )
    assert '<a href="#m-f-0">artikel 5, bladzijde 1</a>' in made


def test_a_finding_that_was_set_aside_is_shown_as_such_beside_its_place() -> None:
    given = report()
    waived = tuple(replace(each, waived="mag zo", waived_by="An") for each in given.findings)
    made = render(replace(given, findings=waived), [TEXT])
    assert '<div class="finding waived" id="f-0">' in made
    assert '<p class="decided"><strong>Opzijgezet:</strong> mag zo (An).</p>' in made
    assert '<span class="decided">Opzijgezet: mag zo (An).</span>' in made


def test_what_the_officer_decided_stands_beside_the_place_once_a_page() -> None:
    given = on_page(report())
    decided = tuple(
        replace(each, decision=DecisionInfo(status="unmet", reason="Geen echte termijn"))
        for each in given.criteria
    )
    said = "Oordeel van de functionaris: ontbreekt. Geen echte termijn."
    beside = render(replace(given, criteria=decided), [PICTURE])
    assert beside.count('<p class="decided"><a href="#p-EGOV-07">') == 1
    assert f"{said}</p>" in beside
    assert f'<span class="decided">{said}</span>' in render(replace(given, criteria=decided), [TEXT])
    assert "<strong>Oordeel van de functionaris: ontbreekt.</strong> Geen echte termijn." in beside
    assert "decided" not in render(given, [PICTURE]).partition("</style>")[2]


def test_the_same_advice_gives_the_same_bytes() -> None:
    assert render(report(), [TEXT]) == render(report(), [TEXT])


def test_the_bar_shows_what_the_officer_decided_beside_the_rules() -> None:
    given = report()
    decided = tuple(
        replace(each, decision=DecisionInfo(status="met", reason="Het staat in het decreet."))
        if each.status == "unmet"
        else each
        for each in given.criteria
    )
    before, after = given, replace(given, criteria=decided)
    assert "ontbre" in wording.counts(before)
    assert "ontbre" not in wording.counts(after)
    assert "✔ in orde (de regels: ontbreekt)" in render(after, [TEXT])
    assert "(de regels:" not in render(before, [TEXT])


def test_two_places_in_one_article_are_told_apart() -> None:
    given = report()
    twice = tuple(
        replace(
            each,
            evidence=(
                *each.evidence,
                *(replace(e, quote="De termijn loopt af in mei 2029.") for e in each.evidence),
            ),
        )
        for each in given.criteria
    )
    made = render(replace(given, criteria=twice), [TEXT])
    assert re.search(r'href="#m-EGOV-07-1">artikel 5, bladzijde 1: “De termijn loopt af …”</a>', made)
