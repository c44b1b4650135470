"""Share documents out over an executor, whichever: a bounded number at a time, and nothing is lost.

What goes wrong with a document is its judgement (`judge` sees to that). What goes wrong with who carries it,
a process of a pool that was killed or a machine that left, is tried again here.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ThreadPoolExecutor,
    wait,
)

from protocheck.batch import refusals
from protocheck.batch.judge import judge
from protocheck.batch.settings import Settings
from protocheck.batch.station import STATIONS, StoppedError
from protocheck.errors import ProtocheckError
from protocheck.model.audit import Item, Judgement

Batch = tuple[Item, ...]
Result = tuple[Item, Judgement]
Work = Callable[[Sequence[Item], Settings], list[Judgement]]

LOST = 3  # times that a document may get lost with who carried it
_RENEWALS = 10  # executors that may break during one audit
_LAST_SECONDS = 2.0  # for batches that are stopped to hand in what they have
_TICK = 0.25  # seconds between two looks at whether to stop


class Runner:
    """Hands out documents and collects what is made of them."""

    def __init__(
        self,
        carrier: Callable[[], Executor],
        settings: Settings,
        *,
        window: int,
        size: int = 1,
        stop: threading.Event | None = None,
        work: Work = judge,
        tick: Callable[[], None] = lambda: None,
    ) -> None:
        """Make ready.

        Args:
            carrier: returns the executor; called again when that one broke.
            settings: how to judge.
            window: batches that are under way at a time.
            size: documents in a batch.
            stop: set by who wants to end it: what is done comes back, the rest is left.
            work: what is done with a batch.
            tick: called now and then, also while nothing comes back.
        """
        self._carrier, self._settings, self._work = carrier, settings, work
        self._window, self._size, self._tick = window, size, tick
        self._stop = stop or threading.Event()
        self._executor = carrier()
        self._pending: dict[Future[list[Judgement]], Batch] = {}
        self._again: list[Item] = []
        self._lost: Counter[str] = Counter()
        self._broken = 0

    def run(self, items: Iterator[Item | None]) -> Iterator[Result]:
        """Yield every document with what is made of it, as they are done.

        Args:
            items: is asked for the next only when there is room; None stands for nothing to do just now.

        Raises:
            ProtocheckError: nothing can be judged: the rules are at fault.
        """
        more = True
        try:
            while (more or self._pending or self._again) and not self._stop.is_set():
                more, full = self._fill(items, more=more)
                self._tick()
                yield from self._collect(_TICK if full or not more else 0)
            if self._stop.is_set():
                yield from self._rest()
        finally:
            self._end(broken=bool(self._pending))

    def _rest(self) -> Iterator[Result]:
        """Yield what is done of what was under way, and stop the rest."""
        for future in self._pending:
            future.cancel()
        STATIONS.end()
        wait(self._pending, _LAST_SECONDS)
        yield from self._collect(0)

    def _fill(self, items: Iterator[Item | None], *, more: bool) -> tuple[bool, bool]:
        """Hand out until the window is full; tell whether there may be more, and whether it is full."""
        while self._again:
            self._submit((self._again.pop(),))
        batch: list[Item] = []
        while more and len(self._pending) < self._window:
            item = next(items, StopIteration)
            if item is StopIteration:
                more = False
            elif isinstance(item, Item):
                batch.append(item)
            elif not batch:
                return True, False  # nothing to do for this one: look at what is done meanwhile
            if batch and (len(batch) >= self._size or not more):
                self._submit(tuple(batch))
                batch = []
        return more, True

    def _submit(self, batch: Batch) -> None:
        while True:
            try:
                self._pending[self._executor.submit(self._work, batch, self._settings)] = batch
            except (BrokenExecutor, RuntimeError):
                self._renew()
            else:
                return

    def _renew(self) -> None:
        """Get another executor for one that broke; in the end, work with a thread of our own."""
        self._broken += 1
        self._executor.shutdown(wait=False, cancel_futures=True)
        if self._broken > _RENEWALS + 1:
            raise RuntimeError("no executor takes any work")
        self._executor = self._carrier() if self._broken <= _RENEWALS else ThreadPoolExecutor(1)

    def _collect(self, seconds: float) -> Iterator[Result]:
        if not self._pending:
            return
        for future in wait(self._pending, seconds, FIRST_COMPLETED).done:
            batch = self._pending.pop(future)
            yield from self._outcome(future, batch)

    def _outcome(self, future: Future[list[Judgement]], batch: Batch) -> Iterator[Result]:
        try:
            made = future.result()
            yield from zip(batch, made, strict=False)
            yield from self._missing(batch[len(made) :])
        except StoppedError:
            return
        except ProtocheckError:
            raise
        except (CancelledError, Exception):  # noqa: BLE001 - whoever carried it is gone, for whatever reason
            yield from self._missing(batch)

    def _missing(self, batch: Batch) -> Iterator[Result]:
        """Hand out again, one by one, what was lost; set aside what is lost again and again."""
        if self._stop.is_set():  # then it is no loss: who is stopped returns what was done by then
            return
        for item in batch:
            self._lost[item.place] += 1
            if self._lost[item.place] < LOST:
                self._again.append(item)
                continue
            yield item, refusals.set_aside(item, refusals.lost())

    def _end(self, *, broken: bool) -> None:
        for future in self._pending:
            future.cancel()
        if broken:
            STATIONS.end()  # before waiting: a thread may be waiting for its worker
        self._executor.shutdown(wait=not broken, cancel_futures=True)
        STATIONS.end()
