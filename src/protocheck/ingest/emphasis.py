"""Stars and underscores that set words bold or italic, told from those that are printed."""

from __future__ import annotations

from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

_RUN = lazy(r"\*{1,3}(?!\*)|_{1,2}(?!_)|\n[ \t]{0,40}\n|\f")
_OPENS = lazy(r"[\w“”\"'‘’(\[§€<«]")
_LONGEST = 3_000  # characters between an opening and its close: further apart they are no pair
_ENOUGH_SINGLES = 2


@record
class Emphasis:
    """One pair of marks and the words between them."""

    opening: Span
    closing: Span
    mark: str

    @property
    def content(self) -> Span:
        """Return the words that are set apart."""
        return Span(self.opening.end, self.closing.start)

    @property
    def strong(self) -> bool:
        """Tell bold from italic."""
        return len(self.mark) > 1


def find_emphasis(text: str) -> tuple[Emphasis, ...]:
    """Return the pairs of marks within one paragraph, in the order of their closing."""
    found: list[Emphasis] = []
    waiting: dict[str, Span] = {}
    for hit in _RUN.finditer(text):
        mark = hit.group()
        if mark[0] not in "*_":
            waiting.clear()
            continue
        place = Span(*hit.span())
        before = text[place.start - 1 : place.start]
        after = text[place.end : place.end + 1]
        if before and before == mark[0]:
            continue  # the tail of a longer run: a ruled line or a blank to fill in
        if mark in waiting and _closes(before, after) and place.start - waiting[mark].end <= _LONGEST:
            found.append(Emphasis(waiting.pop(mark), place, mark))
        elif _begins(before, after):
            waiting[mark] = place
    return tuple(found)


def trusted(found: tuple[Emphasis, ...], *, marked: bool) -> tuple[Emphasis, ...]:
    """Keep the pairs that are notation.

    Double stars speak for themselves. Single ones and underscores count only in a file that shows
    other notation, or (stars) when they come more than once: '5*3' and 'veld_naam' are text.
    """
    singles = sum(each.mark == "*" for each in found)
    marked = marked or any(each.mark in {"**", "***"} for each in found)
    return tuple(
        each
        for each in found
        if each.mark in {"**", "***"} or marked or (each.mark == "*" and singles >= _ENOUGH_SINGLES)
    )


def _begins(before: str, after: str) -> bool:
    return bool(after) and bool(_OPENS.match(after)) and not (_in_word(before) or before == "\\")


def _closes(before: str, after: str) -> bool:
    return bool(before) and not before.isspace() and before != "\\" and not _in_word(after)


def _in_word(sign: str) -> bool:
    """A raised number is no part of the word: it may touch the mark."""
    return sign.isalpha() or sign.isdecimal()
