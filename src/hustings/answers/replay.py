"""Events to answers: the last event of each question counts, and a withdrawal removes the answer."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from hustings.answers.events import CLOSED, EDITION, FOLLOWS, PACK, Answer, Answers, Event


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
    return _last(events, EDITION)


def pack_in_use(events: Iterable[Event]) -> str:
    """The digest of the pack that the answers are to since the last upgrade; empty if there was none."""
    return _last(events, PACK)


def followed(events: Iterable[Event]) -> str:
    """The id of the earlier assessment that this one follows; empty if it follows none."""
    return _last(events, FOLLOWS)


def closing(events: Iterable[Event]) -> Event | None:
    """The event that closed the assessment: when, by whom and at which head; None while it is open."""
    closings = [event for event in events if event.question == CLOSED]
    return closings[-1] if closings and closings[-1].answer is not None else None


def _last(events: Iterable[Event], about: str) -> str:
    recorded = [event.answer for event in events if event.question == about]
    return str(recorded[-1].value) if recorded and recorded[-1] is not None else ""
