"""Asking and leaving: a screen asks before it leaves, other faces do not."""

from __future__ import annotations

import pytest

from hustings.interview import navigation
from hustings.interview.conversation import Conversation, QuitError
from hustings.interview.pages.page import KeyPressed, Reply, TypedAnswer
from hustings.interview.pages.page_builders import question_page
from support.interview import AT, Listed, Scripted, town

HERE = navigation.begin(town(), {})


def asked(*replies: Reply | type[BaseException]) -> tuple[Reply, Scripted]:
    face = Scripted(replies)
    return Conversation(face, Listed(), lambda *_: (), AT.date).ask(question_page(HERE), HERE), face


def test_leaving_is_asked_about_and_what_was_typed_stays() -> None:
    reply, face = asked(KeyPressed("leave", "Riv"), TypedAnswer("go_on"), TypedAnswer("Rivera"))
    assert (TypedAnswer("Rivera"), ["question", "leave", "question"]) == (reply, [page.state for page in face.shown])
    assert ("Riv", "leave") == (face.shown[2].initial, face.shown[1].initial)
    _, face = asked(KeyPressed("out"), TypedAnswer("go_on"), TypedAnswer("Rivera"))
    assert ("go_on", None) == (face.shown[1].initial, face.shown[2].initial)


@pytest.mark.parametrize(
    ("replies", "interrupted", "then"),
    [
        ((KeyPressed("quit"),), False, ""), ((KeyboardInterrupt,), True, ""), ((EOFError,), False, ""),
        ((KeyPressed("leave"), TypedAnswer("leave")), False, ""),
        ((KeyPressed("leave"), KeyPressed("quit")), False, ""),
        ((KeyPressed("leave"), TypedAnswer("leave_and_print")), False, "questions"),
        ((KeyPressed("leave"), KeyboardInterrupt), True, ""),
    ],
)  # fmt: skip
def test_every_way_to_leave(replies: tuple[Reply | type[BaseException], ...], interrupted: bool, then: str) -> None:
    with pytest.raises(QuitError) as left:
        asked(*replies)
    assert (interrupted, then) == (left.value.interrupted, left.value.then)
