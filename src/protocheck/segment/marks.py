"""What stands at the start of a line: the word and number of an article, a bullet, a letter."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, Literal

from protocheck.record import record
from protocheck.regex import lazy

Family = Literal["word", "number", "decimal", "roman", "letter", "paragraph", "chapter"]

_BIS: Final = r"(?:bis|ter|quater|quinquies|sexies|septies|octies)"
_ORDINALS: Final = (
    ("één", "een", "eerste"),
    ("twee", "tweede"),
    ("drie", "derde"),
    ("vier", "vierde"),
    ("vijf", "vijfde"),
    ("zes", "zesde"),
    ("zeven", "zevende"),
    ("acht", "achtste"),
    ("negen", "negende"),
    ("tien", "tiende"),
    ("elf", "elfde"),
    ("twaalf", "twaalfde"),
    ("dertien", "dertiende"),
    ("veertien", "veertiende"),
    ("vijftien", "vijftiende"),
)
_ORDINAL: Final = {word: value for value, words in enumerate(_ORDINALS, 1) for word in words}
_SPELLED: Final = "|".join(sorted(_ORDINAL, key=len, reverse=True))

# The letters of 'artikel' may have come out of a scanner as 'Artike1' or 'A rtikel'.
_ARTICLE: Final = lazy(
    r"(?P<word>a ?r ?t ?[i1l|í] ?k ?e ?[l1i|!]|article|art)\.?\s{0,4}(?:nr\.?\s{0,2})?"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,2}}(?!\d)){{0,3}}(?:/\d{{1,2}})?(?:\s?{_BIS}\b|ste\b|de\b|er\b|e\b|°)?"
    rf"|[ivxl|]{{1,6}}\b(?:\.\d{{1,2}}(?!\d))?|(?:{_SPELLED})\b|[a-z]\b)",
    re.IGNORECASE,
)
_SPELLED_ARTICLE: Final = lazy(
    rf"(?P<number>{_SPELLED})\s{{1,3}}(?P<word>artikel|afspraak|bepaling|clausule)\b", re.IGNORECASE
)
# Words of forms and minutes, whose parts are called by them: 'onder “Vak B - Doel”'.
LABELS: Final = ("vak", "agendapunt", "blok", "thema", "vraag")
_CLAUSE: Final = lazy(
    rf"(?P<word>clausule|bepaling|afspraak|beding|voorwaarde|hoofdlijn|hoofdpunt|punt|onderdeel|paragraaf|rubriek|luik|sectie|letter|litt\.?|{'|'.join(LABELS)})\s{{1,3}}"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[A-Z])\b",
    re.IGNORECASE,
)
# An abbreviation that a contract numbers its clauses with: 'BV 1.' for 'bijzondere voorwaarde 1'.
_BOX: Final = lazy(
    r"(?P<word>(?!(?:ART|DEEL|BOEK|VAK|BLOK)\b)[A-Z]{2,4})\s(?P<number>\d{1,2})(?=[.:)]|\s[–—-]\s)"
)
_CHAPTER: Final = lazy(
    r"(?P<word>hoofdstuk|titel|afdeling|onderafdeling|deel|boek)\s{1,3}"
    rf"(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}|[IVXL]{{1,6}}|[A-Z]|{_SPELLED})\b",
    re.IGNORECASE,
)
_SPELLED_CHAPTER: Final = lazy(
    rf"(?P<number>{_SPELLED})\s{{1,3}}(?P<word>hoofdstuk|titel|afdeling|deel)\b", re.IGNORECASE
)
_DECIMAL: Final = lazy(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})(?![\d/])(?:\s?bis\b)?")
# 'III.1' and 'A.2', below a heading with that numeral or letter.
_INNER: Final = lazy(r"(?P<number>(?:[IVXL]{1,6}|[A-Z])(?:\.\d{1,2}){1,3})(?![\w/])")
_NUMBER: Final = lazy(r"(?P<number>\d{1,2}(?:\s?bis\b)?)(?![\d,%°]|/(?!\s)|\.\d|\.?[a-z]\b)")
_ROMAN: Final = lazy(r"(?P<number>[IVXL]{1,6})(?![\w'’])")
_LETTER: Final = lazy(r"(?P<number>[A-Z]\d{0,2})(?![\w'’])")
_PARAGRAPH: Final = lazy(rf"§\s{{0,3}}(?P<number>\d{{1,2}}(?:\s?{_BIS}\b)?)(?!\d)")
_BRACKETED: Final = lazy(r"\((?P<number>\d{1,2}|[ivx]{1,5}|[IVX]{1,5}|[A-Z])\)\s{1,8}(?=\S)")
# A slash, dot or arrow parts a number from a title only ('3 / Wie'), never two numbers ('1 / 3 van de huur').
_STOP: Final = lazy(r"\s{0,3}(?P<stop>[/·•»>→]{1,2}(?=\s{1,8}[^\W\d_])|[.:;)\]|°–—-]{0,3})\s{0,8}")
_BULLET: Final = lazy(r"(?:[-–—•▪◦‣·●○■□➢➤✓✔*\uf000-\uf0ff]|->|=>)(?=\s|[^\W\d_]{2})\s{0,8}")
_SOFT_BULLET: Final = lazy(r"[eo]\s{1,4}(?=[A-ZÀ-Ý“\"])")
_LABEL: Final = lazy(
    r"(?:\((?P<a>\d{1,2}|[a-z]|[ivx]{1,5})\)|(?P<b>\d{1,2}|[a-z]|[ivx]{1,5})[.)](?!\d)|(?P<c>\d{1,2})\s?°[.)]?)\s{0,8}(?=\S)",
)
_HIGHEST: Final = 49
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50}


@record
class Mark:
    """One way to read the start of a line.

    Attributes:
        family: the kind of numbering.
        number: as printed, without word and stop.
        key: the number in figures: '1' for 'één' and '1er'.
        value: its place in the order; 0 when it has none.
        word: the word before it in lower case, empty when there is none.
        stop: the sign after it.
        rest: index in the line of what follows.
    """

    family: Family
    number: str
    key: str
    value: int
    word: str
    stop: str
    rest: int


@record
class Bullet:
    """The sign of a list entry: `style` groups those of one list, `number` is empty for a plain bullet."""

    style: str
    number: str
    value: int
    rest: int


def roman_value(numeral: str) -> int:
    """Return the value of a well-formed Roman numeral up to XLIX, else 0."""
    values = [_ROMAN_VALUES.get(c, 0) for c in numeral.upper()]
    if not values or 0 in values:
        return 0
    pairs = zip(values, [*values[1:], 0], strict=True)
    total = sum(-value if value < following else value for value, following in pairs)
    return total if as_roman(total) == numeral.upper() else 0


def as_roman(value: int) -> str:
    """Write a number below 50 as a Roman numeral."""
    tens = ("", "X", "XX", "XXX", "XL")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[value // 10] + ones[value % 10] if 0 < value <= _HIGHEST else ""


def marks(text: str) -> tuple[Mark, ...]:
    """Return every way to read the start of `text` as a numbered heading."""
    first = text[:1]
    if first == "§":
        return _some(_numbered(_PARAGRAPH, "paragraph", text))
    if first.isdigit():
        decimal = _numbered(_DECIMAL, "decimal", text)
        return (decimal,) if decimal else _some(_numbered(_NUMBER, "number", text))
    if first == "(":
        return _bracketed(text)
    if not first.isalpha():
        return ()
    return _some(
        _worded(_ARTICLE, "word", text) or _worded(_SPELLED_ARTICLE, "word", text),
        _worded(_CHAPTER, "chapter", text),
        _worded(_SPELLED_CHAPTER, "chapter", text),
        _worded(_CLAUSE, "word", text) or _boxed(text),
        *((inner,) if (inner := _numbered(_INNER, "decimal", text)) else (_roman(text), _letter(text))),
    )


def _bracketed(text: str) -> tuple[Mark, ...]:
    """Read '(1) Doel', '(ii) Doel' or '(B) Doel'; the stop of such a mark is '()'."""
    match = _BRACKETED.match(text)
    if match is None or match.end() == len(text):
        return ()
    number = match["number"]
    value = int(number) if number.isdigit() else roman_value(number)
    family: Family = "number" if number.isdigit() else "roman"
    found = [Mark(family, number, canonical(number), value, "", "()", match.end())] if value else []
    if len(number) == 1 and number.isupper():
        found.append(Mark("letter", number, number, value_of(number, letter=True), "", "()", match.end()))
    return tuple(found)


def _some(*found: Mark | None) -> tuple[Mark, ...]:
    return tuple(mark for mark in found if mark is not None)


def _worded(pattern: re.Pattern[str], family: Family, text: str) -> Mark | None:
    match = pattern.match(text)
    if match is None:
        return None
    word = match["word"].replace(" ", "").lower()
    word = "artikel" if pattern is _ARTICLE else word
    number = "1" if match["number"] in {"l", "|", "!"} else match["number"]
    return _mark(family, number, word, text, match.end())


def _boxed(text: str) -> Mark | None:
    match = _BOX.match(text) if text[1:2].isupper() else None
    if match is None or roman_value(match["word"]):
        return None
    return _mark("word", match["number"], match["word"], text, match.end())


def is_label(word: str) -> bool:
    """Tell whether a heading is called by this word and its number, as the parts of a form are."""
    return word in LABELS or (word != "" and word.isupper())


def _numbered(pattern: re.Pattern[str], family: Family, text: str) -> Mark | None:
    match = pattern.match(text)
    if match is None:
        return None
    number = f"§ {match['number']}" if family == "paragraph" else match["number"]
    return _mark(family, number, "", text, match.end())


def _roman(text: str) -> Mark | None:
    match = _ROMAN.match(text)
    return (
        _mark("roman", match["number"], "", text, match.end())
        if match and roman_value(match["number"])
        else None
    )


def _letter(text: str) -> Mark | None:
    match = _LETTER.match(text)
    return _mark("letter", match["number"], "", text, match.end()) if match else None


def _mark(family: Family, number: str, word: str, text: str, end: int) -> Mark:
    stop = _STOP.match(text, end)
    sign, rest = (stop["stop"], stop.end()) if stop else ("", end)
    number = number.replace(" ", "") if family != "paragraph" else number
    key = canonical(number, letter=family == "letter")
    return Mark(family, number, key, value_of(key, letter=family == "letter"), word, sign, rest)


def canonical(number: str, *, letter: bool = False) -> str:
    """Return a printed number as references write it: '1er' and 'één' become '1', 'ix' becomes 'IX'."""
    if letter:
        return number
    low = number.lower()
    if low[:1] == "0" and low[1:2].isdigit():
        low = low[1:]
    if low in _ORDINAL:
        return str(_ORDINAL[low])
    figures = re.match(r"(§ )?\d{1,3}(?:[./]\d{1,2}){0,3}", low)
    if figures:
        tail = low[figures.end() :].strip()
        return figures[0] + ("" if tail in {"er", "e", "ste", "de", "°"} else tail)
    return number.upper()


def value_of(key: str, *, letter: bool = False) -> int:
    """Return where a number stands in its order; 0 when it has no order."""
    figures = re.match(r"(?:§ )?(\d{1,3})", key)
    if figures:
        return int(figures[1])
    numeral = roman_value(key.partition(".")[0])
    if letter or not numeral:
        return ord(key[0].upper()) - 64 if key and key[0].isalpha() and key[0].isascii() else 0
    return numeral


def bullet(text: str, *, soft: bool = False) -> Bullet | None:
    """Read the sign of a list entry at the start of a line.

    Args:
        text: the line without blanks around it.
        soft: whether this document has 'e' or 'o' for bullets, as scanners print them.
    """
    plain = _BULLET.match(text) or (_SOFT_BULLET.match(text) if soft else None)
    label = _LABEL.match(text, plain.end() if plain else 0)
    second = _SOFT_BULLET.match(text, plain.end()) if plain else None
    if second is not None:
        return Bullet(text[second.start()], "", 0, second.end())
    if label is None:
        return Bullet(text[0], "", 0, plain.end()) if plain and plain.end() < len(text) else None
    number = label["a"] or label["b"] or label["c"]
    sign = "°" if label["c"] else ")" if text[label.start() : label.end()].rstrip().endswith(")") else "."
    kind = "1" if number.isdigit() else "a"
    style = ("(" if label["a"] else "") + kind + sign
    printed = f"{number}°" if label["c"] else number
    if len(number) > 1 and not number.isdigit():
        return Bullet(style.replace("a", "i"), printed, roman_value(number), label.end())
    return Bullet(
        style, printed, int(number) if number.isdigit() else ord(number) - ord("a") + 1, label.end()
    )


def as_numeral(sign: Bullet) -> Bullet:
    """Read a list sign of one letter ('i)', 'v)') as a Roman numeral."""
    return replace(sign, style=sign.style.replace("a", "i"), value=roman_value(sign.number))


def soft_bullet(text: str) -> bool:
    """Tell whether a line starts with an 'e' or 'o' that a scanner made of a bullet."""
    return _SOFT_BULLET.match(text) is not None
