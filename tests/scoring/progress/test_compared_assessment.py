"""Which answers are about place and dates."""

from __future__ import annotations

from hustings.scoring.progress.compared_assessment import circumstances
from support import campaign_ai
from support.small_packs import control, exposure, made


def test_place_and_dates_are_circumstances() -> None:
    assert {"jurisdiction", "us_state", "first_ballots", "election_day"} == circumstances(campaign_ai.pack())


def test_a_pack_without_places_and_dates_has_none() -> None:
    assert frozenset() == circumstances(made(exposure(), control("a")))
