from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from protocheck.cli.output import emit, in_colour, refuse_losing, refuse_overwriting, refuse_same, width
from protocheck.errors import UsageError


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "advies.md"
    target.write_text("oud", encoding="utf-8")
    emit("nieuw é", target)
    assert target.read_text(encoding="utf-8") == "nieuw é"
    assert [each.name for each in tmp_path.iterdir()] == ["advies.md"]


def test_the_old_file_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "advies.md"
    target.write_text("oud", encoding="utf-8")

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UsageError, match=r"advies\.md"):
        emit("nieuw", target)
    assert target.read_text(encoding="utf-8") == "oud"
    assert [each.name for each in tmp_path.iterdir()] == ["advies.md"]


def test_a_new_file_gets_the_rights_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        emit("x", tmp_path / "a.md")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "echt.md", tmp_path / "link.md"
    real.write_text("oud", encoding="utf-8")
    link.symlink_to(real)
    emit("nieuw", link)
    assert (link.is_symlink(), real.read_text(encoding="utf-8")) == (True, "nieuw")


def test_a_device_is_written_to_and_not_replaced() -> None:
    emit("x", Path(os.devnull))
    assert Path(os.devnull).is_char_device()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="kan niet worden geschreven: het is een map"):
        emit("x", tmp_path)


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        emit("x\n", pipe)
        assert os.read(reader, 10) == b"x\n"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_why_it_cannot_be_written_is_told_in_dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match=r"a\.md kan niet worden geschreven: de map bestaat niet\."):
        emit("x", tmp_path / "weg" / "a.md")
    for number, said in (
        (errno.EROFS, "u mag daar niet schrijven"),
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EIO, os.strerror(errno.EIO)),
    ):

        def refuse(*_: object, number: int = number) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(Path, "replace", refuse)
        with pytest.raises(UsageError, match=f"geschreven: {said}"):
            emit("x", tmp_path / "a.md")


def test_a_dash_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    emit("hallo\n", Path("-"))
    assert capsys.readouterr().out == "hallo\n"


def test_an_input_reached_by_another_name_is_still_an_input(tmp_path: Path) -> None:
    real, link = tmp_path / "p.txt", tmp_path / "q.txt"
    real.write_text("x", encoding="utf-8")
    link.symlink_to(real)
    with pytest.raises(UsageError):
        refuse_overwriting(link, [real])
    refuse_overwriting(tmp_path / "nieuw.md", [real])
    refuse_overwriting(None, [real])


@pytest.mark.parametrize(
    ("env", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_only_where_it_is_wanted(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], *, colour: bool
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert in_colour() is colour


def test_no_colour_and_eighty_columns_where_there_is_no_terminal() -> None:
    assert (in_colour(), width()) == (False, 80)


def test_what_somebody_wrote_is_not_overwritten(tmp_path: Path) -> None:
    waivers = tmp_path / "afwijkingen.yaml"
    waivers.write_text("waivers: []", encoding="utf-8")
    with pytest.raises(UsageError, match="zou verloren gaan"):
        refuse_losing(tmp_path / "." / "afwijkingen.yaml", [None, waivers], "--write-baseline")
    refuse_losing(tmp_path / "nieuw.json", [None, waivers])


def test_two_results_do_not_go_to_one_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^-o en --mark noemen allebei .*b\.pdf\.$"):
        refuse_same({"-o": tmp_path / "b.pdf", "--mark": tmp_path / "." / "b.pdf"})
    refuse_same({"-o": tmp_path / "a.pdf", "--mark": tmp_path / "b.pdf", "--comment": None})
    refuse_same({"-o": Path("-"), "--write-baseline": Path("-")})
