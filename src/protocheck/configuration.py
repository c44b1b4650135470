"""What protocheck.toml says: beside the document or in a folder above it, or in pyproject.toml.

Each room that can be configured has a table of its own here. A key that nobody knows is a fault, with the
nearest name that exists: a setting that is silently ignored is worse than none.
"""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from protocheck.errors import RuleError
from protocheck.model.letterhead import Letterhead
from protocheck.model.limits import Limits
from protocheck.model.lint_settings import LintSettings

if TYPE_CHECKING:
    from pydantic import ValidationError

    from protocheck.settings import LetterheadTable, LintTable

FILE = "protocheck.toml"
PROJECT = "pyproject.toml"
# What a value must be, by what the validator calls its fault.
_KINDS = {
    "string_type": "tekst",
    "int_type": "een geheel getal",
    "int_from_float": "een geheel getal",
    "date_type": "een datum zonder aanhalingstekens",
    "list_type": "een lijst",
    "dict_type": "een tabel",
    "string_pattern_mismatch": "een code als F101, of het begin ervan",
}
_PLACE = re.compile(r"at line (\d+), column (\d+)")
_LARGEST = 1_000_000  # bytes of a configuration; beyond it, it is something else


@dataclasses.dataclass(frozen=True, slots=True)
class Configuration:
    """What the user set, with the file that says so; everything else is as the program has it."""

    limits: Limits = dataclasses.field(default_factory=Limits)
    path: Path | None = None
    lint: LintSettings = dataclasses.field(default_factory=LintSettings)
    letterhead: Letterhead = dataclasses.field(default_factory=Letterhead)


def configuration_for(document: Path | None) -> Configuration:
    """Return what holds for a document: the nearest file in its folder or above.

    Args:
        document: the document; None (standard input, a text) looks from the current folder.

    Raises:
        RuleError: the file cannot be read, or says something that the program does not know.
    """
    try:
        folder = (document.parent if document is not None else Path()).resolve()
    except (OSError, ValueError):  # no such place: reading the document will tell
        return Configuration()
    for each in (folder, *folder.parents):
        for name in (FILE, PROJECT):
            table = _table(each / name)
            if table is not None:
                return _understood(table, each / name)
    return Configuration()


def _table(path: Path) -> dict[str, Any] | None:
    """Return our table of a file; None when there is no such file, or it says nothing to us."""
    own = path.name == FILE
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except OSError as fault:
        if own:
            raise _fault(path, f"het bestand kan niet gelezen worden ({fault.strerror})") from fault
        return None
    if not own and b"protocheck" not in data:
        return None
    return _parsed(path, data, own=own)


def _parsed(path: Path, data: bytes, *, own: bool) -> dict[str, Any] | None:
    import tomllib  # noqa: PLC0415 - only for who has a configuration

    try:
        content = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as fault:
        if own:
            raise _fault(path, f"het is geen geldige TOML{_where(fault)}") from fault
        return None  # someone else's file
    tool = content.get("tool")
    ours = tool.get("protocheck") if isinstance(tool, dict) else None
    if own and ours is None:
        return content
    return ours if isinstance(ours, dict) else None


def _where(fault: Exception) -> str:
    """Return where a file stops being TOML, in Dutch; empty when the parser does not say."""
    if isinstance(fault, UnicodeDecodeError):
        return " (geen UTF-8)"
    place = _PLACE.search(str(fault))
    return f" (regel {place.group(1)}, teken {place.group(2)})" if place else ""


def _understood(table: dict[str, Any], path: Path) -> Configuration:
    from pydantic import ValidationError  # noqa: PLC0415 - heavy

    from protocheck.settings import Settings  # noqa: PLC0415 - heavy

    try:
        settings = Settings.model_validate(table)
    except ValidationError as fault:
        raise _fault(path, _said(fault)) from None
    folder = path.parent
    return Configuration(
        settings.limits.as_limits(),
        path,
        _lint(settings.lint, folder),
        _letterhead(settings.letterhead, folder),
    )


def _letterhead(table: LetterheadTable, folder: Path) -> Letterhead:
    """Return the table with its files named from the folder of the configuration."""
    said = table.model_dump() | {
        "address": tuple(table.address),
        "logo": folder / table.logo if table.logo else None,
        "template": folder / table.template if table.template else None,
    }
    return Letterhead(**said)


def _lint(table: LintTable, folder: Path) -> LintSettings:
    """Return the table with its files named from the folder of the configuration."""
    return LintSettings(
        select=tuple(table.select),
        ignore=tuple(table.ignore),
        fail_on=table.fail_on,
        severities=dict(table.severity),
        waivers=folder / table.waivers if table.waivers else None,
        baseline=folder / table.baseline if table.baseline else None,
    )


def _said(fault: ValidationError) -> str:
    """Return the faults in Dutch, one a line when there are more."""
    from protocheck.settings import nearest  # noqa: PLC0415 - heavy

    said = []
    for each in fault.errors(include_url=False):
        place = ".".join(map(str, each["loc"]))
        bounds = each.get("ctx", {})
        if each["type"] == "extra_forbidden":
            near = nearest(each["loc"])
            said.append(f"'{place}' is geen instelling" + (f"; bedoelt u '{near}'?" if near else ""))
        elif each["type"] in {"less_than_equal", "greater_than_equal"}:
            bound = f"hoogstens {bounds['le']:g}" if "le" in bounds else f"minstens {bounds['ge']:g}"
            said.append(f"'{place}' moet {bound} zijn")
        elif each["type"] in {"model_type", "model_attributes_type"}:
            said.append(f"'{place}' moet een tabel zijn: [{place}]")
        elif each["type"] == "literal_error":
            said.append(f"'{place}' moet een van deze zijn: {bounds['expected'].replace(' or ', ' of ')}")
        else:
            said.append(f"'{place}' moet {_KINDS.get(each['type'], 'een getal')} zijn")
    return "; ".join(said)


def _fault(path: Path, said: str) -> RuleError:
    return RuleError(
        f"De instellingen in {path} kloppen niet: {said}{'' if said.endswith('?') else '.'}",
        hint="Verbeter dat bestand; docs/handleiding.md somt de instellingen op.",
    )
