"""`hustings score`: the result in a few lines, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

import click

from hustings.answers.local_texts import numbers_of
from hustings.cli.opened_case import OpenedCase, day_or_today, opened
from hustings.cli.options import lang_option, on_option
from hustings.cli.output import echo, tell
from hustings.cli.spoken_help import Verb
from hustings.messages import english, say, several
from hustings.report.document.open_points import hangs, who_may_know
from hustings.report.document.workshop.vote_phrases import line
from hustings.scoring.completeness import complete
from hustings.scoring.ledger.index import percent
from hustings.scoring.plan.questions.next_question import Stake, stakes
from hustings.scoring.plan.sentences import for_the_band
from hustings.scoring.plan.sentences import headline as plan_headline
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.plan.wording import line as step_line
from hustings.scoring.plan.wording import minutes
from hustings.scoring.result import Result, truncated
from hustings.text import one_line

FIRST = 6
FIRST_POINTS = 3


@click.command(cls=Verb, short_help="Show the result of a case.")
@click.argument("case")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON (the schema is published with Hustings).")
@on_option(english("Reckon the days from this date, not from today."))
def score(case: str, pack: str | None, on: str | None, *, as_json: bool) -> None:
    """Show the result of CASE: index, band, domains, hard stops and what to do first."""
    found = opened(case, pack)
    day = day_or_today(on, found)
    if as_json:
        from hustings.report import result_json

        result = found.score()
        advice = found.advice(result, day)
        told = result_json(result, advice, found.answers, day, found.room(result), head=found.head)
        echo(json.dumps(told, indent=2))
    else:
        tell(map(numbers_of(found.pack, found.answers), lines(found, day)))


def lines(found: OpenedCase, on: date) -> list[str]:
    """The result as it is read out, and what the plan asks for first."""
    result = found.score()
    plan = found.plan(result, on)
    said = [f"{found.campaign or say('This campaign')}: {headline(result)}"]
    if room := found.room(result):
        said.append(say("Workshop: {line}", line=line(room)))
    for stop, step in zip(hard_stops(result, on), plan.of_kind("stop"), strict=True):
        said += ["", f"  {say('Stop: {message}', message=one_line(stop.text))}", *_numbered(found, plan, (step,))]
    domains = [domain for domain in result.domains if domain.counts]
    said += ["", *(f"  {d.domain.title}: {_domain(d.readiness.lo, d.readiness.hi)}" for d in domains)]
    said += ["", f"{say('Known: {share} of what counts.', share=percent(result.coverage))} {_more(result)}"]
    said += _do_first(found, plan)
    return [*said, *_find_out(found, stakes(result)), *_all_in_place(result)]


def _do_first(found: OpenedCase, plan: Plan) -> Iterator[str]:
    """What the plan asks for, and its first steps under their numbers.

    Stops stand above, and below it what is to be found out and does not decide the band.
    """
    band = for_the_band(plan)
    steps = tuple(s for s in plan.steps if s.kind != "stop" and (s.kind != "find_out" or s in band))
    if not steps:
        return
    yield from ("", say("Do first"), f"  {plan_headline(plan)}", *_numbered(found, plan, steps[:FIRST]))
    if (more := len(steps) - FIRST) > 0:
        yield "  " + several(
            more,
            "{n} more step is in the plan. `hustings plan` shows it.",
            "{n} more steps are in the plan. `hustings plan` shows them.",
        )


def _numbered(found: OpenedCase, plan: Plan, steps: Sequence[Step]) -> Iterator[str]:
    return (f"  {step.number}. {step_line(found.pack, plan, step)}" for step in steps)


def _find_out(found: OpenedCase, ranked: Sequence[Stake]) -> Iterator[str]:
    """What is not known, what tells most for the time first."""
    if not ranked:
        return
    yield from ("", say("Find out first"))
    for stake in ranked[:FIRST_POINTS]:
        who, length = who_may_know(found.pack, stake), minutes(stake.point.question.minutes)
        yield f"  - {stake.point.question.text} {who}, {length}. {hangs(stake)}"
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
    said = say("Counting only what was shown: {assured} of 100.", assured=truncated(result.assured))
    if not result.capped_by:
        return said
    return f"{said} {say('Without the deal-breaker it would be {raw}.', raw=truncated(result.raw.pt))}"


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
