"""What the coded checks for findings report on a small paper, with the words of the real rules."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from protocheck.checks import FINDERS
from protocheck.checks.case import Case, Hit
from protocheck.engine.examples import reading_of
from protocheck.model.package import Package, Reading
from protocheck.rulebook import load
from protocheck.rulebook.rules import FindingRule

WORDED = """Protocol gegevensdeling

Tussen het Agentschap Wonen, KBO 0316.380.841, en de stad Wijtsbeke, Markt 1, 8790 Wijtsbeke.

Artikel 1. Voorwerp

Het agentschap deelt gegevens mee aan de stad.

Artikel 2. Doeleinden

§ 1. De stad gebruikt de gegevens om de premie te berekenen.

§ 2. Zij schrijft de eigenaars ook aan.

Artikel 3. Rechtsgrond

Het agentschap handelt op grond van het decreet van 22 december 2017 over het lokaal bestuur, inzonderheid \
artikel 40 en artikel 41, 8°.

Artikel 4. Gegevens

Het agentschap bezorgt:

a) naam en adres van de eigenaar, om hem aan te schrijven;
b) het perceelnummer, om de woning te vinden;
c) de oppervlakte van het dak, om het bedrag te berekenen.

Artikel 5. Bewaring

De stad wist de gegevens twee jaar na de beslissing.

Artikel 6. Ontvangers

De dienst Wonen leest de gegevens.

Artikel 7. Bepaling

{clause}

Artikel 8. Duur en opzegging

Dit protocol geldt voor vijf jaar. Elke partij kan het opzeggen met een termijn van zes maanden.

Opgemaakt te Wijtsbeke op 12 maart 2026, in twee exemplaren.

Voor de stad
"""

NUMBERED = """Protocol gegevensdeling

Tussen het Agentschap Wonen, KBO 0316.380.841, en de stad Wijtsbeke, Markt 1, 8790 Wijtsbeke.

1. VOORWERP

1.1 Het agentschap deelt gegevens mee aan de stad.

2. DOEL

2.1 De stad gebruikt de gegevens om de premie te berekenen.
2.2 Zij schrijft de eigenaars ook aan.

3. GROND

3.1 Het agentschap handelt op grond van het decreet van 22 december 2017 over het lokaal bestuur, artikel 40.

4. GEGEVENS

4.1 Het agentschap bezorgt:
- naam en adres van de eigenaar, om hem aan te schrijven;
- het perceelnummer, om de woning te vinden.

5. BEWARING

5.1 De stad wist de gegevens twee jaar na de beslissing.

6. WIJZE

6.1 {clause}

7. DUUR

7.1 Dit protocol geldt voor vijf jaar.

Getekend te Wijtsbeke op 12 maart 2026.
"""


@functools.cache
def rules() -> Mapping[str, FindingRule]:
    """The rules for findings by code."""
    return {rule.id: rule for rule in load().findings}


def hits(code: str, text: str, annexes: tuple[str, ...] = ()) -> tuple[Reading, list[Hit]]:
    """What the check of a rule yields on a text."""
    main = reading_of(text)
    others = tuple(reading_of(each, f"annex-{number}") for number, each in enumerate(annexes, start=1))
    rule = rules()[code]
    return main, list(FINDERS[rule.check](Case(main, Package(main, others), rule.params)))


def quotes(code: str, text: str, annexes: tuple[str, ...] = ()) -> list[str]:
    """The words that the check of a rule points at, blanks folded."""
    main, found = hits(code, text, annexes)
    return [" ".join(hit.span.of(main.text.text).split()) for hit in found if hit.span is not None]


def in_clause(code: str, clause: str, paper: str = WORDED) -> list[str]:
    """The same for a clause in the seventh article of a paper that is otherwise right."""
    return quotes(code, paper.format(clause=clause))
