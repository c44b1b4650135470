"""Judge a batch of documents: the one function that every executor carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.batch import refusals
from protocheck.batch.remote.address import is_address
from protocheck.batch.settings import Settings
from protocheck.batch.station import STATIONS, Station, StoppedError
from protocheck.errors import BrokenOffError, DocumentError
from protocheck.model.audit import Item, Judgement

TRIES = 2


def judge(items: Sequence[Item], settings: Settings) -> list[Judgement]:
    """Return what is made of each document, in their order; of the first ones only when the audit is stopped.

    The work is done by the worker process of this thread; a document on which that breaks off is tried once
    more in a fresh one, alone, and then set aside. Plain data in, plain data out: it can be sent to any
    thread, process or machine.

    Raises:
        ProtocheckError: nothing can be judged: the rules are at fault, or the audit was stopped.
    """
    station = STATIONS.mine(settings)
    made: list[Judgement] = []
    tried = 0  # on the document whose turn it is
    while len(made) < len(items):
        done = len(made)
        try:
            for each in _judged(station, _next(items[done:], alone=bool(tried)), settings):
                made.append(each)
                tried = 0
        except StoppedError:
            if not made:
                raise
            break
        except BrokenOffError as fault:
            tried += 1
            if tried == TRIES:
                made.append(refusals.set_aside(items[len(made)], fault))
                tried = 0
    return made


def _next(items: Sequence[Item], *, alone: bool) -> Sequence[Item]:
    """Return which go to the worker together: what has to be fetched from afar goes one by one."""
    if alone or is_address(items[0].place):
        return items[:1]
    afar = (number for number, item in enumerate(items) if is_address(item.place))
    return items[: next(afar, len(items))]


def _judged(station: Station, items: Sequence[Item], settings: Settings) -> Iterator[Judgement]:
    """Yield what is made of each.

    Raises:
        BrokenOffError: the worker came to no end on the one whose turn it was.
    """
    try:
        held = [_fetched(item, settings) for item in items]
    except BrokenOffError:
        raise
    except DocumentError as refused:  # the only one there is
        reason = refusals.neutral(refused.message, refusals.unnamed(items[0].place))
        yield refusals.out_of_reach(items[0].place, reason, refused.hint)
        return
    yield from station.judge(items, held)


def _fetched(item: Item, settings: Settings) -> bytes | None:
    """Return what stands at an address: fetching takes threads, which the worker process cannot have."""
    if not is_address(item.place):
        return None
    from protocheck.batch.remote.fetch import contents  # noqa: PLC0415 - heavy, and seldom needed

    return contents(item.place, refusals.unnamed(item.place), settings.limits)
