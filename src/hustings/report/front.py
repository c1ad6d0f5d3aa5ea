"""Page one: what a candidate reads in one minute. At most six things to do, hard stops first, no table, no legend."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hustings.report.assessed import Assessed, ready_text, strength
from hustings.report.charts import domain_chart, index_chart
from hustings.report.parts import DomainLine, ShortStep, Stop, Summary
from hustings.report.words import WHEN, counted, hours, listed, long_date, plural, points, share, short_date, whole
from hustings.scoring.advice import Priority
from hustings.scoring.result import DomainScore, GateScore, ItemState, Result, truncated

MOST_STEPS = 6
MOST_STOPS = 2
MOST_STRENGTHS = 3
CROWDED = 1300


def summary(on: Assessed) -> Summary:
    """Page one of the report."""
    result, chosen, stops = on.result, _first_steps(on), on.result.stops
    clock, note = _clock(on)
    strengths = tuple(strength(on, item) for item in on.advice.strengths)
    page = Summary(
        verdict=_verdict(result),
        band_says="" if result.provisional else result.band.says,
        chart=index_chart(result),
        clock=clock,
        clock_note=note,
        open=_open(on),
        notes=tuple(_notes(result)),
        stops=tuple(_stop(stop) for stop in stops[:MOST_STOPS]),
        more_stops=_more_stops(stops[MOST_STOPS:]),
        domains=tuple(_domain_line(result, domain) for domain in result.domains),
        steps=tuple(_short_step(on, priority) for priority in chosen),
        more_steps=_more(
            len(on.advice.priorities) - len(chosen) if chosen else 0, "thing to do", "under “What to do, in order”"
        ),
        no_steps=_no_steps(on),
        crowded=False,
        strengths=_opened(strengths[:MOST_STRENGTHS]),
        more_strengths=_more(len(strengths) - MOST_STRENGTHS, "thing in place", "in the chapters"),
    )
    return replace(page, crowded=_length(on, page) > CROWDED)


def _opened(strengths: tuple[str, ...]) -> tuple[str, ...]:
    """A list that opens like a sentence."""
    return tuple(text[:1].upper() + text[1:] if number == 0 else text for number, text in enumerate(strengths))


def _length(on: Assessed, page: Summary) -> int:
    """Letters on the page, so that a theme can set a full one smaller."""
    stops = sum(len(stop.title) + len(stop.text) for stop in page.stops)
    steps = sum(len(step.title) + len(step.who) + len(step.timing) for step in page.steps)
    return len(on.campaign) * 3 + stops + len(page.more_stops) + steps + sum(map(len, (*page.notes, *page.strengths)))


def _more(count: int, word: str, where: str) -> str:
    if count <= 0:
        return ""
    words = {"thing to do": "things to do", "thing in place": "things in place"}.get(word, f"{word}s")
    return f"{counted(count, f'more {word}', f'more {words}')} {where}."


# --- the verdict -------------------------------------------------------------------------------------------


def _verdict(result: Result) -> str:
    """The sentence after the campaign's name."""
    low, high = whole(result.index.lo, result.index.hi)
    span = f"{truncated(result.index.pt)} out of 100." if low == high else f"between {low} and {high} out of 100."
    if result.provisional:
        return f"stands at {span}" if low == high else f"stands {span}"
    return f"is {_bands(result)}: {span}"


def _bands(result: Result) -> str:
    if result.certain:
        return result.band.title
    if result.band.id == result.band_lo.id:
        return f"{result.band.title}, and may be {result.band_hi.title}"
    others = [band.title for band in (result.band_lo, result.band_hi) if band.id != result.band.id]
    return f"{result.band.title}, but may be {' or '.join(others)}"


def _notes(result: Result) -> list[str]:
    notes = [_provisional(result)] if result.provisional else []
    caps = [gate for gate in result.gates if gate.gate.id in result.capped_by]
    if not result.provisional:
        notes += [_caps(caps, result)] if caps else []
        notes += [_assured(result)] if result.assured < result.index.pt else []
    if result.na_flags:
        lift = points(result.na_leverage)
        notes.append(f"Answers marked as not applicable lift it by {lift}; have someone else look.")
    return notes


def _assured(result: Result) -> str:
    """The second figure of the headline pair (method.md 1.2): what is claimed, and what is shown."""
    shown, band = truncated(result.assured, 0), result.pack.rubric.band(result.assured).title
    return f"Counting only what somebody has shown, it is {shown} ({band})."


def _provisional(result: Result) -> str:
    least, least_domain = result.pack.rubric.judgements.provisional
    if not result.coverage:
        return "Nothing that counts is answered yet, so every outcome is still possible."
    if result.coverage < least:
        known = share(result.coverage)
        return f"Too early for one number: {known} of what counts is answered; {share(least)} is needed."
    thin = listed(tuple(d.domain.title for d in result.domains if d.coverage is not None and d.coverage < least_domain))
    return f"Too early for one number: less than {share(least_domain)} is answered in {thin}."


def _caps(gates: list[GateScore], result: Result) -> str:
    """What holds the index down; a gate that nobody could confirm holds it as well."""
    cap = truncated(min(gate.gate.cap for gate in gates)).removesuffix(".0")
    named = listed(tuple(f"“{g.gate.title}”{' (not confirmed)' * (g.status == 'undetermined')}" for g in gates))
    raw = truncated(result.raw.pt)
    holds = "deal-breaker holds" if len(gates) == 1 else "deal-breakers hold"
    return (
        f"{counted(len(gates), holds, holds)} the index at {cap} or below: {named}. Without the cap it would be {raw}."
    )


# --- how much is open --------------------------------------------------------------------------------------


def _open(on: Assessed) -> str:
    result = on.result
    count = sum(item.state.open for item in on.items)
    split = sum(item.state is ItemState.UNRESOLVED for item in on.items)
    if count + split == 0:
        return "Every question that counts is answered."
    what = counted(count, "answer is", "answers are") + " still open" if count else "No answer is open"
    votes = f"; on {plural(split, 'question')} the group did not agree" if split else ""
    if result.certain:
        return f"{what}{votes}. That cannot change the band."
    between = f"{result.band_lo.title} and {result.band_hi.title}"
    return f"{what}{votes}. What is open decides between {between}."


def _clock(on: Assessed) -> tuple[str, str]:
    """Days to the first ballots, and the dates."""
    election = f"Election day is {long_date(on.election_day)}." if on.election_day else ""
    if on.first_ballots is None:
        return "No date for the first ballots yet", f"Add it, and every step gets a latest start. {election}".strip()
    left, day = (on.first_ballots - on.on).days, long_date(on.first_ballots)
    if left < 0:
        return f"The first ballots went out {plural(-left, 'day')} ago", f"On {day}. {election}".strip()
    if left == 0:
        return "The first ballots go out today", election
    return f"{plural(left, 'day')} to the first ballots", f"They go out on {day}. {election}".strip()


# --- stops, domains, steps, strengths ----------------------------------------------------------------------


def _stop(score: GateScore) -> Stop:
    return Stop(score.gate.title, score.message, score.status == "undetermined")


def _more_stops(stops: tuple[GateScore, ...]) -> str:
    named = listed(tuple(f"“{stop.gate.title}”" for stop in stops))
    return f"Also: {named}; see “Deal-breakers”." if stops else ""


def _domain_line(result: Result, score: DomainScore) -> DomainLine:
    if not score.counts:
        return DomainLine(score.domain.title, score.domain.id, "", "Nothing here applies to this campaign.", None)
    return DomainLine(
        title=score.domain.title,
        id=score.domain.id,
        readiness=ready_text(result, score),
        says="of what is asked for",
        chart=domain_chart(score),
    )


def _first_steps(on: Assessed) -> list[Priority]:
    """The first six that can still be done, in full or in their short version; none before anything is answered."""
    if not on.result.coverage:
        return []
    return [each for each in on.advice.priorities if not each.late or each.action.fallback][:MOST_STEPS]


def _short_step(on: Assessed, priority: Priority) -> ShortStep:
    action = priority.action
    return ShortStep(
        number=on.number(action),
        when="Short version" if priority.late else WHEN[priority.when],
        title=action.fallback if priority.late else action.title,
        who=on.role(action.owner),
        timing="" if priority.late else f"{hours(action.hours)}{_latest(on, priority)}",
    )


def _latest(on: Assessed, priority: Priority) -> str:
    """Its lead time, and the day by which it must start."""
    takes = f", takes {plural(priority.finish_days, 'day')}" if priority.finish_days > 1 else ""
    if priority.start_by_days is None or priority.when == "today":
        return takes
    return f"{takes}, start by {short_date(on.on + timedelta(days=priority.start_by_days))}"


def _no_steps(on: Assessed) -> str:
    if not on.result.coverage:
        return "Answer the questions; then this page says what to do, who does it and by when."
    if on.advice.priorities:
        return ""
    if on.advice.find_out:
        return f"First find out: {counted(len(on.advice.find_out), 'thing is', 'things are').lower()} not known yet."
    return "Nothing the rubric asks for is missing. Keep it so until the last ballot is counted."
