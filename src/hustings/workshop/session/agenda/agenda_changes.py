"""Changes of the agenda while it runs: its order, what is skipped, what is shown to read first, and the time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from math import ceil

from hustings.answers.workshop.agenda_plan import WHOLE
from hustings.answers.workshop.workshop_log import EntryKind
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.agenda.agenda import asking_places
from hustings.workshop.session.session import Session

LONGEST_PART = 240
"""Minutes that one section may take at most."""
LONGEST_QUESTION = 60
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.h]([0-5][0-9])")


def skip(session: Session, name: str) -> None:
    """Skip a question: it counts as open, and is not proposed any more. Repeating it has no effect."""
    session.question(name)
    if name not in session.room.plan.skipped:
        session.step(EntryKind.SKIPPED, name)


def unskip(session: Session, name: str) -> None:
    """Take a skipped question up again. Repeating it has no effect."""
    session.question(name)
    if name in session.room.plan.skipped:
        session.step(EntryKind.UNSKIPPED, name)


def arrange(session: Session, section: str, order: Sequence[str]) -> None:
    """Put questions of a section in this order, or the sections if it is empty; no order is the suggested one.

    Raises `InputError` if a name is there twice or does not belong there.
    """
    known = _names(session, section)
    if len(set(order)) != len(order) or not set(order) <= set(known):
        raise InputError(say("That is no order of the agenda."), say("Load the page again, then move it once more."))
    session.step(EntryKind.ARRANGED, "", text=section, order=tuple(order))


def _names(session: Session, section: str) -> tuple[str, ...]:
    sections = session.pack.questionnaire.sections
    if section == WHOLE:
        return tuple(one.id for one in sections)
    for one in sections:
        if one.id == section:
            return tuple(question.id for question in one.questions)
    raise InputError(say("No part of the agenda is called `{section}`.", section=section[:40]))


def weightiest_first(session: Session) -> None:
    """Put the sections in the order of what to find out first, and the questions of each too.

    A section without an open point that is weighed stays in front: facts decide which questions follow.
    """
    places = asking_places(session)
    sections = session.pack.questionnaire.sections
    weights = {one.id: [places[question.id] for question in one.questions if question.id in places] for one in sections}
    as_planned(session)
    arrange(session, WHOLE, sorted(weights, key=lambda name: min(weights[name], default=-1)))


def as_planned(session: Session) -> None:
    """Take back every change of the order."""
    for section in session.room.plan.orders:
        arrange(session, section, ())


def budget(session: Session, section: str, minutes: int) -> None:
    """Set the minutes that a section may take; 0 for no limit."""
    if section == WHOLE:
        raise InputError(say("Say for which part of the agenda."))
    _names(session, section)
    if not 0 <= minutes <= LONGEST_PART:
        raise InputError(say("A part takes at most {most} minutes.", most=LONGEST_PART))
    session.step(EntryKind.BUDGETED, "", text=section, seconds=60 * minutes)


def budget_question(session: Session, name: str, minutes: int) -> None:
    """Set the minutes that one question takes; 0 for as long as this room takes for others."""
    session.question(name)
    if not 0 <= minutes <= LONGEST_QUESTION:
        raise InputError(say("A question takes at most {most} minutes.", most=LONGEST_QUESTION))
    session.step(EntryKind.BUDGETED, name, seconds=60 * minutes)


def leave_by(session: Session, typed: str) -> None:
    """Set the time of day at which the room must be left, such as 17:00, on this machine's clock; empty for none."""
    seconds = 0
    if typed:
        found = _TIME.fullmatch(typed.strip())
        if found is None:
            raise InputError(say("“{typed}” is no time of day.", typed=typed[:20]), say("Write it like 17:00."))
        now = session.clock().astimezone()
        until = now.replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
        seconds = ceil((until - now + timedelta(days=until <= now)).total_seconds())
    session.step(EntryKind.BUDGETED, "", text=WHOLE, seconds=seconds)


def present(session: Session, name: str) -> None:
    """Show a question to read before its vote opens, also after a restart; with no name, none."""
    if name:
        session.question(name)
    if name != session.room.plan.presented:
        session.step(EntryKind.PRESENTED, name)
