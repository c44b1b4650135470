"""What a template can speak about: the package, its facts, one criterion, and how papers are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import TypeVar

from protocheck.advice.accession import Accession, accession, with_sides
from protocheck.advice.linted import repairs_of
from protocheck.advice.places import Mention, of_fact, paper_names
from protocheck.model.facts import (
    AnnexMention,
    Citation,
    Contact,
    DataItem,
    DateFact,
    DateRole,
    Facts,
    Party,
    PartyRole,
    Recipient,
)
from protocheck.model.geometry import Span
from protocheck.model.outcome import Evidence
from protocheck.model.package import Package, Reading
from protocheck.record import record
from protocheck.regex import lazy

T = TypeVar("T")

# How a sentence opens that leans on the one before it.
_LEANS = lazy(
    r"(?:(?:Daar|Hier)(?:voor|toe|bij|binnen|door|om|mee|na|onder|op|uit)|Zo|Zij|Ze|Hij|Het gaat"
    r"|(?:Die|Dat|Dit|Deze)(?! (?:protocol|overeenkomst|nota|regeling|tekst|brief|document|artikel)\b)"
    r"|Voor (?:sommige|andere|die|dat|deze|dit)|Om (?:die|deze) reden(?:en)?"
    r"|In (?:dat|dit|die) (?:geval|kader|verband)|Met dat doel|Op die manier)\b"
)


@record
class Context:
    """The package that is spoken about, with the facts that count.

    A kind of fact that the protocol itself does not state is taken from the first annex that does:
    a cooperation agreement often names the parties or lists the data.
    """

    package: Package
    papers: Mapping[str, str] = field(init=False)
    accession: Accession | None = field(init=False)

    def __post_init__(self) -> None:
        """Settle once how the papers are called, and who joined the protocol."""
        object.__setattr__(self, "papers", paper_names(self.package))
        object.__setattr__(self, "accession", accession(self.package))

    @property
    def repairs(self) -> int:
        """Return how many reading errors of the protocol were mended."""
        return repairs_of(self.package.main)

    @property
    def parties(self) -> Sequence[Party]:
        """Return the parties: those of the protocol, and those that joined it by a form of their own."""
        if self.accession is not None and self.package.main.facts.parties:
            return with_sides(self.package.main.facts.parties, self.accession)
        return self._stating(lambda facts: facts.parties)[1]

    @property
    def data_items(self) -> tuple[Reading, Sequence[DataItem]]:
        """Return the data that are communicated, and the paper that lists them."""
        return self._stating(lambda facts: facts.data_items)

    @property
    def recipients(self) -> Sequence[Recipient]:
        """Return who gets to see the data, or is excluded."""
        return self._stating(lambda facts: facts.recipients)[1]

    @property
    def annexes_named(self) -> Sequence[AnnexMention]:
        """Return the annexes that the protocol names."""
        return self.package.main.facts.annexes

    def contacts(self) -> Iterator[tuple[Reading, Contact]]:
        """Yield the contacts of data protection officers in every paper."""
        for reading in self.package.readings:
            for contact in reading.facts.contacts:
                if contact.dpo:
                    yield reading, contact

    def dates(self, role: DateRole) -> Sequence[DateFact]:
        """Return the dates of that role in the protocol."""
        return [each for each in self.package.main.facts.dates if each.role == role]

    def citations(self) -> Iterator[tuple[Reading, Citation]]:
        """Yield every citation of a statute in every paper."""
        for reading in self.package.readings:
            for citation in reading.facts.citations:
                yield reading, citation

    @property
    def joined(self) -> Sequence[Party]:
        """Return the bodies that joined by a form of their own."""
        return [party for _, party in self.accession.joined] if self.accession else ()

    def having(self, role: PartyRole) -> Sequence[Party]:
        """Return the parties with that role; who only returns data stands on the other side alone."""
        roles = {party.role for party in self.parties}
        one_way = role in roles and not roles & ({"sender", "receiver"} - {role})
        return [
            party for party in self.parties if party.role == role or (party.role == "both" and not one_way)
        ]

    @property
    def mutual(self) -> bool:
        """Tell whether every party both sends and receives."""
        return len(self.parties) > 1 and all(party.role == "both" for party in self.parties)

    def mention(self, span: Span, reading: Reading | None = None) -> Mention:
        """Return where a fact stands."""
        return of_fact(reading or self.package.main, span)

    def said(self, evidence: Evidence) -> str:
        """Return the words of a piece of evidence, without page numbers and running heads between them."""
        reading = self._holding(evidence)
        between = [line for line in reading.text.furniture if line.overlaps(evidence.span)] if reading else []
        if reading is not None and between:
            return _without(reading.text.text, evidence.span, between)
        return evidence.reading or evidence.quote

    def said_in_full(self, evidence: Evidence, limit: int) -> str:
        """Return the words of evidence, with the sentences it leans on ('Daarvoor ...') where they fit."""
        reading = self._holding(evidence)
        span = _with_lead(reading, evidence.span, limit) if reading is not None else evidence.span
        if reading is None or span == evidence.span:
            return self.said(evidence)
        cuts = [line for line in reading.text.furniture if line.overlaps(span)]
        return _without(reading.text.text, span, cuts)

    def _holding(self, evidence: Evidence) -> Reading | None:
        return next((each for each in self.package.readings if each.document == evidence.document), None)

    def _stating(self, kind: Callable[[Facts], Sequence[T]]) -> tuple[Reading, Sequence[T]]:
        for reading in self.package.readings:
            found = kind(reading.facts)
            if found:
                return reading, found
        return self.package.main, ()


def _with_lead(reading: Reading, span: Span, limit: int) -> Span:
    """Return the span from where a reader understands it: 'Die steun ...' says nothing alone."""
    text = reading.text.text
    sentences = next(
        (part.sentences for part in reversed(reading.outline.path_to(span.start)) if part.sentences), ()
    )
    at = next((number for number, each in enumerate(sentences) if each.start == span.start), 0)
    start = span.start
    while at > 0 and _LEANS.match(text, start):
        at -= 1
        start = sentences[at].start
    fits = span.end - start <= limit and _LEANS.match(text, start) is None
    return Span(start, span.end) if fits else span


def _without(text: str, span: Span, cuts: Sequence[Span]) -> str:
    pieces, at = [], span.start
    for cut in sorted(cuts):
        pieces.append(text[at : max(at, cut.start)])
        at = max(at, cut.end)
    return " ".join("".join([*pieces, text[at : span.end]]).split())


def sentence_around(reading: Reading, span: Span) -> str:
    """Return the sentence of the repaired text that holds the span, or the whole small part."""
    for part in reversed(reading.outline.path_to(span.start)):
        for sentence in part.sentences:
            if span.start in sentence:
                return sentence.of(reading.text.text)
        if part.kind in {"paragraph", "item", "cell", "recital", "footnote"}:
            return part.text_of(reading.text)
    return ""
