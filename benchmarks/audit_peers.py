"""What the audit is held beside: pdftotext with grep, and pdfplumber that only extracts the text."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# What someone with an afternoon would do: the text of each file, and which words do not stand in it.
GREP = r"""
for file in "$@"; do
  text=$(pdftotext -layout -q "$file" - 2>/dev/null)
  for word in 'wettelijke grondslag' 'doeleinde' 'bewaartermijn|bewaar' 'proportional|ter zake dienend' \
    'ontvanger' 'derden' 'periodiciteit|frequentie' 'beveilig' 'juistheid|onjuist' 'sanctie|schorsen' \
    'functionaris' 'inwerkingtreding|in werking'; do
    printf '%s' "$text" | grep -q -i -E "$word" || echo "$file: $word"
  done
done
"""

EXTRACT = """
import sys, pdfplumber
for path in sys.argv[1:]:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer by name and the command that goes over files."""

    name: str
    command: tuple[str, ...]

    def seconds(self, paths: Sequence[Path]) -> float:
        """Return the processor time that it takes over these files, its children included."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*self.command, *map(str, paths)], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


PLUMBER = Peer("pdfplumber extract_text", (sys.executable, "-c", EXTRACT))


def pdftotext() -> Peer | None:
    """Return the loop over pdftotext; None where poppler-utils is not installed."""
    if shutil.which("pdftotext") is None:
        return None
    return Peer("pdftotext met grep", ("bash", "-c", GREP, "bash"))


def two_at_once(paths: Sequence[Path]) -> float:
    """Return how many times faster two processes get through these files than one: what the machine has."""
    start = time.perf_counter()
    subprocess.run([*PLUMBER.command, *map(str, paths)], check=True)
    alone = time.perf_counter() - start
    start = time.perf_counter()
    halves = [paths[::2], paths[1::2]]
    busy = [subprocess.Popen([*PLUMBER.command, *map(str, half)]) for half in halves]
    for each in busy:
        each.wait()
    return alone / (time.perf_counter() - start)
