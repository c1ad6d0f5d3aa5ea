"""What is written down beside the votes, in the terminal: notes, thoughts for later, evidence that somebody will bring.

A note from the room may be printed, so the facilitator can hide it.
"""

from __future__ import annotations

from collections.abc import Iterable

from hustings.answers.accept import LONGEST_NAME
from hustings.messages import say
from hustings.problems import InputError
from hustings.scoring.workshop.time_budget import DONE
from hustings.workshop.session.commands import act
from hustings.workshop.terminal.steps import Facilitator
from hustings.workshop.terminal.workshop_text import folded


def park(lead: Facilitator, rest: str) -> None:
    """The question in hand, or a thought without one."""
    question = lead.question if lead.topic.phase not in DONE else None
    if question is None and not rest:
        rest = lead.talk.needed(say("What is to be parked?"))
    act(lead.session, {"act": "park", "question": question.id if question else "", "text": rest})
    lead.talk.say(say("Parked. It stays on the list and can be taken up again."))
    lead.at = "" if question else lead.at


def note(lead: Facilitator, rest: str) -> None:
    """`note`: write a note on the question at hand into the log."""
    lead.do("note", text=rest or lead.talk.needed(say("Note:")))
    lead.talk.say(say("Written down."))


def hide(lead: Facilitator, rest: str) -> None:
    """Keep a note from the room out of the report."""
    text = _chosen(lead, rest, lead.topic.notes, say("No note of this question is shown."))
    lead.do("hide", text=text)
    lead.talk.say(say("Hidden: it is in no report. `unhide` shows it again."))


def unhide(lead: Facilitator, rest: str) -> None:
    """`unhide`: show a hidden note again."""
    text = _chosen(lead, rest, lead.topic.hidden, say("No note of this question is hidden."))
    lead.do("unhide", text=text)
    lead.talk.say(say("The note is shown again, and may be printed in the report."))


def _chosen(lead: Facilitator, rest: str, notes: Iterable[str], none: str) -> str:
    """One of these notes, by its number."""
    lead.asked()
    listed = tuple(dict.fromkeys(notes))
    if not listed:
        raise InputError(none)
    if not rest:
        for number, text in enumerate(listed, start=1):
            lead.talk.show(folded(text, lead.talk.width, f"  {number}  "))
    at = rest or lead.talk.needed(say("Which one? Its number:"))
    if not (at.isascii() and at.isdigit() and len(at) < 4 and 0 < int(at) <= len(listed)):  # noqa: PLR2004
        raise InputError(say("Give a number from 1 to {most}.", most=len(listed)))
    return listed[int(at) - 1]


def fetch(lead: Facilitator, rest: str) -> None:
    """`fetch`: write down which evidence is to be brought, by whom and when."""
    what = rest or lead.talk.needed(say("Which evidence is to be fetched?"))
    owner = lead.talk.ask(say("Who brings it? Enter if nobody is named:"), LONGEST_NAME)
    due = lead.talk.day(say("By when? Enter if there is no date:"), lead.session.date_order)
    lead.do("fetch", text=what, owner=owner, due=due)
    lead.talk.say(say("Written down."))
