"""Files shared out over copies of this process: complete, in order, and nobody left behind."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from protocheck.cli.lint_apart import apart, helpers
from protocheck.errors import RuleError
from protocheck.ingest import child, guarded

FILES = [Path(f"{number}.txt") for number in range(7)]


@pytest.fixture
def _copied() -> None:
    if not child.can_copy():
        pytest.skip("a copy is only made of a small process with one thread")


def with_process(files: Sequence[Path]) -> Iterator[tuple[str, int]]:
    for path in files:
        yield path.name, os.getpid()


@pytest.mark.usefixtures("_copied")
@pytest.mark.parametrize("others", [0, 1, 2, 6])
def test_every_file_comes_back_once_and_in_order(others: int) -> None:
    found = list(apart(FILES, with_process, others))
    assert [name for name, _ in found] == [path.name for path in FILES]
    assert len({process for _, process in found}) == others + 1


@pytest.mark.usefixtures("_copied")
def test_a_fault_of_the_rules_in_a_copy_is_raised_here() -> None:
    def work(files: Sequence[Path]) -> Iterator[str]:
        for path in files:
            if path.name == "1.txt":
                raise RuleError("De regel klopt niet.", hint="Verbeter ze.")
            yield path.name

    with pytest.raises(RuleError, match=r"De regel klopt niet\.") as caught:
        list(apart(FILES, work, 1))
    assert caught.value.hint == "Verbeter ze."


@pytest.mark.usefixtures("_copied")
def test_a_copy_that_breaks_off_is_no_silent_loss() -> None:
    def work(files: Sequence[Path]) -> Iterator[str]:
        for path in files:
            if path.name == "3.txt":
                os._exit(9)
            yield path.name

    with pytest.raises(RuntimeError, match="broke off"):
        list(apart(FILES, work, 1))


@pytest.mark.usefixtures("_copied")
def test_an_interrupt_leaves_no_copy_behind() -> None:
    here = os.getpid()

    def work(files: Sequence[Path]) -> Iterator[str]:
        if os.getpid() == here:
            raise KeyboardInterrupt
        time.sleep(60)
        yield from (path.name for path in files)

    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(apart(FILES, work, 2))
    assert time.monotonic() - begun < 20
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_few_files_are_not_shared_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "can_copy", lambda: True)
    monkeypatch.setattr(guarded, "cores", lambda: 4)
    assert [helpers(count) for count in (1, 2, 5, 6, 9, 12, 50)] == [0, 0, 0, 1, 2, 3, 3]


def test_where_no_copy_is_safe_there_are_no_helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "can_copy", lambda: False)
    assert helpers(50) == 0
