from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from protocheck.engine import signals
from protocheck.engine.candidates import candidates
from protocheck.engine.headings import ANYWHERE, Home
from protocheck.rulebook.rules import Signal
from tests.unit.engine.lab import OWN, Part, article, items, paper, para, part, row, terms

WORDS = ("appel", "banaan", "citroen", "geen", "niet", "burger", "de", "of", ",", "nader te bepalen", "?")
HEADINGS = ("", "Fruit", "Groente", "Markt", "Fruit en groente")

TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
PARAGRAPHS = st.lists(TEXTS, min_size=1, max_size=3).map(lambda texts: [para(*texts)])
LISTS = st.lists(TEXTS, min_size=2, max_size=4).map(lambda texts: [para(f"{texts[0]}:"), *items(*texts[1:])])
TABLES = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3).map(
    lambda rows: [Part("table", children=[row(*cells) for cells in rows])]
)
PARTS = st.builds(
    lambda number, heading, told: article(str(number), heading, *(each for parts in told for each in parts)),
    st.integers(1, 9),
    st.sampled_from(HEADINGS),
    st.lists(PARAGRAPHS | LISTS | TABLES, min_size=1, max_size=3),
)
NAMES = st.lists(st.sampled_from(["a", "b", "c", "a|b", "vreemd"]), max_size=2, unique=True).map(tuple)
TITLES = st.lists(st.sampled_from(["kop", "ander", "thuis"]), max_size=2, unique=True).map(tuple)
SIGNALS = st.builds(
    Signal,
    st.just("s"),
    scope=st.sampled_from(["sentence", "paragraph", "article", "row", "document"]),
    all=NAMES,
    any=st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=2, unique=True).map(tuple),
    none=st.sampled_from([(), ("vreemd",)]),
    near=st.sampled_from([0, 2]),
    polarity=st.sampled_from(["affirmed", "denied", "any", "printed"]),
    kinds=st.sampled_from([(), ("item",), ("article", "row")]),
    heading=TITLES,
    not_heading=TITLES,
    never_heading=st.sampled_from([(), ("ander",)]),
    not_about=st.sampled_from([(), ("vreemd",)]),
    besides=st.sampled_from([0, 2]),
)


@given(st.lists(PARTS, min_size=1, max_size=3), SIGNALS, st.sampled_from([ANYWHERE, Home(("thuis",))]))
def test_a_signal_fires_where_it_does_when_every_stretch_is_tried(
    parts: list[Part], signal: Signal, home: Home
) -> None:
    found = terms(paper(*parts), OWN)
    assert signals.hits(signal, found, home) == signals.run(signal, found, home).hits


def indices(signal: Signal, *parts: Part, home: Home = ANYWHERE) -> list[list[int]]:
    """The sentences of the stretches that are left to try."""
    found = terms(paper(*parts), OWN)
    return [[sentence.index for sentence in stretch] for stretch in candidates(signal, found, home)]


def test_a_sentence_without_all_terms_is_not_tried() -> None:
    told = article("1", "", para("Een appel.", "Een appel en een banaan.", "Een banaan."))
    assert indices(Signal("s", all=("a", "b")), told) == [[1]]
    assert indices(Signal("s", all=("a",), any=("b", "c")), told) == [[1]]


def test_an_item_is_tried_with_the_terms_of_its_lead() -> None:
    told = article("1", "", para("De appel heeft:"), *items("een banaan", "een burger"))
    assert indices(Signal("s", all=("a", "b")), told) == [[1]]


def test_a_sentence_with_a_term_that_may_not_be_there_is_not_tried() -> None:
    told = article("1", "", para("De burger eet een appel.", "Een appel."))
    assert indices(Signal("s", all=("a",), none=("vreemd",)), told) == [[1]]
    assert indices(Signal("s", scope="paragraph", all=("a",), none=("vreemd",)), told) == []


def test_a_stretch_under_another_heading_is_not_tried() -> None:
    parts = (article("1", "Groente", "Een appel."), article("2", "Fruit", "Een appel."))
    assert indices(Signal("s", all=("a",), heading=("kop",)), *parts) == [[1]]
    assert indices(Signal("s", all=("a",), not_heading=("ander",)), *parts) == [[1]]
    assert indices(Signal("s", scope="article", all=("a",), heading=("kop",)), *parts) == [[1]]


def test_silent_sentences_are_tried_only_as_printed() -> None:
    told = part("contents", "", "", "Een appel.")
    assert indices(Signal("s", all=("a",)), told) == []
    assert indices(Signal("s", all=("a",), polarity="printed"), told) == [[0]]
