"""`hustings next`: the few questions that are most likely to settle the band, or that asking may stop."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from hustings.answers.local_texts import numbers_of
from hustings.cli.cases.opened_case import OpenedCase, read_case
from hustings.cli.options import as_of_pack_option, lang_option
from hustings.cli.output import echo, echo_lines
from hustings.cli.spoken_help import Verb
from hustings.messages import say, several
from hustings.report.document.open_points import hangs, who_may_know
from hustings.scoring.plan.phrasing.what_if_sentences import standing
from hustings.scoring.plan.phrasing.wording import minutes
from hustings.scoring.plan.questions.next_question import Ranking, Stake, ranking
from hustings.scoring.plan.questions.stop_rule import StopRule, next_stakes, stop_rule, stop_said


@click.command("next", cls=Verb, short_help="Say which questions to ask next, and when to stop.")
@click.argument("case")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@as_of_pack_option
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON (the schema is published with Hustings).")
def next(case: str, pack: str | None, *, as_json: bool) -> None:  # noqa: A001 - the verb
    """Say which few questions are most likely to settle the band of CASE, whom to ask, and whether to stop asking."""
    found = read_case(case, pack)
    result = found.score()
    ranked = ranking(result)
    rule = stop_rule(result, ranked)
    if as_json:
        from hustings.report.export.next_json import next_json

        echo(json.dumps(next_json(rule, ranked), indent=2))
    else:
        told = (say("Now: {standing}", standing=standing(result)), *lines(found, rule, ranked))
        echo_lines(map(numbers_of(found.pack, found.answers), told))


def lines(found: OpenedCase, rule: StopRule, ranked: Ranking) -> Iterator[str]:
    """Why asking may stop, and what to ask next."""
    if rule.why is not None:
        yield stop_said(rule)
    if rule.why is not None and rule.deciding:
        yield say("What decides a deal-breaker is asked all the same:")
    elif not rule.why:
        yield say("These answers are most likely to settle the band:")
    asked = next_stakes(rule, ranked)
    yield from (f"  {number}. {_line(found, stake)}" for number, stake in enumerate(asked, start=1))
    if more := len(ranked.stakes) - len(asked):
        yield several(more, "{n} more thing is not known.", "{n} more things are not known.")


def _line(found: OpenedCase, stake: Stake) -> str:
    length = minutes(stake.point.question.minutes)
    return f"{stake.point.question.text} {who_may_know(found.pack, stake)}, {length}. {hangs(stake)}"
