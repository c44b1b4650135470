"""Stage 'letters': letters that a scanner read for others, in words that no list knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from protocheck.repair.edits import Change
from protocheck.repair.surroundings import is_dutch
from protocheck.repair.words import Words

RULE = "letters"

_TOKEN = re.compile(r"(?<![\w@./\\=-])[^\W_]{2,40}(?:\([^\W_]{1,6}\))?(?![\w@\\=]|[./]\w)")
_PART = re.compile(r"(?<=[-/])[^\W_]{4,40}(?![\w@\\=]|[./]\w)|(?<![\w@./\\=-])[^\W_]{4,40}(?=[-/][^\W\d_])")
_SAFE = (("é", "ë"), ("è", "ë"), ("ii", "ij"), ("í", "i"), ("1", "l"), ("f1", "fi"))
# Only in a document that has shown that its scanner cannot read an accent.
_ACCENTS = (("i", "ï"), ("e", "ë"), ("e", "é"), ("c", "ç"))
_RISKY = (("rn", "m"), ("m", "rn"), ("b", "h"), ("l", "i"), ("i", "l"), ("é", "e"))
_NAMES = (("é", "ë"), ("ii", "ij"))
_NAMES_FREQUENT = (("rn", "m"), ("1", "l"))

_MIN_LETTERS = 4
_NAME_LETTERS = 6
_ACCENTS_SHOWN = 3
_FREQUENT = 1e-6
_RISKY_OFTEN = 2
_LIKELIER = 10.0
_BRACKET_REACH = 300
_SURE, _LIKELY = 0.97, 0.9


@dataclass(frozen=True, slots=True)
class _Found:
    """A token that no list knows, with its places in the text."""

    text: str
    places: tuple[int, ...]
    whole: str

    def in_dutch(self, words: Words) -> bool:
        """Tell whether it stands among Dutch words, wherever it stands."""
        return all(is_dutch(self.whole, at, at + len(self.text), words) for at in self.places)


def changes(text: str, words: Words) -> list[Change]:
    """Return the mending of misread letters; the text itself shows which confusions are likely."""
    unknown = list(_unknown(text, words))
    mended: dict[str, str] = {}
    for token in unknown:
        fixed = _mend(token, words, accents=False)
        if fixed:
            mended[token.text] = fixed
    if _accents_shown(unknown, mended):
        for token in unknown:
            if token.text not in mended and (fixed := _mend(token, words, accents=True)):
                mended[token.text] = fixed
    found = [
        Change(at, at + len(token.text), mended[token.text], RULE, _SURE)
        for token in unknown
        if token.text in mended
        for at in token.places
    ]
    taken = {change.start for change in found}
    found += [change for change in _brackets(text, unknown, words) if change.start not in taken]
    return sorted(found + _bullets(text))


def _unknown(text: str, words: Words) -> Iterator[_Found]:
    """Yield the tokens that are no word, each once, with all their places."""
    places: dict[str, list[int]] = {}
    for pattern in (_TOKEN, _PART):
        for match in pattern.finditer(text):
            places.setdefault(match.group(), []).append(match.start())
    for token, where in places.items():
        plain = token.replace("(", "").replace(")", "").lower()
        if not words.curated(plain) and not token.isdigit():
            yield _Found(token, tuple(sorted(set(where))), text)


def _accents_shown(unknown: list[_Found], mended: dict[str, str]) -> bool:
    """Tell whether the document has shown often enough that 'ë' was read as 'é'."""
    shown = sum(len(t.places) for t in unknown if "ë" in mended.get(t.text, "") and "ë" not in t.text)
    return shown >= _ACCENTS_SHOWN


def _mend(token: _Found, words: Words, *, accents: bool) -> str:
    """Return the word that was meant, or '' when that is not clear."""
    text = token.text
    if text[0] == "0" and text[1:].islower() and _word("o" + text[1:], words):
        return "O" + text[1:]
    if len(text) < _MIN_LETTERS or text.isupper() or not text[1:].islower() or not _lettered(text):
        return ""
    return _mend_name(text, words) if text[0].isupper() else _mend_small(token, words, accents=accents)


def _mend_small(token: _Found, words: Words, *, accents: bool) -> str:
    """Mend a word in small letters: sure confusions in one or two steps, else one risky step."""
    text = token.text
    safe = _SAFE + _ACCENTS if accents else _SAFE
    for steps in (1, 2):
        best = _best(_reach({text}, safe, steps), words, 0.0)
        if best:
            return best
    if len(token.places) <= _RISKY_OFTEN and not accents and token.in_dutch(words):
        return _best(_reach({text}, _RISKY, 1), words, _FREQUENT)
    return ""


def _lettered(text: str) -> bool:
    """Tell whether the token is letters, perhaps with a '1' that stands for one."""
    return text.replace("1", "").replace("(", "").replace(")", "").isalpha()


def _word(word: str, words: Words) -> bool:
    return words.share(word) >= _FREQUENT


def _mend_name(text: str, words: Words) -> str:
    """Mend a word with a capital, which may be a name: only into what is surely meant."""
    found = _best(_reach({text}, _NAMES, 1), words, 0.0)
    if found or len(text) < _NAME_LETTERS:
        return found
    return _best(_reach({text}, _NAMES_FREQUENT, 1), words, _FREQUENT)


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
    ranked = sorted(((words.share(_bare(c)), c) for c in candidates if words.curated(_bare(c))), reverse=True)
    ranked = [(share, c) for share, c in ranked if share >= floor]
    if not ranked:
        return ""
    if len(ranked) == 1 or ranked[0][0] >= _LIKELIER * ranked[1][0]:
        return ranked[0][1]
    return ""


def _bare(text: str) -> str:
    return text.replace("(", "").replace(")", "").lower()


def _brackets(text: str, unknown: list[_Found], words: Words) -> list[Change]:
    """Return an 'l' at the end of a word that was the ']' of a bracket standing open."""
    found = []
    for token in unknown:
        if not token.text.endswith("l") or not words.curated(token.text[:-1].lower()):
            continue
        for at in token.places:
            start = text.rfind("[", max(at - _BRACKET_REACH, 0), at)
            if start >= 0 and "]" not in text[start:at]:
                end = at + len(token.text)
                found.append(Change(at, end, token.text[:-1] + "]", RULE, _LIKELY))
    return found


_BULLET = re.compile(r"(?m)^[ \t]{0,12}([e¢©®])[ \t]{1,4}(?=[A-ZÀ-Ý][a-zà-ÿ]|[A-Z]{2})")
_BULLET_LINES = 2


def _bullets(text: str) -> list[Change]:
    """Return the 'e' before a capital at the start of two lines or more: a bullet, misread."""
    counts = Counter(match.group(1) for match in _BULLET.finditer(text))
    return [
        Change(match.start(1), match.end(1), "•", "letters/bullet", _LIKELY)
        for match in _BULLET.finditer(text)
        if counts[match.group(1)] >= _BULLET_LINES
    ]
