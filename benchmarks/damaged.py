"""What the program says of damaged texts: each protocol as plain text, damaged in every way, judged.

The text without damage is judged in the same way beside it, so that what differs comes of the damage. Each
protocol is repaired with word counts from which it has been taken out, as a new paper would be.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from benchmarks.gold import CRITERIA, Gold
from benchmarks.judging import REFUSED, Case, rules
from benchmarks.measures import exact
from benchmarks.repair import plain_text
from protocheck.engine import evaluate
from protocheck.errors import DocumentError
from protocheck.facts import state
from protocheck.ingest.read import read
from protocheck.model.package import Package, Reading
from protocheck.pipeline import study
from protocheck.repair import repair
from protocheck.repair.lexicon import Lexicon
from protocheck.segment import segment
from tests.damage import KINDS, damage, wrapped

SEED = 31
STRENGTH = "medium"
SOUND = "gaaf"
WRAPPED = "wrapped"  # printed lines, no damage: every kind below has them, so what they cost is told apart
VARIANTS = (SOUND, WRAPPED, *KINDS)
# The aim: by how many points fewer statuses may be right than on the sound text. One status in two hundred
# is left to chance, which the page shows; more breaks the run.
_CHANCE = 0.5
_NO_WORSE = 0.0
_LITTLE_WORSE = 2.0
_AIMS = {
    **dict.fromkeys(("wide", "wide-collapsed", "wide-noisy", "split"), _NO_WORSE),
    **dict.fromkeys(("hyphen", "furniture", "artefacts"), _NO_WORSE),
    **dict.fromkeys(("letters", "mix"), _LITTLE_WORSE),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """What one kind of damage does to the judgements: of `whole`, how many are right and how many alike."""

    kind: str
    whole: int
    right: int
    right_sound: int
    alike: int
    unreadable: int
    refused: int

    @property
    def points(self) -> float:
        """Return the difference of the share that is right with that of the sound text, in points."""
        return 100 * (self.right - self.right_sound) / max(self.whole, 1)

    @property
    def aim(self) -> float | None:
        """Return how many points may be lost; None when no aim was set."""
        return _AIMS.get(self.kind)

    @property
    def allowed(self) -> float:
        """Return how many points may be lost before the run fails."""
        return float("inf") if self.aim is None else max(self.aim, _CHANCE)

    @property
    def held(self) -> bool:
        """Tell whether the aim is reached; a text that reads better for its damage reaches it too."""
        return self.aim is None or self.points >= -self.aim


def judge_damaged(golds: Sequence[Gold], kinds: Sequence[str] = VARIANTS, *, jobs: int = 2) -> list[Case]:
    """Judge every protocol sound and damaged in every way, in the order of the corpus."""
    if jobs < 2 or len(golds) < 2:  # noqa: PLR2004 - one worker is no pool
        return [case for gold in golds for case in _judge_one(gold, kinds)]
    with ProcessPoolExecutor(jobs) as pool:
        return [case for cases in pool.map(_judge_one, golds, [tuple(kinds)] * len(golds)) for case in cases]


def _judge_one(gold: Gold, kinds: Sequence[str]) -> list[Case]:
    plain, known = plain_text(gold.document)
    annexes = [study(path, f"annex-{number}") for number, path in enumerate(gold.annexes, 1)]
    return [_judged(gold, kind, damaged(plain, kind, gold.slug), known, annexes) for kind in kinds]


def damaged(text: str, kind: str, slug: str) -> str:
    """Return the text with the damage; another protocol in the corpus does not move it."""
    if kind == SOUND:
        return text
    if kind == WRAPPED:
        return wrapped(text)
    return damage(text, kind, STRENGTH, SEED + zlib.crc32(slug.encode()))


def _judged(gold: Gold, kind: str, text: str, known: Lexicon, annexes: Sequence[Reading]) -> Case:
    mended = repair(read(None, data=text.encode(), name="protocol.txt"), words=known)
    outline = segment(mended)
    package = Package(Reading("protocol", mended, outline, state(outline)), tuple(annexes))
    found: dict[str, str]
    try:
        found = {result.id: result.status for result in evaluate(package, rules()).criteria}
    except DocumentError:
        found = dict.fromkeys(CRITERIA, REFUSED)
    return Case(gold.slug, gold.part, kind, gold.statuses, found)


def compared(cases: Iterable[Case]) -> list[Compared]:
    """Return a line for the sound text and for each kind of damage, in the order of `VARIANTS`."""
    every = list(cases)
    sound = {case.slug: case for case in every if case.variant == SOUND}
    return [
        _compared(kind, some, sound)
        for kind in VARIANTS
        if (some := [case for case in every if case.variant == kind])
    ]


def _compared(kind: str, some: Sequence[Case], sound: dict[str, Case]) -> Compared:
    right, whole = exact(some)
    pairs = [(case.found[id_], sound[case.slug].found[id_]) for case in some for id_ in CRITERIA]
    return Compared(
        kind=kind,
        whole=whole,
        right=right,
        right_sound=exact(sound[case.slug] for case in some)[0],
        alike=sum(found == before for found, before in pairs),
        unreadable=sum(found == "unreadable" for found, _ in pairs),
        refused=sum(found == REFUSED != before for found, before in pairs) // len(CRITERIA),
    )


def differences(cases: Iterable[Case]) -> list[tuple[str, str, str, str, str, str]]:
    """Return protocol, kind, criterion, gold, and where they differ the status before and after damage."""
    every = list(cases)
    sound = {case.slug: case for case in every if case.variant == SOUND}
    return [
        (case.slug, case.variant, id_, case.expected[id_], before, case.found[id_])
        for case in every
        for id_ in CRITERIA
        if (before := sound[case.slug].found[id_]) != case.found[id_]
    ]


def missed(cases: Iterable[Case]) -> list[str]:
    """Return in words which kinds of damage cost more than is allowed."""
    return [
        f"schade {line.kind}: {line.points:+.1f} punten, toegelaten is {-line.allowed:+.1f}"
        for line in compared(cases)
        if line.points < -line.allowed
    ]
