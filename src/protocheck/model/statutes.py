"""An act, decree or order as the table of statutes knows it."""

from __future__ import annotations

from protocheck.record import record


@record
class Statute:
    """What is certain of a statute (wet, decreet, besluit); dates as ISO text, empty when not certain.

    Attributes:
        key: as facts name it: kind and date ('decreet 2008-07-18'), or a name of its own ('avg').
        kind: the word in daily use ('decreet', 'bvr' for an order of the Flemish Government).
        date: of the act itself.
        title: the official title behind the date.
        number: of a European act ('2016/679').
        short: names in daily use.
        other_titles: of other statutes of that very day, so that a citation of one is not taken for this one.
        alone: whether no other act of its kind and day is known to be cited beside those in `other_titles`,
            so that a citation with another title is a mistake.
        in_force_from: the first day it was law.
        in_force_to: the last day it was law.
        replaced_by: the key of the statute that took its place, or its name when it is not in the table.
    """

    key: str
    kind: str
    date: str
    title: str
    number: str = ""
    short: tuple[str, ...] = ()
    other_titles: tuple[str, ...] = ()
    alone: bool = False
    in_force_from: str = ""
    in_force_to: str = ""
    replaced_by: str = ""
