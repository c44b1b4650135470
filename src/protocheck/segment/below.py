"""Parties that stand below the last recital (overweging), without words of their own that bring them in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from protocheck.regex import lazy
from protocheck.segment import landmarks
from protocheck.segment.marks import bullet
from protocheck.segment.recitals import Start
from protocheck.segment.rows import Row, Sheet

FEWEST_PARTIES: Final = 2
# What a body is told apart by: as many bodies as one of these stands there.
_SIGNS: Final = (
    lazy(r"\b[01]\d{3}[. ]?\d{3}[. ]?\d{3}\b"),
    lazy(r"\b(?:vertegenwoordigd|handelend|optredend)\b.{0,40}\b(?:door|persoon van)\b", re.IGNORECASE),
    lazy(r"\b(?:met|waarvan de) (?:maatschappelijke )?zetel\b", re.IGNORECASE),
)
_DEED: Final = (
    r"(?:afgesproken|overeengekomen|gesloten|aangegaan|gemaakt|vastgelegd|overeen|af|aan|bepaald|beslist)"
)
_PAPER: Final = r"(?:protocol|overeenkomst|convenant|akkoord|afsprakennota)"
# The last words of a sentence that ends in the articles: '... wat volgt afgesproken.', '... dit protocol.'
_FORMULA: Final = lazy(
    r"\b(?:(?:(?:wat|hetgeen|als) (?:hierna |hieronder )?volgt"
    r"|het (?:volgende|onderstaande|navolgende|hiernavolgende|hierna volgende))"
    rf"(?: (?:is |zijn |hebben )?{_DEED})?"
    rf"|(?:dit|deze|het|de) (?:(?:onderhavige|onderstaande|volgende|voorliggende) )?{_PAPER}(?: {_DEED})?"
    rf"|de (?:volgende|onderstaande|hiernavolgende) (?:afspraken|bepalingen|artikelen)(?: {_DEED})?"
    r"|afgesproken|overeengekomen)\s?[:.,]?$",
    re.IGNORECASE,
)
_FORMULA_REACH: Final = 80
# The verb that the parties are the subject of stands ahead of them, behind a subordinate clause at most.
_ACT: Final = lazy(
    r"(?:en\s)?(?:hebben|zijn|komen|sluiten|maken|spreken|gaan|verklaren|verbinden|leggen|treffen|besluiten"
    r"|is|wordt|werd|worden|werden)\b",
    re.IGNORECASE,
)
# Words with which a sentence goes on that hangs on the one above it.
_HANGS_ON: Final = lazy(
    r"(?:(?:en|of|maar)\s+)?(?:dat|die|waar\w{0,8}|zodat|omdat|opdat|terwijl|aangezien|gelet|gezien|overwegende)\b",
    re.IGNORECASE,
)
_SHORTEST_NAMING: Final = 160  # words of agreement that are longer must name who agree


def parties_below(sheet: Sheet, starts: Sequence[Start], last: int) -> int:
    """Return the row where parties open that stand below all recitals; `last` when none stand there.

    'Gelet op ...; Gelet op ...; / Zijn de volgende partijen tot een akkoord gekomen: / De stad ...': in
    whatever words they are brought in, paragraphs that each identify a party are those of the parties.
    One paragraph is enough when it closes the sentence of which the recitals are the beginning.
    """
    if not starts:
        return last
    one = next((at for at in _heads(sheet, starts, last) if _closes(sheet, at, last)), last)
    return min(one, _in_paragraphs(sheet, starts[-1].at + 1, last))


def identifies_several(rows: Sequence[Row]) -> bool:
    """Tell whether paragraphs, or the words of one, say of two bodies what only a party is identified by."""
    return len(_party_paragraphs(rows)) >= FEWEST_PARTIES or _bodies(_joined(rows)) >= FEWEST_PARTIES


def _in_paragraphs(sheet: Sheet, begin: int, last: int) -> int:
    known = [begin + at for at in _party_paragraphs(sheet.rows[begin:last])]
    if len(known) < FEWEST_PARTIES:
        return last
    intro = [at for at in range(begin, known[0]) if sheet.rows[at].blanks and not sheet.rows[at].aside]
    return intro[-1] if intro and sheet.rows[known[0] - 1].text.endswith(":") else known[0]


def _party_paragraphs(rows: Sequence[Row]) -> list[int]:
    """Return where the paragraphs between white begin that say what only a party is identified by."""
    heads = [at for at, row in enumerate(rows) if row.blanks and not row.aside]
    parts = zip(heads, [*heads[1:], len(rows)], strict=False)
    return [at for at, end in parts if any(landmarks.identifies_party(row.text) for row in rows[at:end])]


def _heads(sheet: Sheet, starts: Sequence[Start], last: int) -> list[int]:
    """Return where paragraphs begin below the text of the last recital.

    Below 'Gelet op:' by itself each paragraph counts as a recital, also the one that closes the sentence.
    """
    final = starts[-1]
    unmarked = len(starts) > 1 and final.lead is not None and not final.rest
    begin = final.at + (not unmarked)
    return [at for at in range(begin, last) if _is_head(sheet, at) or _acts_below(sheet, at)]


def _is_head(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    new = row.blanks > 0 or (at > 0 and row.paragraph not in {0, sheet.rows[at - 1].paragraph})
    return new and not row.aside and row.table < 0


def _acts_below(sheet: Sheet, at: int) -> bool:
    """Tell whether a row without white above it goes on with a verb below a closed recital."""
    row = sheet.rows[at]
    plain = not row.aside and row.table < 0 and row.text[0].islower()
    return plain and _ACT.match(row.text) is not None and _above(sheet, at).endswith(";")


def _closes(sheet: Sheet, at: int, last: int) -> bool:
    """Tell whether the paragraph at row `at` closes the sentence of the recitals and names the parties."""
    first, above = sheet.rows[at].text, _above(sheet, at)
    if bullet(first) is not None or landmarks.considers(first) or _HANGS_ON.match(first):
        return False
    end = next((i for i in range(at + 1, last) if _is_head(sheet, i)), last)
    words = _joined(sheet.rows[at:end])
    several = _bodies(words) >= FEWEST_PARTIES
    agreed = _FORMULA.search(words, max(len(words) - _FORMULA_REACH, 0)) is not None
    acts = _ACT.match(first) is not None
    if several and agreed:
        return acts or first[0].islower()
    if not _is_head(sheet, at) or not first[0].islower() or above[-1:] not in {";", ","}:
        return False
    return (several and (acts or words[-1] != ";")) or (agreed and acts and len(words) > _SHORTEST_NAMING)


def _above(sheet: Sheet, at: int) -> str:
    return next((sheet.rows[i].text for i in range(at - 1, -1, -1) if not sheet.rows[i].aside), "")


def _joined(rows: Sequence[Row]) -> str:
    return " ".join(row.text for row in rows if not row.aside)


def _bodies(words: str) -> int:
    """Count the bodies that some words identify, by the sign that stands there most often."""
    return max(sum(1 for _ in sign.finditer(words)) for sign in _SIGNS)
