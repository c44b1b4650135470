"""The letter around an advice: who writes it, to whom, when, under which reference."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from protocheck.record import record


@record
class Letterhead:
    """What the configuration and the flags say of the letter; what is empty is left out.

    Attributes:
        service: the adviser's service ('Dienst informatieveiligheid').
        organisation: the body it belongs to.
        address: its lines.
        contact: how to reach the adviser.
        logo: a PNG or JPEG file.
        reference: of the letter.
        addressee: for whom it is; the parties of the protocol when empty.
        author: who signs.
        function: in which capacity.
        place: where it is signed.
        date: of the letter. The program never takes the date of today by itself: the same input must
            give the same bytes.
        template: a Word file with the service's own layout.
    """

    service: str = ""
    organisation: str = ""
    address: tuple[str, ...] = ()
    contact: str = ""
    logo: Path | None = None
    reference: str = ""
    addressee: str = ""
    author: str = ""
    function: str = ""
    place: str = ""
    date: dt.date | None = None
    template: Path | None = None
