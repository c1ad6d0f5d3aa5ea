"""Two readings of method.md that were written apart must agree on everything they both say."""

from __future__ import annotations

import pytest
from hypothesis import given

from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing
from support.reference import HI, LO, PT, assured, average, gain, leverage, reference

pytestmark = pytest.mark.slow


@given(campaigns())
@convincing
def test_index_and_domains_agree(campaign: Campaign) -> None:
    theirs, ours = reference(campaign.pack, campaign.answers), score(campaign.pack, campaign.answers)
    assert [theirs.index(which) for which in (LO, PT, HI)] == [ours.index.lo, ours.index.pt, ours.index.hi]
    assert [theirs.raw(which) for which in (LO, PT, HI)] == [ours.raw.lo, ours.raw.pt, ours.raw.hi]
    for domain in (d for d in ours.domains if d.counts):
        assert theirs.readiness(domain.domain, LO) == domain.readiness.lo
        assert theirs.readiness(domain.domain, PT) == domain.readiness.pt
        assert theirs.readiness(domain.domain, HI) == domain.readiness.hi
        assert theirs.exposure(domain.domain, PT) == domain.exposure.pt
        assert theirs.residual(domain.domain, PT) == domain.residual.pt


@given(campaigns())
@convincing
def test_items_and_gates_agree(campaign: Campaign) -> None:
    theirs, ours = reference(campaign.pack, campaign.answers), score(campaign.pack, campaign.answers)
    values = {i.item.question: i.value and (i.value.lo, i.value.pt, i.value.hi) for d in ours.domains for i in d.items}
    expected = {name: tuple(theirs.value(name, which) for which in (LO, PT, HI)) for name in campaign.pack.items}
    assert {name: None if one[PT] is None else one for name, one in expected.items()} == values
    for one in ours.gates:
        assert theirs.fails(one.gate, LO) is one.caps
        assert theirs.word(one.gate) == one.status


@given(campaigns())
@convincing
def test_what_is_known_agrees(campaign: Campaign) -> None:
    theirs, ours = reference(campaign.pack, campaign.answers), score(campaign.pack, campaign.answers)
    covered = {d.id: theirs.coverage(d) for d in campaign.pack.rubric.domains}
    finished = {d.id: theirs.coverage(d, with_dont_know=True) for d in campaign.pack.rubric.domains}
    shown = {d.id: theirs.confidence(d) for d in campaign.pack.rubric.domains}
    assert covered == {d.domain.id: d.coverage for d in ours.domains}
    assert finished == {d.domain.id: d.completion for d in ours.domains}
    assert shown == {d.domain.id: d.confidence for d in ours.domains}
    assert [len(theirs.claims(d.domain)) for d in ours.domains] == [d.claims for d in ours.domains]
    assert [theirs.backed(d.domain) for d in ours.domains] == [d.backed for d in ours.domains]
    assert average(campaign.pack, covered) == ours.coverage
    assert average(campaign.pack, finished) == ours.completion
    assert average(campaign.pack, shown) == ours.confidence


@given(campaigns())
@convincing
def test_assured_readiness_and_na_leverage_agree(campaign: Campaign) -> None:
    ours = score(campaign.pack, campaign.answers)
    assert assured(campaign.pack, campaign.answers) == ours.assured
    assert leverage(campaign.pack, campaign.answers) == ours.na_leverage


@given(campaigns())
@convincing
def test_findings_agree(campaign: Campaign) -> None:
    pack, theirs = campaign.pack, reference(campaign.pack, campaign.answers)
    result = score(pack, campaign.answers)
    ours, asked = {f.item.question: f for f in result.findings}, {point.question.id for point in result.open_points}
    k = dict(pack.rubric.judgements.importance)
    for domain in pack.rubric.domains:
        for item in domain.of_kind("control"):
            value, found = theirs.value(item.question, PT), ours.get(item.question)
            known = theirs.is_known(item.question) and item.question not in asked
            assert (known and value is not None and value < item.target) is (found is not None)
            if found and value is not None:
                assert theirs.known_exposure(domain) * (item.target - value) * k[item.importance] == found.score
                assert gain(pack, campaign.answers, item.question) == found.alone
                assert theirs.graver(item.question) == set(found.gates)
                assert any(theirs.is_open(i.question) for i in domain.of_kind("exposure")) is found.may_change


@given(campaigns())
@convincing
def test_open_points_agree(campaign: Campaign) -> None:
    theirs, ours = reference(campaign.pack, campaign.answers), score(campaign.pack, campaign.answers)
    listed = {name for point in ours.open_points for name in point.items}
    assert {name for name in campaign.pack.items if theirs.is_open(name)} == listed
    for point in ours.open_points:
        assert theirs.applies(point.question.id) is True
        assert len(set(theirs.said(point.question.id))) != 1
