"""What somebody can answer before the workshop: their own questions, in private; it pre-fills the first round."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.answers.flow import may_come
from hustings.answers.workshop.records import PREWORK, Seat
from hustings.answers.workshop.state import QuestionPhase
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.session.session import Session
from hustings.workshop.views.page_state import View, question_view, vote_view


def own_questions(session: Session, seat: Seat) -> Iterator[Question]:
    """The questions of a seat's role that are still to come and can be voted on; without a role, all of them."""
    for question in may_come(session.pack, session.answers):
        untouched = session.topic(question.id).phase is QuestionPhase.DRAFT
        if untouched and votable(question) and seat.role in ("", question.role):
            yield question


def prework_view(session: Session, pack: Pack, seat: Seat) -> View:
    """The questions with one's own answers so far. `pack` is in the seat's language."""
    asked = []
    for question in own_questions(session, seat):
        own = session.journal.votes(question.id, PREWORK).get(seat.number)
        asked.append({**question_view(pack, pack.questions[question.id]), "own": vote_view(own)})
    return {"questions": asked, "observer": seat.observer}
