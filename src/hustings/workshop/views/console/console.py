"""The view of the facilitator's console: the agenda with its forecast, the current question, the seats and the log.

It does not show how each person voted: the facilitator sees counts when everybody does.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.answers.display import campaign_name
from hustings.answers.events import Answer, State
from hustings.answers.typed_numbers import shown
from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.state import QuestionPhase, QuestionState
from hustings.answers.workshop.transitions import FROM, may
from hustings.answers.workshop.workshop_log import SAID, EntryKind, VoteKind
from hustings.messages import say, several
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.time_budget import DONE, Forecast, duration
from hustings.scoring.workshop.vote_outcome import FEWEST, VoteOutcome, proposed
from hustings.workshop.session.agenda.agenda import (
    AgendaSection,
    Dispute,
    agenda,
    all_lines,
    disputes,
    effect,
    forecast,
    line_at_target,
    next_up,
)
from hustings.workshop.session.people.seats import namesakes, same_names
from hustings.workshop.session.practice_vote import PRACTICE, can_practise, front_session
from hustings.workshop.session.session import Session
from hustings.workshop.session.state_text import PHASES
from hustings.workshop.session.vote_rules import odd_date_notes
from hustings.workshop.views.console.agenda_view import dispute_view, effect_text, section_view
from hustings.workshop.views.console.console_time import time_view
from hustings.workshop.views.console.facts_form import fact_names
from hustings.workshop.views.page_state import (
    answer_text,
    cancelled_text,
    decision_view,
    question_view,
    seat_view,
    timer_view,
)
from hustings.workshop.views.read_back import log_view
from hustings.workshop.views.view import View
from hustings.workshop.views.vote_counts import VOTING, counted, counted_text, rounds_view
from hustings.workshop.views.wall.wall import all_voted, letters, question_place
from hustings.workshop.views.wall.wall_pages import read_back_pages
from hustings.workshop.views.wall.wall_result import finding_view, talk_first
from hustings.workshop.views.warm_up_view import console_warm_up_view, usual_question


def console_view(session: Session) -> View:
    """The view of the console. A window asks for the question that it shows separately (`question_at_hand`)."""
    sections = agenda(session)
    facts = fact_names(session)
    first, unsettled = next_up(sections, last=facts), disputes(session, sections)
    remaining = forecast(session)
    return {
        "face": "console",
        "began": session.room.began.isoformat() if session.room.began else "",
        "finished": session.room.finished,
        "campaign": campaign_name(session.pack, session.answers),
        "sections": [section_view(session, section, remaining.pace) for section in sections],
        "next": first.id if first else "",
        "then": _after_agenda(sections, unsettled),
        "discuss": [dispute_view(dispute) for dispute in unsettled],
        "progress": _progress(sections, remaining),
        "time": time_view(session, remaining),
        "facts": facts,
        "warm_up": console_warm_up_view(session),
        "warm_up_usual": usual_question(),
        "current": front_view(session),
        "projected": _projected(session),
        "practice": can_practise(session),
        "seats": _seats(session),
        "roles": [{"id": role.id, "title": role.title} for role in session.pack.questionnaire.roles],
        "timer": timer_view(session),
        "log": [log_view(session, entry) for entry in reversed(session.room.told)],
        "cancelled": cancelled_text(session, session.pack),
        "cancelled_question": session.room.cancelled,
        "undo": session.last_decided() if any(topic.decision for topic in session.room.topics.values()) else "",
    }


def _projected(session: Session) -> View:
    """What is on the projector beside the votes, with the pages of the read-back."""
    shown = session.projection
    pages = read_back_pages(session)
    return {"kind": shown.kind, "question": shown.question, "page": shown.page, "pages": pages, "back": shown.back}


def _seats(session: Session) -> list[View]:
    """Everybody on the roster; equal names are marked."""
    alike = {seat.number: len(group) for group in namesakes(session.seats.values()) for seat in group}
    return [
        {
            **seat_view(seat),
            "joined": bool(seat.token),
            "same_name": say("this name is here {n} times", n=alike[seat.number]) if seat.number in alike else "",
        }
        for seat in session.seats.values()
    ]


def _after_agenda(sections: tuple[AgendaSection, ...], unsettled: tuple[Dispute, ...]) -> str:
    """The question to take once all were begun: the open one with the largest effect, then a parked one."""
    if unsettled:
        return unsettled[0].line.question.id
    return next((line.question.id for line in all_lines(sections) if line.topic.phase is QuestionPhase.PARKED), "")


def _progress(sections: tuple[AgendaSection, ...], remaining: Forecast) -> View:
    following = len(remaining.may_follow)
    skipped = sum(line.skipped for line in all_lines(sections))
    return {
        "left": several(len(remaining.questions), "{n} question to go", "{n} questions to go"),
        "minutes": say("about {time}", time=duration(remaining.minutes)),
        "more": say("up to {n} more may follow", n=following) if following else "",
        "skipped": several(skipped, "{n} skipped", "{n} skipped") if skipped else "",
        "done": sum(line.done for line in all_lines(sections)),
        "all": len(all_lines(sections)),
    }


PRACTICE_STEPS = (EntryKind.COUNTED, EntryKind.CLOSED, EntryKind.REVEALED)


def front_view(session: Session) -> View | None:
    """The view of the question in front of the room; it is the practice vote while there is one."""
    current = front_session(session)
    view = question_at_hand(current, current.room.current)
    if view is None or current is session:
        return view
    return {**view, "practice": True, "can": [kind for kind in view["can"] if kind in PRACTICE_STEPS]}


def question_at_hand(session: Session, name: str) -> View | None:
    """One question with everything the facilitator needs for it; no votes before the reveal."""
    question = session.pack.questions.get(name)
    if question is None:
        return None
    topic = session.topic(name)
    return {
        "question": question_view(session.pack, question),
        **_decision_form(session, question),
        "role": question.role,
        "evidence": question.evidence,
        "phase": topic.phase.value,
        "phase_text": say(PHASES[topic.phase]),
        "round": topic.round,
        "place": list(question_place(session, topic)),
        "counted": counted_text(session, topic),
        "count": list(counted(session, topic)) if topic.phase is QuestionPhase.OPEN else [],
        "full": topic.phase is QuestionPhase.OPEN and all_voted(session, topic),
        "letters": letters(question),
        "same_names": " ".join(_same_names(session, topic)),
        "entered": several(topic.entered.cast, "{n} entered here", "{n} entered here") if topic.entered.cast else "",
        "rounds": rounds_view(session, question, topic),
        "by_role": _by_role(session, question, topic),
        "finding": finding_view(session, question, topic) if topic.seen and topic.phase not in VOTING else None,
        "notes": list(dict.fromkeys(topic.notes)),
        "hidden": list(dict.fromkeys(note for note in topic.written if note in topic.hidden)),
        "votes_say": _votes_say(session, question, topic),
        "answer": answer_text(question, session.answers.get(name)),
        "decision": decision_view(session.pack, question, topic),
        "at_target": line_at_target(session, name),
        "odd": " ".join(odd_date_notes(session.pack, session.answers, name, session.clock().date())),
        "former": [answer_text(question, made.answer) for made in topic.former],
        "skipped": name in session.room.plan.skipped,
        "can": [kind.value for kind in FROM if may(session.room, kind, name)],
    }


def _by_role(session: Session, question: Question, topic: QuestionState) -> list[View]:
    """The counts of each role that may be shown, in the order of the pack."""
    if not topic.roles or topic.phase in VOTING:
        return []
    counts = dict(topic.roles)
    return [
        {"title": role.title, "says": ", ".join(_role_counts(question, counts[role.id]))}
        for role in session.pack.questionnaire.roles
        if role.id in counts
    ]


def _role_counts(question: Question, counts: Ballots) -> Iterator[str]:
    """Such as “B 4” for each answer that somebody gave."""
    marks = letters(question)
    yield from (f"{marks[one.id]} {number}" for one in question.choices if (number := counts.count(one.id)))
    others = (
        (VoteKind.DONT_KNOW, counts.dont_know),
        (VoteKind.NOT_APPLICABLE, counts.not_applicable),
        (VoteKind.ABSTAIN, counts.abstained),
    )
    yield from (f"{say(SAID[kind])} {number}" for kind, number in others if number)


def _same_names(session: Session, topic: QuestionState) -> Iterator[str]:
    """Names that count more than once, and what the facilitator can do about it."""
    if topic.phase not in (QuestionPhase.OPEN, QuestionPhase.CLOSED):
        return
    yield from (sentences := same_names(session.seats.values(), session.votes(topic)))
    if sentences and topic.phase is QuestionPhase.OPEN:
        yield say("If that is one person, remove one under People before you close the vote; if not, change a name.")
    elif sentences:
        yield say("If that is one person, say so before you show the votes, and take a second vote.")


def _decision_form(session: Session, question: Question) -> View:
    """The data of the decision form: the possible states besides a value, and the current answer."""
    current = session.answers.get(question.id, Answer(State.BLANK))
    return {
        "unit": question.unit,
        "states": [State.DONT_KNOW.value] * (not question.required) + [State.NA.value] * question.na,
        "stands": {
            "value": _plain_value(current),
            "state": current.state.value,
            "reason": current.reason,
            "grade": f"E{current.grade}",
            "reference": current.reference,
        },
    }


def _votes_say(session: Session, question: Question, topic: QuestionState) -> View | None:
    """The proposal of the votes: value and state for the decision form, and their effect on the result."""
    outcome = session.latest_outcome(topic)
    if outcome is None or topic.phase in VOTING:
        return None
    answer = proposed(outcome)
    consequence = effect(session, topic) if topic.phase not in DONE and question.id != PRACTICE else None
    low, high = extreme_answers(topic, outcome)
    return {
        "text": answer_text(question, answer) or say("no answer of the room's own"),
        "value": _plain_value(answer),
        "state": answer.state.value if answer else "",
        "discuss": talk_first(outcome, consequence) if consequence else outcome.discuss,
        "lowest": answer_text(question, low),
        "highest": answer_text(question, high),
        "effect": effect_text(consequence) if consequence and outcome.discuss else "",
    }


def extreme_answers(topic: QuestionState, outcome: VoteOutcome) -> tuple[Answer | None, Answer | None]:
    """The lowest and highest positions; None if there are so few votes that these would reveal them."""
    if outcome.worst is None or outcome.best is None or topic.voted is None or topic.voted.heard < FEWEST:
        return None, None
    return Answer(State.ANSWERED, outcome.worst), Answer(State.ANSWERED, outcome.best)


def _plain_value(answer: Answer | None) -> object:
    if answer is None or answer.value is None:
        return None
    if isinstance(answer.value, Fraction):
        return shown(answer.value)
    return list(answer.value) if isinstance(answer.value, tuple) else str(answer.value)
