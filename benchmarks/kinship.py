"""How well the view over an archive finds what was put there: `python -m benchmarks.kinship`."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

from benchmarks.archives import TODAY, Made, archive
from protocheck.batch.kinship import of_store
from protocheck.batch.store import Reader
from protocheck.match.words import fold
from protocheck.model.kinship import Kinship
from protocheck.rulebook import load
from tests.audited import fill


def measured(made: Made, folder: Path) -> tuple[Kinship, Mapping[str, frozenset[str]]]:
    """Judge an archive and return the view over it, with the places of each paper."""
    store = fill(
        folder / "audit.sqlite", ((place, text.encode()) for place, text in sorted(made.papers.items()))
    )
    with Reader(store) as reader:
        began = time.perf_counter()
        view = of_store(reader.connection, load(), today=TODAY)
        print(f"de blik over het archief: {time.perf_counter() - began:.1f} s voor {view.papers} stukken")
        rows = reader.connection.execute("SELECT judgement, place FROM documents").fetchall()
    places: dict[str, set[str]] = {}
    for paper, place in rows:
        places.setdefault(paper, set()).add(place)
    return view, {paper: frozenset(held) for paper, held in places.items()}


def scored(name: str, wanted: Iterable[object], found: Iterable[object]) -> tuple[set[object], set[object]]:
    """Print precision and recall; return what was missed and what is wrong."""
    gold, got = set(wanted), set(found)
    right = len(gold & got)
    precision = right / len(got) if got else 1.0
    recall = right / len(gold) if gold else 1.0
    print(f"{name}: {len(gold)} verwacht, {len(got)} gevonden; precisie {precision:.3f}, vangst {recall:.3f}")
    return gold - got, got - gold


def report(made: Made, view: Kinship, places: Mapping[str, frozenset[str]], *, loud: bool = False) -> None:
    """Print how well each part of the view agrees with what was put there."""
    kin = [
        pair
        for family in view.families
        for pair in combinations(sorted(place for each in family.members for place in places[each.paper]), 2)
    ]
    groups: dict[str, list[str]] = {}
    for place, name in made.families.items():
        groups.setdefault(name, []).append(place)
    together = [pair for held in groups.values() for pair in combinations(sorted(held), 2)]
    left = {
        (place, town, each.kind)
        for each in view.leftovers
        for place in places[each.paper]
        for town in [next((t for _, t, _ in made.leftovers if fold(t) in fold(each.body)), each.body)]
    }
    pairs = [tuple(sorted((each.first_at, each.second_at))) for each in view.pairs]
    alone = {place for each in view.alone for place in places[each.paper]}
    for name, wanted, found in (
        ("families, als paren van leden", together, kin),
        ("resten van een ander protocol", made.leftovers, left),
        ("exemplaren van hetzelfde protocol", made.pairs, pairs),
        ("alleen bij één partij gevonden", made.alone, alone),
    ):
        missed, wrong = scored(name, wanted, found)
        if loud:
            for each in sorted(map(str, missed)):
                print("   gemist:", each)
            for each in sorted(map(str, wrong)):
                print("   ten onrechte:", each)
    _changes(made, view, places, loud=loud)


def _changes(made: Made, view: Kinship, places: Mapping[str, frozenset[str]], *, loud: bool) -> None:
    """Print for how many siblings the one clause left out or changed is told, and what more is."""
    found = {
        place: each for family in view.families for each in family.members for place in places[each.paper]
    }
    touched = {place: kind for place, kind in made.changes.items() if kind and place in found}
    told = {p for p, kind in touched.items() if any(change.kind == kind for change in found[p].changes)}
    clean = [place for place, kind in made.changes.items() if not kind and place in found]
    extra = sum(len(found[place].changes) for place in clean)
    print(f"clausules: bij {len(told)} van {len(touched)} gewijzigde leden gemeld")
    print(
        f"ongewijzigde leden: {extra} meldingen bij {len(clean)} leden, ook van de zinnen die erin gezet zijn"
    )
    if loud:
        for place in sorted(set(touched) - told):
            print("   niet gemeld:", place, touched[place], [(c.kind, c.label) for c in found[place].changes])


def main() -> None:
    """Make an archive, judge it, and print how well it is seen."""
    made = archive(int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdecimal() else 1)
    print(f"{len(made.papers)} stukken, {len(set(made.families.values()))} families")
    with tempfile.TemporaryDirectory() as folder:
        view, places = measured(made, Path(folder))
    report(made, view, places, loud="-v" in sys.argv)


if __name__ == "__main__":
    main()
