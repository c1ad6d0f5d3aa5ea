"""Events to answers: the last word on each question counts, a withdrawal takes it away."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from hustings.answers.events import EDITION, Answer, Answers, Event


def replay(events: Iterable[Event]) -> Answers:
    """Fold events, in their order, into the answers that now stand. The result cannot be changed.

    What is said about the assessment itself, such as its edition, is not among them.
    """
    standing: dict[str, Answer] = {}
    for event in events:
        if event.answer is None:
            standing.pop(event.question, None)
        elif not event.question.startswith("@"):
            standing[event.question] = event.answer
    return MappingProxyType(standing)


def chosen_edition(events: Iterable[Event]) -> str:
    """The edition chosen last; empty if none was."""
    chosen = [event.answer for event in events if event.question == EDITION]
    return str(chosen[-1].value) if chosen and chosen[-1] is not None else ""
