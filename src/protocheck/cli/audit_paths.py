"""What an audit is to look through: as it was named, or as the store knows it."""

from __future__ import annotations

import sys
from pathlib import Path

from protocheck.errors import UsageError
from protocheck.language import translate as _


def wanted(paths: tuple[str, ...], lists: tuple[Path, ...]) -> tuple[str, ...]:
    """Return what the user named.

    Raises:
        UsageError: something is not there, or a list is none.
    """
    from protocheck.batch.lists import LIST, lines, missing  # noqa: PLC0415 - heavy

    if paths.count("-") > 1:
        raise UsageError(_("Only one list can come from standard input ('-')."))
    found: list[str] = []
    for path in (*paths, *(f"{LIST}{each}" for each in lists)):
        if path == "-":
            if sys.stdin is None:
                raise UsageError(_("Standard input is closed."), hint=_("Name a file instead of '-'."))
            found += lines(sys.stdin.buffer.read(), _("Standard input"))
        elif missing((path,)):
            raise UsageError(
                _("There is nothing at {path}.").format(path=path), hint=_("Check the name and the folder.")
            )
        else:
            found.append(path)
    return tuple(found)


def known(store: Path, rerun: str | None) -> tuple[str, ...]:
    """Return the files that the store knows and that are still there; with `failed` those that failed.

    Raises:
        UsageError: there is no such store.
    """
    from protocheck.batch.audit import FAILED  # noqa: PLC0415 - heavy
    from protocheck.batch.places import file_of  # noqa: PLC0415 - heavy
    from protocheck.batch.remote.address import is_address  # noqa: PLC0415 - heavy
    from protocheck.batch.store import Reader  # noqa: PLC0415 - heavy

    with Reader(store) as reader:
        places = (each.place for each in reader.documents() if rerun != "failed" or each.state in FAILED)
        files = dict.fromkeys(place if is_address(place) else file_of(place) for place in places)
    return tuple(str(file) for file in files if file is not None)


def refuse_none(paths: tuple[str, ...]) -> None:
    """Refuse an audit of nothing.

    Raises:
        UsageError: it is.
    """
    if not paths:
        raise UsageError(
            _("There is nothing to look through."), hint=_("Name a folder, files, a zip file or a list.")
        )
