"""What AI can do for this campaign: a verdict on each use, with its reasons and what must be done first.

It does not enter the score.
"""

from __future__ import annotations

from collections.abc import Iterator

from hustings.frozen_records import dataclass
from hustings.messages import english, long_date, say, several, short_date
from hustings.pack.item_values import Need
from hustings.pack.model import Action
from hustings.report.document.context import ReportContext
from hustings.report.document.phrases import brief, counted, in_place
from hustings.report.document.plan.plan_records import Fix
from hustings.report.document.plan.step_phrases import action_fix
from hustings.scoring.completeness import missing
from hustings.scoring.items import ZERO
from hustings.scoring.plan.dates.calendar import to_ballots
from hustings.scoring.plan.phrasing.wording import hours
from hustings.scoring.plan.steps import Step
from hustings.scoring.uses import GroundStep, UseVerdict, Verdict, groundwork, unclear_uses, uses

VERDICTS: dict[Verdict, str] = {
    "ready": english("Ready"),
    "ready_once": english("Ready once this is in place"),
    "not_this_cycle": english("Not this cycle"),
}


@dataclass(frozen=True, slots=True)
class Lack:
    """A safeguard that a use lacks: the number of the step that mends it, or without one what it would take."""

    number: str
    thing: str
    takes: str


@dataclass(frozen=True, slots=True)
class UseLine:
    """One use. `kind` is its verdict, for the theme.

    `needs`: how many of its needs are in place, `squares`: one a need. `has`: the campaign does it now.
    `first`: the actions it needs, `together`: their work; `find_out`: the questions to answer. `lacks`: the same by
    safeguard, with the `soonest` day on which all of it is there; `beside`: what else the report says about it.
    """

    title: str
    kind: Verdict
    has: bool
    needs: str
    squares: tuple[str, ...]
    verdict: str
    says: tuple[str, ...]
    first: tuple[Fix, ...]
    together: str
    find_out: tuple[str, ...]
    gives: str
    touches: str
    lacks: tuple[Lack, ...]
    soonest: str
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """The chapter “What AI can do for you”.

    `headline`: how many are ready; `missing`: why there are none; `pause`: what to do with those that are not ready.
    """

    headline: str
    says: str
    missing: str
    pause: str
    uses: tuple[UseLine, ...]
    groundwork: tuple[str, ...]


def offers(context: ReportContext) -> Offers | None:
    """The chapter; None if the pack judges no uses."""
    if not context.result.pack.uses:
        return None
    judged, missing = uses(context.result.pack, context.result, _left(context)), _unclear(context)
    return Offers(
        headline=_headline(judged),
        says=_says(judged, missing),
        missing=missing,
        pause=_pauses(judged),
        uses=tuple(_line(context, verdict) for verdict in judged),
        groundwork=tuple(
            _step(context, step) for step in groundwork(context.result.pack, context.result) if step.enough is False
        ),
    )


def _left(context: ReportContext) -> int | None:
    return to_ballots(context.first_ballots, context.plan.until, context.on)


def _headline(judged: tuple[UseVerdict, ...]) -> str:
    """How many uses are there or wanted, and how many of them are ready."""
    if not judged:
        return say("No use of AI is judged.")
    ready = sum(one.verdict == "ready" for one in judged)
    judged_uses = counted(len(judged), "{n} use of AI is judged", "{n} uses of AI are judged")
    if ready == len(judged):
        return say("{judged}; each is ready.", judged=judged_uses)
    return _ready_of(ready, judged_uses)


def _ready_of(ready: int, judged_uses: str) -> str:
    """The end of the headline: how many are ready."""
    if not ready:
        return say("{judged}; none is ready yet.", judged=judged_uses)
    return several(ready, "{judged}; {n} is ready.", "{judged}; {n} are ready.", judged=judged_uses)


def _says(judged: tuple[UseVerdict, ...], missing: str) -> str:
    """The introduction. It says that no use is wanted only if that is known."""
    if judged or missing:
        return say("Each use that you have or want, judged by itself. None of this counts in the score.")
    return say(
        "You neither use AI nor want to. That is no result by itself: the fakes of others and your own data remain, "
        "and the chapters before this one are about them."
    )


def _pauses(judged: tuple[UseVerdict, ...]) -> str:
    """The advice for what runs today and is not ready."""
    if not any(one.has and one.verdict != "ready" for one in judged):
        return ""
    return say("What you do today and is not ready: pause it, or put what it lacks in place first.")


def _unclear(context: ReportContext) -> str:
    names = unclear_uses(context.result.pack, context.result)
    asked = "; ".join(context.result.pack.questions[name].text for name in names)
    return say("Until this is answered, uses may be missing here: {questions}", questions=asked) if asked else ""


def _line(context: ReportContext, judged: UseVerdict) -> UseLine:
    return UseLine(
        title=judged.use.title,
        kind=judged.verdict,
        has=judged.has,
        needs=_needs(judged),
        squares=_squares(judged),
        verdict=_verdict(context, judged),
        says=tuple(_reasons(context, judged)),
        first=tuple(action_fix(context, action) for action in judged.actions),
        together=_together(context, judged),
        find_out=tuple(context.result.pack.questions[name].text for name in judged.find_out),
        gives=judged.use.gives,
        touches=judged.use.touches,
        lacks=tuple(_lack(context, judged, need) for need in judged.unmet),
        soonest=_soonest(context, judged),
        beside=tuple(_beside(context, judged)),
    )


def _lack(context: ReportContext, judged: UseVerdict, need: Need) -> Lack:
    step, thing = _mending(context, need), _aim(context, need)
    if step is not None:
        return Lack(str(step.number), thing, "")
    raising = [action for action in judged.actions if any(one.question == need.question for one in action.raises)]
    if not raising:
        return Lack("", thing, say("no ready-made step"))
    return Lack("", thing, say("not in the plan, {hours}", hours=brief(sum((a.hours for a in raising), ZERO))))


def _soonest(context: ReportContext, judged: UseVerdict) -> str:
    """The day on which the last of what it lacks is in place; why there is none."""
    if judged.verdict == "ready":
        return ""
    if judged.verdict == "not_this_cycle":
        return say("too late") if judged.too_late else say("not now")
    if not judged.unmet:
        return say("once known")
    mending = [_mending(context, need) for need in judged.unmet]
    last = max((step.finish for step in mending if step is not None), default=0)
    on = None if None in mending else context.plan.date_of(last)
    if on is not None:
        return say("today") if not last else short_date(on)
    return several(judged.fix_days, "{n} day", "{n} days") if judged.fix_days else say("same day")


def _mending(context: ReportContext, need: Need) -> Step | None:
    """The first step of the plan that raises a control as far as it is needed; None if none does."""
    planned = (step for step in context.plan.of_kind("fix", "more") if step.action is not None)
    return next((step for step in planned if step.action is not None and _raises(step.action, need)), None)


def _raises(action: Action, need: Need) -> bool:
    return any(one.question == need.question and one.value >= need.value for one in action.raises)


def _needs(judged: UseVerdict) -> str:
    """How many of its needs are in place; nothing for a use without needs."""
    squares = _squares(judged)
    return say("{met} of {n}", met=squares.count("met"), n=len(squares)) if squares else ""


def _squares(judged: UseVerdict) -> tuple[str, ...]:
    """A square a need, for the theme: met first, then missing, then not known."""
    lacking = {need.question for need in judged.unmet}
    open_ = set(judged.find_out) - lacking
    marks = ["missing" if n.question in lacking else "open" if n.question in open_ else "met" for n in judged.use.needs]
    return tuple(sorted(marks, key=("met", "missing", "open").index))


def _verdict(context: ReportContext, judged: UseVerdict) -> str:
    if judged.verdict == "ready" and not _all_in_place(context, judged):
        return say("Good enough")
    unknown = judged.verdict == "ready_once" and not judged.unmet
    return say("Ready once this is known") if unknown else say(VERDICTS[judged.verdict])


def _all_in_place(context: ReportContext, judged: UseVerdict) -> bool:
    """Whether nothing is missing in the controls that the use needs, even above the level needed."""
    return missing(context.result, {need.question for need in judged.use.needs}).nothing


def _together(context: ReportContext, judged: UseVerdict) -> str:
    """The work of all actions together, and when the last of them is in place."""
    if not judged.actions:
        return ""
    values = {"hours": hours(judged.hours), "done": _done(context, judged)}
    if not judged.actions[1:]:
        return say("That is {hours} of work, {done}.", **values)
    return say("Together {hours} of work, {done}.", **values)


def _done(context: ReportContext, judged: UseVerdict) -> str:
    """When all of it is in place: by the plan if all of it is there, else after so many days."""
    last = _last_day(context, judged)
    on = context.plan.date_of(last) if last else None
    return in_place(judged.fix_days) if on is None else say("in place by {day}", day=long_date(on))


def _last_day(context: ReportContext, judged: UseVerdict) -> int | None:
    """The day on which the plan has all of it in place; None if not all of it is in the plan."""
    planned = {step.key: step.finish for step in context.plan.of_kind("fix", "more")}
    days = [planned.get(action.id) for action in judged.actions]
    return None if None in days else max((day for day in days if day is not None), default=0)


def _reasons(context: ReportContext, judged: UseVerdict) -> Iterator[str]:
    if judged.has and judged.verdict != "ready":
        yield _pause(judged)
    yield from (never.because for never in judged.ruled_out)
    if judged.too_late:
        yield _too_late(judged, _left(context) or 0)
    if judged.unmet:
        yield say("In the way: {what}", what=" ".join(_missing(context, need) for need in judged.unmet))
    if judged.unmended:
        yield say("The pack names no ready-made step; agree one and write it down.")
    yield from _kept(context, judged)


def _beside(context: ReportContext, judged: UseVerdict) -> Iterator[str]:
    """Sentences about a use beside its needs: what rules it out, too little time, and what to have in place later."""
    yield from (never.because for never in judged.ruled_out)
    if judged.too_late:
        yield _too_late(judged, _left(context) or 0)
    yield from _kept(context, judged)


def _kept(context: ReportContext, judged: UseVerdict) -> Iterator[str]:
    """What holds once it is ready, and what to have in place when it starts."""
    if judged.verdict == "ready" and not _all_in_place(context, judged):
        yield say("It has the least that it needs; what is still missing there stands in the chapters.")
    elif judged.verdict == "ready":
        yield say("What it needs is in place.") if not judged.not_asked else say("Nothing stands against it.")
    if judged.not_asked:
        kept = "; ".join(_aim(context, need) for need in judged.not_asked)
        yield say("Have this in place when you start: {what}.", what=kept)


def _pause(judged: UseVerdict) -> str:
    """The advice for a use that runs although it is not ready; a pause if nothing fixes it in time."""
    if judged.verdict == "not_this_cycle":
        return say("You do this today. Pause it.")
    if not judged.unmet:
        return say("You do this today. Pause it, or find out first what follows.")
    return say("You do this today. Pause it, or put what follows in place first.")


def _too_late(judged: UseVerdict, left: int) -> str:
    return several(
        judged.days,
        "What is missing and a careful start take {n} day; {left} are left to the first ballots.",
        "What is missing and a careful start take {n} days; {left} are left to the first ballots.",
        left=left,
    )


def _missing(context: ReportContext, need: Need) -> str:
    return context.result.item(need.question).says or context.result.pack.questions[need.question].text


def _aim(context: ReportContext, need: Need) -> str:
    """A control at the level needed, in a few words."""
    item = context.result.pack.items[need.question]
    return item.strength or context.result.pack.questions[need.question].text


def _step(context: ReportContext, ground: GroundStep) -> str:
    step = ground.step
    return f"{step.step} {context.role(step.owner)}, {hours(step.hours)}."
