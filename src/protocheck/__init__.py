"""Read, check and advise on Flemish data-sharing protocols (e-govdecreet, art. 8, §1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protocheck.comparing import compare
    from protocheck.linting import lint
    from protocheck.model.compare_report import CompareReport
    from protocheck.model.lint_report import LintReport
    from protocheck.model.report import Report
    from protocheck.pipeline import examine
    from protocheck.rulebook.load import load as load_rules

__version__ = "0.1.0"
__all__ = [
    "CompareReport",
    "LintReport",
    "Report",
    "__version__",
    "compare",
    "examine",
    "lint",
    "load_rules",
]

# Where each public name lives; imported when it is first used, so that importing the package is cheap.
_PUBLIC = {
    "examine": ("protocheck.pipeline", "examine"),
    "load_rules": ("protocheck.rulebook.load", "load"),
    "lint": ("protocheck.linting", "lint"),
    "compare": ("protocheck.comparing", "compare"),
    "CompareReport": ("protocheck.model.compare_report", "CompareReport"),
    "LintReport": ("protocheck.model.lint_report", "LintReport"),
    "Report": ("protocheck.model.report", "Report"),
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415 - only needed here

    module, attribute = _PUBLIC[name]
    return getattr(importlib.import_module(module), attribute)


def __dir__() -> list[str]:
    """Return the public names, those not imported yet included."""
    return sorted({*globals(), *_PUBLIC})
