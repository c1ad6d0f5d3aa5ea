"""What AI can do for a campaign: ready, ready once, or not this cycle; what comes first, and what to find out."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.events import Answer, Value
from hustings.pack.conditions import parse
from hustings.pack.item_values import Need
from hustings.pack.model import Action, Pack
from hustings.pack.questionnaire import Choice, Question
from hustings.pack.uses import Groundwork, Never, Use
from hustings.scoring.score import score
from hustings.scoring.uses import UseVerdict, groundwork, unclear_uses, uses
from support.small_packs import DONT_KNOW, NA, PRACTICE, action, answers, control, exposure, fact, made, votes

TASKS = Question(
    "tasks", "select_multiple", "What for?", "all",
    (Choice("draft", "Draft"), Choice("call", "Call"), Choice("nothing", "Nothing", alone=True)),
)  # fmt: skip
WANTED = replace(TASKS, id="wanted")
LEVELS = ("none", "partly", "largely", "fully")


def use(name: str = "draft", *, never: str = "", lead_days: int = 3, **needs: str) -> Use:
    return Use(
        id=name,
        title=name,
        has=parse(f"{name} in tasks"),
        gives="Time.",
        touches="Nothing.",
        lead_days=lead_days,
        wants=parse(f"{name} in wanted"),
        needs=tuple(Need(q, level, PRACTICE.of(level)) for q, level in needs.items()),
        never=(Never(parse(never), "It is too much."),) if never else (),
    )


def pack(*offered: Use, actions: tuple[Action, ...] = (), **asked: Any) -> Pack:
    bare = made(
        exposure(), control("a"), control("b"), facts=(TASKS, WANTED, fact("us")), actions=actions, **asked
    )  # fmt: skip
    return replace(bare, uses=offered)


def judged(given_: Pack, days_left: int | None = None, **said: Value | Answer) -> tuple[UseVerdict, ...]:
    return uses(given_, score(given_, answers(**{"x": "much", "wanted": ("nothing",), **said})), days_left)


def only(given_: Pack, days_left: int | None = None, **said: Value | Answer) -> UseVerdict:
    (verdict,) = judged(given_, days_left, **said)
    return verdict


# --- which uses are judged -----------------------------------------------------------------------------------


def test_only_what_is_had_or_wanted_is_judged_in_the_packs_order() -> None:
    offered = pack(use("draft"), use("call"))
    both = judged(offered, tasks=("call",), wanted=("draft",))
    assert [("draft", False, True), ("call", True, False)] == [(v.use.id, v.has, v.wants) for v in both]
    assert () == judged(offered, tasks=("nothing",))


def test_a_use_need_not_ask_for_wishes() -> None:
    silent = pack(replace(use(), wants=None))
    assert () == judged(silent, tasks=("call",), wanted=("draft",))
    assert "ready" == only(silent, tasks=("draft",)).verdict


def test_what_is_not_known_to_be_had_is_asked_for() -> None:
    offered = pack(use("draft"), use("call"))
    result = score(offered, answers(x="much", tasks=DONT_KNOW, wanted=("call",)))
    assert ("tasks",) == unclear_uses(offered, result)
    assert ("tasks", "wanted") == unclear_uses(offered, score(offered, answers(x="much")))
    assert () == unclear_uses(offered, score(offered, answers(x="much", tasks=("draft", "call"))))
    assert ["call"] == [verdict.use.id for verdict in uses(offered, result)]


# --- ready, or ready once ------------------------------------------------------------------------------------


def test_ready_when_every_need_is_met() -> None:
    found = only(pack(use(a="largely", b="partly")), tasks=("draft",), a="largely", b="fully")
    assert ("ready", (), (), 0, 0) == (found.verdict, found.unmet, found.find_out, int(found.hours), found.days)


def test_what_is_missing_is_named_with_the_actions_that_mend_it_their_hours_and_days() -> None:
    steps = (
        action("then", {"a": "largely"}, hours="2", lead_days=4, after=("first",)),
        action("first", {"b": "partly"}, hours="1", lead_days=5),
    )
    found = only(pack(use(a="largely"), actions=steps), tasks=("draft",), a="partly", b="none")
    assert "ready_once" == found.verdict
    assert ["a"] == [need.question for need in found.unmet]
    assert ["first", "then"] == [step.id for step in found.actions]
    assert (F(3), 9, 12) == (found.hours, found.fix_days, found.days)


def test_what_comes_first_and_is_done_takes_no_time() -> None:
    steps = (
        action("then", {"a": "largely"}, hours="2", lead_days=4, after=("first",)),
        action("first", {"b": "partly"}, hours="1", lead_days=5),
    )
    found = only(pack(use(a="largely"), actions=steps), tasks=("draft",), a="partly", b="fully")
    assert (["then"], F(2), 4) == ([step.id for step in found.actions], found.hours, found.fix_days)


def test_one_action_for_two_needs_is_counted_once() -> None:
    both = action("both", {"a": "largely", "b": "largely"}, hours="2")
    found = only(pack(use(a="largely", b="largely"), actions=(both,)), tasks=("draft",), a="none", b="none")
    assert ((both,), F(2)) == (found.actions, found.hours)


def test_the_free_action_is_taken_then_the_least_that_reaches_then_the_shorter_one() -> None:
    steps = (
        replace(action("bought", {"a": "largely"}, hours="0.5"), paid=True),
        action("more", {"a": "fully"}, hours="1"),
        action("long", {"a": "largely"}, hours="9"),
        action("short", {"a": "largely"}, hours="3"),
        action("less", {"a": "partly"}, hours="1"),
    )
    for left, expected in ((steps, "short"), (steps[:3], "long"), (steps[:2], "more"), (steps[:1], "bought")):
        found = only(pack(use(a="largely"), actions=left), tasks=("draft",), a="none")
        assert [expected] == [step.id for step in found.actions]


def test_a_need_that_nothing_mends_is_said() -> None:
    found = only(pack(use(a="largely"), actions=(action("less", {"a": "partly"}),)), tasks=("draft",), a="none")
    assert ("ready_once", ()) == (found.verdict, found.actions)
    assert ["a"] == [need.question for need in found.unmended]


@pytest.mark.parametrize("said", [{}, {"a": DONT_KNOW}], ids=["blank", "not known"])
def test_what_is_not_known_is_to_be_found_out_not_mended(said: dict[str, Answer]) -> None:
    found = only(pack(use(a="largely"), actions=(action("do", {"a": "fully"}),)), None, tasks=("draft",), **said)
    assert ("ready_once", (), ("a",), ()) == (found.verdict, found.unmet, found.find_out, found.actions)


def test_the_worst_vote_counts() -> None:
    assert "ready_once" == only(pack(use(a="largely")), tasks=("draft",), a=votes("partly", "fully")).verdict
    assert "ready" == only(pack(use(a="largely")), tasks=("draft",), a=votes("largely", "fully")).verdict


def test_what_does_not_apply_counts_as_met_and_is_kept_in_mind() -> None:
    off = pack(use(a="largely"), a={"when": parse("us == yes")})
    found = only(off, tasks=("draft",), us="no")
    assert ("ready", ["a"]) == (found.verdict, [need.question for need in found.not_asked])
    assert "ready" == only(pack(use(a="largely"), a={"na": True}), tasks=("draft",), a=NA).verdict
    assert "ready_once" == only(off, tasks=("draft",)).verdict


# --- not this cycle ------------------------------------------------------------------------------------------


def test_what_is_ruled_out_is_not_for_this_cycle_whatever_is_in_place() -> None:
    risky = pack(use(never="us == yes", a="partly"))
    found = only(risky, tasks=("draft",), us="yes", a="fully")
    assert ("not_this_cycle", ["It is too much."]) == (found.verdict, [never.because for never in found.ruled_out])
    assert "ready" == only(risky, tasks=("draft",), us="no", a="fully").verdict


def test_what_may_yet_rule_it_out_is_to_be_found_out() -> None:
    found = only(pack(use(never="us == yes")), tasks=("draft",))
    assert ("ready_once", ("us",), ()) == (found.verdict, found.find_out, found.ruled_out)


@pytest.mark.parametrize(
    ("days_left", "verdict"), [(8, "ready_once"), (7, "ready_once"), (6, "not_this_cycle"), (-1, "not_this_cycle")]
)
def test_mending_and_a_careful_start_must_fit_before_the_ballots(days_left: int, verdict: str) -> None:
    slow = pack(use(a="largely"), actions=(action("do", {"a": "largely"}, lead_days=4),))
    found = only(slow, days_left, tasks=("draft",), a="none")
    assert (verdict, verdict == "not_this_cycle", 7) == (found.verdict, found.too_late, found.days)


def test_a_careful_start_must_fit_where_all_is_in_place_unless_it_has_been_made() -> None:
    assert "not_this_cycle" == only(pack(use()), 2, tasks=("call",), wanted=("draft",)).verdict
    assert "ready" == only(pack(use()), 3, tasks=("call",), wanted=("draft",)).verdict
    assert "ready" == only(pack(use()), -9, tasks=("draft",)).verdict


# --- groundwork ----------------------------------------------------------------------------------------------


def test_the_ground_is_laid_missing_or_not_known_and_what_does_not_apply_is_left_out() -> None:
    def step(name: str) -> Groundwork:
        return Groundwork(name, parse(f"{name} >= yes"), f"Do {name}.", F(1), "manager", 1)

    facts = (fact("lead"), fact("rule"), fact("hours"), fact("us"), fact("state", when=parse("us == yes")))
    made_ = replace(
        made(exposure(), control("a"), facts=facts), groundwork=tuple(map(step, ("lead", "rule", "hours", "state")))
    )
    result = score(made_, answers(x="much", lead="yes", rule="no", us="no"))
    assert [("lead", True), ("rule", False), ("hours", None)] == [
        (found.step.question, found.enough) for found in groundwork(made_, result)
    ]


# --- what always holds ---------------------------------------------------------------------------------------

ORDER = {"not_this_cycle": 0, "ready_once": 1, "ready": 2}
STEPS = (
    action("small", {"a": "partly", "b": "partly"}, lead_days=1),
    action("a_up", {"a": "fully"}, lead_days=6, after=("small",)),
    action("b_up", {"b": "largely"}, lead_days=9, after=("small",)),
)
LEVEL = st.sampled_from(LEVELS)
DAYS = st.none() | st.integers(-5, 40)


@given(st.tuples(LEVEL, LEVEL), LEVEL, LEVEL, LEVEL, DAYS)
def test_a_better_answer_never_makes_a_use_less_ready(
    needs: tuple[str, str], a: str, better: str, b: str, days_left: int | None
) -> None:
    low, high = sorted((a, better), key=LEVELS.index)
    offered = pack(use(a=needs[0], b=needs[1]), actions=STEPS)
    before = only(offered, days_left, tasks=("draft",), a=low, b=b)
    after = only(offered, days_left, tasks=("draft",), a=high, b=b)
    assert ORDER[before.verdict] <= ORDER[after.verdict]
    assert before.hours >= after.hours
    assert before.days >= after.days


@given(LEVEL.filter(lambda level: level != "none"), LEVEL, DAYS)
def test_a_use_with_a_need_that_is_not_known_is_never_ready(need: str, b: str, days_left: int | None) -> None:
    found = only(pack(use(a=need, b="partly"), actions=STEPS), days_left, tasks=("draft",), a=DONT_KNOW, b=b)
    assert "ready" != found.verdict
    assert "a" in found.find_out


@given(LEVEL, LEVEL, st.integers(0, 40), st.integers(0, 40))
def test_more_time_never_makes_a_use_less_ready(need: str, a: str, days_left: int, more: int) -> None:
    offered = pack(use(a=need), actions=STEPS)
    sooner = only(offered, days_left, tasks=("draft",), a=a, b="none")
    later = only(offered, days_left + more, tasks=("draft",), a=a, b="none")
    assert ORDER[sooner.verdict] <= ORDER[later.verdict]
