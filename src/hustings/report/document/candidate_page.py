"""The candidate's page, to keep at hand: where the campaign stands, what stops today, what only the candidate can do.

It names no answer and no gap beyond these steps, so that it may lie on a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from hustings.frozen_records import dataclass
from hustings.messages import long_date, say, several
from hustings.report.charts.index_curve import start_index
from hustings.report.charts.primitives.drawing import Drawing
from hustings.report.charts.primitives.text_width import text_width
from hustings.report.charts.verdict import verdict as verdict_chart
from hustings.report.document.context import ReportContext, strength
from hustings.report.document.page_one.verdict_text import verdict
from hustings.report.document.phrases import counted
from hustings.report.document.plan.step_phrases import brief_length
from hustings.scoring.plan.phrasing.wording import due, hours, title
from hustings.scoring.plan.steps import Step
from hustings.scoring.result import truncated
from hustings.scoring.strengths import strengths

CANDIDATE = "candidate"
"""The role that the page is for."""
SIZE, LINE, WIDE, ROOM = 11.5, 15.4, 350.0, 250.0
"""The type of a step and the height of its lines, the width of its column, and the room for all of them; in points."""
MOST_STOPS, MOST_STEPS, MOST_STRENGTHS = 3, 5, 3


@dataclass(frozen=True, slots=True)
class CandidateStep:
    """A step with what it takes, and when it is due; `when` is empty for what stops today."""

    title: str
    how: str
    when: str


@dataclass(frozen=True, slots=True)
class CandidatePage:
    """The page. `says`: where the campaign stands and where the plan takes it; `fake`: what to do if a fake appears.

    `more_stops`, `more_steps`: how many more there are than the page names. `close`: it is set smaller, to be one page.
    """

    headline: str
    chart: Drawing
    says: str
    stops: tuple[CandidateStep, ...]
    more_stops: str
    steps: tuple[CandidateStep, ...]
    more_steps: str
    fake: tuple[str, ...]
    numbers: tuple[str, ...]
    strengths: str
    close: bool


def candidate_page(context: ReportContext) -> CandidatePage:
    """The page of a result and its plan."""
    stops = context.plan.of_kind("stop")
    own = sorted(_own(context), key=lambda step: (step.start, step.number))
    named = tuple(CandidateStep(title(step), step.how, "") for step in stops[:MOST_STOPS])
    every = fitted((*named, *(_step(context, step) for step in own[:MOST_STEPS])))
    return CandidatePage(
        headline=" ".join(_headline(context, len(stops), len(own))),
        chart=verdict_chart(context.result),
        says=_says(context),
        stops=every[: len(named)],
        more_stops=_more(len(stops) - MOST_STOPS),
        steps=every[len(named) :],
        more_steps=_more(len(own) - MOST_STEPS),
        fake=(
            say("Call the manager. Do not share it, do not answer it."),
            say("Say what is true, in one sentence. Do not repeat the lie."),
            say("Never call a true recording fake."),
        ),
        numbers=(say("Manager"), say("Second person"), say("Election office")),
        strengths=_strengths(context),
        close=sum(map(_height, every)) > ROOM,
    )


def _more(count: int) -> str:
    if count <= 0:
        return ""
    return counted(count, "{n} more stands in the action lists.", "{n} more stand in the action lists.")


def fitted(steps: tuple[CandidateStep, ...]) -> tuple[CandidateStep, ...]:
    """The steps as far as one page holds them: from the last on, how it is done is left to the action list."""
    kept = list(steps)
    for at in reversed(range(len(kept))):
        if sum(map(_height, kept)) <= ROOM:
            break
        kept[at] = replace(kept[at], how="")
    return tuple(kept)


def _height(step: CandidateStep) -> float:
    """The height of a row in points, from the widths of its words."""
    long = text_width(step.title, SIZE, 600) + text_width(step.how, SIZE)
    return ceil(long * 1.05 / WIDE) * LINE + 11


def _own(context: ReportContext) -> Iterator[Step]:
    return (step for step in context.plan.steps if step.owner == CANDIDATE and step.kind != "stop")


def _headline(context: ReportContext, stops: int, own: int) -> Iterator[str]:
    left = (context.first_ballots - context.on).days if context.first_ballots is not None else -1
    if left > 0:
        yield several(left, "{n} day.", "{n} days.")
    if stops:
        yield counted(stops, "{n} thing to stop today.", "{n} things to stop today.")
    if own:
        yield counted(own, "{n} thing that only you can do.", "{n} things that only you can do.")
    if not stops and not own:
        yield say("Nothing waits for you.")


def _says(context: ReportContext) -> str:
    """Where the campaign stands, and where the plan takes it."""
    plan, result = context.plan, context.result
    if not plan.steps or not plan.curve:
        return f"{context.campaign} {verdict(result)}"
    start, end = truncated(start_index(result, plan), 0), truncated(plan.index, 0)
    on = plan.date_of(max(step.finish for step in plan.steps))
    values = {"start": start, "end": end, "hours": hours(plan.hours)}
    if on is None:
        return say("You stand at {start} of 100. The plan takes you to {end}, in {hours} of the team's time.", **values)
    return say(
        "You stand at {start} of 100. The plan takes you to {end} by {day}, in {hours} of the team's time.",
        day=long_date(on),
        **values,
    )


def _step(context: ReportContext, step: Step) -> CandidateStep:
    return CandidateStep(title(step), step.how, f"{due(context.plan, step)}, {brief_length(step)}")


def _strengths(context: ReportContext) -> str:
    named = "; ".join(strength(context, item) for item in strengths(context.result)[:MOST_STRENGTHS])
    return f"{named[:1].upper()}{named[1:]}." if named else ""
