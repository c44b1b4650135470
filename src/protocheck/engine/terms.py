"""Where each term of the rules stands in one document, sentence by sentence."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence

from protocheck.engine.bits import Bits, ones
from protocheck.engine.denial import COUNTS, Exclusion, Wording, excluded
from protocheck.engine.found import Found
from protocheck.engine.given import Given, ends_of
from protocheck.engine.sentences import Sentence, Stretches, sentences
from protocheck.engine.topics import Parts
from protocheck.match.finder import Finder, Match
from protocheck.match.words import Words
from protocheck.model.geometry import Span
from protocheck.model.package import Reading
from protocheck.regex import lazy

# Which denials in a lead reach its items, and how many words may follow them ('niet meegedeeld worden:').
_LEAD_CUES = ("$ontkenning-zin", "$ontkenning-blok")
_LEAD_END = 3
# 'Wie' is a citizen, unless what he breaks or who he is among follows in his clause.
_WHOEVER = frozenset({"wie", "degene", "diegene"})
_AGREED = frozenset({"protocol", "afspraken", "afspraak", "overeenkomst", "kaderprotocol"})
_BOUND_WITHIN = 8
_STOP = lazy(r"[,;:.]")


# The terms in the headings above a sentence: in all of them, and in the nearest.
Above = tuple[frozenset[str], frozenset[str]]


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
        self._given = Given(reading.facts, self.words)
        self._found = tuple(self._in_sentence(s.words) for s in self.sentences)
        where: dict[str, list[int]] = {}
        for number, each in enumerate(self._found):
            for term in each.terms():
                where.setdefault(term, []).append(number)
        self.bits = Bits(self.sentences, where)
        self._headings: dict[Span, frozenset[str]] = {}
        self._told: dict[tuple[Span, ...], frozenset[str]] = {}
        self._above: dict[int, Above] = {}
        self._stretches: dict[tuple[str, tuple[str, ...]], Stretches] = {}

    def _in_sentence(self, within: range) -> Found:
        said, longer = self._finder.scan(self.words, within, slips=self._slips)
        names = self._given.names(within)
        ends = ends_of(names)
        alone = self._given.speaking(said, within, ends)
        phrases = self._given.speaking_phrases(longer, ends)
        return Found(
            alone, [*phrases, *self._given.actors(names), *self._given.facts(within)], self.words, within
        )

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
        return self._found[index].of(term)

    def present(self, index: int) -> Iterable[str]:
        """Return the terms that stand in a sentence."""
        return self._found[index].terms()

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
        """Return the terms in all headings above a sentence, and those in the nearest."""
        found = self._above.get(sentence.index)
        if found is None:
            headings = sentence.headings
            found = self._said_in(headings), self._said_in(headings[-sentence.nearest :])
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
            said, longer = self._finder.scan(self.words, self.words.range_in(heading), slips=self._slips)
            self._headings[heading] = frozenset().union(*said, (match.term for match in longer))
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


def _damaged(reading: Reading) -> bool:
    """Tell whether the text was damaged: then words that the repair left may still be slips.

    In a text that needed no repair an unknown word is a name or a compound, and looking for slips would
    only cost time.
    """
    return any(not edit.rule.startswith(("markup", "unicode")) for edit in reading.text.edits)
