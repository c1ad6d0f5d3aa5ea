"""`hustings next`: the few questions that are most likely to settle the band, or that asking may stop."""

from __future__ import annotations

import json

import click

from hustings.answers.local_texts import numbers_of
from hustings.cli.cases.opened_case import read_case
from hustings.cli.options import as_of_pack_option, lang_option
from hustings.cli.output import echo, echo_rows, row_width
from hustings.cli.printed.next_rows import next_rows
from hustings.cli.translated_help import Verb
from hustings.scoring.plan.questions.next_question import ranking
from hustings.scoring.plan.questions.stop_rule import stop_rule


@click.command("next", cls=Verb, short_help="Say which questions to ask next, and when to stop.")
@click.argument("case")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@as_of_pack_option
@lang_option
@click.option("--all", "whole", is_flag=True, help="Everything that is not known, the most telling first.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON (the schema is published with Hustings).")
def next(case: str, pack: str | None, *, as_json: bool, whole: bool) -> None:  # noqa: A001 - the verb
    """Say which few questions are most likely to settle the band of CASE, whom to ask, and whether to stop asking."""
    opened = read_case(case, pack)
    result = opened.score()
    ranked = ranking(result)
    rule = stop_rule(result, ranked)
    if as_json:
        from hustings.report.export.next_json import next_json

        echo(json.dumps(next_json(rule, ranked), indent=2))
    else:
        rows = next_rows(opened, case, ranked, rule, row_width(), whole=whole)
        echo_rows(rows, numbers_of(opened.pack, opened.answers))
