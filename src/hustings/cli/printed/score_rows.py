"""The result on one screen: verdict, stops, domains, what to do first, and where the rest is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from hustings.cli.cases.opened_case import OpenedCase
from hustings.cli.invocation import next_command
from hustings.cli.printed.plan_rows import step_rows
from hustings.cli.printed.result_sentences import domain_range, headline, shown_share
from hustings.frozen_records import dataclass
from hustings.messages import say, several
from hustings.report.document.open_points import hangs, who_may_know
from hustings.report.document.workshop.vote_phrases import line as workshop_line
from hustings.scoring.completeness import all_clear
from hustings.scoring.plan.phrasing.plan_sentences import for_the_band
from hustings.scoring.plan.phrasing.plan_sentences import headline as plan_headline
from hustings.scoring.plan.phrasing.wording import brief_hours, minutes, owner, title
from hustings.scoring.plan.questions.next_question import Stake, stakes
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.result import Result
from hustings.styled_text.bars import BAR, Strip, legend, range_bar, strip_rows
from hustings.styled_text.rows import BLANK, Row, Rows, commands, ends, flowing, para
from hustings.text import cells, first_sentence, one_line, upper_first

FIRST = 4
"""Steps on the first screen."""
NO_EXTRAS, NO_BLANKS, TIGHTEST = 1, 2, 5
"""How the first screen is shortened: no sentence about the band and no legend, fewer blank rows, then fewer steps."""
WIDEST_RANGE = 40
"""A range wider than this says too little to be drawn (points of the index)."""
STRIP, LEAST_BAR = 60, 10


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be shown: the case, its result and plan on a day, and whether all of it is asked for.

    `tight`: how much shorter than usual the first screen has to be, 0 to `TIGHTEST`.
    """

    case: OpenedCase
    name: str
    on: date
    result: Result
    plan: Plan
    whole: bool = False
    tight: int = 0


def score_rows(shown: Shown, width: int, height: int = 0) -> Rows:
    """The result as it is read on a terminal. `shown.whole`: with every step and everything that is not known.

    `height`: the rows of the terminal, 0 for any number. What does not fit is left to `--all`; the verdict stays.
    """
    usual = tuple(_rows(shown, width))
    if shown.whole or not height or len(usual) <= height:
        return usual
    shorter = [tuple(_rows(replace(shown, tight=tight), width)) for tight in range(1, TIGHTEST + 1)]
    return next((rows for rows in shorter if len(rows) <= height), shorter[-1])


def _rows(shown: Shown, width: int) -> Iterator[Row]:
    parts = (
        _verdict(shown, width),
        _stops(shown, width),
        _domains(shown, width),
        _first_steps(shown, width),
        _open(shown, width),
        _all_in_place(shown.result, width),
        _commands(shown, width),
    )
    last = len(parts) - 1
    for number, part in enumerate(map(tuple, parts)):
        closer = shown.tight >= NO_BLANKS and number == last
        yield from ((BLANK,) if number and part and not closer else ())
        yield from part


def _verdict(shown: Shown, width: int) -> Iterator[Row]:
    case, result = shown.case, shown.result
    name: Row = (("title", case.campaign or say("This campaign")),)
    yield ends(name, [((("quiet", days),)) for days in _days(case, shown.on)], width)
    if shown.tight < NO_BLANKS:
        yield BLANK
    yield from para(upper_first(headline(result)), width, "strong")
    if not result.provisional and result.index.hi - result.index.lo <= WIDEST_RANGE:
        bands = tuple((band.title, band.start) for band in case.pack.rubric.bands)
        yield from strip_rows(Strip(result.index.lo, result.index.hi, bands), min(width or STRIP, STRIP))
        if result.certain and result.band.says and shown.tight < NO_EXTRAS:
            yield from para(result.band.says, width, "quiet")
    yield from para(shown_share(result), width, "quiet")
    if workshop := case.disagreement(result):
        yield from para(say("Workshop: {line}", line=workshop_line(workshop)), width, "quiet")


def _days(case: OpenedCase, on: date) -> Iterator[str]:
    """How far the first ballots are, if that is known and ahead."""
    if (ballots := case.first_ballots) and (days := (ballots - on).days) >= 0:
        yield (
            say("first ballots today")
            if not days
            else several(days, "{n} day to the first ballots", "{n} days to the first ballots")
        )
        yield several(days, "{n} day", "{n} days")


def _stops(shown: Shown, width: int) -> Iterator[Row]:
    steps, field = shown.plan.of_kind("stop"), f" {say('STOP')} "
    indent = cells(field) + 3
    for stop, step in zip(hard_stops(shown.result, shown.on), steps, strict=True):
        lead: Row = (("alarm", "┃ "), ("stop", field), ("", " "))
        below: Row = (("alarm", "┃ "), ("", " " * (indent - 2)))
        text = one_line(stop.text) if shown.whole else first_sentence(one_line(stop.text))
        first, *rest = para(text, width and width - indent, "strong")
        yield (*lead, *first)
        yield from ((*below, *row) for row in rest)
        does = f"{step.number}. {title(step)} {owner(shown.case.pack, step)}, {brief_hours(step.hours)}"
        yield from ((*below, *row) for row in para(does, width and width - indent, "quiet"))


def _domains(shown: Shown, width: int) -> Iterator[Row]:
    """A bar for each domain that counts, with its share in words beside it."""
    domains = [domain for domain in shown.result.domains if domain.counts]
    shares = [domain_range(domain.readiness.lo, domain.readiness.hi) for domain in domains]
    names = max(cells(domain.domain.title) for domain in domains) + 2
    length = min(BAR, (width or STRIP + BAR) - names - max(map(cells, shares)) - 2)
    for domain, share in zip(domains, shares, strict=True):
        name = domain.domain.title
        if length < LEAST_BAR:
            yield from para(f"{name}: {share}", width)
        else:
            blanks = " " * (names - cells(name))
            bar = range_bar(domain.readiness.lo, domain.readiness.hi, length)
            yield (("", name + blanks), *bar, ("", f"  {share}"))
    if length >= LEAST_BAR and shown.tight < NO_EXTRAS:
        words = (say("in place"), say("not known"), say("missing"))
        yield from flowing([(("", " " * (names - 3)),), *legend(*words)], width)


def _first_steps(shown: Shown, width: int) -> Iterator[Row]:
    """What the plan asks for and its first steps. Stops stand above, and below what does not decide the band."""
    plan = shown.plan
    steps = _steps_here(plan)
    if not steps:
        return
    yield from para(plan_headline(plan), width, "strong")
    first = FIRST - max(shown.tight - NO_BLANKS, 0)
    yield from step_rows(shown.case.pack, plan, steps if shown.whole else steps[:first], width)


def _steps_here(plan: Plan) -> tuple[Step, ...]:
    if plan.outcome == "provisional":
        return tuple(step for step in plan.steps if step.kind != "stop")
    band = for_the_band(plan)
    return tuple(step for step in plan.steps if step.kind != "stop" and (step.kind != "find_out" or step in band))


def _open(shown: Shown, width: int) -> Iterator[Row]:
    """How much is not known; with `whole`, what it is, what tells most for the time first."""
    ranked = stakes(shown.result)
    if not ranked:
        return
    count = several(len(ranked), "{n} thing is not known.", "{n} things are not known.")
    more = say("`{command}` says what to find out first.", command=next_command("next", shown.name))
    yield from para(count if shown.whole else f"{count} {more}", width, lead=(("ask", "?"), ("", " ")))
    if shown.whole:
        for stake in ranked:
            yield from _point(shown.case, stake, width)


def _point(case: OpenedCase, stake: Stake, width: int) -> Rows:
    who = f"{who_may_know(case.pack, stake)}, {minutes(stake.point.question.minutes)}. {hangs(stake)}"
    return (
        *para(stake.point.question.text, width, lead=(("", "  - "),)),
        *para(upper_first(who), width, "quiet", (("", "    "),)),
    )


def _all_in_place(result: Result, width: int) -> Sequence[Row]:
    clear = all_clear(result)
    return para(clear, width) if clear else ()


def _commands(shown: Shown, width: int) -> Rows:
    steps = len(shown.plan.steps) + len(shown.plan.later)
    parts = [(next_command("report", shown.name), say("the report"))]
    if steps:
        parts.insert(0, (next_command("plan", shown.name), several(steps, "the {n} step", "all {n} steps")))
    if not shown.whole:
        parts.append(("--all", say("everything here")))
    return commands(parts, width)
