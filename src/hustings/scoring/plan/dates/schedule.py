"""Start and finish of each step: serial list scheduling, one step at a time for each owner (method.md 1.8, 48 to 53).

Jobs are placed in the order of their keys, each at the earliest day that fits, after what it needs. An owner works at
most eight hours a day and is free while waiting; a job that fits into a day or a week is not spread over more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.pack.effort import DAY, days_of_work
from hustings.scoring.items import ZERO
from hustings.scoring.plan.dates.team_capacity import WEEK, TeamCapacity

Forbids = Callable[[Collection[str], int], bool]
"""Whether the phase of a day (days from today) forbids one of these tags."""


@dataclass(frozen=True, slots=True)
class Job:
    """Work to be dated: hours of one owner, then days of waiting. `needs`: ids of jobs that must be finished first.

    `counted`: it uses the team's hours; stops do not.
    """

    id: str
    owner: str
    hours: Fraction
    wait: int = 0
    needs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Dates:
    """Days from today: the first and the last day of work, and the day on which it works (waiting included).

    `by_week`: the hours of work in each week (days 7k to 7k + 6) that has some.
    """

    start: int
    worked: int
    finish: int
    by_week: tuple[tuple[int, Fraction], ...] = ()


@dataclass(slots=True)
class Schedule:
    """Jobs placed so far, up to a last day. The hours of each day, each week and each owner's day are kept."""

    last: int
    capacity: TeamCapacity
    forbids: Forbids
    dates: dict[str, Dates] = field(default_factory=dict)
    _by_owner: dict[str, dict[int, Fraction]] = field(default_factory=dict)
    _by_week: dict[int, Fraction] = field(default_factory=dict)
    _first_day: Fraction = ZERO
    _spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    _of_week: dict[int, Fraction | None] = field(default_factory=dict)

    def place(self, job: Job) -> bool:
        """Date a job at the earliest day that fits; False, and nothing placed, if none does before the last day.

        Raises `KeyError` if something that it needs is not placed.
        """
        first = max((self.dates[need].finish for need in job.needs), default=0)
        for start in range(first, self.last + 1):
            if self._is_full(job, start // WEEK):
                continue
            work = self._work(job, start)
            if work is not None and self._allowed(job, start, max(work) + job.wait):
                self._book(job, start, work)
                return True
        return False

    def pin(self, job: Job) -> None:
        """Date a job on day 0, whatever else its owner does then."""
        self._book(job, 0, {0: job.hours})

    def _is_full(self, job: Job, week: int) -> bool:
        """Whether a week has no hours left for work that is counted."""
        hours = self._hours(week) if job.counted and job.hours else None
        return hours is not None and self._by_week.get(week, ZERO) >= hours

    def _hours(self, week: int) -> Fraction | None:
        """The team's hours of a week up to the last day."""
        if week not in self._of_week:
            self._of_week[week] = self.capacity.of_week(week, self.last)
        return self._of_week[week]

    def _allowed(self, job: Job, start: int, finish: int) -> bool:
        if finish > self.last:
            return False
        return not job.tags or not any(self.forbids(job.tags, day) for day in range(start, finish + 1))

    def _work(self, job: Job, start: int) -> Mapping[int, Fraction] | None:
        """Hours by day if the job begins on a day; None if it does not fit there."""
        work, left, day = dict[int, Fraction](), job.hours, start
        end = self._must_end(job, start)
        while day <= end and not self._mixed(job.owner, start, day):
            free = min(left, self._free(job, day, work))
            if free > 0 or not job.hours:
                work[day] = free
                left -= free
            elif day == start:
                return None
            if left <= 0:
                return work
            day += 1
        return None

    def _must_end(self, job: Job, start: int) -> int:
        """The day by which a job ends that begins on a day: what fits into a day or a week is not spread further."""
        week = self._hours(start // WEEK) if job.counted else None
        if week is not None and job.hours > week:
            return self.last
        if job.hours <= DAY:
            return start
        return min(self.last, start // WEEK * WEEK + WEEK - 1) if week is not None else self.last

    def _free(self, job: Job, day: int, work: Mapping[int, Fraction]) -> Fraction:
        """Hours that are left on a day for this job, what it has taken already included."""
        free = DAY - self._by_owner.get(job.owner, {}).get(day, ZERO)
        if not job.counted:
            return free
        if self.capacity.first_day is not None and day == 0:
            free = min(free, self.capacity.first_day - self._first_day)
        week = self._hours(day // WEEK)
        if week is not None:
            taken = sum((hours for on, hours in work.items() if on // WEEK == day // WEEK), ZERO)
            free = min(free, week - self._by_week.get(day // WEEK, ZERO) - taken)
        return free

    def _mixed(self, owner: str, start: int, day: int) -> bool:
        """Whether a job from a day to another would be mixed with another job of the owner; days may be shared."""
        return any(start < ended and begun < day for begun, ended in self._spans.get(owner, ()))

    def _book(self, job: Job, start: int, work: Mapping[int, Fraction]) -> None:
        own = self._by_owner.setdefault(job.owner, {})
        for day, hours in work.items():
            own[day] = own.get(day, ZERO) + hours
            if job.counted:
                self._by_week[day // WEEK] = self._by_week.get(day // WEEK, ZERO) + hours
                self._first_day += hours if day == 0 else ZERO
        worked = max(work)
        self._spans.setdefault(job.owner, []).append((start, worked))
        self.dates[job.id] = Dates(start, worked, worked + job.wait, tuple(_weeks_of(work)))

    def copy(self) -> Schedule:
        """The same schedule, to try something that may not fit."""
        return Schedule(
            self.last,
            self.capacity,
            self.forbids,
            dict(self.dates),
            {owner: dict(days) for owner, days in self._by_owner.items()},
            dict(self._by_week),
            self._first_day,
            {owner: list(spans) for owner, spans in self._spans.items()},
            self._of_week,
        )


def _weeks_of(work: Mapping[int, Fraction]) -> Iterator[tuple[int, Fraction]]:
    for week in sorted({day // WEEK for day in work}):
        yield week, sum((hours for day, hours in work.items() if day // WEEK == week), ZERO)


def in_order(jobs: Sequence[Job], placed: Collection[str] = ()) -> Iterator[Job]:
    """Jobs in the order of the list, each only after those of the list that it needs.

    What others wait for takes the place of the first of them. Jobs that need something that is neither in the list nor
    `placed` are left out.
    """
    waiting = {job.id: job for job in jobs}
    ranks = _ranks(jobs)
    done = set(placed)
    while ready := [job for job in waiting.values() if done.issuperset(job.needs)]:
        job = min(ready, key=lambda one: ranks[one.id])
        done.add(waiting.pop(job.id).id)
        yield job


def _ranks(jobs: Sequence[Job]) -> Mapping[str, int]:
    """The place of each job: its own in the list, or that of the first job that waits for it."""
    ranks = {job.id: number for number, job in enumerate(jobs)}
    for _ in jobs:
        lower = [(need, ranks[job.id]) for job in jobs for need in job.needs if ranks.get(need, -1) > ranks[job.id]]
        if not lower:
            break
        for need, rank in lower:
            ranks[need] = min(ranks[need], rank)
    return ranks


def placed_all(schedule: Schedule, jobs: Iterable[Job]) -> bool:
    """Place jobs one after the other; False at the first that does not fit."""
    return all(schedule.place(job) for job in jobs)


def latest_starts(jobs: Sequence[Job], last: int) -> Mapping[str, int]:
    """For each job the last day from which it, and all jobs that wait for it, still end by the last day."""
    starts = dict[str, int]()
    after = {job.id: [other for other in jobs if job.id in other.needs] for job in jobs}

    def start(job: Job) -> int:
        if job.id not in starts:
            end = min((start(other) for other in after[job.id]), default=last)
            starts[job.id] = end - days_of_work(job.hours) - job.wait
        return starts[job.id]

    return {job.id: start(job) for job in jobs}
