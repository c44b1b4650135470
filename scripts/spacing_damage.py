"""Damage the spacing of a PDF as bad producers do, without changing what is printed.

The glyphs stay where they are on paper. What changes is what the file says of them: the widths that
its fonts declare, or the glyphs for a blank between words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pikepdf

Damage = Literal["narrow", "constant", "fake-blanks", "no-blanks"]
DAMAGES: tuple[Damage, ...] = ("narrow", "constant", "fake-blanks", "no-blanks")

_CAP = 520.0  # thousandths of the size: the widest that a font damaged as 'narrow' declares
_CONSTANT = 500.0
_WIDE = 600.0  # glyphs at least so wide get a false blank behind them
_BLANK = 0x20

Glyphs = list[tuple[int, float]]


def damage(source: Path, target: Path, kind: Damage) -> Path:
    """Write the PDF with one kind of damage; the same bytes for the same input."""
    with pikepdf.open(source) as pdf:
        fonts: dict[tuple[int, int], _Font] = {}
        for page in pdf.pages:
            met = {str(name): _font(fonts, font) for name, font in page.resources.get("/Font", {}).items()}
            page.contents_coalesce()
            pen = _Pen(met, kind)
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(list(pen.rewritten(page))))
        for font in fonts.values():
            font.declare(kind)
        pdf.save(target, deterministic_id=True)
    return target


def _font(fonts: dict[tuple[int, int], _Font], font: Any) -> _Font:
    if font.objgen not in fonts:
        fonts[font.objgen] = _Font(font)
    return fonts[font.objgen]


class _Font:
    """The true widths of a font's glyphs, and the code of its blank."""

    def __init__(self, font: Any) -> None:
        self.font = font
        self.wide = font.Subtype == "/Type0"
        self.widths = _cid_widths(font.DescendantFonts[0]) if self.wide else _simple_widths(font)
        self.default = float(font.DescendantFonts[0].get("/DW", 1000)) if self.wide else 0.0
        self.blank = _blank(font)

    def width(self, code: int) -> float:
        return self.widths.get(code, self.default)

    def declared(self, code: int, kind: Damage) -> float:
        if kind == "narrow":
            return min(self.width(code), _CAP)
        return _CONSTANT if kind == "constant" else self.width(code)

    def declare(self, kind: Damage) -> None:
        """Write the widths that the damaged file declares."""
        if kind not in {"narrow", "constant"}:
            return
        if self.wide:
            flat = [[code, code, self.declared(code, kind)] for code in sorted(self.widths)]
            self.font.DescendantFonts[0].W = pikepdf.Array([part for entry in flat for part in entry])
        elif "/Widths" in self.font:
            first = int(self.font.FirstChar)
            size = len(self.font.Widths)
            self.font.Widths = pikepdf.Array([self.declared(first + i, kind) for i in range(size)])

    def codes(self, string: bytes) -> list[int]:
        if not self.wide:
            return list(string)
        return [int.from_bytes(string[i : i + 2]) for i in range(0, len(string), 2)]

    def string(self, code: int) -> Any:
        return pikepdf.String(code.to_bytes(2 if self.wide else 1))


def _simple_widths(font: Any) -> dict[int, float]:
    first = int(font.get("/FirstChar", 0))
    return {first + i: float(width) for i, width in enumerate(font.get("/Widths", []))}


def _cid_widths(font: Any) -> dict[int, float]:
    widths: dict[int, float] = {}
    parts = list(font.get("/W", []))
    while parts:
        first = int(parts.pop(0))
        second = parts.pop(0)
        if isinstance(second, pikepdf.Array):
            widths |= {first + i: float(width) for i, width in enumerate(second)}
        else:
            width = float(parts.pop(0))
            widths |= dict.fromkeys(range(first, int(second) + 1), width)
    return widths


def _blank(font: Any) -> int | None:
    """Return the code whose Unicode is a blank."""
    if "/ToUnicode" not in font:
        return _BLANK
    found: dict[int, str] = {}
    for operands, operator in instructions(font.ToUnicode):
        values = [bytes(v) if isinstance(v, pikepdf.String) else v for v in operands]
        if str(operator) == "endbfchar":
            found |= {int.from_bytes(a): b.decode("utf-16-be", "replace") for a, b in _by(values, 2)}
        elif str(operator) == "endbfrange":
            for low, high, to in _by(values, 3):
                found |= _range(int.from_bytes(low), int.from_bytes(high), to)
    return min((code for code, text in found.items() if text == " "), default=None)


def instructions(stream: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the instructions of a content stream, each as its operands and its operator."""
    for each in pikepdf.parse_content_stream(stream):
        yield each.operands, each.operator


def _by(values: list[Any], size: int) -> Iterator[tuple[Any, ...]]:
    for i in range(0, len(values) - size + 1, size):
        yield tuple(values[i : i + size])


def _range(low: int, high: int, to: Any) -> dict[int, str]:
    if isinstance(to, bytes):
        start = int.from_bytes(to)
        return {code: chr(start + code - low) for code in range(low, min(high, low + 255) + 1)}
    return {low + i: bytes(each).decode("utf-16-be", "replace") for i, each in enumerate(to)}


@dataclass(slots=True)
class _Pen:
    """Goes through a page's content and writes each string glyph by glyph."""

    fonts: dict[str, _Font]
    kind: Damage
    font: _Font | None = None
    size: float = 1.0
    word_space: float = 0.0
    stack: list[tuple[_Font | None, float]] = field(default_factory=list)

    def rewritten(self, page: Any) -> Iterator[tuple[Any, Any]]:
        show: dict[str, Callable[[Any], list[Any]]] = {
            "Tj": lambda operands: [operands[0]],
            "TJ": lambda operands: list(operands[0]),
        }
        for operands, operator in instructions(page):
            name = str(operator)
            self._follow(name, operands)
            if name in show and self.font is not None:
                yield [pikepdf.Array(self._shown(show[name](operands)))], pikepdf.Operator("TJ")
            elif name == "'":
                yield [], pikepdf.Operator("T*")
                yield [pikepdf.Array(self._shown([operands[0]]))], pikepdf.Operator("TJ")
            else:
                yield operands, operator

    def _follow(self, name: str, operands: Any) -> None:
        if name == "Tf":
            self.font, self.size = self.fonts.get(str(operands[0])), float(operands[1])
        elif name == "Tw":
            self.word_space = float(operands[0])
        elif name == "q":
            self.stack.append((self.font, self.size))
        elif name == "Q" and self.stack:
            self.font, self.size = self.stack.pop()

    def _shown(self, parts: list[Any]) -> list[Any]:
        assert self.font is not None  # noqa: S101 - the caller has looked
        result: list[Any] = []
        for part in parts:
            if not isinstance(part, pikepdf.String):
                result.append(part)
                continue
            codes = self.font.codes(bytes(part))
            for code, after in zip(codes, [*codes[1:], None], strict=True):
                result += self._glyph(self.font, code, after)
        return result

    def _glyph(self, font: _Font, code: int, after: int | None) -> list[Any]:
        stretch = 0.0 if font.wide or code != _BLANK else self.word_space / self.size * 1000
        if self.kind == "no-blanks" and code == font.blank:
            return [-(font.width(code) + stretch)]
        false = (
            self.kind == "fake-blanks"
            and font.blank is not None
            and after not in {None, font.blank}
            and font.width(code) >= _WIDE
        )
        if false and font.blank is not None:
            stretch = 0.0 if font.wide or font.blank != _BLANK else self.word_space / self.size * 1000
            return [font.string(code), font.string(font.blank), font.width(font.blank) + stretch]
        more = font.declared(code, self.kind) - font.width(code)
        return [font.string(code), more] if more else [font.string(code)]
