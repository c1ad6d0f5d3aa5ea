"""`hustings score`: the result on one screen, or as JSON."""

from __future__ import annotations

import json

import click

from hustings.answers.local_texts import numbers_of
from hustings.cli.cases.opened_case import day_or_today, read_case
from hustings.cli.options import as_of_pack_option, lang_option, on_option
from hustings.cli.output import echo, echo_rows, row_height, row_width
from hustings.cli.printed.score_rows import Shown, score_rows
from hustings.cli.translated_help import Verb
from hustings.messages import english


@click.command(cls=Verb, short_help="Show the result of a case.")
@click.argument("case")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@as_of_pack_option
@lang_option
@click.option("--all", "whole", is_flag=True, help="Every step, and everything that is not known.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON (the schema is published with Hustings).")
@on_option(english("Count the days from this date, not from today."))
def score(case: str, pack: str | None, on: str | None, *, whole: bool, as_json: bool) -> None:
    """Show the result of CASE: index, band, domains, hard stops and what to do first."""
    opened = read_case(case, pack)
    day = day_or_today(on, opened)
    result = opened.score()
    plan = opened.plan(result, day)
    if as_json:
        from hustings.report import result_json

        room, closed = opened.disagreement(result), opened.closed
        content = result_json(result, plan, opened.answers, day, room, head=opened.head, closed=closed)
        echo(json.dumps(content, indent=2))
    else:
        shown = Shown(opened, case, day, result, plan, whole=whole)
        echo_rows(score_rows(shown, row_width(), row_height()), numbers_of(opened.pack, opened.answers))
