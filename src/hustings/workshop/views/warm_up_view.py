"""The warm-up on each page: its question and how many wrote; their words only once they are shown."""

from __future__ import annotations

from hustings.answers.workshop.state import WarmUp
from hustings.answers.workshop.workshop_log import Seat
from hustings.messages import say, several
from hustings.workshop.session.input.warm_up import LONGEST, QUESTION, asked_question, words, words_by_seat
from hustings.workshop.session.session import Session
from hustings.workshop.views.view import View

MOST = 12
"""Texts that the wall has room for."""


def warm_up_view(session: Session) -> View | None:
    """What the wall and every phone show; None if there is no warm-up. Words before they are shown are not in it."""
    now = session.room.warm_up
    if now is WarmUp.OVER:
        return None
    written = words(session) if now is WarmUp.SHOWN else ()
    count = len(words_by_seat(session))
    return {
        "question": asked_question(session),
        "shown": now is WarmUp.SHOWN,
        "count": several(count, "{n} has written", "{n} have written"),
        "words": list(written[:MOST]),
        "more": say("and {n} more", n=len(written) - MOST) if len(written) > MOST else "",
        "most": LONGEST,
    }


def console_warm_up_view(session: Session) -> View | None:
    """The same for the facilitator, who reads the words first, without names, and can remove one."""
    view = warm_up_view(session)
    return None if view is None else {**view, "words": list(words(session)), "more": ""}


def usual_question() -> str:
    """The question that is asked unless the facilitator writes another."""
    return say(QUESTION)


def own_words(session: Session, seat: Seat) -> str:
    """What this person wrote; for their own phone only."""
    return words_by_seat(session).get(seat.number, "") if session.room.warm_up is WarmUp.OPEN else ""
