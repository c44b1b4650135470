"""Lay out an advice as a letter: Aanleiding, Rechtsgrond, Analyse, Advies, and how it came about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from protocheck.language import day
from protocheck.language import translate as _
from protocheck.model.letter import (
    Block,
    Clause,
    Condition,
    Heading,
    Items,
    Letter,
    PageBreak,
    Paragraph,
    Rows,
    Verdict,
)
from protocheck.model.letterhead import Letterhead
from protocheck.model.report import Action, CriterionInfo, Report
from protocheck.model.reported import AnnexInfo
from protocheck.report import decisions, wording


def letter(report: Report, head: Letterhead | None = None) -> Letter:
    """Return the advice as a letter under the letterhead of the adviser's service."""
    head = head or Letterhead()
    return Letter(
        head=head,
        kind=_("Advice"),
        subject=_("Advice on: {title}").format(title=report.document.title or report.document.name),
        addressee=_addressee(report, head),
        details=tuple(_details(report, head)),
        blocks=tuple(_blocks(report)),
        signature=tuple(_signature(head)),
    )


def _details(report: Report, head: Letterhead) -> Iterator[tuple[str, str]]:
    if head.date:
        yield _("Date"), day(head.date)
    addressee = _addressee(report, head)
    if addressee:
        yield _("For"), addressee
    if head.reference:
        yield _("Reference"), head.reference
    yield _("Document"), report.document.name


def _addressee(report: Report, head: Letterhead) -> str:
    return head.addressee or wording.addressees(report)


def _signature(head: Letterhead) -> Iterator[str]:
    if head.place and head.date:
        yield f"{head.place}, {day(head.date)}"
    elif head.place or head.date:
        yield head.place or day(head.date or dt.date.min)
    yield from filter(None, (head.author, head.function, head.service, head.contact))


def _blocks(report: Report) -> Iterator[Block]:
    yield Verdict(report.verdict.status, wording.capital(wording.verdict(report.verdict)))
    yield from _section(_("Occasion"), report.advice.introduction)
    yield from _section(_("Legal ground"), report.advice.legal_ground)
    yield from _section(_("Analysis"), report.advice.analysis)
    for criterion in report.criteria:
        yield from _point(criterion)
    yield from _section(_("Advice"), [report.verdict.text])
    yield from _conditions(report)
    yield from _tasks(report)
    yield from _remarks(report)
    yield from _section(_("Publication"), report.advice.publication, level=2)
    yield PageBreak()
    yield from _account(report)


def _section(title: str, paragraphs: Iterable[str], level: int = 1) -> Iterator[Block]:
    blocks = [block for paragraph in paragraphs for block in _plain(paragraph)]
    if blocks:
        yield Heading(title, level)
        yield from blocks


def _plain(text: str) -> Iterator[Paragraph | Items]:
    """Yield the paragraphs of a text; lines that start with '- ' are items of a list."""
    for paragraph in text.split("\n\n"):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        said = [line for line in lines if not line.startswith("- ")]
        if said:
            yield Paragraph(" ".join(said))
        items = tuple(line[2:] for line in lines if line.startswith("- "))
        if items:
            yield Items(items)


def _point(criterion: CriterionInfo) -> Iterator[Block]:
    yield Heading(f"{criterion.number}. {criterion.title}", 2, criterion.id)
    first, *rest = [*_plain(criterion.text)] or [Paragraph("")]
    if criterion.decision is not None:
        yield Paragraph(decisions.reason(criterion), lead=decisions.lead(criterion))
    status = f"{wording.capital(decisions.found(criterion))}."
    if isinstance(first, Paragraph):
        yield Paragraph(first.text, lead=status)
    else:
        yield Paragraph("", lead=status)
        yield first
    yield from rest
    for remark in criterion.remarks:
        yield Paragraph(remark, lead=f"{_('Remark')}:")


def _conditions(report: Report) -> Iterator[Block]:
    if not report.advice.actions:
        return
    yield Heading(wording.to_do(report), 2)
    for number, action in enumerate(report.advice.actions, start=1):
        yield _condition(number, action)


def _condition(number: int, action: Action) -> Condition:
    body: list[Paragraph | Items | Clause] = list(_plain(action.text))
    if action.clause:
        paragraphs = (line.strip() for line in action.clause.split("\n"))
        body.append(Clause(tuple(filter(None, paragraphs))))
    return Condition(number, action.title or action.source, tuple(body))


def _tasks(report: Report) -> Iterator[Block]:
    if report.advice.tasks:
        yield Heading(_("What {party} has to do").format(party=report.advice.addressed), 2)
        yield Items(report.advice.tasks)


def _remarks(report: Report) -> Iterator[Block]:
    points = {criterion.id for criterion in report.criteria}
    rest = tuple(remark.text for remark in report.advice.remarks if remark.source not in points)
    if rest:
        yield Heading(_("Remarks"), 2)
        yield Items(rest)


def _annex(annex: AnnexInfo) -> Iterator[tuple[str, str]]:
    yield _("Annex"), wording.read_as(annex)
    yield _("Fingerprint (SHA-256)"), annex.sha256


def _account(report: Report) -> Iterator[Block]:
    """Yield the annex: what was judged, by what, how well it could be read, and what was decided besides."""
    document = report.document
    yield Heading(_("How this advice came about"))
    rows = [
        (_("Document"), wording.read_as(document)),
        (_("Fingerprint (SHA-256)"), document.sha256),
        *(row for annex in report.annexes for row in _annex(annex)),
        (_("Readability"), wording.readability(document)),
        (_("Rules"), ", ".join(report.rules.packs)),
        (_("Fingerprint (SHA-256)"), report.rules.digest.removeprefix("sha256:")),
        (_("Program"), f"{report.tool.name} {report.tool.version}"),
        *([(_("Judged by"), report.review.by)] if report.review else []),
    ]
    yield Rows((), tuple(rows))
    for line in wording.on_reading(report):
        yield Paragraph(line)
    yield Heading(_("The twelve at a glance"), 2)
    yield Rows(
        (_("No."), _("Element"), _("Status"), _("Where")),
        tuple(
            (str(each.number), wording.short_title(each), decisions.statuses(each), each.where or "-")
            for each in report.criteria
        ),
    )
    for heading, items in decisions.lists(report):
        yield Heading(heading, 2)
        yield Items(items)
