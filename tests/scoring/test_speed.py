"""Scoring feels instant: a pack of 60 questions with some 30 findings, each with its what-if, in less than 25 ms."""

from __future__ import annotations

import sys
from time import process_time

from hustings.scoring.score import score
from support.campaigns import Campaign, campaign
from support.rubrics import Sizes


def test_sixty_questions_are_scored_in_less_than_25_milliseconds() -> None:
    large = campaign(7, Sizes(domains=3, controls=14, exposures=5, facts=8, gates=8))
    assert len(large.pack.questions) >= 60
    assert _milliseconds(large) < 25


def _milliseconds(large: Campaign) -> float:
    """The shortest of several times: neither what else the machine does nor coverage is measured."""
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        return min(_once(large) for _ in range(15))
    finally:
        sys.settrace(tracer)


def _once(large: Campaign) -> float:
    start = process_time()
    score(large.pack, large.answers)
    return (process_time() - start) * 1000
