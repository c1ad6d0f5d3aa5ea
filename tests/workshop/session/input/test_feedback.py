"""The counts of the form at the end."""

from __future__ import annotations

import pytest

from hustings.answers.workshop.feedback import QUESTIONS
from hustings.problems import InputError
from hustings.workshop.session.input.feedback import record_feedback
from hustings.workshop.session.session import Session


def test_counts_are_stored_and_replaced_after_the_end_too(session: Session) -> None:
    session.finish()
    record_feedback(session, {"clear": (0, 1, 3, 2), "time": (3, 0, 0, 0)}, in_report=True)
    assert [("clear", 6), ("time", 3)] == [(name, counts.cast) for name, counts in session.room.feedback]
    assert session.room.feedback_in_report
    record_feedback(session, {"free": (0, 0, 0, 4)}, in_report=False)
    assert ([("free", 4)], False) == (
        [(name, counts.count("yes")) for name, counts in session.room.feedback],
        session.room.feedback_in_report,
    )


@pytest.mark.parametrize("counts", [(1, 1, 1), (1, 1, 1, 1, 1), (-1, 2, 2, 2), (1, 1, 0, 0), ()])
def test_what_is_no_count_or_tells_too_much_is_refused(session: Session, counts: tuple[int, ...]) -> None:
    with pytest.raises(InputError):
        record_feedback(session, dict.fromkeys(QUESTIONS, counts), in_report=True)
    assert () == session.room.feedback
