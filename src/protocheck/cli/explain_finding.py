"""A rule for findings in words: what it reports, why, what to do, and an example of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from protocheck.language import translate as _
from protocheck.regex import lazy
from protocheck.report import lint_wording

if TYPE_CHECKING:
    from protocheck.rulebook.rules import FindingExample, FindingRule

_PLACEHOLDER = lazy(r"\{\{[^{}]{0,80}\}\}")


def in_words(rule: FindingRule) -> Iterator[str]:
    """Yield the lines of the explanation."""
    yield f"{rule.id}  {rule.title} ({lint_wording.severity(rule.severity)})"
    yield rule.why
    for source in rule.sources:
        yield f"{_('Source')}: {source.cite}"
    yield ""
    yield _("What it reports")
    for said in (rule.message, *(case.message for case in rule.cases.values())):
        yield f"  {_plain(said)}"
    yield ""
    yield _("What to do")
    for said in dict.fromkeys((rule.suggestion, *(case.suggestion for case in rule.cases.values()))):
        if said:
            yield f"  {_plain(said)}"
    yield from _examples(_("Reported"), (each for each in rule.examples if each.findings))
    yield from _examples(_("Not reported"), (each for each in rule.examples if not each.findings))


def _plain(said: str) -> str:
    return " ".join(_PLACEHOLDER.sub("[...]", said).split())


def _examples(title: str, examples: Iterator[FindingExample]) -> Iterator[str]:
    shown = list(examples)
    if shown:
        yield ""
        yield title
    for example in shown:
        because = f" ({example.because})" if example.because else ""
        yield f"  {' '.join(example.text.split())}{because}"
