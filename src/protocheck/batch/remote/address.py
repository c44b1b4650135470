"""Addresses: what is one, which are taken, and what of one may be shown."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from protocheck.errors import UsageError
from protocheck.language import translate as _

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,19}://", re.IGNORECASE)
# What each service needs besides fsspec; a scheme that is not here is not taken.
_LIBRARIES = {
    "https": "aiohttp",
    "http": "aiohttp",
    "s3": "s3fs",
    "s3a": "s3fs",
    "gs": "gcsfs",
    "gcs": "gcsfs",
    "az": "adlfs",
    "abfs": "adlfs",
    "abfss": "adlfs",
    "sftp": "paramiko",
    "memory": "fsspec",
}
_IN_EXTRA = frozenset({"aiohttp", "s3fs", "fsspec"})
_EXTRA = 'pip install "protocheck[remote]"'
_WEB = frozenset({"http", "https"})
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
# Parameters by which links carry a key; the parts of their names, without signs.
_SECRET = ("sig", "token", "secret", "password", "passwd", "credential", "apikey", "accesskey", "awsaccess")


def is_address(text: str) -> bool:
    """Tell whether a text is an address, and no path."""
    return _ADDRESS.match(text) is not None


def local(text: str) -> Path | None:
    """Return the path that a `file://` address stands for."""
    if not text.lower().startswith("file://"):
        return None
    return Path(unquote(urlsplit(text).path))


def is_web(address: str) -> bool:
    """Tell whether it is an address on the web."""
    return scheme_of(address) in _WEB


def scheme_of(address: str) -> str:
    """Return what it begins with, in small letters."""
    return address.partition("://")[0].lower()


def name_of(address: str) -> str:
    """Return the name of what stands there."""
    path = urlsplit(address).path if is_web(address) else address.partition("://")[2]
    return PurePosixPath(unquote(path) if is_web(address) else path).name


def shown(address: str) -> str:
    """Return the address without what nobody else may see."""
    begins, _mark, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{begins}://{host.rpartition('@')[2]}{slash}{path.partition('?')[0].partition('#')[0]}"


def check(address: str) -> None:
    """Refuse an address that cannot be opened, or should not be.

    Raises:
        UsageError: it is of a kind that is not known, lacks a library, or holds a key.
    """
    scheme = scheme_of(address)
    if scheme not in _LIBRARIES:
        raise UsageError(
            _("{address} is an address of a kind that cannot be opened.").format(address=shown(address)),
            hint=_("Known are {schemes}, and paths.").format(
                schemes=", ".join(f"{each}://" for each in _LIBRARIES if each != "memory")
            ),
        )
    parts = _split(address)
    _refuse_keys(address, parts)
    if scheme == "http" and parts.hostname not in _HERE:
        raise UsageError(
            _("{address} would travel unprotected.").format(address=shown(address)),
            hint=_("Use the address that begins with https://."),
        )
    for library in ("fsspec", _LIBRARIES[scheme]):
        _need(library, scheme)


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        parts.hostname, parts.port  # noqa: B018 - these are only looked at here
    except ValueError:
        raise UsageError(
            _("{address} is no valid address.").format(address=shown(address)), hint=_("Check it.")
        ) from None
    return parts


def _refuse_keys(address: str, parts: SplitResult) -> None:
    """Refuse an address with a key in it: it would stand in the store and in every report."""
    names = [
        re.sub(r"[^a-z]", "", name.lower()) for name, _value in parse_qsl(parts.query, keep_blank_values=True)
    ]
    secret = any(part in name or name == "key" for name in names for part in _SECRET)
    if secret or "@" in parts.netloc:
        raise UsageError(
            _("{address} holds a name, a password or a key.").format(address=shown(address)),
            hint=_(
                "Addresses are kept and shown. Leave it out, and put it where {scheme} looks for it: the "
                "manual says where."
            ).format(scheme=f"{scheme_of(address)}://"),
        )


def _need(library: str, scheme: str) -> None:
    if importlib.util.find_spec(library) is None:
        raise UsageError(
            _("{flag} needs {library}, which is not installed.").format(flag=f"{scheme}://", library=library),
            hint=_("Install it with: {command}").format(
                command=_EXTRA if library in _IN_EXTRA else f"pip install {library}"
            ),
        )
