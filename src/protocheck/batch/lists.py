"""The paths that a user names: as they are, as a pattern, or in a list, one a line."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

from protocheck.batch.remote import address
from protocheck.errors import UsageError
from protocheck.ingest.decode import decode
from protocheck.language import translate as _

LIST = "@"
_LARGEST = 64 * 1024 * 1024  # bytes of a list: a million paths


def expanded(text: str) -> Iterator[Path | str]:
    """Yield the paths that one argument names, in an order that never changes; an address as it is.

    Raises:
        UsageError: there is no such list, or it is none, or an address cannot be opened.
    """
    path = Path(text)
    if _there(path):
        yield path
    elif text.startswith(LIST):
        for line in lines_of(Path(text.removeprefix(LIST))):
            yield from _listed(line)
    else:
        yield from _listed(text)


def _listed(text: str) -> Iterator[Path | str]:
    path = address.local(text) or Path(text)
    text = str(path) if address.local(text) else text
    if address.is_address(text):
        address.check(text)
        yield text
    elif _there(path) or not glob.has_magic(text):
        yield path
    else:
        yield from map(Path, sorted(glob.iglob(text, recursive=True)))  # noqa: PTH207 - a pattern may be absolute


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def lines_of(path: Path) -> list[str]:
    """Return the paths in a list.

    Raises:
        UsageError: there is no such list, or it is none.
    """
    try:
        with path.open("rb") as file:
            return lines(file.read(_LARGEST + 1), str(path))
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or _("no valid name")
        raise UsageError(
            _("The list {path} cannot be read ({reason}).").format(path=path, reason=reason),
            hint=_("Check the name and the folder."),
        ) from fault


def lines(data: bytes, name: str) -> list[str]:
    """Return the paths in a list: one a line; empty lines and those that begin with '#' are none.

    Raises:
        UsageError: these are not the bytes of a list.
    """
    text = decode(data) if len(data) <= _LARGEST else None
    if text is None and data.strip():
        raise UsageError(
            f"{name} is geen lijst.", hint="Een lijst is een tekstbestand met één pad per regel."
        )
    found = (line.strip().strip('"') for line in (text or "").split("\n"))
    return [line for line in found if line and not line.startswith("#")]


def missing(texts: Iterable[str]) -> str:
    """Return the first argument that names nothing at all; '' when each names something."""
    for text in texts:
        path = next(expanded(text), None)
        if isinstance(path, str):
            continue
        if path is None or (not text.startswith(LIST) and not _there(path)):
            return text
    return ""
