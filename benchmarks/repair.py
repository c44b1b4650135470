"""Measure the repair of damaged text: accuracy per kind of damage, false changes, time, and peers.

    python benchmarks/repair.py              # all of it, a minute or two
    python benchmarks/repair.py --peers      # with wordninja and symspellpy beside it (group 'bench')
    python benchmarks/repair.py --kind split --show 20

A word is 'damaged' when it no longer stands in the text as a token of its own; 'mended' when it does
again after repair; 'broken' when it stood there and no longer does. Our own corpus is the gold; each
document is repaired with word counts from which that document has been taken out. The false changes are
counted on Dutch manuals that Debian packages carry and that nothing was tuned on.
"""

from __future__ import annotations

import argparse
import gzip
import html
import re
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from protocheck.ingest.read import read
from protocheck.model.alignment import RepairedText
from protocheck.model.text import SourceText
from protocheck.repair import STAGES, repair
from protocheck.repair.lexicon import Lexicon, lexicon

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.damage import KINDS, STRENGTHS, damage  # noqa: E402  the generator lives with the tests

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PAIR = re.compile(r"(?<![\w@./'’-])([^\W\d_]+) (?=([^\W\d_]+)(?![\w@/'’-]))")
# What the bars of a table in Markdown leave between two cells.
_CELLS = re.compile(r"(?<=\S)  (?=\S)")
_WORDS_A_PAGE = 400
# The bounds of the work: at least this share of damaged words mended at medium strength.
BOUNDS = {
    "wide": 97.0,
    "wide-collapsed": 97.0,
    "wide-noisy": 97.0,
    "split": 97.0,
    "drop": 60.0,
    "letters": 80.0,
    "hyphen": 98.0,
}
BROKEN_BOUND = 1.0
FALSE_BOUND = 1 / 20_000
CLEAN_MS = 2.0
DAMAGED_MS = 15.0


@dataclass(slots=True)
class Score:
    """What became of the words of some texts."""

    damaged: int = 0
    mended: int = 0
    right: int = 0
    broken: int = 0
    seconds: float = 0.0
    words: int = 0
    missed: list[str] = field(default_factory=list)
    broke: list[str] = field(default_factory=list)

    @property
    def mended_share(self) -> float:
        """Return the share of damaged words mended, in per cent."""
        return 100.0 * self.mended / max(self.damaged, 1)

    @property
    def broken_rate(self) -> float:
        """Return how many right words in a thousand were broken."""
        return 1000.0 * self.broken / max(self.right, 1)

    @property
    def page_ms(self) -> float:
        """Return the time per page of 400 words, in milliseconds."""
        return 1000.0 * self.seconds / max(self.words / _WORDS_A_PAGE, 1e-9)


def source_of(text: str) -> SourceText:
    """Return the text as if it had been read from a file."""
    return SourceText("bench.txt", "", "text/plain", text, ())


def content(text: str, known: Lexicon) -> str:
    """Return the repaired text without its furniture."""
    return without_furniture(repair(source_of(text), words=known))


def without_furniture(mended: RepairedText) -> str:
    """Return what is left when running heads and page numbers go."""
    out, at = [], 0
    for span in mended.furniture:
        out.append(mended.text[at : span.start])
        at = span.end
    return "".join([*out, mended.text[at:]])


def compare(score: Score, gold: str, damaged: str, mended: str) -> None:
    """Add one text to the score."""
    words = gold.split()
    before, after = _kept(words, damaged.split()), _kept(words, mended.split())
    for index, word in enumerate(words):
        if index in before:
            score.right += 1
            if index not in after:
                score.broken += 1
                score.broke.append(word)
        else:
            score.damaged += 1
            if index in after:
                score.mended += 1
            else:
                score.missed.append(word)
    score.words += len(words)


def _kept(gold: Sequence[str], other: Sequence[str]) -> set[int]:
    """Return the places in `gold` whose word stands in `other` too, in the best alignment."""
    ops = Levenshtein.opcodes(gold, other)
    return {i for op in ops if op.tag == "equal" for i in range(op.src_start, op.src_end)}


def corpus() -> Iterator[tuple[str, Lexicon]]:
    """Yield each of our own protocols, cleaned, with a lexicon that has not seen it."""
    for path in _protocols():
        yield plain_text(path)


def _protocols() -> list[Path]:
    return sorted((ROOT / "corpus").glob("*/protocol.*"))


def plain_text(path: Path) -> tuple[str, Lexicon]:
    """Return a protocol of the corpus without notation, and a lexicon that has not seen it."""
    off = frozenset(STAGES) - {"markup", "unicode", "furniture"}
    plain = _CELLS.sub("\t", without_furniture(repair(read(path), off=off)))
    if path.parent.name in _held_back():
        return plain, lexicon()
    return plain, lexicon().without(own_counts(plain))


def own_counts(text: str) -> Counter[str]:
    """Return the words, and the pairs of words, that a text has given to the word list."""
    counts = Counter(word.lower().replace("’", "'") for word in _TOKEN.findall(text))
    counts.update(f"{match[1]} {match[2]}".lower() for match in _PAIR.finditer(text))
    return counts


@cache
def _held_back() -> frozenset[str]:
    """Return the protocols that never gave counts to the word list."""
    return frozenset((ROOT / "corpus/heldback.txt").read_text(encoding="utf-8").split())


def by_damage(
    kind: str, strength: str, seed: int, mend: Callable[[str, Lexicon], str] = content, *, runs: int = 2
) -> Score:
    """Damage every protocol in one way, mend it, and count; another protocol does not move the draw."""
    score = Score()
    for path in _protocols():
        text, known = plain_text(path)
        damaged = damage(text, kind, strength, seed + zlib.crc32(path.parent.name.encode()))
        mended, seconds = timed(mend, damaged, known, runs)
        score.seconds += seconds
        compare(score, text, damaged, mended)
    return score


Mended = TypeVar("Mended")


def timed(
    mend: Callable[[str, Lexicon], Mended], text: str, known: Lexicon, runs: int
) -> tuple[Mended, float]:
    """Return what was mended and the processor time of the fastest run.

    The word list is decoded where it is asked for, and others use the machine: the fastest one is ours.
    """
    times = []
    for _ in range(runs):
        start = time.process_time()
        mended = mend(text, known)
        times.append(time.process_time() - start)
    return mended, min(times)


_TAG = re.compile(r"<[^<>]{1,2000}>")
_SCRIPT = re.compile(r"(?s)<(script|style|pre|code|tt)\b.{0,200000}?</\1>")
# Looked at while the guards were made: what changed wrongly here was mended.
_SEEN = (
    "/usr/share/doc/debian/FAQ/*nl*.txt*",
    "/usr/share/doc/debian/FAQ/nl/**/*.html",
    "/usr/share/doc/debian-edu-doc-nl/*.html",
    "/usr/share/doc/aptitude/html/nl/*.html",
    "/usr/share/gimp/2.0/help/nl/*.html",
    "/usr/share/man/nl/man*/*.gz",
)
# First read when the stages were done; nothing was changed for them since.
_UNSEEN = (
    "/usr/share/libreoffice/help/nl/text/**/*.html",
    "/usr/share/doc/lilypond/html/**/*.nl.html",
    "/usr/share/gosa/doc/**/nl/**/*.html",
)
MANUALS = {"seen": _SEEN, "unseen": _UNSEEN}
PACKAGES = "debian-faq-nl aptitude-doc-nl gimp-help-nl manpages-nl libreoffice-help-nl lilypond-doc-html-nl"


def manuals(patterns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the Dutch manuals that are installed, as plain text, with the name of their file."""
    for pattern in patterns:
        for path in sorted(Path("/").glob(pattern.lstrip("/"))):
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            text = data.decode("utf-8", "replace")
            if path.suffix == ".html":
                text = html.unescape(_TAG.sub(" ", _SCRIPT.sub(" ", text)))
            elif "/man/" in str(path):
                text = _from_roff(text)
            yield str(path), text


def _from_roff(text: str) -> str:
    """Return the prose of a manual page: no requests, no font changes."""
    lines = [re.sub(r"^\.(?:SH|SS|B|I|BR|IR|TP)\b\s*", "", line) for line in text.split("\n")]
    prose = "\n".join(line for line in lines if not line.startswith((".", "'")))
    return re.sub(r"\\f[BIRP]|\\[&%,/]|\\\(..", "", prose).replace("\\-", "-").replace("\\", "")


def false_changes(patterns: Sequence[str], show: int) -> tuple[int, int, float]:
    """Return the words read, the words changed and the time a page, on manuals without damage."""
    words = changed = 0
    seconds = 0.0
    listed = lexicon()
    for name, text in manuals(patterns):
        plain = repair(source_of(text), off=frozenset(STAGES) - {"unicode"}).text
        start = time.process_time()
        mended = repair(source_of(plain), words=listed)
        seconds += time.process_time() - start
        words += len(plain.split())
        for edit in mended.edits:
            # An address that the end of a line had cut changes no word.
            changed += edit.rule != "lines/address"
            if 0 < changed <= show:
                around = plain[max(edit.raw.start - 30, 0) : edit.raw.end + 30].replace("\n", "⏎")
                print(
                    f"    {edit.rule}: {edit.raw.of(plain)!r} -> {edit.text!r}, {Path(name).name}: {around!r}"
                )
    return words, changed, 1000.0 * seconds / max(words / _WORDS_A_PAGE, 1e-9)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measures; return 1 when a bound does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--kind", choices=KINDS, action="append")
    parser.add_argument("--strength", choices=STRENGTHS, action="append")
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--draws", type=int, default=1, help="draw the damage anew this many times")
    parser.add_argument("--show", type=int, default=0, help="print this many words missed and broken")
    parser.add_argument("--peers", action="store_true", help="run wordninja and symspellpy on the same text")
    parser.add_argument("--no-manuals", action="store_true")
    options = parser.parse_args(arguments)
    held = damage_table(options)
    if not options.kind:
        held &= clean_line(options.show)
    if not options.no_manuals and not options.kind:
        held &= manuals_line(options.show)
    if options.peers:
        from benchmarks.repair_peers import compare_peers  # noqa: PLC0415  it imports us back

        compare_peers(options.seed)
    return 0 if held else 1


def damage_table(options: argparse.Namespace) -> bool:
    """Print one line per kind and strength; tell whether the bounds hold."""
    held = True
    print(f"{'damage':<16}{'strength':<9}{'damaged':>8}{'mended %':>10}{'broken ‰':>10}{'ms/page':>9}  bound")
    draws = [
        (kind, strength, seed)
        for kind in options.kind or KINDS
        for strength in options.strength or ("medium",)
        for seed in range(options.seed, options.seed + options.draws)
    ]
    for kind, strength, seed in draws:
        score = by_damage(kind, strength, seed)
        bound = BOUNDS.get(kind, 0.0) if strength == "medium" else 0.0
        kept = score.broken_rate <= BROKEN_BOUND and score.page_ms <= DAMAGED_MS
        fine = score.mended_share >= bound and kept
        held &= fine or strength != "medium"
        print(
            f"{kind:<16}{strength:<9}{score.damaged:>8}{score.mended_share:>10.1f}{score.broken_rate:>10.2f}"
            f"{score.page_ms:>9.1f}  {f'{bound:.0f}' if bound else '-':>3} {'' if fine else 'MISSED'}"
        )
        if options.show:
            print("    not mended:", ", ".join(score.missed[: options.show]))
            print("    broken:", ", ".join(score.broke[: options.show]))
    return held


def on_clean() -> Score:
    """Repair our own protocols as they are; `broke` holds every change."""
    score = Score()
    for text, known in corpus():
        mended, seconds = timed(lambda raw, words: repair(source_of(raw), words=words), text, known, 3)
        score.seconds += seconds
        score.words += len(text.split())
        score.broke += [edit.text for edit in mended.edits]
    return score


def clean_line(show: int) -> bool:
    """Print the changes on our own clean protocols and the time; tell whether both bounds hold."""
    score = on_clean()
    print(
        f"clean protocols: {score.words} words, {len(score.broke)} changes, "
        f"{score.page_ms:.2f} ms/page (bound: 2)"
    )
    if show:
        print("    changed:", ", ".join(score.broke[:show]))
    return len(score.broke) <= FALSE_BOUND * score.words + 1 and score.page_ms <= CLEAN_MS


def manuals_line(show: int) -> bool:
    """Print the changes on clean manuals, right or wrong; tell whether the bound holds."""
    held = True
    for name, patterns in MANUALS.items():
        words, changed, page_ms = false_changes(patterns, show)
        if not words:
            print(f"clean manuals, {name}: none installed (apt-get install {PACKAGES})")
            continue
        print(
            f"clean manuals, {name}: {words} words, {changed} changes, {page_ms:.2f} ms/page (bound 1:20000)"
        )
        held &= changed <= FALSE_BOUND * words
    return held


if __name__ == "__main__":
    raise SystemExit(main())
