"""The parts of the report that say what to do: in order, on the first day, at this distance, and after the election."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fix:
    """An action named elsewhere in the report; `number` is that in the list of actions, empty if it is not in it."""

    title: str
    number: str


@dataclass(frozen=True, slots=True)
class StepText:
    """An action in full. `answers` are the findings it closes, with their severity."""

    number: str
    when: str
    title: str
    how: str
    who: str
    hours: str
    takes: str
    start: str
    gain: str
    after: str
    done: str
    instead: str
    late: bool
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToFindOut:
    """An open point: its question, who may know and how long asking takes, and what depends on it."""

    question: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class FirstDay:
    """The work of the first day, which fits into one: each line an action with owner and time."""

    says: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """Something to do once the election is over."""

    when: str
    title: str
    how: str
    who: str


@dataclass(frozen=True, slots=True)
class PhaseText:
    """What to do at this distance to the ballots, and what to leave."""

    title: str
    says: str
    skip: str


@dataclass(frozen=True, slots=True)
class Todo:
    """The chapter “What to do, in order”. Texts that are empty are not printed."""

    says: str
    phase: PhaseText | None
    first_day: FirstDay | None
    later: tuple[Later, ...]
    further_says: str
    further: tuple[str, ...]
    steps: tuple[StepText, ...]
    find_out_says: str
    find_out: tuple[ToFindOut, ...]
