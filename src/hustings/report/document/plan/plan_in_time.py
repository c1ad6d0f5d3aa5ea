"""The plan on the days to the first ballots: what it brings and when, and each owner's steps as bars."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from hustings.messages import long_date, say, several
from hustings.report.charts.gantt import gantt_head, gantt_row
from hustings.report.charts.index_curve import climb, start_index
from hustings.report.charts.primitives.day_axis import columns
from hustings.report.charts.primitives.text_width import wrapped
from hustings.report.document.context import ReportContext
from hustings.report.document.phrases import brief, counted
from hustings.report.document.plan.plan_records import NO_HOURS, InTime, Moment, OwnerRows, TimeRow
from hustings.report.document.plan.step_phrases import brief_length, brief_title, gain
from hustings.scoring.items import ZERO
from hustings.scoring.plan.dates.team_capacity import WEEK
from hustings.scoring.plan.phrasing.plan_sentences import headline
from hustings.scoring.plan.phrasing.wording import hours, title
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.result import truncated

TITLE_ROOM, TITLE_SIZE, MOST_LINES = 191, 9.0, 4
"""The width of the column of titles in points, the size of its type, and the most lines of a title."""
REGULAR, BOLD = 400, 600
"""The weights of a title: a stop stands in bold."""


def plan_in_time(context: ReportContext) -> InTime:
    """The part of the plan chapter with headline, moments, curve and bars."""
    plan = context.plan
    return InTime(
        headline=_headline(context),
        moments=tuple(_moments(context)),
        best=_best(plan),
        climb=climb(context.result, plan),
        head=gantt_head(plan) if plan.steps else None,
        owners=tuple(_owners(context)),
    )


# --- the headline --------------------------------------------------------------------------------------------


def _headline(context: ReportContext) -> str:
    """How many steps and hours take the campaign from where to where by when; without a curve what the plan says."""
    plan = context.plan
    if not plan.curve or not plan.steps:
        return headline(plan)
    start, end = truncated(start_index(context.result, plan), 0), truncated(plan.index, 0)
    values = {"hours": hours(plan.hours), "start": start, "end": end, "day": _day(plan, _last(plan))}
    sentence = several(
        len(plan.steps),
        "{n} step and {hours} take you from {start} to {end} by {day}",
        "{n} steps and {hours} take you from {start} to {end} by {day}",
        **values,
    )
    return f"{sentence}{_reached(plan)}"


def _reached(plan: Plan) -> str:
    """The end of the headline: the first band on the way, if it is reached before the end."""
    for band, day in plan.reached[:1]:
        if day < _last(plan):
            return say("; {band} is reached by {day}.", band=band.title, day=_day(plan, day))
    return "."


def _last(plan: Plan) -> int:
    return max(step.finish for step in plan.steps)


def _day(plan: Plan, day: int) -> str:
    on = plan.date_of(day)
    return several(day, "day {n}", "day {n}") if on is None else long_date(on)


# --- moments -------------------------------------------------------------------------------------------------


def _moments(context: ReportContext) -> Iterator[Moment]:
    """Today, each band on the way, and the end."""
    plan, result = context.plan, context.result
    if not plan.curve or not plan.steps:
        return
    start = start_index(result, plan)
    yield Moment(truncated(start, 0), _when(context, 0, result.pack.rubric.band(start).title), _held(context))
    for band, day in plan.reached:
        index = next((point.index for point in plan.curve if point.day == day), plan.index)
        if day < _last(plan):
            yield Moment(truncated(index, 0), _when(context, day, band.title), _done(plan, day))
    yield Moment(truncated(plan.index, 0), _when(context, _last(plan), plan.band.title), _done(plan, _last(plan)))
    yield from _at_best(context)


def _at_best(context: ReportContext) -> Iterator[Moment]:
    """Where it ends if what is not known turns out well."""
    if not context.plan.at_best:
        return
    end, count = context.plan.at_best[-1].index, len(context.result.open_points)
    band = context.result.pack.rubric.band(end).title
    text = several(
        count, "If the open answer is good news too (dashed).", "If the {n} open answers are good news too (dashed)."
    )
    yield Moment(truncated(end, 0), say("At best: {band}.", band=band), text)


def _when(context: ReportContext, day: int, band: str) -> str:
    on = say("today") if day == 0 else _day(context.plan, day)
    return say("{day}: {band}.", day=on[:1].upper() + on[1:], band=band)


def _held(context: ReportContext) -> str:
    """What holds the index down today."""
    caps = [score.gate.cap for score in context.result.gates if score.overall and score.caps]
    if not caps or context.result.raw.hi <= context.result.index.hi:
        return ""
    return counted(
        len(caps),
        "A deal-breaker holds it at {cap} or below.",
        "{n} deal-breakers hold it at {cap} or below.",
        cap=truncated(min(caps), 0),
    )


def _done(plan: Plan, day: int) -> str:
    done = sum(step.finish <= day for step in plan.steps)
    if done == len(plan.steps):
        return several(done, "The step is done.", "All {n} steps are done.")
    return several(done, "{n} step is done.", "{n} steps are done.")


def _best(plan: Plan) -> str:
    """The step that brings most for its time."""
    worth = [step for step in plan.of_kind("fix", "more") if step.alone >= 1 and not step.check and step.hours]
    if not plan.curve or not worth:
        return ""
    best = max(worth, key=lambda step: (step.alone / step.hours, -step.number))
    values = {"n": best.number, "gain": gain(plan, best), "time": brief_length(best)}
    return say("Most for the hour: step {n} ({gain} in {time}).", **values)


# --- bars ----------------------------------------------------------------------------------------------------


def _owners(context: ReportContext) -> Iterator[OwnerRows]:
    plan = context.plan
    for name, length in plan.hours_by_owner.items():
        steps = sorted((step for step in plan.steps if step.owner == name), key=lambda step: (step.start, step.number))
        count = several(len(steps), "{n} step", "{n} steps")
        yield OwnerRows(
            title=say("{owner}: {steps}", owner=context.role(name), steps=count),
            hours=brief(length),
            weeks=tuple(_weeks(plan, steps)),
            rows=tuple(_row(context, step) for step in steps),
        )


def _weeks(plan: Plan, steps: list[Step]) -> Iterator[str]:
    """The hours of an owner under each date over the bars."""
    starts = (*columns(plan), plan.days + WEEK)
    for first, end in pairwise(starts):
        worked = (hours for step in steps for week, hours in step.by_week if first <= week * WEEK < end)
        total: Fraction = sum(worked, ZERO)
        yield brief(total) if total else NO_HOURS


def _row(context: ReportContext, step: Step) -> TimeRow:
    plan = context.plan
    weight = BOLD if step.kind == "stop" else REGULAR
    lines = wrapped(_named(context, step), TITLE_SIZE, TITLE_ROOM, weight, most=MOST_LINES)
    return TimeRow(str(step.number), step.kind, lines, brief_length(step), gantt_row(plan, step, len(lines)))


def _named(context: ReportContext, step: Step) -> str:
    """A step in a few words: a stop by its deed, what is found out by the safeguard, an action by its short title."""
    if step.kind == "stop":
        return say("Stop: {title}", title=title(step))
    item = context.result.pack.items.get(step.points[0].question.id) if len(step.points) == 1 else None
    if item is not None and item.strength:
        return say("Ask about: {thing}", thing=item.strength)
    return brief_title(step)
