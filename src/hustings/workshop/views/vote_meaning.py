"""What the votes of a question mean, in sentences: where the ends are, what hangs on them, what they propose."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.answers.events import Answer
from hustings.messages import say
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.consequence import SMALL
from hustings.scoring.workshop.time_budget import DONE
from hustings.scoring.workshop.vote_outcome import proposed
from hustings.workshop.session.agenda import effect
from hustings.workshop.session.session import Session
from hustings.workshop.views.console import effect_text, ends
from hustings.workshop.views.page_state import VOTING, answer_text


def meaning(session: Session, question: Question) -> Iterator[str]:
    """What the last votes amount to: the ends, what hangs on them, and the answer they propose."""
    topic = session.topic(question.id)
    found = session.amounts_to(topic)
    if found is None or topic.phase in VOTING:
        return
    low, high = (answer_text(question, end) for end in ends(topic, found))
    if found.discuss and low != high:
        yield say("Lowest: {low}. Highest: {high}.", low=low.rstrip("."), high=high.rstrip("."))
    if found.discuss and topic.phase not in DONE and topic.voted and topic.voted.votes:
        yield say("What hangs on it: {effect}.", effect=effect_text(effect(session, topic)))
    told = answer_text(question, proposed(found)) or say("no answer of the room's own")
    yield say("The votes say: {answer}.", answer=told.rstrip("."))


def to_talk_about(session: Session, question: Question) -> bool:
    """Whether these votes ask for a discussion first: they differ, and more than a point hangs on it."""
    topic = session.topic(question.id)
    found = session.amounts_to(topic)
    if found is None or not found.discuss or not (topic.voted and topic.voted.votes):
        return False
    change = effect(session, topic)
    return change.gate_changes or change.band_changes or change.points >= SMALL


def votes_say(session: Session, question: Question) -> Answer | None:
    """The answer that the last votes propose."""
    return proposed(session.amounts_to(session.topic(question.id)))
