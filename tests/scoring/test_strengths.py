"""What is in place, and what would lift it further."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.scoring.score import score
from hustings.scoring.strengths import further, strengths
from support.small_packs import action, answers, control, exposure, made, votes


def test_strengths_are_controls_surely_at_target_the_heaviest_first() -> None:
    weights = (("a", 1), ("b", 2), ("c", 2), ("d", 9), ("e", 9))
    pack = made(exposure(), *(control(name, weight=F(weight)) for name, weight in weights))
    said = answers(x="much", a="largely", b="fully", c="fully", d=votes("none", "fully", "fully"), e="partly")
    assert ["b", "c", "a"] == [item.question for item in strengths(score(pack, said))]


def test_what_is_good_enough_may_go_further_by_its_next_step_the_heaviest_first() -> None:
    actions = [action("a", {"c": "fully"}), action("b", {"d1": "fully"}), action("low", {"c": "partly"})]
    pack = made(exposure(), control("c"), control("d1", weight=F(2)), control("e"), actions=actions)
    good = score(pack, answers(x="much", c="largely", d1="largely", e="largely"))
    assert ["b", "a"] == [one.id for one in further(good)]
    assert () == further(score(pack, answers(x="much", c="fully", d1="none", e="fully")))
