"""The chapter “Progress since last time”: there only where the campaign was assessed before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.frozen_records import dataclass
from hustings.messages import say, several
from hustings.report.charts.primitives.drawing import Drawing
from hustings.report.charts.waterfall import waterfall
from hustings.scoring.plan.phrasing.what_if_sentences import signed, standing
from hustings.scoring.progress.comparison import Comparison, DomainChange
from hustings.scoring.progress.comparison_sentences import beside_the_sum, headline, part_lines, sections, when
from hustings.scoring.progress.shapley import CAUSES
from hustings.scoring.result import Result, truncated
from hustings.text import one_line

MOST = 14
"""Lines under one heading, as far as they are printed."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area: its share of what is asked for, then and now, and the three parts of the change, in points."""

    title: str
    then: str
    now: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgressList:
    """Sentences under a heading."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrendRow:
    """An assessment in the trend: its day and title, the index with its band, and the parts since the one before."""

    title: str
    standing: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """The chapter: its headline, then and now, the chart, the areas, what stands behind them, and the trend.

    `trend` is empty for fewer than three assessments.
    """

    headline: str
    then: str
    now: str
    chart: Drawing
    notes: tuple[str, ...]
    areas: tuple[AreaRow, ...]
    lists: tuple[ProgressList, ...]
    trend: tuple[TrendRow, ...]


def progress(compared: Sequence[Comparison]) -> Progress | None:
    """The chapter on the last of these comparisons, with all of them as the trend; None without one."""
    if not compared:
        return None
    found = compared[-1]
    return Progress(
        headline=headline(found),
        then=say("Then ({when}): {standing}", when=when(found.then), standing=standing(found.result_then)),
        now=say("Now ({when}): {standing}", when=when(found.now), standing=standing(found.result_now)),
        chart=waterfall(found),
        notes=tuple(_notes(found)),
        areas=() if found.provisional else tuple(_area(one) for one in found.domains),
        lists=tuple(_list(title, lines) for title, lines in sections(found, undone=0) if title != say("Areas")),
        trend=tuple(_trend(compared)) if len(compared) > 1 else (),
    )


def _notes(found: Comparison) -> Iterator[str]:
    then, now = found.then.pack, found.now.pack
    if then.digest != now.digest:
        yield say(
            "The earlier figure is by the pack of then (version {then}), today's by the pack that this report prints "
            "(version {now}).",
            then=one_line(then.version),
            now=one_line(now.version),
        )
    if found.provisional:
        yield from part_lines(found)
    elif note := beside_the_sum(found.index):
        yield note


def _area(one: DomainChange) -> AreaRow:
    then, now = (f"{truncated(share * 100)} %" for share in (one.readiness.then, one.readiness.now))
    return AreaRow(one.domain.title, then, now, tuple(signed(one.readiness.parts.of(cause) * 100) for cause in CAUSES))


def _list(title: str, lines: Sequence[str]) -> ProgressList:
    more = len(lines) - MOST
    if more <= 0:
        return ProgressList(title, tuple(lines))
    rest = several(more, "{n} more: `hustings compare` says it.", "{n} more: `hustings compare` says them.")
    return ProgressList(title, (*lines[:MOST], rest))


def _trend(compared: Sequence[Comparison]) -> Iterator[TrendRow]:
    first = compared[0]
    yield TrendRow(when(first.then), _short(first.result_then), ("", "", ""))
    for one in compared:
        known = not one.provisional
        parts = tuple(signed(one.index.parts.of(cause)) if known else "" for cause in CAUSES)
        yield TrendRow(when(one.now), _short(one.result_now), parts)


def _short(result: Result) -> str:
    """Index and band in a few words; the interval while too little is known."""
    low, high = truncated(result.index.lo), truncated(result.index.hi)
    if result.provisional:
        return say("{low} to {high}", low=low, high=high)
    return say("{index}, {band}", index=truncated(result.index.pt), band=result.band.title)
