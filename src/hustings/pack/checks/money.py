"""Advice that a small campaign can follow: a first day that fits into one, and something free before anything paid."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.pack.item_values import shown
from hustings.pack.model import Pack
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Problem

DAY = Fraction(8)
"""Hours of work that one day holds."""


def first_day_in_a_day(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """The work of the first day is a day's work at most."""
    first = [action for action in pack.rubric.actions if action.pack == "first_day"]
    total = sum((action.hours for action in first), Fraction())
    if total > DAY:
        what = f"the first day's work takes {shown(total)} hours; a day has {shown(DAY)}"
        yield diagnostics.problem(diagnostics.at(first[-1].place, "pack"), what, "Move some of it to the first week.")


def free_before_paid(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Whatever takes money has something free beside it that raises the same control."""
    free = {need.question for action in pack.rubric.actions if not action.paid for need in action.raises}
    for action in pack.rubric.actions:
        for need in action.raises if action.paid else ():
            if need.question not in free:
                what = f"only `{action.id}`, which costs money, raises `{need.question}`"
                yield diagnostics.problem(
                    need.place, what, "Add an action without `paid` that helps a little at least."
                )
