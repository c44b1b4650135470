"""The view over an archive in words: a few Dutch lines for the terminal, and JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.advice.dutch import shorten
from protocheck.language import day
from protocheck.model.kinship import Due, Kinship
from protocheck.report.json_text import described, written

SCHEMA = "protocheck/kinship@1"
_TITLE = 80  # characters of a title that is named
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


def schema() -> str:
    """Return the JSON Schema of that."""
    return described(Kinship, SCHEMA, "the view over an archive, version 1: keys are only ever added")


def _counted(count: int, one: str, more: str) -> str:
    """Return a number in figures, as in every other line of the summary, with what is counted."""
    return f"{_figures(count)} {one if count == 1 else more}"


def _figures(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _families(kinship: Kinship) -> Iterator[str]:
    if kinship.families:
        members = sum(len(each.members) for each in kinship.families)
        count = _counted(len(kinship.families), "familie", "families")
        whole = _counted(members, "document", "documenten")
        yield f"{count} van protocollen met dezelfde tekst als grondslag, samen {whole}."


def _leftovers(kinship: Kinship) -> Iterator[str]:
    if kinship.leftovers:
        new = sum(not each.reported for each in kinship.leftovers)
        papers = _counted(len({each.paper for each in kinship.leftovers}), "document", "documenten")
        found = _counted(len(kinship.leftovers), "spoor", "sporen")
        yield (
            f"{found} van een partij van een ander protocol (P403) in {papers};"
            f" {_figures(new)} daarvan toont het advies over het document zelf niet."
        )


def _pairs(kinship: Kinship) -> Iterator[str]:
    kinds = Counter(each.kind for each in kinship.pairs)
    other = sum(each.kind == "copies" and bool(each.differences) for each in kinship.pairs)
    if kinds["copies"]:
        yield (
            f"{_counted(kinds['copies'], 'protocol', 'protocollen')} in twee exemplaren,"
            f" waarvan {_figures(other)} met verschillen."
        )
    if kinds["versions"]:
        count = _counted(kinds["versions"], "protocol", "protocollen")
        yield f"{count} in een vroegere en een latere versie."
    if kinship.alone:
        yield (
            f"{_counted(len(kinship.alone), 'protocol', 'protocollen')} alleen bij één partij gevonden,"
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
    ended, ends, evaluation = (_figures(kinds[kind]) for kind in ("ended", "ends", "evaluation"))
    ahead = _counted(kinship.months, "maand", "maanden")
    yield (
        f"Op {day(kinship.today)}: {ended} afgelopen, {ends} aflopend binnen {ahead},"
        f" {evaluation} te evalueren."
    )
    yield from (f"  {line}" for line in _named(coming))


def _named(found: Sequence[Due]) -> Iterator[str]:
    for each in found:
        title = each.title or ", ".join(each.parties)
        yield f"{each.day.isoformat()}  {each.summary} ({shorten(title, _TITLE)})"
