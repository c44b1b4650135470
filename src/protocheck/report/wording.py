"""The words of the report in the language of the user; the advice itself comes in Dutch from the rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from protocheck.language import plural
from protocheck.language import translate as _
from protocheck.model.outcome import BY_WORDS, Status, VerdictStatus
from protocheck.model.report import CriterionInfo, Report, VerdictInfo
from protocheck.model.reported import AnnexInfo, DocumentInfo, ProvenanceInfo, RunInfo
from protocheck.report import gist

# Each status and verdict has a sign of its own shape: it tells without colour.
SIGNS: dict[str, str] = {
    "met": "✔",
    "partial": "◐",
    "unmet": "✘",
    "unreadable": "?",
    "positive": "✔",
    "conditional": "◐",
    "negative": "✘",
}


class Titled(Protocol):
    """What a criterion is known by, in any report."""

    @property
    def id(self) -> str:
        """Return its code."""

    @property
    def title(self) -> str:
        """Return what it asks."""


def status(value: Status) -> str:
    """Return the status in a word or two."""
    words = {
        "met": _("in order"),
        "partial": _("incomplete"),
        "unmet": _("missing"),
        "unreadable": _("unreadable"),
    }
    return words[value]


def verdict(value: VerdictInfo) -> str:
    """Return the name of the verdict."""
    words: dict[VerdictStatus, str] = {
        "positive": _("positive advice"),
        "conditional": _("positive advice under conditions"),
        "negative": _("negative advice"),
    }
    return words[value.status]


def short_title(criterion: Titled) -> str:
    """Return the criterion in two or three words, for a narrow table."""
    words = {
        "EGOV-01": _("parties and DPOs"),
        "EGOV-02": _("purposes"),
        "EGOV-03": _("data, proportionality"),
        "EGOV-04": _("recipients, third parties"),
        "EGOV-05": _("legal bases"),
        "EGOV-06": _("security"),
        "EGOV-07": _("frequency and duration"),
        "EGOV-08": _("sanctions"),
        "EGOV-09": _("original purposes"),
        "EGOV-10": _("compatibility"),
        "EGOV-11": _("data quality"),
        "EGOV-12": _("specific measures"),
    }
    return words.get(criterion.id, criterion.title)


def standing(criterion: CriterionInfo) -> Status:
    """Return the status that counts: the officer's where there is one, else that of the rules."""
    return criterion.decision.status if criterion.decision else criterion.status


def counts(report: Report) -> str:
    """Return how many elements have which status, as they stand: '10 in orde, 2 ontbreken'."""
    order: tuple[Status, ...] = ("met", "partial", "unmet", "unreadable")
    seen = [standing(each) for each in report.criteria]
    return ", ".join(_counted(each, seen.count(each)) for each in order if each in seen)


def _counted(value: Status, count: int) -> str:
    if value == "unmet":
        return plural("{count} missing", "{count} missing", count).format(count=count)
    return f"{count} {status(value)}"


def reason(criterion: CriterionInfo, report: Report) -> str:
    """Return in a few words why the status is what it is."""
    if criterion.status == "unreadable":
        return unreadable(report.document)
    if criterion.status == "met":
        return gist.of(criterion, report.facts)
    gaps = "; ".join(each.title for each in criterion.elements if each.status != "met")
    return gaps if criterion.status == "unmet" else _("missing: {gaps}").format(gaps=gaps)


def unreadable(document: DocumentInfo) -> str:
    """Return which part of the document cannot be read."""
    if not document.unreadable_pages:
        return _("the document is hard to read")
    pages = document.unreadable_pages
    template = plural("page {pages} is hard to read", "pages {pages} are hard to read", len(pages))
    return template.format(pages=", ".join(map(str, pages)))


def provenance(report: Report) -> list[str]:
    """Return what was read, how, and by which rules; one sentence each."""
    document = report.document
    read = (read_as(document), _("readability {said}").format(said=readability(document)))
    lines = [_("Read: {what}.").format(what="; ".join(read)), *_origin(document)]
    for annex in report.annexes:
        lines += [_("Read along: {name}.").format(name=annex.name), *_origin(annex), *_noted(annex)]
    lines += _noted(document)
    lines += by_words(report)
    lines += not_run(report.runs)
    lines.append(
        _("Judged by protocheck {version} with the rules {packs} ({digest}).").format(
            version=report.tool.version,
            packs=", ".join(report.rules.packs) or "-",
            digest=report.rules.digest[:19] or "-",
        )
    )
    return lines


def on_reading(report: Report) -> list[str]:
    """Return what else there is to say of the reading, one sentence each: the rest stands in a table."""
    document = report.document
    annexes = [line for annex in report.annexes for line in (*_origin(annex), *_noted(annex))]
    return [*_origin(document), *annexes, *_noted(document), *by_words(report), *not_run(report.runs)]


def by_words(report: Report) -> list[str]:
    """Return which points rest on no wording that the rules know, and where: those are to be read again."""
    places = [
        _("point {number} ({place})").format(number=each.number, place=", ".join(labels))
        for each in report.criteria
        if each.decision is None and (labels := _weighed(each))
    ]
    if not places:
        return []
    told = plural(
        "Read it yourself: {points} rests on all words of the passage, not on a wording that the rules know.",
        "Read them yourself: {points} rest on all words of a passage, not on a wording that the rules know.",
        len(places),
    )
    return [told.format(points=_series(places))]


def _weighed(criterion: CriterionInfo) -> list[str]:
    """Return the places of the elements that were recognised by their words alone, each once."""
    found = [criterion.evidence[at] for element in criterion.elements for at in element.evidence]
    return list(dict.fromkeys(each.label for each in found if each.signal == BY_WORDS))


def not_run(runs: Sequence[RunInfo]) -> list[str]:
    """Return which rules did not run and why: those with the same reason in one sentence."""
    grouped: dict[str, list[str]] = {}
    for run in runs:
        grouped.setdefault(run.reason or run.state, []).append(run.id)
    return [
        plural("Rule {ids} did not run: {reason}.", "Rules {ids} did not run: {reason}.", len(ids)).format(
            ids=_listed(ids),
            reason=reason.rstrip("."),
        )
        for reason, ids in grouped.items()
    ]


def _listed(ids: Sequence[str]) -> str:
    """Return 'O701', 'O701 en O703' or, of one run of numbers, 'O701 tot en met O710'."""
    numbers = [int(each[1:]) if each[1:].isdecimal() else None for each in ids]
    first = numbers[0]
    if len(ids) > 2 and first is not None and numbers == list(range(first, first + len(ids))):  # noqa: PLR2004 - two are listed
        return _("{first} up to and including {last}").format(first=ids[0], last=ids[-1])
    return _series(ids)


def _series(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {_('and')} {names[-1]}"


def addressees(report: Report) -> str:
    """Return the bodies that the advice is for."""
    return ", ".join(report.advice.addressees) or ", ".join(
        gist.name(party.short_name) for party in report.facts.parties
    )


def to_do(report: Report) -> str:
    """Return what the list of what must be mended is called: conditions, where the advice depends on them."""
    return _("Conditions") if report.verdict.status == "conditional" else _("What to do")


def _noted(document: DocumentInfo | AnnexInfo) -> list[str]:
    return [note if note.endswith((".", "!", "?")) else f"{note}." for note in document.notes]


def _origin(document: DocumentInfo | AnnexInfo) -> list[str]:
    """Return a sentence on how the text of each page came about, when that was not the same for all."""
    ways: dict[str, list[ProvenanceInfo]] = {}
    for each in document.provenance:
        ways.setdefault(each.method, []).append(each)
    if len(ways) < 2:  # noqa: PLR2004 - one way is said elsewhere
        return []
    said = "; ".join(
        _("{way} on {pages}").format(way=method(way), pages=_pages(runs)) + _sure(runs)
        for way, runs in ways.items()
    )
    return [_("Origin of the text: {ways}.").format(ways=said)]


def _pages(runs: Sequence[ProvenanceInfo]) -> str:
    """Return 'pagina 4' or 'pagina's 1-3, 5'; pages in a row together, whatever their confidence."""
    ends: list[list[int]] = []
    for each in runs:
        first, last = each.first or 0, each.last or 0
        if ends and first == ends[-1][1] + 1:
            ends[-1][1] = last
        else:
            ends.append([first, last])
    count = sum(last - first + 1 for first, last in ends)
    named = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ends)
    return plural("page {pages}", "pages {pages}", count).format(pages=named)


def _sure(runs: Sequence[ProvenanceInfo]) -> str:
    shares = sorted(round(each.confidence * 100) for each in runs)
    if shares[0] == 100:  # noqa: PLR2004 - nothing was recognised
        return ""
    span = str(shares[0]) if shares[0] == shares[-1] else f"{shares[0]}-{shares[-1]}"
    return " " + _("(confidence {share} %)").format(share=span)


def read_as(document: DocumentInfo | AnnexInfo) -> str:
    """Return the name of a document with its pages and how its text was obtained."""
    parts = [document.name]
    if document.pages:
        parts.append(plural("{count} page", "{count} pages", document.pages).format(count=document.pages))
    if document.method:
        parts.append(method(document.method))
    return "; ".join(parts)


def readability(document: DocumentInfo) -> str:
    """Return how readable a document is, and how many reading errors were mended."""
    said = f"{round(document.quality * 100)} %"
    if not document.repairs:
        return said
    mended = plural("{count} reading error mended", "{count} reading errors mended", document.repairs)
    return f"{said}; {mended.format(count=document.repairs)}"


def method(value: str) -> str:
    """Return how the text was obtained."""
    words = {
        "text-layer": _("text layer of the PDF"),
        "learned-advances": _("text layer of the PDF, spacing derived from the letters"),
        "ocr": _("character recognition of a scan"),
        "docx": _("Word file"),
        "odt": _("OpenDocument file"),
        "text": _("plain text"),
        "none": _("no text found"),
    }
    return words.get(value, value)


def place(where: str) -> str:
    """Return a citation for a narrow column, without naming the protocol and without articles."""
    bare = where.replace(" van het protocol", "").replace("het onderdeel ", "").replace(" en de ", " en ")
    return bare.removeprefix("onder meer ").removeprefix("de ")


def capital(text: str) -> str:
    """Return the text with a capital in front."""
    return text[:1].upper() + text[1:]
