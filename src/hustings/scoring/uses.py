"""What AI can do for a campaign: for each use that it has or wants, whether it is ready, and what must be done first.

Uses are judged at worst values: what is not known counts as not in place, so a use is never ready while one of its
needs is unknown. Uses do not affect the score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import Literal

from hustings.answers.applicability import Applicability, Standings, standings, still_asked, truth
from hustings.frozen_records import dataclass
from hustings.pack.conditions import Condition
from hustings.pack.item_values import Need
from hustings.pack.model import Action, Pack
from hustings.pack.uses import Groundwork, Never, Use
from hustings.scoring.items import ZERO
from hustings.scoring.plan.action_graph import ActionGraph, action_graph, finish_days, with_prerequisites
from hustings.scoring.plan.dates.calendar import still_open
from hustings.scoring.result import Result

Verdict = Literal["ready", "ready_once", "not_this_cycle"]


@dataclass(frozen=True, slots=True)
class UseVerdict:
    """One use, judged. `has`: the campaign does it now; `wants`: it wants to.

    `unmet`: needs known to be missing; `actions`: what raises them, in order, with `hours` of work together and
    `fix_days` until the last of them works; `unmended`: needs that no action raises. `find_out`: questions whose
    answers are missing. `not_asked`: needs on controls that do not apply today, to be kept in mind later. `ruled_out`:
    why it is not for this cycle, whatever else is in place. `days`: for what is missing and a careful start together;
    `too_late`: more than are left to the first ballots.
    """

    use: Use
    verdict: Verdict
    has: bool
    wants: bool
    unmet: tuple[Need, ...] = ()
    actions: tuple[Action, ...] = ()
    unmended: tuple[Need, ...] = ()
    find_out: tuple[str, ...] = ()
    not_asked: tuple[Need, ...] = ()
    ruled_out: tuple[Never, ...] = ()
    hours: Fraction = ZERO
    fix_days: int = 0
    days: int = 0
    too_late: bool = False


@dataclass(frozen=True, slots=True)
class GroundStep:
    """A question about being ready to use AI. `enough`: whether it is good enough; None without an answer."""

    step: Groundwork
    enough: bool | None


@dataclass(frozen=True, slots=True)
class _Judged:
    """A scored assessment with the applicability of its questions.

    `open`: the ids of the actions that still change something. `finish`: calendar days until each action works, what
    must come before it included unless that is done.
    """

    pack: Pack
    result: Result
    standings: Standings
    graph: ActionGraph
    open: AbstractSet[str]
    finish: Mapping[str, int]
    days_left: int | None

    def truth(self, condition: Condition) -> bool | None:
        return truth(self.pack, self.result.answers, self.standings, condition)

    def asked(self, condition: Condition) -> tuple[str, ...]:
        return still_asked(self.pack, self.result.answers, self.standings, condition)


def uses(pack: Pack, result: Result, days_left: int | None = None) -> tuple[UseVerdict, ...]:
    """A verdict on each use that the campaign has or wants, in the pack's order.

    `days_left`: calendar days to the first ballots, if known. Uses neither had nor wanted are not judged.
    """
    judged = _judged(pack, result, days_left)
    wanted = [use for use in pack.uses if _holds(judged, use.has) or _holds(judged, use.wants)]
    return tuple(_verdict(judged, use) for use in wanted)


def unclear_uses(pack: Pack, result: Result) -> tuple[str, ...]:
    """The questions that would say whether the campaign has or wants a use, where that is not known."""
    judged, unclear = _judged(pack, result, None), dict[str, None]()
    for use in pack.uses:
        asked = [condition for condition in (use.has, use.wants) if condition is not None]
        if not any(judged.truth(condition) for condition in asked):
            unclear.update(dict.fromkeys(name for condition in asked for name in judged.asked(condition)))
    return tuple(unclear)


def groundwork(pack: Pack, result: Result) -> tuple[GroundStep, ...]:
    """The questions of the groundwork that apply, each with its verdict."""
    judged = _judged(pack, result, None)
    asked = (step for step in pack.groundwork if judged.standings[step.question] is Applicability.APPLIES)
    return tuple(GroundStep(step, judged.truth(step.enough)) for step in asked)


def _judged(pack: Pack, result: Result, days_left: int | None) -> _Judged:
    graph = action_graph(pack)
    left = {name for name, action in graph.items() if still_open(action, result)}
    finish = finish_days(graph, done=graph.keys() - left)
    return _Judged(pack, result, standings(pack, result.answers), graph, left, finish, days_left)


def _standing(result: Result, need: Need) -> bool | None:
    """Whether a need is met at worst; True where its control does not apply, None where it is not known."""
    score = result.item(need.question)
    if score.value is None or score.value.lo >= need.value:
        return True
    return None if score.state.open else False


def _holds(judged: _Judged, condition: Condition | None) -> bool:
    return condition is not None and judged.truth(condition) is True


# --- one use -----------------------------------------------------------------------------------------------


def _verdict(judged: _Judged, use: Use) -> UseVerdict:
    met = [(need, _standing(judged.result, need)) for need in use.needs]
    unmet = tuple(need for need, stands in met if stands is False)
    ruled_out = tuple(never for never in use.never if judged.truth(never.when) is True)
    best = {need: _best(judged.pack, need) for need in unmet}
    actions = _chain(judged, (action for action in best.values() if action is not None))
    fix_days = max((judged.finish[action.id] for action in actions), default=0)
    find_out = _find_out(judged, use, (need.question for need, stands in met if stands is None))
    has, starts = _holds(judged, use.has), not _holds(judged, use.has) or bool(unmet)
    days = fix_days + (use.lead_days if starts else 0)
    too_late = judged.days_left is not None and days > max(judged.days_left, 0)
    return UseVerdict(
        use=use,
        verdict="not_this_cycle" if ruled_out or too_late else "ready_once" if unmet or find_out else "ready",
        has=has,
        wants=_holds(judged, use.wants),
        unmet=unmet,
        actions=actions,
        unmended=tuple(need for need, action in best.items() if action is None),
        find_out=find_out,
        not_asked=tuple(need for need in use.needs if judged.result.item(need.question).value is None),
        ruled_out=ruled_out,
        hours=sum((action.hours for action in actions), ZERO),
        fix_days=fix_days,
        days=days,
        too_late=too_late,
    )


def _find_out(judged: _Judged, use: Use, unknown: Iterable[str]) -> tuple[str, ...]:
    """The questions to answer: needs that are unknown, and what may still rule the use out."""
    maybe = (never.when for never in use.never if judged.truth(never.when) is None)
    return tuple(dict.fromkeys((*unknown, *(name for when in maybe for name in judged.asked(when)))))


def _best(pack: Pack, need: Need) -> Action | None:
    """The action that reaches a need: free before paid, the least that does, the shorter one."""

    def order(action: Action) -> tuple[bool, Fraction, Fraction, str]:
        level = max(raised.value for raised in action.raises if raised.question == need.question)
        return action.paid, level, action.hours, action.id

    reach = (a for a in pack.rubric.actions if any(_reaches(raised, need) for raised in a.raises))
    return min(reach, key=order, default=None)


def _reaches(raised: Need, need: Need) -> bool:
    return raised.question == need.question and raised.value >= need.value


def _chain(judged: _Judged, actions: Iterable[Action]) -> tuple[Action, ...]:
    """Actions after all that must come before them; those already done are left out."""
    return tuple(action for action in with_prerequisites(judged.graph, actions) if action.id in judged.open)
