"""Names without a kind ('Wulverzele') that act where a party should: left over from a copied protocol."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from protocheck.checks.case import Case
from protocheck.checks.prepared import pattern, prepared, within
from protocheck.checks.same_person import alike, read_as
from protocheck.facts import names
from protocheck.facts.reading import Reading, lower
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_NAME = lazy(
    r"(?<![\w@./'-])[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,24}(?:-[A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]{2,24})?(?![\w@/'-]|\.\w)"
)
_RUN = lazy(r"[A-ZÀ-ÖØ-Þ][\w'-]{1,30}(?: [A-ZÀ-ÖØ-Þ][\w'-]{1,30}){1,4}")
_WORD_BEFORE = lazy(r"(?<![\w-])((?:[^\W\d_][\w-]{0,24} ){0,2})([^\W\d_][\w-]{0,24}) $")
_WORD_AFTER = lazy(r" ([^\W\d_][\w-]{0,24})")
_WHAT = lazy(r" (?:(?:de|het|een|die|dat|deze|dit|alle|elke|haar|zijn) )?([^\W\d_][\w-]{0,24})")
_BACK = 60
_NEAR = 60
_ARTICLES = ("de ", "het ", "onze ", "een ")


def unknown(case: Case, known: Sequence[str], taken: Collection[str]) -> Iterator[Span]:
    """Yield, once for each, the bare names that do what a party does and that nothing introduces.

    Only in a paper that calls a party by a bare name: elsewhere such a name is a product or a service.
    `taken` are the words of the bodies that the text names with their kind.
    """
    text = prepared(case)
    if not any(_bare(text, party.short_name) for party in case.facts.parties):
        return
    spared = {*known, *taken, *_longer(case, text)}
    found: dict[str, list[Span]] = {}
    for match in _NAME.finditer(text.flat):
        found.setdefault(match[0], []).append(Span(*match.span()))
    for name, places in found.items():
        word = read_as(lower(name))
        if any(alike(word, each) for each in spared) or pattern(case, "geen-naam").fullmatch(lower(name)):
            continue
        acts = [place for place in places if _acts(case, text, place)]
        if acts and not any(_explained(case, text, place) for place in places):
            yield acts[0]


def _bare(text: Reading, short: str) -> bool:
    """Tell whether the text calls a party by one word without an article: 'Dorrevelde ontvangt'."""
    if _NAME.fullmatch(short) is None:
        return False
    places = [match.start() for match in _NAME.finditer(text.flat) if match[0] == short]
    bare = [at for at in places if not text.low[max(0, at - 5) : at].endswith(_ARTICLES)]
    return len(bare) * 2 > len(places)


def _longer(case: Case, text: Reading) -> Iterator[str]:
    """Yield the words of names of several words, and of the statutes: they are introduced there."""
    first = pattern(case, "taken", "voor-onderwerp", "aan")
    for match in _RUN.finditer(text.text):
        run = match[0].split()
        run = run[1:] if first.fullmatch(lower(run[0])) else run  # 'Merkt Dorrevelde', 'Zodra Dorrevelde'
        yield from (read_as(lower(word)) for word in run if len(run) > 1)
    for citation in case.facts.citations:
        yield from (read_as(lower(word)) for word in citation.span.of(text.text).split())


def _acts(case: Case, text: Reading, place: Span) -> bool:
    """Tell whether a name is the subject of a duty towards a party or the data, or receives them."""
    if within(place, (party.span for party in case.facts.parties)):
        return False
    sentence = text.sentence(place.start)
    said = (text.low, sentence.start, sentence.end)
    tasks = pattern(case, "taken")
    if not tasks.search(*said) or not _concerns(case, said):
        return False
    after = _WORD_AFTER.match(text.low, place.end)
    followed = after is not None and tasks.fullmatch(after[1]) is not None
    before = _WORD_BEFORE.search(text.low[max(sentence.start, place.start - _BACK) : place.start])
    joined = text.low.endswith("; ", 0, place.start)
    if (
        before is None and not joined
    ):  # every first word has a capital: 'Jaarlijks ontvangt Dorrevelde de lijst'
        what = _WHAT.match(text.low, after.end()) if followed and after is not None else None
        return what is not None and pattern(case, "data", "aan").fullmatch(what[1]) is not None
    if before is None:
        return followed
    last = before[2]
    if last == "van":
        return any(pattern(case, "diensten").fullmatch(word) for word in before[1].split())
    led = pattern(case, "taken", "aan", "voor-onderwerp").fullmatch(last) is not None
    return led or (followed and pattern(case, "voor-naam").fullmatch(last) is None)


def _concerns(case: Case, said: tuple[str, int, int]) -> bool:
    """Tell whether a sentence speaks of the data or of a party."""
    return (
        pattern(case, "data").search(*said) is not None
        or next(iter(names.Roster(case.facts.parties).find(*said)), None) is not None
    )


def _explained(case: Case, text: Reading, place: Span) -> bool:
    """Tell whether the text says what a name is: a place, a product, a person, a third."""
    sentence = text.sentence(place.start)
    start, end = max(sentence.start, place.start - _NEAR), min(sentence.end, place.end + _NEAR)
    before = _WORD_BEFORE.search(text.low[max(sentence.start, place.start - _BACK) : place.start])
    if before is not None and pattern(case, "voor-naam").fullmatch(before[2]):
        return True
    if text.low[place.end : place.end + 2] in {" (", ", "} and pattern(case, "uitleg").match(
        text.low, place.end + 2
    ):
        return True
    return pattern(case, "voorgesteld", "bekend").search(text.low, start, end) is not None
