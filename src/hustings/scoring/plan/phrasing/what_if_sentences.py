"""A what-if in lines: what is taken to be so, index and band before and after, deal-breakers, and the plan."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.answers.display import answer_in_words, read_back
from hustings.messages import english, say, several
from hustings.pack.model import GateStatus
from hustings.scoring.plan.phrasing.wording import hours, line, number
from hustings.scoring.plan.steps import Plan
from hustings.scoring.plan.what_if import ChangedAnswer, ChangedGate, WhatIf
from hustings.scoring.result import Result, truncated

TENTH = Fraction(1, 10)
STATUS: dict[GateStatus, str] = {
    "met": english("met"),
    "not_met": english("not met"),
    "open": english("open"),
    "no_concern": english("of no concern"),
}


def what_if_lines(what_if: WhatIf) -> Iterator[str]:
    """The lines of a what-if, in the order in which they are printed."""
    yield say("If it were so:")
    yield from (f"  {change_line(what_if, change)}" for change in what_if.changes)
    yield ""
    yield say("Before: {standing}", standing=standing(what_if.before))
    yield say("After: {standing}", standing=standing(what_if.after))
    yield from together_lines(what_if)
    yield from (gate_line(gate) for gate in what_if.gates)
    yield from ("", *_plans(what_if), "", say("Nothing is saved: the case stays as it is."))


def change_line(what_if: WhatIf, change: ChangedAnswer) -> str:
    """One answer that is taken to be another."""
    before, after = (answer_in_words(change.question, answer, read_back) for answer in (change.before, change.after))
    if change.same:
        return f"{change.question.text} {after} {say('That is the answer already, so it changes nothing.')}"
    said = say("{question} {after} (now: {before})", question=change.question.text, after=after, before=before)
    if not change.counts:
        return f"{said} {say('It does not apply with these answers, so it changes nothing.')}"
    if len(what_if.changes) == 1 or _hidden(what_if):
        return said
    return f"{said} {say('Alone: {points}.', points=signed(change.alone))}"


def _hidden(what_if: WhatIf) -> bool:
    """Whether too little is known, before or after, for one number."""
    return what_if.before.provisional or what_if.after.provisional


def standing(result: Result) -> str:
    """Index and band in one sentence; only the interval while too little is known."""
    low, high = truncated(result.index.lo), truncated(result.index.hi)
    if result.provisional:
        bands = (
            result.band_lo.title
            if result.certain
            else say("{low} to {high}", low=result.band_lo.title, high=result.band_hi.title)
        )
        return say("between {low} and {high} out of 100 ({bands}).", low=low, high=high, bands=bands)
    index, band = truncated(result.index.pt), result.band.title
    if low == high:
        return say("{index} out of 100, {band}.", index=index, band=band)
    return say("{index} out of 100, {band} (between {low} and {high}).", index=index, band=band, low=low, high=high)


def signed(points: Fraction) -> str:
    """Index points with their sign, cut to one decimal: +6.2, −3, or 0."""
    if abs(points) < TENTH:
        return "0"
    return f"{'+' if points > 0 else '−'}{number(abs(points))}"


def together_lines(what_if: WhatIf) -> Iterator[str]:
    """By how many points the index changes, and what the answers bring beyond each alone."""
    if _hidden(what_if):
        return
    yield say("Difference: {points}.", points=signed(what_if.points))
    if what_if.beyond >= TENTH:
        yield say(
            "Together they bring {points} more than the sum of each alone: one makes the other worth more.",
            points=number(what_if.beyond),
        )


def gate_line(gate: ChangedGate) -> str:
    """A deal-breaker that changes."""
    return say(
        "Deal-breaker “{gate}”: {before} before, {after} after.",
        gate=gate.after.gate.title,
        before=say(STATUS[gate.before.status]),
        after=say(STATUS[gate.after.status]),
    )


def _plans(what_if: WhatIf) -> Iterator[str]:
    """The plans in numbers, and the steps by which they differ."""
    yield say("Plan before: {plan}", plan=plan_size(what_if.plan_before))
    yield say("Plan after: {plan}", plan=plan_size(what_if.plan_after))
    if removed := what_if.removed:
        yield say("No longer in it:")
        yield from (f"  {line(what_if.before.pack, what_if.plan_before, step)}" for step in removed)
    if added := what_if.added:
        yield say("New in it:")
        yield from (f"  {line(what_if.after.pack, what_if.plan_after, step)}" for step in added)


def plan_size(plan: Plan) -> str:
    """How many steps, and hours."""
    return several(len(plan.steps), "{n} step, {hours}.", "{n} steps, {hours}.", hours=hours(plan.hours))
