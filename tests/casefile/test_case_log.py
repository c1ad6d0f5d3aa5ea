"""A log writes one person's answers to one assessment."""

from __future__ import annotations

from pathlib import Path

from hustings.answers.events import Answer, Event, State
from hustings.casefile import open_case
from support.casefile import AT, fresh

YES, NO = Answer(State.ANSWERED, "yes"), Answer(State.ANSWERED, "no")


def test_each_answer_says_by_whom_when_and_from_where(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as case:
        log = case.log("a1", "Ann", lambda: AT)
        one = log.append("plan", YES)
        both = log.append_all([("plan", NO), ("plan", None)], source="file")
        assert (one, *both) == log.events()
    assert Event("a1", 1, AT, "Ann", "plan", YES, "interview") == one
    assert (Event("a1", 2, AT, "Ann", "plan", NO, "file"), Event("a1", 3, AT, "Ann", "plan", None, "file")) == both
