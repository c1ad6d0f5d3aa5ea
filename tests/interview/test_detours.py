"""Away from a question and back: another edition, a question that is looked for, who answered what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hustings.answers.events import EDITION, Answer, State
from hustings.interview import navigation
from hustings.interview.asking import Conversation, QuitError
from hustings.interview.conversation import run_interview
from hustings.interview.detours import larger, told_of_people
from hustings.interview.navigation import Navigation
from hustings.interview.pages import sitting_pages
from hustings.interview.pages.page import KeyPressed, Reply, TypedAnswer
from support import screens
from support.campaign_ai import edition, pack
from support.interview import AT, Listed, Scripted

pytestmark = pytest.mark.slow

END: tuple[Reply, ...] = (KeyPressed("quit"),)


def answered(name: str = "quick") -> tuple[Listed, Navigation]:
    """A log in which everything that an edition asks was answered, and the position after it."""
    log, scope = Listed(), edition(name)
    log.append(EDITION, Answer(State.ANSWERED, name))
    given = {question: answer for question, answer in screens.sample().items() if question in scope.questions}
    while left := navigation.open_questions(navigation.begin(scope, given)):
        given |= {question.id: Answer(State.DONT_KNOW) for question in left}
    for question, answer in given.items():
        log.append(question, answer)
    return log, navigation.begin(scope, given)


def walked(position: Navigation, log: Listed, *replies: Reply, new: bool = False) -> tuple[Scripted, str]:
    """Reply to pages one after the other: what was shown, and what is to be done then."""
    face = Scripted(replies)
    conversation = Conversation(face, log, lambda *_: (), AT.date, complete=pack())
    try:
        return face, run_interview(conversation, position, new=new)
    except QuitError:
        return face, "left"


def test_the_edition_is_chosen_before_the_first_question() -> None:
    log = Listed()
    here = navigation.begin(edition("quick"), {})
    face, _ = walked(here, log, KeyPressed("edition"), TypedAnswer("full"), TypedAnswer("go_on"), *END, new=True)
    assert [("@edition", "full")] == log.said()
    assert ["welcome", "editions", "welcome", "question"] == [page.state for page in face.shown]
    sizes = [next(line.text for line in page.lines if "question" in line.text) for page in face.shown[::2]]
    assert sizes[0].startswith("20 questions")
    assert sizes[1].startswith("75 questions")


def test_from_quick_to_standard_after_the_last_question_and_nothing_is_asked_twice() -> None:
    log, end = answered()
    before = len(log.known)
    face, _ = walked(end, log, TypedAnswer(sitting_pages.LARGER), *END)
    assert ["finish", "question"] == [page.state for page in face.shown]
    assert ":larger" in [option.id for option in face.shown[0].options]
    assert [("@edition", "standard")] == log.said()[before:]
    asked = face.shown[1].title
    assert asked not in {question.text for question in end.applicable}


def test_the_largest_edition_offers_no_larger_one() -> None:
    log, end = answered("full")
    assert larger(Conversation(Scripted(()), log, lambda *_: (), complete=pack()), end) is None
    assert larger(Conversation(Scripted(()), log, lambda *_: ()), end) is None


def test_another_edition_keeps_the_place_and_the_same_one_changes_nothing() -> None:
    log = Listed()
    here = navigation.begin(edition("quick"), {}, "jurisdiction")
    face, _ = walked(here, log, KeyPressed("edition"), TypedAnswer("quick"), *END)
    assert ([], face.shown[0].title) == (log.known, face.shown[2].title)
    face, _ = walked(here, log, KeyPressed("edition"), TypedAnswer("standard"), *END)
    assert (face.shown[0].title, [("@edition", "standard")]) == (face.shown[2].title, log.said())


def test_a_question_is_found_and_gone_to_and_from_the_review_it_returns_there() -> None:
    here = screens.at("records_rule")
    face, _ = walked(here, Listed(), KeyPressed("find"), TypedAnswer("voice_online"), *END)
    assert ["question", "find", "question"] == [page.state for page in face.shown]
    assert here.pack.questions["voice_online"].text == face.shown[2].title
    replies: tuple[Reply, ...] = (KeyPressed("find"), TypedAnswer("campaign_name"), TypedAnswer("New"))
    face, _ = walked(replace(here, current=None), Listed(), *replies, *END)
    assert ["review", "find", "question", "review"] == [page.state for page in face.shown]


def test_what_is_shown_of_people_and_that_it_leads_back() -> None:
    here = screens.at("records_rule")
    page = told_of_people(here, screens._events(here), "Kim", "hustings questions rivera --role {}".format)
    told = [line.text for line in page.lines]
    assert any(text.startswith("Since you were here (26 November 2026") for text in told)
    assert "What waits for one of you, to print: hustings questions rivera --role manager" in told
    assert "Answered by Kim and Ana." in told
    assert "Since" not in " ".join(line.text for line in told_of_people(here, (), "", str).lines)


def test_keys_without_anything_behind_them_are_not_offered() -> None:
    face = Scripted(END)
    with pytest.raises(QuitError):
        run_interview(Conversation(face, Listed(), lambda *_: ()), screens.at("records_rule"), new=False)
    assert not {"edition", "people"} & set(face.shown[0].keys)
    assert "find" in face.shown[0].keys


def test_after_the_last_question_comes_the_workshop_or_another_assessment() -> None:
    log, end = answered()
    assert "workshop" == walked(end, log, KeyPressed("team"))[1]
    face, then = walked(end, log, TypedAnswer("follow-up"))
    assert ("follow-up", "f") == (then, face.shown[0].options[-1].letter)
