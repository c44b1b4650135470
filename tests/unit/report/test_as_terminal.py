from __future__ import annotations

import re
from dataclasses import replace

import pytest

from protocheck.report.as_terminal import render
from tests.unit.reports import judged, report

LONG = judged("EGOV-10", 10, "De verenigbaarheidsanalyse", "partial", "De mededeling duurt vijf jaar.")


def test_the_verdict_stands_on_top() -> None:
    lines = render(report()).splitlines()
    assert lines[0] == "✘ NEGATIEF ADVIES  1 in orde, 1 ontbreekt"
    assert lines[1] == "Protocol over de premie"


def test_the_table_tells_status_place_and_reason_without_colour() -> None:
    text = " ".join(render(report(), width=120).split())
    assert "7 periodiciteit en duur ✔ in orde art. 5 “De mededeling duurt vijf jaar”" in text
    assert "8 sancties ✘ ontbreekt - hoelang de mededeling duurt" in text


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    lines = render(report(LONG), width=width).splitlines()
    assert max(len(line) for line in lines) <= width
    assert all(line == line.rstrip() for line in lines)


def test_what_to_do_follows_the_table() -> None:
    assert (
        "Wat te doen\n"
        "1. De sancties\n"
        "   Regel dit alsnog.\n"
        "2. Te vroeg in werking\n"
        "   De datum klopt niet (artikel 5). Pas ze aan.\n"
        "Modelclausules krijgt u met --format md.\n"
        "\n"
        "Opmerkingen\n"
        "- Dit staat enkel in een bijlage.\n"
        "- De opzegtermijn is kort (artikel 5).\n"
        "\n"
        "Bekendmaking\n"
        "Maak het protocol bekend op de website van de gemeente Wilgenbeke en het\n"
        "Agentschap Wonen.\n"
    ) in render(report())


def test_two_that_lack_are_plural() -> None:
    both = report(judged("EGOV-10", 10, "De verenigbaarheidsanalyse", "unmet"))
    assert render(both).splitlines()[0] == "✘ NEGATIEF ADVIES  1 in orde, 2 ontbreken"


def test_without_colour_there_are_no_control_codes() -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", render(report(LONG)))


def test_with_colour_only_ours_appear() -> None:
    coloured = render(report(LONG, title="Rood \x1b[31m wit \x07 [bold]vet[/bold]"), colour=True)
    assert "\x1b[1;31m" in coloured
    assert "\x1b[31m wit" not in coloured
    assert r"Rood \x1b[31m wit \x07 [bold]vet[/bold]" in re.sub("\x1b\\[[0-9;]*m", "", coloured)


def test_a_page_that_cannot_be_read_is_named() -> None:
    blurred = report(judged("EGOV-09", 9, "Doel", "unreadable"))
    document = replace(blurred.document, unreadable_pages=(2, 3), readable=False)
    text = " ".join(render(replace(blurred, document=document), width=120).split())
    assert "? onleesbaar - bladzijden 2, 3 zijn slecht leesbaar" in text


def test_in_english_the_program_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROTOCHECK_LANG", "en")
    text = render(report())
    assert text.startswith("✘ NEGATIVE ADVICE  1 in order, 1 missing\n")
    assert "What to do\n1. De sancties\n   Regel dit alsnog.\n2. " in text
