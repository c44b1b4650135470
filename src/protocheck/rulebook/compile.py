"""From rule files to a rulebook: join packs and vocabulary, check that every name leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from protocheck.model.statutes import Statute
from protocheck.rulebook.findings import compiled as compiled_finding
from protocheck.rulebook.naming import Naming, Place, frozen
from protocheck.rulebook.rules import (
    TABLE,
    Condition,
    Criterion,
    DocumentKind,
    Element,
    Example,
    FindingRule,
    Pack,
    Remark,
    Source,
    Topic,
)
from protocheck.rulebook.schema import (
    CriterionFile,
    DocumentKindsFile,
    ExampleFile,
    FindingFile,
    PackFile,
    StatutesFile,
)
from protocheck.rulebook.source import Faults, read
from protocheck.rulebook.topics import weights

# Remarks on where the evidence stands, not on a signal.
PLACE_REMARKS = frozenset({"annex_only", "recital_only"})


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
        self._naming = Naming(shared, faults)
        self._faults = faults
        self._taken = taken
        self._numbers: dict[int, Path] = {}
        self._weights = weights(directory / TABLE, faults)

    @property
    def terms(self) -> Mapping[str, tuple[str, ...]]:
        """Return the terms that the rules use, with their phrases."""
        return self._naming.terms

    def compile(self) -> Pack | None:
        """Return the pack, or None when its files have faults (noted)."""
        pack = read(self._directory / "pack.yaml", PackFile, self._faults)
        criteria = [self._criterion(p) for p in sorted(self._directory.glob("[0-9]*.yaml"))]
        findings = [self._finding(p) for p in sorted(self._directory.glob("[A-Z][0-9][0-9][0-9]*.yaml"))]
        kinds = tuple(self._kinds())
        if pack is None or None in criteria or None in findings:
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
            kinds=kinds,
            findings=tuple(rule for rule in findings if rule),
            applies_when=_condition(pack),
        )

    def _kinds(self) -> Iterator[DocumentKind]:
        for path in sorted(self._directory.glob("soorten*.yaml")):
            content = read(path, DocumentKindsFile, self._faults)
            for number, kind in enumerate(content.kinds if content else ()):
                place = Place(path, "", {}, ("kinds", number))
                told = {
                    key: self._naming.listed(getattr(kind, key), place, key)
                    for key in ("title", "opening", "body", "none")
                }
                message, hint = kind.message.strip(), kind.hint.strip()
                yield DocumentKind(kind.id, kind.name, **told, message=message, hint=hint)

    def _finding(self, path: Path) -> FindingRule | None:
        rule = read(path, FindingFile, self._faults)
        if rule is None:
            return None
        self._claim(rule.id, path)
        return compiled_finding(rule, path, self._naming, self._faults)

    def _criterion(self, path: Path) -> Criterion | None:
        rule = read(path, CriterionFile, self._faults)
        if rule is None:
            return None
        place = self._naming.place(path, rule.id, rule.vocabulary)
        signals = self._naming.signals(rule.signals, place)
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
            home=self._naming.listed(rule.home, place, "home"),
            remarks=tuple(Remark(r.when, r.text) for r in rule.remarks),
            text={k: tuple(v) for k, v in rule.text.model_dump().items() if v},
            advice=rule.advice.strip(),
            clause=rule.clause.strip(),
            examples=tuple(_example(e) for e in rule.examples),
            path=f"{self._directory.name}/{path.name}",
            topic=self._topic(rule, path),
        )

    def _topic(self, rule: CriterionFile, path: Path) -> Topic | None:
        if rule.topic_from is None:
            return None
        if rule.id not in self._weights:
            self._faults.point(path, ("topic_from",), f"{TABLE} heeft geen kolom {rule.id}")
            return None
        return Topic(rule.id, rule.topic_from, self._weights[rule.id])

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


def _condition(pack: PackFile) -> Condition | None:
    given = pack.applies_when
    return Condition(given.check, frozen(given.params), given.otherwise.strip()) if given else None


def statutes(path: Path, faults: Faults) -> tuple[Statute, ...]:
    """Read the table of statutes; a key that stands twice is a fault."""
    content = read(path, StatutesFile, faults)
    found: dict[str, Statute] = {}
    for number, each in enumerate(content.statutes if content else ()):
        if each.key in found:
            faults.point(path, ("statutes", number, "key"), f"{each.key} staat er twee keer in")
        given = each.model_dump() | {"short": tuple(each.short), "other_titles": tuple(each.other_titles)}
        found[each.key] = Statute(**given)
    return tuple(found.values())
