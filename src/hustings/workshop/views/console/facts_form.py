"""The form with the plain facts of a campaign, for the console."""

from __future__ import annotations

from hustings.messages import say
from hustings.pack.questionnaire import Question
from hustings.workshop.session.agenda.facts import fact_value, facts, known
from hustings.workshop.session.session import Session
from hustings.workshop.views.view import View


def fact_names(session: Session) -> list[str]:
    """The ids of the questions on the form."""
    return [question.id for question in facts(session)]


def facts_view(session: Session) -> View:
    """The form: each question with its present answer, and how many are known."""
    asked = facts(session)
    done = sum(known(session, question) for question in asked)
    return {
        "fields": [_field(session, question) for question in asked],
        "known": say("{n} of {all} known", n=done, all=len(asked)),
        "left": len(asked) - done,
    }


def _field(session: Session, question: Question) -> View:
    return {
        "id": question.id,
        "text": question.text,
        "help": question.help,
        "type": question.type,
        "unit": question.unit,
        "choices": [{"id": choice.id, "text": choice.text} for choice in question.choices],
        "value": fact_value(session, question),
        "known": known(session, question),
    }
