"""Judge a batch of documents: the one function that every executor carries."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.batch import refusals
from protocheck.batch.remote.address import is_address
from protocheck.batch.settings import Settings
from protocheck.batch.station import STATIONS
from protocheck.errors import BrokenOffError, DocumentError
from protocheck.model.audit import Item, Judgement

TRIES = 2


def judge(items: Sequence[Item], settings: Settings) -> list[Judgement]:
    """Return what is made of each document, in their order.

    The work is done by the worker process of this thread; one that breaks off is tried once more in a fresh
    one, and then set aside. Plain data in, plain data out: it can be sent to any thread, process or machine.

    Raises:
        ProtocheckError: nothing can be judged: the rules are at fault, or the audit was stopped.
    """
    return [_judged(item, settings) for item in items]


def _judged(item: Item, settings: Settings) -> Judgement:
    station = STATIONS.mine(settings)
    for _ in range(TRIES):
        try:
            return station.judge(item, _fetched(item, settings))
        except BrokenOffError as broken:
            fault = broken
        except DocumentError as refused:
            reason = refusals.neutral(refused.message, refusals.unnamed(item.place))
            return refusals.out_of_reach(item.place, reason, refused.hint)
    return refusals.set_aside(item, fault)


def _fetched(item: Item, settings: Settings) -> bytes | None:
    """Return what stands at an address: fetching takes threads, which the worker process cannot have."""
    if not is_address(item.place):
        return None
    from protocheck.batch.remote.fetch import contents  # noqa: PLC0415 - heavy, and seldom needed

    return contents(item.place, refusals.unnamed(item.place), settings.limits)
