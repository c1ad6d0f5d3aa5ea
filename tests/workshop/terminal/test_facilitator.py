"""What the terminal knows between two lines: the question in hand, and what was typed for it."""

from __future__ import annotations

import pytest

from hustings.answers.workshop.state import QuestionPhase
from hustings.problems import InputError
from hustings.workshop.session.session import Session
from hustings.workshop.terminal.facilitator import Facilitator
from hustings.workshop.terminal.prompt import Prompt
from support.session import PLAN


@pytest.fixture
def leading(session: Session) -> Facilitator:
    return Facilitator(session, Prompt(72, lambda _: "", lambda _: None))


def test_without_a_question_in_hand_it_says_how_to_take_one(leading: Facilitator) -> None:
    assert leading.question is None
    with pytest.raises(
        InputError, match=r"^No question is in hand\.\n  Enter takes the next; `go 3` takes number 3\.$"
    ):
        leading.required_question()


def test_a_command_is_for_the_question_in_hand(leading: Facilitator) -> None:
    leading.question_id = PLAN
    leading.run("open")
    assert (PLAN, QuestionPhase.OPEN) == (leading.required_question().id, leading.topic.phase)
    with pytest.raises(InputError, match="A vote is still open"):
        leading.run("finish")


def test_its_agenda_is_that_of_the_workshop_now(leading: Facilitator) -> None:
    before = {line.question.id: line.done for line in leading.agenda_lines()}
    leading.question_id = "campaign_name"
    leading.run("decide", answer={"value": "Rivera"})
    after = {line.question.id: line.done for line in leading.agenda_lines()}
    assert {"campaign_name"} == {name for name in after if after[name] != before[name]}
