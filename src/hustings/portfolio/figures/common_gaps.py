"""What many campaigns have in common: the gaps that are found most often, and what is not known most often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TypeVar

from hustings.frozen_records import dataclass
from hustings.pack.model import Severity
from hustings.portfolio.figures.standing import Gap, Standing
from hustings.scoring.findings import SEVERITIES

TEN = 10
_Ordered = TypeVar("_Ordered", str, Fraction)


@dataclass(frozen=True, slots=True)
class CommonGap:
    """A gap: how many campaigns have it, of how many; the gravest it is; and hours that close it in one and in all.

    `action`: what closes it in most campaigns, empty without one; `each`: its hours.
    """

    question: str
    domain: str
    campaigns: int
    of: int
    severity: Severity
    grave: int
    action: str
    each: Fraction | None
    hours: Fraction

    @property
    def share(self) -> Fraction:
        """The share of campaigns, 0 to 1."""
        return Fraction(self.campaigns, self.of)


@dataclass(frozen=True, slots=True)
class CommonUnknown:
    """A question that is open: in how many campaigns, of how many; and in how many of these a deal-breaker is open."""

    question: str
    campaigns: int
    of: int
    undecided: int

    @property
    def share(self) -> Fraction:
        """The share of campaigns, 0 to 1."""
        return Fraction(self.campaigns, self.of)


def common_gaps(latest: Sequence[Standing]) -> tuple[CommonGap, ...]:
    """Every gap, the most common first; of two that are as common, the one that is graver more often."""
    found = defaultdict[str, list[Gap]](list)
    for one in latest:
        for gap in one.gaps:
            found[gap.question].append(gap)
    made = (_common(question, gaps, len(latest)) for question, gaps in found.items())
    return tuple(sorted(made, key=lambda gap: (-gap.campaigns, -gap.grave, gap.question)))


def _common(question: str, gaps: Sequence[Gap], of: int) -> CommonGap:
    hours = [gap.hours for gap in gaps if gap.hours is not None]
    closing = [gap.action for gap in gaps if gap.action]
    action = _commonest(closing) or ""
    return CommonGap(
        question=question,
        domain=gaps[0].domain,
        campaigns=len(gaps),
        of=of,
        severity=min((gap.severity for gap in gaps), key=SEVERITIES.index),
        grave=sum(gap.severity in SEVERITIES[:2] for gap in gaps),
        action=action,
        each=_commonest([gap.hours for gap in gaps if action and gap.action == action and gap.hours is not None]),
        hours=sum(hours, Fraction(0)),
    )


def _commonest(values: Sequence[_Ordered]) -> _Ordered | None:
    """What stands there most often; the least of those that do equally often."""
    return max(sorted(set(values)), key=values.count, default=None)


def common_unknowns(latest: Sequence[Standing]) -> tuple[CommonUnknown, ...]:
    """Every question that is open somewhere, the most common first."""
    found = defaultdict[str, list[bool]](list)
    for one in latest:
        for question in one.unknown:
            found[question].append(bool(one.open))
    made = (CommonUnknown(question, len(open_), len(latest), sum(open_)) for question, open_ in found.items())
    return tuple(sorted(made, key=lambda one: (-one.campaigns, -one.undecided, one.question)))


def failing_gates(latest: Iterable[Standing]) -> tuple[tuple[str, int, int], ...]:
    """Each deal-breaker with the campaigns in which it is known to fail and in which it is open, the worst first."""
    counts = defaultdict[str, list[int]](lambda: [0, 0])
    for one in latest:
        for at, gates in enumerate((one.failed, one.open)):
            for gate in gates:
                counts[gate][at] += 1
    rows = ((gate, failed, open_) for gate, (failed, open_) in counts.items())
    return tuple(sorted(rows, key=lambda row: (-row[1], -row[2], row[0])))
