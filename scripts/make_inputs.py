"""Make the PDF files that reading is measured on: `python -m scripts.make_inputs FOLDER [--small]`.

The texts are those of our own corpus, the producers are LibreOffice (by way of Word), reportlab and
typst. `--small` writes the few small ones that are kept in corpus/voorbeelden.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.formats import blocks_of
from benchmarks.gold import corpus
from scripts import made_papers, odd_files
from scripts.spacing_damage import DAMAGES, damage
from scripts.typst_source import Look, typst_source
from tests import office
from tests.documents import Block
from tests.documents_docx import Options as WordOptions
from tests.documents_docx import compose
from tests.documents_pdf import Options, typeset

KEPT = Path(__file__).parents[1] / "corpus" / "voorbeelden"
HEAD = "Bestuur Duinrode - protocol mededeling persoonsgegevens"
FOOT = "Marktplein 1, 9999 Duinrode"
TRACKING = 0.12  # em of white between the letters of a letter-spaced document
PRODUCERS = ("libreoffice", "reportlab", "typst")
CLEAN, SPACED = "clean", "letter-spaced"
KINDS = (CLEAN, SPACED, *DAMAGES)
# reportlab sets each paper in another of these, so that no measure hangs on one font
FACES = (
    "LiberationSans",
    "LiberationSerif",
    "DejaVuSans",
    "LiberationMono",
    "Vera",
    "LiberationSerif-Italic",
)

_TYPED_COLUMNS = re.compile(
    r"(?:[^\n]{0,200}[^\s|] {4,}\S[^\n]{0,200}\n){3}|(?:^[^|\n]{1,200} \| [^\n]{1,900}\n){3}", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Input:
    """One PDF that was made: of which paper, by which producer, with which damage, from which blocks."""

    paper: str
    producer: str
    kind: str
    path: Path
    blocks: list[Block]


def running_heads(producer: str) -> tuple[str, ...]:
    """Return what a producer prints on every page, page numbers aside."""
    return (HEAD,) if producer == "reportlab" else (HEAD, FOOT)


def papers() -> dict[str, list[Block]]:
    """Return what is set: the tuned part of the corpus, and the made-up papers with hard tables."""
    golds = [gold for gold in corpus() if gold.part == "tuned"]
    tuned = {
        gold.slug: blocks_of(gold.document)
        for gold in golds
        # Columns typed with blanks or bare bars are no blocks: as running text it is another paper.
        if not _TYPED_COLUMNS.search(gold.document.read_text("utf-8"))
    }
    return {slug: list(_with_heads(blocks)) for slug, blocks in (tuned | made_papers.papers()).items()}


def _with_heads(blocks: list[Block]) -> Iterator[Block]:
    """Give tables back the head that was taken for signatures, since its cells open with one word."""
    for block, after in pairwise([*blocks, Block("page")]):
        if block.kind == "signature" and not block.rows[0][0]:
            yield Block("table", rows=block.rows, tight=block.tight)
        elif block.kind == "signature" and after.kind == "table":
            columns = max(map(len, after.rows))
            after.rows[:0] = [[""] * (columns - len(row)) + row for row in block.rows]
        else:
            yield block


def producers() -> tuple[str, ...]:
    """Return the producers that are at hand: LibreOffice may be absent."""
    return PRODUCERS if office.available() else PRODUCERS[1:]


def make(folder: Path, chosen: dict[str, list[Block]], producers: Sequence[str]) -> list[Input]:
    """Make every paper with every producer: clean, letter-spaced and with the four other kinds of damage."""
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Input] = []
    for kind, tracking in ((CLEAN, 0.0), (SPACED, TRACKING)):
        for producer in producers:
            paths = {slug: folder / f"{slug}.{producer}.{kind}.pdf" for slug in chosen}
            _MAKERS[producer](chosen, paths, tracking)
            made += [Input(slug, producer, kind, path, chosen[slug]) for slug, path in paths.items()]
    for each in [one for one in made if one.kind == CLEAN]:
        for bad in DAMAGES:
            path = damage(each.path, folder / f"{each.paper}.{each.producer}.{bad}.pdf", bad)
            made.append(Input(each.paper, each.producer, bad, path, each.blocks))
    return made


def _by_reportlab(chosen: dict[str, list[Block]], paths: dict[str, Path], tracking: float) -> None:
    for number, (slug, blocks) in enumerate(chosen.items()):
        face = FACES[number % len(FACES)]
        options = Options(
            font=face,
            head=HEAD,
            tracking=tracking,
            hyphenate=number % 2 == 0,
            justify=number % 3 == 0,
            repeat_head=True,
        )
        typeset(blocks, paths[slug], options)


def _by_typst(chosen: dict[str, list[Block]], paths: dict[str, Path], tracking: float) -> None:
    import typst  # noqa: PLC0415 - only in the group that makes these

    for slug, blocks in chosen.items():
        source = paths[slug].with_suffix(".typ")
        source.write_text(typst_source(blocks, Look(HEAD, FOOT, tracking)), "utf-8")
        typst.compile(source, output=paths[slug])
        source.unlink()


def _by_libreoffice(chosen: dict[str, list[Block]], paths: dict[str, Path], tracking: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        words = {slug: Path(folder, f"{slug}.docx") for slug in chosen}
        for slug, blocks in chosen.items():
            compose(blocks, words[slug], WordOptions(head=HEAD, foot=FOOT))
            made_papers.finish_word(words[slug], tracking)
        target = Path(folder, "pdf")
        target.mkdir()
        for made, path in zip(
            office.convert(list(words.values()), "pdf", target), paths.values(), strict=True
        ):
            shutil.move(made, path)


_MAKERS: dict[str, Callable[[dict[str, list[Block]], dict[str, Path], float], None]] = {
    "libreoffice": _by_libreoffice,
    "reportlab": _by_reportlab,
    "typst": _by_typst,
}


def small() -> None:
    """Write the files that are kept."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for path in odd_files.write_all(KEPT):
        print(path)


def main(arguments: list[str] | None = None) -> int:
    """Make the files and print their names."""
    parser = argparse.ArgumentParser(prog="python -m scripts.make_inputs", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--small", action="store_true", help="write the ones that are kept in the corpus")
    options = parser.parse_args(arguments)
    if options.small:
        small()
    if options.folder:
        for each in make(options.folder, papers(), producers()):
            print(each.path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
