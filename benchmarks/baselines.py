"""What two simple programs make of the same texts: the bar that the rules have to clear."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import yaml
from rapidfuzz import fuzz

from benchmarks.gold import CRITERIA, ROOT, Gold
from benchmarks.judging import Case
from benchmarks.measures import gaps
from benchmarks.mutants import outline_of

# Function words of the twelve titles: they stand in every article of every protocol.
_EMPTY_WORDS = frozenset(
    {
        "conform",
        "eveneens",
        "gegevens",
        "geval",
        "later",
        "mogelijks",
        "persoonsgegevens",
        "waarvoor",
        "werden",
        "worden",
        "zowel",
    }
)
_SHORTEST = 5

Score = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A way to score a title against a part of a protocol, between 0 and 1."""

    name: str
    score: Score


def title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title that say something."""
    words = re.findall(r"[^\W\d_]{1,60}", title.casefold())
    return tuple(word for word in words if len(word) >= _SHORTEST and word not in _EMPTY_WORDS)


def keyword_share(title: str, text: str) -> float:
    """Return the share of the title's words that the text holds."""
    words = title_words(title)
    folded = text.casefold()
    return sum(word in folded for word in words) / len(words)


def closest_ratio(title: str, text: str) -> float:
    """Return how close some stretch of the text comes to the title."""
    return fuzz.partial_ratio(title.casefold(), text.casefold()) / 100


BASELINES = (
    Baseline("trefwoorden uit de titels", keyword_share),
    Baseline("rapidfuzz partial_ratio van de titels", closest_ratio),
)


def titles() -> dict[str, str]:
    """Return the title of each criterion."""
    files = sorted((ROOT / "rules" / "egov-art8").glob("[0-9]*.yaml"))
    rules = [yaml.safe_load(file.read_text("utf-8")) for file in files]
    return {rule["id"]: rule["title"] for rule in rules}


def run(baseline: Baseline, golds: tuple[Gold, ...]) -> list[Case]:
    """Judge every protocol by the best score of a part, with the bound that serves the tuned part best."""
    named = titles()
    scores = {gold.slug: _scores(baseline, gold, named) for gold in golds}
    tuned = [gold for gold in golds if gold.part == "tuned"] or list(golds)
    bounds = sorted({score for gold in tuned for score in scores[gold.slug].values()})
    bound = max(bounds, key=lambda each: (_f2(_cases(tuned, scores, each)), -each), default=0.0)
    return _cases(golds, scores, bound)


def _scores(baseline: Baseline, gold: Gold, named: dict[str, str]) -> dict[str, float]:
    texts = []
    for path in (gold.document, *gold.annexes):
        outline = outline_of(path)
        texts += [segment.text_of(outline.text) for segment in outline.segments]
    return {id_: max((baseline.score(named[id_], text) for text in texts), default=0.0) for id_ in CRITERIA}


def _cases(golds: Iterable[Gold], scores: dict[str, dict[str, float]], bound: float) -> list[Case]:
    return [
        Case(
            gold.slug,
            gold.part,
            "baseline",
            gold.statuses,
            {id_: "met" if score >= bound else "unmet" for id_, score in scores[gold.slug].items()},
        )
        for gold in golds
    ]


def _f2(cases: list[Case]) -> float:
    return gaps(cases).f2 or 0.0
