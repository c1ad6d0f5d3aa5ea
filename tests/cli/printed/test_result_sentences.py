"""A result in a sentence."""

from __future__ import annotations

from fractions import Fraction

from hustings.cli.printed.result_sentences import domain_range, headline, shown_share
from hustings.scoring.score import score
from support.campaign_ai import answers, case, edition


def test_index_and_band_or_only_the_interval() -> None:
    sure = score(edition(), answers(case("city_race")))
    assert "Exposed, 55.4 out of 100." == headline(sure)
    assert "Known: 100 % of what counts. Counting only what was shown: 35.6 of 100." == shown_share(sure)
    unsure = score(edition(), answers(case("nobody_knows")))
    assert headline(unsure).startswith("between 15.6 and 82.6 out of 100 (Unprepared to Ready).")
    assert shown_share(unsure).endswith("That is too little for one number.")


def test_a_domain_is_one_figure_or_two() -> None:
    assert "50 %" == domain_range(Fraction(1, 2), Fraction(1, 2))
    assert "25 % to 50 %" == domain_range(Fraction(1, 4), Fraction(1, 2))
