"""The process that judges documents one after the other, each in a copy of itself.

`python -m protocheck.batch.worker` has the rules and all libraries at hand, and keeps to a single thread, so
that a copy is cheap and safe. What a document does, it does in the copy, which is held to limits of time and
memory and is gone afterwards; this process never looks inside one. It ends when the audit does.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import os
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from protocheck.batch import frames, judging, refusals, warming
from protocheck.batch.answer import pack
from protocheck.batch.places import Shelf, name_of
from protocheck.batch.refusals import UnjudgedError
from protocheck.batch.settings import Settings
from protocheck.errors import BrokenOffError, DocumentError, ProtocheckError, RuleError
from protocheck.ingest import child
from protocheck.ingest.load import weigh
from protocheck.ingest.process import Worker
from protocheck.ingest.tasks import Tasks
from protocheck.ingest.worker import PAGE_CHARACTERS
from protocheck.model.text import SourceText
from protocheck.rulebook import Rulebook, load

_ALONE_SECONDS = 0.1  # for a thread that ended to be gone


def main() -> None:
    """Answer until nobody asks any more."""
    orders, answers = _pipes()
    letter, told = frames.receive(orders)
    if letter != frames.SETTINGS:
        return
    _end_with_the_audit()
    settings = Settings.of(json.loads(told))
    try:
        desk = Desk(settings, answers)
    except ProtocheckError as fault:
        said = {"message": fault.message, "hint": fault.hint, "exit_code": int(fault.exit_code)}
        frames.send(answers, frames.UNABLE, said)
        return
    frames.send(answers, frames.READY, {})
    while True:
        letter, told = frames.receive(orders)
        if letter != frames.DOCUMENT:
            return
        asked = json.loads(told)
        desk.answer(asked["place"], frames.receive(orders)[1] if asked["held"] else None)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep both streams for the audit; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return sys.stdin.buffer, answers


def _end_with_the_audit() -> None:
    """End when the other end of standard input is closed, also in the middle of a document.

    The system tells by a signal: waiting for it in a thread would make copies unsafe.
    """
    if not hasattr(signal, "SIGIO"):
        return
    import fcntl  # noqa: PLC0415 - not on every system
    import select  # noqa: PLC0415 - the same

    pipe = select.poll()
    pipe.register(0, select.POLLHUP)

    def look(*_: object) -> None:
        if any(event & select.POLLHUP for _, event in pipe.poll(0)):
            os._exit(0)  # a copy that is busy notices, and takes what it started along

    signal.signal(signal.SIGIO, look)
    fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(0, fcntl.F_SETFL, fcntl.fcntl(0, fcntl.F_GETFL) | os.O_ASYNC)


class Desk:
    """Answers for one document at a time."""

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

    def answer(self, place: str, data: bytes | None) -> None:
        """Judge one document and tell what came of it; `data` is what it holds, where that came along."""
        called, sha256 = refusals.unnamed(place), ""
        try:
            data = self._shelf.contents(place, called) if data is None else data
            sha256 = hashlib.sha256(data).hexdigest()
            weigh(data, called, self._settings.limits)
            self._send(frames.JUDGED, sha256, self._judged(called, data, sha256, name_of(place)))
        except UnjudgedError as fault:
            self._refuse(frames.ASIDE, sha256, fault, called)
        except BrokenOffError as fault:
            self._refuse(frames.BROKEN, sha256, fault, called)
        except DocumentError as fault:
            self._refuse(frames.REFUSED, sha256, fault, called)

    def _refuse(self, letter: bytes, sha256: str, fault: DocumentError, called: str) -> None:
        said = {"reason": refusals.neutral(fault.message, called), "hint": fault.hint}
        self._send(letter, sha256, json.dumps(said).encode("ascii"))

    def _send(self, letter: bytes, sha256: str, content: bytes) -> None:
        frames.send(self._answers, letter, f"{sha256:{frames.DIGEST}}".encode("ascii") + content)

    def _judged(self, called: str, data: bytes, sha256: str, name: str) -> bytes:
        """Return the judgement as it travels.

        Raises:
            DocumentError: the document is refused, or broke its copy, or cannot be judged.
        """
        worker = _Copy(called, self._settings, self._tasks, self._answers)
        if not _alone():  # no copies on this system: only the reading is apart
            source = replace(worker.read(data), name=name)
            worker.allow_study(len(source.text))
            return _judged_here(source, self._rules)
        try:
            return worker.make(data, judging.TASK, {"sha256": sha256, "name": name})
        except DocumentError as fault:
            if not worker.studied:
                raise
            kind = BrokenOffError if isinstance(fault, BrokenOffError) else UnjudgedError
            raise kind(refusals.of_judging(fault.message), hint=fault.hint) from fault


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


def _judged_here(source: SourceText, rules: Rulebook) -> bytes:
    try:
        return pack(judging.judged(source, rules))
    except Exception as fault:
        if child.debugging():
            sys.excepthook(type(fault), fault, fault.__traceback__)
        raise refusals.tripped(type(fault).__name__) from fault


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


if __name__ == "__main__":
    main()
