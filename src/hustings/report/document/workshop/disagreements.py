"""The chapter "Where you disagreed": what people differed on, in the order of what it changes (method.md 2.7).

Respondents differ; nobody is wrong. What a minority wanted written down is always printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.messages import english, say, several
from hustings.report.charts.positions import LEFT, WIDTH
from hustings.report.document.context import ReportContext
from hustings.report.document.phrases import counted, points, share
from hustings.report.document.workshop.decision_log import decision_log
from hustings.report.document.workshop.vote_phrases import by_when, chip, effect, line, range_of, voted
from hustings.report.document.workshop.workshop_records import (
    AreaBar,
    BarPart,
    Disagreements,
    DisagreementText,
    OpenChart,
    Workshop,
)
from hustings.scoring.ledger.index import worded
from hustings.scoring.result import Result, truncated
from hustings.scoring.workshop.disagreement import Area, Disagreement, QuestionHistory
from hustings.scoring.workshop.vote_outcome import STATUS, Status


def workshop(on: ReportContext) -> Workshop | None:
    """What the report says of the workshop; None if there was none."""
    room = on.room
    if room is None:
        return None
    chapter = Disagreements(
        says=tuple(_says(on.result, room)),
        chart=_chart(on.result, room),
        disputes=tuple(_dispute(one) for one in room.not_agreed),
        areas=tuple(_area(area) for area in room.areas),
        parked=room.parked,
    )
    return Workshop(line(room), chapter, decision_log(room))


def _says(result: Result, room: Disagreement) -> Iterator[str]:
    yield line(room)
    if not room.finished:
        yield say("The workshop has not been ended yet; this is how it stands.")
    if room.ends[0] != room.ends[1] and not result.split[1]:
        yield say("The interval is no wider for it: what nobody knows, or a deal-breaker, already sets its ends.")
    yield _left(len(room.disputed))
    if against := len(room.otherwise):
        yield counted(
            against,
            "{n} question was decided otherwise than voted; vote and decision both stand below.",
            "{n} questions were decided otherwise than voted; vote and decision both stand below.",
        )
    if any(one.status is Status.AGREED and one.rounds[-1].weak for one in room.heard):
        yield say(
            "With three or four votes “Agreed” is weak evidence: random votes agree so in up to one case of nine."
        )


def _left(count: int) -> str:
    if not count:
        return say("There is nothing left on which respondents differed.")
    return counted(
        count,
        "{n} question is left on which respondents differed.",
        "{n} questions are left on which respondents differed; what changes most comes first.",
    )


# --- the interval ------------------------------------------------------------------------------------------


def _chart(result: Result, room: Disagreement) -> OpenChart | None:
    """The interval in three parts; None where no vote widens it."""
    unknown, votes = result.split
    if not votes:
        return None
    ends = (result.index.lo, room.settled.lo, room.settled.hi, result.index.hi)
    low, high = truncated(result.index.lo), truncated(result.index.hi)
    says = say("The interval from {low} to {high}. {says}", low=low, high=high, says=_in_words(unknown, votes))
    places = [LEFT + end * WIDTH / 100 for end in ends]
    return OpenChart(
        low_x=_text(places[0]),
        low_width=_text(places[1] - places[0]),
        known_x=_text(places[1]),
        known_width=_text(places[2] - places[1]),
        high_x=_text(places[2]),
        high_width=_text(places[3] - places[2]),
        says=says,
    )


def _in_words(unknown: Fraction, votes: Fraction) -> str:
    if not unknown:
        return say("All of the interval, {votes}, hangs on votes that were left open.", votes=points(votes))
    return say(
        "{votes} of the interval hang on votes that were left open (outlined), {unknown} on what nobody knows (solid).",
        votes=points(votes),
        unknown=points(unknown),
    )


def _text(number: Fraction) -> str:
    return f"{float(round(number, 2)):g}"


# --- the table ---------------------------------------------------------------------------------------------


def _dispute(heard: QuestionHistory) -> DisagreementText:
    return DisagreementText(
        question=heard.question.text,
        chip=chip(heard),
        answer=_answer(heard),
        voted=_voted(heard),
        range=range_of(heard.question, heard.rounds[-1]) if heard.rounds and _told(heard) else "",
        effect=effect(heard.effect),
        reasons=tuple(_reasons(heard)),
        settle="; ".join(fetch.text for fetch in heard.fetched) or heard.question.evidence,
        who=_who(heard),
    )


def _answer(heard: QuestionHistory) -> str:
    if heard.decision is None:
        return say("Not decided.")
    if heard.later:
        return say("Answered later, outside the workshop.")
    return (
        say("Left open.")
        if heard.left_open
        else say("Decided: {answer}", answer=worded(heard.question, heard.decision.answer))
    )


def _told(heard: QuestionHistory) -> bool:
    """Few votes against which something was decided need not differ."""
    return heard.rounds[-1].shown or heard.disputed


def _voted(heard: QuestionHistory) -> str:
    """What the votes said, beside a decision that is something else."""
    if heard.decision is None or not heard.otherwise:
        return ""
    return say("The votes said: {answer}", answer=voted(heard.question, heard.decision, heard.rounds))


def _reasons(heard: QuestionHistory) -> Iterator[str]:
    """Why it was answered so, what was held against it, and what the room wanted known; always as it was written."""
    made = heard.decision
    if made is not None and made.rationale:
        said = english("Left open because: {reason}") if heard.left_open else english("For the answer: {reason}")
        yield say(said, reason=made.rationale)
    against = made.dissent_text if made is not None else ""
    if against:
        yield say("Held against it: {reason}", reason=against)
    yield from (
        say("Said in the room: {reason}", reason=note) for note in dict.fromkeys(heard.notes) if note != against
    )


def _who(heard: QuestionHistory) -> str:
    """Who brings the evidence, and by when; that nobody does is said only where it is still missed."""
    asked = [(fetch.owner, fetch.due) for fetch in heard.fetched]
    asked += [(heard.decision.owner, heard.decision.due)] if heard.decision else []
    named = dict.fromkeys(by_when(owner, due) for owner, due in asked if owner or due)
    return "; ".join(named) or (say("Nobody has taken it on yet.") if heard.left_open else "")


# --- areas -------------------------------------------------------------------------------------------------


def _area(area: Area) -> AreaBar:
    named = [f"{say(STATUS[status])} {share(part)}" for status, part in area.shares if part]
    says = ", ".join(named)
    about = several(area.questions, "{n} question, by weight", "{n} questions, by weight")
    return AreaBar(
        title=area.domain.title,
        alt=f"{area.domain.title}: {says}",
        parts=tuple(_parts(area)),
        says=f"{says} ({about}).",
        moved=_moved(area),
    )


def _parts(area: Area) -> Iterator[BarPart]:
    start = Fraction()
    for status, part in area.shares:
        if part:
            yield BarPart(str(status), _text(start * WIDTH), _text(part * WIDTH))
        start += part


def _moved(area: Area) -> str:
    """How far votes moved between the rounds; far without evidence hints at people giving way."""
    if area.movement is None:
        return ""
    said = several(
        area.moved,
        "On {n} question that was voted on twice, votes moved by {steps} steps on average.",
        "On {n} questions that were voted on twice, votes moved by {steps} steps on average.",
        steps=truncated(area.movement),
    )
    if not area.unseen:
        return said
    one = english("On {n} of them they moved far without new evidence; that can mean that people gave way.")
    return f"{said} {say(one, n=area.unseen)}"
