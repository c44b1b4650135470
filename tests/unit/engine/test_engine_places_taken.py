"""Of places that overlap, the first that a rule finds is reported."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from protocheck.engine.findings import _claimed
from protocheck.model.geometry import Span

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda each: Span(each[0], sum(each))), max_size=30
)


def test_a_place_that_shares_something_with_another_is_not_taken() -> None:
    taken: list[Span] = []
    given_spans = [Span(10, 20), Span(0, 5), Span(19, 25), Span(20, 25), Span(3, 4), Span(5, 10), Span(5, 10)]
    assert [_claimed(span, taken) for span in given_spans] == [True, True, False, True, False, True, False]
    assert taken == [Span(0, 5), Span(5, 10), Span(10, 20), Span(20, 25)]


@given(SPANS)
def test_it_comes_to_the_same_as_looking_at_all_of_them(spans: list[Span]) -> None:
    taken: list[Span] = []
    plain: list[Span] = []
    for span in spans:
        free = not any(span.overlaps(other) or span == other for other in plain)
        plain += [span] if free else []
        assert _claimed(span, taken) is free
    assert taken == sorted(plain)
