"""The decision log and the appendix: counts per round, what was decided and why, agreement over all (method.md 2.7).

Only the voters are left out: reopened decisions are included, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from hustings.answers.events import GRADES
from hustings.answers.workshop.workshop_log import SETTLED, Decision, DecisionKind
from hustings.messages import long_date, say, several
from hustings.report.document.workshop.vote_phrases import agreement, by_when, counts, voted
from hustings.report.document.workshop.workshop_records import DecisionLog, LogLine
from hustings.scoring.ledger.index import worded
from hustings.scoring.result import truncated
from hustings.scoring.workshop.decisions import DecisionRecord
from hustings.scoring.workshop.disagreement import Disagreement, QuestionHistory
from hustings.scoring.workshop.rounds import Alpha, Round


def decision_log(disagreement: Disagreement) -> DecisionLog:
    """The chapter “Decision log”: every decision in order, then the questions without one."""
    by_question = {one.question.id: one for one in disagreement.heard}
    return DecisionLog(
        headline=_headline(disagreement),
        lines=tuple(_line(by_question[logged.question], logged) for logged in disagreement.log),
        undecided=tuple(_undecided(one) for one in disagreement.heard if one.decision is None),
        alphas=tuple(_alpha(one) for one in disagreement.alphas),
        read=_read(),
    )


def _headline(disagreement: Disagreement) -> str:
    """How many decisions were made, how many of them otherwise than voted, and how many questions have none."""
    sentences = [several(len(disagreement.log), "{n} decision was made.", "{n} decisions were made.")]
    if against := len(disagreement.otherwise):
        sentences.append(several(against, "{n} is not what was voted.", "{n} are not what was voted."))
    if left := sum(one.decision is None for one in disagreement.heard):
        sentences.append(several(left, "{n} question was left undecided.", "{n} questions were left undecided."))
    return " ".join(sentences)


def _line(history: QuestionHistory, logged: DecisionRecord) -> LogLine:
    made = logged.decision
    return LogLine(
        question=history.question.text,
        when=long_date(logged.at.date()),
        answer=f"{worded(history.question, made.answer)} ({say(SETTLED[made.settled])})",
        voted=_voted(history, logged),
        votes=_votes(history, _known(history, logged)),
        beside=tuple(_beside(history, logged)),
    )


def _voted(history: QuestionHistory, logged: DecisionRecord) -> str:
    """The outcome of the votes, if the decision differs from it."""
    if logged.decision.settled is not DecisionKind.OTHERWISE:
        return ""
    return say("The votes said: {answer}", answer=voted(history.question, logged.decision, _known(history, logged)))


def _undecided(history: QuestionHistory) -> LogLine:
    notes = tuple(say("Note: {note}", note=note) for note in history.notes)
    return LogLine(history.question.text, "", say("not decided"), "", _votes(history, history.rounds), notes)


def _known(history: QuestionHistory, logged: DecisionRecord) -> tuple[Round, ...]:
    """The rounds that the room had seen when it decided."""
    return tuple(one for one in history.rounds if one.number <= len(logged.seen))


def _votes(history: QuestionHistory, seen: tuple[Round, ...]) -> tuple[str, ...]:
    if not seen:
        return (say("No vote."),)
    rounds = (say("Round {number}: {counts}", number=one.number, counts=counts(history.question, one)) for one in seen)
    return (agreement(seen), *rounds)


def _beside(history: QuestionHistory, logged: DecisionRecord) -> Iterator[str]:
    made = logged.decision
    if logged.reopened:
        yield say("Opened again later: {why}", why=logged.why)
    elif history.later:
        yield say("The answer was changed later, outside the workshop.")
    if made.rationale:
        yield say("Because: {reason}", reason=made.rationale)
    yield from _dissent(history, made)
    yield from (say("Note: {note}", note=note) for note in history.notes if not logged.reopened)
    yield from _evidence(history, made)


def _dissent(history: QuestionHistory, decision: Decision) -> Iterator[str]:
    """The number of objections if the distribution may be shown; their words always."""
    if decision.dissent and history.rounds and history.rounds[-1].shown:
        yield several(decision.dissent, "{n} person objected.", "{n} people objected.")
    elif decision.dissent:
        yield say("There was an objection.")
    if decision.dissent_text:
        yield say("Objection: {text}", text=decision.dissent_text)


def _evidence(history: QuestionHistory, decision: Decision) -> Iterator[str]:
    if decision.answer.grade or decision.answer.reference:
        seen = f": {decision.answer.reference}" if decision.answer.reference else ""
        graded = f"E{decision.answer.grade}, {say(GRADES[decision.answer.grade])}{seen}"
        yield say("Evidence: {evidence}", evidence=graded)
    if decision.owner or decision.due:
        yield say("Evidence comes from {who}.", who=by_when(decision.owner, decision.due))
    for fetch in history.fetched:
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
    """How to read the figures."""
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
