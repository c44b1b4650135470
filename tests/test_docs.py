"""The docs say what is so: commands, options, rules, paths, targets, output and generated pages."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from docs import generate
from protocheck.cli.main import COMMANDS
from protocheck.errors import ExitCode
from protocheck.report import wording
from protocheck.rulebook import load

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "corpus/README.md")]
PAGES += sorted(
    path for path in (ROOT / "docs").rglob("*.md") if path.name not in {"rules.md", "accuracy.md"}
)
SUBCOMMANDS = {"rules": ["list", "test", "schema"]}

of_each_page = pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])


@cache
def help_of(*command: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "protocheck", *command, "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"protocheck {' '.join(command)} --help: {done.stderr}"
    return done.stdout


def code_of(page: Path) -> list[str]:
    """Return what stands in code on a page: fenced lines without shown output, and inline code."""
    text = page.read_text("utf-8")
    text = re.sub(r"<!-- uitvoer: .*?<!-- einde uitvoer -->", "", text, flags=re.DOTALL)
    fenced = re.findall(r"^```\w*\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))
    return [line for block in fenced for line in block.splitlines()] + inline


@of_each_page
def test_every_command_and_option_on_the_page_exists(page: Path) -> None:
    for code in code_of(page):
        words = code.split("#")[0].split()
        if not words or words[0] != "protocheck" or len(words) < 2 or words[1].startswith("-"):
            continue
        assert words[1] in COMMANDS, code
        sub = [words[2]] if len(words) > 2 and words[2] in SUBCOMMANDS.get(words[1], []) else []
        text = help_of(words[1], *sub)
        options = [word.split("=")[0] for word in words if re.fullmatch(r"--?[a-z].*", word)]
        assert [option for option in options if not re.search(rf"(?<!\S){option}\b", text)] == [], code


@of_each_page
def test_every_rule_on_the_page_exists(page: Path) -> None:
    known = {criterion.id for criterion in load().criteria}
    assert set(re.findall(r"\bEGOV-\d+\b", page.read_text("utf-8"))) <= known


@of_each_page
def test_every_path_on_the_page_exists(page: Path) -> None:
    roots = ("src/", "rules/", "corpus/", "tests/", "benchmarks/", "docs/", ".ci/")
    named = [code for code in code_of(page) if code.startswith(roots) and " " not in code]
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    missing = [name for name in named if not (ROOT / name).exists()]
    missing += [link for link in linked if not (page.parent / link).exists()]
    assert missing == []


@of_each_page
def test_every_make_target_on_the_page_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    named = {code.split()[1] for code in code_of(page) if re.match(r"make [a-z]", code)}
    assert named <= targets


def test_the_readme_lists_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"`protocheck {name}`" not in readme] == []


EVERY_COMMAND = [
    (),
    *((name,) for name in COMMANDS),
    *((c, s) for c, subs in SUBCOMMANDS.items() for s in subs),
]


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=" ".join)
def test_every_command_has_help_in_dutch(command: tuple[str, ...]) -> None:
    text = help_of(*command)
    assert "Gebruik:" in text
    words = set(re.findall(r"[a-z]+", text.lower()))
    assert words & {"de", "het", "een"}
    assert not words & {"the", "and", "this", "show", "exit", "options", "usage", "with"}


def test_the_readme_opens_with_the_two_commands() -> None:
    opening = (ROOT / "README.md").read_text("utf-8").split("```")[1]
    assert re.findall(r"^make \w+", opening, flags=re.MULTILINE) == ["make advise", "make test"]


def test_the_readme_shows_the_output_of_today() -> None:
    assert "uitvoer: protocheck advise" in generate.README.read_text("utf-8")
    assert generate.readme() == generate.README.read_text("utf-8"), "make docs"


def test_the_page_of_rules_is_current() -> None:
    assert generate.PAGE.read_text("utf-8") == generate.page(), "make docs"


def test_the_example_in_the_readme_runs() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    done = subprocess.run(  # noqa: S603 - our own example
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("EGOV-01 ")


def test_the_manual_uses_the_words_of_the_program() -> None:
    manual = (ROOT / "docs" / "handleiding.md").read_text("utf-8")
    words = [wording.status(status) for status in ("met", "partial", "unmet", "unreadable")]
    words += ["positief advies", "positief advies onder voorwaarden", "negatief advies"]
    assert [word for word in words if f"| {word} |" not in manual] == []


def test_the_manual_lists_the_exit_codes() -> None:
    manual = (ROOT / "docs" / "handleiding.md").read_text("utf-8")
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", manual, flags=re.MULTILINE)} == set(ExitCode)


def test_decisions_are_numbered_without_a_gap() -> None:
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [path.name[:4] for path in files] == [f"{number:04}" for number in range(1, len(files) + 1)]
    for number, path in enumerate(files, 1):
        assert path.read_text("utf-8").startswith(f"# {number}. "), path.name


def test_every_library_has_a_reason() -> None:
    import tomllib  # noqa: PLC0415 - only here

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    named = [*project["project"]["dependencies"], *groups["learn"]]
    named += [each for each in groups["dev"] if isinstance(each, str)]
    named += [
        name for extra in project["project"].get("optional-dependencies", {}).values() for name in extra
    ]
    libraries = {re.split(r"[<>=!~\[; ]", name)[0] for name in named}
    reasons = (ROOT / "docs" / "decisions" / "0002-libraries.md").read_text("utf-8")
    assert [name for name in sorted(libraries) if f"**{name}**" not in reasons] == []


def test_the_changelog_has_room_for_what_comes() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(r"^## \[Unreleased\]$", text, flags=re.MULTILINE)


def test_users_are_not_told_about_the_workshop() -> None:
    pages = " ".join(page.read_text("utf-8") for page in PAGES)
    assert re.findall(r"/work/|/tmp/|\bseed\b|\.\./shared", pages) == []
