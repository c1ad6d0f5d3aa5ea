"""The words for robustness, and what is listed as a flip."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.scoring.robustness.band_robustness import robustness, word
from hustings.scoring.score import score
from support.scoring import e1, mini


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
