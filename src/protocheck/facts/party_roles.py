"""Who sends the data and who receives them, from the title, the parties block and the sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocheck.facts.names import Mention, Roster
from protocheck.facts.reading import Reading, lower
from protocheck.model.facts import PartyRole

# 'Van X naar Y' in a title or a sentence about the communication: markers before each name.
_FROM = re.compile(r"\b(?:vanuit|vanwege|van|door|uit)\s+(?:(?:het|de)\s+)?[\"']?(?:\w+\s+){0,3}$")
_TO = re.compile(
    r"\b(?:naar|aan|ten behoeve van|t\.b\.v\.|ten gunste van)\s+(?:(?:het|de)\s+)?[\"']?(?:\w+\s+){0,3}$"
)
_AND = re.compile(
    r"^[\s,\"']*(?:(?:en|&|of|alsook|evenals)\s+(?:(?:naar|aan|van|door)\s+)?(?:(?:het|de)\s+)?[\"']?)?(?:\w+\s+){0,1}$"
)
# Verbs of communication. What is told, proven or reported ('meldt het aan') is no communication of data.
_GIVE = re.compile(
    r"\b(?:deelt|delen|meedelen|mee te delen|meegedeeld|meegedeelde|meedeelt|mededeling|mededelen|doorgifte|doorgeven|doorgegeven|doorgeeft|verstrekt|verstrekken|verstrekking"
    r"|bezorgt|bezorgen|bezorgd|levert|leveren|geleverd|aanlevert|aangeleverd|aanleveren|stelt|stellen|ter beschikking|beschikbaar|maakt|maken|overgemaakt|overmaken|verzendt"
    r"|verzenden|verzonden|stuurt|sturen|gestuurd|doorgestuurd|doorstuurt|doorsturen|uitwisseling|geeft|geven|overdracht|overdragen|mailt|ontsluit|overgedragen|bezorging|levering)\b"
)
_GET = re.compile(
    r"\b(?:ontvangt|ontvangen|verkrijgt|verkrijgen|bekomt|bekomen|raadpleegt|raadplegen|vraagt|opvraagt|opvragen|opgevraagd|opgevraagde|bevraagt)\b"
)
_DATA = re.compile(
    r"\b(?:persoons|identificatie|contact|adres|bron|dossier|cliënt|leerlingen?|basis)?gegevens\w*|\b(?:bestand|lijst|dataset|data)\w{0,3}\b"
)
_OTHER = re.compile(
    r"\bbewijs\b|\bmeldt\b|\bmelden\b|\bgegevenslek|\bdatalek|\bop de hoogte\b|\bfoutieve\b|\bonjuiste?\b|\bonnauwkeurig|\bverwerkers\b|\bsleutel\b|\bwachtwoord\b|\bniet aan\b|\bterug\b"
    r"|\badvies\b|\bwebsite\b|\bverbeter|\bcorrectie|\bderden\b|\bverwerker\b|\bvernietig"
)
_COLLECTED = re.compile(
    r"\boorspronkelijk\w*\b[^.\n]{0,60}\b(?:verzamel|ingezamel|verwerk)|\b(?:verzameld|ingezameld)[^.\n]{0,40}\boorspronkelijk"
)
_USES = re.compile(
    r"\b(?:ontvangen|opgevraagde|gevraagde|meegedeelde|verkregen|bekomen|mededeelde|aangeleverde)\s+(?:persoons)?gegevens\b|\bverdere verwerking\b"
)
_MUTUAL = re.compile(
    r"\bwederzijds\w*|\bover en weer\b|\bbeide richtingen\b|\bonderlinge (?:mededeling|uitwisseling)|\baan elkaar\b[^.\n]{0,40}\bgegevens"
)
_TITLE_WEIGHT, _SUBJECT_WEIGHT, _STRONG = 12, 4, 3


def roles(reading: Reading, stated: Sequence[PartyRole], roster: Roster, title: str) -> tuple[PartyRole, ...]:
    """Return the role of each party; what the parties block itself states wins."""
    sends, gets = [0] * len(stated), [0] * len(stated)
    for low, weight in _passages(reading, title):
        mentions = tuple(roster.find(low))
        if mentions:
            _weigh(low, mentions, weight, sends, gets)
    found = [_decide(s, g, t) for s, g, t in zip(sends, gets, stated, strict=True)]
    return tuple(_completed(found, mutual=_is_mutual(reading)))


def _passages(reading: Reading, title: str) -> Iterator[tuple[str, int]]:
    """Yield the passages that may tell who sends to whom, with their weight."""
    yield lower(" ".join(title.split())), _TITLE_WEIGHT
    head = reading.low[:1500]
    if (
        "mededeling" in head[:600]
        or "uitwisseling" in head[:600]
        or "doorgifte" in head[:600]
        or "protocol" in head[:600]
    ):
        stop = re.search(r"\btussen\b|\bde ondergeteken|\bartikel 1\b", head)
        yield head[: stop.start() if stop else 400], _TITLE_WEIGHT
    for match in re.finditer(r"[^\n.;]{20,700}", reading.low):
        passage = match.group()
        if _DATA.search(passage) and not _OTHER.search(passage):
            yield passage, _SUBJECT_WEIGHT if "protocol" in passage else 1


def _weigh(low: str, mentions: tuple[Mention, ...], weight: int, sends: list[int], gets: list[int]) -> None:
    """Add what one passage says to the scores of those that it names."""
    given = weight >= _TITLE_WEIGHT or _GIVE.search(low) is not None
    previous: tuple[str, int] = ("", 0)
    senders: list[Mention] = []
    for mention in mentions:
        side = _side(low, mention, previous, given=given, first=mention is mentions[0])
        previous = (side, mention.span.end)
        if side == "from":
            senders.append(mention)
        for party in mention.parties if len(mentions) > 1 or side else ():
            if side == "from":
                sends[party] += weight
            elif side == "to":
                gets[party] += weight
    if _COLLECTED.search(low) and mentions and "verenigbaar" not in low:
        for party in mentions[0].parties:
            sends[party] += 2
    elif _USES.search(low) and len(mentions) == 1 and not senders:
        for party in mentions[0].parties:
            gets[party] += 1


def _side(low: str, mention: Mention, previous: tuple[str, int], *, given: bool, first: bool) -> str:
    """Tell on which side of the communication a name stands in its passage: from, to, or neither."""
    start = mention.span.start
    if previous[0] and _AND.match(low[previous[1] : start]):
        return previous[0]
    before = low[max(0, start - 60) : start]
    after = low[mention.span.end : mention.span.end + 90]
    if given and _TO.search(before):
        return "to"
    if (
        given
        and _FROM.search(before)
        and not re.search(
            r"\b(?:werking|advies|functionaris\w*|dienst\w*|opdracht|taken|woonplaats|burgers)\s+van\s+\W*(?:het|de)?\s*$",
            before,
        )
    ):
        return (
            "from"
            if re.search(r"\b(?:door|vanuit|vanwege)\b[^,]{0,30}$", before)
            or re.search(r"\b(?:naar|aan)\b", after)
            or "ontvang" in low
            else ""
        )
    if _GET.search(after[:40]) and not re.match(r"\W*(?:wordt|worden)\b", after):
        return "to"
    if (
        given
        and first
        and _GIVE.search(after)
        and re.search(r"\b(?:aan|naar|ter beschikking)\b", low[mention.span.end :])
    ):
        return "from"
    return ""


def _decide(sends: int, gets: int, stated: PartyRole) -> PartyRole:
    if stated in {"sender", "receiver", "both"}:
        return stated
    if sends == gets:
        return "unknown" if not sends else "both"
    if sends and gets and min(sends, gets) >= _STRONG and max(sends, gets) < 2 * min(sends, gets):
        return "both"
    return "sender" if sends > gets else "receiver"


def _is_mutual(reading: Reading) -> bool:
    return _MUTUAL.search(reading.low) is not None


def _completed(found: list[PartyRole], *, mutual: bool) -> list[PartyRole]:
    """Fill what follows: where one sends, the others receive, and the other way round."""
    if mutual and set(found) <= {"unknown", "both"}:
        return ["both"] * len(found)
    if "unknown" in found:
        rest: PartyRole = "unknown"
        if "sender" in found and "receiver" not in found:
            rest = "receiver"
        elif "receiver" in found and "sender" not in found:
            rest = "sender" if found.count("unknown") == 1 else "unknown"
        return [rest if role == "unknown" else role for role in found]
    return found
