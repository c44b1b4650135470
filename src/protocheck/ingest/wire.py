"""A read document as bytes and back: JSON of plain values, so that nothing can run on the way in.

A dataclass is the list of its fields. What arrives is checked field by field against the types of the model,
because the process that sent it has just parsed a file nobody vouches for. A line does not bring its own
characters: they are taken from the text at its place, so that both can never differ.
"""

from __future__ import annotations

import dataclasses
import json
import math
import types
import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from protocheck.model.geometry import Span
from protocheck.model.text import Line, SourceText

Encoder = Callable[[Any], Any]
Decoder = Callable[[Any, str], Any]

_TAKEN_FROM_TEXT = (Line, "text")


class MalformedError(ValueError):
    """What arrived is no document."""


def pack(source: SourceText) -> bytes:
    """Return the document as bytes."""
    return json.dumps(_encoder(SourceText)(source), separators=(",", ":")).encode("ascii")


def unpack(data: bytes) -> SourceText:
    """Return the document that `pack` made bytes of.

    Raises:
        MalformedError: they are something else.
    """
    try:
        values = json.loads(data)
        text = values[[name for name, _ in _fields(SourceText)].index("text")]
        source: SourceText = _decoder(SourceText)(values, _string(text, ""))
    except (ValueError, LookupError, TypeError, RecursionError) as fault:
        raise MalformedError(str(fault)) from fault
    starts = [line.span.start for line in source.lines]
    if starts != sorted(starts):
        raise MalformedError("lines out of order")
    return source


def _fields(kind: type) -> Iterator[tuple[str, Any]]:
    """Yield the name and type of the fields that travel."""
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        if field.init and (kind, field.name) != _TAKEN_FROM_TEXT:
            yield field.name, hints[field.name]


@cache
def _encoder(kind: Any) -> Encoder:
    if dataclasses.is_dataclass(kind):
        fields = [(name, _encoder(hint)) for name, hint in _fields(typing.cast("type", kind))]
        return lambda value: [encode(getattr(value, name)) for name, encode in fields]
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        each = _encoder(arguments[0])
        return lambda value: [each(item) for item in value]
    if origin is types.UnionType:
        some = _encoder(_something(arguments))
        return lambda value: None if value is None else some(value)
    return lambda value: value


@cache
def _decoder(kind: Any) -> Decoder:
    if kind is Span:
        return _span
    if dataclasses.is_dataclass(kind):
        return _part(typing.cast("type", kind))
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        if len(arguments) != 2 or arguments[1] is not Ellipsis:  # noqa: PLR2004 - tuple[X, ...] has two
            raise TypeError(f"no way to send {kind}")
        return _row(_decoder(arguments[0]))
    if origin is types.UnionType:
        some = _decoder(_something(arguments))
        return lambda value, text: None if value is None else some(value, text)
    if origin is typing.Literal:
        return _word(frozenset(arguments))
    return _PLAIN[kind]


def _something(arguments: tuple[Any, ...]) -> Any:
    (some,) = (each for each in arguments if each is not types.NoneType)
    return some


def _part(kind: type) -> Decoder:
    fields = [(name, _decoder(hint)) for name, hint in _fields(kind)]

    def decode(value: Any, text: str) -> Any:
        if type(value) is not list or len(value) != len(fields):
            raise MalformedError(f"no {kind.__name__}")
        parts = {name: each(item, text) for (name, each), item in zip(fields, value, strict=True)}
        return kind(text=parts["span"].of(text), **parts) if kind is Line else kind(**parts)

    return decode


def _row(each: Decoder) -> Decoder:
    def decode(value: Any, text: str) -> tuple[Any, ...]:
        if type(value) is not list:
            raise MalformedError("no list")
        return tuple([each(item, text) for item in value])

    return decode


def _word(words: frozenset[Any]) -> Decoder:
    def decode(value: Any, _: str) -> Any:
        if type(value) is not str or value not in words:
            raise MalformedError("no such word")
        return value

    return decode


def _span(value: Any, text: str) -> Span:
    if type(value) is not list or [type(each) for each in value] != [int, int]:
        raise MalformedError("no place")
    if value[1] > len(text):
        raise MalformedError("a place outside the text")
    return Span(value[0], value[1])


def _string(value: Any, _: str) -> str:
    if type(value) is not str:
        raise MalformedError("no text")
    return value


def _integer(value: Any, _: str) -> int:
    if type(value) is not int:
        raise MalformedError("no count")
    return value


def _number(value: Any, _: str) -> float:
    if type(value) not in {int, float} or not math.isfinite(value):
        raise MalformedError("no number")
    return float(value)


def _truth(value: Any, _: str) -> bool:
    if type(value) is not bool:
        raise MalformedError("neither true nor false")
    return value


_PLAIN: dict[Any, Decoder] = {str: _string, int: _integer, float: _number, bool: _truth}
