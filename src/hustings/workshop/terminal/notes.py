"""Written notes in the terminal: notes, parked thoughts, and evidence that somebody will bring.

A participant's note may be printed in the report, so the facilitator can hide it.
"""

from __future__ import annotations

from collections.abc import Iterable

from hustings.answers.accept import LONGEST_NAME
from hustings.messages import say
from hustings.problems import InputError
from hustings.scoring.workshop.time_budget import DONE
from hustings.workshop.session.commands import act
from hustings.workshop.terminal.facilitator import Facilitator
from hustings.workshop.terminal.workshop_text import folded


def park(facilitator: Facilitator, rest: str) -> None:
    """`park`: park the current question, or a thought that belongs to none."""
    question = facilitator.question if facilitator.topic.phase not in DONE else None
    if question is None and not rest:
        rest = facilitator.prompt.ask_required(say("What is to be parked?"))
    act(facilitator.session, {"act": "park", "question": question.id if question else "", "text": rest})
    facilitator.prompt.say(say("Parked. It stays on the list and can be taken up again."))
    facilitator.question_id = "" if question else facilitator.question_id


def note(facilitator: Facilitator, rest: str) -> None:
    """`note`: write a note on the current question into the log."""
    facilitator.run("note", text=rest or facilitator.prompt.ask_required(say("Note:")))
    facilitator.prompt.say(say("Written down."))


def hide(facilitator: Facilitator, rest: str) -> None:
    """`hide`: keep a participant's note out of the report."""
    text = _chosen(facilitator, rest, facilitator.topic.notes, say("No note of this question is shown."))
    facilitator.run("hide", text=text)
    facilitator.prompt.say(say("Hidden: it is in no report. `unhide` shows it again."))


def unhide(facilitator: Facilitator, rest: str) -> None:
    """`unhide`: show a hidden note again."""
    text = _chosen(facilitator, rest, facilitator.topic.hidden, say("No note of this question is hidden."))
    facilitator.run("unhide", text=text)
    facilitator.prompt.say(say("The note is shown again, and may be printed in the report."))


def _chosen(facilitator: Facilitator, rest: str, notes: Iterable[str], if_none: str) -> str:
    """Ask for one of these notes by its number."""
    facilitator.required_question()
    listed = tuple(dict.fromkeys(notes))
    if not listed:
        raise InputError(if_none)
    if not rest:
        for number, text in enumerate(listed, start=1):
            facilitator.prompt.show(folded(text, facilitator.prompt.width, f"  {number}  "))
    typed = rest or facilitator.prompt.ask_required(say("Which one? Its number:"))
    if not (typed.isascii() and typed.isdigit() and len(typed) < 4 and 0 < int(typed) <= len(listed)):  # noqa: PLR2004
        raise InputError(say("Give a number from 1 to {most}.", most=len(listed)))
    return listed[int(typed) - 1]


def fetch(facilitator: Facilitator, rest: str) -> None:
    """`fetch`: record which evidence is to be brought, by whom and when."""
    text = rest or facilitator.prompt.ask_required(say("Which evidence is to be fetched?"))
    owner = facilitator.prompt.ask(say("Who brings it? Enter if nobody is named:"), LONGEST_NAME)
    due = facilitator.prompt.day(say("By when? Enter if there is no date:"), facilitator.session.date_order)
    facilitator.run("fetch", text=text, owner=owner, due=due)
    facilitator.prompt.say(say("Written down."))
