"""Regular expressions as they were compiled before: `re` takes 80 ms for those of one advice, this takes 3.

Python offers no way to keep a compiled pattern, so this goes behind `re`: what that makes of a text is a row
of numbers, and `_sre.compile` makes the pattern of it, after looking whether the row can be one. Where Python
has other ways, or is another than the one that wrote the file, patterns are compiled as ever. What comes out
is the same: a test compares every pattern of the program.

Only patterns that stand in the program are kept, none that is made of the words of a document.
"""

from __future__ import annotations

import functools
import marshal
import re
import struct
import sys
from collections.abc import Mapping
from typing import Any

from protocheck import kept

_Asked = tuple[str, int]  # a text with its flags
_Row = tuple[int, bytes, int, Mapping[str, int], tuple[str | None, ...]]

_FORMAT = 2
_NAME = f"patterns-{_FORMAT}-{sys.hexversion:x}.bin"
_MOST = 3000  # whoever edits patterns would else keep all that they ever were

_missed: set[_Asked] = set()


def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern, from what was kept when it is there."""
    asked = text, int(flags)
    row = _known().get(asked)
    if row is not None:
        try:
            return _restored(text, row)
        except Exception:  # noqa: BLE001, S110 - no more than a cache: whatever fails, the pattern is compiled
            pass
    _missed.add(asked)
    return re.compile(text, flags)


def keep() -> None:
    """Keep what this run had to compile; called when its work is done."""
    if not _missed:
        return
    try:
        rows = {asked: _row(*asked) for asked in sorted(_missed)}
        if len(_known()) + len(rows) <= _MOST:
            rows = {**_known(), **rows}
        content: Any = (_stamp(), rows)
        kept.write(_NAME, marshal.dumps(content))
    except Exception:  # noqa: BLE001, S110 - as above
        pass
    _missed.clear()


@functools.cache
def _known() -> Mapping[_Asked, _Row]:
    """Return what was kept; marshal, as Python keeps its own modules: nobody else writes in that folder."""
    try:
        stamp, rows = marshal.loads(kept.read(_NAME))  # noqa: S302 - as trusted as a .pyc
    except Exception:  # noqa: BLE001 - as above
        return {}
    return rows if stamp == _stamp() else {}


def _stamp() -> tuple[object, ...]:
    """Return what must be the same for a row to hold: Python, and how its `re` writes."""
    import _sre  # type: ignore[import-not-found]  # noqa: PLC0415 - private to Python: see above

    return _FORMAT, sys.version, _sre.MAGIC, _sre.CODESIZE, sys.byteorder


def _row(text: str, flags: int) -> _Row:
    """Return what `re` makes of a text, as its `compile` does."""
    from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415 - private to Python

    tree = _parser.parse(text, flags)
    numbers = [int(number) for number in _compiler._code(tree, flags)]  # noqa: SLF001 - no public way
    names: dict[str, int] = tree.state.groupdict
    by_number: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        by_number[number] = name
    packed = struct.pack(f"{len(numbers)}I", *numbers)
    return int(flags | tree.state.flags), packed, tree.state.groups - 1, names, tuple(by_number)


def _restored(text: str, row: _Row) -> re.Pattern[str]:
    import _sre  # noqa: PLC0415 - private to Python: see above

    flags, packed, groups, names, by_number = row
    make: Any = _sre.compile
    made: re.Pattern[str] = make(text, flags, memoryview(packed).cast("I").tolist(), groups, names, by_number)
    return made
