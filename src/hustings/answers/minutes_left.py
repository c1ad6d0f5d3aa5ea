"""How much of a questionnaire is left: questions, and the minutes that they take."""

from __future__ import annotations

from fractions import Fraction

from hustings.answers.applicability import Applicability, Standings, standings
from hustings.answers.events import Answers
from hustings.answers.flow import asks, may_open
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question

SECTION_END = Fraction(1, 3)
"""Minutes to read what a section comes to, at its end: what is in place, what is to be found out, the next step."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress: how many questions were seen, are left, and may still open (`possible`); minutes for both."""

    seen: int
    left: int
    possible: int
    minutes_left: Fraction
    minutes_possible: Fraction


def progress(pack: Pack, answers: Answers, known: Standings | None = None) -> Progress:
    """The progress so far, and a forecast: what must still be asked, and what further answers may add."""
    where = known or standings(pack, answers)
    opening = may_open(pack, answers, where)
    new = [question for question in pack.questions.values() if question.id not in answers]
    left = [q for q in new if where[q.id] is Applicability.APPLIES and asks(pack, answers, where, q) is True]
    possible = [question for question in new if question.id in opening]
    return Progress(
        seen=sum(1 for name in answers if where.get(name) is Applicability.APPLIES),
        left=len(left),
        possible=len(possible),
        minutes_left=_minutes(left) + SECTION_END * len({question.section for question in left}),
        minutes_possible=_minutes(possible),
    )


def _minutes(questions: list[Question]) -> Fraction:
    return sum((question.minutes for question in questions), Fraction())
