"""What AI can do for this campaign: a verdict on each use, with its reason and what comes first. Never in the score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hustings.pack.values import Need
from hustings.report.assessed import Assessed
from hustings.report.words import hours
from hustings.scoring.uses import GroundStep, UseVerdict, Verdict, groundwork, uses
from hustings.wording import english, say, several

VERDICTS: dict[Verdict, str] = {
    "ready": english("Ready"),
    "ready_once": english("Ready once this is in place"),
    "not_this_cycle": english("Not this cycle"),
}


@dataclass(frozen=True, slots=True)
class UseLine:
    """One use. `kind` is its verdict, for the look alone; `first`: what to do; `find_out`: what to ask."""

    title: str
    kind: Verdict
    verdict: str
    says: tuple[str, ...]
    first: tuple[str, ...]
    find_out: tuple[str, ...]
    gives: str
    touches: str


@dataclass(frozen=True, slots=True)
class Offers:
    says: str
    uses: tuple[UseLine, ...]
    groundwork: tuple[str, ...]


def offers(on: Assessed) -> Offers | None:
    """The chapter; None if the pack judges no uses."""
    if not on.result.pack.uses:
        return None
    judged = uses(on.result.pack, on.result, _left(on))
    return Offers(
        says=_says(judged),
        uses=tuple(_line(on, verdict) for verdict in judged),
        groundwork=tuple(_step(on, step) for step in groundwork(on.result.pack, on.result) if step.enough is False),
    )


def _left(on: Assessed) -> int | None:
    if on.first_ballots is None or on.advice.until == "over":
        return None
    return (on.first_ballots - on.on).days


def _says(judged: tuple[UseVerdict, ...]) -> str:
    if judged:
        return say("Each use that you have or want, judged by itself. None of this counts in the score.")
    return say(
        "You neither use AI nor want to. That is no result by itself: the fakes of others and your own data remain, "
        "and the chapters before this one are about them."
    )


def _line(on: Assessed, judged: UseVerdict) -> UseLine:
    return UseLine(
        title=judged.use.title,
        kind=judged.verdict,
        verdict=say(VERDICTS[judged.verdict]),
        says=tuple(_reasons(on, judged)),
        first=tuple(f"{a.title} {on.role(a.owner)}, {hours(a.hours)}." for a in judged.actions),
        find_out=tuple(on.result.pack.questions[name].text for name in judged.find_out),
        gives=judged.use.gives,
        touches=judged.use.touches,
    )


def _reasons(on: Assessed, judged: UseVerdict) -> Iterator[str]:
    if judged.has and judged.verdict != "ready":
        yield say("You do this today. Pause it, or put what follows in place first.")
    yield from (never.because for never in judged.ruled_out)
    if judged.too_late:
        left = max(_left(on) or 0, 0)
        yield several(
            judged.days,
            "What is missing and a careful start take {n} day; {left} are left to the first ballots.",
            "What is missing and a careful start take {n} days; {left} are left to the first ballots.",
            left=left,
        )
    yield from (_missing(on, need) for need in judged.unmet)
    if judged.verdict == "ready":
        yield say("What it needs is in place.") if not judged.not_asked else say("Nothing stands against it.")
    if judged.not_asked:
        kept = "; ".join(_aim(on, need) for need in judged.not_asked)
        yield say("Have this in place when you start: {what}.", what=kept)


def _missing(on: Assessed, need: Need) -> str:
    item = on.result.pack.items[need.question]
    return item.finding or on.result.pack.questions[need.question].text


def _aim(on: Assessed, need: Need) -> str:
    """A control at the level that is asked for, in a few words."""
    item = on.result.pack.items[need.question]
    return item.strength or on.result.pack.questions[need.question].text


def _step(on: Assessed, ground: GroundStep) -> str:
    step = ground.step
    return f"{step.step} {on.role(step.owner)}, {hours(step.hours)}."
