"""The plan as lines of text, for a terminal: what it asks and brings, each step, and what is left."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.messages import long_date, say, several
from hustings.pack.model import Pack
from hustings.scoring.plan.phrasing.plan_sentences import (
    capacity,
    deadline,
    for_the_band,
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
    gain,
    hours,
    is_later,
    latest,
    length,
    owner,
    point_minutes,
    role_title,
    title,
    work_dates,
)
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.result import OpenPoint
from hustings.text import one_line

MOST_POINTS = 3
"""Questions listed for each find-out, unless all are asked for."""
MOST_OTHERS = 12
"""Steps that are listed besides those for the band, likewise."""
STEP = "  "


def plan_lines(pack: Pack, plan: Plan, *, whole: bool = False) -> Iterator[str]:
    """The plan, ready to be printed. `whole`: every question of every find-out."""
    yield headline(plan)
    if plan.outcome != "over":
        yield from _sentences(f"{capacity(plan)} {deadline(plan)}", long_stops(plan))
    if plan.steps:
        yield ""
    shown = plan.steps if whole else most_steps(plan)
    for step in shown:
        yield from step_lines(pack, plan, step, whole=whole)
    yield from _rest(len(plan.steps) - len(shown))
    if plan.later:
        yield from ("", due(plan, plan.later[0]))
    for step in plan.later:
        yield from step_lines(pack, plan, step, whole=whole)
    yield from _ending(pack, plan)


def most_steps(plan: Plan) -> tuple[Step, ...]:
    """The steps that are listed unless all are asked for: those for the band, and the next dozen."""
    band = {step.number for step in for_the_band(plan)}
    others = [step.number for step in plan.steps if step.number not in band]
    listed = band | set(others[:MOST_OTHERS])
    return tuple(step for step in plan.steps if step.number in listed)


def _rest(more: int) -> Iterator[str]:
    if more:
        yield STEP + several(
            more,
            "{n} more step of the plan is not listed here; `--all` lists it.",
            "{n} more steps of the plan are not listed here; `--all` lists them.",
        )


def step_lines(pack: Pack, plan: Plan, step: Step, *, whole: bool = False) -> Iterator[str]:
    """One step: when and what; who and how long; what it brings; the questions of a find-out."""
    what = title(step) if is_later(plan, step) else say("{due}: {title}", due=due(plan, step), title=title(step))
    first = f"{STEP}{step.number}. "
    yield f"{first}{what}"
    yield from (f"{' ' * len(first)}{line}" for line in _below(pack, plan, step, whole=whole))


def _below(pack: Pack, plan: Plan, step: Step, *, whole: bool) -> Iterator[str]:
    who = say("{owner}, {hours}.", owner=owner(pack, step), hours=length(step))
    yield _joined(who, costs(step), comes_after(step))
    yield from _sentences(_dates(plan, step))
    if step.kind == "stop" and step.how:
        yield one_line(step.how)
    yield from _sentences(_joined(check(plan, step), gain(plan, step), closes(step)))
    yield from _questions(step, whole=whole)


def _dates(plan: Plan, step: Step) -> str:
    """Nothing for what is done on day 0: it is called today."""
    return _joined(work_dates(plan, step), latest(plan, step)) if step.finish else ""


def _questions(step: Step, *, whole: bool) -> Iterator[str]:
    """What a find-out asks; one question alone is its title."""
    if len(step.points) == 1:
        return
    shown = step.points if whole else step.points[:MOST_POINTS]
    for point in shown:
        yield f"- {point.question.text}{_time(point)}"
    if more := len(step.points) - len(shown):
        yield several(
            more,
            "- and {n} more question; `hustings questions` prints it.",
            "- and {n} more questions; `hustings questions` prints them.",
        )


def _time(point: OpenPoint) -> str:
    """How long one question takes, if it is a minute or more; the whole stands at the step."""
    minutes = point.question.minutes
    return f" ({point_minutes(point)})" if minutes >= 1 else ""


def _ending(pack: Pack, plan: Plan) -> Iterator[str]:
    """The bands that are reached, whose hours they are, and what the plan does not hold."""
    ending = [
        *_reached(plan),
        *_by_owner(pack, plan),
        *_sentences(left_out(plan), *_unplanned(plan), not_exact(plan)),
    ]
    if ending:
        yield from ("", *ending)


def _unplanned(plan: Plan) -> Iterator[str]:
    """Grave findings outside the plan; after the election there is nothing that they come too late for."""
    return map(unplanned, plan.unplanned if plan.outcome != "over" else ())


def _reached(plan: Plan) -> Iterator[str]:
    for band, day in plan.reached:
        on = plan.date_of(day)
        if band != plan.target and on is not None:
            yield say("{band} is reached on {day}, at the latest.", band=band.title, day=long_date(on))


def _by_owner(pack: Pack, plan: Plan) -> Iterator[str]:
    if len(plan.hours_by_owner) > 1:
        each = (f"{role_title(pack, name)} {hours(length)}" for name, length in plan.hours_by_owner.items())
        yield say("Hours in all: {hours}. {by_owner}.", hours=hours(plan.hours), by_owner="; ".join(each))


def _sentences(*lines: str) -> Iterator[str]:
    return (line.strip() for line in lines if line.strip())


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
