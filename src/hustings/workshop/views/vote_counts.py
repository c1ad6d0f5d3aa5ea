"""What pages show of the votes: how many have voted while a vote runs, and the counts of the rounds that were shown.

Before the reveal nothing here depends on what was voted.
"""

from __future__ import annotations

from fractions import Fraction

from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.state import QuestionPhase, QuestionState
from hustings.answers.workshop.workshop_log import SAID, DecisionKind, VoteKind
from hustings.messages import say, several
from hustings.pack.questionnaire import Question
from hustings.scoring.result import truncated
from hustings.scoring.workshop.decisions import by_counts
from hustings.scoring.workshop.vote_outcome import FEWEST, STATUS, Status, VoteOutcome
from hustings.workshop.session.session import Session
from hustings.workshop.views.view import View


def counted(session: Session, topic: QuestionState) -> tuple[int, int]:
    """How many have voted in the open round, and how many may."""
    cast = len(session.votes(topic)) + topic.entered.cast
    return cast, max(cast, len(session.voters()))


def counted_text(session: Session, topic: QuestionState) -> str:
    """How many have voted, of how many."""
    if topic.phase is not QuestionPhase.OPEN:
        return ""
    cast, everybody = counted(session, topic)
    return say("{cast} of {all} have voted", cast=cast, all=everybody)


def all_in_text(cast: int) -> str:
    """That nobody's vote is missing, by how many there are."""
    match cast:
        case 1:
            return say("The vote is in")
        case 2:
            return say("Both votes are in")
        case _:
            return say("All {n} votes are in", n=cast)


def tally_view(question: Question, votes: Ballots, outcome: VoteOutcome, title: str = "") -> View:
    """The counts of a shown round. With fewer than three votes there are no bars, only whether they differ."""
    view = {
        "title": title,
        "votes": several(votes.heard, "{n} vote", "{n} votes"),
        "heard": votes.heard,
        "abstained": several(votes.abstained, "{n} said: not my area", "{n} said: not my area")
        if votes.abstained
        else "",
        "status": outcome.status.value,
        "chip": say(STATUS[outcome.status]),
        "agreement": _agreement(outcome),
    }
    if votes.heard < FEWEST:
        differ = say("The votes differ.") if outcome.discuss else say("The votes do not differ.")
        return {**view, "bars": [], "few": say("Too few votes for a picture. {differ}", differ=differ)}
    return {**view, "bars": _bars(question, votes), "few": ""}


def _agreement(outcome: VoteOutcome) -> str:
    if outcome.agreement is None or outcome.status is Status.FEW:
        return ""
    return say("agreement {percent} %", percent=truncated(outcome.agreement * 100, 0))


def _bars(question: Question, votes: Ballots) -> list[View]:
    bars = [(f"option {choice.id}", choice.text, votes.count(choice.id)) for choice in question.choices]
    bars.append((VoteKind.DONT_KNOW.value, say(SAID[VoteKind.DONT_KNOW]), votes.dont_know))
    if votes.not_applicable:
        bars.append((VoteKind.NOT_APPLICABLE.value, say(SAID[VoteKind.NOT_APPLICABLE]), votes.not_applicable))
    return [
        {"id": name, "text": text, "count": count, "share": float(Fraction(count, votes.heard))}
        for name, text, count in bars
    ]


def rounds_view(session: Session, question: Question, topic: QuestionState) -> list[View]:
    """Every round that was shown, oldest first; with titles if there is more than one."""
    titles = [say("Round {n}", n=number) if topic.round > 1 else "" for number in range(1, len(topic.seen) + 1)]
    return [
        tally_view(question, votes, session.outcome_of(topic.question, votes), title)
        for votes, title in zip(topic.seen, titles, strict=True)
    ]


VOTING = (QuestionPhase.OPEN, QuestionPhase.CLOSED)
"""Phases of a running vote: the outcome of an earlier round does not count then."""


def vote_status(session: Session, topic: QuestionState) -> Status | None:
    """The status of a question's votes; None while a vote is running or before the first."""
    question, outcome = session.pack.questions.get(topic.question), session.latest_outcome(topic)
    if question is None or outcome is None or topic.phase in VOTING:
        return None
    decision = topic.decision and by_counts(session.pack, question, topic.seen, topic.decision)
    return Status.OTHERWISE if decision and decision.settled is DecisionKind.OTHERWISE else outcome.status
