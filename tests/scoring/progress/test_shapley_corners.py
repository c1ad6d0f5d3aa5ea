"""What holds for every split, on drawn packs that share ids and little else."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given

from hustings.answers.versions.compatibility import fitting
from hustings.problems import InputError
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.scoring.progress.corner_answers import pair
from hustings.scoring.progress.shapley import Change, Parts
from hustings.scoring.progress.shapley_corners import band, corners, domain_split, gate_split, index, split
from hustings.scoring.score import score
from support.answers import answers, pack_of
from support.assessments import pairs, visits
from support.campaigns import convincing
from support.small_packs import NA, control, exposure, gate, made
from support.small_packs import answers as small

NONE = Parts(F(0), F(0), F(0))


def splits(then: ComparedAssessment, now: ComparedAssessment) -> dict[str, Change]:
    """The change of every figure."""
    at = corners(pair(then, now))
    gates = dict.fromkeys(gate.id for one in (then, now) for gate in one.pack.rubric.gates)
    domains = dict.fromkeys(domain.id for one in (then, now) for domain in one.pack.rubric.domains)
    of_domains = {name: domain_split(at, name) for name in domains}
    return {
        "index": split(at, index),
        "lo": split(at, lambda one: one.three.lo.index),
        "hi": split(at, lambda one: one.three.hi.index),
        "band": split(at, band),
        **{name: gate_split(at, name) for name in gates},
        **{name: change for name, change in of_domains.items() if change is not None},
    }


@given(pairs())
@convincing
def test_the_three_parts_add_up_to_the_change_of_the_two_results_to_the_digit(
    both: tuple[ComparedAssessment, ComparedAssessment],
) -> None:
    found, results = splits(*both), [score(one.pack, one.answers) for one in both]
    assert [one.total for one in found.values()] == [one.parts.total for one in found.values()]
    for figure, part in (("lo", "lo"), ("index", "pt"), ("hi", "hi")):
        assert [getattr(one.index, part) for one in results] == [found[figure].then, found[figure].now]
    for name in (domain.domain.id for domain in results[1].domains if domain.domain.id in found):
        ends = [result.domain(name).readiness.pt for result in results]
        assert ends == [found[name].then, found[name].now]


@given(pairs())
@convincing
def test_then_and_now_changed_round_change_every_sign(both: tuple[ComparedAssessment, ComparedAssessment]) -> None:
    ahead, back = splits(*both), splits(*reversed(both))
    turned = {name: Parts(-one.parts.campaign, -one.parts.rubric, -one.parts.law) for name, one in back.items()}
    assert {name: one.parts for name, one in ahead.items()} == turned


@given(pairs())
@convincing
def test_a_cause_that_did_not_change_has_no_part(both: tuple[ComparedAssessment, ComparedAssessment]) -> None:
    then, now = both
    assert {NONE} == {one.parts for one in splits(then, replace(then, on=now.on)).values()}
    theirs, _ = fitting(then.pack, now.answers)
    assert {F(0)} == {one.parts.rubric for one in splits(then, replace(now, pack=then.pack, answers=theirs)).values()}
    ours = fitting(now.pack, fitting(then.pack, then.answers)[0])[0]
    same = splits(replace(then, answers=ours), replace(now, answers=ours))
    assert {(F(0), F(0))} == {(one.parts.campaign, one.parts.law) for one in same.values()}


def test_a_mixture_in_which_nothing_applies_takes_the_score_of_its_pack() -> None:
    """
    controls:
      - {question: more, scale: maturity, weight: 1}
    questions:
      - {id: more, type: select_one, text: More?, ladder: practice, na: yes}
    """
    pack = pack_of(test_a_mixture_in_which_nothing_applies_takes_the_score_of_its_pack)
    only = {name: item for name, item in pack.items.items() if name != "base"}
    domains = tuple(replace(d, items=tuple(only.values())) for d in pack.rubric.domains)
    left = replace(pack, items=only, rubric=replace(pack.rubric, domains=domains))
    then, now = visits(left, answers(reach="no", more="fully"), answers(reach="no", more=NA), newer=pack)
    found = split(corners(pair(then, now)), index)
    assert (F(100), F(0)) == (found.then, found.now)
    assert found.total == found.parts.total
    with pytest.raises(InputError, match="Nothing in this assessment applies"):
        corners(pair(now, replace(then, answers={**now.answers})))


def test_a_gate_that_only_the_newer_pack_has_is_the_rubric_s_part() -> None:
    items = (exposure(), control("a"), control("b"))
    old, new = made(*items), made(*items, gates=[gate("g", "a >= largely")])
    said = small(x="much", a="partly", b="fully")
    at = corners(pair(*visits(old, said, said, newer=new)))
    assert (Parts(F(0), F(1), F(0)), Parts(F(0), F(-6), F(0))) == (gate_split(at, "g").parts, split(at, index).parts)


def test_a_gate_that_the_campaign_closed_is_its_part() -> None:
    pack = made(exposure(), control("a"), control("b"), gates=[gate("g", "a >= largely")])
    then, now = small(x="much", a="partly", b="fully"), small(x="much", a="largely", b="fully")
    at = corners(pair(*visits(pack, then, now)))
    assert Parts(F(-1), F(0), F(0)) == gate_split(at, "g").parts
    assert Parts(F(2), F(0), F(0)) == split(at, band).parts


def test_a_domain_that_only_one_pack_has_is_not_split() -> None:
    one = (exposure(domain="d"), control("a", domain="d"))
    more = (*one, exposure("y", domain="e"), control("b", domain="e"))
    said = small(x="much", y="much", a="fully", b="none")
    at = corners(pair(*visits(made(*one), said, said, newer=made(*more))))
    assert (None, None) == (domain_split(at, "e"), domain_split(at, "nowhere"))
    kept = domain_split(at, "d")
    assert kept is not None
    assert NONE == kept.parts
