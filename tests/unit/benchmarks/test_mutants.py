"""A mutant differs from its original where it should, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.formats import blocks_of
from benchmarks.gold import Mutation
from benchmarks.mutants import PlaceNotFoundError, apply, contents_list, outline_of
from benchmarks.places import printed_place

TEXT = """PROTOCOL

TUSSEN

het agentschap Voorbeeld, met zetel te 1000 Brussel, hierna: het agentschap;

EN

de gemeente Nergenshuizen, met zetel te 9999 Nergenshuizen, hierna: de gemeente;

Artikel 1: Voorwerp

Dit protocol regelt een levering.

Artikel 2: Gevolgen

Wie het protocol schendt, betaalt de schade.

Artikel 3: Slot

Het protocol treedt in werking op 1 mei 2025.
"""


def mutate(tmp_path: Path, deed: str, ref: str, words: str = "") -> str:
    path = tmp_path / "protocol.txt"
    path.write_text(TEXT, "utf-8")
    return apply(outline_of(path), Mutation(deed, ref, words, {}))  # type: ignore[arg-type]  # one of the deeds


def test_removing_takes_heading_and_body(tmp_path: Path) -> None:
    made = mutate(tmp_path, "remove", "article 2")
    assert "Gevolgen" not in made
    assert "schade" not in made
    assert made.split() == TEXT.replace(TEXT[TEXT.index("Artikel 2") : TEXT.index("Artikel 3")], "").split()


def test_emptying_keeps_the_heading(tmp_path: Path) -> None:
    made = mutate(tmp_path, "empty", "article 2")
    assert (
        made.split()
        == TEXT.replace("Wie het protocol schendt, betaalt de schade.", "Nader te bepalen.").split()
    )


def test_denying_puts_other_words_under_the_heading(tmp_path: Path) -> None:
    made = mutate(tmp_path, "deny", "article 2", "Er volgt niets.")
    assert (
        made.split()
        == TEXT.replace("Wie het protocol schendt, betaalt de schade.", "Er volgt niets.").split()
    )


def test_renaming_keeps_number_and_body(tmp_path: Path) -> None:
    made = mutate(tmp_path, "rename", "article 2", "Als het misgaat")
    assert made == TEXT.replace("Gevolgen", "Als het misgaat")


def test_a_part_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlaceNotFoundError, match="article 9"):
        mutate(tmp_path, "remove", "article 9")


def test_the_contents_list_names_every_article(tmp_path: Path) -> None:
    path = tmp_path / "protocol.txt"
    path.write_text(TEXT, "utf-8")
    rows = contents_list(outline_of(path)).splitlines()
    assert rows[0] == "Inhoudstafel"
    assert [row.split(" ....")[0] for row in rows if "...." in row] == [
        "Artikel 1: Voorwerp",
        "Artikel 2: Gevolgen",
        "Artikel 3: Slot",
    ]


def test_markdown_is_set_as_headings_tables_items_and_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "protocol.md"
    path.write_text(
        "## 1. Doel\nEen **vet**\nwoord.\n\n- een\n- twee\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "utf-8"
    )
    blocks = blocks_of(path)
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "1. Doel"),
        ("paragraph", "Een vet woord."),
        ("item", "- een"),
        ("item", "- twee"),
        ("table", ""),
    ]
    assert blocks[-1].rows == [["a", "b"], ["1", "2"]]


def test_a_part_that_the_outline_does_not_name_is_found_by_its_print() -> None:
    found = printed_place(TEXT, "article 2")
    assert found is not None
    opening, whole = found
    assert opening.of(TEXT) == "Artikel 2: Gevolgen"
    assert whole.of(TEXT) == TEXT[TEXT.index("Artikel 2") : TEXT.index("Artikel 3")]
    assert printed_place(TEXT, "article 9") is None


def test_a_printed_part_ends_where_the_next_of_its_kind_or_the_annex_opens() -> None:
    text = "Artikel 1. Doel\nEen.\n1.1 Onder.\n\nBIJLAGE 1\n\nArtikel 1. Data\nTwee.\nArtikel 2. Slot\n"
    first, inner = printed_place(text, "article 1"), printed_place(text, "annex 1, article 1")
    assert first is not None
    assert inner is not None
    assert first[1].of(text) == "Artikel 1. Doel\nEen.\n1.1 Onder.\n\n"
    assert inner[1].of(text) == "Artikel 1. Data\nTwee.\n"


def test_a_row_of_a_contents_list_opens_no_part() -> None:
    text = "A. Doel ........ 1\nB. Slot ........ 2\n\nA. Doel\nEen.\nB. Slot\nTwee.\n"
    found = printed_place(text, "article A")
    assert found is not None
    assert found[1].of(text) == "A. Doel\nEen.\n"


def test_a_section_is_found_by_its_heading() -> None:
    text = "Waarvoor?\nDaarvoor.\nHoe vaak?\nElke dag.\n"
    found = printed_place(text, "section Waarvoor?")
    assert found is not None
    assert found[1].of(text) == "Waarvoor?\nDaarvoor.\n"
