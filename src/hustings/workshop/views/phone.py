"""The view that all phones of a language share: the question, how many have voted, and after the reveal the counts."""

from __future__ import annotations

from hustings.answers.workshop.state import QuestionPhase, QuestionState
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.vote_outcome import FEWEST
from hustings.workshop.session.session import Session
from hustings.workshop.views.page_state import cancelled_text, question_state
from hustings.workshop.views.view import View
from hustings.workshop.views.vote_counts import all_in_text, counted, counted_text
from hustings.workshop.views.wall.wall import all_voted, question_place
from hustings.workshop.views.wall.wall_result import card_view, finding_view, rows_view

MOST_COUNTED = 40
"""With more voters than this a phone is told only when all have voted, so that a vote does not wake every phone."""


def phone_view(session: Session, pack: Pack) -> View:
    """The view of a phone without its own seat and vote."""
    topic = session.topic(session.room.current)
    question = pack.questions.get(topic.question)
    view: View = {
        "face": "phone",
        "finished": session.room.finished,
        "few_voters": say("So few people vote here that votes may be guessed.")
        if len(session.voters()) < FEWEST
        else "",
        "cancelled": cancelled_text(session, pack),
        "question": None,
    }
    if question is None:
        return view
    told = {"place": _place(session, topic), **_of_phase(session, pack, question, topic)}
    return {**view, **question_state(session, pack, question, topic), **told}


def _place(session: Session, topic: QuestionState) -> str:
    at, everything = question_place(session, topic)
    return say("{at} of {of}", at=at, of=everything) if at else ""


def _of_phase(session: Session, pack: Pack, question: Question, topic: QuestionState) -> View:
    """What a phone shows only while the vote is open, or only once it was shown."""
    if topic.phase is QuestionPhase.OPEN:
        return {"count": count_view(session, topic)}
    if topic.phase is QuestionPhase.CLOSED or not topic.seen:
        return {}
    return {
        **rows_view(session, pack, question, topic),
        "finding": finding_view(session, question, topic)["title"],
        "card": card_view(session, pack, question, topic),
    }


def count_view(session: Session, topic: QuestionState) -> View | None:
    """How many of how many have voted; None if no vote is open, or where that would be shown too often."""
    if topic.phase is not QuestionPhase.OPEN:
        return None
    cast, everybody = counted(session, topic)
    if all_voted(session, topic):
        return {"cast": cast, "all": everybody, "full": True, "text": all_in_text(cast)}
    if everybody > MOST_COUNTED:
        return None
    return {"cast": cast, "all": everybody, "full": False, "text": counted_text(session, topic)}
