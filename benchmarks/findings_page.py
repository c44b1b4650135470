"""The section on findings of docs/accuracy.md, in Dutch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.findings import PARTS, Draft, Score, share

_INTRODUCTION = """\
## Bevindingen voor de ondertekening

`protocheck lint` op de ontwerpen in `corpus/concepten`: verzonnen ontwerpen waarin een jurist vooraf elke
fout heeft aangewezen, en elke plaats die erop lijkt maar geen fout is (*gelijkenis*). Het achtergehouden
deel is geschreven zonder de regels te kennen; wie regels schrijft, leest het niet.
"""


def section(drafts: Sequence[Draft], scores: Mapping[str, Score]) -> str:
    """Return the section: both parts side by side, then each code."""
    total = {part: _total(part, drafts, scores) for part in PARTS}
    number = {part: sum(draft.part == part for draft in drafts) for part in PARTS}
    rows = [
        ("ontwerpen", [str(number[part]) for part in PARTS]),
        ("fouten volgens de lezer", [str(s.found.total() + s.missed.total()) for s in total.values()]),
        ("precisie", [_percent(s.precision) for s in total.values()]),
        ("trefkans", [_percent(s.recall) for s in total.values()]),
        ("op de juiste regel", [_percent(share(s.placed.total(), s.found.total())) for s in total.values()]),
        ("gelijkenissen ten onrechte gemeld", [f"{s.fired} van {s.lookalikes}" for s in total.values()]),
    ]
    return "\n".join(
        [
            _INTRODUCTION,
            "| | afgesteld | achtergehouden |",
            "|---|---:|---:|",
            *(f"| {name} | {' | '.join(values)} |" for name, values in rows),
            "",
            *_codes(total),
        ]
    )


def _codes(total: Mapping[str, Score]) -> list[str]:
    codes = sorted({code for s in total.values() for code in (*s.found, *s.missed, *s.false)})
    lines = [
        "| code | afgesteld: goed | gemist | vals | achtergehouden: goed | gemist | vals |",
        "|---|" + "---:|" * 6,
    ]
    for code in codes:
        cells = [str(counts[code]) for s in total.values() for counts in (s.found, s.missed, s.false)]
        lines.append(f"| {code} | {' | '.join(cells)} |")
    return [*lines, ""]


def _total(part: str, drafts: Sequence[Draft], scores: Mapping[str, Score]) -> Score:
    total = Score()
    for draft in drafts:
        if draft.part == part:
            total.add(scores[draft.slug])
    return total


def _percent(value: float) -> str:
    return f"{100 * value:.1f} %".replace(".", ",")
