"""`protocheck lint --watch`: what it waits for, and how it ends."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from protocheck.cli import lint_watch
from protocheck.cli.main import cli
from protocheck.errors import RuleError, UsageError


def watched(
    monkeypatch: pytest.MonkeyPatch,
    paths: list[Path],
    steps: list[Callable[[], object]],
    once: Callable[[], object] | None = None,
) -> list[str]:
    """Watch while the steps happen, one between two looks; return what was read at each round."""
    seen: list[str] = []

    def read() -> None:
        if once is not None:
            once()
        seen.append(paths[0].read_text("utf-8"))

    left = iter(steps)

    def sleep(_: float) -> None:
        step = next(left, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr(time, "sleep", sleep)
    with pytest.raises(KeyboardInterrupt):
        lint_watch.watch(paths, read)
    return seen


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "concept.txt"
    path.write_text("een", encoding="utf-8")
    return path


def nothing() -> None:
    """Nobody saves."""


def test_it_looks_once_and_then_waits(monkeypatch: pytest.MonkeyPatch, draft: Path) -> None:
    assert watched(monkeypatch, [draft], [nothing] * 5) == ["een"]


def test_it_looks_again_after_a_save(monkeypatch: pytest.MonkeyPatch, draft: Path) -> None:
    save = lambda: draft.write_text("twee!", encoding="utf-8")  # noqa: E731 - a step
    assert watched(monkeypatch, [draft], [nothing, save, nothing, nothing]) == ["een", "twee!"]


def test_a_file_that_is_still_being_written_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, draft: Path
) -> None:
    steps = [
        lambda text=text: draft.write_text(text, encoding="utf-8") for text in ("a", "ab", "abc", "abcd")
    ]
    assert watched(monkeypatch, [draft], [*steps, nothing, nothing]) == ["een", "abcd"]


def test_an_editor_that_replaces_the_file_is_followed(monkeypatch: pytest.MonkeyPatch, draft: Path) -> None:
    fresh = draft.with_name("nieuw")

    def replace() -> None:
        fresh.write_text("drie", encoding="utf-8")
        fresh.replace(draft)

    assert watched(monkeypatch, [draft], [draft.unlink, nothing, replace, nothing, nothing]) == [
        "een",
        "drie",
    ]


def test_the_same_words_saved_again_are_looked_at_again(monkeypatch: pytest.MonkeyPatch, draft: Path) -> None:
    later = itertools.count(1)
    touch = lambda: os.utime(draft, (10**9 + next(later),) * 2)  # noqa: E731 - a step
    assert watched(monkeypatch, [draft], [touch, nothing, nothing]) == ["een", "een"]


def test_what_is_wrong_with_a_document_is_told_and_waited_for(
    monkeypatch: pytest.MonkeyPatch, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trouble = iter([RuleError("De afwijkingen kloppen niet.", hint="Verbeter dat bestand."), None])

    def once() -> None:
        error = next(trouble)
        if error:
            raise error

    save = lambda: draft.write_text("twee!", encoding="utf-8")  # noqa: E731 - a step
    assert watched(monkeypatch, [draft], [save, nothing, nothing], once) == ["twee!"]
    told = capsys.readouterr().err
    assert told.startswith("protocheck: De afwijkingen kloppen niet.\nVerbeter dat bestand.\n")
    assert "protocheck: Wacht tot concept.txt bewaard wordt; Ctrl-C stopt.\n" in told


def test_wrong_use_ends_it(draft: Path) -> None:
    def once() -> None:
        raise UsageError("fout")

    with pytest.raises(UsageError):
        lint_watch.watch([draft], once)


def test_standard_input_cannot_be_watched() -> None:
    result = CliRunner().invoke(cli, ["lint", "--watch", "-"], input="x")
    assert result.exit_code == 2
    assert "De standaardinvoer kan niet in het oog gehouden worden." in result.stderr
