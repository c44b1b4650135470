"""Hand-made papers for the tests of what comes after the rules: a text in parts, and facts about it."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.model.alignment import Quality, RepairedText
from protocheck.model.facts import Facts, Party, PartyKind, PartyRole, Person
from protocheck.model.geometry import Span
from protocheck.model.outcome import CriterionResult, ElementResult, Evidence, Status
from protocheck.model.package import Reading
from protocheck.model.structure import Outline, Segment, SegmentKind
from protocheck.model.text import Line, SourceText

NOWHERE = Span(0, 0)


def reading(
    parts: Sequence[tuple[str, str, str]],
    *,
    document: str = "protocol",
    title: str = "Protocol over de premie",
    quality: Quality | None = None,
    facts: Facts | None = None,
) -> Reading:
    """A paper of parts (ref, label, text), each one paragraph of one sentence."""
    text = ""
    segments: list[Segment] = []
    lines: list[Line] = []
    for ref, label, body in parts:
        span = Span(len(text), len(text) + len(body))
        kind: SegmentKind = "recital" if ref.startswith("recital") else "article"
        leaf = Segment("paragraph", ref, label, span, sentences=(span,))
        segments.append(Segment(kind, ref, label, span, children=(leaf,)))
        lines.append(Line(body, span, 1, len(lines) + 1))
        text += f"{body}\n"
    source = SourceText(f"{document}.txt", "ab" * 32, "text/plain", text, tuple(lines))
    repaired = RepairedText.build(source, (), quality or Quality())
    return Reading(document, repaired, Outline(repaired, tuple(segments), title), facts or Facts())


def at(paper: Reading, words: str) -> Span:
    """Where the words stand in the paper."""
    start = paper.text.text.index(words)
    return Span(start, start + len(words))


def evidence(paper: Reading, words: str, signal: str = "s", *, in_annex: bool = False) -> Evidence:
    """A piece of evidence: the words, in the part of the paper that holds them."""
    span = at(paper, words)
    part = paper.outline.path_to(span.start)[-1]
    where = paper.text.source.locate(span)
    return Evidence(signal, paper.document, part.ref, part.label, "", span, words, words, where, in_annex)


def criterion(
    status: Status,
    prose: Sequence[str] = (),
    found: Sequence[Evidence] = (),
    *,
    advice: str = "",
    clause: str = "",
) -> CriterionResult:
    """A criterion of one element, 'duur', that rests on all the evidence."""
    element = ElementResult("duur", "hoelang de mededeling duurt", status, tuple(range(len(found))))
    return CriterionResult(
        id="EGOV-07",
        number=7,
        title="De periodiciteit en duur van de mededeling",
        status=status,
        elements=(element,),
        evidence=tuple(found),
        prose=tuple(prose),
        advice=advice,
        clause=clause,
    )


def party(
    name: str,
    role: PartyRole = "unknown",
    *,
    short: str = "",
    kbo: str = "",
    seat: str = "",
    people: Sequence[tuple[str, str]] = (),
    kind: PartyKind = "other",
) -> Party:
    """A party with the facts that a test is about."""
    persons = tuple(Person(who, function, NOWHERE) for who, function in people)
    return Party(name, kind, role, short or name, NOWHERE, kbo, bool(kbo), seat, persons)
