"""The steps that change the agenda in the terminal: skip, take up again, move, and the minutes that a part may take."""

from __future__ import annotations

from hustings.messages import say, several
from hustings.problems import InputError
from hustings.scoring.workshop.time_spent import time_forecast
from hustings.workshop.session.agenda.agenda import agenda, forecast
from hustings.workshop.session.commands import act
from hustings.workshop.terminal.facilitator import Facilitator, is_number
from hustings.workshop.views.console.console_time import stay_lines


def skip(facilitator: Facilitator, rest: str) -> None:
    """`skip`: skip the current question, or that of a number; it stays open."""
    name = _named(facilitator, rest)
    act(facilitator.session, {"act": "skip", "question": name})
    facilitator.prompt.say(say("Skipped: it counts as open. `unskip` takes it up again."))
    if facilitator.question_id == name:
        facilitator.question_id = ""


def unskip(facilitator: Facilitator, rest: str) -> None:
    """`unskip`: put the skipped question of a number back on the agenda, or the current one."""
    act(facilitator.session, {"act": "unskip", "question": _named(facilitator, rest)})
    facilitator.prompt.say(say("It is on the agenda again."))


def move(facilitator: Facilitator, rest: str) -> None:
    """`move`: put the question of one number before that of another in the same part."""
    asked = say("Which number, and before which one? Such as 5 2:")
    numbers = (rest or facilitator.prompt.ask_required(asked)).split()
    if len(numbers) != 2:  # noqa: PLR2004 - one number before another
        raise InputError(say("Two numbers of the agenda are needed."), say("Write it like: move 5 2"))
    moved, before = map(facilitator.numbered, numbers)
    section = next(part for part in agenda(facilitator.session) if moved in [one.question.id for one in part.lines])
    order = [line.question.id for line in section.lines if line.question.id != moved]
    if before not in order:
        raise InputError(say("Both must be in the same part of the agenda."))
    order.insert(order.index(before), moved)
    act(facilitator.session, {"act": "arrange", "section": section.id, "order": order})
    facilitator.listed_questions = ()
    facilitator.prompt.say(say("Moved. `agenda` lists the new order."))


def minutes(facilitator: Facilitator, rest: str) -> None:
    """`minutes`: how long the part of the current question may take; or, with a second number, that question."""
    asked = say("How many minutes may this part take? 0 for no limit:")
    typed, _, number = (rest or facilitator.prompt.ask_required(asked)).partition(" ")
    if not is_number(typed):
        raise InputError(say("Give whole minutes, such as: minutes 20"))
    part = (
        {"question": facilitator.numbered(number.strip())}
        if number
        else {"section": facilitator.required_question().section}
    )
    act(facilitator.session, {"act": "budget", "minutes": int(typed), **part})
    facilitator.prompt.say(say("Written down."))


def until(facilitator: Facilitator, rest: str) -> None:
    """`until`: when the room must be left, such as 17:00."""
    typed = rest or facilitator.prompt.ask_required(say("When must you leave? Such as 17:00:"))
    act(facilitator.session, {"act": "leave_by", "time": typed})
    facilitator.prompt.say(say("Written down."))
    say_cost(facilitator)


def say_cost(facilitator: Facilitator) -> None:
    """Say what it costs to stay with this part, if it costs something."""
    session = facilitator.session
    found = time_forecast(session.pack, session.room, forecast(session), session.clock())
    facilitator.prompt.say(*stay_lines(session, found))


def say_skipped(facilitator: Facilitator) -> None:
    """Say how many questions are skipped, if any."""
    if skipped := sum(line.skipped and not line.done for line in facilitator.agenda_lines()):
        facilitator.prompt.say(several(skipped, "{n} question is skipped.", "{n} questions are skipped."))


def _named(facilitator: Facilitator, rest: str) -> str:
    return facilitator.numbered(rest) if rest else facilitator.required_question().id
