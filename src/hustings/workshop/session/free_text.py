"""Free text from a room: cleaned, and of a length that a page can show."""

from __future__ import annotations

from collections.abc import Mapping

from hustings.answers.accept import LONGEST_NAME, too_long
from hustings.answers.workshop.records import Vote
from hustings.messages import say
from hustings.problems import InputError
from hustings.text import clean, name_of


def note(text: str) -> str:
    """A note, which may be empty. `InputError` if it is too long."""
    found = clean(text)
    if long := too_long(found):
        raise InputError(long.why)
    return found


def notes_of(votes: Mapping[int, Vote]) -> tuple[str, ...]:
    """What was written with the votes, each once, in an order that says nothing about who wrote it."""
    return tuple(sorted({vote.note for vote in votes.values() if vote.note}))


def needed(text: str) -> str:
    """A note that says something."""
    if not (found := note(text)):
        raise InputError(say("A few words are needed."))
    return found


def short(text: str) -> str:
    """A name, on one line. `InputError` if it is too long."""
    found = name_of(text)
    if long := too_long(found, LONGEST_NAME):
        raise InputError(say("The name is too long."), long.why)
    return found
