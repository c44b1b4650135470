"""Stage 'glued': words between which the blank was lost."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from protocheck.regex import lazy
from protocheck.repair import capitals
from protocheck.repair.edits import Change
from protocheck.repair.function_words import FUNCTION, NUMERALS, OLD, TELLING
from protocheck.repair.surroundings import is_dutch
from protocheck.repair.words import Words, unknown_cost

RULE = "glued"

_TOKEN = lazy(r"(?<![\w@./\\:=’'-])[^\W\d_]{4,60}(?![\w@\\=’'-]|[./:][\w/])")
_MARKED = lazy(r"(?<![\w@./\\:=-])([^\W\d_]{2,40})([,;:])([^\W\d_]{2,40})(?![\w@./\\:=])")
_NUMBER = lazy(r"(?<![\w.,/-])(\d{1,3})(en|of|tot|en/of)(?=[ \n]\d)")
_COMMAS = lazy(
    r"\b(?:artikels?|artikelen|art\.|leden|punten|nrs?\.?|nummers)[ \n]{1,3}"
    r"(\d{1,3}(?:,\d{1,3}){2,8}(?:[ \n]?(?:en|of)[ \n]?\d{1,3})?)",
    re.IGNORECASE,
)
# Quick looks whether the two above could match at all.
_NUMBER_GLUED = lazy(r"\d(?:en|of|tot)")
_TWO_COMMAS = lazy(r"\d,\d{1,3},\d")
_HINGES = frozenset("de het een van en of te dat die dit deze is wordt worden".split())
_PREPOSITIONS = frozenset(
    "van in op aan met voor bij om tot uit naar door over onder tegen dat als en of".split()
)
_ARTICLES = ("de", "het", "een")
_DETERMINERS = frozenset("de het een te deze dit dat".split())
_MIN_OTHER = 4
_GATE = 3
_GATE_RATE = 0.004
_LIKELY_RATE = 0.0015
_MIN_PIECE = 2
_TWICE = 2
_MOST_PIECES = 4
_LONGEST = 40
_RECURS = 2
_SENTENCE_END = lazy(r"(?:^|\n|[.:;!?)])\s{0,3}$")
_PREFIXES = frozenset("in op aan om uit door over onder voor af mee na bij toe tegen binnen".split())
_PARTICLES = frozenset(
    "klaar terug weg vast samen los open vrij neer dicht goed stil meer zelf ter wel al her".split()
)
_DEVERBAL = ("ing", "ingen")
_WORDS = 2
_SPLIT_COST = 3.5
_COMPOUND_PRIOR = 5.0
_SURE, _LIKELY = 0.9, 0.85


def changes(text: str, words: Words) -> list[Change]:
    """Return the blanks to put back; more boldly once the document shows that it loses blanks."""
    odd = words.odd(text)
    unknown = {token for token in _TOKEN.findall(odd) if _whole_unknown(token, words)}
    hinged = {token: split for token in unknown if (split := _hinged(token, words))}
    likely = {token for token in unknown if _beside_function(token, words)}
    telling = _places(text, hinged.keys() | likely, words)
    sure = {match.start(): hinged[match.group()] for match in telling if match.group() in hinged}
    marked = list(_after_marks(text, odd, words))
    lost = [match.group() for match in telling if match.group() in likely]
    total = text.count(" ") + text.count("\n")
    shown = len(sure) + len(marked)
    loses = shown >= _GATE and shown >= _GATE_RATE * total
    if not loses and len(set(lost)) >= _GATE:
        shown = len(lost)
        loses = shown >= _LIKELY_RATE * total
    rate = min(shown / max(total, 1), 0.2)
    found = list(_numbers(text))
    for match in _TOKEN.finditer(text) if loses else telling:
        split = sure.get(match.start(), "")
        if loses and not split and match.group() in unknown:
            split = _divided(match, words, rate)
        if split:
            found.append(Change(match.start(), match.end(), split, RULE, _SURE))
    return sorted(found + (marked if loses else []))


def _places(text: str, tokens: AbstractSet[str], words: Words) -> list[re.Match[str]]:
    """Return where these tokens stand among Dutch words; those of English text prove nothing."""
    places = (match for match in _TOKEN.finditer(text) if match.group() in tokens) if tokens else ()
    return [match for match in places if is_dutch(text, match.start(), match.end(), words)]


def _beside_function(token: str, words: Words) -> bool:
    """Tell whether the token is a word of our own texts with a function word before or after it.

    A few of these stand in sound texts as well, most of them English ('define').
    """
    if not token.islower() or words.curated(token):
        return False
    for at in range(2, len(token) - 1):
        head, tail = token[:at], token[at:]
        other = tail if head in TELLING else head if tail in TELLING else ""
        if len(other) >= _MIN_OTHER and words.frequent(other) and not words.new_compound(token):
            return True
    return False


def _whole_unknown(token: str, words: Words) -> bool:
    lower = token.lower()
    return (not words.curated(lower) and not _plural(token, words)) or bool(_old(lower, words))


def _old(lower: str, words: Words) -> str:
    """Return 'voorde' or 'ineen', which the list knows but our texts do not, as the two words meant."""
    return "" if words.lexicon.count(lower) or words.here(lower) else OLD.get(lower, "")


def _plural(token: str, words: Words) -> bool:
    """Tell whether the token is rather a plural or a participle than a known word and 'en' or 'de'."""
    stem = token[:-2].lower()
    # 'dateen' is no plural of 'date', and 'bepalenen' none of 'bepalen'.
    plural = token.endswith("en") and not stem.endswith(("e", "en"))
    plural |= token.endswith("de") and stem.endswith("en")
    return plural and (words.curated(stem) or words.here(stem) > 0)


def _hinged(token: str, words: Words) -> str:
    """Return the token as a known word with a function word before or after it, or ''."""
    if not token.islower() or words.curated(token):
        return ""
    for at in range(2, len(token) - 1):
        head, tail = token[:at], token[at:]
        if _hinge(head, tail, words):
            return "" if words.new_compound(token) else f"{head} {tail}"
    return ""


def _hinge(head: str, tail: str, words: Words) -> bool:
    """Tell whether one part is a function word and the other one of our own texts' words."""
    if head in _PREPOSITIONS and tail in _DETERMINERS:
        return True
    other = tail if head in _HINGES else head if tail in _HINGES else ""
    return len(other) >= _MIN_OTHER and words.frequent(other) and words.lexicon.count(other) >= _TWICE


def _divided(match: re.Match[str], words: Words, rate: float) -> str:
    """Return the cheapest reading of the token as two to four known words, or '' when it stays whole."""
    token = match.group()
    lower = token.lower()
    if (words.here(lower) >= _RECURS and not _determined(lower, words)) or words.curated(lower):
        return _old(lower, words) if token.islower() else ""
    if not token[1:].islower():
        return capitals.split(token, words) or (_in_capitals(token, words) if token.isupper() else "")
    if token[0].isupper() and (named := capitals.after_name(token, words)):
        return named
    cost, cuts = _cheapest(lower, words)
    compound = words.new_compound(lower)
    whole = compound + _COMPOUND_PRIOR + math.log(max(rate, 1e-3)) if compound else unknown_cost(lower)
    joints = [cut for cut in cuts if cut and not _compounds(lower, cut, cuts, words)]
    bounds = [0, *joints, len(lower)]
    pieces = [lower[a:b] for a, b in itertools.pairwise(bounds)]
    if cost >= whole or not joints or not _believable(match, pieces, words):
        return ""
    return " ".join(token[a:b] for a, b in itertools.pairwise(bounds))


def _determined(lower: str, words: Words) -> bool:
    """Tell whether the token is an article and a word of ours: 'departijen' may well stand three times."""
    return any(lower.startswith(head) and words.frequent(lower[len(head) :]) for head in _ARTICLES)


def _in_capitals(token: str, words: Words) -> str:
    """Split a word of a heading in capitals: 'HETGEBRUIK'; a name or acronym holds no function word."""
    lower = token.lower()
    cost, cuts = _cheapest(lower, words)
    if len(cuts) < _WORDS or cost >= unknown_cost(lower):
        return ""
    pieces = [lower[a:b] for a, b in itertools.pairwise([*cuts, len(lower)])]
    telling = any(piece in TELLING for piece in pieces)
    apart = telling or not any(_compounds(lower, cut, cuts, words) for cut in cuts[1:])
    if not apart or not all(words.frequent(piece) for piece in pieces):
        return ""
    return " ".join(token[a:b] for a, b in itertools.pairwise([*cuts, len(lower)]))


def _compounds(word: str, cut: int, cuts: Sequence[int], words: Words) -> bool:
    """Tell whether the pieces before and after a cut rather make a compound: 'tarief' and 'beslissing'."""
    start = max(other for other in cuts if other < cut)
    end = min((other for other in cuts if other > cut), default=len(word))
    head, tail = word[start:cut], word[cut : None if word[start:cut] in NUMERALS else end]
    return words.joint(head, tail)


def _believable(match: re.Match[str], pieces: Sequence[str], words: Words) -> bool:
    """Tell whether the pieces are rather words in a row than one word or a name that no list knows."""
    # Two words that are not ours are rather a compound of another field or a name ('Smalvelde').
    telling = any(piece in TELLING for piece in pieces) or pieces[0] in NUMERALS
    if not telling and not _ours(pieces, words):
        return False
    # A name starts with a capital inside a sentence ('mevrouw Vandewoude'), or with what names start with.
    if match.group()[0].isupper() and not (
        _SENTENCE_END.search(match.string[max(match.start() - 4, 0) : match.start()])
        and all(words.frequent(piece) for piece in pieces)
    ):
        return telling and words.here(pieces[0]) > 0 and pieces[0] not in FUNCTION
    # 'inlezing' and 'omkadert' are words with a prefix, which lists do not know all.
    if len(pieces) > _WORDS or pieces[0] not in _PREFIXES | _PARTICLES:
        return True
    return pieces[0] not in _PARTICLES and words.frequent(pieces[1]) and not pieces[1].endswith(_DEVERBAL)


def _ours(pieces: Sequence[str], words: Words) -> bool:
    """Tell whether the pieces are words of our texts, or one of them with another word of some length."""
    if "ene" in pieces:  # 'ontvangene'
        return False
    frequent = [words.frequent(piece) and piece not in FUNCTION for piece in pieces]
    return any(frequent) and all(
        ours or (len(piece) > _MIN_OTHER and words.curated(piece))
        for piece, ours in zip(pieces, frequent, strict=True)
    )


def _cheapest(word: str, words: Words) -> tuple[float, tuple[int, ...]]:
    """Return the cost of the best reading as known words, and where each of them starts."""
    size = len(word)
    best: list[tuple[float, tuple[int, ...]]] = [(math.inf, ()) for _ in range(size + 1)]
    best[0] = (0.0, ())
    for end in range(_MIN_PIECE, size + 1):
        for start in range(max(0, end - _LONGEST), end - _MIN_PIECE + 1):
            cost, cuts = best[start]
            piece = word[start:end]
            if cost < math.inf and len(cuts) < _MOST_PIECES and _is_piece(piece, words):
                total = cost + words.cost(piece) + (_SPLIT_COST if start else 0.0)
                if total < best[end][0]:
                    best[end] = (total, (*cuts, start))
    return best[size]


def _is_piece(piece: str, words: Words) -> bool:
    """Tell whether the letters are a word, or one of this document: 'concessieregister' and 'bijhoudt'."""
    return words.curated(piece) or (len(piece) > _MIN_OTHER and words.here(piece) > 0)


def _after_marks(text: str, odd: str, words: Words) -> Iterator[Change]:
    """Yield the blanks lost after a comma, semicolon or colon between two known words."""
    if not any(words.curated(m[1].lower()) and words.curated(m[3].lower()) for m in _MARKED.finditer(odd)):
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
