"""Whatever the text: an outline is ordered, nested, inside the text, and loses no line."""

from __future__ import annotations

import itertools
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from protocheck.model.alignment import Edit, RepairedText
from protocheck.model.geometry import Span
from protocheck.model.text import Line, LineRole, SourceText, Table
from protocheck.segment import segment
from tests.unit.segment.sketch import all_sentences, check_sound, outline, source

LINES = (
    "Artikel 1: Doel",
    "Artikel 2. De gegevens worden gewist.",
    "Artikel 10/1 van het decreet voorziet een rechtsgrond",
    "Art. 3.",
    "1. Onderwerp",
    "2) naam",
    "1.1 Naam",
    "1.2.1. Adres",
    "IX",
    "I. Titel",
    "A. Titel",
    "A De gemeente is een bestuur.",
    "(1) De gemeente is een bestuur.",
    "§ 2. De partijen overleggen.",
    "HOOFDSTUK I",
    "Hoofdstuk 2. Gegevens",
    "Tussen",
    "EN",
    "Na te hebben uiteengezet",
    "Overwegende dat de premie nieuw is;",
    "WORDT OVEREENGEKOMEN WAT VOLGT:",
    "Inhoudstafel",
    "Artikel 1: Doel ......... 3",
    "Bijlage 1",
    "Bijlage 2: Lijst",
    "Opgemaakt te Gent op 4 mei 2024",
    "Voor de gemeente",
    "Digitaal ondertekend",
    "Ondertekening",
    "- de naam;",
    "• het adres:",
    "e De dienst",
    "a) de naam",
    "i. de naam",
    "1° het adres",
    "Naam\tAdres\t",
    "\tGent",
    "| a | b |",
    "|---|---|",
    "¹ Een noot.",
    "[^1]: Een noot.",
    "Pagina 3 van 8",
    "- 3 -",
    "3",
    "---",
    "**Vet**",
    "## Kop",
    "De gemeente gebruikt de gegevens om de premie toe te kennen aan de gezinnen met een",
    "recht op de premie. Zij wist ze.",
    "☑ partijen",
    "",
    "",
    "\f",
)
ROLES: st.SearchStrategy[LineRole] = st.sampled_from(
    ("body", "body", "furniture", "footnote", "heading", "stamp")
)
PAPERS = st.lists(st.sampled_from(LINES), max_size=40).map("\n".join)


@given(PAPERS)
@settings(max_examples=150, deadline=None)
def test_any_sequence_of_lines(text: str) -> None:
    check_sound(outline(text))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
@settings(max_examples=80, deadline=None)
def test_any_characters(text: str) -> None:
    check_sound(segment(RepairedText.build(source(text), [])))


@given(st.data(), PAPERS)
@settings(max_examples=80, deadline=None)
def test_any_roles_of_lines(data: st.DataObject, text: str) -> None:
    plain = source(text)
    lines = tuple(
        Line(
            each.text,
            each.span,
            each.page,
            each.index,
            role=data.draw(ROLES),
            level=data.draw(st.integers(0, 3)),
            bold=data.draw(st.booleans()),
        )
        for each in plain.lines
    )
    check_sound(segment(RepairedText.build(SourceText("x", "", "text/plain", text, lines), [])))


@given(st.data(), PAPERS)
@settings(max_examples=80, deadline=None)
def test_any_tables_and_edits(data: st.DataObject, text: str) -> None:
    plain = source(text)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    cells = (Span(cuts[0], cuts[1]), Span(cuts[1], cuts[2]), Span(cuts[2], cuts[3]))
    table = Table(Span(cuts[0], cuts[3]), ((cells[0], cells[1]), (cells[2],)))
    markup = (Span(cuts[1], cuts[2]),)
    marked = SourceText("x", "", "text/plain", text, plain.lines, tables=(table,), markup=markup)
    start = data.draw(st.integers(0, len(text)))
    edit = Edit(
        Span(start, min(start + 3, len(text))), data.draw(st.sampled_from(["", "en", "\n", "Artikel"])), "x"
    )
    repaired = RepairedText.build(marked, [edit])
    paper = segment(repaired)
    spans = [part.span for part in paper.segments]
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert all(s in part.span for part in paper.walk() for s in part.sentences)
    assert all(child.span in part.span for part in paper.walk() for child in part.children)


@given(PAPERS)
@settings(max_examples=40, deadline=None)
def test_the_same_text_gives_the_same_outline(text: str) -> None:
    assert outline(text).segments == outline(text).segments


def test_every_word_of_an_article_is_in_a_sentence() -> None:
    body = "De gemeente bezorgt de lijst. Zij doet dat elk jaar:\n\n- in januari;\n- in juli.\n\nDaarna niet."
    paper = outline(f"Artikel 1: Doel\n\n{body}\n\nArtikel 2: Slot\n\nHet protocol geldt vijf jaar.")
    found = " ".join(all_sentences(paper))
    assert [w for w in body.split() if w != "-" and w not in found] == []


def test_long_papers_take_time_in_proportion() -> None:
    part = "Artikel {n}: Titel\n\nDe gemeente bezorgt de lijst van art. 5. Zij wist ze.\n\n- de naam;\n\n"

    def seconds(count: int) -> float:
        text = "".join(part.format(n=n % 90) for n in range(count))
        repaired = RepairedText.build(source(text), [])
        best = 9.0
        for _ in range(3):
            begun = time.perf_counter()
            segment(repaired)
            best = min(best, time.perf_counter() - begun)
        return best

    assert seconds(1600) < 16 * seconds(200) + 0.5
