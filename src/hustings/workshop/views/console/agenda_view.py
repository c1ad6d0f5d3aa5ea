"""The agenda on the console: every question with its standing and its minutes, and what is to be discussed first."""

from __future__ import annotations

from math import ceil

from hustings.answers.workshop.state import QuestionPhase
from hustings.messages import say, several
from hustings.scoring.workshop.consequence import Consequence
from hustings.scoring.workshop.time_budget import Pace, question_minutes
from hustings.scoring.workshop.vote_outcome import STATUS, votable
from hustings.workshop.session.agenda.agenda import AgendaLine, AgendaSection, Dispute, prepared
from hustings.workshop.session.session import Session
from hustings.workshop.session.state_text import PHASES
from hustings.workshop.views.page_state import points_text
from hustings.workshop.views.view import View
from hustings.workshop.views.vote_counts import vote_status


def section_view(session: Session, section: AgendaSection, pace: Pace) -> View:
    """A section with its questions in their order."""
    return {
        "id": section.id,
        "title": section.title,
        "questions": [_line_view(session, line, pace) for line in section.lines],
    }


def _line_view(session: Session, line: AgendaLine, pace: Pace) -> View:
    prepared_votes = prepared(session, line.question) if line.topic.phase is QuestionPhase.DRAFT else 0
    status = vote_status(session, line.topic)
    return {
        "id": line.question.id,
        "text": line.question.text,
        "role": line.question.role,
        "votable": votable(line.question),
        "gate": line.gate,
        "phase": _phase(line),
        "phase_text": _phase_text(line),
        "done": line.done,
        "skipped": line.skipped,
        "minutes": ceil(question_minutes(session.pack, line.question, pace, session.room.plan.own_minutes)),
        "own_minutes": session.room.plan.own_minutes.get(line.question.id, 0),
        "chip": say(STATUS[status]) if status else "",
        "status": status.value if status else "",
        "prepared": several(prepared_votes, "{n} prepared", "{n} prepared") if prepared_votes else "",
    }


def _phase(line: AgendaLine) -> str:
    return "answered" if line.answered else "skipped" if line.skipped else line.topic.phase.value


def _phase_text(line: AgendaLine) -> str:
    if line.answered:
        return say("answered before")
    return say("skipped") if line.skipped else say(PHASES[line.topic.phase])


def dispute_view(dispute: Dispute) -> View:
    """A question to discuss, with its effect on the result."""
    return {"id": dispute.line.question.id, "text": dispute.line.question.text, "effect": effect_text(dispute.effect)}


def effect_text(consequence: Consequence) -> str:
    """The effect of an answer on the result, in words."""
    points = points_text(consequence.points) if consequence.points else say("the index stays the same")
    if consequence.gate_changes:
        return say("decides a deal-breaker; {points}", points=points)
    if consequence.band_changes:
        return say("decides the band; {points}", points=points)
    if not consequence.points:
        return say("nothing, the index stays the same: settle it by consent")
    if consequence.by_consent:
        return say("{points}: settle it by consent", points=points)
    return points
