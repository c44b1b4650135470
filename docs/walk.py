"""The walk through an archive of 200 documents in docs/handleiding.md, with what the program really says.

`python -m docs.walk` tells whether it is current, `python -m docs.walk --write` (in `make docs`) writes it.
What stands between `<!-- wandeling: NAME -->` and `<!-- einde wandeling -->` is the output of that step.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks import audit_archive

ROOT = Path(__file__).parents[1]
MANUAL = ROOT / "docs" / "handleiding.md"
TODAY = "2026-11-23"
YEARS = ("2024", "2025")
LOCKED = "97"  # a document of the archive, and what its password is made of
_WIDTH = "100"
# Each step: the command, and how many lines of its output are shown.
STEPS: Mapping[str, tuple[str, int]] = {
    "toetsen": (f"protocheck audit archief --html dashboard --today {TODAY}", 80),
    "zoeken": ("protocheck search gezondheid --limit 2", 24),
    "wachtwoord": (
        f"protocheck audit archief --rerun failed --password 'geheim {LOCKED}' --today {TODAY}",
        8,
    ),
    "volgende-week": (f"protocheck audit archief --html dashboard --ics termijnen.ics --today {TODAY}", 8),
}
_SHOWN = re.compile(r"(<!-- wandeling: ([a-z-]{1,40}) -->\n)(.*?)(<!-- einde wandeling -->)", re.DOTALL)


def walked() -> dict[str, str]:
    """Take every step and return what each shows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = audit_archive.archive(audit_archive.kept(), len(YEARS) + 1)
        for year, part in zip(YEARS, parts, strict=False):
            _copied(sorted(part.iterdir()), folder / "archief" / year)
        shown = {}
        for step, (command, most) in STEPS.items():
            if step == "volgende-week":
                _a_week_passes(folder / "archief", parts[-1])
            shown[step] = _block(command, list(_said(command, folder)), most)
        return shown


def _copied(files: Iterable[Path], folder: Path) -> None:
    """Copy documents under names as an office gives them."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        shutil.copy(path, folder / f"protocol-{path.stem.rpartition('-')[2]}{path.suffix}")


def _a_week_passes(archive: Path, new: Path) -> None:
    """Three protocols come, one is replaced, one goes."""
    _copied(sorted(new.glob("pdf-*"))[:3], archive / YEARS[-1])
    old = sorted((archive / YEARS[0]).glob("*.txt"))
    old[0].write_text(old[0].read_text("utf-8") + "\nNagelezen en aangevuld.\n", "utf-8")
    old[1].unlink()


def _said(command: str, folder: Path) -> Iterator[str]:
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=folder,
        env={**os.environ, "COLUMNS": _WIDTH, "PROTOCHECK_LANG": "nl", "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in {0, 3}:
        raise SystemExit(f"{command}: {done.returncode}\n{done.stderr}")
    return (line.rstrip() for line in done.stdout.rstrip("\n").split("\n"))


def _block(command: str, lines: list[str], most: int) -> str:
    shown = lines[:most] + (["[...]"] if len(lines) > most else [])
    return "\n".join(["```console", f"$ {command}", *shown, "```", ""])


def manual() -> str:
    """Return the manual as it should be."""
    shown = walked()
    return _SHOWN.sub(lambda found: found[1] + shown[found[2]] + found[4], MANUAL.read_text("utf-8"))


def main() -> int:
    """Write, or tell whether the manual is current."""
    right = manual()
    if right == MANUAL.read_text("utf-8"):
        return 0
    if "--write" in sys.argv[1:]:
        MANUAL.write_text(right, "utf-8")
        return 0
    print("de wandeling in docs/handleiding.md is verouderd: make docs")
    return 1


if __name__ == "__main__":
    sys.exit(main())
