"""The list of judgements that are known to be wrong: it may only shrink, and never in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.gold import CORPUS, CRITERIA
from benchmarks.judging import FORMATS, REFUSED, TEXT, Case
from benchmarks.mutants import CONTENTS

FILE = CORPUS / "known_failures.yaml"
VERDICT = "verdict"
MUTANT = "mutant"
_HEAD = """\
# Oordelen die nu nog fout zijn. `make accuracy` faalt op een fout die hier niet staat, en ook op een
# die hier staat maar niet meer voorkomt. Van het achtergehouden deel staat hier alleen hoeveel.
"""


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A judgement that differs from the gold; `criterion` is 'verdict' for the verdict."""

    slug: str
    variant: str
    criterion: str
    expected: str = ""
    found: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what identifies it, whatever came out."""
        return (self.slug, self.variant, self.criterion)

    @property
    def kind(self) -> str:
        """Return 'tekst', the format, or 'mutant'."""
        return self.variant if self.variant in {TEXT, *FORMATS} else MUTANT


@dataclass(frozen=True, slots=True)
class Known:
    """The list: by place for the tuned part, with a reason; by number for the held-back part."""

    tuned: dict[tuple[str, str, str], str]
    heldback: dict[tuple[str, str, str], int]


def failures(cases: Iterable[Case]) -> list[Failure]:
    """Return every judgement that differs from the gold.

    What is wrong in the text itself is told once: a format or a mutant that repeats the same wrong
    judgement of the same expectation adds nothing.
    """
    every = list(cases)
    originals = {case.slug: case for case in every if case.variant == TEXT}
    return [
        Failure(case.slug, case.variant, what, expected, found)
        for case in every
        for what, expected, found in _judgements(case)
        if expected != found
        and (case.variant == TEXT or (what, expected, found) not in _judgements(originals.get(case.slug)))
    ]


def _judgements(case: Case | None) -> list[tuple[str, str, str]]:
    """Return what was judged, what was expected and what was found."""
    if case is None:
        return []
    statuses = [(id_, case.expected[id_], case.found[id_]) for id_ in CRITERIA]
    return [*statuses, (VERDICT, case.expected_verdict, case.found_verdict)]


def read_known(path: Path = FILE) -> Known:
    """Read the list; no file is an empty list."""
    raw: dict[str, Any] = (yaml.safe_load(path.read_text("utf-8")) if path.is_file() else None) or {}
    tuned = {
        (row["protocol"], row["variant"], row["criterion"]): row["why"] for row in raw.get("tuned") or ()
    }
    heldback = {
        (row["protocol"], row["kind"], row["criterion"]): row["count"] for row in raw.get("heldback") or ()
    }
    return Known(tuned, heldback)


def compare(cases: list[Case], known: Known) -> list[str]:
    """Return what differs between the run and the list, in words; empty when nothing does.

    Only what was run is compared, so a run over one protocol or one format can be green.
    """
    tuned_cases = [case for case in cases if case.part == "tuned"]
    heldback_cases = [case for case in cases if case.part == "heldback"]
    return _compare_tuned(tuned_cases, known) + _compare_heldback(heldback_cases, known)


def _compare_tuned(cases: list[Case], known: Known) -> list[str]:
    wrong = {failure.key: failure for failure in failures(cases)}
    run = {(case.slug, case.variant) for case in cases}
    told = [
        f"nieuwe fout: {f.slug}, {f.variant}: {f.criterion} moet {f.expected} zijn, is {f.found}"
        for key, f in sorted(wrong.items())
        if key not in known.tuned
    ]
    slugs = {case.slug for case in cases}
    with_mutants = {case.slug for case in cases if case.variant not in {TEXT, *FORMATS}}
    with_contents = {case.slug for case in cases if case.variant.endswith(CONTENTS)}
    for slug, variant, criterion in sorted(known.tuned):
        if (slug, variant) not in run and slug not in with_mutants:
            continue
        if variant.endswith(CONTENTS) and slug not in with_contents:
            continue
        if slug in slugs and (slug, variant) not in run and variant not in FORMATS:
            told.append(f"de lijst noemt een variant die niet bestaat: {slug}, {variant}")
        elif (slug, variant) in run and (slug, variant, criterion) not in wrong:
            told.append(f"niet meer fout, schrap uit de lijst: {slug}, {variant}: {criterion}")
    return told


def _compare_heldback(cases: list[Case], known: Known) -> list[str]:
    wrong = count(failures(cases))
    run = {(case.slug, Failure(case.slug, case.variant, "").kind) for case in cases}
    listed = {key: number for key, number in known.heldback.items() if key[:2] in run}
    return [
        f"achtergehouden: {' '.join(key)}: {wrong[key]} fout, de lijst zegt {listed.get(key, 0)}"
        for key in sorted({*wrong, *listed})
        if wrong[key] != listed.get(key, 0)
    ]


def count(wrong: Iterable[Failure]) -> Counter[tuple[str, str, str]]:
    """Count the failures per protocol, kind of text and criterion."""
    return Counter((f.slug, f.kind, f.criterion) for f in wrong)


def accept(cases: list[Case], known: Known, path: Path = FILE) -> None:
    """Write the failures of a whole run as the list; reasons given before are kept."""
    tuned = failures(case for case in cases if case.part == "tuned")
    heldback = count(failures(case for case in cases if case.part == "heldback"))
    rows = {
        "tuned": [
            {
                "protocol": f.slug,
                "variant": f.variant,
                "criterion": f.criterion,
                "why": known.tuned.get(f.key, "nog te bekijken"),
            }
            for f in sorted(tuned)
        ],
        "heldback": [
            {"protocol": slug, "kind": kind, "criterion": criterion, "count": number}
            for (slug, kind, criterion), number in sorted(heldback.items())
        ],
    }
    body = yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None)
    path.write_text(_HEAD + body, "utf-8")


def refused(cases: Iterable[Case]) -> list[Case]:
    """Return the cases that the program would not judge, or whose mutation found no place."""
    return [case for case in cases if REFUSED in case.found.values()]
