"""wordninja and symspellpy, fed with the same Dutch words, on the same damaged text as our repair.

Both are English out of the box, so both get our word list with our counts. Each runs as its makers
mean it: wordninja splits every line with the blanks taken out, symspellpy segments every line.
"""

from __future__ import annotations

import gzip
import importlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.repair import by_damage
from protocheck.repair.lexicon import Lexicon, lexicon

_KINDS = ("wide", "wide-collapsed", "wide-noisy", "split", "drop")
_LISTED = Path("/usr/share/dict/dutch")
# A listed word without a count weighs as much as one that was seen once.
_UNCOUNTED = 1


def compare_peers(seed: int) -> None:
    """Print one line per peer and kind of damage, in the columns of our own table."""
    for name, make in PEERS.items():
        try:
            mend = make()
        except ImportError:
            print(f"{name}: not installed (pip install --group bench)")
            continue
        for kind in _KINDS:
            score = by_damage(kind, "medium", seed, mend)
            print(
                f"{kind:<16}{name:<12}{score.damaged:>5}{score.mended_share:>10.1f}{score.broken_rate:>10.2f}"
                f"{score.page_ms:>9.1f}"
            )


def _counts() -> dict[str, int]:
    """Return all Dutch words with their counts."""
    ours = lexicon()
    lines = _LISTED.read_text(encoding="utf-8").splitlines() if _LISTED.exists() else []
    words = {line.strip().lower() for line in lines if line.strip().isalpha()}
    counts = {word: ours.count(word) * 100 + _UNCOUNTED for word in words}
    return counts | {word: count * 100 for word, count in ours.counts() if word not in counts}


def _wordninja() -> Callable[[str, Lexicon], str]:
    ninja: Any = importlib.import_module("wordninja")
    counts = _counts()
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    with tempfile.NamedTemporaryFile(suffix=".gz") as file:
        file.write(gzip.compress("\n".join(ranked).encode()))
        file.flush()
        model = ninja.LanguageModel(file.name)

    def mend(text: str, _: Lexicon) -> str:
        return "\n".join(" ".join(model.split("".join(line.split()))) for line in text.split("\n"))

    return mend


def _symspell() -> Callable[[str, Lexicon], str]:
    module: Any = importlib.import_module("symspellpy")
    counts = _counts()
    model = module.SymSpell(max_dictionary_edit_distance=0, prefix_length=7)
    for word, count in counts.items():
        model.create_dictionary_entry(word, count)

    def mend(text: str, _: Lexicon) -> str:
        return "\n".join(
            model.word_segmentation(line, max_edit_distance=0).corrected_string if line.strip() else line
            for line in text.split("\n")
        )

    return mend


PEERS = {"wordninja": _wordninja, "symspellpy": _symspell}
