"""`protocheck explain RULE --on FILE`: why a rule judges a document as it does, in words or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from protocheck.cli import inputs
from protocheck.language import translate as _
from protocheck.model.options import ReadOptions
from protocheck.report.escape import visible

if TYPE_CHECKING:
    from protocheck.engine.trace import ElementTrace, Refused, SignalTrace, Trace, WeighedTrace
    from protocheck.model.outcome import Evidence
    from protocheck.rulebook.rules import Criterion, Rulebook

_FEW = 3
_QUOTE = 220
_NAMES = 4
# What a reader wants to know first: what was said and denied, then what stands at the wrong place.
_ORDER = (
    "ontkenning", "uitstel", "hol", "oude-wet", "onderwerp", "uitgesloten-term", "niets-erbij",
    "afstand", "kop",
)  # fmt: skip


def traced(
    criterion: Criterion, rules: Rulebook, paths: tuple[Path, ...], options: ReadOptions
) -> tuple[Trace, str]:
    """Read the documents and trace the rule on them; return the account and the name of the first one."""
    from protocheck.engine.trace import trace  # noqa: PLC0415 - heavy
    from protocheck.pipeline import package_of  # noqa: PLC0415 - heavy

    sources = inputs.documents(paths, options)
    return trace(package_of(sources), rules, criterion), sources[0].name


def in_words(found: Trace, name: str, *, whole: bool) -> Iterator[str]:
    """Yield the lines of the account; in full, or what a reader needs first."""
    result = found.result
    yield f"{result.id}  {result.title}"
    yield f"{visible(name)}: {status(result.status)}"
    if found.doubt:
        yield _("Mind: {doubt}").format(doubt=visible(found.doubt))
    for element in found.elements:
        yield ""
        yield f"{element.title}: {status(element.status)}"
        yield from (f"  {line}" for line in (_in_full(element) if whole else _in_short(element)))
    if not whole:
        yield ""
        yield _("Add --all to see every signal that was tried.")


def status(value: str) -> str:
    """Return a status in the language of the user."""
    words = {
        "met": _("in order"),
        "partial": _("incomplete"),
        "unmet": _("missing"),
        "unreadable": _("not to be judged"),
    }
    return words.get(value, value)


def _in_short(element: ElementTrace) -> Iterator[str]:
    hits = _distinct((hit, (s.id, topic)) for s in element.signals for hit, topic in _topical(s))
    if hits:
        yield _("Found:")
        for hit, (signal, topic) in hits[:_FEW]:
            yield f"  {_place(hit)}: {_quote(hit)} ({signal})"
            yield from _by_its_words(topic)
    for undone in (each for each in element.unless if each.hits):
        yield _("Undone by {signal}:").format(signal=undone.id)
        yield from (f"  {_place(hit)}: {_quote(hit)}" for hit in undone.hits[:_FEW])
    yield from _weighed(element)
    if element.status == "met":
        return
    refused = sorted((r for signal in element.signals for r in signal.refused), key=_urgency)
    chosen = _distinct((each.place, each) for each in refused)[:_FEW]
    if chosen:
        yield _("Seen, but does not count:")
        for _place_of, each in chosen:
            yield from (f"  {line}" for line in _objection(each))
    elif not hits:
        yield from _nowhere(element.signals)


def _nowhere(signals: Iterable[SignalTrace]) -> Iterator[str]:
    """Tell of the places that come nearest, and which words are lacking there."""
    given = list(signals)
    near = _distinct((each.near, each) for each in given if each.near is not None)[:_FEW]
    if near:
        yield _("Nothing says it. What comes nearest:")
        for place, signal in near:
            yield f"  {_place(place)}: {_quote(place)} ({_lacks(signal)})"
        return
    checks = [signal for signal in given if signal.check]
    yield from (_("Nothing says it: {lacks}.").format(lacks=_lacks(signal)) for signal in checks)
    if not checks:
        yield _("Nothing says it: no word of this element stands in the document.")


def _weighed(element: ElementTrace) -> Iterator[str]:
    """Tell what the best passage weighs by all its words, and which of them tell most."""
    found = element.weighed
    if found is None:
        return
    told = {
        True: _("Weighed by all words: {weight}, enough (from {start}):"),
        False: _("Weighed by all words: {weight}, not enough (from {start}):"),
    }
    yield told[found.weight >= found.start].format(weight=f"{found.weight:.1f}", start=f"{found.start:.1f}")
    yield f"  {_place(found.place)}: {_quote(found.place)}"
    words = ", ".join(f"‘{visible(word)}’ {weight:+.1f}" for word, weight in found.words)
    yield "  " + _("told most by: {words}").format(words=words)


def _in_full(element: ElementTrace) -> Iterator[str]:
    yield from _weighed(element)
    for signal in element.signals:
        yield from _signal(signal)
    for signal in element.unless:
        yield _("not when this one fires:")
        yield from (f"  {line}" for line in _signal(signal))


def _signal(signal: SignalTrace) -> Iterator[str]:
    check = f" ({_('the check {check}').format(check=signal.check)})" if signal.check else ""
    fires = _("fires") if signal.hits else _("does not fire")
    yield f"{signal.id}{check}: {fires}"
    for hit, topic in _topical(signal):
        yield f"  + {_place(hit)}: {_quote(hit)}"
        yield from _by_its_words(topic)
    for each in signal.refused:
        first, *rest = _objection(each)
        yield f"  - {first}"
        yield from (f"  {line}" for line in rest)
    if not signal.hits and not signal.refused and not signal.check:
        yield f"    {_lacks(signal)}"
        if signal.near is not None:
            yield f"    {_('nearest')}: {_place(signal.near)}: {_quote(signal.near)}"


def _topical(signal: SignalTrace) -> Iterator[tuple[Evidence, tuple[str, ...]]]:
    """Yield the hits, each with the words by which its part is about the subject."""
    for number, hit in enumerate(signal.hits):
        yield hit, signal.topics[number] if signal.topics else ()


def _by_its_words(topic: tuple[str, ...]) -> Iterator[str]:
    if topic:
        words = ", ".join(f"‘{visible(word)}’" for word in topic)
        yield "    " + _("no heading says so; this part is about it by its words: {words}").format(
            words=words
        )


def _objection(each: Refused) -> Iterator[str]:
    """Yield where it stands and what it says, then why that does not count."""
    yield f"{_place(each.place)}: {_quote(each.place)}"
    why = reason(each)
    words = ", ".join(f"‘{visible(word)}’" for word in each.words[:_NAMES])
    yield f"  {why}" + (f" [{words}]" if words else "")


def reason(each: Refused) -> str:
    """Return in words why a place does not count."""
    by = visible(each.by)
    told = {
        "ontkenning": _("denied by ‘{by}’"),
        "uitstel": _("put off by ‘{by}’"),
        "hol": _("says nothing: ‘{by}’"),
        "oude-wet": _("quotes law that is no longer in force: ‘{by}’"),
        "onderwerp": _("is about someone else: ‘{by}’"),
        "uitgesloten-term": _("is about something else, as ‘{by}’ shows"),
        "kop": _("stands under a heading about something else: ‘{by}’")
        if by
        else _("stands under no heading about it"),
        "niets-erbij": _("nothing is said beside it"),
        "afstand": _("the words stand too far apart"),
        "aanvinklijst": _("is a box to tick"),
        "vraag": _("is a question"),
        "leeg": _("is a blank to fill in"),
        "title": _("is the title of the paper"),
        "contents": _("is a row of the contents list"),
        "signature": _("stands in the signature block"),
        "furniture": _("is a running head or a page number"),
        "stamp": _("is the print of a stamp"),
    }
    return (
        told.get(each.reason, each.reason).format(by=by) if by or each.reason != "ontkenning" else _("denied")
    )


def _urgency(each: Refused) -> tuple[int, int]:
    rank = _ORDER.index(each.reason) if each.reason in _ORDER else len(_ORDER)
    return (rank, each.place.span.start)


def _lacks(signal: SignalTrace) -> str:
    if signal.check:
        return _("the check {check} finds nothing").format(check=signal.check)
    if signal.apart:
        return _("all words stand somewhere, but not together")
    names = "; ".join(_names(term) for term in signal.absent)
    return _("nowhere: {names}").format(names=names)


def _names(term: str) -> str:
    """Return alternatives by their names, without the id of the rule or signs."""
    parts = [part.rsplit(":", maxsplit=1)[-1].lstrip("$'@") for part in term.split("|")]
    more = [_("and others")] if len(parts) > _NAMES else []
    return f" {_('or')} ".join([*parts[:_NAMES], *more])


def _distinct(pairs: Iterable[tuple[Evidence, Any]]) -> list[tuple[Evidence, Any]]:
    """Keep the first of those that lie over each other in one document."""
    kept: list[tuple[Evidence, Any]] = []
    for place, other in pairs:
        if not any(place.document == k.document and place.span.overlaps(k.span) for k, _other in kept):
            kept.append((place, other))
    return kept


def _place(each: Evidence) -> str:
    heading = f" ({visible(each.heading)})" if each.heading and each.heading not in each.label else ""
    return f"{each.label}{heading}{_spot(each)}"


def _spot(each: Evidence) -> str:
    """Return the page; in a Word file, which has none, the cell of a table or the number of the paragraph."""
    where = each.location
    if where.page:
        return _(", page {page}").format(page=where.page)
    if where.cell or not where.line:
        return f", {where.cell}" if where.cell else ""
    return f", {_('paragraph {number}').format(number=where.line)}"


def _quote(each: Evidence) -> str:
    text = visible(" ".join(each.reading.split()))
    return f"“{text if len(text) <= _QUOTE else text[:_QUOTE].rsplit(' ', 1)[0] + ' …'}”"


def as_json(found: Trace, name: str) -> str:
    """Return the whole account as JSON (`protocheck/explain@1`)."""
    result = found.result
    told = {
        "schema": "protocheck/explain@1",
        "rule": result.id,
        "title": result.title,
        "document": name,
        "status": result.status,
        "doubt": found.doubt,
        "elements": [_element_json(element) for element in found.elements],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _element_json(element: ElementTrace) -> dict[str, object]:
    return {
        "id": element.id,
        "title": element.title,
        "status": element.status,
        "signals": [_signal_json(signal) for signal in element.signals],
        "unless": [_signal_json(signal) for signal in element.unless],
        "weighed": _weighed_json(element.weighed) if element.weighed is not None else None,
    }


def _weighed_json(found: WeighedTrace) -> dict[str, object]:
    return {
        "weight": round(found.weight, 2),
        "start": round(found.start, 2),
        "signal": found.signal,
        "words": [{"word": word, "weight": round(weight, 2)} for word, weight in found.words],
        "place": _place_json(found.place),
    }


def _signal_json(signal: SignalTrace) -> dict[str, object]:
    return {
        "id": signal.id,
        "check": signal.check,
        "fires": bool(signal.hits),
        "hits": [{**_place_json(hit), "by_words": list(topic)} for hit, topic in _topical(signal)],
        "refused": [
            {
                "reason": each.reason,
                "by": each.by,
                "words": list(each.words),
                "place": _place_json(each.place),
            }
            for each in signal.refused
        ],
        "absent": list(signal.absent),
        "apart": signal.apart,
        "nearest": _place_json(signal.near) if signal.near is not None else None,
    }


def _place_json(each: Evidence) -> dict[str, object]:
    return {
        "document": each.document,
        "ref": each.ref,
        "label": each.label,
        "heading": each.heading,
        "page": each.location.page,
        "line": each.location.line,
        "quote": each.quote,
        "reading": each.reading,
    }
