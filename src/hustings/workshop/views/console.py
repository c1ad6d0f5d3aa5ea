"""What the facilitator's console shows: the agenda with its forecast, the question at hand, the room and the log.

How each person voted is not here either: the facilitator sees counts when the room does.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.answers.accept import shown
from hustings.answers.events import Answer, State
from hustings.answers.workshop.records import EntryKind
from hustings.answers.workshop.state import QuestionPhase, QuestionState
from hustings.answers.workshop.transitions import FROM, may
from hustings.messages import say, several
from hustings.pack.questionnaire import Question
from hustings.scoring.result import truncated
from hustings.scoring.workshop.consequence import SMALL, Consequence
from hustings.scoring.workshop.time_budget import DONE, duration
from hustings.scoring.workshop.vote_outcome import FEWEST, STATUS, VoteOutcome, proposed
from hustings.workshop.session.agenda import (
    AgendaLine,
    AgendaSection,
    Dispute,
    agenda,
    disputes,
    effect,
    lines,
    next_up,
    outlook,
    prepared,
)
from hustings.workshop.session.practice_vote import PRACTICE, in_front, offered
from hustings.workshop.session.seats import namesakes, same_names
from hustings.workshop.session.session import Session
from hustings.workshop.session.state_text import PHASES
from hustings.workshop.session.vote_rules import odd_date_notes
from hustings.workshop.views.page_state import (
    VOTING,
    View,
    answer_text,
    cancelled_text,
    counted_text,
    decision_view,
    question_view,
    rounds_view,
    seat_view,
    standing,
    timer_view,
)
from hustings.workshop.views.read_back import log_view


def console_view(session: Session) -> View:
    """The console. The question that a window looks at is asked for by itself (`at_hand`)."""
    parts = agenda(session)
    first, open_ = next_up(parts), disputes(session, parts)
    return {
        "face": "console",
        "began": session.room.began.isoformat() if session.room.began else "",
        "finished": session.room.finished,
        "sections": [_part_view(session, part) for part in parts],
        "next": first.id if first else "",
        "then": _then(parts, open_),
        "discuss": [_dispute_view(dispute) for dispute in open_],
        "progress": _progress(session, parts),
        "current": before_room(session),
        "practice": offered(session),
        "seats": _seats(session),
        "roles": [{"id": role.id, "title": role.title} for role in session.pack.questionnaire.roles],
        "timer": timer_view(session),
        "log": [log_view(session, entry) for entry in reversed(session.room.told)],
        "cancelled": cancelled_text(session, session.pack),
        "cancelled_question": session.room.cancelled,
        "undo": session.last_decided() if any(topic.decision for topic in session.room.topics.values()) else "",
    }


def _seats(session: Session) -> list[View]:
    """Everybody on the roster; whoever has another one's name is marked."""
    alike = {seat.number: len(group) for group in namesakes(session.seats.values()) for seat in group}
    return [
        {
            **seat_view(seat),
            "joined": bool(seat.token),
            "same_name": say("this name is here {n} times", n=alike[seat.number]) if seat.number in alike else "",
        }
        for seat in session.seats.values()
    ]


def _then(parts: tuple[AgendaSection, ...], open_: tuple[Dispute, ...]) -> str:
    """What to take once every question was begun with: what weighs most among the open, then what was parked."""
    if open_:
        return open_[0].line.question.id
    return next((line.question.id for line in lines(parts) if line.topic.phase is QuestionPhase.PARKED), "")


def _progress(session: Session, parts: tuple[AgendaSection, ...]) -> View:
    found = outlook(session)
    more = len(found.may_follow)
    return {
        "left": several(len(found.questions), "{n} question to go", "{n} questions to go"),
        "minutes": say("about {time}", time=duration(found.minutes)),
        "more": say("up to {n} more may follow", n=more) if more else "",
        "done": sum(line.done for line in lines(parts)),
        "all": len(lines(parts)),
    }


def _part_view(session: Session, part: AgendaSection) -> View:
    return {"title": part.title, "questions": [_line_view(session, line) for line in part.lines]}


def _line_view(session: Session, line: AgendaLine) -> View:
    before = prepared(session, line.question) if line.topic.phase is QuestionPhase.DRAFT else 0
    status = standing(session, line.topic)
    return {
        "id": line.question.id,
        "text": line.question.text,
        "role": line.question.role,
        "gate": line.gate,
        "phase": "answered" if line.answered else line.topic.phase.value,
        "phase_text": say("answered before") if line.answered else say(PHASES[line.topic.phase]),
        "done": line.done,
        "chip": say(STATUS[status]) if status else "",
        "status": status.value if status else "",
        "prepared": several(before, "{n} prepared", "{n} prepared") if before else "",
    }


def _dispute_view(dispute: Dispute) -> View:
    return {"id": dispute.line.question.id, "text": dispute.line.question.text, "effect": effect_text(dispute.effect)}


OF_PRACTICE = (EntryKind.COUNTED, EntryKind.CLOSED, EntryKind.REVEALED)


def before_room(session: Session) -> View | None:
    """The question before the room: the practice vote while it lasts."""
    front = in_front(session)
    found = at_hand(front, front.room.current)
    if found is None or front is session:
        return found
    return {**found, "practice": True, "can": [kind for kind in found["can"] if kind in OF_PRACTICE]}


def effect_text(found: Consequence) -> str:
    """What hangs on it, in words."""
    points = say("{points} points", points=truncated(found.points))
    if found.gate_changes:
        return say("decides a deal-breaker; {points}", points=points)
    if found.band_changes:
        return say("decides the band; {points}", points=points)
    if found.points < SMALL:
        return say("{points}: settle it by consent", points=points)
    return points


def at_hand(session: Session, name: str) -> View | None:
    """One question with all that the facilitator needs to lead it. Of votes nothing before the reveal."""
    question = session.pack.questions.get(name)
    if question is None:
        return None
    topic = session.topic(name)
    return {
        "question": question_view(session.pack, question),
        **_form(session, question),
        "role": question.role,
        "evidence": question.evidence,
        "phase": topic.phase.value,
        "phase_text": say(PHASES[topic.phase]),
        "round": topic.round,
        "counted": counted_text(session, topic),
        "same_names": " ".join(_same_names(session, topic)),
        "entered": several(topic.entered.cast, "{n} entered here", "{n} entered here") if topic.entered.cast else "",
        "rounds": rounds_view(session, question, topic),
        "notes": list(dict.fromkeys(topic.notes)),
        "hidden": list(dict.fromkeys(note for note in topic.written if note in topic.hidden)),
        "votes_say": _votes_say(session, question, topic),
        "answer": answer_text(question, session.answers.get(name)),
        "decision": decision_view(session.pack, question, topic),
        "odd": " ".join(odd_date_notes(session.pack, session.answers, name, session.clock().date())),
        "former": [answer_text(question, made.answer) for made in topic.former],
        "can": [kind.value for kind in FROM if may(session.room, kind, name)],
    }


def _same_names(session: Session, topic: QuestionState) -> Iterator[str]:
    """Names that count more than once, and what can be done while it helps."""
    if topic.phase not in (QuestionPhase.OPEN, QuestionPhase.CLOSED):
        return
    yield from (told := same_names(session.seats.values(), session.votes(topic)))
    if told and topic.phase is QuestionPhase.OPEN:
        yield say("If that is one person, remove one under People before you close the vote; if not, change a name.")
    elif told:
        yield say("If that is one person, say so before you show the votes, and take a second vote.")


def _form(session: Session, question: Question) -> View:
    """What the form of the decision needs: what may be said besides a value, and what was answered so far."""
    stands = session.answers.get(question.id, Answer(State.BLANK))
    return {
        "unit": question.unit,
        "states": [State.DONT_KNOW.value] * (not question.required) + [State.NA.value] * question.na,
        "stands": {
            "value": _plain(stands),
            "state": stands.state.value,
            "reason": stands.reason,
            "grade": f"E{stands.grade}",
            "reference": stands.reference,
        },
    }


def _votes_say(session: Session, question: Question, topic: QuestionState) -> View | None:
    """What the votes amount to, as a proposal: value and state to start the decision from, and what hangs on it."""
    found = session.amounts_to(topic)
    if found is None or topic.phase in VOTING:
        return None
    answer = proposed(found)
    change = effect(session, topic) if topic.phase not in DONE and question.id != PRACTICE else None
    low, high = ends(topic, found)
    return {
        "text": answer_text(question, answer) or say("no answer of the room's own"),
        "value": _plain(answer),
        "state": answer.state.value if answer else "",
        "discuss": found.discuss,
        "lowest": answer_text(question, low),
        "highest": answer_text(question, high),
        "effect": effect_text(change) if change and found.discuss else "",
    }


def ends(topic: QuestionState, found: VoteOutcome) -> tuple[Answer | None, Answer | None]:
    """The lowest and the highest position; of too few votes for a picture they would be the votes themselves."""
    if found.worst is None or found.best is None or topic.voted is None or topic.voted.heard < FEWEST:
        return None, None
    return Answer(State.ANSWERED, found.worst), Answer(State.ANSWERED, found.best)


def _plain(answer: Answer | None) -> object:
    if answer is None or answer.value is None:
        return None
    if isinstance(answer.value, Fraction):
        return shown(answer.value)
    return list(answer.value) if isinstance(answer.value, tuple) else str(answer.value)
