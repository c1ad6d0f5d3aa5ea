"""The highest of several exposures, from one sum: a digit for each height, and how many exposures have it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.pack.item_values import OptionValues, WorstOf
from hustings.pack.model import Item
from hustings.portfolio.rubric_sql.bits import all_bits
from hustings.portfolio.rubric_sql.expressions import Expr, as_one, at_least, times, total, whole


@dataclass(frozen=True, slots=True)
class Heights:
    """The values above 0 that exposures can have, rising. Above them all stands the digit of those not known.

    `width`: so many bits has a digit, that all exposures can be counted in it.
    """

    rising: tuple[Fraction, ...]
    width: int

    @classmethod
    def of(cls, exposures: Sequence[Item]) -> Heights:
        """Those of exposures whose values are those of choices."""
        values = {
            value
            for item in exposures
            if isinstance(item.values, OptionValues | WorstOf)
            for _, value in item.values.options
        }
        return cls(tuple(sorted(value for value in values if value > 0)), len(exposures).bit_length())

    @property
    def most(self) -> int:
        """The greatest sum."""
        return (1 << self.width * (len(self.rising) + 1)) - 1

    def adds(self, value: Fraction | None) -> int:
        """What an exposure adds to the sum."""
        if value is None:
            return 1 << self.width * len(self.rising)
        return 1 << self.width * self.rising.index(value) if value > 0 else 0

    def highest(self, sums: Expr, parts: int, *, unknown: bool) -> Expr:
        """The highest, in parts; `unknown`: 1 where an exposure is not known, which is passed over otherwise."""
        lower = whole((1 << self.width * len(self.rising)) - 1)
        rising = [*self.rising, *([Fraction(1)] if unknown else [])]
        steps = [int((value - below) * parts) for below, value in zip([Fraction(), *rising], rising, strict=False)]
        asked = sums if unknown else all_bits([sums, lower])
        reached = (at_least(asked, whole(1 << self.width * place)) for place in range(len(steps)))
        return total([times(whole(step), as_one(is_so)) for step, is_so in zip(steps, reached, strict=True) if step])
