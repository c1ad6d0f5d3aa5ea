"""The figures of a portfolio's report as sheets: campaigns, gaps, open questions, deal-breakers and groups."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.cli.portfolio.printed_report.group_tables import TITLES, group_title
from hustings.messages import listed, say
from hustings.portfolio.figures.overview import Overview
from hustings.portfolio.figures.standing import Standing
from hustings.report.document.phrases import SEVERITY
from hustings.report.export.tables.plan_table import Cell
from hustings.report.formats.workbook import Sheet


def sheets(of: Overview) -> Iterator[Sheet]:
    """The sheets."""
    areas = tuple((title, 12) for title in of.titles.areas.values())
    rows = tuple(_campaign(of, one, number) for number, one in enumerate(of.ranked, start=1))
    yield Sheet(say("Campaigns"), (*_heads(of), *areas), rows)
    closing = (say("What closes it"), 60), (say("Who"), 22)
    heads = (say("Gap"), 60), (say("Area"), 22), *closing, (say("At worst"), 12), (say("Grave in"), 12)
    counted = (say("Campaigns"), 12), (say("Share"), 10), (say("Hours each"), 12), (say("Hours in all"), 12)
    yield Sheet(say("Gaps"), (*heads, *counted), tuple(_gaps(of)))
    asked = (
        (say("Question"), 60),
        (say("Who may know"), 22),
        (say("Campaigns"), 12),
        (say("Share"), 10),
        (say("With an open deal-breaker"), 24),
    )
    yield Sheet(say("Not known"), asked, tuple(_unknowns(of)))
    gates = (say("Deal-breaker"), 60), (say("Fails in"), 12), (say("Open in"), 12)
    yield Sheet(say("Deal-breakers"), gates, tuple((of.titles.gates.get(id_, id_), *rest) for id_, *rest in of.gates))
    by = (say("By"), 20), (say("Group"), 48), (say("Campaigns"), 12), (say("Lower quartile"), 14)
    half = (
        (say("Median index"), 14),
        (say("Upper quartile"), 14),
        (say("A deal-breaker fails"), 18),
        (say("Lack hours"), 12),
    )
    yield Sheet(say("Groups"), (*by, *half), tuple(_groups(of)))


def _heads(of: Overview) -> tuple[tuple[str, int], ...]:
    names = ((say("Name"), 30),) if of.named else ()
    return (
        (say("Order"), 8),
        (say("Key"), 36),
        *names,
        (say("Invented"), 10),
        (say("First ballots"), 14),
        (say("Days"), 8),
        (say("Deal-breakers that fail"), 48),
        (say("Open"), 48),
        (say("Hours of the plan"), 12),
        (say("Hours of the team"), 12),
        (say("Index, at least"), 10),
        (say("Index"), 10),
        (say("Index, at most"), 10),
        (say("Band"), 14),
        (say("Known"), 10),
        (say("Change since last time"), 14),
    )


def _campaign(of: Overview, one: Standing, number: int) -> tuple[Cell, ...]:
    work, about = one.work, one.about
    gates = (listed([of.titles.gates.get(id_, id_) for id_ in ids]) for ids in (one.failed, one.open))
    ready = dict(one.domains)
    names: tuple[Cell, ...] = (about.name or "",) if of.named else ()
    return (
        number,
        about.campaign,
        *names,
        say("yes") if about.invented else say("no"),
        about.first_ballots,
        None if work is None else work.days,
        *gates,
        None if work is None else cut(work.needed),
        None if work is None or work.there is None else cut(work.there),
        *(cut(end) for end in (one.index.lo, one.index.pt, one.index.hi)),
        of.titles.bands.get(one.band, (one.band, 0))[0],
        cut(100 * one.coverage),
        _change(of, one),
        *(cut(100 * ready[area].pt) if area in ready else None for area in of.titles.areas),
    )


def _change(of: Overview, one: Standing) -> float | None:
    """Points of the index since the assessment before; nothing where there is none."""
    points = None if of.trend is None else of.trend.points.get(one.about.campaign)
    return None if points is None else cut(points)


def _gaps(of: Overview) -> Iterator[tuple[Cell, ...]]:
    for gap in of.gaps:
        action = of.titles.actions.get(gap.action)
        yield (
            of.titles.gaps.get(gap.question) or of.titles.questions.get(gap.question, gap.question),
            of.titles.areas.get(gap.domain, gap.domain),
            "" if action is None else action.title,
            "" if action is None else of.titles.roles.get(action.owner, action.owner),
            say(SEVERITY[gap.severity]),
            gap.grave,
            gap.campaigns,
            cut(100 * gap.share),
            None if gap.each is None else cut(gap.each),
            cut(gap.hours),
        )


def _unknowns(of: Overview) -> Iterator[tuple[Cell, ...]]:
    for one in of.unknowns:
        question, role = (names.get(one.question, "") for names in (of.titles.questions, of.titles.owners))
        asked = question or one.question, of.titles.roles.get(role, role)
        yield *asked, one.campaigns, cut(100 * one.share), one.undecided


def _groups(of: Overview) -> Iterator[tuple[Cell, ...]]:
    for by, found in of.groups:
        for group in found:
            spread = (cut(one) for one in (group.index.low, group.index.middle, group.index.high))
            title = group_title(of, by, group.value)
            yield say(TITLES[by]), title, group.campaigns, *spread, group.failing, group.short


def cut(figure: Fraction) -> float:
    """A figure to two decimals, cut and never rounded."""
    return int(figure * 100) / 100
