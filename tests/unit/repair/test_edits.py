from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocheck.model.alignment import RepairedText
from protocheck.model.geometry import Span
from protocheck.model.text import SourceText
from protocheck.repair.edits import Change, compose


def source_of(text: str) -> SourceText:
    return SourceText("proef.txt", "", "text/plain", text, ())


def plain(text: str) -> RepairedText:
    return RepairedText.build(source_of(text), [])


def test_a_later_change_swallows_the_edit_it_cuts_into() -> None:
    first = compose(plain("de sam enw erking"), [Change(6, 10, "enw", "een")])
    assert first.text == "de samenw erking"
    second = compose(first, [Change(3, 16, "samenwerking", "twee")])
    assert second.text == "de samenwerking"
    assert [(e.raw, e.text, e.rule) for e in second.edits] == [(Span(3, 17), "samenwerking", "een+twee")]


def test_changes_that_only_touch_stay_apart() -> None:
    first = compose(plain("abcdef"), [Change(0, 2, "", "weg")])
    second = compose(first, [Change(0, 2, "X", "nieuw")])
    assert second.text == "Xef"
    assert [(e.raw, e.text, e.rule) for e in second.edits] == [
        (Span(0, 2), "", "weg"),
        (Span(2, 4), "X", "nieuw"),
    ]


def test_an_edit_that_restores_the_original_disappears() -> None:
    first = compose(plain("abc"), [Change(1, 2, "X", "heen")])
    assert compose(first, [Change(1, 2, "b", "terug")]).edits == ()


def test_a_change_without_width_is_refused() -> None:
    with pytest.raises(ValueError, match="replace something"):
        Change(2, 2, "x", "a")


def test_overlapping_changes_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        compose(plain("abcdef"), [Change(0, 3, "x", "a"), Change(2, 4, "y", "b")])


@st.composite
def rounds(draw: st.DrawFn) -> tuple[str, list[list[Change]]]:
    raw = draw(st.text(alphabet="ab c\n", max_size=24))
    text, stages = raw, []
    for number in range(draw(st.integers(1, 4))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
        changes = [
            Change(a, b, draw(st.text(alphabet="XY ", max_size=3)), f"r{number}")
            for a, b in zip(cuts[::2], cuts[1::2], strict=False)
            if a < b
        ]
        stages.append(changes)
        text = applied(text, changes)
    return raw, stages


def applied(text: str, changes: list[Change]) -> str:
    for change in sorted(changes, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


@given(rounds())
def test_composition_equals_one_stage_after_the_other(case: tuple[str, list[list[Change]]]) -> None:
    raw, stages = case
    text, expected = plain(raw), raw
    for changes in stages:
        text, expected = compose(text, changes), applied(expected, changes)
        assert text.text == expected


@given(rounds(), st.data())
def test_no_crossing_and_to_raw_stays_inside(
    case: tuple[str, list[list[Change]]], data: st.DataObject
) -> None:
    raw, stages = case
    text = plain(raw)
    for changes in stages:
        text = compose(text, changes)
    assert "".join(c.out.of(text.text) for c in text.chunks) == text.text
    assert "".join(c.raw.of(raw) for c in text.chunks) == raw
    start = data.draw(st.integers(0, len(text.text)))
    span = Span(start, data.draw(st.integers(start, len(text.text))))
    back = text.to_raw(span)
    assert 0 <= back.start <= back.end <= len(raw)
    wider = Span(span.start, min(span.end + 1, len(text.text)))
    assert text.to_raw(wider).end >= back.end
    if len(span):
        there = text.from_raw(back)
        assert there.start <= span.start
        assert there.end >= span.end


@given(rounds())
def test_edits_alone_rebuild_the_same_text(case: tuple[str, list[list[Change]]]) -> None:
    raw, stages = case
    text = plain(raw)
    for changes in stages:
        text = compose(text, changes)
    assert RepairedText.build(text.source, text.edits).text == text.text
