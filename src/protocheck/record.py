"""Frozen dataclasses with slots that cost a fifth to make: what the stages hand on to each other.

`@dataclass(frozen=True, slots=True)` compiles six functions from source text for every class, which takes
0.3 ms. A command imports some 150 such classes, and that was an eighth of its time. A record compiles one of
them, `__init__`, and builds the others from what reads its fields. In all else it is a dataclass: `replace`,
`fields`, `asdict`, `match` and pickle take it, and it compares, hashes and prints as one. Classes that have
an order (`order=True`) are left to `dataclass`.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, dataclass_transform, overload

_Kind = TypeVar("_Kind", bound=type)
_Values = Callable[[Any], tuple[object, ...]]

_FACTORY = object()  # stands for a default that is made anew for each instance


@overload
def record(kind: _Kind, /) -> _Kind: ...


@overload
def record(*, kw_only: bool = False) -> Callable[[_Kind], _Kind]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def record(kind: Any = None, /, *, kw_only: bool = False) -> Any:
    """Make a class a frozen dataclass with slots."""
    if kind is None:
        return lambda given: _made(given, kw_only=kw_only)
    return _made(kind, kw_only=kw_only)


def _made(kind: type, *, kw_only: bool) -> type:
    own = set(vars(kind))
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
    fields = dataclasses.fields(made)
    methods = {
        "__init__": _init(made, fields),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__repr__": _repr([each.name for each in fields if each.repr]),
        "__eq__": _eq(_values([each.name for each in fields if each.compare])),
        "__hash__": _hash(_values([each.name for each in fields if _hashed(each)])),
        **_state([each.name for each in fields]),
    }
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _hashed(field: dataclasses.Field[Any]) -> bool:
    return field.compare if field.hash is None else field.hash


def _init(kind: type, fields: Sequence[dataclasses.Field[Any]]) -> Callable[..., None]:
    """Compile the constructor, the only function whose parameters a caller sees."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_FACTORY": _FACTORY}
    positional = ["self"]
    named: list[str] = []
    body: list[str] = []
    for each in fields:
        name, value = each.name, each.name
        if each.default is not dataclasses.MISSING:
            known[f"_default_{name}"], given = each.default, f"{name}=_default_{name}"
        elif each.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"], given = each.default_factory, f"{name}=_FACTORY"
            value = f"_make_{name}() if {name} is _FACTORY else {name}"
        else:
            given = name
        if each.init:
            (named if each.kw_only else positional).append(given)
            body.append(f"_set(self, {name!r}, {value})")
    if named:
        positional += ["*", *named]
    if hasattr(kind, "__post_init__"):
        body.append("self.__post_init__()")
    source = f"def __init__({', '.join(positional)}):\n " + "\n ".join(body or ["pass"])
    exec(source, known)  # noqa: S102 - as dataclass does; the text is made of names of fields
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


def _values(names: Sequence[str]) -> _Values:
    """Return what reads these fields of an instance."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _repr(names: Sequence[str]) -> Callable[[Any], str]:
    def __repr__(self: Any) -> str:  # noqa: N807 - it becomes one
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({shown})"

    return __repr__


def _eq(values: _Values) -> Callable[[Any, object], bool]:
    def __eq__(self: Any, other: object) -> bool:  # noqa: N807 - it becomes one
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash(values: _Values) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:  # noqa: N807 - it becomes one
        return hash(values(self))

    return __hash__


def _refuse_to_set(self: Any, name: str, value: object) -> None:  # noqa: ARG001 - as Python calls it
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:  # noqa: ARG001 - as Python calls it
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(names: Sequence[str]) -> dict[str, Callable[..., Any]]:
    """Return what pickle and copy use: with slots there is no dictionary to keep."""

    def __getstate__(self: Any) -> list[object]:  # noqa: N807 - it becomes one
        return [getattr(self, name) for name in names]

    def __setstate__(self: Any, state: Sequence[object]) -> None:  # noqa: N807 - it becomes one
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {"__getstate__": __getstate__, "__setstate__": __setstate__}
