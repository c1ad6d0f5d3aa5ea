"""Free text of participants: cleaned, and of limited length."""

from __future__ import annotations

from collections.abc import Mapping

from hustings.answers.accept import LONGEST_NAME, too_long
from hustings.answers.workshop.workshop_log import Vote
from hustings.messages import say
from hustings.problems import InputError
from hustings.text import clean, name_of


def note(text: str) -> str:
    """A note, which may be empty. Raises `InputError` if it is too long."""
    cleaned = clean(text)
    if refusal := too_long(cleaned):
        raise InputError(refusal.why)
    return cleaned


def notes_of(votes: Mapping[int, Vote]) -> tuple[str, ...]:
    """The notes of votes, each once, sorted so that their order does not show who wrote them."""
    return tuple(sorted({vote.note for vote in votes.values() if vote.note}))


def required_note(text: str) -> str:
    """A note that is not empty. Raises `InputError` if it is."""
    if not (cleaned := note(text)):
        raise InputError(say("A few words are needed."))
    return cleaned


def short(text: str) -> str:
    """A name, on one line. Raises `InputError` if it is too long."""
    cleaned = name_of(text)
    if refusal := too_long(cleaned, LONGEST_NAME):
        raise InputError(say("The name is too long."), refusal.why)
    return cleaned
