"""Counts of votes on the pages: how many have voted, and no picture of few votes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from hustings.answers.workshop.ballots import ballots
from hustings.workshop.session.session import Session
from hustings.workshop.views.vote_counts import all_in_text
from hustings.workshop.views.wall.wall import screen_view
from support.session import PLAN, people, shown, town, votes


@pytest.mark.parametrize(
    ("picks", "few"),
    [
        (("none", "fully"), "Too few votes for a picture. The votes differ."),
        (("none", "none"), "Too few votes for a picture. The votes do not differ."),
        (("none", "none", "."), "Too few votes for a picture. The votes do not differ."),
    ],
)
def test_few_votes_make_no_picture(session: Session, picks: Sequence[str], few: str) -> None:
    people(session, 4)
    shown(session, PLAN, *picks)
    (tally,) = screen_view(session, town())["rounds"]
    assert (few, [], "Too few votes") == (tally["few"], tally["bars"], tally["chip"])


def test_three_votes_do(session: Session) -> None:
    people(session, 5)
    shown(session, PLAN, "none", "none", "fully", "?", ".")
    (tally,) = screen_view(session, town())["rounds"]
    assert [2, 0, 0, 1, 1] == [bar["count"] for bar in tally["bars"]]
    assert [0.5, 0.0, 0.0, 0.25, 0.25] == [bar["share"] for bar in tally["bars"]]
    assert ("4 votes", "1 said: not my area", "Split") == (tally["votes"], tally["abstained"], tally["chip"])


def test_the_screen_counts_who_has_voted(session: Session) -> None:
    people(session, 3)
    session.open(PLAN)
    votes(session, PLAN, "none", "none")
    session.count(PLAN, ballots(["none"]), "paper")
    assert "3 of 3 have voted" == screen_view(session, town())["counted"]
    session.close()
    assert "" == screen_view(session, town())["counted"]


def test_that_no_vote_is_missing_is_said_by_how_many_there_are() -> None:
    assert ["The vote is in", "Both votes are in", "All 3 votes are in"] == [all_in_text(cast) for cast in (1, 2, 3)]
