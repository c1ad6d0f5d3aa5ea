"""Two readings of method.md that were written apart must agree on everything they both say."""

from __future__ import annotations

from fractions import Fraction as F

from hypothesis import given

from campaigns_support import Campaign, campaigns, convincing
from hustings.scoring.score import score
from reference_support import HI, LO, PT, assured, average, gain, leverage, reference


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
        assert (theirs.fails(one.gate, LO) and not theirs.fails(one.gate, HI)) is (one.status == "undetermined")


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
    ours = {f.item.question: f for f in score(pack, campaign.answers).findings}
    k = dict(pack.rubric.judgements.importance)
    for domain in pack.rubric.domains:
        for item in domain.of_kind("control"):
            value = theirs.value(item.question, PT)
            gap = F(0) if value is None else max(item.target - value, F(0))
            severity = theirs.exposure(domain, PT) * gap * k[item.importance]
            found = ours.get(item.question)
            assert severity == (found.score if found else 0)
            if found:
                assert gain(pack, campaign.answers, item.question) == found.alone
                assert theirs.unknown(item.question) is found.unverified
