"""From findings to a short list of actions, in the order in which to do them.

First what a hard stop or gate needs, then the most severe, then what gains most for its hours. Each action is dated
back from the first ballots; one whose lead time no longer fits is marked as late and offers its fallback.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from hustings.pack.model import Action, Item
from hustings.scoring.findings import SEVERITIES, target_level, with_required
from hustings.scoring.incremental import RaiseStart, raised, raising
from hustings.scoring.items import ONE, ZERO, ItemSheet, derivation, sheet
from hustings.scoring.plan.action_graph import (
    ActionGraph,
    action_graph,
    finish_days,
    latest_starts,
    prerequisites_first,
    with_prerequisites,
)
from hustings.scoring.plan.dates.calendar import Until, still_open
from hustings.scoring.result import Finding, ItemScore, Result

When = Literal["today", "this_week", "this_month", "before_ballots", "too_late", "next_time"]
STEPS: tuple[When, ...] = ("today", "this_week", "this_month", "before_ballots")
BY_GRAVITY = (1, 1, 2, 3)
"""The step at which critical, high, medium and low findings are due; critical ones that are quick are due today."""
QUICK_HOURS = Fraction(2)


@dataclass(frozen=True, slots=True)
class Priority:
    """One action with the findings it answers, the most severe first.

    `finish_days`: calendar days from today until it works, actions before it included. `start_by_days`: days from today
    by which it must start, so that it and the actions after it work before the first ballots (None without a date; 0 if
    late). `gain`: index points if this (and what it needs) were done alone. `late`: it no longer fits.
    """

    action: Action
    findings: tuple[Finding, ...]
    when: When
    finish_days: int
    start_by_days: int | None
    gain: Fraction
    late: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, in order, and what is already strong (at or above target, largest weight first).

    What is not known is an open point of the result, never an action here. `hours` is the work of all priorities
    together. `until`: what the days count down to. `further`: actions that raise a control already at its target,
    largest weight first; none is urgent.
    """

    priorities: tuple[Priority, ...]
    strengths: tuple[Item, ...]
    hours: Fraction
    until: Until = "unknown"
    further: tuple[Action, ...] = ()

    @property
    def first(self) -> tuple[Priority, ...]:
        """What page one may show, in order: actions that can still be done and are free."""
        return tuple(
            each for each in self.priorities if not each.action.paid and (not each.late or each.action.fallback)
        )


def advise(result: Result, days_left: int | None = None, until: Until = "unknown") -> Advice:
    """Advice for a result; `days_left` are the calendar days until what `until` names (see `calendar`), if known."""
    start = raising(derivation(sheet(result.pack, result.answers), {}))
    calendar = _calendar(result, days_left)
    chosen = (action for action in result.pack.rubric.actions if action.id in calendar.chosen)
    priorities = sorted((_priority(result, start, action, calendar) for action in chosen), key=_order)
    if until == "over":
        priorities = [replace(each, when="next_time") for each in priorities]
    by_id = {each.action.id: each for each in priorities}
    ordered = tuple(by_id[action.id] for action in prerequisites_first(each.action for each in priorities))
    hours = sum((each.action.hours for each in ordered), ZERO)
    return Advice(ordered, _strengths(result), hours, until, _further(result))


Chosen = Mapping[str, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What is to be done, by action's id: when each action works at the earliest, and by when it must start."""

    graph: ActionGraph
    chosen: Chosen
    finish: Mapping[str, int]
    start: Mapping[str, int]
    days_left: int | None


def _calendar(result: Result, days_left: int | None) -> _Calendar:
    graph = action_graph(result.pack)
    chosen, finish = _chosen(result, graph), finish_days(graph)
    start = {} if days_left is None else latest_starts(graph, finish, chosen, days_left)
    return _Calendar(graph, chosen, finish, start, days_left)


def _chosen(result: Result, graph: ActionGraph) -> Chosen:
    """For each finding the actions that reach its target (or come nearest), and what must come before them."""
    chosen: dict[str, tuple[Finding, ...]] = {}
    for finding in result.findings:
        for action in with_prerequisites(graph, _best(finding)):
            if finding not in chosen.get(action.id, ()) and still_open(action, result):
                chosen[action.id] = (*chosen.get(action.id, ()), finding)
    return chosen


def _best(finding: Finding) -> tuple[Action, ...]:
    """One action if it is free; if only a paid one reaches the target, the free one first, then the paid one."""

    def level(action: Action) -> Fraction:
        return max(need.value for need in action.raises if need.question == finding.item.question)

    free = [action for action in finding.actions if not action.paid]
    reaching = [action for action in finding.actions if level(action) >= target_level(finding.item)]
    best = min(reaching, key=lambda action: (action.paid, level(action), action.hours, action.id), default=None)
    best = best or max(finding.actions, key=level, default=None)
    first = max(free, key=level, default=None) if best is not None and best.paid else None
    return tuple(action for action in (first, best) if action is not None)


def _priority(result: Result, start: RaiseStart, action: Action, calendar: _Calendar) -> Priority:
    findings, days_left = calendar.chosen[action.id], calendar.days_left
    finish = calendar.finish[action.id]
    late = days_left is not None and finish > days_left
    start_by = None if days_left is None else 0 if late else calendar.start[action.id]
    floors = _floors(start.now.sheet, with_prerequisites(calendar.graph, (action,)))
    gain = raised(start, floors).index - result.index.pt
    when: When = "too_late" if late else _when(action, findings, start_by)
    return Priority(action, findings, when, finish, start_by, gain, late)


def _floors(work: ItemSheet, actions: Iterable[Action]) -> dict[str, Fraction]:
    floors = dict[str, Fraction]()
    for action in actions:
        for need in action.raises:
            for name, value in with_required(work, need.question, need.value).items():
                floors[name] = max(value, floors.get(name, ZERO))
    return floors


def _when(action: Action, findings: tuple[Finding, ...], start_by: int | None) -> When:
    """When it is due: by severity, or sooner if the calendar says so."""
    gravest = min(SEVERITIES.index(finding.severity) for finding in findings)
    by_gravity = 0 if gravest == 0 and action.hours <= QUICK_HOURS else BY_GRAVITY[gravest]
    by_calendar = 3 if start_by is None else sum(start_by > limit for limit in (1, 7, 30))
    return STEPS[min(by_gravity, by_calendar)]


def _order(priority: Priority) -> tuple[bool, int, int, Fraction, str]:
    """The key to sort by: free before paid, then gates not met, severity, gain per hour, id.

    Late actions keep their place.
    """
    gated = any(finding.gates for finding in priority.findings)
    grave = min(SEVERITIES.index(finding.severity) for finding in priority.findings)
    an_hour = priority.gain / max(priority.action.hours, Fraction(1, 4))
    return (priority.action.paid, 0 if gated else 1, grave, -an_hour, priority.action.id)


def _further(result: Result) -> tuple[Action, ...]:
    """For each control at or above its target but below 1, the next action that raises it."""
    good = sorted(
        (score.item for domain in result.domains for score in domain.of_kind("control") if _good_enough(score)),
        key=lambda item: (-item.weight, item.question),
    )
    steps = (_next_step(result, item) for item in good)
    return tuple(dict.fromkeys(step for step in steps if step is not None))


def _good_enough(score: ItemScore) -> bool:
    return score.value is not None and score.item.target <= score.value.lo < ONE


def _next_step(result: Result, item: Item) -> Action | None:
    value = result.item(item.question).value
    assert value is not None
    lifts = [
        (need.value, action.paid, action.hours, action.id, action)
        for action in result.pack.rubric.actions
        for need in action.raises
        if need.question == item.question and need.value > value.lo
    ]
    return min(lifts, key=lambda lift: lift[:-1])[-1] if lifts else None


def _strengths(result: Result) -> tuple[Item, ...]:
    """Controls at or above their target, largest weight first."""
    strong = [
        score.item
        for domain in result.domains
        for score in domain.of_kind("control")
        if score.value is not None and score.value.lo >= score.item.target
    ]
    return tuple(sorted(strong, key=lambda item: (-item.weight, item.question)))
