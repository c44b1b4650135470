"""Lists whose points need no white between them: 'A. de gemeente ...', 'B. de vereniging ...'."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.regex import lazy

_POINT = lazy(
    r"(?m)^[ \t]{0,8}\(?(?P<sign>[A-H]|[a-h]|\d{1,2}|I{1,3}|IV)(?P<shape>[.)\u00b0])[ \t]{1,4}(?=\S)"
)
_ROMAN = ("I", "II", "III", "IV")
_LONGEST_LIST = 1200  # characters of one point


def ends(text: str) -> Iterator[int]:
    """Yield the line ends before the second and later points of a list: 'A.' stands above, and here 'B.'."""
    seen: dict[tuple[str, str], int] = {}
    for point in _POINT.finditer(text):
        sign, shape = point["sign"], point["shape"]
        last = seen.get((_before_sign(sign), shape), -_LONGEST_LIST)
        if point.start() - last < _LONGEST_LIST and point.start():
            yield point.start() - 1
        seen[sign, shape] = point.start()


def _before_sign(sign: str) -> str:
    """Return the number or the letter before one: '1' before '2', 'A' before 'B', 'I' before 'II'."""
    if sign.isdigit():
        return str(int(sign) - 1)
    if sign in _ROMAN:
        at = _ROMAN.index(sign)
        return _ROMAN[at - 1] if at else ""
    return chr(ord(sign) - 1) if len(sign) == 1 else ""
