"""Short names that are said to mean a party ('Met "de haven" bedoelen we het havenbedrijf Kaaistede')."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocheck.facts import names, party_short
from protocheck.facts.names import Roster
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

Given = tuple[str, int]  # a short name, and the party that goes by it

_NO_NAME = (
    r"(?:haar|hem|hen|ze|zij|hij|die|dat|deze|dit|we|wij|dan|er|daar|ons|als|tot|af|aan|met|bij|door|onder|van"
    r"|aangeduid|vermeld|afgekort|genoemd|omschreven|bekend)\b"
)
FORM = (
    r"(?:\"(?P<quoted>[^\"\n]{2,50})\"|'(?P<single>[^'\n]{2,50})'"
    rf"|(?P<open>(?!{_NO_NAME})(?:(?:de|het) )?[^\W_][\w&-]{{1,30}}"
    r"(?: (?!(?:de|het|een)\b)[\w&-]{1,30}){0,2}?))"
)
END = (
    r"(?=[\"']?(?: (?:genoemd|aangeduid|vermeld|af|aan|geheten|afgekort|omschreven))?\s*"
    r"(?:[.,;)]|$| en (?:de|het|die) ))"
)
_BY_US = (
    r"(?:bedoelen|verstaan|menen|begrijpen) (?:we|wij|de partijen)|(?:bedoelt|verstaat) (?:men|dit protocol)"
)
_WORD_OF = r"(?:(?:de (?:korte |verkorte )?(?:namen|naam|term|woorden|benaming)|het woord|dit|die) )?"
_ALSO = (
    r"(?:(?:dan|daar|daarmee|telkens|steeds|altijd|hier|enkel|alleen|ook|het|dat|over|om|we|wij|men) ){0,4}"
)
# 'Met "de haven" bedoelen we', 'Onder de haven wordt ... verstaan'
_WITH = lazy(
    rf"\b(?:met|onder) {_WORD_OF}{FORM},? (?:(?:{_BY_US})|(?P<passive>wordt|worden|is|zijn)) {_ALSO}"
    r"(?:(?:de|het) )?"
)
# 'Waar hieronder "de haven" staat, is', 'Als we "de haven" schrijven, bedoelen we', 'Lees voor "de haven"'
_WHERE = lazy(
    rf"\b(?:waar|wanneer|als|staat|lees|leest|wie|schrijven|zeggen|gebruiken)\b[^\"'.\n]{{0,50}}?"
    rf" {_WORD_OF}{FORM}"
    r"(?:(?P<said>(?: [a-z]{2,10}){0,3}? ?(?:staat|heeft|schrijven|zeggen|lezen|leest|gebruiken|voorkomt"
    r"|vermeld(?:en|t)?)|(?=,))"
    rf",? (?:dan )?(?:is|gaat|lees|leest|slaat dat op|wordt|verwijst dat naar|doelen we op|{_BY_US})"
    r"| telkens|:) "
    rf"{_ALSO}(?:(?:de|het) )?"
)
# 'Wij zeggen "de haven" als we het havenbedrijf bedoelen'
_WHEN = lazy(
    rf"\b(?:zeggen|schrijven|lezen|hebben|gebruiken|staat|spreken)\b[^\"'.\n]{{0,40}}? {_WORD_OF}{FORM},? "
    r"(?:als|wanneer|waar|telkens als|om)(?: (?:we|wij|het|men))?(?: over)? (?:(?:de|het) )?"
)
# 'De haven staat voor', '"de haven" is'
_STANDS = lazy(
    rf"(?:^|(?<=[.;,:\n] )|(?<=\n)|(?<=[\n\d][.)°] )| en (?=[\"']))[^\w\n\"']*{_WORD_OF}{FORM}"
    r" (?P<verb>is|zijn|(?:staat|staan) voor|betekent|betekenen|verwijst naar|verwijzen naar|slaat op"
    rf"|slaan op|duidt op|doelt op) {_ALSO}(?:(?:de|het) )?"
)
_STARTS = (
    r"(?:^|(?<=\n)|(?<= {2}))[^\w\n\"']{0,6}"
    r"(?:\(?\w{1,3}[.)°] {1,3}|\d{1,2}(?:\.\d{1,2}){1,2}\.? {1,3})?[|]? {0,3}"
)
_LINE = lazy(rf"{_STARTS}{FORM}[ \t]{{0,40}}(?P<mark>[:=|\t\u2013-])[ \t]{{0,40}}(?:(?:de|het) )?")
_CELLS = lazy(rf"{_STARTS}{FORM}(?P<mark> {{2,40}})(?:(?:de|het) )?")
_CUE = lazy(
    r"\b(?:bedoel\w+|versta\w+|(?:staat|staan) voor|betekent|betekenen|verwijst|verwijzen|sla(?:at|an) op"
    r"|gaat het|duidt|lees|leest|doelt|doelen)\b|[\"'] (?:is|zijn)\b|\bis wie\b"
    r"|\b(?:de|het) [\w-]+ is (?:de|het)\b"
    r"|\b(?:waar|wanneer|als|staat)\b[^.\n]{1,40}[\"'],? (?:[a-z]{2,9},? )?is\b"
)
_MEANT = lazy(r"\b(?:bedoeld|verstaan|gemeend|aangeduid|begrepen)\b")
_DEFINES = lazy(
    r"\bbegrip|\bdefiniti|\bwie is (?:wie|dat)|\bafkorting|\bwoordenlijst|\bversta(?:an|at)"
    r"|\bbedoelen|\bbetekenis|\bbetekent|\bverklar\w+ van|\bwoorden\b|\btermen\b|\bnoemen|\blezen\b"
)
_SHUT = lazy(r"[\"']?(?: *$| *[\n,;.(|]| {2}| en \"| wordt| bedoeld| worden| verstaan)")
_THING = lazy(
    r"\b(?:\w*(?:lijst|bestand|gegevens?|protocol|overeenkomst|afspra\w+|decreet|wet|wetten|besluit|verordening"
    r"|reglement|toepassing|platform|portaal|loket|systeem|bijlage|artikel|partij(?:en)?|premie|toelage"
    r"|korting|project|dossier|kaart|pas|attest|formulier|uitwisseling|mededeling|levering|doorgifte|stroom"
    r"|brief|tekst|functionaris|dpo|burgers?|inwoners?|houders?|gezinnen|leden|kinderen|leerlingen"
    r"|cli\u00ebnten?|personen|betrokkenen?|aanvragers?|lek|verwerkers?|proces|procedure|datum|dag|jaar"
    r"|term(?:ijn)?|code|nummer|sleutel|stuk|medewerkers?|ambtena\w+|dienstverlener|databank|databestand"
    r"|naam|benaming|adres|zetel|instantie|ondernemingsnummer|kbo|rol|taak|website|publicatie|contact"
    r"|ondertekenaar|beheerder|voorzitter|eigenaar|burgemeester|directeur|wachter|coördinator|zaak|maatregel|steun|bijdrage|tarief|dienstverlening"
    r"|avg|gdpr|register))$"
)
_WE = lazy(r"(?:wij|we|ons|onze|u|uw|jij|jullie|je|ik|zij|hij)")
_REACH = 600
_HINT = 4


def form_of(reading: Reading, match: re.Match[str]) -> str:
    """Return a short name as printed, empty where it can be none of a body."""
    group = next(g for g in ("quoted", "single", "open") if match.group(g))
    form = party_short.tidy(reading, Span(*match.span(group)))
    named = group != "open" or form[:1].isupper() or inline(r"(?:de|het) ").match(form) is not None
    low = form.lower()
    sound = named and party_short.usable(form) and not (_THING.search(low) or _WE.fullmatch(low))
    return form if sound else ""


def resembles(form: str, party: Party) -> bool:
    """Tell whether a short name is made of the words of a name, or of their first letters."""
    low, name = names.bare(form).lower(), party.name.lower()
    if any(word in name for word in low.split() if len(word) >= _HINT):
        return True
    letters = iter(name)
    return form.isupper() and low[0] == name[0] and all(letter in letters for letter in low)


def meant(reading: Reading, roster: Roster) -> Iterator[Given]:
    """Yield the short names with the party that each is said to mean."""
    yield from _in_sentences(reading, roster)
    for match in (*_LINE.finditer(reading.low), *_CELLS.finditer(reading.low)):
        marked = match.group("mark") == "=" or match.group("quoted")
        before = reading.low[max(0, match.start() - _REACH) : match.start()]
        if marked or _DEFINES.search(before):
            yield from _given(reading, roster, match, whole=True)


def _in_sentences(reading: Reading, roster: Roster) -> Iterator[Given]:
    seen = -1
    for cue in _CUE.finditer(reading.low):
        if cue.start() < seen:
            continue
        sentence = reading.sentence(cue.start())
        seen = sentence.end
        for pattern in (_WITH, _WHERE, _WHEN, _STANDS):
            for match in pattern.finditer(reading.low, sentence.start, sentence.end):
                if pattern is not _WITH or _said(reading, match, sentence):
                    bare = pattern is _STANDS and match.group("verb") in {"is", "zijn"}
                    if not (bare and match.group("open") and not _proper(reading, match)):
                        yield from _given(reading, roster, match, whole=bare)


def _said(reading: Reading, match: re.Match[str], sentence: Span) -> bool:
    """Tell whether a passive goes on to say that it means something: 'Met X wordt Y bedoeld'."""
    return not match.group("passive") or _MEANT.search(reading.low, match.end(), sentence.end) is not None


def _proper(reading: Reading, match: re.Match[str]) -> bool:
    """Tell whether the last word of a name is written as a name."""
    return match.group("open").split()[-1] != reading.flat[: match.end("open")].split()[-1]


def _given(reading: Reading, roster: Roster, match: re.Match[str], *, whole: bool) -> Iterator[Given]:
    """Yield a short name, where a party stands right behind the words that bring it in."""
    form = form_of(reading, match)
    mention = next(iter(roster.find(reading.low, match.end(), match.end() + _REACH)), None) if form else None
    if mention is None or mention.span.start != match.end() or len(mention.parties) != 1:
        return
    if not whole or _SHUT.match(reading.low, mention.span.end) is not None:
        yield form, mention.parties[0]
