"""One paper as text, as PDF and as Word file has one outline."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocheck.ingest.read import read
from protocheck.model.structure import Outline
from protocheck.repair import repair
from protocheck.segment import segment
from tests.documents import make_docx, make_pdf
from tests.unit.segment.sketch import outline as outline_of

LETTER = """AGENTSCHAP VOOR DORPSZALEN

Aan het college van burgemeester en schepenen van Lindevoorde

Betreft: protocol over de huurders van de dorpszalen

Geacht college,

U vroeg ons de lijst van de huurders. Wij bezorgen u die lijst op de voorwaarden hieronder.

1) De gemeente gebruikt de lijst om de huurders een brief te sturen over het nieuwe reglement
van de zalen, en voor niets anders dan dat.

2) Wij houden de lijst bij omdat wij de huur innen. Het decreet van 3 mei 2019 draagt ons dat
op, en het bestuur ziet daarop toe.

3) De lijst is bestemd voor de twee medewerkers van de dienst Vrije Tijd en Cultuur van Linde
en voor niemand anders. Anderen krijgen haar niet te zien.

Hoogachtend,

Rik Maes
"""
SECTIONS = """PROTOCOL OVER DE DORPSZALEN VAN LINDEVOORDE EN DE HUURDERS

Wie

De gemeente Lindevoorde en het Agentschap voor Dorpszalen maken deze afspraken over de huurders.

Doel

De gemeente schrijft de huurders aan over het nieuwe reglement dat de raad heeft vastgesteld.

Gegevens

De naam en het adres van elke huurder, omdat een brief zonder adres nergens aankomt.
"""
CLAUSES = """Protocol over de huurders van de dorpszalen

1 PARTIJEN

1.1 Het Agentschap voor Dorpszalen, een agentschap met rechtspersoonlijkheid, Zavelweg
12, 9470 Lindevoorde, vertegenwoordigd door Rik Maes.

1.2 De gemeente Lindevoorde stuurt de huurders een brief over het reglement dat de raad
in mei heeft vastgesteld.

1.3 De verwerker van het agentschap is geen partij, en zij krijgt ook geen lijst te zien
van wie een zaal huurt.

2 DOEL

2.1 De gemeente schrijft de huurders aan over het nieuwe reglement dat de raad in mei heeft
vastgesteld.
"""


def outlines(text: str, folder: Path) -> dict[str, Outline]:
    paths = {
        "text": folder / "proef.txt",
        "pdf": make_pdf(text, folder / "proef.pdf", bold_headings=False),
        "docx": make_docx(text, folder / "proef.docx"),
    }
    paths["text"].write_text(text, encoding="utf-8")
    return {name: segment(repair(read(path))) for name, path in paths.items()}


def refs(outline: Outline) -> list[str]:
    return [s.ref for s in outline.walk() if s.kind in {"article", "section"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LETTER, ["article 1", "article 2", "article 3"]),
        (SECTIONS, ["section Doel", "section Gegevens"]),
        (CLAUSES, ["article 1", "article 1.1", "article 1.2", "article 1.3", "article 2", "article 2.1"]),
    ],
)
def test_the_same_parts(text: str, expected: list[str], tmp_path: Path) -> None:
    assert {name: refs(each)[-len(expected) :] for name, each in outlines(text, tmp_path).items()} == {
        "text": expected,
        "pdf": expected,
        "docx": expected,
    }


@pytest.mark.parametrize("text", [LETTER, CLAUSES])
def test_a_numbered_sentence_over_two_lines_has_no_title(text: str, tmp_path: Path) -> None:
    for each in outlines(text, tmp_path).values():
        assert [s.heading for s in each.of_kind("article") if s.heading not in {"PARTIJEN", "DOEL"}] == [
            ""
        ] * (len(refs(each)) - 2 * (text is CLAUSES))


def test_a_heading_at_the_top_of_a_page_is_one() -> None:
    filler = "De gemeente schrijft de huurders aan over het nieuwe reglement dat de raad heeft vastgesteld."
    pages = f"Afspraken over de zalen\n\nDoel\n\n{filler}\n\nToegang\n\n{filler}\n\fBewaring\n\n{filler}\n"
    outline = segment(repair(read(None, data=pages.encode(), name="proef.txt")))
    assert refs(outline) == ["section Doel", "section Toegang", "section Bewaring"]


def test_a_list_right_below_a_title_is_no_part_of_it() -> None:
    text = "Protocol\n\nArtikel 1 - Doel\nDe stad leest.\n\nArtikel 2 - Veiligheid\na) een slot.\n"
    outline = segment(repair(read(None, data=text.encode(), name="proef.txt")))
    assert [s.heading for s in outline.of_kind("article")] == ["Doel", "Veiligheid"]


def test_a_large_title_does_not_hide_the_headings_in_capitals() -> None:
    filler = "De gemeente schrijft de huurders aan over het reglement dat de raad in mei heeft vastgesteld."
    large = {"AFSPRAKEN OVER DE ZALEN": {"size": 16.0}, "DOEL EN GEBRUIK": {"size": 16.0}}
    text = "\n\n".join(
        ["AFSPRAKEN OVER DE ZALEN", filler]
        + [f"{title}\n\n{filler}" for title in ("DOEL EN GEBRUIK", "TOEGANG", "DUUR", "FOUTEN", "BREUK")]
    )
    paper = outline_of(
        text, {line: {"size": 11.0, **large.get(line, {})} for line in text.split("\n") if line}
    )
    assert refs(paper)[-5:] == [
        "section DOEL EN GEBRUIK",
        "section TOEGANG",
        "section DUUR",
        "section FOUTEN",
        "section BREUK",
    ]
