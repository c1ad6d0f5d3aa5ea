"""What to do, in order, in full; and what to find out before anything is done about it."""

from __future__ import annotations

from datetime import timedelta

from hustings.report.assessed import Assessed, finding_text, gain_text
from hustings.report.parts import Step, Todo, ToFindOut
from hustings.report.words import SEVERITY, counted, hours, long_date, lower_first, when_words
from hustings.scoring.advice import Priority
from hustings.scoring.result import Finding
from hustings.wording import say, several


def todo(on: Assessed) -> Todo:
    advice = on.advice
    return Todo(
        says=_says(on),
        steps=tuple(_step(on, priority) for priority in advice.priorities),
        find_out_says=_find_out_says(len(advice.find_out)),
        find_out=tuple(_to_find_out(on, finding) for finding in advice.find_out),
    )


def _says(on: Assessed) -> str:
    count = len(on.advice.priorities)
    if not count:
        return say("No step is on the list.")
    work = [
        counted(
            count,
            "{n} step, {hours} of work together.",
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


def _step(on: Assessed, priority: Priority) -> Step:
    action = priority.action
    return Step(
        number=on.number(action),
        when=when_words(priority.when, on.advice.until),
        title=action.title,
        how=action.how,
        who=on.role(action.owner),
        hours=hours(action.hours),
        takes=_takes(priority),
        start=_start(on, priority),
        gain=_gain(on, priority),
        after=_after(on, priority),
        done=action.done,
        instead=action.fallback,
        late=priority.late,
        answers=tuple(f"{say(SEVERITY[f.severity])}: {finding_text(f)}" for f in priority.findings),
    )


def _gain(on: Assessed, priority: Priority) -> str:
    if not priority.gain and on.result.capped_by:
        return ""
    return gain_text(priority.gain)


def _takes(priority: Priority) -> str:
    """Calendar days until it works, what must come before it included."""
    if priority.finish_days <= 1:
        return say("in place the same day") if priority.finish_days == 0 else say("in place within a day")
    return several(priority.finish_days, "in place after {n} day", "in place after {n} days")


def _start(on: Assessed, priority: Priority) -> str:
    if priority.late:
        ballots = on.advice.until == "ballots"
        return say("no longer fits before the first ballots") if ballots else say("no longer fits before election day")
    if priority.start_by_days is None or priority.when == "today":
        return ""
    return say("start by {day}", day=long_date(on.on + timedelta(days=priority.start_by_days)))


def _after(on: Assessed, priority: Priority) -> str:
    """The steps that come before it, by number."""
    by_id = {each.action.id: each.action for each in on.advice.priorities}
    numbers = [on.number(by_id[name]) for name in priority.action.after if name in by_id]
    steps = tuple(say("step {number}", number=number) for number in numbers)
    return say("after {steps}", steps=say(" and ").join(steps)) if numbers else ""


def _find_out_says(count: int) -> str:
    if not count:
        return ""
    what = counted(count, "{n} thing that counts is not known.", "{n} things that count are not known.")
    says = say("Each counts as missing until somebody says otherwise; asking may cost less than mending.")
    return f"{what} {says}"


def _to_find_out(on: Assessed, finding: Finding) -> ToFindOut:
    says = finding_text(finding)
    unclear = say("First, does it apply? If so: {says}", says=lower_first(says))
    return ToFindOut(
        question=finding.question.text,
        who=on.role(finding.question.role) or say("whoever knows"),
        why=unclear
        if finding.check_applies
        else say("{severity} if so. {says}", severity=say(SEVERITY[finding.severity]), says=says),
    )
