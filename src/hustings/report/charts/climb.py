"""The curve of the index as the plan's steps finish, as a chart and in words that say the same."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.messages import english, listed, long_date, say, several, short_date
from hustings.report.document.plan_records import Climb, ClimbBand, ClimbMark
from hustings.scoring.plan.steps import Plan
from hustings.scoring.result import Result, truncated

LEFT, RIGHT, TOP, BOTTOM = Fraction(86), Fraction(500), Fraction(10), Fraction(146)


def climb(result: Result, plan: Plan) -> Climb | None:
    """The chart; None where the plan has no curve."""
    if not plan.curve:
        return None
    start = start_index(result, plan)
    return Climb(
        alt=climb_says(result, plan),
        bands=tuple(_bands(result, plan, start)),
        path=_path(plan, start),
        marks=(
            ClimbMark(_text(LEFT), _text(_y(start)), truncated(start)),
            ClimbMark(_text(RIGHT), _text(_y(plan.index)), truncated(plan.index)),
        ),
        from_label=_label(plan, 0),
        to_label=_label(plan, plan.days),
    )


def climb_says(result: Result, plan: Plan) -> str:
    """The curve in a sentence: the index today, when each band is reached, and what is there in the end."""
    if not plan.curve:
        return ""
    start = start_index(result, plan)
    told = [say("Today: {index} of 100, {band}.", index=truncated(start), band=_band(result, start))]
    reached = tuple(say("{band} {day}", band=band.title, day=_on(plan, day)) for band, day in plan.reached)
    if reached:
        told.append(say("Reached: {bands}.", bands=listed(reached)))
    last, end = plan.curve[-1].day, truncated(plan.index)
    told.append(
        say("With every step done, {day}: {index}, {band}.", day=_on(plan, last), index=end, band=plan.band.title)
    )
    if plan.of_kind("find_out"):
        told.append(say("What is found out may move it further; what nobody knows counts as missing until then."))
    return " ".join(told)


def start_index(result: Result, plan: Plan) -> Fraction:
    """The index from which the plan starts."""
    return result.index.lo if plan.robust else result.index.pt


def _band(result: Result, index: Fraction) -> str:
    return result.pack.rubric.band(index).title


def _bands(result: Result, plan: Plan, start: Fraction) -> Iterator[ClimbBand]:
    bands = result.pack.rubric.bands
    ends = (*(band.start for band in bands[1:]), Fraction(100))
    now = result.pack.rubric.band(start).start
    for band, end in zip(bands, ends, strict=True):
        top, bottom = _y(end), _y(band.start)
        here = now <= band.start <= plan.band.start
        yield ClimbBand(band.title, _text(top), _text((top + bottom) / 2 + 3), _text(bottom - top), here)


def _path(plan: Plan, start: Fraction) -> str:
    """Stairs: level until a step finishes, then up."""
    stairs = "".join(f"H{_text(_x(plan, point.day))}V{_text(_y(point.index))}" for point in plan.curve)
    return f"M{_text(LEFT)} {_text(_y(start))}{stairs}H{_text(RIGHT)}"


def _x(plan: Plan, day: int) -> Fraction:
    return LEFT + (RIGHT - LEFT) * day / max(plan.days, 1)


def _y(index: Fraction) -> Fraction:
    return BOTTOM - (BOTTOM - TOP) * index / 100


def _text(number: Fraction) -> str:
    return f"{float(round(number, 2)):g}"


def _on(plan: Plan, day: int) -> str:
    """A day within a sentence, with its preposition."""
    on = plan.date_of(day)
    if day == 0:
        return say("today")
    return several(day, "in {n} day", "in {n} days") if on is None else say("on {day}", day=long_date(on))


TODAY = english("Today")


def _label(plan: Plan, day: int) -> str:
    """A day under the chart."""
    on = plan.date_of(day)
    if on is None:
        return say(TODAY) if day == 0 else several(day, "in {n} day", "in {n} days")
    return say("Today, {day}", day=short_date(on)) if day == 0 else short_date(on)
