"""A file's data to its shape: every mistake of form at once, in the author's words, and the rest of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hustings.pack.schema.shape import Shape
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.source.recovery import Recovery
from hustings.pack.source.yaml_source import Authored, Mark, Placed
from hustings.problems import Place, Problem, did_you_mean, near

S = TypeVar("S", bound=Shape)
Path = tuple[Mark, ...]
Found = tuple[ErrorDetails, Path]


def shaped(kind: type[S], authored: Authored, diagnostics: Diagnostics) -> S | None:
    """A file's data as `kind`, without its bad parts; None if nothing can be read. Mistakes go to `diagnostics`."""
    try:
        return kind.model_validate(authored.data)
    except ValidationError as wrong:
        errors = [(error, _path(error, authored.data)) for error in wrong.errors(include_url=False)]
    recovery, shape = Recovery(diagnostics), None
    with suppress(ValueError):
        shape = recovery.read(kind, authored.data)
    for error, path in _told(errors):
        around = _around(path, authored)
        what, hint = _said(error, path, kind, recovery.models.get(around, kind))
        place = _where(error, path, authored, around)
        diagnostics.problems.append(Problem(place, what, hint, authored.line(place)))
    return shape


def _path(error: ErrorDetails, data: Any) -> Path:
    """A loc of pydantic names members of unions too: keep the steps that exist in the data, and a missing key."""
    path, here = list[Mark](), data
    for step in error["loc"]:
        if step in here if isinstance(here, Placed) else isinstance(here, list) and step in range(len(here)):
            here = here[step]
            path.append(step)
    return (*path, error["loc"][-1]) if error["type"] == "missing" else tuple(path)


def _told(found: Sequence[Found]) -> Iterator[Found]:
    """A misspelt key is one mistake, not two: a key too many and a key too few."""
    spare = dict[Path, list[str]]()
    for error, path in found:
        if error["type"] == "extra_forbidden":
            spare.setdefault(path[:-1], []).append(str(path[-1]))
    for error, path in found:
        if error["type"] != "missing" or not near(str(path[-1]), spare.get(path[:-1], [])):
            yield error, path


# --- one error in the author's words -----------------------------------------------------------------------


def _around(path: Path, authored: Authored) -> Place:
    """The place of the mapping or list in which an error is."""
    here = authored.root
    for step in path[:-1]:
        here = authored.values[here, step]
    return here


def _where(error: ErrorDetails, path: Path, authored: Authored, around: Place) -> Place:
    if not path or error["type"] == "missing":
        return around
    marks = authored.keys if error["type"] == "extra_forbidden" or error["loc"][-1] == "[key]" else authored.values
    return marks[around, path[-1]]


def _said(error: ErrorDetails, path: Path, kind: type[Shape], model: type[Shape]) -> tuple[str, str]:
    """What is wrong and a hint; `model` reads the mapping around it."""
    last, given = path[-1] if path else "", error.get("input")
    match error["type"]:
        case "missing" if isinstance(last, int):
            return f"{_item(path)} must be a pair such as [10, 0.5]", ""
        case "missing":
            return f"{_called(path[:-1], kind)} has no `{last}`", ""
        case "extra_forbidden":
            return f"{_called(path[:-1], kind)} takes no `{last}`", did_you_mean(str(last), _keys(model))
        case "value_error":
            said = str(error["ctx"]["error"])
            return f"{_item(path)}: {said}" if said.startswith("`") else f"{_item(path)} {said}", ""
        case "literal_error":
            allowed = [word.strip().strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(",")]
            return f"`{last}` cannot be `{given}`", did_you_mean(str(given), allowed)
        case "string_pattern_mismatch":
            return f"`{given}` is not an id", _id_hint(error)
        case "string_too_long":
            return f"{_item(path)} is too long", f"At most {error['ctx']['max_length']} characters."
        case _:
            return f"{_item(path) if path else 'the file'} {'is empty' if given is None else _kinds(error)}", ""


def _item(path: Path) -> str:
    """The key that holds the value; an entry of a list is called by its list."""
    names = [step for step in path if isinstance(step, str)]
    return f"`{names[-1]}`" if path[-1] == names[-1] else f"an entry of `{names[-1]}`"


def _id_hint(error: ErrorDetails) -> str:
    if error["ctx"]["pattern"].startswith("^[A-Z]"):
        return "Source ids look like F-A01."
    if error["ctx"]["pattern"].endswith("-]*$"):
        return "A pack's name is small letters, digits and `-`, and starts with a letter."
    return "Ids are small letters, digits and `_`, and start with a letter."


def _kinds(error: ErrorDetails) -> str:
    said = {
        "string_type": "must be text",
        "string_too_short": "is empty",
        "list_type": "must be a list",
        "dict_type": "must be a mapping of `key: value`",
        "model_type": "must be a mapping of `key: value`",
        "too_short": "is empty; it needs at least one entry",
        "tuple_type": "must be a pair such as [10, 0.5]",
        "too_long": "must be a pair such as [10, 0.5]",
    }
    return said.get(error["type"], f"is not right ({error['msg'].lower()})")


_NAMES = {
    "questions": "a question", "choices": "a choice", "sections": "a section", "controls": "a control",
    "exposure": "an exposure item", "gates": "a gate", "actions": "an action", "bands": "a band",
    "uses": "a use", "rules": "a rule", "places": "a place", "blocks": "a block",
    "domains": "a domain", "cases": "a case", "sources": "a source",
}  # fmt: skip


def _called(path: Path, kind: type[Shape]) -> str:
    """What the part around an error is called: `a question`, or its key."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        name = kind.__name__.removesuffix("Shape").lower()
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name} file"
    return f"`{names[-1]}`" if path[-1] == names[-1] else _NAMES.get(names[-1], f"an entry of `{names[-1]}`")


def _keys(model: type[Shape]) -> list[str]:
    """The keys that an author may write in a mapping."""
    return [info.alias or name for name, info in model.model_fields.items() if name != "place"]
