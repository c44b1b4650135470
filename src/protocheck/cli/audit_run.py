"""An audit under way: on threads of this process, told how far it is, ended by Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from protocheck.language import translate as _

if TYPE_CHECKING:
    from protocheck.batch.audit import Order
    from protocheck.batch.store import Store
    from protocheck.batch.tally import Tally

INTERRUPTED = 130
_SHARES, _MOST = 4, 8  # batches for each thread, and documents in a batch: as many as a copy does
_SAME_PRESS = 0.5  # seconds: who started us may pass the same Ctrl-C on


def check(scheduler: str) -> None:
    """Refuse what is no scheduler.

    Raises:
        UsageError: it is none, or Dask is not installed.
    """
    from protocheck.batch import cluster  # noqa: PLC0415 - heavy

    cluster.check(scheduler)


def through(order: Order, store: Store, scheduler: str = "") -> tuple[Tally, float]:
    """Go through everything, here or on a cluster; return what happened, and in how many seconds."""
    from protocheck.batch.audit import audit  # noqa: PLC0415 - heavy
    from protocheck.batch.discover import files  # noqa: PLC0415 - heavy
    from protocheck.cli.audit_progress import shown_on  # noqa: PLC0415 - heavy

    begun, documents = time.monotonic(), files(order.search)
    order, carrier = _on_a_cluster(order, documents, scheduler) if scheduler else _here(order, documents)
    with _stopped_by_the_user() as stop:
        progress = shown_on(sys.stderr, documents)
        try:
            return audit(order, store, carrier, progress, stop), time.monotonic() - begun
        finally:
            if progress is not None:
                progress.close()


def _here(order: Order, documents: int) -> tuple[Order, Callable[[], Executor]]:
    """Return the order with batches that suit it, and what gives threads: they only wait for workers."""
    size = min(max(documents // (_SHARES * order.jobs), 1), _MOST)
    return replace(order, size=size), lambda: ThreadPoolExecutor(order.jobs, "audit")


def _on_a_cluster(order: Order, documents: int, scheduler: str) -> tuple[Order, Callable[[], Executor]]:
    """Connect to a cluster; return the order as suits its size, and what gives the connection.

    Raises:
        ProtocheckError: nobody answers, or a machine has another version or other rules.
    """
    from protocheck.batch.cluster import Cluster, size_for  # noqa: PLC0415 - heavy
    from protocheck.batch.remote.address import is_address  # noqa: PLC0415 - heavy

    on_disk = not all(map(is_address, order.search.paths))
    ready = [Cluster(scheduler, order.settings, on_disk=on_disk)]
    threads = ready[0].threads

    def carrier() -> Executor:  # again when the connection was lost
        return ready.pop() if ready else Cluster(scheduler, order.settings, on_disk=on_disk)

    return replace(order, jobs=threads, size=size_for(documents, threads)), carrier


@contextlib.contextmanager
def _stopped_by_the_user() -> Iterator[threading.Event]:
    """Hear Ctrl-C as a wish to end, with what is done kept; a second time, end at once."""
    stop = threading.Event()
    heard = 0.0

    def hear(*_signal: object) -> None:
        nonlocal heard
        now = time.monotonic()
        if stop.is_set() and now - heard > _SAME_PRESS:
            os._exit(INTERRUPTED)
        heard = heard or now
        stop.set()

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def tell_time(tally: Tally, seconds: float) -> None:
    """Tell on standard error how long it took, when there was anything to do."""
    from protocheck.cli.audit_progress import duration  # noqa: PLC0415 - heavy

    done = tally.done.total()
    if done and sys.stderr is not None:
        rate = f"{done / max(seconds, 0.001):.1f}".replace(".", ",")
        click.echo(
            _("{done} documents in {time} ({rate} a second).").format(
                done=done, time=duration(seconds), rate=rate
            ),
            err=True,
        )
