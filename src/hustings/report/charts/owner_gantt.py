"""The bars of an owner with their titles as one chart, for formats whose tables hold no drawings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hustings.messages import say
from hustings.report.charts.gantt import LINE, ROW
from hustings.report.charts.primitives.day_axis import BALLOTS, WIDE
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, line, moved, unit, word
from hustings.report.document.plan.plan_records import NO_HOURS, InTime, OwnerRows, TimeRow

TITLES, HOURS, MEASURE = 20.0, 268.0, 510.0
"""Where titles begin, and where the column of hours ends; the days begin a little after it."""
DAYS = MEASURE - WIDE
SMALL = "9"


def gantt_charts(time: InTime) -> Iterator[Drawing]:
    """A chart for each owner: the dates, the hours under them, and a bar for each step."""
    if time.head is not None:
        yield from (_chart(time.head, owner) for owner in time.owners)


def _chart(head: Drawing, owner: OwnerRows) -> Drawing:
    top, shapes, words = 2 * ROW, list(_band(head, owner)[0]), list(_band(head, owner)[1])
    for row in owner.rows:
        shapes += [replace(shape, path=moved(shape.path, DAYS, top)) for shape in row.bar.shapes]
        words += _named(row, top)
        top += float(row.bar.height)
        shapes.append(Shape(line(0, top, HOURS, top), stroke="chip", width="0.4"))
    return Drawing("gantt", _says(head, owner), unit(MEASURE), unit(top + 1), tuple(shapes), tuple(words))


def _band(head: Drawing, owner: OwnerRows) -> tuple[tuple[Shape, ...], tuple[Word, ...]]:
    """The dates, and under them the owner with the hours."""
    dates = (replace(date, x=unit(float(date.x) + DAYS)) for date in head.words)
    base = 2 * ROW - 4
    title = word(TITLES, base, owner.title, size=SMALL, weight="700")
    hours = word(HOURS, base, owner.hours, size=SMALL, weight="700", anchor="end")
    weeks = (
        word(DAYS + 2 + BALLOTS * at / len(owner.weeks), base, text, size="8.5", weight="600")
        for at, text in enumerate(owner.weeks)
    )
    return (Shape(box(0, ROW, MEASURE, ROW), "tint"),), (*dates, title, hours, *weeks)


def _named(row: TimeRow, top: float) -> Iterator[Word]:
    """Number, title and hours of a step."""
    yield word(TITLES - 6, top + 10, row.number, size=SMALL, anchor="end")
    yield from (
        word(TITLES, top + 10 + LINE * at, text, size=SMALL, fill="alarm" if row.kind == "stop" else "ink")
        for at, text in enumerate(row.lines)
    )
    yield word(HOURS, top + 10, row.hours, size=SMALL, anchor="end")


def _says(head: Drawing, owner: OwnerRows) -> str:
    """Whose bars they are, and the hours under each date; the days of each step stand in the table of steps."""
    weeks = ", ".join(
        say("from {day}: {hours}", day=date.text, hours=hours)
        for date, hours in zip(head.words, owner.weeks, strict=True)
        if hours != NO_HOURS
    )
    text = say(
        "{owner}, {hours}. {days} Hours {weeks}.", owner=owner.title, hours=owner.hours, days=head.alt, weeks=weeks
    )
    return f"{text} {say('The days of each step stand in the table.')}"
