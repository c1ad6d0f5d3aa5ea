"""A cache of values derived from the answers of a workshop: consoles need them at every vote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hustings.answers.workshop.ballots import Pick
from hustings.scoring.result import Result
from hustings.scoring.workshop.consequence import Consequence
from hustings.scoring.workshop.time_budget import UpcomingQuestions


@dataclass(slots=True)
class Derived:
    """Values that hold until the next answer. `upcoming`: the questions that apply or may follow; None if unknown.

    `places`: the place of each open point in the order in which to ask, by question; None if unknown. `effects`: the
    effect of the votes on a question, by its id and those votes. `at_target`: what reaching its target would bring, in
    a line, by question; None if unknown. `result`: the score; None if unknown. `first_steps`: those of the plan of a
    day, ready to be shown.
    """

    upcoming: UpcomingQuestions | None = None
    places: Mapping[str, int] | None = None
    at_target: Mapping[str, str] | None = None
    result: Result | None = None
    first_steps: dict[date, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    effects: dict[tuple[str, tuple[Pick, ...]], Consequence] = field(default_factory=dict)
