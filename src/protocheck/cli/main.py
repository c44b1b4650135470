"""The command `protocheck`: finds the command asked for, and ends every fault with the right exit code."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from protocheck import __version__
from protocheck.cli import output
from protocheck.cli.translated import Group, Option
from protocheck.errors import ExitCode, ProtocheckError
from protocheck.language import mark, speak
from protocheck.language import translate as _

# Every command and where it lives; imported only when it is asked for.
COMMANDS = {
    "advise": "protocheck.cli.advise",
    "lint": "protocheck.cli.lint",
    "compare": "protocheck.cli.compare",
    "audit": "protocheck.cli.audit",
    "search": "protocheck.cli.search",
    "review": "protocheck.cli.review",
    "extract": "protocheck.cli.extract",
    "rules": "protocheck.cli.rules",
    "explain": "protocheck.cli.explain",
    "schema": "protocheck.cli.schema",
}
INTERRUPTED = 130
GARBAGE_THRESHOLD = 1_000_000


class Commands(Group):
    """Imports a command when it is asked for, and speaks the language of the user from the first word."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands, the most used first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return the command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(COMMANDS[cmd_name]), cmd_name)
        return command if isinstance(command, click.Command) else None

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> Any:  # type: ignore[override]  # click's overloads promise NoReturn
        """Run a command and end with its exit code."""
        # One short run makes many small lasting objects; looking for rings among them costs a tenth of it.
        gc.set_threshold(GARBAGE_THRESHOLD)
        speak()
        extra.pop("standalone_mode", None)
        sys.exit(guarded(lambda: super(Commands, self).main(args, standalone_mode=False, **extra)))


@click.group(
    cls=Commands,
    help=mark("Read a data-sharing protocol as a data protection officer would, and advise on it."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(
    __version__,
    prog_name="protocheck",
    message="%(prog)s %(version)s",
    cls=Option,
    help=mark("Show the version and exit."),
)
def cli() -> None:
    """Hold the commands together."""


def guarded(command: Callable[[], object]) -> int:
    """Run the command; return its exit code, or that of what went wrong after telling the user."""
    try:
        result = command()
    except ProtocheckError as error:
        output.tell(error.message, error.hint)
        return int(error.exit_code)
    except click.ClickException as error:
        error.show()
        return int(ExitCode.USAGE)
    except SystemExit:
        return int(ExitCode.OK)  # click's answer when who reads its help has left: no fault
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last net: no user ever sees a traceback unasked
        return _own_fault(error)
    return result if isinstance(result, int) else int(ExitCode.OK)


def _own_fault(error: Exception) -> int:
    if os.environ.get("PROTOCHECK_DEBUG") == "1":
        import traceback  # noqa: PLC0415 - only for who asks

        traceback.print_exception(error)
    kind = type(error).__name__
    output.tell(
        _("this is a fault in protocheck itself ({kind}); your document was not changed.").format(kind=kind),
        _(
            "Please report it with version {version}, the command you gave and what "
            "PROTOCHECK_DEBUG=1 prints."
        ).format(version=__version__),
    )
    return int(ExitCode.INTERNAL)


def run() -> None:
    """Start the program; end it at once when the command is done.

    Taking down the interpreter object by object would cost a fifth of the whole run, and nothing is left
    to be written: files are closed where they are made, and both streams are flushed here.
    """
    try:
        cli.main(prog_name="protocheck")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    else:
        code = int(ExitCode.OK)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    _keep_patterns()
    os._exit(code)


def _keep_patterns() -> None:
    """Spare the next run what this one had to compile, if it compiled anything."""
    if "protocheck.kept_patterns" in sys.modules:
        from protocheck import kept_patterns  # noqa: PLC0415 - heavy for who asks only for the version

        kept_patterns.keep()
