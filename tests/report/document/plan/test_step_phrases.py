"""How other chapters name a step of the plan: by its number, when it is due and how long it takes."""

from __future__ import annotations

from dataclasses import replace

from hustings.report.document.context import ReportContext
from hustings.report.document.plan.plan_records import Fix
from hustings.report.document.plan.step_phrases import action_fix, dates, finding_fixes, in_short, not_planned, step_fix
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.steps import Unplanned
from hustings.scoring.score import score
from support.report import ON, TOWN, answered, town

PRESS = "Agree who answers first when a fake appears, and the sentence they say."


def context(**changes: object) -> ReportContext:
    answers = answered(town(), {**TOWN, **changes})
    result = score(town(), answers)
    return ReportContext(result, make_plan(result, clock(town(), answers, ON)), ON)


def test_a_step_is_named_by_its_number_its_due_date_and_its_hours() -> None:
    shown = context()
    step = next(one for one in shown.plan.steps if one.title == PRESS)
    assert "today, 2 hours" == in_short(shown.plan, step)
    assert Fix(PRESS, str(step.number), "today, 2 hours", PRESS.removesuffix(".")) == step_fix(shown, step)
    (finding,) = step.findings
    assert (step_fix(shown, step),) == finding_fixes(shown, finding)


def test_an_action_is_named_by_its_step_or_by_what_it_would_take() -> None:
    shown = context()
    planned = next(one.action for one in shown.plan.steps if one.action is not None)
    assert shown.plan.for_action(planned.id) is not None
    assert action_fix(shown, planned).number
    bare = replace(shown, plan=replace(shown.plan, steps=(), later=()))
    fix = action_fix(bare, planned)
    assert ("", planned.title) == (fix.number, fix.title)
    assert fix.when.startswith("not in the plan; ")


def test_why_something_is_not_in_the_plan() -> None:
    shown = context()
    finding = shown.result.findings[0]
    late = replace(shown, plan=replace(shown.plan, unplanned=(Unplanned(finding, "too_late"),)))
    assert "Not in the plan: what would mend it comes too late." == not_planned(late, finding)
    plain = replace(shown, plan=replace(shown.plan, unplanned=()))
    assert (
        "Not in the plan: other steps come first, and then the hours are used up.",
        "Not in the plan: the pack names no ready-made step; agree one and write it down.",
    ) == (not_planned(plain, finding), not_planned(plain, replace(finding, actions=())))


def test_dates_stand_only_where_the_due_date_does_not_say_it_all() -> None:
    shown = context()
    step = shown.plan.steps[0]
    for start, finish, expected in ((0, 0, ""), (2, 2, "11 Sep"), (9, 9, ""), (0, 3, "9 Sep to 12 Sep")):
        assert expected == dates(shown.plan, replace(step, start=start, worked=start, finish=finish))
    assert "" == dates(replace(shown.plan, on=None), replace(step, finish=3))
    later = replace(shown.plan, steps=(), later=(step,))
    assert "" == dates(later, step)
