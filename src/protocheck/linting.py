"""From file to findings: read, repair, segment, state the facts, look for what must be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from protocheck import __version__
from protocheck.model.lint_report import (
    LintCounts,
    LintedDocument,
    LintFailure,
    LintFinding,
    LintReport,
    LintRule,
    WaiverInfo,
)
from protocheck.model.reported import RulesUsed, Tool
from protocheck.model.text import SourceText
from protocheck.pipeline import Document, configured, package_of, prepare_rules, read_together
from protocheck.record import record

if TYPE_CHECKING:
    from protocheck.model.options import ReadOptions
    from protocheck.model.outcome import Outcome
    from protocheck.model.waivers import WaiverNote
    from protocheck.rulebook import Rulebook
    from protocheck.rulebook.rules import FindingRule
    from protocheck.waivers import Ledger


@record
class Linted:
    """What was found in one package; `paths` names its files as they were given, the protocol first."""

    paths: tuple[str, ...]
    document: LintedDocument
    outcome: Outcome

    @property
    def name(self) -> str:
        """Return the name of the protocol's file, without folders."""
        return self.document.document.name

    def held(self, ledger: Ledger) -> Linted:
        """Return it with the findings set aside that may stand."""
        return replace(self, outcome=ledger.held_against(self.outcome, self.name))


def lint(
    document: Document,
    annexes: Sequence[Document] = (),
    rules: Rulebook | None = None,
    *,
    force: bool = False,
    options: ReadOptions | None = None,
) -> LintReport:
    """Read a draft with its annexes and report what a lawyer mends before signature.

    Args:
        document: the draft: its path, or a text that was read before.
        annexes: what was handed in with it.
        rules: what to look for; the built-in rules when left out.
        force: look also through a paper that does not look like a protocol.
        options: how to read the documents.

    Raises:
        DocumentError: a document cannot be read, or is no protocol (NotAProtocolError).
        RuleError: a rule is at fault.
    """
    from protocheck.model.options import ReadOptions  # noqa: PLC0415 - only when something is read

    how = configured(options or ReadOptions(), document)
    sources, rules = read_together((document, *annexes), how, rules, prepare)
    return report([look_through(sources, rules, force=force)], rules)


def prepare() -> None:
    """Import what looking through a text needs; done while documents are being read, it costs no time."""
    from protocheck.advice import linted  # noqa: F401, PLC0415 - heavy

    prepare_rules()


def look_through(
    sources: Sequence[SourceText], rules: Rulebook, paths: Sequence[str] = (), *, force: bool = False
) -> Linted:
    """Look through one package: a protocol, and the annexes handed in with it."""
    from protocheck.advice.linted import annex_info, document_info, run_infos  # noqa: PLC0415 - heavy
    from protocheck.engine.evaluate import lint as found_in  # noqa: PLC0415 - heavy

    package = package_of(sources)
    named = tuple(paths) or tuple(source.name for source in sources)
    outcome = found_in(package, rules, force=force)
    document = LintedDocument(
        file=named[0],
        document=document_info(package.main),
        annexes=tuple(map(annex_info, package.annexes)),
        runs=run_infos(outcome),
    )
    return Linted(named, document, outcome)


def report(
    linted: Iterable[Linted],
    rules: Rulebook,
    failures: Iterable[LintFailure] = (),
    ledger: Ledger | None = None,
) -> LintReport:
    """Put what was found in one or more packages in one report, with the waivers that need attention."""
    from protocheck.advice.linted import lint_finding  # noqa: PLC0415 - heavy

    documents: list[LintedDocument] = []
    findings: list[LintFinding] = []
    for each in linted:
        documents.append(each.document)
        for found in each.outcome.findings:
            name = found.primary.document
            number = int(name.removeprefix("annex-")) if name != "protocol" else 0
            findings.append(lint_finding(found, file=each.paths[number], protocol=each.paths[0]))
    return LintReport(
        tool=Tool(name="protocheck", version=__version__),
        rules=RulesUsed(
            packs=tuple(f"{pack.id}@{pack.version}" for pack in rules.packs), digest=rules.digest
        ),
        documents=tuple(documents),
        findings=tuple(findings),
        failures=tuple(failures),
        counts=_counted(findings),
        waivers=tuple(_waiver_info(note) for note in ledger.notes()) if ledger else (),
        mended=ledger.mended if ledger else 0,
        catalogue=tuple(_rule_info(rule) for rule in rules.findings),
    )


def _counted(findings: Iterable[LintFinding]) -> LintCounts:
    seen = Counter(each.severity if each.waived is None else "waived" for each in findings)
    return LintCounts(error=seen["error"], warning=seen["warning"], info=seen["info"], waived=seen["waived"])


def _rule_info(rule: FindingRule) -> LintRule:
    return LintRule(
        id=rule.id,
        severity=rule.severity,
        title=rule.title,
        why=rule.why,
        suggestion="" if "{{" in rule.suggestion else rule.suggestion,
        sources=tuple(source.cite for source in rule.sources),
    )


def _waiver_info(note: WaiverNote) -> WaiverInfo:
    given = note.waiver
    return WaiverInfo(
        state=note.state,
        rule=given.rule,
        place=given.place,
        file=given.file,
        reason=given.reason,
        who=given.who,
        until=given.until,
    )
