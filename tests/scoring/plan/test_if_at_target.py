"""What a control below its target would bring, by the one-step gains of E1 (method.md 1.4)."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.scoring.plan.if_at_target import at_target, lines_at_target
from hustings.scoring.score import score
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, NA, PARTS, answers, control, exposure, gate, made


def test_e1_each_control_below_its_target() -> None:
    found = {name: (one.choice.id, one.points, one.band.id) for name, one in at_target(score(mini(), e1()))}
    assert {
        "f_c1": ("fully", F(41, 4), "guarded"), "p_c3": ("largely", F(5, 2), "guarded"),
        "g_c2": ("largely", F(15, 4), "guarded"),
    } == found  # fmt: skip


def test_a_line_for_each_in_the_words_of_its_answer() -> None:
    assert {
        "f_c1": "If this were “Fully in place”: +10.2, Guarded",
        "p_c3": "If this were “Largely in place”: +2.5, Guarded",
        "g_c2": "If this were “Largely in place”: +3.7, Guarded",
    } == lines_at_target(mini(), e1())


def test_no_line_while_too_little_is_known_or_where_there_is_no_one_answer_or_no_score() -> None:
    assert {} == lines_at_target(mini(), e1(p_c1=DONT_KNOW, p_c2=DONT_KNOW, g_x1=DONT_KNOW))
    ticks = made(exposure(), control("c", values=PARTS))
    assert {} == lines_at_target(ticks, answers(x="much", c=("one",)))
    assert {} == lines_at_target(mini(), {})


def test_a_line_from_a_tenth_of_a_point_on() -> None:
    def weighing(weight: str) -> dict[str, str]:
        pack = made(exposure(), control("a", weight=F(weight)), control("b", weight=F(1000) - F(weight)))
        return dict(lines_at_target(pack, answers(x="much", a="none", b="fully")))

    assert {"a"} == weighing("1.5").keys()
    assert {} == weighing("0.5")


def test_no_line_where_reaching_it_alone_moves_nothing_or_where_nothing_applies() -> None:
    gates = [gate("g", "a >= partly", cap="0"), gate("h", "b >= partly", cap="0")]
    pack = made(exposure(), control("a"), control("b"), gates=gates)
    assert {} == lines_at_target(pack, answers(x="much", a="none", b="none"))
    nothing = made(exposure(), control("a"), a={"na": True})
    assert {} == lines_at_target(nothing, answers(x="much", a=NA))
