"""The house stays a house: import direction, who may use which library, sizes, names, start-up."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "protocheck"
OURS = sorted(
    path
    for folder in ("src", "tests", "benchmarks", "corpus", "docs", "scripts")
    for path in (ROOT / folder).rglob("*.py")
)

# A library that belongs to one room, with the places that may import it.
LIBRARIES = {
    "click": ("cli/",),
    "rich": ("cli/", "report/"),
    "pdfplumber": ("ingest/",),
    "pdfminer": ("ingest/",),
    "pypdfium2": ("ingest/",),
    "docx": ("ingest/", "report/"),
    "rapidfuzz": ("match/",),
    "snowballstemmer": ("match/",),
    "yaml": ("rulebook/", "engine/selftest"),
    "xlsxwriter": ("batch/exports/",),
    "matplotlib": ("batch/dashboard/",),
}

# Libraries that cost start-up time: nothing may load them before a command needs them.
HEAVY = {
    "pydantic",
    "rich",
    "lxml",
    "pdfplumber",
    "pdfminer",
    "pypdfium2",
    "rapidfuzz",
    "yaml",
    "snowballstemmer",
    "xlsxwriter",
    "matplotlib",
}

FORBIDDEN_NAMES = {"utils.py", "helpers.py", "common.py", "misc.py", "util.py"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_imports_go_one_way(capsys: pytest.CaptureFixture[str]) -> None:
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None)
    assert code == 0, capsys.readouterr().out


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_stays_in_its_room(library: str) -> None:
    strangers = [
        place
        for path in PACKAGE.rglob("*.py")
        for place in [path.relative_to(PACKAGE).as_posix()]
        if not place.startswith(LIBRARIES[library])
        and any(name.split(".")[0] == library for name in imported(parsed(path)))
    ]
    assert strangers == []


def test_starting_up_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "protocheck", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.fullmatch(r"protocheck\D{0,20}\d+\.\d+\.\d+\n", done.stdout)
    loaded = {
        line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line
    }
    assert "click" in loaded
    assert not loaded & HEAVY


def test_files_keep_to_a_readable_length() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in OURS}
    too_long = {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > LONGEST_FILE}
    assert too_long == {}


def test_functions_keep_to_a_readable_length() -> None:
    too_long = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in OURS
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert too_long == {}


def test_no_module_is_a_drawer_of_odds_and_ends() -> None:
    assert [str(path) for path in OURS if path.name in FORBIDDEN_NAMES] == []


def test_no_module_hides_one_of_the_standard_library() -> None:
    modules = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in PACKAGE.rglob("*.py")}
    assert modules & set(sys.stdlib_module_names) == set()


def test_only_the_border_prints() -> None:
    printing = [
        f"{place}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for place in [path.relative_to(PACKAGE).as_posix()]
        if not place.startswith(("cli/", "report/"))
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_every_ignored_lint_rule_gives_its_reason() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in OURS
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"# noqa(?:: [A-Z0-9, ]{1,60})?$", line.rstrip())
    ]
    assert bare == []
