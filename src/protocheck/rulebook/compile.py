"""From rule files to a rulebook: join packs and vocabulary, check that every name leads somewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
# Remarks on where the evidence stands, not on a signal.
PLACE_REMARKS = frozenset({"annex_only", "recital_only"})


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
        _check_list(raw[name], raw if whole else None, faults, path, ("terms", name[1:]))
    return {name: _expanded(name, raw) for name in raw}


def _check_list(
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
        if phrase.startswith("$") and known is not None and phrase not in known:
            faults.point(path, (*where, number), f"de term {phrase} bestaat niet")
        if meaning in seen:
            faults.point(path, (*where, number), f"{phrase!r} staat er twee keer in")
        seen.add(meaning)


def _expanded(name: str, raw: Mapping[str, list[str]]) -> tuple[str, ...]:
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


@dataclass(frozen=True, slots=True)
class _Place:
    """Where names are read: the file, the rule with its own terms, and the keys that lead there."""

    path: Path
    rule: str
    local: Mapping[str, list[str]]
    where: tuple[int | str, ...] = ()


class PackCompiler:
    """Compile one pack; collects the terms of its rules beside the shared ones."""

    def __init__(
        self,
        directory: Path,
        shared: Mapping[str, tuple[str, ...]] | None,
        faults: Faults,
        taken: dict[str, Path],
    ) -> None:
        """Work on one pack.

        Args:
            directory: of the pack.
            shared: the shared vocabulary; None when it has faults, and then no name is called unknown.
            faults: where faults are noted.
            taken: the file of each pack and rule read before, by its id.
        """
        self._directory = directory
        self._shared = shared or {}
        self._whole = shared is not None
        self._faults = faults
        self._taken = taken
        self._numbers: dict[int, Path] = {}
        self.terms: dict[str, tuple[str, ...]] = {}

    def compile(self) -> Pack | None:
        """Return the pack, or None when its files have faults (noted)."""
        pack = read(self._directory / "pack.yaml", PackFile, self._faults)
        criteria = [self._criterion(p) for p in sorted(self._directory.glob("[0-9]*.yaml"))]
        kinds: list[DocumentKind] = []
        for path in sorted(self._directory.glob("soorten*.yaml")):
            content = read(path, DocumentKindsFile, self._faults)
            for number, kind in enumerate(content.kinds if content else ()):
                place = _Place(path, "", {}, ("kinds", number))
                title = self._terms(kind.title, place, "title")
                body = self._terms(kind.body, place, "body")
                message, hint = kind.message.strip(), kind.hint.strip()
                kinds.append(DocumentKind(kind.id, kind.name, title, body, message, hint))
        if pack is None or any(c is None for c in criteria):
            return None
        self._claim(pack.id, self._directory / "pack.yaml")
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
        known = {**{k: list(v) for k, v in self._shared.items()}, **local}
        for name, phrases in local.items():
            where = ("vocabulary", name[1:])
            _check_list(phrases, known if self._whole else None, self._faults, path, where)
            self.terms[f"{rule.id}:{name}"] = _expanded(name, known)
        place = _Place(path, rule.id, local)
        signals = tuple(self._signal(name, s, place) for name, s in rule.signals.items())
        self._claim(rule.id, path)
        self._check_number(rule, path)
        self._check_elements(rule, path)
        self._check_remarks(rule, path)
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
            home=self._terms(rule.home, place, "home"),
            remarks=tuple(Remark(r.when, r.text) for r in rule.remarks),
            text={k: tuple(v) for k, v in rule.text.model_dump().items() if v},
            advice=rule.advice.strip(),
            clause=rule.clause.strip(),
            examples=tuple(_example(e) for e in rule.examples),
            path=f"{self._directory.name}/{path.name}",
        )

    def _signal(self, name: str, signal: SignalFile, rule: _Place) -> Signal:
        place = _Place(rule.path, rule.rule, rule.local, ("signals", name))
        if bool(signal.check) == bool(signal.all or signal.any):
            self._faults.point(place.path, place.where, "heeft ofwel all/any ofwel een check nodig")
        return Signal(
            id=name,
            scope=signal.scope,
            all=self._terms(signal.all, place, "all"),
            any=self._terms(signal.any, place, "any"),
            none=self._terms(signal.none, place, "none"),
            near=signal.near,
            polarity=signal.polarity,
            kinds=tuple(signal.kinds),
            heading=self._terms(signal.heading, place, "heading"),
            not_heading=self._terms(signal.not_heading, place, "not_heading"),
            never_heading=self._terms(signal.never_heading, place, "never_heading"),
            not_about=self._terms(signal.not_about, place, "not_about"),
            besides=signal.besides,
            besides_none=self._terms(signal.besides_none, place, "besides_none"),
            check=signal.check,
            params=dict(signal.params),
        )

    def _terms(self, given: list[str], place: _Place, key: str) -> tuple[str, ...]:
        """Return the full names of the terms in the list under `key`."""
        return tuple(self._term(t, place, (*place.where, key, i)) for i, t in enumerate(given))

    def _term(self, given: str, place: _Place, where: tuple[int | str, ...]) -> str:
        """Return the full name of a term; '$a|$b' is either of the two."""
        if given.startswith(("$", "@")) and "|" in given:
            return "|".join(self._term(part.strip(), place, where) for part in given.split("|"))
        if given.startswith("@"):
            if given not in FACT_TERMS:
                self._faults.point(place.path, where, f"{given} is geen feit dat de regels kennen")
            return given
        if given.startswith("$"):
            if given in place.local:
                return f"{place.rule}:{given}"
            if self._whole and given not in self._shared:
                self._faults.point(place.path, where, f"de term {given} bestaat niet")
            self.terms[given] = self._shared.get(given, ())
            return given
        try:
            parse(given)
        except PatternError as fault:
            self._faults.point(place.path, where, str(fault))
        self.terms[f"'{given}"] = (given,)
        return f"'{given}"

    def _claim(self, identity: str, path: Path) -> None:
        """Refuse a second rule or pack with the same id; its words would replace those of the first."""
        other = self._taken.setdefault(identity, path)
        if other is not path:
            self._faults.point(path, ("id",), f"{identity} staat al in {other}")

    def _check_number(self, rule: CriterionFile, path: Path) -> None:
        """Refuse a second rule with the same number in a pack: the advice names its points by number."""
        other = self._numbers.setdefault(rule.number, path)
        if other is not path:
            self._faults.point(path, ("number",), f"het nummer {rule.number} staat al in {other.name}")

    def _check_elements(self, rule: CriterionFile, path: Path) -> None:
        seen: set[str] = set()
        for number, element in enumerate(rule.elements):
            where = ("elements", number)
            if element.id in seen:
                self._faults.point(path, (*where, "id"), f"{element.id} staat er twee keer in")
            seen.add(element.id)
            if not (element.any or element.all):
                self._faults.point(path, where, "noemt geen signaal onder any of all")
            for key in ("any", "all", "unless"):
                for at, name in enumerate(getattr(element, key)):
                    if name not in rule.signals:
                        self._faults.point(path, (*where, key, at), f"het signaal {name} bestaat niet")

    def _check_remarks(self, rule: CriterionFile, path: Path) -> None:
        for number, remark in enumerate(rule.remarks):
            name = remark.when.removeprefix("!")
            if name not in rule.signals and remark.when not in PLACE_REMARKS:
                self._faults.point(path, ("remarks", number, "when"), f"het signaal {name} bestaat niet")


def _example(example: ExampleFile) -> Example:
    return Example(
        status=example.status,
        text=example.text,
        by=tuple(example.by),
        because=example.because,
        through=example.through,
        elements=dict(example.elements),
    )
