"""The view over an archive in words: a few Dutch lines for the terminal, and JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.advice.dutch import counted
from protocheck.language import day
from protocheck.model.kinship import Due, Kinship
from protocheck.report.json_text import written

SCHEMA = "protocheck/kinship@1"
_NEXT = 5  # days due that are named; the dashboard and the calendar hold all


def lines(kinship: Kinship) -> list[str]:
    """Return what there is to tell, one fact a line; nothing where there is nothing."""
    return [*_families(kinship), *_leftovers(kinship), *_pairs(kinship), *_due(kinship)]


def as_json(kinship: Kinship) -> str:
    """Return the whole view as JSON; all of it has to be in memory for that."""
    whole = replace(
        kinship,
        families=tuple(replace(each, members=tuple(each.members)) for each in kinship.families),
        leftovers=tuple(kinship.leftovers),
        pairs=tuple(kinship.pairs),
        alone=tuple(kinship.alone),
        due=tuple(kinship.due),
    )
    return written(whole, SCHEMA)


def _families(kinship: Kinship) -> Iterator[str]:
    if kinship.families:
        members = sum(len(each.members) for each in kinship.families)
        count = counted(len(kinship.families), "familie", "families")
        yield f"{count} van protocollen met dezelfde tekst als grondslag, samen {members} documenten."


def _leftovers(kinship: Kinship) -> Iterator[str]:
    if kinship.leftovers:
        new = sum(not each.reported for each in kinship.leftovers)
        papers = counted(len({each.paper for each in kinship.leftovers}), "document", "documenten")
        found = counted(len(kinship.leftovers), "spoor", "sporen")
        yield (
            f"{found} van een partij van een ander protocol (P403) in {papers};"
            f" {new} daarvan toont het advies over het document zelf niet."
        )


def _pairs(kinship: Kinship) -> Iterator[str]:
    kinds = Counter(each.kind for each in kinship.pairs)
    other = sum(each.kind == "copies" and bool(each.differences) for each in kinship.pairs)
    if kinds["copies"]:
        yield (
            f"{counted(kinds['copies'], 'protocol', 'protocollen')} in twee exemplaren,"
            f" waarvan {other} met verschillen."
        )
    if kinds["versions"]:
        yield f"{counted(kinds['versions'], 'protocol', 'protocollen')} in een vroegere en een latere versie."
    if kinship.alone:
        yield (
            f"{counted(len(kinship.alone), 'protocol', 'protocollen')} alleen bij één partij gevonden,"
            " terwijl het archief stukken van de andere bevat."
        )


def _due(kinship: Kinship) -> Iterator[str]:
    kinds: Counter[str] = Counter()
    coming: list[Due] = []
    for each in kinship.due:
        if not each.replaced_by:
            kinds[each.kind] += 1
            if each.day >= kinship.today and len(coming) < _NEXT:
                coming.append(each)
    if not kinds:
        return
    yield (
        f"Op {day(kinship.today)}: afgelopen {kinds['ended']}, aflopend binnen"
        f" {counted(kinship.months, 'maand', 'maanden')} {kinds['ends']}, te evalueren {kinds['evaluation']}."
    )
    yield from (f"  {line}" for line in _named(coming))


def _named(found: Sequence[Due]) -> Iterator[str]:
    for each in found:
        title = each.title or ", ".join(each.parties)
        yield f"{each.day.isoformat()}  {each.summary} ({' '.join(title.split())})"
