from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from protocheck.batch import desk, frames, judging, warming
from protocheck.batch.answer import unpack
from protocheck.batch.desk import Asked, Desk
from protocheck.batch.settings import Settings
from protocheck.model.audit import State
from protocheck.rulebook import load

TEXT = "Neem vier eieren en klop ze los met de melk en de suiker.\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(warming, "warm", lambda _: None)
    monkeypatch.setattr("gc.freeze", lambda: None)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{TEXT}{name}\n")
    (tmp_path / "leeg.txt").write_text("")
    return tmp_path


def answers(home: Path, *places: str, data: bytes | None = None) -> list[tuple[bytes, bytes]]:
    pipe = io.BytesIO()
    Desk(Settings(load().digest, home=str(home)), pipe).answer([Asked(each, data) for each in places])
    pipe.seek(0)
    return [each for each in _received(pipe) if each[0] != frames.TIME]


def _received(pipe: io.BytesIO) -> Iterator[tuple[bytes, bytes]]:
    while True:
        letter, content = frames.receive(pipe)
        if not letter:
            return
        yield letter, content


def letters(told: list[tuple[bytes, bytes]]) -> str:
    return b"".join(letter for letter, _ in told).decode()


def test_answers_come_in_the_order_of_the_questions(home: Path) -> None:
    told = answers(home, "a.txt", "leeg.txt", "weg.txt", "b.txt", "c.txt", "a.txt")
    assert letters(told) == "JRRJJJ"
    assert json.loads(told[1][1][frames.DIGEST :])["reason"] == "Het document is leeg."
    assert told[2][1].startswith(b" " * frames.DIGEST)
    assert told[0] == told[5]
    assert told[0] != told[3]


def test_more_documents_than_go_in_a_copy(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "TOGETHER", 2)
    assert letters(answers(home, "a.txt", "b.txt", "c.txt", "leeg.txt", "a.txt")) == "JJJRJ"


def test_where_no_copies_can_be_made_the_outcome_is_the_same(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = ("a.txt", "leeg.txt", "b.txt")
    copied = answers(home, *places)
    monkeypatch.setattr(desk, "_alone", lambda: False)
    assert answers(home, *places) == copied


def test_what_came_along_is_not_fetched(home: Path) -> None:
    [(letter, content)] = answers(home, "https://x.example/weg.txt", data=TEXT.encode())
    assert letter == frames.JUDGED
    assert unpack(content[frames.DIGEST :], "x").state is State.OTHER


@pytest.mark.parametrize("copies", [True, False])
def test_a_fault_of_our_own_sets_a_document_aside_and_no_other(
    home: Path, monkeypatch: pytest.MonkeyPatch, *, copies: bool
) -> None:
    before = judging.judged

    def trips(source: object, rules: object) -> object:
        if getattr(source, "name", "") == "b.txt":
            raise KeyError("onverwacht")
        return before(source, rules)  # type: ignore[arg-type]  # as it was given

    monkeypatch.setattr(judging, "judged", trips)
    if not copies:
        monkeypatch.setattr(desk, "_alone", lambda: False)
    told = answers(home, "a.txt", "b.txt", "c.txt")
    assert letters(told) == "JAJ"
    said = json.loads(told[1][1][frames.DIGEST :])
    assert said["reason"].startswith("Het document kan niet beoordeeld worden: het programma liep erop vast")


@pytest.mark.parametrize("first", [True, False])
def test_a_document_that_kills_its_copy_is_told_as_broken_off(
    home: Path, monkeypatch: pytest.MonkeyPatch, *, first: bool
) -> None:
    before = judging.judged

    def dies(source: object, rules: object) -> object:
        if getattr(source, "name", "") == "b.txt":
            import os  # noqa: PLC0415 - in the copy only

            os.kill(os.getpid(), 9)
        return before(source, rules)  # type: ignore[arg-type]  # as it was given

    if not desk._alone():
        pytest.skip("no copies can be made here")
    monkeypatch.setattr(judging, "judged", dies)
    told = answers(home, *(("b.txt", "a.txt") if first else ("a.txt", "b.txt", "c.txt")))
    assert letters(told) == ("BJ" if first else "JBJ")
    said = json.loads(told[0 if first else 1][1][frames.DIGEST :])
    assert said["reason"].startswith(
        "Het document kan niet veilig beoordeeld worden: het beoordelen brak plots"
    )
