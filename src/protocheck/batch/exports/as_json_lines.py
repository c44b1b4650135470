"""An audit as JSON lines: one file a line, with where it stands and the advice on it."""

from __future__ import annotations

import json
from pathlib import Path

from protocheck.batch.overview import Entry, Overview
from protocheck.report.whole_file import whole_file


def write(overview: Overview, target: Path) -> None:
    """Write the lines in the order of the places, whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    placed = sorted(
        (place, number) for number, entry in enumerate(overview.entries) for place in entry.places
    )
    with whole_file(target) as file:
        for place, number in placed:
            file.write(_line(overview, overview.entries[number], place))


def _line(overview: Overview, entry: Entry, place: str) -> bytes:
    held = {
        "place": place,
        "sha256": entry.sha256,
        "state": entry.state.value,
        "kind": entry.kind,
        "reason": entry.reason,
        "hint": entry.hint,
        "advice": json.loads(overview.report(entry)) if entry.judged else None,
    }
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    # half of a character, which a name of a file may hold, is no text
    return text.encode("utf-8", "replace") + b"\n"
