from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocheck.model.geometry import Span
from protocheck.model.text import Line, SourceText
from protocheck.repair import STAGES, repair
from tests.damage import KINDS, STRENGTHS, damage
from tests.unit.repair.paper import PROTOCOL, mended, source_of


def test_a_sound_protocol_is_left_alone() -> None:
    assert repair(source_of(PROTOCOL)).edits == ()


def test_an_unknown_stage_is_refused() -> None:
    with pytest.raises(ValueError, match="spatie"):
        repair(source_of("tekst"), off=frozenset({"spatie"}))


@pytest.mark.parametrize(
    ("stage", "raw", "expected"),
    [
        ("unicode", "de o\ufb03ci\u00eble te\u00adkst", "de officiële tekst"),
        ("lines", "de gegevens-\nverwerking van de stad", "de gegevensverwerking\nvan de stad"),
        (
            "letters",
            "de verwerking is noodzakeliik voor de stad",
            "de verwerking is noodzakelijk voor de stad",
        ),
        (
            "glued",
            "volgens hetdecreet van de Vlaamse overheid",
            "volgens het decreet van de Vlaamse overheid",
        ),
    ],
)
def test_every_stage_mends_and_can_be_switched_off(stage: str, raw: str, expected: str) -> None:
    assert mended(raw) == expected
    assert mended(raw, stage) == raw


def test_spacing_can_be_switched_off() -> None:
    raw = damage(PROTOCOL, "split", "medium", 3)
    assert mended(raw, "spacing") == raw
    assert mended(raw) != raw


def test_markup_goes_and_points_back() -> None:
    raw = "De **gemeente** en<br>de stad"
    spans = (Span(3, 5), Span(13, 15), Span(18, 22))
    text = repair(SourceText("a.md", "", "text/markdown", raw, (), markup=spans))
    assert text.text == "De gemeente en de stad"
    assert text.quote(Span(3, 11)) == "gemeente"
    assert [edit.rule for edit in text.edits] == ["markup", "markup", "markup"]


def test_the_change_log_names_place_rule_and_both_texts() -> None:
    raw = "volgens hetdecreet van de Vlaamse overheid"
    (edit,) = repair(source_of(raw)).edits
    assert (edit.raw, edit.raw.of(raw), edit.text, edit.rule) == (
        Span(8, 18),
        "hetdecreet",
        "het decreet",
        "glued",
    )


def test_a_line_marked_by_the_format_is_furniture_after_repair() -> None:
    raw = "Kop van\u00adde pagina\nDe tekst"
    line = Line("Kop van\u00adde pagina", Span(0, 17), 1, 1, role="furniture")
    text = repair(SourceText("a.pdf", "", "application/pdf", raw, (line,)))
    assert [span.of(text.text) for span in text.furniture] == ["Kop van de pagina"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("strength", STRENGTHS)
def test_any_damage_is_mended_without_losing_the_way_back(kind: str, strength: str) -> None:
    raw = damage(PROTOCOL, kind, strength, 7)
    text = repair(source_of(raw))
    assert "".join(chunk.raw.of(raw) for chunk in text.chunks) == raw
    assert "".join(chunk.out.of(text.text) for chunk in text.chunks) == text.text
    assert repair(source_of(raw)) == text


@given(st.text(alphabet="abde mwOG@.,-\n\f\t\u00ad\ufb01é1l[]()0", max_size=300))
def test_no_text_breaks_the_stages(raw: str) -> None:
    text = repair(source_of(raw))
    for edit in text.edits:
        assert 0 <= edit.raw.start < edit.raw.end <= len(raw)
        assert edit.rule.split("/")[0].split("+")[0] in STAGES


def test_a_text_of_another_language_is_left_alone() -> None:
    english = "The users of the system define the rules and send them to the staff for advice. " * 4
    french = "Les données sont transmises pour le contrôle des aides et des primes, et pour les avis. " * 4
    assert repair(source_of(english + "universal kernels and the codeof the law")).edits == ()
    assert repair(source_of(french)).edits == ()
    assert repair(source_of(damage(PROTOCOL, "split", "heavy", 3))).edits
