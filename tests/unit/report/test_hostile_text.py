"""Whatever a document says, it stays text: no control codes, no structure of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from protocheck.model.report import Report
from protocheck.report import as_markdown, as_terminal
from tests.unit.reports import report

PLAIN = report()
HEADINGS = [line for line in as_markdown.render(PLAIN).splitlines() if line.startswith("#")]
SIGNS = st.sampled_from("#>-+*_`|[]()<>!~=1.\\\n\t\r\x1b\x07\x00\x85\u2028\u202e a\u00e9")
TEXTS = st.text(SIGNS, max_size=60) | st.text(max_size=60)


def saying(text: str) -> Report:
    """The report with the text in every place that a document fills."""
    point = replace(PLAIN.criteria[0], text=f"Er staat: “{text}”.", where=text, remarks=(text,))
    actions = tuple(replace(each, title=text) for each in PLAIN.advice.actions)
    return replace(
        PLAIN,
        criteria=(point, *PLAIN.criteria[1:]),
        advice=replace(PLAIN.advice, actions=actions),
        document=replace(PLAIN.document, name=text),
    )


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_terminal_obeys_nothing_of_it(text: str) -> None:
    shown = as_terminal.render(saying(text))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_markdown_gets_no_headings_from_it(text: str) -> None:
    shown = as_markdown.render(saying(text))
    assert [line for line in shown.split("\n") if line.startswith("#")] == HEADINGS
    assert not re.search(r"(?<!\\)<", shown)
    assert not re.search(r"^(={3,}|-{3,}|\*{3,})\s*$", shown, re.MULTILINE)
