"""Campaigns in groups: by office, by place, by the size of their team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.portfolio.figures.attention import is_short_of_hours, urgency
from hustings.portfolio.figures.spread import Quartiles, quartiles
from hustings.portfolio.figures.standing import Standing

By = Literal["office", "place", "size"]
BY: Mapping[By, Callable[[Standing], str | None]] = {
    "office": lambda one: one.about.office,
    "place": lambda one: one.about.place,
    "size": lambda one: one.about.size,
}


@dataclass(frozen=True, slots=True)
class Group:
    """The campaigns that gave one answer; `value` is its id, and None for those that did not say.

    `failing`: those in which a deal-breaker is known to fail, and whose election is not over; `short`: that lack hours.
    """

    value: str | None
    campaigns: int
    index: Quartiles
    failing: int
    short: int


def groups(latest: Sequence[Standing], by: By) -> tuple[Group, ...]:
    """The groups, the largest first; those that did not say come last."""
    found = defaultdict[str | None, list[Standing]](list)
    for one in latest:
        found[BY[by](one)].append(one)
    made = (_group(value, members) for value, members in found.items())
    return tuple(sorted(made, key=lambda group: (group.value is None, -group.campaigns, group.value or "")))


def _group(value: str | None, members: Sequence[Standing]) -> Group:
    return Group(
        value,
        len(members),
        quartiles([one.index.pt for one in members]),
        sum(urgency(one) == "fails" for one in members),
        sum(map(is_short_of_hours, members)),
    )
