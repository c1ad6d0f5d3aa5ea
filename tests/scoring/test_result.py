"""A result finds its parts by name; its figures are cut, never rounded."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest

from hustings.pack.questionnaire import Follows
from hustings.scoring.result import Bounds, truncated, whole
from hustings.scoring.score import score
from support.small_packs import (
    answers,
    control,
    exposure,
    made,
)


def test_a_result_finds_its_parts_by_name_and_keeps_the_answers_in_the_pack_s_order() -> None:
    found = score(made(exposure(), control("c")), answers(c="none", x="much"))
    assert "d" == found.domain("d").domain.id
    assert "c" == found.item("c").item.question
    assert ["c"] == [one.item.question for one in found.domain("d").of_kind("control")]
    assert ["x", "c"] == list(found.answers)


def test_the_range_says_something_once_half_is_known_and_it_is_narrow() -> None:
    pack = made(exposure(), *map(control, "abcde"))
    four = answers(x="much", a="fully", b="fully", c="fully", d="fully")
    assert score(pack, four).tells_range
    assert not score(pack, answers(x="much", a="fully", b="fully", c="fully")).tells_range
    assert not score(pack, answers(x="much", a="fully")).tells_range


def test_what_follows_from_another_answer_is_worded_as_that() -> None:
    rehearsal = control("c", implied="Without a plan there is no rehearsal.", finding="No rehearsal.")
    pack = made(exposure(), control("p"), rehearsal, c={"follows": Follows("p")})
    said = {found.item.question: found.says for found in score(pack, answers(x="much", p="none")).findings}
    assert {"p": "", "c": "Without a plan there is no rehearsal."} == said


@pytest.mark.parametrize(
    ("coverage", "low", "high", "tells"),
    [("1/2", 20, 59, True), ("1/2", 20, 60, False), ("9/20", 20, 59, False), ("1", 0, 40, False)],
)
def test_a_range_says_something_if_half_is_known_and_it_is_narrower_than_forty_points(
    coverage: str, low: int, high: int, *, tells: bool
) -> None:
    scored = score(made(exposure(), control("c")), answers(c="none", x="much"))
    found = replace(scored, coverage=F(coverage), index=Bounds(F(low), F(low), F(high)))
    assert tells is found.tells_range


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
