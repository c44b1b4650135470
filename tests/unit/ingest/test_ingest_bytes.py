import codecs
import io
import zipfile
from pathlib import Path

import pytest

from protocheck.errors import DocumentError
from protocheck.ingest.read import read

DUTCH = "Artikel 1: Cliënten en gezinnen – “één” dossier\nBedrag: 5 €\n"


@pytest.mark.parametrize(
    "data",
    [
        DUTCH.encode("utf-8"),
        codecs.BOM_UTF8 + DUTCH.encode("utf-8"),
        codecs.BOM_UTF16_LE + DUTCH.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + DUTCH.encode("utf-16-be"),
        DUTCH.encode("utf-16-le"),
        DUTCH.encode("cp1252"),
        DUTCH.replace("\n", "\r\n").encode(),
        DUTCH.replace("\n", "\r").encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    assert read(None, data=data, name="p.txt").text == DUTCH


def test_digest_and_name(tmp_path: Path) -> None:
    path = tmp_path / "protocol.txt"
    path.write_bytes(b"abc")
    source = read(path)
    assert source.name == "protocol.txt"
    assert source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def refused(data: bytes, name: str = "stuk.pdf") -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read(None, data=data, name=name)
    assert caught.value.hint
    assert name in caught.value.message
    return caught.value


def package(**files: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "leeg"),
        (b"  \n\n ", "leeg"),
        (b"{\\rtf1 tekst}", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(30), "afbeelding"),
        (b"\xff\xd8\xff\xe0" + bytes(30), "afbeelding"),
        (
            package(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "OpenDocument-bestand zonder lopende tekst",
        ),
        (package(xl__workbook=""), "gecomprimeerde map"),
        (OLE + "WordDocument".encode("utf-16-le"), "oude Word-formaat"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(20), "gecomprimeerd bestand"),
        (bytes(range(256)) * 20, "geen document"),
        (b"\x00" * 400, "geen document"),
        (b"12 34 56 78 90 \x01\x02" * 50, "geen document"),
        (b"a" * (50 * 1024 * 1024 + 1), "te groot"),
        (b"Artikel 1 tekst \n" * 200_000, "te veel tekens"),
        (b"MIME-Version: 1.0\nFrom: a\nMIME-Version: 1.0\n\nhallo", "e-mailbericht"),
        (b"From: An <an@x.example>\nTo: b\nSubject: c\nMIME-Version: 1.0\n\nhallo", "e-mailbericht"),
    ],
)
def test_refusals_say_what_the_file_is(data: bytes, says: str) -> None:
    assert says in refused(data).message


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    for path, says in ((tmp_path / "weg.pdf", "bestaat niet"), (tmp_path, "is een map")):
        with pytest.raises(DocumentError, match=says):
            read(path)


def test_a_file_without_reading_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "dicht.txt"
    path.write_text("tekst")

    def denied(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(DocumentError, match="leesrechten"):
        read(path)


def test_a_name_that_cannot_exist() -> None:
    with pytest.raises(DocumentError, match="kan niet geopend worden"):
        read(Path("a\x00b.txt"))
