"""The parts of the report that show the plan: its steps, dates and hours, what is left, and what is found out first."""

from __future__ import annotations

from hustings.frozen_records import dataclass
from hustings.report.charts.primitives.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Fix:
    """A step named elsewhere in the report: its number in the plan, when and how long (“by 14 March 2027, 2 hours”).

    What is not in the plan has no number, and `when` says why or what it would take. `brief`: its title in a few words.
    """

    title: str
    number: str
    when: str
    brief: str


@dataclass(frozen=True, slots=True)
class StepText:
    """A step of the plan in full. `kind`: that of the step, for the theme; `label`: the same in words, where it tells.

    `when`: its due date; `dates`: from when to when; `start`, `latest`: the first day of work, and the last on which it
    may begin. `notes`: what comes first, what is known, what it brings, and so on. `answers`: the findings that it
    closes, with their severity. `gain`: points in the plan. `time`: the hours for a narrow column. `begin_by`: the last
    day on which it may begin, as a sentence. `questions`: more that it finds out.
    """

    number: str
    kind: str
    label: str
    when: str
    dates: str
    start: str
    latest: str
    title: str
    how: str
    who: str
    hours: str
    gain: str
    notes: tuple[str, ...]
    answers: tuple[str, ...]
    done: str
    time: str
    begin_by: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToFindOut:
    """An open point: its question, who may know and how long asking takes, and what depends on it."""

    question: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class FindOutGroup:
    """Open points that are found out together, in one step of the plan; without a `number` they are in no step.

    `short`: the step by its number alone.
    """

    number: str
    short: str
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
class Moment:
    """A point of the curve in words: the index, the day with its band, and what is done by then."""

    figure: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A step on the days: its title in lines that fit the column, and its bar."""

    number: str
    kind: str
    lines: tuple[str, ...]
    hours: str
    bar: Drawing


NO_HOURS = "–"
"""What stands under a date without work."""


@dataclass(frozen=True, slots=True)
class OwnerRows:
    """The steps of one owner, in the order in which they start. `weeks`: the hours under each date over the bars."""

    title: str
    hours: str
    weeks: tuple[str, ...]
    rows: tuple[TimeRow, ...]


@dataclass(frozen=True, slots=True)
class InTime:
    """The page “The plan in time”. `best`: the step that brings most for its time; no `head` without steps."""

    headline: str
    moments: tuple[Moment, ...]
    best: str
    climb: Drawing | None
    head: Drawing | None
    owners: tuple[OwnerRows, ...]


@dataclass(frozen=True, slots=True)
class OwnerList:
    """The steps of one owner in full, to hand out. `more`: it has its page to itself; `afterwards`: once it is over."""

    owner: str
    says: str
    steps: tuple[StepText, ...]
    more: bool
    afterwards: tuple[Later, ...]


@dataclass(frozen=True, slots=True)
class Todo:
    """The chapter “The plan in time”: the plan. Texts that are empty are not printed.

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
    in_time: InTime
    lists: tuple[OwnerList, ...]
    climb_says: str
    find_out_says: str
    find_out: tuple[FindOutGroup, ...]
    further_says: str
    further: tuple[str, ...]
    later_title: str
    later_headline: str
    later: tuple[StepText, ...]
    afterwards: tuple[Later, ...]
