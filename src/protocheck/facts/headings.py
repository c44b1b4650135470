"""What an article is about, by its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import lazy

Subject = Literal["data", "recipients", "start", "retention"]

_SUBJECTS: dict[Subject, re.Pattern[str]] = {
    "data": lazy(
        r"gegevens\b.{0,80}(?:categorie|omvang|proportional|verantwoording)|(?:categorie|omvang|gevraagde"
        r"|meegedeelde|medegedeelde|welke"
        r"|soort|aard|overzicht|beschrijving|betrokken|uitgewisselde|uit te wisselen|mee te delen|lijst"
        r"|inhoud|voorwerp)\w*.{0,60}gegevens|^(?:de )?(?:persoons)?gegevens(?:set|elementen)?$"
        r"|dataminimalisatie|minimale gegevens|wat \w+ .{0,40}\b(?:mee|door)\b|^(?:de )?(?:inlichtingen"
        r"|informatie|dataset|velden|data|inhoud)\b|^omvang\b|^voorwerp van de (?:mededeling|levering"
        r"|doorgifte"
        r"|uitwisseling)|^inhoud van"
        r"|^de lijst$|wat (?:krijgt|ziet|ontvangt|weet)|wat (?:er |we |wij )?(?:wordt|worden|delen"
        r"|meedelen|doorgeven)|wat en waarom|over welke gegevens|welke \w*gegevens"
        r"|welke (?:inlichtingen|informatie|data|velden|kolommen)\b"
    ),
    "recipients": lazy(
        r"ontvanger|\bderden?\b|toegang(?! tot de authentieke)|wie (?:krijgt|heeft)|wie .{0,40}(?:krijgt"
        r"|ziet|gebruikt)|^voor wie|bestemmeling|gebruikers|doorgifte aan"
    ),
    "start": lazy(
        r"inwerking|duur\b|looptijd|vanaf wanneer|hoe ?lang (?:geldt|loopt)|hoe ?lang deze|geldigheid"
        r"|aanvang|aanvang|opzegging|beëindiging|slotbepaling|ondertekening|geldigheid"
    ),
    "retention": lazy(r"bewaar|bewaring|retentie|vernietig"),
}
_NOT: dict[Subject, re.Pattern[str]] = {
    "data": lazy(
        r"beveilig|kwaliteit|ontvanger|gegevensbescherming|bewaar|\bniet\b|rechten van|lek|inbreuk|doeleind"
        r"|rechtsgrond|wettelijke basis|rechtvaardiging|periodiciteit|juistheid|contact|derden|authentieke"
    ),
    "recipients": lazy(r"recht op|rechten van|logging|beveilig"),
}
_PLAIN_HEADING = lazy(
    r"(?:^|\n) *(?:artikel"
    r"|art\.?) ?(?P<number>[\divx]{1,5}[.\d]{0,4})\.? ?[:.\u2013-]? *(?P<heading>[^\n]{0,200})"
)


def sections(reading: Reading, subject: Subject) -> tuple[Span, ...]:
    """Return the parts whose heading says that they treat the subject."""
    return tuple(span for heading, span in _parts(reading) if _is(heading, subject))


def _is(heading: str, subject: Subject) -> bool:
    excluded = _NOT.get(subject)
    return _SUBJECTS[subject].search(heading) is not None and not (excluded and excluded.search(heading))


def _parts(reading: Reading) -> Iterator[tuple[str, Span]]:
    parts = reading.parts
    if parts:
        for part in parts:
            yield " ".join(part.heading.lower().split()), part.span
        return
    found = list(_PLAIN_HEADING.finditer(reading.low))
    for match, after in zip_longest(found, found[1:]):
        end = after.start() if after else len(reading.low)
        yield " ".join(match.group("heading").split()), Span(match.start("number"), end)
