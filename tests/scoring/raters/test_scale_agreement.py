"""Alpha of two assessors: which judgements are units, and when it is not defined."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction as F

from hypothesis import given
from hypothesis import strategies as st

from hustings.pack.model import Pack
from hustings.pack.questionnaire import Choice, Question
from hustings.scoring.raters.answer_pairs import answer_pairs
from hustings.scoring.raters.scale_agreement import ScaleAgreement, scale_agreements
from support.small_packs import DONT_KNOW, answers, control, exposure, fact, made

STEPS = ("none", "partly", "largely", "fully")
NAMES = [f"c{number}" for number in range(10)]
PACK = made(exposure("x"), *(control(name) for name in NAMES))
JUDGED = st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(STEPS)), min_size=10, max_size=10)


def scales(pack: Pack, first: dict[str, object], second: dict[str, object]) -> tuple[ScaleAgreement, ...]:
    both = answers(**first), answers(**second)  # type: ignore[arg-type]
    return scale_agreements(pack, answer_pairs(pack, *both))


def ordinal(judged: Sequence[tuple[str, str]], names: Sequence[str] = NAMES) -> ScaleAgreement:
    first, second = ({name: two[side] for name, two in zip(names, judged, strict=True)} for side in (0, 1))
    return scales(PACK, dict(first), dict(second))[0]


def test_one_scale_for_all_that_is_scored_by_hand() -> None:
    """Ten controls: seven alike, three one step apart; 5 values are none, 6 partly, 4 largely, 5 fully.

    Their ranks lie 5.5, 5 and 4.5 apart (method.md 2.6: what lies between, and half of both ends).
    """
    alike = [("none", "none")] * 2 + [("partly", "partly")] * 2 + [("largely", "largely"), ("fully", "fully")]
    judged = [*alike, ("none", "partly"), ("partly", "largely"), ("largely", "fully"), ("fully", "fully")]
    found = ordinal(judged)
    assert ("ordinal", ("0", "3/10", "7/10", "1"), 10, 7, "") == (
        found.scale,
        found.levels,
        found.units,
        found.alike,
        found.why,
    )
    counts, far = (5, 6, 4, 5), {(0, 1): 5.5, (1, 2): 5, (2, 3): 4.5, (0, 2): 10.5, (1, 3): 9.5, (0, 3): 15}
    expected = sum(counts[c] * counts[k] * F(apart) ** 2 for (c, k), apart in far.items())
    observed = F(5.5) ** 2 + F(5) ** 2 + F(4.5) ** 2
    assert 1 - 19 * observed / expected == found.alpha


def test_an_exposure_counts_the_other_way_round() -> None:
    found = scales(PACK, {"x": "much"}, {"x": "little"})[0]
    assert ("0", "1") == found.levels
    assert ("0", "1/2") == scales(PACK, {"x": "much"}, {"x": "some"})[0].levels


def test_what_one_does_not_know_is_no_unit() -> None:
    assert 1 == scales(PACK, {"c1": "none", "c2": "fully"}, {"c1": "none", "c2": DONT_KNOW})[0].units


def test_too_few_and_no_variation() -> None:
    few = ordinal([("none", "partly")] * 7, NAMES[:7])
    assert (7, None, "few") == (few.units, few.alpha, few.why)
    same = ordinal([("none", "none")] * 8, NAMES[:8])
    assert (8, 8, None, "no_variation") == (same.units, same.alike, same.alpha, same.why)
    assert (0, (), "few") == ((none := scales(PACK, {}, {})[0]).units, none.levels, none.why)


def test_facts_with_the_same_choices_are_taken_together() -> None:
    facts = [fact(f"f{number}") for number in range(8)]
    pack = made(exposure("x"), control("c"), facts=[*facts, fact("place", "here", "there")])
    first = {f"f{number}": "yes" if number < 4 else "no" for number in range(8)}
    found = scales(pack, {**first, "place": "here"}, {**first, "f0": "no", "place": "there"})
    assert ["ordinal", "nominal"] == [one.scale for one in found]
    assert (("no", "yes"), 8, 7) == (found[1].levels, found[1].units, found[1].alike)
    assert 1 - F(15 * 1, 7 * 9) == found[1].alpha


def test_each_of_several_ticks_is_a_yes_or_no() -> None:
    ids = tuple("abcdefgh")
    listed = Question("tools", "select_multiple", "Which?", "all", tuple(Choice(one, one) for one in ids))
    pack = made(exposure("x"), control("c"), facts=[listed])
    found = scales(pack, {"tools": ("a", "b")}, {"tools": ("a", "c")})
    assert (("no", "yes"), 8, 6) == (found[1].levels, found[1].units, found[1].alike)


def test_facts_without_choices_have_no_alpha() -> None:
    pack = made(exposure("x"), control("c"), facts=[Question("hours", "number", "How many?", "all")])
    assert 1 == len(scales(pack, {"hours": F(1)}, {"hours": F(2)}))


@given(JUDGED)
def test_it_does_not_matter_who_is_who(judged: list[tuple[str, str]]) -> None:
    assert ordinal(judged) == ordinal([(other, one) for one, other in judged])


@given(JUDGED, st.permutations(range(10)))
def test_the_order_of_the_questions_makes_no_difference(judged: list[tuple[str, str]], order: list[int]) -> None:
    assert ordinal(judged) == ordinal([judged[place] for place in order])


@given(JUDGED)
def test_alpha_is_1_when_all_is_alike_and_only_then(judged: list[tuple[str, str]]) -> None:
    found, same = ordinal(judged), ordinal([(one, one) for one, _ in judged])
    assert same.alpha == (1 if len({one for one, _ in judged}) > 1 else None)
    assert (found.alpha == 1) == (found.alike == 10 and found.why == "")
    assert found.alpha is None or found.alpha <= 1
