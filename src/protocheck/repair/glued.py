"""Stage 'glued': words between which the blank was lost."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence

from protocheck.repair.edits import Change
from protocheck.repair.surroundings import is_dutch
from protocheck.repair.words import Words, unknown_cost

RULE = "glued"

_TOKEN = re.compile(r"(?<![\w@./\\:=’'-])[^\W\d_]{4,60}(?![\w@\\=’'-]|[./:][\w/])")
_MARKED = re.compile(r"(?<![\w@./\\:=-])([^\W\d_]{2,40})([,;:])([^\W\d_]{2,40})(?![\w@./\\:=])")
_NUMBER = re.compile(r"(?<![\w.,/-])(\d{1,3})(en|of|tot|en/of)(?=[ \n]\d)")
_COMMAS = re.compile(
    r"\b(?:artikels?|artikelen|art\.|leden|punten|nrs?\.?|nummers)[ \n]{1,3}"
    r"(\d{1,3}(?:,\d{1,3}){2,8}(?:[ \n]?(?:en|of)[ \n]?\d{1,3})?)",
    re.IGNORECASE,
)
# Quick looks whether the three above could match at all.
_TOUCHING = re.compile(r"[,;:][^\W\d_]")
_NUMBER_GLUED = re.compile(r"\d(?:en|of|tot)")
_TWO_COMMAS = re.compile(r"\d,\d{1,3},\d")
_HINGES = frozenset("de het een van en of te dat die dit deze is wordt worden".split())
_PREPOSITIONS = frozenset(
    "van in op aan met voor bij om tot uit naar door over onder tegen dat als en of".split()
)
_DETERMINERS = frozenset("de het een te deze dit dat".split())
_OLD = {"ende": "en de", "voorde": "voor de", "diede": "die de", "vaneen": "van een"}
_MIN_OTHER = 4
_GATE = 3
_GATE_LIKELY = 4
_GATE_RATE = 0.004
_MIN_PIECE = 2
_MOST_PIECES = 4
_LONGEST = 40
_RECURS = 2
_SENTENCE_END = re.compile(r"(?:^|\n|[.:;!?)])\s{0,3}$")
_PREFIXES = frozenset("in op aan om uit door over onder voor af mee na bij toe tegen binnen".split())
_WORDS = 2
_FUNCTION = frozenset(
    "de het een en van in op te dat die voor met aan door bij om als tot uit er naar over onder tussen "
    "niet ook deze dit dan maar zich zoals indien of is wordt worden zijn kan kunnen zal zullen moet "
    "moeten heeft hebben was waren werd werden mag mogen wil willen doet doen gaat geeft alle andere elk "
    "elke ieder iedere geen wel zo ze zij hij ik je u we wij haar hun ons onze uw mijn zelf via per tegen "
    "zonder volgens tijdens vanaf na al wat waar wie welke wanneer omdat zodat ten ter enkel alleen nog "
    "meer hier daar waarin waarbij waarvan waarop waarvoor hierbij daarbij tevens echter dus binnen "
    "krachtens conform inzake betreffende beide twee drie".split()
)
# Parts of compounds as well ('kind-er-begeleiders', 'water-schot-ten'), so that they prove no lost blank.
_TELLING = _FUNCTION - frozenset("er ten ter twee drie".split())
_SPLIT_COST = 3.5
_COMPOUND_PRIOR = 5.0
_SURE, _LIKELY = 0.9, 0.85


def changes(text: str, words: Words) -> list[Change]:
    """Return the blanks to put back; more boldly once the document shows that it loses blanks."""
    candidates = {token for token in set(_TOKEN.findall(text)) if _whole_unknown(token, words)}
    unknown = [m for m in _TOKEN.finditer(text) if m.group() in candidates] if candidates else []
    hinged = {token: split for token in candidates if (split := _hinged(token, words))}
    sure = {
        match.start(): hinged[match.group()]
        for match in unknown
        if match.group() in hinged and is_dutch(text, match.start(), match.end(), words)
    }
    marked = list(_after_marks(text, words))
    total = text.count(" ") + text.count("\n")
    likely = _likely_lost(unknown, words) if len(unknown) >= _GATE else 0
    shown = max(len(sure) + len(marked), likely)
    loses = shown >= _GATE and shown >= _GATE_RATE * total
    rate = min(shown / max(total, 1), 0.2)
    found = list(_numbers(text))
    for match in unknown:
        split = sure.get(match.start()) or (_divided(match, words, rate) if loses else "")
        if split:
            found.append(Change(match.start(), match.end(), split, RULE, _SURE))
    return sorted(found + (marked if loses else []))


def _likely_lost(unknown: Sequence[re.Match[str]], words: Words) -> int:
    """Return how many tokens read as a word of our texts beside any function word; 0 when they are few.

    A few of these stand in sound texts as well, most of them English ('define').
    """
    likely = {token for token in {match.group() for match in unknown} if _beside_function(token, words)}
    places = [
        match
        for match in unknown
        if match.group() in likely and is_dutch(match.string, match.start(), match.end(), words)
    ]
    return len(places) if len({match.group() for match in places}) >= _GATE_LIKELY else 0


def _beside_function(token: str, words: Words) -> bool:
    """Tell whether the token is a word of our own texts with a function word before or after it."""
    if not token.islower() or words.curated(token):
        return False
    for at in range(2, len(token) - 1):
        head, tail = token[:at], token[at:]
        other = tail if head in _TELLING else head if tail in _TELLING else ""
        if len(other) >= _MIN_OTHER and words.frequent(other):
            return not words.compound(token)
    return False


def _whole_unknown(token: str, words: Words) -> bool:
    lower = token.lower()
    return (not words.curated(lower) and not _plural(token, words)) or bool(_old(lower, words))


def _old(lower: str, words: Words) -> str:
    """Return 'voorde' or 'ende', which the list knows from old texts, as the two words they are here."""
    return "" if words.lexicon.count(lower) else _OLD.get(lower, "")


def _plural(token: str, words: Words) -> bool:
    """Tell whether the token is rather a plural or a participle than a known word and 'en' or 'de'."""
    stem = token[:-2].lower()
    return (token.endswith("en") or (token.endswith("de") and stem.endswith("en"))) and words.curated(stem)


def _hinged(token: str, words: Words) -> str:
    """Return the token as a known word with a function word before or after it, or ''."""
    if not token.islower() or words.curated(token):
        return ""
    for at in range(2, len(token) - 1):
        head, tail = token[:at], token[at:]
        if _hinge(head, tail, words):
            return "" if words.compound(token) else f"{head} {tail}"
    return ""


def _hinge(head: str, tail: str, words: Words) -> bool:
    """Tell whether one part is a function word and the other one of our own texts' words."""
    if head in _PREPOSITIONS and tail in _DETERMINERS:
        return True
    other = tail if head in _HINGES else head if tail in _HINGES else ""
    return len(other) >= _MIN_OTHER and words.frequent(other)


def _divided(match: re.Match[str], words: Words, rate: float) -> str:
    """Return the cheapest reading of the token as two to four known words, or '' when it stays whole."""
    token = match.group()
    lower = token.lower()
    if words.here(lower) >= _RECURS or words.curated(lower):
        return _old(lower, words) if token.islower() else ""
    if not token[1:].islower():
        return _at_capital(token, words)
    cost, cuts = _cheapest(lower, words)
    compound = words.compound(lower)
    whole = compound + _COMPOUND_PRIOR + math.log(max(rate, 1e-3)) if compound else unknown_cost(lower)
    bounds = [*cuts, len(lower)]
    pieces = [lower[a:b] for a, b in itertools.pairwise(bounds)]
    if cost >= whole or len(pieces) < _WORDS or not _believable(match, pieces, words):
        return ""
    return " ".join(token[a:b] for a, b in itertools.pairwise(bounds))


def _believable(match: re.Match[str], pieces: Sequence[str], words: Words) -> bool:
    """Tell whether the pieces are rather words in a row than one word or a name that no list knows."""
    # Two nouns in a row are rather a compound ('tariefbeslissing') or a name ('Smalvelde').
    if not any(piece in _TELLING for piece in pieces):
        return False
    # A name starts with a capital inside a sentence ('mevrouw Vandewoude'), or with what names start with.
    if match.group()[0].isupper() and not (
        _SENTENCE_END.search(match.string[max(match.start() - 4, 0) : match.start()])
        and all(words.frequent(piece) for piece in pieces)
    ):
        return False
    # 'inlezing' and 'omkadert' are words with a prefix, which lists do not know all.
    return pieces[0] not in _PREFIXES or len(pieces) > _WORDS or words.frequent(pieces[1])


def _cheapest(word: str, words: Words) -> tuple[float, tuple[int, ...]]:
    """Return the cost of the best reading as known words, and where each of them starts."""
    size = len(word)
    best: list[tuple[float, tuple[int, ...]]] = [(math.inf, ()) for _ in range(size + 1)]
    best[0] = (0.0, ())
    for end in range(_MIN_PIECE, size + 1):
        for start in range(max(0, end - _LONGEST), end - _MIN_PIECE + 1):
            cost, cuts = best[start]
            piece = word[start:end]
            if cost < math.inf and len(cuts) < _MOST_PIECES and words.curated(piece):
                total = cost + words.cost(piece) + (_SPLIT_COST if start else 0.0)
                if total < best[end][0]:
                    best[end] = (total, (*cuts, start))
    return best[size]


def _at_capital(token: str, words: Words) -> str:
    """Split 'vanGemeente' and 'ThorDelbeke' where a small word or a first name stands before the capital."""
    match = re.fullmatch(r"([^\W\d_][^\W\d_A-ZÀ-Þ]{1,39})([A-ZÀ-Þ][^\W\d_]{1,40})", token)
    if match is None or not words.curated(match.group(1).lower()):
        return ""
    head, tail = match.groups()
    named = words.lexicon.name(head.lower()) and len(tail) >= _MIN_OTHER and tail[1:].islower()
    return f"{head} {tail}" if head.islower() or named else ""


def _after_marks(text: str, words: Words) -> Iterator[Change]:
    """Yield the blanks lost after a comma, semicolon or colon between two known words."""
    if not _TOUCHING.search(text):
        return
    for match in _MARKED.finditer(text):
        left, mark, right = match.groups()
        if words.curated(left.lower()) and words.curated(right.lower()):
            yield Change(match.start(), match.end(), f"{left}{mark} {right}", RULE, _LIKELY)


def _numbers(text: str) -> Iterator[Change]:
    """Yield the blanks lost in lists of numbers: '3,4,6,9en 20' after 'artikels'."""
    inside = []
    for match in _COMMAS.finditer(text) if _TWO_COMMAS.search(text) else ():
        start, end = match.span(1)
        plain = re.sub(r",(?=\d)", ", ", re.sub(r"(?<=\d)(en|of)\b", r" \1", match.group(1)))
        if plain != match.group(1):
            inside.append((start, end))
            yield Change(start, end, plain, RULE, _SURE)
    for match in _NUMBER.finditer(text) if _NUMBER_GLUED.search(text) else ():
        if not any(start <= match.start() < end for start, end in inside):
            yield Change(match.start(), match.end(), f"{match.group(1)} {match.group(2)}", RULE, _SURE)
