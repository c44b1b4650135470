"""The process that reads one document and ends: whatever the file does, it does it here.

It is started by `child`, holds itself to limits before it sees the file, takes the file from standard input
and answers on standard output in frames: a letter, the length in eight bytes, the content. When its standard
input closes, nobody waits for it: it takes the programs that it started (OCR) along and goes.

This is a guard against files that take the machine or crash a parser; it is no sandbox, the process has
the rights of the user.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from protocheck.ingest.limits import Allowance
    from protocheck.ingest.tasks import Tasks
    from protocheck.model.limits import Limits

LENGTH = 8
# The letters of the frames.
SOURCE, REFUSAL, OUT_OF_MEMORY, FAULT, TIME, MADE = b"S", b"R", b"M", b"X", b"T", b"B"
STUDY = b"J"  # the text is there; what is made of it comes next
CLOSED = 3  # the exit code when nobody waits for the answer any more
_TRIPPED = (OUT_OF_MEMORY, FAULT)
PAGE_CHARACTERS = 2_000  # of a text without pages, this many count as one
_GARBAGE = 100_000


def main(tasks: Tasks | None = None) -> None:
    """Read what there is to do from standard input, answer for each document, end at once.

    Mostly that is one document. What has many can have a lot of them done one after the other; the first that
    trips this process ends it, for what is left in memory is anyone's guess.

    Args:
        tasks: what a copy can do besides what every worker can; see `tasks`.
    """
    gc.freeze()
    gc.set_threshold(_GARBAGE)  # it ends soon; looking for rings of objects is mostly in vain
    answers = _answers()
    orders = os.fdopen(0, "rb", closefd=False)  # not sys.stdin: a copy of a process has read from that before
    order = json.loads(_framed(orders))
    from protocheck.model.limits import Limits  # noqa: PLC0415 - after a start as light as can be

    limits = Limits(**order["limits"])
    _confine(limits)
    lot = [(each, _framed(orders)) for each in order["lot"]]
    _scratch(order["scratch"])
    _end_with_the_parent(order["scratch"])
    for each, data in lot:
        answer = _answer(order | each, limits, data, answers, tasks or {})
        answers.write(answer)
        answers.flush()
        if answer[:1] in _TRIPPED:
            break
    os._exit(0)


def _answers() -> BinaryIO:
    """Keep standard output for the answers; what a library prints there goes nowhere."""
    kept = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return kept


def _framed(stream: BinaryIO) -> bytes:
    return stream.read(int.from_bytes(stream.read(LENGTH), "big"))


def frame(letter: bytes, content: bytes = b"") -> bytes:
    """Return an answer as it travels."""
    return letter + len(content).to_bytes(LENGTH, "big") + content


def _answer(order: dict[str, Any], limits: Limits, data: bytes, answers: BinaryIO, tasks: Tasks) -> bytes:
    from protocheck.errors import DocumentError  # noqa: PLC0415 - only after the limits hold
    from protocheck.ingest import wire  # noqa: PLC0415 - the same
    from protocheck.ingest.limits import ALLOWANCE, impose  # noqa: PLC0415 - the same
    from protocheck.ingest.read import read  # noqa: PLC0415 - the same
    from protocheck.model.options import ReadOptions  # noqa: PLC0415 - the same

    impose(limits)
    _listen(ALLOWANCE, limits, answers)
    options = ReadOptions(order["password"], order["ocr"], order["view"])
    try:
        if order["task"] != "read":
            from protocheck.ingest.tasks import TASKS  # noqa: PLC0415 - only for who asks more than the text

            task = tasks.get(order["task"]) or TASKS[order["task"]]
            return frame(MADE, task(order["name"], data, options, order["wishes"]))
        source = read(None, data=data, name=order["name"], options=options, sha256=order["sha256"])
        return frame(SOURCE, wire.pack(source))
    except DocumentError as refusal:
        return frame(REFUSAL, json.dumps([refusal.message, refusal.hint]).encode("ascii"))
    except MemoryError:
        return frame(OUT_OF_MEMORY)
    except Exception as fault:  # noqa: BLE001 - whatever a reader trips over is told as a refusal of the file
        if order["debug"]:
            sys.excepthook(type(fault), fault, fault.__traceback__)
        return frame(FAULT, type(fault).__name__.encode("ascii", "replace"))


def _confine(limits: Limits) -> None:
    """Hold this process to its memory and processor time; Windows has no such limits."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    wanted = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, limits.memory_bytes),
    )
    for kind, amount in wanted:
        hard = resource.getrlimit(kind)[1]
        capped = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        try:
            resource.setrlimit(kind, (capped, capped))
        except (OSError, ValueError):
            continue  # macOS knows some of these by name only
    _work_at_most(limits.work_seconds)


def _work_at_most(seconds: float) -> None:
    """Set the processor time after which the system ends this process; can be raised later."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    whole = max(int(seconds), 1)
    resource.setrlimit(
        resource.RLIMIT_CPU, (whole if hard == resource.RLIM_INFINITY else min(whole, hard), hard)
    )


def _listen(allowance: Allowance, limits: Limits, answers: BinaryIO) -> None:
    """Give a reader the time for as many pages as it finds, within what the limits allow."""
    used, granted = time.process_time(), 0.0
    _work_at_most(used + limits.work_seconds)

    def more(seconds: float) -> None:
        nonlocal granted
        granted += seconds
        _work_at_most(used + limits.work_seconds + granted)
        answers.write(frame(TIME, int(granted).to_bytes(LENGTH, "big")))
        answers.flush()

    def study(characters: int) -> None:
        answers.write(frame(STUDY))
        more(limits.work_seconds + characters / PAGE_CHARACTERS * limits.page_work_seconds)

    allowance.on_study = study
    allowance.on_pages = lambda count: more(min(count, limits.pages) * limits.page_work_seconds)
    allowance.on_recognition = lambda count: more(min(count, limits.pages) * limits.page_seconds)


def _scratch(folder: str) -> None:
    """Put temporary files in a folder of our own, which is removed whatever happens."""
    try:
        os.mkdir(folder, 0o700)  # noqa: PTH102 - pathlib costs a start more than this does
    except OSError:
        return
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder))
    if "tempfile" in sys.modules:  # which has looked for a folder already
        sys.modules["tempfile"].__dict__["tempdir"] = folder


def _end_with_the_parent(folder: str) -> None:
    import _thread  # noqa: PLC0415 - the whole of threading is not needed to wait for one byte

    _thread.start_new_thread(_watch, (folder,))


def _watch(folder: str) -> None:
    """Wait for the end of standard input: nobody waits for us any more."""
    try:
        while os.read(0, 1):
            pass
    finally:
        import shutil  # noqa: PLC0415 - seldom needed
        import signal  # noqa: PLC0415 - the same

        shutil.rmtree(folder, ignore_errors=True)
        # Our group holds only ourselves and the programs we started.
        if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
            os.killpg(0, signal.SIGKILL)
        os._exit(CLOSED)
