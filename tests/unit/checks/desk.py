"""A protocol on a lawyer's desk: its parts, to be changed one by one, and what one rule finds in it."""

from __future__ import annotations

import functools

from protocheck.engine.evaluate import finder_of
from protocheck.engine.examples import found_in
from protocheck.model.outcome import Finding
from protocheck.rulebook import Rulebook, load
from protocheck.rulebook.rules import FindingExample

HEAD = """PROTOCOL voor de mededeling van persoonsgegevens van het Agentschap Sloop naar de stad Wijtsbeke

Tussen:

het Agentschap Sloop, Havenlaan 1, 1000 Brussel, KBO 0534.173.753, vertegenwoordigd door mevrouw \
Greet Van Overloop, administrateur-generaal, hierna 'het Agentschap',

en

de stad Wijtsbeke, Markt 1, 9000 Wijtsbeke, KBO 0425.217.514, vertegenwoordigd door het college van \
burgemeester en schepenen, voor wie optreden Bavo Lernout, burgemeester, en Ine Cuvelier, algemeen \
directeur, hierna 'de Stad'.

"""
ADVICE = """Overwegende dat de functionaris voor gegevensbescherming van het Agentschap op 20 januari 2026 \
en die van de Stad op 22 januari 2026 een gunstig advies gaven;

"""
AIM = """Artikel 1. Doel

De Stad gebruikt de gegevens om de premie te berekenen.

"""
NAMES = """
Voor het Agentschap                    Voor de Stad

Greet Van Overloop                     Bavo Lernout          Ine Cuvelier
administrateur-generaal                burgemeester          algemeen directeur
"""
MADE = "Opgemaakt te Wijtsbeke op 12 maart 2026, in twee exemplaren.\n"


def paper(article: str = "", *, head: str = HEAD, advice: str = ADVICE, signed: str = MADE + NAMES) -> str:
    """Return a sound protocol with a second article, or with other parts."""
    second = f"Artikel 2. Slotbepalingen\n\n{article}\n\n" if article else ""
    return head + advice + AIM + second + signed


@functools.cache
def _rules() -> Rulebook:
    return load()


def found(code: str, text: str) -> list[Finding]:
    """Return what the rule with this code finds in a text."""
    rules = _rules()
    rule = next(each for each in rules.findings if each.id == code)
    run, findings = found_in(rule, FindingExample(0, text), rules, finder_of(rules))
    assert run.state != "failed", run.reason
    return list(findings)


def quotes(code: str, text: str) -> list[str]:
    """Return the words that the findings of a rule point at."""
    return [finding.primary.quote for finding in found(code, text)]
