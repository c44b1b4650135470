"""From file to report: read, repair, segment, state the facts, judge, advise; nobody walks back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from protocheck import __version__
from protocheck.model.options import ReadOptions
from protocheck.model.package import Package, Reading
from protocheck.model.text import SourceText

if TYPE_CHECKING:
    import datetime as dt

    from protocheck.model.report import Report
    from protocheck.model.review import Review
    from protocheck.model.waivers import Lapsed, Waiver
    from protocheck.rulebook import Rulebook

Document = Path | SourceText | str


def examine(  # noqa: PLR0913 - what a caller may say, by name
    document: Document,
    annexes: Sequence[Document] = (),
    rules: Rulebook | None = None,
    *,
    force: bool = False,
    password: str = "",
    options: ReadOptions | None = None,
    review: Review | None = None,
    party: str = "",
    waivers: Sequence[Waiver] = (),
    day: dt.date | None = None,
) -> Report:
    """Read a protocol with its annexes and write the advice on it.

    Args:
        document: the protocol: its path, or a text that was read before.
        annexes: what was handed in with it.
        rules: what to judge by; the built-in rules when left out.
        force: judge also a paper that does not look like a protocol.
        password: opens encrypted files; short for `options` with only that.
        options: how to read the documents.
        review: what the officer decided; see `waivers.review_file`.
        party: for which of the parties the advice is; for all when empty.
        waivers: decisions to let findings stand; see `waivers.files`.
        day: on which waivers are held, those of the review too; without it they all hold.

    Raises:
        DocumentError: a document cannot be read, or is no protocol (NotAProtocolError).
        RuleError: a rule is at fault, or the review names a criterion that does not exist.
        UsageError: there is no such party.
    """
    how = configured(options or ReadOptions(password=password), document)
    sources, rules = read_together((document, *annexes), how, rules, prepare)
    from protocheck.advice.compose import advise  # noqa: PLC0415 - heavy; prepared while reading
    from protocheck.engine import evaluate  # noqa: PLC0415 - the same

    package = package_of(sources)
    outcome = evaluate(package, rules, force=force)
    lapsed: tuple[Lapsed, ...] = ()
    if review is not None or waivers:
        from protocheck.waivers import Ledger  # noqa: PLC0415 - only for who decides

        ledger = Ledger((*waivers, *(review.waivers if review else ())), day=day)
        outcome = ledger.held_against(outcome, sources[0].name)
        lapsed = ledger.lapsed(outcome, sources[0].name)
    return advise(package, outcome, version=__version__, review=review, party=party, lapsed=lapsed)


def read_together(
    documents: Sequence[Document], options: ReadOptions, rules: Rulebook | None, ready: Callable[[], None]
) -> tuple[list[SourceText], Rulebook]:
    """Read the documents of a package by processes of their own; meanwhile this one gets ready.

    Args:
        documents: their paths; a text that was read before stays as it is.
        options: how to read them.
        rules: the built-in rules are loaded when left out.
        ready: imports what is needed next.

    Raises:
        DocumentError: one cannot be read.
        RuleError: a rule is at fault.
    """
    from protocheck.ingest.guarded import Readers  # noqa: PLC0415 - heavy

    with Readers() as readers:
        begun = [
            each if isinstance(each, SourceText) else readers.begin(Path(each), options=options)
            for each in documents
        ]
        ready()
        rules = rules or _load()
        return [each if isinstance(each, SourceText) else each.result() for each in begun], rules


def prepare() -> None:
    """Import what an advice needs; done while documents are being read, it costs no time."""
    from protocheck.advice.compose import advise  # noqa: F401, PLC0415 - heavy

    prepare_rules()


def prepare_rules() -> None:
    """Import what applying rules to a text needs, whatever is made of it."""
    from protocheck.engine import evaluate  # noqa: F401, PLC0415 - heavy
    from protocheck.facts import state  # noqa: F401, PLC0415 - heavy
    from protocheck.repair import repair  # noqa: F401, PLC0415 - heavy
    from protocheck.segment import segment  # noqa: F401, PLC0415 - heavy


def configured(options: ReadOptions, document: Document) -> ReadOptions:
    """Return the options with the limits that hold for the document, unless limits were given.

    Raises:
        RuleError: the configuration is at fault.
    """
    from protocheck.configuration import configuration_for  # noqa: PLC0415 - only when something is read

    if options.limits is not None or isinstance(document, SourceText):
        return options
    return replace(options, limits=configuration_for(Path(document)).limits)


def _load() -> Rulebook:
    from protocheck.rulebook import load  # noqa: PLC0415 - heavy

    return load()


def package_of(sources: Sequence[SourceText]) -> Package:
    """Study a protocol and the annexes handed in with it, which were read before."""
    main, *others = sources
    annexes = (study(each, f"annex-{index}") for index, each in enumerate(others, start=1))
    return Package(study(main), tuple(annexes))


def study(document: Document, name: str = "protocol", *, options: ReadOptions | None = None) -> Reading:
    """Read one document and state what is in it.

    Raises:
        DocumentError: it cannot be read.
    """
    from protocheck.facts import state  # noqa: PLC0415 - heavy
    from protocheck.ingest.guarded import read  # noqa: PLC0415 - heavy
    from protocheck.repair import repair  # noqa: PLC0415 - heavy
    from protocheck.segment import segment  # noqa: PLC0415 - heavy

    if isinstance(document, SourceText):
        source = document
    else:
        source = read(Path(document), options=configured(options or ReadOptions(), document))
    text = repair(source)
    outline = segment(text)
    return Reading(name, text, outline, state(outline))
