"""Page one, to be read in one minute: the plan's stops and first steps, six at most, no table and no legend."""

from __future__ import annotations

from dataclasses import replace

from hustings.answers.flow import may_come
from hustings.messages import listed, long_date, say, several
from hustings.pack.editions import edition_of
from hustings.report.charts.positions import domain_chart, index_chart
from hustings.report.document.context import ReportContext, ready_text, strength
from hustings.report.document.open_points import how_much, more_to_find_out, short_point
from hustings.report.document.phrases import counted, points, share
from hustings.report.document.records import DomainLine, ShortStep, Stop, Summary
from hustings.report.document.workshop.vote_phrases import line
from hustings.scoring.completeness import complete
from hustings.scoring.implausible_dates import notes as implausible
from hustings.scoring.plan.dates.calendar import clock as clock_of
from hustings.scoring.plan.phrasing.sentences import headline, long_stops
from hustings.scoring.plan.phrasing.wording import due, length, owner, title
from hustings.scoring.plan.steps import Step
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.result import DomainScore, GateScore, Result, truncated, whole
from hustings.scoring.strengths import strengths as strengths_of

MOST_STEPS = 6
MOST_REASONS = 2
"""Stops of which page one says why; the others are told by what is to be done."""
MOST_STRENGTHS = 3
MOST_POINTS = 1
CROWDED = 1300


def summary(context: ReportContext) -> Summary:
    """Page one of the report."""
    result, chosen = context.result, _first_steps(context)
    stops = [step for step in chosen if step.kind == "stop"]
    clock, note = _clock(context)
    strengths = tuple(strength(context, item) for item in strengths_of(result))
    page = Summary(
        verdict=_verdict(result),
        band_says=_band_says(result),
        chart=index_chart(result),
        clock=clock,
        clock_note=note,
        open=how_much(context),
        notes=(*odd_dates(context), *_notes(result)),
        stops=tuple(_stop(context, step, why=at < MOST_REASONS) for at, step in enumerate(stops)),
        more_stops=_more_stops(context, stops),
        domains=tuple(_domain_line(result, domain) for domain in result.domains),
        plan_says=headline(context.plan) if chosen or context.plan.later else "",
        steps=tuple(_short_step(context, step) for step in chosen if step.kind != "stop"),
        more_steps=_more_steps(len(_listed(context)) - len(chosen) if chosen else 0),
        no_steps=_no_steps(context),
        find_out=tuple(short_point(context, stake) for stake in context.stakes[:MOST_POINTS]),
        more_find_out=more_to_find_out(len(context.stakes) - MOST_POINTS),
        crowded=False,
        strengths=_opened(strengths[:MOST_STRENGTHS]),
        more_strengths=_more_strengths(len(strengths) - MOST_STRENGTHS),
        workshop=line(context.room) if context.room else "",
    )
    return replace(page, crowded=_length(context, page) > CROWDED)


def _opened(strengths: tuple[str, ...]) -> tuple[str, ...]:
    """A list that begins with a capital letter."""
    return tuple(text[:1].upper() + text[1:] if number == 0 else text for number, text in enumerate(strengths))


def _length(context: ReportContext, page: Summary) -> int:
    """The number of characters on the page, so that a theme can set a full page smaller."""
    stops = sum(len(stop.title) + len(stop.who) + len(stop.text) for stop in page.stops)
    steps = sum(len(step.title) + len(step.who) + len(step.timing) for step in page.steps)
    return (
        len(context.campaign) * 3
        + stops
        + len(page.more_stops)
        + len(page.plan_says)
        + steps
        + sum(len(point.question) + len(point.who) + len(point.hangs) for point in page.find_out)
        + sum(map(len, (*page.notes, *page.strengths, page.workshop)))
    )


def _more_steps(count: int) -> str:
    if count <= 0:
        return ""
    return counted(
        count,
        "{n} more step of the plan under “What to do, in order”.",
        "{n} more steps of the plan under “What to do, in order”.",
    )


def _more_strengths(count: int) -> str:
    if count <= 0:
        return ""
    return counted(count, "{n} more thing in place in the chapters.", "{n} more things in place in the chapters.")


# --- the verdict -------------------------------------------------------------------------------------------


def _verdict(result: Result) -> str:
    """The sentence after the campaign's name."""
    low, high = whole(result.index.lo, result.index.hi)
    exact, index = low == high, truncated(result.index.pt)
    if result.provisional and exact:
        return say("stands at {index} out of 100.", index=index)
    if result.provisional:
        return say("stands between {low} and {high} out of 100.", low=low, high=high)
    if exact:
        return say("is {bands}: {index} out of 100.", bands=_bands(result), index=index)
    return say("is {bands}: between {low} and {high} out of 100.", bands=_bands(result), low=low, high=high)


def _bands(result: Result) -> str:
    if result.certain:
        return result.band.title
    if result.band.id == result.band_lo.id:
        return say("{band}, and may be {other}", band=result.band.title, other=result.band_hi.title)
    others = [band.title for band in (result.band_lo, result.band_hi) if band.id != result.band.id]
    if len(others) == 1:
        return say("{band}, but may be {other}", band=result.band.title, other=others[0])
    return say("{band}, but may be {one} or {other}", band=result.band.title, one=others[0], other=others[1])


def _notes(result: Result) -> list[str]:
    notes = [_provisional(result)] if result.provisional else []
    caps = [gate for gate in result.gates if gate.gate.id in result.capped_by]
    if not result.provisional:
        notes += [_caps(caps, result)] if caps else []
        notes += [_assured(result)] if result.assured < result.index.pt else []
    coming = {question.id for question in may_come(result.pack, result.answers)}
    open_ = (score.question for d in result.domains for score in d.items if score.state.open)
    unasked = sum(not question.asked and question.id not in coming for question in open_)
    if unasked:
        notes.append(_not_asked(result, unasked))
    if result.na_flags:
        lift = points(result.na_leverage)
        notes.append(say("Answers marked as not applicable lift it by {lift}; have someone else look.", lift=lift))
    return notes


def _not_asked(result: Result, unasked: int) -> str:
    """A sentence on what a smaller edition does not ask."""
    edition = edition_of(result.pack, result.pack.edition)
    return counted(
        unasked,
        "{n} thing that counts is not asked in the edition “{title}”; a longer one narrows the result.",
        "{n} things that count are not asked in the edition “{title}”; a longer one narrows the result.",
        title=edition.title if edition is not None else "",
    )


def _assured(result: Result) -> str:
    """The second figure of the headline (method.md 1.2): the index from what evidence supports."""
    shown, band = truncated(result.assured, 0), result.pack.rubric.band(result.assured).title
    return say("Counting only what somebody has shown, it is {shown} ({band}).", shown=shown, band=band)


def _provisional(result: Result) -> str:
    least, least_domain = result.pack.rubric.judgements.provisional
    if not result.coverage:
        return say("Nothing that counts is answered yet, so every outcome is still possible.")
    if result.coverage < least:
        known = share(result.coverage)
        return say(
            "Too early for one number: {known} of what counts is answered; {least} is needed.",
            known=known,
            least=share(least),
        )
    thin = listed(tuple(d.domain.title for d in result.domains if d.coverage is not None and d.coverage < least_domain))
    return say(
        "Too early for one number: less than {least_domain} is answered in {thin}.",
        least_domain=share(least_domain),
        thin=thin,
    )


def _still_unknown(score: GateScore) -> str:
    return f" ({say('open')})" if score.status == "open" else ""


def _caps(gates: list[GateScore], result: Result) -> str:
    """The gates that cap the index, open ones included."""
    cap = truncated(min(gate.gate.cap for gate in gates)).removesuffix(".0")
    named = listed(tuple(f"“{g.gate.title}”{_still_unknown(g)}" for g in gates))
    raw = truncated(result.raw.pt)
    held = counted(
        len(gates),
        "{n} deal-breaker holds the index at {cap} or below: {named}.",
        "{n} deal-breakers hold the index at {cap} or below: {named}.",
        cap=cap,
        named=named,
    )
    return f"{held} {say('Without the cap it would be {raw}.', raw=raw)}"


# --- the clock --------------------------------------------------------------------------------------------


def odd_dates(context: ReportContext) -> tuple[str, ...]:
    """A sentence for each date that looks mistyped: all that is dated rests on it."""
    return implausible(clock_of(context.result.pack, context.answers, context.on))


def _clock(context: ReportContext) -> tuple[str, str]:
    """Days to the first ballots, and the dates."""
    election = say("Election day is {day}.", day=long_date(context.election_day)) if context.election_day else ""
    if context.first_ballots is None:
        add = say("Add it, and every step gets a latest start.")
        return say("No date for the first ballots yet"), f"{add} {election}".strip()
    left, day = (context.first_ballots - context.on).days, long_date(context.first_ballots)
    if context.plan.until == "over":
        last = max(context.first_ballots, context.election_day or context.first_ballots)
        said = say("It was on {day}. What is left is for the next one.", day=long_date(last))
        return say("The election is over"), said
    if left < 0:
        ago = several(-left, "The first ballots went out {n} day ago", "The first ballots went out {n} days ago")
        return ago, f"{say('On {day}.', day=day)} {election}".strip()
    if left == 0:
        return say("The first ballots go out today"), election
    until = several(left, "{n} day to the first ballots", "{n} days to the first ballots")
    return until, f"{say('They go out on {day}.', day=day)} {election}".strip()


# --- stops, domains, steps, strengths ----------------------------------------------------------------------


def _stop(context: ReportContext, step: Step, *, why: bool) -> Stop:
    """A stop by what is to be done today, and why."""
    told = _short_step(context, step)
    return Stop(told.number, told.when, told.title, told.who, told.timing, _reason(context, step) if why else "")


def _reason(context: ReportContext, step: Step) -> str:
    """Why something must stop: the pack's text, with the rule of the place."""
    stops = hard_stops(context.result, context.on)
    return next((stop.text for stop in stops if stop.gate == step.gate and stop.rule == step.rule), "")


def _more_stops(context: ReportContext, shown: list[Step]) -> str:
    """How many stops are not named, and that all of them take long."""
    more = len(context.plan.of_kind("stop")) - len(shown)
    said = counted(more, "{n} more thing to stop today.", "{n} more things to stop today.") if more else ""
    return f"{said} {long_stops(context.plan)}".strip()


def _domain_line(result: Result, score: DomainScore) -> DomainLine:
    if not score.counts:
        return DomainLine(score.domain.title, score.domain.id, "", say("Nothing here applies to this campaign."), None)
    return DomainLine(
        title=score.domain.title,
        id=score.domain.id,
        readiness=ready_text(result, score),
        says=say("of what is asked for"),
        chart=domain_chart(score),
    )


def _first_steps(context: ReportContext) -> list[Step]:
    """The first six steps of the plan, stops included; before anything is answered only what must stop."""
    steps = _listed(context) if context.result.coverage else context.plan.of_kind("stop")
    return list(steps[:MOST_STEPS])


def _listed(context: ReportContext) -> tuple[Step, ...]:
    """The steps of the plan; after the election those for the next campaign too."""
    plan = context.plan
    return (*plan.steps, *plan.later) if plan.outcome == "over" else plan.steps


def _short_step(context: ReportContext, step: Step) -> ShortStep:
    return ShortStep(
        number=str(step.number),
        when=due(context.plan, step),
        title=title(step),
        who=owner(context.result.pack, step),
        timing=length(step),
    )


def _no_steps(context: ReportContext) -> str:
    if not context.result.coverage:
        return say("Answer the questions; then this page says what to do, who does it and by when.")
    if complete(context.result):
        return say("Nothing the rubric asks for is missing. Keep it so until the last ballot is counted.")
    if context.stakes and not context.result.findings:
        return say("No gap is known. What is not known may hide one: find out first.")
    if context.plan.steps or context.plan.later:
        return ""
    return say("No step is on the list. What is missing stands in the chapters.")


# --- what is not known -------------------------------------------------------------------------------------


def _band_says(result: Result) -> str:
    """The pack's text for the band.

    That of the best band says that everything is in place, so it is shown only if true.
    """
    best = result.pack.rubric.bands[-1]
    return "" if result.provisional or (result.band.id == best.id and not complete(result)) else result.band.says
