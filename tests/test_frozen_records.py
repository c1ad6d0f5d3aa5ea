"""A frozen record is what Python's own dataclass is, in all that can be asked of it; only its start is quicker."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from hustings.frozen_records import dataclass
from support.modules import every_record

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dog(Generic[T]):
    """A record with each kind of field that ours have."""

    name: str
    toys: tuple[T, ...] = ()
    hidden: int = dataclasses.field(default=1, repr=False, compare=False)
    days: list[int] = dataclasses.field(default_factory=list, hash=False)

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("no name")


@dataclasses.dataclass(frozen=True, slots=True)
class PlainDog(Generic[T]):
    """The same by Python."""

    name: str
    toys: tuple[T, ...] = ()
    hidden: int = dataclasses.field(default=1, repr=False, compare=False)
    days: list[int] = dataclasses.field(default_factory=list, hash=False)

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("no name")


def _pickled(one: Any) -> Any:
    return pickle.loads(pickle.dumps(one))  # noqa: S301 - our own


BOTH = pytest.mark.parametrize("kind", [Dog, PlainDog])


@BOTH
def test_records_are_compared_hashed_and_shown_by_their_fields(kind: Any) -> None:
    rex = kind("Rex", ("ball",), hidden=2)
    assert rex == kind("Rex", ("ball",)) != kind("Rex")
    assert rex != Dog[str]("Rex", ("ball",)) or kind is Dog
    assert hash(rex) == hash(kind(toys=("ball",), name="Rex", days=[3]))
    assert f"{kind.__name__}(name='Rex', toys=('ball',), days=[])" == repr(rex)
    assert (2, []) == (rex.hidden, rex.days)
    assert ("name", "toys", "hidden", "days") == kind.__match_args__ == kind.__slots__


@BOTH
def test_each_record_has_its_own_list(kind: Any) -> None:
    one, other = kind("Rex"), kind("Rex")
    one.days.append(1)
    assert ([1], []) == (one.days, other.days)


@BOTH
def test_a_record_cannot_be_changed(kind: Any) -> None:
    rex = kind("Rex")
    with pytest.raises(dataclasses.FrozenInstanceError):
        rex.name = "Max"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del rex.name
    assert "Rex" == rex.name


def test_nothing_is_added_to_a_record_or_deleted_from_it() -> None:
    rex: Any = Dog[str]("Rex")
    with pytest.raises(dataclasses.FrozenInstanceError):
        rex.age = 3
    with pytest.raises(dataclasses.FrozenInstanceError):
        del rex.age


def test_a_class_of_ours_that_stands_on_a_record_may_have_more() -> None:
    class Named(Dog[str]):
        """No record itself."""

    rex: Any = Named("Rex")
    rex.age = 3
    del rex.age
    with pytest.raises(dataclasses.FrozenInstanceError):
        rex.name = "Max"


@BOTH
def test_what_is_missing_too_much_or_wrong_is_refused(kind: Any) -> None:
    for given, named in (((), {}), (("Rex",), {"age": 3}), (("Rex",), {"name": "Max"})):
        with pytest.raises(TypeError):
            kind(*given, **named)
    with pytest.raises(ValueError, match="no name"):
        kind("")


@BOTH
@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, _pickled])
def test_a_copy_is_equal(kind: Any, again: Callable[[Any], Any]) -> None:
    rex = kind("Rex", ("ball",), 5, [1])
    assert (rex, 5, kind) == (again(rex), again(rex).hidden, type(again(rex)))


@BOTH
def test_dataclasses_knows_it(kind: Any) -> None:
    rex = kind("Rex", ("ball",))
    assert kind("Max", ("ball",)) == dataclasses.replace(rex, name="Max")
    assert {"name": "Rex", "toys": ("ball",), "hidden": 1, "days": []} == dataclasses.asdict(rex)
    assert dataclasses.is_dataclass(kind)
    match rex:
        case Dog(name, toys) | PlainDog(name, toys):
            assert ("Rex", ("ball",)) == (name, toys)


def test_a_record_that_stands_on_another_has_the_fields_of_both() -> None:
    @dataclass(frozen=True, slots=True)
    class Old(Dog[str]):
        age: int = 9

    assert ("Rex", 9, 3) == (Old("Rex").name, Old("Rex").age, Old("Rex", age=3).age)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Old("Rex").name = "Max"  # type: ignore[misc]


def test_methods_of_its_own_stay() -> None:
    @dataclass(frozen=True, slots=True)
    class Same:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Same)

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "the same"

    assert (Same("a"), 7, "the same") == (Same("b"), hash(Same("a")), repr(Same("a")))


def test_other_kinds_are_made_by_python() -> None:
    @dataclass(slots=True)
    class Open:
        name: str

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        number: int

    one = Open("a")
    one.name = "b"
    assert ("b", True) == (one.name, Ordered(1) < Ordered(2))
    with pytest.raises(TypeError, match="ClassVar"):

        @dataclass(frozen=True, slots=True)
        class Counted:
            name: str
            all: ClassVar[int] = 0


def test_every_record_of_ours_is_asked_and_answers_as_python_would() -> None:
    """Its parameters are those that Python would write: the names and the defaults, field by field."""
    for kind in every_record():
        one = object.__new__(kind)
        with pytest.raises(TypeError):
            one.__init__(no_such_field=1)  # written at its first call
        python = dataclasses.make_dataclass(kind.__name__, [(f.name, Any, f) for f in dataclasses.fields(kind)])
        named = [*inspect.signature(kind.__init__).parameters][1:]
        assert [*inspect.signature(python).parameters] == named, kind
