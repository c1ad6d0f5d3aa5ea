"""What an answer is worth, 0 to 1: four ways to count, each a record with one question, `of`.

Exact fractions throughout, so that a value that lies on a threshold lies on it in every sum (method.md 1.2).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hustings.frozen_records import dataclass
from hustings.pack.conditions import Level
from hustings.pack.questionnaire import placed
from hustings.problems import Place


@dataclass(frozen=True, slots=True)
class OptionValues:
    """What each choice of a `select_one` or `yes_no` is worth, in the order of the choices."""

    options: tuple[tuple[str, Fraction], ...]

    def of(self, choice: str) -> Fraction:
        """The value of a choice, 0 to 1. Raises `KeyError` for an unknown one."""
        return dict(self.options)[choice]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Weight ticked divided by weight listed; nothing ticked is 0."""

    weights: tuple[tuple[str, Fraction], ...]

    def of(self, ticked: tuple[str, ...]) -> Fraction:
        """The share of the weight that was ticked, 0 to 1."""
        total = sum((weight for _, weight in self.weights), Fraction())
        return sum((weight for choice, weight in self.weights if choice in ticked), Fraction()) / total


@dataclass(frozen=True, slots=True)
class WorstOf:
    """The worst ticked choice counts (exposure items only); nothing ticked is 0."""

    options: tuple[tuple[str, Fraction], ...]

    def of(self, ticked: tuple[str, ...]) -> Fraction:
        """The highest value that was ticked, 0 to 1; 0 if nothing was."""
        return max((value for choice, value in self.options if choice in ticked), default=Fraction())


@dataclass(frozen=True, slots=True)
class Points:
    """Straight lines between points (number, value), clamped outside; the values rise or fall throughout."""

    points: tuple[tuple[Fraction, Fraction], ...]

    def of(self, number: Fraction) -> Fraction:
        """The value at a number, 0 to 1: on straight lines between the points, level outside them."""
        if number <= self.points[0][0]:
            return self.points[0][1]
        for (x0, y0), (x1, y1) in pairwise(self.points):
            if number <= x1:
                return y0 + (y1 - y0) * (number - x0) / (x1 - x0)
        return self.points[-1][1]


@dataclass(frozen=True, slots=True)
class Need:
    """A control at a level or better: a prerequisite of an item or a use, or what an action achieves."""

    question: str
    level: Level
    value: Fraction
    place: Place = placed()


Values = OptionValues | Checklist | WorstOf | Points


def shown(level: Level) -> str:
    """A level as an author writes it: a choice, 0.7, or 1/3."""
    if isinstance(level, Fraction) and 10**12 % level.denominator == 0:
        return f"{Decimal(level.numerator) / Decimal(level.denominator):f}"
    return str(level)


@dataclass(frozen=True, slots=True)
class LevelFinding:
    """The finding for one answer below the target, where one sentence would not be true of them all."""

    choice: str
    text: str
    place: Place = placed()
