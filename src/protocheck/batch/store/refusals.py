"""What can be wrong with a store, in words for the user: a matter of wrong use, never of a document."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from protocheck.errors import ProtocheckError, UsageError

# SQLite's own names of what went wrong; the words of a message may change with the version.
_FOREIGN = {"SQLITE_NOTADB"}
_DAMAGED = {"SQLITE_CORRUPT"}
_FULL = {"SQLITE_FULL"}
_LOCKED = {"SQLITE_BUSY", "SQLITE_LOCKED"}
_READ_ONLY = {"SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH"}
_UNOPENED = {"SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_NOLFS", "SQLITE_TOOBIG"}

_OTHER_FILE = "Kies met --store een ander bestand; dit blijft zoals het is."


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file into words for the user.

    Raises:
        UsageError: it said something that the user can act on.
    """
    try:
        yield
    except sqlite3.Error as fault:
        refusal = _refusal(path, fault)
        if refusal is None:
            raise
        raise refusal from fault


def _refusal(path: Path, fault: sqlite3.Error) -> ProtocheckError | None:
    name = _plain_name(fault)
    if name in _FOREIGN:
        return no_store(path)
    if name in _DAMAGED:
        return damaged(path)
    if name in _FULL:
        return full(path)
    if name in _LOCKED:
        return in_use(path)
    if name in _READ_ONLY:
        return read_only(path)
    return unopened(path) if name in _UNOPENED else None


def _plain_name(fault: sqlite3.Error) -> str:
    # An extended code adds to the plain one: SQLITE_READONLY_DBMOVED.
    name = getattr(fault, "sqlite_errorname", "") or ""
    return "_".join(name.split("_")[:2])


def no_store(path: Path) -> UsageError:
    """Return the refusal of a file that is no SQLite database at all."""
    return UsageError(
        f"{path} is geen opslag van protocheck: het bestand is geen databank.", hint=_OTHER_FILE
    )


def foreign(path: Path) -> UsageError:
    """Return the refusal of the database of another program."""
    return UsageError(
        f"{path} is een databank van een ander programma, niet van protocheck.", hint=_OTHER_FILE
    )


def newer(path: Path, version: int, known: int) -> UsageError:
    """Return the refusal of a store made by a later version of this program."""
    return UsageError(
        f"{path} is gemaakt met een nieuwere versie van protocheck "
        f"(opslag {version}, deze versie kent {known}).",
        hint="Installeer die nieuwere versie, of kies met --store een ander bestand.",
    )


def older(path: Path, version: int, known: int) -> UsageError:
    """Return the refusal to read a store of an earlier version, which only an audit brings up to date."""
    return UsageError(
        f"{path} is gemaakt met een oudere versie van protocheck "
        f"(opslag {version}, deze versie leest {known}).",
        hint="Voer `protocheck audit` eenmaal uit met deze opslag: dat zet ze om en behoudt alles.",
    )


def missing(path: Path) -> UsageError:
    """Return the refusal to read a store that is not there."""
    return UsageError(
        f"{path} bestaat niet.", hint="Maak eerst een opslag met `protocheck audit MAP --store BESTAND`."
    )


def damaged(path: Path) -> UsageError:
    """Return the refusal of a store whose content is broken."""
    return UsageError(
        f"{path} is beschadigd.",
        hint="Zet een reservekopie terug, of kies met --store een ander bestand en begin opnieuw.",
    )


def no_register(path: Path) -> UsageError:
    """Return what to say when SQLite was built without the register of words that searching needs."""
    return UsageError(
        f"{path} kan niet gemaakt worden: de SQLite van deze Python kent geen FTS5.",
        hint="Gebruik de Python van python.org of van een recente distributie.",
    )


def full(path: Path) -> UsageError:
    """Return what to say when the disk is full."""
    return UsageError(
        f"Er is geen plaats meer op de schijf voor {path}.",
        hint="Maak plaats en geef dezelfde opdracht opnieuw: wat klaar is, blijft bewaard.",
    )


def in_use(path: Path) -> UsageError:
    """Return what to say when another program is writing."""
    return UsageError(
        f"Een ander programma schrijft in {path}.",
        hint="Sluit dat programma en geef dezelfde opdracht opnieuw.",
    )


def running(path: Path, process: str) -> UsageError:
    """Return what to say when another audit is writing; `process` is its number, when that is known."""
    who = f"Een andere audit (proces {process})" if process else "Een andere audit"
    return UsageError(
        f"{who} schrijft in {path}.", hint="Wacht tot die klaar is, of kies met --store een ander bestand."
    )


def read_only(path: Path) -> UsageError:
    """Return the refusal of a file or folder in which the user may not write."""
    return UsageError(
        f"In {path} kan niet geschreven worden.",
        hint="Kies met --store een bestand in een map waarin u mag schrijven.",
    )


def unopened(path: Path) -> UsageError:
    """Return the refusal of a place where no file can be opened."""
    return UsageError(
        f"{path} kan niet geopend worden.",
        hint="Kies met --store een bestand in een map die bestaat en waarin u mag schrijven.",
    )
