"""Which steps of the last plan are done, by the answers of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

from hustings.answers.events import Answer
from hustings.pack.effort import Deed
from hustings.pack.model import Pack
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.scoring.progress.corner_answers import pair
from hustings.scoring.progress.done_steps import PlanSince, plan_since
from hustings.scoring.score import score
from scoring.test_rules import pack as with_rules
from scoring.test_rules import rule
from support.assessments import visits
from support.small_packs import DONT_KNOW, NA, action, answers, control, exposure, gate, made, said


def since(pack: Pack, then: dict[str, Answer], now: dict[str, Answer], newer: Pack | None = None) -> PlanSince:
    both = pair(*visits(pack, then, now, newer=newer))
    return plan_since(score(pack, then), both)


def keys(found: PlanSince) -> tuple[list[str], list[str]]:
    return [step.key for step in found.done], [step.key for step in found.open]


PACK = made(
    exposure(),
    *map(control, "ab"),
    actions=[action("raise_a", {"a": "largely"}), action("raise_b", {"b": "fully"})],
)
LOW = answers(x="much", a="none", b="none")


def test_a_step_is_done_when_what_it_raises_is_there() -> None:
    assert ([], ["raise_b", "raise_a"]) == keys(since(PACK, LOW, LOW))
    assert (["raise_a"], ["raise_b"]) == keys(since(PACK, LOW, {**LOW, **answers(a="fully", b="largely")}))


def test_a_step_is_held_against_the_pack_that_asked_for_it() -> None:
    renamed = made(exposure(), control("a"))
    assert (["raise_a"], ["raise_b"]) == keys(since(PACK, LOW, answers(x="much", a="largely"), renamed))


def test_what_was_to_be_found_out_is_done_when_it_is_known() -> None:
    unknown = {**LOW, "b": DONT_KNOW}
    found = since(PACK, unknown, LOW)
    assert ["find_out"] == [step.kind for step in found.done]
    assert "find_out" in [step.kind for step in since(PACK, unknown, unknown).open]


def test_a_stop_is_done_when_its_deal_breaker_is_out_of_the_way() -> None:
    one = replace(gate("g", "a >= largely", stop="Stop."), deed=Deed("Pause.", "", hours=F(0), owner="manager"))
    pack = made(exposure(), control("a"), control("b"), gates=[one])
    assert (["stop:g"], []) == keys(since(pack, LOW, {**LOW, "a": said("largely")}))
    assert ([], ["stop:g"]) == keys(since(pack, LOW, {**LOW, "b": said("fully")}))


def test_a_breach_is_done_when_the_answers_no_longer_say_it() -> None:
    ads = rule(
        "ads", breached_when=_parsed("ads == yes"), today="Take it down.", deed=Deed("Down.", "", F(0), "manager")
    )
    pack = with_rules(ads)
    then = answers(where="us", ads="yes", x="much", a="fully", vote=date(2027, 4, 6))
    done, left = keys(since(pack, then, {**then, "ads": said("no")}))
    assert (["stop:ads"], []) == (done, left)
    assert ([], ["stop:ads"]) == keys(since(pack, then, then))


def _parsed(condition: str) -> object:
    from hustings.pack.conditions import parse  # noqa: PLC0415

    return parse(condition)


def test_without_a_score_today_nothing_is_done() -> None:
    pack = made(exposure(), control("a"), a={"na": True}, actions=[action("raise_a", {"a": "largely"})])
    then = answers(x="much", a="none")
    both = pair(
        ComparedAssessment(pack, then, date(2026, 11, 30)),
        ComparedAssessment(pack, answers(x="much", a=NA), date(2026, 12, 30)),
    )
    assert ([], ["raise_a"]) == keys(plan_since(score(pack, then), both))
