"""Answers recorded with one version of a pack, checked against another.

A pack may change after a case was begun: a question is removed, a choice renamed, a range narrowed. An answer that the
pack no longer accepts stays in the history, is left out of the score, and is named; nothing that reads it fails.
Entries of a workshop's log that are impossible at their place are skipped likewise.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from hustings.answers.accept import Refusal, accept
from hustings.answers.events import Answer, Answers, State, Value
from hustings.answers.workshop.fold import after
from hustings.answers.workshop.state import WorkshopState
from hustings.answers.workshop.transitions import FROM, may
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question


def fitting(pack: Pack, answers: Answers) -> tuple[Answers, tuple[str, ...]]:
    """The answers that this pack accepts, and the ids of the questions whose answers it does not."""
    dropped = tuple(name for name, answer in answers.items() if not _fits(pack.questions.get(name), answer))
    return MappingProxyType({name: answers[name] for name in answers if name not in dropped}), dropped


def fitting_entries(pack: Pack, entries: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    """The entries of a workshop's log that are about this pack's questions and possible at their place."""
    state, kept = WorkshopState(), list[LogEntry]()
    for entry in entries:
        if _happened(pack, state, entry):
            state = after(state, entry)
            kept.append(entry)
    return tuple(kept)


def _happened(pack: Pack, state: WorkshopState, entry: LogEntry) -> bool:
    about_none = not entry.question and (entry.kind is EntryKind.PARKED or entry.kind not in FROM)
    if not (about_none or entry.question in pack.questions) or not may(state, entry.kind, entry.question):
        return False
    match entry.kind:
        case EntryKind.COUNTED | EntryKind.CLOSED:
            return entry.ballots is not None
        case EntryKind.DECIDED:
            return entry.decision is not None
        case _:
            return True


def fits(pack: Pack, name: str, answer: Answer) -> bool:
    """Whether the pack accepts this answer to the question `name`."""
    return _fits(pack.questions.get(name), answer)


def _fits(question: Question | None, answer: Answer) -> bool:
    if question is None:
        return False
    match answer.state:
        case State.ANSWERED:
            return answer.value is not None and _taken(question, answer.value)
        case State.UNRESOLVED:
            return bool(answer.votes) and all(_taken(question, vote) for vote in answer.votes)
        case State.NA:
            return question.na
        case _:
            return True


def _taken(question: Question, value: Value) -> bool:
    """Whether the value is accepted with its type unchanged: a number for what is now a text is not."""
    taken = accept(question, value)
    return not isinstance(taken, Refusal) and type(taken) is type(value)
