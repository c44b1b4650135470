"""What can go wrong, with the exit code and the next step for the user.

Messages are for people: those of the commands go through the catalogue, those on documents and rule
files are written in Dutch where they arise. The exit codes are a promise to whoever calls the program.
"""

from __future__ import annotations

import enum


class ExitCode(enum.IntEnum):
    """The exit codes of every command, never renumbered."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    CONFIGURATION = 4
    INTERNAL = 70


class ProtocheckError(Exception):
    """An error that a user can act on.

    Args:
        message: what happened and to which file.
        hint: what to do next.
    """

    exit_code = ExitCode.INTERNAL

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Keep the message and the next step apart, so that each interface can lay them out."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ProtocheckError):
    """The command was called with something it cannot take."""

    exit_code = ExitCode.USAGE


class DocumentError(ProtocheckError):
    """A document could not be read."""

    exit_code = ExitCode.UNREADABLE


class RuleError(ProtocheckError):
    """A rule file or the configuration is at fault."""

    exit_code = ExitCode.CONFIGURATION


class BrokenOffError(DocumentError):
    """Work on the document came to a sudden end, or to none in time: another try may end better."""


class NotAProtocolError(DocumentError):
    """The document could be read, but it is another kind of paper than a protocol.

    Args:
        message: which kind.
        hint: what to do next.
        kind: the id of that kind in the rules ('processor-agreement').
    """

    def __init__(self, message: str, *, hint: str = "", kind: str = "") -> None:
        """Keep the kind as well."""
        super().__init__(message, hint=hint)
        self.kind = kind
