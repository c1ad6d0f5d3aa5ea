"""The chapter “What to do, in order”: all actions, and the open points."""

from __future__ import annotations

from datetime import date

from hustings.messages import long_date, say, several
from hustings.pack.source.partial_dates import moved
from hustings.report.document.context import NOTHING, ReportContext, finding_text, gain_text
from hustings.report.document.open_points import hangs, minutes, together, who_may_know
from hustings.report.document.phrases import SEVERITY, counted, in_place, when_words
from hustings.report.document.plan_records import FirstDay, Later, PhaseText, StepText, Todo, ToFindOut
from hustings.scoring.plan.actions import Priority
from hustings.scoring.plan.dates.calendar import afterwards, batch, distance
from hustings.scoring.plan.questions.next_question import Stake
from hustings.scoring.plan.wording import hours

MOST_FURTHER = 8


def todo(context: ReportContext) -> Todo:
    """The chapter “What to do, in order”: first day, priorities, what to find out, what comes later."""
    advice = context.advice
    return Todo(
        says=_says(context),
        phase=_phase(context),
        first_day=_first_day(context),
        later=_later(context),
        further_says=_further_says(context),
        further=tuple(
            f"{action.title} {context.role(action.owner)}, {hours(action.hours)}."
            for action in advice.further[:MOST_FURTHER]
        ),
        steps=tuple(_step(context, priority) for priority in advice.priorities),
        find_out_says=_find_out_says(context),
        find_out=tuple(_to_find_out(context, stake) for stake in context.stakes),
    )


def _further_says(context: ReportContext) -> str:
    """A sentence on further actions, which are not urgent."""
    if not context.advice.further:
        return ""
    told = say("These lift what is good enough already. None of them is urgent.")
    more = len(context.advice.further) - MOST_FURTHER
    return f"{told} {counted(more, '{n} more is left out.', '{n} more are left out.')}" if more > 0 else told


def _phase(context: ReportContext) -> PhaseText | None:
    """The rubric's calendar for this distance to the first ballots; None once they are out."""
    left = (context.first_ballots - context.on).days if context.first_ballots is not None else -1
    phase = distance(context.result.pack, left) if left >= 0 else None
    return PhaseText(phase.title, phase.says, phase.skip) if phase is not None else None


def _first_day(context: ReportContext) -> FirstDay | None:
    """The first day's work that is not done yet; None if no day is left for it."""
    actions = batch(context.result, "first_day") if context.advice.until != "over" else ()
    if not actions:
        return None
    total = hours(sum((action.hours for action in actions), NOTHING))
    lines = (f"{action.title} {context.role(action.owner)}, {hours(action.hours)}." for action in actions)
    return FirstDay(say("If you have one day: {hours} of work together.", hours=total), tuple(lines))


def _later(context: ReportContext) -> tuple[Later, ...]:
    return tuple(
        Later(_on_day(after.days, day), after.title, after.how, f"{context.role(after.owner)}, {hours(after.hours)}")
        for after, day in afterwards(context.result.pack, context.answers, context.election_day)
    )


def _on_day(days: int, day: date | None) -> str:
    if day is not None:
        return say("By {day}", day=long_date(day))
    return several(days, "{n} day after election day", "{n} days after election day")


def _says(context: ReportContext) -> str:
    count = len(context.advice.priorities)
    if not count:
        return say("No step is on the list.")
    work = [
        counted(
            count,
            "{n} step, {hours} of work.",
            "{n} steps, {hours} of work together.",
            hours=hours(context.advice.hours),
        )
    ]
    if context.result.capped_by:
        work.append(say("While a deal-breaker caps the index, only what lifts the cap gains points."))
    if context.advice.until == "election" and context.election_day is not None:
        work.append(say("Dates count back from election day, {day}.", day=long_date(context.election_day)))
    if context.first_ballots is not None and context.first_ballots >= context.on:
        work.append(say("Dates count back from the first ballots on {day}.", day=long_date(context.first_ballots)))
    return " ".join(work)


def _step(context: ReportContext, priority: Priority) -> StepText:
    action = priority.action
    return StepText(
        number=context.number(action),
        when=when_words(priority.when, context.advice.until),
        title=action.title,
        how=action.how,
        who=context.role(action.owner),
        hours=hours(action.hours),
        takes=in_place(priority.finish_days),
        start=_start(context, priority),
        gain=_gain(context, priority),
        after=_after(context, priority),
        done=action.done,
        instead=action.fallback,
        late=priority.late,
        answers=tuple(f"{say(SEVERITY[f.severity])}: {finding_text(f)}" for f in priority.findings),
    )


def _gain(context: ReportContext, priority: Priority) -> str:
    if not priority.gain and context.result.capped_by:
        return ""
    return gain_text(priority.gain)


def _start(context: ReportContext, priority: Priority) -> str:
    if priority.late:
        election = context.advice.until == "election"
        return say("no longer fits before election day") if election else say("no longer fits before the first ballots")
    if priority.start_by_days is None or priority.when == "today":
        return ""
    return say("start by {day}", day=long_date(moved(context.on, priority.start_by_days)))


def _after(context: ReportContext, priority: Priority) -> str:
    """The numbers of the actions that must come before it."""
    by_id = {each.action.id: each.action for each in context.advice.priorities}
    numbers = [context.number(by_id[name]) for name in priority.action.after if name in by_id]
    steps = tuple(say("step {number}", number=number) for number in numbers)
    return say("after {steps}", steps=say(" and ").join(steps)) if numbers else ""


def _find_out_says(context: ReportContext) -> str:
    """A sentence: how much is not known, how long asking takes, and how it counts until then."""
    if not context.stakes:
        return ""
    what = counted(
        len(context.stakes),
        "{n} thing is not known; asking takes {minutes}.",
        "{n} things are not known; asking takes {minutes} together, and the first ones tell most.",
        minutes=minutes(together(context.stakes)),
    )
    return f"{what} {say('None of it is a gap yet: until somebody asks, it counts as the worst, and may be the best.')}"


def _to_find_out(context: ReportContext, stake: Stake) -> ToFindOut:
    question = stake.point.question
    asked = "" if question.asked or question.asked_with is not None else f" {say('A longer edition asks it.')}"
    return ToFindOut(
        question=question.text,
        who=f"{who_may_know(context.result.pack, stake)}, {minutes(question.minutes)}",
        why=f"{hangs(stake)}{asked}",
    )
