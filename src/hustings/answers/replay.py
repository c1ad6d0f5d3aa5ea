"""Events to answers: the last word on each question counts, a withdrawal takes it away."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from hustings.answers.events import Answer, Answers, Event


def replay(events: Iterable[Event]) -> Answers:
    """Fold events, in their order, into the answers that now stand. The result cannot be changed."""
    standing: dict[str, Answer] = {}
    for event in events:
        if event.answer is None:
            standing.pop(event.question, None)
        else:
            standing[event.question] = event.answer
    return MappingProxyType(standing)
