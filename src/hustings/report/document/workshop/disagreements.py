"""The chapter "Where you disagreed": the disputed questions, in the order of their effect (method.md 2.7).

The words of a minority are always printed. Of many questions on which a decision was reached as voted, those that
change least stand only in the decision log, with their votes and words.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.messages import english, say, several
from hustings.pack.model import Pack
from hustings.report.charts.open_votes import open_votes
from hustings.report.charts.primitives.drawing import Drawing
from hustings.report.charts.vote_dots import vote_dots
from hustings.report.document.context import ReportContext
from hustings.report.document.phrases import counted, points, share
from hustings.report.document.workshop.decision_log import decision_log
from hustings.report.document.workshop.feedback_line import feedback_line
from hustings.report.document.workshop.vote_phrases import by_role, by_when, chip, effect, line, range_of, voted
from hustings.report.document.workshop.workshop_records import (
    AreaBar,
    BarPart,
    Disagreements,
    DisagreementText,
    Workshop,
)
from hustings.scoring.ledger.index import worded
from hustings.scoring.result import Result, truncated
from hustings.scoring.workshop.disagreement import Area, Disagreement, QuestionHistory
from hustings.scoring.workshop.vote_outcome import STATUS, Status

MOST = 12
"""How many questions stand in the chapter, beside those that are still open or were decided otherwise: two pages."""
WIDTH = 500
"""The width of a bar of votes."""


def workshop(context: ReportContext) -> Workshop | None:
    """What the report says of the workshop; None if there was none."""
    disagreement = context.room
    if disagreement is None:
        return None
    disputes, only_logged = _divided(disagreement.not_agreed)
    chapter = Disagreements(
        headline=_left(len(disagreement.disputed)),
        says=(*_says(context.result, disagreement), *_where_the_others_are(len(only_logged))),
        chart=_chart(context.result, disagreement),
        disputes=tuple(_dispute(context.result.pack, one) for one in disputes),
        areas=tuple(_area(area) for area in disagreement.areas),
        parked=disagreement.parked,
    )
    return Workshop(line(disagreement), chapter, decision_log(disagreement))


def _divided(
    not_agreed: tuple[QuestionHistory, ...],
) -> tuple[tuple[QuestionHistory, ...], tuple[QuestionHistory, ...]]:
    """Those that stand in the chapter, and those that stand in the decision log only; the largest effect first."""
    logged = tuple(
        one for one in not_agreed[MOST:] if one.decision is not None and not one.left_open and not one.otherwise
    )
    return tuple(one for one in not_agreed if one not in logged), logged


def _where_the_others_are(count: int) -> Iterator[str]:
    if count:
        yield counted(
            count,
            "{n} more, which was decided and changes less, stands in the decision log with its votes and reasons.",
            "{n} more, which were decided and change less, stand in the decision log with their votes and reasons.",
        )


def _says(result: Result, disagreement: Disagreement) -> Iterator[str]:
    yield line(disagreement)
    if not disagreement.finished:
        yield say("The workshop has not been ended yet; this is how it stands.")
    if disagreement.ends[0] != disagreement.ends[1] and not result.split[1]:
        yield say("The interval is no wider for it: what nobody knows, or a deal-breaker, already sets its ends.")
    if against := len(disagreement.otherwise):
        yield counted(
            against,
            "{n} question was decided otherwise than voted; vote and decision both stand below.",
            "{n} questions were decided otherwise than voted; vote and decision both stand below.",
        )
    if any(one.status is Status.AGREED and one.rounds[-1].weak for one in disagreement.heard):
        yield say(
            "With three or four votes “Agreed” is weak evidence: random votes agree so in up to one case of nine."
        )
    if disagreement.feedback:
        yield feedback_line(disagreement.feedback)


def _left(count: int) -> str:
    if not count:
        return say("There is nothing left on which respondents differed.")
    return counted(
        count,
        "{n} question is left on which respondents differed.",
        "{n} questions are left on which respondents differed; what changes most comes first.",
    )


# --- the interval ------------------------------------------------------------------------------------------


def _chart(result: Result, disagreement: Disagreement) -> Drawing | None:
    """The interval in three parts; None where no vote widens it."""
    unknown, votes = result.split
    if not votes:
        return None
    low, high = truncated(result.index.lo), truncated(result.index.hi)
    says = say("The interval from {low} to {high}. {says}", low=low, high=high, says=_in_words(unknown, votes))
    return open_votes(result, disagreement.settled, says)


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


def _dispute(pack: Pack, history: QuestionHistory) -> DisagreementText:
    return DisagreementText(
        question=history.question.text,
        votes=_votes(history),
        chip=chip(history),
        answer=_answer(history),
        voted=_voted(history),
        range=range_of(history.question, history.rounds[-1]) if history.rounds and _told(history) else "",
        effect=effect(history.effect),
        reasons=tuple(_reasons(history)),
        settle="; ".join(fetch.text for fetch in history.fetched) or history.question.evidence,
        who=_who(history),
        by_role=by_role(pack, history),
    )


def _votes(history: QuestionHistory) -> Drawing | None:
    """The votes as marks; none where too few, overruled by a decision, may not be described."""
    if not history.rounds or not _told(history):
        return None
    value = history.decision.answer.value if history.decision is not None and not history.left_open else None
    return vote_dots(history.question, history.rounds, value if isinstance(value, str) else "")


def _answer(history: QuestionHistory) -> str:
    if history.decision is None:
        return say("Not decided.")
    if history.later:
        return say("Answered later, outside the workshop.")
    return (
        say("Left open.")
        if history.left_open
        else say("Decided: {answer}", answer=worded(history.question, history.decision.answer))
    )


def _told(history: QuestionHistory) -> bool:
    """Whether the votes may be described; too few of them, overruled by a decision, may not."""
    return history.rounds[-1].shown or history.disputed


def _voted(history: QuestionHistory) -> str:
    """The outcome of the votes, if the decision differs from it."""
    if history.decision is None or not history.otherwise:
        return ""
    return say("The votes said: {answer}", answer=voted(history.question, history.decision, history.rounds))


def _reasons(history: QuestionHistory) -> Iterator[str]:
    """The rationale, the dissent and the notes, as they were written."""
    made = history.decision
    if made is not None and made.rationale:
        template = english("Left open because: {reason}") if history.left_open else english("For the answer: {reason}")
        yield say(template, reason=made.rationale)
    against = made.dissent_text if made is not None else ""
    if against:
        yield say("Held against it: {reason}", reason=against)
    yield from (
        say("Said in the room: {reason}", reason=note) for note in dict.fromkeys(history.notes) if note != against
    )


def _who(history: QuestionHistory) -> str:
    """Who brings the evidence and by when, or that nobody does if it is still missing."""
    asked = [(fetch.owner, fetch.due) for fetch in history.fetched]
    asked += [(history.decision.owner, history.decision.due)] if history.decision else []
    named = dict.fromkeys(by_when(owner, due) for owner, due in asked if owner or due)
    return "; ".join(named) or (say("Nobody has taken it on yet.") if history.left_open else "")


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
    """How far votes moved between the rounds; far without evidence suggests that people gave way."""
    if area.movement is None:
        return ""
    sentence = several(
        area.moved,
        "On {n} question that was voted on twice, votes moved by {steps} steps on average.",
        "On {n} questions that were voted on twice, votes moved by {steps} steps on average.",
        steps=truncated(area.movement),
    )
    if not area.unseen:
        return sentence
    one = english("On {n} of them they moved far without new evidence; that can mean that people gave way.")
    return f"{sentence} {say(one, n=area.unseen)}"
