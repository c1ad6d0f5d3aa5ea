"""Sentences about the plan as a whole: what it asks and reaches, whose hours it counts on, what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.messages import english, listed, long_date, say, several
from hustings.scoring.items import ZERO
from hustings.scoring.plan.phrasing.wording import hours, numbers
from hustings.scoring.plan.steps import Plan, Step, Unfit, Unplanned
from hustings.scoring.result import truncated

LONG_STOPS = Fraction(3)
"""More hours of stops than this on day 0 are said (method.md 1.8, 45)."""
UNFIT: dict[Unfit, str] = {
    "no_action": english("Not in the plan: “{finding}” The pack names no step that mends it."),
    "too_late": english("Not in the plan: “{finding}” What mends it would come too late."),
    "no_hours": english("Not in the plan: “{finding}” There are not enough hours for it."),
}


STOP_AND_ASK = english("First end what must stop, and find out what is open.")
OVER_BUT_STOP = english("The election is over. End today what must stop; what else is left is for the next campaign.")
OVER = english("The election is over. What is left is for the next campaign.")
ASK = english("First find out what is open.")


def headline(plan: Plan) -> str:
    """What the plan asks for and what it brings, in a few sentences."""
    return " ".join((*_opening(plan), *_robust(plan)))


def _opening(plan: Plan) -> Iterator[str]:
    match plan.outcome:
        case "reached" | "if_gates_pass":
            yield from _reaching(plan)
        case "lower_band":
            yield from (_unreachable(plan), *_reaching(plan), *_what_it_takes(plan))
        case "out_of_reach":
            yield from (_unreachable(plan), *_best(plan), *_what_it_takes(plan), _whatever(plan))
        case "provisional":
            yield say("Too little is known to plan for a band.")
            yield say(STOP_AND_ASK) if plan.of_kind("stop") else say(ASK)
        case "top_band":
            yield say("The campaign is in the highest band, {band}.", band=plan.band.title)
            yield _whatever(plan)
        case "named_is_reached":
            assert plan.asked is not None
            yield say("{band} is reached already.", band=plan.asked.title)
            yield _whatever(plan)
        case _:
            yield say(OVER_BUT_STOP) if plan.of_kind("stop") else say(OVER)


# --- a band that is reached ----------------------------------------------------------------------------------


def for_the_band(plan: Plan) -> tuple[Step, ...]:
    """The steps that the target takes: the stops, the fixes, and all that comes before them."""
    by_number = {step.number: step for step in plan.steps}
    wanted = {step.number for step in plan.of_kind("stop", "fix")} | _deciding(plan)
    todo = list(wanted)
    while todo:
        before = set(by_number[todo.pop()].after) - wanted
        wanted |= before
        todo += before
    return tuple(step for step in plan.steps if step.number in wanted)


def _deciding(plan: Plan) -> set[int]:
    """The find-outs that tell whether the gates pass on which the plan counts."""
    wanted = {score.gate.id for score in plan.conditional}
    return {step.number for step in plan.of_kind("find_out") if wanted & {score.gate.id for score in step.closes}}


def _reaching(plan: Plan) -> Iterator[str]:
    assert plan.target is not None
    steps = for_the_band(plan)
    end, reached = max(step.finish for step in steps), dict(plan.reached).get(plan.target, None)
    values = {"steps": _numbered(steps), "hours": _length(steps), "band": plan.target.title, "day": _on(plan, end)}
    yield say("Do {steps} by {day}: {hours}.", **values)
    if plan.conditional:
        yield several(
            len(steps),
            "It lifts the campaign to {band} {condition}.",
            "They lift the campaign to {band} {condition}.",
            **values,
            condition=_if_yes(plan),
        )
    elif reached is None or reached == end:
        yield several(
            len(steps),
            "It lifts the campaign to {band} by then.",
            "They lift the campaign to {band} by then.",
            **values,
        )
    else:
        yield several(
            len(steps),
            "It lifts the campaign to {band} on {reached}.",
            "They lift the campaign to {band} on {reached}.",
            **values,
            reached=_on(plan, reached),
        )


def _numbered(steps: tuple[Step, ...]) -> str:
    """Which steps they are: by their numbers, because a page may list fewer of them, or others too."""
    return several(len(steps), "step {listed}", "steps {listed}", listed=numbers(tuple(step.number for step in steps)))


def _length(steps: tuple[Step, ...]) -> str:
    whole = hours(sum((step.hours for step in steps), ZERO))
    return (
        say("up to {hours} of work", hours=whole)
        if any(s.check for s in steps)
        else say("{hours} of work", hours=whole)
    )


def _if_yes(plan: Plan) -> str:
    """On what the plan counts: answers that are not known yet."""
    deciding = tuple(sorted(_deciding(plan)))
    if not deciding:
        return say(
            "if the deal-breaker {gates}, of which nothing is known, turns out to be met",
            gates=listed(tuple(f"“{score.gate.title}”" for score in plan.conditional)),
        )
    return several(
        len(deciding),
        "if the answer to step {listed} is yes; until it is known, that caps the index",
        "if the answers to steps {listed} are yes; until they are known, that caps the index",
        listed=numbers(deciding),
    )


def _robust(plan: Plan) -> Iterator[str]:
    if plan.robust and plan.outcome in ("reached", "lower_band"):
        yield say("This holds in the worst case, whatever is not known turns out to be.")
    elif plan.robust and plan.outcome == "out_of_reach":
        yield say("That is the worst case, in which all that is not known is missing.")


# --- a band out of reach -------------------------------------------------------------------------------------


def _unreachable(plan: Plan) -> str:
    assert plan.asked is not None
    values = {"band": plan.asked.title, "day": _on(plan, plan.days)}
    if plan.capacity.hours is None:
        return say("{band} cannot be reached by {day}.", **values)
    return say(
        "{band} cannot be reached by {day} with {hours} a week.", **values, hours=hours_a_week(plan.capacity.hours)
    )


def _best(plan: Plan) -> Iterator[str]:
    if plan.best is not None:
        yield say("The highest index within reach is {index} of 100.", index=truncated(plan.best))


def _what_it_takes(plan: Plan) -> Iterator[str]:
    """What more hours would buy; without any, that it is the days that lack."""
    if plan.asked is None or plan.capacity.hours is None:
        return
    if plan.hours_needed is None:
        yield say("More hours would not change that: there are too few days for it.")
    elif plan.hours_needed <= plan.capacity.hours:
        yield say("There are hours enough; the dates leave no room.")
    else:
        yield say("{band} would take {hours} a week.", band=plan.asked.title, hours=hours_a_week(plan.hours_needed))


def hours_a_week(length: Fraction) -> str:
    """Hours a week to one decimal, as they were worked out."""
    return say("1 hour") if length == 1 else say("{n} hours", n=truncated(length).removesuffix(".0"))


def _whatever(plan: Plan) -> str:
    if not plan.steps:
        return say("The plan has no steps.")
    return several(
        len(plan.steps),
        "The plan has {n} step, {hours} of work.",
        "The plan has {n} steps, {hours} of work.",
        hours=hours(plan.hours),
    )


# --- hours, dates, what is left out --------------------------------------------------------------------------


def capacity(plan: Plan) -> str:
    """Where the hours a week come from."""
    length = plan.capacity.hours
    if length is None:
        return say("The plan sets no limit to the hours.")
    match plan.capacity.source:
        case "answer":
            return say("The team has {hours} a week for this, as you answered.", hours=hours_a_week(length))
        case "option":
            return say("The plan counts on {hours} a week, as you asked.", hours=hours_a_week(length))
        case "team":
            return say(
                "The plan counts on {hours} a week, our guess for a team of this size.", hours=hours_a_week(length)
            )
        case _:
            return say(
                "The size of the team is not known, so the plan counts on {hours} a week, our guess for the smallest.",
                hours=hours_a_week(length),
            )


def deadline(plan: Plan) -> str:
    """Until when the plan runs."""
    if plan.outcome == "over":
        return ""
    if plan.assumed:
        return say(
            "No date is known, so the plan runs for {n} days, until {day}.", n=plan.days, day=_on(plan, plan.days)
        )
    return say("The plan runs until {day}.", day=_on(plan, plan.days))


def long_stops(plan: Plan) -> str:
    """That the stops of today take more than three hours; nothing if they do not."""
    stops = plan.of_kind("stop")
    length = sum((step.hours for step in stops), ZERO)
    if length <= LONG_STOPS:
        return ""
    return say("The stops of today take {hours} together. They come before everything else.", hours=hours(length))


def left_out(plan: Plan) -> str:
    """What is not listed, counted; nothing if all is."""
    return " ".join(_left_out(plan))


def _left_out(plan: Plan) -> Iterator[str]:
    left = plan.left_out
    if left.steps:
        yield several(
            left.steps,
            "{n} more step ({hours}) is left out, so that the plan can be kept.",
            "{n} more steps ({hours}) are left out, so that the plan can be kept.",
            hours=hours(left.hours),
        )
    if left.points:
        yield several(
            left.points,
            "{n} more thing is not known and not asked for in this plan.",
            "{n} more things are not known and not asked for in this plan.",
        )


def unplanned(one: Unplanned) -> str:
    """A grave finding that the plan does not close, and why."""
    return say(UNFIT[one.reason], finding=one.finding.says)


def not_exact(plan: Plan) -> str:
    """That a better plan may exist; nothing where none does."""
    return "" if plan.exact else say("Not every combination of steps was tried: a plan with fewer hours may exist.")


def _on(plan: Plan, day: int) -> str:
    """A day in a sentence, after “by” or “on”."""
    on = plan.date_of(day)
    return several(day, "day {n} from today", "day {n} from today") if on is None else long_date(on)
