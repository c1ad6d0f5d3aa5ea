"""Two assessments of one campaign: drawn ones for properties, and small ones that can be read in a test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from hustings.answers.events import Answers
from hustings.pack.conditions import OneOf
from hustings.pack.model import Pack
from hustings.pack.rules import Jurisdiction
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from support.campaigns import campaign, sizes
from support.rubrics import Sizes

THEN, NOW = date(2026, 11, 30), date(2026, 12, 30)


def with_places(pack: Pack) -> Pack:
    """The drawn pack with a place whose rules hang on its first fact, if it has one with choices."""
    fact = pack.questions.get("fact0")
    if fact is None or fact.type not in ("select_one", "yes_no"):
        return pack
    place = Jurisdiction("here", "Here", OneOf("fact0", (fact.choices[0].id,)), tracker="")
    return replace(pack, rules=(place,))


def assessed(seed: int, size: Sizes, on: date) -> ComparedAssessment:
    drawn = campaign(seed, size)
    return ComparedAssessment(with_places(drawn.pack), drawn.answers, on)


def pairs() -> st.SearchStrategy[tuple[ComparedAssessment, ComparedAssessment]]:
    """Two assessments whose packs share ids and little else: types, choices, conditions and weights all differ."""
    seeds = st.integers(0, 2**32)
    return st.tuples(
        st.builds(assessed, seeds, sizes(), st.just(THEN)), st.builds(assessed, seeds, sizes(), st.just(NOW))
    )


def visits(
    pack: Pack, then: Answers, now: Answers, *, newer: Pack | None = None
) -> tuple[ComparedAssessment, ComparedAssessment]:
    """Two assessments thirty days apart; with one pack, or with a newer one at the second."""
    return ComparedAssessment(pack, then, THEN, "baseline"), ComparedAssessment(newer or pack, now, NOW, "follow-up")
