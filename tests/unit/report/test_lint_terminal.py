from __future__ import annotations

import re

import pytest

from protocheck.report.lint_terminal import render
from tests.unit.lint_reports import LINE, annex, document, failure, finding, related, report, run, whole

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def test_a_finding_shows_its_line_with_the_words_marked() -> None:
    assert render(report(finding(related=(related(),)))) == (
        "fout[D301]: Het protocol treedt in werking vóór de laatste ondertekening.\n"
        "   --> concept.txt:93:35, artikel 11\n"
        "    |\n"
        " 93 | Dit protocol treedt in werking op 1 februari 2025 en geldt drie jaar.\n"
        "    |                                   ^^^^^^^^^^^^^^^\n"
        "    = zie ook regel 101, ondertekening\n"
        "    |\n"
        "101 | Opgemaakt te Wilgenbeke op 3 februari 2025\n"
        "    |                            ---------------\n"
        "    = waarom: Voor die dag heeft de mededeling geen rechtsgrond.\n"
        "    = doe dit: Laat het in werking treden op de dag van de ondertekening.\n"
        "\n"
        "1 fout, 0 waarschuwingen, 0 opmerkingen\n"
        "Meer over een code: protocheck explain D301\n"
    )


def test_what_stands_nowhere_comes_last_under_its_own_heading() -> None:
    lines = render(report(finding(), whole())).splitlines()
    assert "  --> concept.txt:93:35, artikel 11" in lines[: lines.index("In het document als geheel")]
    assert lines[lines.index("In het document als geheel") + 2] == "waarschuwing[S507]: Dat staat nergens."


def test_the_reason_is_told_once_a_file() -> None:
    text = render(report(finding(), finding(line=95, end_line=95)))
    assert text.count("= waarom:") == 1
    assert text.count("= doe dit:") == 2


def test_pages_are_named_where_the_file_has_them() -> None:
    pdf = document("concept.pdf", "application/pdf", 6)
    text = render(report(finding(file="concept.pdf", page=6, line=12, end_line=12), documents=(pdf,)))
    assert "--> concept.pdf, bladzijde 6, regel 12, artikel 11\n" in text
    assert "12 | Dit protocol" in text


def test_lines_of_a_text_of_several_pages_count_from_the_page() -> None:
    text = render(report(finding(page=2), documents=(document(pages=2),)))
    assert "--> concept.txt, bladzijde 2, regel 93, artikel 11\n" in text


def test_word_files_name_the_cell_or_the_paragraph_and_heading() -> None:
    word = document("concept.docx", "application/vnd.openxmlformats", None)
    places = (
        finding(file="concept.docx", page=None, label="", heading="Duur"),
        finding(file="concept.docx", page=None, cell="tabel 1, rij 2, kolom 3"),
    )
    text = render(report(*places, documents=(word,)))
    assert "--> concept.docx, alinea 93, onder ‘Duur’\n" in text
    assert "--> concept.docx, tabel 1, rij 2, kolom 3, artikel 11\n" in text


def test_several_files_get_a_heading_each_and_are_counted() -> None:
    documents = (document(), document("ander.txt"))
    text = render(report(finding(), finding(file="ander.txt"), whole(file="ander.txt"), documents=documents))
    assert "concept.txt: 1 bevinding\n" in text
    assert "ander.txt: 2 bevindingen\n" in text
    assert "2 fouten, 1 waarschuwing, 0 opmerkingen in 2 documenten\n" in text


def test_a_finding_in_an_annex_names_that_file() -> None:
    handed = report(
        finding(file="stukken/bijlage.txt", document="annex-1", label="bijlage 1, artikel 2"),
        documents=(document(annexes=(annex(),)),),
    )
    assert "--> stukken/bijlage.txt:93:35, bijlage 1, artikel 2\n" in render(handed)


def test_those_set_aside_are_counted_and_not_shown() -> None:
    text = render(report(finding(waived="Zo beslist."), whole()))
    assert "D301" not in text
    assert "0 fouten, 1 waarschuwing, 0 opmerkingen (1 opzijgezet)\n" in text


def test_nothing_to_mend_is_one_line() -> None:
    assert render(report()) == "0 fouten, 0 waarschuwingen, 0 opmerkingen\n"


def test_a_document_that_could_not_be_read_is_told_with_what_to_do() -> None:
    text = render(report(finding(), failures=(failure(),)))
    assert "fout: kapot.pdf is beschadigd.\n  = doe dit: Vraag het bestand opnieuw.\n" in text
    assert "1 fout, 0 waarschuwingen, 0 opmerkingen; 1 document kon niet gelezen worden\n" in text


def test_rules_that_failed_or_were_left_out_are_told_by_reason() -> None:
    runs = (
        run("D301", "failed", "ValueError: x"),
        *(run(f"F10{number}", "skipped", "uitgezet met ignore") for number in range(8)),
        run("O701", "not-applicable", "geldt hier niet"),
    )
    text = render(report(documents=(document(runs=runs),)), width=200)
    assert "let op: regel D301 is mislukt: ValueError: x\n" in text
    assert (
        "let op: de regels F100, F101, F102, F103, F104, F105 en nog 2 zijn niet toegepast: "
        "uitgezet met ignore\n"
    ) in text
    assert "O701" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 120, 300])
def test_all_but_places_keeps_to_the_width_and_no_line_ends_in_blanks(width: int) -> None:
    long = finding(message="Woord " * 40, excerpt=f"{'woord ' * 60}{LINE}", column=395, related=(related(),))
    lines = render(report(long, whole()), width=width).splitlines()
    places = ("-->", "zie ook")  # stay whole, so that an editor can jump to them
    assert max(len(line) for line in lines if not any(sign in line for sign in places)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_a_wide_screen_shows_a_long_line_whole() -> None:
    assert LINE in render(report(finding()), width=90)


def test_without_colour_there_are_no_control_codes_whatever_the_document_says() -> None:
    bad = finding(excerpt="a\x1b[2Jb\u202e 1 februari 2025", column=9, message="\x1b]0;x\x07", label="\x9b")
    assert not CONTROL.search(render(report(bad, failures=(failure("\x1b[1mx"),))))


def test_with_colour_only_ours_appear() -> None:
    bad = finding(excerpt="a\x1b[2Jb 1 februari 2025", column=8, message="\x1b]0;x\x07")
    text = render(report(bad, whole()), colour=True)
    assert "\x1b[1;31mfout[D301]\x1b[0m" in text
    assert "\x1b[1;31m^^^^^^^^^^^^^^^\x1b[0m" in text
    assert not CONTROL.search(re.sub(r"\x1b\[[0-9;]{1,4}m", "", text))


def test_english_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROTOCHECK_LANG", "en")
    text = render(report(finding()))
    assert text.startswith("error[D301]: ")
    assert "\n1 error, 0 warnings, 0 remarks\n" in text
