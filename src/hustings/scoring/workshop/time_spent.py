"""What the time of a workshop went to, what it is meant for, and what it costs to stay longer with something.

Minutes spent are those for which a question was before the room, as the log says (`AgendaPlan.spent`). What does not
fit before the room must be left is counted from the end of the agenda.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil

from hustings.answers.workshop.agenda_plan import WHOLE
from hustings.answers.workshop.state import WorkshopState
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question, Section
from hustings.scoring.workshop.time_budget import Forecast, question_minutes


@dataclass(frozen=True, slots=True)
class SectionTime:
    """The minutes of a section: `used`, those that its open questions take (`left`), and its `budget`; 0 for none."""

    section: Section
    used: int
    left: int
    budget: int = 0

    @property
    def over(self) -> int:
        """Minutes by which it will take longer than its budget; 0 if it fits or has none."""
        return max(0, self.used + self.left - self.budget) if self.budget else 0


@dataclass(frozen=True, slots=True)
class TimeForecast:
    """When the workshop ends, if it goes on at this pace.

    `late`: minutes after the room must be left, less than 0 if there is time left over; None if no time was set.
    `without`: the questions at the end that do not fit.
    """

    sections: tuple[SectionTime, ...]
    ends: datetime
    late: int | None = None
    without: tuple[Question, ...] = ()


def time_forecast(pack: Pack, state: WorkshopState, forecast: Forecast, now: datetime) -> TimeForecast:
    """The times of the sections in the order of the agenda, and the end."""
    ends = now + timedelta(minutes=forecast.minutes)
    sections = tuple(_section_times(pack, state, forecast))
    until = state.plan.until
    if until is None:
        return TimeForecast(sections, ends)
    late = ceil((ends - until).total_seconds() / 60)
    return TimeForecast(sections, ends, late, _without(pack, state, forecast, late))


def _section_times(pack: Pack, state: WorkshopState, forecast: Forecast) -> Iterator[SectionTime]:
    left = {block.section.id: block.minutes for block in forecast.blocks if block.section}
    order = state.plan.arranged(WHOLE, (section.id for section in pack.questionnaire.sections))
    sections = {section.id: section for section in pack.questionnaire.sections}
    for name in order:
        used = sum(state.plan.spent.get(question.id, 0) for question in sections[name].questions)
        yield SectionTime(sections[name], round(used / 60), left.get(name, 0), state.plan.minutes.get(name, 0))


def _without(pack: Pack, state: WorkshopState, forecast: Forecast, late: int) -> tuple[Question, ...]:
    """The last open questions that take the minutes by which it gets late."""
    last_first = reversed(_open_questions(state, forecast))
    missing, minutes = list[Question](), Fraction()
    for question in last_first:
        if minutes >= late:
            break
        missing.append(question)
        minutes += question_minutes(pack, question, forecast.pace, state.plan.own_minutes)
    return tuple(reversed(missing))


def _open_questions(state: WorkshopState, forecast: Forecast) -> Sequence[Question]:
    """The open questions in the order of the sections, as the facilitator arranged them."""
    by_section = [block.questions for block in forecast.blocks]
    return [
        question
        for questions in by_section
        for question in sorted(questions, key=lambda q: state.plan.place(q.section, q.id))
    ]
