"""The time that is left: solid to the first ballots, dashed to election day, cut into weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hustings.messages import say, several, short_date
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, clear_of, line, maybe, word
from hustings.report.charts.primitives.text_width import text_width

WIDE, LEFT, TOP, HIGH, WEEK = 508.0, 1.0, 15.0, 9.0, 7
MOST_WEEKS = 60
"""Weeks beyond which the cuts would stand too close together."""


def clock(on: date, ballots: date | None, election: date | None) -> Drawing | None:
    """The chart, 510 by 43; None without a date of first ballots to come."""
    if ballots is None or ballots <= on:
        return None
    last = election if election is not None and election > ballots else ballots
    return Drawing(
        kind="clock",
        alt=_alt(on, ballots, last),
        width="510",
        height="43",
        shapes=tuple(_shapes(on, ballots, last)),
        words=(*_over(on, ballots, last), *_under(on, ballots, last)),
    )


def _x(day: date, on: date, last: date) -> float:
    return LEFT + WIDE * (day - on).days / (last - on).days


def _shapes(on: date, ballots: date, last: date) -> Iterator[Shape]:
    middle, end = _x(ballots, on, last), LEFT + WIDE
    yield Shape(box(LEFT, TOP, middle - LEFT, HIGH), "accent")
    if last > ballots:
        yield maybe(box(middle + 0.4, TOP + 0.4, end - middle - 0.8, HIGH - 0.8))
    weeks = [LEFT + WIDE * day / (last - on).days for day in range(WEEK, (last - on).days, WEEK)][:MOST_WEEKS]
    for stroke, cuts in (
        ("paper", [x for x in weeks if x < middle]),
        ("accent", [x for x in weeks if x > middle + 1]),
    ):
        yield Shape("".join(line(x, TOP, x, TOP + HIGH) for x in cuts), stroke=stroke, width="1")
    ends = "".join(line(x, 11, x, 28) for x in dict.fromkeys((LEFT, middle, end)))
    yield Shape(ends, stroke="ink", width="1.6")


def _over(on: date, ballots: date, last: date) -> Iterator[Word]:
    """How many days each part has; that of the voting only where there is room for it."""
    middle = _x(ballots, on, last)
    left = _centred((LEFT + middle) / 2, _to_prepare(on, ballots), weight="700")
    yield left
    if last > ballots:
        voting = _centred((middle + LEFT + WIDE) / 2, _of_voting(ballots, last), fill="quiet")
        if clear_of(voting, [left]):
            yield voting


def _centred(x: float, text: str, **look: str) -> Word:
    half = text_width(text, 9.5, int(look.get("weight", 400))) / 2
    return word(min(max(x, half), 510 - half), 10, text, anchor="middle", **look)


def _under(on: date, ballots: date, last: date) -> Iterator[Word]:
    """The dates, each under its mark; that of the ballots moves aside for the others."""
    today = word(0, 39, say("Today, {day}", day=short_date(on)))
    yield today
    text = say("First ballots, {day}", day=short_date(ballots))
    if last == ballots:
        yield word(510, 39, text, weight="700", anchor="end")
        return
    end = word(510, 39, say("Election day, {day}", day=short_date(last)), anchor="end")
    half = text_width(text, 9.5, 700) / 2
    least, most = today.span[1] + 8 + half, end.span[0] - 8 - half
    yield word(min(max(_x(ballots, on, last), least), most), 39, text, weight="700", anchor="middle")
    yield end


def _to_prepare(on: date, ballots: date) -> str:
    return several((ballots - on).days, "{n} day to prepare", "{n} days to prepare")


def _of_voting(ballots: date, last: date) -> str:
    return several((last - ballots).days, "{n} day of voting", "{n} days of voting")


def _alt(on: date, ballots: date, last: date) -> str:
    first = several(
        (ballots - on).days,
        "{n} day from today, {on}, to the first ballots on {ballots}.",
        "{n} days from today, {on}, to the first ballots on {ballots}.",
        on=short_date(on),
        ballots=short_date(ballots),
    )
    if last == ballots:
        return first
    more = several(
        (last - ballots).days,
        "{n} more day to election day on {day}.",
        "{n} more days to election day on {day}.",
        day=short_date(last),
    )
    return f"{first} {more}"
