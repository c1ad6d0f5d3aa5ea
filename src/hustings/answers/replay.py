"""Events to answers: the last event of each question counts, and a withdrawal removes the answer."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from hustings.answers.events import EDITION, Answer, Answers, Event


def replay(events: Iterable[Event]) -> Answers:
    """Fold events, in their order, into the current answers. The result is read-only.

    Events about the assessment itself, such as its edition, are left out.
    """
    answers: dict[str, Answer] = {}
    for event in events:
        if event.answer is None:
            answers.pop(event.question, None)
        elif not event.question.startswith("@"):
            answers[event.question] = event.answer
    return MappingProxyType(answers)


def chosen_edition(events: Iterable[Event]) -> str:
    """The edition chosen last; empty if none was."""
    chosen = [event.answer for event in events if event.question == EDITION]
    return str(chosen[-1].value) if chosen and chosen[-1] is not None else ""
