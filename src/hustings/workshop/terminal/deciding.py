"""From votes to a decision in the terminal: what is recorded, why, and who objects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hustings.answers.accept import LONGEST_NAME, Refusal
from hustings.answers.events import GRADES, Answer, State
from hustings.answers.parse import given
from hustings.answers.workshop.records import Decision, DecisionKind
from hustings.messages import english, say
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.scoring.workshop.decisions import by_counts
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.session.commands import act
from hustings.workshop.session.session import COUNT
from hustings.workshop.session.vote_rules import odd_date_notes, wants_reason
from hustings.workshop.terminal.card_votes import picked
from hustings.workshop.terminal.steps import Facilitator, take
from hustings.workshop.terminal.workshop_text import voted_lines
from hustings.workshop.views.page_state import decision_view
from hustings.workshop.views.vote_meaning import votes_say

PLAIN = Decision(DecisionKind.RECORDED, Answer(State.BLANK))
REASON = english("Why does the room decide so? One sentence:")


def as_voted(lead: Facilitator) -> None:
    """Record what the votes say."""
    answer = votes_say(lead.session, lead.asked())
    if answer is None:
        raise InputError(
            say("The votes amount to no answer of the room's own."),
            say("Type the letter of an answer, or `leave` to leave it open with its votes."),
        )
    value = list(answer.value) if isinstance(answer.value, tuple) else answer.value
    record(lead, {"value": value} if answer.state is State.ANSWERED else {"state": answer.state.value})


def decide(lead: Facilitator, rest: str) -> None:
    """The long way: with rationale, dissent, proof, and who brings what by when."""
    question = lead.asked()
    typed = rest or lead.talk.needed(say("Which answer is recorded?"))
    record(lead, answer_of(question, typed), whole=True)


def answer_of(question: Question, typed: str) -> Mapping[str, object]:
    """What was typed as an answer: letters where there are choices, else as it stands."""
    if not votable(question):
        return {"value": typed}
    if (found := picked(question, typed)) is None:
        raise InputError(say("“{typed}” is no answer here.", typed=typed[:40]), say("Type the letter of a choice."))
    return found


def record(lead: Facilitator, raw: Mapping[str, object], *, whole: bool = False) -> None:
    """Record an answer. What is needed besides is asked for; `whole`: what is possible, too."""
    question, talk = lead.asked(), lead.talk
    if raw.get("state") == "na":
        raw = {**raw, "reason": talk.needed(say("Why does it not apply?"))}
    answer = given(lead.session.pack, question.id, raw, lead.session.date_order)
    if isinstance(answer, Refusal):
        raise InputError(answer.why, answer.hint)
    made = {**_reason(lead, question, answer, whole=whole), **_dissent(lead, answer, whole=whole)}
    if whole:
        raw = {**raw, **_proof(lead)}
        made["owner"] = talk.ask(say("Who answers for it? Enter if nobody is named:"), LONGEST_NAME)
        made["due"] = talk.day(say("By when? Enter if there is no date:"), lead.session.date_order)
    lead.do("decide", answer=raw, **made)
    lead.talk.say(*odd_date_notes(lead.session.pack, lead.session.answers, question.id, lead.session.clock().date()))
    tell_decision(lead)


def _reason(lead: Facilitator, question: Question, answer: Answer, *, whole: bool) -> dict[str, object]:
    before, said = votes_say(lead.session, question), question.id in lead.session.answers
    why = wants_reason(question, lead.topic, answer, before, said=said)
    if why:
        lead.talk.say(why)
        return {"rationale": lead.talk.needed(say(REASON))}
    return {"rationale": lead.talk.ask(say("Why? Enter if it needs no reason:"))} if whole else {}


def _dissent(lead: Facilitator, answer: Answer, *, whole: bool) -> dict[str, object]:
    """Who objects is asked unless everybody voted for this."""
    plain = by_counts(lead.session.pack, lead.asked(), lead.topic.seen, replace(PLAIN, answer=answer))
    if not lead.topic.voted or (not whole and plain.settled is DecisionKind.UNANIMOUS):
        return {}
    count = lead.talk.number(say("How many object? Enter if nobody does:"), COUNT)
    text = lead.talk.ask(say("What do they want written down? Enter for nothing:")) if count else ""
    return {"dissent": count, "dissent_text": text}


def _proof(lead: Facilitator) -> dict[str, object]:
    lead.talk.say(*(f"{number}  {say(text)}" for number, text in enumerate(GRADES)))
    grade = lead.talk.number(say("Which proof is there? Enter for 0:"), len(GRADES) - 1)
    reference = lead.talk.ask(say("Where is it? Enter for nothing:")) if grade else ""
    return {"grade": f"E{grade}", "reference": reference}


def leave_open(lead: Facilitator, rest: str) -> None:
    """The room does not agree: the votes stand as they are."""
    lead.asked()
    if not (lead.topic.voted and lead.topic.voted.votes):
        lead.do("leave_open")  # which is refused, before anything is asked
    count = lead.talk.number(say("How many object? Enter if nobody does:"), COUNT)
    text = lead.talk.ask(say("What do they want written down? Enter for nothing:")) if count else ""
    lead.do("leave_open", rationale=rest, dissent=count, dissent_text=text)
    tell_decision(lead)


def tell_decision(lead: Facilitator) -> None:
    """What was recorded; the question is put down."""
    question = lead.asked()
    view = decision_view(lead.session.pack, question, lead.topic) or {}
    parts = (view["answer"], view["kind"], view["dissent"])
    lead.talk.say(say("Recorded: {said}.", said=", ".join(part.rstrip(".") for part in parts if part)))
    lead.talk.say(*voted_lines(view))
    lead.at = ""


def undo(lead: Facilitator, _rest: str) -> None:
    """Take the last decision back, and its question in hand again."""
    before = {name for name, topic in lead.session.room.topics.items() if topic.decision}
    act(lead.session, {"act": "undo"})
    after = {name for name, topic in lead.session.room.topics.items() if topic.decision}
    lead.talk.say(say("The last decision is taken back. The answer from before stands again."))
    take(lead, next(iter(before - after)))


def reopen(lead: Facilitator, rest: str) -> None:
    """A decision is corrected: opened again, with its history kept."""
    lead.asked()
    lead.do("reopen", text=rest or lead.talk.needed(say("Why is it opened again? One sentence:")))
    show_again = lead.at
    take(lead, show_again)
