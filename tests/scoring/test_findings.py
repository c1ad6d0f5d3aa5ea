"""Findings and what mending each alone would gain (method.md 1.2, 1.5 rulings 16 and 17)."""

from __future__ import annotations

from fractions import Fraction as F
from typing import Any

import pytest

from hustings.answers.events import Answer, Value
from hustings.pack.conditions import parse
from hustings.pack.item_values import Need
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Follows
from hustings.scoring.result import Finding
from hustings.scoring.score import score
from support.small_packs import DONT_KNOW, LINE, NA, PARTS, action, answers, control, exposure, gate, made, votes


def found(pack: Pack, **given: Value | Answer) -> list[Finding]:
    return list(score(pack, answers(**given)).findings)


def only(pack: Pack, **given: Value | Answer) -> Finding:
    (one,) = found(pack, **given)
    return one


# --- labels --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("importance", "level", "value", "severity", "figure"),
    [
        ("critical", "much", "none", "critical", "1"),
        ("critical", "much", "partly", "critical", "0.7"),
        ("critical", "much", "largely", "high", "0.3"),
        ("major", "much", "none", "high", "0.49"),
        ("major", "much", "partly", "medium", "0.28"),
        ("minor", "much", "none", "medium", "0.28"),
        ("minor", "some", "partly", "low", "0.08"),
    ],
)
def test_severity_is_exposure_times_gap_times_importance(
    importance: str, level: str, value: str, severity: str, figure: str
) -> None:
    one = only(made(exposure(), control("c", importance=importance)), x=level, c=value)
    assert (severity, F(figure)) == (one.severity, one.score)


def test_no_finding_at_target_and_a_low_one_without_exposure() -> None:
    assert [] == found(made(exposure(), control("c")), x="much", c="largely")
    one = only(made(exposure(), control("c")), x="little", c="none")
    assert ("low", F(0)) == (one.severity, one.score)


@pytest.mark.parametrize(
    ("given", "score", "may_change"),
    [
        ({"x": "much", "y": "little"}, "0.525", False),  # known: half the mean 1/2, half the worst 1
        ({"x": "much", "y": DONT_KNOW}, "0.7", True),
        ({"x": "little", "y": DONT_KNOW}, "0", True),
        ({"x": "some", "y": votes("little", "much")}, "0.6125", False),  # the worse middle vote counts
        ({"x": DONT_KNOW}, "0.35", True),  # nothing is known: 1/2
        ({"x": "much", "y": NA}, "0.7", False),
    ],
)
def test_findings_are_graded_by_the_exposure_that_is_known(
    given: dict[str, Value | Answer], score: str, *, may_change: bool
) -> None:
    pack = made(exposure(), exposure("y"), control("c", target=F(1)), y={"na": True})
    one = only(pack, c="none", **given)
    assert (F(score), may_change) == (one.score, one.may_change)


def test_failing_an_overall_gate_is_critical_whatever_the_figure() -> None:
    one = only(made(exposure(), control("c"), gates=[gate("g", "c >= largely")]), x="little", c="partly")
    assert ("critical", F(0), ("g",)) == (one.severity, one.score, one.gates)


def test_failing_a_domain_gate_is_high_at_least() -> None:
    gates = [gate("g", "c >= largely", scope="d", cap="0.5")]
    assert "high" == only(made(exposure(), control("c"), gates=gates), x="little", c="partly").severity
    critical = only(made(exposure(), control("c", importance="critical"), gates=gates), x="much", c="none")
    assert ("critical", ("g",)) == (critical.severity, critical.gates)


def test_a_control_at_target_that_votes_leave_below_a_gate_is_no_finding() -> None:
    pack = made(exposure(), control("c"), gates=[gate("g", "c >= largely")])
    assert [] == found(pack, x="much", c=votes("none", "fully", "fully"))


def test_disputed_below_target_is_a_finding_that_no_open_gate_makes_graver() -> None:
    pack = made(exposure(), control("c"), gates=[gate("g", "c >= largely")])
    one = only(pack, x="some", c=votes("none", "partly", "fully"))
    assert ("medium", ()) == (one.severity, one.gates)
    low = only(pack, x="some", c=votes("none", "partly", "partly"))
    assert ("critical", ("g",)) == (low.severity, low.gates)


def test_an_open_gate_makes_nothing_graver() -> None:
    pack = made(exposure(), exposure("y"), control("c"), gates=[gate("g", "c >= largely", when="y >= some")])
    one = only(pack, x="little", c="none")
    assert ("low", ()) == (one.severity, one.gates)


def test_a_satisfied_clause_of_a_failed_gate_is_no_finding() -> None:
    pack = made(exposure(), control("a"), control("b"), gates=[gate("g", "a >= largely and b >= largely")])
    assert ["a"] == [one.item.question for one in found(pack, x="little", a="none", b="fully")]


# --- what is not known -----------------------------------------------------------------------------------------


def test_what_is_not_known_is_no_finding() -> None:
    assert [] == found(made(exposure(), control("c")), x="much", c=DONT_KNOW)
    assert [] == found(made(exposure(), control("c"), gates=[gate("g", "c >= largely")]), x="much")
    unclear = made(exposure(), exposure("y"), control("c"), c={"when": parse("y >= some")})
    assert [] == found(unclear, x="much", c="none")


def test_an_implied_control_is_a_finding_of_its_own_and_its_gain_opens_its_parent() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p", "largely")})
    parent, child = found(pack, x="much", p="none", c="fully")
    assert ("c", F("0.49")) == (parent.item.question, parent.score)
    assert F(85) == parent.alone
    assert ("p", F(85)) == (child.item.question, child.alone)


def test_an_implied_control_that_was_never_answered_counts_at_its_target_once_raised() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p", "partly")})
    gains = {one.item.question: one.alone for one in found(pack, x="much", p="none")}
    assert {"p": F(35), "c": F(50)} == gains


def test_what_was_marked_as_not_applicable_below_an_absent_parent_is_no_finding_and_leaves_with_the_fix() -> None:
    asked: dict[str, Any] = {"c": {"follows": Follows("p", "partly"), "na": True}, "e": {"follows": Follows("c")}}
    pack = made(exposure(), control("p"), control("c"), control("e"), **asked)
    one = only(pack, x="much", p="none", c=NA, e="none")
    assert ("p", F(70)) == (one.item.question, one.alone)
    assert F(70) == score(pack, answers(x="much", p="largely", c=NA, e="none")).index.pt


def test_what_was_recorded_for_its_follow_up_counts_again_once_the_parent_is_raised() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p", "partly")})
    gains = {one.item.question: one.alone for one in found(pack, x="much", p="none", c="fully")}
    assert F(85) == gains["p"] == score(pack, answers(x="much", p="largely", c="fully")).index.pt


# --- gains -----------------------------------------------------------------------------------------------------


def test_alone_is_what_a_second_scoring_would_say() -> None:
    pack = made(exposure(), control("a"), control("b"), gates=[gate("g", "a >= largely", cap="10")])
    before = score(pack, answers(x="much", a="partly", b="partly"))
    after = score(pack, answers(x="much", a="largely", b="partly"))
    one = next(f for f in before.findings if f.item.question == "a")
    assert (after.index.pt - before.index.pt, F(20)) == (one.alone, one.alone_raw)


def test_a_cap_hides_the_gain_and_the_raw_gain_shows_it() -> None:
    gates = [gate("g1", "a >= largely", cap="10"), gate("g2", "b >= largely", cap="10")]
    pack = made(exposure(), control("a"), control("b"), gates=gates)
    one = found(pack, x="much", a="partly", b="partly")[0]
    assert (F(0), F(20)) == (one.alone, one.alone_raw)


def test_raised_to_target_is_the_lowest_option_at_or_over_it_and_of_a_list_or_number_the_target() -> None:
    assert F(70) == only(made(exposure(), control("c", target=F("0.6"))), x="much", c="none").alone
    assert F(60) == only(made(exposure(), control("c", values=LINE, target=F("0.6"))), x="much", c=F(0)).alone
    assert F(60) == only(made(exposure(), control("c", values=PARTS, target=F("0.6"))), x="much", c=()).alone


def test_prerequisites_are_raised_to_their_own_level_and_theirs_in_turn() -> None:
    pack = made(
        exposure(),
        control("a", target=F(0)),
        control("b", target=F(0), requires=(Need("a", "fully", F(1)), Need("a", "partly", F("0.3")))),
        control("c", requires=(Need("b", "partly", F("0.3")),)),
    )
    assert F(200, 3) == only(pack, x="much", a="none", b="none", c="none").alone


def test_a_prerequisite_that_stands_higher_is_not_lowered() -> None:
    pack = made(exposure(), control("a"), control("c", requires=(Need("a", "partly", F("0.3")),)))
    assert F(35) == only(pack, x="much", a="fully", c="none").alone


def test_a_prerequisite_that_does_not_apply_asks_for_nothing() -> None:
    asked = {"b": {"when": parse("x >= much")}}
    pack = made(
        exposure(),
        control("a", target=F(0)),
        control("b", requires=(Need("a", "fully", F(1)),)),
        control("c", requires=(Need("b", "fully", F(1)),)),
        **asked,  # type: ignore[arg-type]
    )
    assert F("43.75") == only(pack, x="some", a="none", c="none").alone


def test_a_prerequisite_marked_as_not_applicable_below_an_absent_parent_counts_as_met() -> None:
    needs = (Need("b", "fully", F(1)),)
    asked: dict[str, Any] = {"b": {"follows": Follows("a"), "na": True}}
    pack = made(exposure(), control("a", target=F(0)), control("b"), control("c", requires=needs), **asked)
    one = next(f for f in found(pack, x="much", a="none", b=NA, c="none") if f.item.question == "c")
    after = score(pack, answers(x="much", a="none", b=NA, c="largely"))
    assert F(70, 3) == one.alone == after.index.pt


# --- order and actions -------------------------------------------------------------------------------------------


def test_the_gravest_come_first_then_by_id() -> None:
    pack = made(
        exposure(), control("b"), control("a"), control("d", importance="minor"), control("c", importance="critical")
    )
    findings = found(pack, x="much", a="none", b="none", c="none", d="none")
    assert ["c", "a", "b", "d"] == [one.item.question for one in findings]


def test_within_a_label_the_larger_severity_comes_first() -> None:
    pack = made(exposure(), control("a"), control("b"))
    findings = found(pack, x="much", a="partly", b="none")
    assert [("b", "high"), ("a", "medium")] == [(one.item.question, one.severity) for one in findings]
    both = found(made(exposure(), control("a"), control("b", target=F("0.6"))), x="some", a="partly", b="none")
    assert [("b", F("0.21")), ("a", F("0.14"))] == [(one.item.question, one.score) for one in both]


def test_a_finding_names_the_actions_that_would_raise_it_from_its_worst() -> None:
    actions = [action("a1", {"c": "partly"}), action("a2", {"c": "largely"}), action("a3", {"e": "fully"})]
    pack = made(exposure(), control("c"), control("e"), actions=actions)
    one = found(pack, x="much", c="partly", e="fully")[0]
    assert ["a2"] == [each.id for each in one.actions]
    disputed = found(pack, x="much", c=votes("none", "partly"), e="fully")[0]
    assert ["a1", "a2"] == [each.id for each in disputed.actions]
