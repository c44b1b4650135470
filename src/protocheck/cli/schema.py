"""`protocheck schema`: the JSON Schema of what a command prints with --format json."""

from __future__ import annotations

import click

from protocheck.cli import output
from protocheck.cli.translated import Command, argument
from protocheck.language import mark


@click.command(cls=Command, help=mark("Print the JSON Schema of what a command prints (--format json)."))
@argument("command", type=click.Choice(("advise", "lint", "compare", "audit", "search")), default="advise")
def schema(command: str) -> None:
    """Print the schema of that command; of the advice when none is named."""
    from protocheck.batch import told  # noqa: PLC0415 - heavy
    from protocheck.report import as_json, compare_json, lint_json  # noqa: PLC0415 - heavy

    schemas = {
        "advise": as_json.schema,
        "lint": lint_json.schema,
        "compare": compare_json.schema,
        "audit": told.audit_schema,
        "search": told.search_schema,
    }
    output.emit(schemas[command]())
