"""The decision log and the appendix: counts per round, what was decided and why, agreement over all (method.md 2.7).

Nothing is left out of it but who voted: decisions that were reopened stay, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from hustings.answers.events import GRADES
from hustings.answers.workshop.records import SETTLED, Decision, DecisionKind
from hustings.messages import long_date, say, several
from hustings.report.document.workshop.vote_phrases import agreement, by_when, counts, voted
from hustings.report.document.workshop.workshop_records import DecisionLog, LogLine
from hustings.scoring.ledger.index import worded
from hustings.scoring.result import truncated
from hustings.scoring.workshop.decisions import DecisionRecord
from hustings.scoring.workshop.disagreement import Disagreement, QuestionHistory
from hustings.scoring.workshop.rounds import Alpha, Round


def decision_log(room: Disagreement) -> DecisionLog:
    """The chapter “Decision log”: every decision in order, then the questions without one."""
    heard = {one.question.id: one for one in room.heard}
    return DecisionLog(
        lines=tuple(_line(heard[logged.question], logged) for logged in room.log),
        undecided=tuple(_undecided(one) for one in room.heard if one.decision is None),
        alphas=tuple(_alpha(one) for one in room.alphas),
        read=_read(),
    )


def _line(heard: QuestionHistory, logged: DecisionRecord) -> LogLine:
    made = logged.decision
    return LogLine(
        question=heard.question.text,
        when=long_date(logged.at.date()),
        answer=f"{worded(heard.question, made.answer)} ({say(SETTLED[made.settled])})",
        voted=_voted(heard, logged),
        votes=_votes(heard, _known(heard, logged)),
        beside=tuple(_beside(heard, logged)),
    )


def _voted(heard: QuestionHistory, logged: DecisionRecord) -> str:
    """What the votes said, beside a decision that is something else."""
    if logged.decision.settled is not DecisionKind.OTHERWISE:
        return ""
    return say("The votes said: {answer}", answer=voted(heard.question, logged.decision, _known(heard, logged)))


def _undecided(heard: QuestionHistory) -> LogLine:
    notes = tuple(say("Note: {note}", note=note) for note in heard.notes)
    return LogLine(heard.question.text, "", say("not decided"), "", _votes(heard, heard.rounds), notes)


def _known(heard: QuestionHistory, logged: DecisionRecord) -> tuple[Round, ...]:
    """The rounds that the room had seen when it decided."""
    return tuple(one for one in heard.rounds if one.number <= len(logged.seen))


def _votes(heard: QuestionHistory, seen: tuple[Round, ...]) -> tuple[str, ...]:
    if not seen:
        return (say("No vote."),)
    rounds = (say("Round {number}: {counts}", number=one.number, counts=counts(heard.question, one)) for one in seen)
    return (agreement(seen), *rounds)


def _beside(heard: QuestionHistory, logged: DecisionRecord) -> Iterator[str]:
    made = logged.decision
    if logged.reopened:
        yield say("Opened again later: {why}", why=logged.why)
    elif heard.later:
        yield say("The answer was changed later, outside the workshop.")
    if made.rationale:
        yield say("Because: {reason}", reason=made.rationale)
    yield from _dissent(heard, made)
    yield from (say("Note: {note}", note=note) for note in heard.notes if not logged.reopened)
    yield from _evidence(heard, made)


def _dissent(heard: QuestionHistory, made: Decision) -> Iterator[str]:
    """How many objected is told where how the votes lie may be told; what they wanted written down is always told."""
    if made.dissent and heard.rounds and heard.rounds[-1].shown:
        yield several(made.dissent, "{n} person objected.", "{n} people objected.")
    elif made.dissent:
        yield say("There was an objection.")
    if made.dissent_text:
        yield say("Objection: {text}", text=made.dissent_text)


def _evidence(heard: QuestionHistory, made: Decision) -> Iterator[str]:
    if made.answer.grade or made.answer.reference:
        seen = f": {made.answer.reference}" if made.answer.reference else ""
        graded = f"E{made.answer.grade}, {say(GRADES[made.answer.grade])}{seen}"
        yield say("Evidence: {evidence}", evidence=graded)
    if made.owner or made.due:
        yield say("Evidence comes from {who}.", who=by_when(made.owner, made.due))
    for fetch in heard.fetched:
        who = by_when(fetch.owner, fetch.due)
        yield say("To bring: {what} ({who}).", what=fetch.text, who=who)


def _alpha(one: Alpha) -> str:
    if one.figure is None:
        return say(
            "{n} questions share a scale of {steps} steps. Everybody voted the same on them, so alpha is not defined.",
            n=one.questions,
            steps=len(one.rungs),
        )
    return say(
        "Alpha is {alpha} over {n} questions that share a scale of {steps} steps.",
        alpha=truncated(one.figure, 2),
        n=one.questions,
        steps=len(one.rungs),
    )


def _read() -> tuple[str, ...]:
    """How the figures are read."""
    return (
        say(
            "Votes are private, and single votes are deleted when a workshop ends. How they lie is told from three on."
        ),
        say(
            "L says how near the votes lie to the middle one: 1 is unanimous, 0 is half at each end of the scale. "
            "Agreed takes L of 0.80 or more, votes at most one step apart and on the same side of every deal-breaker; "
            "split is L under 0.50, or a third of the votes in each half. Without a scale, agreed takes three quarters "
            "of the votes for one answer."
        ),
        say(
            "Krippendorff's alpha says over eight or more questions how far the first votes agree beyond chance: "
            "from 0.80 on well, below 0.67 poorly."
        ),
    )
