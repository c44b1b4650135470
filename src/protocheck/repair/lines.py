"""Stage 'lines': words that the end of a line has broken, with or without a hyphen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from protocheck.model.geometry import Span
from protocheck.regex import lazy
from protocheck.repair import addresses
from protocheck.repair.edits import Change
from protocheck.repair.surroundings import is_dutch
from protocheck.repair.words import Words

_LETTER = r"[^\W\d_]"
_BEFORE = lazy(
    rf"(?<![\w@./-])(?P<before>(?:{_LETTER}{{1,20}}-){{0,2}})(?P<head>{_LETTER}{{1,40}})(?P<mark>-?)"
    r"[ \t]{0,20}$"
)
_AFTER = lazy(
    rf"[ \t]{{0,20}}(?P<tail>{_LETTER}{{1,40}})(?P<rest>(?:-\w{{1,40}}){{0,2}}[^\s\w@]{{0,4}})"
    r"(?=\s|$)[ \t]{0,20}"
)
# How far back from the end of a line the broken word can start.
_REACH = 120
_HYPHEN_INSIDE = lazy(rf"\b{_LETTER}{{1,40}}-{_LETTER}{{1,40}}")
_HYPHEN_LAST = lazy(r"-[ \t]{0,20}\n")
_PAGE_BREAK = lazy(rf"(?<![\w@.])(?P<head>{_LETTER}{{2,40}})-[ \t]{{0,20}}(?=\n)")
_NEXT = lazy(rf"(?P<tail>{_LETTER}{{1,40}})(?P<rest>[^\s\w@]{{0,4}})[ \t]{{0,20}}")
# 'hulp- en dienstverlening', 'voor- of achternaam': the hyphen stands for what the second word ends on.
_SUSPENDED = frozenset("en of tot noch en/of versus".split())
_HYPHENATED = frozenset("e ex non anti pro pre niet semi quasi oud".split())
_JOINED = 0.95
_MIDWORD = "lines/midword"
_SHOWN = 2
_MIN_HALF = 2
# A word broken without a hyphen is rare, so that two words which exist stay two unless that is absurd.
_SELDOM = 8.0
_SMALL = 3
# No word can have been cut after these.
_SENTENCE_ENDS = frozenset(".,;:!?)]\"'”’0123456789")


def changes(text: str, words: Words, furniture: Sequence[Span] = ()) -> list[Change]:
    """Return the rejoining of broken words; the line then ends after the word instead of in it."""
    printed = _printed(text) if _HYPHEN_LAST.search(text) else frozenset()
    found = addresses.changes(text, words)
    mended = {text.find("\n", change.start) for change in found}
    ends = (end for end in _line_ends(text) if end not in mended)
    tries = [(end, _rejoined(text, end, words, printed)) for end in ends]
    found += [change for _, change in tries if change]
    if sum(change.rule == _MIDWORD for change in found) >= _SHOWN:
        # The document breaks words without a hyphen: then also where both halves happen to be words.
        again = (_rejoined(text, end, words, printed, bold=True) for end, change in tries if not change)
        found += [change for change in again if change]
    if furniture:
        taken = [(change.start, change.end) for change in found]
        for pair in _over_pages(text, words, furniture, printed):
            if not any(start < change.end and change.start < end for start, end in taken for change in pair):
                found += pair
    return found


def _printed(text: str) -> frozenset[str]:
    """Return the words with a hyphen inside a line, whole ('e-mail') and up to the hyphen ('e-')."""
    found = [match.group().lower() for match in _HYPHEN_INSIDE.finditer(text)]
    return frozenset(found) | {word.partition("-")[0] + "-" for word in found}


def _line_ends(text: str) -> Iterator[int]:
    """Yield the line ends that have text on both sides."""
    at = text.find("\n")
    while at >= 0:
        if at and at + 1 < len(text) and text[at - 1] not in "\n\f" and text[at + 1] not in "\n\f":
            yield at
        at = text.find("\n", at + 1)


def _rejoined(
    text: str, end: int, words: Words, printed: frozenset[str], *, bold: bool = False
) -> Change | None:
    if not (text[end + 1].islower() or text[end + 1] in " \t") or text[end - 1] in _SENTENCE_ENDS:
        return None
    after = _AFTER.match(text, end + 1)
    if after is None or not after["tail"][0].islower():
        return None
    start = max(text.rfind("\n", 0, end) + 1, end - _REACH)
    last = text[text.rfind(" ", start, end) + 1 : end]
    if not bold and last.isalpha() and words.curated(last.lower()) and words.curated(after["tail"].lower()):
        return None  # two words, as at most line ends
    before = _BEFORE.search(text[start:end])
    if before is None:
        return None
    hyphen = bool(before["mark"])
    if hyphen:
        whole = _hyphened(before["head"], after["tail"], words, printed)
    else:
        whole = None if before["before"] else _cut(before["head"], after["tail"], words, bold=bold)
    if whole is None or not (hyphen or is_dutch(text, start + before.start(), after.end(), words)):
        return None
    # The second half may stand alone on its line, which then ends already.
    ending = "" if text[after.end() : after.end() + 1] in {"\n", "\f", ""} else "\n"
    rule = "lines/hyphen" if hyphen else _MIDWORD
    mended = before["before"] + whole + after["rest"] + ending
    return Change(start + before.start(), after.end(), mended, rule, _JOINED)


def _hyphened(head: str, tail: str, words: Words, printed: frozenset[str]) -> str | None:
    """Return the whole of 'head-' and 'tail' over two lines, or None when the hyphen must stay put.

    `printed` are the first halves and the whole words with a hyphen inside a line of this document.
    """
    first, second = head.lower(), tail.lower()
    if second in _SUSPENDED or (first in _HYPHENATED and not _is_cut(first + second, second, words)):
        return None
    if len(head) > 1 and head.isupper():
        return f"{head}-{tail}" if words.curated(second) else None
    hyphenated = f"{head}-{tail}"
    if words.lexicon.count(hyphenated.lower()) or hyphenated.lower() in printed:
        return hyphenated
    whole = first + second
    if words.formable(whole):
        return head + tail
    # A word that no list knows: its first half may stand before a hyphen that belongs ('shell-escape').
    return None if words.curated(second) or f"{first}-" in printed else head + tail


def _is_cut(whole: str, second: str, words: Words) -> bool:
    """Tell whether 'pre-' is the first half of a word ('premie') rather than what stands before one."""
    if not words.curated(whole):
        return False
    return not words.curated(second) or (words.lexicon.count(whole) > words.lexicon.count(second) == 0)


def _cut(head: str, tail: str, words: Words, *, bold: bool) -> str | None:
    """Return the whole of two halves without a hyphen, only when it mends what is no word."""
    first, second = head.lower(), tail.lower()
    if min(len(first), len(second)) < _MIN_HALF or not words.curated(first + second):
        return None
    if words.curated(first) and words.curated(second):
        apart = words.cost(first) + words.cost(second)
        return head + tail if bold and words.cost(first + second) + _SELDOM < apart else None
    # A name at the end of a line and a small word after it are no halves ('Deb' and 'en').
    small = min(first, second, key=len)
    return None if len(small) <= _SMALL and words.frequent(small) else head + tail


def _over_pages(
    text: str, words: Words, furniture: Sequence[Span], printed: frozenset[str]
) -> Iterator[tuple[Change, Change]]:
    """Yield the joins over a page break: the second half moves up, before the foot and the head."""
    ends = {span.start: span.end for span in furniture}
    for match in _PAGE_BREAK.finditer(text):
        at = _after_furniture(text, match.end(), ends)
        after = _NEXT.match(text, at) if at > match.end() + 1 else None
        if after is None or not after["tail"][0].islower():
            continue
        whole = _hyphened(match["head"], after["tail"], words, printed)
        if whole is not None:
            yield (
                Change(match.start(), match.end(), whole + after["rest"], "lines/page", _JOINED),
                Change(after.start(), after.end(), "", "lines/page", _JOINED),
            )


def _after_furniture(text: str, at: int, ends: Mapping[int, int]) -> int:
    """Return where the text goes on after blank lines, page breaks and furniture."""
    crossed = False
    while at < len(text):
        if at in ends and ends[at] > at:
            at, crossed = ends[at], True
        elif text[at].isspace():
            at += 1
        else:
            break
    return at if crossed else 0
