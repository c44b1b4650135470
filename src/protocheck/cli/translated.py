"""Commands and options whose help is translated when it is shown, not when the module is imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from protocheck.language import mark, translate

F = TypeVar("F", bound=Callable[..., Any])


class _Translated:
    """Keeps the English help and gives it in the language of the user."""

    _message: str | None = None

    def _shown(self) -> str | None:
        return translate(self._message) if self._message else None

    def _keep(self, message: str | None) -> None:
        self._message = message

    help = property(_shown, _keep)


class _TranslatedCommand(_Translated, click.Command):
    """What a command and a group have in common."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line, their capitals in the language of the user."""
        return [translate(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option --help; click keeps it, so its words are set anew each time."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = translate("Show this message and exit.")
        return found


class Command(_TranslatedCommand):
    """A command with its help as an English message."""


class Group(_TranslatedCommand, click.Group):
    """A group of commands with its help as an English message."""

    command_class = Command


# Capitals of help that click builds itself.
METAVARS = (
    mark("[OPTIONS]"),
    mark("COMMAND [ARGS]..."),
    mark("PROTOCOL"),
    mark("OLD"),
    mark("NEW"),
    mark("FILE"),
    mark("FILES..."),
    mark("WORDS..."),
    mark("DIR"),
    mark("TEXT"),
    mark("RULE"),
    mark("CODE"),
    mark("YYYY-MM-DD"),
    mark("[PATHS]..."),
    mark("DAY"),
)


class Option(_Translated, click.Option):
    """An option with its help as an English message."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for the value, its capitals in the language of the user."""
        return translate(super().make_metavar(ctx))


class Day(click.DateTime):
    """A day as YYYY-MM-DD."""

    def __init__(self) -> None:
        """Take that one form."""
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the day; what is none is refused in words, not in the codes of strftime."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(
                translate("{value!r} is no day; write it as 2026-01-31.").format(value=value), param, ctx
            )


class Argument(click.Argument):
    """An argument whose name is shown in the language of the user."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for the value, its capitals in the language of the user."""
        return translate(super().make_metavar(ctx))


def argument(*names: str, **rest: Any) -> Callable[[F], F]:
    """Declare an argument of a command."""
    return click.argument(*names, cls=Argument, **rest)


def all_of(given: Sequence[Callable[[F], F]], command: F) -> F:
    """Give a command several options, shown in their order."""
    for each in reversed(given):
        command = each(command)
    return command


def option(*names: str, **rest: Any) -> Callable[[F], F]:
    """Declare an option of a command, with its help as a marked message."""
    return click.option(*names, cls=Option, **rest)
