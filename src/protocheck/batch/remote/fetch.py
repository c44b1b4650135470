"""What stands at an address, within bounds of size and time."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from typing import Any

from protocheck.batch.remote.address import is_web, scheme_of
from protocheck.errors import BrokenOffError, DocumentError
from protocheck.ingest import refusals
from protocheck.model.limits import MEGABYTE, Limits

CONNECT_SECONDS, SILENCE_SECONDS, WHOLE_SECONDS = 15.0, 30.0, 300.0
_PIECE = MEGABYTE
_KEPT_BYTES = 64 * MEGABYTE
_NO_ENTRY, _GONE = frozenset({401, 403, 407}), frozenset({404, 410})


class Larder:
    """Holds what was just fetched to look at, for who judges it in this same process a moment later."""

    def __init__(self, most: int) -> None:
        """Begin with nothing; never hold more bytes than this."""
        self._most, self._held = most, 0
        self._all: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def put(self, address: str, data: bytes) -> None:
        """Hold what stands at an address; what was held longest makes room."""
        self.take(address)
        with self._lock:
            self._all[address] = data
            self._held += len(data)
            while self._held > self._most:
                self._held -= len(self._all.popitem(last=False)[1])

    def take(self, address: str) -> bytes | None:
        """Return it and let go of it."""
        with self._lock:
            data = self._all.pop(address, None)
            self._held -= len(data or b"")
            return data


LARDER = Larder(_KEPT_BYTES)


def system(address: str) -> tuple[Any, str]:
    """Return the file system that an address is in, and its path there."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 - heavy, and not always installed

    fs, path = url_to_fs(address, **_options(scheme_of(address)))
    return fs, path


def _options(scheme: str) -> dict[str, Any]:
    if scheme in {"http", "https"}:
        from aiohttp import ClientTimeout  # noqa: PLC0415 - the same

        limits = ClientTimeout(total=None, sock_connect=CONNECT_SECONDS, sock_read=SILENCE_SECONDS)
        # A proxy and a password are looked for in the environment and in ~/.netrc.
        return {"client_kwargs": {"timeout": limits, "trust_env": True}, "use_listings_cache": False}
    if scheme in {"s3", "s3a"}:
        times = {"connect_timeout": CONNECT_SECONDS, "read_timeout": SILENCE_SECONDS}
        return {"config_kwargs": times, "use_listings_cache": False}
    return {}


def contents(address: str, called: str, limits: Limits) -> bytes:
    """Return what stands at an address, never more than the limit shows to be too much.

    Args:
        address: as `look` named it.
        called: the name of the document in messages.
        limits: of one document.

    Raises:
        BrokenOffError: it could not be fetched this time.
        DocumentError: there is nothing, or it may not be read.
    """
    held = LARDER.take(address)
    return fetched(address, called, limits) if held is None else held


def fetched(address: str, called: str, limits: Limits) -> bytes:
    """Return the same, fetched now."""
    try:
        return _read(address, limits)
    except DocumentError:
        raise
    except Exception as fault:  # noqa: BLE001 - every service has errors of its own
        # Not chained: what a library says may hold the address as it was sent, with what it signed it by.
        raise why(fault, called) from None


def _read(address: str, limits: Limits) -> bytes:
    fs, path = system(address)
    # On the web as one stream: a server that cannot send a part would send it all each time.
    how: dict[str, Any] = (
        {"block_size": 0, "size": 1}
        if is_web(address)
        else {"cache_type": "readahead", "block_size": 4 * _PIECE}
    )
    end = time.monotonic() + WHOLE_SECONDS
    pieces, left = [], limits.file_bytes + 1
    with fs.open(path, "rb", **how) as file:
        _refuse_weaker(address, file)
        while left and (piece := file.read(min(_PIECE, left))):
            pieces.append(piece)
            left -= len(piece)
            if time.monotonic() > end:
                raise TimeoutError
    return b"".join(pieces)


def _refuse_weaker(address: str, file: object) -> None:
    """Refuse what a server on the web sent us on to, when the way there is not protected."""
    answer = getattr(file, "r", None)
    if scheme_of(address) == "https" and str(getattr(answer, "url", address)).startswith("http://"):
        raise DocumentError(
            "Het document wordt niet opgehaald: de server verwijst naar een onbeveiligd adres (http://).",
            hint="Haal het zelf op en geef het bestand op.",
        )


def why(fault: Exception, called: str) -> DocumentError:
    """Return what is said of something that could not be fetched or listed."""
    status = getattr(fault, "status", None)
    if isinstance(fault, FileNotFoundError) or status in _GONE:
        return refusals.missing(called)
    if isinstance(fault, PermissionError) or status in _NO_ENTRY or "Credential" in type(fault).__name__:
        return DocumentError(
            "Het document mag niet gelezen worden: de server weigert de toegang.",
            hint="Meld u aan bij die dienst of vraag toegang; de handleiding zegt waar een wachtwoord hoort.",
        )
    if isinstance(fault, TimeoutError) or "Timeout" in type(fault).__name__:
        return _not_now("de server antwoordt niet op tijd")
    if isinstance(status, int):
        return _not_now(f"de server antwoordt met fout {status}")
    return _not_now("de server is niet bereikbaar")


def _not_now(reason: str) -> BrokenOffError:
    return BrokenOffError(
        f"Het document kan niet opgehaald worden: {reason}.",
        hint="Probeer het later opnieuw met --rerun failed.",
    )
