"""A judged paper as the view over an archive needs it, and where such papers come from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Protocol

from protocheck.model.audit import Passage
from protocheck.model.report import ContactFact, DatedFact, DatesFact, PartyFact
from protocheck.record import record

# The words of these parts differ in every paper, or are nobody's text.
_NOT_COMPARED = frozenset({"title", "contents", "signature", "furniture", "stamp"})


@record
class Element:
    """One of the elements that a paper was judged on; `labels` are the parts on which it was."""

    id: str
    number: int
    title: str
    status: str
    labels: tuple[str, ...]


@record
class Paper:
    """One content that was judged, under every place where it was found.

    Attributes:
        id: the key of its judgement; sha256: of its content.
        places: where its file stands, in order.
        title: as the paper prints it.
        parties, contacts, dates: what it states.
        elements: how it was judged.
        strangers: the words in which its own advice found a body that is no party to it (P403).
        passages: its repaired text in parts, in order.
    """

    id: str
    sha256: str
    places: tuple[str, ...]
    title: str
    parties: tuple[PartyFact, ...]
    contacts: tuple[ContactFact, ...] = ()
    dates: DatesFact = DatesFact()
    elements: tuple[Element, ...] = ()
    strangers: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def texts(self) -> tuple[Passage, ...]:
        """Return the parts whose words can be compared: no title, signatures or table of contents."""
        return tuple(each for each in self.passages if each.kind not in _NOT_COMPARED and _says(each))

    @property
    def clauses(self) -> tuple[Passage, ...]:
        """Return the parts that a template gives: the same without the parties."""
        return tuple(each for each in self.texts if each.kind != "preamble")

    @property
    def place(self) -> str:
        """Return the first place where it was found."""
        return self.places[0] if self.places else ""

    @property
    def signed(self) -> dt.date | None:
        """Return the last day of signature that is legible."""
        return _last(self.dates.signature)

    @property
    def in_force(self) -> dt.date | None:
        """Return the first day on which it is in force, as far as the text gives a day."""
        return min((each.value for each in self.dates.entry_into_force if each.value), default=None)


class Archive(Protocol):
    """Gives papers, some at a time: an archive need not fit in memory."""

    def ids(self) -> Iterable[str]:
        """Yield the keys of all judged papers, in order."""
        ...

    def papers(self, ids: Iterable[str]) -> Iterator[Paper]:
        """Yield these papers, in the order asked for."""
        ...


class Shelf:
    """An archive that is held in memory."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        """Keep the papers by their key."""
        self._papers = {paper.id: paper for paper in papers}

    def ids(self) -> Iterable[str]:
        """Return the keys of all papers, in order."""
        return sorted(self._papers)

    def papers(self, ids: Iterable[str]) -> Iterator[Paper]:
        """Yield these papers, in the order asked for."""
        return (self._papers[each] for each in ids)


def _says(passage: Passage) -> bool:
    return bool(passage.text.strip() or passage.heading.strip())


def _last(dates: Iterable[DatedFact]) -> dt.date | None:
    return max((each.value for each in dates if each.value), default=None)
