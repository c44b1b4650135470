"""Read and write the files of waivers and baselines; a fault in one stops the run."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from protocheck.errors import RuleError
from protocheck.model.outcome import Outcome
from protocheck.model.waivers import Known, Waiver
from protocheck.rulebook.source import Faults, Text, iso, read

_LARGEST = 10_000_000
_Model = TypeVar("_Model", bound=BaseModel)


Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{3}$")]
Fingerprint = Annotated[str, BeforeValidator(str), StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Day = Annotated[str, BeforeValidator(iso), StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Strict(BaseModel):
    """Refuses unknown keys and guesses no types."""

    model_config = ConfigDict(extra="forbid", strict=True)


class WaiverEntry(Strict):
    """One waiver as it is written; `quote` is for people alone."""

    rule: Code
    place: Fingerprint
    reason: Text
    who: Text
    until: Day | None = None
    file: str = ""
    quote: str = ""


class WaiversFile(Strict):
    """A file of waivers."""

    waivers: list[WaiverEntry]


class BaselineEntry(Strict):
    """Findings with the same words in one document."""

    file: Text
    rule: Code
    place: Fingerprint
    count: int = Field(ge=1)
    quote: str = ""


class BaselineFile(Strict):
    """The findings that stood there when it was written."""

    schema_id: Literal["protocheck/baseline@1"] = Field(alias="schema")
    findings: list[BaselineEntry]


def waivers(path: Path) -> tuple[Waiver, ...]:
    """Read a file of waivers.

    Raises:
        RuleError: it cannot be read, or something in it is wrong; all faults are named at once.
    """
    content = read_as(path, WaiversFile, "De afwijkingen")
    return tuple(waiver_of(each, path, "De afwijkingen") for each in content.waivers)


def waiver_of(entry: WaiverEntry, path: Path, what: str) -> Waiver:
    """Return a waiver as the rest of the program knows it; `what` names the file in a fault.

    Raises:
        RuleError: its last day does not exist.
    """
    try:
        until = dt.date.fromisoformat(entry.until) if entry.until else None
    except ValueError:
        raise _fault(what, path, f"de dag {entry.until} bestaat niet") from None
    return Waiver(entry.rule, entry.place, entry.reason, entry.who, until, entry.file)


def baseline(path: Path) -> tuple[Known, ...]:
    """Read a baseline.

    Raises:
        RuleError: it cannot be read, or something in it is wrong.
    """
    content = read_as(path, BaselineFile, "De nulmeting")
    return tuple(Known(each.file, each.rule, each.place, each.count) for each in content.findings)


def baseline_text(found: Iterable[tuple[str, Outcome]]) -> str:
    """Return the baseline of what was found, by document: the same bytes for the same findings."""
    counts: Counter[tuple[str, str, str]] = Counter()
    quotes: dict[tuple[str, str, str], str] = {}
    for name, outcome in found:
        for finding in outcome.findings:
            if finding.waived is None or finding.waived.ground == "baseline":
                key = (name, finding.code, finding.fingerprint)
                counts[key] += 1
                quotes.setdefault(key, finding.primary.quote)
    entries = [
        {"file": file, "rule": rule, "place": place, "count": count, "quote": quotes[file, rule, place]}
        for (file, rule, place), count in sorted(counts.items())
    ]
    whole = {"schema": "protocheck/baseline@1", "findings": entries}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def read_as(path: Path, model: type[_Model], what: str) -> _Model:
    """Read YAML, of which JSON is a part, by its model.

    Raises:
        RuleError: it cannot be read, or something in it is wrong; all faults are named at once.
    """
    if not path.is_file():
        raise _fault(what, path, "dat bestand is er niet")
    if path.stat().st_size > _LARGEST:
        raise _fault(what, path, "het bestand is te groot")
    faults = Faults()
    content = read(path, model, faults)
    if content is None:
        raise _fault(what, path, "\n".join(["er staan fouten in:", *faults.found]))
    return content


def _fault(what: str, path: Path, reason: str) -> RuleError:
    return RuleError(
        f"{what} in {path}: {reason}",
        hint="Verbeter dat bestand; docs/handleiding.md toont hoe het eruitziet.",
    )
