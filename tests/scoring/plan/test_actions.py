"""What to do first: gravity, prerequisites, the calendar, and what must be found out before."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given

from hustings.answers.events import Answer, Value
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.scoring.plan.actions import Advice, Priority, advise
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing
from support.small_packs import DONT_KNOW, NA, action, answers, control, exposure, fact, gate, made, votes


def advice(pack: Pack, days_left: int | None = None, **given_: Value | Answer) -> Advice:
    return advise(score(pack, answers(**given_)), days_left)


def ids(found: Advice) -> list[str]:
    return [priority.action.id for priority in found.priorities]


def only(found: Advice) -> Priority:
    (priority,) = found.priorities
    return priority


# --- which actions -------------------------------------------------------------------------------------------


def test_the_least_action_that_reaches_the_target_is_taken_then_the_shorter_one_then_by_id() -> None:
    to = {"c": "largely"}
    actions = [action("full", {"c": "fully"}), action("long", to, hours="9"), action("b", to), action("a", to)]
    assert ["a"] == ids(advice(made(exposure(), control("c"), actions=actions), x="much", c="none"))


def test_if_no_action_reaches_the_target_the_one_that_comes_nearest_is_taken() -> None:
    actions = [action("half", {"c": "largely"}), action("little", {"c": "partly"})]
    pack = made(exposure(), control("c", importance="critical"), actions=actions)
    assert ["half"] == ids(advice(pack, x="much", c="none"))


def test_a_finding_without_an_action_has_no_priority() -> None:
    assert [] == ids(advice(made(exposure(), control("c")), x="much", c="none"))


def test_an_action_that_answers_two_findings_stands_once_with_both() -> None:
    pack = made(exposure(), control("a"), control("b"), actions=[action("both", {"a": "largely", "b": "largely"})])
    assert ["a", "b"] == [f.item.question for f in only(advice(pack, x="much", a="none", b="partly")).findings]


def test_what_is_done_already_is_passed_over() -> None:
    actions = [action("first", {"a": "largely"}), action("then", {"b": "largely"}, after=("first",))]
    pack = made(exposure(), control("a"), control("b"), actions=actions)
    assert ["then"] == ids(advice(pack, x="much", a="fully", b="none"))
    assert ["first", "then"] == ids(advice(pack, x="much", a="partly", b="none"))


def test_a_step_for_what_does_not_apply_is_passed_over() -> None:
    actions = [action("first", {"a": "largely"}), action("then", {"b": "largely"}, after=("first",))]
    pack = made(exposure(), control("a"), control("b"), actions=actions, a={"na": True})
    assert ["then"] == ids(advice(pack, x="much", a=NA, b="none"))


# --- order -----------------------------------------------------------------------------------------------------


def three(**gates: str) -> Pack:
    """Three controls, each with its action; c is critical."""
    return made(
        exposure(), control("a"), control("b"), control("c", importance="critical"),
        gates=[gate(name, needs, scope="d", cap="0.5") for name, needs in gates.items()],
        actions=[action("do_a", {"a": "largely"}), action("do_b", {"b": "largely"}), action("do_c", {"c": "fully"})],
    )  # fmt: skip


def test_the_gravest_comes_first_and_what_a_gate_asks_for_before_that() -> None:
    given_ = {"x": "much", "a": "none", "b": "none", "c": "none"}
    assert ["do_c", "do_a", "do_b"] == ids(advise(score(three(), answers(**given_))))
    assert ["do_b", "do_c", "do_a"] == ids(advise(score(three(g="b >= partly"), answers(**given_))))


def test_of_equal_gravity_the_larger_gain_for_its_hours_comes_first() -> None:
    actions = [action("a", {"p": "largely"}, hours="4"), action("b", {"q": "largely"}, hours="1")]
    pack = made(exposure(), control("p"), control("q"), actions=actions)
    assert ["b", "a"] == ids(advice(pack, x="much", p="none", q="none"))
    assert [F(35), F(35)] == [p.gain for p in advice(pack, x="much", p="none", q="none").priorities]


def test_prerequisites_come_first_with_the_gravity_of_what_waits_for_them() -> None:
    actions = [
        action("z_first", {"m": "largely"}, hours="8"),
        action("then", {"c": "fully"}, after=("z_first",)),
        action("other", {"a": "largely"}),
    ]
    pack = made(
        exposure(), control("m", importance="minor"), control("a"), control("c", importance="critical"), actions=actions
    )
    found = advice(pack, x="much", m="none", a="none", c="none")
    assert ["z_first", "then", "other"] == ids(found)
    assert ["c", "m"] == [f.item.question for f in found.priorities[0].findings]
    assert F(10) == found.hours


def test_a_gain_includes_what_the_action_needs() -> None:
    actions = [action("first", {"a": "largely"}), action("then", {"b": "largely"}, after=("first",))]
    pack = made(exposure(), control("a"), control("b"), actions=actions)
    gains = {p.action.id: p.gain for p in advice(pack, x="much", a="none", b="none").priorities}
    assert {"first": F(35), "then": F(70)} == gains


def test_gains_know_the_facts() -> None:
    """A control that a fact lets apply must not be taken for unknown when its action's gain is reckoned."""
    pack = made(
        exposure(), control("a"), control("b"),
        facts=[fact("us")], actions=[action("do", {"a": "largely"})], b={"when": parse("us == yes")},
    )  # fmt: skip
    assert F(35) == only(advice(pack, x="much", us="yes", a="none", b="fully")).gain
    assert F(70) == only(advice(pack, x="much", us="no", a="none")).gain


# --- when ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("importance", "value", "hours", "when"),
    [
        ("critical", "none", "2", "today"),
        ("critical", "none", "2.5", "this_week"),
        ("major", "none", "1", "this_week"),
        ("major", "partly", "1", "this_month"),
        ("minor", "partly", "1", "before_ballots"),
    ],
)
def test_when_follows_gravity(importance: str, value: str, hours: str, when: str) -> None:
    pack = made(exposure(), control("c", importance=importance), actions=[action("do", {"c": "fully"}, hours=hours)])
    level = "some" if when == "before_ballots" else "much"
    assert when == only(advice(pack, x=level, c=value)).when


@pytest.mark.parametrize(
    ("days_left", "when", "start_by"),
    [
        (60, "before_ballots", 50), (41, "before_ballots", 31), (40, "this_month", 30), (18, "this_month", 8),
        (17, "this_week", 7), (12, "this_week", 2), (11, "today", 1), (10, "today", 0), (9, "too_late", 0),
    ],
)  # fmt: skip
def test_unless_the_calendar_says_sooner(days_left: int, when: str, start_by: int) -> None:
    actions = [action("do", {"c": "largely"}, lead_days=10)]
    pack = made(exposure(), control("c", importance="minor", target=F("0.7")), actions=actions)
    priority = only(advice(pack, days_left, x="some", c="partly"))
    assert (when, start_by, 10) == (priority.when, priority.start_by_days, priority.finish_days)
    assert (when == "too_late") is priority.late


def test_what_is_late_stays_where_its_gravity_puts_it_and_has_its_fallback() -> None:
    actions = [action("slow", {"c": "fully"}, lead_days=40), action("quick", {"a": "largely"}, lead_days=1)]
    pack = made(exposure(), control("a"), control("c", importance="critical"), actions=actions)
    found = advice(pack, 30, x="much", a="none", c="none")
    assert ["slow", "quick"] == ids(found)
    assert (True, "Instead of slow.") == (found.priorities[0].late, found.priorities[0].action.fallback)


def test_lead_times_of_a_chain_add_up_and_its_starts_are_counted_back() -> None:
    actions = [
        action("one", {"a": "largely"}, lead_days=10),
        action("two", {"b": "largely"}, lead_days=15, after=("one",)),
    ]
    pack = made(exposure(), control("a"), control("b"), actions=actions)
    found = advice(pack, 30, x="much", a="none", b="none").priorities
    assert [("one", 10, 5), ("two", 25, 15)] == [(p.action.id, p.finish_days, p.start_by_days) for p in found]


def test_what_comes_too_late_does_not_hurry_what_it_waits_for() -> None:
    actions = [
        action("one", {"a": "largely"}, lead_days=10),
        action("two", {"b": "largely"}, lead_days=15, after=("one",)),
    ]
    pack = made(exposure(), control("a"), control("b"), actions=actions)
    found = advice(pack, 24, x="much", a="none", b="none").priorities
    assert [(14, False), (0, True)] == [(p.start_by_days, p.late) for p in found]


def test_without_a_clock_nothing_is_late() -> None:
    pack = made(exposure(), control("c"), actions=[action("do", {"c": "largely"}, lead_days=999)])
    priority = only(advice(pack, x="much", c="none"))
    assert (None, False) == (priority.start_by_days, priority.late)


# --- finding out, and praise -------------------------------------------------------------------------------------


def test_nothing_is_done_about_what_is_not_known_even_if_a_gate_hangs_on_it() -> None:
    assert ["do_b"] == ids(advice(three(), x="much", a=DONT_KNOW, b="none", c="fully"))
    assert [] == ids(advice(three(g="a >= partly"), x="much", a=DONT_KNOW, b="fully", c="fully"))


def test_strengths_are_controls_surely_at_target_the_heaviest_first() -> None:
    pack = made(
        exposure(), *(control(name, weight=F(w)) for name, w in (("a", 1), ("b", 2), ("c", 2), ("d", 9), ("e", 9)))
    )
    found = advice(pack, x="much", a="largely", b="fully", c="fully", d=votes("none", "fully", "fully"), e="partly")
    assert ["b", "c", "a"] == [item.question for item in found.strengths]


@given(campaigns())
@convincing
def test_advice_puts_prerequisites_first_and_never_promises_a_loss(campaign: Campaign) -> None:
    result = score(campaign.pack, campaign.answers)
    found = advise(result, campaign.seed % 90)
    names = ids(found)
    assert sorted(set(names)) == sorted(names)
    for place, priority in enumerate(found.priorities):
        assert not set(priority.action.after) & set(names[place + 1 :])
        assert 0 <= priority.gain <= 100 - result.index.pt
        assert priority.findings
    assert sum(priority.action.hours for priority in found.priorities) == found.hours


def test_many_shared_prerequisites_are_each_looked_at_once() -> None:
    """Each action waits for the two before it: told apart by paths, forty of them would never end."""
    first = [action("a00", {"c": "partly"}), action("a01", {"c": "partly"}, after=("a00",))]
    later = [action(f"a{n:02}", {"c": "partly"}, after=(f"a{n - 1:02}", f"a{n - 2:02}")) for n in range(2, 39)]
    last = action("a39", {"c": "largely"}, after=("a38", "a37"))
    pack = made(exposure(), control("c"), actions=[*first, *later, last])
    assert [f"a{n:02}" for n in range(40)] == ids(advice(pack, 60, x="much", c="none"))


def test_what_is_good_enough_may_go_further_by_its_next_step_the_heaviest_first() -> None:
    actions = [action("a", {"c": "fully"}), action("b", {"d1": "fully"}), action("low", {"c": "partly"})]
    pack = made(exposure(), control("c"), control("d1", weight=F(2)), control("e"), actions=actions)
    found = advice(pack, x="much", c="largely", d1="largely", e="largely")
    assert ["b", "a"] == [one.id for one in found.further]
    assert () == advice(pack, x="much", c="fully", d1="none", e="fully").further


def test_what_a_short_edition_does_not_ask_is_left_to_a_longer_one() -> None:
    gates = [gate("g", "c >= partly")]
    pack = made(exposure(), control("c"), control("e"), gates=gates, actions=[action("a", {"c": "largely"})])
    short = replace(pack, questions={**pack.questions, "c": replace(pack.questions["c"], asked=False)})
    assert [] == ids(advice(short, x="much", e="none"))
    assert ["a"] == ids(advice(short, x="much", e="none", c="none"))
