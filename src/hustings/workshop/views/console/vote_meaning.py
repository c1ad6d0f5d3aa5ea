"""The meaning of votes in sentences: lowest and highest position, effect on the result, proposed answer."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.answers.events import Answer
from hustings.messages import say
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.time_budget import DONE
from hustings.scoring.workshop.vote_outcome import proposed
from hustings.workshop.session.agenda.agenda import effect
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.agenda_view import effect_text
from hustings.workshop.views.console.console import extreme_answers
from hustings.workshop.views.page_state import answer_text
from hustings.workshop.views.vote_counts import VOTING


def meaning(session: Session, question: Question) -> Iterator[str]:
    """Sentences on the last votes: lowest and highest position, effect on the result, proposed answer."""
    topic = session.topic(question.id)
    outcome = session.latest_outcome(topic)
    if outcome is None or topic.phase in VOTING:
        return
    low, high = (answer_text(question, answer) for answer in extreme_answers(topic, outcome))
    if outcome.discuss and low != high:
        yield say("Lowest: {low}. Highest: {high}.", low=low.rstrip("."), high=high.rstrip("."))
    if outcome.discuss and topic.phase not in DONE and topic.voted and topic.voted.votes:
        yield say("What hangs on it: {effect}.", effect=effect_text(effect(session, topic)))
    proposal = answer_text(question, proposed(outcome)) or say("no answer of the room's own")
    yield say("The votes say: {answer}.", answer=proposal.rstrip("."))


def needs_discussion(session: Session, question: Question) -> bool:
    """Whether the votes should be discussed: they differ, and their effect is at least a point, a gate or a band."""
    topic = session.topic(question.id)
    outcome = session.latest_outcome(topic)
    if outcome is None or not outcome.discuss or not (topic.voted and topic.voted.votes):
        return False
    return not effect(session, topic).by_consent


def proposed_answer(session: Session, question: Question) -> Answer | None:
    """The answer that the last votes propose."""
    return proposed(session.latest_outcome(session.topic(question.id)))
