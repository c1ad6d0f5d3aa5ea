"""Answers that moved, and what today's index would be without."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.answers.events import Answer, State
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.pack.rules import Jurisdiction
from hustings.scoring.plan.what_if import index_with
from hustings.scoring.progress.corner_answers import pair
from hustings.scoring.progress.moved_answers import MovedAnswer, improved, moved_answers, worse
from support.assessments import visits
from support.small_packs import AMOUNT, NA, answers, control, exposure, fact, made


def moved(
    then: dict[str, Answer], now: dict[str, Answer], old: Pack, new: Pack | None = None
) -> tuple[MovedAnswer, ...]:
    newer = new or old
    return moved_answers(pair(*visits(old, then, now, newer=newer)), index_with(newer, now))


def names(some: tuple[MovedAnswer, ...]) -> list[str]:
    return [one.question.id for one in some]


PACK = made(exposure(), *map(control, "abc"))
FULL = answers(x="much", a="fully", b="fully", c="fully")


def test_the_gain_is_what_today_would_lack_with_the_answer_of_then() -> None:
    found = moved(answers(x="much", a="none", b="fully", c="largely"), FULL, PACK)
    assert [("a", F(100, 3)), ("c", F(10))] == [(one.question.id, one.gain) for one in found]


def test_what_got_worse_costs_the_most_first() -> None:
    found = moved(FULL, answers(x="much", a="largely", b="none", c="fully"), PACK)
    assert (["b", "a"], []) == (names(worse(found)), names(improved(found)))


def test_note_grade_and_silence_are_no_move() -> None:
    graded = {**FULL, "a": Answer(State.ANSWERED, "fully", note="seen", grade=2)}
    assert () == moved(FULL, graded, PACK)
    left = {name: answer for name, answer in FULL.items() if name != "a"}
    assert () == moved(left, {**left, "a": Answer(State.BLANK)}, PACK)
    assert ["a"] == names(moved(left, FULL, PACK))


def test_what_the_packs_do_not_share_or_today_s_does_not_take_is_left_out() -> None:
    fewer = made(exposure(), control("a"), control("b"))
    assert () == moved(answers(x="much", a="fully", b="fully"), FULL, fewer, PACK)
    other = made(exposure(), control("a", values=AMOUNT), control("b"), control("c"))
    assert () == moved(FULL, {**FULL, **answers(a="some")}, PACK, other)


def test_a_question_that_never_applied_is_left_out() -> None:
    pack = made(exposure(), *map(control, "ab"), facts=[fact("us")], b={"when": parse("us == yes")})
    then, now = (answers(us="no", x="much", a="fully", b=level) for level in ("none", "fully"))
    assert () == moved(then, now, pack)


def test_a_move_of_the_place_is_the_law_s() -> None:
    bare = made(exposure(), control("a"), facts=[fact("us")])
    pack = replace(bare, rules=(Jurisdiction("us", "US", parse("us == yes"), ""),))
    found = moved(answers(us="no", x="much", a="none"), answers(us="yes", x="much", a="fully"), pack)
    assert [("a", False), ("us", True)] == [(one.question.id, one.of_law) for one in found]
    assert ["a"] == names(improved(found))


def test_without_the_only_answer_that_applies_there_is_no_index_to_lose() -> None:
    pack = made(exposure(), control("a"), a={"na": True})
    (found,) = moved(answers(x="much", a=NA), answers(x="much", a="fully"), pack)
    assert F(100) == found.gain
