"""A hand-made report for the tests of renderers and commands."""

from __future__ import annotations

from dataclasses import replace

from protocheck.advice.compose import advise
from protocheck.model.facts import Facts
from protocheck.model.outcome import CriterionResult, ElementResult, Finding, Outcome, PackInfo, Place, Status
from protocheck.model.package import Package
from protocheck.model.report import Report
from protocheck.model.text import Location
from tests.unit.papers import criterion, evidence, party, reading

PARTS = (
    ("preamble", "aanhef", "Tussen de gemeente Wilgenbeke en het Agentschap Wonen."),
    ("article 5", "artikel 5", "De mededeling duurt vijf jaar."),
    ("article 8", "artikel 8", "Bij *inbreuk* wordt de [mededeling] gestopt | onmiddellijk."),
)
PARTIES = (
    party("gemeente Wilgenbeke", "receiver"),
    party("Agentschap Wonen", "sender", kbo="0123456749"),
)
PAPER = reading(PARTS, title="Protocol over de premie", facts=Facts(parties=PARTIES))
PACK = PackInfo(
    "egov-art8",
    "1",
    "De twaalf elementen",
    {
        "aanleiding": ("Dit advies gaat over het document {{ title }}.",),
        "rechtsgrond": ("Het e-govdecreet, art. 8, §1, vereist een protocol.",),
        "analyse": ("Dit advies toetst het protocol.",),
        "advies-negative": ("Er ontbreekt wat aan bod komt in {{ points_unmet }}.",),
        "publicatie": ("Maak het protocol bekend op de website van {{ parties_short }}.",),
    },
)


def judged(code: str, number: int, title: str, status: Status, words: str = "") -> CriterionResult:
    """A criterion of one element, on the words of the paper."""
    found = (evidence(PAPER, words),) if words else ()
    made = criterion(
        status,
        [
            "Dat staat in {{ where.duur }}: {{ quotes.duur }}.",
            "Er is niets gevonden over {{ missing.duur }}.",
        ],
        found,
        advice="Regel dit alsnog.",
        clause="[ontvangende instantie] meldt dat.\n- [termijn];\n- [kanaal].",
    )
    element = ElementResult("duur", "hoelang de mededeling duurt", status, (0,) if words else ())
    return replace(made, id=code, number=number, title=title, elements=(element,))


def report(*more: CriterionResult, title: str = "Protocol over de premie") -> Report:
    """A report with a point in order, one that lacks, one finding of each severity, and `more` points."""
    place = Place("protocol", "article 5", "artikel 5", "vijf jaar", Location(1, 2, 15))
    findings = (
        Finding("D301", "error", "Te vroeg in werking", "De datum klopt niet.", place, "Pas ze aan."),
        Finding("S504", "info", "Korte opzegtermijn", "De opzegtermijn is kort.", place),
    )
    criteria = (
        judged("EGOV-07", 7, "De periodiciteit en duur", "met", "De mededeling duurt vijf jaar."),
        replace(judged("EGOV-08", 8, "De sancties", "unmet"), remarks=("Dit staat enkel in een bijlage.",)),
        *more,
    )
    paper = reading(PARTS, title=title, facts=Facts(parties=PARTIES))
    return advise(
        Package(paper), Outcome(criteria, findings, (), (PACK,), f"sha256:{'ab' * 32}"), version="1.2.3"
    )
