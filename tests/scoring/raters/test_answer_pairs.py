"""Two assessors' answers side by side: what is known is told apart from what is not."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given

from hustings.answers.events import Answer, State, Value
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.raters.answer_pairs import Kind, answer_pairs
from support.campaigns import Campaign, campaigns, convincing
from support.small_packs import DONT_KNOW, NA, PARTS, answers, control, exposure, fact, made, said, votes

PACK = made(exposure("x"), control("c"), control("n"), control("p", values=PARTS), n={"na": True})


def kinds(pack: Pack, first: Mapping[str, Answer], second: Mapping[str, Answer]) -> dict[str, Kind]:
    return {pair.question.id: pair.kind for pair in answer_pairs(pack, first, second)}


def kind(first: Value | Answer | None, second: Value | Answer | None, name: str = "c") -> Kind:
    both = [{} if one is None else answers(**{name: one}) for one in (first, second)]
    return kinds(PACK, *both)[name]


def test_both_know() -> None:
    assert Kind.ALIKE is kind("partly", Answer(State.ANSWERED, "partly", note="seen", grade=2))
    assert Kind.DIFFERENT is kind("partly", "largely")


def test_the_order_of_ticks_makes_no_difference() -> None:
    assert Kind.ALIKE is kind(("one", "two"), ("two", "one"), "p")
    assert Kind.DIFFERENT is kind(("one",), ("two", "one"), "p")


def test_what_does_not_apply_is_known() -> None:
    assert Kind.ALIKE is kind(NA, Answer(State.NA, reason="other words"), "n")
    assert Kind.DIFFERENT is kind(NA, "partly", "n")


def test_what_only_one_knows_is_no_disagreement() -> None:
    for unknown in (None, DONT_KNOW, Answer(State.BLANK), votes("none", "fully")):
        assert Kind.ONE_KNOWS is kind("partly", unknown)
        assert Kind.ONE_KNOWS is kind(unknown, "partly")
        assert Kind.NEITHER is kind(unknown, DONT_KNOW)


def test_asked_of_one_only() -> None:
    pack = made(exposure("x"), control("c"), facts=[fact("tools")], c={"when": parse("tools == 'yes'")})
    assert {"x": Kind.NEITHER, "c": Kind.ONE_ASKED, "tools": Kind.DIFFERENT} == dict(
        sorted(kinds(pack, answers(tools="yes", c="partly"), answers(tools="no", c="partly")).items(), reverse=True)
    )
    assert "c" not in kinds(pack, answers(tools="no", c="none"), answers(tools="no", c="fully"))


def test_free_texts_are_not_compared() -> None:
    pack = made(exposure("x"), control("c"), facts=[Question("name", "text", "Name?", "all")])
    assert {"x", "c"} == kinds(pack, answers(name="Rivera"), answers(name="rivera")).keys()


def test_who_knows_and_who_gave_a_value() -> None:
    one = next(pair for pair in answer_pairs(PACK, {"n": NA}, {}) if pair.question.id == "n")
    other = next(pair for pair in answer_pairs(PACK, {}, {"n": said("none")}) if pair.question.id == "n")
    assert (True, False) == (one.first_knows, one.both_valued)
    assert (False, False) == (other.first_knows, other.both_valued)
    assert [True] == [pair.both_valued for pair in answer_pairs(PACK, *[answers(c="none")] * 2) if pair.first]


@given(campaigns())
@convincing
def test_an_assessment_agrees_with_itself(drawn: Campaign) -> None:
    assert {Kind.ALIKE, Kind.NEITHER} >= set(kinds(drawn.pack, drawn.answers, drawn.answers).values())


@given(campaigns())
@convincing
def test_it_does_not_matter_who_comes_first(drawn: Campaign) -> None:
    other = dict(list(drawn.answers.items())[::2])
    assert kinds(drawn.pack, drawn.answers, other) == kinds(drawn.pack, other, drawn.answers)
