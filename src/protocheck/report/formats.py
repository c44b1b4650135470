"""The names of the formats and the suffixes they go by: cheap to import, so that help is fast."""

from __future__ import annotations

from collections.abc import Mapping

FORMATS = ("terminal", "md", "json", "html", "docx", "pdf")
SUFFIXES: Mapping[str, str] = {
    ".txt": "terminal",
    ".md": "md",
    ".json": "json",
    ".html": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
# Files that no terminal shows.
LETTERS = frozenset({"docx", "pdf"})

# Of what `lint` found; a longer suffix goes before the shorter one that ends it.
LINT_FORMATS = ("terminal", "json", "sarif", "junit", "github")
LINT_SUFFIXES: Mapping[str, str] = {
    ".sarif.json": "sarif",
    ".txt": "terminal",
    ".json": "json",
    ".sarif": "sarif",
    ".xml": "junit",
}

# Of what changed between two versions.
COMPARE_FORMATS = ("terminal", "json")
COMPARE_SUFFIXES: Mapping[str, str] = {".txt": "terminal", ".json": "json"}
