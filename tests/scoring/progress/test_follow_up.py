"""What a follow-up starts from, and what it comes to when nothing, or only a step, has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given

from hustings.answers.events import Answer, State
from hustings.pack.conditions import parse
from hustings.pack.effort import Deed
from hustings.pack.item_values import Need
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.scoring.progress.follow_up import FollowUp, follow_up, with_steps_done
from hustings.scoring.score import score
from scoring.test_rules import pack as with_rules
from scoring.test_rules import rule
from support.assessments import THEN
from support.campaigns import Campaign, campaigns, convincing
from support.small_packs import (
    AMOUNT,
    DONT_KNOW,
    LINE,
    PARTS,
    PRACTICE,
    action,
    answers,
    control,
    exposure,
    gate,
    made,
    said,
    votes,
)


def begun(old: Pack, said: dict[str, Answer], new: Pack | None = None) -> FollowUp:
    return follow_up(ComparedAssessment(old, said, THEN), (old, said), new or old)


ACTIONS = [action("raise_a", {"a": "largely"}), action("raise_b", {"b": "fully"})]
PACK = made(exposure(), *map(control, "ab"), actions=ACTIONS)
LOW = answers(x="much", a=Answer(State.ANSWERED, "none", note="asked Kim", grade=2, reference="mail"), b="none")


def test_a_step_that_is_done_proposes_its_level_with_the_note_and_without_the_old_evidence() -> None:
    found = begun(PACK, LOW)
    proposals = {one.step.key: one.raises for one in found.steps}
    assert (("a", Answer(State.ANSWERED, "largely", note="asked Kim")),) == proposals["raise_a"]
    assert (("b", Answer(State.ANSWERED, "fully")),) == proposals["raise_b"]


def test_steps_after_the_election_are_asked_for_too_and_of_a_fallback_its_question() -> None:
    """A fallback reaches less than the level of its action, and no pack says how much."""
    pack = made(exposure(), control("a"), actions=[action("raise_a", {"a": "largely"}, lead_days=100)])
    found = begun(pack, answers(x="much", a="none"))
    (later,) = found.plan.later
    told = {one.step.key: (one.step.number, [name for name, _ in one.raises], one.asks) for one in found.steps}
    assert {"fallback:raise_a": (1, [], ("a",)), "raise_a": (later.number, ["a"], ())} == told


def test_a_level_that_is_there_already_is_not_proposed() -> None:
    both = made(exposure(), *map(control, "ab"), actions=[action("both", {"a": "partly", "b": "largely"})])
    (one,) = begun(both, answers(x="much", a="largely", b=votes("none", "fully"))).steps
    assert ["b"] == [name for name, _ in one.raises]


def test_a_step_about_what_today_s_pack_does_not_have_is_left_out() -> None:
    found = begun(PACK, LOW, made(exposure(), control("b")))
    assert (["raise_b"], ("a",)) == ([one.step.key for one in found.steps], found.dropped)
    moved = made(exposure(), control("b"), control("a", values=AMOUNT))
    fewer = begun(PACK, LOW, moved)
    assert ("a",) == fewer.dropped
    assert {"raise_b": (), "raise_a": ("a",)} == {one.step.key: one.asks for one in fewer.steps}


def test_answers_move_under_the_ids_that_questions_and_choices_have_now() -> None:
    renamed = made(exposure(), *map(control, ("aa", "b")), aa={"was": ("a",)})
    assert {"x": LOW["x"], "aa": LOW["a"], "b": LOW["b"]} == begun(PACK, LOW, renamed).before
    first, *others = PACK.questions["b"].choices
    values = replace(PRACTICE, options=(("nothing", F(0)), *PRACTICE.options[1:]))
    choices = (replace(first, id="nothing", was=("none",)), *others)
    newer = made(exposure(), control("a"), control("b", values=values), b={"choices": choices})
    assert {**LOW, "b": said("nothing")} == begun(PACK, LOW, newer).before


def test_ticks_are_asked_and_a_number_is_proposed() -> None:
    pack = made(exposure(), control("a", values=PARTS), control("n", values=LINE))
    ticks = replace(action("t", {}), raises=(Need("a", F(1), F(1)),))
    days = replace(action("d", {}), raises=(Need("n", F(10), F(1)),))
    pack = replace(pack, rubric=replace(pack.rubric, actions=(ticks, days)))
    found = begun(pack, {**answers(x="much", a=("one",)), "n": Answer(State.ANSWERED, F(0))})
    assert {"t": ("a",), "d": ()} == {one.step.key: one.asks for one in found.steps}
    (proposed,) = [one.raises for one in found.steps if one.raises]
    assert (("n", Answer(State.ANSWERED, F(10))),) == proposed


def test_a_stop_and_what_was_to_be_found_out_are_asked() -> None:
    stop = replace(gate("g", "a >= largely", stop="Stop."), deed=Deed("Pause.", "", hours=F(0), owner="manager"))
    pack = made(exposure(), *map(control, "ab"), gates=[stop])
    found = begun(pack, {**LOW, "b": DONT_KNOW})
    assert {"stop": ("a",), "find_out": ("b",)} == {one.step.kind: one.asks for one in found.steps}


def test_a_breach_asks_what_it_hangs_on() -> None:
    ads = rule("ads", breached_when=parse("ads == yes"), today="Down.", deed=Deed("Down.", "", F(0), "manager"))
    found = begun(with_rules(ads), answers(where="us", ads="yes", x="much", a="fully", vote=date(2027, 4, 6)))
    assert [("ads",)] == [one.asks for one in found.steps]


def test_steps_told_as_done_raise_and_answers_of_a_file_win() -> None:
    found = begun(PACK, LOW)
    numbers = {one.step.key: one.step.number for one in found.steps}
    said = with_steps_done(found, numbers.values(), answers(b="partly"))
    assert ("largely", "partly", "much") == (said["a"].value, said["b"].value, said["x"].value)
    with pytest.raises(InputError, match="Step 9 is none of the last plan"):
        with_steps_done(found, [9], {})


def test_a_step_without_a_level_must_be_answered_in_the_file() -> None:
    found = begun(PACK, {**LOW, "b": DONT_KNOW})
    (number,) = [one.step.number for one in found.steps if one.asks]
    with pytest.raises(InputError, match=f"Step {number} is about `b`, which a file must answer"):
        with_steps_done(found, [number], {})
    assert "fully" == with_steps_done(found, [number], answers(b="fully"))["b"].value


@given(campaigns())
@convincing
def test_a_follow_up_with_nothing_changed_has_the_same_index(campaign: Campaign) -> None:
    found = begun(campaign.pack, dict(campaign.answers))
    assert ((), campaign.answers) == (found.dropped, with_steps_done(found, (), {}))
    then, now = score(campaign.pack, campaign.answers), score(campaign.pack, with_steps_done(found, (), {}))
    assert then.index == now.index
