"""Decisions in the terminal: the answer to record, its rationale, and who objects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hustings.answers.accept import LONGEST_NAME, Refusal
from hustings.answers.events import GRADES, Answer, State
from hustings.answers.parse import given
from hustings.answers.workshop.workshop_log import Decision, DecisionKind
from hustings.messages import english, say
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.scoring.workshop.decisions import by_counts
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.session.commands import act
from hustings.workshop.session.session import COUNT
from hustings.workshop.session.vote_rules import odd_date_notes, reason_needed
from hustings.workshop.terminal.card_votes import picked_answer
from hustings.workshop.terminal.facilitator import Facilitator
from hustings.workshop.terminal.facilitator_steps import take
from hustings.workshop.terminal.workshop_text import voted_lines
from hustings.workshop.views.console.vote_meaning import proposed_answer
from hustings.workshop.views.page_state import decision_view

NO_DECISION = Decision(DecisionKind.RECORDED, Answer(State.BLANK))
REASON = english("Why does the room decide so? One sentence:")


def record_votes(facilitator: Facilitator) -> None:
    """Record the answer that the votes propose."""
    answer = proposed_answer(facilitator.session, facilitator.required_question())
    if answer is None:
        raise InputError(
            say("The votes amount to no answer of the room's own."),
            say("Type the letter of an answer, or `leave` to leave it open with its votes."),
        )
    value = list(answer.value) if isinstance(answer.value, tuple) else answer.value
    record(facilitator, {"value": value} if answer.state is State.ANSWERED else {"state": answer.state.value})


def decide(facilitator: Facilitator, rest: str) -> None:
    """Record an answer with all details: rationale, dissent, evidence, owner and due date."""
    question = facilitator.required_question()
    typed = rest or facilitator.prompt.ask_required(say("Which answer is recorded?"))
    record(facilitator, answer_of(question, typed), everything=True)


def answer_of(question: Question, typed: str) -> Mapping[str, object]:
    """The answer that was typed: letters if the question has choices, otherwise the text itself."""
    if not votable(question):
        return {"value": typed}
    if (picked := picked_answer(question, typed)) is None:
        raise InputError(say("“{typed}” is no answer here.", typed=typed[:40]), say("Type the letter of a choice."))
    return picked


def record(facilitator: Facilitator, raw: Mapping[str, object], *, everything: bool = False) -> None:
    """Record an answer, asking for the details that are required or, with `everything`, for all of them."""
    question, prompt = facilitator.required_question(), facilitator.prompt
    if raw.get("state") == "na":
        raw = {**raw, "reason": prompt.ask_required(say("Why does it not apply?"))}
    answer = given(facilitator.session.pack, question.id, raw, facilitator.session.date_order)
    if isinstance(answer, Refusal):
        raise InputError(answer.why, answer.hint)
    details = {
        **_reason(facilitator, question, answer, everything=everything),
        **_dissent(facilitator, answer, everything=everything),
    }
    if everything:
        raw = {**raw, **_evidence(facilitator)}
        details["owner"] = prompt.ask(say("Who answers for it? Enter if nobody is named:"), LONGEST_NAME)
        details["due"] = prompt.day(say("By when? Enter if there is no date:"), facilitator.session.date_order)
    facilitator.run("decide", answer=raw, **details)
    facilitator.prompt.say(
        *odd_date_notes(
            facilitator.session.pack, facilitator.session.answers, question.id, facilitator.session.clock().date()
        )
    )
    show_decision(facilitator)


def _reason(facilitator: Facilitator, question: Question, answer: Answer, *, everything: bool) -> dict[str, object]:
    proposed, answered = proposed_answer(facilitator.session, question), question.id in facilitator.session.answers
    missing = reason_needed(question, facilitator.topic, answer, proposed, answered=answered)
    if missing:
        facilitator.prompt.say(missing)
        return {"rationale": facilitator.prompt.ask_required(say(REASON))}
    return {"rationale": facilitator.prompt.ask(say("Why? Enter if it needs no reason:"))} if everything else {}


def _dissent(facilitator: Facilitator, answer: Answer, *, everything: bool) -> dict[str, object]:
    """Ask how many object, unless everybody voted for this answer."""
    decision = by_counts(
        facilitator.session.pack,
        facilitator.required_question(),
        facilitator.topic.seen,
        replace(NO_DECISION, answer=answer),
    )
    if not facilitator.topic.voted or (not everything and decision.settled is DecisionKind.UNANIMOUS):
        return {}
    count = facilitator.prompt.number(say("How many object? Enter if nobody does:"), COUNT)
    text = facilitator.prompt.ask(say("What do they want written down? Enter for nothing:")) if count else ""
    return {"dissent": count, "dissent_text": text}


def _evidence(facilitator: Facilitator) -> dict[str, object]:
    facilitator.prompt.say(*(f"{number}  {say(text)}" for number, text in enumerate(GRADES)))
    grade = facilitator.prompt.number(say("Which proof is there? Enter for 0:"), len(GRADES) - 1)
    reference = facilitator.prompt.ask(say("Where is it? Enter for nothing:")) if grade else ""
    return {"grade": f"E{grade}", "reference": reference}


def leave_open(facilitator: Facilitator, rest: str) -> None:
    """Leave the question open: the votes stand as they are."""
    facilitator.required_question()
    if not (facilitator.topic.voted and facilitator.topic.voted.votes):
        facilitator.run("leave_open")  # is refused before anything is asked
    count = facilitator.prompt.number(say("How many object? Enter if nobody does:"), COUNT)
    text = facilitator.prompt.ask(say("What do they want written down? Enter for nothing:")) if count else ""
    facilitator.run("leave_open", rationale=rest, dissent=count, dissent_text=text)
    show_decision(facilitator)


def show_decision(facilitator: Facilitator) -> None:
    """Show the decision that was recorded, and leave the question."""
    question = facilitator.required_question()
    decision = decision_view(facilitator.session.pack, question, facilitator.topic) or {}
    parts = (decision["answer"], decision["kind"], decision["dissent"])
    facilitator.prompt.say(say("Recorded: {said}.", said=", ".join(part.rstrip(".") for part in parts if part)))
    facilitator.prompt.say(*voted_lines(decision))
    facilitator.question_id = ""


def undo(facilitator: Facilitator, rest: str) -> None:
    """Undo the last decision, or that on the question of a number, and go to its question."""
    name = facilitator.numbered(rest) if rest else facilitator.session.last_decided()
    act(facilitator.session, {"act": "undo", "question": name})
    if rest:
        facilitator.prompt.say(say("This decision is taken back. The answer from before stands again."))
    else:
        facilitator.prompt.say(say("The last decision is taken back. The answer from before stands again."))
    take(facilitator, name)


def reopen(facilitator: Facilitator, rest: str) -> None:
    """Open a decision again to correct it; its history is kept."""
    facilitator.required_question()
    facilitator.run(
        "reopen", text=rest or facilitator.prompt.ask_required(say("Why is it opened again? One sentence:"))
    )
    question_id = facilitator.question_id
    take(facilitator, question_id)
