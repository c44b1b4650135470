"""The bytes of a document, never more than the limit shows to be too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.model.limits import Limits

if TYPE_CHECKING:
    from pathlib import Path


def named(path: Path) -> str:
    """Return what to call a file, also "." or "../", in characters that every output can hold."""
    name = path.name or path.resolve().name or str(path)
    return name.encode("utf-8", "replace").decode("utf-8")


def load(path: Path | None, name: str, limits: Limits) -> bytes:
    """Return what the file holds.

    Raises:
        DocumentError: it cannot be opened, or it is too large.
    """
    if path is None:
        raise refusals.missing(name)
    try:
        if path.is_dir():
            raise refusals.directory(name)
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise refusals.too_big(name, size, limits.file_bytes)
        with path.open("rb") as file:
            # A pipe or device has no size, and a file may grow meanwhile.
            return file.read(limits.file_bytes + 1)
    except FileNotFoundError:
        raise refusals.missing(name) from None
    except PermissionError:
        raise refusals.forbidden(name) from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "ongeldige naam"
        raise refusals.unopened(name, reason) from fault


def weigh(data: bytes, name: str, limits: Limits) -> None:
    """Refuse what is empty or too large, before anything looks inside.

    Raises:
        DocumentError: it is.
    """
    if len(data) > limits.file_bytes:
        raise refusals.too_big(name, len(data), limits.file_bytes)
    if not data or data.isspace():
        raise refusals.empty(name)
