"""Which keys count: a key that is held down, or text pasted as if it were typed, answers one question and no more.

A terminal says neither that a key was let go nor, if it is old, that a text is pasted; only the time between keys
tells. Nobody reads a question as fast as that.
"""

from __future__ import annotations

from dataclasses import replace

from hustings.frozen_records import dataclass

BURST = 0.06
"""Seconds within which two keys are not pressed by a person."""
SAME = 0.7
"""Seconds within which the key that answered last does not answer again: until a key that is held begins to repeat."""
AFTER_DIGIT = 0.4
"""Seconds for which Enter after a digit belongs to the digit, as it was needed once."""
DEAF = 0.4
"""Seconds for which a stop takes no key, so that nobody types past it."""
FREE = ("up", "down", "pageup", "pagedown", "backspace", "home", "end", "delete")
"""Keys that are meant to repeat."""


@dataclass(frozen=True, slots=True)
class Pace:
    """The last key and when it came; the key that answered last, and when; whether what followed came in one go."""

    key: str = ""
    at: float = float("-inf")
    left_by: str = ""
    left_at: float = float("-inf")
    held: bool = False


def counts(pace: Pace, key: str, now: float, *, deaf: bool = False) -> tuple[bool, Pace]:
    """Whether a key counts, and the pace after it. `deaf`: the page is a stop that has just appeared."""
    within = now - pace.at < BURST
    held = pace.held and (within or (key == pace.left_by and now - pace.at < SAME))
    after = replace(pace, key=key, at=now, held=held)
    if key in FREE:
        return True, after
    swallowed = key == "enter" and pace.key == pace.left_by and pace.key.isdigit() and now - pace.left_at < AFTER_DIGIT
    if held or swallowed or (deaf and now - pace.left_at < DEAF):
        return False, after
    return not (within and key == pace.key), after


def typed(pace: Pace, now: float) -> Pace:
    """The pace after a character in a field, where letters may come as fast as they like."""
    return replace(pace, key="typed", at=now, held=pace.held and now - pace.at < BURST)


def left(pace: Pace, key: str, now: float, *, answered: bool) -> Pace:
    """The pace after a key that took the page away; only one that `answered` is not taken again at once."""
    return replace(pace, left_by=key if answered else "", left_at=now, held=answered)
