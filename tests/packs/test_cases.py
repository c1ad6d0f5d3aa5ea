"""The worked campaigns of campaign-ai: there are enough of them, and nothing in the pack is dead."""

from __future__ import annotations

from fractions import Fraction as F
from functools import cache

import pytest

from hustings.answers.accept import Refusal
from hustings.answers.events import Answer
from hustings.answers.parse import given
from hustings.pack.editions import scoped
from hustings.pack.model import Case, Pack
from hustings.pack.versions.pack_archive import archive, read_archive
from hustings.scoring.plan.make_plan import PlanOptions, make_plan
from hustings.scoring.result import Result
from hustings.scoring.score import score
from hustings.scoring.strengths import further
from hustings.scoring.uses import uses
from hustings.scoring.worked_cases import case_problems
from support.campaign_ai import pack
from support.deep import some
from support.plans import clock as days_left

pytestmark = pytest.mark.slow


@cache
def results() -> dict[str, Result]:
    return {case.id: result_of(case) for case in pack().cases}


def result_of(case: Case, complete: Pack | None = None) -> Result:
    edition = scoped(complete or pack(), case.edition)
    taken = {name: given(edition, name, raw) for name, raw in case.answers}
    assert [] == [name for name, answer in taken.items() if isinstance(answer, Refusal)]
    return score(edition, {name: answer for name, answer in taken.items() if isinstance(answer, Answer)})


def test_every_case_comes_out_as_promised() -> None:
    assert () == case_problems(pack())


def test_every_case_has_its_result_of_that_day_with_the_pack_that_a_case_file_keeps() -> None:
    kept = read_archive(archive(pack().files), pack().digest, folder="campaign-ai")
    assert pack() == kept
    assert results() == {case.id: result_of(case, kept) for case in kept.cases}


def test_there_are_campaigns_of_every_kind() -> None:
    assert len(pack().cases) >= 16
    said = [dict(case.answers) for case in pack().cases]
    assert {"us", "eu", "uk", "elsewhere"} == {one["jurisdiction"] for one in said}
    assert {"local_small", "local", "state", "wide"} <= {one.get("office") for one in said}
    assert {"", "quick", "full"} == {case.edition for case in pack().cases}


@pytest.mark.parametrize("gate", [gate.id for gate in pack().rubric.gates])
def test_every_gate_fires_in_one_case_and_stays_silent_in_another(gate: str) -> None:
    seen = {case.id: dict(case.gates).get(gate) for case in pack().cases}
    assert "not_met" in seen.values()
    assert {"met", "no_concern"} & set(seen.values())


def test_every_band_is_reached() -> None:
    assert {band.id for band in pack().rubric.bands} == {case.band for case in pack().cases}


def test_every_case_says_what_must_not_appear() -> None:
    assert [] == [case.id for case in pack().cases if not case.absent and case.band != "unprepared"]


def test_every_action_is_in_the_plan_of_some_case() -> None:
    """With days left, with time for all of it, or as what is good enough already is lifted further."""
    left = {action.id for action in pack().rubric.actions}
    for result in results().values():
        left -= {action.id for action in further(result)}
    for days in (5, None, 1):
        for result in results().values():
            if left & {action.id for finding in result.findings for action in finding.actions}:
                left -= planned(result, days)
    assert set() == left


def planned(result: Result, days: int | None) -> set[str]:
    """The actions of a case, as many as fit so many days."""
    plan = make_plan(result, days_left(days), PlanOptions(hours=F(1000), whole=True))
    return {step.action.id for step in (*plan.steps, *plan.later) if step.action is not None}


def test_no_finding_is_left_without_an_action() -> None:
    assert [] == [(name, f.item.question) for name, r in results().items() for f in r.findings if not f.actions]


def test_every_use_is_judged_somewhere_and_every_verdict_is_reached() -> None:
    told = {(v.use.id, v.verdict) for r in results().values() for v in uses(r.pack, r, 60)}
    assert {use.id for use in pack().uses} == {use for use, _ in told}
    assert {"ready", "ready_once", "not_this_cycle"} == {verdict for _, verdict in told}


def test_page_one_never_asks_for_money_first() -> None:
    plans = [make_plan(result, days_left(98)) for result in some([*results().values()], 2)]
    assert [] == [step.key for plan in plans for step in plan.steps[:6] if step.action is not None and step.action.paid]
