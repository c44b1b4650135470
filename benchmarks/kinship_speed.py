"""What the view over an archive costs: `python -m benchmarks.kinship_speed`, seconds and memory by size.

Papers of 2,000 words in families of ten, made up word by word and made anew each time they are asked for, as
a store reads them; what making them costs is measured apart and left out.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.archives import TODAY
from protocheck.batch.kinship.papers import Paper
from protocheck.batch.kinship.view import kinship
from protocheck.model.audit import Passage
from protocheck.model.report import PartyFact
from protocheck.rulebook import load

SIZES = (500, 2000, 5000)
_FAMILY, _ARTICLES, _WORDS, _VOCABULARY, _OTHER = 10, 20, 100, 6000, 30


class Synthetic:
    """An archive whose papers are made when they are asked for."""

    def __init__(self, size: int) -> None:
        """Make the words; every paper is made of its number."""
        rng = random.Random(5)  # noqa: S311 - not for secrets
        letters = "abdefghiklmnoprstuvw"
        self._words = ["".join(rng.choices(letters, k=rng.randint(3, 10))) for _ in range(_VOCABULARY)]
        self._weights = [1 / rank for rank in range(1, _VOCABULARY + 1)]
        self._size = size
        self.seconds = 0.0

    def ids(self) -> Sequence[str]:
        """Return the keys of all papers."""
        return [f"{number:05}" for number in range(self._size)]

    def papers(self, ids: Iterable[str]) -> Iterator[Paper]:
        """Yield papers, each made anew."""
        for each in ids:
            began = time.process_time()
            paper = self._paper(int(each))
            self.seconds += time.process_time() - began
            yield paper

    def _paper(self, number: int) -> Paper:
        family, member = divmod(number, _FAMILY)
        template = random.Random(family)  # noqa: S311 - not for secrets
        own = random.Random(-number - 1)  # noqa: S311 - not for secrets
        town = f"{self._words[family % _VOCABULARY].capitalize()}{member}dorp"
        passages = tuple(self._article(at, town, template, own) for at in range(1, _ARTICLES + 1))
        parties = (
            _party(f"Agentschap {self._words[family].capitalize()}", "agency"),
            _party(f"gemeente {town}", "municipality"),
        )
        place = f"{town}/{number}.pdf"
        return Paper(
            f"{number:05}", f"{number:064}", (place,), f"Protocol {family}", parties, passages=passages
        )

    def _article(self, at: int, town: str, template: random.Random, own: random.Random) -> Passage:
        words = template.choices(self._words, self._weights, k=_WORDS)
        if own.randrange(_ARTICLES) == 0:
            for _ in range(_OTHER):
                words[own.randrange(_WORDS)] = own.choice(self._words)
        words[3], words[50] = town, "artikel"
        return Passage(
            f"article {at}", "article", f"artikel {at}", f"Kop {words[0]}", at // 3 + 1, " ".join(words) + "."
        )


def _party(name: str, kind: str) -> PartyFact:
    return PartyFact(
        name=name, short_name=name, kind=kind, role="", kbo="", kbo_valid=False, seat="", representatives=()
    )


def measure(size: int) -> None:
    """Print what one archive costs."""
    archive, rules = Synthetic(size), load()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    view = kinship(archive, rules, today=TODAY, months=12)
    spent = time.process_time() - began - archive.seconds
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    changes = sum(len(member.changes) for family in view.families for member in family.members)
    print(
        f"{size:>6} stukken: {spent:6.1f} s processortijd ({1000 * spent / size:.1f} ms per stuk), "
        f"{peak // 1024} MB (vooraf {before // 1024}), {len(view.families)} families, {changes} wijzigingen"
    )


def main() -> None:
    """Measure each size in a process of its own, so that memory is its own."""
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
        return
    for size in SIZES:
        subprocess.run([sys.executable, "-m", "benchmarks.kinship_speed", str(size)], check=True)


if __name__ == "__main__":
    main()
