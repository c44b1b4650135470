"""What a user reads of the recognition of pages: which were recognised, how sure it is, which were not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from protocheck.ingest import refusals

if TYPE_CHECKING:
    from protocheck.ingest.ocr import Outcome
    from protocheck.ingest.pdf_pages import Leaf

_ROW = 3  # pages that are named by their ends
_DOUBTFUL = 0.8  # confidence below which a page is named: sound scans stand above 0.9


def recognition_notes(outcome: Outcome, leaves: Sequence[Leaf]) -> list[str]:
    """Return what there is to say, in Dutch."""
    notes = _read(outcome, leaves)
    if outcome.unread:
        notes.append(_unread(outcome, leaves))
    if outcome.kept:
        notes.append(
            f"{named(outcome.kept)}: tekenherkenning (OCR) leverde niets beters op dan de tekstlaag."
        )
    if outcome.blank:
        has = "bevat" if len(outcome.blank) == 1 else "bevatten"
        notes.append(f"{named(outcome.blank)} {has} een afbeelding waarop geen tekst herkend werd.")
    if outcome.failed:
        notes.append(
            f"{named(outcome.failed)}: de tekenherkenning (OCR) mislukte of duurde te lang; wat er enkel als "
            "beeld staat, is niet gelezen."
        )
    return notes


def _read(outcome: Outcome, leaves: Sequence[Leaf]) -> list[str]:
    if not outcome.read:
        return []
    pages = [leaf for leaf in leaves if leaf.number in set(outcome.read)]
    sure = sum(leaf.confidence for leaf in pages) / len(pages)
    which = "Het hele document is" if len(pages) == len(leaves) > 1 else _are(outcome.read)
    said = (
        f"{which} gelezen met tekenherkenning (OCR), met een gemiddelde zekerheid van {100 * sure:.0f} %. "
        "Kijk namen, cijfers en data na in het document zelf."
    )
    poor = [leaf.number for leaf in pages if leaf.confidence < _DOUBTFUL]
    if not poor:
        return [said]
    return [said, f"{_are(poor)} moeilijk leesbaar: vraag een scherpere scan of de oorspronkelijke tekst."]


def _unread(outcome: Outcome, leaves: Sequence[Leaf]) -> str:
    garbled = {leaf.number for leaf in leaves if leaf.need == "garbled"}
    said = []
    for numbers, one, more in (
        ([n for n in outcome.unread if n not in garbled], *_PICTURES),
        ([n for n in outcome.unread if n in garbled], *_GARBLED),
    ):
        if numbers:
            said.append(f"{named(numbers)} {one if len(numbers) == 1 else more}")
    if outcome.lacking is None:
        return f"{' '.join(said)} Laat de optie --ocr never weg om alles mee te nemen."
    return (
        f"{' '.join(said)} Andere pagina's zijn gewoon gelezen. Voor deze is tekenherkenning (OCR) nodig: "
        f"{refusals.lacking(outcome.lacking)} {refusals.INSTALL}"
    )


_PICTURES = (
    "bevat een scan of afbeelding zonder tekstlaag; die tekst is niet gelezen.",
    "bevatten een scan of afbeelding zonder tekstlaag; die tekst is niet gelezen.",
)
_GARBLED = (
    "heeft een onbruikbare tekstlaag: wat gelezen werd, is niet wat er te zien is.",
    "hebben een onbruikbare tekstlaag: wat gelezen werd, is niet wat er te zien is.",
)


def _are(numbers: Sequence[int]) -> str:
    return f"{named(numbers)} {'is' if len(numbers) == 1 else 'zijn'}"


def named(numbers: Sequence[int]) -> str:
    """Return the pages by their numbers; a row of more than two as its ends."""
    if len(numbers) == 1:
        return f"Pagina {numbers[0]}"
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0]} tot {run[-1]}"] if len(run) >= _ROW else map(str, run)
    return f"Pagina's {' en '.join(filter(None, (', '.join(parts[:-1]), parts[-1])))}"
