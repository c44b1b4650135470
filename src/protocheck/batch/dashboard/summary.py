"""What the first page of the dashboard says in figures and in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocheck.batch.dashboard.engine import figure
from protocheck.batch.dashboard.figures import CodeRow, mean
from protocheck.batch.overview import Overview
from protocheck.batch.wording import STATES, VERDICTS
from protocheck.model.audit import State
from protocheck.report.wording import short_title

_KINDS = {"positive": "met", "conditional": "partial", "negative": "unmet"}
_NAMED = 3  # elements or codes that a sentence names


@dataclass(frozen=True, slots=True)
class Tile:
    """A key figure: its colour, the figure, of how many, what it is and what to know besides."""

    kind: str
    value: str
    of: str
    what: str
    more: str


def tiles(overview: Overview) -> list[Tile]:
    """Return the key figures."""
    judged = overview.judged
    verdicts = Counter(entry.verdict for entry in judged)
    made = [
        Tile("plain", figure(len(judged)), "", "protocollen getoetst", _seen(overview)),
        *(
            Tile(
                _KINDS[key],
                figure(verdicts[key]),
                _share(verdicts[key], len(judged)),
                _verdict(key, verdicts[key]),
                "",
            )
            for key in VERDICTS
        ),
        Tile(
            "plain",
            figure(mean(entry.count("met") for entry in judged), 1),
            f"van {len(overview.criteria)}",
            "elementen in orde",
            "gemiddeld per protocol",
        ),
        Tile(
            "unmet",
            figure(sum(entry.found.get("error", 0) for entry in judged)),
            "",
            "fouten gevonden",
            f"in {figure(sum(bool(entry.found.get('error')) for entry in judged))} protocollen",
        ),
    ]
    if overview.refused:
        counted = Counter(entry.state for entry in overview.refused)
        more = ", ".join(f"{figure(counted[state])} {_STATES[state]}" for state in State if state in counted)
        made.append(Tile("unreadable", figure(len(overview.refused)), "", "niet getoetst", more))
    return made


_STATES = {**STATES, State.OTHER: "geen protocol"}


def _verdict(key: str, count: int) -> str:
    word = "advies" if count == 1 else "adviezen"
    named = {
        "positive": ("positief advies", "positieve adviezen"),
        "negative": ("negatief advies", "negatieve adviezen"),
    }
    return named[key][count != 1] if key in named else f"{word} onder voorwaarden"


def _seen(overview: Overview) -> str:
    files = f"uit {figure(overview.files)} bestanden"
    doubles = overview.files - len(overview.entries)
    return f"{files}, {figure(doubles)} dubbel" if doubles else files


def points(overview: Overview, codes: Sequence[CodeRow]) -> list[str]:
    """Return what stands out, in sentences."""
    return [*_criteria(overview), *_findings(overview, codes), *_years(overview)] if overview.judged else []


def _criteria(overview: Overview) -> Iterator[str]:
    total = len(overview.judged)
    whole = sum(not entry.gaps for entry in overview.judged)
    yield (
        f"In {figure(whole)} van de {figure(total)} protocollen ({_percent(whole, total)}) "
        "zijn alle elementen in orde."
    )
    counted = [
        (sum(entry.statuses.get(criterion.id) == "unmet" for entry in overview.judged), criterion)
        for criterion in overview.criteria
    ]
    worst = sorted((pair for pair in counted if pair[0]), key=lambda pair: (-pair[0], pair[1].number))[
        :_NAMED
    ]
    if worst:
        named = _row([f"{short_title(each)} ({_percent(count, total)})" for count, each in worst])
        yield f"Wat het vaakst ontbreekt: {named}."


def _findings(overview: Overview, codes: Sequence[CodeRow]) -> Iterator[str]:
    errors = [row for row in codes if row.severity == "error"][:_NAMED]
    if errors:
        total = len(overview.judged)
        named = _row(
            [f"{_lower(row.title)} ({row.code}, {_percent(row.documents, total)})" for row in errors]
        )
        yield f"De fouten die in de meeste protocollen voorkomen: {named}."


def _years(overview: Overview) -> Iterator[str]:
    dated = [entry for entry in overview.judged if entry.year]
    if len({entry.year for entry in dated}) < 2:  # noqa: PLR2004 - one year has no course
        return
    years = sorted({entry.year for entry in dated if entry.year})
    middle = sorted(entry.year for entry in dated if entry.year)[len(dated) // 2]
    older = [entry for entry in dated if entry.year and entry.year < middle]
    newer = [entry for entry in dated if entry.year and entry.year >= middle]
    if older and newer:
        before, after = (mean(entry.gaps for entry in part) for part in (older, newer))
        yield (
            f"Protocollen van {middle} en later hebben gemiddeld {figure(after, 1)} elementen "
            f"die niet in orde zijn, oudere (vanaf {years[0]}) {figure(before, 1)}."
        )


def account(overview: Overview) -> Iterator[str]:
    """Yield how this overview came about, and what it does not tell."""
    for version, digest, packs in overview.rules():
        yield f"Getoetst met protocheck {version} en de regels {packs.replace(' ', ', ')} ({digest[:19]})."
    if overview.waiting:
        yield (
            f"Er wachten nog {figure(overview.waiting)} bestanden op een oordeel: de audit is niet af. "
            "Geef dezelfde opdracht opnieuw om verder te gaan."
        )
    bad = sum(1 for entry in overview.judged if entry.count("unreadable"))
    if bad:
        yield (
            f"Van {figure(bad)} protocollen is een deel te slecht leesbaar "
            "om te zeggen dat er iets ontbreekt."
        )
    recognised = sum(1 for entry in overview.judged if entry.method == "ocr")
    if recognised:
        yield (
            f"Van {figure(recognised)} protocollen is de tekst herkend op een scan. "
            "Kijk een element dat daar ontbreekt, zelf na."
        )
    yield (
        "De pagina van een document toont de herstelde tekst en geen beelden van de bladzijden: "
        "zo blijft ook een groot archief licht. Met protocheck advise en -o advies.html krijgt u "
        "één document met zijn bladzijden."
    )


def _share(count: int, total: int) -> str:
    return f"({_percent(count, total)})" if total else ""


def _percent(count: int, total: int) -> str:
    return f"{round(100 * count / total) if total else 0}\u00a0%"  # on one line with its sign


def _row(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
