"""What holds for every text: spans lie inside it and hold what is claimed; names can stand in a sentence."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocheck.facts import state
from protocheck.model.facts import Facts
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline

PIECES = (
    "TUSSEN\n\n",
    "EN\n\n",
    "het Agentschap Zorgwegwijs, KBO 0142.503.787, met zetel te Laan 12, 1000 Brussel, ",
    "vertegenwoordigd door mevrouw Tine Aerden, directeur, en Bo De Wit, voorzitter",
    "de gemeente Molenbeersel (“de gemeente”), Dorpsplein 1, 3640 Molenbeersel",
    "\n\nhierna: “Zorgwegwijs”;\n\n",
    "Artikel 3: De gevraagde persoonsgegevens\n\n",
    "Gegeven 1 Naam\n\nVerantwoording Nodig om te schrijven\n\n",
    "De volgende gegevens worden meegedeeld:\n- naam;\n- adres, om te schrijven;\n",
    "Gegeven\tVerantwoording\nNaam\tOm te schrijven\n",
    "Artikel 4 - Ontvangers\n\nDe dienst Wonen krijgt toegang. Derden krijgen de gegevens niet.\n",
    "Dit steunt op artikel 8, § 1, van het decreet van 18 juli 2008 betreffende het verkeer. ",
    "De functionaris voor gegevensbescherming van Zorgwegwijs gaf op 1 maart 2024 advies (fg@zorg.example). ",
    "Opgemaakt te Brussel op in 2 exemplaren\n",
    "Zie bijlage 1 en artikel 5, 2°. ",
    "op [DATUM] en 31 april 2024 ",
    "İstanbul ﬁ ",
    "(",
    "“",
    ";\n",
    "\n\n",
    " 0477 12 34 56 ",
)


def spans(facts: Facts) -> Iterator[tuple[str, Span]]:
    """Yield every claim with the place that should hold it."""
    for party in facts.parties:
        yield party.name, party.span
        for person in party.representatives:
            yield from ((claim, person.span) for claim in (person.name, person.function))
    for date in facts.dates:
        yield date.text, date.span
    for item in facts.data_items:
        yield item.name, item.span
        if item.justification_span is not None:
            yield item.justification, item.justification_span
        if item.retention_span is not None:
            yield item.retention, item.retention_span
    yield from ((r.text, r.span) for r in facts.recipients)
    for contact in facts.contacts:
        yield contact.value, contact.span
    for citation in facts.citations:
        yield citation.title, citation.span
    for annex in facts.annexes:
        yield annex.title, annex.span


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def held(claim: str, text: str) -> bool:
    """Tell whether all words of a claim stand in the text."""
    return set(words(claim)) <= set(words(text)) or words(claim) == words(text.replace(" ", ""))


def check(outline: Outline, facts: Facts) -> None:
    text = outline.text.text
    for claim, span in spans(facts):
        assert span.end <= len(text)
        assert held(claim, span.of(text)), (claim, span.of(text))
    for party in facts.parties:
        assert held(party.seat, text), party.seat  # the clause that names a party may leave it to another
        for name in (party.name, party.short_name, *party.mentions):
            assert name == " ".join(name.split())
            assert name
            assert name[-1] not in " ,;:."


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_claims_stand_where_the_span_says(outline_from: Callable[[str], Outline], pieces: list[str]) -> None:
    outline = outline_from("Protocol.\n\n" + "".join(pieces))
    check(outline, state(outline))


@pytest.mark.parametrize(
    "folder", sorted((Path(__file__).parents[3] / "corpus").glob("*/")), ids=lambda p: p.name
)
def test_claims_stand_where_the_span_says_in_the_corpus(
    folder: Path, outline_of: Callable[[Path], Outline]
) -> None:
    for path in sorted(folder.glob("protocol.*")):
        outline = outline_of(path)
        check(outline, state(outline))


def test_is_the_same_every_time(outline_from: Callable[[str], Outline]) -> None:
    outline = outline_from("".join(PIECES))
    assert state(outline) == state(outline)


@pytest.mark.parametrize(
    "text",
    [
        "artikel " * 4000,
        "0" * 20000,
        "van " * 6000,
        "a@" * 6000,
        "decreet van " * 3000,
        "hierna " * 4000,
        "Gegeven 1 " * 3000,
        "TUSSEN\n\nEN\n\n" * 1500,
        "Jan Van " * 4000,
        "( " * 8000,
        "1000 Brussel " * 2000,
        "0123.456.789 " * 3000,
        "12 maart 2024 en " * 3000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_takes_no_time(text: str, outline_from: Callable[[str], Outline]) -> None:
    outline = outline_from(text)
    start = time.process_time()
    state(outline)
    assert time.process_time() - start < 4.0
