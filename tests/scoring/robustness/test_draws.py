"""All weights drawn at once: the figures of method.md 1.4 within two points, and invariants 19 and 20."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import assume, given

from hustings.problems import InputError
from hustings.scoring.result import Result
from hustings.scoring.robustness.draws import drawn
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing
from support.scoring import e1, mini
from support.small_packs import answers, control, exposure, gate, made


def test_e1_depends_on_the_weights() -> None:
    found = drawn(score(mini(), e1()), draws=20_000)
    together = found.with_lambda
    assert 0.58 == pytest.approx(float(together.share), abs=0.02)
    assert together.low == pytest.approx(55.6, abs=2)
    assert together.high == pytest.approx(65.4, abs=2)
    assert 0.62 == pytest.approx(float(found.weights.share), abs=0.02)


def test_items_of_one_value_move_as_if_each_were_drawn() -> None:
    result = score(mini(), e1())
    chance = Random(3)  # noqa: S311 - chance, not secrets
    indexes = [one_by_one(result, chance) for _ in range(4000)]
    share = sum(60 <= index < 80 for index in indexes) / len(indexes)
    assert share == pytest.approx(float(drawn(result, draws=4000).weights.share), abs=0.03)


def one_by_one(result: Result, chance: Random) -> float:
    """The index of one draw of every weight, at length."""
    ready, weights = list[float](), list[float]()
    total = sum(float(d.domain.weight) for d in result.domains)
    for one in result.domains:
        controls, exposures = ([i for i in one.of_kind(kind) if i.value] for kind in ("control", "exposure"))
        mean = []
        for group in (controls, exposures):
            whole = sum(float(i.item.weight) for i in group)
            shares = [chance.gammavariate(20 * len(group) * float(i.item.weight) / whole, 1) for i in group]
            values = [float(i.value.pt) for i in group if i.value]
            mean.append(sum(s * v for s, v in zip(shares, values, strict=True)) / sum(shares))
        worst = max(float(i.value.pt) for i in exposures if i.value)
        ready.append(min(1.0, mean[0] / (0.6 + 0.4 * (mean[1] + worst) / 2)))
        weights.append(chance.gammavariate(20 * len(result.domains) * float(one.domain.weight) / total, 1))
    average = sum(w * r for w, r in zip(weights, ready, strict=True)) / sum(weights)
    return 100 * (0.6 * average + 0.4 * min(ready))


def test_caps_hold_in_every_draw() -> None:
    pack = made(exposure(), control("c"), control("e"), gates=[gate("g", "e >= partly", cap="39")])
    found = drawn(score(pack, answers(x="little", c="fully", e="none"))).weights
    assert (2000, 39.0) == (found.same, found.high)


def test_an_index_on_the_edge_of_a_band_lies_on_it_in_floats_too() -> None:
    pack = made(exposure(), control("c"), control("e"))
    found = drawn(score(pack, answers(x="much", c="largely", e="largely"))).weights
    assert 2000 == found.same
    assert found.low == pytest.approx(70)


@given(campaigns())
@convincing
def test_20_weights_drawn_ever_closer_to_the_rubric_keep_the_band(campaign: Campaign) -> None:
    # Sensitivity with concentration to infinity returns robustness 1, unless R lies on a band edge.
    result = scored(campaign)
    assume(min(abs(result.index.pt - band.start) for band in campaign.pack.rubric.bands) > 0.1)
    assert 1 == drawn(result, draws=20, concentration=1e12).weights.share


@given(campaigns())
@convincing
def test_19_the_same_answers_give_the_same_draws(campaign: Campaign) -> None:
    result = scored(campaign)
    turned = dict(reversed(list(campaign.answers.items())))
    assert drawn(result, draws=20) == drawn(score(campaign.pack, turned), draws=20)


def scored(campaign: Campaign) -> Result:
    try:
        return score(campaign.pack, campaign.answers)
    except InputError:
        assume(False)
        raise
