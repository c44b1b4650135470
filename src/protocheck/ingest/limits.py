"""The limits that hold in this process, and the time that a long reading asks for."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from protocheck.model.limits import Limits

# One object for the whole process: a worker reads one document and ends, so nobody sees it change.
LIMITS = Limits()


def impose(limits: Limits) -> None:
    """Let other limits hold in this process; only a worker does this, before it reads anything."""
    for field in dataclasses.fields(Limits):
        object.__setattr__(LIMITS, field.name, getattr(limits, field.name))


class Allowance:
    """Where a reader says how much work lies before it, so that honest work is not cut off.

    Outside a worker nobody listens.
    """

    def __init__(self) -> None:
        """Begin without listeners."""
        self.on_pages: Callable[[int], None] = _nobody
        self.on_recognition: Callable[[int], None] = _nobody
        self.on_study: Callable[[int], None] = _nobody

    def pages(self, count: int) -> None:
        """Tell that the document has so many pages; call it before they are read."""
        self.on_pages(count)

    def recognition(self, count: int) -> None:
        """Tell that the letters of so many pages will be recognised (OCR); call it before that begins."""
        self.on_recognition(count)

    def study(self, characters: int) -> None:
        """Tell that a text of so many characters was read and is to be judged; call it in between."""
        self.on_study(characters)


def _nobody(_: int) -> None:
    """Do nothing."""


ALLOWANCE = Allowance()
