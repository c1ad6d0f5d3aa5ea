"""Mending data that does not fit its shape, so that the rest of a file can still be read.

A bad or missing value that is needed is replaced by a neutral one of its type; one that is not needed is taken out;
where there is no neutral value (the type of a question), the part around it goes. Nobody ever sees a stand-in: a pack
with a mistake is not used. What was changed is remembered in the diagnostics (`lost` ids,
`cut` mappings).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin
from zlib import crc32

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from hustings.pack.schema.shape import Shape
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.source.yaml_source import Authored, Mark, Placed
from hustings.problems import NOWHERE, Place

Path = tuple[Mark, ...]
DEFINES = ("id", "section", "domain", "question")  # the keys under which a part says its id
HOLDS: Mapping[Mark, tuple[str, ...]] = {
    "sections": ("question",), "questions": ("question",), "controls": ("control",), "exposure": ("exposure item",),
    "gates": ("gate",), "actions": ("action",), "bands": ("band",), "sources": ("source",), "roles": ("role",),
    "ladders": ("ladder",), "scales": ("scale",), "domains": ("control", "exposure item", "gate", "action"),
}  # fmt: skip
"""What is found nowhere else if a list or table is lost, by the word for each entry."""
GONE = object()
S = TypeVar("S", bound=Shape)


class Recovery(Generic[S]):
    """A copy of a file's data, on the way to fit its shape."""

    def __init__(self, kind: type[S], authored: Authored, diagnostics: Diagnostics) -> None:
        self.kind = kind
        self.data = copied(authored.data)
        self.diagnostics = diagnostics
        diagnostics.cut.add(NOWHERE)  # where stand-ins are written
        self.prefix = f"lost_{crc32(authored.file.encode()):x}"

    def mend(self, errors: Iterable[tuple[ErrorDetails, Path]]) -> bool:
        """Change what is wrong, the last first so that indices hold. False if nothing of the file would be left."""
        changes = dict[Path, Any]()
        for error, path in errors:
            self._plan(error, path, changes)
        if () in changes:
            return False
        for path in sorted(changes, key=_order, reverse=True):
            if not any(changes.get(path[:cut]) is GONE for cut in range(1, len(path))):
                self._change(path, changes[path])
        return True

    def _plan(self, error: ErrorDetails, path: Path, changes: dict[Path, Any]) -> None:
        """What to do about one error: a stand-in, or `GONE`."""
        if not path:
            changes[path] = GONE
        elif (neutral := self._stand_in(error)) is None:
            changes[path[:-1]] = GONE
        else:
            changes.setdefault(path, neutral)

    def _stand_in(self, error: ErrorDetails) -> Any:
        """A neutral value; `GONE` if the part can be left out, None if what is around it cannot do without."""
        loc = error["loc"][:-1] if error["loc"][-1] == "[key]" else error["loc"]
        around = type_at(loc[:-1], self.kind)
        if get_origin(around) is tuple:
            return "1"
        model = model_of(around)
        info = field_of(model, loc[-1]) if model else None
        return neutral(_typed(info), self._name()) if info is not None and info.is_required() else GONE

    def _name(self) -> str:
        name = f"{self.prefix}_{len(self.diagnostics.lost)}"
        self.diagnostics.lost.update((name, _as_condition(name)))
        return name

    def _change(self, path: Path, value: Any) -> None:
        around: Any = at(path[:-1], self.data)
        last: Any = path[-1]
        self.diagnostics.cut.update(_owners(path, self.data))
        gone = tuple(ids_in({last: around[last]} if last in DEFINES else around[last])) if _has(around, last) else ()
        self.diagnostics.lost.update(gone)
        if isinstance(around, Placed) and value is GONE:
            self.diagnostics.lost.update(_spellings(str(last)))
        if not gone:
            self.diagnostics.blind.update(word for step in _lists(path) for word in HOLDS.get(step, ()))
        if value is GONE:
            del around[last]
        elif isinstance(around, list) and not _has(around, last):
            around.append(value)
        else:
            around[last] = value


def _has(around: Any, last: Any) -> bool:
    return last in range(len(around)) if isinstance(around, list) else last in around


def _lists(path: Path) -> Path:
    """The list or table of which something is lost: the part itself, or that of which it is an entry or its id."""
    if path[-1] in DEFINES:
        return path[-3:-2]
    return path[-1:] if path[-1] in HOLDS else path[-2:-1]


def copied(part: Any) -> Any:
    """Data that may be changed without changing what the author wrote."""
    if isinstance(part, Placed):
        copy = Placed(part.place)
        copy.update({key: copied(value) for key, value in part.items()})
        return copy
    return [copied(value) for value in part] if isinstance(part, list) else part


def at(path: Path, data: Any) -> Any:
    """The part of the data at a path."""
    for step in path:
        data = data[step]
    return data


def _order(path: Path) -> list[tuple[str, Mark]]:
    return [(str(type(step)), step) for step in path]


def _owners(path: Path, data: Any) -> Iterator[Place]:
    """The mapping around a part, and the one around that if it is a table of the latter (`values`, `expect`)."""
    steps = [data]
    for step in path[:-1]:
        steps.append(steps[-1][step])
    near = max(index for index, part in enumerate(steps) if isinstance(part, Placed))
    yield steps[near].place
    if near and isinstance(steps[near - 1], Placed):
        yield steps[near - 1].place


def ids_in(part: Any) -> Iterator[str]:
    """Every id that a part of a file defines."""
    if isinstance(part, dict):
        for key in DEFINES:
            if isinstance(part.get(key), str):
                yield from _spellings(part[key])
    if isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from ids_in(inner)


def _spellings(name: str) -> tuple[str, ...]:
    """An id as it is written, and the ids that may be meant: `usesAI` is `usesai` or `uses_ai`."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return name, *(re.sub(r"[^a-z0-9_]", "_", word.lower()) for word in (name, apart))


# --- types, and what is neutral in them --------------------------------------------------------------------


def type_at(loc: Sequence[Mark], kind: Any) -> Any:
    """The type that an error's loc leads to; steps that only name a member of a union lead nowhere."""
    for step in loc:
        inside = _step(kind, step)
        kind = kind if inside is None else inside
    return kind


def _step(kind: Any, step: Mark) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        info = field_of(kind, step)
        return info.annotation if info else None
    origin, args = get_origin(kind), get_args(kind)
    if origin is list:
        return args[0] if isinstance(step, int) else None
    if origin is dict:
        return args[1]
    return next((inside for arg in args if (inside := _step(arg, step)) is not None), None)


def field_of(model: type[BaseModel], key: Mark) -> FieldInfo | None:
    """The field of a model that a key fills."""
    return next((info for name, info in model.model_fields.items() if (info.alias or name) == key), None)


def model_of(kind: Any) -> type[BaseModel] | None:
    """The model that a mapping of this type is read by."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    if get_origin(kind) in (list, dict, tuple):
        return None
    return next((model for arg in get_args(kind) if (model := model_of(arg)) is not None), None)


def _typed(info: FieldInfo) -> Any:
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def neutral(kind: Any, name: str) -> Any:
    """A value that fits a type and says nothing; `name` is an id that nobody uses. None if there is none."""
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if get_origin(bare) is list:
        return [neutral(get_args(bare)[0], name)]
    if model := model_of(kind):
        needed = {(i.alias or n): neutral(_typed(i), name) for n, i in model.model_fields.items() if i.is_required()}
        return {**needed, "type": "text"} if "type" in needed else needed
    if get_origin(bare) is dict:
        return {name: "1"}
    return next((value for value in (_as_condition(name), "1", name, "lost") if _fits(value, kind)), None)


def _as_condition(name: str) -> str:
    """A stand-in for a text, which may be read as a condition."""
    return f"{name} >= 1"


def _fits(value: str, kind: Any) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True
