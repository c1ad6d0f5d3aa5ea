"""A step of the plan as other chapters name it: number, when and how long; and why something is not in the plan."""

from __future__ import annotations

from hustings.messages import english, say, several, short_date
from hustings.pack.model import Action
from hustings.report.document.context import ReportContext
from hustings.report.document.phrases import brief, in_place
from hustings.report.document.plan.plan_records import Fix
from hustings.scoring.plan.dates.team_capacity import WEEK
from hustings.scoring.plan.phrasing.wording import due, hours, is_later, length, number, title
from hustings.scoring.plan.steps import Plan, Step, Unfit
from hustings.scoring.result import Finding
from hustings.text import lower_first

NOT_PLANNED: dict[Unfit, str] = {
    "no_action": english("Not in the plan: the pack names no ready-made step; agree one and write it down."),
    "too_late": english("Not in the plan: what would mend it comes too late."),
    "no_hours": english("Not in the plan: other steps come first, and then the hours are used up."),
}


def in_short(plan: Plan, step: Step) -> str:
    """When a step is due and how long it takes, within a sentence: by 14 March 2027, 2 hours."""
    return f"{lower_first(due(plan, step))}, {length(step)}"


def brief_title(step: Step) -> str:
    """A step in a few words, for a chart or a narrow column: an action by its short title, questions by their count."""
    if len(step.points) > 1:
        return several(len(step.points), "Answer {n} open question.", "Answer {n} open questions.")
    return step.action.brief if step.action is not None and step.kind != "fallback" else title(step)


def brief_length(step: Step) -> str:
    """The time that a step takes, for a narrow column; that of a check is the most it can take."""
    return say("up to {hours}", hours=brief(step.hours)) if step.check else brief(step.hours)


def gain(plan: Plan, step: Step) -> str:
    """Points in the plan, while there is an index to gain them on."""
    if step.kind not in ("fix", "more") or not plan.curve or is_later(plan, step):
        return ""
    return f"+{number(step.in_plan)}"


def step_fix(context: ReportContext, step: Step) -> Fix:
    """A step of the plan, by its number."""
    return Fix(title(step), str(step.number), in_short(context.plan, step), brief_title(step))


def action_fix(context: ReportContext, action: Action) -> Fix:
    """An action by the plan's step, or with what it would take if it is in no step."""
    step = context.plan.for_action(action.id)
    if step is not None:
        return step_fix(context, step)
    takes = say(
        "not in the plan; {who}, {hours}, {done}",
        who=context.role(action.owner),
        hours=hours(action.hours),
        done=in_place(action.lead_days),
    )
    return Fix(action.title, "", takes, action.brief)


def finding_fixes(context: ReportContext, finding: Finding) -> tuple[Fix, ...]:
    """The steps of the plan that answer a finding; none if it is not in the plan."""
    return tuple(step_fix(context, step) for step in context.plan.for_finding(finding))


def not_planned(context: ReportContext, finding: Finding) -> str:
    """Why no step of the plan answers a finding."""
    given = next((one.reason for one in context.plan.unplanned if one.finding.item == finding.item), None)
    reason: Unfit = given or ("no_hours" if finding.actions else "no_action")
    return say(NOT_PLANNED[reason])


def dates(plan: Plan, step: Step) -> str:
    """The first day of work and the day on which it works: 4 Jan to 7 Jan. Nothing where the due date says it all."""
    first, end = plan.date_of(step.start), plan.date_of(step.finish)
    if is_later(plan, step) or first is None or end is None:
        return ""
    if first == end:
        return short_date(first) if 0 < step.finish < WEEK else ""
    return say("{first} to {last}", first=short_date(first), last=short_date(end))
