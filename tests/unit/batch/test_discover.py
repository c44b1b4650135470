from __future__ import annotations

import hashlib
import os
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from protocheck.batch.discover import Found, Search, Skipped, discover, files
from protocheck.model.audit import State
from protocheck.model.limits import Limits
from tests.hostile_pdf import sound

TEXT = "Protocol tussen de gemeente Wilgenbeke en het OCMW.\n"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "archief"
    (folder / "2024").mkdir(parents=True)
    (folder / "b.txt").write_text(TEXT)
    (folder / "2024" / "a.pdf").write_bytes(sound())
    return folder


def found(*paths: str, **rest: object) -> list[str]:
    search = Search(paths, **rest)  # type: ignore[arg-type]  # as the tests give them
    return [each.item.place for each in discover(search) if isinstance(each, Found)]


def skipped(*paths: str) -> Counter[str]:
    return Counter(each.kind for each in discover(Search(paths)) if isinstance(each, Skipped))


def refused(*paths: str) -> dict[str, tuple[str, str]]:
    return {
        each.item.place: (each.refused.reason, each.refused.sha256)
        for each in discover(Search(paths))
        if isinstance(each, Found) and each.refused is not None
    }


def packed(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_folder_is_searched_to_the_bottom_and_always_in_the_same_order(archive: Path) -> None:
    (archive / "c").mkdir()
    (archive / "c" / "z.md").write_text("# Protocol\n")
    assert found("archief") == ["archief/2024/a.pdf", "archief/b.txt", "archief/c/z.md"]


@pytest.mark.usefixtures("archive")
def test_a_document_is_known_by_its_content() -> None:
    item = next(each.item for each in discover(Search(["archief/b.txt"])) if isinstance(each, Found))
    assert item.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert item.size == len(TEXT)


def test_what_is_no_document_is_counted_by_kind(archive: Path) -> None:
    (archive / "lijst.csv").write_text("a;b\n")
    (archive / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + b"\0\1\2" * 99)
    (archive / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 99)
    (archive / ".geheim.txt").write_text(TEXT)
    (archive / "~$b.docx").write_bytes(b"x")
    assert found("archief") == ["archief/2024/a.pdf", "archief/b.txt"]
    assert skipped("archief") == {
        "gegevens of code (.csv)": 1,
        "andere bestanden (.mp4)": 1,
        "kleine afbeeldingen": 1,
        "verborgen bestanden": 2,
    }


def test_what_was_named_itself_is_a_document_whatever_it_is(archive: Path) -> None:
    (archive / "lijst.csv").write_text("a;b\n")
    (archive / ".geheim.txt").write_text(TEXT)
    assert found("archief/lijst.csv", "archief/.geheim.txt") == ["archief/lijst.csv", "archief/.geheim.txt"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")),
        ("brief.rtf", b"{\\rtf1 protocol}"),
        ("pak.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 30),
        ("kapot.pdf", b"\0\1\2\3 geen pdf"),
        ("leeg.docx", b""),
    ],
)
def test_a_document_that_nobody_can_read_is_not_passed_over_in_silence(
    archive: Path, name: str, data: bytes
) -> None:
    (archive / name).write_bytes(data)
    assert f"archief/{name}" in found("archief")


def test_links_in_a_ring_are_followed_once(archive: Path) -> None:
    (archive / "2024" / "terug").symlink_to(archive, target_is_directory=True)
    assert found("archief") == ["archief/2024/a.pdf", "archief/b.txt"]
    assert skipped("archief") == {"mappen waar al gezocht was": 1}
    assert files(Search(["archief"])) == 2


def test_a_link_that_leads_nowhere_is_told(archive: Path) -> None:
    (archive / "weg.pdf").symlink_to(archive / "bestaat-niet.pdf")
    assert refused("archief")["archief/weg.pdf"][0] == "Het bestand bestaat niet."


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() == 0, reason="needs rights that can be taken")
def test_a_folder_without_rights_is_told(archive: Path) -> None:
    (archive / "2024").chmod(0)
    try:
        assert "geen leesrechten" in refused("archief")["archief/2024"][0]
    finally:
        (archive / "2024").chmod(0o700)


def test_patterns_and_lists_name_documents_too(archive: Path) -> None:
    lst = archive.parent / "lijst.txt"
    lst.write_text('# protocollen\n\narchief/b.txt\n"archief/2024/a.pdf"\narchief/weg.pdf\n')
    assert found("archief/**/*.pdf") == ["archief/2024/a.pdf"]
    assert found("@lijst.txt") == ["archief/b.txt", "archief/2024/a.pdf", "archief/weg.pdf"]
    assert refused("@lijst.txt")["archief/weg.pdf"][0] == "Het bestand bestaat niet."


def test_a_pipe_is_never_waited_for(archive: Path) -> None:
    os.mkfifo(archive / "pijp.txt")
    assert found("archief") == ["archief/2024/a.pdf", "archief/b.txt"]


def test_only_what_changed_since(archive: Path) -> None:
    os.utime(archive / "b.txt", (1000, 1000))
    assert found("archief", since=2000.0) == ["archief/2024/a.pdf"]


def test_what_the_audit_writes_itself_is_left_out(archive: Path) -> None:
    (archive / "uit").mkdir()
    (archive / "uit" / "index.html").write_text("<html><body>dashboard</body></html>")
    apart = frozenset({(archive / "uit").resolve()})
    assert found("archief", apart=apart) == ["archief/2024/a.pdf", "archief/b.txt"]


def test_a_name_that_is_no_text_is_spelled(archive: Path) -> None:
    try:
        (archive / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    except OSError:
        pytest.skip("the file system takes text only")
    assert "archief/caf\\xe9.txt" in found("archief")


def test_a_file_that_is_too_large_is_refused_without_being_read_whole(archive: Path) -> None:
    (archive / "groot.pdf").write_bytes(sound() + b" " * 5000)
    [large] = [
        each
        for each in discover(Search(["archief/groot.pdf"], Limits(file_bytes=4000)))
        if isinstance(each, Found)
    ]
    assert large.refused is not None
    assert large.refused.reason.startswith("Het document is te groot")
    assert large.refused.sha256 == hashlib.sha256((archive / "groot.pdf").read_bytes()).hexdigest()


def test_a_zip_file_is_looked_into(archive: Path) -> None:
    packed(
        archive / "p.zip",
        {"map/b.txt": TEXT.encode(), "../../a.pdf": sound(), "__MACOSX/._b.txt": b"x", "t.csv": b"a;b"},
    )
    assert found("archief/p.zip") == ["archief/p.zip!../../a.pdf", "archief/p.zip!map/b.txt"]
    assert skipped("archief/p.zip") == {"verborgen bestanden": 1, "gegevens of code (.csv)": 1}
    assert files(Search(["archief/p.zip"])) == 4


def test_a_zip_file_in_a_zip_file_is_a_document_that_will_be_refused(archive: Path) -> None:
    inner = packed(archive / "binnen.zip", {"b.txt": TEXT.encode()}).read_bytes()
    packed(archive / "buiten.zip", {"binnen.zip": inner})
    assert found("archief/buiten.zip") == ["archief/buiten.zip!binnen.zip"]


def test_an_encrypted_member_is_told(archive: Path) -> None:
    path = packed(archive / "p.zip", {"geheim.txt": b"x" * 50, "open.txt": TEXT.encode()})
    data = bytearray(path.read_bytes())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    path.write_bytes(data)
    told = refused("archief/p.zip")
    assert list(told) == ["archief/p.zip!geheim.txt"]
    assert told["archief/p.zip!geheim.txt"][0] == "Het document staat versleuteld in een zip-bestand."
    assert told["archief/p.zip!geheim.txt"][1].startswith("place:")


def test_a_bomb_in_a_zip_file_is_refused_and_the_rest_is_read(archive: Path) -> None:
    packed(archive / "p.zip", {"bom.txt": b"\0" * 30_000_000, "goed.txt": TEXT.encode()})
    assert list(refused("archief/p.zip")) == ["archief/p.zip!bom.txt"]
    assert found("archief/p.zip") == ["archief/p.zip!bom.txt", "archief/p.zip!goed.txt"]


def test_a_zip_file_that_claims_far_too_much_is_refused_whole(archive: Path) -> None:
    packed(archive / "p.zip", {f"{n}.txt": b"\0" * 40_000_000 for n in range(3)})
    told = refused("archief/p.zip")
    assert (
        told["archief/p.zip"][0] == "Het zip-bestand wordt niet geopend: uitgepakt zou het 114 MB groot zijn."
    )


@pytest.mark.parametrize("cut", [20, 60, 200])
def test_a_damaged_zip_file_is_told(archive: Path, cut: int) -> None:
    path = packed(archive / "p.zip", {"a.txt": os.urandom(500), "b.txt": TEXT.encode()})
    path.write_bytes(path.read_bytes()[:-cut])
    assert refused("archief/p.zip")["archief/p.zip"][0] == "Het zip-bestand is beschadigd of onvolledig."


def test_a_damaged_member_stops_no_other(archive: Path) -> None:
    path = packed(archive / "p.zip", {"a.txt": b"x" * 500, "b.txt": TEXT.encode()}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"x" * 500, b"y" * 500, 1))
    assert list(refused("archief/p.zip")) == ["archief/p.zip!a.txt"]
    assert found("archief/p.zip") == ["archief/p.zip!a.txt", "archief/p.zip!b.txt"]


def test_a_word_file_is_no_archive(archive: Path) -> None:
    packed(archive / "p.docx", {"word/document.xml": b"<w/>", "[Content_Types].xml": b"<t/>"})
    assert found("archief/p.docx") == ["archief/p.docx"]


def test_what_cannot_be_opened_is_known_by_its_place(archive: Path) -> None:
    (archive / "weg.pdf").symlink_to(archive / "een.pdf")
    (archive / "ook.pdf").symlink_to(archive / "twee.pdf")
    one, two = (refused(f"archief/{name}")[f"archief/{name}"][1] for name in ("weg.pdf", "ook.pdf"))
    assert one.startswith("place:")
    assert one != two
    [judgement] = [each.refused for each in discover(Search(["archief/weg.pdf"])) if isinstance(each, Found)]
    assert judgement is not None
    assert judgement.state is State.UNREADABLE
