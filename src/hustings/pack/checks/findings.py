"""Findings can be said and are true: of an answer that is too low, and of a follow-up that was never asked."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.pack.item_values import OptionValues
from hustings.pack.model import Item, Pack
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Problem


def findings_that_are_said(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A warning for a finding of an answer that is good enough everywhere: nobody would ever read it."""
    for item in pack.items.values():
        for one in item.findings:
            if item.at(one.choice) >= max(item.target, _needed(pack, item)):
                what = f"`{one.choice}` is good enough for `{item.question}`, so this is never said"
                yield diagnostics.problem(one.place, what, "Take it away, or raise the `target`.", "warning")


def findings_for_needs(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A warning where a use asks for more than the target: `finding` speaks of answers below the target only."""
    for item in pack.items.values():
        said = {one.choice for one in item.findings}
        for choice, value in item.values.options if isinstance(item.values, OptionValues) else ():
            if item.target <= value < _needed(pack, item) and choice not in said and item.kind == "control":
                what = (
                    f"a use needs more of `{item.question}` than `{choice}`, and no finding says what is missing then"
                )
                yield diagnostics.problem(
                    diagnostics.at(item.place, "question"), what, f"Say it under `findings: {choice}`.", "warning"
                )


def _needed(pack: Pack, item: Item) -> Fraction:
    """The most that any use needs of a control."""
    needs = (need.value for use in pack.uses for need in use.needs if need.question == item.question)
    return max(needs, default=Fraction(0))


def implied_findings_follow(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """`implied` belongs to a follow-up: no other question can stand at nothing without being asked."""
    for item in pack.items.values():
        if item.implied and pack.questions[item.question].follows is None:
            what = f"`{item.question}` follows nothing, so `implied` is never said"
            yield diagnostics.problem(
                diagnostics.key(item.place, "implied"), what, "Take it away, or give the question a `follows`."
            )
