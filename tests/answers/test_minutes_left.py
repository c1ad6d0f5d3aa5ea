"""What is left of a questionnaire, and what further answers may add. The laws of the walk are in `test_flow`."""

from __future__ import annotations

from fractions import Fraction

from answers.test_flow import TOWN
from hustings.answers.minutes_left import SECTION_END, Progress, progress
from support.answers import DONT_KNOW, answers


def test_progress_says_what_is_left_and_what_may_be_added() -> None:
    assert progress(TOWN, answers(uses_ai="yes", staff=3)) == Progress(
        seen=2, left=4, possible=4, minutes_left=Fraction(2) + 2 * SECTION_END, minutes_possible=Fraction(7, 2)
    )


def test_progress_promises_nothing_that_can_no_longer_come() -> None:
    given = answers(uses_ai=DONT_KNOW, staff=DONT_KNOW, plan=DONT_KNOW, reach="no", base="no")
    assert progress(TOWN, given) == Progress(
        seen=5, left=0, possible=0, minutes_left=Fraction(), minutes_possible=Fraction()
    )
