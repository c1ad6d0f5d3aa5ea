"""Exposure, what it asks for, readiness and the risk left over, of a domain and of the whole."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from support.small_packs import (
    NA,
    control,
    exposure,
    gate,
    made,
    scored,
)


def test_a_domain_without_a_control_that_applies_drops_out_and_weights_renormalise() -> None:
    pack = made(
        exposure(), control("c"), exposure("y", "e"), control("k", "e"), weights={"d": F(1), "e": F(9)}, k={"na": True}
    )
    found = scored(pack, x="much", y="much", c="partly", k=NA)
    assert F(30) == found.index.pt
    assert (False, None, None) == (found.domain("e").counts, found.domain("e").coverage, found.domain("e").completion)
    assert F(1) == found.coverage


def test_a_domain_whose_exposure_does_not_apply_is_taken_as_fully_exposed() -> None:
    pack = made(exposure(), control("c"), x={"na": True})
    domain = scored(pack, x=NA, c="fully").domain("d")
    assert (F(1), F(1), F("0.1")) == (domain.exposure.pt, domain.required.pt, domain.residual.pt)


def test_exposure_is_half_the_average_and_half_the_worst() -> None:
    pack = made(exposure(), exposure("y", weight=F(3)), control("c"))
    assert F(1, 2) * F(1, 4) + F(1, 2) == scored(pack, x="much", y="little", c="none").domain("d").exposure.pt


@pytest.mark.parametrize(
    ("level", "value", "label"),
    [("little", "none", "low"), ("some", "fully", "low"), ("some", "none", "high"), ("much", "none", "severe")],
)
def test_residual_risk_has_a_label_for_each_domain(level: str, value: str, label: str) -> None:
    assert label == scored(made(exposure(), control("c")), x=level, c=value).domain("d").residual_label


def test_a_failed_domain_gate_raises_the_residual_risk() -> None:
    pack = made(exposure(), control("c"), gates=[gate("g", "c >= fully", scope="d", cap="0.5")])
    domain = scored(pack, x="much", c="largely").domain("d")
    assert (F("0.5"), F("0.55")) == (domain.readiness.pt, domain.residual.pt)


def test_a_cap_as_high_as_the_figure_caps_nothing() -> None:
    gates = [gate("g1", "c >= fully", cap="30"), gate("g2", "c >= fully", scope="d", cap="0.3")]
    found = scored(made(exposure(), control("c"), gates=gates), x="much", c="partly")
    domain = found.domain("d")
    assert (F(30), F(30), ()) == (found.raw.pt, found.index.pt, found.capped_by)
    assert (F("0.3"), F("0.3"), ()) == (domain.raw.pt, domain.readiness.pt, domain.capped_by)
    assert ["not_met", "not_met"] == [one.status for one in found.gates]
