"""Rule files: safe YAML, with the line of every key, and all faults of all files at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from protocheck.errors import RuleError

_Model = TypeVar("_Model", bound=BaseModel)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Faults:
    """The faults found so far, each as `file:line:column: path: what is wrong`."""

    found: list[str] = field(default_factory=list)

    def add(self, path: Path, mark: tuple[int, int], message: str) -> None:
        """Note a fault at a line and column that count from 1."""
        self.found.append(f"{path}:{mark[0]}:{mark[1]}: {message}")

    def stop_if_any(self) -> None:
        """Raise RuleError with every fault found."""
        if self.found:
            raise RuleError(
                "De regels bevatten fouten:\n" + "\n".join(self.found),
                hint="Verbeter de genoemde regels; 'protocheck rules schema' toont wat er mag staan.",
            )


def read(path: Path, model: type[_Model], faults: Faults) -> _Model | None:
    """Read one file as `model`; note every fault and return None when there is one."""
    try:
        text = path.read_text("utf-8")
        root = yaml.compose(text, Loader=_Loader)
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - the loader is a safe one
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as fault:
        mark = getattr(fault, "problem_mark", None)
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        faults.add(path, place, f"geen leesbare YAML: {getattr(fault, 'problem', None) or fault}")
        return None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            dotted = ".".join(str(part) for part in each["loc"]) or "(bestand)"
            faults.add(path, _mark(root, each["loc"]), f"{dotted}: {each['msg']}")
        return None


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
