"""Seat and representatives in a clause of the parties block."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from protocheck.facts import addresses, persons
from protocheck.facts.reading import Reading
from protocheck.model.facts import Person
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_SEAT = lazy(
    r"\b(?:met |waarvan de |en )?(?:als )?(?:maatschappelijke |sociale |administratieve "
    r"|statutaire )?(?:hoofd)?zetel(?! houden)(?: is| zijnde| zich bevindt| ligt)?"
    r"(?: gevestigd| gelegen)?(?: is| ligt)?(?: te| aan| in| op)?\b *:? *"
    r"|\b(?:met |houdt )?kantoor (?:te|aan|in|op)\b *"
    r"|\bmet (?:stadhuis|gemeentehuis|provinciehuis|commissariaat|standplaats) (?:te|aan|in|op)\b *"
    r"|\b(?:gelegen|gevestigd|gehuisvest|zetelend|(?:kantoor|zetel) ?houdende?)(?: te| aan| in| op)\b *:? *"
    r"|\b(?:met |waarvan de )?kantoren(?: zijn)?(?: gevestigd| gelegen)?(?: zijn)?(?: te| aan| in| op)\b"
    r" *:? *"
    r"|\b(?:met (?:als )?)?(?:adres|vestigingsadres|hoofdvestiging|vestiging)(?: te\b| is\b|[ \t]*:|\t)[ \t]*"
    r"|\bmet (?:als )?adres\b[ \t]*"
    r"|\bten kantore(?: van| te)\b *|\bwonende? te\b *"
)
# At most letters none of these can begin: that is told once, and not for each of them.
_REPRESENTED = lazy(
    r"\b(?=[vinwohtmgb]|door |repr|laat zich|laten zich)(?:"
    r"\bvertegenwoordigd(?:[^\n;:.]{0,30}?)\b(?:door|in de persoon van)\b *:? *|\bin de persoon van\b *:? *"
    r"|\brepresented by\b *|\b(?:laat|laten) zich (?:[a-z]{3,14} ){0,4}(?:vertegenwoordigen"
    r"|verbinden) door\b *:? *"
    r"|\b(?:ver|ge)bonden (?:wordt |worden |is )?door\b *:? *"
    r"|\b(?:voor|namens) (?:wien?|welke|dewelke|hetwelk)(?: (?:hier|dit protocol))? (?:optreedt|optreden"
    r"|tekent|tekenen|handelt|handelen|ondertekent|ondertekenen)\b[ :,]*"
    r"|\b(?:waarvoor|(?:voor|namens) (?:wien?|welke|dewelke|hetwelk)|in wi?en?s naam|in wier naam"
    r"|in naam (?:van (?:wie|welke|dewelke|hetwelk)|waarvan))\b(?=[^.;\n]{4,140},? (?:optreedt|optreden"
    r"|handelt|handelen|(?:onder)?tekent|(?:onder)?tekenen|stuk tekenen|zich verbindt|zich verbinden)\b) *"
    r"|\bwaarvoor (?:optreedt|optreden|tekent|tekenen)\b[ :,]*|\b(?:optredend|handelend) door\b *:? *"
    r"|\b(?:handelt|optreedt|tekent) door (?=\w)"
    r"|\bmet als (?:[\w-]{3,24}(?: [\w-]{3,24})? en )?(?:ondertekenaar|vertegenwoordiger"
    r"|tekenbevoegde)\b[ :]*"
    r"|\bondertekenaar\(s\) *[:\t] *|\b(?:ondertekenaars?|tekenbevoegde?n?|gemachtigden?"
    r"|bevoegde? persoon|wie (?:onder)?tekent"
    r"|(?:onder)?tekent|handtekening van)\b *[:\t] *"
    # A line of its own: 'door de algemeen directeur, mevr. A B'.
    r"|door (?<![\w,.;:)] door )(?:de |haar |zijn |het )?(?=(?:waarnemend |algemeen |leidend |gedelegeerd )?"
    r"(?:burgemeester|\w{0,14}directeur|voorzit|secretaris|administrateur|gouverneur|korpschef|bestuurder"
    r"|ambtenaar|heer|mevr|dhr|rector|schepen|zonecommandant))"
    r"|\b(?:getekend|ondertekend) door\b *:? *"
    r"|\b(?:voor|namens) (?:haar|hem|ons|deze|zich) (?:onderteken|handel|teken|treed|optre)\w+(?: op\b)?[ :]*"
    r"|\bnamens (?:haar|hem|het|deze|de \w+) (?:handel|teken|treed|optre)\w+\b[ :]*"
    r"|\b(?:onder)?tekent via\b[ :]*|\b(?:handelt|optreedt|treedt op|spreekt) (?:via|bij monde van)\b[ :]*"
    r"|\bbij monde van\b *|\bmet als (?:gevolmachtigde|vertegenwoordigers?"
    r"|lasthebber)\b(?: voor dit protocol)?[ :]*"
    r"|\bvoor (?:de|het) [\w-]{3,25} (?:tekent|tekenen|ondertekent|ondertekenen|treedt"
    r"|treden)\b(?: op)?[ :]*|\btreed?(?:t|en) op *[:\t] *"
    r"|\b(?:wettelijk(?:e)? )?vertegenwoordigers?(?: is| zijn)?(?: *[:\t] *| +(?=de heer|mevr|dhr))"
    r"|\bvertegenwoordigd *[:\t] *)"
)
_CUE = lazy(
    r"[;\n\"(]|,? *\b(?:en )?(?:rechtsgeldig|geldig)? *vertegenwoordigd|,? *\b(?:en )?(?:ingeschreven"
    r"|geregistreerd|met (?:als )?(?:kbo|ondernemings|btw|nummer)|kbo|ondernemingsn|btw\b"
    r"|hierna|verder (?:genoemd|te noemen)|in de persoon van|(?:voor|namens) wie|waarvoor|optredend"
    r"|handelend|enerzijds|anderzijds|rpr\b)"
)
_AFTER_PEOPLE = lazy(
    r"(?<! wie)(?<! naam)(?<!waarvoor),? (?:optreedt|optreden|handelt|handelen|tekent|tekenen"
    r"|ondertekent|ondertekenen)\b"
    r"|[ ,(]*\b(?:hierna|hieronder|verder (?:ook |kortweg )?(?:genoemd|te noemen|aangeduid|vermeld)"
    r"|met (?:maatschappelijke |administratieve |als )?(?:zetel|adres|kbo|kantoor|kantoren"
    r"|ondernemingsn\w*)|kbo|ondernemingsn|ingeschreven|enerzijds|anderzijds"
    r"|gevestigd (?:te|aan|in|op)|gelegen (?:te|aan|in|op)|beide met|allen met|kantoor ?houdend"
    r"|als (?:meedelende|ontvangende)|adres *[:\t]|zetel *[:\t]|e-?mail(?:adres)? *[:\t]|contact|dpo *[:\t]"
    r"|functionaris voor gegevensbescherming)|\(\"|[\[\t]| ?\((?:functionaris|dpo|fg|e-?mail|contact|hierna)"
    r"|,? (?:wordt|worden|sluiten|sluit|komen|komt|spreken|verklaren|is|zijn) (?:men|het|verder"
    r"|hierna|hieronder|volgend|overeen|af|dit|een)"
    # the words that close the sentence of which the recitals are the beginning
    r"|,? (?:(?:wat|hetgeen|als) (?:hierna |hieronder )?volgt|afgesproken|overeengekomen|overeen"
    r"|zich (?:akkoord|verbonden|ertoe)|(?:ver|ge)bonden (?:door|aan) (?:dit|deze|de)"
    r"|het (?:volgende|onderstaande|navolgende|hiernavolgende|hierna volgende)"
    r"|(?:dit|deze|de|het)(?: onderhavige| onderstaande)? (?:protocol|overeenkomst|convenant)"
    r"|de (?:volgende|onderstaande|hiernavolgende) (?:afspraken|bepalingen))\b(?=[^,;\n]{0,60}(?:[.:]|$))"
)


# 'Burgemeester A B en algemeen directeur C D vertegenwoordigen haar': the people stand before the verb.
_REPRESENT_IT = lazy(
    r"\b(?:vertegenwoordig|verbind|bind)(?:t|en)\b (?:(?:hier|hierbij|rechtsgeldig) )?(?:haar|hem|het|de"
    r"|deze)\b|\bafvaardig(?:t|en)\b"
)
_PASSIVE = lazy(
    r"\bdoor (?P<who>(?:haar|zijn|de|het) [^;:.\n]{4,140}?),? (?:rechtsgeldig )?vertegenwoordigd\b(?! door)"
)
_REVERSED = lazy(r",? +(?P<street>(?:[A-ZÀ-Þ]|'t )[^,;()\n\d]{2,50} \d{1,4}[a-z]?(?: bus \w{1,5})?)")

_SPEAKS_FOR = lazy(
    r"\bvertegenwoordig|\bonderteken(?:t|en)\b|\b(?:voor|namens) wie\b|\bhet woord vo|\boptreed"
    r"|\btreedt? op\b|\btre(?:edt"
    r"|den) (?:hier )?(?:voor|namens)\b|\bteken(?:t|en)\b"
)
_OFFICER_AHEAD = lazy(r"\bfunctionaris|\bdpo\b|\bfg\b|\S{1,60}@")
_STREET_LABEL = lazy(
    r"\b(?:straat|straat en (?:huis)?nummer|adres) *[:\t] *(?P<street>[^\n]{3,60}\d\w{0,3})[ \t]*\n"
)
_TOWN_LABEL = lazy(
    r"\s{0,4}\b(?:postcode(?: en (?:gemeente|plaats|woonplaats))?|gemeente"
    r"|plaats) *[:\t] *(?P<town>[1-9]\d{3} [^\n]{2,40})"
)
_LINE = 110
_OPENING = 4  # blanks or a sign before the first name of a line
_SHORTEST, _LONGEST = 3, 150  # a town at least, a line and a half at most
_SENTENCE = lazy(
    r"(?<![A-Z ])(?<![ (][A-Z][a-z])"
    r"(?<!dhr)(?<!mevr)(?<!mw)(?<!dr)(?<!ir)(?<!ing)(?<!prof)(?<!mr)(?<!wnd)(?<!St)\."
    r"(?= +[A-ZÀ-Þ])"
)


def seat(reading: Reading, span: Span) -> str:
    """Return the address after its cue or a full address in the clause, whichever comes first."""
    full = next(addresses.find(reading.flat, span), None)
    for cue in _SEAT.finditer(reading.low, span.start, span.end):
        if full is not None and full.start < cue.start():
            break
        text = _address(reading, cue.end(), span.end)
        digits = any(c.isupper() or c.isdigit() for c in text)
        if _SHORTEST < len(text) < _LONGEST and digits and not text.startswith(("[", "…", "..")):
            return text
    if full is not None:
        return reading.printed(addresses.below_name(reading.text, reading.flat, full))
    return _in_two_boxes(reading, span)


def _in_two_boxes(reading: Reading, span: Span) -> str:
    """Return an address whose street and town stand behind labels of their own."""
    street = _STREET_LABEL.search(reading.low, span.start, span.end)
    town = _TOWN_LABEL.match(reading.low, street.end(), span.end) if street else None
    if street is None or town is None:
        return ""
    return f"{reading.printed(Span(*street.span('street')))} {reading.printed(Span(*town.span('town')))}"


def _address(reading: Reading, start: int, end: int) -> str:
    limit = min(end, start + 160)
    stop = _next_cue(reading, start, limit)
    town = addresses.end_of_town(reading.flat, Span(start, stop))
    if town is not None:
        # '9175 IJzerdonk, Pompstraat 40': the town comes first.
        first = inline(r" *\d").match(reading.flat[start:town]) is not None
        street = _REVERSED.match(reading.flat, town, stop) if first else None
        town = street.end() if street else town
    where = reading.trim(Span(start, town if town is not None else stop))
    return inline(r"^(?:de|het) (?=[A-Z'])").sub("", reading.printed(where))


def cues(reading: Reading) -> Iterator[Span]:
    """Yield the words of the whole text that bring in who acts for a party."""
    for cue in brought_in(reading):
        # Nobody acts for a party in a clause on what becomes of the agreement.
        if inline(r"[^\n.]{0,40}[A-ZÀ-Þ]").match(reading.flat[cue.end : cue.end + 80]):
            yield cue


def brought_in(reading: Reading) -> Sequence[Span]:
    """Return the words that bring in who acts for a party, also where a blank follows."""
    return _brought_in(reading.low)


@functools.lru_cache(maxsize=4)  # several readings of the parties ask for those of the same text
def _brought_in(low: str) -> Sequence[Span]:
    return tuple(Span(*match.span()) for match in _REPRESENTED.finditer(low))


def represented(reading: Reading, span: Span) -> tuple[Person, ...]:
    """Return those who represent the party: people, a body, or functions."""
    standing: tuple[Person, ...] = ()
    for cue in _REPRESENTED.finditer(reading.low, span.start, span.end):
        stop = _AFTER_PEOPLE.search(reading.low, cue.end(), span.end)
        end = stop.start() if stop else span.end
        found = persons.people(reading, Span(cue.end(), _end_of_list(reading, cue.end(), end)))
        if any(each.name[:1].isupper() and " " in each.name for each in found):
            return found
        # 'Voor wie de raad handelt, in de persoon van A B': a later cue may say who they are.
        standing = standing or found
    if standing:
        return standing
    passive = _PASSIVE.search(reading.low, span.start, span.end)
    if passive is not None:
        return persons.people(reading, Span(*passive.span("who")))
    verb = _REPRESENT_IT.search(reading.low, span.start, span.end)
    if verb is not None:
        sentence = reading.sentence(verb.start())
        return persons.people(reading, Span(max(span.start, sentence.start), verb.start()))
    return tuple(_with_function(reading, span)) or tuple(_standing(reading, span))


def _standing(reading: Reading, span: Span) -> Iterator[Person]:
    """Yield the people that stand with their function in lines of their own, as in a letter head."""
    for line in reading.lines(span):
        officer = _OFFICER_AHEAD.search(reading.low, line.start, line.end)
        part = Span(line.start, officer.start() if officer else line.end)
        people = persons.people(reading, part) if len(part) <= _LINE else ()
        opens = people != () and part.start >= people[0].span.start - _OPENING
        if opens and all(each.function and " " in each.name for each in people):
            yield from people


def _with_function(reading: Reading, span: Span) -> Iterator[Person]:
    """Yield the people with a function in a sentence that speaks of representing in other words."""
    for sentence in reading.sentences(span):
        officer = _OFFICER_AHEAD.search(reading.low, sentence.start, sentence.end)
        part = Span(sentence.start, officer.start() if officer else sentence.end)
        if _SPEAKS_FOR.search(reading.low, part.start, part.end):
            yield from (each for each in persons.people(reading, part) if each.function)


def _next_cue(reading: Reading, start: int, limit: int) -> int:
    match = _CUE.search(reading.low, start, limit)
    return match.start() if match else limit


def _end_of_list(reading: Reading, start: int, end: int) -> int:
    """Let a list of people run over lines as long as each line leads to the next, but not over a sentence."""
    position = start
    while (newline := reading.flat.find("\n", position, end)) >= 0:
        before = reading.flat[start:newline].rstrip()
        rest = reading.flat[newline:end].lstrip()
        leads = before.endswith((":", ",", " en")) or rest.startswith(("-", "–", "•", "en "))
        if before and not leads:
            end = newline
            break
        position = newline + 1
    stop = _SENTENCE.search(reading.flat, start, end)
    return stop.start() if stop else end
