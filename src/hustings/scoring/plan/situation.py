"""What a plan is made from, and what of it can be dated: stops, find-outs and fixes in the order of their keys."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.scoring.incremental import RaiseStart
from hustings.scoring.items import ZERO
from hustings.scoring.plan.choice.candidates import Candidates
from hustings.scoring.plan.dates.schedule import Forbids, Schedule, in_order, placed_all
from hustings.scoring.plan.dates.team_capacity import TeamCapacity
from hustings.scoring.plan.drafts import Draft, find_out_draft, fix_draft, fix_order, fixing, stop_draft
from hustings.scoring.plan.questions.find_outs import FindOut, find_outs, shortened
from hustings.scoring.plan.steps import StepKind
from hustings.scoring.plan.stops import HardStop
from hustings.scoring.result import Result

A_QUARTER = Fraction(1, 4)
"""The share of the hours that find-outs may take on which no gate of the index depends (1.8, 51)."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What a plan is made from. `pool`: all that could be done; `fitting`: what can be finished by day `last`.

    `whole`: a small team asks for all steps, not only for a dozen.
    """

    result: Result
    start: RaiseStart
    pool: Candidates
    fitting: Candidates
    stops: tuple[HardStop, ...]
    capacity: TeamCapacity
    last: int
    forbids: Forbids
    whole: bool = False


def opening(given: Situation) -> Schedule:
    """A schedule with the stops of day 0 and what decides open gates of the index."""
    schedule = Schedule(given.last, given.capacity, given.forbids)
    for stop in given.stops:
        schedule.pin(stop_draft(stop).job)
    for group in find_out_groups(given, frozenset()):
        if group.urgency == "gate":
            schedule.place(find_out_draft(group).job)
    return schedule


def can_be_dated(given: Situation, chosen: frozenset[str]) -> bool:
    """Whether a set of actions keeps every date."""
    schedule = opening(given)
    drafts = fixes(given, chosen, chosen, "fix")
    return placed_all(schedule, in_order([draft.job for draft in drafts], schedule.dates))


def fixes(given: Situation, names: frozenset[str], planned: frozenset[str], kind: StepKind) -> list[Draft]:
    """Some actions in the order of their keys, each check straight after the find-outs that it waits for.

    Gains order them, so that of a single one they are not computed.
    """
    plan = fixing(given.result, given.start, given.pool, planned, gains=len(names) > 1)
    groups = find_out_groups(given, checked_controls(given, planned))
    drafts = sorted((fix_draft(plan, n, kind, _awaited(given, groups, n)) for n in names), key=fix_order)
    awaited = {need for draft in drafts for need in draft.job.needs}
    asked = [find_out_draft(group) for group in groups if group.urgency == "check" and group.id in awaited]
    first = next((at for at, draft in enumerate(drafts) if draft.step.check), len(drafts))
    return [*drafts[:first], *asked, *drafts[first:]]


def checked_controls(given: Situation, names: Iterable[str]) -> frozenset[str]:
    """The controls that are not known and that some actions raise."""
    states = given.start.now.sheet.states
    return frozenset(c for name in names for c in given.pool[name].levels if states[c].open)


def find_out_groups(given: Situation, checked: frozenset[str]) -> list[FindOut]:
    """The find-outs, cut down to a quarter of the hours where no gate of the index depends on them."""
    budget = given.capacity.until(given.last)
    left = None if budget is None else budget * A_QUARTER
    groups = list[FindOut]()
    for group in find_outs(given.result.open_points, checked):
        kept = group if group.urgency == "gate" or left is None else shortened(group, left, checked)
        left = left if left is None or group.urgency == "gate" else max(left - kept.hours, ZERO)
        groups += [kept] if kept.points else []
    return groups


def _awaited(given: Situation, groups: Iterable[FindOut], name: str) -> tuple[str, ...]:
    """The find-outs that tell what a check looks at."""
    checked = checked_controls(given, [name])
    return tuple(g.id for g in groups if any({p.question.id, *p.items} & checked for p in g.points))
