"""Write docs/rules.md from the rule files: `make docs`. The test of the docs compares."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from protocheck.rulebook import load
from protocheck.rulebook.rules import Criterion, Example, Pack

PAGE = Path(__file__).with_name("rules.md")

_HEAD = """\
# De regels

Deze bladzijde volgt uit de bestanden in `rules/` en wordt geschreven door `make docs`; wijzig ze niet
met de hand. `protocheck explain REGEL` toont hetzelfde voor één regel, `protocheck rules test` voert alle
voorbeelden uit.

Een criterium is *voldaan* wanneer alle onderdelen er zijn, *deels voldaan* wanneer er enkele zijn, en
*niet voldaan* wanneer er geen enkel is. Wat telt is de inhoud, waar ze ook staat. Een titel, een
inhoudstafel, een aangekruiste lijst, "nader te bepalen" of een zin die het tegendeel zegt, is geen inhoud.
"""

_STATUS = {
    "met": "voldaan",
    "partial": "deels voldaan",
    "unmet": "niet voldaan",
    "unreadable": "niet leesbaar",
}


def page() -> str:
    """Return the page for the built-in packs."""
    return "\n".join([_HEAD, *(line for pack in load().packs for line in _pack(pack))])


def _pack(pack: Pack) -> Iterator[str]:
    yield f"## {pack.title}"
    yield ""
    yield f"Pakket `{pack.id}`, versie {pack.version}."
    yield ""
    for criterion in pack.criteria:
        yield from _criterion(criterion)


def _criterion(rule: Criterion) -> Iterator[str]:
    yield f"### {rule.id}: {rule.title}"
    yield ""
    yield rule.question
    yield ""
    yield f"Bron: {'; '.join(source.cite for source in rule.sources)}."
    yield ""
    yield "Onderdelen:"
    yield ""
    yield from (f"- `{element.id}`: {element.title}" for element in rule.elements)
    yield ""
    if rule.advice:
        yield f"Wat te doen als het ontbreekt: {rule.advice.strip()}"
        yield ""
    if rule.clause:
        yield "Modeltekst:"
        yield ""
        yield from (f"> {line}".rstrip() for line in rule.clause.strip().splitlines())
        yield ""
    yield from _examples(rule.examples)


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    for status, name in _STATUS.items():
        shown = next((each for each in examples if each.status == status and not each.through), None)
        if shown is not None:
            yield f"Voorbeeld, {name}:"
            yield ""
            yield from (f"> {line}".rstrip() for line in shown.text.strip().splitlines())
            yield ""


def main() -> int:
    """Write the page, or tell whether it is current."""
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(), "utf-8")
        return 0
    current = PAGE.is_file() and PAGE.read_text("utf-8") == page()
    print("docs/rules.md is bij" if current else "docs/rules.md is verouderd: make docs")
    return 0 if current else 1


if __name__ == "__main__":
    sys.exit(main())
