"""Stage 'letters': letters that a scanner read for others, in words that no list knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from protocheck.record import record
from protocheck.regex import lazy
from protocheck.repair.edits import Change
from protocheck.repair.surroundings import is_dutch
from protocheck.repair.words import Words

RULE = "letters"

_TOKEN = lazy(r"(?<![\w@./\\=-])[^\W_]{2,40}(?:\([^\W\d_]{1,6}\))?(?![\w@\\=]|[./]\w)")
_PART = lazy(r"(?<=[-/])[^\W_]{4,40}(?![\w@\\=]|[./]\w)|(?<![\w@./\\=-])[^\W_]{4,40}(?=[-/][^\W\d_])")
_SAFE = (("é", "ë"), ("è", "ë"), ("ii", "ij"), ("í", "i"), ("1", "l"), ("f1", "fi"))
# Only in a document that has shown that its scanner cannot read an accent.
_ACCENTS = (("i", "ï"), ("e", "ë"), ("e", "é"), ("c", "ç"))
_RISKY = (("rn", "m"), ("m", "rn"), ("b", "h"), ("l", "i"), ("i", "l"), ("é", "e"))
# Wrong for names and foreign words unless the word is long: then hardly anything else is meant.
_RISKY_LONG = (("m", "rn"), ("b", "h"), ("l", "i"))
_NAMES = (("é", "ë"), ("ii", "ij"), ("1", "l"))
_NAMES_FREQUENT = (("í", "i"), ("rn", "m"), ("m", "rn"), ("l", "i"), ("b", "h"))
_SHORT = (("ii", "ij"), ("í", "i"), ("1", "l"))
_THIN = (("l", "i"), ("í", "i"), ("1", "l"))
_ANY = (("ii", "ij"), ("í", "i"), ("1", "l"), ("rn", "m"), ("m", "rn"), ("b", "h"), ("l", "i"), ("i", "l"))
_FIRST = {"0": "O", "I": "l", "1": "l"}

# What a word that a sure confusion can mend holds.
_SAFE_SHOWN = lazy("[éèí1]|ii")

_SHORTEST = 2
_MIN_LETTERS = 4
_NAME_LETTERS = 6
_RISKY_LETTERS = 5
_LONG = 8
_ACCENTS_SHOWN = 3
_FREQUENT = 1e-6
_EVERYWHERE = 5e-4
_THIN_LETTERS = 3
_RISKY_OFTEN = 2
_VERY_LONG = 10
_FAR_FETCHED = 12.0
_LIKELIER = 10.0
_BRACKET_REACH = 300
_SURE, _LIKELY = 0.97, 0.9


@record
class _Reader:
    """The text, the words it knows, and whether its scanner has shown that it cannot read accents."""

    text: str
    words: Words
    accents: bool = False

    def places(self, token: str) -> list[int]:
        """Return where the token stands in the text as a token of its own."""
        return [
            at
            for at in _places(self.text, token)
            if any((m := pattern.match(self.text, at)) and m.group() == token for pattern in (_TOKEN, _PART))
        ]

    def is_rare(self, token: str) -> bool:
        """Tell whether the token stands only once or twice, each time among Dutch words."""
        places = self.places(token)
        # So long a word is hardly one of another language that differs in one letter.
        return len(places) <= _RISKY_OFTEN and all(
            len(token) >= _VERY_LONG or is_dutch(self.text, at, at + len(token), self.words) for at in places
        )


def changes(text: str, words: Words) -> list[Change]:
    """Return the mending of misread letters; the text itself shows which confusions are likely."""
    unknown = _unknown(text, words)
    reader = _Reader(text, words)
    mended = {token: fixed for token in unknown if (fixed := _mend(token, reader))}
    if _accents_shown(mended, reader):
        reader = _Reader(text, words, accents=True)
        left = (token for token in unknown if token not in mended)
        mended |= {token: fixed for token in left if (fixed := _mend(token, reader))}
    found = {
        at: Change(at, at + len(token), fixed, RULE, _SURE)
        for token, fixed in mended.items()
        for at in reader.places(token)
    }
    for change in _brackets(unknown, reader):
        found.setdefault(change.start, change)
    return sorted([*found.values(), *_bullets(text)])


def _unknown(text: str, words: Words) -> list[str]:
    """Return the tokens that are no word, each once, in the order of the alphabet."""
    odd = words.odd(text)
    found = {token for pattern in (_TOKEN, _PART) for token in pattern.findall(odd)}
    return sorted(token for token in found if not token.isdigit() and _is_unknown(token, words))


def _is_unknown(token: str, words: Words) -> bool:
    """Tell whether the token is no word as it is printed: 'wii' is none, though 'Wii' is a name."""
    bare = _bare(token)
    if not words.curated(bare):
        return True
    return token.islower() and words.lexicon.name(bare) and not words.lexicon.count(bare)


def _accents_shown(mended: dict[str, str], reader: _Reader) -> bool:
    """Tell whether the document has shown often enough that 'ë' was read as 'é'."""
    shown = (token for token, fixed in mended.items() if "ë" in fixed and "ë" not in token)
    return sum(len(reader.places(token)) for token in shown) >= _ACCENTS_SHOWN


def _mend(token: str, reader: _Reader) -> str:
    """Return the word that was meant, or '' when that is not clear."""
    if not token[1:].islower() or not _lettered(token[1:]) or len(token) < _SHORTEST:
        return ""
    if token[0] in _FIRST and (first := _mend_first(token, reader.words)):
        return first
    if (again := _stands_elsewhere(token, reader.words)) or not token[0].isalpha():
        return again
    short = _mend_short(token, reader) if len(token) <= _MIN_LETTERS else ""
    if short or len(token) < _MIN_LETTERS:
        return short
    return _mend_name(token, reader) if token[0].isupper() else _mend_small(token, reader)


def _mend_first(token: str, words: Words) -> str:
    """Mend a nought for an O, a capital i for an l, or a one for an l at the start of a word."""
    rest = token[1:]
    for letter in _FIRST[token[0]]:
        word = letter.lower() + rest
        enough = words.curated(word) if len(word) >= _MIN_LETTERS else words.share(word) >= _FREQUENT
        if enough:
            return letter + rest
    # No word starts with a nought, and a code would hold more than one.
    lettered = rest.isalpha() and rest[0] != "x" and len(rest) >= _MIN_LETTERS
    return "O" + rest if token[0] == "0" and lettered else ""


def _stands_elsewhere(token: str, words: Words) -> str:
    """Return the name that was meant, where it stands in the document twice and this reading once."""
    if len(token) <= _MIN_LETTERS or not token[0].isupper() or words.here(token.lower()):
        return ""
    reach = [word for word in sorted(_reach({token}, _ANY, 1)) if words.here(_bare(word))]
    return reach[0] if len(reach) == 1 else ""


def _mend_short(token: str, reader: _Reader) -> str:
    """Mend a small word: by a sure confusion, or into one of the most frequent words of all: 'nlet'."""
    found = _best(_reach({token}, _SHORT, 1), reader.words, _FREQUENT)
    if found or not token.islower() or len(token) < _THIN_LETTERS:
        return found
    often = _best(_reach({token}, _THIN, 1), reader.words, _EVERYWHERE)
    return often if often and reader.is_rare(token) else ""


def _mend_small(token: str, reader: _Reader) -> str:
    """Mend a word in small letters: sure confusions in one or two steps, else one risky step."""
    words = reader.words
    if reader.accents or _SAFE_SHOWN.search(token):
        safe = _SAFE + _ACCENTS if reader.accents else _SAFE
        steps = [_reach({token}, safe, 1), _reach({token}, safe, 2)]
        found = next((best for reach in steps if (best := _best(reach, words, 0.0))), "")
        if found or reader.accents or words.compound(token):
            return found
        both = _best(_reach(steps[0], _RISKY, 1), words, _FREQUENT) if len(token) >= _LONG else ""
        if both:
            return both
        compounds = [word for word in sorted(steps[0]) if words.compound(_bare(word))]
        if len(compounds) == 1:
            return compounds[0]
    risky = _risky(token, words)
    # Looking for a compound costs most, so that it comes last.
    return risky if risky and not _rather_compound(token, risky, words) and reader.is_rare(token) else ""


def _rather_compound(token: str, word: str, words: Words) -> bool:
    """Tell whether the token is rather a new compound than `word` misread: 'over' and 'beid' are not."""
    return words.compound(token) > 0.0 and words.compound(token) < words.cost(word) + _FAR_FETCHED


def _risky(token: str, words: Words) -> str:
    """Return the word that one confusion away is meant, where that confusion makes many a word of another."""
    if len(token) < _RISKY_LETTERS:
        return ""
    frequent = _best(_reach({token}, _RISKY, 1), words, _FREQUENT)
    if frequent or len(token) < _LONG:
        return frequent
    return _best(_reach({token}, _RISKY_LONG, 1), words, 0.0)


def _mend_name(token: str, reader: _Reader) -> str:
    """Mend a word with a capital, which may be a name: only into what is surely meant."""
    found = _best(_reach({token}, _NAMES, 1), reader.words, 0.0)
    if found or len(token) < _NAME_LETTERS:
        return found
    frequent = _best(_reach({token}, _NAMES_FREQUENT, 1), reader.words, _FREQUENT)
    # Another language may write the name so: 'Martín'.
    if not frequent or reader.words.compound(token.lower()) or reader.words.lexicon.name(frequent.lower()):
        return ""
    return frequent if reader.is_rare(token) else ""


def _lettered(text: str) -> bool:
    """Tell whether the token is letters, perhaps with a '1' that stands for one."""
    return text.replace("1", "").replace("(", "").replace(")", "").isalpha()


def _reach(texts: set[str], pairs: tuple[tuple[str, str], ...], steps: int) -> set[str]:
    """Return what `steps` replacements make of the texts."""
    for _ in range(steps):
        texts = {
            text[:at] + right + text[at + len(wrong) :]
            for text in texts
            for wrong, right in pairs
            for at in _places(text, wrong)
        }
    return texts


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _best(candidates: set[str], words: Words, floor: float) -> str:
    """Return the candidate that is a word, when it is alone or much likelier than the next."""
    if floor:
        candidates = {c for c in candidates if words.counted(_bare(c))}
    ranked = sorted(((words.share(_bare(c)), c) for c in candidates if words.curated(_bare(c))), reverse=True)
    ranked = [(share, c) for share, c in ranked if share >= floor]
    if not ranked:
        return ""
    if len(ranked) == 1 or ranked[0][0] >= _LIKELIER * ranked[1][0]:
        return ranked[0][1]
    return ""


def _bare(text: str) -> str:
    return text.replace("(", "").replace(")", "").lower()


def _brackets(unknown: list[str], reader: _Reader) -> Iterator[Change]:
    """Yield an 'l' at the end of a word that was the ']' of a bracket standing open."""
    for token in unknown:
        if token.endswith("l") and reader.words.curated(token[:-1].lower()):
            for at in reader.places(token):
                if _stands_open(reader.text, at, at + len(token)):
                    yield Change(at, at + len(token), token[:-1] + "]", RULE, _LIKELY)
    for match in _TICKED.finditer(reader.text):
        yield Change(match.start(), match.end(), match.group()[:-1] + "]", RULE, _LIKELY)


def _stands_open(text: str, start: int, end: int) -> bool:
    """Tell whether a '[' before the place is still to be closed after it."""
    opened = text.rfind("[", max(start - _BRACKET_REACH, 0), start)
    if opened < 0 or "]" in text[opened:start]:
        return False
    closes = text.find("]", end, end + _BRACKET_REACH)
    opens = text.find("[", end, end + _BRACKET_REACH)
    return closes < 0 or 0 <= opens < closes


_TICKED = lazy(r"\[[xXvV]l(?=\s|$)")
_BULLET = lazy(r"(?m)^[ \t]{0,12}([e¢©®])[ \t]{1,4}(?=[A-ZÀ-Ý][a-zà-ÿ]|[A-Z]{2})")
_BULLET_LINES = 2


def _bullets(text: str) -> list[Change]:
    """Return the 'e' before a capital at the start of two lines or more: a bullet, misread."""
    counts = Counter(match.group(1) for match in _BULLET.finditer(text))
    return [
        Change(match.start(1), match.end(1), "•", "letters/bullet", _LIKELY)
        for match in _BULLET.finditer(text)
        if counts[match.group(1)] >= _BULLET_LINES
    ]
