"""How high page one is, computed from its words before it is laid out, so that a full page is set smaller."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from hustings.report.charts.primitives.text_width import text_width
from hustings.report.document.document_records import ShortPoint, ShortStep, Stop, Summary

ROOM, MOST, FULL = 690.0, 815.0, 846.0
"""What a sheet holds, Letter being the lower one, with a little to spare; what it holds set smaller, before what is in
place is left out; and what it holds then at most. In points of the usual size."""
MEASURE, HALF, WHAT, POINT, WHEN = 510.0, 226.0, 222.0, 200.0, 62.0
"""Widths of a line: the whole page, a half box, a step, an open point, and a date."""


def crowded(page: Summary, name: str) -> bool:
    """Whether the page, set in its usual size, would be higher than a sheet."""
    return height(page, name) > ROOM


def fits(page: Summary, name: str) -> bool:
    """Whether a sheet holds the page at all, set smaller and without what is in place."""
    return height(_bare(page), name) <= FULL


def _bare(page: Summary) -> Summary:
    return replace(page, strengths=(), more_strengths="")


def fitted(page: Summary, name: str) -> Summary:
    """The page, set smaller if it is crowded; what is in place is left to the chapters where even that is too much."""
    if height(page, name) > MOST:
        page = _bare(page)
    return replace(page, crowded=crowded(page, name))


def height(page: Summary, name: str) -> float:
    """The height of the page in points."""
    standing = " ".join((page.band_says, page.open, *page.notes))
    clock = 47.0 if page.time else _lines(f"{page.clock} {page.clock_note}", 10.5, MEASURE) * 14.3 + 8
    return (
        26
        + _lines(f"{name} {page.verdict}", 18.5, MEASURE) * 20.4
        + 66
        + _lines(standing, 10.5, MEASURE) * 14.3
        + (_lines(page.workshop, 10.5, MEASURE) * 14.3 + 9 if page.workshop else 0)
        + clock
        + _stops(page.stops)
        + _first(page)
        + _points(page.find_out)
        + 27
        + float(page.areas.height)
        + (27 + _lines("; ".join(page.strengths) + page.more_strengths, 9.3, MEASURE) * 13 if page.strengths else 0)
    )


def _lines(text: str, size: float, width: float, weight: int = 400) -> int:
    return ceil(text_width(text, size, weight) * 1.03 / width) if text.strip() else 0


def _stops(stops: tuple[Stop, ...]) -> float:
    width = MEASURE - 20 if len(stops) == 1 else HALF
    boxes = (
        _lines(f"Stop 1: {stop.title}", 10, width, 700) * 12.5
        + _lines(f"{stop.when}, {stop.who}, {stop.timing}. {stop.text}", 9.5, width) * 12.4
        for stop in stops
    )
    return max(boxes, default=-24) + 24


def _first(page: Summary) -> float:
    """The checklist with its heading and the sentences around it."""
    texts = (page.plan_says, page.no_steps, page.more_steps, page.more_stops)
    words = sum(_lines(text, 10, MEASURE) * 13.6 + 5 for text in texts if text)
    rows = sum(_step(step) for step in page.steps)
    return 27 + words + rows + (32 if page.steps else 0)


def _step(step: ShortStep) -> float:
    lines = max(_lines(f"00. {step.title}", 10, WHAT, 600), 1 + _lines(step.latest, 9, WHEN), _lines(step.who, 10, 91))
    return lines * 12.8 + 9


def _points(points: tuple[ShortPoint, ...]) -> float:
    rows = (
        max(_lines(p.question, 10, POINT, 600), _lines(p.who, 10, 91), _lines(p.hangs, 10, 139)) * 12.8 + 9
        for p in points
    )
    return sum(rows) + (42 if points else 0)
