"""An open point in words: who may know, how long asking takes, and what depends on the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hustings.messages import listed, say, several
from hustings.pack.model import Pack
from hustings.report.document.context import ReportContext
from hustings.report.document.document_records import ShortPoint
from hustings.report.document.phrases import counted, points
from hustings.scoring.plan.phrasing.wording import minutes
from hustings.scoring.plan.questions.next_question import Stake
from hustings.scoring.result import ItemState, Result

TENTH = Fraction(1, 10)


def who_may_know(pack: Pack, stake: Stake) -> str:
    """The role that may know the answer; a general phrase if the pack names none."""
    role = stake.point.question.role
    return next((one.title for one in pack.questionnaire.roles if one.id == role), "") or say("whoever knows")


def together(stakes: Sequence[Stake]) -> Fraction:
    """The minutes to ask all of them."""
    return sum((stake.point.question.minutes for stake in stakes), Fraction())


def hangs(stake: Stake) -> str:
    """What depends on it: gates, the band, points, and questions that wait for it."""
    return " ".join(_hangs(stake))


def _hangs(stake: Stake) -> Iterator[str]:
    if stake.point.reason == "disputed":
        yield say("The room differed, so the room decides.")
    if stake.point.gates:
        titles = listed(tuple(f"“{gate.gate.title}”" for gate in stake.point.gates))
        yield several(
            len(stake.point.gates),
            "Decides the deal-breaker {gates}.",
            "Decides the deal-breakers {gates}.",
            gates=titles,
        )
    yield _moves(stake)
    if waiting := len(stake.point.waiting):
        yield several(waiting, "{n} more thing waits for it.", "{n} more things wait for it.")


def _moves(stake: Stake) -> str:
    """How far the answer alone changes the index."""
    if stake.points >= TENTH and stake.bands[1:]:
        low, high = stake.bands[0].title, stake.bands[-1].title
        return say("Up to {points}: {low} or {high}.", points=points(stake.points), low=low, high=high)
    if stake.points >= TENTH:
        return say("Up to {points}.", points=points(stake.points))
    if stake.behind_cap >= TENTH:
        return say("Up to {points} once no deal-breaker holds the index down.", points=points(stake.behind_cap))
    return say("By itself it hardly moves the index.")


# --- on page one -------------------------------------------------------------------------------------------


def short_point(context: ReportContext, stake: Stake) -> ShortPoint:
    """A line of page one under “Find out first”, with the step of the plan that asks it."""
    pack, question = context.result.pack, stake.point.question
    who = f"{who_may_know(pack, stake)}, {minutes(question.minutes)}"
    asking = next((s for s in context.plan.of_kind("find_out") if question.id in s.about), None)
    step = "" if asking is None else say("step {number}", number=asking.number)
    return ShortPoint(question.text, ", ".join(filter(None, (who, step))), hangs(stake))


def more_to_find_out(count: int) -> str:
    """How many more open points there are, after those that are listed."""
    if count <= 0:
        return ""
    return counted(
        count,
        "{n} more thing to find out under “To find out”.",
        "{n} more things to find out under “To find out”.",
    )


def how_much(context: ReportContext) -> str:
    """How much is not known, and whether the band depends on it."""
    result = context.result
    count = len(result.open_points)
    split = sum(i.state is ItemState.UNRESOLVED and i.question.id not in _asked_for(result) for i in context.items)
    if count + split == 0:
        return say("Every question that counts is answered.")
    sentence = f"{_still_open(count)}{_split(split)}."
    if result.certain:
        return f"{sentence} {say('That cannot change the band.')}"
    worst, best = result.band_lo.title, result.band_hi.title
    return f"{sentence} {say('What is open decides between {worst} and {best}.', worst=worst, best=best)}"


def _asked_for(result: Result) -> set[str]:
    """The questions that are already among the open points."""
    return {point.question.id for point in result.open_points}


def _still_open(count: int) -> str:
    if not count:
        return say("No answer is open")
    return counted(count, "{n} thing is not known yet", "{n} things are not known yet")


def _split(count: int) -> str:
    if not count:
        return ""
    phrase = several(count, "on {n} question the group did not agree", "on {n} questions the group did not agree")
    return f"; {phrase}"
