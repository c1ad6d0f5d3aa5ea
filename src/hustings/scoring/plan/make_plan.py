"""A result to its plan: what to do, in which order, by when, with whose hours, and what it brings.

The order of work: stops on day 0; what decides open gates; the fixes for the band; fallbacks for what comes too late;
the rest of what to find out; and more, as far as hours are left (method.md 1.7 and 1.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import partial

from hustings.frozen_records import dataclass
from hustings.pack.model import Band
from hustings.scoring.incremental import RaiseStart, raised, raising
from hustings.scoring.items import ZERO, derivation, sheet
from hustings.scoring.plan.action_graph import action_graph
from hustings.scoring.plan.choice.candidates import Candidates, candidates, levels_of
from hustings.scoring.plan.choice.cheapest import problem
from hustings.scoring.plan.choice.effects import effects
from hustings.scoring.plan.choice.target import Choice, Chosen, choose
from hustings.scoring.plan.dates.calendar import Clock, forbidden, to_ballots
from hustings.scoring.plan.dates.schedule import Forbids
from hustings.scoring.plan.dates.team_capacity import team_capacity
from hustings.scoring.plan.placed_steps import PlacedSteps, placed_steps
from hustings.scoring.plan.questions.find_outs import find_outs
from hustings.scoring.plan.situation import Situation, can_be_dated
from hustings.scoring.plan.steps import CurvePoint, Plan, Step
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.result import Result

ASSUMED_DAYS = 90
"""Days to the deadline where no date is known (1.8, 55)."""


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What a user may ask of a plan; everything else follows from the answers.

    `target`: the band to reach. `hours` a week. `by`: another deadline. `robust`: plan from the worst case, so that
    the band holds whatever the unknowns turn out to be. `whole`: all steps that fit, also for a small team.
    """

    target: Band | None = None
    hours: Fraction | None = None
    by: date | None = None
    robust: bool = False
    whole: bool = False


DEFAULTS = PlanOptions()
NOTHING = Chosen("over", None, None, frozenset(), frozenset())
"""After the election there is nothing left to reach."""


def make_plan(result: Result, clock: Clock, options: PlanOptions = DEFAULTS) -> Plan:
    """The plan of a result on the day of its clock (method.md 1.7 and 1.8). It changes nothing in the result."""
    last = deadline(result, clock, options)
    situation = _situation(result, clock, options, -1 if last is None else last)
    chosen = _chosen(situation, options) if last is not None else NOTHING
    made = placed_steps(situation, chosen.actions, chosen.outcome)
    return _plan(situation, clock, options, chosen, made)


def deadline(result: Result, clock: Clock, options: PlanOptions = DEFAULTS) -> int | None:
    """Days from today to the last day of the plan; None once the election is over."""
    if options.by is not None:
        return max((options.by - clock.on).days, 0)
    if clock.until == "over":
        return None
    if clock.days is None:
        return ASSUMED_DAYS
    capacity = result.pack.rubric.capacity
    return max(clock.days - (0 if capacity is None else capacity.freeze_days), 0)


def _situation(result: Result, clock: Clock, options: PlanOptions, last: int) -> Situation:
    now = derivation(sheet(result.pack, result.answers), {})
    pool = candidates(now, action_graph(result.pack))
    ballots = to_ballots(clock.first_ballots, clock.until, clock.on)
    forbids = partial(forbidden, result.pack, ballots)
    return Situation(
        result=result,
        start=raising(now, "lo" if options.robust else "pt"),
        pool=pool,
        fitting=fitting(pool, last, forbids),
        stops=hard_stops(result, clock.on),
        capacity=team_capacity(result.pack, result.answers, options.hours),
        last=last,
        forbids=forbids,
        whole=options.whole,
    )


def fitting(pool: Candidates, last: int, forbids: Forbids) -> Candidates:
    """The candidates that can be finished by the last day, phases observed, if nothing else is to be done."""
    finish = dict[str, int]()
    for name, one in pool.items():
        if finish.keys() >= set(one.needs):
            first = max((finish[need] for need in one.needs), default=0)
            lead, tags = one.action.lead_days, one.action.tags
            for start in range(first, last - lead + 1):
                if not tags or not any(forbids(tags, day) for day in range(start, start + lead + 1)):
                    finish[name] = start + lead
                    break
    return {name: pool[name] for name in finish}


def _chosen(situation: Situation, options: PlanOptions) -> Chosen:
    first = sum((group.hours for group in find_outs(situation.result.open_points, ()) if group.urgency == "gate"), ZERO)
    hours = situation.capacity.until(situation.last)
    left = None if hours is None else max(hours - first, ZERO)
    return choose(
        Choice(
            result=situation.result,
            start=situation.start,
            problem=problem(situation.result.pack.rubric, effects(situation.start, situation.fitting)),
            hours=left,
            first=first,
            days=situation.last,
            keeps_dates=partial(can_be_dated, situation),
        ),
        options.target,
    )


def _plan(situation: Situation, clock: Clock, options: PlanOptions, chosen: Chosen, made: PlacedSteps) -> Plan:
    steps = [step for step in made.steps if step.kind in ("fix", "more")]
    curve = () if situation.result.provisional else tuple(_curve(situation.start, situation, steps))
    index = _index(situation.start, situation, steps, situation.last)
    bands = situation.result.pack.rubric.bands
    return Plan(
        on=clock.on,
        days=max(situation.last, 0),
        until=clock.until,
        assumed=clock.days is None and clock.until != "over" and options.by is None,
        capacity=situation.capacity,
        outcome=chosen.outcome,
        asked=chosen.asked,
        target=chosen.target,
        steps=made.steps,
        later=made.later,
        index=index,
        band=situation.result.pack.rubric.band(index),
        conditional=chosen.conditional,
        best=chosen.best,
        hours_needed=chosen.hours_needed,
        curve=curve,
        at_best=_at_best(situation, steps, curve),
        reached=tuple(
            (band, day)
            for band in bands
            if band.start > situation.start.index.index
            and (day := next((point.day for point in curve if point.index >= band.start), None)) is not None
        ),
        unplanned=made.unplanned,
        left_out=made.left_out,
        robust=options.robust,
        exact=chosen.exact,
    )


def _curve(start: RaiseStart, situation: Situation, steps: list[Step]) -> Iterator[CurvePoint]:
    for day in sorted({step.finish for step in steps}):
        yield CurvePoint(day, _index(start, situation, steps, day))


def _at_best(situation: Situation, steps: list[Step], curve: tuple[CurvePoint, ...]) -> tuple[CurvePoint, ...]:
    """The curve from today if all that is not known turns out well; nothing where that moves no point of it."""
    if not curve:
        return ()
    start = raising(situation.start.now, "hi")
    today, later = start.index.index, tuple(_curve(start, situation, steps))
    return () if (today, later) == (situation.start.index.index, curve) else (CurvePoint(0, today), *later)


def _index(start: RaiseStart, situation: Situation, steps: list[Step], day: int) -> Fraction:
    """The index once everything that is finished by a day works."""
    done = (situation.pool[step.key] for step in steps if step.finish <= day)
    return raised(start, levels_of(done)).index
