"""Written notes of a workshop: of facilitator and participants, what is parked, and evidence to fetch."""

from __future__ import annotations

from datetime import date

from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import EntryKind
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.input.free_text import note, required_note, short
from hustings.workshop.session.session import Session


def park(session: Session, name: str, text: str) -> None:
    """Park a question, or a thought that belongs to none, for later."""
    if name:
        session.question(name)
    session.step(EntryKind.PARKED, name, text=note(text))


def write(session: Session, text: str, name: str = "") -> None:
    """Record a note of the facilitator."""
    if name:
        session.question(name)
    session.record(EntryKind.NOTED, name, text=required_note(text))


def remark(session: Session, name: str, text: str) -> None:
    """Record an anonymous note of a participant on a question whose votes were shown."""
    if session.topic(name).phase in (QuestionPhase.DRAFT, QuestionPhase.OPEN, QuestionPhase.CLOSED):
        raise InputError(say("Notes can be added once the votes were shown."))
    session.record(EntryKind.NOTED, name, notes=(required_note(text),))


def hide(session: Session, name: str, note_: str, *, hidden: bool = True) -> None:
    """Hide a participant's note from every report, or show it again. Repeating it has no effect."""
    topic = session.topic(name)
    if note_ not in topic.written:
        raise InputError(say("There is no such note on this question."))
    if (note_ in topic.hidden) is not hidden:
        session.record(EntryKind.HIDDEN if hidden else EntryKind.UNHIDDEN, name, notes=(note_,))


def fetch(session: Session, name: str, text: str, owner: str, due: date | None) -> None:
    """Record evidence that somebody will bring."""
    if name:
        session.question(name)
    session.record(EntryKind.FETCH, name, text=required_note(text), owner=short(owner), due=due)
