"""Run `protocheck audit` as a user does, and tell what it took and what stands in its store."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench import PROGRAM

# What is not judged in an archive with papers that cannot be read.
UNREADABLE = 3
_ORPHAN_SECONDS = 10.0  # for workers to notice that nobody waits for them

# The command itself, and at its end how long the judging took and what it and the largest of its workers held
# at their worst.
_MEASURED = """
import resource, sys
from protocheck.cli import audit_run
from protocheck.cli.main import cli
through, judging = audit_run.through, [0.0]
def measured(*given):
    told = through(*given)
    judging[0] = told[1]
    return told
audit_run.through = measured
try:
    cli.main(prog_name="protocheck")
except SystemExit as end:
    code = end.code
whose = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
print(judging[0], *[resource.getrusage(each).ru_maxrss for each in whose])
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Took:
    """What a run took.

    Attributes:
        processor: seconds of processor time, of all processes.
        clock: seconds from beginning to end.
        judging: of those, until the last document was kept; after that comes the view over all of them.
        parent, worker: megabytes at their worst.
    """

    processor: float
    clock: float
    judging: float
    parent: float
    worker: float


def audit(places: Sequence[Path], store: Path, jobs: int = 1) -> Took:
    """Run an audit to its end.

    Raises:
        RuntimeError: it ended otherwise than with everything looked at.
    """
    asked = ["audit", *map(str, places), "--store", str(store), "--jobs", str(jobs)]
    # The system counts to a program what the one that started it held: let a small one start it.
    command = ["sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-c", _MEASURED, *asked]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=quiet())
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in {0, UNREADABLE}:
        raise RuntimeError(f"audit ended with {done.returncode}: {done.stderr[-2000:]}")
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    judging, parent, worker = map(float, done.stdout.split()[-3:])
    return Took(processor, clock, judging, parent / 1024, worker / 1024)


def quiet() -> dict[str, str]:
    """Return the environment of an ordinary user."""
    unusual = {"PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "PYTHONWARNINGS", "PROTOCHECK_DEBUG"}
    return {name: value for name, value in os.environ.items() if name not in unusual}


def broken_off(places: Sequence[Path], store: Path, jobs: int, seconds: float) -> bool:
    """Start an audit and kill it after so many seconds; tell whether it was still busy.

    Raises:
        RuntimeError: something of it lives on.
    """
    command = [PROGRAM, "audit", *places, "--store", store, "--jobs", str(jobs)]
    nowhere = subprocess.DEVNULL
    running = subprocess.Popen(
        [str(each) for each in command], stdout=nowhere, stderr=nowhere, env=quiet(), start_new_session=True
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        running.wait(seconds)
        return False
    running.send_signal(signal.SIGKILL)
    running.wait()
    end = time.monotonic() + _ORPHAN_SECONDS
    while _lives(running.pid):
        if time.monotonic() > end:
            raise RuntimeError("workers live on after their audit was killed")
        time.sleep(0.05)
    return True


def _lives(session: int) -> bool:
    """Tell whether a process of a session is there, other than as what nobody has waited for yet."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _parent, _group, its = path.read_text().rpartition(")")[2].split()[:4]
            if int(its) == session and state != "Z":
                return True
    return False
