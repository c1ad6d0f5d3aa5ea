"""Free text from a room: cleaned, and of a length that a page can show."""

from __future__ import annotations

from hustings.problems import InputError
from hustings.text import clean, name_of
from hustings.wording import say

LONGEST_NOTE = 500
LONGEST_NAME = 60


def note(text: str) -> str:
    """A note, which may be empty. `InputError` if it is too long."""
    found = clean(text)
    if len(found) > LONGEST_NOTE:
        raise InputError(say("A note takes at most {most} characters.", most=LONGEST_NOTE))
    return found


def needed(text: str) -> str:
    """A note that says something."""
    if not (found := note(text)):
        raise InputError(say("A few words are needed."))
    return found


def short(text: str) -> str:
    """A name, on one line. `InputError` if it is too long."""
    found = name_of(text)
    if len(found) > LONGEST_NAME:
        raise InputError(say("A name takes at most {most} characters.", most=LONGEST_NAME))
    return found
