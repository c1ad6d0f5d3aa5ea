"""From domains to the scored: index, bands, what is known, what evidence carries (method.md 1.2, 1.5)."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.pack.conditions import parse
from hustings.problems import InputError
from hustings.scoring.score import score
from support.small_packs import (
    DONT_KNOW,
    NA,
    answers,
    control,
    exposure,
    fact,
    made,
    scored,
    votes,
)

# --- domains -------------------------------------------------------------------------------------------------


def test_no_score_if_nothing_applies() -> None:
    pack = made(exposure(), control("c"), c={"na": True})
    with pytest.raises(InputError) as wrong:
        scored(pack, c=NA)
    assert "Nothing in this assessment applies, so there is no score." == wrong.value.what
    assert "Review what does not apply." == wrong.value.hint


# --- interval ------------------------------------------------------------------------------------------------


def test_the_interval_is_split_into_what_is_unknown_and_what_is_disputed() -> None:
    pack = made(exposure(), control("a"), control("b"), control("c"), control("e"))
    found = scored(pack, x="much", a=DONT_KNOW, b=votes("none", "largely", "fully"), c="none", e="none")
    assert (F(0), F("17.5"), F(50)) == (found.index.lo, found.index.pt, found.index.hi)
    assert (F(25), F(25)) == found.split


def test_without_votes_the_whole_interval_is_unknown() -> None:
    assert (F(100), F(0)) == scored(made(exposure(), control("c")), x="much").split


def test_votes_on_an_exposure_that_decides_what_applies_count_as_disputed() -> None:
    pack = made(exposure(), exposure("y"), control("c"), control("e"), c={"when": parse("y >= some")})
    assert (F(0), F(500, 9)) == scored(pack, x="much", y=votes("much", "little"), c="fully", e="none").split


def test_votes_on_a_fact_leave_what_they_leave_unknown() -> None:
    pack = made(exposure(), control("c"), control("e"), facts=[fact("us")], c={"when": parse("us == yes")})
    assert (F(50), F(0)) == scored(pack, x="much", us=votes("no", "yes"), c="fully", e="none").split


def test_a_band_is_certain_if_both_ends_lie_in_it() -> None:
    pack = made(exposure(), control("a", weight=F(9)), control("b"))
    found = scored(pack, x="much", a="largely")
    assert ("guarded", "guarded", True) == (found.band_lo.id, found.band_hi.id, found.certain)
    assert not scored(pack, x="much", b="largely").certain


# --- coverage ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "provisional"),
    [
        ({"x": "much", "y": "much", "a": "none", "b": "none"}, False),
        ({"x": "much", "y": "much", "b": "none"}, True),
        ({"x": "much", "y": "much", "a": "none"}, False),
        ({"x": "much", "a": "none"}, True),
    ],
)
def test_too_little_known_over_all_or_in_one_domain_is_provisional(given: dict[str, str], *, provisional: bool) -> None:
    """Domain d weighs 9 of 10: without b (half of e) 95 % is known; without y and b, 90 %, but nothing of e."""
    pack = made(exposure(), control("a"), exposure("y", "e"), control("b", "e"), weights={"d": F(9), "e": F(1)})
    assert provisional is score(pack, answers(**given)).provisional


def test_the_whole_is_provisional_below_four_fifths_even_if_every_domain_is_half_known() -> None:
    pack = made(exposure(), control("a"), control("b"))
    assert scored(pack, x="much", a="none").provisional
    assert not scored(pack, x="much", a="none", b="none").provisional


# --- evidence ------------------------------------------------------------------------------------------------


# --- not applicable --------------------------------------------------------------------------------------------


# --- the record ------------------------------------------------------------------------------------------------
