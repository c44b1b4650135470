"""Stage 'lines', addresses: e-mail addresses, sites and pairs with a slash that the end of a line has cut.

An address has no blanks, so that its halves belong together wherever the line was cut. The joined
address stands on the upper line, as a broken word does.
"""

from __future__ import annotations

import re
from typing import Final

from protocheck.regex import lazy
from protocheck.repair.edits import Change
from protocheck.repair.words import Words

_CERTAIN: Final = 0.97
_TOP: Final = r"(?:be|brussels|com|edu|eu|example|fr|gent|info|int|lu|net|nl|org|test|vlaanderen)"
_REACH: Final = 160
_MOST_LINES: Final = 3
# The half that stands at the end of a line: it holds a sign of an address.
_HEAD: Final = lazy(
    r"(?<![^\s<(\[\"'“„:;,])(?:[\w.+-]{1,64}@[\w.-]{0,100}|(?:https?://|www\.)[^\s<>()\"]{0,140})$"
)
_LOCAL: Final = lazy(r"(?<![^\s<(\[\"'“„:;,])[\w.+-]{2,64}$")
_TAIL: Final = lazy(
    r"[ ]{0,20}(?P<tail>[@./?]?\w[\w@./?=&%#+~-]{0,120})(?P<rest>[^\s\w@]{0,4})(?=\s|$)[ ]{0,20}"
)
_COMPLETE: Final = lazy(rf"\.{_TOP}$")
_ENDS_IN_TOP: Final = lazy(rf"\.{_TOP}(?:/[^\s]{{0,80}})?$")
_SIGN: Final = lazy(r"[\d/.=_-]")
# The number of a heading ('6.2.3.'), which no address goes on with.
_SECTION: Final = lazy(r"\d{1,2}(?:\.\d{1,2}){1,4}\.?|\d{1,2}\.")
_GLUE: Final = "-./_@=&?%#~"
_AT: Final = lazy(r"@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}$|[\w.+-]{0,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}$")
# What an address, a pair or a name shows of itself where a line ends, or anywhere.
_CUT: Final = lazy(r"[/-] {0,80}\n")
_SIGNS: Final = lazy(r"@|www\.|://")
_EMPTY: Final = frozenset("\n\f\t")
_LAST_WORD: Final = lazy(r"(?<![\w@./])([^\W\d_]{2,40})-$")
_FIRST_WORD: Final = lazy(r"[^\W\d_]{2,40}(?=[@.])")
# A word and its slash ('en/', 'hij/'), not the end of a path ('/etc/') or of an option ('=MAP/').
_SLASH: Final = lazy(r"(?<![\w@./,=\\-])[^\W\d_]{2,40}/$")
_SMALL_TAIL: Final = lazy(r"[ ]{0,20}(?P<tail>[a-zà-ÿ][\w-]{0,39})(?P<rest>[^\s\w@]{0,4})(?=\s|$)[ ]{0,20}")
_NAMED_HEAD: Final = lazy(r"(?<![\w@./-])[A-ZÀ-Þ][a-zà-ÿ]{1,30}-$")
_NAMED_TAIL: Final = lazy(
    r"[ ]{0,20}(?P<tail>[A-ZÀ-Þ][a-zà-ÿ'’][\w'’-]{0,30})(?P<rest>[^\s\w@]{0,4})(?=\s|$)[ ]{0,20}"
)


def changes(text: str, words: Words) -> list[Change]:
    """Return the rejoining of addresses, of 'en/of' and of names ('Sint-', 'Niklaas')."""
    return [change for end in _line_ends(text) if (change := _rejoined(text, end, words)) is not None]


def _line_ends(text: str) -> list[int]:
    """Return the ends of lines on which an address, a name or a pair may have been cut."""
    ends = {match.end() - 1 for match in _CUT.finditer(text)}
    for match in _SIGNS.finditer(text):
        ends.add(text.find("\n", match.end()))
        if match[0] == "@":
            ends.add(text.rfind("\n", 0, match.start()))
    last = len(text) - 1
    return sorted(at for at in ends if 0 < at < last and not {text[at - 1], text[at + 1]} & _EMPTY)


def _rejoined(text: str, end: int, words: Words) -> Change | None:
    start = max(text.rfind("\n", 0, end) + 1, end - _REACH)
    line = text[start:end].rstrip(" ")
    if not line:
        return None
    found = _rest(text, line, end)
    if found is None:
        return None
    stop, rest, rule = found
    ending = "" if text[stop : stop + 1] in {"\n", "\f", "\t", ""} else "\n"
    size = len(line) - _added_hyphen(line, rest, words)
    return Change(start + size, stop, rest + ending, rule, _CERTAIN)


def _added_hyphen(line: str, rest: str, words: Words) -> bool:
    """Tell whether the hyphen came with the line end: 'pri-' and 'vacy@' hold a word, their halves do not."""
    head, tail = _LAST_WORD.search(line), _FIRST_WORD.match(rest)
    if head is None or tail is None or "@" not in rest:
        return False
    first, second = head[1].lower(), tail[0].lower()
    return words.curated(first + second) and not (words.curated(first) and words.curated(second))


def _rest(text: str, line: str, end: int) -> tuple[int, str, str] | None:
    """Return where the rest of what `line` cuts ends, its words, and what it is."""
    address = _HEAD.search(line) if "@" in line or "www." in line or "://" in line else None
    if address is not None:
        return _rest_of_address(text, address[0], end)
    tail, rule = None, ""
    if line[-1] == "/" and _SLASH.search(line):
        tail, rule = _SMALL_TAIL.match(text, end + 1), "lines/slash"
    elif line[-1] == "-" and _NAMED_HEAD.search(line):
        tail, rule = _NAMED_TAIL.match(text, end + 1), "lines/name"
    if tail is None and "@" in text[end + 1 : end + 1 + _REACH].partition("\n")[0]:
        tail, rule = _own_box(text, line, end), "lines/address"
    return (tail.end(), tail["tail"] + tail["rest"], rule) if tail else None


def _rest_of_address(text: str, head: str, end: int) -> tuple[int, str, str] | None:
    """Return the rest of an address; in a narrow cell it may take more lines than the next."""
    words, found = "", None
    for _ in range(_MOST_LINES):
        tail = _TAIL.match(text, end + 1)
        if tail is None:
            break
        alone = text[tail.end() : tail.end() + 1]
        if _goes_on(head + words, tail["tail"]) or (alone == "\t" and _goes_on_in_cell(head + words, tail)):
            found = tail.end(), words + tail["tail"] + tail["rest"], "lines/address"
        elif found is not None:
            break
        words += tail["tail"]
        end = tail.end()
        if tail["rest"] or alone != "\n" or _ENDS_IN_TOP.search(head + words):
            break
    return found


def _goes_on(head: str, tail: str) -> bool:
    """Tell whether the first word of the next line is the rest of the address `head`."""
    if _SECTION.fullmatch(tail) or (head[-1] == "." and _ENDS_IN_TOP.search(head[:-1])):
        return False
    tail = tail.rstrip(".")
    path = "/" in head.rpartition("//")[2]
    if head[-1] == "/" and path:
        return _SIGN.search(tail) is not None
    if head[-1] in _GLUE:
        return head[-1] != "-" or path or _ENDS_IN_TOP.search(head + tail) is not None
    if tail[0] in "@./" and len(tail) > 1:
        return True
    if path or _COMPLETE.search(head):
        return False
    return _ENDS_IN_TOP.search(head + tail) is not None and ("." in head.partition("@")[2] or "." in tail)


def _goes_on_in_cell(head: str, tail: re.Match[str]) -> bool:
    """Tell whether a word that stands alone in the line of a cell is the rest of the path above it."""
    path = "/" in head.rpartition("//")[2]
    return path and not tail["rest"] and tail["tail"].islower() and _SECTION.fullmatch(tail["tail"]) is None


def _own_box(text: str, line: str, end: int) -> re.Match[str] | None:
    """Return the rest of an address whose first half holds no sign of one yet: 'melding-', 'dpo'."""
    tail = _TAIL.match(text, end + 1)
    if tail is None or _AT.fullmatch(tail["tail"].rstrip(".")) is None or not _LOCAL.search(line):
        return None
    return tail if line[-1] in "-._" or tail["tail"][0] == "@" else None
