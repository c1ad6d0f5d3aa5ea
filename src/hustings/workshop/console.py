"""What the facilitator's console shows: the agenda with its forecast, the question at hand, the room and the log.

How each person voted is not here either: the facilitator sees counts when the room does.
"""

from __future__ import annotations

from math import ceil

from hustings.answers.events import Answer, State
from hustings.answers.room import FROM, Phase, Topic, may
from hustings.answers.workshop import Entry, Kind
from hustings.pack.asked import Question
from hustings.scoring.consequence import SMALL
from hustings.scoring.score import score
from hustings.wording import say, several
from hustings.workshop.agenda import (
    DONE,
    Dispute,
    Line,
    Part,
    agenda,
    disputes,
    effect,
    minutes_left,
    next_up,
    pace,
    prepared,
)
from hustings.workshop.outcome import proposed
from hustings.workshop.session import Session
from hustings.workshop.views import (
    View,
    answer_text,
    counted_text,
    decision_view,
    question_view,
    rounds_view,
    seat_view,
    timer_view,
)
from hustings.workshop.words import PHASES, STATUS


def console_view(session: Session, looking_at: str = "") -> View:
    """The console. `looking_at` is a question that the facilitator looks at while another one is before the room."""
    parts = agenda(session)
    first = next_up(parts)
    return {
        "face": "console",
        "finished": session.room.finished,
        "sections": [_part_view(session, part) for part in parts],
        "next": first.id if first else "",
        "discuss": [_dispute_view(dispute) for dispute in disputes(session, parts)],
        "progress": _progress(session, parts),
        "current": _at_hand(session, session.room.current),
        "looking_at": _at_hand(session, looking_at),
        "seats": [{**seat_view(seat), "joined": bool(seat.token)} for seat in session.seats.values()],
        "roles": [{"id": role.id, "title": role.title} for role in session.pack.questionnaire.roles],
        "timer": timer_view(session),
        "log": [_log_view(session, entry) for entry in reversed(session.room.log)],
        "can_undo": any(topic.decision for topic in session.room.topics.values()),
    }


def _progress(session: Session, parts: tuple[Part, ...]) -> View:
    found = pace(parts)
    minutes = ceil(minutes_left(session, parts))
    return {
        "left": several(found.left, "{n} question to go", "{n} questions to go"),
        "minutes": several(minutes, "about {n} minute", "about {n} minutes"),
        "asked": found.asked,
        "contested": found.contested,
    }


def _part_view(session: Session, part: Part) -> View:
    return {"title": part.title, "questions": [_line_view(session, line) for line in part.lines]}


def _line_view(session: Session, line: Line) -> View:
    before = prepared(session, line.question) if line.topic.phase is Phase.DRAFT else None
    return {
        "id": line.question.id,
        "text": line.question.text,
        "role": line.question.role,
        "gate": line.gate,
        "phase": "answered" if line.answered else line.topic.phase.value,
        "phase_text": say("answered before") if line.answered else say(PHASES[line.topic.phase]),
        "done": line.done,
        "chip": say(STATUS[line.found.status]) if line.found else "",
        "status": line.found.status.value if line.found else "",
        "prepared": say("prepared: {status}", status=say(STATUS[before.status])) if before else "",
    }


def _dispute_view(dispute: Dispute) -> View:
    return {"id": dispute.line.question.id, "text": dispute.line.question.text, "effect": effect_text(dispute)}


def effect_text(dispute: Dispute) -> str:
    """What hangs on it, in words."""
    points = say("{points} points", points=round(float(dispute.effect.points), 1))
    if dispute.effect.gate_changes:
        return say("decides a gate; {points}", points=points)
    if dispute.effect.band_changes:
        return say("decides the band; {points}", points=points)
    if dispute.effect.points < SMALL:
        return say("{points}: settle it by consent", points=points)
    return points


def _at_hand(session: Session, name: str) -> View | None:
    question = session.pack.questions.get(name)
    if question is None:
        return None
    topic = session.topic(name)
    return {
        "question": question_view(session.pack, question),
        "role": question.role,
        "evidence": question.evidence,
        "phase": topic.phase.value,
        "phase_text": say(PHASES[topic.phase]),
        "round": topic.round,
        "counted": counted_text(session, topic),
        "rounds": rounds_view(session, question, topic),
        "notes": list(topic.notes) if topic.seen else [],
        "votes_say": _votes_say(session, question, topic),
        "answer": answer_text(question, session.answers.get(name)),
        "decision": decision_view(question, topic),
        "former": [answer_text(question, made.answer) for made in topic.former],
        "can": [kind.value for kind in FROM if may(session.room, kind, name)],
    }


def _votes_say(session: Session, question: Question, topic: Topic) -> View | None:
    """What the votes amount to, as a proposal: value and state to start the decision from, and what hangs on it."""
    found = session.amounts_to(topic)
    if found is None:
        return None
    answer = proposed(found)
    change = effect(session, topic) if topic.phase not in DONE else None
    return {
        "text": answer_text(question, answer) or say("no answer of the room's own"),
        "value": _plain(answer),
        "state": answer.state.value if answer else "",
        "discuss": found.discuss,
        "lowest": answer_text(question, Answer(State.ANSWERED, found.worst)) if found.worst is not None else "",
        "highest": answer_text(question, Answer(State.ANSWERED, found.best)) if found.best is not None else "",
        "effect": effect_text(Dispute(_bare(question, topic), change)) if change and found.discuss else "",
    }


def _bare(question: Question, topic: Topic) -> Line:
    return Line(question, topic, gate=False, answered=False, found=None)


def _plain(answer: Answer | None) -> object:
    if answer is None or answer.value is None:
        return None
    return list(answer.value) if isinstance(answer.value, tuple) else str(answer.value)


LOGGED = {Kind.NOTED: "note", Kind.PARKED: "parked", Kind.FETCH: "fetch"}


def _log_view(session: Session, entry: Entry) -> View:
    question = session.pack.questions.get(entry.question)
    return {
        "kind": LOGGED[entry.kind],
        "question": question.text if question else "",
        "text": entry.text or "; ".join(entry.notes),
        "owner": entry.owner,
        "due": entry.due.isoformat() if entry.due else "",
    }


def readback_view(session: Session) -> View:
    """For the last quarter of an hour: what was decided, what is open, and where the campaign stands with it."""
    result = score(session.pack, session.answers)
    topics = [(session.pack.questions[name], topic) for name, topic in session.room.topics.items() if topic.decision]
    return {
        "index": say("between {lo} and {hi}", lo=f"{float(result.index.lo):.0f}", hi=f"{float(result.index.hi):.0f}"),
        "band": result.band_lo.title if result.certain else f"{result.band_lo.title} – {result.band_hi.title}",
        "decisions": [{"text": q.text, **(decision_view(q, topic) or {})} for q, topic in topics],
        "log": [_log_view(session, entry) for entry in session.room.log],
    }
