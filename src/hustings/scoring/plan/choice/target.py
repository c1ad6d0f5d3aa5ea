"""Which band a plan aims at, and the set of actions that reaches it (method.md 1.7, 29; 1.8, 46 to 48 and 59).

Gates that are not met are closed first, by the cheapest set that can be dated; the fewest hours are sought over the
rest. A band that cannot be reached gives way to a plan that holds if open gates pass, and then to the next lower band.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from math import ceil

from hustings.frozen_records import dataclass
from hustings.pack.model import Band
from hustings.scoring.incremental import RaiseStart
from hustings.scoring.plan.choice.cheapest import Goal, Problem, fewest_hours, most_index
from hustings.scoring.plan.choice.effects import FailingGate
from hustings.scoring.plan.choice.ranked import KeepsDates, first_dated
from hustings.scoring.plan.dates.team_capacity import WEEK
from hustings.scoring.plan.steps import Outcome
from hustings.scoring.result import GateScore, Result

TENTH = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the plan does for the band: `actions` in all, of which `closing` close gates that are not met."""

    outcome: Outcome
    asked: Band | None
    target: Band | None
    actions: frozenset[str]
    closing: frozenset[str]
    conditional: tuple[GateScore, ...] = ()
    best: Fraction | None = None
    hours_needed: Fraction | None = None
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """What a choice is made from: candidates that fit before the deadline, hours for them, and a test of their dates.

    `first`: hours that come off before. `days`: to the deadline.
    """

    result: Result
    start: RaiseStart
    problem: Problem
    hours: Fraction | None
    first: Fraction
    days: int
    keeps_dates: KeepsDates


def choose(given: Choice, named: Band | None) -> Chosen:
    """The set of actions for the band that is named, or else for the next one."""
    closing, exact = _closing(given)
    none = Chosen("provisional", None, None, closing, closing, exact=exact)
    if given.result.provisional:
        return none
    above = [band for band in given.result.pack.rubric.bands if band.start > given.start.index.index]
    if named is not None and named not in above:
        return replace(none, outcome="named_is_reached", asked=named)
    if not above:
        return replace(none, outcome="top_band")
    asked = named if named is not None else above[0]
    for goal, outcome in _goals(given, asked, above):
        dated = first_dated(given.problem, replace(goal.goal, must=closing), given.hours, given.keeps_dates)
        exact = exact and dated.exact
        if dated.chosen is not None:
            reached = Chosen(outcome, asked, goal.band, dated.chosen, closing, goal.conditional, exact=exact)
            return reached if goal.band is asked else _with_best(given, reached, closing)
    return _with_best(given, replace(none, outcome="out_of_reach", asked=asked, exact=exact), closing)


# --- gates that are not met ----------------------------------------------------------------------------------


def _closing(given: Choice) -> tuple[frozenset[str], bool]:
    """The cheapest set that closes every gate not met; if none can be dated, as many gates as possible."""
    unmet = {score.gate.id for score in given.result.gates if score.status == "not_met"}
    gates = [one for one in given.problem.effects.gates if one.gate.id in unmet and one.ways]
    gates.sort(key=lambda one: (one.gate.scope != "index", one.gate.cap, one.gate.id))
    exact = True
    for size in range(len(gates), 0, -1):
        for some in combinations(gates, size):
            dated = first_dated(given.problem, Goal(closed=some), given.hours, given.keeps_dates)
            exact = exact and dated.exact
            if dated.chosen is not None:
                return dated.chosen, exact
    return frozenset(), exact


# --- bands ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Aim:
    goal: Goal
    band: Band
    conditional: tuple[GateScore, ...] = ()


def _goals(given: Choice, asked: Band, above: list[Band]) -> Iterator[tuple[_Aim, Outcome]]:
    """The band asked for and the lower ones, each first as it is and then on the condition that open gates pass."""
    for band in reversed([band for band in above if band.start <= asked.start]):
        plain: Outcome = "reached" if band is asked else "lower_band"
        yield _Aim(Goal(band.start), band), plain
        waiting = _only_open(given, band)
        if waiting:
            assumed = frozenset(score.gate.id for score in waiting)
            yield _Aim(Goal(band.start, assumed=assumed), band, waiting), "if_gates_pass" if band is asked else plain


def _only_open(given: Choice, band: Band) -> tuple[GateScore, ...]:
    """Open gates that stand in the way of a band and that no action can close."""
    helpless = {one.gate.id for one in given.problem.effects.gates if not one.ways and _in_the_way(one, band)}
    return tuple(score for score in given.result.gates if score.status == "open" and score.gate.id in helpless)


def _in_the_way(one: FailingGate, band: Band) -> bool:
    return one.gate.scope != "index" or one.gate.cap < band.start


def _with_best(given: Choice, chosen: Chosen, closing: frozenset[str]) -> Chosen:
    """The same with the highest index within reach, and the hours a week that would reach the band asked for."""
    best = most_index(given.problem, Goal(must=closing), given.hours)
    assert chosen.asked is not None
    least = fewest_hours(given.problem, Goal(chosen.asked.start, must=closing))
    needed = None if least is None or given.hours is None else (least + given.first) * WEEK / (given.days + 1)
    return replace(chosen, best=best, hours_needed=None if needed is None else ceil(needed / TENTH) * TENTH)
