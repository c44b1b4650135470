"""What is due: protocols whose term has ended or soon ends, and those that must be evaluated."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from protocheck.advice.dutch import counted, shorten
from protocheck.batch.kinship.papers import Archive, Paper
from protocheck.batch.kinship.reviews import Review, reviews
from protocheck.batch.kinship.scratch import Scratch, Series
from protocheck.batch.kinship.sentences import Said, Sentence, sentences
from protocheck.batch.kinship.terms import Term, term
from protocheck.language import day as in_words
from protocheck.model.kinship import Due, DueKind, Pair
from protocheck.record import record

_YEAR = 12
_QUOTE = 300  # characters of the sentence that sets a term
_DOMAIN = "protocheck"


@record
class Clock:
    """The day on which is asked, and how many months ahead."""

    today: dt.date
    months: int

    @property
    def until(self) -> dt.date:
        """Return the last day that counts as soon."""
        return later(self.today, self.months)


@record
class _Start:
    """From when a term runs, and what the text says of it."""

    day: dt.date
    basis: str


@record
class _End:
    """The last day of a protocol, and from what that follows."""

    day: dt.date
    basis: str
    said: Said


def due(archive: Archive, pairs: Iterable[Pair], clock: Clock, scratch: Scratch) -> Series[Due]:
    """Return what is due, by day; copies of one protocol count once."""
    copies, replaced = _copies(pairs), _replaced(pairs)
    found: Series[Due] = Series(scratch)
    copied: dict[str, tuple[Due, ...]] = {}
    for paper in archive.papers(archive.ids()):
        own = copies.get(paper.id)
        others = tuple(each for each in own or () if each != paper.id)
        told = tuple(_of(paper, clock, others, replaced.get(paper.id, "")))
        if own is None:
            _add(found, told)
        # A copy that lacks its dates tells less: the one that tells most speaks for all.
        elif len(told) > len(copied.get(own[0], ())):
            copied[own[0]] = told
    for told in copied.values():
        _add(found, told)
    return found


def _add(found: Series[Due], told: Iterable[Due]) -> None:
    for each in told:
        found.add(each, each.day.isoformat(), each.kind, each.title, each.paper)


def _copies(pairs: Iterable[Pair]) -> dict[str, tuple[str, ...]]:
    """Return for each paper all copies of its protocol, in order, itself included."""
    sets: dict[str, set[str]] = {}
    for pair in pairs:
        if pair.kind == "copies" and not pair.identical:
            joined = sets.get(pair.first, {pair.first}) | sets.get(pair.second, {pair.second})
            sets.update(dict.fromkeys(joined, joined))
    return {paper: tuple(sorted(held)) for paper, held in sets.items()}


def _replaced(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return for each earlier version the last one after it."""
    after: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        if pair.kind == "versions":
            after[pair.first].append(pair.second)
    return {paper: later[-1] for paper, later in after.items()}


def _of(paper: Paper, clock: Clock, copies: tuple[str, ...], replaced: str) -> Iterator[Due]:
    said = tuple(sentences(paper.passages))
    held = term(said)
    start = _start(paper, said)
    end = _end(paper, held, start)
    if end is not None and end.day <= clock.until:
        kind: DueKind = "ended" if end.day < clock.today else "ends"
        verb = "liep af" if kind == "ended" else "loopt af"
        yield _made(paper, kind, end, f"Het protocol {verb} op {in_words(end.day)}.", copies, replaced)
    if replaced or (end is not None and end.day < clock.today):
        return
    for review in reviews(said):
        found = _review(review, start, clock)
        if found is not None and found[0].day <= clock.until:
            yield _made(paper, "evaluation", found[0], found[1], copies, replaced)


def _made(
    paper: Paper, kind: DueKind, end: _End, summary: str, copies: tuple[str, ...], replaced: str
) -> Due:
    stem = f"{paper.sha256}\n{kind}\n{end.day.isoformat()}\n{end.said.label}"
    return Due(
        paper=paper.id,
        copies=copies,
        kind=kind,
        day=end.day,
        title=paper.title,
        parties=tuple(party.name for party in paper.parties),
        summary=summary,
        basis=end.basis,
        label=end.said.label,
        page=end.said.page,
        quote=shorten(end.said.quote, _QUOTE),
        replaced_by=replaced,
        uid=f"{sha256(stem.encode()).hexdigest()[:32]}@{_DOMAIN}",
    )


def _start(paper: Paper, said: Sequence[Sentence]) -> _Start | None:
    """Return from when the protocol holds: its own day, else that of the last signature."""
    if paper.in_force:
        return _Start(paper.in_force, f"in werking vanaf {in_words(paper.in_force)}")
    if paper.signed is None:
        return None
    stated = any("werking" in each.low and "onderteken" in each.low for each in said)
    how = "in werking bij" if stated else "de dag van inwerkingtreding ontbreekt; gerekend vanaf"
    return _Start(paper.signed, f"{how} ondertekening op {in_words(paper.signed)}")


def _end(paper: Paper, held: Term, start: _Start | None) -> _End | None:
    """Return the last day of a protocol; none where it goes on by itself."""
    if held.tacit:
        return None
    dated = max(filter(None, (each.value for each in paper.dates.end)), default=None)
    if dated is not None:
        return _End(dated, f"einddatum {in_words(dated)}", _where(paper, dated))
    if held.unlimited or held.said is None:
        return None
    if held.until is not None:
        return _End(held.until, f"tot en met {in_words(held.until)}", held.said)
    if start is None:
        return None
    last = later(start.day, held.months) - dt.timedelta(days=1)
    return _End(last, f"{start.basis}, voor {_span(held.months)}", held.said)


def _where(paper: Paper, value: dt.date) -> Said:
    """Return where a day stands that the facts give as the end."""
    printed = next(each.text for each in paper.dates.end if each.value == value)
    for sentence in sentences(paper.passages):
        if " ".join(printed.split()) in sentence.said.quote:
            return sentence.said
    return Said("", None, printed)


def _review(review: Review, start: _Start | None, clock: Clock) -> tuple[_End, str] | None:
    """Return the day of an evaluation with a sentence on it; of many the first from today on."""
    if review.day is not None:
        late = "was te houden" if review.day < clock.today else "is te houden"
        text = f"De evaluatie {late} uiterlijk op {in_words(review.day)}."
        return _End(review.day, f"datum in de tekst: {in_words(review.day)}", review.said), text
    if start is None:
        return None
    if review.within:
        last = later(start.day, review.within)
        late = "was te houden" if last < clock.today else "is te houden"
        basis = f"{start.basis}, binnen {_span(review.within)}"
        return _End(last, basis, review.said), f"De evaluatie {late} vóór {in_words(last)}."
    return _recurring(review, start, clock)


def _recurring(review: Review, start: _Start, clock: Clock) -> tuple[_End, str]:
    first = start.day if not review.month else _month_after(start.day, review.month)
    passed = max(0, (clock.today.year - first.year) * _YEAR + clock.today.month - first.month)
    turn = max(passed // review.every, 0 if review.month else 1)
    while later(first, turn * review.every) < clock.today:
        turn += 1
    last = later(first, turn * review.every)
    basis = f"{start.basis}, {_turns(review.every)}"
    before = later(first, (turn - 1) * review.every) if turn > (0 if review.month else 1) else None
    ahead = f" De vorige was te houden op {in_words(before)}." if before else ""
    return _End(last, basis, review.said), f"De volgende evaluatie valt op {in_words(last)}.{ahead}"


def _turns(months: int) -> str:
    """Return how often something comes back."""
    if months == _YEAR:
        return "elk jaar"
    return "elk half jaar" if 2 * months == _YEAR else f"om de {_span(months)}"


def _month_after(start: dt.date, month: int) -> dt.date:
    """Return the first day of this month that follows a day."""
    year = start.year + (month <= start.month)
    return dt.date(year, month, 1)


def _span(months: int) -> str:
    if months == 1:
        return "één maand"
    if months % _YEAR == 0:
        return counted(months // _YEAR, "jaar", "jaar")
    return counted(months, "maand", "maanden")


def later(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, the last day of a shorter month."""
    count = day.year * _YEAR + day.month - 1 + months
    year, month = divmod(count, _YEAR)
    year = min(year, dt.MAXYEAR)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
