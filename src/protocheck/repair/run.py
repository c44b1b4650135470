"""The stages of repair, in order, each with an off switch."""

from __future__ import annotations

from protocheck.model.alignment import RepairedText
from protocheck.model.text import SourceText
from protocheck.repair import cleanup, markup, spacing
from protocheck.repair.edits import compose
from protocheck.repair.lexicon import lexicon

STAGES = ("markup", "unicode", "furniture", "spacing", "lines", "letters", "glued")


def repair(source: SourceText, *, off: frozenset[str] = frozenset()) -> RepairedText:
    """Make a damaged text readable, and keep the way back to every original character.

    Args:
        source: the document as it was read.
        off: names of stages to skip (see `STAGES`).

    Returns:
        The repaired text; its `edits` are the change log, each named after its stage.
    """
    text = RepairedText.build(source, [])
    if "markup" not in off:
        text = compose(text, markup.changes(source))
    if "unicode" not in off:
        text = compose(text, cleanup.changes(text.text))
    if "spacing" not in off:
        text = compose(text, spacing.changes(text.text, lexicon()))
    return text
