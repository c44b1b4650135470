"""Where the rules of the program itself are: in the wheel, or beside the sources."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def rules_directory() -> Path:
    """Return the folder with the built-in packs: `_rules` in a wheel, `rules/` in a checkout."""
    installed = _PACKAGE / "_rules"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "rules"
