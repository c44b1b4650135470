"""The dates of a protocol and what each is for: signature, start, advice, decision, end, statute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.facts.citations import Cited
from protocheck.facts.day_grammar import Day, days
from protocheck.facts.grids import Grid, beside, heads
from protocheck.facts.headings import sections
from protocheck.facts.names import Mention, Roster
from protocheck.facts.reading import Reading, lower
from protocheck.model.facts import DateFact, DateRole, Party
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_SIGNED = lazy(
    r"\b(?:opgemaakt|opgesteld|gedaan|ondertekend|getekend|ondertekening|overeengekomen"
    r"|datum van ondertekening|handtekening"
    r"|(?:vastgesteld|aangegaan|afgesloten|verleden),? te)\b[^\n.]{0,80}$"
)
_BLANK_SIGNED = lazy(
    r"(?:o(?<!\wo)(?:pgemaakt|ndertekend)|g(?<!\wg)(?:edaan|etekend))\b"
    r"[^\n]{0,80}?\bop(?: datum van)?\b[ ._/:]*(?=,? in (?:\w+"
    r"|\d+) (?:exempl|origin|dubbel|voud)|,? in (?:evenveel|zoveel|drievoud|tweevoud|dubbel|\w+voud)"
    r"|[ ,.;]*(?:\n|$)|,? te \w)"
)
_BLANK_LABEL = lazy(
    r"(?:^|\n|\t) *datum(?: van ondertekening| handtekening)? *: *(?=\n|\t|$|[._/ ]{3,}|naam|handtekening)"
)
_ADVICE = lazy(r"\badvi(?:es|ezen|seer\w*|seren)\b|\bgeadviseerd\b")
_OFFICER = lazy(
    r"\bfunctionaris\w*|\bdpo'?s?\b|\bfgb?'?s?\b|data protection officer|veiligheidsconsulent"
    r"|gegevensbeschermingsfunctionaris|\bprivacy(?:verantwoordelijke|adviseur|officer)\w{0,2}\b"
)
# 'De functionaris van de stad deed dat op 3 maart': the sentence before says what.
_ALSO = lazy(r"\b(?:deed|deden) (?:dat|hetzelfde)\b|\bdie van (?:de|het)\b")
_START = lazy(
    r"\b(?:in werking|inwerkingtreding|gaat in|gaan in|ingaat|ingang|ingangsdatum|vangt aan|aanvangt"
    r"|een aanvang|looptijd|aanvangsdatum|uitwerking|van kracht|startdatum|begint|start|loopt|geldt|geldig"
    r"|vanaf|met ingang van|gesloten voor)\b"
)
_AGREEMENT = lazy(
    r"\b(?:protocol\w*|overeenkomst|samenwerkingsovereenkomst|nota|afspraken|mededeling|levering\w*"
    r"|doorgifte|toetreding|brief\w*|conventie|dit document|convenant)\b"
)
_STATUTE_STARTS = lazy(
    r"\b(?:decreet|wet|besluit|verordening|reglement)\b[^.]{0,80}\b(?:treedt|trad|treden|in werking)\b"
)
_UNTIL = lazy(
    r"\b(?:tot|tot en met|t\.e\.m\.|tem|eindigt(?: op)?|eindigen(?: op)?|einddatum|vervalt(?: op)?"
    r"|loopt af(?: op)?|afloopt(?: op)?|beëindigd(?: op)?|einde|verstrijkt(?: op)?|uiterlijk(?: op)?)\W*$"
)
# From which day someone is entitled says nothing of the protocol.
_ENTITLED = lazy(r"\brecht(?:en)? (?:geven|geeft|gaven|hebben|heeft|had|hadden|op)\b")
_KEEPING = lazy(r"\b(?:bewaar\w*|bewaard|vernietig\w*|gewist|wist)\b")
_DECIDED = lazy(
    r"\b(?:gemeenteraad\w*|raad voor maatschappelijk welzijn|raad van maatschappelijk welzijn|college\w*"
    r"|schepencollege|vast bureau|raad van bestuur|deputatie|directiecomité|bestuursorgaan|ocmw-?raad"
    r"|bijzonder comité"
    r"|provincieraad|politieraad|politiecollege|besloten|beslissing\w*|besluit\w*|goedgekeurd|goedkeuring"
    r"|zitting|bekrachtigd|vergadering)\b"
)
_PLACE_AND_DAY = lazy(r"(?:[a-z' -]{2,30}, ?(?:op )?|te [a-z -]{2,30},? (?:op )?)$")
_BOTH = lazy(
    r"(?<!\btussen )(?<!\bdat )(?<!\bdie )\b(?:beide|alle) (?:partijen|functionarissen)\b"
    r"|\b(?:gezamenlijke|gemeenschappelijke"
    r"|gedeelde) (?:functionaris|dpo)"
)
_EACH = lazy(r"\b(?:beide|allebei|elk|respectievelijk|ieder)\b")
_VERSION = lazy(r"(?:^|\n) *(?:v\.?|versie|wijzig\w*|ontwerp)\b[^\n]{0,20}$")

_GAP = 12  # between 'op' and the date itself


def dates(
    reading: Reading,
    found: Sequence[Day],
    cited: Sequence[Cited],
    parties: Sequence[Party],
    tables: Sequence[Grid],
) -> tuple[DateFact, ...]:
    """Return the dates in the order of the text, each with its role."""
    roles = _Roles(reading, cited, parties, tables)
    facts = [fact for day in found for fact in roles.of(day)]
    facts += _blank_signatures(reading, facts)
    facts += _stamped(reading)
    return tuple(sorted(facts, key=lambda f: (f.span.start, f.span.end, f.party)))


class _Roles:
    """Tells for each date what it is for."""

    def __init__(
        self, reading: Reading, cited: Sequence[Cited], parties: Sequence[Party], tables: Sequence[Grid]
    ) -> None:
        self._reading = reading
        self._cited = cited
        self._parties = parties
        self._tables = tables
        self._roster = Roster(parties)
        self._officers: dict[Span, bool] = {}
        self._start = sections(reading, "start")
        self._advice = tuple(_advice_parts(reading))
        self._annexes = tuple(s.span for s in reading.outline.of_kind("annex"))
        self._signature = tuple(s.span for s in reading.outline.of_kind("signature"))

    def of(self, day: Day) -> Iterator[DateFact]:
        text = self._reading.printed(day.span)
        role = self._role(day)
        if day.blank and role == "other":
            return
        owners = self._advisers(day) if role == "dpo-advice" else ()
        for owner in owners or ("",):
            yield DateFact(day.value, text, role, day.span, owner)

    def _role(self, day: Day) -> DateRole:
        statute = self._of_statute(day)
        if statute is not None:
            return statute
        before = self._reading.before(day.span.start, 120)
        sentence = self._reading.sentence(day.span.start)
        low = sentence.of(self._reading.low)
        advised = self._is_advice(sentence, day) and not _SIGNED.search(before)
        if self._is_signature(day, before) and not advised and not self._is_start(before, low, day):
            return "other" if any(day.span in annex for annex in self._annexes) else "signature"
        if self._is_advice(sentence, day):
            return "dpo-advice"
        return self._term(day, before, low)

    def _term(self, day: Day, before: str, low: str) -> DateRole:
        """Tell start and end of the protocol from the day of a decision and from other days."""
        if self._is_end(before, low, day):
            return "end"
        if self._is_start(before, low, day):
            return "entry-into-force"
        near = before[-90:] + "|" + self._reading.after(day.span.end, 40)
        return "decision" if _DECIDED.search(near) and not _VERSION.search(before) else "other"

    def _of_statute(self, day: Day) -> DateRole | None:
        for each in self._cited:
            if day.span in each.citation.span:
                return "decision" if each.local else "statute"
        return None

    def _is_signature(self, day: Day, before: str) -> bool:
        if any(day.span in part for part in self._signature) or _SIGNED.search(before):
            return True
        line = self._reading.paragraph(day.span.start)
        rest = self._reading.flat[day.span.end : line.end].strip(" .")
        return (
            not rest
            and _PLACE_AND_DAY.fullmatch(self._reading.low[line.start : day.span.start].lstrip()) is not None
        )

    def _is_advice(self, sentence: Span, day: Day) -> bool:
        reading = self._reading
        low = sentence.of(reading.low)
        if _ADVICE.search(low) or self._goes_on(sentence):
            return self._names_officer(sentence) or self._names_officer(reading.paragraph(day.span.start))
        return any(day.span in part for part in self._advice) or self._headed(day)

    def _names_officer(self, span: Span) -> bool:
        """Tell whether an officer is named there; of a line without end it is looked up once."""
        if span not in self._officers:
            self._officers[span] = _OFFICER.search(span.of(self._reading.low)) is not None
        return self._officers[span]

    def _headed(self, day: Day) -> bool:
        """Tell whether the head of its column, or the label of its row, speaks of an officer's advice."""
        for cell in heads(self._tables, day.span):
            low = cell.of(self._reading.low)
            if _ADVICE.search(low) and _OFFICER.search(low):
                return True
        return False

    def _goes_on(self, sentence: Span) -> bool:
        """Tell whether a sentence goes on about the advice of the sentence before it."""
        reading = self._reading
        paragraph = reading.paragraph(sentence.start)
        if sentence.start <= paragraph.start or not _ALSO.search(sentence.of(reading.low)):
            return False
        return (
            _ADVICE.search(reading.sentence(max(paragraph.start, sentence.start - 2)).of(reading.low))
            is not None
        )

    def _is_start(self, before: str, low: str, day: Day) -> bool:
        match = _START.search(before)
        if match is None:
            return False
        if _STATUTE_STARTS.search(low) and not inline(r"\b(?:protocol|overeenkomst)\b").search(low):
            return False
        if match.group() in {"vanaf", "met ingang van"} and (
            before[match.end() :].strip() or _ENTITLED.search(before[: match.start()][-60:])
        ):
            return False
        strong = match.group() in {"in werking", "inwerkingtreding", "ingangsdatum", "startdatum"}
        return (strong or _AGREEMENT.search(low) is not None or self._in_start(day)) and not _KEEPING.search(
            low
        )

    def _is_end(self, before: str, low: str, day: Day) -> bool:
        if inline(r"\bhoudt\b.{0,60}\bop; dat is het geval op $").search(before):
            return True
        if not _UNTIL.search(before[-30:]) or _KEEPING.search(low):
            return False
        return (
            self._in_start(day)
            or inline(r"\b(?:protocol|overeenkomst|mededeling|doorgifte|afspraken|nota)\b").search(low)
            is not None
        )

    def _in_start(self, day: Day) -> bool:
        """Tell whether the heading above a date speaks of start or term."""
        return any(day.span.start in section for section in self._start)

    def _advisers(self, day: Day) -> tuple[str, ...]:
        """Return the parties whose officer gave the advice of this date."""
        reading = self._reading
        sentence = reading.sentence(day.span.start)
        dates = [each for each in days(sentence.of(reading.low)) if not each.blank]
        if _BOTH.search(sentence.of(reading.low)) and len(dates) <= 1:
            return tuple(party.name for party in self._parties)
        if len(dates) == 1 and _EACH.search(sentence.of(reading.low)):
            named = {
                i for m in self._roster.find(reading.low, sentence.start, sentence.end) for i in m.parties
            }
            if len(named) > 1:  # 'de functionarissen van A en van B gaven op 3 maart elk een advies'
                return tuple(self._parties[i].name for i in sorted(named))
        mention = self._beside(day) or self._around(day, sentence)
        if mention is not None:
            return tuple(self._parties[i].name for i in mention.parties)
        place = next(
            (i for i, d in enumerate(dates) if d.span.start + sentence.start == day.span.start), None
        )
        if place is not None and len(dates) == len(self._parties) and _EACH.search(sentence.of(reading.low)):
            return (self._parties[place].name,)
        return ()

    def _beside(self, day: Day) -> Mention | None:
        """Return the party named in the row or column of a table in which the date stands."""
        for cell in beside(self._tables, day.span):
            mention = next(iter(self._roster.find(self._reading.low, cell.start, cell.end)), None)
            if mention is not None:
                return mention
        return None

    def _around(self, day: Day, sentence: Span) -> Mention | None:
        """Return the party named with the date: in brackets behind it, before it, or else after it."""
        low = self._reading.low
        mentions = [
            m for m in self._roster.find(low, sentence.start, sentence.end) if not m.span.overlaps(day.span)
        ]
        before = [m for m in mentions if m.span.end <= day.span.start]
        after = [m for m in mentions if m.span.start >= day.span.end]
        if after and inline(r" ?\((?:voor )?(?:de |het )?").fullmatch(
            low[day.span.end : after[0].span.start]
        ):
            return after[0]
        return before[-1] if before else after[0] if after else None


def _advice_parts(reading: Reading) -> Iterator[Span]:
    """Yield the parts whose heading asks for the advice of the officers, and for nothing else."""
    for part in reading.parts:
        low = lower(part.heading)
        officers = _ADVICE.search(low) is not None and _OFFICER.search(low) is not None
        if officers and not _DECIDED.search(low) and not any(c.heading_span for c in part.children):
            yield part.span


def _blank_signatures(reading: Reading, known: Sequence[DateFact]) -> list[DateFact]:
    """Return the places in the signing clause that wait for a date."""
    found = []
    for pattern in (_BLANK_SIGNED, _BLANK_LABEL):
        for match in pattern.finditer(reading.low):
            span = reading.trim(Span(*match.span()))
            clash = any(f.span.overlaps(span) for f in known)
            near = any(
                0 <= f.span.start - span.end < _GAP and "\n" not in reading.flat[span.end : f.span.start]
                for f in known
            )
            if not clash and not near and len(span):
                found.append(DateFact(None, reading.printed(span), "signature", span))
    return found


def _stamped(reading: Reading) -> Iterator[DateFact]:
    """Yield the dates of electronic signatures: what the stamp says, nothing is validated."""
    for stamp in reading.stamps:
        for day in days(inline(r"(?<=\d)t(?=\d\d:)").sub(" ", lower(stamp.of(reading.text)))):
            span = day.span.shift(stamp.start)
            yield DateFact(day.value, reading.printed(span), "signature", span)
