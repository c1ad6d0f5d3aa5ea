"""Whose answer a question takes in a mixture of two assessments: the three lines of the rule, each by itself."""

from __future__ import annotations

from dataclasses import replace

from hustings.answers.events import Answer
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.pack.rules import Jurisdiction
from hustings.scoring.progress.mixing import mixed_answers, pair
from hustings.scoring.progress.shapley import CORNERS, NOW, THEN, Corner
from support.assessments import visits
from support.small_packs import AMOUNT, answers, control, exposure, fact, made

CAMPAIGN, RUBRIC, LAW = (True, False, False), (False, True, False), (False, False, True)


def small(*names: str) -> Pack:
    return made(exposure(), *map(control, names), facts=[fact("where", "us", "uk")])


def of_a_place(pack: Pack) -> Pack:
    place = Jurisdiction("us", "United States", parse("where == us"), "", ())
    return replace(pack, rules=(place,), questionnaire=replace(pack.questionnaire, clock="ballots"))


def mixed(corner: Corner, then: dict[str, Answer], now: dict[str, Answer], old: Pack, new: Pack) -> dict[str, object]:
    both = pair(*visits(old, then, now, newer=new))
    return {name: answer.value for name, answer in mixed_answers(both, corner).items()}


def test_each_corner_takes_the_campaign_s_answers_from_its_time() -> None:
    pack = small("a", "b")
    then, now = answers(a="none", b="partly"), answers(a="fully")
    for corner in CORNERS:
        expected = {"a": "fully"} if corner[0] else {"a": "none", "b": "partly"}
        assert expected == mixed(corner, then, now, pack, pack)


def test_answers_about_the_place_are_the_law_s() -> None:
    pack = of_a_place(small("a"))
    then, now = answers(where="us", a="none"), answers(where="uk", a="fully")
    assert {"where": "us", "a": "fully"} == mixed(CAMPAIGN, then, now, pack, pack)
    assert {"where": "uk", "a": "none"} == mixed(LAW, then, now, pack, pack)


def test_what_is_about_the_place_in_one_pack_only_is_the_law_s_in_both() -> None:
    plain = small("a")
    then, now = answers(where="us"), answers(where="uk")
    for old, new in ((plain, of_a_place(plain)), (of_a_place(plain), plain)):
        assert {"where": "us"} == mixed((True, True, False), then, now, old, new)
        assert {"where": "uk"} == mixed((False, False, True), then, now, old, new)


def test_what_only_one_pack_asks_has_one_answer_for_both_times() -> None:
    then, now = answers(a="none"), answers(a="none", b="fully")
    assert {"a": "none", "b": "fully"} == mixed(RUBRIC, then, now, small("a"), small("a", "b"))
    assert {"a": "none", "b": "fully"} == mixed((True, False, True), now, then, small("a", "b"), small("a"))


def test_an_answer_that_the_other_pack_does_not_take_is_taken_from_the_other_time() -> None:
    old, new = small("a"), made(exposure(), control("a", values=AMOUNT))
    then, now = answers(a="partly"), answers(a="much")
    assert {"a": "much"} == mixed(RUBRIC, then, now, old, new)
    assert {"a": "partly"} == mixed(CAMPAIGN, then, now, old, new)


def test_a_question_that_was_renamed_keeps_its_answer_of_then() -> None:
    old, new = small("a"), made(exposure(), control("b"), facts=[fact("where", "us", "uk")], b={"was": ("a",)})
    then, now = answers(a="none"), answers(b="fully")
    assert {"b": "none"} == mixed(RUBRIC, then, now, old, new)
    assert {"a": "fully"} == mixed(CAMPAIGN, then, now, old, new)


def test_a_question_that_did_not_apply_then_is_answered_as_it_is_now() -> None:
    places = [fact("where", "us", "uk")]
    old = made(exposure(), control("a"), control("b"), facts=places, b={"when": parse("where == uk")})
    then, now = answers(where="us", a="none"), answers(where="us", a="none", b="fully")
    assert {"where": "us", "a": "none", "b": "fully"} == mixed(RUBRIC, then, now, old, small("a", "b"))


def test_a_question_that_applied_and_was_not_answered_stays_so() -> None:
    pack = small("a", "b")
    assert {"a": "none"} == mixed(RUBRIC, answers(a="none"), answers(a="none", b="fully"), pack, pack)


def test_the_pure_corners_are_the_two_assessments() -> None:
    old, new = small("a", "b"), small("b", "c")
    then, now = answers(a="none", b="partly"), answers(b="fully", c="largely")
    assert {"a": "none", "b": "partly"} == mixed(THEN, then, now, old, new)
    assert {"b": "fully", "c": "largely"} == mixed(NOW, then, now, old, new)
