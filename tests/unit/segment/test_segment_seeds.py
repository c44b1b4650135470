"""The real papers, as they are and with other numbering: the same structure comes out."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from protocheck.model.structure import Outline
from protocheck.repair import repair
from protocheck.segment import segment
from tests.unit.segment.sketch import check_sound, source, words

COUNTS = {"000": 11, "001": 11, "004": 12}
RECITALS = {"000": "ABCDEF", "001": "ABCDEF", "004": "ACDEFG"}
HEADING = re.compile(r"^[ \f]{0,3}Artikel (\d{1,2})[:.] ([^\n]+(?:\n[a-z][^\n]+)?)$", re.MULTILINE)


@functools.cache
def text_of(folder: Path, number: str) -> str:
    (path,) = folder.glob(f"{number}_*.txt")
    return repair(source(path.read_text(encoding="utf-8"))).text


def outline_of(text: str) -> Outline:
    paper = segment(repair(source(text)))
    check_sound(paper)
    return paper


def titles(text: str) -> list[str]:
    return [" ".join(match[2].split()) for match in HEADING.finditer(text)]


@pytest.mark.parametrize("number", COUNTS)
def test_articles_with_their_headings(seeds: Path, number: str) -> None:
    text = text_of(seeds, number)
    paper = outline_of(text)
    found = [(s.ref, s.heading) for s in paper.of_kind("article")]
    assert len(found) == COUNTS[number]
    assert found == [(f"article {n}", title) for n, title in enumerate(titles(text), 1)]
    assert all(s.children for s in paper.of_kind("article"))


@pytest.mark.parametrize("number", COUNTS)
def test_front_and_end(seeds: Path, number: str) -> None:
    paper = outline_of(text_of(seeds, number))
    refs = [s.ref for s in paper.of_kind("recital")]
    assert [r for r in refs if len(r) == len("recital A")] == [
        f"recital {letter}" for letter in RECITALS[number]
    ]
    kinds = [s.kind for s in paper.segments]
    assert kinds[:4] == ["title", "preamble", "recitals", "other"]
    assert kinds[-1] == "signature"
    assert words(paper, paper.segments[-1]).startswith("Opgemaakt te")
    assert paper.title.startswith("PROTOCOL VOOR DE ELEKTRONISCHE MEDEDELING VAN PERSOONSGEGEVENS")


ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@pytest.mark.parametrize("number", COUNTS)
@pytest.mark.parametrize(
    ("label", "ref"),
    [
        ("Art. {n}. {t}", "article {n}"),
        ("ARTIKEL {n}\n{t}", "article {n}"),
        ("Artikel {n} - {t}", "article {n}"),
        ("{n}. {t}", "article {n}"),
        ("{n} {t}", "article {n}"),
        ("{r}. {t}", "article {r}"),
        ("{r}\n\n{t}", "article {r}"),
        ("{l}. {t}", "article {l}"),
        ("§ {n} {t}", "article § {n}"),
        ("{c}", "section {c}"),
        ("## {t}", "section {t}"),
        ("**{t}**", "section {t}"),
    ],
)
@pytest.mark.parametrize("listed", [False, True])
def test_other_numbering_gives_the_same_articles(
    seeds: Path, number: str, label: str, ref: str, *, listed: bool
) -> None:
    text = text_of(seeds, number)

    def shown(pattern: str, n: int, title: str) -> str:
        return pattern.format(n=n, t=title, r=ROMAN[n], l=chr(ord("A") + n - 1), c=title.upper())

    changed = HEADING.sub(lambda m: shown(label, int(m[1]), " ".join(m[2].split())), text)
    if listed:
        entries = (
            shown(label, n, t).replace("\n\n", " ").replace("\n", " ") for n, t in enumerate(titles(text), 1)
        )
        changed = (
            "Inhoudstafel\n\n"
            + "\n".join(f"{e} ........ {i}" for i, e in enumerate(entries, 1))
            + f"\n\n{changed}"
        )
    paper = outline_of(changed)
    before = list(outline_of(text).of_kind("article"))
    after = list(paper.of_kind("article", "section"))
    assert [s.ref for s in after] == [shown(ref, n, t) for n, t in enumerate(titles(text), 1)]
    bodies = [[words(outline_of(text), c) for c in s.children] for s in before[:1]]
    assert [[words(paper, c) for c in s.children] for s in after[:1]] == bodies
    assert [len(s.children) for s in after] == [len(s.children) for s in before]
    assert paper.segments[-1].kind == "signature"
    assert [s.kind for s in paper.segments].count("contents") == int(listed)
