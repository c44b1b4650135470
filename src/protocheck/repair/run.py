"""The stages of repair, in order, each with an off switch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from protocheck.model.alignment import RepairedText
from protocheck.model.geometry import Span
from protocheck.model.text import SourceText
from protocheck.regex import lazy
from protocheck.repair import cleanup, furniture, glued, letters, lines, markup, quality, spacing
from protocheck.repair.edits import apart, compose
from protocheck.repair.lexicon import Lexicon, lexicon
from protocheck.repair.surroundings import is_foreign
from protocheck.repair.words import Words

STAGES = ("markup", "unicode", "furniture", "spacing", "lines", "letters", "glued")

_WORD = lazy(r"[^\W\d_]{2,40}(?:'[^\W\d_]{1,10})?")


def repair(
    source: SourceText, *, off: frozenset[str] = frozenset(), words: Lexicon | None = None
) -> RepairedText:
    """Make a damaged text readable, and keep the way back to every original character.

    Args:
        source: the document as it was read.
        off: names of stages to skip (see `STAGES`).
        words: another lexicon than the one the program ships with.

    Returns:
        The repaired text; its `edits` are the change log, each named after its stage, and its
        `furniture` marks running heads and page numbers.

    Raises:
        ValueError: `off` names a stage that does not exist.
    """
    if not off <= set(STAGES):
        raise ValueError(f"unknown stages: {', '.join(sorted(off - set(STAGES)))}")
    known = words or lexicon()
    text = RepairedText.build(source, [])
    if "markup" not in off:
        text = compose(text, markup.changes(source))
    if "unicode" not in off:
        text = compose(text, apart(cleanup.changes(text.text)))
    before = text
    if is_foreign(text.text):
        off = off | {"spacing", "letters", "glued"}
    if "spacing" not in off:
        text = compose(text, apart(spacing.changes(text.text, known)))
    marked = () if "furniture" in off else furniture.find(text)
    mended = _mend_words(text, known, marked, off)
    if mended is not text and marked:
        marked = furniture.find(mended)
    return replace(mended, quality=quality.judge(before, mended, known), furniture=marked)


def _mend_words(
    text: RepairedText, known: Lexicon, marked: Sequence[Span], off: frozenset[str]
) -> RepairedText:
    """Run the stages that look at single words, once the blanks are right."""
    words = _words(text, known)
    if "lines" not in off:
        text = compose(text, apart(lines.changes(text.text, words, marked)))
    if "letters" not in off:
        text = compose(text, apart(letters.changes(text.text, words)))
    if "glued" not in off:
        text = compose(text, apart(glued.changes(text.text, words)))
    return text


def _words(text: RepairedText, known: Lexicon) -> Words:
    """Return the costs of words with what this document itself shows of them."""
    found = known.inventory(text.text)
    counts = found.words + Counter(_WORD.findall("\n".join(found.odd).lower().replace("’", "'")))
    # What stands here once may be the very damage that is to be judged.
    return Words(known, {word: count - 1 for word, count in counts.items() if count > 1})
