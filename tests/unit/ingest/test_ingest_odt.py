import io
import zipfile

import pytest

from protocheck.errors import DocumentError
from protocheck.ingest.limits import LIMITS
from protocheck.ingest.read import read
from protocheck.model.geometry import Span
from protocheck.model.options import ReadOptions, View
from protocheck.model.text import SourceText

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "form": "form", "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
LOEXT = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
MIME = "application/vnd.oasis.opendocument.text"


def flat(body: str, styles: str = "", more: str = "") -> bytes:
    """Return a flat OpenDocument text."""
    return (
        f'<?xml version="1.0"?><office:document {NAMES} {DC} {LOEXT} office:mimetype="{MIME}">'
        f"<office:styles>{styles}</office:styles>{more}"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def zipped(files: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return stream.getvalue()


def made(body: str, styles: str = "", more: str = "", view: View = "final") -> SourceText:
    return read(None, data=flat(body, styles, more), name="p.fodt", options=ReadOptions(view=view))


def texts(body: str, styles: str = "", view: View = "final") -> list[str]:
    return [line.text for line in made(body, styles, view=view).lines]


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


# -- paragraphs and styles


def test_blanks_tabs_and_breaks() -> None:
    body = p("Naam:<text:tab/>  An<text:s text:c='2'/>Bo<text:line-break/>tweede\n  regel") + p("")
    source = made(body + p("ver\u00adwerking <text:span>van</text:span> <text:a>gegevens</text:a>."))
    assert source.text == "Naam:\tAn  Bo\ntweede regel\n\nverwerking van gegevens.\n"
    assert [(line.page, line.index) for line in source.lines] == [(None, 1), (None, 1), (None, 3)]
    assert (source.method, source.media_type, source.pages) == ("odt", MIME, ())


STYLES = (
    '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/>'
    '<style:style style:name="Lus" style:family="paragraph" style:parent-style-name="Lus"/>'
    '<style:style style:name="Groot" style:family="paragraph">'
    '<style:text-properties fo:text-transform="uppercase"/></style:style>'
    '<style:style style:name="vet" style:family="text">'
    '<style:text-properties fo:font-weight="700"/></style:style>'
    '<style:style style:name="geel" style:family="text" style:parent-style-name="vet">'
    '<style:text-properties fo:background-color="#ffff00"/></style:style>'
    '<style:style style:name="weg" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
)


def test_headings_bold_colour_and_hidden_text() -> None:
    body = (
        '<text:h text:outline-level="2">Doel</text:h>'
        + p("Onderwerp", "P1") + p("klein", "Groot") + p("Kring", "Lus")
        + p('<text:span text:style-name="geel">[naam]</text:span>')
        + p('Wel<text:span text:style-name="weg">niet</text:span>')
    )  # fmt: skip
    source = made(body, STYLES)
    assert [(line.text, line.role, line.level, line.bold) for line in source.lines] == [
        ("Doel", "heading", 2, False),
        ("Onderwerp", "heading", 1, True),
        ("KLEIN", "body", 0, False),
        ("Kring", "body", 0, False),
        ("[naam]", "body", 0, True),
        ("Wel", "body", 0, False),
    ]
    assert [span.of(source.text) for span in source.highlights] == ["[naam]"]
    assert source.notes == ("Het document bevat verborgen tekst; die is niet meegelezen.",)
    at = source.text.index("Wel")
    assert source.locate(Span(at, at + 3)).heading == "Onderwerp"


# -- numbers


def level(depth: int, attributes: str) -> str:
    return f'<text:list-level-style-number text:level="{depth}" {attributes}/>'


LIST = (
    '<text:list-style style:name="L1">'
    + level(1, 'style:num-prefix="Artikel " style:num-format="1" style:num-suffix=":"')
    + level(2, 'style:num-format="1" text:display-levels="2"')
    + level(3, 'style:num-format="a" style:num-suffix=")" text:start-value="3"')
    + "</text:list-style>"
    '<text:list-style style:name="L2">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>'
    '<text:list-level-style-bullet text:level="2" text:bullet-char="-"/></text:list-style>'
    '<text:list-style style:name="L3">'
    + level(1, 'style:num-format="I" loext:num-list-format="%1%."')
    + level(2, 'style:num-format="i" loext:num-list-format="(%1%/%2%)"')
    + "</text:list-style>"
)


def lst(style: str, *items: str, extra: str = "") -> str:
    listed = "".join(
        item if item.startswith("<text:list-") else f"<text:list-item>{item}</text:list-item>"
        for item in items
    )
    return f'<text:list text:style-name="{style}" {extra}>{listed}</text:list>'


def test_numbers_of_lists() -> None:
    inner = lst("L1", p("sub"), p("sub"))
    body = (
        lst("L1", p("Onderwerp") + p("vervolg") + lst("", p("eerste") + inner, p("tweede")), p("Doel"))
        + p("Tussen")
        + lst("L1", p("Duur"), extra='text:continue-numbering="true"')
        + lst("L1", p("Anders"))
        + lst("L2", p("punt") + lst("", p("onder")))
        + lst("L3", p("boek") + lst("", p("deel")))
        + lst("L1", "<text:list-header><text:p>kop</text:p></text:list-header>", p("x"))
        + lst("L1", '<text:list-item text:start-value="7"><text:p>zeven</text:p></text:list-item>')
    )
    assert texts(body, LIST) == [
        "Artikel 1: Onderwerp", "vervolg", "1.1 eerste", "c) sub", "d) sub", "1.2 tweede", "Artikel 2: Doel",
        "Tussen", "Artikel 3: Duur", "Artikel 1: Anders", "• punt", "- onder", "I. boek", "(I/i) deel", "kop",
        "Artikel 1: x", "Artikel 7: zeven",
    ]  # fmt: skip


def test_lists_that_go_on_by_name() -> None:
    body = (
        lst("L1", p("een"), extra='xml:id="a"') + lst("L1", p("los"), extra='xml:id="b"')
        + lst("L1", p("twee"), extra='xml:id="c" text:continue-list="a"')
    )  # fmt: skip
    assert texts(body, LIST) == ["Artikel 1: een", "Artikel 1: los", "Artikel 2: twee"]


def test_numbered_headings() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" '
        'style:num-prefix="Artikel " style:num-suffix="."/><text:outline-level-style text:level="2" '
        'style:num-format="1" text:display-levels="2"/></text:outline-style>'
        '<style:style style:name="Vrij" style:family="paragraph" style:list-style-name=""/>'
    )
    heading = '<text:h text:outline-level="{}" {}>{}</text:h>'
    body = "".join(
        heading.format(*each)
        for each in (
            (1, "", "Doel"), (2, "", "Lid"), (2, "", "Lid"), (1, "", ""),
            (1, 'text:is-list-header="true"', "Zonder"),
            (1, 'text:style-name="Vrij"', "Vrij"), (2, "", "Lid"),
            (1, 'text:restart-numbering="true" text:start-value="9"', "Slot"),
        )
    )  # fmt: skip
    assert texts(body, outline) == [
        "Artikel 1. Doel", "1.1 Lid", "1.2 Lid", "Artikel 2.", "Zonder", "Vrij", "2.1 Lid", "Artikel 9. Slot",
    ]  # fmt: skip


# -- tables, notes, heads, sections


def test_tables() -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def cell(content: str, attributes: str = "") -> str:
        return f"<table:table-cell {attributes}>{content}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    inner = f"<table:table>{row(cell(p('x')), cell(p('y')))}</table:table>"
    body = (
        "<table:table><table:table-column/>"
         "<table:table-header-rows>"
        + row(cell(p("Gegeven")), cell(p("Reden"), 'table:number-columns-spanned="2"'), covered)
        + "</table:table-header-rows>"
        + row(cell(p("Naam") + p("voornaam")), cell(lst("L2", p("nodig"), p("echt"))), cell(inner))
        + "</table:table>"
        + f"<table:table>{row(cell(p('kader')))}</table:table>"
    )  # fmt: skip
    source = made(body, LIST)
    assert [[cell.of(source.text) for cell in row] for row in source.tables[0].rows] == [
        ["Gegeven", "Reden", ""],
        ["Naam\nvoornaam", "• nodig\n• echt", "x\ny"],
    ]
    assert (source.lines[3].text, source.lines[3].cell) == ("voornaam", "tabel 1, rij 2, kolom 1")
    assert (source.lines[-1].text, source.lines[-1].cell) == ("kader", "")


def test_notes_stand_behind_their_paragraph() -> None:
    def note(text: str, kind: str = "footnote", label: str = "") -> str:
        return (
            f'<text:note text:note-class="{kind}">'
            f'<text:note-citation text:label="{label}">9</text:note-citation>'
            f"<text:note-body>{p(text)}</text:note-body></text:note>"
        )

    body = p(
        f"De gemeente{note('Opgericht.')} deelt{note('Los.', label='*')}{note('Einde.', 'endnote')}."
    ) + p("Verder.")
    source = made(body)
    assert source.text == "De gemeente¹ deelt*¹.\n\n¹ Opgericht.\n\n* Los.\n\n¹ Einde.\n\nVerder.\n"
    assert [line.role for line in source.lines] == ["body", "footnote", "footnote", "footnote", "body"]
    assert [span.of(source.text) for span in source.markup] == ["¹", "*", "¹"]


def test_heads_sections_boxes_and_indexes() -> None:
    master = (
        "<office:master-styles><style:master-page><style:header><text:p>Ontwerp</text:p></style:header>"
        '<style:footer style:display="false"><text:p>uit</text:p></style:footer></style:master-page>'
        "</office:master-styles><office:meta><dc:title> Een  titel </dc:title></office:meta>"
    )
    body = (
        '<text:section text:display="none"><text:p>weg</text:p></text:section>'
        f"<text:section>{p('In een deel')}</text:section>"
        f"<text:table-of-content><text:table-of-content-source/><text:index-body>{p('1 Doel<text:tab/>2')}"
        "</text:index-body></text:table-of-content>"
        + p(f"Ernaast<draw:frame><draw:text-box>{p('In het kader')}</draw:text-box></draw:frame>")
        + f"<draw:frame><draw:text-box>{p('Los kader')}</draw:text-box></draw:frame>"
    )
    source = made(body, more=master)
    assert [(line.text, line.role) for line in source.lines] == [
        ("Ontwerp", "furniture"),
        ("In een deel", "body"),
        ("1 Doel\t2", "body"),
        ("Ernaast", "body"),
        ("In het kader", "body"),
        ("Los kader", "body"),
    ]
    assert source.title == "Een titel"


def test_comments_prompts_and_boxes() -> None:
    body = (
        "<office:forms><form:form><form:checkbox form:id='c1' form:current-state='checked' form:label='ja'/>"
        "<form:checkbox form:id='c2' form:label='neen'/></form:form></office:forms>"
        + p(
            'De <office:annotation office:name="a" loext:resolved="true"><dc:creator>Bo De Wit</dc:creator>'
            "<dc:date>2026-03-02</dc:date><text:p>Te lang?</text:p></office:annotation>termijn"
            '<office:annotation-end office:name="a"/> is '
            "<text:placeholder>&lt;termijn&gt;</text:placeholder>."
        )
        + p("<draw:control draw:control='c1'/><draw:control draw:control='c2'/>")
        + p(
            '<loext:content-control loext:checkbox="true" loext:checked="true">?'
            "</loext:content-control> akkoord"
        )
        + p('<loext:content-control loext:showing-place-holder="true">Kies</loext:content-control>')
    )
    source = made(body)
    assert [line.text for line in source.lines] == [
        "De termijn is <termijn>.",
        "☒ ja ☐ neen",
        "☒ akkoord",
        "Kies",
    ]
    (comment,) = source.comments
    assert (comment.author, comment.text, comment.date, comment.resolved) == (
        "Bo De Wit",
        "Te lang?",
        "2026-03-02",
        True,
    )
    assert comment.span.of(source.text) == "termijn"
    assert [span.of(source.text) for span in source.placeholders] == ["<termijn>", "Kies"]
    assert source.notes == ("Het document bevat 1 opmerking in de marge; die is niet als tekst meegelezen.",)


def test_tracked_changes_in_both_views() -> None:
    region = '<text:changed-region xml:id="{}"><text:{}/></text:changed-region>'
    gone = f"<text:deletion>{p('drie')}{p('vier ')}</text:deletion>"
    deleted = f'<text:changed-region text:id="d">{gone}</text:changed-region>'
    body = (
        f"<text:tracked-changes>{region.format('i', 'insertion')}{region.format('j', 'insertion')}{deleted}"
        "</text:tracked-changes>"
        + p('Termijn <text:change-start text:change-id="i"/>twee<text:change-end text:change-id="i"/>'
            '<text:change text:change-id="d"/>jaar.')
        + p('Eerste <text:change-start text:change-id="j"/>')
        + p('<text:change-end text:change-id="j"/>en tweede.')
    )  # fmt: skip
    assert texts(body) == ["Termijn tweejaar.", "Eerste", "en tweede."]
    assert texts(body, view="original") == ["Termijn drie", "vier jaar.", "Eerste en tweede."]
    assert "oorspronkelijke tekst" in made(body, view="original").notes[0]


def test_deleted_paragraphs_come_back_as_they_were() -> None:
    heading = "<text:h text:outline-level='1'/>"
    whole = f"<text:deletion>{p('Weg.')}{lst('L1', '<text:h>Oud</text:h>')}{heading}</text:deletion>"
    joined = f"<text:deletion>{p('deel')}{p('Midden.')}{p('')}</text:deletion>"
    region = '<text:changed-region xml:id="{}">{}</text:changed-region>'
    body = (
        f"<text:tracked-changes>{region.format('a', whole)}{region.format('b', joined)}"
        "</text:tracked-changes>"
        + lst("L1", p("Eerste"))
        + p('<text:change text:change-id="a"/>Doel')
        + lst("L1", p('Tweede <text:change text:change-id="b"/>slot <text:span>hier</text:span>.'),
              extra='text:continue-numbering="true"')
    )  # fmt: skip
    assert texts(body, LIST) == ["Artikel 1: Eerste", "Doel", "Artikel 2: Tweede slot hier."]
    source = made(body, LIST, view="original")
    assert [(line.text, line.role) for line in source.lines] == [
        ("Artikel 1: Eerste", "body"),
        ("Weg.", "body"),
        ("Artikel 1: Oud", "heading"),
        ("Doel", "heading"),
        ("Artikel 2: Tweede deel", "body"),
        ("Midden.", "body"),
        ("slot hier.", "body"),
    ]


# -- packages and refusals


def refused(data: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read(None, data=data, name="stuk.odt")
    assert caught.value.hint
    return caught.value


def test_a_package_is_read_like_a_flat_file() -> None:
    content = (
        f"<office:document-content {NAMES}><office:body><office:text>{lst('L1', p('Doel'))}</office:text>"
        "</office:body></office:document-content>"
    )
    styles = f"<office:styles>{LIST}</office:styles>"
    styles = f"<office:document-styles {NAMES} {LOEXT}>{styles}</office:document-styles>"
    data = zipped({"mimetype": MIME, "content.xml": content, "styles.xml": styles})
    assert read(None, data=data, name="stuk").text == "Artikel 1: Doel\n"


def test_what_is_refused() -> None:
    sheet = "<office:body><office:spreadsheet/></office:body>"
    sheet = f"<office:document-content {NAMES}>{sheet}</office:document-content>"
    mime: dict[str, bytes | str] = {"mimetype": MIME}
    assert "zonder lopende tekst" in refused(zipped({**mime, "content.xml": sheet})).message
    assert (
        "zonder lopende tekst" in refused(zipped({"mimetype": MIME.replace("text", "spreadsheet")})).message
    )
    assert (
        "wachtwoord"
        in refused(
            zipped({**mime, "META-INF/manifest.xml": "<m:encryption-data/>", "content.xml": "x"})
        ).message
    )
    assert "beschadigd" in refused(zipped({**mime, "content.xml": "<a"})).message
    assert "beschadigd" in refused(zipped(mime)).message
    bomb = '<!DOCTYPE a [<!ENTITY b "cc">]><a/>'
    assert "niet veilig" in refused(zipped({**mime, "content.xml": bomb})).message
    assert (
        "niet veilig"
        in refused(flat("").replace(b"<office:document ", b"<!DOCTYPE x><office:document ")).message
    )
    assert "niet veilig" in refused(zipped({**mime, "content.xml": " " * (LIMITS.xml_bytes + 1)})).message
    deep = (
        "<table:table><table:table-row><table:table-cell>" * 20
        + "</table:table-cell></table:table-row></table:table>" * 20
    )
    assert "niet veilig" in refused(flat(deep)).message
    assert "geen tekst" in refused(flat("<text:p/>")).message
