from pathlib import Path

import pytest

from protocheck.ingest.read import read
from protocheck.model.text import SourceText


def text_of(text: str, name: str = "protocol.txt") -> SourceText:
    return read(None, data=text.encode(), name=name)


def without_markup(source: SourceText) -> str:
    pieces: list[str] = []
    start = 0
    for span in source.markup:
        pieces.append(source.text[start : span.start])
        start = span.end
    return "".join([*pieces, source.text[start:]])


def test_lines_count_within_their_page() -> None:
    source = text_of("Protocol\r\n\r\nArtikel 1\fArtikel 2\r\nTekst\n\f")
    assert source.text == "Protocol\n\nArtikel 1\fArtikel 2\nTekst\n\f"
    assert [(line.text, line.page, line.index) for line in source.lines] == [
        ("Protocol", 1, 1),
        ("Artikel 1", 1, 3),
        ("Artikel 2", 2, 1),
        ("Tekst", 2, 2),
    ]
    assert [page.number for page in source.pages] == [1, 2]
    assert source.pages[1].span.of(source.text) == "Artikel 2\nTekst\n"


def test_a_text_without_form_feed_is_one_page() -> None:
    source = text_of("Artikel 1\nTekst van het artikel.\n")
    assert [(page.number, len(page.span)) for page in source.pages] == [(1, len(source.text))]
    assert source.media_type == "text/plain"


def test_every_line_stands_where_it_says() -> None:
    source = text_of("# Protocol\n\n**Artikel 1**\n- A. tekst\n| a | b |\n|---|---|\n| c | d |\n")
    for line in source.lines:
        assert line.span.of(source.text) == line.text


@pytest.mark.parametrize(
    "text",
    [
        "De formule is 5*3*2 en de score < 10 of > 4.\nZie * hieronder.\n",
        "Vul veld_naam_een in en naam_twee.\n",
        "Naam: ______________ Datum: __/__/____\n",
        "Het bedrag*\n\n* exclusief btw\n",
        "Geef <naam van de gemeente> en <datum> op.\n",
        "Kolom A | kolom B in één zin, a | b.\n",
        "# 12 is het nummer\n",
        "Artikel 1\tOnderwerp\nArtikel 2\tDoel\n",
        "A.\tDe gemeente Zandrode.\nB.\tHet agentschap.\n",
        "Voor de gemeente\tVoor het agentschap\nAn Peeters\tJan Maes\n",
        "De regel <b> staat open.\n",
        "De oppervlakte is 12 m² en 5 km².\n",
    ],
)
def test_plain_text_is_not_taken_for_notation(text: str) -> None:
    source = text_of(text)
    assert source.markup == ()
    assert source.tables == ()
    assert [line.role for line in source.lines] == ["body"] * len(source.lines)


def test_stars_and_hashes_are_notation() -> None:
    source = text_of(
        "## Artikel 1 Onderwerp ##\n\n**Artikel 2: Doel**\nDe *gemeente* werkt **samen** met 5*3.\n"
    )
    assert (
        without_markup(source) == "Artikel 1 Onderwerp\n\nArtikel 2: Doel\nDe gemeente werkt samen met 5*3.\n"
    )
    assert [(line.role, line.level, line.bold) for line in source.lines] == [
        ("heading", 2, False),
        ("body", 0, True),
        ("body", 0, False),
    ]
    assert source.media_type == "text/markdown"


def test_bold_over_two_lines_and_punctuation_outside() -> None:
    source = text_of("**Artikel 4 De categorieën van\nontvangers**:\nTekst.\n")
    assert [line.bold for line in source.lines] == [True, True, False]


def test_underlined_titles_are_headings() -> None:
    source = text_of("PROTOCOL\n========\n\nTekst.\n")
    title = source.lines[0]
    assert (title.text, title.role, title.level) == ("PROTOCOL", "heading", 1)
    assert without_markup(source) == "PROTOCOL\n\n\nTekst.\n"


def test_dash_before_a_label_is_notation_in_a_marked_text() -> None:
    marked = text_of("- A. **De gemeente** is een partij.\n- het decreet van 2008\n - b. tweede\n")
    assert without_markup(marked) == "A. De gemeente is een partij.\n- het decreet van 2008\n b. tweede\n"


def test_pipe_table() -> None:
    source = text_of("Tekst.\n\n| Gegeven | Reden |\n|:---|---|\n| Naam | **nodig** |\n| | ook |\n\nNa.\n")
    assert [[cell.of(source.text) for cell in row] for row in source.tables[0].rows] == [
        ["Gegeven", "Reden"],
        ["Naam", "**nodig**"],
        ["", "ook"],
    ]
    assert "|" not in without_markup(source)
    assert "---" not in without_markup(source)


TABS = (
    "Zie de tabel.\n\n"
    "<p>Gegeven 1</p> <p><i>het gegeven dat wordt gedeeld</i></p>\t<p>Naam</p>\n"
    "--\t--\n\n"
    "⁸ Goedgekeurd op 10 juli.\n\n"
    "Verantwoording\tNodig\nGegeven 2\tAdres\n\nEinde.\n"
)


def test_tab_table_with_html_cells_over_a_footnote() -> None:
    source = text_of(TABS)
    (table,) = source.tables
    assert [[cell.of(source.text) for cell in row] for row in table.rows] == [
        ["<p>Gegeven 1</p> <p><i>het gegeven dat wordt gedeeld</i></p>", "<p>Naam</p>"],
        ["Verantwoording", "Nodig"],
        ["Gegeven 2", "Adres"],
    ]
    assert "Gegeven 1 het gegeven dat wordt gedeeld\tNaam\n" in without_markup(source)
    assert "--" not in without_markup(source)
    assert [line.text for line in source.lines if line.role == "footnote"] == ["⁸ Goedgekeurd op 10 juli."]


def test_html_table_in_a_text() -> None:
    source = text_of(
        "Zie:\n<table><tr><th>Gegeven</th><th>Duur</th></tr>\n"
        "<tr><td> Naam <br></td><td>1 jaar</td></tr></table>\n"
    )
    assert [[cell.of(source.text) for cell in row] for row in source.tables[0].rows] == [
        ["Gegeven", "Duur"],
        ["Naam <br>", "1 jaar"],
    ]


def test_footnotes_and_their_marks() -> None:
    source = text_of(
        "De gemeente¹ krijgt gegevens over 5 m² grond.\n\n¹ Gelet op het decreet\nvan 2008.\n\nVerder.\n"
    )
    assert [(line.text, line.role) for line in source.lines] == [
        ("De gemeente¹ krijgt gegevens over 5 m² grond.", "body"),
        ("¹ Gelet op het decreet", "footnote"),
        ("van 2008.", "footnote"),
        ("Verder.", "body"),
    ]
    assert without_markup(source).startswith("De gemeente krijgt gegevens over 5 m² grond.")


def test_markdown_footnotes() -> None:
    source = text_of("De gemeente[^1] en meer.\n\n[^1]: Gelet op het decreet.\n", "protocol.md")
    assert without_markup(source) == "De gemeente en meer.\n\n1 Gelet op het decreet.\n"
    assert source.lines[1].role == "footnote"


def test_links_comments_and_escapes() -> None:
    source = text_of(
        "# Protocol\n<!-- image -->\n"
        "Zie [de site](https://zandrode.example/p) en \\[DATUM\\] en [via de dienst](later).\n",
        "p.md",
    )
    assert without_markup(source) == "Protocol\n\nZie de site en [DATUM] en [via de dienst](later).\n"


def test_seed_with_html_cells_and_notes(seeds: Path) -> None:
    source = read(next(seeds.glob("004*")))
    assert [len(table.rows) for table in source.tables] == [8]
    assert sum(line.role == "footnote" for line in source.lines) == 8
    assert not set(without_markup(source)) & set("*<>|")


def test_seeds_without_notation_stay_untouched(seeds: Path) -> None:
    for seed in sorted(seeds.glob("00[0123]*")):
        source = read(seed)
        assert (source.markup, source.tables) == ((), ()), seed.name


def test_front_matter_is_no_text() -> None:
    source = text_of("---\ntitle: Protocol\ntags:\n  - a\n---\n\n# Protocol\n", "p.md")
    assert without_markup(source).strip() == "Protocol"
    assert [line.role for line in source.lines if line.text == "# Protocol"] == ["heading"]
    plain = text_of("---\nDe gemeente deelt gegevens.\n---\nVerder.\n", "p.md")
    assert "De gemeente deelt gegevens." in without_markup(plain)


def test_table_without_bars_at_its_edges() -> None:
    source = text_of("Gegeven | Reden\n--- | ---\nNaam | nodig \\| echt\nAdres | post\n")
    assert [[cell.of(source.text) for cell in row] for row in source.tables[0].rows] == [
        ["Gegeven", "Reden"],
        ["Naam", "nodig \\| echt"],
        ["Adres", "post"],
    ]
    assert without_markup(source).split() == [
        "Gegeven",
        "Reden",
        "Naam",
        "nodig",
        "|",
        "echt",
        "Adres",
        "post",
    ]
    assert text_of("Kies a | b.\nOf kies c | d.\nOf niets.\n").tables == ()


def test_quotes_struck_words_addresses_and_named_links() -> None:
    source = text_of(
        "> Het decreet\n> van 2008\n\n~~Oud~~ nieuw, zie <https://zandrode.example>, [de site][1] "
        "en [los][x].\\\n"
        "Einde 5 < 6.\n\n[1]: https://zandrode.example 'Site'\n",
        "p.md",
    )
    assert without_markup(source) == (
        "Het decreet\nvan 2008\n\nOud nieuw, zie https://zandrode.example, de site en [los][x].\n"
        "Einde 5 < 6.\n\n\n"
    )


def test_dashes_under_several_titles_make_them_headings() -> None:
    text = "Protocol\n\nTussen wie\n----------\nStad en zone.\n\nWanneer\n-------\nElke dag.\n"
    source = text_of(text)
    assert [line.text for line in source.lines if line.role == "heading"] == ["Tussen wie", "Wanneer"]


def test_one_row_of_dashes_in_a_plain_text_makes_no_heading() -> None:
    source = text_of("De stad krijgt de gegevens.\n------------------------\nElke dag.\n")
    assert [line.text for line in source.lines if line.role == "heading"] == []
