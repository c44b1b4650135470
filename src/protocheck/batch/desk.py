"""Where documents are judged, in the worker: in copies of that process, a few documents in each.

A copy has all that the worker has, but what it makes ready and the memory it takes are gone with it; so it
does several documents, one after the other. One that breaks its copy, of whatever cause, is tried once more
in a copy of its own: what came before it may have been to blame. Those after it get another copy.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import os
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from protocheck.batch import frames, judging, refusals, warming
from protocheck.batch.answer import pack
from protocheck.batch.places import Shelf, name_of
from protocheck.batch.refusals import UnjudgedError
from protocheck.batch.settings import Settings
from protocheck.errors import BrokenOffError, DocumentError, RuleError
from protocheck.ingest import child
from protocheck.ingest.load import weigh
from protocheck.ingest.process import Piece, Worker
from protocheck.ingest.tasks import Tasks
from protocheck.ingest.worker import PAGE_CHARACTERS
from protocheck.model.limits import MEGABYTE
from protocheck.record import record
from protocheck.rulebook import Rulebook, load

TOGETHER = 8  # documents in one copy
_TOGETHER_BYTES = 16 * MEGABYTE  # from here on, no more is added to a copy
_ALONE_SECONDS = 0.1  # for a thread that ended to be gone

Outcome = bytes | DocumentError  # a judgement as it travels, or why there is none


@record
class Asked:
    """A document to judge: its place, and what it holds where that came along."""

    place: str
    data: bytes | None = None


@record
class _Fetched:
    """A document at hand, or why it is not."""

    asked: Asked
    called: str
    sha256: str = ""
    data: bytes = b""
    fault: DocumentError | None = None

    @property
    def piece(self) -> Piece:
        wishes = {"sha256": self.sha256, "name": name_of(self.asked.place)}
        return Piece(self.called, self.data, judging.TASK, self.sha256, wishes)


class Desk:
    """Answers for documents, in the order in which they were asked."""

    def __init__(self, settings: Settings, answers: BinaryIO) -> None:
        """Load the rules and everything that judging needs.

        Raises:
            RuleError: the rules are at fault, or others than the audit began with.
        """
        _step_aside(settings.nice)
        self._settings, self._answers = settings, answers
        self._shelf = Shelf(settings.home, settings.limits)
        self._rules = _rules(settings)
        warming.warm(self._rules)
        self._tasks = {judging.TASK: judging.task(self._rules)}
        gc.collect()
        gc.freeze()  # a copy that looks for rings of objects would write on all of these

    def answer(self, asked: Sequence[Asked]) -> None:
        """Judge documents and tell what comes of each.

        Raises:
            DocumentError: the system starts no process to do it in.
        """
        left = deque(asked)
        while left:
            lot = list(self._fetch(left))
            done = 0
            for each, outcome in zip(lot, self._outcomes(lot), strict=False):
                self._tell(each, outcome)
                done += 1
            left.extendleft(each.asked for each in reversed(lot[done:]))

    def _fetch(self, left: deque[Asked]) -> Iterator[_Fetched]:
        """Yield as many documents as go together in one copy, at least one."""
        count = size = 0
        while left and count < TOGETHER and size < _TOGETHER_BYTES:
            fetched = self._fetched(left.popleft())
            count, size = count + 1, size + len(fetched.data)
            yield fetched

    def _fetched(self, asked: Asked) -> _Fetched:
        called, sha256 = refusals.unnamed(asked.place), ""
        try:
            data = self._shelf.contents(asked.place, called) if asked.data is None else asked.data
            sha256 = hashlib.sha256(data).hexdigest()
            weigh(data, called, self._settings.limits)
        except DocumentError as fault:
            return _Fetched(asked, called, sha256, fault=fault)
        return _Fetched(asked, called, sha256, data)

    def _outcomes(self, lot: Sequence[_Fetched]) -> Iterator[Outcome]:
        """Yield what comes of each document in turn, until one broke their copy."""
        judged = self._judged([each for each in lot if each.fault is None])
        for each in lot:
            outcome = each.fault or next(judged, None)
            if outcome is None:
                return
            yield outcome

    def _judged(self, lot: Sequence[_Fetched]) -> Iterator[Outcome]:
        """Yield what comes of each document at hand; ends after one that broke the copy."""
        if not lot:
            return
        if not _alone():  # no copies on this system: only the reading is apart
            yield from map(self._judged_here, lot)
            return
        worker = self._copy(lot[0])
        for number, outcome in enumerate(worker.make_each([each.piece for each in lot])):
            if isinstance(outcome, bytes) or not worker.broken:
                yield outcome
                continue
            fault = _meant(outcome, worker)
            for_good = number == 0 and not isinstance(fault, BrokenOffError)
            yield fault if for_good else self._judged_apart(lot[number])

    def _judged_apart(self, fetched: _Fetched) -> Outcome:
        """Return what comes of a document in a copy of its own."""
        _alone()
        worker = self._copy(fetched)
        [outcome] = worker.make_each([fetched.piece])
        return _meant(outcome, worker) if isinstance(outcome, DocumentError) else outcome

    def _judged_here(self, fetched: _Fetched) -> Outcome:
        worker = self._copy(fetched)
        try:
            source = replace(worker.read(fetched.data), name=name_of(fetched.asked.place))
        except DocumentError as fault:
            return fault
        worker.allow_study(len(source.text))
        try:
            return pack(judging.judged(source, self._rules))
        except Exception as fault:  # noqa: BLE001 - whatever judging trips over sets the document aside
            if child.debugging():
                sys.excepthook(type(fault), fault, fault.__traceback__)
            return refusals.tripped(type(fault).__name__)

    def _copy(self, fetched: _Fetched) -> _Copy:
        return _Copy(fetched.called, self._settings, self._tasks, self._answers)

    def _tell(self, fetched: _Fetched, outcome: Outcome) -> None:
        head = f"{fetched.sha256:{frames.DIGEST}}".encode("ascii")
        if isinstance(outcome, bytes):
            frames.send(self._answers, frames.JUDGED, head + outcome)
            return
        said = {"reason": refusals.neutral(outcome.message, fetched.called), "hint": outcome.hint}
        frames.send(self._answers, _letter(outcome), head + json.dumps(said).encode("ascii"))


def _letter(fault: DocumentError) -> bytes:
    if isinstance(fault, UnjudgedError):
        return frames.ASIDE
    return frames.BROKEN if isinstance(fault, BrokenOffError) else frames.REFUSED


def _meant(fault: DocumentError, worker: Worker) -> DocumentError:
    """Return what a fault means: that of a judging is told as such, and is no refusal to read."""
    if not worker.studied:
        return fault
    kind = BrokenOffError if isinstance(fault, BrokenOffError) else UnjudgedError
    return kind(refusals.of_judging(fault.message), hint=fault.hint)


class _Copy(Worker):
    """A worker that tells the audit how long it may take."""

    def __init__(self, called: str, settings: Settings, tasks: Tasks, answers: BinaryIO) -> None:
        """Keep who to tell."""
        super().__init__(called, settings.reading, settings.limits, tasks)
        self._answers = answers

    def _allow(self, seconds: float) -> None:
        super()._allow(seconds)
        self._tell(seconds)

    def allow_study(self, characters: int) -> None:
        """Tell how long the judging of a text may take that was read apart."""
        pages = characters / PAGE_CHARACTERS
        self._tell(self._limits.seconds + pages * self._limits.page_work_seconds)

    def _tell(self, seconds: float) -> None:
        frames.send(self._answers, frames.TIME, int(seconds + 1).to_bytes(frames.LENGTH, "big"))


def _step_aside(nice: int) -> None:
    if nice and hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            mine = os.getpriority(os.PRIO_PROCESS, 0)
            os.setpriority(os.PRIO_PROCESS, 0, max(mine, nice))


def _rules(settings: Settings) -> Rulebook:
    rules = load([Path(each) for each in settings.packs])
    if rules.digest != settings.digest:
        raise RuleError(
            "De regels zijn gewijzigd sinds de audit begon.",
            hint="Start dezelfde opdracht opnieuw: wat met de vorige beoordeeld werd, wordt overgedaan.",
        )
    return rules


def _alone() -> bool:
    """Tell whether a copy can be made; a thread that has just ended may be there a moment longer."""
    if sys.platform != "linux":
        return False
    end = time.monotonic() + _ALONE_SECONDS
    while not child.can_copy():
        if time.monotonic() > end:
            return False
        time.sleep(_ALONE_SECONDS / 500)
    return True
