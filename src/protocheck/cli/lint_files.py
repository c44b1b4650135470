"""The files that `lint` looks through: read ahead, several at a time, and told about in the order given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from protocheck.cli import inputs
from protocheck.errors import DocumentError, ExitCode, ProtocheckError
from protocheck.language import translate as _
from protocheck.model.options import ReadOptions
from protocheck.record import record

if TYPE_CHECKING:
    from collections.abc import Callable

    from protocheck.ingest.guarded import Pending, Readers
    from protocheck.linting import Linted
    from protocheck.model.text import SourceText
    from protocheck.rulebook import Rulebook


@record
class Trouble:
    """A file that could not be looked through, and the exit code that goes with it."""

    path: Path
    message: str
    hint: str
    exit_code: ExitCode


def through(
    files: Sequence[Path],
    annexes: Sequence[Path],
    options: ReadOptions,
    rules: Callable[[], Rulebook],
    *,
    force: bool,
) -> Iterator[Linted | Trouble]:
    """Look through each file with the annexes beside it; one that cannot be read stops no other.

    One file alone is read while the rules are loaded. Several are shared out over processes, one a core; in
    each, the next files are being read while one is looked through.

    Raises:
        DocumentError: an annex cannot be read.
        UsageError: standard input is named twice, or closed.
        RuleError: the configuration or a rule is at fault.
    """
    from protocheck.ingest.guarded import Readers, cores  # noqa: PLC0415 - heavy
    from protocheck.linting import prepare  # noqa: PLC0415 - heavy

    inputs.refuse_two_streams((*files, *annexes))
    with Readers() as readers:
        handed = _begin(readers, annexes, options)
        several = len(files) > 1
        begun = _begin(readers, () if several else files, options)
        book = rules()
        prepare()
        given = annexes, [each.result() for each in handed]
        if not several:
            yield _looked(files[0], _result(begun[0]), given, book, force=force)
            return

    from protocheck.cli.lint_apart import apart, helpers  # noqa: PLC0415 - only for several files

    others = helpers(len(files))
    lot = max(cores() // (1 + others), 1)
    yield from apart(files, lambda part: _share(part, given, options, book, lot=lot, force=force), others)


def _share(
    files: Sequence[Path],
    annexes: tuple[Sequence[Path], Sequence[SourceText]],
    options: ReadOptions,
    rules: Rulebook,
    *,
    lot: int,
    force: bool,
) -> Iterator[Linted | Trouble]:
    """Look through files one after the other, while the next lot is being read."""
    from protocheck.ingest.guarded import Readers  # noqa: PLC0415 - heavy

    lots = [files[at : at + lot] for at in range(0, len(files), lot)]
    with Readers() as readers:
        begun = _begin(readers, lots[0], options)
        for at, paths in enumerate(lots):
            read = [_result(each) for each in begun]
            begun = _begin(readers, lots[at + 1], options) if at + 1 < len(lots) else []
            for path, source in zip(paths, read, strict=True):
                yield _looked(path, source, annexes, rules, force=force)


def _begin(readers: Readers, paths: Sequence[Path], options: ReadOptions) -> Sequence[Pending]:
    """Begin to read, each with the limits that hold in its folder."""
    return readers.begin_all([inputs.request(path, inputs.limited(path, options)) for path in paths])


def _result(pending: Pending) -> SourceText | DocumentError:
    """Return the text, or why there is none: that of the others is wanted all the same."""
    try:
        return pending.result()
    except DocumentError as error:
        return error


def _looked(
    path: Path,
    source: SourceText | DocumentError,
    annexes: tuple[Sequence[Path], Sequence[SourceText]],
    rules: Rulebook,
    *,
    force: bool,
) -> Linted | Trouble:
    from protocheck.ingest.child import debugging  # noqa: PLC0415 - heavy
    from protocheck.linting import look_through  # noqa: PLC0415 - heavy

    if isinstance(source, DocumentError):
        return Trouble(path, source.message, source.hint, source.exit_code)
    paths, others = annexes
    try:
        names = [named(each) for each in (path, *paths)]
        return look_through([source, *others], rules, names, force=force)
    except DocumentError as error:
        return Trouble(path, error.message, error.hint, error.exit_code)
    except ProtocheckError:
        raise
    except Exception as error:
        # Our own fault, and no reason to keep from the user what the other files hold.
        if debugging():
            raise
        kind = type(error).__name__
        message = _("{file}: this is a fault in protocheck itself ({kind}); your document was not changed.")
        hint = _("Please report it, with what PROTOCHECK_DEBUG=1 prints.")
        return Trouble(path, message.format(file=named(path), kind=kind), hint, ExitCode.INTERNAL)


def named(path: Path) -> str:
    """Return a path as it was given, in characters that every output can hold."""
    return str(path).encode("utf-8", "replace").decode("utf-8")
