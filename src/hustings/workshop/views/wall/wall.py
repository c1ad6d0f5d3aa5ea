"""The state of the projector's page: one scene at a time, with its finding first, as plain values.

It never holds a name, and nothing that depends on votes before they are shown. Each scene fills only what it needs:
join, before, typed, open, closed, result, rounds, talk, decided, break, read_back, end.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_uppercase
from types import MappingProxyType

from hustings.answers.workshop.state import QuestionPhase, QuestionState, WarmUp
from hustings.messages import say, several
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.session.agenda.agenda import progress
from hustings.workshop.session.practice_vote import PRACTICE
from hustings.workshop.session.session import Session
from hustings.workshop.views.page_state import answer_text, cancelled_text, question_state
from hustings.workshop.views.view import View
from hustings.workshop.views.vote_counts import all_in_text, counted, counted_text
from hustings.workshop.views.wall.wall_pages import break_view, end_view, read_back_page
from hustings.workshop.views.wall.wall_result import card_view, ends_view, finding_view, hangs_view, rows_view

MOST_LISTED = 14
"""A question with more choices is not listed: its answer is typed, or chosen on the phones."""
SCENES: Mapping[QuestionPhase, str] = MappingProxyType(
    {
        QuestionPhase.OPEN: "open",
        QuestionPhase.CLOSED: "closed",
        QuestionPhase.REVEALED: "result",
        QuestionPhase.DISCUSSING: "talk",
        QuestionPhase.DECIDED: "decided",
        QuestionPhase.UNRESOLVED: "decided",
    }
)


def screen_view(session: Session, pack: Pack) -> View:
    """The projector's page: its scene with everything that it shows."""
    view: View = {
        "face": "screen",
        "finished": session.room.finished,
        "seats": several(len(session.voters()), "{n} person is here", "{n} people are here"),
        "people": _people(session),
        "cancelled": cancelled_text(session, pack),
        "progress": _progress(session),
        "question": None,
        "scene": "join",
    }
    if session.room.finished:
        return {**view, "scene": "end", "end": end_view(session)}
    match session.projection.kind:
        case "break":
            return {**view, "scene": "break", "break": break_view(session)}
        case "read_back":
            return {**view, "scene": "read_back", "read_back": read_back_page(session, pack)}
        case _ if session.room.warm_up is not WarmUp.OVER:
            return {**view, "scene": "warm_up"}
        case kind:
            name = session.projection.question if kind == "question" else session.room.current
    question = pack.questions.get(name)
    return view if question is None else {**view, **_question_view(session, pack, question)}


def _people(session: Session) -> View:
    """How many are here, and how many are on the roster."""
    here, expected = len(session.voters()), sum(not seat.observer for seat in session.seats.values())
    of = several(expected, "of {n} expected", "of {n} expected") if expected > here else ""
    ready = several(here, "{n} phone is ready", "{n} phones are ready")
    return {"here": here, "expected": max(here, expected), "of": of, "ready": ready}


def _progress(session: Session) -> View:
    if PRACTICE in session.pack.questions:
        return {"done": 0, "all": 0}
    done, everything = progress(session)
    return {"done": done, "all": everything}


def _question_view(session: Session, pack: Pack, question: Question) -> View:
    topic = session.topic(question.id)
    scene = _scene(question, topic)
    return {
        **question_state(session, pack, question, topic),
        "scene": scene,
        "place": _place(session, topic),
        "listed": votable(question) and len(question.choices) <= MOST_LISTED,
        "letters": letters(question),
        "round_text": say("Round {n}", n=topic.round) if topic.round > 1 else "",
        "counted": counted_text(session, topic),
        **_of_scene(session, pack, question, topic, scene),
    }


def _scene(question: Question, topic: QuestionState) -> str:
    """The scene of a question. What nobody voted on is typed."""
    if topic.phase in (QuestionPhase.DRAFT, QuestionPhase.PARKED):
        return "before" if votable(question) and len(question.choices) <= MOST_LISTED else "typed"
    if topic.decision is not None and not topic.seen:
        return "typed"
    if topic.phase is QuestionPhase.REVEALED and len(topic.seen) > 1:
        return "rounds"
    return SCENES[topic.phase]


def _place(session: Session, topic: QuestionState) -> str:
    """Which question it is, of how many, in words; empty for the practice vote."""
    at, everything = question_place(session, topic)
    return say("Question {n} of {all}", n=at, all=everything) if at else ""


def question_place(session: Session, topic: QuestionState) -> tuple[int, int]:
    """Which question it is, of how many; zeros for the practice vote."""
    if topic.question == PRACTICE:
        return 0, 0
    done, everything = progress(session)
    settled = topic.phase in (QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED)
    return min(done + (not settled), everything), everything


def all_voted(session: Session, topic: QuestionState) -> bool:
    """Whether everybody who may has voted in the open round."""
    cast, everybody = counted(session, topic)
    return 0 < everybody == cast


def letters(question: Question) -> View:
    """The letter of each choice, the same on wall, phone and console."""
    return {choice.id: letter for choice, letter in zip(question.choices, ascii_uppercase, strict=False)}


def _of_scene(session: Session, pack: Pack, question: Question, topic: QuestionState, scene: str) -> View:
    """What only this scene shows."""
    match scene:
        case "open" | "closed":
            cast, everybody = counted(session, topic)
            full = all_voted(session, topic)
            return {
                "count": {"cast": cast, "all": everybody, "full": full, "all_in": all_in_text(cast) if full else ""}
            }
        case "result" | "rounds":
            rows = rows_view(session, pack, question, topic)
            return {
                **rows,
                "finding": finding_view(session, question, topic),
                "hangs": hangs_view(session, pack, topic),
            }
        case "talk":
            return {"ends": ends_view(session, question, topic)}
        case "decided":
            return {
                **rows_view(session, pack, question, topic, last=True),
                "card": card_view(session, pack, question, topic),
            }
        case "typed":
            return {"typed": answer_text(question, topic.decision.answer) if topic.decision else ""}
        case _:
            return {}
