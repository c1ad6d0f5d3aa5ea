"""What has changed since the assessment before, in the campaigns that have one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.portfolio.figures.spread import Quartiles, quartiles
from hustings.portfolio.figures.standing import Standing


@dataclass(frozen=True, slots=True)
class Trend:
    """How many campaigns have an assessment before, and how many of them rose, fell or stayed.

    `change`: the quartiles of the change of the index, in points. `mended`, `broken`: deal-breakers that failed before
    and no longer do, and the other way round; `closed`, `opened`: the same of gaps. `points`: the change of each
    campaign's index, by its key.
    """

    campaigns: int
    rose: int
    fell: int
    change: Quartiles
    mended: int
    broken: int
    closed: int
    opened: int
    points: Mapping[str, Fraction]

    @property
    def stayed(self) -> int:
        """How many have the same index."""
        return self.campaigns - self.rose - self.fell


def trend(latest: Sequence[Standing], before: Sequence[Standing]) -> Trend | None:
    """The change of campaigns that have an assessment before; None if there is none."""
    earlier = {one.about.campaign: one for one in before}
    pairs = [(earlier[one.about.campaign], one) for one in latest if one.about.campaign in earlier]
    if not pairs:
        return None
    changes = [now.index.pt - then.index.pt for then, now in pairs]
    gates = [(set(then.failed), set(now.failed)) for then, now in pairs]
    gaps = [({gap.question for gap in then.gaps}, {gap.question for gap in now.gaps}) for then, now in pairs]
    return Trend(
        campaigns=len(pairs),
        rose=sum(change > 0 for change in changes),
        fell=sum(change < 0 for change in changes),
        change=quartiles(changes),
        mended=_gone(gates),
        broken=_gone([(now, then) for then, now in gates]),
        closed=_gone(gaps),
        opened=_gone([(now, then) for then, now in gaps]),
        points={now.about.campaign: change for (_, now), change in zip(pairs, changes, strict=True)},
    )


def _gone(pairs: Sequence[tuple[set[str], set[str]]]) -> int:
    return sum(len(then - now) for then, now in pairs)
