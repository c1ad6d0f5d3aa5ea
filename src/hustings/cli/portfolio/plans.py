"""`hustings portfolio plans`: the plans of all campaigns side by side - shared work, and a consultant's own week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.cli.options import lang_option, on_option
from hustings.cli.output import echo
from hustings.cli.portfolio.printed_report.figures_in_words import hours
from hustings.cli.portfolio.report import given_day
from hustings.cli.portfolio.stored_portfolio import campaigns_of, in_current_language, stored_portfolio
from hustings.cli.translated_help import Verb
from hustings.cli.written_files import written
from hustings.messages import english, long_date, say, several, short_date
from hustings.problems import InputError, did_you_mean, escaped

if TYPE_CHECKING:
    from hustings.pack.model import Shared
    from hustings.portfolio.figures.overview import Overview
    from hustings.portfolio.shared_work import SharedWork

MOST = 10
"""How much shared work, and how much of the week, is listed; the spreadsheet has all."""
FILE = click.Path(path_type=Path)
HOW: Mapping[Shared, str] = {
    "once": english("Once for all"),
    "together": english("All together"),
    "each": english("In each campaign"),
}
"""How many campaigns may do a step, as the pack says."""


@click.command(cls=Verb, short_help="All plans side by side: shared work, and your own week.")
@click.argument("portfolio", type=click.Path(path_type=Path))
@click.option("--owner", "owners", multiple=True, metavar="ROLE", help="Only what this role does; may be given again.")
@click.option("--days", type=click.IntRange(1, 366), default=7, show_default=True, help="How many days your week has.")
@click.option("--xlsx", type=FILE, metavar="FILE", help="Write week and shared work as a spreadsheet.")
@click.option("--ics", type=FILE, metavar="FILE", help="Write the week for a calendar program.")
@click.option("--with-names", "named", is_flag=True, help="With the campaigns' names; otherwise only keys.")
@on_option(english("The first day of the week; today otherwise."))
@lang_option
def plans(
    portfolio: Path,
    owners: tuple[str, ...],
    days: int,
    xlsx: Path | None,
    ics: Path | None,
    on: str | None,
    *,
    named: bool,
) -> None:
    """Show which work several campaigns of PORTFOLIO have before them, and what of all plans begins within a week.

    One letter to a vendor, or one training, can serve all whose plan asks for it: where the pack says so (`shared`), it
    counts once, otherwise in each campaign.
    """
    from hustings.portfolio.figures.overview import overview
    from hustings.portfolio.pack_titles import titles
    from hustings.portfolio.shared_work import shared_work, work_within

    first, tables = given_day(on), stored_portfolio(portfolio)
    found = campaigns_of(tables, first, planned=True)
    of = overview(found, titles(tables, found.latest, in_current_language), first, named=named)
    _check_owners(of, owners)
    shared, week = shared_work(found.latest), work_within(found.latest, first, days, owners)
    for target, kind, content in ((xlsx, ".xlsx", sheets_of), (ics, ".ics", calendar_of)):
        if target is not None:
            written(target, kind, content(of, shared, week))
    if xlsx is None and ics is None:
        for line in (*_shared_lines(of, shared), *_week_lines(of, week, first, days)):
            echo(line)


def _check_owners(of: Overview, owners: Sequence[str]) -> None:
    for owner in owners:
        if owner not in of.titles.roles:
            what = say("No role is called `{role}`.", role=owner)
            raise InputError(what, did_you_mean(owner, list(of.titles.roles)) or ", ".join(of.titles.roles))


def _shared_lines(of: Overview, shared: Sequence[SharedWork]) -> Iterator[str]:
    if not shared:
        yield say("No two campaigns have the same work before them.")
        return
    spared = [one for one in shared if one.shared != "each"]
    if spared:
        total = hours(sum((one.spared for one in spared), Fraction(0)))
        yield say(
            "Work that several have before them and that is done once for all or by all together spares {hours}:",
            hours=total,
        )
    for one in spared[:MOST]:
        yield f"  {_joint_line(of, one)}"
    yield from _more(len(spared) - MOST)
    if own := len(shared) - len(spared):
        yield several(
            own,
            "{n} more step stands in several plans, but each campaign does it for itself.",
            "{n} more steps stand in several plans, but each campaign does them for itself.",
        )


def _joint_line(of: Overview, one: SharedWork) -> str:
    from hustings.report.document.phrases import brief

    return say(
        "{title} {how}: {n} campaigns, {hours} one by one, {needed} shared",
        title=escaped(title(of, one)),
        how=say(HOW[one.shared]),
        n=len(one.campaigns),
        hours=brief(one.hours),
        needed=brief(one.needed),
    )


def _week_lines(of: Overview, week: Sequence[SharedWork], first: date, days: int) -> Iterator[str]:
    last = first + timedelta(days - 1)
    total = sum((one.needed for one in week), Fraction(0))
    yield say(
        "From {first} to {last} this begins: {n} steps, {hours} if what is shared is done once.",
        first=long_date(first),
        last=long_date(last),
        n=len(week),
        hours=hours(total),
    )
    for one in week[:MOST]:
        day = "" if one.start is None else short_date(one.start)
        yield f"  {day}: {escaped(title(of, one))} ({escaped(role(of, one))}; {escaped(campaigns(of, one))})"
    yield from _more(len(week) - MOST)


def _more(count: int) -> Iterator[str]:
    if count > 0:
        yield "  " + several(count, "{n} more: add --xlsx FILE", "{n} more: add --xlsx FILE")


def title(of: Overview, one: SharedWork) -> str:
    """What is to be done, in the words of the report's language."""
    from hustings.scoring.plan.drafts import FALLBACK, STOP, find_out_title

    if one.about and one.about[0] in of.titles.questions:
        return find_out_title(of.titles.questions[one.about[0]], len(one.about) - 1)
    if one.key.startswith(STOP):
        return of.titles.stops.get(one.key.removeprefix(STOP), one.title)
    action = of.titles.actions.get(one.key.removeprefix(FALLBACK))
    if action is None:
        return one.title
    return action.fallback if one.key.startswith(FALLBACK) else action.title


def role(of: Overview, one: SharedWork) -> str:
    """Who does it."""
    return of.titles.roles.get(one.owner, one.owner)


def campaigns(of: Overview, one: SharedWork, most: int = 3) -> str:
    """The campaigns whose plans ask for it, the first few of many."""
    labels = [of.label(campaign) for campaign in one.campaigns[:most]]
    more = len(one.campaigns) - most
    return ", ".join([*labels, *([several(more, "{n} more", "{n} more")] if more > 0 else [])])


# --- files ---------------------------------------------------------------------------------------------------


def sheets_of(of: Overview, shared: Sequence[SharedWork], week: Sequence[SharedWork]) -> bytes:
    """The week and the shared work as a spreadsheet."""
    from hustings.cli.portfolio.printed_report.sheets import cut
    from hustings.report.formats.workbook import Sheet, sheets_file

    whose = ((say("Campaigns"), 10), (say("Which"), 60))
    spent = ((say("Hours one by one"), 12), (say("Hours it takes"), 14))
    heads = (
        (say("Start"), 12),
        (say("What to do"), 60),
        (say("Who"), 22),
        *whose,
        *spent,
        (say("Start at the latest"), 14),
    )
    rows = tuple(
        (
            one.start,
            title(of, one),
            role(of, one),
            len(one.campaigns),
            campaigns(of, one, len(one.campaigns)),
            cut(one.hours),
            cut(one.needed),
            one.latest,
        )
        for one in week
    )
    joint = tuple(
        (
            title(of, one),
            role(of, one),
            say(HOW[one.shared]),
            len(one.campaigns),
            campaigns(of, one, len(one.campaigns)),
            cut(one.hours),
            cut(one.needed),
            cut(one.spared),
        )
        for one in shared
    )
    how = (say("How"), 16)
    titles = ((say("What to do"), 60), (say("Who"), 22), how, *whose, *spent, (say("Hours spared"), 12))
    return sheets_file(say("Plans"), (Sheet(say("Week"), heads, rows), Sheet(say("Shared work"), titles, joint)))


def calendar_of(of: Overview, _shared: Sequence[SharedWork], week: Sequence[SharedWork]) -> bytes:
    """The week for a calendar program."""
    from hustings.report.export.calendars.plan_calendar import calendar_file

    return calendar_file(say("My week"), (line for one in week for line in _entry(of, one)))


def _entry(of: Overview, one: SharedWork) -> Iterator[str]:
    """An all-day entry. Each step keeps its UID, so that a file that is read in once more doubles nothing."""
    from hustings.report.document.phrases import brief
    from hustings.report.export.calendars.plan_calendar import escaped as value
    from hustings.report.export.calendars.plan_calendar import uid, written_day

    if one.start is None:
        return
    start = max(one.start, of.on)
    own = "portfolio" if one.is_shared else one.campaigns[0].about.campaign
    yield from ("BEGIN:VEVENT", f"UID:{uid(own, one.key)}", f"DTSTAMP:{written_day(of.on)}T000000Z")
    yield from (f"SEQUENCE:{of.on.toordinal()}", f"DTSTART;VALUE=DATE:{written_day(start)}")
    yield f"DTEND;VALUE=DATE:{written_day(start + timedelta(1))}"
    yield f"SUMMARY:{value(f'{campaigns(of, one, 1)}: {title(of, one)}')}"
    about = say(
        "{owner}, {hours}. Campaigns: {which}",
        owner=role(of, one),
        hours=brief(one.needed),
        which=campaigns(of, one, len(one.campaigns)),
    )
    yield from (f"DESCRIPTION:{value(about)}", "TRANSP:TRANSPARENT", "END:VEVENT")
