"""Tables of contents: by their heading, their dotted leaders, or because every line comes back later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from protocheck.regex import lazy
from protocheck.segment import landmarks
from protocheck.segment.marks import marks
from protocheck.segment.rows import Row

_TAIL: Final = lazy(r"[\s._…]{0,200}\d{0,3}\s{0,4}$")
_WORDS: Final = lazy(r"[^\W_]+")
_SHORTEST_RUN: Final = 3
_FARTHEST_ENTRY: Final = 6
_LONGEST_LINE: Final = 260
_LONGEST_ENTRY: Final = 200


def find_contents(rows: Sequence[Row]) -> list[range]:
    """Return the runs of rows that are a table of contents."""
    keys = [_key(row.text) for row in rows]
    last = {key: index for index, key in enumerate(keys) if key}
    found: list[range] = []
    at = 0
    while at < len(rows):
        end = _end_of_run(rows, keys, last, at)
        if end > at:
            found.append(range(at, end))
        at = max(end, at + 1)
    return found


def _key(text: str) -> str:
    """Return what a line says without leaders, page number, stops and case."""
    if len(text) > _LONGEST_LINE:
        return ""
    return (
        " ".join(_WORDS.findall(_TAIL.sub("", text).lower()))
        if landmarks.has_leader(text)
        else " ".join(_WORDS.findall(text.lower()))
    )


def _end_of_run(rows: Sequence[Row], keys: list[str], last: dict[str, int], at: int) -> int:
    """Return the index after the table of contents that starts at row `at`; `at` when none does."""
    named = landmarks.names_contents(rows[at].text)
    index, entries, end = at + named, 0, at
    seen: set[str] = set()
    while index < len(rows) and index - end <= _FARTHEST_ENTRY:
        row = rows[index]
        if _is_entry(rows, keys, last, index, seen, named=named):
            seen.add(keys[index])
            entries += 1
            end = index + 1
        elif not (row.aside or row.text.isdigit() or _wraps(rows, keys, last, index)):
            break
        index += 1
    enough = entries >= (1 if named else _SHORTEST_RUN)
    return end if enough else at


def _is_entry(
    rows: Sequence[Row], keys: list[str], last: dict[str, int], index: int, seen: set[str], *, named: bool
) -> bool:
    row, key = rows[index], keys[index]
    leader = landmarks.has_leader(row.text)
    if row.aside or (leader and named):
        return leader and not row.aside
    if not key or key in seen or len(row.text) > _LONGEST_ENTRY:
        return False
    if leader and (named or row.text[-1].isdigit()):
        return len(key) > 1
    if last[key] > index and (named or marks(row.text) or row.role == "heading" or row.text.isupper()):
        return True
    numbered = named and bool(marks(row.text)) and row.text[-1] not in ".;:"
    return numbered and _comes_back(_TAIL.sub("", row.text), last, index)


def _comes_back(text: str, last: dict[str, int], index: int) -> bool:
    return last.get(" ".join(_WORDS.findall(text.lower())), -1) > index


def _wraps(rows: Sequence[Row], keys: list[str], last: dict[str, int], index: int) -> bool:
    """Tell whether this row and the next are one entry over two lines."""
    row = rows[index]
    if row.blanks and index and not rows[index].text[0].islower():
        return False
    follows = index + 1 < len(rows) and landmarks.has_leader(rows[index + 1].text)
    both = f"{keys[index - 1]} {keys[index]}" if index else ""
    return (
        len(row.text) <= _LONGEST_ENTRY
        and row.text[-1] not in ".;:"
        and (follows or last.get(both, -1) > index)
    )
