"""How well claims are backed, and the readiness that is left if only what was shown is believed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest

from hustings.pack.questionnaire import Follows
from support.small_packs import (
    DONT_KNOW,
    control,
    exposure,
    gate,
    graded,
    made,
    scored,
    votes,
)


def test_confidence_weighs_the_evidence_of_claims_and_an_admission_is_none() -> None:
    pack = made(exposure(), control("a", weight=F(2)), control("b"), control("c"), control("e"))
    found = scored(pack, a=graded("fully", 1), b=graded("largely", 3), c=graded("none", 3), e=DONT_KNOW)
    assert (F(2) * F(1, 3) + 1) / 3 == found.confidence
    assert (2, 1) == (found.claims, found.backed)


def test_no_confidence_without_a_claim() -> None:
    pack = made(exposure(), control("c"))
    for found in (scored(pack, x="much"), scored(pack, x="much", c=graded("none", 3))):
        assert (None, 0, 0) == (found.confidence, found.claims, found.backed)


def test_implied_and_waiting_controls_claim_nothing() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p")})
    assert 0 == scored(pack, p=graded("none", 0), c=graded("fully", 3)).claims
    assert 0 == scored(pack, p=DONT_KNOW, c=graded("fully", 3)).claims


@pytest.mark.parametrize(
    ("value", "grade", "backed"),
    [("partly", 0, 0), ("partly", 1, 1), ("largely", 1, 1), ("fully", 1, 0), ("fully", 2, 1), ("fully", 3, 1)],
)
def test_a_claim_is_backed_if_somebody_saw_as_much_as_is_claimed(value: str, grade: int, backed: int) -> None:
    assert backed == scored(made(exposure(), control("c")), c=graded(value, grade)).backed


def test_a_disputed_control_claims_its_middle_vote() -> None:
    pack = made(exposure(), control("c"))
    seen = replace(votes("none", "partly", "fully"), grade=1)
    assert (1, 1) == (scored(pack, c=seen).claims, scored(pack, c=seen).backed)
    assert 0 == scored(pack, c=votes("none", "none", "fully")).claims


@pytest.mark.parametrize(("grade", "expected"), [(0, "30"), (1, "70"), (2, "100"), (3, "100")])
def test_assured_readiness_believes_a_control_as_far_as_its_evidence(grade: int, expected: str) -> None:
    found = scored(made(exposure(), control("c")), x="much", c=graded("fully", grade))
    assert (F(100), F(expected)) == (found.index.pt, found.assured)


def test_assured_readiness_judges_gates_on_what_is_shown() -> None:
    pack = made(exposure(), control("c"), control("e"), gates=[gate("g", "c >= largely", cap="39")])
    found = scored(pack, x="much", c=graded("fully", 0), e=graded("fully", 3))
    assert (F(100), F(39)) == (found.index.pt, found.assured)


def test_assured_readiness_takes_implied_zeros_from_what_was_claimed() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p", "largely")})
    assert F(65) == scored(pack, x="much", p=graded("fully", 0), c=graded("fully", 2)).assured


def test_assured_readiness_leaves_exposure_as_it_is() -> None:
    pack = made(exposure(), control("c"))
    assert F(100) == scored(pack, x=graded("little", 0), c=graded("largely", 1)).assured
