"""The state of each page of a workshop, as plain values: everything it shows, and nothing that it must not.

Before the reveal nothing here depends on votes, except a person's own vote on their own phone. Names are on the
facilitator's console only. Texts are sent as text; no page treats them as markup.
"""

from __future__ import annotations

from fractions import Fraction

from hustings.answers.display import answer_in_words, read_back
from hustings.answers.events import Answer
from hustings.answers.workshop.state import QuestionPhase, QuestionState
from hustings.answers.workshop.workshop_log import SAID, SETTLED, Decision, DecisionKind, Seat, Vote
from hustings.messages import say, several
from hustings.pack.citations import cited_in, without
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.result import truncated, whole
from hustings.scoring.workshop.consequence import Consequence
from hustings.scoring.workshop.decisions import by_counts
from hustings.scoring.workshop.vote_outcome import FEWEST, votable
from hustings.workshop.session.people.admission import Admission
from hustings.workshop.session.session import Session
from hustings.workshop.session.state_text import PHASES
from hustings.workshop.session.vote_rules import other_vote_kinds
from hustings.workshop.views.view import View
from hustings.workshop.views.vote_counts import rounds_view

TENTH = Fraction(1, 10)
"""The smallest number of points that is not shown as zero."""
SHOWN = (QuestionPhase.REVEALED, QuestionPhase.DISCUSSING, QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED)


def question_view(pack: Pack, question: Question) -> View:
    """A question as pages show it, in the language of the pack."""
    section = next(section for section in pack.questionnaire.sections if section.id == question.section)
    return {
        "id": question.id,
        "section": section.title,
        "text": question.text,
        "help": question.help,
        "why": without(question.why, {*cited_in(question.why)}),  # the report has the sources
        "multiple": question.type == "select_multiple",
        "votable": votable(question),
        "type": question.type,
        "choices": [{"id": choice.id, "text": choice.text, "alone": choice.alone} for choice in question.choices],
        "others": [{"id": said.value, "text": say(SAID[said])} for said in other_vote_kinds(question)],
    }


def answer_text(question: Question, answer: Answer | None) -> str:
    """An answer as it is read aloud; empty if there is none."""
    return answer_in_words(question, answer, read_back) if answer is not None else ""


def decision_view(pack: Pack, question: Question, topic: QuestionState) -> View | None:
    """A decision with its rationale and dissent, without names; None if there is none.

    `voted`: the answer that the votes proposed, if another one was decided.
    """
    if topic.decision is None:
        return None
    decision = by_counts(pack, question, topic.seen, topic.decision)
    return {
        "answer": answer_text(question, decision.answer),
        "kind": say(SETTLED[decision.settled]),
        "voted": _voted(question, topic, decision) if decision.settled is DecisionKind.OTHERWISE else "",
        "rationale": decision.rationale,
        "dissent": several(decision.dissent, "{n} person objects", "{n} people object") if decision.dissent else "",
        "dissent_text": decision.dissent_text,
    }


def _voted(question: Question, topic: QuestionState, decision: Decision) -> str:
    """The answer that the votes proposed; not shown if there are so few votes that it would reveal them."""
    if topic.voted is None or topic.voted.heard < FEWEST:
        return say("too few votes to show")
    return answer_text(question, decision.proposed) or say("no answer of the room's own")


def question_state(session: Session, pack: Pack, question: Question, topic: QuestionState) -> View:
    """The question in front of the room, with its rounds and decision."""
    return {
        "question": question_view(pack, question),
        "phase": topic.phase.value,
        "phase_text": say(PHASES[topic.phase]),
        "round": topic.round,
        "opening": topic.openings,
        "rounds": rounds_view(session, question, topic),
        "decision": decision_view(pack, question, topic),
    }


def cancelled_text(session: Session, pack: Pack) -> str:
    """The notice that a vote was cancelled, until the next step."""
    question = pack.questions.get(session.room.cancelled)
    if question is None:
        return ""
    return say("This vote was cancelled: “{question}” Nothing that was voted counts.", question=question.text)


def points_text(points: Fraction) -> str:
    """How many points of the index, in words where a figure would read as zero."""
    if not points:
        return say("no points")
    return say("{points} points", points=truncated(points)) if points >= TENTH else say("less than 0.1 points")


def ends_in_words(pack: Pack, found: Consequence) -> str:
    """Such as: 52 Exposed, or 68 Guarded."""
    low, high = whole(*found.ends)
    below, above = (pack.rubric.band(end).title for end in found.ends)
    if found.ends[0] == found.ends[1]:
        return say("Today the index is {index}, {band}, either way.", index=truncated(found.ends[0], 0), band=below)
    if below == above:
        return say("{low} or {high}, {band} both times", low=low, high=high, band=below)
    return say("{low} {low_band}, or {high} {high_band}", low=low, low_band=below, high=high, high_band=above)


def timer_view(session: Session) -> View | None:
    """The timer: seconds left, of how many, and whether it runs; None if there is none."""
    timer = session.room.timer
    if timer is None:
        return None
    return {"left": timer.at(session.clock()), "of": timer.left, "running": timer.since is not None}


def own_view(session: Session, seat: Seat) -> View:
    """The view of one phone only: its seat, and its vote in the current or last round."""
    topic = session.topic(session.room.current)
    own = session.votes(topic).get(seat.number) if topic.question else None
    return {"seat": seat_view(seat), "own": vote_view(own)}


def seat_view(seat: Seat) -> View:
    """A seat, as its owner and the facilitator see it."""
    return {
        "number": seat.number,
        "name": seat.name or say("Seat {n}", n=seat.number),
        "role": seat.role,
        "language": seat.language,
        "observer": seat.observer,
    }


def lock_view(admission: Admission) -> View:
    """Whether the room is locked; a page that shows the code fetches it again when `changes` changes."""
    return {"locked": admission.locked, "changes": admission.changes}


def admission_view(admission: Admission) -> View:
    """The state of admission with the names of those who wait, for the facilitator's console only."""
    waiting = admission.waiting.values()
    people = [{"number": person.number, "name": person.seat.name, "role": person.seat.role} for person in waiting]
    return {**lock_view(admission), "waiting": people}


def vote_view(vote: Vote | None) -> View | None:
    """A vote as its own phone shows it."""
    if vote is None:
        return None
    pick = list(vote.pick) if isinstance(vote.pick, tuple) else vote.pick
    return {"said": vote.said.value, "pick": pick, "note": vote.note}
