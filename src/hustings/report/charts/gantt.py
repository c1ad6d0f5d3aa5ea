"""When each step is done: a bar from its start until it works, slack, and the latest start; a row a step."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.messages import say
from hustings.report.charts.primitives.day_axis import WIDE, columns, day_label, day_x
from hustings.report.charts.primitives.drawing import Drawing, Shape, box, line, unit, word
from hustings.scoring.plan.phrasing.wording import day_words
from hustings.scoring.plan.steps import Plan, Step

ROW, LINE = 14.2, 11.4
"""The height of a row of one line, and of each line more."""
LEAST = 3.0


def gantt_head(plan: Plan) -> Drawing:
    """The dates over the bars: 236 by 12."""
    words = tuple(
        word(day_x(plan, day) + 1, 9, day_label(plan, day), size="8.5", fill="quiet") for day in columns(plan)
    )
    first, last = day_words(plan, 0, dated=True), day_words(plan, plan.days)
    says = say("Days from {first} to {last}.", first=first, last=last)
    return Drawing("gantt", says, f"{WIDE:g}", "12", (), words)


def gantt_row(plan: Plan, step: Step, lines: int = 1) -> Drawing:
    """The bar of a step whose title takes so many lines."""
    height = ROW + LINE * (lines - 1)
    return Drawing(
        kind="gantt",
        alt=_alt(plan, step),
        width=f"{WIDE:g}",
        height=unit(height),
        shapes=tuple(_shapes(plan, step, height)),
        words=(),
    )


def _shapes(plan: Plan, step: Step, height: float) -> Iterator[Shape]:
    start, end, latest = (day_x(plan, day) for day in (step.start, step.finish, step.latest_start))
    grid = "".join(f"M{unit(day_x(plan, day) + 0.5)} 0V{unit(height)}" for day in columns(plan))
    yield Shape(grid, stroke="line", width="0.5")
    if latest > end:
        yield Shape(line(end, 6.8, latest, 6.8), stroke="quiet", width="0.7", dash="1 2")
    yield Shape(box(start + 0.5, 2.8, max(end - start, LEAST), 8), "accent")
    tick = box(latest - 0.8, 2.4, 1.6, 8.8) if step.kind != "stop" else ""
    yield Shape(box(day_x(plan, plan.days), 0, 2, height) + tick, "ink")


def _alt(plan: Plan, step: Step) -> str:
    values = {
        "first": day_words(plan, step.start),
        "last": day_words(plan, step.finish),
        "latest": day_words(plan, step.latest_start),
    }
    if step.kind == "stop":
        return say("Start {first}, in place {last}.", **values)
    return say("Start {first}, in place {last}; latest start {latest}.", **values)
