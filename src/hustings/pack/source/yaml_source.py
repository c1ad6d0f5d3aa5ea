"""YAML text to plain data, with the place of every part.

Scalars stay as typed: `no` is "no" and `010` is "010", because an author means what an author writes. PyYAML's loaders
lose places, guess types, keep the last of two equal keys, and crash on deep nesting or swell on aliases; so we read
the parser's events ourselves, once, and stop at what no author needs. Time and memory are bounded by the file's size.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import field
from os.path import realpath
from pathlib import Path
from typing import Any

import yaml

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.source import invisible_characters
from hustings.pack.source.syntax_errors import line_at, refused_character, syntax_problem
from hustings.problems import PackError, Place, Problem, reason

MOST_BYTES = 2_000_000
MOST_DEPTH = 20
MOST_PARTS = 50_000
MOST_PROBLEMS = 500
REFUSED = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]")  # by YAML 1.1, and U+FFFD
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
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
    """One file as data (`Placed`, lists, text, None), its lines and whole text, and where each part stands.

    `values[place of a mapping or list, key or index]` is the place of a value, `keys[...]` that of a key itself.
    """

    file: str
    data: Any
    root: Place
    lines: tuple[str, ...]
    values: dict[tuple[Place, Mark], Place] = field(default_factory=dict)
    keys: dict[tuple[Place, Mark], Place] = field(default_factory=dict)
    text: str = ""

    def line(self, place: Place) -> str:
        """The line of the file at a place; empty if there is none."""
        return line_at(self.lines, place)


# --- a file to text ----------------------------------------------------------------------------------------


def read_yaml(path: Path, name: str) -> Authored:
    """Read one file, called `name` in messages. Raises `PackError` with every problem of its syntax."""
    return parse_yaml(_text(path, name), name)


def fetched(folder: Path, name: str) -> Authored:
    """One file of a pack's folder; a pack from somebody else must not lead out of it."""
    path = folder / name
    if not Path(realpath(path)).is_relative_to(realpath(folder)):
        what = say("this is a link to a file outside the pack")
        raise PackError([Problem(Place(str(path)), what, say("Put the file itself into the pack."))])
    return read_yaml(path, str(path))


def _text(path: Path, name: str) -> str:
    try:
        _regular(path, name)
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _broken(Place(name), say("there is no such file")) from None
    except OSError as wrong:
        raise _broken(Place(name), say("the file cannot be read ({reason})", reason=reason(wrong))) from None
    if len(raw) > MOST_BYTES:
        raise _broken(Place(name), say("the file is larger than 2 MB"), say("Split it, or take out what is not YAML."))
    return _decoded(raw, name)


def _regular(path: Path, name: str) -> None:
    """Opening a named pipe would wait for ever, so look before."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise _broken(Place(name), say("this is a folder, not a file"))
    if not stat.S_ISREG(mode):
        raise _broken(Place(name), say("this is a device or a pipe, not a file"))


def _decoded(raw: bytes, name: str) -> str:
    if raw.startswith(UTF_16):
        raise _broken(Place(name), say("this is text in UTF-16, not in UTF-8"), say("Save the file as UTF-8 text."))
    if b"\0" in raw:
        raise _broken(Place(name), say("this is a binary file, not YAML"), say("Save it as UTF-8 text."))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        before = raw[: wrong.start].decode("utf-8-sig")
        place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise _broken(place, say("this is not text in UTF-8"), say("Save the file as UTF-8 text.")) from None


def _broken(place: Place, what: str, hint: str = "", source: str = "") -> PackError:
    return PackError([Problem(place, what, hint, source)])


# --- text to data ------------------------------------------------------------------------------------------


def parse_yaml(text: str, name: str) -> Authored:
    """Read YAML text; `name` is the file named in messages. Raises `PackError` with every problem of its syntax."""
    reading = _Reading(name, tuple(text.splitlines()))
    if refused := REFUSED.search(text):
        raise PackError([refused_character(text, refused.start(), name, reading.lines)])
    try:
        data, root = reading.whole(text)
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        problem = syntax_problem(wrong.problem or "", place, reading.lines, MOST_DEPTH)
        raise PackError([*reading.problems, problem]) from None
    if reading.problems:
        raise PackError(reading.problems)
    return Authored(name, data, root, reading.lines, reading.values, reading.keys, text)


@dataclass(slots=True)
class _Reading:
    """One pass over the parser's events. Recursion is safe: it stops at `MOST_DEPTH`."""

    file: str
    lines: tuple[str, ...]
    events: Iterator[Any] = field(default_factory=lambda: iter(()))
    values: dict[tuple[Place, Mark], Place] = field(default_factory=dict)
    keys: dict[tuple[Place, Mark], Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    parts: int = 0

    def whole(self, text: str) -> tuple[Any, Place]:
        """The data of the file's one document, and where it starts."""
        self.events = yaml.parse(text, _Loader)
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            root = Place(self.file, 1, 1)
            return Placed(root), root
        first = next(self.events)
        root = self.place(first)
        data = self.part(first, root, 0)
        self.ended()
        return (Placed(root) if data is None else data), root

    def ended(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                what = say("the file holds a second document (`---`)")
                self.report(self.place(event), what, say("Keep one document in a file."))
                return

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def report(self, place: Place, what: str, hint: str) -> None:
        self.problems.append(Problem(place, what, hint, line_at(self.lines, place)))
        if len(self.problems) > MOST_PROBLEMS:
            raise PackError(self.problems)

    def seen(self, problem: Problem | None) -> None:
        if problem is not None:
            self.report(problem.place, problem.what, problem.hint)

    def stop(self, place: Place, what: str, hint: str) -> PackError:
        return PackError([*self.problems, Problem(place, what, hint, line_at(self.lines, place))])

    def part(self, event: Any, here: Place, depth: int) -> Any:
        """The data of one node; `here` is its place."""
        self.parts += 1
        if self.parts > MOST_PARTS:
            what = say("the file holds more than {most} values", most=f"{MOST_PARTS:,}")
            raise self.stop(here, what, say("Split it."))
        if isinstance(event, yaml.AliasEvent):
            self.report(here, say("anchors and aliases (`&`, `*`) are not allowed here"), say("Write it out."))
            return None
        if event.anchor is not None:
            self.report(here, say("anchors and aliases (`&`, `*`) are not allowed here"), say("Write it out."))
        if event.tag is not None:
            self.report(here, say("tags (`!`) are not allowed here"), say("Take the tag away; text stays as typed."))
        if isinstance(event, yaml.ScalarEvent):
            self.seen(invisible_characters.in_value(event, here, self.lines))
            empty = not event.style and event.value in ("", "null", "~")  # the C parser says "", the other None
            return None if empty else event.value
        if depth == MOST_DEPTH:
            what = say("nested more than {most} levels deep", most=MOST_DEPTH)
            raise self.stop(here, what, say("Look for a stray bracket."))
        inside = self.mapping if isinstance(event, yaml.MappingStartEvent) else self.sequence
        return inside(here, depth + 1)

    def sequence(self, here: Place, depth: int) -> list[Any]:
        parts = list[Any]()
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            place = self.values[here, len(parts)] = self.place(event)
            parts.append(self.part(event, place, depth))
        return parts

    def mapping(self, here: Place, depth: int) -> Placed:
        mapping = Placed(here)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            place = self.place(event)
            key = self.key(event, place, depth)
            name = "" if key is None else key
            value = next(self.events)
            at = self.place(value)
            if self.fits(event, name, mapping, here, place):
                self.keys[here, name], self.values[here, name] = place, at
                mapping[name] = self.part(value, at, depth)
            else:
                self.part(value, at, depth)
        return mapping

    def key(self, event: Any, place: Place, depth: int) -> Any:
        if isinstance(event, yaml.ScalarEvent) and (
            problem := invisible_characters.in_key(event.value, place, self.lines)
        ):
            self.seen(problem)
            return event.value
        return self.part(event, place, depth)

    def fits(self, event: Any, name: Any, mapping: Placed, here: Place, place: Place) -> bool:
        """Whether a key may stand in this mapping; says why not."""
        if not isinstance(event, yaml.ScalarEvent):
            if not isinstance(event, yaml.AliasEvent):
                self.report(place, say("a key must be plain text"), say("Put text with brackets in quotes."))
            return False
        if name in mapping:
            first = self.keys[here, name].line
            hint = say("The first is on line {line}; keep one.", line=first)
            self.report(place, say("the key `{key}` is here twice", key=name), hint)
            return False
        return True
