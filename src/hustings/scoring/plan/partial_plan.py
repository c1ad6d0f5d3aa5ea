"""The plan while it is made: steps are placed in order, and what does not fit is counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hustings.scoring.items import ZERO
from hustings.scoring.plan.choice.candidates import closure
from hustings.scoring.plan.dates.schedule import Schedule, in_order, latest_starts
from hustings.scoring.plan.drafts import Draft, Fixing, fallback_draft, find_out_draft, fix_draft, fixing
from hustings.scoring.plan.situation import Situation, checked_controls, find_out_groups, fixes
from hustings.scoring.plan.steps import LeftOut, Step
from hustings.scoring.result import Finding

A_DOZEN = 12


@dataclass(slots=True)
class PartialPlan:
    """The plan while it is made: what is placed, in key order, and what did not fit."""

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
        for group in find_out_groups(self.given, checked_controls(self.given, self.planned)):
            if group.id not in self.schedule.dates:
                self.place(find_out_draft(group))

    def more(self, name: str) -> bool:
        """Add an action and what must come before it; False, and nothing added, if that does not fit."""
        before, kept = self.schedule.copy(), len(self.drafts)
        planned = self.planned
        wanted = closure(self.given.pool, [name])
        for draft in in_key_order(fixes(self.given, wanted - planned, planned | wanted, "more")):
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
        plan = fixing(self.given.result, self.given.start, self.given.pool, self.planned)
        finished = [_finished(plan, draft) for draft in self.drafts]
        latest = latest_starts([draft.job for draft in finished], self.given.last)
        ordered = sorted(finished, key=lambda draft: self.schedule.dates[draft.job.id].start)
        numbers = {draft.job.id: number for number, draft in enumerate(ordered, start=1)}
        return tuple(self._dated(draft, numbers, latest[draft.job.id]) for draft in ordered)

    def _dated(self, draft: Draft, numbers: Mapping[str, int], latest: int) -> Step:
        dates, id_ = self.schedule.dates[draft.job.id], draft.job.id
        after = tuple(sorted(numbers[need] for need in draft.job.needs if need in numbers))
        return replace(
            draft.step,
            number=numbers[id_],
            start=dates.start,
            worked=dates.worked,
            finish=dates.finish,
            by_week=dates.by_week,
            latest_start=latest,
            after=after,
        )

    def left_out(self) -> LeftOut:
        """What did not fit, counted; nothing once the election is over."""
        if self.given.last < 0:
            return LeftOut()
        asked = {point.question.id for draft in self.drafts for point in draft.step.points}
        points = [point for point in self.given.result.open_points if point.question.id not in asked]
        names = dict.fromkeys(self.dropped)
        hours = sum((self.given.pool[name].action.hours for name in names), ZERO)
        return LeftOut(len(names), hours, len(points))


def _finished(plan: Fixing, draft: Draft) -> Draft:
    """The draft of an action with its gain in the whole plan."""
    if draft.step.kind not in ("fix", "more"):
        return draft
    return Draft(draft.job, fix_draft(plan, draft.step.key, draft.step.kind).step)


def in_key_order(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts in the order in which their jobs are placed."""
    by_id = {draft.job.id: draft for draft in drafts}
    placed = {need for draft in drafts for need in draft.job.needs} - by_id.keys()
    return (by_id[job.id] for job in in_order([draft.job for draft in drafts], placed))
