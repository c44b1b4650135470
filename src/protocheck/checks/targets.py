"""What a reference to this protocol points at, and whether it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocheck.checks.case import Case
from protocheck.checks.phrases import phrases
from protocheck.checks.prepared import quoted
from protocheck.checks.sequence import Heading, headings, lines, value_of
from protocheck.facts.reading import Reading, prepare
from protocheck.facts.references import names_this
from protocheck.model.facts import Reference
from protocheck.model.geometry import Span
from protocheck.model.structure import Segment
from protocheck.record import record
from protocheck.regex import lazy

_NEVER = frozenset({"contents", "furniture", "stamp", "title", "signature", "annex"})
_RECITAL = lazy(r"\(?(?P<number>[A-Z](?:\.?\d{1,2})?|\d{1,2})[.):\s]")
_WORD = lazy(r"[^\W\d_]+")
_LETTERS = frozenset("ABDEFGHJKMNOPQRSTUWYZ")
_LAW_NEAR = 70
_STOP = lazy(r"[.;](?!\d)")
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende")
_DETAIL = lazy(
    r"§§?\s*(?P<paragraph>\d{1,2})|(?P<degree>\d{1,2})\s?°|\b(?P<letter>[a-z])(?:\)|\b(?=$|,))"
    r"|lid\s(?P<lid>\d{1,2})|(?P<nth>eerste|tweede|derde|vierde|vijfde|zesde|zevende|\d{1,2}(?:e|de|ste)) lid"
    r"|(?:punt|onder) (?P<point>\d{1,2})"
)
# 'punt 3 van ', '§ 4 van ': the part of the article that is named next.
_AHEAD = lazy(
    r"(?:(?P<sort>punt|onderdeel|onder|§|paragraaf|lid|alinea) ?(?P<number>\d{1,2}) ?°?"
    r"|(?P<nth>(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende) (?:lid|alinea)))"
    r"(?: {1,2}(?:van|in|uit) {1,2})$"
)
_AHEAD_REACH = 30
_AHEAD_SORTS = {"§": "§ {}", "paragraaf": "§ {}", "lid": "lid {}", "alinea": "lid {}"}
# 'punt 2, d)': a letter behind a number without 'artikel'.
_LETTER_BEHIND = lazy(r",? {1,2}(?P<letter>[a-z])\)(?! van (?:de|het|die|dat) )")
_BEHIND = lazy(r" ?, ?(?P<degree>\d{1,2})(?=[,.;)\s](?! ?(?:jaar|maanden|dagen|euro)))")


@record
class Pointer:
    """A reference to a part of this protocol, with the part when it exists."""

    reference: Reference
    word: str
    target: Heading | None
    sub: str
    explicit: bool


class Targets:
    """The parts of this protocol that can be referred to."""

    def __init__(self, case: Case) -> None:
        """Index the articles, chapters and sub-articles by their place in the numbering."""
        self.case = case
        self.reading: Reading = prepare(case.outline)
        self.text = case.text
        self.headings = headings(case)
        self.lettered = any(len(h.number) == 1 and h.number in _LETTERS for h in self.headings)
        self._by_value = {(h.value, h.suffix): h for h in reversed(self.headings) if h.value}
        self.chapters = {
            value_of(part.number)[0]: part for part in case.outline.of_kind("chapter") if part.number
        }
        self.subs = {
            part.number: part
            for part in case.outline.of_kind("article")
            if "." in part.number and part.number
        }
        self.references = [ref for ref in case.facts.references if ref.kind not in {"place", "annex"}]
        self._spans = [ref.span for ref in case.facts.references]
        self._quoted = quoted(case)
        self.worded = any(h.label.startswith("artikel") and self._has_word(h) for h in self.headings)

    def _has_word(self, heading: Heading) -> bool:
        return heading.span.of(self.text).strip()[:3].lower() == "art"

    def pointers(self) -> Iterator[Pointer]:
        """Yield the references to this protocol, in order: none to a statute, an annex or in a quotation."""
        for ref in self.references:
            if ref.external or ref.kind not in {"article", "item"} or self._elsewhere(ref):
                continue
            word = self._word(ref)
            explicit = names_this(self.reading, ref.span.end)
            if not explicit and self._foreign(ref):
                continue
            value, sub, suffix = self._placed(ref)
            target = self._by_value.get((value, suffix)) or self._by_value.get((value, suffix.lower()))
            yield Pointer(ref, word, target, sub, explicit)

    def _placed(self, ref: Reference) -> tuple[int, str, str]:
        """Return the place that a reference names; where articles have letters, 'I' is one too."""
        number = ref.target.split(" ", 1)[1]
        if self.lettered and number[0].isalpha() and not number[1:2].isalpha():
            return ord(number[0].lower()) - 96, number[2:], ""
        return value_of(number)

    def of_kind(self, kind: str) -> Iterator[Reference]:
        """Yield the references of a kind to this protocol that no statute comes near."""
        for ref in self.references:
            if ref.kind != kind or ref.external or self._elsewhere(ref):
                continue
            line = self.reading.paragraph(ref.span.start)
            laws = phrases(self.case.params, "regelgeving")
            if names_this(self.reading, ref.span.end) or not laws.search(
                self.reading.low, line.start, line.end
            ):
                yield ref

    def recitals(self) -> frozenset[str]:
        """Return the numbers of the recitals, and of what looks like one above the first article."""
        first = self.headings[0].span.start if self.headings else len(self.text)
        printed = (_RECITAL.match(line.of(self.text)) for line in lines(self.text, Span(0, first)))
        lettered = {m["number"].replace(".", "").upper() for m in printed if m}
        known = {part.number.upper() for part in self.case.outline.of_kind("recital") if part.number}
        if known or {"A", "B"} <= lettered:
            return frozenset(known | lettered)
        return frozenset()

    def holder(self, start: int) -> Heading | None:
        """Return the article around a place."""
        return next((h for h in self.headings if start in h.whole), None)

    def has_paragraph(self, heading: Heading, number: str) -> bool:
        """Tell whether an article has such a paragraph (§), or the paper itself is numbered so."""
        if any(h.number.startswith("§") for h in self.headings):
            return any(h.number.removeprefix("§").strip() == number for h in self.headings)
        return self._has(heading, "paragraph", number)

    def _word(self, ref: Reference) -> str:
        found = _WORD.match(self.reading.low, ref.span.start)
        return found[0] if found else ""

    def _elsewhere(self, ref: Reference) -> bool:
        """Tell whether a reference stands in an annex, a list of contents, or what is quoted."""
        start = ref.span.start
        path = self.case.outline.path_to(start)
        return any(part.kind in _NEVER for part in path) or any(start in span for span in self._quoted)

    def _foreign(self, ref: Reference) -> bool:
        """Tell whether the sentence names a statute or another paper before or right after the reference."""
        sentence = self.reading.sentence(ref.span.start)
        laws = phrases(self.case.params, "regelgeving")
        if laws.search(self.reading.low, sentence.start, ref.span.start):
            return True
        after = self.reading.low[ref.span.end : min(sentence.end, ref.span.end + _LAW_NEAR)]
        stop = _STOP.search(after)
        behind = after[: stop.start() if stop else len(after)]
        found = phrases(self.case.params, "van-regelgeving").finditer(behind)
        # 'wanneer een decreet dat vraagt' names none.
        return any(not behind[: match.start()].endswith(("een ", "geen ", "elk ")) for match in found)

    def in_force(self, pointer: Pointer) -> bool:
        """Tell whether the paragraph, or the lead of its list, names a statute: its articles may be meant."""
        start = pointer.reference.span.start
        laws = phrases(self.case.params, "regelgeving")
        line = self.reading.paragraph(start)
        if laws.search(self.reading.low, line.start, start):
            return True
        path = self.case.outline.path_to(start)
        lead = path[-1].lead if path else None
        return lead is not None and laws.search(self.reading.low, lead.start, lead.end) is not None

    def there(self, pointer: Pointer) -> bool:
        """Tell whether the article that is meant exists, as an article, a chapter or a numbered line."""
        if pointer.target is not None:
            return True
        value, _, _ = self._placed(pointer.reference)
        return value in self.chapters and pointer.word in {"hoofdstuk", "titel", "deel", "onder", "afdeling"}

    def lacks(self, pointer: Pointer) -> str:
        """Return the point, paragraph or sub-article that the target lacks; empty when all is there."""
        target = pointer.target
        if target is None:
            return ""
        if pointer.sub and self._sub_numbered(pointer) and not self._has_sub(target, pointer.sub):
            return f"{target.number}.{pointer.sub}"
        details = pointer.reference.item or self._ahead(pointer)
        behind = _BEHIND.match(self.reading.flat, pointer.reference.span.end)
        found = [*_DETAIL.finditer(details)]
        if not found and behind and not self.worded:
            return "" if self._has_degree(target, behind["degree"]) else behind["degree"]
        letter = _LETTER_BEHIND.match(self.reading.low, pointer.reference.span.end)
        if letter and not found and not self.worded and not self._has(target, "letter", letter["letter"]):
            return f"{letter['letter']})"
        for match in found:
            kind = str(match.lastgroup)
            if not self._has(target, kind, match[kind]):
                return " ".join(match[0].split())
        return ""

    def _ahead(self, pointer: Pointer) -> str:
        """Return the point that is named before its article: 'punt 3 van artikel 2'."""
        match = self._part_ahead(pointer)
        if match is None:
            return ""
        if match["nth"]:
            return match["nth"].replace("alinea", "lid")
        return _AHEAD_SORTS.get(match["sort"], "punt {}").format(match["number"])

    def _part_ahead(self, pointer: Pointer) -> re.Match[str] | None:
        start = pointer.reference.span.start
        return _AHEAD.search(self.reading.low, max(0, start - _AHEAD_REACH), start)

    def printed(self, pointer: Pointer) -> Span:
        """Return where a reference stands, with the point that is named before its article."""
        span = pointer.reference.span
        match = None if pointer.reference.item else self._part_ahead(pointer)
        return Span(match.start(), span.end) if match else span

    def _sub_numbered(self, pointer: Pointer) -> bool:
        """Tell whether this protocol numbers so: 'artikel 16.4.34' is rather an article of a statute."""
        return pointer.explicit or not pointer.word.startswith("art") or bool(self.subs)

    def _has_sub(self, target: Heading, sub: str) -> bool:
        if f"{target.number}.{sub}" in self.subs:
            return True
        first = sub.partition(".")[0]
        return self._line(
            target,
            rf"(?:{re.escape(target.number)}\s?[.]\s?{re.escape(sub)}\b|§\s?{first}\b|{first}[.°)](?!\d))",
        )

    def _has(self, target: Heading, kind: str, number: str) -> bool:
        if kind == "paragraph":
            return self._line(target, rf"(?:.{{0,40}}\s)?§\s?{number}\b|{self._numbered(target, number)}")
        if kind in {"degree", "point"}:
            return self._has_degree(target, number)
        if kind == "letter":
            return self._line(target, rf"\(?{number}[.)]|.{{0,200}}[\s(,;:]{number}\)") or self._inline(
                target, f"{number})"
            )
        return self._has_lid(target, number)

    def _numbered(self, target: Heading, number: str) -> str:
        return rf"\(?{number}[.)](?!\d)|{re.escape(target.number)}\.{number}\b"

    def _has_degree(self, target: Heading, number: str) -> bool:
        marks = rf"\(?{number}\s?(?:°|[.)])(?!\d)|{re.escape(target.number)}\.{number}\b|§\s?{number}\b"
        labelled = rf"(?:gegeven|cluster|punt|nr\.?)\s{number}\b|{number}\t"
        return self._line(target, rf"(?:{marks}|{labelled})") or self._inline(target, f"{number}°")

    def _has_lid(self, target: Heading, number: str) -> bool:
        """Tell whether an article has so many paragraphs; a numbered point may count as one."""
        figure = "".join(sign for sign in number if sign.isdigit())
        wanted = int(figure) if figure else _ORDINALS.index(number) + 1
        if target.segment is None:
            return True
        return wanted <= sum(1 for _ in _leden(target.segment)) or self._line(
            target, rf"(?:§\s?{wanted}\b|{self._numbered(target, str(wanted))})"
        )

    def _line(self, target: Heading, pattern: str) -> bool:
        """Tell whether a line of an article begins so."""
        return (
            re.search(rf"^[\s•*–-]{{0,12}}(?:{pattern})", self._body(target), re.MULTILINE | re.IGNORECASE)
            is not None
        )

    def _body(self, target: Heading) -> str:
        return self.text[target.whole.start : target.whole.end]

    def _inline(self, target: Heading, sign: str) -> bool:
        """Tell whether a sign stands in the running text of an article, not as part of a reference."""
        at = self.text.find(sign, target.whole.start, target.whole.end)
        while at >= 0:
            bare = not self.text[at - 1 : at].isalnum()
            if bare and not any(at in span for span in self._spans):
                return True
            at = self.text.find(sign, at + 1, target.whole.end)
        return False


def _leden(article: Segment) -> Iterator[Segment]:
    for child in article.children:
        if child.kind in {"paragraph", "article", "table"} or (child.kind == "item" and child.number):
            yield child
