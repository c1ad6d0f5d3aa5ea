"""Figures and how they are taken: medians, and ratios to something plain that was measured in the same minute.

Other work on the machine moves all figures alike, so what is compared takes turns, and a ratio is the median of the
ratios of single turns.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Command = tuple[str, ...]
HEAD = f"{'':<56}{'median':>11}{'ratio':>10}   {'limit':<10}kept"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: seconds, how many times the plain thing that is, and the limit, if it has one.

    The limit is for the ratio where `limit_unit` is "x", for the seconds otherwise ("s" or "ms").
    """

    name: str
    seconds: float
    ratio: float | None = None
    limit: float | None = None
    limit_unit: str = "x"

    @property
    def kept(self) -> bool:
        """Whether the limit is kept; a figure without a limit is only told."""
        return self.limit is None or self._judged() <= self.limit

    def _judged(self) -> float:
        if self.limit_unit == "x":
            assert self.ratio is not None, f"{self.name}: a limit in x needs a ratio"
            return self.ratio
        return self.seconds * (1000 if self.limit_unit == "ms" else 1)

    def __str__(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} x"
        limit = "" if self.limit is None else f"{self.limit:g} {self.limit_unit}"
        verdict = "" if self.limit is None else "ok" if self.kept else "OVER"
        return f"  {self.name:<54}{written(self.seconds):>11}{ratio:>10}   {limit:<10}{verdict}".rstrip()


@dataclass(frozen=True, slots=True)
class Count:
    """A line that is no time: how many, in a unit that may be empty, and the most that may be."""

    name: str
    number: int
    unit: str = ""
    limit: int | None = None

    @property
    def kept(self) -> bool:
        return self.limit is None or self.number <= self.limit

    def __str__(self) -> str:
        told = f"{self.number} {self.unit}".strip()
        limit = "" if self.limit is None else f"{self.limit} {self.unit}".strip()
        verdict = "" if self.limit is None else "ok" if self.kept else "OVER"
        return f"  {self.name:<54}{told:>11}{'':>10}   {limit:<10}{verdict}".rstrip()


def written(seconds: float) -> str:
    """Seconds in the unit that reads best."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def seconds(work: Callable[[], object]) -> float:
    """How long this took, once."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def running(command: Command) -> Callable[[], object]:
    """A whole process, from its start to its end; it must succeed."""
    return lambda: subprocess.run(command, check=True, capture_output=True)


def taking_turns(works: Sequence[Callable[[], object]], runs: int) -> list[list[float]]:
    """Seconds of each work, in `runs` rounds."""
    rounds = [[seconds(work) for work in works] for _ in range(runs)]
    return [list(times) for times in zip(*rounds, strict=True)]


def ratio(times: Sequence[float], plain: Sequence[float]) -> float:
    """The median of the ratios, turn by turn."""
    return median(one / other for one, other in zip(times, plain, strict=True))


def against(name: str, times: Sequence[float], plain: Sequence[float], limit: float | None = None) -> Figure:
    """What was timed beside something plain, with a limit for the ratio."""
    return Figure(name, median(times), ratio(times, plain), limit)
