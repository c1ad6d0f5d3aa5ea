"""YAML text to plain data, with the place of every part.

Scalars stay as typed: `no` is "no" and `010` is "010", because an author means what an author writes. PyYAML's loaders
lose places, guess types, keep the last of two equal keys and crash on deep nesting; so we compose nodes, behind
a guard that looks at the event stream first (size, depth, aliases, tags), in bounded memory and time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from hustings.problems import PackError, Place, Problem

MOST_BYTES = 2_000_000
MOST_DEPTH = 20
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # wheels of the major platforms have the C loader

Mark = str | int


class Placed(dict[str, Any]):
    """A mapping that knows where it was written."""

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


@dataclass(frozen=True, slots=True)
class Authored:
    """One file as data (`Placed`, lists, text, None), its lines, and where each part stands.

    `values[place of a mapping or list, key or index]` is the place of a value, `keys[...]` that of a key itself.
    """

    file: str
    data: Any
    root: Place
    lines: tuple[str, ...]
    values: dict[tuple[Place, Mark], Place] = field(default_factory=dict)
    keys: dict[tuple[Place, Mark], Place] = field(default_factory=dict)

    def line(self, place: Place) -> str:
        return self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""


def read_yaml(path: Path, name: str) -> Authored:
    """Read one file, called `name` in messages. Raises `PackError` with every problem of its syntax."""
    text = _text(path, name)
    return parse_yaml(text, name)


def _text(path: Path, name: str) -> str:
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _broken(Place(name), "there is no such file", f"Expected at {path}.") from None
    except IsADirectoryError:
        raise _broken(Place(name), "this is a folder, not a file") from None
    except OSError as wrong:
        raise _broken(Place(name), f"the file cannot be read ({wrong.strerror})") from None
    if len(raw) > MOST_BYTES:
        raise _broken(Place(name), "the file is larger than 2 MB", "Split it, or take out what is not YAML.")
    return _decoded(raw, name)


def _decoded(raw: bytes, name: str) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw[: wrong.start].count(b"\n") + 1
        raise _broken(Place(name, line), "this is not text in UTF-8", "Save the file as UTF-8 text.") from None
    if "\0" in text:
        raise _broken(Place(name), "this is a binary file, not YAML")
    return text


def _broken(place: Place, what: str, hint: str = "", source: str = "") -> PackError:
    return PackError([Problem(place, what, hint, source)])


def parse_yaml(text: str, name: str) -> Authored:
    """Read YAML text; `name` is the file named in messages."""
    lines = tuple(text.splitlines())
    try:
        if problem := next(_dangers(text, name, lines), None):
            raise PackError([problem])
        root = yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as wrong:
        raise PackError([_syntax(wrong, name, lines)]) from None
    except yaml.YAMLError as wrong:
        raise _broken(Place(name), f"this is not YAML ({str(wrong).splitlines()[0]})") from None
    return _walked(root, name, lines)


def _dangers(text: str, name: str, lines: tuple[str, ...]) -> Iterator[Problem]:
    """What must not even be composed: aliases, tags, nesting that would overflow the C parser's stack."""
    depth = 0
    for event in yaml.parse(text, _Loader):
        mark = event.start_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        source = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield Problem(place, "anchors and aliases (`&`, `*`) are not allowed here", "Write it out.", source)
        if getattr(event, "tag", None):
            yield Problem(place, "tags (`!`) are not allowed here", "Take the tag away; text stays as typed.", source)
        depth += isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent)
        depth -= isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent)
        if depth > MOST_DEPTH:
            yield Problem(place, f"nested more than {MOST_DEPTH} levels deep", "Look for a stray bracket.", source)


def _syntax(wrong: yaml.MarkedYAMLError, name: str, lines: tuple[str, ...]) -> Problem:
    mark = wrong.problem_mark or wrong.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    source = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    if "\t" in source[: place.column]:
        return Problem(place, "a tab stands where YAML wants spaces", "Indent with spaces.", source)
    what, hint = _plainly(wrong.problem or "it cannot be read")
    return Problem(place, what, hint, source)


_PLAINLY = (
    ("mapping values are not allowed", "a colon stands where none is expected",
     "Put text that contains `: ` in quotes, or check the indent of the line above."),
    ("did not find expected key", "the indent does not fit, or a quote is not closed", "Compare with the lines above."),
    ("could not find expected ':'", "a key without a colon", "Write `key: value`."),
    ("found unexpected end of stream", "a quote is opened and never closed", "Close it."),
    ("found character that cannot start", "this character cannot start a value", "Put the value in quotes."),
    ("did not find expected ',' or", "a bracket is opened and not closed, or a comma is missing", "Check the list."),
    ("expected a single document", "the file holds a second document (`---`)", "Keep one document a file."),
)  # fmt: skip


def _plainly(said: str) -> tuple[str, str]:
    return next(((what, hint) for sign, what, hint in _PLAINLY if sign in said), (said, ""))


def _walked(root: Any, name: str, lines: tuple[str, ...]) -> Authored:
    start = _place(root, name) if root is not None else Place(name, 1, 1)
    authored = Authored(file=name, data=Placed(start), root=start, lines=lines)
    problems: list[Problem] = []
    data = authored.data if root is None else _value(root, authored, problems)
    if problems:
        raise PackError(problems)
    return Authored(name, data, start, lines, authored.values, authored.keys)


def _place(node: Any, name: str) -> Place:
    return Place(name, node.start_mark.line + 1, node.start_mark.column + 1)


def _value(node: Any, authored: Authored, problems: list[Problem]) -> Any:
    match node:
        case yaml.MappingNode():
            return _mapping(node, authored, problems)
        case yaml.SequenceNode():
            here = _place(node, authored.file)
            for index, part in enumerate(node.value):
                authored.values[here, index] = _place(part, authored.file)
            return [_value(part, authored, problems) for part in node.value]
        case _:
            empty = node.style is None and node.value in ("", "null", "~")
            return None if empty else node.value


def _mapping(node: Any, authored: Authored, problems: list[Problem]) -> Placed:
    here = _place(node, authored.file)
    found = Placed(here)
    for key, value in node.value:
        place = _place(key, authored.file)
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(place, "a key must be plain text", "", authored.line(place)))
        elif key.value in found:
            first = authored.keys[here, key.value].line
            what = f"the key `{key.value}` is here twice"
            problems.append(Problem(place, what, f"The first is on line {first}; keep one.", authored.line(place)))
        else:
            authored.keys[here, key.value] = place
            authored.values[here, key.value] = _place(value, authored.file)
            found[key.value] = _value(value, authored, problems)
    return found
