"""Cuts into a protocol of the corpus, at the places that our own segmentation finds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gold import Gold, Mutation
from benchmarks.places import printed_place
from protocheck.ingest.read import read
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment
from protocheck.repair import repair
from protocheck.segment import segment

EMPTY = "Nader te bepalen."
CONTENTS = "met inhoudstafel"


class PlaceNotFoundError(LookupError):
    """The part that a mutation names is not among the parts of the document."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed text with its annexes, and the statuses it must get; `text` is None without the place."""

    name: str
    text: str | None
    expect: dict[str, str]
    annexes: tuple[Path, ...] = ()


def outline_of(path: Path) -> Outline:
    """Read, repair and segment a document."""
    return segment(repair(read(path)))


def mutants(gold: Gold) -> tuple[Mutant, ...]:
    """Return every mutant of a protocol, each also with a contents list of the unchanged text."""
    outline = outline_of(gold.document)
    contents = contents_list(outline)
    whole = outline.text.source.text
    made = [Mutant(CONTENTS, contents + whole, {}, gold.annexes)] if contents else []
    for mutation in gold.mutations:
        annexes = _annexes_after(gold, mutation)
        try:
            text = apply(outline, mutation) if annexes == gold.annexes else whole
        except PlaceNotFoundError:
            made.append(Mutant(mutation.name, None, mutation.expect))
            continue
        made.append(Mutant(mutation.name, text, mutation.expect, annexes))
        if contents and mutation.deed != "rename":
            made.append(Mutant(f"{mutation.name}, {CONTENTS}", contents + text, mutation.expect, annexes))
    return tuple(made)


def _annexes_after(gold: Gold, mutation: Mutation) -> tuple[Path, ...]:
    """Return the annexes in files of their own that are left: 'annex 1' is the first of them."""
    gone = mutation.ref if mutation.deed == "remove" else ""
    return tuple(path for n, path in enumerate(gold.annexes, 1) if f"annex {n}" != gone)


def apply(outline: Outline, mutation: Mutation) -> str:
    """Return the raw text with the mutation applied.

    Raises:
        PlaceNotFoundError: no part of the document carries the ref.
    """
    part = outline.find(mutation.ref)
    if part is None:
        return _apply_printed(outline.text.source.text, mutation)
    if mutation.deed == "remove":
        return _replace(outline, part.span, "")
    if mutation.deed == "rename":
        return _replace(outline, _title(outline, part), mutation.words)
    start = part.heading_span.end if part.heading_span else part.span.start
    words = EMPTY if mutation.deed == "empty" else mutation.words
    return _replace(outline, Span(start, part.span.end), f"\n\n{words}\n\n")


def _apply_printed(text: str, mutation: Mutation) -> str:
    """Apply a mutation to a part that the outline does not name, where its number or heading is printed."""
    found = printed_place(text, mutation.ref)
    if found is None or mutation.deed == "rename":
        raise PlaceNotFoundError(mutation.ref)
    opening, whole = found
    if mutation.deed == "remove":
        return text[: whole.start] + text[whole.end :]
    words = EMPTY if mutation.deed == "empty" else mutation.words
    return f"{text[: opening.end]}\n\n{words}\n\n{text[whole.end :]}"


def _replace(outline: Outline, span: Span, words: str) -> str:
    raw, text = outline.text.to_raw(span), outline.text.source.text
    return text[: raw.start] + words + text[raw.end :]


def _title(outline: Outline, part: Segment) -> Span:
    """Return where the words of the heading stand, without the number before them."""
    if part.heading_span is None or not part.heading:
        raise PlaceNotFoundError(f"{part.ref} has no heading")
    printed = part.heading_span.of(outline.text.text)
    words = r"\s{1,40}".join(re.escape(word) for word in part.heading.split())
    found = list(re.finditer(words, printed))
    if not found:
        raise PlaceNotFoundError(f"the heading of {part.ref} is not printed as it is told")
    return Span(found[-1].start(), found[-1].end()).shift(part.heading_span.start)


def contents_list(outline: Outline) -> str:
    """Return a contents list of the document as a writer would put it on top; empty when it has one."""
    if any(outline.of_kind("contents")):
        return ""
    parts = [part for part in outline.of_kind("article", "section", "chapter") if part.heading]
    rows = [f"{_printed(outline, part)} {'.' * 20} {1 + n // 3}" for n, part in enumerate(parts)]
    return "Inhoudstafel\n\n" + "\n".join(rows) + "\n\n" if len(rows) > 1 else ""


def _printed(outline: Outline, part: Segment) -> str:
    span = part.heading_span
    return " ".join(span.of(outline.text.text).split()) if span else part.heading
