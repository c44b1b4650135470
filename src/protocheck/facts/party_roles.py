"""Who sends the data and who receives them, from the title, the parties block and the sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from protocheck.facts.names import Mention, Roster
from protocheck.facts.reading import Reading, lower
from protocheck.model.facts import PartyRole
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

Side = Literal["from", "to", ""]

_ARTICLE = r"(?:(?:het|de|haar|zijn|onze)\s+)?[\"']?(?:\([^)]{1,40}\)\s*)?"
# 'Van X naar Y' in a title or a sentence about the communication: what stands before each name.
# Between 'gegevens' and 'van X' no more than a few words, and no service or people of X.
_FEW = r"(?:(?!dienst|team|cel\b|afdeling|inwoner|burger|medewerker|opdat|om\b|aan\b)\w+\s+){0,3}"
_FROM = lazy(
    rf"\b(?:vanuit|vanwege|door|uit)\s+{_ARTICLE}$"
    rf"|\b(?:gegevens|lijst|bestand|lijn|mededeling|doorgifte|overdracht|levering)\s+{_FEW}van\s+{_ARTICLE}$"
    rf"|\bprotocol\w*\b[^.;:]{{0,60}}[: ]van\s+{_ARTICLE}$"
)
_FROM_TITLE = lazy(rf"\b(?:van|vanuit|vanwege|door|uit)\s+{_ARTICLE}$")
_TO = lazy(
    rf"\bter beschikking van\s+{_ARTICLE}$|\b(?:naar|aan|ten behoeve van|t\.b\.v\."
    rf"|ten gunste van)\s+(?:\w+\s+(?:van|bij|binnen)\s+)?(?:(?:de|het|een)\s+\w+\s+(?:van|bij"
    rf"|binnen)\s+)?{_ARTICLE}$"
)
_USED_BY = lazy(rf"\b(?:gebruik|verwerking|verwerkt|gebruikt|verwerken)\b[^.;]{{0,70}}\bdoor\s+{_ARTICLE}$")
_GOT_FROM = lazy(
    rf"\b(?:ontvangt|ontvangen|verkrijgt|krijgt|bekomt|verneemt|haalt)\b[^.;]{{0,60}}\b(?:van"
    rf"|bij)\s+{_ARTICLE}$"
)
_AND = lazy(
    rf"^\s*[\"']?\s*(?:,|(?:,\s*)?(?:en|&|of|alsook|evenals))\s+(?:(?:naar|aan|van|door)\s+)?{_ARTICLE}$"
)
# Verbs of communication, of receiving and using, of having. What is told, proven or reported is none.
_GIVE = (
    r"deelt|delen|meedelen|meedeelt|mee te delen|meegedeeld|mededelen|doorgeeft|doorgeven|doorgegeven"
    r"|verstrekt|verstrekken|bezorgt|bezorgen|bezorgd|levert|leveren|geleverd|aanlevert|aanleveren"
    r"|aangeleverd"
    r"|stelt|stellen|overmaken|overgemaakt|maakt|verzendt|verzenden|verzonden|stuurt|sturen|doorstuurt"
    r"|doorsturen|geeft|geven|overdragen|mailt|ontsluit|zendt|overhandigt|plaatst"
)
_GET = (
    r"ontvangt|ontvangen|verkrijgt|verkrijgen|krijgt|krijgen|bekomt|raadpleegt|raadplegen|vraagt"
    r"|opvraagt|opvragen|bevraagt|haalt|gebruikt|gebruiken|benut|verwerkt|verwerken|vernietigt|wist"
    r"|bewaart"
)
_HAVE = (
    r"beschikt|beschikken|verzamelt|verzamelde|verzameld|inzamelt|ingezameld|houdt|hield|bijhoudt|verkreeg"
    r"|registreert|vergaarde|aangelegd|beheert|verkregen|opgevraagd|bracht|bijeenbracht|legde"
)
_GIVES = lazy(rf"\b(?:{_GIVE})\b")
_MOVES = lazy(
    rf"\b(?:{_GIVE}|mededeling\w*|doorgifte|uitwisseling|overdracht|levering\w*|verstrekking|meegedeelde"
    rf"|medegedeeld|stroom|bezorging|gaan|gaat|verzending|ter beschikking|naar|ontvangt|krijgt)\b"
)
_VERB = lazy(rf"\b(?:(?P<give>{_GIVE})|(?P<get>{_GET})|(?P<have>{_HAVE}))\b")
_INVERTED = lazy(rf"\b(?:(?P<give>{_GIVE})|(?P<get>ontvangt|krijgt|gebruikt|verwerkt))\s+{_ARTICLE}$")
_DATA = lazy(r"\b\w{0,20}gegevens?\b|\b(?:bestand|lijst|dataset|data|gezinssamenstelling)\w{0,3}\b")
_OTHER = lazy(
    r"\bbewijs\b|\bmeldt\b|\bmelden\b|\bgegevenslek|\bdatalek|\bop de hoogte\b|\bfoutieve\b|\bonjuiste?\b"
    r"|\bonnauwkeurig|\bverwerkers\b|\bsleutel\b|\bwachtwoord\b|\bniet aan\b|\bterug\b|\bklopt\b"
    r"|\bvergissing"
    r"|\badvies\b|\bwebsite\b|\bverbeter|\bcorrectie|\bderden\b|\bverwerker\b|\bfunctionaris|\bschade"
    r"|\bverenigbaar|\bfouten?\b|\bloggings?\b|\binbreuk"
)
# Who gets data from the citizens themselves collects them: 'krijgt van de schippers'.
_GETS = r"(?:krijgt|krijgen|ontvangt|ontvangen|verkrijgt|verkrijgen|bekomt)"
_BODY = (
    r"\w{0,20}(?:partij|instantie|bron|verzender|verstrekker|zender|leverancier|andere|bestuur|bestur"
    r"|agentschap|departement|fonds|gemeente|stad|steden|provincie|dienst|zone|ocmw|overhe|vereniging"
    r"|centrum|register|bank\b|school|scholen|ziekenhui|maatschappij|instelling)"
)
_CITIZENS = (
    rf"van (?:(?:de|het|hun|haar|zijn|elke?|iedere?|alle|die|deze) (?!(?:\w{{1,20}} )?{_BODY})\w{{3,30}}"
    rf"|(?!{_BODY})\w{{2,26}}(?:rs|[dgkmnrt]en))\b"
)
_OF_CITIZENS = lazy(rf"[\"']? {_CITIZENS}")
_CITIZENS_GIVE = lazy(rf"\b{_CITIZENS} {_GETS} {_ARTICLE}$")
_FROM_CITIZENS = lazy(
    rf"\b{_GETS} {_CITIZENS}|\b{_CITIZENS} {_GETS}\b"
    r"|\b(?:heeft|hebben|had|hadden)\b[^.;]{0,80}\b(?:gekregen|ontvangen|bekomen),? om\b"
)
_KEEPS = lazy(r"\bhoudt\b.*\b(?:tot|jaar|jaren|maanden|dagen)\b", re.DOTALL)
_ORIGINAL = lazy(r"\boorspronkelijk|\binzameling\b|\bingezameld|\bverzameld|\bverkregen\b|\bopgevraagd bij\b")
_MUTUAL = lazy(
    r"\bwederzijdse? (?:mededeling|uitwisseling|doorgifte|gegevens)|\bover en weer\b"
    r"|\bin beide richtingen\b|\bonderlinge (?:mededeling|uitwisseling)"
    r"|\baan elkaar\b[^.\n]{0,40}\bgegevens\b[^.\n]{0,30}\bmee\b"
)
_TITLE_WEIGHT, _SUBJECT_WEIGHT, _PLAIN_WEIGHT = 24, 4, 2
_STRONG = 4
_AHEAD = 60  # characters behind a verb in which it is told from whom


def roles(reading: Reading, stated: Sequence[PartyRole], roster: Roster, title: str) -> tuple[PartyRole, ...]:
    """Return the role of each party; what the parties block itself states wins."""
    sends, gets = [0] * len(stated), [0] * len(stated)
    for low, weight in _passages(reading, title):
        mentions = tuple(roster.find(low))
        if mentions:
            _weigh(low, mentions, weight, sends, gets)
    found = [_decide(s, g, t) for s, g, t in zip(sends, gets, stated, strict=True)]
    found = _parted(found, stated, [s - g for s, g in zip(sends, gets, strict=True)])
    return tuple(_completed(found, mutual=_MUTUAL.search(reading.low) is not None))


def _passages(reading: Reading, title: str) -> Iterator[tuple[str, int]]:
    """Yield the passages that may tell who sends to whom, with their weight."""
    yield lower(" ".join(title.split())), _TITLE_WEIGHT
    head = reading.low[:1500]
    stop = inline(r"\btussen\b|\bondergeteken|\bartikel 1\b|\bpartijen\b|\n\s*\n").search(head)
    yield " ".join(head[: stop.start() if stop else 400].split()), _TITLE_WEIGHT
    for match in inline(r"[^\n.;]{20,700}").finditer(reading.low):
        passage = match.group()
        if _DATA.search(passage) and not _OTHER.search(passage):
            yield passage, _SUBJECT_WEIGHT if "protocol" in passage else _PLAIN_WEIGHT


def _weigh(low: str, mentions: tuple[Mention, ...], weight: int, sends: list[int], gets: list[int]) -> None:
    """Add what one passage says to the scores of those that it names."""
    title = weight == _TITLE_WEIGHT
    moves = title or _MOVES.search(low) is not None
    side: Side = ""
    end = 0
    for mention in mentions:
        joined = bool(side) and _AND.match(low[end : mention.span.start]) is not None
        strong = _prepositional(low, mention, title=title) if moves else ""
        found: Side = side if joined and not strong else strong
        value = weight
        if not found and not title:
            found = _subject(low, mention, mentions)
            value = weight // 2
        side, end = found, mention.span.end
        for party in mention.parties if found and len(mention.parties) < len(sends) else ():
            (sends if found == "from" else gets)[party] += value


def _prepositional(low: str, mention: Mention, *, title: bool) -> Side:
    """Tell the side by the words before a name: 'door X', 'aan Y'."""
    before = low[max(0, mention.span.start - 90) : mention.span.start]
    if _USED_BY.search(before):
        return "to"
    if _GOT_FROM.search(before):
        return "from"
    if _TO.search(before):
        return "to"
    if title and _FROM_TITLE.search(before):
        return "from" if _later(low, mention) else ""
    return (
        "from"
        if _FROM.search(before)
        and not inline(r"\b(?:verwerkt|gebruikt|bewaard|ontvangen|gewist)\b").search(low)
        else ""
    )


def _later(low: str, mention: Mention) -> bool:
    """Tell whether a title goes on to say where the data go, or says that they come from here."""
    before = low[: mention.span.start]
    return (
        inline(r"\b(?:naar|aan)\b").search(low[mention.span.end :]) is not None
        or inline(r"\b(?:vanuit|door)\b[^,]{0,20}$").search(before) is not None
    )


def _subject(low: str, mention: Mention, mentions: Sequence[Mention]) -> Side:
    """Tell the side by the verb of which a name is the subject."""
    before = low[max(0, mention.span.start - 40) : mention.span.start]
    inverted = _INVERTED.search(before)
    if inverted is not None:
        given = inverted.group("get") and _is_given(low, mention, mentions)
        return "" if given else "from" if inverted.group("give") else "to"
    if not re.fullmatch(
        r"(?:.*[,:(]|\W*(?:\w+\s+){0,2}?)?\s*(?:(?:het|de)\s+)?[\"']?", before[-25:], re.DOTALL
    ):
        return ""
    verb = _VERB.search(low, mention.span.end, mention.span.end + 140)
    if verb is None or inline(r"\bniet\b").search(low[verb.end() : verb.end() + 25]):
        return ""
    side = _by_verb(low, verb)
    collects = side == "to" and _collects(low, Span(mention.span.end, verb.end()), mentions)
    return "" if collects else side


def _by_verb(low: str, verb: re.Match[str]) -> Side:
    if verb.group("have") and _KEEPS.search(low, verb.start()):
        return "to"
    if verb.group("have") or (verb.group("get") and _ORIGINAL.search(low)):
        return "from"
    return "from" if verb.group("give") else "to"


def _is_given(low: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell whether citizens give it to who is named behind the verb: 'Zo krijgt X van de schippers'."""
    at = mention.span
    before = _CITIZENS_GIVE.search(low, max(0, at.start - 60), at.start)
    found = before or _OF_CITIZENS.match(low, at.end)
    return found is not None and not _names(mentions, Span(*found.span()), mention)


def _collects(low: str, within: Span, mentions: Sequence[Mention]) -> bool:
    """Tell whether who is named before a verb of getting gets it from citizens, so from no other party."""
    found = _FROM_CITIZENS.search(low, within.start, within.end + _AHEAD)
    if found is None or found.start() >= within.end:
        return False
    return not _names(mentions, Span(within.start, found.end()))


def _names(mentions: Sequence[Mention], within: Span, besides: Mention | None = None) -> bool:
    return any(each.span.overlaps(within) for each in mentions if each is not besides)


def _decide(sends: int, gets: int, stated: PartyRole) -> PartyRole:
    if stated != "unknown":
        return stated
    if sends == gets:
        return "unknown" if not sends else "both"
    if min(sends, gets) >= _STRONG and max(sends, gets) < 2 * min(sends, gets):
        return "both"
    return "sender" if sends > gets else "receiver"


def _parted(found: list[PartyRole], stated: Sequence[PartyRole], leans: Sequence[int]) -> list[PartyRole]:
    """Let the one that leans to the other side most be there, where all were found on one side."""
    side = found[0] if len(set(found)) == 1 and set(stated) == {"unknown"} and len(found) > 1 else "unknown"
    if side not in {"sender", "receiver"}:
        return found
    most = max(leans) if side == "receiver" else min(leans)
    other: PartyRole = "sender" if side == "receiver" else "receiver"
    index = leans.index(most) if side == "receiver" else len(leans) - 1 - leans[::-1].index(most)
    return [other if at == index else side for at in range(len(leans))]  # papers name the sender first


def _completed(found: list[PartyRole], *, mutual: bool) -> list[PartyRole]:
    """Fill what follows: where one sends, the others receive, and the other way round."""
    if mutual and "sender" not in found and "receiver" not in found:
        return ["both"] * len(found)
    senders, receivers = found.count("sender"), found.count("receiver")
    rest: PartyRole = "unknown"
    if senders and not receivers:
        rest = "receiver"
    elif receivers and not senders and found.count("unknown") == 1:
        rest = "sender"
    return [rest if role == "unknown" else role for role in found]
