"""The answers of an assessment taken to another version of its pack, as events, and back again.

An answer moves under an earlier id that the new pack names with `was`, and a choice likewise. An answer that the new
pack does not take is withdrawn; it stays in the history, and an undo gives it back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from hustings.answers.applicability import Applicability, standings
from hustings.answers.events import PACK, Answer, Answers, Event, State, Value
from hustings.answers.replay import pack_in_use, replay
from hustings.answers.versions.compatibility import fits
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.versions.renaming import renamed_choices, renamed_questions

UPGRADE, UNDO = "upgrade", "undo"
"""The sources of events that take answers to another pack, and back."""
Reason = Literal["gone", "refused", "answered"]
"""Why an answer is dropped: the pack does not ask it, does not take it, or has an answer under the new id already."""
Change = tuple[str, Answer | None]
"""A question and its new answer; None withdraws the one before."""


@dataclass(frozen=True, slots=True)
class MovedAnswer:
    """An answer that has another question's id now, or another choice's."""

    old: str
    new: str
    before: Answer
    after: Answer


@dataclass(frozen=True, slots=True)
class DroppedAnswer:
    """An answer that does not count in the new pack, and why."""

    question: str
    answer: Answer
    reason: Reason


@dataclass(frozen=True, slots=True)
class PackUpgrade:
    """What becomes of the answers: `answers` are all that count in the new pack, moved or as they were."""

    answers: Answers
    moved: tuple[MovedAnswer, ...]
    dropped: tuple[DroppedAnswer, ...]

    @property
    def kept(self) -> int:
        """How many answers stay as they are."""
        return len(self.answers) - len(self.moved)

    def changes(self, digest: str) -> tuple[Change, ...]:
        """The changes to record, the pack's digest first."""
        gone = [one.question for one in self.dropped]
        away = dict.fromkeys([*gone, *(one.old for one in self.moved if one.old != one.new)])
        pack = Answer(State.ANSWERED, digest)
        return ((PACK, pack), *((name, None) for name in away), *((one.new, one.after) for one in self.moved))


def upgrade(pack: Pack, answers: Answers) -> PackUpgrade:
    """What becomes of answers in another version of their pack."""
    kept, moved, dropped = dict[str, Answer](), list[MovedAnswer](), list[DroppedAnswer]()
    for old, new in _targets(pack, answers):
        answer = answers[old]
        after = None if new is None or new in kept else carried(pack.questions[new], answer)
        if new is None or after is None or not fits(pack, new, after):
            dropped.append(DroppedAnswer(old, answer, _reason(new, kept)))
            continue
        kept[new] = after
        if (old, answer) != (new, after):
            moved.append(MovedAnswer(old, new, answer, after))
    return PackUpgrade(MappingProxyType(kept), tuple(moved), tuple(dropped))


def _targets(pack: Pack, answers: Answers) -> Iterator[tuple[str, str | None]]:
    """Each answered question with its id now: those that keep theirs first, so that a newer answer is not displaced."""
    names = renamed_questions(pack)
    yield from ((name, name) for name in answers if name in pack.questions)
    yield from ((old, new) for old, new in names.items() if old in answers)
    yield from ((name, None) for name in answers if name not in pack.questions and name not in names)


def _reason(new: str | None, found: Mapping[str, Answer]) -> Reason:
    if new is None:
        return "gone"
    return "answered" if new in found else "refused"


def carried(question: Question, answer: Answer) -> Answer:
    """The answer with the ids that its choices have now."""
    names = renamed_choices(question)
    if not names:
        return answer
    value = None if answer.value is None else carried_value(names, answer.value)
    return replace(answer, value=value, votes=tuple(carried_value(names, vote) for vote in answer.votes))


def carried_value(names: Mapping[str, str], value: Value) -> Value:
    """A value with the ids that its choices have now, by their earlier ones."""
    match value:
        case str():
            return names.get(value, value)
        case tuple():
            return tuple(dict.fromkeys(names.get(one, one) for one in value))
        case _:
            return value


def new_questions(pack: Pack, answers: Answers, old: Pack | None) -> tuple[Question, ...]:
    """The questions that the campaign is to answer since the old pack did not ask them.

    Without the old pack: all that are not answered.
    """
    known = old.questions if old is not None else {}
    stands = standings(pack, answers)
    return tuple(
        question
        for name, question in pack.questions.items()
        if question.asked
        and name not in answers
        and stands[name] is not Applicability.EXCLUDED
        and known.keys().isdisjoint((name, *question.was))
    )


# --- back again --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Undo:
    """An upgrade taken back. `kept`: the questions that were answered again since, whose answers stay."""

    changes: tuple[Change, ...]
    kept: tuple[str, ...]


def undo(events: Sequence[Event]) -> Undo | None:
    """How to take the last upgrade back; None if there is none."""
    span = _last_upgrade(events)
    if span is None:
        return None
    before, after, now = replay(events[: span.start]), replay(events[: span.stop]), replay(events)
    names = dict.fromkeys(event.question for event in events[span.start + 1 : span.stop])
    kept = tuple(name for name in names if now.get(name) != after.get(name))
    digest = pack_in_use(events[: span.start])
    pack = Answer(State.ANSWERED, digest) if digest else None
    return Undo(((PACK, pack), *((name, before.get(name)) for name in names if name not in kept)), kept)


def _last_upgrade(events: Sequence[Event]) -> range | None:
    """The numbers of the events of the last upgrade that was not taken back."""
    begun = list[int]()
    for at, event in enumerate(events):
        if event.question == PACK and event.source == UPGRADE:
            begun.append(at)
        elif event.question == PACK and event.source == UNDO and begun:
            begun.pop()
    return _block(events, begun[-1]) if begun else None


def _block(events: Sequence[Event], start: int) -> range:
    """The events from one about the pack to the last that belongs to it; any other event is alone."""
    end = start + 1
    if events[start].question == PACK:
        while end < len(events) and _belongs(events[start], events[end]):
            end += 1
    return range(start, end)


def _belongs(first: Event, other: Event) -> bool:
    return other.source == first.source in (UPGRADE, UNDO) and not other.question.startswith("@")


@dataclass(frozen=True, slots=True)
class _Step:
    """Events that belong together, and the answers to their questions before."""

    source: str
    stop: int
    before: Mapping[str, Answer | None]


def events_that_stand(events: Sequence[Event]) -> int:
    """How many events say all there is: without upgrades at their end that were taken back with nothing in between.

    So a report made after an undo is the one that was made before the upgrade.
    """
    now, steps = dict[str, Answer | None](), list[_Step]()
    at = 0
    while at < len(events):
        block = _block(events, at)
        step = _Step(_source(events[at]), block.stop, {events[n].question: now.get(events[n].question) for n in block})
        now.update((events[n].question, events[n].answer) for n in block)
        if steps and _takes_back(step, steps[-1], now):
            steps.pop()
        else:
            steps.append(step)
        at = block.stop
    return steps[-1].stop if steps else 0


def _source(event: Event) -> str:
    return event.source if event.question == PACK else ""


def _takes_back(step: _Step, last: _Step, now: Mapping[str, Answer | None]) -> bool:
    """Whether a step undoes the upgrade right before it, to the letter."""
    if (step.source, last.source) != (UNDO, UPGRADE) or not step.before.keys() <= last.before.keys():
        return False
    return all(now.get(name) == answer for name, answer in last.before.items())
