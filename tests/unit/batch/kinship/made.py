"""Papers made by hand: one template with other towns, for the tests of the view over an archive."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence

from protocheck.batch.kinship.papers import Element, Paper
from protocheck.model.audit import Passage
from protocheck.model.report import (
    DatedFact,
    DatesFact,
    PartyFact,
    PersonFact,
)

AGENCY = "Agentschap Speelnet"
AGENCY_KBO = "0241225043"
_TEXT = """
Doel: {town} gebruikt de gegevens uitsluitend om de toelage voor speelpleinen uit te keren aan gezinnen die er
recht op hebben, en om hun daarover een brief te bezorgen.
Gegevens: Het Agentschap deelt de naam, het adres en de geboortedatum mee van elk kind dat in {town} woont en
dat het jaar voordien aan een erkend speelplein deelnam, met het aantal dagen van zijn deelname.
Bewaring: De gegevens worden bewaard gedurende drie jaar na de uitkering van de toelage en daarna gewist, ook
in de reservekopieën, wat de dienst Jeugd schriftelijk bevestigt.
Beveiliging: De overdracht gebeurt via een versleutelde verbinding naar een map waartoe alleen de gemachtigde
medewerkers van beide partijen toegang hebben, en elke raadpleging wordt gelogd.
Sanctie: Komt een partij dit protocol niet na, dan kan de andere de mededeling schorsen na een
ingebrekestelling waaraan binnen vijftien dagen geen gevolg is gegeven, en schadevergoeding vragen.
Kwaliteit: Wie een fout in de gegevens opmerkt, meldt dat binnen vijf werkdagen aan de andere partij, die de
verbetering doorvoert en bevestigt, waarna beide hun bestanden aanpassen.
"""
_HEADED = re.compile(r"^(\w+): ((?:.|\n)*?)(?=^\w+: |\Z)", re.MULTILINE)
TEMPLATE = tuple((found[1], " ".join(found[2].split())) for found in _HEADED.finditer(_TEXT))


def party(name: str, kind: str, kbo: str = "", *, people: Sequence[str] = (), seat: str = "") -> PartyFact:
    return PartyFact(
        name=name,
        short_name=name,
        kind=kind,
        role="",
        kbo=kbo,
        kbo_valid=bool(kbo),
        seat=seat,
        representatives=tuple(PersonFact(name=each, function="burgemeester") for each in people),
    )


def paper(  # noqa: PLR0913 - a paper says many things; each test names those it is about
    name: str,
    town: str = "Lindevoorde",
    *,
    kbo: str = "",
    articles: Sequence[tuple[str, str]] = TEMPLATE,
    title: str = "Protocol over de speelpleintoelage",
    place: str = "",
    signed: dt.date | None = None,
    in_force: dt.date | None = None,
    ends: dt.date | None = None,
    parties: tuple[PartyFact, ...] | None = None,
    extra: Sequence[Passage] = (),
    elements: tuple[Element, ...] = (),
    strangers: tuple[str, ...] = (),
) -> Paper:
    """A judged protocol of the agency and a town, its articles numbered from 1."""
    body = [
        Passage(
            f"article {at}", "article", f"artikel {at}", heading, 1, text.format(town=f"de gemeente {town}")
        )
        for at, (heading, text) in enumerate(articles, start=1)
    ]
    between = f"Tussen het {AGENCY} en de gemeente {town}, hierna de gemeente."
    top = Passage("preamble", "preamble", "partijen", "", 1, between)
    who = (
        parties
        if parties is not None
        else (
            party(AGENCY, "agency", AGENCY_KBO),
            party(f"gemeente {town}", "municipality", kbo),
        )
    )
    dates = DatesFact(
        signature=_dated(signed), entry_into_force=_dated(in_force), end=_dated(ends, "de einddatum")
    )
    return Paper(
        id=name,
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        places=(place or f"{town.lower()}/{name}.pdf",),
        title=title,
        parties=who,
        dates=dates,
        elements=elements,
        strangers=strangers,
        passages=(top, *body, *extra),
    )


def _dated(value: dt.date | None, text: str = "die dag") -> tuple[DatedFact, ...]:
    return (DatedFact(value=value, text=text, party=""),) if value else ()


def article(number: int, text: str, heading: str = "") -> Passage:
    return Passage(f"article {number}", "article", f"artikel {number}", heading, 2, text)


def element(number: int, status: str, label: str = "") -> Element:
    labels = (label,) if label else ()
    return Element(f"EGOV-{number:02}", number, f"Element {number}", status, labels)


def replaced(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """The template with other words in it."""
    assert any(old in text for _, text in TEMPLATE)
    return tuple((heading, text.replace(old, new)) for heading, text in TEMPLATE)
