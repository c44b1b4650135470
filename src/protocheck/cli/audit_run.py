"""An audit under way: on threads of this process, told how far it is, ended by Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import TYPE_CHECKING

import click

from protocheck.language import translate as _

if TYPE_CHECKING:
    from protocheck.batch.audit import Order
    from protocheck.batch.store import Store
    from protocheck.batch.tally import Tally

INTERRUPTED = 130
_SAME_PRESS = 0.5  # seconds: who started us may pass the same Ctrl-C on


def through(order: Order, store: Store) -> tuple[Tally, float]:
    """Go through everything; return what happened, and in how many seconds."""
    from protocheck.batch.audit import audit  # noqa: PLC0415 - heavy
    from protocheck.batch.discover import files  # noqa: PLC0415 - heavy
    from protocheck.cli.audit_progress import shown_on  # noqa: PLC0415 - heavy

    def carrier() -> Executor:
        return ThreadPoolExecutor(order.jobs, "audit")  # they only wait for workers

    begun = time.monotonic()
    with _stopped_by_the_user() as stop:
        progress = shown_on(sys.stderr, files(order.search))
        try:
            return audit(order, store, carrier, progress, stop), time.monotonic() - begun
        finally:
            if progress is not None:
                progress.close()


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
