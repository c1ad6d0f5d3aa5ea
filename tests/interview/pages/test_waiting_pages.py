"""What waits for whom: only a role's questions are asked, and then it is asked whether to go on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hustings.answers.events import Answer, State
from hustings.interview import navigation
from hustings.interview.conversation import Conversation, QuitError
from hustings.interview.navigation import Navigation
from hustings.interview.pages.page import KeyPressed, Reply, TypedAnswer
from hustings.interview.pages.start_and_end_pages import resume_page
from hustings.interview.run_interview import run_interview
from support import screens
from support.interview import AT, Listed, Scripted

END: tuple[Reply, ...] = (KeyPressed("quit"),)


def shown(position: Navigation, *replies: Reply) -> Scripted:
    """The pages that were shown, for these replies."""
    face = Scripted(replies)
    with pytest.raises(QuitError):
        run_interview(Conversation(face, Listed(), lambda *_: (), AT.date), position, new=False)
    return face


def test_only_the_questions_of_a_role_are_asked_and_then_it_is_asked_whether_to_go_on() -> None:
    here = screens.at("records_rule")
    asked = [question for question in here.applicable if question.role == "treasurer"]
    asked = [question for question in asked if question.id not in here.answers]
    assert 2 == len(asked)
    replies: list[Reply] = [KeyPressed("people"), TypedAnswer("treasurer"), *(KeyPressed("dont_know") for _ in asked)]
    face = shown(here, *replies, TypedAnswer("go_on"), *END)
    assert ["question", "waiting", "question", "question", "role_done", "question"] == [p.state for p in face.shown]
    assert [question.text for question in asked] == [page.title for page in face.shown[2:4]]
    assert ("2 questions left for: Treasurer",) == face.shown[2].head.right
    assert "Treasurer: all answered" == face.shown[4].title
    assert "about" in face.shown[5].head.right[0]


def test_what_a_role_did_not_know_is_asked_again_where_nothing_else_waits_for_it() -> None:
    here = screens.at("records_rule")
    given = {q.id: Answer(State.DONT_KNOW) for q in here.applicable if q.role == "treasurer"}
    knows = navigation.begin(here.pack, {**here.answers, **given})
    face = shown(knows, KeyPressed("people"), TypedAnswer("treasurer"), *END)
    assert "2 to find out, 1 min" in [option.beside for option in face.shown[1].options]
    assert here.pack.questions[next(iter(given))].text == face.shown[2].title


def test_after_a_role_comes_leaving_or_the_answers_or_another_role() -> None:
    here = replace(screens.at("records_rule"), role="treasurer")
    asked = navigation.go_to(here, navigation.of_role(here)[0].id)
    done: tuple[Reply, ...] = (KeyPressed("dont_know"), KeyPressed("dont_know"))
    face = shown(asked, *done, KeyPressed("review"), *END)
    assert "review" == face.shown[-1].state
    face = shown(asked, *done, KeyPressed("people"), TypedAnswer("data"), *END)
    assert ["role_done", "waiting", "question"] == [page.state for page in face.shown[2:]]
    assert "role_done" == shown(asked, *done, TypedAnswer("leave")).shown[-1].state


def test_whoever_comes_back_for_a_role_is_at_its_first_question_at_once() -> None:
    here = screens.at("records_rule")
    face = Scripted((KeyPressed("people"), TypedAnswer("treasurer"), *END))
    conversation = Conversation(face, Listed(), lambda *_: (), AT.date, resumed=lambda at: resume_page(at, ""))
    with pytest.raises(QuitError):
        run_interview(conversation, here, new=False)
    assert ["resume", "waiting", "question"] == [page.state for page in face.shown]
