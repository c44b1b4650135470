"""What happens of an audit on a machine of a cluster; Dask finds these functions there by their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from protocheck import __version__
from protocheck.batch.station import STATIONS
from protocheck.rulebook import load

IDLE_SECONDS = 120.0  # after which the process of a thread that has nothing to judge is ended


class OtherVersionError(Exception):
    """This machine has another version than the audit."""

    def __init__(self, theirs: str) -> None:
        """Keep which."""
        super().__init__(theirs)
        self.theirs = theirs


def about(packs: Sequence[str], home: str) -> dict[str, Any]:
    """Return what must be the same on every machine: the version, the rules, and the disk.

    Args:
        packs: the folders with more rules.
        home: the folder that documents are named from; '' when they are at addresses.

    Raises:
        ProtocheckError: the rules cannot be loaded.
    """
    digest = load([Path(each) for each in packs]).digest
    return {"version": __version__, "digest": digest, "home": not home or Path(home).is_dir()}


def carry(version: str, work: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Do a batch for an audit of this version.

    Raises:
        OtherVersionError: this is another.
    """
    if version != __version__:
        raise OtherVersionError(__version__)
    try:
        return work(*args, **kwargs)
    except (ImportError, AttributeError) as fault:  # these would be taken for a version that lacks something
        raise RuntimeError(f"{type(fault).__name__}: {fault}") from fault
    finally:
        STATIONS.rest(IDLE_SECONDS)
