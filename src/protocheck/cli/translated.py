"""Commands and options whose help is translated when it is shown, not when the module is imported."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from protocheck.language import translate

F = TypeVar("F", bound=Callable[..., Any])


class _Translated:
    """Keeps the English help and gives it in the language of the user."""

    _message: str | None = None

    def _shown(self) -> str | None:
        return translate(self._message) if self._message else None

    def _keep(self, message: str | None) -> None:
        self._message = message

    help = property(_shown, _keep)


class Command(_Translated, click.Command):
    """A command with its help as an English message."""


class Group(_Translated, click.Group):
    """A group of commands with its help as an English message."""

    command_class = Command


class Option(_Translated, click.Option):
    """An option with its help as an English message."""


def option(*names: str, **rest: Any) -> Callable[[F], F]:
    """Declare an option of a command, with its help as a marked message."""
    return click.option(*names, cls=Option, **rest)
