"""Rule files: safe YAML, with the line of every key, and all faults of all files at once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, StringConstraints, ValidationError

from protocheck.errors import RuleError

_Model = TypeVar("_Model", bound=BaseModel)
# A text of somebody, which says something.
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# A list item without quotes that holds ' #': YAML takes the rest for a comment.
_CUT = re.compile(r"\s*- [^\s\"'#\[{|>][^\"'\n]{0,400}?\s#")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What the validator says, for the lawyer who edits the rules; the braces are filled from its context.
_DUTCH = {
    "extra_forbidden": "onbekende sleutel",
    "missing": "verplicht, maar ontbreekt",
    "string_type": "moet tekst zijn; zet een getal of datum tussen aanhalingstekens",
    "string_too_short": "mag niet leeg zijn",
    "string_pattern_mismatch": "heeft niet de vorm {pattern}",
    "too_short": "mag niet leeg zijn",
    "list_type": "moet een lijst zijn",
    "dict_type": "moet uit sleutels met waarden bestaan",
    "model_type": "moet uit sleutels met waarden bestaan",
    "int_type": "moet een geheel getal zijn",
    "greater_than_equal": "moet minstens {ge} zijn",
    "less_than_equal": "mag hoogstens {le} zijn",
    "literal_error": "moet een van deze zijn: {expected}",
    "value_error": "{error}",
}
# A pattern as a person reads it.
_FORMS = {
    r"^\d{4}-\d{2}-\d{2}$": "JJJJ-MM-DD, zoals 2026-01-31",
    r"^[A-Z]\d{3}$": "van een code als F101",
    r"^[A-Z]+-\d{2}$": "van een element als EGOV-08",
    r"^[0-9a-f]{16}$": "van de 16 tekens die de bevinding noemt",
}
# What the YAML reader says most, by how it begins.
_YAML = {
    "mapping values": "hier mag geen dubbele punt staan; zet de tekst tussen aanhalingstekens",
    "found character": "dit teken kan hier niet staan; spring in met spaties, niet met tabs",
    "did not find expected": "de inspringing, een komma of een haakje klopt niet",
    "could not find expected ':'": "hier ontbreekt een dubbele punt na de sleutel",
    "found unexpected end of stream": "een aanhalingsteken wordt niet gesloten",
}


@dataclass
class Faults:
    """The faults found so far, each as `file:line:column: path: what is wrong`."""

    found: list[str] = field(default_factory=list)

    def add(self, path: Path, mark: tuple[int, int], message: str) -> None:
        """Note a fault at a line and column that count from 1."""
        self.found.append(f"{path}:{mark[0]}:{mark[1]}: {message}")

    def point(self, path: Path, where: Sequence[int | str], message: str) -> None:
        """Note a fault at the key or the item that `where` leads to in a file that could be read."""
        root = yaml.compose(path.read_text("utf-8"), Loader=_Loader)
        self.add(path, _mark(root, where), f"{_dotted(where)}: {message}")

    def stop_if_any(self) -> None:
        """Raise RuleError with every fault found."""
        if self.found:
            raise RuleError(
                "De regels bevatten fouten:\n" + "\n".join(self.found),
                hint="Verbeter de genoemde regels; 'protocheck rules schema' toont wat er mag staan.",
            )


def iso(value: Any) -> Any:
    """Return a day as it is written; YAML reads it as a date."""
    return value.isoformat() if isinstance(value, dt.date) else value


def read(path: Path, model: type[_Model], faults: Faults) -> _Model | None:
    """Read one file as `model`; note every fault and return None when there is one."""
    try:
        text = path.read_text("utf-8")
        root = yaml.compose(text, Loader=_Loader)
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - the loader is a safe one
    except UnicodeDecodeError as fault:
        before = fault.object[: fault.start]
        place = before.count(b"\n") + 1, fault.start - before.rfind(b"\n")
        faults.add(path, place, "geen leesbare YAML: dit teken is geen UTF-8; bewaar het bestand als UTF-8")
        return None
    except (
        yaml.YAMLError,
        ValueError,
        OSError,
        RecursionError,
    ) as fault:  # an impossible date is a ValueError
        mark = getattr(fault, "problem_mark", None)
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        faults.add(path, place, f"geen leesbare YAML: {_in_dutch(fault)}")
        return None
    for place in _cut_phrases(text):
        faults.add(path, place, "wat na ' #' komt, leest YAML niet; zet de frase tussen aanhalingstekens")
    doubles = list(_doubles(root))
    for mark, key in doubles:
        faults.add(path, mark, f"{key}: deze sleutel staat er twee keer")
    try:
        found = model.model_validate(data)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            context = {key: _listed(value) for key, value in each.get("ctx", {}).items()}
            if "pattern" in context:
                context["pattern"] = _FORMS.get(context["pattern"], context["pattern"])
            said = "is nog niet ingevuld" if _is_left_open(each) else _DUTCH.get(each["type"], each["msg"])
            message = said.format(**context)
            faults.add(path, _mark(root, each["loc"]), f"{_dotted(each['loc'])}: {message}")
        return None
    return None if doubles else found


def _is_left_open(error: Mapping[str, Any]) -> bool:
    return error["type"] == "string_type" and error["input"] is None


def _in_dutch(fault: Exception) -> str:
    problem = getattr(fault, "problem", None) or str(fault)
    return next((dutch for start, dutch in _YAML.items() if problem.startswith(start)), problem)


def _listed(value: Any) -> Any:
    """Return the choices that the validator names, 'a' or 'b', as a Dutch list."""
    return value.replace("' or '", "' of '") if isinstance(value, str) else value


def _dotted(where: Sequence[int | str]) -> str:
    return ".".join(str(part) for part in where) or "(bestand)"


def _cut_phrases(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of each unquoted phrase that YAML cuts at its number sign ('voor # jaar')."""
    for number, line in enumerate(text.splitlines(), start=1):
        found = _CUT.match(line)
        if found:
            yield number, found.end()


def _doubles(root: Any) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the place of each key that its mapping already holds; YAML would drop the first in silence."""
    todo, seen = [root], set()
    while todo:
        node = todo.pop()
        if id(node) in seen:  # an alias leads back to its anchor
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            todo += node.value
        elif isinstance(node, yaml.MappingNode):
            keys: set[str] = set()
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value in keys:
                    yield (key.start_mark.line + 1, key.start_mark.column + 1), key.value
                keys.add(str(key.value))
                todo.append(value)


def _mark(node: Any, path: Sequence[int | str]) -> tuple[int, int]:
    """Return line and column of the deepest node on `path` that exists."""
    mark = node.start_mark if node is not None else None
    for part in path:
        child = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(part):
                    child, mark = value, key.start_mark
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            child = node.value[part]
            mark = child.start_mark
        if child is None:
            break
        node = child
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
