"""What the votes of a question mean, in sentences."""

from __future__ import annotations

import pytest

from hustings.answers.events import Answer, State
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.vote_meaning import meaning, needs_discussion, proposed_answer
from support.session import FULLY, PLAN, WHY, do, people, shown, town, votes


def said(session: Session, name: str = PLAN) -> list[str]:
    return list(meaning(session, town().questions[name]))


@pytest.fixture
def two_camps(session: Session) -> Session:
    people(session, 4)
    shown(session, PLAN, "none", "none", "largely", "largely")
    return session


def test_votes_that_differ_name_their_ends_what_hangs_on_them_and_what_they_say(two_camps: Session) -> None:
    ends, hangs, proposal = said(two_camps)
    assert "Lowest: Not in place. Highest: Largely in place." == ends
    assert hangs.startswith("What hangs on it: ")
    assert "The votes say: Not in place." == proposal


def test_votes_that_agree_say_what_they_say_and_no_more(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "none", "none")
    assert ["The votes say: Not in place."] == said(session)


def test_before_the_votes_are_shown_nothing_is_said(session: Session) -> None:
    people(session, 3)
    assert [] == said(session)
    session.open(PLAN)
    votes(session, PLAN, "none", "fully", "fully")
    session.close()
    assert [] == said(session)


def test_after_the_decision_nothing_hangs_on_it_any_more(two_camps: Session) -> None:
    two_camps.decide(PLAN, FULLY, WHY)
    assert ["Lowest: Not in place. Highest: Largely in place.", "The votes say: Not in place."] == said(two_camps)


def test_a_tie_of_facts_proposes_no_answer(session: Session) -> None:
    people(session, 4)
    shown(session, "uses_ai", "yes", "yes", "no", "no")
    assert "The votes say: no answer of the room's own." == said(session, "uses_ai")[-1]
    assert proposed_answer(session, town().questions["uses_ai"]) is None


def test_what_is_worth_talking_about_is_what_changes_the_result(two_camps: Session) -> None:
    asked = town().questions
    assert Answer(State.ANSWERED, "none") == proposed_answer(two_camps, asked[PLAN])
    assert needs_discussion(two_camps, asked[PLAN])
    shown(two_camps, "records_rule", "none", "none", "none", "none")
    assert not needs_discussion(two_camps, asked["records_rule"])
    assert not needs_discussion(two_camps, asked["voice_online"])
    do(two_camps, "open", question="channels")
