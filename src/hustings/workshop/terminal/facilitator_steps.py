"""The steps of a facilitator at the terminal. Each asks for what it needs and runs the same commands as the web.

Each function takes the facilitator and the rest of the typed line. A step that is not possible raises `InputError` and
changes nothing.
"""

from __future__ import annotations

from datetime import timedelta

from hustings.answers.workshop.state import QuestionPhase
from hustings.messages import say, several
from hustings.problems import InputError
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.session.agenda.agenda import agenda, all_lines, next_up
from hustings.workshop.session.commands import act
from hustings.workshop.session.input.payload import Payload, vote_of
from hustings.workshop.session.people.seats import same_names
from hustings.workshop.session.session import Session
from hustings.workshop.terminal.card_votes import as_votes, example
from hustings.workshop.terminal.card_votes import cards as known_cards
from hustings.workshop.terminal.facilitator import Facilitator, is_number
from hustings.workshop.terminal.workshop_text import (
    agenda_lines,
    phase_text,
    question_lines,
    readback_lines,
    vote_lines,
)
from hustings.workshop.views.console.vote_meaning import meaning

MINUTES_TO_TALK = 2
"""How long the lowest and highest positions are discussed (method.md 2.2)."""
LONGEST_TIMER = 60


# --- through the agenda ------------------------------------------------------------------------------------


def take(facilitator: Facilitator, name: str) -> None:
    """Make a question the current one and show it."""
    if name != facilitator.question_id:
        facilitator.pending_cards.clear()
    facilitator.question_id = name
    show(facilitator, "")


def show(facilitator: Facilitator, _rest: str) -> None:
    """`show`: the current question, its phase, and its votes once they are revealed."""
    question = facilitator.required_question()
    facilitator.prompt.say("")
    facilitator.prompt.show(question_lines(facilitator.session, question, facilitator.prompt.width))
    if facilitator.topic.phase is not QuestionPhase.DRAFT or question.id in facilitator.session.answers:
        facilitator.prompt.say(say("This question: {phase}.", phase=phase_text(facilitator.session, question)))
    if facilitator.topic.seen:
        show_votes(facilitator)


def why(facilitator: Facilitator, _rest: str) -> None:
    """`why`: why the question is asked, what counts as evidence, and which role knows."""
    question = facilitator.required_question()
    role = next((role.title for role in facilitator.session.pack.questionnaire.roles if role.id == question.role), "")
    parts = (
        (say("Why we ask: {why}", why=question.why), question.why),
        (say("Counts as proof: {proof}", proof=question.evidence), question.evidence),
        (say("Who knows: {role}", role=role), role),
    )
    facilitator.prompt.say(
        *([text for text, known in parts if known] or [say("Nothing more is known about this question.")])
    )


def next_one(facilitator: Facilitator, _rest: str) -> None:
    """`next`: go to the next question that was not begun."""
    not_begun = [
        line.question.id
        for line in facilitator.agenda_lines()
        if line.topic.phase is QuestionPhase.DRAFT and not line.answered
    ]
    following = (
        not_begun[not_begun.index(facilitator.question_id) + 1 :] if facilitator.question_id in not_begun else not_begun
    )
    others = [name for name in (*following, *not_begun) if name != facilitator.question_id]
    if not others:
        raise InputError(say("There is no other question to begin with."), say("`agenda` lists what is open."))
    take(facilitator, others[0])


def go(facilitator: Facilitator, rest: str) -> None:
    """`go`: go to a question by its number in the agenda or its id. Raises `InputError` if there is none."""
    if is_number(rest):
        take(facilitator, facilitator.numbered(rest))
    else:
        take(
            facilitator,
            facilitator.session.question(
                rest or facilitator.prompt.ask_required(say("Number or name of the question:"))
            ).id,
        )


def show_agenda(facilitator: Facilitator, rest: str) -> None:
    """`agenda`: what is still to do; with `all`, every question."""
    sections = agenda(facilitator.session)
    facilitator.listed_questions = tuple(line.question.id for line in all_lines(sections))
    facilitator.prompt.show(
        agenda_lines(facilitator.session, sections, facilitator.prompt.width, everything=bool(rest))
    )
    facilitator.prompt.say(say("`go 3` takes number 3. `agenda all` lists what is done too."))


def read_back(facilitator: Facilitator, _rest: str) -> None:
    """`read`: the decisions so far, to be read out."""
    facilitator.prompt.show(readback_lines(facilitator.session, facilitator.prompt.width))


# --- the vote ----------------------------------------------------------------------------------------------


def vote(facilitator: Facilitator, _rest: str) -> None:
    """`vote`: open the vote on the current question or, if there is none, on the next."""
    in_hand = bool(facilitator.question_id)
    if not in_hand:
        upcoming = next_up(agenda(facilitator.session))
        take(facilitator, upcoming.id if upcoming else facilitator.required_question().id)
    question = facilitator.required_question()
    if not votable(question) and not in_hand:
        return
    facilitator.run("open")
    facilitator.pending_cards.clear()
    facilitator.prompt.say(say("Vote {n} is open. Count the cards.", n=facilitator.topic.round), example(question))
    if prepared := len(facilitator.session.votes(facilitator.topic)):
        note = several(
            prepared,
            "{n} vote was given before. This person shows no card.",
            "{n} votes were given before. These people show no card.",
        )
        facilitator.prompt.say(note)
    facilitator.prompt.say(
        *same_names(facilitator.session.seats.values(), facilitator.session.votes(facilitator.topic))
    )


def cards(facilitator: Facilitator, typed: str) -> None:
    """Enter the counts of a show of cards; they replace those typed before."""
    _count(facilitator, "cards", typed)


def paper(facilitator: Facilitator, rest: str) -> None:
    """`paper`: enter votes that were written on paper."""
    _count(facilitator, "paper", rest or facilitator.prompt.ask_required(say("Votes on paper, such as a1 b2:")))


def _count(facilitator: Facilitator, source: str, typed: str) -> None:
    question = facilitator.required_question()
    if facilitator.topic.phase is not QuestionPhase.OPEN:
        raise InputError(say("Cards are counted while the vote is open."))
    parts = as_votes(question, typed)
    for part in parts:
        facilitator.session.check_pick(question.id, vote_of(part))
    facilitator.pending_cards[source] = parts
    counted = ", ".join(
        _counted_card(facilitator, part) for parts in facilitator.pending_cards.values() for part in parts
    )
    total = sum(int(str(part["count"])) for parts in facilitator.pending_cards.values() for part in parts)
    facilitator.prompt.say(
        several(total, "{n} vote: {said}.", "{n} votes: {said}.", said=counted),
        say("If that is not right, type it again."),
    )


def _counted_card(facilitator: Facilitator, card: Payload) -> str:
    pick = card.get("pick")
    picks = pick if isinstance(pick, list) else [pick]
    named = [
        known.label
        for known in known_cards(facilitator.required_question())
        if (known.pick in picks if known.pick else known.said.value == card["said"])
    ]
    return f"{''.join(named)} {card['count']}"


def close(facilitator: Facilitator, _rest: str) -> None:
    """`close`: close the vote, with the cards and papers that were entered."""
    for source, parts in tuple(facilitator.pending_cards.items()):
        facilitator.run("count", ballots=parts, source=source)
        del facilitator.pending_cards[source]
    act(facilitator.session, {"act": "close"})
    facilitator.question_id = facilitator.session.room.current
    cast = facilitator.topic.rounds[-1].cast
    facilitator.prompt.say(several(cast, "The vote is closed, with {n} vote.", "The vote is closed, with {n} votes."))


def cancel(facilitator: Facilitator, _rest: str) -> None:
    """`cancel`: cancel the open vote; it does not count as a round."""
    question_id = facilitator.session.room.current
    act(facilitator.session, {"act": "cancel", "question": question_id})
    facilitator.pending_cards.clear()
    facilitator.prompt.say(say("The vote is cancelled. What was voted is deleted, and no round is used up."))
    take(facilitator, question_id)


def reveal(facilitator: Facilitator, _rest: str) -> None:
    """`reveal`: show the counts of the closed vote."""
    act(facilitator.session, {"act": "reveal"})
    facilitator.question_id = facilitator.session.room.current
    show_votes(facilitator)


def show_votes(facilitator: Facilitator) -> None:
    """Show the counts of the current question, what they mean, and the notes of the voters."""
    facilitator.prompt.show(vote_lines(facilitator.session, facilitator.required_question(), facilitator.prompt.width))
    facilitator.prompt.say(*meaning(facilitator.session, facilitator.required_question()))
    facilitator.prompt.say(*(say("Somebody wrote: {note}", note=text) for text in facilitator.topic.notes))
    if facilitator.topic.notes:
        facilitator.prompt.say(say("Notes may be printed in the report. `hide` keeps one out of it."))


def discuss(facilitator: Facilitator, rest: str) -> None:
    """`discuss`: begin the discussion, with a timer of so many minutes."""
    minutes = _minutes(rest) if rest else MINUTES_TO_TALK
    facilitator.run("discuss")
    facilitator.prompt.say(
        say("Hear somebody for the lowest and for the highest position. Candidate and sponsor speak last.")
    )
    _start_timer(facilitator, minutes)


def time(facilitator: Facilitator, rest: str) -> None:
    """`time`: show the timer or, with minutes, start a new one."""
    if rest:
        _start_timer(facilitator, _minutes(rest))
    else:
        facilitator.prompt.say(
            timer_text(facilitator.session) or say("No timer runs. `time 2` starts one of two minutes.")
        )


def _minutes(rest: str) -> int:
    if not (rest.isascii() and rest.isdigit() and len(rest) < 3 and int(rest) <= LONGEST_TIMER):  # noqa: PLR2004
        raise InputError(say("Give minutes from 0 to {most}, such as: time 2", most=LONGEST_TIMER))
    return int(rest)


def _start_timer(facilitator: Facilitator, minutes: int) -> None:
    facilitator.run("timer", seconds=60 * minutes)
    until = (facilitator.session.clock() + timedelta(minutes=minutes)).astimezone()
    if minutes:
        facilitator.prompt.say(
            several(minutes, "{n} minute, until {ends}.", "{n} minutes, until {ends}.", ends=until.strftime("%H:%M:%S"))
        )
    else:
        facilitator.prompt.say(say("The timer is stopped."))


def timer_text(session: Session) -> str:
    """The time left on the timer; empty if there is none."""
    timer = session.room.timer
    if timer is None:
        return ""
    left = timer.at(session.clock())
    clock = f"{left // 60}:{left % 60:02}"
    if timer.since is None:
        return say("timer paused at {left}", left=clock)
    return say("{left} left", left=clock) if left else say("time is up")


# --- ending ------------------------------------------------------------------------------------------------


def finish(facilitator: Facilitator, _rest: str) -> None:
    """`finish`: end the workshop, after a confirmation."""
    undecided = sum(not line.done for line in facilitator.agenda_lines())
    if facilitator.session.room.finished:
        raise InputError(say("The workshop has ended."), say("`quit` leaves; all is saved."))
    if undecided:
        facilitator.prompt.say(several(undecided, "{n} question is not decided.", "{n} questions are not decided."))
    facilitator.prompt.say(say("Names and single votes are deleted now. Counts, decisions and notes stay."))
    if facilitator.prompt.ask(say("Write yes to end the workshop, Enter to go on:")).lower() not in ("yes", say("yes")):
        facilitator.prompt.say(say("It goes on."))
        return
    act(facilitator.session, {"act": "finish"})
    facilitator.prompt.say(say("The workshop has ended."))
    facilitator.ended = True


def leave(facilitator: Facilitator, _rest: str) -> None:
    """`quit`: leave the program; the workshop can go on later."""
    facilitator.ended = True
