"""The change of a figure, split exactly among its three causes: the campaign, the rubric, law and calendar.

With three causes a figure has eight corners: each cause is as it was then, or as it is now. A cause's part is its
Shapley value, the mean of what it changes over the six orders in which the causes can be changed one after the other.
So the parts do not depend on an order, add up to the whole change to the last digit, and change their sign when then
and now change places. No other split does all of this and gives 0 to a cause that changes nothing anywhere (Shapley,
1953).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from typing import Literal, get_args

from hustings.frozen_records import dataclass

Cause = Literal["campaign", "rubric", "law"]
CAUSES: tuple[Cause, ...] = get_args(Cause)
Corner = tuple[bool, bool, bool]
"""For each cause, in the order of `CAUSES`, whether it is as now (True) or as then."""

THEN: Corner = (False, False, False)
NOW: Corner = (True, True, True)
CORNERS: tuple[Corner, ...] = tuple((one, two, three) for one, two, three in product((False, True), repeat=3))
_SHARES = (Fraction(1, 3), Fraction(1, 6), Fraction(1, 3))
"""The share of the six orders in which so many of the other two causes come first, for each choice of these."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What each cause changed, in the unit of the figure."""

    campaign: Fraction
    rubric: Fraction
    law: Fraction

    @property
    def total(self) -> Fraction:
        """The whole change."""
        return self.campaign + self.rubric + self.law

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The causes that changed the figure."""
        return tuple(cause for cause in CAUSES if self.of(cause))

    def of(self, cause: Cause) -> Fraction:
        """The part of one cause."""
        return {"campaign": self.campaign, "rubric": self.rubric, "law": self.law}[cause]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure then and now, and what made the difference."""

    then: Fraction
    now: Fraction
    parts: Parts

    @property
    def total(self) -> Fraction:
        """The whole change; below 0 if the figure fell."""
        return self.now - self.then


def change_of(figure: Callable[[Corner], Fraction]) -> Change:
    """The change of a figure that is known at every corner."""
    at = {corner: figure(corner) for corner in CORNERS}
    one, two, three = (sum(_steps(at.__getitem__, place), Fraction()) for place in range(len(CAUSES)))
    return Change(at[THEN], at[NOW], Parts(one, two, three))


def _steps(figure: Callable[[Corner], Fraction], place: int) -> Iterator[Fraction]:
    """What changing the cause at this place changes, after each choice of the others, weighed by its orders."""
    for corner in CORNERS:
        if not corner[place]:
            yield _SHARES[sum(corner)] * (figure(_with(corner, place)) - figure(corner))


def _with(corner: Corner, place: int) -> Corner:
    one, two, three = (now or at == place for at, now in enumerate(corner))
    return one, two, three
