"""What each answer to a question would change, for the facilitator alone: index and level, and deal-breakers."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.answers.events import Answer, State
from hustings.messages import say
from hustings.pack.questionnaire import Choice, Question
from hustings.problems import InputError
from hustings.scoring.plan.phrasing.what_if_sentences import gate_line, standing
from hustings.scoring.plan.what_if import ChangedGate
from hustings.scoring.result import Result
from hustings.scoring.score import score
from hustings.workshop.session.agenda.agenda import scored
from hustings.workshop.session.session import Session
from hustings.workshop.views.view import View
from hustings.workshop.views.wall.wall import MOST_LISTED, letters


def what_changes_view(session: Session, name: str) -> View:
    """A line for each answer, with all other answers as they are. Nothing is kept."""
    question, now = session.question(name), scored(session)
    lines = list(_lines(session, question, now)) if _has_lines(question) else []
    return {
        "now": say("Now: {standing}", standing=standing(now)) if now is not None else "",
        "lines": lines,
        "nothing": "" if lines else say("There is no single answer to compare."),
    }


def _has_lines(question: Question) -> bool:
    return question.type != "select_multiple" and 0 < len(question.choices) <= MOST_LISTED


def _lines(session: Session, question: Question, now: Result | None) -> Iterator[View]:
    marks = letters(question)
    for choice in question.choices:
        after = _result(session, question, choice)
        yield {
            "letter": marks[choice.id],
            "text": choice.text,
            "says": standing(after) if after is not None else say("Nothing is scored yet."),
            "gates": list(_gates(now, after)),
        }


def _result(session: Session, question: Question, choice: Choice) -> Result | None:
    """The result with this answer; None if nothing is scored yet."""
    try:
        return score(session.pack, {**session.answers, question.id: Answer(State.ANSWERED, choice.id)})
    except InputError:
        return None


def _gates(now: Result | None, after: Result | None) -> Iterator[str]:
    if now is None or after is None:
        return
    for old, new in zip(now.gates, after.gates, strict=True):
        if old.status != new.status:
            yield gate_line(ChangedGate(old, new))
