"""`protocheck rules`: the rule book: list it, run its examples, print the schema of a rule file."""

from __future__ import annotations

from pathlib import Path

import click

from protocheck.cli import inputs, output
from protocheck.cli.translated import Group
from protocheck.errors import ExitCode
from protocheck.language import mark, plural


@click.group(cls=Group, help=mark("Look into the rule book."))
def rules() -> None:
    """Hold the commands about rules together."""


@rules.command("list", help=mark("List the packs and their rules."))
@inputs.PACKS
def listed(packs: tuple[Path, ...]) -> None:
    """Print each pack with its rules."""
    from protocheck.rulebook import load  # noqa: PLC0415 - heavy

    lines = []
    for pack in load(packs).packs:
        lines.append(f"{pack.id}@{pack.version}  {pack.title}")
        lines.extend(f"  {rule.id}  {rule.title}" for rule in pack.criteria)
        lines.extend(f"  {rule.id}  {rule.title}" for rule in pack.findings)
    output.emit("\n".join(lines) + "\n")


@rules.command("test", help=mark("Run the examples in every rule file."))
@inputs.PACKS
def tested(packs: tuple[Path, ...]) -> int:
    """Run the examples; exit code 4 when one gives another judgement than it says."""
    from protocheck.engine.selftest import selftest  # noqa: PLC0415 - heavy
    from protocheck.rulebook import load  # noqa: PLC0415 - heavy

    result = selftest(load(packs))
    for fault in result.faults:
        output.emit(f"{fault}\n")
    good = plural("{count} example is right.", "{count} examples are right.", result.passed)
    output.emit(good.format(count=result.passed) + "\n")
    if result.faults:
        bad = plural("{count} example is wrong.", "{count} examples are wrong.", len(result.faults))
        output.emit(bad.format(count=len(result.faults)) + "\n")
        return ExitCode.CONFIGURATION
    return ExitCode.OK


@rules.command("schema", help=mark("Print the JSON Schema of a rule file, for editors."))
def schema() -> None:
    """Print the schema."""
    from protocheck.rulebook.schema import json_schema  # noqa: PLC0415 - heavy

    output.emit(json_schema())
