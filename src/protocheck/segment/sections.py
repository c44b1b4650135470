"""Headings without a number: declared by the format, bold, larger, in capitals, or standing alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from protocheck.model.geometry import Span
from protocheck.regex import lazy
from protocheck.segment import agreement, landmarks
from protocheck.segment.lines import dangles, has_room, opens_a_line
from protocheck.segment.marks import bullet
from protocheck.segment.rows import Row, Sheet
from protocheck.segment.titles import ends_clause, has_verb, run_in, shaped_as_title, titlelike

_LONGEST: Final = 140
_LONGEST_ALONE: Final = 90
_PROSE: Final = 60
_SHORT: Final = 50
_SENTENCE: Final = 30
_FULL: Final = 0.75  # of a line: prose whose first line holds fewer letters, as in a large type
_FEWEST_LETTERS: Final = 4
_FEWEST_APART: Final = 3  # letters of a line between white
_SHARE_OF_CAPITALS: Final = 0.85
_LARGER: Final = 1.12
_FEW: Final = 2
_MOST: Final = 0.5
_NEARLY_ALL: Final = 0.8
_LABELLED: Final = 0.35  # of a text: what stands below the first of such titles
_PLAIN: Final = 0.34  # of the headings: those that nothing shows, among headings that something does
_SIGN: Final = lazy(
    r"(?:[(\[]?(?:\d{1,2}|[a-z]|[ivx]{1,5})[\])°.]{1,2}|#\s?\d{1,2}[.:]?|[①-⑳→►▶])\s{1,4}(?=[A-ZÀ-Ý])"
)
_CASE: Final = lazy(r"(?:als|wanneer|indien|wat|wie|hoe|waar\w{0,8}) (?!volgt\b)", re.IGNORECASE)
_RELATIVE: Final = lazy(r"(?:wie|wat|hoe|waar\w{0,8}|wanneer|als)\b", re.IGNORECASE)


def unnumbered(sheet: Sheet, first: int, last: int) -> list[tuple[int, int]]:
    """Return each heading as its first row and the index after its last, in the style that shows most."""
    marked = declared(sheet, first, last)
    apart = _parted(marked)
    if apart and len(marked) > _FEW:
        return marked
    styles: tuple[Callable[[Sheet, int], bool], ...] = (
        *(_is_bold, _is_larger, _is_in_capitals),
        *(_is_underlined, _stands_alone, asks, _stands_on_text),
    )
    best: list[tuple[int, int]] = marked if apart else []
    for style in styles:
        # Headings that the format declares, one below the other, are the title: the rest is made by hand.
        found = [r for r in _runs(sheet, first, last, style) if apart or not marked or r[0] > marked[-1][0]]
        # A style that holds all headings of one before it, and many more, is that of the paper.
        wider = len(best) <= _FEW < len(found) - len(best) or (
            len(found) > 2 * len(best) and {start for start, _ in best} <= {start for start, _ in found}
        )
        if style is _stands_on_text and len(found) <= _FEW:
            continue
        if _parted(found) and (not best or wider):
            best = _with_sentences(sheet, found, last) if style is _stands_alone else found
    return best or marked


def _with_sentences(sheet: Sheet, found: list[tuple[int, int]], last: int) -> list[tuple[int, int]]:
    """Add the headings that are sentences, in a paper that has others: 'Vertrouwen, en als het misgaat'.

    Where most of them are questions, so are those with no more than 'Deze drie:' and a list below them.
    """
    if len(found) <= _FEW:
        return found
    more = _runs(sheet, found[0][0], last, _says_alone)
    if sum(sheet.rows[end - 1].text.endswith("?") for _, end in found) > len(found) / 2:
        more += _runs(sheet, found[0][0], last, asks)
    known = {at for start, end in found for at in range(start, end)}
    return sorted({*found, *((start, end) for start, end in more if known.isdisjoint(range(start, end)))})


def _parted(runs: list[tuple[int, int]]) -> bool:
    """Tell whether text stands between any two headings."""
    return any(end != following for (_, end), (following, _) in pairwise(runs))


def shown(sheet: Sheet, first: int, last: int) -> list[tuple[int, int]]:
    """Return the headings that the print shows: declared, bold, larger, in capitals or questions."""
    found = unnumbered(sheet, first, last)
    styles = (_is_declared, _is_bold, _is_larger, _is_in_capitals, asks)
    plain = [at for at, _ in found if not any(style(sheet, at) for style in styles)]
    return found if len(plain) <= _PLAIN * len(found) else []


def heads_chapter(sheet: Sheet, at: int) -> bool:
    """Tell whether a line without a number, right above an article, is the title of a chapter."""
    row = sheet.rows[at]
    if row.table >= 0 or _opens_front(row) or landmarks.opens_recitals(row.text) or landmarks.signs(row.text):
        return False
    apart = row.blanks > 0 or row.bold
    return apart and not row.ended and (_is_bold(sheet, at) or _is_in_capitals(sheet, at))


def labelled(sheet: Sheet, first: int, last: int) -> list[tuple[int, str]]:
    """Return the paragraphs that begin with their own title, when most of the text is made of them.

    'DOEL: de gemeente ...', '**Doel.** De gemeente ...', or without capitals and bold where nearly every
    paragraph does so; with each the title.
    """
    rows = sheet.rows
    parts = [at for at in range(first, last) if rows[at].blanks and not rows[at].aside and rows[at].table < 0]
    found = [(at, title) for at in parts if (title := _label(sheet, at))]
    if len(found) <= _FEW:
        return []
    strong = [(at, title) for at, title in found if _is_strong(sheet, at, title)]
    kept, share = (strong, _MOST) if len(strong) > _FEW else (found, _NEARLY_ALL)
    if len({title for _, title in kept}) < len(kept):
        return []  # records of a list: 'Gegeven: ...', 'Gegeven: ...'
    end = next((at for at in range(kept[-1][0], last) if _closes(rows[at])), last)
    below = [at for at in parts if kept[0][0] <= at < end]
    size = sum(len(row.text) for row in rows[kept[0][0] : end])
    whole = sum(len(row.text) for row in rows[first:end])
    return kept if len(kept) >= share * len(below) and size >= _LABELLED * whole else []


def _closes(row: Row) -> bool:
    text = row.text
    return landmarks.signs(text) or landmarks.may_close(text) or landmarks.gives_place_and_date(text)


def _label(sheet: Sheet, at: int) -> str:
    row = sheet.rows[at]
    unfit = landmarks.opens_parties(row.text) or agreement.resolves(row.text) or landmarks.may_sign(row.text)
    prose = row.ended or len(row.text) >= _FULL * sheet.width
    return run_in(row.text) if prose and not unfit else ""


def _is_strong(sheet: Sheet, at: int, title: str) -> bool:
    """Tell whether the print shows the title: stars around it in the file, or capitals and a colon."""
    row, raw = sheet.rows[at], sheet.text.source.text
    start = sheet.text.to_raw(Span(row.span.start, row.span.start + 1)).start
    starred = "**" in raw[max(start - 2, 0) : start + 2]
    return starred or (title.isupper() and row.text[len(title) :].startswith(":"))


def heads_clauses(sheet: Sheet, at: int, clause: int) -> bool:
    """Tell whether a short line between white heads the numbered paragraphs that begin at row `clause`."""
    row = sheet.rows[at]
    if row.table >= 0 or not row.blanks or not sheet.rows[clause].blanks or len(row.text) > _LONGEST_ALONE:
        return False
    text = row.text.rstrip(" :")
    sentence = has_verb(text) and not (text.endswith("?") or _RELATIVE.search(text))
    if sentence or not titlelike(text) or agreement.resolves(row.text) or landmarks.signs(text):
        return False
    above = next((r for r in reversed(sheet.rows[max(at - _FEW, 0) : at]) if not r.aside), None)
    return above is not None and (above.ended or above.table >= 0 or not dangles(above.text))


def declared(sheet: Sheet, first: int, last: int) -> list[tuple[int, int]]:
    """Return the headings that the format itself declares."""
    return _runs(sheet, first, last, _is_declared)


def _runs(sheet: Sheet, first: int, last: int, style: Callable[[Sheet, int], bool]) -> list[tuple[int, int]]:
    """Join the lines of one heading that is printed over several."""
    found: list[tuple[int, int]] = []
    for at in range(first, last):
        row = sheet.rows[at]
        if row.aside or row.table >= 0 or not style(sheet, at) or _opens_front(row):
            continue
        goes_on = found and found[-1][1] == at and not row.blanks and row.level == sheet.rows[at - 1].level
        if goes_on and (row.role != "heading" or row.text[0].islower()):
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _opens_front(row: Row) -> bool:
    """Tell whether a line is a landmark above the articles, or the word that parts two parties."""
    parties = landmarks.opens_parties(row.text) and row.role != "heading"
    return (
        parties
        or landmarks.greets(row.text)
        or agreement.resolves(row.text)
        or row.text.strip(" .,:").lower() in {"en", "tussen"}
    )


def _has_letters(row: Row) -> bool:
    return any(c.isalpha() for c in row.text)


def _is_declared(sheet: Sheet, at: int) -> bool:
    return sheet.rows[at].role == "heading" and _has_letters(sheet.rows[at])


def _is_bold(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    return row.bold and len(row.text) <= _LONGEST and row.text[-1] not in ".;," and _has_letters(row)


def _is_larger(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    larger = sheet.size > 0 and row.size > _LARGER * sheet.size
    return larger and len(row.text) <= _LONGEST and row.text[-1] not in ".;," and _has_letters(row)


def _is_in_capitals(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    if sum(map(str.isupper, row.text)) < _SHARE_OF_CAPITALS * _FEWEST_APART:  # most lines need no closer look
        return False
    letters = [c for c in row.text if c.isalpha()]
    apart = row.blanks > 0 and at + 1 < len(sheet.rows) and sheet.rows[at + 1].blanks > 0
    fewest = _FEWEST_APART if apart else _FEWEST_LETTERS
    if len(letters) < fewest or len(row.text) > _LONGEST or row.text[-1] in ".;,":
        return False
    opening = row.text.split(maxsplit=1)[0]
    if len(opening) > 1 and opening.isalpha() and opening.islower():
        return False  # 'de GEMEENTE DRONKELAAR, hierna': a party in capitals at the head of a full line
    upper = sum(c.isupper() for c in letters)
    return upper >= _SHARE_OF_CAPITALS * len(letters) and opens_a_line(sheet, at)


def _has_gap(row: Row) -> bool:
    """Tell whether a line is parted into columns, as a label with its value."""
    return "\t" in row.text or "   " in row.text


def _is_underlined(sheet: Sheet, at: int) -> bool:
    """Tell whether a rule as long as the line stands right below it, as in plain text."""
    if at + 1 >= len(sheet.rows) or sheet.rows[at + 1].role != "furniture" or sheet.rows[at + 1].blanks:
        return False
    row, rule = sheet.rows[at], sheet.rows[at + 1].text
    longer = abs(len(rule) - len(row.text)) > max(_FEW, len(row.text) // 4)
    return not longer and set(rule) <= set("-=~*_–—") and _has_letters(row)


def _stands_on_text(sheet: Sheet, at: int) -> bool:
    """Tell whether a short line below white heads the whole sentence that begins on the next line."""
    row = sheet.rows[at]
    text = _without_sign(row.text)
    text = text.rstrip(":") if _is_labelled(text) else text
    if not row.blanks or len(text) > _SHORT or _has_gap(row) or at + 1 >= len(sheet.rows):
        return False
    if not titlelike(text):
        return False
    below = sheet.rows[at + 1]
    if (
        below.blanks
        or below.aside
        or below.table >= 0
        or not below.text[0].isupper()
        or _is_sentence(text.rstrip("?"))  # a question may be the first words of its answer
    ):
        return False
    prose = len(below.text) > min(_PROSE, _FULL * sheet.width) or (
        below.ended and len(below.text) > _SENTENCE
    )
    return prose and not landmarks.may_sign(row.text) and has_room(sheet, row, below)


def _stands_alone(sheet: Sheet, at: int) -> bool:
    """Tell whether a short line between blank lines heads the prose or table below it."""
    row = sheet.rows[at]
    if len(row.text) > _LONGEST_ALONE or not row.blanks or at + 1 >= len(sheet.rows) or _has_gap(row):
        return False
    text = _without_sign(row.text)
    labelled = _is_labelled(text)
    if not titlelike(text) and not labelled and not asks(sheet, at):
        return False
    if not text[:1].isupper() or _is_sentence(text) or landmarks.may_sign(text):
        return False
    below = next(_body_below(sheet, at), None)
    if below is None or not (below.blanks or below.fresh):
        return False
    whole = below.ended and below.text[0].isupper() and len(below.text) > _SENTENCE
    prose = (labelled and below.text.endswith(".")) or whole
    return (
        (prose and bullet(below.text) is None)
        or below.table >= 0
        or len(below.text) > min(_PROSE, _FULL * sheet.width)
    )


def _without_sign(text: str) -> str:
    """Return a line without the number or sign in front of its title: '1° Reden', 'a) Doel', '→ Duur'."""
    sign = _SIGN.match(text)
    return text[sign.end() :] if sign else text


def _is_labelled(text: str) -> bool:
    return text.endswith(":") and run_in(f"{text} -") != ""


def _says_alone(sheet: Sheet, at: int) -> bool:
    """Tell whether a sentence without a stop stands between whole paragraphs."""
    row = sheet.rows[at]
    if len(row.text) > _LONGEST_ALONE or not row.blanks or not shaped_as_title(row.text):
        return False
    if dangles(row.text) and not ends_clause(row.text):
        return False
    above = next((r for r in reversed(sheet.rows[max(at - _FEW, 0) : at]) if not r.aside), None)
    below = next(_body_below(sheet, at), None)
    if above is None or below is None or not above.ended or _has_gap(row) or bullet(row.text):
        return False
    whole = below.blanks > 0 and below.text[0].isupper() and bullet(below.text) is None
    long = len(below.text) > min(_PROSE, _FULL * sheet.width) or (below.ended and len(below.text) > _SENTENCE)
    return whole and long and not landmarks.may_sign(row.text)


def _is_sentence(text: str) -> bool:
    """Tell a sentence from a question, or from a case by itself: 'Als de afspraak geschonden wordt'."""
    case = len(text) <= _SHORT and "," not in text and _CASE.match(text) is not None
    return has_verb(text) and not (text.endswith("?") or case)


def asks(sheet: Sheet, at: int) -> bool:
    """Tell whether a line is a question by itself, with its answer below it."""
    row = sheet.rows[at]
    if not row.text.endswith("?") or len(row.text) > _LONGEST_ALONE or not row.text[0].isupper():
        return False
    below = next(_body_below(sheet, at), None)
    single = not any(sign in row.text[:-1] for sign in ".?!")
    return single and below is not None and not below.text.endswith("?") and opens_a_line(sheet, at)


def _body_below(sheet: Sheet, at: int) -> Iterator[Row]:
    return (row for row in sheet.rows[at + 1 : at + 4] if not row.aside)
