"""A workshop led from a terminal alone, line by line: without network or phones, and readable by a screen reader.

Enter always does the next step, and the prompt says which; every other step is a word. It uses the same session as the
web, so a workshop can begin with phones and continue without.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from hustings.answers.accept import LONGEST
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.transitions import may
from hustings.answers.workshop.workshop_log import ROUNDS, EntryKind
from hustings.frozen_records import dataclass
from hustings.line_input import UnreadableError
from hustings.messages import english, say, several
from hustings.problems import InputError, near
from hustings.scoring.workshop.time_budget import DONE, amount, duration
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.session.agenda.agenda import agenda, all_lines, forecast, next_up
from hustings.workshop.session.practice_vote import can_practise
from hustings.workshop.session.session import Session
from hustings.workshop.terminal import agenda_steps, deciding, notes
from hustings.workshop.terminal import facilitator_steps as steps
from hustings.workshop.terminal.card_votes import picked_answer
from hustings.workshop.terminal.facilitator import Facilitator
from hustings.workshop.terminal.practice_round import practice_round
from hustings.workshop.terminal.prompt import BACK, GoBack, Prompt, terminal_prompt
from hustings.workshop.terminal.warm_up_round import warm_up_round
from hustings.workshop.terminal.workshop_text import folded
from hustings.workshop.views.console.vote_meaning import needs_discussion, proposed_answer

Step = Callable[[Facilitator, str], None]


class EndReason(Enum):
    """Why the program ends: the workshop has ended, it goes on later, or Ctrl-C was pressed."""

    ENDED = "ended"
    LATER = "later"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Command:
    """A word that can be typed. With a `kind` it is listed only while such an entry is possible."""

    word: str
    step: Step
    about: str
    kind: EntryKind | None = None


COMMANDS = (
    Command(english("practice"), practice_round, english("a vote to practise with; it counts for nothing")),
    Command(english("warm"), warm_up_round, english("a question to begin with; or your own: warm What went well?")),
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
    Command(english("skip"), agenda_steps.skip, english("skip it, or a number: skip 3"), EntryKind.SKIPPED),
    Command(english("unskip"), agenda_steps.unskip, english("take up what was skipped: unskip 3")),
    Command(english("move"), agenda_steps.move, english("put number 5 before number 2: move 5 2")),
    Command(english("minutes"), agenda_steps.minutes, english("this part: minutes 20; number 5 in 3: minutes 3 5")),
    Command(english("until"), agenda_steps.until, english("when the room must be left: until 17:00")),
    Command(english("undo"), deciding.undo, english("take the last decision back, or that of a number: undo 3")),
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


def facilitate_in_terminal(session: Session, *, resume: str = "", prompt: Prompt | None = None) -> EndReason:
    """Run until the workshop ends or the facilitator quits. `resume` is the hint on how to continue later."""
    facilitator = Facilitator(session, prompt or terminal_prompt())
    reason = EndReason.LATER
    try:
        _greet(facilitator)
        while not facilitator.ended:
            _read_line(facilitator)
    except EOFError:
        facilitator.prompt.write("")
    except KeyboardInterrupt:
        facilitator.prompt.write("")
        reason = EndReason.INTERRUPTED
    if session.room.finished:
        return EndReason.ENDED
    facilitator.prompt.say(say("All that was taken is saved."))
    facilitator.prompt.write(resume)  # on one line, so that it can be copied
    return reason


def _read_line(facilitator: Facilitator) -> None:
    """Read one line and run it."""
    prompt, enter = _next_step(facilitator)
    timer = steps.timer_text(facilitator.session)
    try:
        typed = facilitator.prompt.ask(f"[{timer}] {prompt}" if timer else prompt, LONGEST)
        _run_line(facilitator, typed, enter)
    except GoBack:
        facilitator.prompt.say(say("Nothing was changed."))
    except UnreadableError:
        facilitator.prompt.say(say("All that was taken is saved."))
        raise
    except InputError as wrong:
        facilitator.prompt.say(str(wrong))


def _greet(facilitator: Facilitator) -> None:
    room = facilitator.session.room
    if room.finished:
        facilitator.prompt.say(say("The workshop has ended. Decisions can be corrected: go to one, then `reopen`."))
    elif room.current and facilitator.session.topic(room.current).phase not in DONE:
        facilitator.prompt.say(say("The workshop goes on where it stopped."))
        steps.take(facilitator, room.current)
    else:
        facilitator.prompt.say(say("A workshop without phones: people hold up cards with letters, you type how many."))
        if can_practise(facilitator.session):
            facilitator.prompt.say(say("`practice` is one vote to try it out; nothing of it is kept."))
    facilitator.prompt.say(say("Enter does what comes next. ? lists what you can type."))


# --- the next step -----------------------------------------------------------------------------------------


def _next_step(facilitator: Facilitator) -> tuple[str, Step]:
    """The prompt, and the step that Enter does."""
    question, phase = facilitator.question, facilitator.topic.phase
    match phase:
        case _ if question is None or phase in DONE:
            return _step_between_questions(facilitator)
        case QuestionPhase.OPEN:
            pending = bool(facilitator.pending_cards)
            return (say("Enter takes them and closes the vote:") if pending else say("Cards:")), _close
        case QuestionPhase.CLOSED:
            return say("Enter shows the votes:"), steps.reveal
        case QuestionPhase.REVEALED | QuestionPhase.DISCUSSING:
            return _step_after_votes(facilitator)
        case _ if not votable(question):
            return say("Answer:"), _ask_for_answer
        case _:
            return say("Enter opens the vote:"), steps.vote


def _step_between_questions(facilitator: Facilitator) -> tuple[str, Step]:
    """Without a current question: the next one, then what is open, then the read-back."""
    if facilitator.session.room.finished:
        return say("Correction round (`quit` leaves):"), steps.read_back
    if (current := facilitator.session.topic(facilitator.session.room.current)).phase in (
        QuestionPhase.OPEN,
        QuestionPhase.CLOSED,
    ):
        return say("Another vote waits. Enter goes back to it:"), lambda leading, _: steps.take(
            leading, current.question
        )
    sections = agenda(facilitator.session)
    if (upcoming := next_up(sections)) is not None:
        remaining = forecast(facilitator.session)
        to_do = amount(len(remaining.questions), len(remaining.may_follow))
        summary = say("To do: {amount}; about {time}.", amount=to_do, time=duration(remaining.minutes))
        facilitator.prompt.say("", summary, say("Next: {question}", question=upcoming.text))
        agenda_steps.say_cost(facilitator)
        return say("Enter opens its vote:") if votable(upcoming) else say("Enter takes it:"), steps.vote
    undecided = [line.question.id for line in all_lines(sections) if line.waits]
    agenda_steps.say_skipped(facilitator)
    if undecided:
        facilitator.prompt.say(
            "", several(len(undecided), "{n} question is still open.", "{n} questions are still open.")
        )
        return say("Enter takes the first, `finish` ends the workshop:"), lambda leading, _: steps.take(
            leading, undecided[0]
        )
    return say("All is decided. Enter reads it back, `finish` ends the workshop:"), steps.read_back


def _step_after_votes(facilitator: Facilitator) -> tuple[str, Step]:
    """After the votes are shown: discuss, vote again, or decide."""
    question, topic = facilitator.required_question(), facilitator.topic
    may_vote_again = len(topic.rounds) < ROUNDS
    if may_vote_again and topic.phase is QuestionPhase.REVEALED and needs_discussion(facilitator.session, question):
        return say("Enter opens the discussion; a letter decides:"), steps.discuss
    if may_vote_again and topic.phase is QuestionPhase.DISCUSSING:
        return say("Enter opens the second vote; a letter decides:"), steps.vote
    if proposed_answer(facilitator.session, question) is None:
        return say("Type the letter to record, or `leave` to leave it open:"), _ask_for_answer
    return say("Enter records what the votes say; a letter, something else:"), lambda leading, _: deciding.record_votes(
        leading
    )


def _close(facilitator: Facilitator, rest: str) -> None:
    if not (
        facilitator.pending_cards or facilitator.topic.entered.cast or facilitator.session.votes(facilitator.topic)
    ):
        raise InputError(say("No card was counted yet."), say("`close` closes the vote all the same."))
    steps.close(facilitator, rest)


def _ask_for_answer(facilitator: Facilitator, _rest: str) -> None:
    hint = (
        say("Type the letter of a choice.")
        if votable(facilitator.required_question())
        else say("Type it in, then Enter.")
    )
    raise InputError(say("Nothing comes by itself here."), f"{hint} {say('? lists what you can type.')}")


# --- typed lines -------------------------------------------------------------------------------------------


def _run_line(facilitator: Facilitator, typed: str, enter: Step) -> None:
    """Run a typed line: Enter, a command, counts of cards, or an answer."""
    word, _, rest = typed.removeprefix("/").partition(" ")
    if not typed:
        enter(facilitator, "")
    elif typed == "?":
        _list_commands(facilitator)
    elif (command := _command(word)) is not None:
        command.step(facilitator, rest)
    else:
        _answer_or_cards(facilitator, typed)


def _command(word: str) -> Command | None:
    low = word.lower()
    return next((command for command in COMMANDS if low in (command.word, say(command.word))), None)


def _answer_or_cards(facilitator: Facilitator, typed: str) -> None:
    """Run a line that is no command: counts while a vote is open, otherwise an answer to the current question."""
    question, phase = facilitator.question, facilitator.topic.phase
    if question is None:
        raise _not_understood(typed, say("To answer, press Enter first. ? lists what you can type."))
    if phase in (*DONE, QuestionPhase.CLOSED):
        raise _not_understood(typed)
    if phase is QuestionPhase.OPEN:
        if not any(mark.isdigit() for mark in typed):
            raise _not_understood(typed)
        steps.cards(facilitator, typed)
    elif not votable(question):
        deciding.record(facilitator, {"value": typed})
    elif (picked := picked_answer(question, typed)) is not None:
        deciding.record(facilitator, picked)
    else:
        raise _not_understood(typed)


def _not_understood(typed: str, default_hint: str = "") -> InputError:
    """The error for a line that is not understood. A single word may be a mistyped command."""
    words = typed.lower().split()
    similar = near(words[0], sorted({say(command.word) for command in COMMANDS})) if len(words) == 1 else ""
    hint = say("Did you mean `{word}`?", word=similar) if similar else default_hint or say("? lists what you can type.")
    return InputError(say("“{typed}” cannot be understood here.", typed=typed[:40]), hint)


def _list_commands(facilitator: Facilitator) -> None:
    """List what can be typed now."""
    for command in COMMANDS:
        if command.kind not in (None, EntryKind.OPENED) and facilitator.question is None:
            continue
        if command.step is practice_round and not can_practise(facilitator.session):
            continue
        if command.kind is None or may(facilitator.session.room, command.kind, facilitator.question_id):
            facilitator.prompt.show(folded(say(command.about), facilitator.prompt.width, f"  {say(command.word):<9}  "))
    facilitator.prompt.say(say("A letter alone is the answer that is recorded."))
    facilitator.prompt.say(say("`{back}` leaves a step as it was.", back=say(BACK)))
