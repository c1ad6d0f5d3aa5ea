"""`hustings plan`: what to do, in which order, by when, with whose hours, and what it brings. It changes nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import click

from hustings.answers.local_texts import numbers_of
from hustings.cli.cases.opened_case import OpenedCase, day_or_today, given_day, read_case
from hustings.cli.options import as_of_pack_option, lang_option, on_option
from hustings.cli.output import echo, echo_lines, echo_rows, row_width
from hustings.cli.printed.plan_rows import plan_rows
from hustings.cli.printed.result_sentences import headline
from hustings.cli.translated_help import Verb
from hustings.cli.written_files import written
from hustings.messages import english, long_date, say
from hustings.pack.model import Band, Pack
from hustings.problems import InputError, did_you_mean
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import PlanOptions, make_plan
from hustings.scoring.plan.phrasing.plan_lines import plan_lines
from hustings.scoring.plan.steps import Plan

HOURS = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?")
FILE = click.Path(path_type=Path)


@click.command(cls=Verb, short_help="Say what to do, in which order, by when, and what it brings.")
@click.argument("case")
@click.option("--target", metavar="BAND", help="The band to reach, such as guarded; the next one otherwise.")
@click.option("--hours", metavar="N", help="The team's hours a week; otherwise as answered, or by its size.")
@click.option("--by", metavar="DATE", help="The last day of the plan; otherwise before the first ballots.")
@click.option("--robust", is_flag=True, help="Reach the band whatever is not known turns out to be.")
@click.option("--all", "whole", is_flag=True, help="Every step that fits and every question, also for a small team.")
@click.option("--details", is_flag=True, help="Each step with its dates, what it brings and what it waits for.")
@on_option(english("Plan from this date, not from today."))
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON (the schema is published with Hustings).")
@click.option("--ics", type=FILE, metavar="FILE", help="Write it for a calendar program.")
@click.option("--csv", type=FILE, metavar="FILE", help="Write it as a table in plain text.")
@click.option("--xlsx", type=FILE, metavar="FILE", help="Write it as a spreadsheet.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@as_of_pack_option
@lang_option
def plan(
    case: str,
    target: str | None,
    hours: str | None,
    by: str | None,
    on: str | None,
    ics: Path | None,
    csv: Path | None,
    xlsx: Path | None,
    pack: str | None,
    *,
    robust: bool,
    whole: bool,
    details: bool,
    as_json: bool,
) -> None:
    """Say what CASE is to do: steps in their order, with dates, owners and hours, and what they bring."""
    opened = read_case(case, pack)
    day = day_or_today(on, opened)
    options = PlanOptions(_band(opened.pack, target), _hours(hours), _by(by, opened, day), robust=robust, whole=whole)
    made = opened.plan(opened.score(), day, options)
    if as_json:
        from hustings.report.export.plan_json import plan_json

        echo(json.dumps(plan_json(made, opened.pack, opened.head), indent=2))
    files = {".ics": ics, ".csv": csv, ".xlsx": xlsx}
    if any(files.values()):
        _write(opened.numbered(), day, options, files, err=as_json)
    elif not as_json and (details or whole):
        echo_lines(map(numbers_of(opened.pack, opened.answers), lines(opened, made, whole=whole)))
    elif not as_json:
        echo_rows(plan_rows(opened.pack, made, opened.campaign, row_width()), numbers_of(opened.pack, opened.answers))


def lines(opened: OpenedCase, made: Plan, *, whole: bool = False) -> Iterator[str]:
    """The plan as it is read out, under the result that it starts from."""
    yield f"{opened.campaign or say('This campaign')}: {headline(opened.score())}"
    yield from plan_lines(opened.pack, made, whole=whole)


# --- options -------------------------------------------------------------------------------------------------


def _band(pack: Pack, named: str | None) -> Band | None:
    """The band that somebody named by its id or title. Raises `InputError` if there is none."""
    if named is None:
        return None
    bands = pack.rubric.bands
    for band in bands:
        if named.casefold() in (band.id.casefold(), band.title.casefold()):
            return band
    ids = [band.id for band in bands]
    what = say(
        "The pack `{pack}` has no band `{name}`. There are: {ids}.", pack=pack.id, name=named, ids=", ".join(ids)
    )
    raise InputError(what, did_you_mean(named, ids))


def _hours(given: str | None) -> Fraction | None:
    """Hours a week, more than none. Raises `InputError` for anything else."""
    if given is None:
        return None
    read = Fraction(given.replace(",", ".")) if HOURS.fullmatch(given) else Fraction(0)
    if read <= 0:
        raise InputError(
            say("--hours: “{given}” is not a number of hours a week above 0.", given=given), say("Such as --hours 12.")
        )
    return read


def _by(given: str | None, found: OpenedCase, day: date) -> date | None:
    """The last day of the plan, today or later. Raises `InputError` for an earlier one."""
    last = given_day(given, found, "--by")
    if last is not None and last < day:
        what = say("--by: {last} is before {day}, where the plan begins.", last=long_date(last), day=long_date(day))
        raise InputError(what, say("Give a later date."))
    return last


# --- files ---------------------------------------------------------------------------------------------------


def _write(found: OpenedCase, day: date, options: PlanOptions, files: dict[str, Path | None], *, err: bool) -> None:
    """Write the files asked for, with the numbers of the pack's texts as the campaign's place writes them."""
    made = make_plan(found.score(), clock(found.pack, found.answers, day), options)
    for kind, target in files.items():
        if target is not None:
            written(target, kind, _content(kind, found, made), err=err)


def _content(kind: str, found: OpenedCase, made: Plan) -> bytes:
    from hustings.report.export.calendars.plan_calendar import plan_calendar
    from hustings.report.export.tables.plan_table import plan_csv, plan_xlsx

    if kind == ".ics":
        begun = f"{found.assessment.pack} {found.assessment.id} {found.assessment.created.isoformat()}"
        return plan_calendar(found.pack, made, found.campaign, begun)
    return plan_csv(found.pack, made) if kind == ".csv" else plan_xlsx(found.pack, made)
