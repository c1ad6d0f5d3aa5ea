"""What follows an answer, as a screen shows it."""

from __future__ import annotations

from hustings.interview import navigation
from hustings.interview.conversation import Conversation
from hustings.interview.pages.page import KeyPressed, Reply, TypedAnswer
from hustings.interview.run_interview import run_interview
from support.interview import ALL, AT, Listed, Scripted, all_but, answers, town

WITHOUT_PLAN = all_but("response_plan", "plan_drill")


def held(*replies: Reply | type[BaseException], start: str | None = None) -> tuple[str, Scripted, Listed]:
    """An interview of a campaign without a plan for fakes: what is to be done next, the pages, the log."""
    face, log = Scripted(replies), Listed()
    position = navigation.begin(town(), WITHOUT_PLAN, start)
    then = run_interview(Conversation(face, log, lambda *_: (), AT.date), position, new=False)
    return then, face, log


def test_a_stop_stands_above_from_then_on_and_the_end_of_the_section_follows() -> None:
    then, face, log = held(TypedAnswer("none"), TypedAnswer("read"), TypedAnswer("go_on"), TypedAnswer("report"))
    assert ["question", "stop", "section_end", "finish"] == [page.state for page in face.shown]
    assert ["", "1 stop", "1 stop"] == [page.head.stops for page in face.shown[:3]]
    assert ("report", [("response_plan", "none")]) == (then, log.said())


def test_back_from_a_stop_or_the_end_of_a_section_is_the_answer_again() -> None:
    _, face, log = held(
        TypedAnswer("none"), KeyPressed("back"), TypedAnswer("partly"), TypedAnswer("none"), KeyPressed("back"),
        TypedAnswer("none"), KeyPressed("quit"),
    )  # fmt: skip
    assert ["question", "stop", "question", "question", "section_end", "question", "finish"] == [
        page.state for page in face.shown
    ]
    assert ("none",) == face.shown[2].answered
    assert [("response_plan", "none"), ("response_plan", "partly"), ("plan_drill", "none")] == log.said()


def test_the_answers_can_be_looked_over_at_the_end() -> None:
    replies: tuple[Reply, ...] = (
        TypedAnswer("partly"),
        TypedAnswer("none"),
        KeyPressed("review"),
        TypedAnswer(":finish"),
    )
    then, face, _ = held(*replies)
    assert ("", ["question", "question", "section_end", "review"]) == (then, [page.state for page in face.shown])
    replies = (
        TypedAnswer("partly"),
        TypedAnswer("none"),
        TypedAnswer("go_on"),
        TypedAnswer(":answers"),
        TypedAnswer(":finish"),
    )
    assert ["finish", "review"] == [page.state for page in held(*replies)[1].shown][-2:]


def test_the_foot_says_what_was_saved_and_back_goes_to_it() -> None:
    _, face, _ = held(
        TypedAnswer("partly"),
        KeyPressed("back"),
        TypedAnswer("partly"),
        TypedAnswer("none"),
        TypedAnswer("go_on"),
        KeyPressed("out"),
    )
    assert ["", "Partly in place", "", "Partly in place"] == [page.saved for page in face.shown[:4]]
    assert face.shown[2].title.startswith("Is it agreed who answers first")
    assert ALL["response_plan"] == "partly"


def test_on_a_screen_the_answers_lead_back_to_what_to_do_at_the_end() -> None:
    look: tuple[Reply, ...] = (TypedAnswer(":answers"), TypedAnswer(":finish"), TypedAnswer(":answers"))
    face = Scripted((*look, KeyPressed("back"), TypedAnswer("plan")), passes=False)
    position = navigation.begin(town(), answers(**ALL))
    then = run_interview(Conversation(face, Listed(), lambda *_: (), AT.date), position, new=False)
    assert ("plan", ["finish", "review", "finish", "review", "finish"]) == (then, [page.state for page in face.shown])
