"""The records of uses.yaml: what AI can do for a campaign, what must be in place first, and the ground to lay.

Nothing here is scored. A use without AI is no merit, and one with AI no fault: each is judged by what it needs.
"""

from __future__ import annotations

from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.pack.conditions import Condition
from hustings.pack.item_values import Need
from hustings.pack.questionnaire import placed
from hustings.problems import Place


@dataclass(frozen=True, slots=True)
class Never:
    """Not this cycle, whatever else is in place: when this holds, and why."""

    when: Condition
    because: str
    when_text: str = ""
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Use:
    """Something that AI can do. `has`: the campaign does it now; `wants`: it wants to.

    `lead_days`: calendar days that a careful start takes at least, once the `needs` are met.
    """

    id: str
    title: str
    has: Condition
    gives: str
    touches: str
    lead_days: int
    wants: Condition | None = None
    needs: tuple[Need, ...] = ()
    never: tuple[Never, ...] = ()
    sources: tuple[str, ...] = ()
    has_text: str = ""
    wants_text: str = ""
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Groundwork:
    """A question of readiness to use AI that carries no score: when its answer is `enough`, and else the next step."""

    question: str
    enough: Condition
    step: str
    hours: Fraction
    owner: str
    lead_days: int
    sources: tuple[str, ...] = ()
    enough_text: str = ""
    place: Place = placed()
