"""Which steps of the last plan are done, as far as the answers of today say so."""

from __future__ import annotations

from datetime import date

from hustings.frozen_records import dataclass
from hustings.problems import InputError
from hustings.scoring.plan.dates.calendar import clock, still_open
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.progress.corner_answers import Pair, mixed_answers
from hustings.scoring.progress.shapley import Corner
from hustings.scoring.result import Result
from hustings.scoring.rules import breaches
from hustings.scoring.score import score

CAMPAIGN_NOW: Corner = (True, False, False)
"""The answers of today in the pack of then: a plan is held to what it asked for."""


@dataclass(frozen=True, slots=True)
class PlanSince:
    """The earlier plan, and the steps that are done.

    A fallback is not among `steps`: no answer says whether it was taken.
    """

    plan: Plan
    steps: tuple[Step, ...]
    done: tuple[Step, ...]

    @property
    def open(self) -> tuple[Step, ...]:
        """The steps that are not done yet."""
        return tuple(step for step in self.steps if step not in self.done)


def plan_since(then: Result, both: Pair) -> PlanSince:
    """The plan as it was made then, compared with today's answers."""
    plan = plan_then(then, both.then.assessed.on)
    steps = tuple(step for step in plan.steps if step.kind != "fallback")
    today = _in_the_pack_of_then(both)
    if today is None:
        return PlanSince(plan, steps, ())
    return PlanSince(plan, steps, tuple(step for step in steps if _done(step, today, both.then.assessed.on)))


def plan_then(then: Result, on: date) -> Plan:
    """The plan of a result as it stood in the report of that day."""
    return make_plan(then, clock(then.pack, then.answers, on))


def _in_the_pack_of_then(both: Pair) -> Result | None:
    """None if nothing of that pack applies with the answers of today."""
    try:
        return score(both.then.pack, mixed_answers(both, CAMPAIGN_NOW))
    except InputError:
        return None


def _done(step: Step, today: Result, on: date) -> bool:
    """Whether nothing is left of a step: its deal-breaker is out of the way, what it asks is known, what it raises is.

    A step about a rule is judged by the law at that time.
    """
    if step.gate is not None:
        return next(not gate.caps for gate in today.gates if gate.gate.id == step.gate.gate.id)
    if step.rule is not None:
        return step.rule.rule.id not in {one.rule.id for one in breaches(today.pack, today.answers, on)}
    if step.action is not None:
        return not still_open(step.action, today)
    unknown = {name for point in today.open_points for name in point.items}
    return unknown.isdisjoint(point.question.id for point in step.points)
