"""A workshop led from a terminal alone, line by line: no network, no phones, and a page that a screen reader can read.

Enter always does what comes next, and the prompt says what that is; everything else is a word. The session is the one
that the web leads, so a workshop can begin with phones and go on without.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from hustings.answers.accept import LONGEST
from hustings.answers.workshop.records import ROUNDS, EntryKind
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.transitions import may
from hustings.line_input import UnreadableError
from hustings.messages import english, say, several
from hustings.problems import InputError, near
from hustings.scoring.workshop.time_budget import DONE, amount, duration
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.session.agenda import agenda, lines, next_up, outlook
from hustings.workshop.session.practice_vote import offered
from hustings.workshop.session.session import Session
from hustings.workshop.terminal import deciding, notes, steps
from hustings.workshop.terminal.card_votes import picked
from hustings.workshop.terminal.practice_round import practice_round
from hustings.workshop.terminal.prompt import BACK, GoBack, Prompt, at_terminal
from hustings.workshop.terminal.steps import Facilitator
from hustings.workshop.terminal.workshop_text import folded
from hustings.workshop.views.vote_meaning import to_talk_about, votes_say

Step = Callable[[Facilitator, str], None]


class EndReason(Enum):
    """How somebody left: the workshop has ended, they want to go on later, or they pressed Ctrl-C."""

    ENDED = "ended"
    LATER = "later"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Command:
    """A word that can be typed. `kind`: only where such an entry is possible now."""

    word: str
    step: Step
    about: str
    kind: EntryKind | None = None


COMMANDS = (
    Command(english("practice"), practice_round, english("a vote to practise with; it counts for nothing")),
    Command(english("vote"), steps.vote, english("open the vote, or the second one"), EntryKind.OPENED),
    Command(english("paper"), steps.paper, english("add votes on paper: paper a1 b2"), EntryKind.COUNTED),
    Command(english("close"), steps.close, english("close the vote"), EntryKind.CLOSED),
    Command(english("cancel"), steps.cancel, english("cancel the vote: its votes are deleted"), EntryKind.CANCELLED),
    Command(english("reveal"), steps.reveal, english("show the votes"), EntryKind.REVEALED),
    Command(
        english("discuss"), steps.discuss, english("hear both ends for 2 minutes, or: discuss 3"), EntryKind.DISCUSSING
    ),
    Command(english("decide"), deciding.decide, english("record an answer with reason and proof"), EntryKind.DECIDED),
    Command(english("leave"), deciding.leave_open, english("leave it open: the votes stand"), EntryKind.DECIDED),
    Command(english("park"), notes.park, english("park it for later, with a reason if you like")),
    Command(english("undo"), deciding.undo, english("take the last decision back")),
    Command(english("reopen"), deciding.reopen, english("correct a decision; its history is kept"), EntryKind.REOPENED),
    Command(english("show"), steps.show, english("say this question again")),
    Command(english("why"), steps.why, english("why it is asked, what counts as proof, who knows")),
    Command(english("next"), steps.next_one, english("another question; this one stays to do")),
    Command(english("go"), steps.go, english("go to a question: go 3")),
    Command(english("agenda"), steps.show_agenda, english("what is open; agenda all: everything")),
    Command(english("note"), notes.note, english("write something down")),
    Command(english("hide"), notes.hide, english("keep a note out of the report: hide 1")),
    Command(english("unhide"), notes.unhide, english("show a hidden note again: unhide 1")),
    Command(english("fetch"), notes.fetch, english("evidence that somebody will bring")),
    Command(english("time"), steps.time, english("start a timer: time 2; stop it: time 0")),
    Command(english("read"), steps.read_back, english("read back what was decided")),
    Command(english("finish"), steps.finish, english("end the workshop")),
    Command(english("quit"), steps.leave, english("stop here and go on later; all is saved")),
)


def lead_in_terminal(session: Session, *, resume: str = "", talk: Prompt | None = None) -> EndReason:
    """Lead until the workshop ends or somebody leaves. `resume` says how to go on later."""
    lead = Facilitator(session, talk or at_terminal())
    left = EndReason.LATER
    try:
        _greet(lead)
        while not lead.ended:
            _once(lead)
    except EOFError:
        lead.talk.write("")
    except KeyboardInterrupt:
        lead.talk.write("")
        left = EndReason.INTERRUPTED
    if session.room.finished:
        return EndReason.ENDED
    lead.talk.say(say("All that was taken is saved."))
    lead.talk.write(resume)  # on one line, so that it can be copied
    return left


def _once(lead: Facilitator) -> None:
    """One line, and what it does."""
    prompt, enter = _comes_next(lead)
    timer = steps.timer_text(lead.session)
    try:
        typed = lead.talk.ask(f"[{timer}] {prompt}" if timer else prompt, LONGEST)
        _taken(lead, typed, enter)
    except GoBack:
        lead.talk.say(say("Nothing was changed."))
    except UnreadableError:
        lead.talk.say(say("All that was taken is saved."))
        raise
    except InputError as wrong:
        lead.talk.say(str(wrong))


def _greet(lead: Facilitator) -> None:
    room = lead.session.room
    if room.finished:
        lead.talk.say(say("The workshop has ended. Decisions can be corrected: go to one, then `reopen`."))
    elif room.current and lead.session.topic(room.current).phase not in DONE:
        lead.talk.say(say("The workshop goes on where it stopped."))
        steps.take(lead, room.current)
    else:
        lead.talk.say(say("A workshop without phones: people hold up cards with letters, you type how many."))
        if offered(lead.session):
            lead.talk.say(say("`practice` is one vote to try it out; nothing of it is kept."))
    lead.talk.say(say("Enter does what comes next. ? lists what you can type."))


# --- what Enter does ---------------------------------------------------------------------------------------


def _comes_next(lead: Facilitator) -> tuple[str, Step]:
    """The prompt, and what Enter does."""
    question, phase = lead.question, lead.topic.phase
    match phase:
        case _ if question is None or phase in DONE:
            return _between(lead)
        case QuestionPhase.OPEN:
            waits = bool(lead.waiting)
            return (say("Enter takes them and closes the vote:") if waits else say("Cards:")), _close
        case QuestionPhase.CLOSED:
            return say("Enter shows the votes:"), steps.reveal
        case QuestionPhase.REVEALED | QuestionPhase.DISCUSSING:
            return _after_votes(lead)
        case _ if not votable(question):
            return say("Answer:"), _ask_for_answer
        case _:
            return say("Enter opens the vote:"), steps.vote


def _between(lead: Facilitator) -> tuple[str, Step]:
    """No question is in hand: the next one, then what is open, then the read-back."""
    if lead.session.room.finished:
        return say("Correction round (`quit` leaves):"), steps.read_back
    if (current := lead.session.topic(lead.session.room.current)).phase in (QuestionPhase.OPEN, QuestionPhase.CLOSED):
        return say("Another vote waits. Enter goes back to it:"), lambda who, _: steps.take(who, current.question)
    parts = agenda(lead.session)
    if (following := next_up(parts)) is not None:
        found = outlook(lead.session)
        to_do = amount(len(found.questions), len(found.may_follow))
        forecast = say("To do: {amount}; about {time}.", amount=to_do, time=duration(found.minutes))
        lead.talk.say("", forecast, say("Next: {question}", question=following.text))
        return say("Enter opens its vote:") if votable(following) else say("Enter takes it:"), steps.vote
    open_ = [line.question.id for line in lines(parts) if not line.done]
    if open_:
        lead.talk.say("", several(len(open_), "{n} question is still open.", "{n} questions are still open."))
        return say("Enter takes the first, `finish` ends the workshop:"), lambda who, _: steps.take(who, open_[0])
    return say("All is decided. Enter reads it back, `finish` ends the workshop:"), steps.read_back


def _after_votes(lead: Facilitator) -> tuple[str, Step]:
    """The votes are on the table: talk, vote again, or decide."""
    question, topic = lead.asked(), lead.topic
    again = len(topic.rounds) < ROUNDS
    if again and topic.phase is QuestionPhase.REVEALED and to_talk_about(lead.session, question):
        return say("Enter opens the discussion; a letter decides:"), steps.discuss
    if again and topic.phase is QuestionPhase.DISCUSSING:
        return say("Enter opens the second vote; a letter decides:"), steps.vote
    if votes_say(lead.session, question) is None:
        return say("Type the letter to record, or `leave` to leave it open:"), _ask_for_answer
    return say("Enter records what the votes say; a letter, something else:"), lambda who, _: deciding.as_voted(who)


def _close(lead: Facilitator, rest: str) -> None:
    if not (lead.waiting or lead.topic.entered.cast or lead.session.votes(lead.topic)):
        raise InputError(say("No card was counted yet."), say("`close` closes the vote all the same."))
    steps.close(lead, rest)


def _ask_for_answer(lead: Facilitator, _rest: str) -> None:
    hint = say("Type the letter of a choice.") if votable(lead.asked()) else say("Type it in, then Enter.")
    raise InputError(say("Nothing comes by itself here."), f"{hint} {say('? lists what you can type.')}")


# --- what was typed ----------------------------------------------------------------------------------------


def _taken(lead: Facilitator, typed: str, enter: Step) -> None:
    """Enter, a command, cards, or an answer."""
    word, _, rest = typed.removeprefix("/").partition(" ")
    if not typed:
        enter(lead, "")
    elif typed == "?":
        _list_commands(lead)
    elif (command := _command(word)) is not None:
        command.step(lead, rest)
    else:
        _other(lead, typed)


def _command(word: str) -> Command | None:
    low = word.lower()
    return next((command for command in COMMANDS if low in (command.word, say(command.word))), None)


def _other(lead: Facilitator, typed: str) -> None:
    """What is no command: cards while a vote is open, else an answer to the question in hand."""
    question, phase = lead.question, lead.topic.phase
    if question is None:
        raise _unknown(typed, say("To answer, press Enter first. ? lists what you can type."))
    if phase in (*DONE, QuestionPhase.CLOSED):
        raise _unknown(typed)
    if phase is QuestionPhase.OPEN:
        if not any(mark.isdigit() for mark in typed):
            raise _unknown(typed)
        steps.cards(lead, typed)
    elif not votable(question):
        deciding.record(lead, {"value": typed})
    elif (found := picked(question, typed)) is not None:
        deciding.record(lead, found)
    else:
        raise _unknown(typed)


def _unknown(typed: str, otherwise: str = "") -> InputError:
    """A single word may be a command that was mistyped; more are an answer at the wrong moment."""
    words = typed.lower().split()
    meant = near(words[0], sorted({say(command.word) for command in COMMANDS})) if len(words) == 1 else ""
    hint = say("Did you mean `{word}`?", word=meant) if meant else otherwise or say("? lists what you can type.")
    return InputError(say("“{typed}” cannot be understood here.", typed=typed[:40]), hint)


def _list_commands(lead: Facilitator) -> None:
    """What can be typed now."""
    for command in COMMANDS:
        if command.kind not in (None, EntryKind.OPENED) and lead.question is None:
            continue
        if command.step is practice_round and not offered(lead.session):
            continue
        if command.kind is None or may(lead.session.room, command.kind, lead.at):
            lead.talk.show(folded(say(command.about), lead.talk.width, f"  {say(command.word):<9}  "))
    lead.talk.say(say("A letter alone is the answer that is recorded."))
    lead.talk.say(say("`{back}` leaves a step as it was.", back=say(BACK)))
