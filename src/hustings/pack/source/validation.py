"""A file's data to its shape: every mistake of form at once, in the author's words, and the rest of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hustings.messages import english, say
from hustings.pack.schema.shape import Shape
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.source.key_sentences import missing, spare
from hustings.pack.source.recovery import Recovery
from hustings.pack.source.scalars import EMPTY
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


def _told(errors: Sequence[Found]) -> Iterator[Found]:
    """A misspelt key is one mistake, not two: a key too many and a key too few."""
    spare = dict[Path, list[str]]()
    for error, path in errors:
        if error["type"] == "extra_forbidden":
            spare.setdefault(path[:-1], []).append(str(path[-1]))
    for error, path in errors:
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
    last, given = str(path[-1]) if path else "", error.get("input")
    match error["type"]:
        case "missing" if isinstance(path[-1], int):
            return say(PAIR, part=_part(path)), ""
        case "missing":
            return missing(last, path[:-1], _kind(kind)), ""
        case "extra_forbidden":
            return spare(last, path[:-1], _kind(kind)), _now(model, last)
        case "value_error":
            return error["ctx"]["error"].of(_part(path)), ""
        case "literal_error":
            allowed = [word.strip().strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(",")]
            return say("`{key}` cannot be `{given}`", key=last, given=given), did_you_mean(str(given), allowed)
        case "string_pattern_mismatch":
            return say("`{given}` is not an id", given=given), _id_hint(error)
        case "string_too_long":
            hint = say("At most {most} characters.", most=error["ctx"]["max_length"])
            return say("{part} is too long", part=_part(path)), hint
        case _:
            sentence = EMPTY if given is None else KINDS.get(error["type"], NOT_RIGHT)
            return say(sentence, part=_part(path), kind=error["type"]), ""


def _part(path: Path) -> str:
    """The key that holds the value; an entry of a list is called by its list."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return say("the file")
    return f"`{names[-1]}`" if path[-1] == names[-1] else say("an entry of `{name}`", name=names[-1])


def _kind(kind: type[Shape]) -> str:
    """What kind of file has this shape: a key of `json_schema.FILES`."""
    return kind.__name__.removesuffix("Shape").lower()


def _id_hint(error: ErrorDetails) -> str:
    if error["ctx"]["pattern"].startswith("^[A-Z]"):
        return say("Source ids look like F-A01.")
    if error["ctx"]["pattern"].endswith("-]*$"):
        return say("A pack's name is small letters, digits and `-`, and starts with a letter.")
    return say("Ids are small letters, digits and `_`, and start with a letter.")


PAIR = english("{part} must be a pair such as [10, 0.5]")
MAPPING = english("{part} must be a mapping of `key: value`")
NOT_RIGHT = english("{part} is not right ({kind})")
KINDS: Mapping[str, str] = {
    "string_type": english("{part} must be text"),
    "string_too_short": EMPTY,
    "list_type": english("{part} must be a list"),
    "dict_type": MAPPING,
    "model_type": MAPPING,
    "too_short": english("{part} is empty; it needs at least one entry"),
    "tuple_type": PAIR,
    "too_long": PAIR,
}
"""What is said of a value, by the error's type in pydantic."""


def _keys(model: type[Shape]) -> list[str]:
    """The keys that an author may write in a mapping."""
    return [info.alias or name for name, info in model.model_fields.items() if name != "place"]


def _now(model: type[Shape], key: str) -> str:
    """What to write instead of a key that a mapping does not take."""
    return say(model.instead[key]) if key in model.instead else did_you_mean(key, _keys(model))
