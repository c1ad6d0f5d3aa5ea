"""A pack as bytes that are quick to read: its records one by one, as JSON. No code is in it, and nothing is run.

A record names the records that are in it by their numbers, so that what is shared stays shared. Only the classes of a
pack are made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from hashlib import sha256
from importlib import import_module
from typing import Any

from hustings.pack.model import Pack

PLAIN = (str, int, bool, type(None))
HOMES = ("hustings.pack.", "hustings.problems")
TUPLE, LIST, FRACTION, DATE, MAPPING = range(5)
FIRST_CLASS = 5


def compiled(pack: Pack) -> bytes:
    """The pack as bytes. Raises `TypeError` for what a pack does not hold."""
    writing = _Writing()
    last = writing.number(pack)
    content = json.dumps([list(writing.classes), writing.rows, last], separators=(",", ":")).encode()
    return sha256(content).hexdigest().encode() + b"\n" + content


def decompiled(content: bytes) -> Pack:
    """The pack in such bytes. Raises `ValueError` for anything else."""
    mark, _, body = content.partition(b"\n")
    if sha256(body).hexdigest().encode() != mark:
        raise ValueError("damaged")
    try:
        classes, rows, last = json.loads(body)
        return _pack(_made([_class(name) for name in classes], rows)[last])
    except (TypeError, LookupError, AttributeError, ImportError, RecursionError, ArithmeticError) as wrong:
        raise ValueError("no pack") from wrong


def _pack(found: Any) -> Pack:
    if not isinstance(found, Pack):
        raise TypeError(type(found).__name__)
    return found


class _Writing:
    """The rows so far; each is its kind and its parts."""

    def __init__(self) -> None:
        self.classes, self.rows = dict[str, int](), list[list[Any]]()
        self._seen, self._kept = dict[int, int](), list[Any]()

    def number(self, one: Any) -> int:
        """The number of a record, written now unless it was before."""
        if id(one) not in self._seen:
            row = [*self._row(one)]
            self.rows.append(row)
            self._seen[id(one)] = len(self.rows) - 1
            self._kept.append(one)  # so that its id is not given to another
        return self._seen[id(one)]

    def _row(self, one: Any) -> Iterator[Any]:
        match one:
            case tuple() | list():
                yield TUPLE if isinstance(one, tuple) else LIST
                yield from map(self._part, one)
            case Fraction():
                yield from (FRACTION, one.numerator, one.denominator)
            case date():
                yield from (DATE, one.isoformat())
            case dict():
                yield MAPPING
                yield from (self._part(part) for pair in one.items() for part in pair)
            case _ if is_dataclass(one):
                yield self._class(type(one))
                yield from (self._part(getattr(one, field.name)) for field in fields(one))
            case _:
                raise TypeError(type(one).__name__)

    def _part(self, one: Any) -> Any:
        return one if isinstance(one, PLAIN) else [self.number(one)]

    def _class(self, kind: type) -> int:
        name = f"{kind.__module__}:{kind.__qualname__}"
        return FIRST_CLASS + self.classes.setdefault(name, len(self.classes))


def _class(name: str) -> tuple[Any, tuple[Any, ...]]:
    """A class of a pack, and how each of its fields is set."""
    module, _, called = name.partition(":")
    if not module.startswith(HOMES):
        raise LookupError(module)
    kind = getattr(import_module(module), called)
    if not is_dataclass(kind):
        raise LookupError(called)
    return kind, tuple(getattr(kind, field.name).__set__ for field in fields(kind))


def _made(classes: list[tuple[Any, tuple[Any, ...]]], rows: list[list[Any]]) -> list[Any]:
    """Every record, in order; each names only those before it."""
    made = list[Any]()
    for kind, *raw in rows:
        parts = [made[part[0]] if type(part) is list else part for part in raw]
        if kind >= FIRST_CLASS:
            called, setters = classes[kind - FIRST_CLASS]
            made.append(_record(called, setters, parts))
        else:
            made.append(_simple(kind, parts))
    return made


def _record(kind: Any, setters: tuple[Any, ...], parts: list[Any]) -> Any:
    """A record with its fields set as they were: they were checked when the pack was."""
    one = object.__new__(kind)
    for put, part in zip(setters, parts, strict=True):
        put(one, part)
    return one


def _simple(kind: int, parts: list[Any]) -> Any:
    match kind:
        case 0:
            return tuple(parts)
        case 1:
            return parts
        case 2:
            return Fraction(*parts)
        case 3:
            return date.fromisoformat(parts[0])
        case _:
            return dict(zip(parts[::2], parts[1::2], strict=True))
