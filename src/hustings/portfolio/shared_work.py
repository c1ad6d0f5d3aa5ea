"""Plans side by side: the work that several campaigns have before them, and what of all plans begins within days.

One letter to a vendor or one written rule can serve every campaign whose plan asks for it, and one training can take
them all in; the pack says of which action that is true. Everything else each campaign does for itself: it stands side
by side here and spares nothing. What somebody has to find out is each campaign's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.pack.model import Shared
from hustings.portfolio.figures.standing import PlannedStep, Standing


@dataclass(frozen=True, slots=True)
class SharedWork:
    """A step that stands in several plans, or in one. `hours`: of all of them; `each`: the most in one of them.

    `start`: the first day on which one begins it; `latest`: the first day that is the latest for one. `shared`: whether
    it is done once for all, by all together, or by each. `about`: the questions that are to be found out.
    """

    key: str
    title: str
    owner: str
    campaigns: tuple[Standing, ...]
    hours: Fraction
    each: Fraction
    start: date | None
    latest: date | None
    shared: Shared = "each"
    about: tuple[str, ...] = ()

    @property
    def is_shared(self) -> bool:
        """Whether more than one campaign has it."""
        return len(self.campaigns) > 1

    @property
    def needed(self) -> Fraction:
        """The hours that it takes: once for all of them where that can be, otherwise in each."""
        return self.hours if self.shared == "each" else self.each

    @property
    def spared(self) -> Fraction:
        """Hours that are spared because it is done once for all, or by all together."""
        return self.hours - self.needed


def shared_work(latest: Iterable[Standing]) -> tuple[SharedWork, ...]:
    """What stands in the plans of several campaigns, the most hours that are spared first."""
    made = (one for one in _joined(_steps(latest)) if one.is_shared)
    return tuple(sorted(made, key=lambda one: (-one.spared, -len(one.campaigns), one.key)))


def work_within(latest: Iterable[Standing], on: date, days: int, owners: Sequence[str] = ()) -> tuple[SharedWork, ...]:
    """What begins within so many days from a day, the first day first; what is shared stands there once.

    `owners`: only the work of these roles; of all without any.
    """
    last = on + timedelta(days - 1)
    meant = (
        (one, step)
        for one, step in _steps(latest)
        if step.start is not None and step.start <= last and (not owners or step.owner in owners)
    )
    return tuple(sorted(_joined(meant), key=lambda one: (one.start or last, -len(one.campaigns), one.key)))


def _steps(latest: Iterable[Standing]) -> Iterator[tuple[Standing, PlannedStep]]:
    for one in latest:
        if one.work is not None:
            yield from ((one, step) for step in one.work.steps)


def _joined(steps: Iterable[tuple[Standing, PlannedStep]]) -> Iterator[SharedWork]:
    """Steps of one action, or of one stop, together; what is to be found out stays with its campaign."""
    found = defaultdict[tuple[str, str], list[tuple[Standing, PlannedStep]]](list)
    for one, step in steps:
        own = one.about.campaign if step.kind == "find_out" else ""
        found[step.key, own].append((one, step))
    for (key, _), those in found.items():
        yield _work(key, those)


def _work(key: str, those: Sequence[tuple[Standing, PlannedStep]]) -> SharedWork:
    campaigns = dict.fromkeys(one for one, _ in those)
    steps = [step for _, step in those]
    return SharedWork(
        key,
        steps[0].title,
        steps[0].owner,
        tuple(campaigns),
        sum((step.hours for step in steps), Fraction(0)),
        max(step.hours for step in steps),
        min((step.start for step in steps if step.start is not None), default=None),
        min((step.latest for step in steps if step.latest is not None), default=None),
        steps[0].shared,
        steps[0].about,
    )
