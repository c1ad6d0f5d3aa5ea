"""`hustings what-if`: the result and the plan if some answers were others. The case is only read."""

from __future__ import annotations

import json

import click

from hustings.answers.local_texts import numbers_of
from hustings.cli.cases.opened_case import day_or_today, read_case
from hustings.cli.options import as_of_pack_option, lang_option, on_option
from hustings.cli.output import echo, echo_lines, echo_rows, is_terminal, row_width
from hustings.cli.translated_help import Verb
from hustings.messages import english


@click.command("what-if", cls=Verb, short_help="Show what other answers would change; nothing is saved.")
@click.argument("case")
@click.argument("changes", nargs=-1, required=True, metavar="QUESTION=ANSWER ...")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@as_of_pack_option
@lang_option
@click.option("--all", "whole", is_flag=True, help="Every step by which the plans differ.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON (the schema is published with Hustings).")
@on_option(english("Plan from this date, not from today."))
def what_if(
    case: str, changes: tuple[str, ...], pack: str | None, on: str | None, *, as_json: bool, whole: bool
) -> None:
    """Show what would be if some answers of CASE were others: index, band, deal-breakers and plan, before and after.

    Write a level or an answer by its id, such as sign_in=largely; several at once are taken together. `dont_know` and
    `na` are answers too, where the question takes them.
    """
    from hustings.scoring.plan.make_plan import make_plan
    from hustings.scoring.plan.what_if import typed_changes
    from hustings.scoring.plan.what_if import what_if as compared

    opened = read_case(case, pack)
    day = day_or_today(on, opened)
    changed = typed_changes(opened.pack, opened.answers, changes)
    result = opened.score()
    outcome = compared(result, changed, make_plan(result, opened.clock(day)))
    if as_json:
        from hustings.report.export.what_if_json import what_if_json

        echo(json.dumps(what_if_json(outcome), indent=2))
    else:
        from hustings.cli.printed.what_if_rows import what_if_rows
        from hustings.scoring.plan.phrasing.what_if_sentences import what_if_lines

        if not is_terminal():
            echo_lines(map(numbers_of(opened.pack, opened.answers), what_if_lines(outcome)))
            return
        echo_rows(what_if_rows(outcome, row_width(), whole=whole), numbers_of(opened.pack, opened.answers))
