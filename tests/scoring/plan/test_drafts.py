"""Steps before they are dated: what each says, what it gains, and the order of fixes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hypothesis import given

from hustings.pack.effort import Deed
from hustings.problems import InputError
from hustings.scoring.incremental import raised
from hustings.scoring.plan.choice.candidates import closure, dependants, levels_of
from hustings.scoring.plan.drafts import (
    Draft,
    best_action,
    fallback_draft,
    find_out_draft,
    fix_draft,
    fix_order,
    fixing,
    gravest,
    highest_action,
    per_hour,
    stop_draft,
)
from hustings.scoring.plan.questions.find_outs import find_outs
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.score import score
from support.campaigns import convincing
from support.plans import ON, Planning, choosing, plannings, started
from support.small_packs import DONT_KNOW, action, answers, control, exposure, gate, made


def test_a_stop_is_its_deed_and_without_one_its_text_for_an_hour() -> None:
    shut = gate("g", "a >= partly", stop="Stop it now.")
    for deed, expected in (
        (Deed("Pause", "One message.", F(1, 4), "data"), ("Pause", "One message.", F(1, 4), "data")),
        (None, ("G", "Stop it now.", F(1), "team")),
    ):
        pack = made(exposure(), control("a"), gates=[replace(shut, deed=deed)])
        (stop,) = hard_stops(score(pack, answers(x="much", a="none")), ON)
        draft = stop_draft(stop)
        assert ("stop:g", False) == (draft.job.id, draft.job.counted)
        assert expected == (draft.step.title, draft.step.how, draft.step.hours, draft.step.owner)


def test_a_find_out_names_its_first_question_and_counts_the_others() -> None:
    pack = made(exposure(), control("a"), control("b"))
    for unknown, title in (("ab", "Find out: What about a? And 1 more question"), ("a", "Find out: What about a?")):
        given_ = {"a": "none", "b": "none", **dict.fromkeys(unknown, DONT_KNOW)}
        (group,) = find_outs(score(pack, answers(x="much", **given_)).open_points, ())  # type: ignore[arg-type]
        assert title == find_out_draft(group).step.title


def test_a_fallback_takes_an_hour_at_most() -> None:
    slow = action("slow", {"a": "fully"}, hours="6")
    draft = fallback_draft(slow, ())
    assert ("fallback:slow", "Instead of slow.", F(1)) == (draft.step.key, draft.step.title, draft.step.hours)
    assert "“slow” does not fit before the deadline any more. This does." == draft.step.how
    assert F(1, 2) == fallback_draft(replace(slow, hours=F(1, 2)), ()).step.hours


def test_fixes_come_by_gate_severity_gain_for_the_hours_and_id() -> None:
    items = [
        control("a", importance="minor"), control("b", importance="critical"), control("c"), control("e"), control("f"),
    ]  # fmt: skip
    actions = [action(f"do_{name}", {name: "fully"}) for name in "abcef"] + [action("over", {"f": "fully"})]
    pack = made(exposure(), *items, gates=[gate("g", "e >= partly", scope="d", cap="0.5")], actions=actions)
    given_ = answers(x="much", a="none", b="none", c=DONT_KNOW, e="none", f="largely")
    result, start = score(pack, given_), started(pack, given_)
    pool = choosing(start).pool
    plan = fixing(result, start, pool, frozenset(pool))
    drafts = sorted((fix_draft(plan, name, "fix") for name in pool), key=fix_order)
    assert ["do_e", "do_b", "do_a", "do_f", "over", "do_c"] == [draft.step.key for draft in drafts]
    by_key = {draft.step.key: draft.step for draft in drafts}
    assert (True, None) == (by_key["over"].above_target, by_key["over"].severity)
    assert (True, False) == (by_key["do_c"].check, by_key["do_c"].above_target)
    assert ["g"] == [score.gate.id for score in by_key["do_e"].closes]
    unasked = fix_draft(fixing(result, start, pool, frozenset(pool), gains=False), "do_b", "fix").step
    assert replace(by_key["do_b"], alone=F(0), in_plan=F(0)) == unasked


def test_a_gain_without_hours_is_without_end() -> None:
    assert (float("inf"), 0, F(2)) == (per_hour(F(1), F(0)), per_hour(F(0), F(0)), per_hour(F(4), F(2)))


def test_the_action_for_a_finding() -> None:
    largely = {"a": "largely"}
    actions = [
        action("b", largely, hours="2"), action("a", largely, hours="2"), action("long", largely, hours="3"),
        action("full", {"a": "fully"}, hours="1"), action("half", {"a": "partly"}, hours="1"),
    ]  # fmt: skip
    pack = made(exposure(), control("a"), actions=actions)
    given_ = answers(x="much", a="none")
    pool, (finding,) = choosing(started(pack, given_)).pool, score(pack, given_).findings
    assert ("a", "full") == (best_action(pool, finding), highest_action(pool, finding))
    only_half = {"half": pool["half"]}
    assert (None, "half") == (best_action(only_half, finding), highest_action(only_half, finding))
    assert (None, None) == (best_action({}, finding), highest_action({}, finding))
    assert (None, finding.severity) == (gravest(()), gravest([finding]))


@given(plannings())
@convincing
def test_gains_are_those_of_scoring_anew(drawn: Planning) -> None:
    try:
        result, start = score(drawn.pack, drawn.campaign.answers), started(drawn.pack, drawn.campaign.answers)
    except InputError:
        return
    pool = choosing(start).pool
    plan = fixing(result, start, pool, frozenset(pool))

    def index(names: frozenset[str]) -> F:
        return raised(start, levels_of(pool[name] for name in names)).index

    for name in pool:
        draft: Draft = fix_draft(plan, name, "fix")
        assert index(closure(pool, [name])) - start.index.index == draft.step.alone
        assert index(frozenset(pool)) - index(frozenset(pool) - dependants(pool, [name])) == draft.step.in_plan
