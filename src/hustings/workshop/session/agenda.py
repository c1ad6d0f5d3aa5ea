"""What is still to be done in a workshop, in which order (method.md 2.5).

Sections come in the pack's order; within one, what an active gate looks at comes first. Once votes are on the table,
what hangs on them decides what is talked about first: a gate, a band, then points. How long it will take is reckoned
in `hustings.scoring.workshop.time_budget`, for every face alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hustings.answers.events import Answers
from hustings.answers.workshop.records import PREWORK
from hustings.answers.workshop.state import QuestionPhase, QuestionState
from hustings.pack.conditions import names
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.gates import active
from hustings.scoring.workshop.consequence import Consequence, consequence
from hustings.scoring.workshop.time_budget import Forecast, UpcomingQuestions, ahead, coming, settled
from hustings.scoring.workshop.vote_outcome import VoteOutcome, votable
from hustings.workshop.session.session import Session

ON_THE_TABLE = (QuestionPhase.REVEALED, QuestionPhase.DISCUSSING, QuestionPhase.PARKED)


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One question of the agenda. `answered`: before the workshop, in the interview. `found`: what its votes say."""

    question: Question
    topic: QuestionState
    gate: bool
    answered: bool
    found: VoteOutcome | None

    @property
    def done(self) -> bool:
        """Whether nothing is left to do about the question."""
        return settled(self.topic, answered=self.answered)


@dataclass(frozen=True, slots=True)
class AgendaSection:
    """A section with its questions, in the suggested order."""

    title: str
    lines: tuple[AgendaLine, ...]


def agenda(session: Session) -> tuple[AgendaSection, ...]:
    """Every question that applies to this campaign, as far as is known."""
    gates = _looked_at(session)
    lines = [_line(session, question, gates) for question in _coming(session).here]
    parts = []
    for section in session.pack.questionnaire.sections:
        here = [line for line in lines if line.question.section == section.id]
        if here:
            parts.append(AgendaSection(section.title, tuple(sorted(here, key=lambda line: not line.gate))))
    return tuple(parts)


def _coming(session: Session) -> UpcomingQuestions:
    if session.derived.upcoming is None:
        session.derived.upcoming = coming(*_answers(session))
    return session.derived.upcoming


def _answers(session: Session) -> tuple[Pack, Answers]:
    return session.pack, session.answers


def _looked_at(session: Session) -> frozenset[str]:
    """The controls that gates which are active ask for."""
    gates = (gate for gate in session.pack.rubric.gates if active(session.pack, gate, session.worst))
    return frozenset(name for gate in gates for name in names(gate.needs))


def _line(session: Session, question: Question, gates: frozenset[str]) -> AgendaLine:
    topic = session.topic(question.id)
    answered = question.id in session.answers and topic.phase is QuestionPhase.DRAFT
    return AgendaLine(question, topic, question.id in gates, answered, session.amounts_to(topic))


def lines(parts: tuple[AgendaSection, ...]) -> tuple[AgendaLine, ...]:
    """All lines, section after section."""
    return tuple(line for part in parts for line in part.lines)


def next_up(parts: tuple[AgendaSection, ...]) -> Question | None:
    """What to take next: the first question nobody has begun with."""
    return next(
        (line.question for line in lines(parts) if line.topic.phase is QuestionPhase.DRAFT and not line.answered), None
    )


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question that still has to be talked about, and what hangs on it."""

    line: AgendaLine
    effect: Consequence

    @property
    def order(self) -> tuple[bool, bool, Fraction, str]:
        """The key to sort by: the largest effect first."""
        return self.effect.order


def disputes(session: Session, parts: tuple[AgendaSection, ...]) -> tuple[Dispute, ...]:
    """What was voted on and is not settled, the weightiest first."""
    open_ = [line for line in lines(parts) if line.topic.phase in ON_THE_TABLE and line.topic.seen]
    found = [Dispute(line, effect(session, line.topic)) for line in open_]
    return tuple(sorted(found, key=lambda dispute: dispute.order))


def effect(session: Session, topic: QuestionState) -> Consequence:
    """What hangs on the votes of the last round that was seen: worked out once, for it takes several scorings."""
    votes = topic.voted.votes if topic.voted else ()
    effects, key = session.derived.effects, (topic.question, votes)
    if key not in effects:
        effects[key] = consequence(*_answers(session), topic.question, votes)
    return effects[key]


def prepared(session: Session, question: Question) -> int:
    """How many people answered beforehand. What they said is theirs until the room sees the first vote."""
    return len(session.journal.votes(question.id, PREWORK)) if votable(question) else 0


def outlook(session: Session) -> Forecast:
    """What is still to be done, with its minutes."""
    return ahead(*_answers(session), session.room, known=_coming(session), judged=session.worst)
