"""An archive of thousands of protocols, as a supervisor is handed it, from the tuned part of the corpus.

`archive(folder, parts)` writes folders of a hundred documents, in each: PDF files of several layouts, some
with a damaged text layer, Word files, texts, and a few that cannot be read. No two are alike: names, dates
and numbers differ. The same call always gives the same bytes.
Run as `python -m benchmarks.audit_archive FOLDER`.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from benchmarks import audit_words
from benchmarks.formats import blocks_of
from benchmarks.gold import ROOT, Gold, corpus
from scripts import spacing_damage
from tests import damage, hostile_packages
from tests.documents import Block, parse
from tests.documents_docx import Options as WordOptions
from tests.documents_docx import compose
from tests.documents_pdf import Options, typeset

PART = 100  # documents in a folder
SHARES = {"pdf": 58, "damaged": 12, "docx": 15, "text": 10, "hostile": 5}
HEAD = "Protocol mededeling persoonsgegevens - {page}/{pages}"
LAYOUTS = (
    Options(font="Helvetica"),
    Options(font="Times-Roman", size=11.5, leading=1.2, margin=80, head=HEAD),
    Options(font="Helvetica", size=9.5, margin=55, ruled=False, bold_headings=False),
    Options(font="Times-Roman", size=12, leading=1.5, justify=True, foot="{page}"),
    Options(font="Courier", size=10, margin=60, columns=False, repeat_head=True),
    Options(font="Times-Roman", size=11, hyphenate=True, justify=True, head=HEAD, repeat_head=True),
    Options(font="Vera", size=9.5, centre_titles=False),
)
_SPREAD = 7  # a step with no divisor in common with the number of papers, so that neighbours differ


@dataclass(frozen=True, slots=True)
class Made:
    """What goes into one document: its number, which paper it is of, and the text of this one."""

    number: int
    gold: Gold
    text: str

    @property
    def blocks(self) -> list[Block]:
        """Return what is to be set."""
        return _set_as(self.gold.document.suffix, self.text)


def archive(folder: Path, parts: int) -> list[Path]:
    """Write so many folders of a hundred documents, unless they are there; return them."""
    folders = [folder / f"deel-{number:02}" for number in range(parts)]
    for number, part in enumerate(folders):
        if not part.is_dir():
            _whole(part, lambda empty, number=number: _fill(empty, number))  # type: ignore[misc]
    return folders


def kept() -> Path:
    """Return the folder in which an archive is kept from run to run; another when what makes it changes."""
    makers = [
        *ROOT.glob("benchmarks/audit_[aw]*.py"),
        *ROOT.glob("tests/d*.py"),
        *ROOT.glob("tests/hostile*.py"),
        ROOT / "benchmarks/formats.py",
    ]
    found = hashlib.sha256()
    for path in (*sorted(makers), *(gold.document for gold in _tuned())):
        found.update(path.read_bytes())
    mine = getattr(os, "getuid", lambda: 0)()
    folder = Path(tempfile.gettempdir(), f"protocheck-archive-{mine}-{found.hexdigest()[:12]}")
    folder.mkdir(mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and folder.stat().st_uid != mine:
        raise SystemExit(f"{folder} is van iemand anders")
    return folder


def _whole(folder: Path, fill: Callable[[Path], None]) -> None:
    """Write a folder whole or not at all."""
    made = folder.with_name(f"{folder.name}.half")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    fill(made)
    made.rename(folder)


def _fill(folder: Path, part: int) -> None:
    kinds = [kind for kind, share in SHARES.items() for _ in range(share)]
    papers = _tuned()
    for at, kind in enumerate(kinds):
        number = part * PART + at
        gold = papers[number * _SPREAD % len(papers)]
        text = audit_words.changed(gold.document.read_text("utf-8"), number)
        _MAKERS[kind](Made(number, gold, text), folder / f"{kind}-{number:05}")


@cache
def _tuned() -> tuple[Gold, ...]:
    return tuple(gold for gold in corpus() if gold.part == "tuned")


def _set_as(suffix: str, text: str) -> list[Block]:
    if suffix != ".md":
        return parse(text)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "protocol.md")
        path.write_text(text, "utf-8")
        return blocks_of(path)


def _pdf(made: Made, stem: Path) -> None:
    typeset(made.blocks, stem.with_suffix(".pdf"), LAYOUTS[made.number % len(LAYOUTS)])


def _damaged(made: Made, stem: Path) -> None:
    """Write a PDF whose text layer is damaged, in what it says or in how wide it says it is."""
    path = stem.with_suffix(".pdf")
    every = (*damage.KINDS, *spacing_damage.DAMAGES)
    kind = every[made.number % len(every)]
    if kind in damage.KINDS:
        strength = damage.STRENGTHS[made.number % len(damage.STRENGTHS)]
        typeset(parse(damage.damage(made.text, kind, strength, made.number)), path, LAYOUTS[0])
    else:
        sound = typeset(made.blocks, path.with_suffix(".sound"), LAYOUTS[made.number % len(LAYOUTS)])
        spacing_damage.damage(sound, path, kind)  # type: ignore[arg-type]  # one of its own names
        sound.unlink()


def _docx(made: Made, stem: Path) -> None:
    options = WordOptions(styles=made.number % 3 > 0, bullets=made.number % 2 > 0, head=f"Ref. {made.number}")
    compose(made.blocks, stem.with_suffix(".docx"), options)


def _text(made: Made, stem: Path) -> None:
    stem.with_suffix(".txt").write_text(made.text, "utf-8")


def _hostile(made: Made, stem: Path) -> None:
    """Write what cannot be read: cut off, locked, a bomb, empty, or something else than its name says."""
    path = stem.with_suffix(".pdf")
    kind = made.number % 5
    if kind == 0:
        path.write_bytes(b"")
    elif kind == 1:
        typeset(made.blocks, path, LAYOUTS[0])
        path.write_bytes(path.read_bytes()[:2000])
    elif kind == 2:  # noqa: PLR2004 - the third
        typeset(made.blocks, path, replace(LAYOUTS[0], password=f"geheim {made.number}"))
    elif kind == 3:  # noqa: PLR2004 - the fourth
        bomb = hostile_packages.zip_bomb("docx") + f"{made.number}".encode()
        stem.with_suffix(".docx").write_bytes(bomb)
    else:
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + made.text.encode())


_MAKERS: dict[str, Callable[[Made, Path], None]] = {
    "pdf": _pdf,
    "damaged": _damaged,
    "docx": _docx,
    "text": _text,
    "hostile": _hostile,
}


def main(arguments: list[str] | None = None) -> int:
    """Write an archive."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.audit_archive", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--parts", type=int, default=2)
    options = parser.parse_args(arguments)
    for part in archive(options.folder, options.parts):
        print(part)
    return 0


if __name__ == "__main__":
    sys.exit(main())
