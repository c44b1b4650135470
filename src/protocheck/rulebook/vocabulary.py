"""The words that rules share: names of terms with their phrases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from protocheck.match.patterns import PatternError, parse
from protocheck.rulebook.schema import VocabularyFile
from protocheck.rulebook.source import Faults, read

# '|' joins single words: 'opmaken|op te maken' asks for [opmaken or op] [te] [maken].
_TORN = re.compile(r"\|(?:aan|af|bij|door|in|mee|na|om|op|over|recht|toe|uit|vast|voor|weg) te \S")


def vocabulary(directory: Path, faults: Faults) -> dict[str, tuple[str, ...]]:
    """Read the shared vocabulary: '$name' to its phrases, names of other terms filled in."""
    raw: dict[str, list[str]] = {}
    origin: dict[str, Path] = {}
    for path in sorted(directory.glob("*.yaml")):
        content = read(path, VocabularyFile, faults)
        for name, phrases in (content.terms if content else {}).items():
            if f"${name}" in raw:
                other = origin[f"${name}"].name
                faults.point(path, ("terms", name), f"de term ${name} staat al in {other}")
            raw[f"${name}"], origin[f"${name}"] = phrases, path
    whole = not faults.found
    for name, path in origin.items():
        check_list(raw[name], raw if whole else None, faults, path, ("terms", name[1:]))
    return {name: expanded(name, raw) for name in raw}


def check_list(
    phrases: list[str],
    known: Mapping[str, list[str]] | None,
    faults: Faults,
    path: Path,
    where: tuple[str, str],
) -> None:
    """Note what is wrong in a list of phrases: one that cannot be read or stands twice, a name of no term."""
    seen: set[object] = set()
    for number, phrase in enumerate(phrases):
        try:
            meaning = phrase if phrase.startswith("$") else parse(phrase)
        except PatternError as fault:
            faults.point(path, (*where, number), str(fault))
            continue
        if _TORN.search(phrase):
            what = f"{phrase!r}: '|' scheidt losse woorden; geef 'op te maken' een eigen regel"
            faults.point(path, (*where, number), what)
        if phrase.startswith("$") and known is not None and phrase not in known:
            faults.point(path, (*where, number), f"de term {phrase} bestaat niet")
        if meaning in seen:
            faults.point(path, (*where, number), f"{phrase!r} staat er twee keer in")
        seen.add(meaning)


def expanded(name: str, raw: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the phrases of a term, those of the terms it names filled in."""
    found: dict[str, None] = {}
    todo, seen = [name], set()
    while todo:
        current = todo.pop(0)
        if current in seen:
            continue
        seen.add(current)
        for phrase in raw.get(current, ()):
            if phrase.startswith("$"):
                todo.append(phrase)
            else:
                found[phrase] = None
    return tuple(found)
