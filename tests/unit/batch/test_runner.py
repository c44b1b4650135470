from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest

from protocheck.batch.runner import LOST, Runner
from protocheck.batch.settings import Settings
from protocheck.errors import RuleError
from protocheck.model.audit import Item, Judgement, State

SETTINGS = Settings("sha256:0")


def fine(items: Sequence[Item], _: Settings) -> list[Judgement]:
    return [Judgement(item.sha256, State.OTHER) for item in items]


def many(count: int) -> Iterator[Item]:
    return (Item(f"p{number:04}", f"{number:064}") for number in range(count))


def threads() -> Executor:
    return ThreadPoolExecutor(2)


class Careless(Executor):
    """Loses what it is given, as often as it was told; then carries on."""

    def __init__(self, losses: int, *, breaks: bool = False) -> None:
        self.losses, self.breaks = losses, breaks
        self.broken = False

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.broken:
            raise BrokenExecutor
        future: Future[Any] = Future()
        if self.losses:
            self.losses -= 1
            self.broken = self.breaks
            future.set_exception(BrokenExecutor("killed"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as in Executor
        pass


def test_every_document_comes_back_once() -> None:
    runner = Runner(threads, SETTINGS, window=5, work=fine)
    done = list(runner.run(many(200)))
    assert sorted(item.place for item, _ in done) == [item.place for item in many(200)]
    assert all(item.sha256 == judgement.sha256 for item, judgement in done)


def test_documents_go_in_batches() -> None:
    sizes: list[int] = []

    def work(items: Sequence[Item], settings: Settings) -> list[Judgement]:
        sizes.append(len(items))
        return fine(items, settings)

    runner = Runner(threads, SETTINGS, window=3, size=8, work=work)
    assert len(list(runner.run(many(50)))) == 50
    assert sorted(sizes) == [2, 8, 8, 8, 8, 8, 8]


def test_no_more_documents_are_asked_for_than_the_window_holds() -> None:
    asked = 0
    most = 0
    done = 0
    gate = threading.Event()

    def work(items: Sequence[Item], settings: Settings) -> list[Judgement]:
        gate.wait(5)
        return fine(items, settings)

    def counted() -> Iterator[Item]:
        nonlocal asked, most
        for item in many(60):
            asked += 1
            most = max(most, asked - done)
            if asked == 6:
                gate.set()
            yield item

    for _ in Runner(threads, SETTINGS, window=6, work=work).run(counted()):
        done += 1
    assert done == 60
    assert most <= 7


def test_what_needs_nothing_keeps_nobody_waiting() -> None:
    items: list[Item | None] = [None, None, *many(3), None, *many(1), None]
    assert len(list(Runner(threads, SETTINGS, window=2, work=fine).run(iter(items)))) == 4


@pytest.mark.parametrize("breaks", [False, True])
def test_what_an_executor_loses_is_handed_out_again(*, breaks: bool) -> None:
    made: list[Careless] = []

    def carrier() -> Executor:
        made.append(Careless(0 if made and breaks else 2, breaks=breaks))
        return made[-1]

    done = list(Runner(carrier, SETTINGS, window=4, size=3, work=fine).run(many(20)))
    assert sorted(item.place for item, _ in done) == [item.place for item in many(20)]
    assert {judgement.state for _, judgement in done} == {State.OTHER}
    assert len(made) == (2 if breaks else 1)


def test_what_is_lost_again_and_again_is_set_aside_alone() -> None:
    tries: dict[str, int] = {}

    def work(items: Sequence[Item], settings: Settings) -> list[Judgement]:
        for item in items:
            tries[item.place] = tries.get(item.place, 0) + 1
        if any(item.place == "p0003" for item in items):
            raise MemoryError
        return fine(items, settings)

    done = dict(Runner(threads, SETTINGS, window=4, size=5, work=work).run(many(10)))
    states = {item.place: judgement.state for item, judgement in done.items()}
    assert states.pop("p0003") is State.SET_ASIDE
    assert set(states.values()) == {State.OTHER}
    assert len(states) == 9
    assert tries["p0003"] == LOST


def test_rules_that_are_at_fault_end_it() -> None:
    def work(*_: object) -> list[Judgement]:
        raise RuleError("De regels kloppen niet.")

    with pytest.raises(RuleError):
        list(Runner(threads, SETTINGS, window=4, work=work).run(many(10)))


def test_who_stops_gets_what_is_done_and_leaves_the_rest() -> None:
    stop = threading.Event()

    def work(items: Sequence[Item], settings: Settings) -> list[Judgement]:
        time.sleep(0.01)
        return fine(items, settings)

    done = 0
    for _ in Runner(threads, SETTINGS, window=4, stop=stop, work=work).run(many(10_000)):
        done += 1
        if done == 20:
            stop.set()
    assert 20 <= done < 40


def test_a_batch_that_is_stopped_hands_in_what_it_has() -> None:
    stop = threading.Event()

    def work(items: Sequence[Item], settings: Settings) -> list[Judgement]:
        stop.set()
        time.sleep(0.1)
        return fine(items[:2], settings)

    runner = Runner(lambda: ThreadPoolExecutor(1), SETTINGS, window=1, size=5, stop=stop, work=work)
    assert [item.place for item, _ in runner.run(many(20))] == ["p0000", "p0001"]
