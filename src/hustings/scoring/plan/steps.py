"""The records of a plan: its steps, dates and figures (method.md 1.7 and 1.8). Every face shows these and no others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.pack.model import Action, Band, Severity
from hustings.pack.source.partial_dates import moved
from hustings.scoring.items import ZERO
from hustings.scoring.plan.dates.calendar import Until
from hustings.scoring.plan.dates.team_capacity import WEEK, TeamCapacity
from hustings.scoring.result import Finding, GateScore, OpenPoint
from hustings.scoring.rules import RuleStanding

StepKind = Literal["stop", "find_out", "fix", "more", "fallback"]
Outcome = Literal[
    "reached", "if_gates_pass", "lower_band", "out_of_reach", "provisional", "top_band", "named_is_reached", "over"
]
Unfit = Literal["no_action", "too_late", "no_hours"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the plan, with its dates in days from today.

    `number` is the same on every face. `key` names it across runs. `hours`: work; `wait`: calendar days of waiting
    after it. `start`, `worked`: first and last day of work; `finish`: the day on which it works. `latest_start`: the
    last day from which it and what waits for it still end in time. `by_week`: the hours in each week (days 7k to
    7k + 6) that has some. `after`: numbers of the steps that come first.

    A stop has a `gate` or a `rule`; a find-out has `points`; the others an `action` with the `findings` that it
    answers. `closes`: gates not met that it closes, or open gates that it decides. `check`: something it raises is not
    known, so look before mending. `above_target`: it raises what is good enough already, for the band. `alone` and
    `in_plan`: index points gained by this step (and what it needs) alone, and lost without it.
    """

    number: int
    kind: StepKind
    key: str
    title: str
    how: str
    owner: str
    hours: Fraction
    wait: int
    start: int
    worked: int
    finish: int
    latest_start: int
    by_week: tuple[tuple[int, Fraction], ...] = ()
    after: tuple[int, ...] = ()
    action: Action | None = None
    gate: GateScore | None = None
    rule: RuleStanding | None = None
    points: tuple[OpenPoint, ...] = ()
    findings: tuple[Finding, ...] = ()
    closes: tuple[GateScore, ...] = ()
    severity: Severity | None = None
    check: bool = False
    above_target: bool = False
    alone: Fraction = ZERO
    in_plan: Fraction = ZERO

    @property
    def about(self) -> frozenset[str]:
        """The questions that it raises or finds out."""
        raised = () if self.action is None else (need.question for need in self.action.raises)
        return frozenset((*raised, *(point.question.id for point in self.points)))

    @property
    def today(self) -> bool:
        """Whether it starts on day 0."""
        return self.start == 0

    @property
    def this_week(self) -> bool:
        """Whether it starts within days 0 to 6."""
        return self.start < WEEK


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The index once all that is finished by a day works."""

    day: int
    index: Fraction


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A grave finding whose target is not reached by the plan, and why."""

    finding: Finding
    reason: Unfit


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What did not fit: number and hours of further steps, and open points that nobody is asked to look up."""

    steps: int = 0
    hours: Fraction = ZERO
    points: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a result: what to do, in which order, by when, with whose hours, and what it brings.

    `days`: calendar days from `on` (day 0) to the deadline; `assumed`: no date is known, so 90 days are taken. `asked`:
    the band aimed at; `target`: the one that the plan reaches (None without a plan to a band). `conditional`: open
    gates that no action can close and that are taken to pass. `best`: the highest index that can be reached by the
    deadline, and `hours_needed`: the least hours a week that would reach `asked`; both only where it is out of reach.
    `later`: steps for after election day, numbered on. `curve`: R(t), empty while the result is provisional.
    `at_best`: the same from day 0 if all that is not known turns out well, empty where that changes nothing. `index`:
    the index once all is done. `exact`: no set of actions that might be better was left untried.
    """

    on: date | None
    days: int
    until: Until
    assumed: bool
    capacity: TeamCapacity
    outcome: Outcome
    asked: Band | None
    target: Band | None
    steps: tuple[Step, ...]
    later: tuple[Step, ...]
    index: Fraction
    band: Band
    conditional: tuple[GateScore, ...] = ()
    best: Fraction | None = None
    hours_needed: Fraction | None = None
    curve: tuple[CurvePoint, ...] = ()
    at_best: tuple[CurvePoint, ...] = ()
    reached: tuple[tuple[Band, int], ...] = ()
    unplanned: tuple[Unplanned, ...] = ()
    left_out: LeftOut = LeftOut()
    robust: bool = False
    exact: bool = True

    @property
    def hours(self) -> Fraction:
        """The hours of all steps before the deadline."""
        return sum((step.hours for step in self.steps), ZERO)

    def of_kind(self, *kinds: StepKind) -> tuple[Step, ...]:
        """The steps of some kinds, in order."""
        return tuple(step for step in self.steps if step.kind in kinds)

    @property
    def hours_by_owner(self) -> Mapping[str, Fraction]:
        """Hours of each owner, in the order in which they appear."""
        hours = dict[str, Fraction]()
        for step in self.steps:
            hours[step.owner] = hours.get(step.owner, ZERO) + step.hours
        return hours

    @property
    def hours_by_week(self) -> Mapping[int, Mapping[str, Fraction]]:
        """Hours of each owner in each week (days 7k to 7k + 6 from today) that has work."""
        weeks = dict[int, dict[str, Fraction]]()
        for step in self.steps:
            for week, hours in step.by_week:
                owners = weeks.setdefault(week, {})
                owners[step.owner] = owners.get(step.owner, ZERO) + hours
        return {week: weeks[week] for week in sorted(weeks)}

    def for_finding(self, finding: Finding) -> tuple[Step, ...]:
        """The steps that answer a finding, before the deadline and after."""
        control = finding.item.question
        every = (*self.steps, *self.later)
        return tuple(s for s in every if any(one.item.question == control for one in s.findings))

    def date_of(self, day: int) -> date | None:
        """The calendar day that lies so many days from today; None if today is not known."""
        return None if self.on is None else moved(self.on, day)

    def for_action(self, action: str) -> Step | None:
        """The step that carries out an action, before the deadline or after; None if there is none."""
        every = (*self.steps, *self.later)
        return next((s for s in every if s.action is not None and s.action.id == action and s.kind != "fallback"), None)

    def for_question(self, question: str) -> tuple[Step, ...]:
        """The steps about a question: those that raise it, and those that find it out."""
        return tuple(step for step in (*self.steps, *self.later) if question in step.about)
