"""What is said of a band that weights may move."""

from __future__ import annotations

from hustings.scoring.result import truncated
from hustings.scoring.robustness.band_robustness import robustness
from hustings.scoring.robustness.robustness_sentences import change_said, robustness_said
from hustings.scoring.score import score
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW


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


def test_a_parameter_is_said_with_both_its_values() -> None:
    result = score(mini(), e1())
    change = next(one for one in robustness(result).changes if one.subject == "lambda")
    said = change_said(mini(), change)
    assert f"at {float(change.becomes):.2g}, not 0.4 ({truncated(change.index)}, {change.band.title})" in said
