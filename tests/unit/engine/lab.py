"""A bench for the engine: papers built part by part, signals tried on them, and what came of it."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from protocheck.engine import signals
from protocheck.engine.headings import Home
from protocheck.engine.terms import Terms
from protocheck.facts import state
from protocheck.ingest.read import read
from protocheck.match.finder import Finder
from protocheck.model.alignment import Quality, RepairedText
from protocheck.model.facts import Facts
from protocheck.model.geometry import Span
from protocheck.model.package import Reading
from protocheck.model.structure import Outline, Segment, SegmentKind
from protocheck.model.text import Line, SourceText
from protocheck.repair import repair
from protocheck.rulebook import load
from protocheck.rulebook.rules import Criterion, Element, Remark, Rulebook, Signal, Source
from protocheck.segment import segment

# The words that signals are tried with.
OWN = {
    "a": ("appel",),
    "b": ("banaan",),
    "c": ("citroen",),
    "vreemd": ("burger*",),
    "kop": ("fruit",),
    "ander": ("groente",),
    "thuis": ("markt",),
}


@dataclass
class Part:
    """A part of a paper: its heading, its sentences or the parts below it; items follow a lead."""

    kind: SegmentKind
    name: str = ""
    heading: str = ""
    sentences: Sequence[str] = ()
    children: Sequence[Part] = ()
    led: bool = False


def para(*sentences: str) -> Part:
    """A paragraph of these sentences."""
    return Part("paragraph", sentences=sentences)


def items(*texts: str) -> list[Part]:
    """The items of a list; the sentence before them is their lead."""
    return [Part("item", sentences=(text,), led=True) for text in texts]


def row(*cells: str) -> Part:
    """A row of a table with one sentence in each cell."""
    return Part("row", children=[Part("cell", sentences=(text,)) for text in cells])


def article(number: str, heading: str, *children: Part | str) -> Part:
    """An article of paragraphs."""
    return Part("article", f"article {number}", heading, children=_paragraphs(children))


def part(kind: SegmentKind, name: str, heading: str, *children: Part | str) -> Part:
    """A part of any kind."""
    return Part(kind, name, heading, children=_paragraphs(children))


def _paragraphs(children: Sequence[Part | str]) -> list[Part]:
    return [para(child) if isinstance(child, str) else child for child in children]


@dataclass
class _Press:
    text: str = ""
    lines: list[Line] = field(default_factory=list)
    last: Span | None = None

    def line(self, words: str) -> Span:
        span = Span(len(self.text), len(self.text) + len(words))
        self.lines.append(Line(words, span, 1, len(self.lines) + 1))
        self.text += words + "\n"
        return span

    def part(self, each: Part, ref: str) -> Segment:
        start = len(self.text)
        ref = each.name or ref
        label = ref.replace("article", "artikel").replace("annex", "bijlage").replace("recital", "overweging")
        heading = self.line(each.heading) if each.heading else None
        lead = self.last if each.led else None
        spans = tuple(self.line(s) for s in each.sentences)
        if spans and not each.led:
            self.last = spans[-1]
        children = tuple(self.part(child, ref) for child in each.children)
        return Segment(
            each.kind,
            ref,
            label,
            Span(start, len(self.text)),
            heading=each.heading,
            heading_span=heading,
            children=children,
            sentences=spans,
            lead=lead,
        )


def paper(
    *parts: Part,
    document: str = "protocol",
    title: str = "Protocol",
    facts: Facts | None = None,
    quality: Quality | None = None,
) -> Reading:
    """A paper of these parts, as the segmentation would give it."""
    press = _Press()
    segments = tuple(press.part(each, "") for each in parts)
    source = SourceText(f"{document}.txt", "", "text/plain", press.text, tuple(press.lines))
    repaired = RepairedText.build(source, (), quality)
    return Reading(document, repaired, Outline(repaired, segments, title), facts or Facts())


def written(text: str, name: str = "x.txt", document: str = "protocol") -> Reading:
    """A paper read, repaired, segmented and stated as the program does."""
    repaired = repair(read(None, data=text.encode(), name=name))
    outline = segment(repaired)
    return Reading(document, repaired, outline, state(outline))


@functools.cache
def rules() -> Rulebook:
    """The rules that come with the program."""
    return load()


def cues() -> dict[str, tuple[str, ...]]:
    """The words of denial and of the kinds of paper, without the words of the criteria."""
    return {name: phrases for name, phrases in rules().terms.items() if name.startswith("$")}


def terms(reading: Reading, own: Mapping[str, Sequence[str]]) -> Terms:
    """The paper with the terms of the test found in it."""
    return Terms(reading, Finder({**cues(), **own}, known=lambda _word: True))


def tried(reading: Reading, signal: Signal, own: Mapping[str, Sequence[str]], *home: str) -> signals.Outcome:
    """What became of a signal in a paper."""
    return signals.run(signal, terms(reading, own), Home(home))


def quotes(reading: Reading, signal: Signal, own: Mapping[str, Sequence[str]], *home: str) -> list[str]:
    """What the hits of a signal quote."""
    found = tried(reading, signal, own, *home).hits
    return [" ".join(hit.span.of(reading.text.text).split()) for hit in found]


def reasons(reading: Reading, signal: Signal, own: Mapping[str, Sequence[str]], *home: str) -> list[str]:
    """Why a signal does not fire where all its words stand."""
    return [miss.reason for miss in tried(reading, signal, own, *home).misses]


def criterion(
    *given: Signal,
    elements: Sequence[Element] | None = None,
    home: tuple[str, ...] = (),
    remarks: tuple[Remark, ...] = (),
    sources: tuple[Source, ...] = (Source("proefdecreet, art. 1"),),
) -> Criterion:
    """A criterion over these signals; without elements, one element for each signal."""
    each = elements or [Element(s.id, f"een {s.id}", any=(s.id,)) for s in given]
    texts = {status: (f"tekst {status}",) for status in ("met", "partial", "unmet", "unreadable")}
    return Criterion(
        id="PROEF-01",
        number=1,
        title="De proef",
        question="Wat?",
        sources=sources,
        signals=given,
        elements=tuple(each),
        home=home,
        remarks=remarks,
        text=texts,
        advice="Doe iets.",
        clause="Modeltekst.",
    )
