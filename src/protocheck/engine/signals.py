"""Does a signal fire, where, and where did it almost?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from protocheck.checks import CHECKS
from protocheck.engine.candidates import candidates
from protocheck.engine.denial import COUNTS, Exclusion, Wording
from protocheck.engine.headings import ANYWHERE, Home, suits
from protocheck.engine.sentences import Sentence
from protocheck.engine.terms import Terms
from protocheck.match.finder import Match
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.rulebook.rules import Signal

_QUOTE_LIMIT = 700
# The subject of a Dutch sentence stands among its first words, also after an inversion.
_SUBJECT_WITHIN = 5


_VERBS = frozenset("is zijn was waren kan mag zal wil moet kon mocht zou werd werden".split())
_NO_VERBS = frozenset(
    "het niet met tot uit dat wat want een binnen tegen tussen buiten boven beneden net maart omdat zodat "
    "opdat doordat nadat voordat mits geen alleen binnenkort samen uiterst meest eerst".split()
)

_FACT = "@"  # before a term that the facts of a paper give
# Who in a sentence acts for a party: what stands behind him is no longer its subject.
_ACTORS = "$partij|@partij|$doener"


# What counts for no polarity: put off, quoted from old law, emptied.
_NEVER = frozenset({"uitstel", "oude-wet", "hol"})


@record
class Hit:
    """A place where a signal fires: the sentence that carries it, and the whole passage."""

    signal: str
    sentence: Sentence
    span: Span


@record
class Miss:
    """A place where every term stands but the signal does not fire, and why.

    `words` holds where its terms stand, `by` the words or the heading that speak against them.
    """

    signal: str
    sentence: Sentence
    reason: str
    words: tuple[Span, ...] = ()
    by: Span | None = None


@record
class Outcome:
    """What became of one signal in one document."""

    hits: tuple[Hit, ...]
    misses: tuple[Miss, ...]


def run(signal: Signal, terms: Terms, home: Home = ANYWHERE) -> Outcome:
    """Try a signal on a document and keep the whole account."""
    if signal.check:
        return Outcome(tuple(_checked(signal, terms)), ())
    hits: list[Hit] = []
    misses: list[Miss] = []
    stretches = terms.stretches(signal.scope, signal.kinds)
    for stretch in stretches.holding(_bearers(signal, terms)):
        found = _try(signal, stretch, terms, home)
        if isinstance(found, Hit):
            hits.append(found)
        elif found is not None:
            misses.append(found)
    return Outcome(tuple(_joined(hits)), tuple(misses))


def hits(signal: Signal, terms: Terms, home: Home = ANYWHERE) -> tuple[Hit, ...]:
    """Return where a signal fires: what `run` tells, for who needs no account of where it does not."""
    if signal.check:
        return tuple(_checked(signal, terms))
    tried = (_try(signal, stretch, terms, home) for stretch in candidates(signal, terms, home))
    return tuple(_joined(found for found in tried if isinstance(found, Hit)))


def terms_in(signal: Signal) -> tuple[str, ...]:
    """Return every term that a signal looks at, as written ('$a|$b' for either)."""
    sentence = (
        *signal.all,
        *signal.any,
        *signal.none,
        *signal.not_about,
        *signal.hollow,
        *signal.besides_none,
    )
    return (*sentence, *signal.heading, *signal.not_heading, *signal.never_heading)


def _bearers(signal: Signal, terms: Terms) -> frozenset[int]:
    """Return the sentences with the rarest term that must be there: no other stretch can fire."""
    needed = [terms.holders(t) for t in signal.all]
    if signal.any:
        needed.append(frozenset().union(*(terms.holders(t) for t in signal.any)))
    return min(needed, key=len)


def _try(signal: Signal, stretch: tuple[Sentence, ...], terms: Terms, home: Home) -> Hit | Miss | None:
    places = _places(signal, stretch, terms)
    if not _complete(signal, places):
        return None
    loud = _loud(signal, places, terms)
    if not _complete(signal, loud):
        carrier = _carrier(places, stretch)
        return Miss(signal.id, carrier, carrier.silent or "stil", _spans(places, terms))
    counted, why = _counted(signal, loud, terms)
    # What counts in the lead alone speaks for the lead, which is a sentence of its own.
    if not _stands(signal, counted, stretch):
        by, carrier = _span(why.cue, terms), _carrier(places, stretch)
        return Miss(signal.id, carrier, why.reason or "ontkenning", _spans(loud, terms), by)
    carrier = _carrier(counted, stretch)
    if not suits(signal, carrier, terms, home):
        above = next(reversed(carrier.headings), None)
        return Miss(signal.id, carrier, "kop", _spans(counted, terms), above)
    reason, match = _objection(signal, stretch, counted, carrier, terms)
    if not reason and signal.not_about and len(counted) > 1:
        # What a sentence about someone else says does not complete what is said of a party.
        others = {i: _about(signal, terms.sentences[i], counted, terms) for i in counted}
        counted = {i: matches for i, matches in counted.items() if others[i] is None}
        if not _stands(signal, counted, stretch):
            reason, match = "onderwerp", next((m for m in others.values() if m is not None), None)
    if reason:
        return Miss(signal.id, carrier, reason, _spans(counted, terms), _span(match, terms))
    return _filled(signal, stretch, counted, carrier, terms)


def _filled(
    signal: Signal, stretch: tuple[Sentence, ...], counted: _Places, carrier: Sentence, terms: Terms
) -> Hit | Miss:
    """Return the hit, when nothing more is asked or another sentence fills in what the first claims."""
    if not signal.besides:
        return Hit(signal.id, carrier, _passage(counted, carrier, terms))
    others = [s for s in stretch if s.index not in counted and _tells(signal, s, terms)]
    if not others and _tells_after_colon(signal, carrier, counted[carrier.index], terms):
        return Hit(signal.id, carrier, _passage(counted, carrier, terms))
    if not others:
        return Miss(signal.id, carrier, "niets-erbij", _spans(counted, terms))
    return Hit(signal.id, others[0], _passage({s.index: {} for s in others}, others[0], terms))


def _tells(signal: Signal, sentence: Sentence, terms: Terms) -> bool:
    """Tell whether a sentence says something of its own: it is long enough and none of the hollow kinds."""
    if sentence.silent or len(sentence.words) < signal.besides:
        return False
    return not any(terms.matches(sentence.index, term) for term in signal.besides_none)


def _tells_after_colon(
    signal: Signal, carrier: Sentence, own: Mapping[str, Sequence[Match]], terms: Terms
) -> bool:
    """Tell whether the claim ends in a colon and what follows says something of its own."""
    stop = min(m.last for ms in own.values() for m in ms)
    start = next((i + 1 for i in range(stop - 1, carrier.words.stop - 1) if ":" in terms.words.between(i)), 0)
    if not start or carrier.words.stop - start < signal.besides:
        return False
    hollow = (m for term in signal.besides_none for m in terms.matches(carrier.index, term))
    return not any(m.first >= start for m in hollow)


_Places = dict[int, Mapping[str, Sequence[Match]]]


def _places(signal: Signal, stretch: tuple[Sentence, ...], terms: Terms) -> _Places:
    """Find the wanted terms in each sentence; an item speaks with the words of its lead as well."""
    wanted = (*signal.all, *signal.any)
    found: _Places = {}
    for sentence in stretch:
        matches = {t: terms.matches(sentence.index, t) for t in wanted}
        matches = {t: ms for t, ms in matches.items() if ms}
        if matches:
            found[sentence.index] = matches
        if signal.scope == "sentence" and matches and sentence.lead >= 0:
            lead = {t: terms.matches(sentence.lead, t) for t in wanted if t not in matches}
            if any(lead.values()):
                found[sentence.lead] = {t: ms for t, ms in lead.items() if ms}
    return found


def _spans(places: _Places, terms: Terms) -> tuple[Span, ...]:
    """Return where the matches stand, in the order of the text."""
    found = {(m.first, m.last) for own in places.values() for ms in own.values() for m in ms}
    return tuple(terms.words.span(*each) for each in sorted(found))


def _span(match: Match | None, terms: Terms) -> Span | None:
    return terms.words.span(match.first, match.last) if match is not None else None


def _loud(signal: Signal, places: _Places, terms: Terms) -> _Places:
    """Return the places that can be evidence."""
    if signal.polarity == "printed" or not any(terms.sentences[index].silent for index in places):
        return places
    return {index: matches for index, matches in places.items() if not terms.sentences[index].silent}


def _stands(signal: Signal, places: _Places, stretch: tuple[Sentence, ...]) -> bool:
    """Tell whether every term is there, and one of them in the stretch itself."""
    return _complete(signal, places) and any(s.index in places for s in stretch)


def _complete(signal: Signal, places: Mapping[int, Mapping[str, Sequence[Match]]]) -> bool:
    present = {term for matches in places.values() for term, ms in matches.items() if ms}
    return present.issuperset(signal.all) and not (signal.any and present.isdisjoint(signal.any))


def _counted(signal: Signal, places: _Places, terms: Terms) -> tuple[_Places, Exclusion]:
    """Keep the matches with the polarity the signal asks for; name why the first other fell."""
    if signal.polarity == "printed":
        return places, COUNTS
    doubted = [index for index in places if signal.hollow or not terms.undenied(index)]
    if not doubted:
        return {} if signal.polarity == "denied" else places, COUNTS
    fallen: list[Exclusion] = []
    kept: _Places = {}
    wording = Wording(m for matches in places.values() for ms in matches.values() for m in ms)
    for index, matches in places.items():
        good: Mapping[str, Sequence[Match]] = matches if signal.polarity != "denied" else {}
        if index in doubted:
            good = _standing(signal, index, matches, wording, terms, fallen)
        if good:
            kept[index] = good
    if signal.polarity == "denied":
        # One denied term denies the statement; the others may stand plain.
        kept = places if kept else {}
    return kept, fallen[0] if fallen else COUNTS


def _standing(
    signal: Signal,
    index: int,
    matches: Mapping[str, Sequence[Match]],
    wording: Wording,
    terms: Terms,
    fallen: list[Exclusion],
) -> Mapping[str, Sequence[Match]]:
    """Return the matches of a sentence that count; why the others do not is added to `fallen`."""
    hollow = [m for term in signal.hollow for m in terms.matches(index, term)]
    kept: dict[str, Sequence[Match]] = {}
    for term, ms in matches.items():
        good = []
        for match in ms:
            why = _emptied(match, hollow) or terms.exclusion(index, match, wording)
            denied = why.reason == "ontkenning"
            if why.reason in _NEVER or (signal.polarity == "affirmed" and denied):
                fallen.append(why)
            elif signal.polarity != "denied" or denied:
                good.append(match)
        if good:
            kept[term] = good
    return kept


def _emptied(match: Match, hollow: list[Match]) -> Exclusion | None:
    """Return what empties a match: words of the rule that say nothing and that it shares words with."""
    by = next((h for h in hollow if h.first < match.last and match.first < h.last), None)
    return None if by is None else Exclusion("hol", by)


def _carrier(places: _Places, stretch: tuple[Sentence, ...]) -> Sentence:
    """Return the sentence with the most terms; in a tie the first."""
    if len(stretch) == 1:
        return stretch[0]
    return max((s for s in stretch if s.index in places), key=lambda s: (len(places[s.index]), -s.index))


def _objection(
    signal: Signal, stretch: tuple[Sentence, ...], places: _Places, carrier: Sentence, terms: Terms
) -> tuple[str, Match | None]:
    """Tell what speaks against a complete match, and by which words."""
    found = _barring(signal, stretch, places, terms) if signal.none else None
    if found is not None:
        return "uitgesloten-term", found
    if signal.near and not _near(signal, places):
        return "afstand", None
    other = _about(signal, carrier, places, terms) if signal.not_about else None
    return ("onderwerp", other) if other is not None else ("", None)


def _barring(signal: Signal, stretch: tuple[Sentence, ...], places: _Places, terms: Terms) -> Match | None:
    """Return the first term that may not be there, by the order of the rule: in the stretch or in a lead."""
    barred = terms.bits.holding_any(signal.none)
    looked = dict.fromkeys([*(s.index for s in stretch), *places])
    within = [index for index in looked if barred >> index & 1]
    if not within:
        return None
    return next(ms[0] for term in signal.none for index in within if (ms := terms.matches(index, term)))


def _near(signal: Signal, places: _Places) -> bool:
    """Tell whether some choice of one match per term fits in the window."""
    wanted = [*signal.all, *([] if not signal.any else ["any"])]
    marks: list[tuple[int, int, str]] = []
    for matches in places.values():
        for term, ms in matches.items():
            label = term if term in signal.all else "any"
            marks += [(m.first, m.last, label) for m in ms]
    marks.sort()
    for start, (_, end, _) in enumerate(marks):
        seen: set[str] = set()
        for first, _, label in marks[start:]:
            if first - end > signal.near:
                break
            seen.add(label)
            if seen.issuperset(wanted):
                return True
    return False


def _about(signal: Signal, carrier: Sentence, places: _Places, terms: Terms) -> Match | None:
    """Return who else the sentence is about: its subject, when no party stands before the match."""
    own = places.get(carrier.index, {})
    start = min((m.first for ms in own.values() for m in ms), default=carrier.words.stop)
    others = {m.first: m for t in signal.not_about for m in terms.matches(carrier.index, t)}
    others = {at: m for at, m in others.items() if not terms.is_whoever(at)}
    first = min(others, default=carrier.words.stop)
    if start == carrier.words.start and others and _is_verb(terms.words.words[start]):
        start = first  # 'Houdt een huurder zich niet ...': the subject stands behind its verb
    if not others or first >= carrier.words.start + _SUBJECT_WITHIN or first > start:
        return None
    parties = {m.first for m in terms.matches(carrier.index, _ACTORS)} - others.keys()
    # A school or a landlord may be a party itself: the name that this protocol gives it decides.
    parties |= {m.first for m in terms.matches(carrier.index, "@partij")}
    # But not where the rule asks that the sentence is not about that very party, the receiver.
    parties -= {at for m in others.values() if m.term.startswith(_FACT) for at in range(m.first, m.last + 1)}
    return None if any(p <= start for p in parties) else others[first]


def _is_verb(word: str) -> bool:
    """Tell whether a word at the head of a sentence may be its verb ('Houdt ...', 'Is ...')."""
    return word in _VERBS or (word.endswith(("t", "en")) and word not in _NO_VERBS)


def _passage(places: _Places, carrier: Sentence, terms: Terms) -> Span:
    """Return the passage to quote: all sentences involved when they stand close, else the carrier."""
    opens = carrier.span.of(terms.words.text).rstrip().endswith(":")
    if len(places) == 1 and not opens:
        return carrier.span
    spans = [terms.sentences[i].span for i in places]
    if opens:
        spans += [s.span for s in terms.sentences[carrier.index + 1 :] if s.lead == carrier.index]
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    if len(whole) <= _QUOTE_LIMIT:
        return whole
    ends = [s.end for s in spans if s.end - carrier.span.start <= _QUOTE_LIMIT]
    return Span(carrier.span.start, max([carrier.span.end, *ends]))


def _joined(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Join the hits of items under one lead, as long as the passage stays short enough to quote."""
    last: Hit | None = None
    for hit in hits:
        if last is not None and hit.sentence.lead >= 0 and hit.sentence.lead == last.sentence.lead:
            whole = Span(min(last.span.start, hit.span.start), max(last.span.end, hit.span.end))
            if len(whole) <= _QUOTE_LIMIT:
                last = Hit(last.signal, last.sentence, whole)
                continue
        if last is not None:
            yield last
        last = hit
    if last is not None:
        yield last


def _checked(signal: Signal, terms: Terms) -> Iterator[Hit]:
    reading = terms.reading
    for place in CHECKS[signal.check](reading.facts, reading.outline, signal.params):
        sentence = _sentence_at(place, terms)
        if sentence is not None:
            yield Hit(signal.id, sentence, place)


def _sentence_at(span: Span, terms: Terms) -> Sentence | None:
    """Return the sentence that holds the start of a span, or the nearest one before it."""
    best = None
    for sentence in terms.sentences:
        if sentence.span.start > span.start:
            break
        best = sentence
    return best or (terms.sentences[0] if terms.sentences else None)
