import pytest

from protocheck.errors import DocumentError
from protocheck.ingest.docx_numbering import written
from protocheck.ingest.limits import LIMITS
from protocheck.ingest.read import read
from protocheck.model.text import SourceText
from tests.word_parts import W, abstract, docx, item, level, num, p, tc, tr, zipped


def read_bytes(data: bytes) -> SourceText:
    return read(None, data=data, name="stuk.docx")


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in read_bytes(docx(body, **parts)).lines]


def refused(data: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data)
    assert caught.value.hint
    return caught.value


# -- paragraphs


def test_paragraphs_breaks_and_tabs() -> None:
    body = (
        p("Eerste") + "<w:p/>"
        "<w:p><w:r><w:t>Tweede</w:t><w:br/><w:t>regel</w:t><w:tab/><w:tab/><w:t>na tab</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t></w:r></w:p>"
    )
    source = read_bytes(docx(body))
    assert source.text == "Eerste\n\nTweede\nregel\tna tab\n\ne-mail\n"
    assert [(line.page, line.index) for line in source.lines] == [(None, 1), (None, 3), (None, 3), (None, 4)]
    assert (source.method, source.pages) == ("docx", ())


def test_what_is_printed_and_what_is_not() -> None:
    body = (
        "<w:p><w:r><w:t>De termijn van </w:t></w:r>"
        '<w:ins w:id="1"><w:r><w:t>zes maanden</w:t></w:r></w:ins>'
        '<w:del w:id="2"><w:r><w:delText>een jaar</w:delText></w:r></w:del>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        "<w:hyperlink><w:r><w:t> loopt</w:t></w:r></w:hyperlink></w:p>"
        "<w:sdt><w:sdtContent>" + p("In een veld") + "</w:sdtContent></w:sdt>"
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> ja </w:t>'
        '<w:sym w:font="Wingdings" w:char="F0A8"/><w:t> neen</w:t></w:r></w:p>'
    )
    source = read_bytes(docx(body))
    assert [line.text for line in source.lines] == [
        "De termijn van zes maanden loopt",
        "In een veld",
        "☒ ja ☐ neen",
    ]
    assert [note.split(".")[0].split(";")[0] for note in source.notes] == [
        "Het document bevat bijgehouden wijzigingen",
        "Het document bevat verborgen tekst",
    ]


def test_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = p("Eerste ", '<w:rPr><w:del w:id="1"/></w:rPr>') + p("en tweede.")
    assert texts(body) == ["Eerste en tweede."]


def test_text_box_follows_its_paragraph_once() -> None:
    inner = f"<w:txbxContent>{p('In het kader')}</w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>Ernaast</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>'
        f'<a:graphic xmlns:a="a"><a:graphicData><x:wsp xmlns:x="x"><x:txbx>{inner}</x:txbx></x:wsp>'
        "</a:graphicData></a:graphic></w:drawing></mc:Choice>"
        f'<mc:Fallback><w:pict><v:shape xmlns:v="v"><v:textbox>{inner}</v:textbox></v:shape></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>" + p("Daarna")
    )
    assert texts(body) == ["Ernaast", "In het kader", "Daarna"]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Artikelkop"><w:basedOn w:val="Kop1"/><w:name w:val="Artikel"/>'
    '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lus"><w:basedOn w:val="Lus"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:rPr><w:caps/></w:rPr></w:style>'
)


def test_headings_and_bold_by_style() -> None:
    body = (
        p("Protocol", '<w:pStyle w:val="Titel"/>')
        + p("Onderwerp", '<w:pStyle w:val="Kop1"/>')
        + p("Doel", '<w:pStyle w:val="Artikelkop"/>')
        + p("Vet", run="<w:b/>")
        + p("Niet", '<w:pStyle w:val="Kop1"/>', '<w:b w:val="0"/>')
        + p("Kring", '<w:pStyle w:val="Lus"/>')
        + p("Niveau", '<w:outlineLvl w:val="2"/>')
    )
    lines = read_bytes(docx(body, styles=STYLES)).lines
    assert [(line.text, line.role, line.level, line.bold) for line in lines] == [
        ("PROTOCOL", "heading", 1, False),
        ("Onderwerp", "heading", 1, True),
        ("Doel", "heading", 1, True),
        ("Vet", "body", 0, True),
        ("Niet", "heading", 1, False),
        ("Kring", "body", 0, False),
        ("Niveau", "heading", 3, False),
    ]


# -- numbering


def test_computed_article_numbers_and_their_restarts() -> None:
    numbering = (
        abstract(0, level(0, "Artikel %1:"), level(1, "%1.%2"), level(2, "%3)", "lowerLetter"))
        + abstract(1, level(0, "", "bullet"))
        + num(1, 0)
        + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
        + num(4, 1)
    )
    body = (
        item("Onderwerp", 1) + item("eerste", 1, 1) + item("tweede", 1, 1)
        + item("sub", 1, 2) + item("sub", 1, 2)
        + item("Doel", 1) + item("eerste", 1, 1) + item("punt", 4) + item("Bijlage", 2) + item("Vervolg", 2)
        + item("zonder", 0)
    )  # fmt: skip
    assert texts(body, numbering=numbering) == [
        "Artikel 1: Onderwerp",
        "1.1 eerste",
        "1.2 tweede",
        "a) sub",
        "b) sub",
        "Artikel 2: Doel",
        "2.1 eerste",
        "• punt",
        "Artikel 1: Bijlage",
        "Artikel 2: Vervolg",
        "zonder",
    ]


def test_numbers_by_style_and_legal_numbers() -> None:
    legal = level(1, "%1.%2", extra='<w:pStyle w:val="Lid"/><w:isLgl/>')
    numbering = abstract(7, level(0, "Art. %1", "upperRoman", '<w:suff w:val="space"/>'), legal) + num(3, 7)
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="Lid"><w:name w:val="Lid"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(
        p(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in (("Doel", "Artikelkop"), ("Data", "Artikelkop"), ("eerste lid", "Lid"))
    )
    assert texts(body, styles=styles, numbering=numbering) == [
        "Art. I Doel",
        "Art. II Data",
        "2.1 eerste lid",
    ]


def test_a_number_with_its_word_stands_above_its_text() -> None:
    numbering = abstract(0, level(0, "Artikel %1.")) + num(1, 0)
    body = item("", 1) + p("De gemeente leest.") + item("", 1) + p("De provincie schrijft.")
    assert texts(body, numbering=numbering) == [
        "Artikel 1.",
        "De gemeente leest.",
        "Artikel 2.",
        "De provincie schrijft.",
    ]


def test_empty_paragraphs_are_counted_but_say_nothing() -> None:
    numbering = abstract(0, level(0, "%1.")) + num(1, 0)
    assert texts(item("een", 1) + item(" ", 1) + item("twee", 1), numbering=numbering) == [
        "1. een",
        "3. twee",
    ]


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (7, "decimalZero", "07"),
        (2, "ordinal", "2e"),
        (0, "lowerLetter", "0"),
        (10**9, "upperRoman", "1000000000"),
    ],
)
def test_how_numbers_are_written(value: int, kind: str, shown: str) -> None:
    assert written(value, kind) == shown


# -- tables, notes, heads


def test_tables_with_merged_cells() -> None:
    body = (
        p("Voor")
        + "<w:tbl>"
        + tr(tc(p("Gegeven"), '<w:gridSpan w:val="2"/>'), tc(p("Reden")))
        + tr(tc(p("Naam") + p("voornaam"), '<w:vMerge w:val="restart"/>'), tc(p("a")), tc(p("b")))
        + tr(tc(p("weg"), "<w:vMerge/>"), tc(p("c")), tc("<w:p/>"))
        + '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>' + tc(p("geschrapt")) + tc(p("rij")) + "</w:tr>"
        + "</w:tbl>"
        + p("Na")
    )  # fmt: skip
    source = read_bytes(docx(body))
    assert [[cell.of(source.text) for cell in row] for row in source.tables[0].rows] == [
        ["Gegeven", "", "Reden"],
        ["Naam\nvoornaam", "a", "b"],
        ["", "c", ""],
    ]
    assert [(line.text, line.cell) for line in source.lines] == [
        ("Voor", ""),
        ("Gegeven", "tabel 1, rij 1, kolom 1"),
        ("Reden", "tabel 1, rij 1, kolom 3"),
        ("Naam", "tabel 1, rij 2, kolom 1"),
        ("voornaam", "tabel 1, rij 2, kolom 1"),
        ("a", "tabel 1, rij 2, kolom 2"),
        ("b", "tabel 1, rij 2, kolom 3"),
        ("c", "tabel 1, rij 3, kolom 2"),
        ("Na", ""),
    ]
    assert source.text.startswith("Voor\n\nGegeven\t\tReden\nNaam\nvoornaam\ta\tb\n")


def test_one_column_is_a_frame_and_inner_tables_are_text() -> None:
    inner = "<w:tbl>" + tr(tc(p("x")), tc(p("y"))) + "</w:tbl>"
    frame = "<w:tbl>" + tr(tc(p("Kader") + inner)) + "</w:tbl>"
    outer = "<w:tbl>" + tr(tc(p("links")), tc(p("rechts") + inner)) + "</w:tbl>"
    source = read_bytes(docx(frame + outer))
    assert [[cell.of(source.text) for cell in row] for table in source.tables for row in table.rows] == [
        ["x", "y"],
        ["links", "rechts\nx\ny"],
    ]


def test_footnotes_stand_behind_their_paragraph() -> None:
    reference = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    body = f"<w:p><w:r><w:t>De gemeente</w:t></w:r>{reference}<w:r><w:t> deelt.</w:t></w:r></w:p>" + p(
        "Verder."
    )
    notes = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="5">' + p(
        " Opgericht in 2019."
    )
    source = read_bytes(docx(body, footnotes=notes + "</w:footnote>"))
    assert source.text == "De gemeente¹ deelt.\n\n¹ Opgericht in 2019.\n\nVerder.\n"
    assert [line.role for line in source.lines] == ["body", "footnote", "body"]
    assert [(span.start, span.of(source.text)) for span in source.markup] == [(11, "¹")]


def test_note_marks_in_cells_and_behind_labels() -> None:
    cited = '<w:p>{}<w:r><w:t>Naam</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r></w:p>'
    numbered = cited.format('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    table = "<w:tbl>" + tr(tc(p("Gegeven 1")), tc(p("regel") + cited.format(""))) + "</w:tbl>"
    source = read_bytes(
        docx(
            numbered + table,
            footnotes='<w:footnote w:id="5">' + p("Noot.") + "</w:footnote>",
            numbering=abstract(0, level(0, "Artikel %1:")) + num(1, 0),
        )
    )
    assert [span.of(source.text) for span in source.markup] == ["¹", "²"]
    assert "Artikel 1: Naam¹\n" in source.text
    assert "Gegeven 1\tregel\nNaam²\n\n² Noot.\n" in source.text


def test_heads_are_furniture() -> None:
    body = p("Tekst") + '<w:sectPr><w:headerReference r:id="p0"/></w:sectPr>'
    source = read_bytes(docx(body, header=p("Ontwerp 2")))
    assert [(line.text, line.role) for line in source.lines] == [
        ("Ontwerp 2", "furniture"),
        ("Tekst", "body"),
    ]
    assert source.notes == ()


# -- hostile


def test_package_without_a_document() -> None:
    assert "gecomprimeerde map" in refused(docx("")[:0] + zipped({"a.txt": "x"})).message


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "files",
    [
        {"word/document.xml": f"<w:document {W}>" + " " * (LIMITS.xml_bytes + 1) + "</w:document>"},
        {"word/document.xml": f"{BOMB}<w:document {W}><w:body>&b;</w:body></w:document>"},
        {"word/document.xml": f"<w:document {W}/>", **{f"x{n}": "" for n in range(LIMITS.zip_entries + 1)}},
        {"word/document.xml": f"<w:document {W}/>", "big": "0" * (LIMITS.zip_bytes + 1)},
        {
            "word/document.xml": f"<w:document {W}><w:body>"
            + "<w:tbl><w:tr><w:tc>" * 20
            + p("diep")
            + "</w:tc></w:tr></w:tbl>" * 20
            + "</w:body></w:document>"
        },
    ],
    ids=["large part", "entities", "entries", "large package", "nested tables"],
)
def test_bombs_are_refused(files: dict[str, str]) -> None:
    assert "kan niet veilig gelezen worden" in refused(zipped(files)).message


def test_broken_packages() -> None:
    data = docx(p("Tekst"))
    assert "beschadigd" in refused(data[: len(data) // 2]).message
    assert "beschadigd" in refused(zipped({"word/document.xml": "<w:document"})).message
    assert "beschadigd" in refused(zipped({"word/document.xml": "<html/>"})).message
    deep = "<a>" * 400 + "</a>" * 400
    assert "beschadigd" in refused(zipped({"word/document.xml": deep})).message


def test_no_text_at_all() -> None:
    assert "staat geen tekst" in refused(docx("<w:p/>")).message
