"""Heads: a short code for one state of a history, found again in a file that has grown, and in no other file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hustings.answers.events import Answer, State
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.casefile import CaseJournal, history_head, open_case
from hustings.casefile.history_head import HistoryMarks
from support.casefile import answered, fresh


def test_a_head_is_sixteen_digits_in_groups() -> None:
    assert "7e18-f737-311b-2dc3" == history_head.head("a", "b")


def test_a_head_as_somebody_types_it() -> None:
    for text in ("7E18-F737-311B-2DC3", " 7e18 f737 311b 2dc3 ", "7e18f737311b2dc3", "7e18–f737–311b–2dc3"):
        assert "7e18-f737-311b-2dc3" == history_head.typed(text)


def test_the_newest_state_counts_and_a_stranger_has_none() -> None:
    trail = HistoryMarks(("s", "e1", "e2"), ("s", "w1"))
    for answers, mark in enumerate(trail.events):
        for steps, entry in enumerate(trail.entries):
            assert history_head.HistoryState(answers, steps) == history_head.state(
                history_head.head(mark, entry), trail
            )
    assert history_head.state(history_head.head("e3", "w1"), trail) is None


def test_a_head_outlives_what_is_added(tmp_path: Path) -> None:
    path = answered(tmp_path, times=3)
    with open_case(path) as case:
        before = case.head("a1")
        case.log("a1", "Ann").append("plan", Answer(State.ANSWERED, "no"))
        CaseJournal(case, "a1", "Ann").add([LogEntry(0, datetime.now(UTC), "", EntryKind.BEGAN)])
        now = case.head("a1")
    with open_case(path, write=False) as case:
        assert now == case.head("a1") != before
        assert (history_head.HistoryState(4, 1), history_head.HistoryState(3, 0)) == (
            history_head.state(now, case.trail("a1")),
            history_head.state(before, case.trail("a1")),
        )


def test_two_campaigns_that_say_the_same_have_other_heads(tmp_path: Path) -> None:
    one, other = fresh(tmp_path), answered(tmp_path / "other", times=1)
    with open_case(one) as mine, open_case(other, write=False) as theirs:
        assert mine.head("a1") != theirs.head("a1")
        assert history_head.state(theirs.head("a1"), mine.trail("a1")) is None


def test_a_search_ends() -> None:
    marks = [str(number) for number in range(3000)]
    assert history_head.state("none", HistoryMarks(marks, marks)) is None
