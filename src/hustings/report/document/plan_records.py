"""The parts of the report that show the plan: its steps, dates and hours, what is left, and what is found out first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fix:
    """A step named elsewhere in the report: its number in the plan, when and how long (“by 14 March 2027, 2 hours”).

    What is not in the plan has no number, and `when` says why or what it would take.
    """

    title: str
    number: str
    when: str


@dataclass(frozen=True, slots=True)
class StepText:
    """A step of the plan in full. `kind`: that of the step, for the theme; `label`: the same in words, where it tells.

    `when`: its due date; `dates`: from when to when. `notes`: what comes first, what is known, what it brings, and so
    on. `answers`: the findings that it closes, with their severity. `gain`: points in the plan.
    """

    number: str
    kind: str
    label: str
    when: str
    dates: str
    title: str
    how: str
    who: str
    hours: str
    gain: str
    notes: tuple[str, ...]
    answers: tuple[str, ...]
    done: str


@dataclass(frozen=True, slots=True)
class ToFindOut:
    """An open point: its question, who may know and how long asking takes, and what depends on it."""

    question: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class FindOutGroup:
    """Open points that are found out together, in one step of the plan; without a `number` they are in no step."""

    number: str
    title: str
    points: tuple[ToFindOut, ...]


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
class ClimbBand:
    """A band behind the curve of the index: its name at `middle_y`, its upper edge at `y`."""

    title: str
    y: str
    middle_y: str
    height: str
    here: bool


@dataclass(frozen=True, slots=True)
class ClimbMark:
    """A point of the curve, with the index there."""

    x: str
    y: str
    label: str


@dataclass(frozen=True, slots=True)
class Climb:
    """The index as steps finish: view box 0 0 510 170. `path`: the stairs; marks: today, and once all is done."""

    alt: str
    bands: tuple[ClimbBand, ...]
    path: str
    marks: tuple[ClimbMark, ...]
    from_label: str
    to_label: str


@dataclass(frozen=True, slots=True)
class WeekHours:
    """The hours of one week: a cell for each owner, and the sum."""

    week: str
    cells: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Todo:
    """The chapter “What to do, in order”: the plan. Texts that are empty are not printed.

    `headline`: what the plan asks for and brings; `says`: sentences that qualify it. `phases`: the calendar from today
    on. `later`: steps of the plan for after election day, under `later_title`; `afterwards`: what any campaign does
    then.
    """

    headline: str
    says: tuple[str, ...]
    phase: PhaseText | None
    phases: tuple[str, ...]
    steps: tuple[StepText, ...]
    left_out: str
    unplanned: tuple[str, ...]
    climb: Climb | None
    climb_says: str
    owners: tuple[str, ...]
    weeks: tuple[WeekHours, ...]
    find_out_says: str
    find_out: tuple[FindOutGroup, ...]
    further_says: str
    further: tuple[str, ...]
    later_title: str
    later: tuple[StepText, ...]
    afterwards: tuple[Later, ...]
