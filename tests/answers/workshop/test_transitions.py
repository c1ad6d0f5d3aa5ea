"""Which step may follow on which in a workshop (method.md 2.3)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.fold import after, room
from hustings.answers.workshop.state import QuestionPhase, WorkshopState
from hustings.answers.workshop.transitions import FROM, may
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from support.workshop_log import AGREED, ROUND, entry


def test_there_are_two_rounds_and_no_third() -> None:
    found = room((*ROUND, *ROUND))
    assert not may(found, EntryKind.OPENED, "plan")
    assert may(found, EntryKind.DECIDED, "plan")


@pytest.mark.parametrize("waiting", [ROUND[:1], ROUND[:2]], ids=["open", "closed"])
def test_one_question_at_a_time(waiting: Sequence[LogEntry]) -> None:
    assert not may(room(waiting), EntryKind.OPENED, "reach")
    assert may(room((*waiting, *ROUND[len(waiting) :])), EntryKind.OPENED, "reach")


def test_nothing_is_discussed_over_a_vote_that_is_open() -> None:
    found = room((*ROUND, entry(EntryKind.OPENED, "reach")))
    assert not may(found, EntryKind.DISCUSSING, "plan")
    assert found.current == "reach"


ACTS = st.sampled_from([*FROM, EntryKind.NOTED, EntryKind.TIMER, EntryKind.FINISHED, EntryKind.RESUMED])


NAMES = st.sampled_from(["plan", "reach"])


def _filled(kind: EntryKind, question: str) -> LogEntry:
    said = ballots(["yes"]) if kind in (EntryKind.CLOSED, EntryKind.COUNTED) else None
    made = AGREED if kind is EntryKind.DECIDED else None
    return entry(kind, question, ballots=said, decision=made, text="x")


@given(st.lists(st.tuples(ACTS, NAMES), max_size=60))
def test_whatever_is_tried_the_rules_hold(tried: Sequence[tuple[EntryKind, str]]) -> None:
    found = WorkshopState()
    for kind, question in tried:
        if not may(found, kind, question):
            continue
        before = found.topic(question)
        found = after(found, _filled(kind, question))
        now = found.topic(question)
        cancelled = kind is EntryKind.CANCELLED and before.phase is QuestionPhase.CLOSED
        kept = before.rounds[:-1] if cancelled else before.rounds
        assert now.rounds[: len(kept)] == kept
        assert len(now.rounds) <= 2
        assert len(now.seen) <= len(now.rounds)
        assert sum(topic.phase in (QuestionPhase.OPEN, QuestionPhase.CLOSED) for topic in found.topics.values()) <= 1
        assert (now.decision is not None) == (now.phase in (QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED))
