"""The curve of the index as the plan's steps finish, as a chart and in words that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import floor

from hustings.messages import listed, long_date, say, several
from hustings.report.charts.primitives.day_axis import BALLOTS, WIDE, columns, day_x, last_day
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, clear_of, dot, unit, word
from hustings.report.charts.primitives.text_width import fitted
from hustings.scoring.plan.steps import CurvePoint, Plan
from hustings.scoring.result import Result, truncated

LEFT, TOP, HIGH, ROOM, ABOVE = 64.0, 6.0, 132.0, 15, 13
"""Where the axis of the days begins, the height of the curve, the points below today's index that are shown, and the
height of a number."""


def climb(result: Result, plan: Plan) -> Drawing | None:
    """The chart, 300 by 142; None where the plan has no curve."""
    if not plan.curve:
        return None
    return Drawing(
        kind="climb",
        alt=climb_says(result, plan),
        width=unit(LEFT + WIDE),
        height=unit(TOP + HIGH + 4),
        shapes=tuple(_shapes(result, plan)),
        words=(*_axis(result, plan), *_labels(result, plan)),
    )


def climb_says(result: Result, plan: Plan) -> str:
    """The curve in a sentence: the index today, when each band is reached, and what is there in the end."""
    if not plan.curve:
        return ""
    start = start_index(result, plan)
    sentences = [say("Today: {index} of 100, {band}.", index=truncated(start), band=_band(result, start))]
    reached = tuple(say("{band} {day}", band=band.title, day=_on(plan, day)) for band, day in plan.reached)
    if reached:
        sentences.append(say("Reached: {bands}.", bands=listed(reached)))
    last, end = plan.curve[-1].day, truncated(plan.index)
    sentences.append(
        say("With every step done, {day}: {index}, {band}.", day=_on(plan, last), index=end, band=plan.band.title)
    )
    if plan.at_best:
        sentences.append(_best_says(result, plan))
    return " ".join(sentences)


def _best_says(result: Result, plan: Plan) -> str:
    """The same curve if what is not known turns out well."""
    today, end = plan.at_best[0].index, plan.at_best[-1].index
    values = {"index": truncated(today), "end": truncated(end), "band": _band(result, end)}
    return say("If what is not known turns out well: {index} today, {end} in the end, {band}.", **values)


def start_index(result: Result, plan: Plan) -> Fraction:
    """The index from which the plan starts."""
    return result.index.lo if plan.robust else result.index.pt


def _band(result: Result, index: Fraction) -> str:
    return result.pack.rubric.band(index).title


def _on(plan: Plan, day: int) -> str:
    """A day within a sentence, with its preposition."""
    on = plan.date_of(day)
    if day == 0:
        return say("today")
    return several(day, "in {n} day", "in {n} days") if on is None else say("on {day}", day=long_date(on))


# --- where it goes -------------------------------------------------------------------------------------------


def lowest(result: Result, plan: Plan) -> int:
    """The index at the foot of the chart: a full ten, some points below today's."""
    return max(0, 10 * floor((start_index(result, plan) - ROOM) / 10))


def _y(index: float, low: int) -> float:
    return TOP + HIGH * (100 - float(index)) / (100 - low)


def _spans(result: Result, low: int) -> Iterator[tuple[str, float, float, int]]:
    """Each band that is seen: its title, start, end, and number from below."""
    bands = result.pack.rubric.bands
    ends = (*(float(band.start) for band in bands[1:]), 100.0)
    for number, (band, end) in enumerate(zip(bands, ends, strict=True)):
        if end > low:
            yield band.title, max(float(band.start), low), end, number


def _shapes(result: Result, plan: Plan) -> Iterator[Shape]:
    low = lowest(result, plan)
    spans = tuple(_spans(result, low))
    for odd, fill in ((0, "band_off"), (1, "tint")):
        paths = (box(LEFT, _y(b, low), BALLOTS, _y(a, low) - _y(b, low) - 0.8) for _, a, b, n in spans if n % 2 == odd)
        yield Shape("".join(paths), fill)
    weeks = (f"M{unit(LEFT + day_x(plan, day))} {unit(TOP)}v{unit(HIGH)}" for day in columns(plan)[1:])
    yield Shape("".join(weeks), stroke="paper", width="0.8")
    yield Shape(best_stairs(result, plan), stroke="ink", width="1", dash="2.6 2")
    yield Shape(stairs(result, plan), stroke="accent", width="2.8")
    yield Shape(box(LEFT + BALLOTS, TOP, 2, HIGH + 2), "ink")
    marks = (dot(x, y, 3.4) for x, y, _ in _points(result, plan))
    yield Shape("".join(marks), "paper", "accent", "1.8")


def stairs(result: Result, plan: Plan) -> str:
    """The path: level until a step finishes, then up."""
    return _stairs(result, plan, start_index(result, plan), plan.curve)


def best_stairs(result: Result, plan: Plan) -> str:
    """The same path if what is not known turns out well; empty where nothing is open."""
    return _stairs(result, plan, plan.at_best[0].index, plan.at_best[1:]) if plan.at_best else ""


def _stairs(result: Result, plan: Plan, start: Fraction, curve: Iterable[CurvePoint]) -> str:
    low = lowest(result, plan)
    steps = (f"H{unit(LEFT + day_x(plan, point.day))}V{unit(_y(float(point.index), low))}" for point in curve)
    return f"M{unit(LEFT)} {unit(_y(float(start), low))}{''.join(steps)}H{unit(LEFT + BALLOTS)}"


def _points(result: Result, plan: Plan) -> tuple[tuple[float, float, str], ...]:
    """Today, the first band that is reached on the way, and the end: each with the index in whole points, cut."""
    start, low = start_index(result, plan), lowest(result, plan)
    places = [(0, start), *_on_the_way(plan, start), (plan.days, plan.index)]
    return tuple((LEFT + day_x(plan, day), _y(float(at), low), truncated(at, 0)) for day, at in places)


def _on_the_way(plan: Plan, start: Fraction) -> Iterator[tuple[int, Fraction]]:
    """When the first band is reached, if that is neither at the start nor at the end."""
    for _, day in plan.reached[:1]:
        index = next((point.index for point in plan.curve if point.day == day), start)
        if start < index < plan.index:
            yield day, index


# --- words ---------------------------------------------------------------------------------------------------


def _axis(result: Result, plan: Plan) -> Iterator[Word]:
    low = lowest(result, plan)
    for title, start, end, _ in _spans(result, low):
        foot, middle = _y(start, low), (_y(start, low) + _y(end, low)) / 2
        if foot - _y(end, low) > 24:  # noqa: PLR2004 - room for a name and a number
            name = fitted(title, 9, LEFT - 6, 600)
            yield word(LEFT - 4, middle + 1, name, size="9", weight="600", anchor="end")
        yield word(LEFT - 4, foot + 3, f"{start:g}", size="9", fill="quiet", anchor="end")
    yield word(LEFT - 4, TOP + 6, "100", size="9", fill="quiet", anchor="end")
    yield word(LEFT + BALLOTS - 4, TOP + HIGH - 6, last_day(plan), weight="700", anchor="end")


def _best_label(result: Result, plan: Plan) -> Iterator[Word]:
    """The best end, over the dashed line, if the line lies apart from the other one."""
    end = _y(float(plan.at_best[-1].index), lowest(result, plan)) if plan.at_best else 0
    apart = plan.at_best and truncated(plan.at_best[-1].index, 0) != truncated(plan.index, 0)
    if apart and end > TOP + ABOVE:
        yield word(LEFT + BALLOTS - 6, end - 4, truncated(plan.at_best[-1].index, 0), size="12", anchor="end")


def _labels(result: Result, plan: Plan) -> Iterator[Word]:
    """The index at each mark, under it, and at the end of the dashed line; none where it would cover another."""
    named = list(_best_label(result, plan))
    yield from named
    points = _points(result, plan)
    for at, (x, y, text) in sorted(enumerate(points), key=lambda one: one[0] == 1):
        last = at == len(points) - 1
        under = word(x + (-6 if last else 6), y + 15, text, size="12", weight="700", anchor="end" if last else "start")
        near = [one for one in named if abs(float(one.y) - float(under.y)) < 13]  # noqa: PLR2004 - a line's height
        if clear_of(under, near):
            named.append(under)
            yield under
