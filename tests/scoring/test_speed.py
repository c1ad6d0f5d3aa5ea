"""Scoring feels instant: a pack of 60 questions with some 30 findings, each with its what-if, in few calls.

`make bench` measures it in milliseconds.
"""

from __future__ import annotations

import pytest

from hustings.scoring.score import score
from support.campaigns import Campaign, campaign
from support.rubrics import Sizes
from support.work import calls

MOST = 1_500
"""Calls a question, which is some 0.2 milliseconds on a usual machine: 1,310 when this was written."""


def sized(times: int) -> Campaign:
    return campaign(7, Sizes(domains=3, controls=14 * times, exposures=5, facts=8 * times, gates=8 * times))


@pytest.mark.parametrize("times", [1, 2, 4])
def test_the_work_grows_with_the_questions_and_not_with_their_square(times: int) -> None:
    large = sized(times)
    questions = len(large.pack.questions)
    assert questions >= 50 * times
    assert calls(lambda: score(large.pack, large.answers)) < MOST * questions
