"""What the rules judge: a protocol with the annexes that were handed in with it."""

from __future__ import annotations

from protocheck.model.alignment import RepairedText
from protocheck.model.facts import Facts
from protocheck.model.structure import Outline
from protocheck.record import record


@record
class Reading:
    """One document, read, repaired, segmented and with its facts stated.

    `document` is its name in every report: 'protocol', or 'annex-1' and on for a supplied annex.
    """

    document: str
    text: RepairedText
    outline: Outline
    facts: Facts


@record
class Package:
    """The protocol and its supplied annexes, in the order they were handed in."""

    main: Reading
    annexes: tuple[Reading, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Return every document, the protocol first."""
        return (self.main, *self.annexes)
