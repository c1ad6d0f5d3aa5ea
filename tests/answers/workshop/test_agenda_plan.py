"""What the facilitator decided about the agenda, as the log tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hustings.answers.workshop.agenda_plan import LONGEST_STAY, AgendaPlan
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.transitions import may
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from support.workshop_log import AGREED, AT, ROUND, entry


def plan(*entries: LogEntry) -> AgendaPlan:
    return room(entries).plan


def at(seconds: int, one: LogEntry) -> LogEntry:
    return replace(one, at=AT + timedelta(seconds=seconds))


def test_a_skipped_question_waits_until_it_is_taken_up() -> None:
    skipped = entry(EntryKind.SKIPPED)
    assert ("plan",) == plan(skipped, skipped).skipped
    assert () == plan(skipped, entry(EntryKind.UNSKIPPED)).skipped
    assert () == plan(skipped, entry(EntryKind.OPENED)).skipped
    assert () == plan(skipped, entry(EntryKind.DECIDED, decision=AGREED)).skipped
    assert ("other", "plan") == plan(entry(EntryKind.SKIPPED, "other"), skipped).skipped


def test_only_what_was_not_voted_on_can_be_skipped() -> None:
    assert may(room(()), EntryKind.SKIPPED, "plan")
    assert may(room((entry(EntryKind.PARKED),)), EntryKind.SKIPPED, "plan")
    assert not may(room(ROUND), EntryKind.SKIPPED, "plan")
    assert not may(room((entry(EntryKind.FINISHED, ""),)), EntryKind.SKIPPED, "plan")


def test_the_facilitators_order_comes_first_and_the_rest_stays_as_suggested() -> None:
    found = plan(entry(EntryKind.ARRANGED, "", text="privacy", order=("c", "a")))
    assert ("c", "a", "b", "d") == found.arranged("privacy", "abcd")
    assert ("a", "b") == found.arranged("fakes", "ab")
    again = entry(EntryKind.ARRANGED, "", text="privacy")
    assert ("a", "c") == plan(entry(EntryKind.ARRANGED, "", text="privacy", order=("c", "a")), again).arranged(
        "privacy", "ac"
    )


def test_a_part_has_its_minutes_and_the_room_its_end() -> None:
    found = plan(entry(EntryKind.BUDGETED, "", text="privacy", seconds=1200), entry(EntryKind.BUDGETED, "", seconds=60))
    assert ({"privacy": 20}, AT + timedelta(minutes=1)) == (dict(found.minutes), found.until)
    freed = plan(
        entry(EntryKind.BUDGETED, "", text="privacy", seconds=1200),
        entry(EntryKind.BUDGETED, "", text="privacy"),
        entry(EntryKind.BUDGETED, "", seconds=60),
        entry(EntryKind.BUDGETED, ""),
    )
    assert ({}, None) == (dict(freed.minutes), freed.until)


def test_a_question_has_minutes_of_its_own() -> None:
    long = entry(EntryKind.BUDGETED, seconds=300)
    assert ({"plan": 5}, {}, None) == (dict((found := plan(long)).own_minutes), dict(found.minutes), found.until)
    assert {} == dict(plan(long, entry(EntryKind.BUDGETED)).own_minutes)


def test_a_question_is_read_until_another_step_takes_its_place() -> None:
    read = entry(EntryKind.PRESENTED)
    assert "plan" == plan(read).presented
    assert "plan" == plan(read, entry(EntryKind.NOTED, "", text="a")).presented
    assert "plan" == plan(read, entry(EntryKind.DECIDED, decision=AGREED)).presented
    assert "" == plan(read, entry(EntryKind.DECIDED, "other", decision=AGREED)).presented
    assert "" == plan(read, entry(EntryKind.OPENED)).presented
    assert "" == plan(read, entry(EntryKind.PRESENTED, "")).presented


def test_the_agenda_is_changed_without_touching_what_is_on_the_screen() -> None:
    found = room((*ROUND, entry(EntryKind.PRESENTED, "other"), entry(EntryKind.SKIPPED, "third")))
    assert ("plan", QuestionPhase.REVEALED) == (found.current, found.topic("plan").phase)
    assert QuestionPhase.DRAFT is found.topic("other").phase


def test_time_goes_to_the_question_that_is_read_or_voted_on() -> None:
    entries = (
        at(0, entry(EntryKind.BEGAN, "")),
        at(50, entry(EntryKind.PRESENTED)),
        at(80, entry(EntryKind.OPENED)),
        at(140, replace(ROUND[1], at=AT)),
        at(150, entry(EntryKind.REVEALED)),
        at(200, entry(EntryKind.DECIDED, decision=AGREED)),
        at(900, entry(EntryKind.PRESENTED, "other")),
        at(910, entry(EntryKind.OPENED, "other")),
    )
    assert {"plan": 150, "other": 10} == dict(plan(*entries).spent)


def test_time_with_the_program_closed_or_a_clock_set_back_does_not_count() -> None:
    opened = at(0, entry(EntryKind.OPENED))
    closed = at(900, entry(EntryKind.RESUMED, ""))
    assert {} == dict(plan(opened, closed).spent)
    assert {"plan": 0} == dict(plan(opened, at(-90, entry(EntryKind.NOTED, "", text="a"))).spent)
    assert {"plan": LONGEST_STAY} == dict(plan(opened, at(90_000, entry(EntryKind.NOTED, "", text="a"))).spent)
