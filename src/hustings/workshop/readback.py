"""For the last quarter of an hour: what was decided, what is open, who brings what, and where the campaign stands."""

from __future__ import annotations

from hustings.answers.room import Topic
from hustings.answers.workshop import Entry, Kind
from hustings.pack.asked import Question
from hustings.scoring.result import whole
from hustings.scoring.score import score
from hustings.wording import english, long_date, say
from hustings.workshop.agenda import agenda, lines
from hustings.workshop.session import Session
from hustings.workshop.views import View, decision_view
from hustings.workshop.words import PHASES

LOGGED = {
    Kind.NOTED: ("note", english("Note")),
    Kind.PARKED: ("parked", english("Parked")),
    Kind.FETCH: ("fetch", english("To fetch")),
}


def readback_view(session: Session) -> View:
    """What is read aloud before everybody goes."""
    result = score(session.pack, session.answers)
    low, high = whole(result.index.lo, result.index.hi)
    decided = [(session.pack.questions[name], topic) for name, topic in session.room.topics.items() if topic.decision]
    return {
        "index": say("between {lo} and {hi}", lo=low, hi=high),
        "band": result.band_lo.title if result.certain else f"{result.band_lo.title} – {result.band_hi.title}",
        "decisions": [
            {"text": question.text, **(decision_view(session.pack, question, topic) or {})}
            for question, topic in decided
        ],
        "open": _open(session),
        "fetch": [
            *(_to_bring(question, topic) for question, topic in decided if _owed(topic)),
            *(log_view(session, entry) for entry in session.room.log if entry.kind is Kind.FETCH),
        ],
        "log": [log_view(session, entry) for entry in session.room.told if entry.kind is not Kind.FETCH],
    }


def _open(session: Session) -> list[View]:
    """Questions that are not settled, with where each of them stands."""
    left = (line for line in lines(agenda(session)) if not line.done)
    return [{"text": line.question.text, "phase_text": say(PHASES[line.topic.phase])} for line in left]


def _owed(topic: Topic) -> bool:
    return topic.decision is not None and bool(topic.decision.owner or topic.decision.due)


def _to_bring(question: Question, topic: Topic) -> View:
    """Evidence that somebody promised with a decision."""
    assert topic.decision is not None
    due = topic.decision.due
    return {
        "kind": "fetch",
        "kind_text": say(LOGGED[Kind.FETCH][1]),
        "question": question.text,
        "text": question.evidence,
        "owner": topic.decision.owner,
        "due": long_date(due) if due else "",
    }


def log_view(session: Session, entry: Entry) -> View:
    """One thing that was written down beside the questions."""
    question = session.pack.questions.get(entry.question)
    kind, title = LOGGED[entry.kind]
    return {
        "kind": kind,
        "kind_text": say(title),
        "question": question.text if question else "",
        "text": entry.text or "; ".join(entry.notes),
        "owner": entry.owner,
        "due": long_date(entry.due) if entry.due else "",
    }
