"""Enterprise numbers (ondernemingsnummer, KBO) in every notation, with their check digits."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

# Ten digits in groups of 4-3-3 or in one run; the first is 0 or 1 (OCR reads a capital O for 0).
_NUMBER = lazy(
    r"[b0o1](?<![\w./+].)(?:(?<=b)e[ \-.]{0,2}(?P<first>[0o1])|(?<!b))"
    r"[ .]?\d{3}[ .\-/]{0,2}\d{3}[ .\-/]{0,2}\d{3}(?![\d]|[./-]\d)"
)
# With the word before it, a number of another length is still meant as one: it fails its check.
_NAMED = lazy(
    r"(?:k(?<!\wk)(?:bo|\.b\.o\.?|ruispuntbank(?: van)?(?: de)? ondernemingen)"
    r"|o(?<!\wo)n(?:dernemingsn(?:ummer|r))?|b(?<!\wb)tw|r(?<!\wr)pr)\b"
    r"[^\d\n;]{0,40}?(?:be[ \-.]{0,2})?(\d[\d .\-/]{6,14}\d)(?![\d])"
)
_WORD = lazy(r"kbo|k\.b\.o|onderneming|kruispuntbank|btw|rpr|\bbe[ .\-]?$")
_PHONE_WORD = lazy(r"\b(?:tel|gsm|telefoon\w{0,6}|mobiel|fax|bel|bellen|sms|whatsapp)\b")
_LENGTHS = range(8, 12)


@record
class Number:
    """An enterprise number: its digits as printed without separators, and where it stands."""

    digits: str
    valid: bool
    span: Span


def valid(digits: str) -> bool:
    """Tell whether ten digits carry the right check digits (modulo 97)."""
    if len(digits) != 10 or not digits.isdecimal():  # noqa: PLR2004 - the law says ten
        return False
    return 97 - int(digits[:8]) % 97 == int(digits[8:])


def find(low: str, span: Span) -> Iterator[Number]:
    """Yield the enterprise numbers in `span` of a lower-case text, in order, none twice."""
    seen = -1
    found = [*_plain(low, span), *_named(low, span)]
    for number in sorted(found, key=lambda n: (n.span.start, -len(n.span))):
        if number.span.start >= seen:
            yield number
            seen = number.span.end


def named(low: str, span: Span) -> bool:
    """Tell whether the words before a number call it an enterprise number."""
    before = low[max(0, span.start - 60) : span.start]
    return _WORD.search(before) is not None and _PHONE_WORD.search(before) is None


def _plain(low: str, span: Span) -> Iterator[Number]:
    for match in _NUMBER.finditer(low, span.start, span.end):
        where = Span(match.start("first") if match["first"] else match.start(), match.end())
        before = low[max(span.start, where.start - 60) : where.start]
        printed = where.of(low)
        digits = _digits(printed)
        named = _WORD.search(before) is not None
        if not named and (_PHONE_WORD.search(before) or not _certain(printed, digits)):
            continue
        yield Number(digits, valid(digits), where)


def _certain(printed: str, digits: str) -> bool:
    """Without its word a number counts when dotted 4.3.3 as usual, or when its check holds."""
    return printed.count(".") == 2 or valid(digits)  # noqa: PLR2004 - two dots in 0000.000.000


def _named(low: str, span: Span) -> Iterator[Number]:
    for match in _NAMED.finditer(low, span.start, span.end):
        digits = _digits(match.group(1))
        if len(digits) in _LENGTHS:
            if len(digits) == 9 and valid("0" + digits):  # noqa: PLR2004 - the old notation of nine digits
                digits = "0" + digits
            yield Number(digits, valid(digits), Span(*match.span(1)))


def _digits(printed: str) -> str:
    return "".join("0" if char == "o" else char for char in printed if char.isdecimal() or char == "o")
