"""A closed assessment is read-only: after the event that closes it only one that opens it again may follow.

This is checked before anything is written, and again by triggers inside the transaction that writes it (`sql_schema`),
so that no program with another idea of the file can add to it. A file in which more follows is damaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hustings.answers.events import CLOSED, Event
from hustings.answers.replay import closing
from hustings.casefile.history_head import HistoryMarks, head
from hustings.messages import long_date, say
from hustings.problems import InputError
from hustings.text import one_line


def check_open(file: str, title: str, events: Sequence[Event]) -> None:
    """Raise `InputError` if an assessment is closed."""
    if (closed := closing(events)) is not None:
        raise InputError(
            closed_text(file, title, closed),
            say("For the next visit: hustings follow-up. To change this one after all: hustings close --reopen."),
        )


def closed_text(file: str, title: str, closed: Event) -> str:
    """That an assessment is closed, since when and by whom."""
    names = {"file": file, "title": one_line(title), "day": long_date(closed.at.astimezone().date())}
    if who := one_line(closed.by):
        return say("“{title}” in {file} was closed on {day} by {who}: nothing can be added to it.", **names, who=who)
    return say("“{title}” in {file} was closed on {day}: nothing can be added to it.", **names)


def check_closed(events: Sequence[Event], trail: HistoryMarks) -> None:
    """Raise `ValueError` if a history goes on after it was closed, or is not the one that was closed."""
    _check_following(events)
    closed = closing(events)
    answer = closed.answer if closed is not None else None
    if answer is not None and answer.value != head(trail.events[-2], trail.entries[-1]):
        raise ValueError("not what was closed")


def _check_following(events: Iterable[Event]) -> None:
    """Check that only opening follows closing, and only closing can be undone."""
    closed = False
    for event in events:
        opens = event.question == CLOSED and event.answer is None
        if opens is not closed:
            raise ValueError("not what may follow")
        closed = event.question == CLOSED and event.answer is not None
