"""What is said beside a place in a document, as a comment in a copy of it."""

from __future__ import annotations

from protocheck.record import record
from protocheck.regex import lazy

AUTHOR = "protocheck"
_SIGNED = lazy(rf"{AUTHOR} ([A-Z]\d{{3}}) ([0-9a-f]{{16}})")


@record
class Note:
    """One remark.

    Attributes:
        paragraph: the number of the paragraph it is about; None for the document as a whole.
        column: where in that paragraph the words stand, from 1.
        quote: the words.
        lines: what is said, one paragraph each.
        mark: code and fingerprint of the finding, by which a later run knows it again.
    """

    paragraph: int | None
    column: int
    quote: str
    lines: tuple[str, ...]
    mark: tuple[str, str]

    @property
    def signature(self) -> str:
        """Return the last line of the remark."""
        return f"{AUTHOR} {self.mark[0]} {self.mark[1]}"


def mark_of(text: str) -> tuple[str, str] | None:
    """Return code and fingerprint of a remark of ours, read from its last line; None for anyone else's."""
    found = _SIGNED.fullmatch(text.strip())
    return (found[1], found[2]) if found else None
