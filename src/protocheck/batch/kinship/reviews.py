"""When a protocol is to be evaluated, as far as its own words say so.

'jaarlijks geëvalueerd', 'om de twee jaar', 'binnen twee jaar na de inwerkingtreding', 'vóór 1 maart 2027'.
Only sentences that evaluate the protocol or what is done under it count, not those that evaluate people,
services or security measures.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from protocheck.batch.kinship.sentences import NUMBER, OTHER, SPAN, Said, Sentence, months
from protocheck.facts.day_grammar import days
from protocheck.record import record
from protocheck.regex import lazy

_HEAD = lazy(r"evaluatie|evalueren|herziening|opvolging|bijsturing")
_REVIEW = lazy(r"evalu|herbek[ei]|\bherzien\b|herziening|doorgelicht|doorlichting|tegen het licht")
_WE = lazy(r"\b(?:partijen|wij)\b[^.]{0,30}\bevaluer|\bevaluer\w{0,3} (?:de |beide )?(?:partijen|wij)\b")
_EVERY = lazy(rf"\b(?:om de|elke|iedere|telkens na|na elke periode van) {SPAN}")
_EVERY_WORD = lazy(
    r"\b(?P<word>(?:half|twee|drie|vier|vijf)?jaarlijkse?|zesmaandelijkse?)\b"
    r"|\b(?P<half>(?:tweemaal|twee keer|twee maal|2 keer|2x) per jaar"
    r"|(?:elk|ieder) (?:half ?jaar|semester))\b"
    r"|\b(?P<year>(?:elk|ieder|per) (?:school|kalender|werk)?jaar|een ?maal per jaar|een keer per jaar)\b"
)
_WITHIN = lazy(
    r"\b(?:binnen(?: de| het| een termijn van| een periode van)?|na(?: verloop van| afloop van)?"
    rf"|uiterlijk(?: na)?|ten laatste(?: na)?) {SPAN}"
)
_AFTER = lazy(
    rf"\b(?P<n>{NUMBER}) (?P<unit>jaar|jaren|maanden?) na (?:de |het )?"
    r"(?:inwerking|ondertekening|start|aanvang|begin|ingang)"
)
_WORDS = (("half", 6), ("zesmaan", 6), ("jaar", 12), ("twee", 24), ("drie", 36), ("vier", 48), ("vijf", 60))
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_MONTH = lazy(rf"\b(?:{'|'.join(_MONTHS)})\b")
_HELD = lazy(r"\b(?:werd|werden|is|zijn|was|vond|gaf)\b[^.]{0,40}\b(?:op|in|plaats)\b")


@record
class Review:
    """When it is to be evaluated: `every` so many months, once `within` so many, or on a `day`.

    `month` is the month of the year in which that is done each time; 0 when none is named.
    """

    said: Said
    every: int = 0
    within: int = 0
    day: dt.date | None = None
    month: int = 0


def reviews(given: Iterable[Sentence]) -> tuple[Review, ...]:
    """Return the evaluations that the protocol orders, each interval and day once."""
    found: dict[tuple[int, int, dt.date | None], Review] = {}
    for sentence in given:
        for review in _ordered(sentence):
            found.setdefault((review.every, review.within, review.day), review)
    return tuple(found.values())


def _ordered(sentence: Sentence) -> Iterator[Review]:
    low = sentence.low
    ours = sentence.speaks_of_protocol(_HEAD) or _WE.search(low) is not None
    if not ours or OTHER.search(low) or not _REVIEW.search(f"{sentence.head} {low}"):
        return
    every = _every(low)
    if every:
        yield Review(sentence.said, every=every, month=_month(low))
    within = _within(low)
    if within and within != every:
        yield Review(sentence.said, within=within)
    if not every and not within:
        yield from _on_a_day(sentence)


def _every(low: str) -> int:
    match = _EVERY.search(low)
    if match:
        return months(match["n"], match["unit"])
    match = _EVERY_WORD.search(low)
    if match is None:
        return 0
    word = match["word"] or ("half" if match["half"] else "jaar")
    return next(count for start, count in _WORDS if word.startswith(start))


def _month(low: str) -> int:
    """Return the one month that a sentence names."""
    named = {match[0] for match in _MONTH.finditer(low)}
    return _MONTHS.index(named.pop()) + 1 if len(named) == 1 else 0


def _within(low: str) -> int:
    match = _AFTER.search(low) or _WITHIN.search(low)
    return months(match["n"], match["unit"]) if match else 0


def _on_a_day(sentence: Sentence) -> Iterator[Review]:
    """Yield the day that a sentence sets for an evaluation; not the day of one that was held."""
    if not _REVIEW.search(sentence.low) or _HELD.search(sentence.low):
        return
    for day in days(sentence.low):
        if day.value is not None:
            yield Review(sentence.said, day=day.value)
            return
