"""What to find out, as steps: the open points grouped by who can answer (method.md 1.7; 1.8, 51, 56 and 59).

One step for each role for what decides an open gate of the index, and one for the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.scoring.items import ZERO
from hustings.scoring.result import OpenPoint

Urgency = Literal["gate", "check", "rest"]
ORDER: tuple[Urgency, ...] = ("gate", "check", "rest")
TEAM = "team"
MINUTES = 60


@dataclass(frozen=True, slots=True)
class FindOut:
    """Open points that one role can answer together."""

    owner: str
    urgency: Urgency
    points: tuple[OpenPoint, ...]

    @property
    def id(self) -> str:
        """The name of this group, the same whenever the same is open."""
        return f"find_out:{self.owner}:{'gates' if self.urgency == 'gate' else 'rest'}"

    @property
    def hours(self) -> Fraction:
        """The time that it takes to answer, in hours."""
        return sum((point.question.minutes for point in self.points), ZERO) / MINUTES


def find_outs(points: Iterable[OpenPoint], checked: Collection[str]) -> tuple[FindOut, ...]:
    """The groups in the order of their urgency; within it, and within a group, in the order of the points.

    `checked`: the questions for whose answers a step of the plan waits.
    """
    groups = dict[tuple[bool, str], list[OpenPoint]]()
    for point in points:
        groups.setdefault((point.decides, point.question.role or TEAM), []).append(point)
    by_urgency = (_group(owner, group, checked, deciding=deciding) for (deciding, owner), group in groups.items())
    return tuple(sorted(by_urgency, key=lambda one: ORDER.index(one.urgency)))


def _group(owner: str, points: list[OpenPoint], checked: Collection[str], *, deciding: bool) -> FindOut:
    """What is waited for comes first within a group."""
    awaited = [point for point in points if waits_for(point, checked)]
    urgency: Urgency = "gate" if deciding else "check" if awaited else "rest"
    return FindOut(owner, urgency, (*awaited, *(point for point in points if point not in awaited)))


def shortened(group: FindOut, hours: Fraction, checked: Collection[str]) -> FindOut:
    """As many points of a group as fit into some hours; those that are waited for in any case."""
    kept, left = list[OpenPoint](), hours
    for point in group.points:
        minutes = point.question.minutes / MINUTES
        if minutes <= left or waits_for(point, checked):
            kept.append(point)
            left -= minutes
    return FindOut(group.owner, group.urgency, tuple(kept))


def waits_for(point: OpenPoint, checked: Collection[str]) -> bool:
    """Whether one of the questions is known once this point is answered."""
    return point.question.id in checked or any(name in checked for name in point.items)
