"""How a document is to be read: what the user may choose, as one value that every reader takes."""

from __future__ import annotations

from typing import Literal, get_args

from protocheck.model.limits import Limits
from protocheck.record import record

Ocr = Literal["auto", "always", "never"]
View = Literal["final", "original"]

OCR: tuple[Ocr, ...] = get_args(Ocr)
VIEWS: tuple[View, ...] = get_args(View)


@record
class ReadOptions:
    """The choices of the one who hands a document in.

    Attributes:
        password: opens an encrypted file; empty when none is given.
        ocr: whether the pages of a PDF, or an image, are recognised: `auto` where the text layer is
            missing or unusable, `always` on every page, `never`.
        view: which text of a Word file with tracked changes is read: `final` with the insertions and
            without the deletions, `original` the other way round.
        limits: how much a document may hold and cost; None takes what protocheck.toml beside or
            above the document says, and else the limits of the program.
    """

    password: str = ""
    ocr: Ocr = "auto"
    view: View = "final"
    limits: Limits | None = None
