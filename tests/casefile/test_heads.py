"""Heads: a short code for one state of a history, found again in a file that has grown, and in no other file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from casefile_support import answered, fresh
from hustings.answers.events import Answer, State
from hustings.answers.workshop import Entry, Kind
from hustings.casefile import CaseJournal, heads, open_case
from hustings.casefile.heads import Trail


def test_a_head_is_sixteen_digits_in_groups() -> None:
    assert "7e18-f737-311b-2dc3" == heads.head("a", "b")


def test_a_head_as_somebody_types_it() -> None:
    for text in ("7E18-F737-311B-2DC3", " 7e18 f737 311b 2dc3 ", "7e18f737311b2dc3", "7e18–f737–311b–2dc3"):
        assert "7e18-f737-311b-2dc3" == heads.typed(text)


def test_the_newest_state_counts_and_a_stranger_has_none() -> None:
    trail = Trail(("s", "e1", "e2"), ("s", "w1"))
    for answers, mark in enumerate(trail.events):
        for steps, entry in enumerate(trail.entries):
            assert heads.State(answers, steps) == heads.state(heads.head(mark, entry), trail)
    assert heads.state(heads.head("e3", "w1"), trail) is None


def test_a_head_outlives_what_is_added(tmp_path: Path) -> None:
    path = answered(tmp_path, times=3)
    with open_case(path) as case:
        before = case.head("a1")
        case.log("a1", "Ann").append("plan", Answer(State.ANSWERED, "no"))
        CaseJournal(case, "a1", "Ann").add([Entry(0, datetime.now(UTC), "", Kind.BEGAN)])
        now = case.head("a1")
    with open_case(path, write=False) as case:
        assert now == case.head("a1") != before
        assert (heads.State(4, 1), heads.State(3, 0)) == (
            heads.state(now, case.trail("a1")),
            heads.state(before, case.trail("a1")),
        )


def test_two_campaigns_that_say_the_same_have_other_heads(tmp_path: Path) -> None:
    one, other = fresh(tmp_path), answered(tmp_path / "other", times=1)
    with open_case(one) as mine, open_case(other, write=False) as theirs:
        assert mine.head("a1") != theirs.head("a1")
        assert heads.state(theirs.head("a1"), mine.trail("a1")) is None


def test_a_search_ends() -> None:
    marks = [str(number) for number in range(3000)]
    assert heads.state("none", Trail(marks, marks)) is None
