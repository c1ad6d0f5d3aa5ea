"""Who gave, changed and withdrew which answer, and when: the events of an assessment as they follow on each other.

Names and clocks are as they were given. Of an answer that a workshop left open, the votes are never shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import groupby
from types import MappingProxyType

from hustings.answers.events import Answer, Answers, Event
from hustings.frozen_records import dataclass
from hustings.text import same_name

NONE: Answers = MappingProxyType({})


class Act(StrEnum):
    """What an event did to an answer.

    CONFIRMED: the same answer once more. EVIDENCE: the same with another note, reason, grade or reference. ABOUT: it is
    about the assessment itself, such as its edition.
    """

    GIVEN = "given"
    CHANGED = "changed"
    EVIDENCE = "evidence"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Change:
    """One event, what it did, and the answer that stood before it; None if there was none."""

    event: Event
    act: Act
    before: Answer | None

    @property
    def who(self) -> tuple[str, str]:
        """By whom, and in which way: interview, file, workshop, paper or follow-up."""
        return self.event.by, self.event.source


@dataclass(frozen=True, slots=True)
class Sitting:
    """The changes of one person on one day, in one way and without those of somebody else in between."""

    changes: tuple[Change, ...]

    @property
    def first(self) -> Event:
        """Its first event."""
        return self.changes[0].event

    @property
    def last(self) -> Event:
        """Its last event."""
        return self.changes[-1].event

    def count(self, act: Act) -> int:
        """How many of its events did this."""
        return sum(change.act is act for change in self.changes)


def changes(events: Iterable[Event], earlier: Answers = NONE) -> Iterator[Change]:
    """The events with what each of them did. `earlier`: the answers of the assessment that this one follows."""
    answers = dict[str, Answer | None](earlier)
    for event in events:
        before = answers.get(event.question)
        yield Change(event, _act(event, before), before)
        answers[event.question] = event.answer


def sittings(made: Iterable[Change]) -> tuple[Sitting, ...]:
    """The changes, drawn together by person, day and way. The day is that of the events' time zone."""
    alike = groupby(made, key=lambda change: (*change.who, change.event.at.date()))
    return tuple(Sitting(tuple(group)) for _, group in alike)


def people(made: Sequence[Change]) -> tuple[str, ...]:
    """The names that were given, in order of their first answer."""
    return tuple(dict.fromkeys(change.event.by for change in made if change.event.by))


def since_last_answer(made: Sequence[Change], name: str) -> tuple[Event, tuple[Change, ...]] | None:
    """Somebody's last event and what others did after it; None if nobody of this name answered."""
    own = [place for place, change in enumerate(made) if same_name(change.event.by, name)]
    return (made[own[-1]].event, tuple(made[own[-1] + 1 :])) if own else None


def _act(event: Event, before: Answer | None) -> Act:
    match event.question.startswith("@"), before, event.answer:
        case True, _, _:
            return Act.ABOUT
        case _, _, None:
            return Act.WITHDRAWN
        case _, None, _:
            return Act.GIVEN
        case _, old, new if old == new:
            return Act.CONFIRMED
        case _:
            return Act.CHANGED if _bare(before) != _bare(event.answer) else Act.EVIDENCE


def _bare(answer: Answer | None) -> Answer | None:
    """An answer without what is said about it."""
    return answer and replace(answer, reason="", note="", grade=0, reference="")
