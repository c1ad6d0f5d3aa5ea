"""How people found the workshop, in counts."""

from __future__ import annotations

from hustings.answers.workshop.ballots import ballots
from hustings.report.document.workshop.feedback_line import feedback_line


def test_steps_that_nobody_ticked_are_left_out() -> None:
    counted = (("clear", ballots(["no", "yes", "yes"])), ("gone", ballots(["yes"])), ("time", ballots(["rather_yes"])))
    assert (
        "How people found it (3 forms): “The questions were clear to me.” no 1, yes 2. "
        "“The time was well spent.” rather yes 1."
    ) == feedback_line(counted)
