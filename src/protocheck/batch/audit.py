"""An audit from beginning to end: look, judge what is not judged yet, keep each judgement as it comes.

Only this process writes, and each judgement is kept whole or not at all; broken off at any moment, the same
audit goes on where it was.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from typing import Literal, Protocol

from protocheck import __version__
from protocheck.batch import refusals, word_forms
from protocheck.batch.discover import Found, Search, Skipped, discover
from protocheck.batch.places import INSIDE
from protocheck.batch.runner import Runner
from protocheck.batch.settings import Settings
from protocheck.batch.store import Run, Store
from protocheck.batch.tally import Tally
from protocheck.model.audit import Item, Judgement, State
from protocheck.record import record

Rerun = Literal["", "failed", "all"]
FAILED = frozenset({State.UNREADABLE, State.SET_ASIDE})


class Progress(Protocol):
    """Who is told how far it is."""

    def looked(self, tally: Tally) -> None:
        """Hear that something was looked at, or judged."""


@record
class Order:
    """What an audit has to do.

    Attributes:
        search: where to look.
        settings: how to judge.
        rerun: what to judge again although nothing changed: what failed, or everything.
        rules_changed: judge only what was judged before by other rules, another version or otherwise read.
        limit: the most to judge; 0 for no limit.
        jobs: batches that are under way at a time, for each there is someone to do one.
        size: documents in a batch.
    """

    search: Search
    settings: Settings
    rerun: Rerun = ""
    rules_changed: bool = False
    limit: int = 0
    jobs: int = 1
    size: int = 1


def audit(
    order: Order,
    store: Store,
    carrier: Callable[[], Executor],
    progress: Progress | None = None,
    stop: threading.Event | None = None,
) -> Tally:
    """Audit what is asked for and return what happened.

    Args:
        order: what to do.
        store: where judgements are kept.
        carrier: returns the executor that carries the work; called again when that one broke.
        progress: who is told how far it is.
        stop: set by who wants to end it.

    Raises:
        ProtocheckError: the rules are at fault, a list is none, or the store cannot be written.
    """
    return _Audit(order, store, progress, stop or threading.Event()).through(carrier)


class _Audit:
    """One audit under way."""

    def __init__(self, order: Order, store: Store, progress: Progress | None, stop: threading.Event) -> None:
        self._order, self._store, self._progress, self._stop = order, store, progress, stop
        self._tally = Tally()
        settings = order.settings
        self._run: Run = store.begin_run(settings.digest, __version__, settings.key)
        self._under_way: set[str] = set()
        self._redone: set[str] = set()
        self._handed = 0

    def through(self, carrier: Callable[[], Executor]) -> Tally:
        order = self._order
        runner = Runner(
            carrier,
            order.settings,
            window=2 * order.jobs + 1,
            size=order.size,
            stop=self._stop,
            tick=self._tell,
        )
        for item, judgement in runner.run(self._wanted()):
            self._keep(item, judgement)
        self._tally.stopped = self._stop.is_set()
        if not self._tally.stopped:
            self._store.end_run(self._run, self._covers())
            word_forms.forget()
        return self._tally

    def _wanted(self) -> Iterator[Item | None]:
        """Yield what is to be judged, in the order of discovery; None for what needs nothing."""
        for each in discover(self._order.search):
            if self._order.limit and self._handed >= self._order.limit:
                self._tally.full = True
                return
            self._tally.looked += 1
            self._tell()
            item = self._look(each)
            if item is not None:
                self._under_way.add(item.sha256)
                self._handed += 1
            yield item

    def _look(self, each: Found | Skipped) -> Item | None:
        """Take note of what was discovered; return it when it is to be judged."""
        if isinstance(each, Skipped):
            self._tally.skipped[each.kind] += 1
            return None
        item = each.item
        if item.sha256 and item.sha256 in self._under_way:
            self._tally.again += 1
            self._store.see(item, self._run)
            return None
        if each.refused is not None:
            self._keep(item, each.refused)
            return None
        return item if self._is_wanted(item) else None

    def _is_wanted(self, item: Item) -> bool:
        """Tell whether a document is to be judged, and take note that it is there."""
        known = self._store.state(item.sha256, self._run) if item.sha256 else None
        if known is None and self._order.rules_changed and not self._judged_otherwise(item):
            self._tally.new += 1
            return False
        self._store.see(item, self._run)
        if known is None:
            return True
        again = self._order.rerun == "all" or (self._order.rerun == "failed" and known in FAILED)
        if again and item.sha256 not in self._redone:
            self._redone.add(item.sha256)
            return True
        if self._ask("SELECT 1 FROM files WHERE sha256 = ? AND run = ? AND place <> ? LIMIT 1", item):
            self._tally.again += 1
        else:
            self._tally.unchanged += 1
            self._tally.states[known] += 1
        return False

    def _judged_otherwise(self, item: Item) -> bool:
        return self._ask("SELECT 1 FROM judgements WHERE sha256 = ? LIMIT 1", item)

    def _ask(self, question: str, item: Item) -> bool:
        values = (item.sha256, self._run.id, item.place)[: question.count("?")]
        return self._store.connection.execute(question, values).fetchone() is not None

    def _keep(self, item: Item, made: Judgement) -> None:
        """Keep a judgement with the place of what was judged; a report that is none counts as broken off."""
        self._under_way.discard(item.sha256)
        with self._store.together():
            if made.sha256 != item.sha256 or not item.sha256:  # it changed meanwhile, or nobody saw it before
                item = Item(item.place, made.sha256, item.size)
            try:
                self._store.see(item, self._run)
                self._store.add(made, self._run)
            except ValueError:
                made = refusals.set_aside(item, refusals.broke_off())
                self._store.add(made, self._run)
        self._tally.states[made.state] += 1
        self._tally.done[made.state] += 1

    def _tell(self) -> None:
        if self._progress is not None:
            self._progress.looked(self._tally)

    def _covers(self) -> Callable[[str], bool] | None:
        """Return what tells whether this audit would have seen a place; None when it did not look further."""
        order = self._order
        if self._tally.full or order.search.since or order.rules_changed:
            return None
        roots = [os.path.normpath(path) for path in order.search.paths if os.path.exists(path)]  # noqa: PTH110 - strings

        def covered(place: str) -> bool:
            return any(_under(place, root) for root in roots)

        return covered


def _under(place: str, root: str) -> bool:
    """Tell whether a place is a path, stands below it, or inside it."""
    if root == os.curdir:
        return not os.path.isabs(place) and not place.startswith(os.pardir)  # noqa: PTH117 - strings
    return place == root or place.startswith((root.rstrip(os.sep) + os.sep, root + INSIDE))
