"""The folder of the dashboard: put in place whole, and only over one of our own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from protocheck.errors import UsageError
from protocheck.language import translate as _

LIST = "protocheck-audit.txt"  # in every dashboard: which files are ours
_FIRST = "protocheck audit --html"


def refuse_others(target: Path) -> None:
    """Refuse a folder that holds anything that is not a dashboard of ours.

    Raises:
        UsageError: it would be lost, or it is no folder.
    """
    hint = _("Name another folder with --html; it is made when there is none.")
    if not target.exists():
        if not target.absolute().parent.is_dir():
            raise UsageError(
                _("{folder} cannot be written: {reason}.").format(
                    folder=target, reason=_("the folder above it does not exist")
                ),
                hint=hint,
            )
        return
    if not target.is_dir():
        raise UsageError(_("{folder} is no folder.").format(folder=target), hint=hint)
    foreign = _foreign(target)
    if foreign is not None:
        raise UsageError(
            _("{folder} holds {name}, which is not of a dashboard; it would be lost.").format(
                folder=target, name=foreign
            ),
            hint=hint,
        )


def _foreign(folder: Path) -> str | None:
    """Return the first file that no dashboard of ours put there."""
    listed = folder / LIST
    ours: set[str] = set()
    if listed.is_file():
        first, *names = listed.read_text("utf-8", "replace").splitlines() or [""]
        if first == _FIRST:
            ours = {*names, LIST}
    return next((name for name in _files(folder) if name not in ours), None)


def _files(folder: Path) -> Iterator[str]:
    for path, folders, names in os.walk(folder):
        folders.sort()
        where = Path(path)
        yield from sorted((where / name).relative_to(folder).as_posix() for name in names)
        # what is linked to is no file of ours, and would not be walked
        yield from (
            (where / name).relative_to(folder).as_posix() for name in folders if (where / name).is_symlink()
        )


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Give a new folder beside the target, which takes its place when all went well; else nothing changes.

    Raises:
        UsageError: the target is not ours.
        OSError: it cannot be written.
    """
    refuse_others(target)
    place = target.resolve()
    made = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}."))
    try:
        yield made
        listed = sorted(_files(made))
        (made / LIST).write_text("\n".join([_FIRST, *listed, ""]), "utf-8")
        made.chmod(0o777 & ~_umask())
        refuse_others(target)  # somebody may have put a file there meanwhile
        _exchange(made, place)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _exchange(made: Path, place: Path) -> None:
    """Put the new folder in the place of the old one, which comes back when that fails."""
    if not place.exists():
        made.rename(place)
        return
    aside = made.with_name(f"{made.name}.oud")
    place.rename(aside)
    try:
        made.rename(place)
    except BaseException:
        aside.rename(place)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
