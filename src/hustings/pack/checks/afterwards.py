"""What comes after the election, and what to do at which distance from it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hustings.pack.checks.conditions import condition_fits
from hustings.pack.model import Pack
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Problem


def afterwards_that_fit(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Somebody in the campaign does it, and its condition asks for what can be answered."""
    roles = [role.id for role in pack.questionnaire.roles]
    for after in pack.rubric.afterwards:
        if after.owner not in roles:
            yield from diagnostics.unknown(diagnostics.at(after.place, "owner"), "role", after.owner, roles)
        yield from condition_fits(pack, diagnostics, after.when, after.when_text, diagnostics.at(after.place, "when"))


def distances_apart(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Each distance to the ballots starts on a day of its own."""
    for before, distance in pairwise(pack.rubric.calendar):
        if before.start == distance.start:
            what = f"two distances start at {distance.start} days"
            hint = f"The first is on line {before.place.line}; the later one would never be read."
            yield diagnostics.problem(diagnostics.at(distance.place, "from"), what, hint)
