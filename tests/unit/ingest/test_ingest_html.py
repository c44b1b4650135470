import pytest

from protocheck.errors import DocumentError
from protocheck.ingest.read import read
from protocheck.model.text import SourceText


def page(body: str, head: str = "") -> SourceText:
    text = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return read(None, data=text.encode(), name="protocol.html")


def test_blocks_headings_and_bold() -> None:
    source = page(
        "<nav>Home</nav><h2>Artikel 1</h2><p>De <b>gemeente</b>\n  deelt<br>gegevens.</p>"
        "<p><strong>Vet</strong></p>",
        "<title> Het\n protocol </title><style>p { color: red }</style>",
    )
    assert source.text == "Home\n\nArtikel 1\n\nDe gemeente deelt\ngegevens.\n\nVet\n"
    assert [(line.role, line.level, line.bold) for line in source.lines] == [
        ("furniture", 0, False),
        ("heading", 2, True),
        ("body", 0, False),
        ("body", 0, False),
        ("body", 0, True),
    ]
    assert [line.index for line in source.lines] == [1, 2, 3, 3, 4]
    assert (source.title, source.media_type, source.pages) == ("Het protocol", "text/html", ())


def test_lists_get_their_markers() -> None:
    source = page("<ol type=a start=3><li>derde<ul><li>sub</li></ul></li><li><p>vierde</p></li></ol>")
    assert [line.text for line in source.lines] == ["c. derde", "• sub", "d. vierde"]


def test_tables() -> None:
    source = page(
        "<table><thead><tr><th>Gegeven<th colspan=2>Reden</tr></thead>"
        "<tr><td>Naam<br>voornaam</td><td><p>nodig</p><p>echt</p></td><td></td></tr></table>"
        "<table><tr><td>kader</td></tr></table>"
    )
    assert [[cell.of(source.text) for cell in row] for table in source.tables for row in table.rows] == [
        ["Gegeven", "Reden", ""],
        ["Naam\nvoornaam", "nodig\necht", ""],
    ]
    assert source.lines[-1].text == "kader"


def test_what_a_browser_does_not_show() -> None:
    source = page(
        "<p>Zichtbaar<script>weg()</script></p><p hidden>weg</p><p style='display: none'>weg</p>"
        "<!-- weg --><noscript>weg</noscript><p>m<sup>2</sup> &lt;naam&gt; &amp; co</p>"
    )
    assert [line.text for line in source.lines] == ["Zichtbaar", "m² <naam> & co"]


def test_by_content_not_by_name() -> None:
    data = b"<html><body><p>Artikel 1</p></body></html>"
    assert read(None, data=data, name="protocol.pdf").media_type == "text/html"
    assert read(None, data=b"<h1>Protocol</h1>\n<p>Tekst</p>", name="p").media_type == "text/html"
    declared = b'<?xml version="1.0" encoding="utf-8"?><html><body><p>Artikel 1</p></body></html>'
    assert read(None, data=declared, name="p").lines[0].text == "Artikel 1"


def test_empty_page_and_deep_page() -> None:
    with pytest.raises(DocumentError, match="geen tekst"):
        page("<script>weg()</script>")
    with pytest.raises(DocumentError, match="niet veilig"):
        page("<div>" * 3000 + "diep" + "</div>" * 3000 + "<p>na</p>")


def test_entities_are_not_fetched_or_blown_up() -> None:
    kind = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    bomb = f"{kind}<html><body><p>x &b;</p></body></html>"
    source = read(None, data=bomb.encode(), name="p.html")
    assert len(source.text) < 100


def roles(source: SourceText) -> list[tuple[str, str]]:
    return [(line.role, line.text) for line in source.lines]


SITE = (
    '<a class="skip-link" href="#inhoud">Naar de inhoud</a>'
    '<div id="cookieConsent">Deze site gebruikt <b>cookies</b>.</div>'
    "<header><div>Gemeente Zandrode</div><nav><ul><li>Wonen</li></ul></nav></header>"
)
TEXT = (
    "<h1>Protocol</h1><p>Tussen de gemeente Zandrode en het agentschap Dorpskernen wordt overeengekomen dat "
    "de gegevens van inwoners worden meegedeeld zoals hieronder bepaald.</p>"
)


def test_what_a_site_puts_around_its_content() -> None:
    source = page(
        f"{SITE}<main><header>{TEXT}</header><div class='share-buttons'>Delen</div></main>"
        "<footer>Contact</footer>"
    )
    assert [(role, text[:16]) for role, text in roles(source)] == [
        ("furniture", "Naar de inhoud"),
        ("furniture", "Deze site gebrui"),
        ("furniture", "Gemeente Zandrod"),
        ("furniture", "• Wonen"),
        ("heading", "Protocol"),
        ("body", "Tussen de gemeen"),
        ("furniture", "Delen"),
        ("furniture", "Contact"),
    ]


def test_a_site_that_names_no_main_part() -> None:
    source = page(f"<div class='page menu-open'>{SITE}<ul class='breadcrumb'><li>Start</li></ul>{TEXT}</div>")
    assert [role for role, _ in roles(source)] == ["furniture"] * 5 + ["heading", "body"]


def test_a_main_part_without_the_text_is_not_believed() -> None:
    source = page(f"<main><p>Zoek</p></main><div>{TEXT}</div>")
    assert [role for role, _ in roles(source)] == ["body", "heading", "body"]


def test_numbers_of_every_kind() -> None:
    source = page(
        "<ol type=A start=3><li>c<ol><li>een<li value=7>zeven<li>acht</ol><li>d</ol>"
        "<ol reversed><li>x<li>y</ol><ol style='list-style-type: lower-roman'><li>r<li>s</ol>"
        "<ul style='list-style: none'><li>kaal</ul>"
    )
    assert [line.text for line in source.lines] == [
        "C. c", "1. een", "7. zeven", "8. acht", "D. d", "2. x", "1. y", "i. r", "ii. s", "kaal",
    ]  # fmt: skip


def test_definitions_and_boxes() -> None:
    source = page(
        "<dl><dt>Duur</dt><dd>Drie jaar</dd><dt>Bewaring</dt><dd><p>Vijf jaar</p></dd></dl>"
        "<p><input type=checkbox checked> ja <input type=radio> neen <input value=weg></p>"
    )
    assert source.text == "Duur\nDrie jaar\n\nBewaring\nVijf jaar\n\n☒ ja ☐ neen\n"


def test_captions_and_cells_over_rows() -> None:
    source = page(
        "<table><caption>Tabel 1</caption><tr><th rowspan=2>Gegeven<th colspan=2>Reden</tr>"
        "<tr><td>waarom<td>hoelang</tr><tr><td>Naam<td>nodig<td rowspan=9>1 jaar</tr>"
        "<tr><td>Adres<td>post</tr></table>"
        "<table role=presentation><tr><td>links<td>rechts</tr></table>"
    )
    assert [[cell.of(source.text) for cell in row] for row in source.tables[0].rows] == [
        ["Gegeven", "Reden", ""],
        ["", "waarom", "hoelang"],
        ["Naam", "nodig", "1 jaar"],
        ["Adres", "post", ""],
    ]
    assert (source.lines[0].text, len(source.tables)) == ("Tabel 1", 1)
    assert [line.cell for line in source.lines if line.text in {"hoelang", "rechts"}] == [
        "tabel 1, rij 2, kolom 3",
        "",
    ]


def test_notes_of_a_page() -> None:
    source = page(
        "<p>De gemeente<sup id=fnref1><a href='#fn1'>[1]</a></sup> deelt.</p>"
        "<div class=footnotes><ol><li id=fn1>Opgericht in 2019. <a href='#fnref1'>↩</a></li></ol></div>"
    )
    assert roles(source) == [("body", "De gemeente¹ deelt."), ("footnote", "¹ Opgericht in 2019.")]
