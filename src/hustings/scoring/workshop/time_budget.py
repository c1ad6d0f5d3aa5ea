"""What a workshop still has to do, as an agenda in minutes, for guide, roster, console and terminal.

Opening, parked questions and read-back have fixed times. Each section takes as long as its questions do at the pace of
this room, with a break where voting is long (method.md 2.2). Only the pack, the answers and the log count, so every
face shows the same minutes at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from math import ceil
from typing import Literal

from hustings.answers.events import Answers
from hustings.answers.flow import may_come, visible
from hustings.answers.workshop.agenda_plan import WHOLE
from hustings.answers.workshop.state import QuestionPhase, QuestionState, WorkshopState
from hustings.frozen_records import dataclass
from hustings.messages import say, several
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question, Section
from hustings.scoring.gates import Judged
from hustings.scoring.workshop.consequence import worst
from hustings.scoring.workshop.vote_outcome import group

BlockKind = Literal["opening", "votes", "break", "unresolved", "read_back"]
OPENING, BREAK, UNRESOLVED, READ_BACK = 10, 10, 15, 15
STRETCH = 75
"""Minutes of voting after which people need a break."""
LONG = 180
"""Minutes of voting that are too long for one session."""
VOTE_MINUTES, TALK_MINUTES = Fraction(3, 2), Fraction(3)
"""To read, vote, show and write down; to talk, vote again and write down."""
USUAL, PRIOR, LEARNT = Fraction(3, 10), (3, 10), 8
EVEN = Fraction(1, 2)
"""The part of its time for which a question counts that may be asked only after some answers."""
DONE = (QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED)


@dataclass(frozen=True, slots=True)
class Pace:
    """The pace of a session: scored questions that were voted on, and how many of them had to be discussed."""

    asked: int = 0
    contested: int = 0

    @property
    def share(self) -> Fraction:
        """The share that is discussed, 0 to 1: at first three in ten, after eight questions also as seen."""
        if self.asked < LEARNT:
            return USUAL
        return Fraction(PRIOR[0] + self.contested, PRIOR[1] + self.asked)

    @property
    def minutes(self) -> Fraction:
        """Minutes for one question that is scored."""
        return VOTE_MINUTES + self.share * TALK_MINUTES


@dataclass(frozen=True, slots=True)
class UpcomingQuestions:
    """The questions that apply, as far as is known, and those that may follow from answers to come."""

    here: tuple[Question, ...]
    may_follow: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class AgendaBlock:
    """One item of the agenda: minutes after the beginning, its length, and for votes the section and its questions."""

    kind: BlockKind
    start: int
    minutes: int
    section: Section | None = None
    questions: tuple[Question, ...] = ()
    may_follow: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is still to be done: the questions that are not settled, those that may follow, and the agenda for them."""

    questions: tuple[Question, ...]
    may_follow: tuple[Question, ...]
    pace: Pace
    blocks: tuple[AgendaBlock, ...]

    @property
    def minutes(self) -> int:
        """Minutes to the end."""
        return sum(block.minutes for block in self.blocks)


def coming(pack: Pack, answers: Answers) -> UpcomingQuestions:
    """What a room is asked, and what it may be asked."""
    now = visible(pack, answers)
    known = {question.id for question in now}
    return UpcomingQuestions(now, tuple(question for question in may_come(pack, answers) if question.id not in known))


def settled(topic: QuestionState, *, answered: bool) -> bool:
    """Whether a question is settled: in the workshop, or answered before it."""
    return topic.phase in DONE or (topic.phase is QuestionPhase.DRAFT and answered)


def ahead(
    pack: Pack,
    answers: Answers,
    state: WorkshopState,
    *,
    known: UpcomingQuestions | None = None,
    judged: Judged | None = None,
) -> Forecast:
    """What this room still has to do. `known` and `judged`: values for these answers that the caller has already."""
    upcoming = known or coming(pack, answers)
    left = tuple(
        q
        for q in upcoming.here
        if q.id not in state.plan.skipped and not settled(state.topic(q.id), answered=q.id in answers)
    )
    seen = _pace(pack, upcoming.here, state, worst(pack, answers) if judged is None else judged)
    if state.finished:
        return Forecast(left, upcoming.may_follow, seen, ())
    sections = _in_order(pack, state)
    length = partial(_length, pack, seen, state.plan.own_minutes)
    blocks = _blocks(sections, UpcomingQuestions(left, upcoming.may_follow), length, begun=_begun(state))
    return Forecast(left, upcoming.may_follow, seen, tuple(_timed(blocks)))


def _pace(pack: Pack, questions: Sequence[Question], state: WorkshopState, judged: Judged) -> Pace:
    asked = [q for q in questions if q.id in pack.items and state.topic(q.id).rounds]
    return Pace(len(asked), sum(_contested(pack, q, state.topic(q.id), judged) for q in asked))


def _contested(pack: Pack, question: Question, topic: QuestionState, judged: Judged) -> bool:
    """Whether a question had to be discussed: it was voted on twice, or its votes call for it."""
    voted = topic.voted
    return len(topic.rounds) > 1 or (voted is not None and group(pack, question, voted, judged).discuss)


def _in_order(pack: Pack, state: WorkshopState) -> tuple[Section, ...]:
    """The sections as the facilitator arranged them, otherwise in the pack's order."""
    sections = pack.questionnaire.sections
    return tuple(sorted(sections, key=lambda section: state.plan.place(WHOLE, section.id)))


def _begun(state: WorkshopState) -> bool:
    return any(topic.phase is not QuestionPhase.DRAFT for topic in state.topics.values())


Length = Callable[[Sequence[Question]], Fraction]
"""The minutes that some questions take."""


def _blocks(
    sections: Sequence[Section], left: UpcomingQuestions, length: Length, *, begun: bool
) -> Iterator[AgendaBlock]:
    if not begun:
        yield AgendaBlock("opening", 0, OPENING)
    yield from _with_breaks(tuple(_votes(sections, left, length)))
    if left.here:
        yield AgendaBlock("unresolved", 0, UNRESOLVED)
    yield AgendaBlock("read_back", 0, READ_BACK)


def _votes(sections: Sequence[Section], left: UpcomingQuestions, length: Length) -> Iterator[AgendaBlock]:
    """Sections without an open question are left out."""
    for section in sections:
        here = tuple(q for q in left.here if q.section == section.id)
        later = tuple(q for q in left.may_follow if q.section == section.id)
        if here or later:
            minutes = length(here) + EVEN * length(later)
            yield AgendaBlock("votes", 0, ceil(minutes), section, here, later)


def _length(pack: Pack, pace: Pace, own_minutes: Mapping[str, int], questions: Sequence[Question]) -> Fraction:
    return sum((question_minutes(pack, q, pace, own_minutes) for q in questions), Fraction())


def question_minutes(pack: Pack, question: Question, pace: Pace, own_minutes: Mapping[str, int]) -> Fraction:
    """The minutes that one question takes: those that the facilitator gave it, otherwise as this room goes.

    A question that is scored takes a vote at this pace; a fact is recorded in the minutes that the pack gives it.
    """
    if question.id in own_minutes:
        return Fraction(own_minutes[question.id])
    return pace.minutes if question.id in pack.items else Fraction(question.minutes)


def _with_breaks(votes: Sequence[AgendaBlock]) -> Iterator[AgendaBlock]:
    """A break for each stretch of voting but the last, between two sections."""
    whole, voted, had = sum(block.minutes for block in votes), 0, 0
    breaks = whole // STRETCH
    for block in votes:
        if had < breaks and voted + block.minutes / 2 > (had + 1) * whole / (breaks + 1):
            yield AgendaBlock("break", 0, BREAK)
            had += 1
        yield block
        voted += block.minutes


def _timed(blocks: Iterator[AgendaBlock]) -> Iterator[AgendaBlock]:
    start = 0
    for block in blocks:
        yield AgendaBlock(block.kind, start, block.minutes, block.section, block.questions, block.may_follow)
        start += block.minutes


# --- in words ----------------------------------------------------------------------------------------------


def duration(minutes: int) -> str:
    """A length of time in words, from minutes."""
    if minutes < 60:  # noqa: PLR2004 - minutes in an hour
        return several(minutes, "{n} minute", "{n} minutes")
    return say("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def amount(questions: int, may_follow: int) -> str:
    """The number of questions, and of those that may follow, in words."""
    count = several(questions, "{n} question", "{n} questions")
    return say("{count}, up to {more} more may follow", count=count, more=may_follow) if may_follow else count
