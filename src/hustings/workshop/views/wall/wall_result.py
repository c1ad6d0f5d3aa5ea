"""What the room said, for the projector: the finding, a row for each answer, and the decision beside the vote."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.state import QuestionState
from hustings.answers.workshop.workshop_log import SAID, Decision, DecisionKind, VoteKind
from hustings.messages import english, long_date, say, several
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.result import truncated
from hustings.scoring.workshop.consequence import Consequence
from hustings.scoring.workshop.decisions import by_counts
from hustings.scoring.workshop.vote_outcome import FEWEST, Status, VoteOutcome, ladder, proposed
from hustings.workshop.session.agenda.agenda import effect
from hustings.workshop.session.practice_vote import PRACTICE
from hustings.workshop.session.session import Session
from hustings.workshop.views.page_state import answer_text, ends_in_words, points_text
from hustings.workshop.views.view import View

# --- rows ------------------------------------------------------------------------------------------------------


def rows_view(session: Session, pack: Pack, question: Question, topic: QuestionState, *, last: bool = False) -> View:
    """A row for each answer, with its count in each round; `last`: only of the last round.

    With fewer than three votes in a round there are no rows.
    """
    seen = topic.seen[-1:] if last else topic.seen
    if any(votes.heard < FEWEST for votes in seen):
        return {"rows": [], "heard": []}
    outcome = session.outcome_of(topic.question, topic.seen[-1])
    marks = dict(_marks(pack, question, topic.seen[-1], outcome))
    rows = [
        {"id": name, "letter": letter, "text": text, "counts": counts, "mark": marks.get(name, "")}
        for name, letter, text, counts in _counted(question, seen)
    ]
    return {"rows": rows, "heard": [votes.heard for votes in seen]}


def _counted(question: Question, seen: tuple[Ballots, ...]) -> Iterator[tuple[str, str, str, list[int]]]:
    """Each answer: its id, letter and text, and how many gave it in each round."""
    for place, choice in enumerate(question.choices):
        letter = chr(ord("A") + place) if place < LETTERS else ""
        yield choice.id, letter, choice.text, [votes.count(choice.id) for votes in seen]
    yield VoteKind.DONT_KNOW, "?", say(SAID[VoteKind.DONT_KNOW]), [votes.dont_know for votes in seen]
    if any(votes.not_applicable for votes in seen):
        yield VoteKind.NOT_APPLICABLE, "–", say(SAID[VoteKind.NOT_APPLICABLE]), [v.not_applicable for v in seen]


LETTERS = 26


def _marks(pack: Pack, question: Question, votes: Ballots, outcome: VoteOutcome) -> Iterator[tuple[str, str]]:
    """What stands out: the two ends of a split on a ladder, else what has the most votes, or more than half."""
    counts = {choice.id: votes.count(choice.id) for choice in question.choices} | {
        VoteKind.DONT_KNOW: votes.dont_know,
        VoteKind.NOT_APPLICABLE: votes.not_applicable,
    }
    if question.type == "select_multiple":
        yield from ((name, "ticked") for name, count in counts.items() if 2 * count > votes.heard)
    elif outcome.status is Status.SPLIT and ladder(pack, question):
        yield from ((str(outcome.worst), "lowest"), (str(outcome.best), "highest"))
    elif outcome.status is not Status.SPLIT:
        yield from ((name, "most") for name, count in counts.items() if count == max(counts.values()))


# --- the finding -----------------------------------------------------------------------------------------------


def finding_view(session: Session, question: Question, topic: QuestionState) -> View:
    """The votes in a headline, with how far they agree and the line beside it."""
    votes = topic.seen[-1]
    outcome = session.outcome_of(topic.question, votes)
    return {
        "title": _title(session, question, topic, outcome),
        "line": "" if votes.heard < FEWEST else " ".join(_line(question, votes, outcome)),
        "ask": _ask(question, topic, outcome),
    }


FAR_APART = english("The room is far apart")


def _title(session: Session, question: Question, topic: QuestionState, outcome: VoteOutcome) -> str:
    votes, answer = topic.seen[-1], answer_text(question, proposed(outcome))
    if votes.heard < FEWEST:
        return say("The votes differ.") if outcome.discuss else say("The votes do not differ.")
    if outcome.status is Status.SPLIT or not answer:
        return say(FAR_APART) if outcome.status is Status.SPLIT else say("No answer stands out")
    if len(topic.seen) == 1:
        return _several(outcome, answer) if question.type == "select_multiple" else answer
    before = session.outcome_of(topic.question, topic.seen[0])
    moved = before.status is Status.SPLIT or proposed(before) != proposed(outcome)
    named = _letter(question, proposed(outcome)) if len(answer) > LONGEST_ANSWER else ""
    said = named or f"“{answer}”"
    return say("The room moved to {answer}", answer=said) if moved else say("The room stays with {answer}", answer=said)


LONGEST_ANSWER = 60
"""Letters of an answer in the headline of two rounds; a longer one is named by its letter."""
LONGEST_LIST = 90
"""Letters of a headline that lists what was ticked; a longer list is in the rows beneath it."""


def _several(outcome: VoteOutcome, listed: str) -> str:
    """How many were ticked by more than half, and which, if they fit."""
    count = len(outcome.value) if isinstance(outcome.value, tuple) else 1
    if count == 1:
        return listed
    if len(listed) > LONGEST_LIST:
        return say("{n} answers have more than half", n=count)
    return say("{n} answers: {answers}", n=count, answers=listed)


def _ties(question: Question, votes: Ballots) -> Iterator[str]:
    """What just half ticked: talking settles it."""
    half = [choice.text for choice in question.choices if 2 * votes.count(choice.id) == votes.heard]
    if len(half) == 1:
        yield say("Just half, {n} of {all}: {answer}.", n=votes.heard // 2, all=votes.heard, answer=half[0])
    elif half:
        yield say("{count} more were ticked by just half.", count=len(half))


def _line(question: Question, votes: Ballots, outcome: VoteOutcome) -> Iterator[str]:
    """How many chose it, or on how many answers they differ; and who said that it is not their area."""
    answer = proposed(outcome)
    given = sum(votes.count(choice.id) > 0 for choice in question.choices) + (votes.dont_know > 0)
    if question.type == "select_multiple":
        yield say("Ticked by more than half.") if answer else say("Nothing was ticked by more than half.")
        yield from _ties(question, votes)
    elif outcome.status is Status.SPLIT or answer is None:
        different = several(given, "{n} answer", "{n} different answers")
        yield several(votes.heard, "{n} vote on {different}.", "{n} votes on {different}.", different=different)
    else:
        yield say("{n} of {all} chose it.", n=_chosen(votes, answer), all=votes.heard)
    if votes.abstained:
        yield several(votes.abstained, "{n} said: not my area.", "{n} said: not my area.")


def _chosen(votes: Ballots, answer: Answer) -> int:
    """How many gave just this answer."""
    match answer.state:
        case State.DONT_KNOW:
            return votes.dont_know
        case State.NA:
            return votes.not_applicable
        case _:
            return votes.count(str(answer.value))


def _ask(question: Question, topic: QuestionState, outcome: VoteOutcome) -> View:
    """What the room is asked now, with the small line beside it."""
    answer = proposed(outcome)
    if question.id == PRACTICE:
        return {"title": say("This was only practice."), "line": say("It counts for nothing and is not kept.")}
    if outcome.status is Status.SPLIT or answer is None:
        return {"title": say("Talk first: what did you see?"), "line": say("Nobody has to say how they voted.")}
    if question.type == "select_multiple":
        return {"title": say("Is anything missing?"), "line": say("A tie is settled by talking, not by the program.")}
    if len(topic.seen) > 1:
        letter = _letter(question, answer)
        ask = say("Can all live with {letter}?", letter=letter) if letter else say("Can all live with it?")
        return {"title": ask, "line": say("An objection is written down, without a name.")}
    return {"title": say("Does anybody object?"), "line": say("Otherwise this is written down as the answer.")}


def _letter(question: Question, answer: Answer | None) -> str:
    names = [choice.id for choice in question.choices][:LETTERS]
    value = answer.value if answer is not None and answer.state is State.ANSWERED else None
    return chr(ord("A") + names.index(value)) if isinstance(value, str) and value in names else ""


# --- what hangs on it --------------------------------------------------------------------------------------------


def talk_first(outcome: VoteOutcome, found: Consequence) -> bool:
    """Whether the room talks before an answer is recorded: it is far apart, or something hangs on a mixed vote."""
    if outcome.status is not Status.MIXED or proposed(outcome) is None:
        return outcome.discuss
    return not found.by_consent


def hangs_view(session: Session, pack: Pack, topic: QuestionState) -> View | None:
    """The effect of the votes on the index: points, both ends on the band scale, a deal-breaker.

    None if there is nothing to discuss, or too few votes to say it without showing them.
    """
    outcome = session.latest_outcome(topic)
    if topic.question == PRACTICE or topic.voted is None or outcome is None or not outcome.discuss:
        return None
    if len(topic.seen) > 1 and outcome.status is not Status.SPLIT and proposed(outcome) is not None:
        return None  # the question is now whether all can live with it
    found = effect(session, topic)
    if topic.voted.heard < FEWEST or len(set(topic.voted.votes)) < 2 or not talk_first(outcome, found):  # noqa: PLR2004 - two ends
        return None
    return {
        "points": points_text(found.points),
        "ends": ends_in_words(pack, found),
        "low": float(found.ends[0]),
        "high": float(found.ends[1]),
        "bands": [float(band.start) for band in pack.rubric.bands],
        "gate": " ".join(_gates(pack, found)) or say("No deal-breaker hangs on it."),
        "decides": bool(found.gates),
    }


def _gates(pack: Pack, found: Consequence) -> Iterator[str]:
    """The deal-breakers that some of the votes would fail, the first of them with its cap."""
    for gate in pack.rubric.gates:
        if gate.id not in found.gates[:1]:
            continue
        yield say("A deal-breaker hangs on it: “{gate}”.", gate=gate.title.rstrip("."))
        if gate.scope == "index":
            yield say("Until it is met, the index stays at {cap} or below.", cap=truncated(gate.cap, 0))


def ends_view(session: Session, question: Question, topic: QuestionState) -> list[View]:
    """The two positions to talk about; none if there are so few votes that these would reveal them."""
    outcome = session.latest_outcome(topic)
    if outcome is None or topic.voted is None or topic.voted.heard < FEWEST:
        return []
    counts = {choice.id: topic.voted.count(choice.id) for choice in question.choices}
    rungs = ladder(session.pack, question)
    if question.type == "select_multiple":
        disputed = sorted(counts, key=lambda name: abs(2 * counts[name] - len(topic.voted.votes)))[:2]  # type: ignore[union-attr]
        named = [(name, say("Not all ticked this")) for name in disputed]
    elif rungs:
        named = [(str(outcome.worst), say("Lowest answer")), (str(outcome.best), say("Highest answer"))]
    else:
        most = sorted((name for name in counts if counts[name]), key=lambda name: -counts[name])[:2]
        named = list(zip(most, (say("One answer"), say("Another answer")), strict=False))
    return [_end(question, name, title, counts[name]) for name, title in dict(named).items() if name in counts]


def _end(question: Question, name: str, title: str, count: int) -> View:
    choice = question.choice(name)
    return {
        "letter": _letter(question, Answer(State.ANSWERED, name)),
        "title": title,
        "text": choice.text if choice else name,
        "count": count,
        "votes": several(count, "{n} vote", "{n} votes"),
    }


# --- the decision beside the vote --------------------------------------------------------------------------------

HEADS = {
    DecisionKind.UNANIMOUS: english("Decided, all agree"),
    DecisionKind.AGREED: english("Decided"),
    DecisionKind.OTHERWISE: english("Recorded by the facilitator"),
    DecisionKind.RECORDED: english("Recorded without a vote"),
    DecisionKind.UNRESOLVED: english("Left open"),
}


def card_view(session: Session, pack: Pack, question: Question, topic: QuestionState) -> View | None:
    """The decision as a card: whether it is what the votes say, the answer, the reason, the objections."""
    if topic.decision is None:
        return None
    made = by_counts(pack, question, topic.seen, topic.decision)
    left_open = made.settled is DecisionKind.UNRESOLVED
    return {
        "sign": "?" if left_open else "≠" if made.settled is DecisionKind.OTHERWISE else "=",
        "head": _head(made),
        "answer": _not_agreed(topic) if left_open else answer_text(question, made.answer),
        "flag": _flag(question, topic, made),
        "why": " ".join(filter(None, [made.rationale, _range(session, topic) if left_open else ""])),
        "objection": several(made.dissent, "{n} objects:", "{n} object:") if made.dissent else "",
        "objection_text": made.dissent_text,
        "settle": _settle(question, made) if left_open else "",
        "vote_title": say("The second vote") if len(topic.seen) > 1 else say("The vote"),
    }


def _head(made: Decision) -> str:
    if made.settled is DecisionKind.CONSENT:
        return several(made.dissent, "Decided, with one objection", "Decided, with {n} objections")
    return say(HEADS[made.settled])


def _not_agreed(topic: QuestionState) -> str:
    return several(len(topic.seen), "Not agreed after one vote", "Not agreed after {n} votes")


def _flag(question: Question, topic: QuestionState, made: Decision) -> str:
    """That the decision is not what the votes say, with their count where it may be shown."""
    if made.settled is not DecisionKind.OTHERWISE:
        return ""
    letter, votes = _letter(question, made.proposed), topic.voted
    if not letter or votes is None or votes.heard < FEWEST or made.proposed is None:
        return say("Not what the vote says.")
    count = votes.count(str(made.proposed.value))
    return say("Not what the vote says: {n} of {all} voted for {letter}.", n=count, all=votes.heard, letter=letter)


def _range(session: Session, topic: QuestionState) -> str:
    points: Fraction = effect(session, topic).points
    return say("The index counts it as a range, {points} points wide.", points=truncated(points)) if points else ""


def _settle(question: Question, made: Decision) -> str:
    """What would settle it, and by when; never who brings it."""
    if not question.evidence:
        return ""
    day = say("By {day}", day=long_date(made.due)) if made.due else ""
    return " ".join(filter(None, [question.evidence, f"{day}." if day else ""]))
