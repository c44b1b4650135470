"""`protocheck schema`: the JSON Schema of what `advise` and `lint` print with --format json."""

from __future__ import annotations

import click

from protocheck.cli import output
from protocheck.cli.translated import Command, argument
from protocheck.language import mark


@click.command(cls=Command, help=mark("Print the JSON Schema of what a command prints (--format json)."))
@argument("command", type=click.Choice(("advise", "lint")), default="advise")
def schema(command: str) -> None:
    """Print the schema of that command; of the advice when none is named."""
    from protocheck.report import as_json, lint_json  # noqa: PLC0415 - heavy

    output.emit(lint_json.schema() if command == "lint" else as_json.schema())
