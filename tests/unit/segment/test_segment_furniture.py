"""The running heads that the repair marks are furniture in the outline, whatever else is found there."""

from __future__ import annotations

from dataclasses import replace

from protocheck.model.alignment import RepairedText
from protocheck.model.geometry import Span
from protocheck.repair import repair
from protocheck.segment import segment
from tests.unit.segment.sketch import source

TEXT = (
    "Artikel 1. Doel\n\n"
    "De stad gebruikt de gegevens om de premie te berekenen en om te zien of de aanvrager\n"
    "Dienst Wonen, versie vier\n"
    "in de stad woont.\n\nArtikel 2. Duur\n\nDe mededeling duurt drie jaar.\n"
)
HEAD = "Dienst Wonen, versie vier"


def test_a_line_that_only_the_repair_marked_is_furniture_and_cuts_no_sentence() -> None:
    plain = RepairedText.build(source(TEXT), [])
    at = TEXT.index(HEAD)
    marked = replace(plain, furniture=(Span(at, at + len(HEAD)),))
    found = [part.text_of(marked) for part in segment(marked).of_kind("furniture")]
    assert found == [HEAD]
    assert list(segment(plain).of_kind("furniture")) == []
    sentence = next(part for part in segment(marked).walk() if part.sentences)
    assert sentence.span.of(TEXT).endswith("in de stad woont.")


def test_running_heads_of_a_text_with_form_feeds_are_furniture_once() -> None:
    does = ("leest de lijst", "schrijft brieven", "betaalt de premie", "wist de gegevens")
    pages = [
        f"Protocol premie\n\nArtikel {n}. Punt\n\nDe stad {deed}.\n\nDat gebeurt {n} keer.\n\n{n}/4\n"
        for n, deed in enumerate(does, 1)
    ]
    outline = segment(repair(source("\f".join(pages))))
    found = [part.text_of(outline.text) for part in outline.of_kind("furniture")]
    assert found == [line for n in range(1, 5) for line in ("Protocol premie", f"{n}/4")]
