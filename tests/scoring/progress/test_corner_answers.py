"""Whose answer a question takes in a mixture of two assessments: the three lines of the rule, each by itself."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.answers.events import Answer, State
from hustings.pack.conditions import parse
from hustings.pack.item_values import OptionValues
from hustings.pack.model import Pack
from hustings.pack.rules import Jurisdiction
from hustings.scoring.progress.corner_answers import mixed_answers, pair, same_questions, translated
from hustings.scoring.progress.moved_answers import moved_answers
from hustings.scoring.progress.shapley import CORNERS, NOW, THEN, Corner
from support.assessments import visits
from support.small_packs import AMOUNT, PRACTICE, answers, control, exposure, fact, made, votes

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


def test_an_id_that_either_pack_names_with_was_is_one_question() -> None:
    old, new = small("a", "z"), small("b", "z")
    called = replace(new, questions={**new.questions, "b": replace(new.questions["b"], was=("a",))})
    assert {"where": "where", "x": "x", "a": "b", "z": "z"} == dict(same_questions(old, called))
    assert {"where": "where", "x": "x", "b": "a", "z": "z"} == dict(same_questions(called, old))


def test_a_question_is_one_question_only() -> None:
    both, new = small("a", "b"), small("b")
    called = replace(new, questions={**new.questions, "b": replace(new.questions["b"], was=("a",))})
    assert {"where": "where", "x": "x", "b": "b"} == dict(same_questions(both, called))


def test_a_choice_that_is_called_otherwise_now_is_the_same_answer_in_both_directions() -> None:
    old, question = small("a"), small("a").questions["a"]
    choices = tuple(
        replace(one, id="well", was=("largely",)) if one.id == "largely" else one for one in question.choices
    )
    new = replace(question, choices=choices)
    assert "well" == translated(answers(a="largely")["a"], question, new).value
    assert "largely" == translated(answers(a="well")["a"], new, question).value
    assert ("well", "none") == translated(votes("largely", "none"), question, new).votes
    assert ("well",) == translated(answers(a=("largely",))["a"], question, new).value
    assert F(3) == translated(Answer(State.ANSWERED, F(3)), question, new).value
    renamed = replace(
        old,
        questions={**old.questions, "a": new},
        items={
            **old.items,
            "a": replace(
                old.items["a"],
                values=OptionValues(
                    tuple(("well" if name == "largely" else name, worth) for name, worth in PRACTICE.options)
                ),
            ),
        },
    )
    assert {"a": "well"} == mixed(RUBRIC, answers(a="largely"), answers(a="fully"), old, renamed)
    both = pair(*visits(old, answers(x="much", a="largely"), answers(x="much", a="well"), newer=renamed))
    assert () == moved_answers(both, F(100))
