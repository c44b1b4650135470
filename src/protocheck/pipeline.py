"""From file to report: read, repair, segment, state the facts, judge, advise; nobody walks back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from protocheck import __version__
from protocheck.model.options import ReadOptions
from protocheck.model.package import Package, Reading
from protocheck.model.text import SourceText

if TYPE_CHECKING:
    from protocheck.model.report import Report
    from protocheck.rulebook import Rulebook

Document = Path | SourceText | str


def examine(
    document: Document,
    annexes: Sequence[Document] = (),
    rules: Rulebook | None = None,
    *,
    force: bool = False,
    password: str = "",
    options: ReadOptions | None = None,
) -> Report:
    """Read a protocol with its annexes and write the advice on it.

    Args:
        document: the protocol: its path, or a text that was read before.
        annexes: what was handed in with it.
        rules: what to judge by; the built-in rules when left out.
        force: judge also a paper that does not look like a protocol.
        password: opens encrypted files; short for `options` with only that.
        options: how to read the documents.

    Raises:
        DocumentError: a document cannot be read, or is no protocol (NotAProtocolError).
        RuleError: a rule is at fault.
    """
    from protocheck.advice.compose import advise  # noqa: PLC0415 - heavy: pydantic
    from protocheck.engine import evaluate  # noqa: PLC0415 - heavy
    from protocheck.rulebook import load  # noqa: PLC0415 - heavy

    how = options or ReadOptions(password=password)
    others = [study(each, f"annex-{index}", options=how) for index, each in enumerate(annexes, start=1)]
    package = Package(study(document, options=how), tuple(others))
    outcome = evaluate(package, rules or load(), force=force)
    return advise(package, outcome, version=__version__)


def study(document: Document, name: str = "protocol", *, options: ReadOptions | None = None) -> Reading:
    """Read one document and state what is in it.

    Raises:
        DocumentError: it cannot be read.
    """
    from protocheck.facts import state  # noqa: PLC0415 - heavy
    from protocheck.ingest.read import read  # noqa: PLC0415 - heavy
    from protocheck.repair import repair  # noqa: PLC0415 - heavy
    from protocheck.segment import segment  # noqa: PLC0415 - heavy

    source = document if isinstance(document, SourceText) else read(Path(document), options=options)
    text = repair(source)
    outline = segment(text)
    return Reading(name, text, outline, state(outline))
