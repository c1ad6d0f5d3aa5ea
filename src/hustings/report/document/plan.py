"""What to do, in order, in full; and what to find out before anything is done about it."""

from __future__ import annotations

from datetime import date

from hustings.messages import long_date, say, several
from hustings.pack.source.partial_dates import moved
from hustings.report.document.context import NOTHING, ReportContext, finding_text, gain_text
from hustings.report.document.open_points import hangs, minutes, together, who_may_know
from hustings.report.document.phrases import SEVERITY, counted, hours, in_place, when_words
from hustings.report.document.plan_records import FirstDay, Later, PhaseText, StepText, Todo, ToFindOut
from hustings.scoring.plan.actions import Priority
from hustings.scoring.plan.calendar import afterwards, batch, distance
from hustings.scoring.plan.next_question import Stake

MOST_FURTHER = 8


def todo(on: ReportContext) -> Todo:
    """The chapter “What to do, in order”: first day, priorities, what to find out, what comes later."""
    advice = on.advice
    return Todo(
        says=_says(on),
        phase=_phase(on),
        first_day=_first_day(on),
        later=_later(on),
        further_says=_further_says(on),
        further=tuple(
            f"{action.title} {on.role(action.owner)}, {hours(action.hours)}."
            for action in advice.further[:MOST_FURTHER]
        ),
        steps=tuple(_step(on, priority) for priority in advice.priorities),
        find_out_says=_find_out_says(on),
        find_out=tuple(_to_find_out(on, stake) for stake in on.stakes),
    )


def _further_says(on: ReportContext) -> str:
    """How much there is beyond what is asked for; nothing of it is urgent."""
    if not on.advice.further:
        return ""
    told = say("These lift what is good enough already. None of them is urgent.")
    more = len(on.advice.further) - MOST_FURTHER
    return f"{told} {counted(more, '{n} more is left out.', '{n} more are left out.')}" if more > 0 else told


def _phase(on: ReportContext) -> PhaseText | None:
    """What the rubric's calendar says at this distance to the first ballots; nothing once they are out."""
    left = (on.first_ballots - on.on).days if on.first_ballots is not None else -1
    found = distance(on.result.pack, left) if left >= 0 else None
    return PhaseText(found.title, found.says, found.skip) if found is not None else None


def _first_day(on: ReportContext) -> FirstDay | None:
    """The first day's work as far as it is not done; nothing once there is no day left for it."""
    actions = batch(on.result, "first_day") if on.advice.until != "over" else ()
    if not actions:
        return None
    total = hours(sum((action.hours for action in actions), NOTHING))
    lines = (f"{action.title} {on.role(action.owner)}, {hours(action.hours)}." for action in actions)
    return FirstDay(say("If you have one day: {hours} of work together.", hours=total), tuple(lines))


def _later(on: ReportContext) -> tuple[Later, ...]:
    return tuple(
        Later(_on_day(after.days, day), after.title, after.how, f"{on.role(after.owner)}, {hours(after.hours)}")
        for after, day in afterwards(on.result.pack, on.answers, on.election_day)
    )


def _on_day(days: int, day: date | None) -> str:
    if day is not None:
        return say("By {day}", day=long_date(day))
    return several(days, "{n} day after election day", "{n} days after election day")


def _says(on: ReportContext) -> str:
    count = len(on.advice.priorities)
    if not count:
        return say("No step is on the list.")
    work = [
        counted(
            count,
            "{n} step, {hours} of work.",
            "{n} steps, {hours} of work together.",
            hours=hours(on.advice.hours),
        )
    ]
    if on.result.capped_by:
        work.append(say("While a deal-breaker caps the index, only what lifts the cap gains points."))
    if on.advice.until == "election" and on.election_day is not None:
        work.append(say("Dates count back from election day, {day}.", day=long_date(on.election_day)))
    if on.first_ballots is not None and on.first_ballots >= on.on:
        work.append(say("Dates count back from the first ballots on {day}.", day=long_date(on.first_ballots)))
    return " ".join(work)


def _step(on: ReportContext, priority: Priority) -> StepText:
    action = priority.action
    return StepText(
        number=on.number(action),
        when=when_words(priority.when, on.advice.until),
        title=action.title,
        how=action.how,
        who=on.role(action.owner),
        hours=hours(action.hours),
        takes=in_place(priority.finish_days),
        start=_start(on, priority),
        gain=_gain(on, priority),
        after=_after(on, priority),
        done=action.done,
        instead=action.fallback,
        late=priority.late,
        answers=tuple(f"{say(SEVERITY[f.severity])}: {finding_text(f)}" for f in priority.findings),
    )


def _gain(on: ReportContext, priority: Priority) -> str:
    if not priority.gain and on.result.capped_by:
        return ""
    return gain_text(priority.gain)


def _start(on: ReportContext, priority: Priority) -> str:
    if priority.late:
        election = on.advice.until == "election"
        return say("no longer fits before election day") if election else say("no longer fits before the first ballots")
    if priority.start_by_days is None or priority.when == "today":
        return ""
    return say("start by {day}", day=long_date(moved(on.on, priority.start_by_days)))


def _after(on: ReportContext, priority: Priority) -> str:
    """The steps that come before it, by number."""
    by_id = {each.action.id: each.action for each in on.advice.priorities}
    numbers = [on.number(by_id[name]) for name in priority.action.after if name in by_id]
    steps = tuple(say("step {number}", number=number) for number in numbers)
    return say("after {steps}", steps=say(" and ").join(steps)) if numbers else ""


def _find_out_says(on: ReportContext) -> str:
    """How much is not known, how long asking takes, and how it counts until then."""
    if not on.stakes:
        return ""
    what = counted(
        len(on.stakes),
        "{n} thing is not known; asking takes {minutes}.",
        "{n} things are not known; asking takes {minutes} together, and the first ones tell most.",
        minutes=minutes(together(on.stakes)),
    )
    return f"{what} {say('None of it is a gap yet: until somebody asks, it counts as the worst, and may be the best.')}"


def _to_find_out(on: ReportContext, stake: Stake) -> ToFindOut:
    question = stake.point.question
    asked = "" if question.asked or question.asked_with is not None else f" {say('A longer edition asks it.')}"
    return ToFindOut(
        question=question.text,
        who=f"{who_may_know(on.result.pack, stake)}, {minutes(question.minutes)}",
        why=f"{hangs(stake)}{asked}",
    )
