"""What a criterion comes to in a few words, for the narrow column of a table.

A quotation's first words often tell nothing ('De meegedeelde persoonsgegevens worden ...'). So the gist
names what the evidence holds (encryption, suspension), or starts the quotation where its point starts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from protocheck.language import translate as _
from protocheck.model.report import CriterionInfo, FactsInfo
from protocheck.regex import lazy

LONGEST, PART = 80, 52

# The words at which the point of a quotation starts.
_POINT: Mapping[str, re.Pattern[str]] = {
    "EGOV-02": re.compile(r"\b(?:om|teneinde|opdat|zodat|met het oog op|voor)\b"),
    "EGOV-04": re.compile(
        r"\b(?:de|een|het|alleen|enkel|uitsluitend) (?:\w{1,20} ){0,2}"
        r"(?:\w{0,20}medewerkers?|\w{0,12}dienst\w{0,4}"
        r"|team\w{0,4}|\w{0,10}ambtena\w{0,4}|werkers?|personeel\w{0,6}|\w{0,12}be(?:heer|handel)\w{0,6})\b"
    ),
    "EGOV-07": re.compile(
        r"\b(?:telkens|jaarlijks|maandelijks|wekelijks|dagelijks|eenmalig|permanent|elke|elk|ieder|iedere"
        r"|[ée][ée]n keer|\w{2,6} keer|per|zodra|bij elke|op de|op het|binnen|voor de duur|zolang|tot"
        r"|voor onbepaalde|gedurende|voor een|eindigt|de laatste)\b",
        re.IGNORECASE,
    ),
    "EGOV-09": re.compile(r"\b(?:om|teneinde|met het oog op|in het kader van|voor|met de bedoeling)\b"),
    "EGOV-10": re.compile(r"\b(?:gezien|omdat|want|aangezien|doordat|daar|om die reden\w*)\b"),
    "EGOV-11": re.compile(
        r"\b(?:meldt?|melden|signaleert|verwittigt|licht|laat|laten|brengt|bericht|geeft|legt|schrijft)\b"
    ),
}
_STATUTE = lazy(
    r"\b(?:decreet|wet|koninklijk besluit|ministerieel besluit|besluit van de Vlaamse Regering|besluit"
    r"|reglement|ordonnantie|wetboek)\b(?: (?:op|over|van|betreffende) [^\n;:.(]{3,40}?)?"
    r" van \d{1,2} [a-z]{3,9} \d{4}"
)
_EGOV = "18 juli 2008"

# The element whose evidence tells most: of the compatibility its reasons, of the quality who reports.
_TELLING = {"EGOV-10": 1, "EGOV-11": 0}


def of(criterion: CriterionInfo, facts: FactsInfo) -> str:
    """Return what the evidence of a criterion comes to; empty when there is none."""
    stated = _stated(criterion, facts)
    if any(stated):
        return "; ".join(stated)
    labels = _labels(criterion.id, " ".join(_said(criterion)))
    if labels:
        return ", ".join(labels)
    quotes = _apart([_pointed(criterion.id, quote) for quote in _best(criterion)])
    if len(quotes) < 2:  # noqa: PLR2004 - one quotation may take all the room
        return "".join(f"“{_cut(quote, LONGEST - 2)}”" for quote in quotes)
    return "; ".join(f"“{_cut(quote, PART)}”" for quote in quotes[:2])


def _stated(criterion: CriterionInfo, facts: FactsInfo) -> Sequence[str]:
    """Return what the facts say in fewer words than a quotation would."""
    match criterion.id:
        case "EGOV-01":
            return [name(party.short_name) for party in facts.parties]
        case "EGOV-03":
            return [_cut("; ".join(item.name.rstrip(" ;.,") for item in facts.data_items), LONGEST)]
        case "EGOV-05":
            cited = (found.group() for quote in _said(criterion) for found in _STATUTE.finditer(quote))
            return list(dict.fromkeys(each for each in cited if _EGOV not in each))[:3]
        case _:
            return ()


def name(short: str) -> str:
    """Return the name of a party as it stands in a list: no article, a capital."""
    bare = short.removeprefix("de ").removeprefix("het ")
    return bare[:1].upper() + bare[1:]


def _labels(criterion: str, said: str) -> Sequence[str]:
    """Name the measures and consequences that the evidence holds, in the order of the table."""
    low = said.lower()
    return [label for label, words in _named(criterion) if re.search(words, low)]


def _named(criterion: str) -> Sequence[tuple[str, str]]:
    match criterion:
        case "EGOV-06":
            return (
                (_("encryption"), r"versleutel|vercijfer|encrypt|geëncrypt|\baes\b|\bpgp\b"),
                (
                    _("secured connection"),
                    r"sftp|\btls\b|\bvpn\b|https|beveiligde (?:verbinding|lijn)|certifica",
                ),
                (
                    _("logging in"),
                    r"wachtwoord|authenticati|token|identiteitskaart|pincode|aanmeld|melden zich",
                ),
                (_("access control"), r"toegang|\brol\b|rechten|geautoriseerd"),
                (_("security policy"), r"veiligheidsplan|veiligheidsbeleid|iso 27|minimale normen"),
                (_("secrecy"), r"geheimhouding|vertrouwelijkheid|beroepsgeheim"),
                (_("training"), r"opleiding|vorming|training"),
                (_("backup"), r"back-?up|reservekopie"),
            )
        case "EGOV-08":
            return (
                (
                    _("suspension"),
                    r"opschort|schors|stilleg|stopzet|stop te zetten|stopgezet|geen nieuwe|afsluit",
                ),
                (_("termination"), r"beëindig|ontbind|opzeg|verbre|ophouden|geen partij meer"),
                (_("damages"), r"schadevergoed|vergoed|schade|kosten|betaalt|boete"),
                (_("erasure"), r"\bwis|vernietig"),
            )
        case "EGOV-12":
            return (
                (_("format"), r"\bcsv|\bxml|\bjson|excel|rekenblad|\bformaat|bestand|\bpdf|7-? ?zip"),
                (
                    _("channel"),
                    r"mailbox|mailadres|portaal|sftp|platform|webservice|webdienst|server|\bvia\b|\bmap\b",
                ),
                (
                    _("logging of access"),
                    r"\blog|noteert|gelogd|registreert|elke raadpleging|wie (?:ze|het|er)",
                ),
                (_("reference index"), r"verwijzingsrepertorium"),
            )
        case _:
            return ()


def _said(criterion: CriterionInfo) -> Iterator[str]:
    """Yield what the evidence of the elements says."""
    for index in dict.fromkeys(index for each in criterion.elements for index in each.evidence):
        yield _read(criterion, index)


def _best(criterion: CriterionInfo) -> Iterator[str]:
    """Yield what the best piece of evidence of each element says; of the one that tells most alone."""
    elements = [each for each in criterion.elements if each.evidence]
    if criterion.id in _TELLING:
        elements = elements[_TELLING[criterion.id] :][:1] or elements[:1]
    for index in dict.fromkeys(each.evidence[0] for each in elements):
        yield _read(criterion, index)


def _read(criterion: CriterionInfo, index: int) -> str:
    each = criterion.evidence[index]
    return " ".join((each.reading or each.quote).split()).rstrip(" ;,.")


def _apart(quotes: Sequence[str]) -> Sequence[str]:
    """Drop a quotation that another one holds."""
    bare = [quote.removeprefix("… ") for quote in quotes]
    return [
        quote
        for number, quote in enumerate(quotes)
        if not any(bare[number] in other for place, other in enumerate(bare) if place != number)
    ]


def _pointed(criterion: str, quote: str) -> str:
    """Return the quotation from where its point starts, with dots for what stands before."""
    point = _POINT[criterion].search(quote) if criterion in _POINT else None
    at = point.start() if point else 0
    return quote if at < PART // 2 else f"… {quote[at:]}"


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", 0, limit - 2)
    return f"{text[: cut if cut > 0 else limit - 2].rstrip(' ,;:-')} …"
