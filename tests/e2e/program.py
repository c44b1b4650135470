"""The program as a user starts it: in a process of its own, with what it says and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ended:
    """What a run left behind."""

    code: int
    out: str
    err: str


def protocheck(*args: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Ended:
    """Run `protocheck` with these arguments and wait for it."""
    done = subprocess.run(  # noqa: S603 - our own program, our own arguments
        [sys.executable, "-m", "protocheck", *map(str, args)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONWARNINGS": "error::SyntaxWarning"},
        timeout=120,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


@dataclass(frozen=True, slots=True)
class Advice:
    """The parts of the JSON advice that the tests look at."""

    verdict: str
    statuses: dict[str, str]
    places: dict[str, list[str]]
    elements: dict[str, dict[str, str]]
    document: dict[str, object]
    errors: set[str]

    @property
    def gaps(self) -> set[str]:
        """Return the criteria that are not met."""
        return {id_ for id_, status in self.statuses.items() if status != "met"}


def advise(path: Path, *annexes: Path) -> Advice:
    """Run `protocheck advise --format json` and read what it prints."""
    options = [option for annex in annexes for option in ("--annex", annex)]
    ended = protocheck("advise", path, *options, "--format", "json")
    assert ended.code == 0, f"exit {ended.code}: {ended.err}"
    report = json.loads(ended.out)
    criteria = report["criteria"]
    return Advice(
        verdict=report["verdict"]["status"],
        statuses={c["id"]: c["status"] for c in criteria},
        places={c["id"]: [e["ref"] for e in c["evidence"]] for c in criteria},
        elements={c["id"]: {e["id"]: e["status"] for e in c["elements"]} for c in criteria},
        document=report["document"],
        errors={f["code"] for f in report["findings"] if f["severity"] == "error"},
    )
