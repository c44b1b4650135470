"""`protocheck schema`: the JSON Schema of what `advise --format json` prints."""

from __future__ import annotations

import click

from protocheck.cli import output
from protocheck.cli.translated import Command
from protocheck.language import mark


@click.command(cls=Command, help=mark("Print the JSON Schema of the advice (advise --format json)."))
def schema() -> None:
    """Print the schema."""
    from protocheck.report.as_json import schema as advice_schema  # noqa: PLC0415 - heavy

    output.emit(advice_schema())
