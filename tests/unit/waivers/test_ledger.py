"""Waivers and baselines: what they set aside, and what they tell when they are no longer needed."""

from __future__ import annotations

import datetime as dt

from protocheck.model.outcome import Finding, Outcome, Place, RuleRun
from protocheck.model.text import Location
from protocheck.model.waivers import Known, Lapsed, SetAside, Waiver
from protocheck.waivers import Ledger

NOWHERE = Place("protocol", "article 4", "artikel 4", "[DATUM]", Location(1, 3, 1))
MARK = "0123456789abcdef"
WAIVER = Waiver("F101", MARK, "de datum volgt", "An Peeters", dt.date(2026, 12, 31))


def found(code: str = "F101", mark: str = MARK) -> Finding:
    return Finding(code, "error", "titel", "melding", NOWHERE, fingerprint=mark)


def held(ledger: Ledger, *findings: Finding, name: str = "draft.docx") -> list[SetAside | None]:
    outcome = ledger.held_against(Outcome((), findings), name)
    return [each.waived for each in outcome.findings]


def test_a_waiver_sets_aside_the_finding_with_its_code_and_words() -> None:
    ledger = Ledger([WAIVER], day=dt.date(2026, 11, 22))
    assert held(ledger, found(), found("F102"), found(mark="f" * 16)) == [
        SetAside("waiver", "de datum volgt", "An Peeters", dt.date(2026, 12, 31)),
        None,
        None,
    ]
    assert ledger.notes() == ()


def test_a_waiver_holds_on_its_last_day_and_not_after() -> None:
    assert held(Ledger([WAIVER], day=dt.date(2026, 12, 31)), found()) != [None]
    after = Ledger([WAIVER], day=dt.date(2027, 1, 1))
    assert held(after, found()) == [None]
    assert [(note.state, note.waiver) for note in after.notes()] == [("expired", WAIVER)]


def test_a_waiver_that_ended_is_told_only_where_its_finding_still_stands() -> None:
    after = Ledger([WAIVER], day=dt.date(2027, 1, 1))
    (lapsed,) = after.lapsed(Outcome((), (found(),)), "draft.docx")
    assert lapsed == Lapsed(WAIVER, "titel", "artikel 4")
    assert after.lapsed(Outcome((), ()), "draft.docx") == ()


def test_a_waiver_that_no_finding_needs_is_told() -> None:
    ledger = Ledger([WAIVER], day=dt.date(2026, 11, 22))
    assert held(ledger, found("F102")) == [None]
    assert [(note.state, note.waiver.rule) for note in ledger.notes()] == [("unused", "F101")]


def test_a_waiver_for_one_document_holds_for_no_other() -> None:
    only = Waiver("F101", MARK, "reden", "An", file="ander.docx")
    assert held(Ledger([only]), found()) == [None]
    assert held(Ledger([only]), found(), name="ander.docx") == [SetAside("waiver", "reden", "An")]


def test_a_baseline_sets_aside_as_many_as_stood_there() -> None:
    ledger = Ledger(baseline=[Known("draft.docx", "F101", MARK, 1)])
    first, second = held(ledger, found(), found())
    assert first is not None
    assert first.ground == "baseline"
    assert second is None
    assert ledger.mended == 0


def test_what_is_gone_from_the_baseline_is_counted_as_mended() -> None:
    ledger = Ledger(baseline=[Known("draft.docx", "F101", MARK, 2), Known("draft.docx", "S501", MARK)])
    held(ledger, found())
    assert ledger.mended == 2


def test_nothing_is_said_of_a_rule_or_a_document_that_was_not_looked_at() -> None:
    other = Waiver("F101", MARK, "reden", "An", file="ander.docx")
    unchosen = Waiver("S501", MARK, "reden", "An")
    known = [Known("draft.docx", "S501", MARK), Known("ander.docx", "F101", MARK)]
    ledger = Ledger([other, unchosen], known)
    runs = (RuleRun("F101", "ran"), RuleRun("S501", "skipped", "uitgezet met ignore"))
    ledger.held_against(Outcome((), (), runs), "draft.docx")
    assert ledger.notes() == ()
    assert ledger.mended == 0
