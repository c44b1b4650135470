from __future__ import annotations

from protocheck.report.lint_github import render
from tests.unit.lint_reports import document, failure, finding, report, whole


def test_a_finding_is_a_command_with_its_place() -> None:
    assert render(report(finding())) == (
        "::error file=concept.txt,line=93,endLine=93,col=35,endColumn=50,"
        "title=D301 In werking vóór de ondertekening::"
        "regel 93, artikel 11: Het protocol treedt in werking vóór de laatste ondertekening.%0A"
        "Laat het in werking treden op de dag van de ondertekening.\n"
        "1 fout, 0 waarschuwingen, 0 opmerkingen\n"
    )


def test_severities_become_commands() -> None:
    lines = render(report(finding(), finding("S507", "warning"), finding("S504", "info"))).splitlines()
    assert [line.split(" ")[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]


def test_words_over_two_lines_have_no_columns() -> None:
    text = render(report(finding(end_line=94, end_column=5)))
    assert "line=93,endLine=94,title=" in text


def test_pages_stand_in_the_text() -> None:
    pdf = document("c.pdf", "application/pdf", 6)
    text = render(report(finding(file="c.pdf", page=6, line=12), documents=(pdf,)))
    assert text.startswith("::error file=c.pdf,title=D301 In werking vóór de ondertekening::bladzijde 6, ")


def test_signs_that_would_end_a_command_are_escaped() -> None:
    bad = whole(file="a,b:c%.txt", title="50%: x, y", message="100%\r\n::error::x\x1b[31m", suggestion="")
    line = render(report(bad)).splitlines()[0]
    assert line == (
        "::warning file=a%2Cb%3Ac%25.txt,title=S507 50%25%3A x%2C y::100%25\\x0d%0A::error::x\\x1b[31m"
    )


def test_those_set_aside_are_counted_alone() -> None:
    assert (
        render(report(finding(waived="Ja."))) == "0 fouten, 0 waarschuwingen, 0 opmerkingen (1 opzijgezet)\n"
    )


def test_what_could_not_be_read_is_an_error() -> None:
    assert render(report(failures=(failure(),))).splitlines()[0] == (
        "::error file=kapot.pdf,title=niet gelezen::kapot.pdf is beschadigd.%0AVraag het bestand opnieuw."
    )


def test_standard_input_is_no_file() -> None:
    text = render(report(whole(file="-"), documents=(document("-"),)))
    assert text.startswith("::warning title=S507 ")
