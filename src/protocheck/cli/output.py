"""Where a result goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from protocheck.errors import UsageError
from protocheck.language import translate as _
from protocheck.report.whole_file import whole_file


def emit(text: str, target: Path | None = None) -> None:
    """Write the text to the file, or to standard output when there is none.

    Raises:
        UsageError: the file cannot be written.
    """
    if target is None or str(target) == "-":
        _print(text)
        return
    try:
        _write(text.encode("utf-8"), target)
    except OSError as error:
        raise UsageError(
            _("{file} cannot be written: {reason}.").format(file=target, reason=reason(error)),
            hint=_("Name another file with -o, in a folder where you may write."),
        ) from error


def emit_bytes(data: bytes, target: Path) -> None:
    """Write the bytes to the file, whole or not at all.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        _write(data, target)
    except OSError as error:
        raise UsageError(
            _("{file} cannot be written: {reason}.").format(file=target, reason=reason(error)),
            hint=_("Name another file, in a folder where you may write."),
        ) from error


def _print(text: str) -> None:
    """Print; a sign that the screen's character set does not know becomes a question mark."""
    stream = sys.stdout
    if stream is None:
        raise UsageError(_("Standard output is closed."), hint=_("Send the output to another place."))
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        stream.write(text.encode(encoding, "replace").decode(encoding))
        stream.flush()
    except OSError as error:
        # what is still in the buffer would fail once more when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if isinstance(error, BrokenPipeError):
            return  # who read it has left: no fault
        raise UsageError(
            _("Standard output cannot be written: {reason}.").format(reason=reason(error)),
            hint=_("Send the output to another place."),
        ) from error


def reason(error: OSError) -> str:
    """Return why something cannot be written; in the system's own words when it is nothing usual."""
    no_folder, forbidden, full = (
        _("the folder does not exist"),
        _("you may not write there"),
        _("the disk is full"),
    )
    reasons = {
        errno.ENOENT: no_folder,
        errno.ENOTDIR: no_folder,
        errno.EACCES: forbidden,
        errno.EPERM: forbidden,
        errno.EROFS: forbidden,
        errno.ENOSPC: full,
        errno.EDQUOT: full,
        errno.EISDIR: _("it is a folder"),
        errno.ENAMETOOLONG: _("the name is too long"),
    }
    return reasons.get(error.errno or 0) or error.strerror or str(error)


def _write(data: bytes, target: Path) -> None:
    with whole_file(target) as file:
        file.write(data)


def format_of(target: Path | None, suffixes: Mapping[str, str]) -> str:
    """Return the format that the suffix of the output file names; the one for the terminal without a file.

    Raises:
        UsageError: the suffix names none.
    """
    if target is None or str(target) == "-":
        return "terminal"
    form = next((form for end, form in suffixes.items() if target.name.lower().endswith(end)), None)
    if form is None:
        raise UsageError(
            _("{file}: this suffix names no format.").format(file=target),
            hint=_("Use one of {suffixes}, or say which with --format.").format(suffixes=", ".join(suffixes)),
        )
    return form


def tell(message: str, hint: str = "") -> None:
    """Tell the user on standard error what is wrong, and what to do next."""
    from protocheck.report.escape import visible  # noqa: PLC0415 - only when something is wrong

    for line in (f"protocheck: {message}", hint):
        if line:
            click.echo("\n".join(map(visible, line.split("\n"))), err=True)


def refuse_overwriting(target: Path | None, inputs: Iterable[Path], flag: str = "-o") -> None:
    """Refuse to write the result over a document that it is about.

    Raises:
        UsageError: the output file is one of the inputs.
    """
    if _is_one_of(target, inputs):
        raise UsageError(
            _("{file} is the document itself; the result would overwrite it.").format(file=target),
            hint=_("Name another file with {flag}.").format(flag=flag),
        )


def refuse_losing(target: Path | None, written: Iterable[Path | None], flag: str = "-o") -> None:
    """Refuse to write the result over what somebody wrote: a judgement, waivers, a template.

    Raises:
        UsageError: the output file is one of those.
    """
    if _is_one_of(target, written):
        raise UsageError(
            _("{file} exists already; what you wrote there would be lost.").format(file=target),
            hint=_("Name another file with {flag}.").format(flag=flag),
        )


def refuse_same(targets: Mapping[str, Path | None]) -> None:
    """Refuse to write two results to one file; `targets` are known by their flags.

    Raises:
        UsageError: two flags name the same file.
    """
    taken: dict[Path, str] = {}
    for flag, target in targets.items():
        if target is None or str(target) == "-":
            continue
        other = taken.setdefault(target.resolve(), flag)
        if other != flag:
            raise UsageError(
                _("{other} and {flag} both name {file}.").format(other=other, flag=flag, file=target),
                hint=_("Name another file with {flag}.").format(flag=flag),
            )


def _is_one_of(target: Path | None, others: Iterable[Path | None]) -> bool:
    if target is None or not target.exists():
        return False
    return any(each is not None and each.exists() and target.samefile(each) for each in others)


def on_screen() -> bool:
    """Tell whether a person reads along; Python has no standard output at all when it was closed."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """Return how many columns the terminal has; 80 when the output is no terminal."""
    if not on_screen():
        return 80
    return min(os.get_terminal_size(sys.stdout.fileno()).columns or 80, 120)


def in_colour() -> bool:
    """Tell whether to print in colour: only on a terminal, and not when the user asks for none."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return on_screen() and not plain
