"""Where each term of the rules stands in one document, sentence by sentence."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from protocheck.engine.bits import Bits, ones
from protocheck.engine.clauses import Clauses
from protocheck.engine.denial import COUNTS, Cues, Exclusion, Wording, excluded
from protocheck.engine.sentences import Sentence, Stretches, sentences
from protocheck.engine.topics import Parts
from protocheck.match.finder import Finder, Match
from protocheck.match.names import Names
from protocheck.match.words import Words
from protocheck.model.facts import Facts
from protocheck.model.geometry import Span
from protocheck.model.package import Reading
from protocheck.record import record
from protocheck.regex import lazy

# Which denials in a lead reach its items, and how many words may follow them ('niet meegedeeld worden:').
_LEAD_CUES = ("$ontkenning-zin", "$ontkenning-blok")
_LEAD_END = 3
# The law that imposes the protocol, and the law on data protection itself, are no basis for
# communicating data: e-govdecreet, AVG-decreet, AVG, the act of 30 July 2018.
_FORMAL_STATUTES = frozenset(
    {"decreet 2008-07-18", "decreet 2018-06-08", "avg", "wet 2018-07-30", "wet 1992-12-08"}
)
# 'Wie' is a citizen, unless what he breaks or who he is among follows in his clause.
_WHOEVER = frozenset({"wie", "degene", "diegene"})
_AGREED = frozenset({"protocol", "afspraken", "afspraak", "overeenkomst", "kaderprotocol"})
_BOUND_WITHIN = 8
_STOP = lazy(r"[,;:.]")
_TITLE_OPENS = frozenset({"betreffende", "houdende", "tot", "over", "inzake", "aangaande", "omtrent"})
_EMPTY_NAMES = frozenset({"partij", "partijen", "de partijen"})


@record
class Found:
    """The matches in one sentence: of the rules' terms, of facts, and the denial cues."""

    by_term: Mapping[str, Sequence[Match]]
    cues: Cues
    clauses: Clauses | None


class Above(NamedTuple):
    """The terms in the headings above a sentence: in all of them, and in the nearest."""

    above: frozenset[str]
    nearest: frozenset[str]


class Terms:
    """One document with its sentences and the matches in each, found once for all rules."""

    def __init__(self, reading: Reading, finder: Finder) -> None:
        """Find every term in every sentence and heading of `reading`."""
        self.reading = reading
        furniture = reading.outline.of_kind("furniture")
        self.asides = tuple(s.span for s in furniture if not (s.sentences or s.children))
        # Where a page break cuts a sentence, its words go on behind the running head.
        self.words = Words.of(_blanked(reading.text.text, self.asides))
        self.sentences = sentences(reading.outline, self.words)
        self.parts = Parts(self.sentences, self.words)
        self._finder = finder
        self._slips = _damaged(reading)
        self._names = _names(reading.facts)
        self._facts = sorted(_fact_matches(reading.facts, self.words))
        self._fact_starts = [match.first for match in self._facts]
        self._titles = _titles(reading.facts, self.words)
        self._found = tuple(self._in_sentence(s.words) for s in self.sentences)
        where: dict[str, list[int]] = {}
        for number, each in enumerate(self._found):
            for term in each.by_term:
                where.setdefault(term, []).append(number)
        self.bits = Bits(self.sentences, where)
        self._headings: dict[Span, frozenset[str]] = {}
        self._told: dict[tuple[Span, ...], frozenset[str]] = {}
        self._above: dict[int, Above] = {}
        self._stretches: dict[tuple[str, tuple[str, ...]], Stretches] = {}

    def _in_sentence(self, within: range) -> Found:
        names = self._names.find(self.words, within)
        low, high = (bisect.bisect_left(self._fact_starts, at) for at in (within.start, within.stop))
        matches = [*self._speaking(within, names), *names, *self._facts[low:high]]
        if names or low < high:
            matches.sort()
        by_term: dict[str, list[Match]] = {}
        for match in matches:
            by_term.setdefault(match.term, []).append(match)
        cues = Cues(by_term)
        return Found(by_term, cues, Clauses(self.words, within) if cues else None)

    def _speaking(self, within: range, names: Sequence[Match]) -> list[Match]:
        """Return the matches of the rules' terms outside the names of parties and the titles of statutes."""
        matches = self._finder.find(self.words, within, slips=self._slips)
        covered = _covered(m for m in names if m.term == "@partij" and m.last - m.first > 1)
        if covered:
            matches = [m for m in matches if covered.get(m.first, 0) < m.last or _is_outspoken(m.term)]
        if self._titles and not self._titles.isdisjoint(within):
            matches = [m for m in matches if not self._in_title(m)]
        return matches

    def _in_title(self, match: Match) -> bool:
        """Tell whether a match stands in the title of a statute, which says nothing of this protocol."""
        return match.term[0] != "@" and match.first in self._titles and match.last - 1 in self._titles

    def pieces(self, span: Span) -> Iterator[Span]:
        """Yield what `span` holds besides running heads and page numbers."""
        at = span.start
        for aside in self.asides:
            if aside.overlaps(span):
                yield Span(at, max(at, aside.start))
                at = min(aside.end, span.end)
        yield Span(at, max(at, span.end))

    def stretches(self, scope: str, kinds: tuple[str, ...]) -> Stretches:
        """Return the stretches of a scope among the sentences in parts of these kinds; of all when empty."""
        key = (scope, kinds)
        if key not in self._stretches:
            wanted = set(kinds)
            given = (s for s in self.sentences if not wanted or not wanted.isdisjoint(s.kinds))
            self._stretches[key] = Stretches(given, scope)
        return self._stretches[key]

    def holders(self, term: str) -> frozenset[int]:
        """Return the sentences in which a term ('$a', or '$a|$b' for either) stands."""
        return frozenset(ones(self.bits.holding(term)))

    def matches(self, index: int, term: str) -> Sequence[Match]:
        """Return where a term ('$a', or '$a|$b' for either) stands in a sentence."""
        by_term = self._found[index].by_term
        if "|" in term and term[0] != "'":
            found = [m for part in term.split("|") for m in by_term.get(part, ())]
            return sorted(found)
        return by_term.get(term, ())

    def present(self, index: int) -> Iterable[str]:
        """Return the terms that stand in a sentence."""
        return self._found[index].by_term.keys()

    def undenied(self, index: int) -> bool:
        """Tell whether nothing in a sentence, or in the lead of an item, can deny or put off what it says."""
        sentence = self.sentences[index]
        led = sentence.lead >= 0 and sentence.row < 0
        return not self._found[index].clauses and not (led and self._found[sentence.lead].clauses)

    def exclusion(self, index: int, match: Match, wording: Wording) -> Exclusion:
        """Tell why a match does not count ('ontkenning', 'uitstel', 'oude-wet', 'hol'); '' when it does."""
        found = self._found[index]
        why = excluded(match, found.cues, wording, self.words, found.clauses) if found.clauses else COUNTS
        sentence = self.sentences[index]
        if why.reason or sentence.lead < 0 or sentence.row >= 0:
            return why
        return self._denied_by_lead(sentence.lead, wording)

    def _denied_by_lead(self, lead: int, wording: Wording) -> Exclusion:
        """Tell whether the last words of a lead deny its items ('Worden niet meegedeeld:')."""
        found, end = self._found[lead], self.sentences[lead].words.stop
        if not found.clauses:
            return COUNTS
        seeming = Wording(found.cues.of("$ontkenning-schijn"))
        for cue in (c for term in _LEAD_CUES for c in found.cues.of(term) if end - c.last <= _LEAD_END):
            near = found.clauses.same(cue.last - 1, end - 1)
            named = self.words.words[min(cue.last, end - 1)].endswith(("ing", "ingen"))
            if near and not named and not seeming.spans(cue) and not wording.spans(cue):
                return Exclusion("ontkenning", cue)
        return COUNTS

    def is_whoever(self, word: int) -> bool:
        """Tell whether 'wie' is whoever is bound by the protocol: 'Wie van ons deze afspraken schendt'."""
        if self.words.words[word] not in _WHOEVER:
            return False
        last = min(word + _BOUND_WITHIN, len(self.words.words) - 1)
        stop = next((at for at in range(word, last) if _STOP.search(self.words.between(at))), last)
        said = self.words.words[word + 1 : stop + 1]
        return said[:1] == ("van",) or not _AGREED.isdisjoint(said)

    def in_headings(self, headings: tuple[Span, ...], terms: tuple[str, ...]) -> bool:
        """Tell whether one of the headings holds one of the terms."""
        return not parts_of(terms).isdisjoint(self._said_in(headings))

    def headings_of(self, sentence: Sentence) -> Above:
        """Return what the headings above a sentence say."""
        found = self._above.get(sentence.index)
        if found is None:
            headings = sentence.headings
            found = Above(self._said_in(headings), self._said_in(headings[-sentence.nearest :]))
            self._above[sentence.index] = found
        return found

    def _said_in(self, headings: tuple[Span, ...]) -> frozenset[str]:
        """Return the terms that stand in some headings, which most sentences of a part share."""
        found = self._told.get(headings)
        if found is None:
            found = self._told[headings] = frozenset().union(*map(self.heading_terms, headings))
        return found

    def heading_terms(self, heading: Span) -> frozenset[str]:
        """Return the terms that stand in a heading."""
        if heading not in self._headings:
            matches = self._finder.find(self.words, self.words.range_in(heading), slips=self._slips)
            self._headings[heading] = frozenset(m.term for m in matches)
        return self._headings[heading]


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """Overwrite the spans with blanks, so that every character keeps its place."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        if span.start >= at:
            pieces += [text[at : span.start], " " * len(span)]
            at = span.end
    return "".join([*pieces, text[at:]])


@functools.lru_cache(maxsize=1024)
def parts_of(terms: tuple[str, ...]) -> frozenset[str]:
    """Return the terms one by one: '$a|$b' is either."""
    return frozenset(part for term in terms for part in ([term] if term[0] == "'" else term.split("|")))


def _covered(names: Iterable[Match]) -> dict[int, int]:
    """Return for each word inside a name where the longest name over it ends."""
    ends: dict[int, int] = {}
    for name in names:
        for word in range(name.first, name.last):
            ends[word] = max(ends.get(word, 0), name.last)
    return ends


def _titles(facts: Facts, words: Words) -> frozenset[int]:
    """Return the words in the titles of the statutes that are cited: from 'betreffende' up to a stop."""
    found: set[int] = set()
    for citation in facts.citations:
        within = words.range_in(citation.span)
        start = next((at for at in within if words.words[at] in _TITLE_OPENS), within.stop)
        stop = next((at for at in range(start, within.stop) if _STOP.search(words.between(at))), within.stop)
        found.update(range(start, min(stop + 1, within.stop)))
    return frozenset(found)


def _damaged(reading: Reading) -> bool:
    """Tell whether the text was damaged: then words that the repair left may still be slips.

    In a text that needed no repair an unknown word is a name or a compound, and looking for slips would
    only cost time.
    """
    return any(not edit.rule.startswith(("markup", "unicode")) for edit in reading.text.edits)


def _is_outspoken(term: str) -> bool:
    """Tell whether a term speaks also as a part of a party's name; others ('Vervoerdienst Oost') do not."""
    return term.startswith(("@", "$partij", "$ontvanger", "$verzender", "$ontkenning"))


def _names(facts: Facts) -> Names:
    """Find the parties by the names that this document gives them."""
    terms: dict[str, list[str]] = {"@partij": [], "@verzender": [], "@ontvanger": []}
    for party in facts.parties:
        for name in dict.fromkeys((party.name, party.short_name, *party.mentions)):
            phrase = " ".join(Words.of(name).words)
            if not phrase or phrase in _EMPTY_NAMES:
                continue
            terms["@partij"].append(phrase)
            if party.role in {"sender", "both"}:
                terms["@verzender"].append(phrase)
            if party.role in {"receiver", "both"}:
                terms["@ontvanger"].append(phrase)
    return Names(terms)


def _fact_matches(facts: Facts, words: Words) -> list[Match]:
    """Turn the spans of facts into matches of fact terms."""
    spans: list[tuple[str, Span]] = [
        *(("@wet", c.span) for c in facts.citations if c.key not in _FORMAL_STATUTES),
        *(("@gegeven", d.span) for d in facts.data_items),
        *(("@datum", d.span) for d in facts.dates if d.role != "statute"),
        *(("@contact", c.span) for c in facts.contacts),
    ]
    found = []
    for term, span in spans:
        within = words.range_in(span)
        if within:
            found.append(Match(within.start, within.stop, term, tuple(within)))
    return found
