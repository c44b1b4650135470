"""Addresses (adres, zetel) as Belgian papers write them."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.model.geometry import Span
from protocheck.regex import lazy

_TOWN = (
    r"[A-ZÀ-Þ][\w'À-ÿ-]{1,30}(?:[ -](?!(?:KBO|DPO|BTW|RPR|Ondernemingsnummer|FG)\b)"
    r"(?:[A-ZÀ-Þ][\w'À-ÿ-]{1,30}|op|den|aan|de|ten|ter|aan-de|lez)){0,4}"
)
_ADDRESS = lazy(
    r"(?<![\w-])(?:[A-ZÀ-Þ0-9]"
    r"|'t )[^,;()\n\d:\"|\u00b7]{2,60}?,? *\d{1,4} ?[a-zA-Z]?(?:[-/+]\d{1,4})?(?: *,? *(?:bus|b\.|bte"
    r"|/) *[\w.]{1,6})?(?:,? (?:\d{1,2}(?:ste|de|e) )?(?:toren|blok|gebouw|lokaal|verdieping|verd\.|loket)"
    r"(?: ?[\w.]{1,4})?){0,2}"
    rf" *[,\u2013/\u00b7-]? *(?:(?:te|in) +)?(?:B ?- ?)?(?:[1-9]\d{{3}}) +{_TOWN}"
)
# It begins with the signs that it can begin with: to search for those is ten times faster.
_POSTCODE = lazy(rf"[B1-9](?<!\d[B1-9])(?:(?<=B) ?- ?[1-9]|(?<=[1-9]))\d{{3}} +{_TOWN}")

_BEFORE_STREET = lazy(
    r"^(?:Adres|Zetel|Kantoor|Hoofdzetel|Vestiging|KBO|Straat) +(?=[A-ZÀ-Þ'])"
    r"|(?<=[a-z]{3})[.!?] +(?=[A-ZÀ-Þ'])"
    r"|\b(?:is|zijn|ligt|gevestigd|kantoor|kantoren|zetel|bevindt|zit|zitten|werkt|werken"
    r"|vindt (?:u )?(?:ons|\w+)|adres|treft u ons|woont|huizen?|huist) (?:te |in |op |aan )?(?:de "
    r"|het )?(?=[A-ZÀ-Þ'])"
)
# '9175 IJzerdonk, Pompstraat 40': the town comes first.
_STREET_BEHIND = lazy(
    r",? +(?:[A-ZÀ-Þ]|'t )[^,;()\n\d:]{2,50} \d{1,4} ?[a-zA-Z]?\b(?:[-/+]\d{1,4})?(?:,? bus \w{1,5})?(?!\d"
    r"|\.\d| +[A-ZÀ-Þ])"
)
_OPENS = lazy(r"(?:^|[,;:(\n\u2013]|\b(?:te|in|zetel|adres|gevestigd|kantoor)) *$")
_STREET = 100  # room for street, number and box before the postcode
_WORD = 12


def find(flat: str, span: Span) -> Iterator[Span]:
    """Yield the addresses with street, number, postcode and town in `span`."""
    floor = span.start
    for postcode in _POSTCODE.finditer(flat, span.start, span.end):
        start = max(floor, postcode.start() - _STREET)
        match = _ADDRESS.search(flat, start, postcode.end())
        if match is not None:
            floor = match.end()
            yield Span(match.start() + _lead(match.group()), match.end())
        elif _OPENS.search(flat[max(floor, postcode.start() - _WORD) : postcode.start()]):
            behind = _STREET_BEHIND.match(flat, postcode.end(), span.end)
            if behind is not None:
                floor = behind.end()
                yield Span(postcode.start(), behind.end())


def _lead(address: str) -> int:
    """Return how many characters before the street belong to the sentence: 'Ons kantoor is in de ...'."""
    return max((match.end() for match in _BEFORE_STREET.finditer(address)), default=0)


def end_of_town(flat: str, span: Span) -> int | None:
    """Return where the first postcode with its town ends, None when there is none."""
    match = _POSTCODE.search(flat, span.start, span.end)
    return None if match is None else match.end()


def below_name(text: str, flat: str, address: Span) -> Span:
    """Return the address without the name on the line above it, which nothing but a line end parts."""
    at = text.find("\n", address.start, address.end)
    while at >= 0:
        later = next(find(flat, Span(at, address.end)), None)
        if later is not None and later.end == address.end:
            return later
        at = text.find("\n", at + 1, address.end)
    return address
