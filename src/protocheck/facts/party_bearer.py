"""The legal person behind a service: 'de Dienst X, voor wie het ministerie Y optreedt' is one party, X."""

from __future__ import annotations

from protocheck.facts import party_bodies
from protocheck.facts.reading import Reading
from protocheck.regex import lazy

_ACTS = (
    r"(?:(?:optre|handel|teken|onderteken|contracte|treed|verschijn|spre|stelp|verbin)\w+|zich|op|hier"
    r"|hierbij"
    r"|te dezen|ten deze|in rechte|alhier|juridisch|wettelijk|enkel|in dezen)"
)
# 'voor wie', 'namens dewelke', 'waarvoor': what follows acts for what was named before.
_FOR_WHOM = lazy(
    r"\b(?:(?:voor|namens) (?:wien?|(?:de|het)?welke?|hetwelk)|waarvoor|in wi?en?s naam|in wier naam"
    rf"|in naam (?:van (?:wien?|(?:de|het)welke?|hetwelk)|waarvan))(?:,? {_ACTS}){{0,4}},?"
    r" (?:de |het )?$"
)
_BELONGS = lazy(
    r"\b(?:(?:handelend|optredend|tekenend|contracterend|werkend) (?:via|namens|onder|in naam van"
    r"|voor rekening"
    r" van|door middel van)(?: de (?:rechtspersoonlijkheid|naam|vlag) van)?"
    r"|(?:eigen )?rechtspersoonlijkheid (?:van|binnen|bij|onder|in)|(?:onderdeel|afdeling|deel|entiteit"
    r"|tak) van"
    r"|deel uit ?makend[e]? van|(?:deel|onderdeel) uitmaakt van|(?:res+orterende?|vallende?|werkende?) onder"
    r"|behorende?(?: tot| bij)|ingebed in|ondergebracht bij|in de schoot van|ingericht (?:door|binnen)"
    r"|(?:in|door) (?:de rechtspersoon|rechte vertegenwoordigd door)|gedragen door|(?:ressorteert|valt) onder"
    r"|binnen de structuur van|onder de rechtspersoonlijkheid van|die handelt (?:via|namens|onder))"
    r" (?:de |het )?$"
)
_KINDS = lazy(rf"\b{party_bodies.KIND}\b")
_AHEAD = 90
_NAMED = 140


def acts_for_another(reading: Reading, start: int) -> bool:
    """Tell whether a name is that of the legal person which acts for the body named before it."""
    ahead = reading.before(start, _AHEAD)
    if _FOR_WHOM.search(ahead) is not None:
        return True
    belongs = _BELONGS.search(ahead)
    if belongs is None:
        return False
    at = start - len(ahead) + belongs.start()
    sentence = reading.sentence(at)
    return _KINDS.search(reading.low, max(sentence.start, at - _NAMED), at) is not None
