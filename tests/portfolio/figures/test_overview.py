"""The figures of a portfolio: who is counted where, and keys no longer than they need be."""

from __future__ import annotations

from fractions import Fraction as F

from support.standings import campaign, overview_of, work


def test_a_campaign_is_counted_once() -> None:
    near = campaign("a" * 32, failed=["locked"], open_=["asked"], planned=work(9, needed=10, there=4), name="Ann Lee")
    open_ = campaign("b" * 32, open_=["asked"], invented=True)
    made = overview_of(open_, near)
    assert (2, 1, 1, 1, 1, 1) == (
        made.count,
        len(made.failing),
        len(made.open),
        len(made.soon),
        len(made.short),
        made.invented,
    )
    assert F(6) == made.lacking
    assert ["aaaaaa", "bbbbbb"] == [made.label(one) for one in made.ranked]


def test_names_only_if_asked_for_and_keys_as_long_as_needed() -> None:
    one, other = campaign("abcdefgh1", name="Ann Lee"), campaign("abcdefgh2")
    assert ["abcdefgh1", "abcdefgh2"] == [overview_of(one, other).label(each) for each in (one, other)]
    assert ["Ann Lee", "abcdefgh2"] == [overview_of(one, other, named=True).label(each) for each in (one, other)]
    assert 8 == overview_of(campaign("abcdefg1x"), campaign("abcdefg2y")).key_length
