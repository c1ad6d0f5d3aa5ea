"""Page one, to be read in one minute: the plan's stops and first steps, six at most, no table and no legend."""

from __future__ import annotations

from hustings.messages import long_date, say, several, short_date
from hustings.report.charts.area_bullets import bullets
from hustings.report.charts.time_left import clock as clock_chart
from hustings.report.charts.verdict import assured_label
from hustings.report.charts.verdict import verdict as verdict_chart
from hustings.report.document.context import ReportContext, strength
from hustings.report.document.document_records import ShortStep, Stop, Summary
from hustings.report.document.open_points import how_much, more_to_find_out, short_point
from hustings.report.document.page_one.page_fit import fits, fitted
from hustings.report.document.page_one.verdict_text import band_says, notes, verdict
from hustings.report.document.phrases import brief, counted, shortened
from hustings.report.document.plan.step_phrases import brief_length, gain
from hustings.report.document.workshop.vote_phrases import line
from hustings.scoring.completeness import all_clear
from hustings.scoring.implausible_dates import notes as implausible
from hustings.scoring.items import ZERO
from hustings.scoring.plan.dates.calendar import clock as clock_of
from hustings.scoring.plan.phrasing.plan_sentences import headline, long_stops
from hustings.scoring.plan.phrasing.wording import due, is_later, owner, title
from hustings.scoring.plan.steps import Step
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.strengths import strengths as strengths_of

MOST_STEPS, LEAST_STEPS = 6, 3
"""The first steps that the page shows, stops included: as many as it holds."""
MOST_REASONS = 2
"""Stops of which page one says why; the others are told by what is to be done."""
MOST_STRENGTHS = 3
MOST_POINTS, MOST_POINTS_ALONE = 1, 6


def summary(context: ReportContext) -> Summary:
    """Page one of the report, with as many steps as stay on one page."""
    name = shortened(context.campaign)
    page = _page(context, MOST_STEPS)
    for fewer in range(MOST_STEPS - 1, LEAST_STEPS - 1, -1):
        if fits(page, name):
            break
        page = _page(context, fewer)
    return fitted(page, name)


def _page(context: ReportContext, most: int) -> Summary:
    """The page with so many steps at most, in its usual size."""
    result, chosen, chart = context.result, _first_steps(context, most), verdict_chart(context.result)
    stops = [step for step in chosen if step.kind == "stop"][:MOST_REASONS]
    clock, note = _clock(context)
    strengths = tuple(strength(context, item) for item in strengths_of(result))
    points = _points(context, chosen)
    return Summary(
        verdict=verdict(result),
        band_says=band_says(result),
        chart=chart,
        time=clock_chart(context.on, context.first_ballots, context.election_day),
        clock=clock,
        clock_note=note,
        open=how_much(context),
        notes=(
            *odd_dates(context),
            *notes(result, assured_shown=assured_label(result) in {word.text for word in chart.words}),
        ),
        stops=tuple(_stop(context, step) for step in stops),
        more_stops=_more_stops(context, stops),
        areas=bullets(result),
        plan_says=headline(context.plan) if chosen or context.plan.later else "",
        do_first=_do_first(context, chosen),
        steps=tuple(_short_step(context, step) for step in chosen if step not in stops),
        more_steps=_more_steps(len(_listed(context)) - len(chosen) if chosen else 0),
        no_steps=_no_steps(context),
        find_out=tuple(short_point(context, stake) for stake in context.stakes[:points]),
        more_find_out=more_to_find_out(len(context.stakes) - points) if points else "",
        crowded=False,
        provisional=result.provisional,
        strengths=_opened(strengths[:MOST_STRENGTHS]),
        more_strengths=_more_strengths(len(strengths) - MOST_STRENGTHS),
        workshop=line(context.room) if context.room else "",
    )


def _points(context: ReportContext, chosen: list[Step]) -> int:
    """How many open points are named: none where a step of the page asks them, more while little else is known."""
    if context.result.provisional:
        return MOST_POINTS if chosen else MOST_POINTS_ALONE
    return 0 if any(step.kind == "find_out" for step in chosen) else MOST_POINTS


def _do_first(context: ReportContext, chosen: list[Step]) -> str:
    """How much of the plan the page shows."""
    every = _listed(context)
    if not chosen or len(every) == len(chosen):
        return ""
    return say(
        "{shown} of {n} steps, {hours} of {all}",
        shown=len(chosen),
        n=len(every),
        hours=brief(sum((step.hours for step in chosen), ZERO)),
        all=brief(sum((step.hours for step in every), ZERO)),
    )


def _opened(strengths: tuple[str, ...]) -> tuple[str, ...]:
    """A list that begins with a capital letter."""
    return tuple(text[:1].upper() + text[1:] if number == 0 else text for number, text in enumerate(strengths))


def _more_steps(count: int) -> str:
    if count <= 0:
        return ""
    return counted(
        count,
        "{n} more step of the plan under “The plan in time”.",
        "{n} more steps of the plan under “The plan in time”.",
    )


def _more_strengths(count: int) -> str:
    if count <= 0:
        return ""
    return counted(count, "{n} more thing in place in the chapters.", "{n} more things in place in the chapters.")


# --- the clock --------------------------------------------------------------------------------------------


def odd_dates(context: ReportContext) -> tuple[str, ...]:
    """A sentence for each date that looks mistyped: all that is dated rests on it."""
    return implausible(clock_of(context.result.pack, context.answers, context.on))


def _clock(context: ReportContext) -> tuple[str, str]:
    """Days to the first ballots, and the dates."""
    election = say("Election day is {day}.", day=long_date(context.election_day)) if context.election_day else ""
    if context.first_ballots is None:
        add = say("Add it, and every step gets a latest start.")
        return say("No date for the first ballots yet"), f"{add} {election}".strip()
    left, day = (context.first_ballots - context.on).days, long_date(context.first_ballots)
    if context.plan.until == "over":
        last = max(context.first_ballots, context.election_day or context.first_ballots)
        sentence = say("It was on {day}. What is left is for the next one.", day=long_date(last))
        return say("The election is over"), sentence
    if left < 0:
        ago = several(-left, "The first ballots went out {n} day ago", "The first ballots went out {n} days ago")
        return ago, f"{say('On {day}.', day=day)} {election}".strip()
    if left == 0:
        return say("The first ballots go out today"), election
    until = several(left, "{n} day to the first ballots", "{n} days to the first ballots")
    return until, f"{say('They go out on {day}.', day=day)} {election}".strip()


# --- stops, domains, steps, strengths ----------------------------------------------------------------------


def _stop(context: ReportContext, step: Step) -> Stop:
    """A stop by what is to be done today, and why."""
    short = _short_step(context, step)
    return Stop(short.number, short.when, short.title, short.who, short.timing, _reason(context, step))


def _reason(context: ReportContext, step: Step) -> str:
    """Why something must stop: the pack's text, with the rule of the place."""
    stops = hard_stops(context.result, context.on)
    return next((stop.text for stop in stops if stop.gate == step.gate and stop.rule == step.rule), "")


def _more_stops(context: ReportContext, boxed: list[Step]) -> str:
    """How many stops have no box, and that all of them take long."""
    more = len(context.plan.of_kind("stop")) - len(boxed)
    sentence = counted(more, "{n} more thing to stop today.", "{n} more things to stop today.") if more else ""
    return f"{sentence} {long_stops(context.plan)}".strip()


def _first_steps(context: ReportContext, most: int) -> list[Step]:
    """The first steps of the plan, stops included; before anything is answered only what must stop."""
    steps = _listed(context) if context.result.coverage else context.plan.of_kind("stop")
    return list(steps[:most])


def _listed(context: ReportContext) -> tuple[Step, ...]:
    """The steps of the plan; after the election those for the next campaign too."""
    plan = context.plan
    return (*plan.steps, *plan.later) if plan.outcome == "over" else plan.steps


def _short_step(context: ReportContext, step: Step) -> ShortStep:
    return ShortStep(
        number=str(step.number),
        when=due(context.plan, step),
        latest=_latest(context, step),
        title=title(step),
        who=owner(context.result.pack, step),
        timing=brief_length(step),
        gain=gain(context.plan, step),
        stop=step.kind == "stop",
    )


def _latest(context: ReportContext, step: Step) -> str:
    """The latest start, where it lies later than the start."""
    plan, day = context.plan, context.plan.date_of(step.latest_start)
    if step.kind == "stop" or is_later(plan, step) or day is None or step.latest_start <= step.start:
        return ""
    return say("start by {day}", day=short_date(day))


def _no_steps(context: ReportContext) -> str:
    if not context.result.coverage:
        return say("Answer the questions; then this page says what to do, who does it and by when.")
    if clear := all_clear(context.result):
        return clear
    if context.stakes and not context.result.findings:
        return say("No gap is known. What is not known may hide one: find out first.")
    if context.plan.steps or context.plan.later:
        return ""
    return say("No step is on the list. What is missing stands in the chapters.")
