"""Data to shapes: every mistake of form at once, in the author's words, and a best effort to go on.

pydantic finds all mistakes of one file in a run. So that a misspelt key does not hide ten misspelt ids, what is
wrong is then taken out, part by part, and the rest is read; ids of parts taken out stay known, so that nobody is
told that they do not exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hustings.pack.nodes import Authored, Mark, Placed
from hustings.pack.shapes import Shape
from hustings.problems import Place, Problem, did_you_mean

S = TypeVar("S", bound=Shape)
Path = tuple[Mark, ...]
ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Shaped(Generic[S]):
    """A file read as far as it could be (`shape` is None if nothing is left), its problems, the ids of lost parts."""

    authored: Authored
    shape: S | None
    problems: tuple[Problem, ...]
    lost: frozenset[str]


def shaped(kind: type[S], authored: Authored) -> Shaped[S]:
    """Read a file's data as `kind`, taking out what is wrong until the rest holds."""
    data, problems, lost, cut = _copied(authored.data), dict[Problem, None](), set[str](), set[Place]()
    for _ in range(ROUNDS):
        try:
            return Shaped(authored, kind.model_validate(data), tuple(problems), frozenset(lost))
        except ValidationError as wrong:
            found = [(error, _path(error, data)) for error in wrong.errors(include_url=False)]
        for error, path in found:
            if not (error["type"] == "missing" and _place_around(path, data) in cut):
                problems[_problem(error, path, kind, data, authored)] = None
        if not _take_out([path[:-1] if e["type"] == "missing" else path for e, path in found], data, lost, cut):
            break
    return Shaped(authored, None, tuple(problems), frozenset(lost | set(ids_in(authored.data))))


def _copied(part: Any) -> Any:
    if isinstance(part, Placed):
        copy = Placed(part.place)
        copy.update({key: _copied(value) for key, value in part.items()})
        return copy
    return [_copied(value) for value in part] if isinstance(part, list) else part


def _path(error: ErrorDetails, data: Any) -> Path:
    """pydantic's loc names members of unions too: keep the steps that exist in the data, and a missing key."""
    path, here = list[Mark](), data
    for step in error["loc"]:
        inside = step in here if isinstance(here, Placed) else isinstance(here, list) and isinstance(step, int)
        if inside:
            here = here[step]
            path.append(step)
    return (*path, error["loc"][-1]) if error["type"] == "missing" else tuple(path)


def _at(path: Path, data: Any) -> Any:
    for step in path:
        data = data[step]
    return data


def _place_around(path: Path, data: Any) -> Place | None:
    around = _at(path[:-1], data)
    return around.place if isinstance(around, Placed) else None


def _take_out(paths: Iterable[Path], data: Any, lost: set[str], cut: set[Place]) -> bool:
    """Remove the parts at these paths, the last first so that indices hold. False if the whole file would go."""
    unique = sorted(set(paths), key=lambda path: [(str(type(step)), step) for step in path], reverse=True)
    for path in unique:
        if not path:
            return False
        around = _at(path[:-1], data)
        lost.update(ids_in(around[path[-1]]))
        if isinstance(around, Placed):
            cut.add(around.place)
        del around[path[-1]]
    return bool(unique)


def ids_in(part: Any) -> Iterator[str]:
    """Every id that a part of a file defines."""
    if isinstance(part, Placed):
        yield from (part[key] for key in ("id", "section", "domain", "question") if isinstance(part.get(key), str))
    if isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from ids_in(inner)


# --- one error in the author's words -----------------------------------------------------------------------


def _problem(error: ErrorDetails, path: Path, kind: type[Shape], data: Any, authored: Authored) -> Problem:
    what, hint = _said(error, path, kind)
    place = _where(error, path, data, authored)
    return Problem(place, what, hint, authored.line(place))


def _where(error: ErrorDetails, path: Path, data: Any, authored: Authored) -> Place:
    if error["type"] == "missing" or not path:
        return _place_around(path, data) or authored.root if path else authored.root
    key = error["type"] == "extra_forbidden" or error["loc"][-1] == "[key]"
    here = authored.root
    for step in path[:-1]:
        here = authored.values.get((here, step), here)
    marks = authored.keys if key else authored.values
    return marks.get((here, path[-1]), here)


def _said(error: ErrorDetails, path: Path, kind: type[Shape]) -> tuple[str, str]:
    """What is wrong and a hint."""
    last, given = path[-1] if path else "", error.get("input")
    match error["type"]:
        case "missing":
            return f"{_called(path[:-1], kind)} has no `{last}`", _spare_key(error)
        case "extra_forbidden":
            allowed = _keys_of(_shape_at(error["loc"][:-1], kind))
            return f"{_called(path[:-1], kind)} takes no `{last}`", did_you_mean(str(last), allowed)
        case "value_error":
            return f"`{last}`: {error['ctx']['error']}", ""
        case "literal_error":
            allowed = [word.strip().strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(",")]
            return f"`{last}` cannot be `{given}`", did_you_mean(str(given), allowed)
        case "string_pattern_mismatch":
            return f"`{given}` is not an id", "Ids are small letters, digits and `_`, and start with a letter."
        case "string_too_long":
            return f"`{last}` is too long", f"At most {error['ctx']['max_length']} characters."
        case _:
            return f"`{last}` {_kinds(error)}" if last != "" else f"the file {_kinds(error)}", ""


def _kinds(error: ErrorDetails) -> str:
    said = {
        "string_type": "must be text",
        "string_too_short": "is empty",
        "list_type": "must be a list",
        "dict_type": "must be a mapping of `key: value`",
        "model_type": "must be a mapping of `key: value`",
        "model_attributes_type": "must be a mapping of `key: value`",
        "too_short": "is empty; it needs at least one entry",
        "tuple_type": "must be a pair such as [10, 0.5]",
    }
    return said.get(error["type"], f"is not right ({error['msg'].lower()})")


def _spare_key(error: ErrorDetails) -> str:
    """A missing key may be there under a misspelt name."""
    given = error.get("input")
    keys = [str(key) for key in given if isinstance(key, str) and key.isprintable()] if isinstance(given, dict) else []
    hint = did_you_mean(str(error["loc"][-1]), keys) if keys else ""
    near = hint.split("`")[1] if hint.startswith("Did") else ""
    return f"Is `{near}` meant to be `{error['loc'][-1]}`?" if near else ""


_NAMES = {
    "questions": "a question", "choices": "a choice", "sections": "a section", "controls": "a control",
    "exposure": "an exposure item", "gates": "a gate", "actions": "an action", "bands": "a band",
    "domains": "a domain", "cases": "a case", "sources": "a source", "ladders": "a ladder",
}  # fmt: skip


def _called(path: Path, kind: type[Shape]) -> str:
    """What the part around an error is called: `a question`, or its key."""
    for step in reversed(path):
        if isinstance(step, str):
            return _NAMES.get(step, f"`{step}`") if path[-1] != step else f"`{step}`"
    return f"a {kind.__name__.removesuffix('Shape').lower()} file"


def _shape_at(loc: Iterable[int | str], kind: type[BaseModel]) -> type[BaseModel]:
    """The shape that an error's loc leads to."""
    for step in loc:
        fields = {info.alias or name: info for name, info in kind.model_fields.items()}
        if step in fields:
            kind = next(_models_in(fields[str(step)].annotation), kind)
    return kind


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _keys_of(kind: type[BaseModel]) -> list[str]:
    names = (info.alias or name for name, info in kind.model_fields.items())
    return [name for name in names if name.isprintable()]
