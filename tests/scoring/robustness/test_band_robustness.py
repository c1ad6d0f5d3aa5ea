"""The words for robustness, and what is listed as a flip."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.scoring.robustness.band_robustness import robustness, word
from hustings.scoring.robustness.sentences import robustness_said
from hustings.scoring.score import score
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (F(1), "robust"), (F(95, 100), "robust"), (F(1899, 2000), "fairly_robust"), (F(80, 100), "fairly_robust"),
        (F(1599, 2000), "depends_on_weights"), (F(0), "depends_on_weights"),
    ],
)  # fmt: skip
def test_the_word_follows_the_share_of_draws(share: F, expected: str) -> None:
    assert expected == word(share)


def test_only_changes_that_give_another_band_are_flips() -> None:
    found = robustness(score(mini(), e1()))
    names = [(change.subject, change.name) for change in found.flips]
    assert [
        ("domain", "p"), ("control", "p_c1"), ("control", "p_c3"), ("domain", "f"), ("control", "f_c1"),
        ("control", "f_c2"), ("control", "g_c1"), ("control", "g_c2"), ("t0", "t0"), ("lambda", "lambda"),
        ("ladder", "0.3"), ("ladder", "0.7"),
    ] == names  # fmt: skip
    assert {"exposed"} == {change.band.id for change in found.flips}


def test_what_is_said_of_a_band_that_depends_on_the_weights() -> None:
    result = score(mini(), e1())
    assert (
        "How much each part weighs is a judgement. In 60 of 100 ways to weigh the parts otherwise, the band stays "
        "Guarded: it depends on the weights. Nine in ten of them give an index between 57.1 and 64.3. If the weight of "
        "the weakest area varies as well, it stays so in 56 of 100. 12 of 38 single changes give another band, such as "
        "“Privacy” at half its weight (58.3, Exposed); “P control one” at half its weight (59.7, Exposed)."
    ) == robustness_said(result, robustness(result))


def test_what_is_said_of_a_band_that_no_weight_moves() -> None:
    full = dict.fromkeys(("p_c1", "p_c2", "p_c3", "f_c1", "f_c2", "g_c1", "g_c2"), "1")
    result = score(mini(), e1(**full))
    assert (
        "How much each part weighs is a judgement. In every one of 2000 ways to weigh the parts otherwise, the band "
        "stays Ready. No single change of a weight or a value gives another band."
    ) == robustness_said(result, robustness(result))


def test_nothing_is_said_while_too_little_is_known_for_a_band() -> None:
    result = score(mini(), e1(p_c1=DONT_KNOW, p_c2=DONT_KNOW, g_x1=DONT_KNOW))
    assert result.provisional
    assert "" == robustness_said(result, robustness(result))
