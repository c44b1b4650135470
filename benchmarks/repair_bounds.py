"""The bounds on repair, one line each, as `make bench` prints them: how much is mended, broken, and how fast.

Time is the processor time of the faster of two runs. How fast the machine is, is told by wordninja on the
same texts in the same run: its time on the machine where the bounds were set makes them portable.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks import repair
from benchmarks.bound import Line
from benchmarks.repair import Score, by_damage
from benchmarks.repair_peers import PEERS
from tests.damage import KINDS

SEED = 31
# The damage is drawn anew to see whether a bound holds by chance; the first draw is timed as well.
DRAWS = ((SEED, 2), (5, 1), (8, 1))
PEER_KINDS = ("wide-collapsed", "split", "drop")
# Milliseconds that wordninja takes for a page of the text damaged by KIND where 15 and 2 ms were set.
NINJA_KIND = "wide-collapsed"
NINJA_MS = 30.0


def lines(*, manuals: bool = True) -> Iterator[Line]:
    """Measure everything and yield the bounds one by one."""
    speed = 1.0
    for name, make in PEERS.items():
        mend = make()
        for kind in PEER_KINDS:
            score = by_damage(kind, "medium", SEED, mend, runs=1)
            yield _peer(name, kind, score)
            if (name, kind) == ("wordninja", NINJA_KIND):
                speed = max(score.page_ms / NINJA_MS, 1.0)
    for kind in KINDS:
        yield from _damage(kind, [by_damage(kind, "medium", seed, runs=runs) for seed, runs in DRAWS], speed)
    yield _clean(speed)
    if manuals:
        yield from _manuals()


def _peer(name: str, kind: str, score: Score) -> Line:
    """Tell what a peer makes of the same text; it has no bound."""
    return Line(f"{kind}: {_figures(score)}, {score.page_ms:.1f} ms per bladzijde: {name}", held=True)


def _figures(score: Score) -> str:
    return f"{score.mended_share:.1f} % hersteld, {score.broken_rate:.2f} op 1000 stukgemaakt"


def _damage(kind: str, scores: Sequence[Score], speed: float) -> Iterator[Line]:
    """Tell the worst of the draws; the time is that of the first, which ran twice."""
    least, most = repair.BOUNDS.get(kind, 0.0), repair.BROKEN_BOUND
    mended = min(score.mended_share for score in scores)
    broken = max(score.broken_rate for score in scores)
    bound = f"minstens {least:.0f} %" if least else "geen grens op het aandeel"
    text = (
        f"{kind}, slechtste van {len(scores)} trekkingen: {mended:.1f} % hersteld, "
        f"{broken:.2f} op 1000 stukgemaakt; {bound}, hoogstens {most:g} op 1000"
    )
    yield Line(text, mended >= least and broken <= most)
    yield _time(kind, scores[0].page_ms, repair.DAMAGED_MS, speed)


def _time(what: str, page_ms: float, bound: float, speed: float) -> Line:
    allowed = bound * speed
    slower = f", dat is {bound:g} ms op een {speed:.2f} maal zo trage machine" if speed > 1 else ""
    text = f"{what}: {page_ms:.1f} ms per bladzijde van 400 woorden; hoogstens {allowed:.1f} ms{slower}"
    return Line(text, page_ms <= allowed)


def _clean(speed: float) -> Line:
    score = repair.on_clean()
    timed = _time("gave protocollen", score.page_ms, repair.CLEAN_MS, speed)
    few = len(score.broke) <= repair.FALSE_BOUND * score.words
    text = f"{timed.text}; {len(score.broke)} wijzigingen op {score.words} woorden, hoogstens 1 op 20000"
    return Line(text, timed.held and few)


def _manuals() -> Iterator[Line]:
    for name, patterns in repair.MANUALS.items():
        words, changed, page_ms = repair.false_changes(patterns, 0)
        if not words:
            text = f"handleidingen ({name}): niet aanwezig, overgeslagen (apt-get install {repair.PACKAGES})"
            yield Line(text, held=True)
            continue
        text = (
            f"{changed} wijzigingen op {words} woorden, hoogstens 1 op 20000; {page_ms:.1f} ms per bladzijde"
        )
        yield Line(f"handleidingen ({name}): {text}", changed <= repair.FALSE_BOUND * words)
