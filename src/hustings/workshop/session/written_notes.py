"""What is written down beside the votes: notes of the facilitator and the room, what is parked, evidence to fetch."""

from __future__ import annotations

from datetime import date

from hustings.answers.workshop.records import EntryKind
from hustings.answers.workshop.state import QuestionPhase
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.free_text import needed, note, short
from hustings.workshop.session.session import Session


def park(session: Session, name: str, text: str) -> None:
    """Leave a question, or a thought without one, for later."""
    if name:
        session.question(name)
    session.step(EntryKind.PARKED, name, text=note(text))


def write(session: Session, text: str, name: str = "") -> None:
    """A note of the facilitator's."""
    if name:
        session.question(name)
    session.record(EntryKind.NOTED, name, text=needed(text))


def remark(session: Session, name: str, text: str) -> None:
    """A note from somebody in the room, without a name, on a question that was seen."""
    if session.topic(name).phase in (QuestionPhase.DRAFT, QuestionPhase.OPEN, QuestionPhase.CLOSED):
        raise InputError(say("Notes can be added once the votes were shown."))
    session.record(EntryKind.NOTED, name, notes=(needed(text),))


def hide(session: Session, name: str, note_: str, *, hidden: bool = True) -> None:
    """Keep a note from the room out of every report, or let it be told again. To do it twice does no harm."""
    topic = session.topic(name)
    if note_ not in topic.written:
        raise InputError(say("There is no such note on this question."))
    if (note_ in topic.hidden) is not hidden:
        session.record(EntryKind.HIDDEN if hidden else EntryKind.UNHIDDEN, name, notes=(note_,))


def fetch(session: Session, name: str, what: str, owner: str, due: date | None) -> None:
    """Evidence that somebody will bring."""
    if name:
        session.question(name)
    session.record(EntryKind.FETCH, name, text=needed(what), owner=short(owner), due=due)
