"""E1 to E3 of method.md 1.4, exactly."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.scoring.result import Result, truncated
from hustings.scoring.score import score
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, NA


def result(**changes: object) -> Result:
    return score(mini(), e1(**changes))  # type: ignore[arg-type]


def found(result: Result, question: str) -> object:
    return next(f for f in result.findings if f.item.question == question)


def test_e1_index_and_domains() -> None:
    plain = result()
    assert F(485, 8) == plain.index.lo == plain.index.pt == plain.index.hi
    assert plain.band.title == "Guarded"
    assert plain.certain
    p, f, g = plain.domains
    assert (F(1, 2), F(19, 30), F(4, 5), F(19, 24)) == (p.exposure.pt, p.maturity.pt, p.required.pt, p.readiness.pt)
    assert (F("0.215"), F("0.55"), F("0.275")) == (p.residual.pt, f.residual.pt, g.residual.pt)
    assert (F(1), F(1), F(1, 2)) == (f.exposure.pt, f.required.pt, f.readiness.pt)
    assert F(5, 8) == g.readiness.pt


@pytest.mark.parametrize(
    ("change", "gain"),
    [
        ({"f_c1": "0.7"}, "8"), ({"f_c2": "1"}, "7.25"), ({"p_c1": "1"}, "5.625"), ({"p_c2": "1"}, "3.75"),
        ({"g_c2": "0.7"}, "3.75"), ({"g_c1": "1"}, "2.8125"), ({"p_c3": "0.7"}, "2.5"), ({"f_c1": "1"}, "10.25"),
    ],
)  # fmt: skip
def test_e1_one_step_gains(change: dict[str, str], gain: str) -> None:
    assert F(gain) == result(**change).index.pt - result().index.pt


def test_e1_findings() -> None:
    one = result()
    fake = next(f for f in one.findings if f.item.question == "f_c1")
    minor = next(f for f in one.findings if f.item.question == "p_c3")
    assert (F("0.7"), "critical") == (fake.score, fake.severity)
    assert (F("0.08"), "low") == (minor.score, minor.severity)
    assert F("10.25") == fake.alone
    assert F("2.5") == minor.alone
    assert "f_c1" == one.findings[0].item.question


def test_e2_a_failed_overall_gate_caps_the_index() -> None:
    capped = result(p_c1="0.3", p_c2="1", p_c3="1", f_c1="1", f_c2="1", g_c1="1", g_c2="1")
    assert F(59) == capped.index.pt
    assert F("86.875") == capped.raw.pt
    assert "Exposed" == capped.band.title
    assert ("g1",) == capped.capped_by
    gap = capped.findings[0]
    assert ("p_c1", "critical", F(41)) == (gap.item.question, gap.severity, gap.alone)


def test_e2_a_failed_domain_gate_caps_its_domain() -> None:
    capped = result(g_c1="0", g_c2="1")
    assert F("53.25") == capped.index.pt
    assert F("0.4") == capped.domain("g").readiness.pt
    assert F("0.356") == capped.domain("g").residual.pt
    assert ("g2",) == capped.domain("g").capped_by


def test_e3_unknowns_and_not_applicable() -> None:
    part = result(p_c2=DONT_KNOW, f_c2=NA, g_x1=DONT_KNOW)
    assert (F(39), F(39), F("56.5")) == (part.index.lo, part.index.pt, part.index.hi)
    assert ("Unprepared", "Exposed", False) == (part.band_lo.title, part.band_hi.title, part.certain)
    assert [F(5, 6), F(1), F(1, 2)] == [d.coverage for d in part.domains]
    assert F(19, 24) == part.coverage
    assert "79.1" == truncated(part.coverage * 100)
    assert part.provisional
    assert F("8.25") == part.na_leverage
    assert ("f",) == part.na_flags
    assert F(1, 2) == part.domain("f").na_share
