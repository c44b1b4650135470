"""The sentences of a protocol that may set a term, and the spans of time that they name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from protocheck.batch.kinship.folding import fold
from protocheck.model.audit import Passage
from protocheck.record import record
from protocheck.regex import lazy

NUMBERS = {
    "half": 0.5,
    "een": 1.0,
    "anderhalf": 1.5,
    **{
        word: float(number)
        for number, word in enumerate(
            "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien".split(), 2
        )
    },
    "achttien": 18.0,
    "twintig": 20.0,
    "vierentwintig": 24.0,
    "zesendertig": 36.0,
}
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_UNIT = r"(?:school|kalender|werk)?jaar|(?:school|kalender|werk)?jaren|maanden|maand"
SPAN = rf"(?P<n>{NUMBER})(?: \(\w{{1,14}}\))? (?:volle |opeenvolgende |volledige )?(?P<unit>{_UNIT})\b"
_SUBJECT = lazy(
    r"\b(?:\w{0,20}protocol\w{0,20}|\w{0,20}overeenkomst|samenwerking|mededeling|gegevensuitwisseling"
    r"|gegevensdeling|uitwisseling|doorgifte|levering(?:en)?|nota|convenant|toetreding|afspraak|afspraken"
    r"|brief\w{0,12})\b"
)
# What runs for some time and is not the protocol.
OTHER = lazy(
    r"\b(?:bewaar\w{0,20}|bewaring\w{0,10}|bewaard|gewist|wissen|vernietig\w{0,4}|opzeg\w{0,12}|opgezegd"
    r"|logging|logs?|loggegevens|mandaat|verjar\w{0,8}|archief\w{0,10}|boete|beeindig\w{0,4}|herhaling)\b"
)
_STOP = lazy(r"(?<=[.;?!])\s{1,4}(?=[A-ZÀ-Þ0-9\"‘(–-])|\n(?=\s{0,4}(?:[-•*–]|\d{1,2}[.)°]|[a-z]\)))")
_SKIPPED = frozenset({"title", "contents", "preamble", "signature", "furniture", "stamp"})
_YEAR = 12
_FAR = 600  # months; more is no term of a protocol


@record
class Said:
    """Where a sentence stands, and its words."""

    label: str
    page: int | None
    quote: str


@record
class Sentence:
    """A sentence that may set a term; `low` is folded, `head` the folded heading above it."""

    said: Said
    low: str
    head: str

    def speaks_of_protocol(self, head: re.Pattern[str]) -> bool:
        """Tell whether it names the protocol, or stands under a heading of this sort."""
        return _SUBJECT.search(self.low) is not None or head.search(self.head) is not None


def sentences(passages: Iterable[Passage]) -> Iterator[Sentence]:
    """Yield the sentences of a protocol itself; an annex has terms of its own."""
    for passage in passages:
        if passage.kind in _SKIPPED or passage.ref.startswith("annex"):
            continue
        head = fold(passage.heading)
        # In a table every row says its own.
        pieces = passage.text.split("\n") if passage.kind == "table" else _STOP.split(passage.text)
        for piece in pieces:
            quote = " ".join(piece.split())
            if quote:
                yield Sentence(Said(passage.label, passage.page, quote), _folded(quote), head)


def _folded(text: str) -> str:
    """Return text in lower case without accents; `fold` keeps what it was given, and sentences are many."""
    low = text.lower()
    if low.isascii():
        return low
    return "".join(char for char in unicodedata.normalize("NFD", low) if not unicodedata.combining(char))


def months(number: str, unit: str) -> int:
    """Return a span of time in months; 0 for one that no protocol runs."""
    count = float(number) if number.isdecimal() else NUMBERS[number]
    found = round(count if unit.startswith("maand") else count * _YEAR)
    return found if 0 < found <= _FAR else 0
