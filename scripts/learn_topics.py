"""Count how much each word tells of what an article is about: rules/egov-art8/onderwerpen.tsv.

    python -m scripts.learn_topics            writes the file
    python -m scripts.learn_topics --check    judges each eighth of the papers by the words of the others

Only the tuned part of the corpus is read. An article is about a criterion when the gold cites it for a
criterion that is met, in whole or in part. The weight of a word is the logarithm of how much more often it
stands in articles about the criterion than in others (half an article added to each count), at most 3 either
way; rare words have none.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gold import CRITERIA, Gold, corpus
from protocheck.engine.evaluate import finder_of
from protocheck.engine.terms import Terms
from protocheck.engine.topics import score
from protocheck.model.package import Reading
from protocheck.pipeline import study
from protocheck.rulebook import load
from protocheck.rulebook.rules import TABLE

_PACK = Path(__file__).parents[1] / "rules" / "egov-art8"
_FEWEST_PAPERS = 4  # in which a word must stand: others tell of one paper, not of a subject
_ADDED = 0.5
_MOST = 3.0
_LEAST = 0.3  # a word that tells less is not written down
_FOLDS = 8

Weights = dict[str, dict[str, float]]  # by criterion, by stem


@dataclass(frozen=True, slots=True)
class Part:
    """An article of the corpus: its stems, and the criteria that it is about."""

    paper: str
    tokens: frozenset[str]
    about: frozenset[str]


def parts() -> list[Part]:
    """Return every article, recital and annex of the tuned papers."""
    return [part for gold in corpus() if gold.part == "tuned" for part in _of_paper(gold)]


def _of_paper(gold: Gold) -> Iterator[Part]:
    paths = (gold.document, *gold.annexes)
    for number, path in enumerate(paths):
        reading = study(path, f"annex-{number}" if number else "protocol")
        yield from _of_document(gold, reading, number)


def _of_document(gold: Gold, reading: Reading, annex: int) -> Iterator[Part]:
    terms = Terms(reading, finder_of(load()))
    homes = {sentence.home.span: sentence.home for sentence in terms.sentences}
    for home in homes.values():
        ref = f"annex {annex}, {home.ref}" if annex else home.ref
        about = {
            name
            for name in CRITERIA
            if gold.criteria[name].status != "unmet" and any(_same(ref, r) for r in gold.criteria[name].refs)
        }
        yield Part(gold.slug, terms.parts.tokens(home), frozenset(about))


def _same(ref: str, cited: str) -> bool:
    """Tell whether the gold cites this part, the part that holds it or one inside it."""
    return ref == cited or cited.startswith(f"{ref}.") or ref.startswith(f"{cited}.")


def learned(given: Sequence[Part]) -> Weights:
    """Return the weight of each word for each criterion."""
    held = Counter(token for part in given for token in part.tokens)
    papers = Counter(
        token for _paper, token in {(part.paper, token) for part in given for token in part.tokens}
    )
    known = sorted(token for token, count in papers.items() if count >= _FEWEST_PAPERS)
    found: Weights = {}
    for name in CRITERIA:
        own = [part for part in given if name in part.about]
        inside = Counter(token for part in own for token in part.tokens)
        others = len(given) - len(own)
        found[name] = {
            token: _weight(inside[token], len(own), held[token] - inside[token], others) for token in known
        }
    return found


def _weight(inside: int, own: int, outside: int, others: int) -> float:
    told = math.log((inside + _ADDED) / (own + 2 * _ADDED))
    told -= math.log((outside + _ADDED) / (others + 2 * _ADDED))
    return round(max(-_MOST, min(_MOST, told)), 2)


def write(weights: Weights) -> None:
    """Write a row a word, a column a criterion that asks for it; an empty cell tells nothing.

    A criterion that asks for the first time needs an empty column before this can run.
    """
    names = [criterion.id for criterion in load().criteria if criterion.topic]
    words = sorted({word for name in names for word in weights[name]})
    rows = ["\t".join(("woord", *names))]
    for word in words:
        cells = [weights[name][word] for name in names]
        if any(abs(cell) >= _LEAST for cell in cells):
            rows.append("\t".join((word, *(f"{c:g}" if abs(c) >= _LEAST else "" for c in cells))))
    (_PACK / TABLE).write_text("\n".join(rows) + "\n", "utf-8")


def check(given: Sequence[Part]) -> None:
    """Print how well the words of other papers tell what an article is about, from each score on."""
    papers = sorted({part.paper for part in given})
    fold = {paper: number % _FOLDS for number, paper in enumerate(papers)}
    told: list[tuple[Part, dict[str, float]]] = []
    for number in range(_FOLDS):
        weights = learned([part for part in given if fold[part.paper] != number])
        told += [
            (part, {name: score(part.tokens, weights[name]) for name in CRITERIA})
            for part in given
            if fold[part.paper] == number
        ]
    for name in CRITERIA:
        for start in (2, 3, 4, 5, 6):
            found = [name in part.about for part, scores in told if scores[name] >= start]
            every = sum(name in part.about for part, _scores in told)
            print(
                f"{name} vanaf {start}: {sum(found)} van {every} gevonden, {len(found) - sum(found)} andere"
            )


def main() -> None:
    """Learn, or check what was learned."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    given = parts()
    if parser.parse_args().check:
        check(given)
    else:
        write(learned(given))


if __name__ == "__main__":
    main()
