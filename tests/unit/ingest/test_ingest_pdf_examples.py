"""The small files that are kept in the corpus: each has one trouble, all hold one text."""

from pathlib import Path

import pytest

from protocheck.errors import DocumentError
from protocheck.ingest.read import read
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText
from scripts.odd_files import LINES, OWNER, PASSWORD, TITLE, write_all

KEPT = Path(__file__).parents[3] / "corpus" / "voorbeelden"
TEXT = " ".join((TITLE, *LINES))
SPACED = ("narrow", "constant", "fake-blanks", "no-blanks", "letter-spaced")


def kept(name: str, password: str = "") -> SourceText:
    return read(KEPT / f"{name}.pdf", options=ReadOptions(password=password, ocr="never"))


def body(source: SourceText) -> str:
    return " ".join(line.text for line in source.lines if line.role == "body")


@pytest.mark.parametrize("name", ["gaaf", "twee-kolommen", *(f"spatiëring-{kind}" for kind in SPACED)])
def test_text(name: str) -> None:
    expected = TEXT if name != "twee-kolommen" else " ".join((TITLE, *LINES[1:]))
    assert body(kept(name)) == expected


def test_signature_says_who_when_and_why() -> None:
    source = kept("ondertekend")
    assert [line.text for line in source.lines if line.role == "stamp"] == [
        "Digitaal ondertekend door Mieke Vanderzande",
        "Datum: 2024.06.14 10:31:07 +02’00’",
    ]
    (note,) = source.notes
    assert note == (
        "Het document bevat een digitale handtekening (door Mieke Vanderzande op 14/6/2024 om 10.31 uur met "
        "als reden “Akkoord namens de gemeente”); de geldigheid ervan is niet gecontroleerd."
    )
    assert body(source) == TEXT


@pytest.mark.parametrize("name", ["wachtwoord-gebruiker", "wachtwoord-aes256"])
def test_password_of_the_user(name: str) -> None:
    with pytest.raises(DocumentError, match="beveiligd met een wachtwoord"):
        kept(name)
    with pytest.raises(DocumentError, match="opent"):
        kept(name, "fout")
    assert body(kept(name, PASSWORD)) == TEXT
    assert body(kept(name, OWNER)) == TEXT


def test_password_of_the_owner_only_is_not_asked_for() -> None:
    assert body(kept("wachtwoord-eigenaar")) == TEXT


@pytest.mark.parametrize(("name", "said"), [("zonder-unicode", "SURWRFRO"), ("beeld-met-onzin", "xqzt")])
def test_letters_that_say_nothing_are_told_when_they_may_not_be_recognised(name: str, said: str) -> None:
    source = kept(name)
    assert said in source.text
    assert source.notes[0].startswith("Pagina 1 heeft een onbruikbare tekstlaag")


def test_the_kept_files_are_those_that_are_made(tmp_path: Path) -> None:
    made = [path for path in write_all(tmp_path) if not path.name.startswith("wachtwoord")]
    assert len(made) == 10
    for path in made:
        assert path.read_bytes() == (KEPT / path.name).read_bytes(), path.name
