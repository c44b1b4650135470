from __future__ import annotations

import subprocess
import sys
import zlib
from importlib.resources import files

import pytest

from protocheck.repair.lexicon import WordList, known, lexicon
from scripts.build_lexicon import front_coded


@pytest.mark.parametrize(
    "word", ["gegevensbescherming", "Decreet", "OCMW", "cliënt", "foto's", "foto’s", "a", "zwemt"]
)
def test_known_words(word: str) -> None:
    assert known(word)


@pytest.mark.parametrize(
    "word", ["omte", "inhet", "enw", "erking", "cliént", "noodzakeliik", "", "zzzz", "ÿÿ"]
)
def test_unknown_words(word: str) -> None:
    assert not known(word)


def test_front_coding_keeps_every_word_and_no_other() -> None:
    words = sorted(
        {f"{a}{b}{'x' * c}" for a in "bdë" for b in ("", "aa", "ée") for c in range(12)}, key=str.encode
    )
    packed = WordList(front_coded(words))
    assert all(word in packed for word in words)
    assert not any(word + "y" in packed for word in words)
    assert "a" not in packed
    assert "zz" not in packed


def test_a_lexicon_without_a_document_forgets_only_its_own_words() -> None:
    whole = lexicon()
    count = whole.count("toetredingsverklaring")
    less = whole.without({"toetredingsverklaring": count, "de": 1})
    assert not less.curated("toetredingsverklaring")
    assert less.count("de") == whole.count("de") - 1


def test_data_is_small_and_its_licence_is_there() -> None:
    data = files("protocheck.repair") / "data"
    assert "OpenTaal" in (data / "LICENSE-OpenTaal.txt").read_text(encoding="utf-8")
    size = sum(len(zlib.compress(part.read_bytes(), 9)) for part in data.iterdir() if part.is_file())
    assert size < 1_500_000


def test_nothing_is_read_on_import() -> None:
    code = "import protocheck.repair, protocheck.repair.lexicon as l; print(l.lexicon.cache_info().currsize)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  our own command
    assert run.stdout == "0\n"


def test_names_are_told_from_words_and_pairs_from_words() -> None:
    packed = WordList(front_coded(["dorp", "dorpen"], ["dorpel", "zeno"]))
    assert [packed.name(word) for word in ("dorp", "dorpel", "zeno", "dor")] == [False, True, True, None]
    whole = lexicon()
    assert whole.name("brussel")
    assert not whole.name("stad")
    assert whole.apart("publiek", "recht") > 0
    assert "publiek recht" not in dict(whole.counts())
