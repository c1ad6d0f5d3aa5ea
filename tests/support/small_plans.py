"""A plan of three steps over sixty days, for the charts that show one."""

from __future__ import annotations

from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.steps import Plan
from hustings.scoring.result import Result
from hustings.scoring.score import score
from support.plans import clock
from support.small_packs import action, answers, control, exposure, made

PACK = made(
    exposure(),
    *map(control, "abcd"),
    actions=[action("a", {"a": "fully"}), action("b", {"b": "fully"}, lead_days=30), action("c", {"c": "fully"})],
)


def planned(**changes: object) -> tuple[Result, Plan]:
    given = answers(**{"x": "little", "a": "none", "b": "none", "c": "largely", "d": "largely", **changes})  # type: ignore[arg-type]
    result = score(PACK, given)
    return result, make_plan(result, clock(60))
