"""How readable a text is, per page and as a whole: what tells noise from language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from protocheck.model.alignment import PageQuality, Quality, RepairedText
from protocheck.model.geometry import Span
from protocheck.regex import lazy
from protocheck.repair.lexicon import Lexicon

_TOKEN = lazy(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,4}")
_JOINER = lazy(r"['’-]")
# A page of names and addresses still knows two words in three; noise knows fewer than half.
_MIN_KNOWN = 0.65
_MAX_ONE_LETTER = 0.2
# Function words of French and English that are no Dutch words; such a page has at least one in ten.
_FOREIGN = frozenset(
    "the and for this that with are by from which have been shall not les des et une est pour dans par sur "
    "aux du qui que au sont ou ces cette avec".split()
)
_MIN_FOREIGN = 0.1
# Fewer words than this say nothing about a page (a title, a signature).
_MIN_WORDS = 25


def judge(before: RepairedText, after: RepairedText, lexicon: Lexicon) -> Quality:
    """Return the quality of every page and of the whole, before and after repair."""
    pages = tuple(_page(number, raw, before, after, lexicon) for number, raw in _pages(after))
    words = sum(page.words for page in pages)
    if not words:
        return Quality(score=0.0, readable=False, pages=pages)
    known = sum(page.known * page.words for page in pages) / words
    alone = sum(page.one_letter * page.words for page in pages) / words
    return Quality(round(known, 4), _readable(words, known, alone), pages)


def complaint(quality: Quality) -> str:
    """Say in Dutch which pages are hard to read and what to do about it; '' when all can be read."""
    bad = [page for page in quality.pages if not page.readable]
    if quality.readable and not bad:
        return ""
    numbers = [str(page.page) for page in bad if page.page is not None]
    which = "De tekst is" if not numbers else f"Bladzijde {numbers[0]} is"
    if len(numbers) > 1:
        which = f"Bladzijden {', '.join(numbers[:-1])} en {numbers[-1]} zijn"
    return (
        f"{which} slecht leesbaar of niet in het Nederlands. Neem de Word-versie, maak een nieuwe scan, "
        "of laat de letters van de PDF opnieuw herkennen: protocheck advise PROTOCOL.pdf --ocr always"
    )


def _pages(text: RepairedText) -> Iterator[tuple[int | None, Span]]:
    """Yield the pages in raw coordinates; a format without pages is one."""
    if text.source.pages:
        yield from ((page.number, page.span) for page in text.source.pages)
        return
    raw = text.source.text
    start, number = 0, 1
    if "\f" not in raw:
        yield None, Span(0, len(raw))
        return
    for part in raw.split("\f"):
        yield number, Span(start, start + len(part))
        start, number = start + len(part) + 1, number + 1


def _page(
    number: int | None, raw: Span, before: RepairedText, after: RepairedText, lexicon: Lexicon
) -> PageQuality:
    text = after.from_raw(raw).of(after.text)
    words, known, alone = _counts(text, lexicon)
    words_before, known_before, _ = (
        (words, known, alone)
        if before.text == after.text
        else _counts(before.from_raw(raw).of(before.text), lexicon)
    )
    share, share_alone = known / max(words, 1), alone / max(words, 1)
    return PageQuality(
        page=number,
        words=words,
        known=round(share, 4),
        known_before=round(known_before / max(words_before, 1), 4),
        one_letter=round(share_alone, 4),
        readable=(readable := _readable(words, share, share_alone)),
        foreign=not readable and _is_foreign(text),
    )


def _is_foreign(text: str) -> bool:
    """Tell whether a text is French or English, by their most frequent words."""
    tokens = _TOKEN.findall(text.lower())
    return sum(token in _FOREIGN for token in tokens) >= _MIN_FOREIGN * len(tokens) > 0


def _counts(text: str, lexicon: Lexicon) -> tuple[int, int, int]:
    """Return the number of words, of known words and of words of one letter."""
    found = lexicon.inventory(text)
    tokens = Counter(_TOKEN.findall("\n".join(found.odd)))
    alone = sum(count for token, count in tokens.items() if len(token) == 1)
    alone += sum(count for word, count in found.words.items() if len(word) == 1)
    sound = found.words.total()
    known = sum(count for token, count in tokens.items() if len(token) > 1 and _known(token, lexicon))
    known += sum(count for word, count in found.words.items() if len(word) > 1)
    return tokens.total() + sound, known, alone


def _known(printed: str, lexicon: Lexicon) -> bool:
    token = printed.lower().replace("’", "'")
    if lexicon.curated(token):
        return True
    parts = [part for part in _JOINER.split(token) if part]
    return len(parts) > 1 and all(lexicon.curated(part) for part in parts)


def _readable(words: int, known: float, alone: float) -> bool:
    return words < _MIN_WORDS or (known >= _MIN_KNOWN and alone <= _MAX_ONE_LETTER)
