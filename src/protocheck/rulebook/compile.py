"""From rule files to a rulebook: join packs and vocabulary, check that every name leads somewhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from protocheck.match.patterns import PatternError, parse
from protocheck.rulebook.rules import (
    Criterion,
    DocumentKind,
    Element,
    Example,
    Pack,
    Remark,
    Signal,
    Source,
)
from protocheck.rulebook.schema import (
    CriterionFile,
    DocumentKindsFile,
    ExampleFile,
    PackFile,
    SignalFile,
    VocabularyFile,
)
from protocheck.rulebook.source import Faults, read

# Terms that the engine fills from the facts of the document at hand.
FACT_TERMS = frozenset({"@partij", "@verzender", "@ontvanger", "@wet", "@gegeven", "@datum", "@contact"})


def vocabulary(directory: Path, faults: Faults) -> dict[str, tuple[str, ...]]:
    """Read the shared vocabulary: '$name' to its phrases, names of other terms filled in."""
    raw: dict[str, list[str]] = {}
    for path in sorted(directory.glob("*.yaml")):
        content = read(path, VocabularyFile, faults)
        for name, phrases in (content.terms if content else {}).items():
            if f"${name}" in raw:
                faults.add(path, (1, 1), f"de term ${name} staat al in een ander bestand")
            raw[f"${name}"] = phrases
    return {name: _expanded(name, raw, directory, faults) for name in raw}


def _expanded(name: str, raw: Mapping[str, list[str]], path: Path, faults: Faults) -> tuple[str, ...]:
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
                if phrase not in raw:
                    faults.add(path, (1, 1), f"{current}: de term {phrase} bestaat niet")
            else:
                found[phrase] = None
    return tuple(found)


class PackCompiler:
    """Compile one pack; collects the terms of its rules beside the shared ones."""

    def __init__(self, directory: Path, shared: Mapping[str, tuple[str, ...]], faults: Faults) -> None:
        """Work on the pack in `directory`."""
        self._directory = directory
        self._shared = shared
        self._faults = faults
        self.terms: dict[str, tuple[str, ...]] = {}

    def compile(self) -> Pack | None:
        """Return the pack, or None when its files have faults (noted)."""
        pack = read(self._directory / "pack.yaml", PackFile, self._faults)
        criteria = [self._criterion(p) for p in sorted(self._directory.glob("[0-9]*.yaml"))]
        kinds: list[DocumentKind] = []
        for path in sorted(self._directory.glob("soorten*.yaml")):
            content = read(path, DocumentKindsFile, self._faults)
            for kind in content.kinds if content else ():
                title = tuple(self._term(t, {}, "", path) for t in kind.title)
                body = tuple(self._term(t, {}, "", path) for t in kind.body)
                message, hint = kind.message.strip(), kind.hint.strip()
                kinds.append(DocumentKind(kind.id, kind.name, title, body, message, hint))
        if pack is None or any(c is None for c in criteria):
            return None
        return Pack(
            id=pack.id,
            version=pack.version,
            title=pack.title,
            criteria=tuple(sorted((c for c in criteria if c), key=lambda c: c.number)),
            negative=tuple(pack.verdict.negative),
            conditional=tuple(pack.verdict.conditional),
            wording={name: tuple(paragraphs) for name, paragraphs in pack.wording.items()},
            kinds=tuple(kinds),
        )

    def _criterion(self, path: Path) -> Criterion | None:
        rule = read(path, CriterionFile, self._faults)
        if rule is None:
            return None
        local = {f"${name}": phrases for name, phrases in rule.vocabulary.items()}
        for name, phrases in local.items():
            known = {**{k: list(v) for k, v in self._shared.items()}, **local}
            self.terms[f"{rule.id}:{name}"] = _expanded(name, {**known, name: phrases}, path, self._faults)
        signals = tuple(self._signal(name, s, local, rule.id, path) for name, s in rule.signals.items())
        self._check_elements(rule, path)
        return Criterion(
            id=rule.id,
            number=rule.number,
            title=rule.title,
            question=rule.question,
            sources=tuple(Source(s.cite, s.in_force_from, s.in_force_to) for s in rule.sources),
            signals=signals,
            elements=tuple(
                Element(e.id, e.title, tuple(e.any), tuple(e.all), tuple(e.unless)) for e in rule.elements
            ),
            home=tuple(self._term(t, local, rule.id, path) for t in rule.home),
            remarks=tuple(Remark(r.when, r.text) for r in rule.remarks),
            text={k: tuple(v) for k, v in rule.text.model_dump().items() if v},
            advice=rule.advice.strip(),
            clause=rule.clause.strip(),
            examples=tuple(_example(e) for e in rule.examples),
            path=f"{self._directory.name}/{path.name}",
        )

    def _signal(
        self, name: str, signal: SignalFile, local: Mapping[str, list[str]], rule: str, path: Path
    ) -> Signal:
        def terms(given: list[str]) -> tuple[str, ...]:
            return tuple(self._term(t, local, rule, path) for t in given)

        if bool(signal.check) == bool(signal.all or signal.any):
            self._faults.add(path, (1, 1), f"signals.{name}: heeft ofwel all/any ofwel een check nodig")
        return Signal(
            id=name,
            scope=signal.scope,
            all=terms(signal.all),
            any=terms(signal.any),
            none=terms(signal.none),
            near=signal.near,
            polarity=signal.polarity,
            kinds=tuple(signal.kinds),
            heading=terms(signal.heading),
            not_heading=terms(signal.not_heading),
            not_about=terms(signal.not_about),
            check=signal.check,
            params=dict(signal.params),
        )

    def _term(self, given: str, local: Mapping[str, list[str]], rule: str, path: Path) -> str:
        """Return the full name of a term; '$a|$b' is either of the two."""
        if given[0] in "$@" and "|" in given:
            return "|".join(self._term(part.strip(), local, rule, path) for part in given.split("|"))
        if given.startswith("@"):
            if given not in FACT_TERMS:
                self._faults.add(path, (1, 1), f"{given} is geen feit dat de regels kennen")
            return given
        if given.startswith("$"):
            if given in local:
                return f"{rule}:{given}"
            if given not in self._shared:
                self._faults.add(path, (1, 1), f"de term {given} bestaat niet")
            self.terms[given] = self._shared.get(given, ())
            return given
        try:
            parse(given)
        except PatternError as fault:
            self._faults.add(path, (1, 1), str(fault))
        self.terms[f"'{given}"] = (given,)
        return f"'{given}"

    def _check_elements(self, rule: CriterionFile, path: Path) -> None:
        for element in rule.elements:
            for name in (*element.any, *element.all, *element.unless):
                if name not in rule.signals:
                    self._faults.add(path, (1, 1), f"elements.{element.id}: het signaal {name} bestaat niet")


def _example(example: ExampleFile) -> Example:
    return Example(
        status=example.status,
        text=example.text,
        by=tuple(example.by),
        because=example.because,
        through=example.through,
        elements=dict(example.elements),
    )
