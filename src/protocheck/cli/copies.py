"""Copies of a document with something marked in them: what `--mark` and `--comment` refuse at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from protocheck.cli import output
from protocheck.errors import UsageError
from protocheck.language import translate as _
from protocheck.record import record


@record
class Copy:
    """What a flag writes.

    Attributes:
        flag: the flag itself.
        suffix: how the copy must be named.
        goes_with: told to who gives it something else than one file of that kind.
        is_a: told, with the name of the copy, to who names it otherwise.
    """

    flag: str
    suffix: str
    goes_with: str
    is_a: str


def refuse_unfit(copy: Copy, target: Path, original: Path | None, paths: Sequence[Path]) -> None:
    """Refuse what cannot be copied so: no file, or a copy that would overwrite a document.

    Args:
        copy: what is to be written.
        target: where.
        original: the file to copy; None when there is none, or more than one.
        paths: the documents that must stay as they are.

    Raises:
        UsageError: so it is, or the copy has the name of another kind of file.
    """
    if original is None:
        raise UsageError(copy.goes_with)
    output.refuse_overwriting(target, paths, copy.flag)
    if target.suffix.lower() != copy.suffix:
        raise UsageError(
            copy.is_a.format(file=target),
            hint=_("Give it a name that ends in {suffix}.").format(suffix=copy.suffix),
        )
