"""The words of the report in the language of the user; the advice itself comes in Dutch from the rules."""

from __future__ import annotations

from protocheck.language import plural
from protocheck.language import translate as _
from protocheck.model.outcome import Status, VerdictStatus
from protocheck.model.report import CriterionInfo, DocumentInfo, Report, VerdictInfo
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


def short_title(criterion: CriterionInfo) -> str:
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


def counts(report: Report) -> str:
    """Return how many elements have which status: '10 in orde, 2 ontbreken'."""
    order: tuple[Status, ...] = ("met", "partial", "unmet", "unreadable")
    seen = [each.status for each in report.criteria]
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
    lines = [_("Read: {what}.").format(what="; ".join(_read(document)))]
    lines += [_("Read along: {name}.").format(name=annex.name) for annex in report.annexes]
    lines += [note if note.endswith((".", "!", "?")) else f"{note}." for note in document.notes]
    skipped = _("Rule {id} did not run: {reason}.")
    lines += [skipped.format(id=run.id, reason=run.reason or run.state) for run in report.runs]
    lines.append(
        _("Judged by protocheck {version} with the rules {packs} ({digest}).").format(
            version=report.tool.version,
            packs=", ".join(report.rules.packs) or "-",
            digest=report.rules.digest[:19] or "-",
        )
    )
    return lines


def _read(document: DocumentInfo) -> list[str]:
    parts = [document.name]
    if document.pages:
        parts.append(plural("{count} page", "{count} pages", document.pages).format(count=document.pages))
    parts.append(method(document.method))
    parts.append(_("readability {share} %").format(share=round(document.quality * 100)))
    if document.repairs:
        parts.append(
            plural("{count} reading error mended", "{count} reading errors mended", document.repairs).format(
                count=document.repairs
            )
        )
    return parts


def method(value: str) -> str:
    """Return how the text was obtained."""
    words = {
        "text-layer": _("text layer of the PDF"),
        "learned-advances": _("text layer of the PDF, spacing derived from the letters"),
        "ocr": _("character recognition of a scan"),
        "docx": _("Word file"),
        "text": _("plain text"),
        "none": _("no text found"),
    }
    return words.get(value, value)


def place(where: str) -> str:
    """Return a citation for a narrow column, without naming the protocol and without articles."""
    bare = where.replace(" van het protocol", "").replace("het onderdeel ", "").replace(" en de ", " en ")
    return bare.removeprefix("onder meer ").removeprefix("de ")
