"""Small Dutch grammar: enumerations, number words, articles, dates, quotation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from protocheck.regex import lazy

_NUMBERS = (
    "geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip

_MARKS = '“”„"'
_LIST_SIGNS = ("- ", "– ", "• ", "o ", "* ", "> ")
_DASH = lazy(r"([:;,.])(?: [-–•o]){1,3} ")

# Where a long quotation may end: a sentence (no abbreviation), a part of one, a phrase; the fullest first.
_BREAKS = (
    lazy(r"(?<=[a-zé\d)’]{3})[.?!](?= [A-Z“‘])"),
    lazy(r"[;:](?= )"),
    lazy(r",(?= )| –(?= )"),
)
_ENOUGH = 0.55
_BOX = lazy(r"(\[[ xXvV]\]|[☐☑☒])")
_CHOSEN = frozenset({"[x]", "[X]", "[v]", "[V]", "☑", "☒"})
_ASIDE = lazy(r"\([^()]{0,400}\)|“[^”]{0,2000}”")
# What stays as it is when a line in capitals is written in running text, and what gets no capital there.
_ACRONYM = lazy(
    r"[^AEIOUY]{2,}|OCMW|AVG|EGOV|EVA|IVA|AGB|FOD|POD|RSZ|KSZ|UZ|VZW|BV|NV|VLAIO|VMM|OVAM|VDAB|INSZ|DPO"
)
_SMALL = frozenset(
    "de het een en of van voor op te in aan met tot der den des uit bij om over inzake".split()
)
_KINDS = frozenset(
    "stad gemeente provincie politiezone hulpverleningszone opdrachthoudende dienstverlenende".split()
)


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# The first word of a body's name tells its article; a name that starts otherwise takes none. Adjectives
# stand beside nouns: the ending tells ('Lokale Politie', 'Vlaams Agentschap').
_DE = _words(
    "afdeling bibliotheek brandweer brandweerzone dienst federale fod gemeente gemeenschap gouverneur",
    "hogeschool hulpverleningszone intergemeentelijke intercommunale kamer lokale maatschappij",
    "dienstverlenende",
    "opdrachthoudende orde organisatie pod politiezone programmatorische provincie raad rekenkamer",
    "rijksdienst school scholengemeenschap scholengroep sociale stad stedelijke stichting",
    "uitbetalingsinstelling universiteit vereniging vervoerregio vlaamse welzijnsvereniging",
    "woonmaatschappij zorgkas zorgraad algemene gewestelijke openbare nationale",
)
_HET = _words(
    "administratief agentschap autonoom bestuur centrum college departement dienstenbedrijf extern fonds",
    "gemeentebedrijf gemeentebestuur gewest instituut intergemeentelijk intern ministerie museum nationaal",
    "netwerk ocmw openbaar lokaal parket provinciebestuur rijksinstituut samenwerkingsverband secretariaat",
    "stadsarchief stadsbestuur strategisch vast vlaams welzijnshuis woonzorgcentrum ziekenfonds ziekenhuis",
    "zorgbedrijf algemeen federaal",
)


def listing(items: Iterable[str], last: str = "en") -> str:
    """Return 'a', 'a en b', 'a, b en c'."""
    parts = [item for item in items if item]
    if len(parts) < 2:  # noqa: PLR2004 - one item needs no joining word
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def series(items: Iterable[str]) -> str:
    """Return the items as `listing` does, parted by semicolons where an item is a list itself."""
    parts = [item for item in items if item]
    inside = any(", " in bare or " en " in bare for bare in (_ASIDE.sub("", part) for part in parts))
    if len(parts) < 2 or not inside:  # noqa: PLR2004 - one item needs nothing between
        return listing(parts)
    if len(parts) == 2:  # noqa: PLR2004 - a comma parts two
        return ", en ".join(parts)
    return f"{'; '.join(parts[:-1])}; en {parts[-1]}"


def number(count: int) -> str:
    """Return the number as a word up to twelve, else in digits."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, many: str) -> str:
    """Return 'één gegeven', 'vier gegevens'."""
    return f"{number(count)} {one if count == 1 else many}"


def with_article(name: str) -> str:
    """Return the name of a body as it stands in a sentence: 'de gemeente X', 'het OCMW X', 'Fluvius'."""
    words = name.split()
    if not words or words[0].lower() in {"de", "het"}:
        return name[:1].lower() + name[1:] if words else name
    first = words[0].lower()
    if first in _KINDS and len(words) > 1:
        name = name[:1].lower() + name[1:]
    if first in _DE:
        return f"de {name}"
    return f"het {name}" if first in _HET else name


def kbo(digits: str) -> str:
    """Return ten digits as the Crossroads Bank prints them: '0886.886.638'."""
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}" if len(digits) == 10 else digits  # noqa: PLR2004 - length of a KBO number


def without_article(name: str) -> str:
    """Return the name of a body without the article before it."""
    return name.removeprefix("de ").removeprefix("het ")


def capital(sentence: str) -> str:
    """Return the sentence with its first letter as a capital."""
    return sentence[:1].upper() + sentence[1:]


def shorten(text: str, limit: int) -> str:
    """Return the text cut where its sense breaks before `limit` characters, with '(…)' for the rest."""
    folded = " ".join(text.split())
    if len(folded) <= limit:
        return folded
    return f"{folded[: _sense_break(folded, limit - 4)].rstrip(' ,;:-–(')} (…)"


def _sense_break(text: str, limit: int) -> int:
    """Return where to cut before `limit`: after a sentence, else after a part of one, else at a word."""
    for mark in _BREAKS:
        cut = max((found.end() for found in mark.finditer(text, 0, limit)), default=0)
        if cut > limit * _ENOUGH:
            return cut
    cut = text.rfind(" ", 0, limit)
    return cut if cut > limit // 2 else limit


def calm(text: str, *, name: bool = False) -> str:
    """Return text that stands in capitals only as it is written in running text; other text as it is.

    Args:
        text: a heading, or the name of a body.
        name: whether each word that counts keeps its capital ('Vlaamse Dienst Schone Lucht').
    """
    letters = [letter for letter in text if letter.isalpha()]
    words = text.split()
    if len(letters) < 4 or not text.isupper() or (name and len(words) < 2):  # noqa: PLR2004 - an acronym is no shout
        return text
    calmed = [_calm_word(word, name=name) for word in words]
    if name and calmed[0].lower() in _KINDS:
        return " ".join([calmed[0].lower(), *calmed[1:]])
    return capital(" ".join(calmed))


def _calm_word(word: str, *, name: bool) -> str:
    bare = word.strip("().,:;’'\"“”")
    if _ACRONYM.fullmatch(bare):
        return word
    low = word.lower()
    return low if not name or low in _SMALL else "-".join(map(str.capitalize, low.split("-")))


def quoted(text: str, limit: int = 360) -> str:
    """Return the text between Dutch quotation marks, its own marks made single, without closing stop."""
    inner = shorten(_single_marks(_plain(text)), limit).rstrip(" ;,:")
    inner = inner[:-1] if inner.endswith(".") and not inner.endswith("..") else inner
    return f"“{inner}”" if inner else ""


def inline(text: str, limit: int) -> str:
    """Return a name or phrase of the document as it stands inside our own sentence."""
    phrase = shorten(_single_marks(_plain(text)), limit).rstrip(" .;:,")
    plain = phrase[1:2].islower() or phrase.startswith("E-")
    return phrase[:1].lower() + phrase[1:] if plain else phrase


def _plain(text: str) -> str:
    """Return the text on one line, without the dashes of a list."""
    folded = _DASH.sub(r"\1 ", " ".join(_ticked(text).split())).replace(" | ", " – ")
    return folded[2:] if folded[:2] in _LIST_SIGNS else folded


def _ticked(text: str) -> str:
    """Return the options of a form that were ticked, parted by semicolons; any other text as it is."""
    before, *marked = _BOX.split(text)
    if not marked:
        return text
    chosen = [before, *(said for box, said in zip(marked[::2], marked[1::2], strict=True) if box in _CHOSEN)]
    joined = "; ".join(part.strip(" ;,\n") for part in chosen if part.strip(" ;,\n"))
    return joined.replace(":;", ":") or text


def _single_marks(text: str) -> str:
    marks = [index for index, letter in enumerate(text) if letter in _MARKS]
    if len(marks) == 2 and marks == [0, len(text) - 1]:  # noqa: PLR2004 - one pair around the whole
        return text[1:-1]
    letters = list(text)
    for order, index in enumerate(marks):
        opens = letters[index] in "“„" or (letters[index] == '"' and order % 2 == 0)
        letters[index] = "‘" if opens else "’"
    return "".join(letters)


def unique(items: Iterable[str]) -> Sequence[str]:
    """Return the items without repeats (by case and blanks), in order."""
    seen: dict[str, str] = {}
    for item in items:
        seen.setdefault(fold(item), item)
    return [item for key, item in seen.items() if key]


def fold(text: str) -> str:
    """Return the text without capitals, its blanks single: to compare, never to print."""
    return " ".join(text.lower().split())
