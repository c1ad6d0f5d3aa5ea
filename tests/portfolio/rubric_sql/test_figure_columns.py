"""The worked example E1 of method.md 1.4, and what is left where a whole area does not apply."""

from __future__ import annotations

import pytest

from hustings.scoring.score import score
from support.portfolio import scored_by_sql
from support.scoring import e1, mini
from support.small_packs import NA, answers, control, exposure, made


def test_the_worked_example() -> None:
    (row,) = scored_by_sql(mini(), [e1()])
    exact = score(mini(), e1())
    assert pytest.approx(float(exact.index.pt)) == row["index_pt"]
    assert pytest.approx(float(exact.raw.pt)) == row["raw_pt"]
    assert exact.band.id == row["band"]
    assert {True} == {pytest.approx(float(one.readiness.pt)) == row[f"{one.domain.id}_pt"] for one in exact.domains}


def test_an_area_without_a_control_drops_out_and_without_any_there_is_no_score() -> None:
    pack = made(control("a"), exposure("x"), control("b", "e"), exposure("y", "e"), a={"na": True}, b={"na": True})
    one, none = scored_by_sql(pack, [answers(a="fully", b=NA, x="little", y="much"), answers(a=NA, b=NA)])
    assert (100.0, None, None) == (one["index_pt"], one["e_pt"], one["e_coverage"])
    assert (None, None, None) == (none["index_pt"], none["band"], none["raw_hi"])
    assert (0.0, True) == (none["coverage"], none["provisional"])
