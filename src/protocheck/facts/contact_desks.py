"""Contacts of someone else than a party's officer: a desk, a service, an official, another's officer."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.facts.contact_officers import NAMES_OFFICER, OFFICER, OFFICERS_BOX, Around, is_below_officer
from protocheck.facts.names import Roster
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_DESK = (
    r"(?:permanentie\w{0,8}|dispatching|onthaal|balie|\w{0,16}loket|meldkamer|meld(?:ings)?punt|meldlijn"
    r"|klanten\w{2,14}|contactcentrum|contactcentrale|callcenter|call center|\w{0,12}helpdesk|service ?desk"
    r"|secretariaat|griffie|\w{0,8}nummer van (?:de|het)|infolijn|\w{0,24}dienst(?:en)?|\w{0,12}afdeling"
    r"|cel|\w{0,12}team|directie|bureau|\w{0,30}(?:co\u00f6rdinator|(?<!verwerkings)verantwoordelijke"
    r"|beheerder|leider|hoofd|secretaris|griffier|directeur|burgemeester|schepen|consulent|jurist|korpschef"
    r"|security officer|ciso|manager|informaticus|contactpersoon)|ombuds\w{3,10})\b"
)
# Who watches over privacy in whatever service counts as its officer.
_TRUSTED = lazy(
    rf"{OFFICER}|\bprivacy|\bgegevensbescherming|\bbescherming van (?:de )?(?:persoons)?gegevens"
    r"|informatieveiligheid\b|gegevensbewaking"
)
_TO_DESK = lazy(
    r"\b(?:aan|bij|via|tot|naar|met|langs|door|op)(?: (?!meld|verwittig|stelt|geeft|brengt|elk\b"
    r"|een (?:data)?lek)"
    rf"[\w\u00b6'-]{{1,24}}){{0,4}}? (?:[\w-]{{2,20}}[- ])?{_DESK}"
)
_JOINING = (
    r"(?:[\s,;:(/\u2013-]|\b(?:of|en|via|op|naar|per|het|nummer|nr|adres|bereikbaar|te bereiken|is"
    r"|telefonisch"
    r"|mail|e-?mail(?:adres)?|tel|telefoon|telefoonnummer|gsm)\b\.?)"
)
_DESK_AT = lazy(
    rf"\b{_DESK}(?!\w)(?: (?!meld|verwittig|stel|bericht|breng|licht|die\b|dat\b)"
    rf"[\w\u00b6&'-]{{1,24}}){{0,6}}"
    rf"{_JOINING}{{1,12}}$"
)
_JOINED = lazy(rf"{_JOINING}{{0,12}}")
_BEHIND = lazy(rf"\s?(?:\((?:de |het |haar |zijn |onze |uw )?| van (?:de|het|haar|zijn) )(?:\w+ )?{_DESK}")
# 'van de gemeente (fg@...) en van de provincie (dienst Organisatie, ...)': of one and of the other.
_IN_TURN = lazy(r"[\s,)]*(?:en|respectievelijk|,)(?: (?:die|deze|dat))? (?:van|voor|bij) ")
_BOX = lazy(
    r"(?:^|[._-])(?:meldpunt|meldingen|helpdesk|servicedesk|klanten\w*|juridisch\w*|juridische ?dienst|ict|it"
    r"|informatica|noodplanning|permanentie|dispatching|technisch\w*|support|burgerzaken"
    r"|bevolking)(?:[._-]|$)"
)
_CONTACT = lazy(r"[\w.+-]{1,64}@[\w.-]{3,100}|www\.\S{3,100}|(?:\+32|\b0)[\d ./()-]{7,16}\d")
# 'De functionarissen zijn te bereiken via hun bestuur: ...': so is all that the sentence gives.
_ARE_REACHED = lazy(
    r"(?:de|onze|hun|beide|alle|deze) (?:functionarissen|dpo's|fg's|data protection officers)"
    r"[^.;:\n]{0,80}\b(?:bereik|contact|terecht|aanspreek)"
)
_WORDS = lazy(r"\S{1,64}@\S{1,200}|www\.\S{1,200}")
_GOES_ON = lazy(
    r"(?:zij|hij|ze|die|deze|dit|dat|hem|haar)\b|(?:u|men) bereikt\b"
    r"|(?:het|dat|dit|deze|die) (?:dienst|team|cel|adres|meldpunt|nummer)\b|bereikbaar\b"
)
_COMPANY = r"[^.,;:\n@()]{2,50}? (?:nv|bv|bvba|cv|cvba)\b"
_OF_COMPANY = lazy(
    rf"(?:{OFFICER})(?: voor (?:de )?gegevensbescherming)? (?:van|bij) (?P<whose>(?:(?:de|het) )?{_COMPANY})"
)
_ITS = lazy(
    rf"(?:(?:haar|zijn|diens|de|hun)(?: eigen)? (?:{OFFICER})(?: voor gegevensbescherming)?"
    r"(?: van (?:dat|dit|die|deze) (?:\w{0,20}(?:bedrijf|firma|kantoor|leverancier|onderneming|drukker\w{0,3}"
    r"|onderaannemer|vennootschap|verwerker)))?)\b"
)
_OWN = lazy(r"(?:haar|zijn|diens|hun)\b")
_LAST_COMPANY = lazy(rf"\b(?P<whose>{_COMPANY})")
_AFTER = 80


def of_another(reading: Reading, roster: Roster, value: str, span: Span, around: Around) -> bool:
    """Tell whether a contact is named as that of someone who is no party's officer."""
    if _of_company(reading, roster, span):
        return True
    box = value.partition("@")[0].lower() if "@" in value else ""
    if OFFICERS_BOX.search(box) or _for_officers(reading, span, around) or is_below_officer(reading, span):
        return False
    words = _leading(reading, roster, span)
    if _TRUSTED.search(words):
        return False
    return _BOX.search(box) is not None or _of_desk(reading, roster, (words, span), around)


def _for_officers(reading: Reading, span: Span, around: Around) -> bool:
    """Tell whether what leads to a contact, or its row or column, names the officers."""
    sentence = reading.sentence(span.start)
    if _ARE_REACHED.match(reading.low, sentence.start, sentence.end):
        return True
    if _TRUSTED.search(around.header) or _TRUSTED.search(around.label):
        return True
    return around.lead is not None and NAMES_OFFICER.search(around.lead.of(reading.low)) is not None


def _of_desk(reading: Reading, roster: Roster, told: tuple[str, Span], around: Around) -> bool:
    """Tell whether the words that lead to a contact, or those behind it, name a desk or an official."""
    words, span = told
    if _TO_DESK.search(words) or _DESK_AT.search(words):
        return True
    after = reading.after(span.end, _AFTER)
    if _BEHIND.match(after) is not None:
        return _TRUSTED.search(after.split(")")[0]) is None
    if around.lead is None:
        return False
    line = around.lead.of(reading.low).rstrip().rpartition("\n")[2]
    return not _TRUSTED.search(line) and _TO_DESK.search(_without(line, roster)) is not None


def _leading(reading: Reading, roster: Roster, span: Span) -> str:
    """Return the words that lead to a contact: since the one before it, without the parties' names."""
    sentence = reading.sentence(span.start)
    start = min(sentence.start, span.start)
    if _GOES_ON.match(reading.low, start) and start > reading.paragraph(span.start).start:
        start = reading.sentence(max(start - 2, 0)).start
    found = [each for each in _before(reading, Span(start, span.start)) if each.end <= span.start]
    end = span.start
    while found:
        words = reading.low[found[-1].end : end]
        if not _JOINED.fullmatch(words) and not _IN_TURN.match(words):
            return _without(reading.low[found[-1].end : span.start], roster)
        end = found.pop().start
    return _without(reading.low[start : span.start], roster)


def _before(reading: Reading, area: Span) -> Sequence[Span]:
    """Return the boxes, pages and numbers in a stretch of the text."""
    return [Span(*match.span()) for match in _CONTACT.finditer(reading.low, area.start, area.end)]


def _without(low: str, roster: Roster) -> str:
    """Return words without addresses and without the names of parties, of which one may be a service."""
    plain = _WORDS.sub(" ", low)
    for mention in reversed(list(roster.find(plain))):
        plain = f"{plain[: mention.span.start]}\u00b6{plain[mention.span.end :]}"
    return plain


def _of_company(reading: Reading, roster: Roster, span: Span) -> bool:
    """Tell whether an officer is said to be a company's that is no party."""
    sentence = reading.sentence(span.start)
    told = list(_OF_COMPANY.finditer(reading.low, sentence.start, span.start))
    if told and not any(True for _ in roster.find(told[-1]["whose"])):
        return NAMES_OFFICER.search(reading.low, told[-1].end(), span.start) is None
    its = _ITS.match(reading.low, sentence.start, span.start)
    if its is None or not (_OWN.match(its.group()) or " van " in its.group()):
        return False
    before = reading.sentence(max(sentence.start - 2, 0))
    companies = list(_LAST_COMPANY.finditer(reading.low, before.start, before.end))
    if not companies or before.start >= sentence.start:
        return False
    behind = reading.low[companies[-1].start() : before.end]
    return not any(True for _ in roster.find(behind))
