"""A record is a frozen dataclass with slots in all that others see of it."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field

import pytest

from protocheck.record import record


@record
class Place:
    """A place."""

    page: int
    words: str = "niets"
    lines: list[int] = field(default_factory=list)

    @property
    def after(self) -> int:
        """Return the next page."""
        return self.page + 1


@dataclasses.dataclass(frozen=True, slots=True)
class Model:
    """What a record does as well."""

    page: int
    words: str = "niets"
    lines: tuple[int, ...] = ()


@record
class Twin:
    """The same fields, another class."""

    page: int
    words: str = "niets"
    lines: tuple[int, ...] = ()


@record(kw_only=True)
class Named:
    """Named when it is made."""

    first: int = 1
    second: int


@record
class Shape:
    """With what is worked out, and what does not count."""

    sides: int
    drawn: str = field(default="", compare=False, repr=False)
    corners: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Count."""
        object.__setattr__(self, "corners", self.sides)


@record
class Square(Shape):
    """Inherits."""

    size: int = 2


@record
class Mine:
    """Says itself how it prints."""

    size: int

    def __repr__(self) -> str:
        """Return a word."""
        return "mijn"


def test_it_is_made_as_a_dataclass_is() -> None:
    place = Place(3, words="x")
    assert (place.page, place.words, place.lines, place.after) == (3, "x", [], 4)
    assert Place(1).lines is not Place(1).lines
    with pytest.raises(TypeError, match="page"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="positional"):
        Named(1, 2)  # type: ignore[call-arg]
    assert Named(second=5) == Named(first=1, second=5)


def test_it_is_frozen_and_has_slots() -> None:
    place = Place(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        place.page = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del place.page
    assert not hasattr(place, "__dict__")


def test_it_compares_hashes_and_prints_as_a_dataclass() -> None:
    assert Twin(1, "a") == Twin(1, "a") != Twin(2, "a")
    other: object = Model(1)
    assert Twin(1) != other
    assert hash(Twin(1, "a", (2,))) == hash(Model(1, "a", (2,)))
    assert repr(Twin(1)).replace("Twin", "Model") == repr(Model(1))
    assert len({Twin(1), Twin(1), Twin(2)}) == 2
    assert repr(Mine(4)) == "mijn"


def test_fields_that_do_not_count_do_not_count() -> None:
    assert Shape(3, "rood") == Shape(3, "blauw")
    assert hash(Shape(3, "rood")) == hash(Shape(3, "blauw"))
    assert repr(Shape(3, "rood")) == "Shape(sides=3)"
    assert Shape(3).corners == 3


def test_it_inherits() -> None:
    assert Square(4, size=3).corners == 4
    assert Square(4).size == 2
    assert Square(4) != Shape(4)


def test_the_tools_for_dataclasses_take_it() -> None:
    assert dataclasses.replace(Place(1), words="y") == Place(1, "y")
    assert [each.name for each in dataclasses.fields(Place)] == ["page", "words", "lines"]
    assert dataclasses.asdict(Place(1, "a", [2])) == {"page": 1, "words": "a", "lines": [2]}
    match Twin(7):
        case Twin(page, words):
            assert (page, words) == (7, "niets")


def test_it_can_be_copied_and_kept() -> None:
    shape = Square(4, "rood", 6)
    for made in (copy.copy(shape), copy.deepcopy(shape), pickle.loads(pickle.dumps(shape))):  # noqa: S301 - its own
        assert (made.sides, made.drawn, made.corners, made.size) == (4, "rood", 4, 6)
