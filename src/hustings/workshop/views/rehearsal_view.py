"""What a rehearsal adds to the pages: that it is one, and on the console what to do next and what people say.

It says what a facilitator does in each step, so that somebody new has led a split once before the real room.
"""

from __future__ import annotations

from hustings.answers.workshop.state import QuestionPhase, QuestionState
from hustings.messages import english, say
from hustings.scoring.workshop.vote_outcome import Status
from hustings.workshop.session.agenda.facts import facts, known
from hustings.workshop.session.practice_vote import PRACTICE, can_practise, front_session
from hustings.workshop.session.rehearsal_state import Rehearsal
from hustings.workshop.session.session import Session
from hustings.workshop.views.view import View
from hustings.workshop.views.vote_counts import counted

LABEL = english("Rehearsal: people and votes are invented")
TALK = (
    (english("The candidate"), english("No worry there. I know my people.")),
    (english("Somebody who voted low"), english("I have seen it otherwise, more than once.")),
)
"""Who says what in a discussion."""
QUIET = english("The treasurer says nothing until you ask.")
READ = english("Read the question and its answers aloud. Then press “Open the vote”, or Enter.")
WAIT = english("Be silent while they read and vote. Who is late gets a seat while the vote is open.")
SILENT = english("One vote is missing: the treasurer says nothing. Ask the room, never the person.")
HURRY = english("You have asked. The last vote comes in a moment.")
ALL_IN = english("All votes are in. Press “Show the votes”.")
AGREED = english("They agree. Ask “Does anybody object?”, wait three breaths, then record it and go on.")
NEAR = english("They differ a little. Discuss it if it matters; otherwise record it and go on.")
APART = english(
    "They are far apart, and that is why they are here. Name both ends, ask nobody who it was. Press “Discuss”."
)
LOW_FIRST = english(
    "Let the lowest answer speak first and the candidate last: ask what was seen, not what is believed. "
    "Then press “Open the second vote”."
)
PULLED = english(
    "The candidate's answer has pulled the others along. Ask whether anybody cannot live with it, write that down "
    "as an objection with its reason, then record and go on."
)
PRACTISE = english(
    "Let them try it out first: press “Practice vote”. Then read the question and its answers aloud, and press "
    "“Open the vote”."
)
PRACTISED = english("Now they know how it goes. Press “Go to the first question”.")
FACTS = english("Write in what you know of this campaign, or invent it. Then press “Save and start voting”.")
ONWARD = english(
    "Recorded. Read the next question aloud, then press “Open the vote”; where nobody votes, write down what is said."
)
READY = english(
    "You have led an ordinary question and a split one. Read back the decisions, then end the workshop; or go on."
)
OVER = english("The rehearsal has ended, as a workshop ends: votes and names are deleted.")


def rehearsal_label(session: Session, rehearsal: Rehearsal) -> View:
    """What every page of a rehearsal shows, and whether the facilitator has asked who has not voted."""
    current = front_session(session)
    return {"label": say(LABEL), "asked": rehearsal.has_asked(current.topic(current.room.current))}


def guide_view(session: Session, rehearsal: Rehearsal) -> View:
    """The console's guide through a rehearsal: what to do next, what people say, what was practised so far."""
    view = rehearsal_label(session, rehearsal)
    if not rehearsal.guided:
        return view
    front = front_session(session)
    topic = front.topic(front.room.current)
    talking = topic.phase is QuestionPhase.DISCUSSING
    return {
        **view,
        "next": _next_step(session, rehearsal, topic),
        "talk": [*(say("{who}: “{text}”", who=say(who), text=say(text)) for who, text in TALK), say(QUIET)] * talking,
        "ask": say("Ask who has not voted") if front is session and _may_ask(session, rehearsal, topic) else "",
        "practised": _practised(session, rehearsal),
        "kept": say("It is kept, as you asked.") if rehearsal.kept else say("Nothing of it is kept."),
    }


def _may_ask(session: Session, rehearsal: Rehearsal, topic: QuestionState) -> bool:
    cast, everybody = counted(session, topic)
    return topic.phase is QuestionPhase.OPEN and cast < everybody and not rehearsal.has_asked(topic)


def _next_step(session: Session, rehearsal: Rehearsal, topic: QuestionState) -> str:
    if session.room.finished:
        return say(OVER)
    match topic.phase:
        case QuestionPhase.OPEN:
            return _while_open(session, rehearsal, topic)
        case QuestionPhase.CLOSED:
            return say(ALL_IN)
        case QuestionPhase.REVEALED if topic.question == PRACTICE:
            return say(PRACTISED)
        case QuestionPhase.REVEALED:
            return _of_result(session, topic)
        case QuestionPhase.DISCUSSING:
            return say(LOW_FIRST)
        case QuestionPhase.DECIDED | QuestionPhase.UNRESOLVED:
            return say(READY if all(one["done"] for one in _practised(session, rehearsal)) else ONWARD)
        case _:
            return _before(session, rehearsal)


def _before(session: Session, rehearsal: Rehearsal) -> str:
    here = len(session.voters())
    if here < rehearsal.people - 1:  # one comes later
        return say(
            "{here} of {all} people are here; the wall shows the way in. Wait for the others.",
            here=here,
            all=rehearsal.people,
        )
    if can_practise(session) and not session.projection.question:
        return say(FACTS if _no_fact(session) else PRACTISE)
    return say(READ)


def _no_fact(session: Session) -> bool:
    """Whether the form with the facts is still empty."""
    asked = facts(session)
    return len(asked) > 1 and not any(known(session, question) for question in asked)


def _while_open(session: Session, rehearsal: Rehearsal, topic: QuestionState) -> str:
    cast, everybody = counted(front_session(session), topic)
    if cast == everybody:
        return say(ALL_IN)
    if topic.question == PRACTICE:
        return say(WAIT)
    if rehearsal.has_asked(topic):
        return say(HURRY)
    return say(SILENT if cast == everybody - 1 else WAIT)


def _of_result(session: Session, topic: QuestionState) -> str:
    outcome = session.latest_outcome(topic)
    if len(topic.seen) > 1:
        return say(PULLED)
    if outcome is None or not outcome.discuss:
        return say(AGREED)
    return say(APART if outcome.status is Status.SPLIT else NEAR)


def _practised(session: Session, rehearsal: Rehearsal) -> list[View]:
    """What a rehearsal is for, and whether it was done."""
    topics = tuple(session.room.topics.values())
    decided = {len(topic.seen) > 1 for topic in topics if topic.decision is not None and topic.seen}
    largest = max((votes.cast for topic in topics for votes in topic.seen), default=0)
    done = (
        (say("an ordinary question"), False in decided),
        (say("a split one, in two rounds"), True in decided),
        (say("somebody who came late"), max(largest, len(session.voters())) >= rehearsal.people),
        (say("somebody who had to be asked"), bool(rehearsal.asked)),
    )
    return [{"text": text, "done": say("done") if was else ""} for text, was in done]
