"""A step of the plan in words: when it is due, its hours, who does it, what it brings. Every face uses these.

“Today”, “this week” and “by 14 March 2027” are names of dates, never of gravity; what is not known never reads as if it
were so. Sentences about the plan as a whole are in `sentences.py`.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from hustings.answers.typed_numbers import shown
from hustings.messages import english, listed, long_date, say, several, short_date
from hustings.pack.model import Pack
from hustings.scoring.items import ZERO
from hustings.scoring.plan.dates.team_capacity import WEEK
from hustings.scoring.plan.questions.find_outs import TEAM
from hustings.scoring.plan.steps import Plan, Step, StepKind
from hustings.scoring.result import OpenPoint, truncated

MINUTES = 60
QUARTERS, HALF = 4, Fraction(1, 2)
TENTH = Fraction(1, 10)
KINDS: dict[StepKind, str] = {
    "stop": english("Stop"),
    "find_out": english("Find out"),
    "fix": english("For the band"),
    "more": english("Also"),
    "fallback": english("Instead"),
}

# --- lengths -------------------------------------------------------------------------------------------------


def hours(length: Fraction) -> str:
    """Work: minutes under an hour, rounded up; above, the nearest quarter of an hour."""
    if length < 1:
        return minutes(length * MINUTES)
    quarters = Fraction(floor(length * QUARTERS + HALF), QUARTERS)
    return say("1 hour") if quarters == 1 else say("{n} hours", n=shown(quarters))


def minutes(length: Fraction) -> str:
    """Minutes of asking or of work, rounded up."""
    if length < 1:
        return say("under a minute")
    return say("1 hour") if ceil(length) == MINUTES else several(ceil(length), "{n} minute", "{n} minutes")


def brief_hours(length: Fraction) -> str:
    """The same in a column: 15 min; 1.5 h; <1 min."""
    if length * MINUTES < 1:
        return say("<1 min")
    if length < 1:
        return say("{n} min", n=ceil(length * MINUTES))
    return say("{n} h", n=shown(Fraction(floor(length * QUARTERS + HALF), QUARTERS)))


def length(step: Step) -> str:
    """The hours of a step; those of a check are the most that it can take."""
    return say("up to {hours}", hours=hours(step.hours)) if step.check else hours(step.hours)


# --- dates ---------------------------------------------------------------------------------------------------


def is_later(plan: Plan, step: Step) -> bool:
    """Whether a step is for after election day."""
    return any(step.number == one.number for one in plan.later)


def due(plan: Plan, step: Step) -> str:
    """When a step is to be done, as a label: Today; This week; By 14 March 2027; After election day (1.8, 56).

    The first two say when its work is done, the third when it works, waiting included.
    """
    if is_later(plan, step) and plan.outcome == "over":
        return say("For the next campaign")
    if is_later(plan, step):
        return say("After election day")
    if step.worked == 0:
        return say("Today")
    return say("This week") if step.worked < WEEK else by(plan, step.finish)


def brief_due(plan: Plan, step: Step) -> str:
    """The same in a column: Today; This week; By 14 Mar; Later."""
    if is_later(plan, step):
        return say("Later")
    on = plan.date_of(step.finish)
    return due(plan, step) if step.worked < WEEK or on is None else say("By {day}", day=short_date(on))


def by(plan: Plan, day: int) -> str:
    """A day as the end of something, as a label: By 14 March 2027; Within 12 days if today is not known."""
    on = plan.date_of(day)
    return several(day, "Within {n} day", "Within {n} days") if on is None else say("By {day}", day=long_date(on))


def day_words(plan: Plan, day: int, *, dated: bool = False) -> str:
    """A day within a sentence: today; 14 March 2027; 12 days from now if today is not known.

    `dated`: today by its date too, for what is read on another day.
    """
    on = plan.date_of(day)
    if day == 0 and not (dated and on is not None):
        return say("today")
    return several(day, "{n} day from now", "{n} days from now") if on is None else long_date(on)


def work_dates(plan: Plan, step: Step, *, dated: bool = False) -> str:
    """From when to when there is work, then how long is waited, and when it works. Nothing for what is later."""
    if is_later(plan, step):
        return ""
    first, last, end = (day_words(plan, day, dated=dated) for day in (step.start, step.worked, step.finish))
    if step.wait and step.start == step.worked:
        return say("Work: {first}; {waiting}: {end}.", first=first, waiting=waiting(step), end=end)
    if step.wait:
        return say("Work: {first} to {last}; {waiting}: {end}.", first=first, last=last, waiting=waiting(step), end=end)
    if step.start == step.worked:
        return say("Work: {first}.", first=first)
    return say("Work: {first} to {last}.", first=first, last=last)


def waiting(step: Step) -> str:
    """The days of waiting after the work; nothing if there are none."""
    return several(step.wait, "then {n} day of waiting", "then {n} days of waiting") if step.wait else ""


def latest(plan: Plan, step: Step, *, dated: bool = False) -> str:
    """The last day on which it can begin; nothing for a stop, which is for today, and for what is later."""
    if step.kind == "stop" or is_later(plan, step):
        return ""
    return say("Start at the latest: {day}.", day=day_words(plan, step.latest_start, dated=dated))


def costs(step: Step) -> str:
    """That a step takes more than hours; nothing if it does not, or is only a fallback for one that does."""
    takes = step.action is not None and step.action.paid and step.kind != "fallback"
    return say("It takes money or a hire.") if takes else ""


def comes_after(step: Step) -> str:
    """Which steps come first; nothing if none does."""
    if not step.after:
        return ""
    return several(len(step.after), "After step {listed}.", "After steps {listed}.", listed=numbers(step.after))


def numbers(steps: tuple[int, ...]) -> str:
    """Numbers of steps, runs of three or more drawn together: 1 to 4, 6 and 7."""
    return listed(tuple(_runs(sorted(steps))))


def _runs(steps: list[int]) -> list[str]:
    runs = list[list[int]]()
    for number in steps:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown_ = list[str]()
    for run in runs:
        shown_ += [say("{low} to {high}", low=run[0], high=run[-1])] if len(run) > 2 else map(str, run)  # noqa: PLR2004
    return shown_


# --- who, and what -------------------------------------------------------------------------------------------


def owner(pack: Pack, step: Step) -> str:
    """Who does it: the title of a role of the pack, or the team."""
    return role_title(pack, step.owner)


def role_title(pack: Pack, name: str) -> str:
    """The title of a role of the pack; what the pack gives to none of its roles is for the team."""
    titles = {role.id: role.title for role in pack.questionnaire.roles}
    return titles.get(name, say("Team") if name == TEAM else name)


def line(pack: Pack, plan: Plan, step: Step) -> str:
    """A step in one line: when, what, who and how long."""
    return say(
        "{due}: {title} {owner}, {hours}.",
        due=due(plan, step),
        title=title(step),
        owner=owner(pack, step),
        hours=length(step),
    )


def title(step: Step) -> str:
    """What is to be done, as a sentence that ends."""
    return step.title if step.title.endswith((".", "?", "!", "…")) else f"{step.title}."


def kind(plan: Plan, step: Step) -> str:
    """What kind of step it is, as a label."""
    return say("Afterwards") if is_later(plan, step) else say(KINDS[step.kind])


def point_minutes(point: OpenPoint) -> str:
    """How long it takes to ask about an open point."""
    return minutes(point.question.minutes)


def check(plan: Plan, step: Step) -> str:
    """What a check costs if it is in place, and if it is not; nothing for other steps."""
    if not step.check:
        return ""
    asking = looking(plan, step)
    if not asking:
        return say("Nobody knows yet. If it is in place: nothing to do. If not: {hours}.", hours=hours(step.hours))
    return say(
        "Nobody knows yet. If it is in place: {minutes}. If not: {hours}.",
        minutes=minutes(asking),
        hours=hours(step.hours),
    )


def looking(plan: Plan, step: Step) -> Fraction:
    """The minutes of the questions that tell whether a step is needed; they count in the find-outs."""
    points = (point for one in plan.of_kind("find_out") for point in one.points)
    return sum((p.question.minutes for p in points if not step.about.isdisjoint((p.question.id, *p.items))), ZERO)


# --- what it brings ------------------------------------------------------------------------------------------


def gain(plan: Plan, step: Step) -> str:
    """Index points that a step brings, in the plan and alone; nothing while too little is known for an index."""
    if step.kind not in ("fix", "more") or not plan.curve or is_later(plan, step):
        return ""
    said = _gain(step)
    return f"{said} {say('For the band, not for a gap.')}" if step.above_target else said


def _gain(step: Step) -> str:
    if step.in_plan < TENTH:
        return say("By itself it hardly moves the index.")
    if step.alone < TENTH:
        return say("{points} in this plan; alone hardly anything.", points=points(step.in_plan))
    if truncated(step.alone) == truncated(step.in_plan):
        return say("{points}.", points=points(step.in_plan))
    return say("{points} in this plan, {alone} alone.", points=points(step.in_plan), alone=number(step.alone))


def points(gained: Fraction) -> str:
    """Index points with their sign: +2.3 points."""
    return several(1 if gained == 1 else 2, "+{points} point", "+{points} points", points=number(gained))


def number(gained: Fraction) -> str:
    """Index points cut to one decimal, without a zero behind the point."""
    return truncated(gained).removesuffix(".0")


def closes(step: Step) -> str:
    """Which deal-breakers a step closes or decides; nothing if none. A stop's own gate stays until it is mended."""
    if not step.closes or step.kind == "stop":
        return ""
    count, titles = len(step.closes), listed(tuple(f"“{score.gate.title}”" for score in step.closes))
    if step.kind == "find_out":
        return several(count, "Decides the deal-breaker {gates}.", "Decides the deal-breakers {gates}.", gates=titles)
    return several(
        count, "Helps to close the deal-breaker {gates}.", "Helps to close the deal-breakers {gates}.", gates=titles
    )
