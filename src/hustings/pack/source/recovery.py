"""What of a file fits its shape, when not all of it does: so that one mistake does not hide the others.

Entries and fields are read one by one. A bad entry of a list or table is left out, and so is a bad field that may be
missing; one that is needed gets a value that says nothing, because a pack with a mistake is checked but never used.
What was lost is remembered, so that no check reports what only follows from a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from hustings.pack.schema.pack_shapes import ChoiceShape
from hustings.pack.schema.shape import PLACE, Shape
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.source.yaml_source import Placed
from hustings.problems import NOWHERE, Place

ID_KEYS = ("id", "section", "domain", "question")
HOLDS: Mapping[str, tuple[str, ...]] = {
    "sections": ("question",), "questions": ("question",), "controls": ("control",), "exposure": ("exposure item",),
    "gates": ("gate",), "actions": ("action",), "bands": ("band",), "sources": ("source",), "roles": ("role",),
    "ladders": ("ladder",), "scales": ("scale",), "domains": ("control", "exposure item", "gate", "action"),
}  # fmt: skip
"""What is defined in a list or table, as its entries are called in messages."""


class Recovery:
    """Reads the parts of one file, and tells `diagnostics` what was lost.

    `models` has the shape by which each mapping was read, by its place.
    """

    def __init__(self, diagnostics: Diagnostics) -> None:
        self.diagnostics = diagnostics
        self.models = dict[Place, type[Shape]]()

    def read(self, kind: Any, raw: Any, key: str = "", owner: Place = NOWHERE) -> Any:
        """A value of the type `kind` without its bad parts, written under `key` of the mapping at `owner`.

        Raises `ValueError` if there is nothing to keep.
        """
        try:
            return TypeAdapter(kind).validate_python(raw)
        except ValidationError:
            for form in _forms(kind) if raw else ():
                if get_origin(form) is list and isinstance(raw, list):
                    return list(self._entries(get_args(form)[0], raw, key, owner))
                if get_origin(form) is dict and isinstance(raw, Placed):
                    return dict(self._rows(get_args(form), raw, key, owner))
                if _is_shape(form) and isinstance(raw, Placed):
                    return self._shape(form, raw, key)
            raise

    def _entries(self, kind: Any, raw: list[Any], key: str, owner: Place) -> Iterator[Any]:
        for entry in raw:
            try:
                yield self.read(kind, entry, key, owner)
            except ValueError:
                self._lose(key, ids_in(entry), owner, self.diagnostics.at(owner, key))

    def _rows(self, kinds: tuple[Any, ...], raw: Placed, key: str, owner: Place) -> Iterator[tuple[Any, Any]]:
        for name, value in raw.items():
            try:
                yield TypeAdapter(kinds[0]).validate_python(name), self.read(kinds[1], value, name, raw.place)
            except ValueError:
                self._lose(key, (*_spellings(name), *ids_in(value)), owner, raw.place)

    def _shape(self, kind: type[Shape], raw: Placed, key: str) -> Shape:
        self.models[raw.place] = kind
        fields = {info.alias or name: info for name, info in kind.model_fields.items() if name != "place"}
        for extra in raw.keys() - fields.keys():
            self._lose(extra, ids_in({extra: raw[extra]}), raw.place)
        needed = {name: info for name, info in fields.items() if name in raw or info.is_required()}
        values = {name: self._field(info, raw, name, key) for name, info in needed.items()}
        return kind.model_construct(None, **values, **{PLACE: raw.place})

    def _field(self, info: FieldInfo, around: Placed, key: str, listed: str) -> Any:
        """The value under `key` of a mapping that is an entry of the list `listed`."""
        raw = around.get(key)
        try:
            return self.read(_typed(info), raw, key, around.place)
        except ValueError:
            self._lose(listed if key in ID_KEYS else key, ids_in({key: raw}), around.place)
            if info is ChoiceShape.model_fields["id"]:
                raise  # so that the question has a gap
            return self._stand_in(info) if info.is_required() else info.get_default(call_default_factory=True)

    def _stand_in(self, info: FieldInfo) -> Any:
        """A value that says nothing. Raises `ValueError` if any value of the type would say something."""
        form: Any = next(_forms(info.annotation))
        if get_origin(form) in (list, dict):
            return get_origin(form)()
        if _is_shape(form):
            return self._shape(form, Placed(NOWHERE), "")
        if form in (Fraction, int):
            return form(1)
        name = f"lost{len(self.diagnostics.lost)}"
        text = name if "pattern" in str(info.metadata) else f"{name} >= 1"  # an id, or what may be a condition
        self.diagnostics.lost.update((name, text))
        self.diagnostics.stand_ins.add(name)
        return TypeAdapter(_typed(info)).validate_python(text)

    def _lose(self, key: str, ids: Iterable[str], *places: Place) -> None:
        """Something is missing from `places`; where its ids are not known, nor that of a source, it may be anything."""
        known = set(ids)
        self.diagnostics.lost.update(known)
        self.diagnostics.cut.update(places)
        if not known or key == "sources":
            self.diagnostics.blind.update(HOLDS.get(key, ()))


def _typed(info: FieldInfo) -> Any:
    return Annotated[(info.annotation, None, *info.metadata)]


def _forms(kind: Any) -> Iterator[Any]:
    """The types of a union, each without its annotations."""
    if get_origin(kind) is Annotated:
        yield from _forms(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        for member in get_args(kind):
            yield from _forms(member)
    else:
        yield kind


def _is_shape(form: Any) -> bool:
    return isinstance(form, type) and issubclass(form, Shape)


def ids_in(part: Any) -> Iterator[str]:
    """Every id that a part of a file defines."""
    if isinstance(part, dict):
        for key in ID_KEYS:
            if isinstance(part.get(key), str):
                yield from _spellings(part[key])
    if isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from ids_in(inner)


def _spellings(name: str) -> tuple[str, ...]:
    """An id as it is written, and the ids that may be meant: `usesAI` is `usesai` or `uses_ai`."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return name, *(re.sub(r"[^a-z0-9_]", "_", word.lower()) for word in (name, apart))
