"""Votes are counted without names."""

from __future__ import annotations

from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.workshop_log import Vote, VoteKind, tallied


def test_votes_as_counts() -> None:
    votes = [
        Vote(VoteKind.OPTION, "yes"),
        Vote(VoteKind.DONT_KNOW),
        Vote(VoteKind.NOT_APPLICABLE),
        Vote(VoteKind.ABSTAIN),
    ]
    assert tallied(votes) == Ballots(("yes",), 1, 1, 1)
