"""Acts by the short names that everyone uses for them, without a date."""

from __future__ import annotations

import datetime as dt
import re

from protocheck.record import record
from protocheck.regex import lazy

GDPR = "avg"


@record
class Short:
    """A statute known by a short title."""

    key: str
    kind: str
    date: dt.date | None
    pattern: str


# Only names that mean one statute in every paper; the full table stands in rules/statutes.yaml.
TABLE = (
    Short(
        GDPR,
        "verordening",
        dt.date(2016, 4, 27),
        r"avg\b(?!-)|gdpr\b(?!-)|algemene verordening(?: inzake)? gegevensbescherming"
        r"|algemene verordening(?! gegevensb)",
    ),
    Short("decreet 2008-07-18", "decreet", dt.date(2008, 7, 18), r"e-?gov(?:ernment)?-?decreet"),
    Short("decreet 2018-06-08", "decreet", dt.date(2018, 6, 8), r"avg-decreet|gdpr-decreet"),
    Short(
        "decreet 2017-12-22",
        "decreet",
        dt.date(2017, 12, 22),
        r"decreet (?:over het )?lokaal bestuur\b|\bdlb\b",
    ),
    Short(
        "decreet 2018-02-09",
        "decreet",
        dt.date(2018, 2, 9),
        r"decreet (?:over het |betreffende het )?lokaal sociaal beleid\b",
    ),
    Short("decreet 2018-12-07", "decreet", dt.date(2018, 12, 7), r"bestuursdecreet"),
    Short("decreet 2018-04-27", "decreet", dt.date(2018, 4, 27), r"groeipakketdecreet"),
    Short(
        "wet 2018-07-30", "wet", dt.date(2018, 7, 30), r"gegevensbeschermingswet|kaderwet gegevensbescherming"
    ),
    Short(
        "wet 1976-07-08",
        "wet",
        dt.date(1976, 7, 8),
        r"ocmw-wet|organieke ocmw-wet|organieke wet(?! van)(?=[ ,;.])",
    ),
    Short("wet 1983-08-08", "wet", dt.date(1983, 8, 8), r"rijksregisterwet|wet op het rijksregister"),
    Short("wet 1990-01-15", "wet", dt.date(1990, 1, 15), r"kruispuntbankwet|ksz-wet"),
    Short("decreet 2008-12-19", "decreet", dt.date(2008, 12, 19), r"ocmw-decreet"),
    Short("wet 1992-12-08", "wet", dt.date(1992, 12, 8), r"privacywet\b(?!geving)"),
    Short("strafwetboek", "wetboek", None, r"strafwetboek|\bsw\.(?= )"),
    Short("burgerlijk wetboek", "wetboek", None, r"(?:oud )?burgerlijk wetboek"),
    Short("grondwet", "grondwet", None, r"grondwet\b"),
)


def compiled() -> re.Pattern[str]:
    """Return one pattern in which the group 's0', 's1', ... tells which title was found."""
    parts = "|".join(f"(?P<s{i}>{short.pattern})" for i, short in enumerate(TABLE))
    return lazy(rf"\b(?=[abdegkoprsw])(?<!-)(?:{parts})")  # the letters that the titles begin with
