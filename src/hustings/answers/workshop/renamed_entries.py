"""A workshop's log as it reads after an upgrade of the pack: with the ids that questions and choices have now.

The log itself is never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hustings.answers.versions.pack_upgrade import carried, carried_value
from hustings.answers.workshop.ballots import Ballots, Pick
from hustings.answers.workshop.workshop_log import Decision, LogEntry
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.versions.renaming import renamed_choices, renamed_questions


def renamed_entries(pack: Pack, entries: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    """The entries with the ids of this pack."""
    names = renamed_questions(pack)
    return tuple(_renamed(pack, names, entry) for entry in entries)


def _renamed(pack: Pack, names: Mapping[str, str], entry: LogEntry) -> LogEntry:
    name = names.get(entry.question, entry.question)
    if entry.order:
        return replace(entry, order=tuple(names.get(one, one) for one in entry.order))
    question = pack.questions.get(name)
    if question is None:
        return entry
    ballots = entry.ballots and _ballots(question, entry.ballots)
    return replace(
        entry,
        question=name,
        ballots=ballots,
        decision=entry.decision and _decision(question, entry.decision),
        groups=tuple((name, _ballots(question, counts)) for name, counts in entry.groups),
    )


def _ballots(question: Question, counted: Ballots) -> Ballots:
    names = renamed_choices(question)
    return replace(counted, votes=tuple(_pick(names, vote) for vote in counted.votes)) if names else counted


def _pick(names: Mapping[str, str], vote: Pick) -> Pick:
    value = carried_value(names, vote)
    assert isinstance(value, str | tuple)
    return value


def _decision(question: Question, made: Decision) -> Decision:
    proposed = made.proposed and carried(question, made.proposed)
    return replace(made, answer=carried(question, made.answer), proposed=proposed)
