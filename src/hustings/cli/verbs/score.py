"""`hustings score`: the result in a few lines, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

import click

from hustings.answers.local_texts import numbers_of
from hustings.cli.opened_case import OpenedCase, day_or_today, read_case
from hustings.cli.options import as_of_pack_option, lang_option, on_option
from hustings.cli.output import echo, echo_lines
from hustings.cli.spoken_help import Verb
from hustings.messages import english, say, several
from hustings.report.document.open_points import hangs, who_may_know
from hustings.report.document.workshop.vote_phrases import line
from hustings.scoring.completeness import complete
from hustings.scoring.ledger.index import percent
from hustings.scoring.plan.phrasing.sentences import for_the_band
from hustings.scoring.plan.phrasing.sentences import headline as plan_headline
from hustings.scoring.plan.phrasing.wording import line as step_line
from hustings.scoring.plan.phrasing.wording import minutes
from hustings.scoring.plan.questions.next_question import Stake, stakes
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.result import Result, truncated
from hustings.text import one_line

FIRST = 6
FIRST_POINTS = 3


@click.command(cls=Verb, short_help="Show the result of a case.")
@click.argument("case")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@as_of_pack_option
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON (the schema is published with Hustings).")
@on_option(english("Reckon the days from this date, not from today."))
def score(case: str, pack: str | None, on: str | None, *, as_json: bool) -> None:
    """Show the result of CASE: index, band, domains, hard stops and what to do first."""
    opened = read_case(case, pack)
    day = day_or_today(on, opened)
    if as_json:
        from hustings.report import result_json

        result = opened.score()
        plan = opened.plan(result, day)
        content = result_json(result, plan, opened.answers, day, opened.disagreement(result), head=opened.head)
        echo(json.dumps(content, indent=2))
    else:
        echo_lines(map(numbers_of(opened.pack, opened.answers), result_lines(opened, day)))


def result_lines(case: OpenedCase, on: date) -> list[str]:
    """The result as it is read out, and what the plan asks for first."""
    result = case.score()
    plan = case.plan(result, on)
    lines = [f"{case.campaign or say('This campaign')}: {headline(result)}"]
    if workshop := case.disagreement(result):
        lines.append(say("Workshop: {line}", line=line(workshop)))
    for stop, step in zip(hard_stops(result, on), plan.of_kind("stop"), strict=True):
        lines += ["", f"  {say('Stop: {message}', message=one_line(stop.text))}", *_numbered(case, plan, (step,))]
    domains = [domain for domain in result.domains if domain.counts]
    lines += ["", *(f"  {d.domain.title}: {_domain(d.readiness.lo, d.readiness.hi)}" for d in domains)]
    lines += ["", f"{say('Known: {share} of what counts.', share=percent(result.coverage))} {_more(result)}"]
    lines += _do_first(case, plan)
    return [*lines, *_find_out(case, stakes(result)), *_all_in_place(result)]


def _do_first(case: OpenedCase, plan: Plan) -> Iterator[str]:
    """What the plan asks for, and its first steps under their numbers.

    Stops stand above, and below it what is to be found out and does not decide the band.
    """
    band = for_the_band(plan)
    steps = tuple(s for s in plan.steps if s.kind != "stop" and (s.kind != "find_out" or s in band))
    if not steps:
        return
    yield from ("", say("Do first"), f"  {plan_headline(plan)}", *_numbered(case, plan, steps[:FIRST]))
    if (more := len(steps) - FIRST) > 0:
        yield "  " + several(
            more,
            "{n} more step is in the plan. `hustings plan` shows it.",
            "{n} more steps are in the plan. `hustings plan` shows them.",
        )


def _numbered(case: OpenedCase, plan: Plan, steps: Sequence[Step]) -> Iterator[str]:
    return (f"  {step.number}. {step_line(case.pack, plan, step)}" for step in steps)


def _find_out(case: OpenedCase, ranked: Sequence[Stake]) -> Iterator[str]:
    """What is not known, what tells most for the time first."""
    if not ranked:
        return
    yield from ("", say("Find out first"))
    for stake in ranked[:FIRST_POINTS]:
        who, time = who_may_know(case.pack, stake), minutes(stake.point.question.minutes)
        yield f"  - {stake.point.question.text} {who}, {time}. {hangs(stake)}"
    if (more := len(ranked) - FIRST_POINTS) > 0:
        yield "  " + several(
            more,
            "{n} more thing is not known. `hustings interview` asks it.",
            "{n} more things are not known. `hustings interview` asks them.",
        )


def _all_in_place(result: Result) -> Iterator[str]:
    if complete(result):
        yield from ("", say("Nothing the rubric asks for is missing. Keep it so until the last ballot is counted."))


def _more(result: Result) -> str:
    """What stands beside the index: nothing yet while too little is known; else what is shown, and the cap."""
    if result.provisional:
        return say("That is too little for one number.")
    text = say("Counting only what was shown: {assured} of 100.", assured=truncated(result.assured))
    if not result.capped_by:
        return text
    return f"{text} {say('Without the deal-breaker it would be {raw}.', raw=truncated(result.raw.pt))}"


def headline(result: Result) -> str:
    """Index and band in one sentence; only the interval while too little is known."""
    low, high = truncated(result.index.lo), truncated(result.index.hi)
    if low == high:
        return say("{band}, {low} out of 100.", band=result.band.title, low=low)
    if result.certain:
        return say("{band}, between {low} and {high} out of 100.", band=result.band.title, low=low, high=high)
    bands = say("{low} to {high}", low=result.band_lo.title, high=result.band_hi.title)
    return say(
        "between {low} and {high} out of 100 ({bands}). What is not known decides.", low=low, high=high, bands=bands
    )


def _domain(low: Fraction, high: Fraction) -> str:
    return percent(low) if low == high else say("{low} to {high}", low=percent(low), high=percent(high))
