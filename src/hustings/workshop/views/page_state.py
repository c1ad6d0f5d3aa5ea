"""What each face of a workshop shows, as plain values: the whole truth of one moment, and no more than it may show.

Before the reveal nothing in here depends on what anybody voted, but for one's own vote on one's own phone. Names are on
the facilitator's console only. Texts go out as texts; no page ever takes them for markup.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hustings.answers.display import answer_in_words, read_back
from hustings.answers.events import Answer
from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.records import SAID, SETTLED, Decision, DecisionKind, Seat, Vote, VoteKind
from hustings.answers.workshop.state import QuestionPhase, QuestionState
from hustings.messages import say, several
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.result import truncated
from hustings.scoring.workshop.decisions import by_counts
from hustings.scoring.workshop.vote_outcome import FEWEST, STATUS, Status, VoteOutcome, votable
from hustings.workshop.session.admission import Admission
from hustings.workshop.session.session import Session
from hustings.workshop.session.state_text import PHASES
from hustings.workshop.session.vote_rules import besides

View = dict[str, Any]
SHOWN = (QuestionPhase.REVEALED, QuestionPhase.DISCUSSING, QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED)


def question_view(pack: Pack, question: Question) -> View:
    """A question as it is put to the room, in the language of the pack."""
    section = next(section for section in pack.questionnaire.sections if section.id == question.section)
    return {
        "id": question.id,
        "section": section.title,
        "text": question.text,
        "help": question.help,
        "why": question.why,
        "multiple": question.type == "select_multiple",
        "votable": votable(question),
        "type": question.type,
        "choices": [{"id": choice.id, "text": choice.text, "alone": choice.alone} for choice in question.choices],
        "others": [{"id": said.value, "text": say(SAID[said])} for said in besides(question)],
    }


def tally_view(question: Question, said: Ballots, found: VoteOutcome, title: str = "") -> View:
    """The counts of a round that was shown. Below three votes there is no picture, only whether they differ."""
    view = {
        "title": title,
        "votes": several(said.heard, "{n} vote", "{n} votes"),
        "abstained": several(said.abstained, "{n} said: not my area", "{n} said: not my area")
        if said.abstained
        else "",
        "status": found.status.value,
        "chip": say(STATUS[found.status]),
        "agreement": _agreement(found),
    }
    if said.heard < FEWEST:
        differ = say("The votes differ.") if found.discuss else say("The votes do not differ.")
        return {**view, "bars": [], "few": say("Too few votes for a picture. {differ}", differ=differ)}
    return {**view, "bars": _bars(question, said), "few": ""}


def _agreement(found: VoteOutcome) -> str:
    if found.agreement is None or found.status is Status.FEW:
        return ""
    return say("agreement {percent} %", percent=truncated(found.agreement * 100, 0))


def _bars(question: Question, said: Ballots) -> list[View]:
    bars = [(f"option {choice.id}", choice.text, said.count(choice.id)) for choice in question.choices]
    bars.append((VoteKind.DONT_KNOW.value, say(SAID[VoteKind.DONT_KNOW]), said.dont_know))
    if said.not_applicable:
        bars.append((VoteKind.NOT_APPLICABLE.value, say(SAID[VoteKind.NOT_APPLICABLE]), said.not_applicable))
    return [
        {"id": name, "text": text, "count": count, "share": float(Fraction(count, said.heard))}
        for name, text, count in bars
    ]


def answer_text(question: Question, answer: Answer | None) -> str:
    """An answer as it is read aloud; nothing if there is none."""
    return answer_in_words(question, answer, read_back) if answer is not None else ""


def decision_view(pack: Pack, question: Question, topic: QuestionState) -> View | None:
    """What was decided, with its reason and the dissent, and nobody's name.

    `voted`: what the votes said, where something else was decided.
    """
    if topic.decision is None:
        return None
    made = by_counts(pack, question, topic.seen, topic.decision)
    return {
        "answer": answer_text(question, made.answer),
        "kind": say(SETTLED[made.settled]),
        "voted": _voted(question, topic, made) if made.settled is DecisionKind.OTHERWISE else "",
        "rationale": made.rationale,
        "dissent": several(made.dissent, "{n} person objects", "{n} people object") if made.dissent else "",
        "dissent_text": made.dissent_text,
    }


def _voted(question: Question, topic: QuestionState, made: Decision) -> str:
    """What the votes said; of too few for a picture it would be a vote itself."""
    if topic.voted is None or topic.voted.heard < FEWEST:
        return say("too few votes to show")
    return answer_text(question, made.proposed) or say("no answer of the room's own")


def rounds_view(session: Session, question: Question, topic: QuestionState) -> list[View]:
    """Every round that was shown, oldest first; each with its title as soon as there is more than one."""
    titles = [say("Round {n}", n=number) if topic.round > 1 else "" for number in range(1, len(topic.seen) + 1)]
    return [
        tally_view(question, said, session.group(topic.question, said), title)
        for said, title in zip(topic.seen, titles, strict=True)
    ]


VOTING = (QuestionPhase.OPEN, QuestionPhase.CLOSED)
"""A vote is on its way: what an earlier one came to is not what the question stands at."""


def standing(session: Session, topic: QuestionState) -> Status | None:
    """How far a question is agreed, as it stands; None while a vote is on its way, or before the first."""
    question, found = session.pack.questions.get(topic.question), session.amounts_to(topic)
    if question is None or found is None or topic.phase in VOTING:
        return None
    made = topic.decision and by_counts(session.pack, question, topic.seen, topic.decision)
    return Status.OTHERWISE if made and made.settled is DecisionKind.OTHERWISE else found.status


def screen_view(session: Session, pack: Pack) -> View:
    """The projector: question, choices, how many have voted; after the reveal the counts. Never a name."""
    topic = session.topic(session.room.current)
    question = pack.questions.get(topic.question)
    view: View = {
        "face": "screen",
        "finished": session.room.finished,
        "seats": several(len(session.voters()), "{n} person is here", "{n} people are here"),
        "cancelled": cancelled_text(session, pack),
        "question": None,
    }
    if question is None:
        return view
    return {
        **view,
        **_asked(session, pack, question, topic),
        "round_text": say("Round {n}", n=topic.round) if topic.round > 1 else "",
        "counted": counted_text(session, topic),
    }


def _asked(session: Session, pack: Pack, question: Question, topic: QuestionState) -> View:
    """The question before the room, with what came of it so far."""
    return {
        "question": question_view(pack, question),
        "phase": topic.phase.value,
        "phase_text": say(PHASES[topic.phase]),
        "round": topic.round,
        "opening": topic.openings,
        "rounds": rounds_view(session, question, topic),
        "decision": decision_view(pack, question, topic),
    }


def cancelled_text(session: Session, pack: Pack) -> str:
    """That a vote was cancelled, until the room goes on."""
    question = pack.questions.get(session.room.cancelled)
    if question is None:
        return ""
    return say("This vote was cancelled: “{question}” Nothing that was voted counts.", question=question.text)


def counted_text(session: Session, topic: QuestionState) -> str:
    """How many have voted, of how many; which ones nobody can tell."""
    if topic.phase is not QuestionPhase.OPEN:
        return ""
    cast = len(session.votes(topic)) + topic.entered.cast
    return say("{cast} of {all} have voted", cast=cast, all=max(cast, len(session.voters())))


def timer_view(session: Session) -> View | None:
    """The timer as a page shows it: seconds left, and whether it runs; None without one."""
    timer = session.room.timer
    return None if timer is None else {"left": timer.at(session.clock()), "running": timer.since is not None}


def phone_view(session: Session, pack: Pack) -> View:
    """What every phone of one language shows: the question, and after the reveal the counts."""
    topic = session.topic(session.room.current)
    question = pack.questions.get(topic.question)
    view: View = {
        "face": "phone",
        "finished": session.room.finished,
        "few_voters": say("So few people vote here that votes may be guessed.") if _guessable(session) else "",
        "cancelled": cancelled_text(session, pack),
        "question": None,
    }
    if question is None:
        return view
    return {**view, **_asked(session, pack, question, topic)}


def own_view(session: Session, seat: Seat) -> View:
    """What only one phone shows: who one is, and one's own vote in the round that is open or was last."""
    topic = session.topic(session.room.current)
    own = session.votes(topic).get(seat.number) if topic.question else None
    return {"seat": seat_view(seat), "own": vote_view(own)}


def seat_view(seat: Seat) -> View:
    """Who somebody is, as told to themselves and to the facilitator."""
    return {
        "number": seat.number,
        "name": seat.name or say("Seat {n}", n=seat.number),
        "role": seat.role,
        "language": seat.language,
        "observer": seat.observer,
    }


def way_view(admission: Admission) -> View:
    """Whether who comes now has to wait; `changes` tells a page that shows the code when to ask for it again."""
    return {"locked": admission.locked, "changes": admission.changes}


def door_view(admission: Admission) -> View:
    """The door, with those who wait at it. Names are on the facilitator's console only."""
    at_door = admission.waiting.values()
    told = [{"number": one.number, "name": one.seat.name, "role": one.seat.role} for one in at_door]
    return {**way_view(admission), "waiting": told}


def _guessable(session: Session) -> bool:
    return len(session.voters()) < FEWEST


def vote_view(vote: Vote | None) -> View | None:
    """One's own vote."""
    if vote is None:
        return None
    pick = list(vote.pick) if isinstance(vote.pick, tuple) else vote.pick
    return {"said": vote.said.value, "pick": pick, "note": vote.note}
