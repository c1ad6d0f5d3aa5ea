"""What the facilitator decided about the agenda: its order, what is skipped, what is shown to read first, and the time.

All of it is in the log, so that a restart finds the agenda as it was left. Nothing of it is scored: a question that is
skipped counts as open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TypeVar

from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.frozen_records import dataclass

WHOLE = ""
"""The key of the sections among each other, and of the time of the whole workshop."""
LONGEST_STAY = 30 * 60
"""Seconds of one step that count at most: after that the room was somewhere else."""
BESIDE_AGENDA = (
    EntryKind.SKIPPED,
    EntryKind.UNSKIPPED,
    EntryKind.ARRANGED,
    EntryKind.BUDGETED,
    EntryKind.PRESENTED,
)
"""The kinds of entry that change the agenda only."""
Names = tuple[str, ...]
Value = TypeVar("Value", Names, int)


@dataclass(frozen=True, slots=True)
class AgendaPlan:
    """`orders`: the ids in their order, by section; those of the sections under `WHOLE`. `minutes`: the time budgets.

    `own_minutes` are those that the facilitator gives to single questions.
    `until` is the time at which the room must be left. `presented` is the question that is shown to be read before its
    vote opens. `spent` are the seconds for which each question was before the room.
    """

    skipped: Names = ()
    orders: Mapping[str, Names] = field(default_factory=lambda: MappingProxyType({}))
    minutes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    until: datetime | None = None
    presented: str = ""
    spent: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    own_minutes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def place(self, section: str, name: str) -> int:
        """The place of a name in the facilitator's order; names that are not in it come last, and are equal."""
        order = self.orders.get(section, ())
        return order.index(name) if name in order else len(order)

    def arranged(self, section: str, names: Iterable[str]) -> Names:
        """These names in the facilitator's order."""
        return tuple(sorted(names, key=lambda name: self.place(section, name)))


def planned(plan: AgendaPlan, entry: LogEntry) -> AgendaPlan:
    """The plan after one more entry. A vote that is opened, or a decision, brings a skipped question back."""
    match entry.kind:
        case EntryKind.SKIPPED:
            return replace(plan, skipped=(*_without(plan.skipped, entry.question), entry.question))
        case EntryKind.UNSKIPPED | EntryKind.OPENED | EntryKind.DECIDED:
            return replace(plan, skipped=_without(plan.skipped, entry.question))
        case EntryKind.ARRANGED:
            return replace(plan, orders=_changed(plan.orders, entry.text, entry.order))
        case EntryKind.BUDGETED if entry.question:
            return replace(plan, own_minutes=_changed(plan.own_minutes, entry.question, entry.seconds // 60))
        case EntryKind.BUDGETED if entry.text == WHOLE:
            return replace(plan, until=entry.at + timedelta(seconds=entry.seconds) if entry.seconds else None)
        case EntryKind.BUDGETED:
            return replace(plan, minutes=_changed(plan.minutes, entry.text, entry.seconds // 60))
        case EntryKind.PRESENTED:
            return replace(plan, presented=entry.question)
        case _:
            return plan


def spent(plan: AgendaPlan, question: str, since: datetime | None, entry: LogEntry) -> AgendaPlan:
    """The plan with the seconds from the entry before to this one added to the question that was before the room.

    The time for which the program was closed does not count, and a clock that was set back takes nothing away.
    """
    if not question or since is None or entry.kind is EntryKind.RESUMED:
        return plan
    seconds = min(LONGEST_STAY, max(0, int((entry.at - since).total_seconds())))
    total = plan.spent.get(question, 0) + seconds
    return replace(plan, spent=MappingProxyType({**plan.spent, question: total}))


def _without(names: Names, name: str) -> Names:
    return tuple(one for one in names if one != name)


def _changed(before: Mapping[str, Value], key: str, value: Value) -> Mapping[str, Value]:
    """The mapping with one entry set or, if its value is empty, left out."""
    kept = {name: one for name, one in before.items() if name != key}
    return MappingProxyType({**kept, key: value} if value else kept)
