"""From domains to the result: index, bands, what is known, what evidence carries (method.md 1.2, 1.5)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest

from hustings.answers.events import Answer, State, Value
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Follows
from hustings.problems import InputError
from hustings.scoring.result import Result, truncated, whole
from hustings.scoring.score import score
from support.small_packs import DONT_KNOW, LINE, NA, PARTS, answers, control, exposure, fact, gate, made, votes


def result(pack: Pack, **given: Value | Answer) -> Result:
    return score(pack, answers(**given))


def graded(value: str, grade: int) -> Answer:
    return Answer(State.ANSWERED, value, grade=grade)


# --- domains -------------------------------------------------------------------------------------------------


def test_a_domain_without_a_control_that_applies_drops_out_and_weights_renormalise() -> None:
    pack = made(
        exposure(), control("c"), exposure("y", "e"), control("k", "e"), weights={"d": F(1), "e": F(9)}, k={"na": True}
    )
    found = result(pack, x="much", y="much", c="partly", k=NA)
    assert F(30) == found.index.pt
    assert (False, None, None) == (found.domain("e").counts, found.domain("e").coverage, found.domain("e").completion)
    assert F(1) == found.coverage


def test_no_score_if_nothing_applies() -> None:
    pack = made(exposure(), control("c"), c={"na": True})
    with pytest.raises(InputError) as wrong:
        result(pack, c=NA)
    assert "Nothing in this assessment applies, so there is no score." == wrong.value.what
    assert "Review what does not apply." == wrong.value.hint


def test_a_domain_whose_exposure_does_not_apply_is_taken_as_fully_exposed() -> None:
    pack = made(exposure(), control("c"), x={"na": True})
    domain = result(pack, x=NA, c="fully").domain("d")
    assert (F(1), F(1), F("0.1")) == (domain.exposure.pt, domain.required.pt, domain.residual.pt)


def test_exposure_is_half_the_average_and_half_the_worst() -> None:
    pack = made(exposure(), exposure("y", weight=F(3)), control("c"))
    assert F(1, 2) * F(1, 4) + F(1, 2) == result(pack, x="much", y="little", c="none").domain("d").exposure.pt


@pytest.mark.parametrize(
    ("level", "value", "label"),
    [("little", "none", "low"), ("some", "fully", "low"), ("some", "none", "high"), ("much", "none", "severe")],
)
def test_residual_risk_has_a_label_for_each_domain(level: str, value: str, label: str) -> None:
    assert label == result(made(exposure(), control("c")), x=level, c=value).domain("d").residual_label


def test_a_failed_domain_gate_raises_the_residual_risk() -> None:
    pack = made(exposure(), control("c"), gates=[gate("g", "c >= fully", scope="d", cap="0.5")])
    domain = result(pack, x="much", c="largely").domain("d")
    assert (F("0.5"), F("0.55")) == (domain.readiness.pt, domain.residual.pt)


# --- interval ------------------------------------------------------------------------------------------------


def test_the_interval_is_split_into_what_is_unknown_and_what_is_disputed() -> None:
    pack = made(exposure(), control("a"), control("b"), control("c"), control("e"))
    found = result(pack, x="much", a=DONT_KNOW, b=votes("none", "largely", "fully"), c="none", e="none")
    assert (F(0), F("17.5"), F(50)) == (found.index.lo, found.index.pt, found.index.hi)
    assert (F(25), F(25)) == found.split


def test_without_votes_the_whole_interval_is_unknown() -> None:
    assert (F(100), F(0)) == result(made(exposure(), control("c")), x="much").split


def test_votes_on_an_exposure_that_decides_what_applies_count_as_disputed() -> None:
    pack = made(exposure(), exposure("y"), control("c"), control("e"), c={"when": parse("y >= some")})
    assert (F(0), F(500, 9)) == result(pack, x="much", y=votes("much", "little"), c="fully", e="none").split


def test_votes_on_a_fact_leave_what_they_leave_unknown() -> None:
    pack = made(exposure(), control("c"), control("e"), facts=[fact("us")], c={"when": parse("us == yes")})
    assert (F(50), F(0)) == result(pack, x="much", us=votes("no", "yes"), c="fully", e="none").split


def test_a_band_is_certain_if_both_ends_lie_in_it() -> None:
    pack = made(exposure(), control("a", weight=F(9)), control("b"))
    found = result(pack, x="much", a="largely")
    assert ("guarded", "guarded", True) == (found.band_lo.id, found.band_hi.id, found.certain)
    assert not result(pack, x="much", b="largely").certain


# --- coverage ------------------------------------------------------------------------------------------------


def test_coverage_is_the_mean_of_controls_and_exposures_and_completion_counts_dont_know() -> None:
    pack = made(exposure(), exposure("y"), control("a", weight=F(3)), control("b"))
    found = result(pack, x="much", a="none", b=DONT_KNOW)
    assert (F(5, 8), F(3, 4)) == (found.coverage, found.completion)


def test_a_group_in_which_nothing_applies_is_left_out_of_the_mean() -> None:
    pack = made(exposure(), control("a"), control("b"), x={"na": True})
    assert F(1, 2) == result(pack, x=NA, a="none").coverage


def test_implied_and_disputed_count_as_answered() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p")})
    assert F(1) == result(pack, x="much", p="none").coverage
    assert F(1) == result(pack, x=votes("some", "much"), p=votes("none", "fully"), c="fully").coverage


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
    assert expected == result(pack, x="much", e="none", **given).completion


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
    found = result(pack, x="much", **given)
    assert expected == found.completion


def test_what_is_recorded_below_a_question_nobody_answered_is_not_said() -> None:
    asked = {"b": {"follows": Follows("a")}, "c": {"follows": Follows("b")}}
    pack = made(exposure(), control("a"), control("b"), control("c"), **asked)  # type: ignore[arg-type]
    assert F(1, 2) == result(pack, x="much", b="fully", c="fully").completion
    assert F(1) == result(pack, x="much", a=DONT_KNOW).completion


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
    assert result(pack, x="much", a="none").provisional
    assert not result(pack, x="much", a="none", b="none").provisional


# --- evidence ------------------------------------------------------------------------------------------------


def test_confidence_weighs_the_evidence_of_claims_and_an_admission_is_none() -> None:
    pack = made(exposure(), control("a", weight=F(2)), control("b"), control("c"), control("e"))
    found = result(pack, a=graded("fully", 1), b=graded("largely", 3), c=graded("none", 3), e=DONT_KNOW)
    assert (F(2) * F(1, 3) + 1) / 3 == found.confidence
    assert (2, 1) == (found.claims, found.backed)


def test_no_confidence_without_a_claim() -> None:
    pack = made(exposure(), control("c"))
    for found in (result(pack, x="much"), result(pack, x="much", c=graded("none", 3))):
        assert (None, 0, 0) == (found.confidence, found.claims, found.backed)


def test_implied_and_waiting_controls_claim_nothing() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p")})
    assert 0 == result(pack, p=graded("none", 0), c=graded("fully", 3)).claims
    assert 0 == result(pack, p=DONT_KNOW, c=graded("fully", 3)).claims


@pytest.mark.parametrize(
    ("value", "grade", "backed"),
    [("partly", 0, 0), ("partly", 1, 1), ("largely", 1, 1), ("fully", 1, 0), ("fully", 2, 1), ("fully", 3, 1)],
)
def test_a_claim_is_backed_if_somebody_saw_as_much_as_is_claimed(value: str, grade: int, backed: int) -> None:
    assert backed == result(made(exposure(), control("c")), c=graded(value, grade)).backed


def test_a_disputed_control_claims_its_middle_vote() -> None:
    pack = made(exposure(), control("c"))
    seen = replace(votes("none", "partly", "fully"), grade=1)
    assert (1, 1) == (result(pack, c=seen).claims, result(pack, c=seen).backed)
    assert 0 == result(pack, c=votes("none", "none", "fully")).claims


@pytest.mark.parametrize(("grade", "expected"), [(0, "30"), (1, "70"), (2, "100"), (3, "100")])
def test_assured_readiness_believes_a_control_as_far_as_its_evidence(grade: int, expected: str) -> None:
    found = result(made(exposure(), control("c")), x="much", c=graded("fully", grade))
    assert (F(100), F(expected)) == (found.index.pt, found.assured)


def test_assured_readiness_judges_gates_on_what_is_shown() -> None:
    pack = made(exposure(), control("c"), control("e"), gates=[gate("g", "c >= largely", cap="39")])
    found = result(pack, x="much", c=graded("fully", 0), e=graded("fully", 3))
    assert (F(100), F(39)) == (found.index.pt, found.assured)


def test_assured_readiness_takes_implied_zeros_from_what_was_claimed() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p", "largely")})
    assert F(65) == result(pack, x="much", p=graded("fully", 0), c=graded("fully", 2)).assured


def test_assured_readiness_leaves_exposure_as_it_is() -> None:
    pack = made(exposure(), control("c"))
    assert F(100) == result(pack, x=graded("little", 0), c=graded("largely", 1)).assured


# --- not applicable --------------------------------------------------------------------------------------------


def test_leverage_counts_what_was_removed_with_an_na_control_but_not_what_a_condition_left_out() -> None:
    pack = made(
        exposure(), control("p"), control("c"), control("e", weight=F(2)), control("o", weight=F(50)),
        facts=[fact("us")],
        p={"na": True}, c={"follows": Follows("p")}, o={"when": parse("us == yes")},
    )  # fmt: skip
    found = result(pack, x="much", us="no", p=NA, e="fully", c="fully", o="fully")
    assert (F(100), F(50), ("d", "band")) == (found.index.pt, found.na_leverage, found.na_flags)
    assert F(1, 2) == found.domain("d").na_share


def test_leverage_is_flagged_only_over_the_limit() -> None:
    pack = made(exposure(), control("a", weight=F(2)), control("b", weight=F(3)), a={"na": True})
    found = result(pack, x="much", a=NA, b="none")
    assert (F(2, 5), (), F(0)) == (found.domain("d").na_share, found.na_flags, found.na_leverage)


def test_leverage_is_flagged_if_the_band_would_differ() -> None:
    pack = made(exposure(), control("a"), control("b", weight=F(9)), a={"na": True})
    found = result(pack, x="much", a=NA, b="fully")
    assert (F(10), ()) == (found.na_leverage, found.na_flags)
    pack = made(exposure(), control("a", weight=F(3)), control("b", weight=F(7)), a={"na": True})
    assert ("band",) == result(pack, x="much", a=NA, b="fully").na_flags


def test_leverage_minds_the_gates_that_na_took_away() -> None:
    pack = made(
        exposure(), control("a"), control("b", weight=F(9)), gates=[gate("g", "a >= partly", cap="10")], a={"na": True}
    )
    assert F(90) == result(pack, x="much", a=NA, b="fully").na_leverage


def test_leverage_of_checklists_and_numbers_takes_their_lowest_answer() -> None:
    for values in (LINE, PARTS):
        pack = made(exposure(), control("a", values=values), control("b"), a={"na": True})
        assert F(50) == result(pack, x="much", a=NA, b="fully").na_leverage


def test_an_exposure_that_does_not_apply_is_no_leverage() -> None:
    pack = made(exposure(), exposure("y"), control("c"), y={"na": True})
    found = result(pack, x="little", y=NA, c="none")
    assert (F(0), ()) == (found.na_leverage, found.na_flags)


# --- the record ------------------------------------------------------------------------------------------------


def test_a_result_finds_its_parts_by_name_and_keeps_the_answers_in_the_pack_s_order() -> None:
    found = score(made(exposure(), control("c")), answers(c="none", x="much"))
    assert "d" == found.domain("d").domain.id
    assert "c" == found.item("c").item.question
    assert ["c"] == [one.item.question for one in found.domain("d").of_kind("control")]
    assert ["x", "c"] == list(found.answers)


@pytest.mark.parametrize(
    ("figure", "places", "printed"),
    [
        ("59.96", 1, "59.9"), ("59.999999", 1, "59.9"), ("60", 1, "60.0"), ("0", 1, "0.0"), ("100", 1, "100.0"),
        ("-3.19", 1, "-3.1"), ("-0.04", 1, "0.0"), ("-12", 1, "-12.0"), ("0.0999", 3, "0.099"), ("7.05", 2, "7.05"),
        ("59.96", 0, "59"), ("-0.9", 0, "0"), ("-1.9", 0, "-1"),
    ],
)  # fmt: skip
def test_figures_are_cut_never_rounded(figure: str, places: int, printed: str) -> None:
    assert printed == truncated(F(figure), places)


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        (F(27, 2), F(137, 4), ("13", "34")),
        (F(134, 10), F(1399, 100), ("13.4", "13.9")),
        (F(13), F(13), ("13.0", "13.0")),
        (F(0), F(100), ("0", "100")),
    ],
)
def test_ends_that_would_read_the_same_are_told_apart(low: F, high: F, ends: tuple[str, str]) -> None:
    assert ends == whole(low, high)
