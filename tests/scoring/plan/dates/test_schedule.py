"""Dates of jobs: the earliest day that fits owner, week, first day and phase."""

from __future__ import annotations

from fractions import Fraction as F
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.scoring.plan.dates.schedule import Job, Schedule, in_order, latest_starts, placed_all
from hustings.scoring.plan.dates.team_capacity import TeamCapacity

FREE = TeamCapacity(None, None, "unlimited")


def schedule(last: int = 30, capacity: TeamCapacity = FREE, forbidden: dict[str, range] | None = None) -> Schedule:
    days = forbidden or {}
    return Schedule(last, capacity, lambda tags, day: any(day in days.get(tag, ()) for tag in tags))


def job(name: str, hours: str = "1", owner: str = "manager", **changes: object) -> Job:
    return Job(name, owner, F(hours), **changes)  # type: ignore[arg-type]


def dates(found: Schedule, *jobs: Job) -> list[tuple[int, int, int] | None]:
    placed = [found.dates[one.id] if found.place(one) else None for one in jobs]
    return [None if one is None else (one.start, one.worked, one.finish) for one in placed]


def test_jobs_of_one_owner_follow_each_other_and_a_day_holds_eight_hours() -> None:
    assert [(0, 0, 0), (0, 0, 0), (1, 1, 1)] == dates(schedule(), job("a", "5"), job("b", "3"), job("c", "2"))
    assert [(0, 0, 0), (0, 0, 0)] == dates(schedule(), job("a", "5"), job("b", "5", owner="data"))


def test_a_long_job_takes_days_and_is_not_mixed_with_another() -> None:
    assert [(0, 2, 2), (2, 2, 2), (3, 3, 3)] == dates(schedule(), job("a", "20"), job("b", "4"), job("c", "1"))


def test_the_owner_is_free_while_waiting_and_what_waits_for_it_is_not() -> None:
    found = dates(schedule(), job("a", "1", wait=5), job("b", "1"), job("c", "1", needs=("a",)))
    assert [(0, 0, 5), (0, 0, 0), (5, 5, 5)] == found


def test_a_week_has_so_many_hours_and_the_last_one_counts_by_its_days() -> None:
    seven = TeamCapacity(F(7), None, "answer")
    assert [F(7), F(3)] == [seven.of_week(week, 9) for week in (0, 1)]
    found = dates(schedule(9, seven), job("a", "5"), job("b", "3"), job("c", "2"), job("d", "1"))
    assert [(0, 0, 0), (7, 7, 7), (0, 0, 0), None] == found


def test_what_is_larger_than_a_week_runs_on_in_the_next() -> None:
    two = TeamCapacity(F(2), None, "answer")
    assert [(0, 14, 14)] == dates(schedule(20, two), job("a", "5"))


def test_the_first_day_is_bounded_and_stops_are_not() -> None:
    six = TeamCapacity(None, F(6), "answer")
    found = schedule(capacity=six)
    found.pin(job("stop", "1", counted=False))
    assert (0, 0, 0) == (found.dates["stop"].start, found.dates["stop"].worked, found.dates["stop"].finish)
    assert [(0, 0, 0), (1, 1, 1), (0, 0, 0)] == dates(found, job("a", "4"), job("b", "3"), job("c", "2", owner="data"))


def test_a_tagged_job_is_done_before_or_after_the_days_that_forbid_it() -> None:
    closed = {"new_tool": range(3)}
    found = dates(schedule(forbidden=closed), job("a", tags=("new_tool",)), job("b", tags=("other",)))
    assert [(3, 3, 3), (0, 0, 0)] == found
    later = {"new_tool": range(4, 99)}
    assert [None] == dates(schedule(forbidden=later), job("a", tags=("new_tool",), wait=4))
    assert [(0, 0, 3)] == dates(schedule(forbidden=later), job("b", tags=("new_tool",), wait=3))


def test_nothing_is_placed_that_ends_after_the_last_day() -> None:
    found = schedule(3)
    assert not found.place(job("a", wait=4))
    assert {} == found.dates
    assert not placed_all(found, [job("b", wait=3), job("c", wait=3, needs=("b",))])


def test_what_is_tried_on_a_copy_leaves_the_schedule_as_it_was() -> None:
    found = schedule()
    found.place(job("a", "5"))
    copy = found.copy()
    assert copy.place(job("b", "3"))
    assert [(0, 0, 0)] == dates(found, job("c", "3"))
    assert {"a", "c"} == found.dates.keys()


def test_what_others_wait_for_takes_the_place_of_the_first_of_them() -> None:
    jobs = [job("a", needs=("c",)), job("b"), job("c"), job("lost", needs=("gone",))]
    assert ["c", "a", "b"] == [one.id for one in in_order(jobs)]
    assert ["c", "a", "b", "lost"] == [one.id for one in in_order(jobs, placed=["gone"])]


def test_the_latest_start_leaves_time_for_what_waits() -> None:
    jobs = [job("a", "9", wait=2), job("b", "1", wait=3, needs=("a",)), job("c")]
    assert {"a": 4, "b": 7, "c": 10} == latest_starts(jobs, 10)


HOURS = st.integers(1, 60).map(lambda quarters: F(quarters, 4))


@pytest.mark.parametrize("weekly", [None, 3, 10])
@given(st.lists(st.tuples(HOURS, st.sampled_from("ab"), st.integers(0, 4)), max_size=12))
def test_no_day_week_or_owner_is_overloaded(weekly: int | None, drawn: list[tuple[F, str, int]]) -> None:
    capacity = TeamCapacity(None if weekly is None else F(weekly), F(6), "answer")
    found = schedule(25, capacity)
    jobs = [Job(str(number), owner, hours, wait) for number, (hours, owner, wait) in enumerate(drawn)]
    placed = [one for one in jobs if found.place(one)]
    whole = sum((one.hours for one in placed), F(0))
    assert weekly is None or whole <= F(weekly) * 26 / 7
    for owner in "ab":
        spans = sorted((found.dates[one.id].start, found.dates[one.id].worked) for one in placed if one.owner == owner)
        assert all(begun >= ended for (_, ended), (begun, _) in pairwise(spans) if begun != ended)
        for day in range(26):
            own = [one for one in placed if one.owner == owner]
            there = [one.hours for one in own if found.dates[one.id].start == day == found.dates[one.id].worked]
            assert sum(there, F(0)) <= 8


def test_what_fits_into_a_week_stays_in_it_and_what_is_not_counted_only_fills_its_owner() -> None:
    twenty = TeamCapacity(F(20), None, "answer")
    assert [(0, 0, 0), (0, 1, 1), (7, 8, 8)] == dates(
        schedule(20, twenty), job("a", "2"), job("b", "12"), job("c", "12")
    )
    assert [(0, 0, 0), (0, 0, 0), (1, 1, 1)] == dates(
        schedule(20, TeamCapacity(F(2), None, "answer")),
        job("a", "2"),
        job("b", "6", counted=False),
        job("c", "1", counted=False),
    )
