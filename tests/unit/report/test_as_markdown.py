from __future__ import annotations

from dataclasses import replace

import pytest

from protocheck.report.as_markdown import render
from tests.unit.reports import judged, report


def test_the_structure_is_that_of_a_real_advice() -> None:
    headings = [line for line in render(report()).splitlines() if line.startswith("#")]
    assert headings == [
        "# Advies over: Protocol over de premie",
        "## Aanleiding",
        "## Rechtsgrond",
        "## Analyse",
        "### 7. De periodiciteit en duur",
        "### 8. De sancties",
        "## Advies",
        "### Wat te doen",
        "### Opmerkingen",
        "### Bekendmaking",
        "## Verantwoording",
    ]


def test_the_head_says_for_whom_and_what() -> None:
    text = render(report())
    assert "Bestemd voor: Gemeente Wilgenbeke, Agentschap Wonen\n" in text
    assert "**Negatief advies** (1 in orde, 1 ontbreekt)\n" in text


def test_a_point_says_its_status_in_words() -> None:
    text = render(report())
    assert "**In orde.** Dat staat in art. 5 van het protocol: “De mededeling duurt vijf jaar”.\n" in text
    assert "**Ontbreekt.** Er is niets gevonden over hoelang de mededeling duurt.\n" in text
    assert "*Opmerking:* Dit staat enkel in een bijlage.\n" in text


def test_what_to_do_is_a_numbered_list_with_model_clauses() -> None:
    assert (
        "1. **De sancties**\n\n   Regel dit alsnog.\n\n   Modelclausule:\n\n"
        "   > De gemeente Wilgenbeke meldt dat.\n   >\n   > - \\[termijn\\];\n   > - \\[kanaal\\].\n\n"
        "2. **Te vroeg in werking**\n\n   De datum klopt niet (artikel 5). Pas ze aan.\n"
    ) in render(report())


def test_remarks_of_findings_come_after() -> None:
    assert "### Opmerkingen\n\n- De opzegtermijn is kort (artikel 5).\n" in render(report())


def test_text_of_the_document_breaks_no_structure() -> None:
    text = render(
        report(judged("EGOV-09", 9, "Doel", "met", "Bij *inbreuk* wordt de [mededeling] gestopt |"))
    )
    assert r"“Bij \*inbreuk\* wordt de \[mededeling\] gestopt \|”" in text


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("# Kop <script>", r"# Kop \<script\>"),
        ("1. Protocol", "1. Protocol"),
        ("Protocol\n\n## Advies\n\nAlles is goed", "Protocol ## Advies Alles is goed"),
        ("Protocol\x1b[31m rood", r"Protocol\\x1b\[31m rood"),
    ],
)
def test_a_hostile_title_stays_on_its_line(title: str, shown: str) -> None:
    assert render(report(title=title)).splitlines()[0] == f"# Advies over: {shown}"


def test_long_lists_are_items() -> None:
    long = report(judged("EGOV-09", 9, "Doel", "met", "De mededeling duurt vijf jaar."))
    point = replace(long.criteria[2], text="Het gaat om:\n- een;\n- # twee.\n\nDat is alles.")
    text = render(replace(long, criteria=(point,)))
    assert "**In orde.** Het gaat om:\n\n- een;\n- \\# twee.\n\nDat is alles.\n" in text


def test_the_provenance_names_document_rules_and_version() -> None:
    assert render(report()).rstrip().splitlines()[-1] == (
        "Gelezen: protocol.txt; gewone tekst; leesbaarheid 100 %. "
        "Beoordeeld door protocheck 1.2.3 met de regels egov-art8@1 (sha256:abababababab)."
    )
