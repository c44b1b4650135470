"""Write what the docs take from the program: `make docs`. The test of the docs compares.

That is docs/rules.md, from the rule files, the schema in docs/store.md, the output that README.md shows,
rules/schema.json, which editors read, and the schemas of what the program prints.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from docs import store_page
from protocheck.advice.dutch import capital
from protocheck.advice.templates import fill, sentence
from protocheck.batch import told
from protocheck.batch.kinship import tell
from protocheck.model.outcome import Status
from protocheck.report import as_json, lint_wording, wording
from protocheck.report.compare_json import schema as compare_schema
from protocheck.report.lint_json import schema as lint_schema
from protocheck.rulebook import load
from protocheck.rulebook.rules import Criterion, Example, FindingRule, Pack
from protocheck.rulebook.schema import json_schema

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "rules.md"
README = ROOT / "README.md"
SCHEMA = ROOT / "rules" / "schema.json"
ADVICE_SCHEMA = ROOT / "docs" / "schema" / "advice-1.schema.json"
LINT_SCHEMA = ROOT / "docs" / "schema" / "lint-1.schema.json"
COMPARE_SCHEMA = ROOT / "docs" / "schema" / "compare-1.schema.json"
AUDIT_SCHEMA = ROOT / "docs" / "schema" / "audit-1.schema.json"
SEARCH_SCHEMA = ROOT / "docs" / "schema" / "search-1.schema.json"
KINSHIP_SCHEMA = ROOT / "docs" / "schema" / "kinship-1.schema.json"
WIDTH = 100

_SHOWN = re.compile(
    r"(<!-- uitvoer: protocheck ([^\n]{1,200}) -->\n)(.*?)(<!-- einde uitvoer -->)", re.DOTALL
)

_PLACEHOLDER = re.compile(r"\{\{[^{}]{0,80}\}\}")
_HEAD = """\
# De regels

Deze bladzijde volgt uit de bestanden in `rules/` en wordt geschreven door `make docs`; wijzig ze niet
met de hand. `protocheck explain REGEL` toont hetzelfde voor één regel, `protocheck rules test` voert alle
voorbeelden uit.

Een criterium is *in orde* wanneer alle onderdelen er zijn, *onvolledig* wanneer er enkele zijn, en het
*ontbreekt* wanneer er geen enkel is. Wat telt is de inhoud, waar ze ook staat. Een titel, een
inhoudstafel, een aangekruiste lijst, "nader te bepalen" of een zin die het tegendeel zegt, is geen inhoud.

Een bevinding (`protocheck lint`) is iets dat voor de ondertekening verbeterd wordt: een *fout* moet, een
*waarschuwing* hoort, een *opmerking* mag.
"""

_STATUSES: tuple[Status, ...] = ("met", "partial", "unmet", "unreadable")


def page() -> str:
    """Return the page for the built-in packs."""
    return "\n".join([_HEAD, *(line for pack in load().packs for line in _pack(pack))])


def _pack(pack: Pack) -> Iterator[str]:
    yield f"## {pack.title}"
    yield ""
    yield f"Pakket `{pack.id}`, versie {pack.version}."
    yield ""
    if pack.applies_when:
        yield f"Geldt niet voor elk protocol; anders meldt het programma: {pack.applies_when.otherwise}"
        yield ""
    for criterion in pack.criteria:
        yield from _criterion(criterion)
    for rule in pack.findings:
        yield from _finding(rule)


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
        yield f"Wat te doen als het ontbreekt: {fill(rule.advice.splitlines(), _blank, rule=rule.id)}"
        yield ""
    if rule.clause:
        yield "Modeltekst:"
        yield ""
        lines = (sentence(line, _blank, rule=rule.id) for line in rule.clause.strip().splitlines())
        yield from (f"> {line}".rstrip() for line in lines)
        yield ""
    yield from _examples(rule.examples)


def _finding(rule: FindingRule) -> Iterator[str]:
    yield f"### {rule.id}: {rule.title}"
    yield ""
    yield f"{capital(lint_wording.severity(rule.severity))}. {rule.why}"
    yield ""
    if rule.sources:
        yield f"Bron: {'; '.join(source.cite for source in rule.sources)}."
        yield ""
    yield f"Melding: {_PLACEHOLDER.sub('[...]', rule.message)}"
    yield ""
    for case in rule.cases.values():
        yield f"Of: {_PLACEHOLDER.sub('[...]', case.message)}"
        yield ""
    yield f"Wat te doen: {_PLACEHOLDER.sub('[...]', rule.suggestion)}"
    yield ""
    for title, wanted in (("Fout", True), ("Goed", False)):
        shown = next((each for each in rule.examples if bool(each.findings) == wanted), None)
        if shown is not None:
            yield f"{title}{f' ({shown.because})' if shown.because else ''}:"
            yield ""
            yield from (f"> {line}".rstrip() for line in shown.text.strip().splitlines())
            yield ""


def _blank(variable: str) -> str:
    """Return what stands for the value that only a protocol gives."""
    named = {"sender": "de meedelende instantie", "receiver": "de ontvangende instantie"}
    return named.get(variable, "[...]")


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    for status in _STATUSES:
        shown = next((each for each in examples if each.status == status and not each.through), None)
        if shown is not None:
            yield f"Voorbeeld, {wording.status(status)}:"
            yield ""
            yield from (f"> {line}".rstrip() for line in shown.text.strip().splitlines())
            yield ""


def readme() -> str:
    """Return README.md with the output that the program gives today."""
    return _SHOWN.sub(lambda m: f"{m[1]}{_output(m[2].split())}{m[4]}", README.read_text("utf-8"))


def _output(arguments: list[str]) -> str:
    quiet = {"COLUMNS": str(WIDTH), "NO_COLOR": "1", "TERM": "dumb", "PROTOCHECK_LANG": "nl"}
    done = subprocess.run(
        [sys.executable, "-m", "protocheck", *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=os.environ | quiet,
    )
    lines = [line.rstrip() for line in done.stdout.decode().strip("\n").splitlines()]
    whole = len(lines)
    # The page shows the table and the first thing to do; the rest is more of the same.
    lines = lines[: next((number for number, line in enumerate(lines) if line.startswith("2. ")), whole)]
    more = ["..."] if len(lines) < whole else []
    return "\n".join(["", "```console", f"$ protocheck {' '.join(arguments)}", *lines, *more, "```", "", ""])


def main() -> int:
    """Write, or tell whether everything is current."""
    current = {
        PAGE: page(),
        README: readme(),
        store_page.PAGE: store_page.page(),
        SCHEMA: json_schema(),
        ADVICE_SCHEMA: as_json.schema(),
        LINT_SCHEMA: lint_schema(),
        COMPARE_SCHEMA: compare_schema(),
        AUDIT_SCHEMA: told.audit_schema(),
        SEARCH_SCHEMA: told.search_schema(),
        KINSHIP_SCHEMA: tell.schema(),
    }
    stale = [path for path, text in current.items() if _old(path) != text]
    if "--write" in sys.argv[1:]:
        for path in stale:
            path.write_text(current[path], "utf-8")
        return 0
    for path in stale:
        print(f"{path.relative_to(ROOT)} is verouderd: make docs")
    return 1 if stale else 0


def _old(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


if __name__ == "__main__":
    sys.exit(main())
