"""The real papers teach us, but nothing of them is published: no sentence, no mailbox, no person."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHINGLE = 12  # words in a row that no two writers choose by chance

# Titles of acts and decrees are public and cannot be put otherwise.
PUBLIC = """
decreet van 30 april 2004 tot oprichting van het intern verzelfstandigd agentschap met rechtspersoonlijkheid
decreet van 18 juli 2008 betreffende het elektronische bestuurlijke gegevensverkeer
decreet van 27 april 2018 tot regeling van de toelagen in het kader van het gezinsbeleid
"""
_WORD = re.compile(r"[^\W_]{1,60}")


def our_files() -> list[Path]:
    git = shutil.which("git")
    if git is None:
        pytest.skip("needs git")
    listed = subprocess.run(  # noqa: S603 - git itself, with fixed arguments
        [git, "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("needs the list of files that git keeps")
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]


def text_of(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return None


def shingles(text: str) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return {tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}


def test_no_sentence_of_the_real_papers_is_ours(seeds: Path) -> None:
    theirs = set().union(*(shingles(path.read_text("utf-8")) for path in seeds.glob("*.txt")))
    copied = {
        f"{path.relative_to(ROOT)}: {' '.join(row)}"
        for path in our_files()
        for row in sorted(shingles(text_of(path) or "") & theirs)[:1]
        if not is_title(" ".join(row))
    }
    assert copied == set()


def is_title(row: str) -> bool:
    """Tell whether most of the words are the title of a statute."""
    return any(piece in row for title in PUBLIC.splitlines() for piece in windows(title.split(), 9))


def windows(words: list[str], size: int) -> Iterator[str]:
    return (" ".join(words[start : start + size]) for start in range(max(len(words) - size + 1, 1)))


def test_no_mailbox_and_no_person_of_the_real_papers_is_ours(seeds: Path) -> None:
    papers = "\n".join(path.read_text("utf-8") for path in seeds.glob("*.txt"))
    mailboxes = set(re.findall(r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{1,30}\w", papers.casefold()))
    names = set(
        re.findall(r"(?:vertegenwoordigd door mevrouw|en de heer) ([A-Z]\w{1,30} [A-Z]\w{1,30})", papers)
    )
    assert mailboxes, "the papers hold mailboxes"
    assert names, "the papers hold names"
    private = {each.casefold() for each in mailboxes | names}
    found = {
        f"{path.relative_to(ROOT)}: {each}"
        for path in our_files()
        for text in [(text_of(path) or "").casefold()]
        for each in private
        if each in text
    }
    assert found == set()
