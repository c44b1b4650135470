"""The table of a pack that says how much each word tells of what an article is about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from protocheck.rulebook.source import Faults

_FIRST = "woord"

Weights = Mapping[str, Mapping[str, float]]  # by criterion, by stem


def weights(path: Path, faults: Faults) -> Weights:
    """Read the table: a row a stem, a column a criterion, empty where the word tells nothing.

    A pack need not have one; every cell that is no number is a fault with its line.
    """
    if not path.is_file():
        return {}
    head, *rows = path.read_text("utf-8").splitlines() or [""]
    first, *names = head.split("\t")
    if first != _FIRST or len(set(names)) != len(names):
        faults.add(path, (1, 1), f"de eerste rij noemt ‘{_FIRST}’ en dan elk criterium één keer")
        return {}
    found: dict[str, dict[str, float]] = {name: {} for name in names}
    for number, row in enumerate(rows, start=2):
        word, *cells = row.split("\t")
        if len(cells) != len(names) or not word:
            faults.add(path, (number, 1), f"een rij heeft een woord en {len(names)} cellen")
            continue
        for name, cell in zip(names, cells, strict=True):
            try:
                if cell:
                    found[name][word] = float(cell)
            except ValueError:
                faults.add(path, (number, 1), f"‘{cell}’ bij {name} is geen getal")
    return found
