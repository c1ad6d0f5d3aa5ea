"""The chapter “The plan in time”: the plan with its dates and hours, what to find out, and what comes later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hustings.messages import long_date, say, several, short_date
from hustings.pack.model import Distance
from hustings.pack.source.partial_dates import moved
from hustings.report.charts.index_curve import climb_says
from hustings.report.document.context import ReportContext, finding_text
from hustings.report.document.open_points import hangs, together, who_may_know
from hustings.report.document.phrases import SEVERITY, counted
from hustings.report.document.plan.plan_in_time import plan_in_time
from hustings.report.document.plan.plan_records import (
    FindOutGroup,
    Later,
    OwnerList,
    PhaseText,
    StepText,
    Todo,
    ToFindOut,
)
from hustings.report.document.plan.step_phrases import brief_length, dates, gain, in_short
from hustings.scoring.plan.dates.calendar import afterwards, distance
from hustings.scoring.plan.phrasing.plan_sentences import (
    capacity,
    deadline,
    headline,
    left_out,
    long_stops,
    not_exact,
    unplanned,
)
from hustings.scoring.plan.phrasing.wording import (
    check,
    closes,
    comes_after,
    costs,
    due,
    hours,
    is_later,
    kind,
    latest,
    length,
    minutes,
    owner,
    title,
    waiting,
)
from hustings.scoring.plan.questions.next_question import Stake
from hustings.scoring.plan.steps import Plan, Step
from hustings.text import lower_first

MOST_FURTHER = 8
FEW_STEPS = 3
"""Owners with no more steps share a page."""
LABELLED = ("stop", "fallback")


def todo(context: ReportContext) -> Todo:
    """The chapter “The plan in time”: the plan, what to find out, what comes later."""
    plan, result = context.plan, context.result
    return Todo(
        headline=headline(plan),
        says=tuple(_says(context)),
        phase=_phase(context),
        phases=tuple(_phases_to_come(context)),
        steps=tuple(_step(context, step) for step in plan.steps),
        left_out=left_out(plan),
        unplanned=tuple(unplanned(one) for one in plan.unplanned),
        in_time=plan_in_time(context),
        lists=tuple(_lists(context)),
        climb_says=climb_says(result, plan),
        find_out_says=_find_out_says(context),
        find_out=tuple(_find_out(context)),
        further_says=_further_says(context),
        further=tuple(
            f"{action.title} {context.role(action.owner)}, {hours(action.hours)}."
            for action in context.further[:MOST_FURTHER]
        ),
        later_title=say("What is left") if plan.outcome == "over" else say("After election day"),
        later_headline=_later_headline(context),
        later=tuple(_step(context, step) for step in plan.later),
        afterwards=_afterwards(context),
    )


def _later_headline(context: ReportContext) -> str:
    """How many things are left for after election day; once it is over, what is left as a whole."""
    count = len(context.plan.later) + len(_afterwards(context))
    return counted(count, "{n} thing to do once the votes are in.", "{n} things to do once the votes are in.")


def _says(context: ReportContext) -> Iterator[str]:
    """Sentences on hours, dates, and what holds the index down."""
    plan = context.plan
    if not plan.steps:
        return
    yield from filter(None, (capacity(plan), deadline(plan), long_stops(plan), not_exact(plan)))
    if context.result.capped_by and plan.curve:
        yield say("While a deal-breaker caps the index, only what lifts the cap gains points.")


# --- the calendar --------------------------------------------------------------------------------------------


def _left(context: ReportContext) -> int | None:
    """Days to the first ballots; None without a date, and once they are out."""
    left = (context.first_ballots - context.on).days if context.first_ballots is not None else -1
    return left if left >= 0 and context.plan.until != "over" else None


def _phase(context: ReportContext) -> PhaseText | None:
    """The rubric's calendar for this distance to the first ballots; None once they are out, and without a step."""
    if not context.plan.steps:
        return None
    phase = distance(context.result.pack, _left(context))
    return PhaseText(phase.title, phase.says, phase.skip) if phase is not None else None


def _phases_to_come(context: ReportContext) -> Iterator[str]:
    """What the calendar tells to leave from a later day on; the plan keeps to it."""
    left = _left(context)
    if left is None or not context.plan.steps:
        return
    for phase in reversed(context.result.pack.rubric.calendar):
        begins = _begins(context, phase, left)
        if begins > 0 and phase.forbid:
            day = long_date(moved(context.on, begins))
            yield say("From {day} ({title}), leave: {skip}", day=day, title=lower_first(phase.title), skip=phase.skip)


def _begins(context: ReportContext, phase: Distance, left: int) -> int:
    """The first day, from today, of a phase; phases name the day nearest to the ballots on which they still hold."""
    longer = [one.start for one in context.result.pack.rubric.calendar if one.start > phase.start]
    return left - (min(longer) - 1) if longer else 0


# --- steps ---------------------------------------------------------------------------------------------------


def _step(context: ReportContext, step: Step) -> StepText:
    plan = context.plan
    return StepText(
        number=str(step.number),
        kind=step.kind,
        label=kind(plan, step) if step.kind in LABELLED else "",
        when=due(plan, step),
        dates=dates(plan, step),
        start=_start(plan, step),
        latest=_latest(plan, step),
        title=title(step),
        how=_how(step),
        who=owner(context.result.pack, step),
        hours=length(step),
        gain=gain(plan, step),
        notes=tuple(_notes(context, step)),
        answers=tuple(f"{say(SEVERITY[f.severity])}: {finding_text(f)}" for f in step.findings),
        done=step.action.done if step.action is not None and step.kind != "fallback" else "",
        time=brief_length(step),
        begin_by=latest(plan, step) if plan.days - step.latest_start > 1 else "",
        questions=tuple(point.question.text for point in step.points[1:]),
    )


def _start(plan: Plan, step: Step) -> str:
    """The first day of work, for a narrow column."""
    on = plan.date_of(step.start)
    if is_later(plan, step):
        return ""
    if step.start == 0:
        return say("today")
    return several(step.start, "day {n}", "day {n}") if on is None else short_date(on)


def _latest(plan: Plan, step: Step) -> str:
    """The last day on which it may begin; nothing for a stop, and where there is no slack."""
    on = plan.date_of(step.latest_start)
    if is_later(plan, step) or step.kind == "stop" or on is None or step.latest_start <= step.start:
        return ""
    return short_date(on)


def _lists(context: ReportContext) -> Iterator[OwnerList]:
    """Each owner's steps, in the order in which to start them."""
    plan = context.plan
    for name, work in plan.hours_by_owner.items():
        steps = sorted((step for step in plan.steps if step.owner == name), key=lambda step: (step.start, step.number))
        yield OwnerList(
            owner=context.role(name),
            says=several(len(steps), "{n} step and {hours}", "{n} steps and {hours}", hours=hours(work)),
            steps=tuple(_step(context, step) for step in steps),
            more=len(steps) > FEW_STEPS,
            afterwards=_afterwards(context, name),
        )


def _how(step: Step) -> str:
    if step.kind == "find_out" and not step.points[1:]:
        return ""
    if step.kind == "find_out":
        return say("Which ones stands under “To find out”, with what hangs on each.")
    return step.how


def _notes(context: ReportContext, step: Step) -> Iterator[str]:
    """What else there is to know of a step, each a sentence."""
    plan = context.plan
    yield from filter(None, (costs(step), check(plan, step), _waiting(step), comes_after(step), closes(step)))
    if step.above_target:
        yield say("For the band, not for a gap.")


def _waiting(step: Step) -> str:
    return f"{waiting(step)[:1].upper()}{waiting(step)[1:]}." if step.wait else ""


# --- to find out ---------------------------------------------------------------------------------------------


def _find_out_says(context: ReportContext) -> str:
    """A sentence: how much is not known, how long asking takes, and how it counts until then."""
    if not context.stakes:
        return ""
    what = counted(
        len(context.stakes),
        "{n} thing is not known; asking takes {minutes}.",
        "{n} things are not known; asking takes {minutes} together, and the first ones tell most.",
        minutes=minutes(together(context.stakes)),
    )
    return f"{what} {say('None of it is a gap yet: until somebody asks, it counts as the worst, and may be the best.')}"


def _find_out(context: ReportContext) -> Iterator[FindOutGroup]:
    """The open points by the step that asks them, in the order of their worth; then those that no step asks."""
    asked = dict[str, Step]()
    for step in context.plan.of_kind("find_out"):
        asked.update((point.question.id, step) for point in step.points)
    for step in context.plan.of_kind("find_out"):
        here = [stake for stake in context.stakes if asked.get(stake.point.question.id) == step]
        heading = say("Step {number}, {short}", number=step.number, short=in_short(context.plan, step))
        yield FindOutGroup(
            str(step.number), _short(step), heading, tuple(_to_find_out(context, stake) for stake in here)
        )
    rest = [stake for stake in context.stakes if stake.point.question.id not in asked]
    if rest:
        yield FindOutGroup(
            "", say("not in the plan"), say("Not in the plan"), tuple(_to_find_out(context, stake) for stake in rest)
        )


def _short(step: Step) -> str:
    return say("step {number}", number=step.number)


def _to_find_out(context: ReportContext, stake: Stake) -> ToFindOut:
    question = stake.point.question
    asked = "" if question.asked or question.asked_with is not None else f" {say('A longer edition asks it.')}"
    return ToFindOut(
        question=question.text,
        who=f"{who_may_know(context.result.pack, stake)}, {minutes(question.minutes)}",
        why=f"{hangs(stake)}{asked}",
    )


# --- later ---------------------------------------------------------------------------------------------------


def _further_says(context: ReportContext) -> str:
    """A sentence on further actions, which are not urgent."""
    if not context.further:
        return ""
    sentence = say("These lift what is good enough already. None of them is urgent.")
    more = len(context.further) - MOST_FURTHER
    return f"{sentence} {counted(more, '{n} more is left out.', '{n} more are left out.')}" if more > 0 else sentence


def _afterwards(context: ReportContext, owner: str = "") -> tuple[Later, ...]:
    """What is done after election day, by everybody or by one owner."""
    return tuple(
        Later(_on_day(after.days, day), after.title, after.how, f"{context.role(after.owner)}, {hours(after.hours)}")
        for after, day in afterwards(context.result.pack, context.answers, context.election_day)
        if owner in ("", after.owner)
    )


def _on_day(days: int, day: date | None) -> str:
    if day is not None:
        return say("By {day}", day=long_date(day))
    return several(days, "{n} day after election day", "{n} days after election day")
