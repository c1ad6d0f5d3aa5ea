"""The agenda of a workshop: its questions in their order (method.md 2.5).

The facilitator's own order wins (`AgendaPlan`). Otherwise sections are in the pack's order. Within one, facts that
are recorded without a vote come first: they decide what applies (2.2). Then comes what to find out first, in the one
order that report and `hustings next` have too (`hustings.scoring.plan.questions.next_question`), and last what decides
nothing now. Questions that were voted on are discussed in the order of their effect: a gate, a band, then points. The
time is estimated by `hustings.scoring.workshop.time_budget`.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from contextlib import suppress
from fractions import Fraction
from functools import partial

from hustings.answers.workshop.agenda_plan import WHOLE
from hustings.answers.workshop.state import QuestionPhase, QuestionState
from hustings.answers.workshop.workshop_log import PREWORK
from hustings.frozen_records import dataclass
from hustings.pack.conditions import names
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.scoring.gates import active
from hustings.scoring.plan.if_at_target import lines_at_target
from hustings.scoring.plan.questions.next_question import stakes
from hustings.scoring.result import Result
from hustings.scoring.score import score
from hustings.scoring.workshop.consequence import Consequence, consequence
from hustings.scoring.workshop.time_budget import Forecast, UpcomingQuestions, ahead, coming, settled
from hustings.scoring.workshop.vote_outcome import VoteOutcome, votable
from hustings.workshop.session.session import Session

VOTED_ON = (QuestionPhase.REVEALED, QuestionPhase.DISCUSSING, QuestionPhase.PARKED)


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One question of the agenda. `answered`: answered before the workshop. `outcome`: that of its votes.

    `skipped`: the facilitator took it off for now; it counts as open.
    """

    question: Question
    topic: QuestionState
    gate: bool
    answered: bool
    outcome: VoteOutcome | None
    skipped: bool = False

    @property
    def waits(self) -> bool:
        """Whether it is still to be done, and not skipped."""
        return not self.done and not self.skipped

    @property
    def done(self) -> bool:
        """Whether nothing is left to do about the question."""
        return settled(self.topic, answered=self.answered)


@dataclass(frozen=True, slots=True)
class AgendaSection:
    """A section with its questions, in the suggested order."""

    title: str
    lines: tuple[AgendaLine, ...]
    id: str = ""


def agenda(session: Session) -> tuple[AgendaSection, ...]:
    """Every question that applies to this campaign, as far as known."""
    gate_questions = _gate_questions(session)
    lines = [_line(session, question, gate_questions) for question in _upcoming(session).here]
    sections = []
    for section in session.pack.questionnaire.sections:
        here = [line for line in lines if line.question.section == section.id]
        if here:
            in_order = tuple(sorted(here, key=partial(_order, session)))
            sections.append(AgendaSection(section.title, in_order, section.id))
    return tuple(sorted(sections, key=lambda section: session.room.plan.place(WHOLE, section.id)))


def _order(session: Session, line: AgendaLine) -> tuple[int, bool, int, bool]:
    """The key to sort by: the facilitator's order; recorded facts, what to ask first, gates, the pack's order."""
    places, arranged = asking_places(session), session.room.plan.place(line.question.section, line.question.id)
    return arranged, votable(line.question), places.get(line.question.id, len(places)), not line.gate


def asking_places(session: Session) -> Mapping[str, int]:
    """The place of each open point in the order in which to ask; worked out once for the same answers."""
    if session.derived.places is None:
        session.derived.places = {name: place for place, name in enumerate(_in_asking_order(session))}
    return session.derived.places


def _in_asking_order(session: Session) -> tuple[str, ...]:
    """The open points by their ids; none if the pack scores nothing here."""
    result = scored(session)
    return () if result is None else tuple(stake.point.question.id for stake in stakes(result))


def scored(session: Session) -> Result | None:
    """The result of the answers so far; None if nothing is scored yet. Worked out once for the same answers."""
    if session.derived.result is None:
        with suppress(InputError):
            session.derived.result = score(session.pack, session.answers)
    return session.derived.result


def progress(session: Session) -> tuple[int, int]:
    """How many questions are settled, and how many apply; cheap enough for every vote."""
    asked = _upcoming(session).here
    done = sum(settled(session.topic(q.id), answered=_answered(session, q.id)) for q in asked)
    return done, len(asked)


def _answered(session: Session, name: str) -> bool:
    """Whether it was answered before the workshop."""
    return name in session.answers and session.topic(name).phase is QuestionPhase.DRAFT


def _upcoming(session: Session) -> UpcomingQuestions:
    if session.derived.upcoming is None:
        session.derived.upcoming = coming(session.pack, session.answers)
    return session.derived.upcoming


def _gate_questions(session: Session) -> frozenset[str]:
    """The questions that active gates need."""
    gates = (gate for gate in session.pack.rubric.gates if active(session.pack, gate, session.worst))
    return frozenset(name for gate in gates for name in names(gate.needs))


def _line(session: Session, question: Question, gate_questions: frozenset[str]) -> AgendaLine:
    topic = session.topic(question.id)
    answered = _answered(session, question.id)
    skipped = question.id in session.room.plan.skipped
    return AgendaLine(question, topic, question.id in gate_questions, answered, session.latest_outcome(topic), skipped)


def all_lines(sections: tuple[AgendaSection, ...]) -> tuple[AgendaLine, ...]:
    """All lines, section after section."""
    return tuple(line for section in sections for line in section.lines)


def next_up(sections: tuple[AgendaSection, ...], last: Container[str] = ()) -> Question | None:
    """The first question that was not begun yet; one of `last`, by id, only when no other is left."""
    to_begin = [line.question for line in all_lines(sections) if line.topic.phase is QuestionPhase.DRAFT and line.waits]
    return next(iter(sorted(to_begin, key=lambda question: question.id in last)), None)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question that still has to be discussed, and its effect on the result."""

    line: AgendaLine
    effect: Consequence

    @property
    def order(self) -> tuple[bool, bool, Fraction, str]:
        """The key to sort by: the largest effect first."""
        return self.effect.order


def disputes(session: Session, sections: tuple[AgendaSection, ...]) -> tuple[Dispute, ...]:
    """Questions that were voted on and are not settled, the largest effect first."""
    unsettled = [line for line in all_lines(sections) if line.topic.phase in VOTED_ON and line.topic.seen]
    listed = [Dispute(line, effect(session, line.topic)) for line in unsettled]
    return tuple(sorted(listed, key=lambda dispute: dispute.order))


def effect(session: Session, topic: QuestionState) -> Consequence:
    """The effect of the votes of the last shown round on the result; cached, because it takes several scorings."""
    votes = topic.voted.votes if topic.voted else ()
    effects, key = session.derived.effects, (topic.question, votes)
    if key not in effects:
        effects[key] = consequence(session.pack, session.answers, topic.question, votes)
    return effects[key]


def line_at_target(session: Session, question: str) -> str:
    """What an answered control below its target would bring if it reached it; worked out once for the same answers."""
    if question not in session.answers:
        return ""
    if session.derived.at_target is None:
        session.derived.at_target = lines_at_target(session.pack, session.answers)
    return session.derived.at_target.get(question, "")


def prepared(session: Session, question: Question) -> int:
    """How many people answered beforehand. Their answers stay private until the first vote is shown."""
    return len(session.journal.votes(question.id, PREWORK)) if votable(question) else 0


def forecast(session: Session) -> Forecast:
    """The questions that remain, with the minutes they take."""
    return ahead(session.pack, session.answers, session.room, known=_upcoming(session), judged=session.worst)
