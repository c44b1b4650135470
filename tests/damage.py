"""Seeded damage to clean Dutch text, as broken fonts, bad scans and page layout make it.

`damage(text, kind, strength, seed)` returns the same text for the same arguments. Kinds:

- wide: a blank after every glyph of a drawn set, on most lines; real blanks after them are doubled;
- wide-collapsed: the same, with doubled blanks made one, as many text extractors do;
- wide-noisy: the same, collapsed, and only at most of the glyphs;
- split: blanks at random places inside words;
- drop: blanks between words lost;
- letters: one letter read for another, as OCR does;
- hyphen: words broken over two lines with a hyphen; midword: the same without a hyphen;
- furniture: form feeds with running heads and page numbers;
- artefacts: ligatures, soft hyphens, hard blanks, loose accents;
- mix: five of the above at once.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator

KINDS = (
    "wide",
    "wide-collapsed",
    "wide-noisy",
    "split",
    "drop",
    "letters",
    "hyphen",
    "midword",
    "furniture",
    "artefacts",
    "mix",
)
STRENGTHS = ("light", "medium", "heavy")

_LEVEL = {"light": 0, "medium": 1, "heavy": 2}


def damage(text: str, kind: str, strength: str, seed: int) -> str:
    """Return `text` with one kind of damage; the same arguments always give the same text."""
    if kind not in _MAKERS:
        raise ValueError(f"unknown kind of damage: {kind}")
    # The seed is mixed with the kind so that two kinds never hit the same places by construction.
    return _MAKERS[kind](text, _LEVEL[strength], random.Random(f"{kind}/{strength}/{seed}"))  # noqa: S311  not for secrets


_GLYPHS = "mwkgvWMOGHNUKBVD"


def _wide(text: str, level: int, rng: random.Random, *, share: float = 1.0, doubled: bool = True) -> str:
    glyphs = {*rng.sample(_GLYPHS, (3, 6, 9)[level]), "@", rng.choice("mw")}
    hit = (0.4, 0.7, 0.9)[level]
    printed = wrapped(text).split("\n")
    lines = [_widened(line, glyphs, rng, share) if rng.random() < hit else line for line in printed]
    damaged = "\n".join(lines)
    # Only what the glyphs have doubled: the gap between two columns is wider, and no repair brings it back.
    return damaged if doubled else re.sub(r"(?<=\S)  (?=\S)", " ", damaged)


def _widened(line: str, glyphs: set[str], rng: random.Random, share: float) -> str:
    out = []
    for i, char in enumerate(line):
        out.append(char)
        if char in glyphs and i + 1 < len(line) and rng.random() < share:
            out.append(" ")
    return "".join(out)


def _wide_collapsed(text: str, level: int, rng: random.Random) -> str:
    return _wide(text, level, rng, doubled=False)


def _wide_noisy(text: str, level: int, rng: random.Random) -> str:
    return _wide(text, level, rng, share=0.85, doubled=False)


_LONG_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{4,}(?![\w@./-])")


def _split(text: str, level: int, rng: random.Random) -> str:
    rate = (0.06, 0.15, 0.3)[level]

    def cut(match: re.Match[str]) -> str:
        word = match.group()
        if rng.random() >= rate:
            return word
        at = rng.randrange(1, len(word))
        return f"{word[:at]} {word[at:]}"

    return _LONG_WORD.sub(cut, text)


def _drop(text: str, level: int, rng: random.Random) -> str:
    rate = (0.03, 0.08, 0.15)[level]
    return re.sub(r"(?<=[^\W\d_,;:]) (?=[^\W\d_])", lambda _: "" if rng.random() < rate else " ", text)


# What is read for what, and how often at light, medium and heavy strength.
_CONFUSIONS = (
    (r"ë", "é", (0.8, 0.9, 0.95)),
    (r"ï", "i", (0.3, 0.5, 0.7)),
    (r"(?<=\w)ij", "ii", (0.02, 0.04, 0.08)),
    (r"(?<=\w)rn(?=\w)", "m", (0.03, 0.06, 0.12)),
    (r"(?<=\w)m(?=\w)", "rn", (0.002, 0.004, 0.008)),
    (r"(?<=\w)l(?=\w)", "1", (0.002, 0.004, 0.008)),
    (r"(?<=\w)i(?=\w)", "í", (0.001, 0.003, 0.006)),
    (r"(?<=\w)i(?=\w)", "l", (0.001, 0.002, 0.004)),
    (r"fi", "f1", (0.02, 0.05, 0.1)),
    (r"\bO(?=[a-z])", "0", (0.05, 0.1, 0.2)),
    (r"\bl(?=[a-z])", "I", (0.005, 0.01, 0.02)),
    (r"(?<=\w)h(?=\w)", "b", (0.001, 0.002, 0.004)),
    (r"(?<=[a-z])\]", "l", (0.5, 0.8, 1.0)),
)


def _letters(text: str, level: int, rng: random.Random) -> str:
    for pattern, wrong, rates in _CONFUSIONS:
        text = _confuse(text, pattern, wrong, rates[level], rng)
    return text


def _confuse(text: str, pattern: str, wrong: str, rate: float, rng: random.Random) -> str:
    return re.sub(pattern, lambda m: wrong if rng.random() < rate else m.group(), text)


# No paper prints longer lines; breaking those of a printed text again would leave stumps of lines.
_PRINTED = 130
_FEW_LONG = 0.1
# A row of a table is not broken like prose.
_ROW = re.compile(r"\t|\||\S {2,}\S")
_VOWELS = "aeiouyéëïöü"
_LINE_BREAK = re.compile(r"(?<=[\w,;]) ?\n([^\W\d_]{6,})")


def _broken(text: str, level: int, rng: random.Random, mark: str) -> str:
    """Move the first syllables of a line up to the line before."""
    rate = (0.15, 0.35, 0.7)[level]
    printed = wrapped(text)

    def move(match: re.Match[str]) -> str:
        word = match.group(1)
        cuts = [i for i in range(2, len(word) - 2) if _starts_syllable(word, i)]
        if word[0].isupper() or not cuts or _beside_row(printed, match.start(1) - 1) or rng.random() >= rate:
            return match.group()
        at = rng.choice(cuts)
        return f" {word[:at]}{mark}\n{word[at:]}"

    return _LINE_BREAK.sub(move, printed)


def _beside_row(text: str, end: int) -> bool:
    """Tell whether the line that ends here or the next one is a row of columns, which no word leaves."""
    start, stop = text.rfind("\n", 0, end) + 1, text.find("\n", end + 1)
    return _ROW.search(text, start, end) is not None or (
        _ROW.search(text, end + 1, stop if stop >= 0 else len(text)) is not None
    )


def _starts_syllable(word: str, at: int) -> bool:
    """Tell whether a printer could break the word here: one consonant and then a vowel follow."""
    first, second = word[at], word[at + 1]
    return (
        first not in _VOWELS and second in _VOWELS and word[at - 1 : at + 1] not in {"ch", "qu", "ph", "th"}
    )


def wrapped(text: str, width: int = 95) -> str:
    """Return the text in printed lines of about `width` characters; lines printed before stay as they are."""
    every = [line for line in text.split("\n") if line.strip()]
    long = sum(len(line) > _PRINTED for line in every)
    most = _PRINTED if long <= _FEW_LONG * len(every) else width
    return "\n".join(piece for line in text.split("\n") for piece in _pieces(line, width, most))


def _pieces(line: str, width: int, most: int) -> Iterator[str]:
    if len(line) > most and not _ROW.search(line):
        while len(line) > width and (at := line.rfind(" ", 40, width)) > 0:
            yield line[:at]
            line = line[at + 1 :]
    yield line


def _hyphen(text: str, level: int, rng: random.Random) -> str:
    return _broken(text, level, rng, "-")


def _midword(text: str, level: int, rng: random.Random) -> str:
    return _broken(text, level, rng, "")


def _furniture(text: str, level: int, rng: random.Random) -> str:
    lines = wrapped(text).split("\n")
    height = (45, 35, 25)[level]
    head = rng.choice(
        ("Protocol mededeling persoonsgegevens", "Dienst Informatiebeheer", "Versie 2.1 - ontwerp")
    )
    foot = rng.choice(("Pagina {} van {}", "{}/{}", "- {} -", "{}"))
    pages = [lines[i : i + height] for i in range(0, len(lines), height)]
    return "\f".join(
        "\n".join([head, "", *page, "", foot.format(number, len(pages)), ""])
        for number, page in enumerate(pages, 1)
    )


def _artefacts(text: str, level: int, rng: random.Random) -> str:
    rate = (0.1, 0.3, 0.6)[level]
    for plain, odd in (
        ("ffi", "\ufb03"),
        ("ff", "\ufb00"),
        ("fi", "\ufb01"),
        ("fl", "\ufb02"),
        ("ij", "\u0133"),
    ):
        text = _confuse(text, plain, odd, rate, rng)
    text = _confuse(text, r"(?<=\w) (?=\w)", "\u00a0", rate / 5, rng)
    text = _confuse(text, r"(?<=\w)-(?=\w)", "\u2011", rate, rng)
    text = re.sub(r"(?<=\w\w\w)(?=\w\w\w)", lambda _: "\u00ad" if rng.random() < rate / 10 else "", text)
    return re.sub(
        "[éëïöü]",
        lambda m: unicodedata.normalize("NFD", m.group()) if rng.random() < rate else m.group(),
        text,
    )


def _mix(text: str, level: int, rng: random.Random) -> str:
    lighter = max(level - 1, 0)
    text = _hyphen(text, level, rng)
    text = _letters(text, level, rng)
    text = _artefacts(text, lighter, rng)
    text = _drop(text, 0, rng)
    maker = rng.choice((_wide, _wide_collapsed, _wide_noisy, _split))
    return maker(text, lighter, rng)


_MAKERS: dict[str, Callable[[str, int, random.Random], str]] = {
    "wide": _wide,
    "wide-collapsed": _wide_collapsed,
    "wide-noisy": _wide_noisy,
    "split": _split,
    "drop": _drop,
    "letters": _letters,
    "hyphen": _hyphen,
    "midword": _midword,
    "furniture": _furniture,
    "artefacts": _artefacts,
    "mix": _mix,
}
