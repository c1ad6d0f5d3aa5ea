"""The questions that a participant can answer in private before the workshop; the answers count in the first round."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.answers.flow import may_come
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import PREWORK, Seat
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.session.session import Session
from hustings.workshop.views.page_state import question_view, vote_view
from hustings.workshop.views.view import View


def own_questions(session: Session, seat: Seat) -> Iterator[Question]:
    """The open questions for a seat's role that can be voted on; all of them if it has no role."""
    for question in may_come(session.pack, session.answers):
        untouched = session.topic(question.id).phase is QuestionPhase.DRAFT
        if untouched and votable(question) and seat.role in ("", question.role):
            yield question


def prework_view(session: Session, pack: Pack, seat: Seat) -> View:
    """A seat's questions with its answers so far. `pack` is in the seat's language."""
    questions = []
    for question in own_questions(session, seat):
        vote = session.journal.votes(question.id, PREWORK).get(seat.number)
        questions.append({**question_view(pack, pack.questions[question.id]), "own": vote_view(vote)})
    return {"questions": questions, "observer": seat.observer}
