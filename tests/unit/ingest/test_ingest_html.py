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
