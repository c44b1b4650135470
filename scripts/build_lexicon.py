"""Build the word list and the word counts that the repair of damaged text ships with.

    apt-get install wdutch
    python scripts/build_lexicon.py

Reads Debian's OpenTaal list, our own corpus and rules, and the hand-made lists in scripts/lexicon;
writes src/protocheck/repair/data. The same input gives the same bytes. Only single words and their
counts are taken over, never a sentence; a word that the Dutch list lacks counts only when two of our
documents have it, so that a typing error in one does not become a word. Pairs of words that also
exist as one ('publiek recht') are counted where two documents write them apart. Of each counted word the
list shows whether compounds may start with it ('h') or end on it ('t'): on 'dagen', not on 'geplaatst'.
"""

from __future__ import annotations

import re
import struct
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from protocheck.repair.words import is_odd

ROOT = Path(__file__).resolve().parents[1]
DUTCH = Path("/usr/share/dict/dutch")
NOTICE = Path("/usr/share/doc/wdutch/copyright")
DATA = ROOT / "src/protocheck/repair/data"
OWN = ROOT / "scripts/lexicon"

BLOCK = 16
# Function words weigh as much as this many words of our own documents together.
FREQUENT_SCALE = 0.5
HAND_COUNT = 3
# A word that the Dutch list lacks must stand in this many documents.
SEEN_IN = 2

_WORD = re.compile(r"[a-zà-öø-ÿœ]+(?:'[a-zà-öø-ÿ]+)*")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PAIR = re.compile(r"(?<![\w@./'’-])([^\W\d_]+) (?=([^\W\d_]+)(?![\w@/'’-]))")
_FRAGMENT = 2
# Marks a word that the list only has with a capital; it sorts before all letters.
_NAME = "!"
# Words that start or end no more compounds of the list than this, and are frequent, make no new one.
FEW = 1
OFTEN = 15
_PART = 3
_LINKED = 5
_PARTICIPLE = re.compile(r"(?:[a-z]{2,8})?ge[a-z]{2,20}(?:d|t|en)|(?:ver|be|ont|her)[a-z]{2,20}[dt]")
_NOUNS = ("ing", "ingen", "heid", "heden", "schap", "schappen", "teit", "sie", "tie")
_ADJECTIVES = ("lijk", "isch", "end", "baar", "zaam", "loos", "ief", "iev", "ieel", "iël")


def dutch_words(path: Path) -> tuple[list[str], list[str]]:
    """Return the single words of the OpenTaal list in lower case: those it has so, and the names."""
    lines = [line.strip().replace("’", "'") for line in path.read_text(encoding="utf-8").splitlines()]
    words = {line for line in lines if _WORD.fullmatch(line)}
    names = {line.lower() for line in lines if _WORD.fullmatch(line.lower())} - words
    return sorted(words), sorted(names)


def front_coded(words: Iterable[str], names: Iterable[str] = ()) -> bytes:
    """Pack words: blocks of `BLOCK`, each word as the length it shares with the one before.

    Layout: number of blocks, their offsets (both uint32, little endian), then the blocks. A byte
    below 32 starts every word and tells how many bytes (plus one) it shares with the last. The words
    stand in the order of their bytes; a name ends on '!'.
    """
    coded = sorted(word.encode() for word in (*words, *(name + _NAME for name in names)))
    blocks = [_block(coded[i : i + BLOCK]) for i in range(0, len(coded), BLOCK)]
    offsets, at = [], 4 + 4 * len(blocks)
    for block in blocks:
        offsets.append(at)
        at += len(block)
    return struct.pack(f"<{len(blocks) + 1}I", len(blocks), *offsets) + b"".join(blocks)


def _block(words: Iterable[bytes]) -> bytes:
    out = bytearray()
    last = b""
    for coded in words:
        shared = 0
        while shared < min(len(last), len(coded), 30) and last[shared] == coded[shared]:
            shared += 1
        out += bytes([shared + 1]) + coded[shared:]
        last = coded
    return bytes(out)


def corpus() -> Iterator[str]:
    """Yield the texts of our own corpus, without its held-back part."""
    held_back = _held_back()
    for path in sorted((ROOT / "corpus").glob("*/*.txt")) + sorted((ROOT / "corpus").glob("*/*.md")):
        if path.parent.name not in held_back:
            yield path.read_text(encoding="utf-8")


def rules() -> Iterator[str]:
    """Yield the prose of the rules, without the examples that hold damaged words on purpose."""
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        prose = _prose(yaml.safe_load(path.read_text(encoding="utf-8")))
        yield "\n".join(text for text in prose if not _is_damaged(text))


def _is_damaged(text: str) -> bool:
    """Tell whether a fragment stands in the text: one or two letters that are no word."""
    return any(len(piece) <= _FRAGMENT and piece.islower() and is_odd(piece) for piece in text.split())


def _held_back() -> set[str]:
    """Return the documents by which accuracy is judged; their words must stay unseen."""
    path = ROOT / "corpus/heldback.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {line.split("#")[0].strip() for line in lines}


def _prose(value: object) -> Iterator[str]:
    """Yield the texts of a rule file that are more than one word: keys and names are English."""
    if isinstance(value, dict):
        for each in value.values():
            yield from _prose(each)
    elif isinstance(value, list):
        for each in value:
            yield from _prose(each)
    elif isinstance(value, str) and " " in value.strip():
        yield value


def domain_counts(known: set[str]) -> Counter[str]:
    """Return how often each word, and pair of words, occurs in our own texts and hand-made lists."""
    seen = Counter(word for text in corpus() for word in set(_words(text)))
    counts = Counter(
        word for text in corpus() for word in _words(text) if word in known or seen[word] >= SEEN_IN
    )
    counts.update(word for text in rules() for word in _words(text) if word in known)
    for word, count in sorted(set(_frequent())):
        counts[word] += max(round(count * FREQUENT_SCALE), 1)
    for word in _hand_made():
        counts[word] += HAND_COUNT
    return counts + _apart(known)


def _apart(known: set[str]) -> Counter[str]:
    """Return how often our texts write two words apart that also exist as one."""
    pairs = [Counter(pair for pair in _pairs(text) if pair.replace(" ", "") in known) for text in corpus()]
    seen = Counter(pair for each in pairs for pair in each)
    counts = Counter({pair: sum(each[pair] for each in pairs) for pair, n in seen.items() if n >= SEEN_IN})
    by_hand = (pair.strip() for line in _lines("apart.txt") for pair in line.split("|"))
    counts.update(dict.fromkeys((pair for pair in by_hand if pair.replace(" ", "") in known), HAND_COUNT))
    return counts


def _pairs(text: str) -> Iterator[str]:
    return (f"{match[1]} {match[2]}".lower() for match in _PAIR.finditer(text))


def _words(text: str) -> Iterator[str]:
    return (word.lower().replace("’", "'") for word in _TOKEN.findall(text))


def _lines(name: str) -> Iterator[str]:
    for line in (OWN / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _frequent() -> Iterator[tuple[str, int]]:
    for line in _lines("frequent.txt"):
        word, count = line.split()
        yield word, int(count)
    tier = 0
    for line in _lines("common.txt"):
        if line.startswith("@"):
            tier = int(line[1:])
        else:
            yield from ((word, tier) for word in line.split())


def _hand_made() -> Iterator[str]:
    for line in _lines("domain.txt"):
        yield from line.split()


def joints(known: set[str], counts: Mapping[str, int]) -> dict[str, str]:
    """Return per counted word whether compounds may start with it ('h') and end on it ('t').

    They may unless the list has hardly any and the word is frequent, a verb form or an adjective. A verb
    with its particle ('doorgaat') is no compound, and neither is a word with a suffix ('heid'). A word that
    is a compound itself ends what its last part ends: 'werkdagen' as 'dagen'.
    """
    loose = {word for line in _lines("particles.txt") for word in line.split()}
    parts = {word: part for word in known if (part := _parts(word, known, loose))}
    heads, tails = Counter(part[0] for part in parts.values()), Counter(part[1] for part in parts.values())
    found = {}
    for word, count in counts.items():
        ends = tails[word] + (tails[parts[word][1]] if word in parts else 0)
        verb = _is_verb_form(word, known)
        often = count >= OFTEN and not word.endswith(_NOUNS)
        head = heads[word] > FEW or not (verb or often or _is_adjective(word, known))
        tail = ends > FEW or not (verb or often)
        found[word] = ("h" if head else "") + ("t" if tail else "")
    return found


def _is_verb_form(word: str, known: set[str]) -> bool:
    """Tell whether the word is a participle, or a third person whose infinitive is known."""
    if _PARTICIPLE.fullmatch(word):
        return True
    stem = word[:-1]
    if not word.endswith("t") or len(stem) < _PART:
        return False
    soft = stem[:-1] + {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
    short = soft[:-2] + soft[-1] if soft[-2] == soft[-3] else soft
    return any(f"{form}en" in known for form in (stem, stem + stem[-1], soft, short))


def _is_adjective(word: str, known: set[str]) -> bool:
    """Tell whether the word is an adjective, by its suffix or because it is one without its 'e'."""
    stem = word.removesuffix("e")
    hard = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1:], stem[-1:])
    return stem.endswith(_ADJECTIVES) or (
        stem != word and len(stem) > _PART and {stem, hard} & known != set()
    )


def _parts(word: str, known: set[str], loose: set[str]) -> tuple[str, str] | None:
    """Return the two known words that a compound is made of, the first as short as can be."""
    for at in range(_PART, len(word) - _PART + 1):
        tail = word[at:]
        if tail in known and tail not in loose:
            head = word[:at]
            for first in (head, head.removesuffix("s")) if at >= _LINKED else (head,):
                if first in known and first not in loose:
                    return first, tail
    return None


def notice(text: str) -> str:
    """Return the notice of the OpenTaal list up to and including its BSD licence, which we choose."""
    return text.split("Creative Commons, Attribution 3.0 Unported", maxsplit=1)[0].rstrip(" \n*-") + "\n"


def main() -> int:
    """Write the data files; return the exit code."""
    if not DUTCH.exists():
        sys.stderr.write(f"{DUTCH} is missing: apt-get install wdutch\n")
        return 1
    words, names = dutch_words(DUTCH)
    counts = domain_counts({*words, *names})
    DATA.mkdir(exist_ok=True)
    (DATA / "dutch.lex").write_bytes(front_coded(words, names))
    joint = joints(set(words), {word: n for word, n in counts.items() if " " not in word})
    lines = [
        f"{word}\t{count}\t{joint.get(word, '')}".rstrip() + "\n"
        for word, count in sorted(counts.items(), key=lambda e: (-e[1], e[0]))
    ]
    (DATA / "domain.tsv").write_text("".join(lines), encoding="utf-8")
    (DATA / "LICENSE-OpenTaal.txt").write_text(notice(NOTICE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(
        f"{len(words)} Dutch words, {len(names)} names, {len(counts)} counts, {sum(counts.values())} in all\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
