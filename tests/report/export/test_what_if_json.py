"""A what-if as JSON."""

from __future__ import annotations

from datetime import date

from hustings.report.export.what_if_json import what_if_json
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.what_if import what_if
from hustings.scoring.score import score
from support.scoring import e1, given, mini


def test_two_fixes_of_e1_as_json() -> None:
    result = score(mini(), e1())
    plan = make_plan(result, clock(mini(), e1(), date(2027, 2, 1)))
    told = what_if_json(what_if(result, given(mini(), f_c1="0.7", f_c2="1"), plan))
    assert ["8", "29/4"] == [change["alone"]["exact"] for change in told["changes"]]
    assert ("485/8", "567/8") == (told["before"]["index"]["pt"]["exact"], told["after"]["index"]["pt"]["exact"])
    assert "a1" not in {step["key"] for step in told["after"]["plan"]["steps"]}
