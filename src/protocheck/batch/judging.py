"""What one worker makes of one document: read, judged, and stated as it will be kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from protocheck import __version__
from protocheck.advice.compose import advise
from protocheck.batch.answer import pack
from protocheck.batch.passages import passages
from protocheck.engine import evaluate
from protocheck.errors import DocumentError, NotAProtocolError
from protocheck.ingest.limits import ALLOWANCE
from protocheck.ingest.read import read
from protocheck.model.audit import Judgement, State
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText
from protocheck.pipeline import package_of
from protocheck.report.as_json import compact
from protocheck.rulebook import Rulebook

TASK = "judge"


def task(rules: Rulebook) -> Callable[[str, bytes, ReadOptions, Any], bytes]:
    """Return what a copy of this process does with a document; see `ingest.tasks`."""

    def judge(called: str, data: bytes, options: ReadOptions, wishes: Any) -> bytes:
        source = read(None, data=data, name=called, options=options, sha256=wishes["sha256"])
        ALLOWANCE.study(len(source.text))
        return pack(judged(replace(source, name=wishes["name"]), rules))

    return judge


def judged(source: SourceText, rules: Rulebook) -> Judgement:
    """Return what is made of a text."""
    package = package_of([source])
    main = package.main
    made = Judgement(
        source.sha256,
        State.JUDGED,
        passages=passages(main.outline),
        media_type=source.media_type,
        pages=len(source.pages) or None,
        quality=round(main.text.quality.score, 3),
        method=source.method,
    )
    try:
        outcome = evaluate(package, rules)
    except NotAProtocolError as other:
        reason = _said(other, source.name)
        return replace(made, state=State.OTHER, kind=other.kind, reason=reason, hint=other.hint)
    except DocumentError as refused:
        reason = _said(refused, source.name)
        return replace(made, state=State.UNREADABLE, reason=reason, hint=refused.hint, passages=())
    return replace(made, report=compact(advise(package, outcome, version=__version__)))


def _said(fault: DocumentError, name: str) -> str:
    """Return what a refusal says, with 'Het document' for the name that it begins with."""
    begins = fault.message.startswith(f"{name} ")
    return f"Het document{fault.message.removeprefix(name)}" if begins else fault.message
