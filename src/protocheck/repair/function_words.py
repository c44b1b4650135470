"""Small Dutch words that stand on their own: they tell a lost blank from a compound."""

from __future__ import annotations

from typing import Final

FUNCTION: Final = frozenset(
    "de het een en van in op te dat die voor met aan door bij om als tot uit er naar over onder tussen "
    "niet ook deze dit dan maar zich zoals indien of is wordt worden zijn kan kunnen zal zullen moet "
    "moeten heeft hebben was waren werd werden mag mogen wil willen doet doen gaat geeft alle andere elk "
    "elke ieder iedere geen wel zo ze zij hij ik je u we wij haar hun ons onze uw mijn zelf via per tegen "
    "zonder volgens tijdens vanaf na al wat waar wie welke wanneer omdat zodat ten ter enkel alleen nog "
    "meer hier daar waarin waarbij waarvan waarop waarvoor hierbij daarbij tevens echter dus binnen "
    "krachtens conform inzake betreffende beide twee drie".split()
)
# Parts of compounds as well ('kind-er-begeleiders', 'water-schot-ten'), so that they prove no lost blank.
TELLING: Final = FUNCTION - frozenset("er ten ter twee drie".split())
# Start compounds as well ('meerkosten'), so that before a noun they prove nothing.
_STARTING: Final = frozenset(
    "meer zelf in op aan om uit door over onder voor na bij tegen binnen tussen al wel was er ten ter".split()
)
# 'vijf jaar' and 'drie gemeenteraden' are no compounds, 'driehoek' is.
NUMERALS: Final = frozenset("twee drie vier vijf zes zeven acht negen tien elf twaalf vierentwintig".split())
_COUNTED: Final = frozenset("jaar uur euro keer maal procent".split())


# The list knows these from old texts; in ours they are two words between which the blank was lost.
OLD: Final = {
    "ende": "en de",
    "voorde": "voor de",
    "diede": "die de",
    "vaneen": "van een",
    "zoude": "zou de",
    "ineen": "in een",
    "opeen": "op een",
    "inde": "in de",
    "toten": "tot en",
    "dateen": "dat een",
}


def stand_apart(head: str, tail: str) -> bool:
    """Tell whether these make no compound, since one is a small word or the first counts the second."""
    if head in NUMERALS:
        return tail in _COUNTED or tail.endswith(("en", "s"))
    return (head in TELLING and head not in _STARTING) or tail in TELLING
