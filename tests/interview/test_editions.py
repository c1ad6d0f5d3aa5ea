"""Another edition: before the first question, between two and after the last; and what else leads on from there."""

from __future__ import annotations

import pytest

from hustings.answers.events import EDITION, Answer, State
from hustings.interview import navigation
from hustings.interview.conversation import Conversation, QuitError
from hustings.interview.editions import larger
from hustings.interview.navigation import Navigation
from hustings.interview.pages import start_and_end_pages
from hustings.interview.pages.page import KeyPressed, Reply, TypedAnswer
from hustings.interview.run_interview import run_interview
from support import screens
from support.campaign_ai import edition, pack
from support.interview import Listed, Scripted, interviewed

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


def test_the_edition_is_chosen_before_the_first_question() -> None:
    log = Listed()
    here = navigation.begin(edition("quick"), {})
    face, _ = interviewed(here, log, KeyPressed("edition"), TypedAnswer("full"), TypedAnswer("go_on"), *END, new=True)
    assert [("@edition", "full")] == log.said()
    assert ["welcome", "editions", "welcome", "question"] == [page.state for page in face.shown]
    sizes = [next(line.text for line in page.lines if "question" in line.text) for page in face.shown[::2]]
    assert sizes[0].startswith("20 questions")
    assert sizes[1].startswith("75 questions")


def test_from_quick_to_standard_after_the_last_question_and_nothing_is_asked_twice() -> None:
    log, end = answered()
    before = len(log.known)
    face, _ = interviewed(end, log, TypedAnswer(start_and_end_pages.LARGER), *END)
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
    face, _ = interviewed(here, log, KeyPressed("edition"), TypedAnswer("quick"), *END)
    assert ([], face.shown[0].title) == (log.known, face.shown[2].title)
    face, _ = interviewed(here, log, KeyPressed("edition"), TypedAnswer("standard"), *END)
    assert (face.shown[0].title, [("@edition", "standard")]) == (face.shown[2].title, log.said())


def test_keys_without_anything_behind_them_are_not_offered() -> None:
    face = Scripted(END)
    with pytest.raises(QuitError):
        run_interview(Conversation(face, Listed(), lambda *_: ()), screens.at("records_rule"), new=False)
    assert not {"edition", "people"} & set(face.shown[0].keys)
    assert "find" in face.shown[0].keys


def test_after_the_last_question_comes_the_workshop_or_another_assessment() -> None:
    log, end = answered()
    assert "workshop" == interviewed(end, log, KeyPressed("team"))[1]
    face, then = interviewed(end, log, TypedAnswer("follow-up"))
    assert ("follow-up", "f") == (then, face.shown[0].options[-1].letter)
