"""The steps of a plan in the order of their dates: what is chosen is placed, then what is left of the hours is filled.

Order of placing: stops, find-outs of open gates, fixes (with the find-outs that a check waits for), fallbacks, other
find-outs, more (method.md 1.7, 32 and 34; 1.8, 51 to 59).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from hustings.scoring.findings import SEVERITIES, target_level
from hustings.scoring.incremental import RaiseStart, raised
from hustings.scoring.items import ZERO
from hustings.scoring.plan.choice.candidates import Candidates, closure, levels_of
from hustings.scoring.plan.dates.schedule import Forbids, Schedule, in_order, latest_starts, placed_all
from hustings.scoring.plan.dates.team_capacity import TeamCapacity
from hustings.scoring.plan.drafts import (
    Draft,
    Fixing,
    best_action,
    fallback_draft,
    find_out_draft,
    fix_draft,
    fix_order,
    highest_action,
    later_draft,
    per_hour,
    stop_draft,
)
from hustings.scoring.plan.questions.find_outs import FindOut, find_outs, shortened
from hustings.scoring.plan.steps import LeftOut, Step, StepKind, Unfit, Unplanned
from hustings.scoring.plan.stops import HardStop
from hustings.scoring.result import Finding, Result

A_DOZEN = 12
A_QUARTER = Fraction(1, 4)
GRAVE = ("critical", "high")


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


@dataclass(frozen=True, slots=True)
class Agenda:
    """Steps with dates and numbers, and what was left out."""

    steps: tuple[Step, ...]
    later: tuple[Step, ...]
    unplanned: tuple[Unplanned, ...]
    left_out: LeftOut


def opening(given: Situation) -> Schedule:
    """A schedule with the stops of day 0 and what decides open gates of the index."""
    schedule = Schedule(given.last, given.capacity, given.forbids)
    for stop in given.stops:
        schedule.pin(stop_draft(stop).job)
    for group in _groups(given, frozenset()):
        if group.urgency == "gate":
            schedule.place(find_out_draft(group).job)
    return schedule


def datable(given: Situation, chosen: frozenset[str]) -> bool:
    """Whether a set of actions keeps every date."""
    schedule = opening(given)
    drafts = _fixes(given, chosen, chosen, "fix")
    return placed_all(schedule, in_order([draft.job for draft in drafts], schedule.dates))


def _fixes(given: Situation, names: frozenset[str], planned: frozenset[str], kind: StepKind) -> list[Draft]:
    """Some actions in the order of their keys, each check straight after the find-outs that it waits for."""
    fixing = Fixing(given.result, given.start, given.pool, planned)
    groups = _groups(given, _checked(given, planned))
    drafts = sorted((fix_draft(fixing, n, kind, _awaited(given, groups, n)) for n in names), key=fix_order)
    awaited = {need for draft in drafts for need in draft.job.needs}
    asked = [find_out_draft(group) for group in groups if group.urgency == "check" and group.id in awaited]
    first = next((at for at, draft in enumerate(drafts) if draft.step.check), len(drafts))
    return [*drafts[:first], *asked, *drafts[first:]]


def _checked(given: Situation, names: Iterable[str]) -> frozenset[str]:
    """The controls that are not known and that some actions raise."""
    states = given.start.now.sheet.states
    return frozenset(c for name in names for c in given.pool[name].levels if states[c].open)


def _groups(given: Situation, checked: frozenset[str]) -> list[FindOut]:
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
    checked = _checked(given, [name])
    return tuple(g.id for g in groups if any({p.question.id, *p.items} & checked for p in g.points))


# --- placing -------------------------------------------------------------------------------------------------


def agenda(given: Situation, chosen: frozenset[str], *, target: bool) -> Agenda:
    """The plan's steps for a chosen set. Without a target, what closes gates is `more` like everything else."""
    placing = _Placing(given, opening(given))
    for draft in _opening_drafts(given):
        placing.keep(draft)
    for draft in in_key_order(_fixes(given, chosen, chosen, "fix" if target else "more")):
        placing.place(draft)
    late = _too_late(given)
    placing.fallbacks(late)
    placing.rest_of_find_outs()
    fill(placing, by_gain=target or not given.result.provisional)
    placing.trim()
    return Agenda(placing.steps(), _later(given, late, placing), tuple(_unplanned(given, placing)), placing.left_out())


def in_key_order(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts in the order in which their jobs are placed."""
    by_id = {draft.job.id: draft for draft in drafts}
    placed = {need for draft in drafts for need in draft.job.needs} - by_id.keys()
    return (by_id[job.id] for job in in_order([draft.job for draft in drafts], placed))


def _opening_drafts(given: Situation) -> Iterator[Draft]:
    yield from map(stop_draft, given.stops)
    yield from (find_out_draft(group) for group in _groups(given, frozenset()) if group.urgency == "gate")


@dataclass(slots=True)
class _Placing:
    """An agenda in the making: what is placed, in key order, and what did not fit."""

    given: Situation
    schedule: Schedule
    drafts: list[Draft] = field(default_factory=list)
    planned: frozenset[str] = frozenset()
    dropped: list[str] = field(default_factory=list)

    def keep(self, draft: Draft) -> None:
        """Take up a draft that the schedule already holds, if it does."""
        if draft.job.id in self.schedule.dates:
            self.drafts.append(draft)

    def place(self, draft: Draft) -> bool:
        """Date a draft at the earliest day that fits."""
        if not self.schedule.dates.keys() >= set(draft.job.needs) or not self.schedule.place(draft.job):
            return False
        self.drafts.append(draft)
        if draft.step.kind in ("fix", "more"):
            self.planned |= {draft.step.key}
        return True

    def fallbacks(self, late: Mapping[str, tuple[Finding, ...]]) -> None:
        """What is done now instead of what comes too late."""
        for name, findings in late.items():
            action = self.given.pool[name].action
            if action.fallback and not self.place(fallback_draft(action, findings)):
                self.dropped.append(name)

    def rest_of_find_outs(self) -> None:
        """What else is to be found out, as far as it fits."""
        for group in _groups(self.given, _checked(self.given, self.planned)):
            if group.id not in self.schedule.dates:
                self.place(find_out_draft(group))

    def more(self, name: str) -> bool:
        """Add an action and what must come before it; False, and nothing added, if that does not fit."""
        before, kept = self.schedule.copy(), len(self.drafts)
        planned = self.planned
        wanted = closure(self.given.pool, [name])
        for draft in in_key_order(_fixes(self.given, wanted - planned, planned | wanted, "more")):
            if draft.job.id not in self.schedule.dates and not self.place(draft):
                self.schedule, self.planned = before, planned
                del self.drafts[kept:]
                return False
        return True

    @property
    def full(self) -> bool:
        """Whether a small team has as many steps as it can look through (1.7, 34)."""
        return self.given.capacity.small and not self.given.whole and len(self.drafts) >= A_DOZEN

    def trim(self) -> None:
        """Take out find-outs on which nothing hangs, while a small team has more than a dozen steps (1.8, 54)."""
        waited = {need for draft in self.drafts for need in draft.job.needs}
        free = [d for d in self.drafts if d.step.kind == "find_out" and d.job.id not in waited and not d.step.closes]
        while free and self.full and len(self.drafts) > A_DOZEN:
            self.drafts.remove(free.pop())

    # --- what comes of it ---

    def steps(self) -> tuple[Step, ...]:
        """The steps with dates and numbers."""
        finished = [self._finished(draft) for draft in self.drafts]
        latest = latest_starts([draft.job for draft in finished], self.given.last)
        ordered = sorted(finished, key=lambda draft: self.schedule.dates[draft.job.id].start)
        numbers = {draft.job.id: number for number, draft in enumerate(ordered, start=1)}
        return tuple(self._dated(draft, numbers, latest[draft.job.id]) for draft in ordered)

    def _finished(self, draft: Draft) -> Draft:
        """The draft of an action with its gain in the whole plan."""
        if draft.step.kind not in ("fix", "more"):
            return draft
        fixing = Fixing(self.given.result, self.given.start, self.given.pool, self.planned)
        again = fix_draft(fixing, draft.step.key, draft.step.kind)
        return Draft(draft.job, again.step)

    def _dated(self, draft: Draft, numbers: Mapping[str, int], latest: int) -> Step:
        dates, id_ = self.schedule.dates[draft.job.id], draft.job.id
        after = tuple(sorted(numbers[need] for need in draft.job.needs if need in numbers))
        return replace(
            draft.step,
            number=numbers[id_],
            start=dates.start,
            worked=dates.worked,
            finish=dates.finish,
            latest_start=latest,
            after=after,
        )

    def left_out(self) -> LeftOut:
        """What did not fit, counted."""
        asked = {point.question.id for draft in self.drafts for point in draft.step.points}
        points = [point for point in self.given.result.open_points if point.question.id not in asked]
        names = dict.fromkeys(self.dropped)
        hours = sum((self.given.pool[name].action.hours for name in names), ZERO)
        return LeftOut(len(names), hours, len(points))


# --- more ----------------------------------------------------------------------------------------------------


def fill(placing: _Placing, *, by_gain: bool) -> None:
    """Fill what is left of the hours with what closes findings; grave ones first, and never trimmed (1.8, 59)."""
    todo = {name: findings for name, findings in _wanted(placing).items() if name not in placing.planned}
    order: list[str] = []
    while todo:
        order = order or _by_worth(placing, todo, by_gain=by_gain)
        name = order.pop(0)
        grave = any(finding.severity in GRAVE for finding in todo.pop(name))
        if name in placing.planned:
            continue
        if (placing.full and not grave) or not placing.more(name):
            placing.dropped.append(name)
        elif by_gain:
            order = []


def _wanted(placing: _Placing) -> dict[str, tuple[Finding, ...]]:
    """The actions that close findings, each with its findings."""
    given, wanted = placing.given, dict[str, tuple[Finding, ...]]()
    for finding in given.result.findings:
        name = best_action(given.fitting, finding)
        if name is None and finding.severity in GRAVE:
            name = highest_action(given.fitting, finding)
        if name is not None and not _reached(placing, finding, given.fitting[name].levels[finding.item.question]):
            wanted[name] = (*wanted.get(name, ()), finding)
    return wanted


def _reached(placing: _Placing, finding: Finding, level: Fraction) -> bool:
    pool = placing.given.pool
    return levels_of(pool[name] for name in placing.planned).get(finding.item.question, ZERO) >= level


def _by_worth(placing: _Placing, todo: Mapping[str, tuple[Finding, ...]], *, by_gain: bool) -> list[str]:
    """Grave findings first; then by gain for the hours in the plan, or by severity without a plan to a band."""
    given, planned = placing.given, placing.planned
    now = raised(given.start, levels_of(given.pool[name] for name in planned))

    def worth(name: str) -> tuple[object, ...]:
        wanted = planned | closure(given.pool, [name])
        then = raised(given.start, levels_of(given.pool[one] for one in wanted))
        hours = sum((given.pool[one].action.hours for one in wanted - planned), ZERO)
        severity = min(SEVERITIES.index(finding.severity) for finding in todo[name])
        gains = -per_hour(then.index - now.index, hours), -per_hour(then.raw - now.raw, hours)
        return (severity > 1, *gains, severity, name) if by_gain else (severity, *gains, name)

    return sorted(todo, key=worth)


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


def _later(given: Situation, late: Mapping[str, tuple[Finding, ...]], placing: _Placing) -> tuple[Step, ...]:
    """What is left for after election day, numbered on."""
    first = len(placing.drafts) + 1
    drafts = (later_draft(given.pool[name].action, findings) for name, findings in late.items())
    return tuple(replace(draft.step, number=number) for number, draft in enumerate(drafts, start=first))


def _unplanned(given: Situation, placing: _Placing) -> Iterator[Unplanned]:
    """Grave findings whose target the plan does not reach, each with its reason."""
    for finding in given.result.findings:
        if finding.severity in GRAVE and not _reached(placing, finding, target_level(finding.item)):
            reaching = best_action(given.pool, finding)
            reason: Unfit = "no_action" if reaching is None else "no_hours"
            if reaching is not None and best_action(given.fitting, finding) is None:
                reason = "too_late"
            yield Unplanned(finding, reason)
