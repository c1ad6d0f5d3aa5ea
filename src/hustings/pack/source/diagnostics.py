"""What is known of a pack while it is read: its files with places, what was left out of them, and the problems.

A mistake is reported once. What only follows from one is not: ids of parts that could not be read (`lost`), kinds of
things that may stand in a file nobody could read (`blind`), and mappings from which something was taken (`cut`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.conditions import Comparison, Condition, ConditionError, Level, parse
from hustings.pack.source.yaml_source import Authored
from hustings.problems import Place, Problem, Severity, did_you_mean, near

Word = Literal[
    "question", "control", "exposure item", "gate", "action", "band", "role", "source", "ladder", "scale", "edition",
    "place",
]  # fmt: skip
UNKNOWN: Mapping[Word, str] = {
    "question": english("no question is called `{name}`"),
    "control": english("no control is called `{name}`"),
    "exposure item": english("no exposure item is called `{name}`"),
    "gate": english("no gate is called `{name}`"),
    "action": english("no action is called `{name}`"),
    "band": english("no band is called `{name}`"),
    "role": english("no role is called `{name}`"),
    "source": english("no source is called `{name}`"),
    "ladder": english("no ladder is called `{name}`"),
    "scale": english("no scale is called `{name}`"),
    "edition": english("no edition is called `{name}`"),
    "place": english("no place is called `{name}`"),
}
"""What is said of a name that nothing has, by the kind of thing that should have it."""


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """Files by name, and the gaps in them. `blind` holds words: question, item, action, gate, source."""

    files: Mapping[str, Authored]
    lost: set[str] = field(default_factory=set)
    cut: set[Place] = field(default_factory=set)
    blind: set[str] = field(default_factory=set)
    stand_ins: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether every part of every file could be read."""
        return not (self.lost or self.cut or self.blind)

    def at(self, place: Place, *path: str | int) -> Place:
        """The place of a part inside the mapping (or list) that starts at `place`."""
        authored = self.files.get(place.file)
        for step in path:
            place = authored.values.get((place, step), place) if authored else place
        return place

    def key(self, place: Place, *path: str | int) -> Place:
        """The place of the last key of `path` itself."""
        authored, around = self.files.get(place.file), self.at(place, *path[:-1])
        return authored.keys.get((around, path[-1]), around) if authored else around

    def line(self, place: Place) -> str:
        """The line of a file at a place; empty if the file was not read."""
        return self.files[place.file].line(place) if place.file in self.files else ""

    def sound(self, place: Place, *keys: str) -> bool:
        """Whether nothing was taken out of the mapping at `place`, nor of those under its `keys`."""
        return not self.cut.intersection((place, *(self.at(place, key) for key in keys)))

    def problem(self, place: Place, what: str, hint: str = "", severity: Severity = "error") -> Problem:
        """A mistake at a place, with the line it is on."""
        return Problem(place, what, hint, self.line(place), severity)

    def report(self, place: Place, what: str, hint: str = "") -> None:
        """Add a mistake at a place."""
        self.problems.append(self.problem(place, what, hint))

    def unknown(self, place: Place, word: Word, name: str, known: Collection[str]) -> Iterator[Problem]:
        """The problem that no `word` has this name, unless it may be among what could not be read.

        The name that was probably meant is missing from now on too, and that is not reported a second time.
        """
        if name not in self.lost and word not in self.blind:
            hint = did_you_mean(name, set(known) - self.stand_ins)
            yield self.problem(place, say(UNKNOWN[word], name=name), hint)

    def miss(self, name: str, known: Collection[str]) -> None:
        """Remember a part that was left out because of a misspelt name."""
        self.lost.update({name, near(name, sorted(known))} - {""})

    def condition(self, text: str | None, place: Place) -> Condition | None:
        """Parse a condition written at `place`; its mistakes are reported with the column inside the text."""
        if text is None:
            return None
        try:
            return parse(text)
        except ConditionError as wrong:
            self.report(self.inside(place, text, wrong.column), wrong.what, wrong.hint)
            return None

    def at_least(self, text: str, place: Place) -> tuple[str, Level]:
        """Read `control >= level`; an empty name if it is something else (which is reported)."""
        condition = self.condition(text, place)
        if isinstance(condition, Comparison) and condition.order == ">=":
            return condition.question, condition.level
        if condition is not None:
            what = say("`{text}` should be a control at a level", text=text)
            self.report(place, what, say("Write it like `{example}`.", example="response_plan >= partly"))
        return "", ""

    def inside(self, place: Place, text: str, column: int) -> Place:
        """A column (from 0) inside a one-line text that starts at `place`; block texts fall back to their start."""
        start = self.line(place).find(text.strip(), max(place.column - 1, 0))
        return Place(place.file, place.line, start + column + 1) if start >= 0 else place
