"""The title of an article: on the line of its number, on the next, or over more than one line."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from protocheck.regex import lazy
from protocheck.segment import landmarks
from protocheck.segment.lines import dangles, has_room
from protocheck.segment.marks import bullet, marks
from protocheck.segment.rows import Sheet

_SENTENCE_INSIDE: Final = lazy(r"[^\W\d_]{3}[.!?]\s+[A-ZÀ-Ý“\"]")
_VERB: Final = lazy(
    r"\b(?:wordt|worden|werd|is|zijn|heeft|hebben|kan|kunnen|zal|zullen|moet|moeten|mag|mogen|treedt|bevat"
    r"|bepaalt|verbindt|verbinden|verleent|bezorgt|omvat|geldt|gelden)\b"
)
_RELATIVE: Final = lazy(
    r"\b(?:die|dat|waarvoor|waaronder|waarin|waarmee|waarbij|waarop|wie|welke|hoe)\b", re.IGNORECASE
)
_RUN_IN: Final = lazy(r"(?P<title>[A-ZÀ-Ý][^.:;–\n]{2,60}?)(?:(?P<sign>[.:])| [–—-])\s{1,4}(?=\S)")
_ASKED: Final = lazy(r"(?P<title>[A-ZÀ-Ý][^.:;–?\n]{1,60}\?)\s{1,4}(?=[A-ZÀ-Ý])")
_CLAUSE_TITLE: Final = lazy(
    r"(?:wie|wat|hoe|waar\w{0,8}|wanneer|tot wanneer)(?:\s[^\s,]{1,20}){0,4}$", re.IGNORECASE
)
_IN_BRACKETS: Final = lazy(r"(?P<title>\([^\W\d_][^()\n]{2,60}\))\s?[.:–-]?\s{1,4}(?=[A-ZÀ-Ý])")
_SAYS: Final = lazy(
    r"^(?:u|wij|we|zij|ze|hij|je|ik|dit|dat|deze|die|niemand|niets|geen|niet|nee|ja|idem)\b"
    r"|^(?:de|het|een)\s\S{2,30}\s(?:\S{1,30}\s)?[a-z]{3,12}t$"
    r"|\b(?:volgende|hierna|hieronder|namelijk|zoals|levert|krijgt|geeft|deelt|stelt|vraagt|vermeldt|ontvangt|bewaart|verstrekt|gebruikt|toont|doet|neemt|maakt"
    r"|houdt|staat|staan|gaat|gaan|komt|komen|dient|dienen|betreft)\b",
    re.IGNORECASE,
)
_CLAUSE_END: Final = lazy(r"\b(?:zijn|wordt|worden)$")
_CONDITION: Final = lazy(r"\b(?:als|wanneer|indien|zodra|wat|of)\b", re.IGNORECASE)
_POINTS_BACK: Final = lazy(r"\b(?:en|of|niet|juist|net|precies|waarom|hoe) (?:die|dat|deze|dit)$")
_CLOSING: Final = '"”»'
_LONGEST: Final = 220
_MOST_WORDS_BEFORE_STOP: Final = 3
_LONGEST_ALONE: Final = 130
_LONGEST_ODD: Final = 80
_SHORT: Final = 40
_MOST_ROWS: Final = 4
_MOST_WORDS_WITH_STOP: Final = 6
_MOST_WORDS_BOLD: Final = 20  # of a bold title over several lines that ends with a full stop
_SAME_SIZE: Final = 0.6
_FULL: Final = 0.85  # of a line: what it must hold to be broken for want of room


def has_verb(text: str) -> bool:
    """Tell whether a finite verb that is common in rules stands in the text."""
    return _VERB.search(text) is not None


def titlelike(text: str) -> bool:
    """Tell whether a text could be the title of an article rather than a sentence of it."""
    if not shaped_as_title(text):
        return False
    return not has_verb(text) or _RELATIVE.search(text) is not None or len(text) < _SHORT


def shaped_as_title(text: str) -> bool:
    """Tell whether a text opens with a capital and ends without a stop, whatever it says."""
    if (
        not text
        or len(text) > _LONGEST
        or text.rstrip(_CLOSING)[-1:] in {*".;:,!"}
        or _SENTENCE_INSIDE.search(text)
    ):
        return False
    return not text[0].islower() and any(c.isalpha() for c in text)


def ends_clause(text: str) -> bool:
    """Tell whether a text ends with the verb of a clause: 'Wat als het vertrouwen geschonden wordt'."""
    below = _RELATIVE.search(text) is not None or _CONDITION.search(text) is not None
    return below and _CLAUSE_END.search(text) is not None


def end_on_line(sheet: Sheet, at: int, last: int, rest: str, stops: Container[int]) -> int:
    """Return the index after the title `rest` that starts on row `at`; `at` when it is no title.

    Args:
        sheet: all rows.
        at: the row of the number.
        last: where the zone ends.
        rest: what follows the number on that row.
        stops: rows of other headings.
    """
    row = sheet.rows[at]
    end, text = _gathered(sheet, at, last, rest, stops)
    if text.startswith("§"):
        return at
    sentence = end > at + 1 and text.endswith(".") and len(text.split()) > _MOST_WORDS_BOLD
    if row.role == "heading" or (row.bold and len(text) <= _LONGEST and not sentence):
        return end
    # 'WAARVOOR DE GEGEVENS ER ZIJN', 'Voor wie de gegevens bestemd zijn'
    whole = text.isupper() or ends_clause(text)
    below = sheet.rows[end] if end < last else None
    # 'De gegevens, en waarom juist die', with a paragraph or a list below it
    new = below is not None and (not below.text[0].islower() or bullet(below.text) is not None)
    whole = whole or (new and _POINTS_BACK.search(text) is not None)
    shouted = whole and below is not None and below.blanks > 0
    if (dangles(text) and not shouted) or (end > at + 1 and _goes_on(sheet, end, last, stops)):
        return at
    if text.endswith(":"):
        text = text.rstrip(" :")
        if has_verb(text) or "volgende" in text:
            return at
    if text.endswith(".") and end == at + 1 and _is_short_title(text[:-1]):
        return end if end < last and end not in stops else at
    final = text.rstrip(_CLOSING)[-1:]
    odd = len(text) <= _LONGEST_ODD and final not in {".", ";", ","} and not _SENTENCE_INSIDE.search(text)
    return end if titlelike(text) or odd else at


def run_in(text: str) -> str:
    """Return the title with which a line of text begins; empty when there is none.

    Such a title is short and parted by a colon, a dash or a full stop ('Duur: twee jaar.'), or it is a
    question or half of one: 'Hoe lang? Twee jaar.', 'Wie u kunt bereiken. Onze dienst ...'
    """
    asked = _ASKED.match(text)
    if asked is not None:
        return asked["title"]
    match = _RUN_IN.match(text)
    if match is None:
        return ""
    title, sign = match["title"], match["sign"]
    if sign == "." and _CLAUSE_TITLE.match(title) and text[match.end()].isupper():
        return title
    words = title.split()
    most = _MOST_WORDS_BEFORE_STOP if sign == "." else _MOST_WORDS_WITH_STOP
    plain = len(words) <= most and titlelike(title) and not has_verb(title) and not dangles(title)
    if not plain or _SAYS.search(title) or (sign == "." and not text[match.end()].isupper()):
        return ""
    return title


def in_brackets(text: str) -> str:
    """Return the title in brackets with which the text of an article begins: '(doel). De dienst ...'."""
    match = _IN_BRACKETS.match(text)
    return match["title"] if match else ""


def _is_short_title(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS_WITH_STOP and titlelike(text) and not has_verb(text)


def end_below(sheet: Sheet, at: int, last: int, stops: Container[int] = ()) -> int:
    """Return the index after a title that stands alone from row `at`; `at` when there is none."""
    if at >= last or at in stops or sheet.rows[at].aside or sheet.rows[at].table >= 0:
        return at
    row = sheet.rows[at]
    end, text = _gathered(sheet, at, last, row.text, stops)
    if landmarks.signs(text) or landmarks.gives_place_and_date(text):
        return at
    numbered = any(m.stop or m.family in {"word", "chapter", "decimal"} for m in marks(text))
    if not titlelike(text) or numbered:
        return at
    if row.bold or row.role == "heading":
        return end
    following = sheet.rows[end] if end < last else None
    parted = following is None or following.blanks > 0 or end in stops
    alone = parted or has_room(sheet, sheet.rows[end - 1], sheet.rows[end])
    return end if alone and len(text) <= _LONGEST_ALONE else at


def _goes_on(sheet: Sheet, end: int, last: int, stops: Container[int]) -> bool:
    """Tell whether the line before row `end` is full and text follows at once: a sentence, and no title."""
    if end >= last or end in stops:
        return False
    above, below = sheet.rows[end - 1], sheet.rows[end]
    apart = below.blanks or below.aside or below.table >= 0 or above.ended or below.paragraph
    return not apart and not has_room(sheet, above, below, _FULL)


def _gathered(sheet: Sheet, at: int, last: int, text: str, stops: Container[int]) -> tuple[int, str]:
    """Return the index after the rows over which a title runs, and its words."""
    end = at + 1
    while end < min(last, at + _MOST_ROWS) and end not in stops and _wraps(sheet, end - 1, end, text):
        text = f"{text} {sheet.rows[end].text}"
        end += 1
    return end, text


def _wraps(sheet: Sheet, above: int, below: int, text: str) -> bool:
    """Tell whether the title on row `above` goes on at row `below`."""
    upper, lower = sheet.rows[above], sheet.rows[below]
    apart = lower.blanks or lower.aside or lower.table >= 0 or bullet(lower.text) is not None
    if apart or upper.ended or len(text) > _LONGEST:
        return False
    if lower.paragraph and lower.paragraph != upper.paragraph:
        return False
    if upper.bold != lower.bold or (upper.size and abs(upper.size - lower.size) > _SAME_SIZE):
        return False
    if upper.role == "heading" or lower.role == "heading":
        # Each heading of a marked-up text is whole, unless the same style goes on with no new number.
        return upper.role == lower.role and upper.level == lower.level and lower.text[0].islower()
    # A second line in capitals with white below it; without white it may be anything.
    white = below + 1 < len(sheet.rows) and sheet.rows[below + 1].blanks > 0
    capitals = white and upper.text.isupper() and lower.text.isupper()
    if lower.text[0].islower() or dangles(upper.text) or capitals:
        return True
    return upper.bold and not has_room(sheet, upper, lower)
