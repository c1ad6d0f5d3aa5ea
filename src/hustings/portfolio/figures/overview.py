"""All that a portfolio's report says, as figures: who needs help, how it is spread, what is common, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.portfolio.figures.attention import by_need, is_short_of_hours, is_soon, urgency
from hustings.portfolio.figures.common_gaps import CommonGap, CommonUnknown, common_gaps, common_unknowns, failing_gates
from hustings.portfolio.figures.groups import BY, By, Group, groups
from hustings.portfolio.figures.standing import Standing
from hustings.portfolio.figures.standings import Standings
from hustings.portfolio.figures.trend import Trend, trend
from hustings.portfolio.pack_titles import Titles

SHORTEST_KEY = 6


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures of a portfolio on a day. `ranked`: its campaigns, who needs help first before the others."""

    on: date
    ranked: tuple[Standing, ...]
    titles: Titles
    gates: tuple[tuple[str, int, int], ...]
    gaps: tuple[CommonGap, ...]
    unknowns: tuple[CommonUnknown, ...]
    trend: Trend | None
    groups: tuple[tuple[By, tuple[Group, ...]], ...]
    left_out: int
    key_length: int
    named: bool = False

    @property
    def count(self) -> int:
        """How many campaigns there are."""
        return len(self.ranked)

    @property
    def invented(self) -> int:
        """How many of them are invented."""
        return sum(one.about.invented for one in self.ranked)

    @property
    def failing(self) -> tuple[Standing, ...]:
        """Those in which a deal-breaker is known to fail, and whose election is not over."""
        return tuple(one for one in self.ranked if urgency(one) == "fails")

    @property
    def open(self) -> tuple[Standing, ...]:
        """Those in which none is known to fail, and one is open."""
        return tuple(one for one in self.ranked if urgency(one) == "open")

    @property
    def soon(self) -> tuple[Standing, ...]:
        """Those in which one fails and whose ballots are near."""
        return tuple(filter(is_soon, self.ranked))

    @property
    def short(self) -> tuple[Standing, ...]:
        """Those whose plan takes more hours than there are."""
        return tuple(filter(is_short_of_hours, self.ranked))

    @property
    def lacking(self) -> Fraction:
        """Hours that are lacking in all of them."""
        return sum((one.work.lacking for one in self.short if one.work is not None), Fraction(0))

    def label(self, one: Standing) -> str:
        """What a campaign is called: its name if names are asked for, otherwise the beginning of its key."""
        key = one.about.campaign[: self.key_length]
        return (one.about.name or key) if self.named else key


def overview(found: Standings, titles: Titles, on: date, *, named: bool) -> Overview:
    """The figures of the campaigns. `named`: with their names, where the tables hold them."""
    latest = found.latest
    return Overview(
        on=on,
        ranked=by_need(latest),
        titles=titles,
        gates=failing_gates(latest),
        gaps=common_gaps(latest),
        unknowns=common_unknowns(latest),
        trend=trend(latest, found.before),
        groups=tuple((by, groups(latest, by)) for by in BY),
        left_out=len(found.left_out),
        key_length=_key_length([one.about.campaign for one in latest]),
        named=named,
    )


def _key_length(keys: Sequence[str]) -> int:
    """How many digits of the keys tell them apart."""
    longest = max(map(len, keys), default=SHORTEST_KEY)
    for length in range(SHORTEST_KEY, longest):
        if len({key[:length] for key in keys}) == len(keys):
            return length
    return longest
