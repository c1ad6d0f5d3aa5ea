"""The steps of a plan: what is chosen is placed, then what is left of the hours is filled.

Order of placing: stops, find-outs of open gates, fixes (with the find-outs that a check waits for), fallbacks, other
find-outs, more (method.md 1.7, 32 and 34; 1.8, 51 to 59).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.scoring.findings import SEVERITIES, target_level
from hustings.scoring.incremental import raised
from hustings.scoring.items import ZERO
from hustings.scoring.plan.choice.candidates import closure, higher_levels, levels_of
from hustings.scoring.plan.drafts import (
    Draft,
    best_action,
    find_out_draft,
    highest_action,
    later_draft,
    once_done,
    per_hour,
    stop_draft,
)
from hustings.scoring.plan.partial_plan import PartialPlan, in_key_order
from hustings.scoring.plan.situation import Situation, find_out_groups, fixes, opening
from hustings.scoring.plan.steps import LeftOut, Outcome, Step, Unfit, Unplanned
from hustings.scoring.result import Finding

GRAVE = ("critical", "high")
TO_A_BAND: tuple[Outcome, ...] = ("reached", "if_gates_pass", "lower_band")
BY_SEVERITY: tuple[Outcome, ...] = ("provisional", "out_of_reach")
"""Outcomes without a band to reach, in which findings are closed by severity (1.8, 47 and 57)."""


@dataclass(frozen=True, slots=True)
class PlacedSteps:
    """Steps with dates and numbers, and what was left out."""

    steps: tuple[Step, ...]
    later: tuple[Step, ...]
    unplanned: tuple[Unplanned, ...]
    left_out: LeftOut


def placed_steps(given: Situation, chosen: frozenset[str], outcome: Outcome) -> PlacedSteps:
    """The plan's steps for a chosen set. Without a band to reach, what closes gates is `more` like everything else."""
    partial = PartialPlan(given, opening(given))
    for draft in _opening_drafts(given):
        partial.keep(draft)
    for draft in in_key_order(fixes(given, chosen, chosen, "fix" if outcome in TO_A_BAND else "more")):
        partial.place(draft)
    late = _too_late(given)
    partial.fallbacks(late)
    partial.rest_of_find_outs()
    fill(partial, outcome)
    partial.trim()
    return PlacedSteps(
        partial.steps(), _later(given, late, partial), tuple(_unplanned(given, partial)), partial.left_out()
    )


def _opening_drafts(given: Situation) -> Iterator[Draft]:
    yield from map(stop_draft, given.stops)
    yield from (find_out_draft(group) for group in find_out_groups(given, frozenset()) if group.urgency == "gate")


# --- more ----------------------------------------------------------------------------------------------------


def fill(partial: PartialPlan, outcome: Outcome) -> None:
    """Fill what is left of the hours with what closes findings; grave ones first, and never trimmed (1.8, 59).

    Where the band that was named is reached, only grave findings are closed beyond it (1.8, 47 and 58).
    """
    todo = {name: findings for name, findings in _wanted(partial).items() if name not in partial.planned}
    order: list[str] = []
    while todo:
        order = order or _by_worth(partial, todo, by_gain=outcome not in BY_SEVERITY)
        name = order.pop(0)
        grave = _grave(todo.pop(name))
        if name in partial.planned or (outcome == "named_is_reached" and not grave):
            continue
        if (partial.full and not grave) or not partial.more(name):
            partial.dropped.append(name)
        elif outcome not in BY_SEVERITY:
            order = []


def _grave(findings: Iterable[Finding]) -> bool:
    return any(finding.severity in GRAVE for finding in findings)


def _wanted(partial: PartialPlan) -> dict[str, tuple[Finding, ...]]:
    """The actions that close findings, each with its findings."""
    given, wanted = partial.given, dict[str, tuple[Finding, ...]]()
    for finding in given.result.findings:
        name = best_action(given.fitting, finding)
        if name is None and finding.severity in GRAVE:
            name = highest_action(given.fitting, finding)
        if name is not None and not _reached(partial, finding, given.fitting[name].levels[finding.item.question]):
            wanted[name] = (*wanted.get(name, ()), finding)
    return wanted


def _reached(partial: PartialPlan, finding: Finding, level: Fraction) -> bool:
    pool = partial.given.pool
    return levels_of(pool[name] for name in partial.planned).get(finding.item.question, ZERO) >= level


def _by_worth(partial: PartialPlan, todo: Mapping[str, tuple[Finding, ...]], *, by_gain: bool) -> list[str]:
    """Grave findings first, by gain for the hours on top of the plan; or all by severity, then by their gain alone."""
    given, planned = partial.given, partial.planned if by_gain else frozenset[str]()
    start = once_done(given.start, given.pool, planned)
    now, base = start.index, start.now.floors
    grave = {name for name, findings in todo.items() if _grave(findings)}

    def worth(name: str) -> tuple[object, ...]:
        added = [given.pool[one] for one in closure(given.pool, [name]) - planned]
        then = raised(start, higher_levels(base, levels_of(added)))
        hours = sum((one.action.hours for one in added), ZERO)
        severity = min(SEVERITIES.index(finding.severity) for finding in todo[name])
        gains = -per_hour(then.index - now.index, hours), -per_hour(then.raw - now.raw, hours)
        return (*gains, severity, name) if by_gain else (severity, *gains, name)

    return sorted(grave if grave and by_gain else todo, key=worth)


# --- too late, and why not -----------------------------------------------------------------------------------


def _too_late(given: Situation) -> Mapping[str, tuple[Finding, ...]]:
    """The actions whose findings nothing can close before the deadline, the gravest first."""
    late = dict[str, tuple[Finding, ...]]()
    for finding in given.result.findings:
        if best_action(given.fitting, finding) is None:
            name = best_action(given.pool, finding) or highest_action(given.pool, finding)
            if name is not None and name not in given.fitting:
                late[name] = (*late.get(name, ()), finding)
    return late


def _later(given: Situation, late: Mapping[str, tuple[Finding, ...]], partial: PartialPlan) -> tuple[Step, ...]:
    """What is left for after election day, numbered on."""
    first = len(partial.drafts) + 1
    drafts = (later_draft(given.pool[name].action, findings) for name, findings in late.items())
    return tuple(replace(draft.step, number=number) for number, draft in enumerate(drafts, start=first))


def _unplanned(given: Situation, partial: PartialPlan) -> Iterator[Unplanned]:
    """Grave findings whose target the plan does not reach, each with its reason."""
    for finding in given.result.findings:
        if finding.severity in GRAVE and not _reached(partial, finding, target_level(finding.item)):
            reaching = best_action(given.pool, finding)
            reason: Unfit = "no_action" if reaching is None else "no_hours"
            if reaching is not None and best_action(given.fitting, finding) is None:
                reason = "too_late"
            yield Unplanned(finding, reason)
