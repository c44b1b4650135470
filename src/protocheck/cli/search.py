"""`protocheck search`: where words stand in the documents of an audit."""

from __future__ import annotations

from pathlib import Path

import click

from protocheck.cli import output
from protocheck.cli.translated import Command, argument, option
from protocheck.errors import UsageError
from protocheck.language import mark
from protocheck.language import translate as _

FORMATS = ("terminal", "json")
_MOST = 10_000


@click.command(
    cls=Command,
    help=mark(
        "Tell in which articles of the documents of an audit words stand.\n\n"
        "All words must stand in the same article, in whatever form: 'bewaartermijn' also finds "
        "'bewaartermijnen'. OF between two words finds either; NIET leaves out what holds the next word; "
        "'gegeven*' finds what begins like that, '*termijn' what ends like that; '\"sociale huurder\"' "
        "finds those words as they stand."
    ),
)
@argument("words", nargs=-1, required=True)
@option(
    "--store",
    type=click.Path(path_type=Path),
    default="audit.sqlite",
    show_default=True,
    metavar="FILE",
    help=mark("The store of the audit."),
)
@option(
    "--limit",
    type=click.IntRange(1, _MOST),
    default=20,
    show_default=True,
    metavar="N",
    help=mark("How many places to show at most."),
)
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="terminal",
    show_default=True,
    help=mark("The form."),
)
def search(words: tuple[str, ...], store: Path, limit: int, form: str) -> None:
    """Look the words up and show the best places."""
    from protocheck.batch.store import Reader  # noqa: PLC0415 - heavy
    from protocheck.cli import search_shown  # noqa: PLC0415 - only for this command

    question = " ".join(words)
    with Reader(store) as reader:
        _refuse_nothing(question)
        found = reader.search(question, limit)
    if form == "json":
        from protocheck.batch import told  # noqa: PLC0415 - only for this form

        output.emit(told.searched(question, found))
    else:
        output.emit(search_shown.as_terminal(found, output.width(), colour=output.in_colour()))


def _refuse_nothing(question: str) -> None:
    from protocheck.batch.store import query  # noqa: PLC0415 - heavy

    if not query.asked(question).match:
        raise UsageError(
            _("There is no word to look for in {question!r}.").format(question=question),
            hint=_("Name at least one word that must be there, for instance: protocheck search sanctie"),
        )
