"""Python's `dataclass`, with the methods of a frozen record written when they are first used.

Python writes and compiles seven functions for each frozen dataclass while its module is imported: half a millisecond
for a class, half of all the time in which a verb starts, and most of them are never called. Here the fields, the
slots and all that is asked of a record are still made by `dataclasses`; `__init__`, `__eq__`, `__hash__` and
`__repr__` are written at their first call. What is no plain frozen record with slots is made by `dataclasses` alone.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - for mypy it is Python's own
else:

    def dataclass(cls: type | None = None, /, **options: Any) -> Any:
        """As `dataclasses.dataclass`."""
        if cls is None:
            return lambda one: dataclass(one, **options)
        if options != FROZEN or any(map(dataclasses.is_dataclass, cls.__mro__)):
            return dataclasses.dataclass(cls, **options)
        return _record(cls)


FROZEN = {"frozen": True, "slots": True}
FROM_PYTHON: dict[str, dict[str, bool]] = {
    "__repr__": {"repr": True},
    "__eq__": {"eq": True},
    "__hash__": {"unsafe_hash": True},
}
"""What `dataclasses` is asked for to get one of these methods alone."""
NOTHING = {"init": False, "repr": False, "eq": False}
GIVEN_LATER = object()
"""The default of a parameter whose field has a factory."""


def _record(cls: type) -> type:
    """The class as a frozen record."""
    cls.__doc__ = cls.__doc__ or cls.__name__  # otherwise Python writes its signature, which takes long
    own = set(vars(cls))
    made: Any = dataclasses.dataclass(cls, slots=True, **NOTHING)
    names = tuple(field.name for field in dataclasses.fields(made))
    if len(names) < len(made.__dataclass_fields__):
        raise TypeError(f"{cls.__qualname__}: for ClassVar and InitVar take Python's own dataclass")
    for what in ("init", "repr", "eq", "frozen"):
        setattr(made.__dataclass_params__, what, True)
    methods = {name: _written_later(made, name) for name in ("__init__", *FROM_PYTHON)}
    for name, method in (methods | _frozen(made, names)).items():
        if name not in own or (name == "__hash__" and vars(cls)[name] is None):
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _frozen(cls: Any, names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """The methods that refuse a change, and those that copy and pickle what cannot be changed."""

    def set_(self: Any, name: str, value: object) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def delete(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    def state(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def restore(self: Any, values: list[Any]) -> None:
        for name, value in zip(names, values, strict=True):
            object.__setattr__(self, name, value)

    return {"__setattr__": set_, "__delattr__": delete, "__getstate__": state, "__setstate__": restore}


def _written_later(cls: type, name: str) -> Callable[..., Any]:
    """A method that writes the real one, puts it in its own place and calls it."""

    def first(self: Any, *given: Any, **named: Any) -> Any:
        method = _init(cls) if name == "__init__" else _from_python(cls, name)
        method.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, method)
        return method(self, *given, **named)

    return first


def _from_python(cls: Any, name: str) -> Any:
    """A method as `dataclasses` writes it for a class with these fields."""
    made = {"__module__": cls.__module__, "__annotations__": {}}
    for field in dataclasses.fields(cls):
        made[field.name] = field
        made["__annotations__"][field.name] = field.type
    like: Any = dataclasses.dataclass(type(cls.__name__, (), made), **(NOTHING | FROM_PYTHON[name]))
    return vars(like)[name]


def _init(cls: Any) -> Any:
    """The `__init__`: each field is set by its slot, which is quicker than by its name."""
    given: dict[str, Any] = {"GIVEN_LATER": GIVEN_LATER}
    parameters, lines = ["_self"], ["pass"]
    for field in dataclasses.fields(cls):
        parameter, line = _field_set(cls, field, given)
        parameters.append(parameter)
        lines.append(line)
    if hasattr(cls, "__post_init__"):
        lines.append("_self.__post_init__()")
    text = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines)
    exec(text, given)  # noqa: S102 - as `dataclasses` does; of the class there are only the names of its fields in it
    return given["__init__"]


def _field_set(cls: Any, field: dataclasses.Field[Any], given: dict[str, Any]) -> tuple[str, str]:
    """The parameter of a field and the line that sets it; what they name is added to `given`."""
    name = field.name
    given[f"_set_{name}"] = vars(cls)[name].__set__
    given[f"_default_{name}"], given[f"_factory_{name}"] = field.default, field.default_factory
    if field.default_factory is not dataclasses.MISSING:
        return f"{name}=GIVEN_LATER", f"_set_{name}(_self, _factory_{name}() if {name} is GIVEN_LATER else {name})"
    if field.default is not dataclasses.MISSING:
        return f"{name}=_default_{name}", f"_set_{name}(_self, {name})"
    return name, f"_set_{name}(_self, {name})"
