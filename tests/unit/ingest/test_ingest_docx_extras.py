"""What hangs on the words of a Word file: comments, colours, controls, fields, numbers of all kinds."""

from protocheck.ingest.read import read
from protocheck.model.geometry import Span
from protocheck.model.text import SourceText
from tests.word_parts import abstract, docx, item, level, num, p, tc, tr, zipped

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def made(body: str, **parts: str) -> SourceText:
    return read(None, data=docx(body, **parts), name="ontwerp.docx")


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in made(body, **parts).lines]


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


# -- comments


def comment(number: int, text: str, extra: str = "") -> str:
    return (
        f'<w:comment w:id="{number}" w:author="Bo De Wit" w:date="2026-03-02T10:00:00Z">'
        f"<w:p {extra}>{run(text)}</w:p></w:comment>"
    )


def test_comments_are_data_and_no_text() -> None:
    body = (
        '<w:p><w:r><w:t>De termijn is </w:t></w:r><w:commentRangeStart w:id="1"/>'
        + run("drie jaar") + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        + run(".") + "</w:p>" + '<w:p><w:commentRangeStart w:id="0"/>' + run("Tweede") + "</w:p>"
        + "<w:p>" + run("lid") + '<w:commentRangeEnd w:id="0"/></w:p>'
    )  # fmt: skip
    comments = comment(0, "Klopt dit?") + comment(1, "Te lang.") + "<w:comment w:id='9'/>"
    source = made(body, comments=comments)
    assert source.text == "De termijn is drie jaar.\n\nTweede\n\nlid\n"
    assert [(c.author, c.text, c.span.of(source.text)) for c in source.comments] == [
        ("", "", ""),
        ("Bo De Wit", "Te lang.", "drie jaar"),
        ("Bo De Wit", "Klopt dit?", "Tweede\n\nlid"),
    ]
    assert source.comments[1].date == "2026-03-02T10:00:00Z"
    assert source.notes == (
        "Het document bevat 3 opmerkingen in de marge; die zijn niet als tekst meegelezen.",
    )


def test_settled_comments_and_replies() -> None:
    w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    body = (
        '<w:p><w:r><w:t>Tekst</w:t><w:commentReference w:id="1"/><w:commentReference w:id="2"/></w:r></w:p>'
    )
    comments = comment(1, "Vraag", f'{W14} w14:paraId="0A"') + comment(
        2, "Antwoord", f'{W14} w14:paraId="0B"'
    )
    states = (
        f'<w15:commentEx {w15} w15:paraId="0A" w15:done="1"/>'
        f'<w15:commentEx {w15} w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/>'
    )
    source = made(body, comments=comments, commentsExtended=states)
    assert [(c.text, c.resolved, c.reply, c.span) for c in source.comments] == [
        ("Vraag", True, False, Span(5, 5)),
        ("Antwoord", False, True, Span(5, 5)),
    ]


def test_a_comment_in_a_cell_and_in_a_note() -> None:
    anchored = '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/>'
    table = (
        "<w:tbl>" + tr(tc(p("Naam")), tc("<w:p>" + anchored.format(1, run("nodig")) + "</w:p>")) + "</w:tbl>"
    )
    cited = '<w:p><w:r><w:t>Tekst</w:t><w:footnoteReference w:id="5"/></w:r></w:p>'
    note = '<w:footnote w:id="5"><w:p>' + anchored.format(2, run("Noot.")) + "</w:p></w:footnote>"
    source = made(table + cited, footnotes=note, comments=comment(1, "a") + comment(2, "b"))
    assert [c.span.of(source.text) for c in source.comments] == ["nodig", "¹ Noot."]


# -- colours, controls and fields


def test_highlights_are_kept_over_runs() -> None:
    plain = '<w:highlight w:val="none"/><w:shd w:val="clear" w:fill="auto"/>'
    yellow, shaded = '<w:highlight w:val="yellow"/>', '<w:shd w:val="clear" w:fill="FFFF00"/>'
    body = (
        "<w:p>" + run("Namens ") + run("[naam", yellow) + run(" gemeente]", yellow + "<w:b/>") + run(" en ")
        + run("XX", shaded) + run(".", plain) + "</w:p>"
    )  # fmt: skip
    source = made(body)
    assert [span.of(source.text) for span in source.highlights] == ["[naam gemeente]", "XX"]


def sdt(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_unfilled_controls_are_marked() -> None:
    prompt, filled = "Klik om tekst in te voeren.", "1 mei 2026"
    body = (
        "<w:p>" + run("Op ") + sdt("<w:showingPlcHdr/><w:text/>", run(prompt)) + run(" en ")
        + sdt("<w:date/>", run(filled)) + "</w:p>"
        + sdt("<w:showingPlcHdr/>", p("Kies een item.")) + p("Slot")
    )  # fmt: skip
    source = made(body)
    assert [line.text for line in source.lines] == [f"Op {prompt} en {filled}", "Kies een item.", "Slot"]
    assert [span.of(source.text) for span in source.placeholders] == [prompt, "Kies een item."]


def test_checkboxes_of_every_kind() -> None:
    def box(state: int) -> str:
        checked = f'<w14:checked w14:val="{state}"/>'
        return sdt(f"<w14:checkbox {W14}>{checked}</w14:checkbox>", run("?"))

    data = "<w:ffData><w:checkBox>{}</w:checkBox></w:ffData>"
    form = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    unticked = '<w:default w:val="0"/>'
    body = (
        f"<w:p>{box(1)}{run(' ja ')}{box(0)}</w:p>"
        f"<w:p>{form.format('<w:checked/>')}{end}{form.format(unticked)}{end}</w:p>"
        "<w:p>" + run("\u00fe\u00a8", '<w:rFonts w:ascii="Wingdings"/>') + run(" \uf0a8") + "</w:p>"
    )
    assert texts(body) == ["☒ ja ☐", "☒☐", "☒☐ ☐"]


def field(code: str, result: str = "", data: str = "") -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}">{}</w:fldChar></w:r>'
    shown = char.format("separate", "") + run(result) if result else ""
    begin, end = char.format("begin", data), char.format("end", "")
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{shown}{end}"


def test_fields_show_their_result() -> None:
    body = (
        "<w:p>" + field(" REF _Ref1 \\r ", "artikel 4") + run(", ")
        + field(" DATE ", "2 maart 2026") + run(", ")
        + '<w:fldSimple w:instr=" PAGE ">' + run("7") + "</w:fldSimple>" + "</w:p>"
    )  # fmt: skip
    assert texts(body) == ["artikel 4, 2 maart 2026, 7"]


def test_a_field_inside_a_code_is_not_printed() -> None:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = (
        "<w:p>" + run("x ") + char.format("begin") + "<w:r><w:instrText> IF </w:instrText></w:r>"
        + field(" MERGEFIELD soort ", "stad") + "<w:r><w:instrText> = stad a b</w:instrText></w:r>"
        + char.format("separate") + run("gemeente") + char.format("end") + run(" y") + "</w:p>"
    )  # fmt: skip
    assert texts(body) == ["x gemeente y"]


def test_old_forms() -> None:
    drop = (
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="stad"/><w:listEntry w:val="gemeente"/>'
        "</w:ddList></w:ffData>"
    )
    default = '<w:ffData><w:textInput><w:default w:val="naam"/></w:textInput></w:ffData>'
    body = (
        "<w:p>" + field(" FORMDROPDOWN ", data=drop) + run(" ")
        + field(" FORMTEXT ", "\u2002\u2002\u2002") + run(" ")
        + field(" FORMTEXT ", "naam", default) + run(" ")
        + field(" FORMTEXT ", "Molshoek", default) + run(" ")
        + field(" MACROBUTTON NoMacro [Klik en typ] ") + "</w:p>"
    )  # fmt: skip
    source = made(body)
    assert source.text == "gemeente _____ naam Molshoek [Klik en typ]\n"
    assert [span.of(source.text) for span in source.placeholders] == ["_____", "naam", "[Klik en typ]"]


def test_places_survive_folded_blanks() -> None:
    body = (
        "<w:p>" + run("  Naam") + "<w:r><w:tab/><w:tab/></w:r>" + run(" ")
        + run("geel", '<w:highlight w:val="cyan"/>')
        + "<w:r><w:br/></w:r>" + run("  ") + run("ook", '<w:highlight w:val="red"/>') + "</w:p>"
    )  # fmt: skip
    source = made(body)
    assert source.text == "Naam\tgeel\nook\n"
    assert [span.of(source.text) for span in source.highlights] == ["geel", "ook"]


def test_unseen_characters_formulas_and_pictures() -> None:
    formula = '<m:oMath xmlns:m="m"><m:r><m:t>x+y</m:t></m:r></m:oMath>'
    source = made("<w:p>" + run("ver\u00adwerking") + formula + "</w:p><w:altChunk/>")
    assert source.text == "verwerking\n"
    assert [note.partition(";")[0] for note in source.notes] == [
        "Het document bevat formules",
        "Het document voegt een ander bestand in",
    ]
    (note,) = made(p("Bijlage") + "<w:p><w:r><w:drawing/></w:r></w:p>").notes
    assert "Is het een scan" in note


# -- numbers


def test_multi_level_numbers_that_start_where_they_are_told() -> None:
    levels = (
        level(0, "HOOFDSTUK %1.", "upperRoman"),
        level(1, "Artikel %2.", extra='<w:lvlRestart w:val="0"/>'),
        level(2, "§ %3."),
    )
    numbering = abstract(0, *levels) + num(1, 0)
    body = "".join(item("x", 1, depth) for depth in (0, 1, 2, 2, 1, 0, 1, 2))
    assert texts(body, numbering=numbering) == [
        "HOOFDSTUK I. x", "Artikel 1. x", "§ 1. x", "§ 2. x", "Artikel 2. x",
        "HOOFDSTUK II. x", "Artikel 3. x", "§ 1. x",
    ]  # fmt: skip


def test_an_article_in_words_above_its_level() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "%1."), level(1, "%1.%2.")) + num(1, 0, start)
    assert texts(item("x", 1, 1) + item("y", 1, 1), numbering=numbering) == ["4.1. x", "4.2. y"]


def test_hidden_and_custom_numbers() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    custom = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent {mc}><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="lowerLetter"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1)"/></w:lvl>'
    )
    hidden = level(0, "%1.", extra="<w:rPr><w:vanish/></w:rPr>")
    numbering = abstract(0, custom) + abstract(1, hidden) + num(1, 0) + num(2, 1)
    assert texts(item("x", 1) + item("y", 2), numbering=numbering) == ["a) x", "y"]


def test_numbers_in_capitals() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Kop1"><w:rPr><w:caps/></w:rPr>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    source = made(
        p("Doel", '<w:pStyle w:val="Kop1"/>'),
        styles=styles,
        numbering=abstract(0, level(0, "Artikel %1")) + num(1, 0),
    )
    assert [(line.text, line.role, line.level) for line in source.lines] == [("ARTIKEL 1 DOEL", "heading", 1)]


# -- tables and places


def test_merged_cells_of_other_programs() -> None:
    body = (
        "<w:tbl>" + tr(tc(p("boven"), "<w:vMerge/>"), tc(p("a"), '<w:hMerge w:val="restart"/>'),
                       tc(p("weg"), "<w:hMerge/>"))
        + tr(tc(p("weg"), "<w:vMerge/>"), tc(p("b")), tc(p("c")))
        + f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{tc(p("d"))}{tc(p("e"))}</w:tr>' + "</w:tbl>"
    )  # fmt: skip
    source = made(body)
    assert [[cell.of(source.text) for cell in row] for row in source.tables[0].rows] == [
        ["boven", "a", ""],
        ["", "b", "c"],
        ["", "d", "e"],
    ]


def test_a_place_names_paragraph_cell_and_heading() -> None:
    heading = p("Artikel 3. Gegevens", '<w:outlineLvl w:val="0"/>')
    source = made(p("Voor") + heading + "<w:tbl>" + tr(tc(p("Naam")), tc(p("nodig"))) + "</w:tbl>")
    at = source.text.index("nodig")
    place = source.locate(Span(at, at + 5))
    assert (place.page, place.line, place.cell) == (None, 4, "tabel 1, rij 1, kolom 2")
    assert place.heading == "Artikel 3. Gegevens"
    assert source.locate(Span(0, 4)).heading == ""


def test_notes_with_a_mark_of_their_own() -> None:
    body = (
        '<w:p><w:r><w:t>Naam</w:t><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r>'
        '<w:r><w:t> en adres</w:t><w:footnoteReference w:id="5"/></w:r></w:p>'
    )
    notes = f'<w:footnote w:id="4">{p("* Enkel de roepnaam.")}</w:footnote>'
    notes += f'<w:footnote w:id="5">{p("Thuis.")}</w:footnote>'
    assert texts(body, footnotes=notes) == ["Naam* en adres¹", "* Enkel de roepnaam.", "¹ Thuis."]


def test_strict_files_are_read_the_same() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:pPr><w:pStyle w:val="Kop2"/></w:pPr>'
    kinds = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    data = zipped(
        {
            "word/document.xml": f"{body}<w:r><w:t>Doel</w:t></w:r></w:p></w:body></w:document>",
            "word/styles.xml": f'<w:styles xmlns:w="{strict}"><w:style w:type="paragraph" w:styleId="Kop2">'
            '<w:name w:val="heading 2"/></w:style></w:styles>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="x"><Relationship Id="a" '
            f'Type="{kinds}/styles" '
            'Target="styles.xml"/></Relationships>',
        }
    )
    line = read(None, data=data, name="p.docx").lines[0]
    assert (line.text, line.role, line.level) == ("Doel", "heading", 2)


def test_very_many_places_and_folded_blanks_take_no_time() -> None:
    piece = run("a", '<w:highlight w:val="red"/>') + "<w:r><w:tab/><w:tab/></w:r>"
    source = made(f"<w:p>{piece * 5000}</w:p>")
    assert len(source.highlights) == 5000  # quadratic work would take seconds here
    assert {span.of(source.text) for span in source.highlights} == {"a"}


def test_a_row_is_no_wider_than_any_honest_one() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="64"/></w:tcPr><w:p/></w:tc>'
    source = made("<w:tbl>" + tr(tc(p("Naam")), wide * 50, tc(p("slot"))) + "</w:tbl>")
    assert len(source.tables[0].rows[0]) < 320
    assert source.tables[0].rows[0][-1].of(source.text) == "slot"
