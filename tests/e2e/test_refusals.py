"""What the program says when it cannot advise: what is wrong, what next, and never a traceback."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest

from tests.e2e.program import Ended, protocheck

RECIPE = """Stoofvlees met bier

Benodigdheden voor vier personen: een kilo rundvlees, twee uien, een fles bruin bier, twee
boterhammen met mosterd, laurier en tijm.

Snijd de uien fijn en bak ze glazig in boter. Bak het vlees aan alle kanten bruin. Giet het bier
erbij, leg de boterhammen erop en laat drie uur zachtjes pruttelen. Proef en breng op smaak met
peper, zout en een lepel stroop. Serveer met frieten en een frisse salade.
"""


def refused(*args: str | Path, stdin: bytes = b"") -> Ended:
    ended = protocheck("advise", *args, stdin=stdin)
    assert ended.code == 3, f"exit {ended.code}\n{ended.out}\n{ended.err}"
    assert "Traceback" not in ended.err + ended.out
    assert not ended.out, "what went wrong belongs on standard error"
    return ended


def says(ended: Ended, *any_of: str) -> bool:
    return any(words in " ".join(ended.err.lower().split()) for words in any_of)


def test_a_faq_is_said_to_be_no_protocol(seeds: Path) -> None:
    ended = refused(seeds / "003_1cd104c908f7f7ac.txt")
    assert says(ended, "geen protocol", "niet als een protocol", "lijkt niet op een protocol")


def test_an_advice_is_said_to_be_an_advice(seeds: Path) -> None:
    ended = refused(seeds / "002_26b249972bfe0839.txt")
    assert says(ended, "geen protocol")
    assert says(ended, "een advies")


def test_a_paper_that_is_none_is_judged_when_asked_for(seeds: Path) -> None:
    ended = protocheck("advise", seeds / "003_1cd104c908f7f7ac.txt", "--force", "--format", "json")
    assert ended.code == 0
    assert json.loads(ended.out)["verdict"]["status"] == "negative"


def test_a_recipe_is_said_to_be_no_protocol(tmp_path: Path) -> None:
    path = tmp_path / "recept.txt"
    path.write_text(RECIPE, "utf-8")
    ended = refused(path)
    assert says(ended, "geen protocol", "niet als een protocol", "lijkt niet op een protocol")
    assert says(ended, "recept.txt")


def test_a_recipe_on_standard_input_is_said_to_be_no_protocol() -> None:
    assert says(refused("-", stdin=RECIPE.encode()), "protocol")


def test_a_missing_file(tmp_path: Path) -> None:
    ended = refused(tmp_path / "weg.pdf")
    assert says(ended, "weg.pdf")
    assert says(ended, "bestaat niet", "niet gevonden", "vind ik niet")


def test_a_missing_annex(tmp_path: Path, root: Path) -> None:
    paper = next((root / "corpus").glob("*/protocol.*"), None)
    if paper is None:
        pytest.skip("the corpus is empty")
    ended = refused(paper, "--annex", tmp_path / "bijlage.docx")
    assert says(ended, "bijlage.docx")


def test_a_directory(tmp_path: Path) -> None:
    assert says(refused(tmp_path), " map")


@pytest.mark.parametrize("name", ["leeg.txt", "leeg.pdf", "leeg.docx"])
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"")
    assert says(refused(path), "leeg")


def test_a_file_of_blanks(tmp_path: Path) -> None:
    path = tmp_path / "wit.txt"
    path.write_text(" \n\n\t\n", "utf-8")
    assert says(refused(path), "leeg", "geen tekst")


def png() -> bytes:
    head = b"\x89PNG\r\n\x1a\n"
    body = b"IHDR" + b"\0\0\0\1\0\0\0\1\x08\0\0\0\0"
    return head + b"\0\0\0\x0d" + body + zlib.crc32(body).to_bytes(4, "big")


@pytest.mark.parametrize("name", ["foto.png", "foto.pdf", "foto.txt"])
def test_an_image_is_the_wrong_type_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(png())
    ended = refused(path)
    assert says(ended, name)
    assert says(ended, "pdf")  # the next step names what can be read


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n" * 3])
def test_a_damaged_pdf(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "stuk.pdf"
    path.write_bytes(data)
    assert says(refused(path), "stuk.pdf")


def test_a_zip_that_is_no_word_file(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(b"PK\x05\x06" + b"\0" * 18)
    assert says(refused(path), "brief.docx")


def test_wrong_use_ends_with_two() -> None:
    ended = protocheck("advise", "--formaat", "json")
    assert ended.code == 2
    assert "Traceback" not in ended.err
