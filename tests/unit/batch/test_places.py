from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from protocheck.batch.places import Shelf, file_of, name_of
from protocheck.errors import DocumentError
from protocheck.model.limits import Limits


def shelf(home: Path) -> Shelf:
    return Shelf(str(home), Limits())


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("archief/a.pdf", "a.pdf"),
        ("archief.zip!map/b.pdf", "b.pdf"),
        ("archief.zip!../../c.pdf", "c.pdf"),
        ("archief.zip!map\\d.pdf", "d.pdf"),
        ("e.pdf", "e.pdf"),
    ],
)
def test_the_name_of_a_document_has_no_folders(place: str, name: str) -> None:
    assert name_of(place) == name


def test_a_member_of_a_zip_file_is_fetched_wherever_its_name_points(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.writestr("../../buiten.txt", "binnen")
        archive.writestr("a!b.txt", "met een uitroepteken")
    held = shelf(tmp_path)
    assert held.contents("p.zip!../../buiten.txt") == b"binnen"
    assert held.contents("p.zip!a!b.txt") == b"met een uitroepteken"
    held.close()


def test_a_path_may_hold_the_sign_that_parts_a_member(tmp_path: Path) -> None:
    (tmp_path / "wow!map").mkdir()
    (tmp_path / "wow!map" / "a.txt").write_text("a")
    with zipfile.ZipFile(tmp_path / "wow!map" / "p.zip", "w") as archive:
        archive.writestr("b.txt", "b")
    held = shelf(tmp_path)
    assert held.contents("wow!map/a.txt") == b"a"
    assert held.contents("wow!map/p.zip!b.txt") == b"b"
    held.close()


def test_a_name_that_is_no_text_is_found_again(tmp_path: Path) -> None:
    import os  # noqa: PLC0415 - only here

    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("koffie")
    except OSError:
        pytest.skip("the file system takes text only")
    assert shelf(tmp_path).contents("caf\\xe9.txt") == b"koffie"


def test_a_name_with_a_real_backslash_is_found_too(tmp_path: Path) -> None:
    (tmp_path / "a\\x41.txt").write_text("schuin")
    assert shelf(tmp_path).contents("a\\x41.txt") == b"schuin"


def test_a_zip_file_that_changed_is_opened_anew(tmp_path: Path) -> None:
    held = shelf(tmp_path)
    for text in ("een", "twee, en langer"):
        with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
            archive.writestr("a.txt", text)
        assert held.contents("p.zip!a.txt") == text.encode()
    held.close()


@pytest.mark.parametrize("place", ["weg.pdf", "p.zip!weg.pdf", "x" * 5000, "nul\0.pdf"])
def test_what_is_not_there_is_refused(tmp_path: Path, place: str) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(DocumentError):
        shelf(tmp_path).contents(place)


def test_the_file_that_holds_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.pdf").write_text("a")
    Path("p.zip").write_text("z")
    assert file_of("a.pdf") == Path("a.pdf")
    assert file_of("p.zip!map/x.pdf") == Path("p.zip")
    assert file_of("weg.zip!x.pdf") is None
