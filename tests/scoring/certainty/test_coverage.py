"""How much is known and gone through, and what answers of “does not apply” do to the index (method.md 1.6, 1.7)."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.answers.events import Answer, State
from hustings.pack.conditions import parse
from hustings.pack.questionnaire import Follows
from support.small_packs import (
    DONT_KNOW,
    LINE,
    NA,
    PARTS,
    control,
    exposure,
    fact,
    gate,
    made,
    scored,
    votes,
)


def test_coverage_is_the_mean_of_controls_and_exposures_and_completion_counts_dont_know() -> None:
    pack = made(exposure(), exposure("y"), control("a", weight=F(3)), control("b"))
    found = scored(pack, x="much", a="none", b=DONT_KNOW)
    assert (F(5, 8), F(3, 4)) == (found.coverage, found.completion)


def test_a_group_in_which_nothing_applies_is_left_out_of_the_mean() -> None:
    pack = made(exposure(), control("a"), control("b"), x={"na": True})
    assert F(1, 2) == scored(pack, x=NA, a="none").coverage


def test_implied_and_disputed_count_as_answered() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p")})
    assert F(1) == scored(pack, x="much", p="none").coverage
    assert F(1) == scored(pack, x=votes("some", "much"), p=votes("none", "fully"), c="fully").coverage


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"us": DONT_KNOW}, F(1)),
        ({}, F(3, 4)),
        ({"us": "yes"}, F(3, 4)),
        ({"us": "yes", "c": DONT_KNOW}, F(1)),
    ],
)
def test_what_is_hidden_by_a_dont_know_needs_no_answer(given: dict[str, str | Answer], expected: F) -> None:
    pack = made(exposure(), control("c"), control("e"), facts=[fact("us")], c={"when": parse("us == yes")})
    assert expected == scored(pack, x="much", e="none", **given).completion


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"p": votes("none", "fully")}, F(1)),
        ({"p": votes("partly", "fully")}, F(3, 4)),
        ({"p": votes("none", "fully"), "c": Answer(State.BLANK)}, F(1)),
        ({"p": votes("none", "none")}, F(1)),
    ],
)
def test_what_some_vote_on_its_parent_leaves_unasked_needs_no_answer(given: dict[str, Answer], expected: F) -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p")})
    found = scored(pack, x="much", **given)
    assert expected == found.completion


def test_what_is_recorded_below_a_question_nobody_answered_is_not_said() -> None:
    asked = {"b": {"follows": Follows("a")}, "c": {"follows": Follows("b")}}
    pack = made(exposure(), control("a"), control("b"), control("c"), **asked)  # type: ignore[arg-type]
    assert F(1, 2) == scored(pack, x="much", b="fully", c="fully").completion
    assert F(1) == scored(pack, x="much", a=DONT_KNOW).completion


def test_leverage_counts_what_was_removed_with_an_na_control_but_not_what_a_condition_left_out() -> None:
    pack = made(
        exposure(), control("p"), control("c"), control("e", weight=F(2)), control("o", weight=F(50)),
        facts=[fact("us")],
        p={"na": True}, c={"follows": Follows("p")}, o={"when": parse("us == yes")},
    )  # fmt: skip
    found = scored(pack, x="much", us="no", p=NA, e="fully", c="fully", o="fully")
    assert (F(100), F(50), ("d", "band")) == (found.index.pt, found.na_leverage, found.na_flags)
    assert F(1, 2) == found.domain("d").na_share


def test_leverage_is_flagged_only_over_the_limit() -> None:
    pack = made(exposure(), control("a", weight=F(2)), control("b", weight=F(3)), a={"na": True})
    found = scored(pack, x="much", a=NA, b="none")
    assert (F(2, 5), (), F(0)) == (found.domain("d").na_share, found.na_flags, found.na_leverage)


def test_leverage_is_flagged_if_the_band_would_differ() -> None:
    pack = made(exposure(), control("a"), control("b", weight=F(9)), a={"na": True})
    found = scored(pack, x="much", a=NA, b="fully")
    assert (F(10), ()) == (found.na_leverage, found.na_flags)
    pack = made(exposure(), control("a", weight=F(3)), control("b", weight=F(7)), a={"na": True})
    assert ("band",) == scored(pack, x="much", a=NA, b="fully").na_flags


def test_leverage_minds_the_gates_that_na_took_away() -> None:
    pack = made(
        exposure(), control("a"), control("b", weight=F(9)), gates=[gate("g", "a >= partly", cap="10")], a={"na": True}
    )
    assert F(90) == scored(pack, x="much", a=NA, b="fully").na_leverage


def test_leverage_of_checklists_and_numbers_takes_their_lowest_answer() -> None:
    for values in (LINE, PARTS):
        pack = made(exposure(), control("a", values=values), control("b"), a={"na": True})
        assert F(50) == scored(pack, x="much", a=NA, b="fully").na_leverage


def test_an_exposure_that_does_not_apply_is_no_leverage() -> None:
    pack = made(exposure(), exposure("y"), control("c"), y={"na": True})
    found = scored(pack, x="little", y=NA, c="none")
    assert (F(0), ()) == (found.na_leverage, found.na_flags)
