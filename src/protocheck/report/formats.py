"""The names of the formats and the suffixes they go by: cheap to import, so that help is fast."""

from __future__ import annotations

from collections.abc import Mapping

FORMATS = ("terminal", "md", "json")
SUFFIXES: Mapping[str, str] = {".txt": "terminal", ".md": "md", ".json": "json"}

# Of what `lint` found.
LINT_FORMATS = ("terminal", "json")
LINT_SUFFIXES: Mapping[str, str] = {".txt": "terminal", ".json": "json"}
