"""What a user should know of how a Word file was read, in Dutch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from protocheck.ingest.docx_package import Package
from protocheck.ingest.docx_runs import RunReader, local
from protocheck.ingest.docx_tracked import has_changes
from protocheck.model.options import View

if TYPE_CHECKING:
    from lxml.etree import _Element

CHANGED: dict[View, str] = {
    "final": (
        "Het document bevat bijgehouden wijzigingen. Gelezen is de tekst met de invoegingen en zonder de "
        "schrappingen; met --view original leest u de tekst van vóór die wijzigingen."
    ),
    "original": (
        "Het document bevat bijgehouden wijzigingen. Gelezen is de oorspronkelijke tekst, zonder de "
        "invoegingen en met de schrappingen."
    ),
}
HIDDEN = "Het document bevat verborgen tekst; die is niet meegelezen."
FORMULAS = "Het document bevat formules; die zijn niet meegelezen."
_INSERTED = "Het document voegt een ander bestand in; dat is niet meegelezen."
_FEW_WORDS = 40
_PICTURES = (
    "Het document bevat afbeeldingen en weinig tekst; wat op een afbeelding staat, is niet gelezen. "
    "Is het een scan, bewaar het document dan als PDF."
)


def remarks(package: Package, root: _Element, runs: RunReader, view: View) -> tuple[str, ...]:
    """Return what the reading left out or chose."""
    return tuple(_remarks(package, root, runs, view))


def _remarks(package: Package, root: _Element, runs: RunReader, view: View) -> Iterator[str]:
    w = root.tag.rpartition("}")[0] + "}"
    parts = [root, *package.related("footnotes"), *package.related("endnotes")]
    if has_changes(parts, w):
        yield CHANGED[view]
    comments = [each for part in package.related("comments") for each in part if local(each) == "comment"]
    if comments:
        yield counted(len(comments))
    if runs.hidden:
        yield HIDDEN
    if runs.formulas:
        yield FORMULAS
    if any(True for _ in root.iter(f"{w}altChunk", f"{w}subDoc")):
        yield _INSERTED
    if _pictured(root, w):
        yield _PICTURES


def counted(comments: int) -> str:
    """Return the remark on the comments in the margin."""
    if comments == 1:
        return "Het document bevat 1 opmerking in de marge; die is niet als tekst meegelezen."
    return f"Het document bevat {comments} opmerkingen in de marge; die zijn niet als tekst meegelezen."


def _pictured(root: _Element, w: str) -> bool:
    """Tell whether there are pictures and hardly any words: pages that were scanned into Word."""
    if not any(True for _ in root.iter(f"{w}drawing", f"{w}pict")):
        return False
    words = 0
    for text in root.iter(f"{w}t"):
        words += len((text.text or "").split())
        if words >= _FEW_WORDS:
            return False
    return True
