"""What hangs on a divergence, on the worked example E1."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.scoring.workshop.consequence import Consequence, consequence
from support.scoring import e1, mini


def test_e1_the_votes_on_f_c1_change_the_band() -> None:
    found = consequence(mini(), e1(), "f_c1", ["none", "partly", "partly", "largely"])
    ends = (F("52.375"), F("68.625"))
    assert Consequence("f_c1", F("16.25"), gate_changes=False, band_changes=True, ends=ends) == found


def test_a_gate_may_hang_on_it() -> None:
    found = consequence(mini(), e1(), "p_c1", ["partly", "largely"])
    assert (True, ("g1",)) == (found.gate_changes, found.gates)


def test_without_votes_nothing_hangs_on_it() -> None:
    assert Consequence("f_c1", F(0)) == consequence(mini(), e1(), "f_c1", [])


def test_order_gate_then_band_then_effect() -> None:
    gate, band = Consequence("a", F(1), gate_changes=True), Consequence("b", F(2), band_changes=True)
    much, little = Consequence("c", F(9)), Consequence("d", F(3))
    assert [gate, band, much, little] == sorted([little, much, band, gate], key=lambda one: one.order)


def test_less_than_a_point_that_changes_nothing_is_settled_by_consent() -> None:
    assert Consequence("a", F("0.99")).by_consent
    assert not Consequence("a", F(1)).by_consent
    assert not Consequence("a", F(0), gate_changes=True).by_consent
    assert not Consequence("a", F(0), band_changes=True).by_consent
