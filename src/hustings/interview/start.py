"""One session of an interview: choosing the face for this terminal, running it, and the message at its end."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from hustings.answers import flow
from hustings.answers.events import Answers, Log, State
from hustings.answers.replay import chosen_edition, replay
from hustings.answers.versions.compatibility import fitting
from hustings.frozen_records import dataclass
from hustings.interview import navigation
from hustings.interview.conversation import Conversation, QuitError
from hustings.interview.pages.hard_stop_page import StopWatch
from hustings.interview.pages.page import Face
from hustings.interview.pages.section_summary import section_summary
from hustings.interview.resumed import resumed_page
from hustings.interview.roles import answered_by_whom
from hustings.interview.run_interview import run_interview
from hustings.interview.terminal.line_mode import LineMode
from hustings.interview.terminal.signals import exit_on_signals
from hustings.line_input import line_input
from hustings.messages import english, say, several
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.problems import InputError

if TYPE_CHECKING:
    from hustings.interview.adaptive import AdaptiveOrder

ALTERNATIVES = english("Answer line by line with --plain, or all at once with --answers FILE.")
DUMB = ("dumb", "unknown")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a session ended. `answered`: the number of answers; `interrupted`: by Ctrl-C; `then`: what to do next."""

    finished: bool
    answered: int
    interrupted: bool = False
    then: str = ""


def interview(
    pack: Pack,
    log: Log,
    *,
    plain: bool = False,
    adaptive: bool = False,
    start: str | None = None,
    width: int | None = None,
    resume: str = "",
    by: str = "",
    today: Callable[[], date] = date.today,
    complete: Pack | None = None,
    sheet: Callable[[str], str] | None = None,
    file: str = "",
    role: str = "",
) -> Outcome:
    """Ask open questions until the interview is finished or left; each answer is saved before the next page appears.

    `adaptive`: what is most likely to settle the band is asked first, and once it is certain, stopping is offered.
    `by`: who answers. `start` names a question or section to begin at; `today` is used to recognise mistyped dates.
    `complete`: the pack with all its editions, to choose another; `sheet`: the command that prints a role's questions.
    `file`: the case file's name. `role`: whose questions come first.
    `resume` is the sentence on how to continue later. Raises `InputError` if there is no input, and `SystemExit(128 +
    signal)` on SIGTERM and SIGHUP, with everything saved.
    """
    face, stops = face_for_terminal(plain=plain, width=width), StopWatch(today)
    events = log.events()
    answers, _ = fitting(pack, replay(events))
    order = _adaptive() if adaptive and not role else None
    position = navigation.begin(pack, answers, start, order.next_open if order else None, role)
    conversation = Conversation(
        face=face,
        log=log,
        summary=partial(section_summary, on=today(), shown=stops.shown),
        today=today,
        why_stop=order.why_stop if order else None,
        stops=stops,
        resumed=partial(resumed_page, events=events, by=by) if answers and start is None else None,
        complete=complete if complete is not None and complete.questionnaire.editions else None,
        file=file,
        people=(lambda at: answered_by_whom(at, log.events(), by, sheet)) if sheet is not None else None,
    )
    with exit_on_signals():
        try:
            with face.open():
                then = run_interview(conversation, position, new=not answers)
        except (QuitError, KeyboardInterrupt) as quit_:
            saved = _report_saved(face, pack, log, resume, complete)
            if isinstance(quit_, KeyboardInterrupt):
                return Outcome(finished=False, answered=saved, interrupted=True)
            return Outcome(finished=False, answered=saved, interrupted=quit_.interrupted, then=quit_.then)
        except (SystemExit, InputError):
            _report_saved(face, pack, log, resume, complete)
            raise
    return Outcome(finished=True, answered=_report_saved(face, pack, log, "", complete), then=then)


def _adaptive() -> AdaptiveOrder:
    """The adaptive order, which is imported with all that it ranks by only where it is asked for."""
    from hustings.interview.adaptive import AdaptiveOrder

    return AdaptiveOrder()


def waits_for(pack: Pack, log: Log, role: str) -> bool:
    """Whether a role has questions that are open now."""
    answers, _ = fitting(pack, replay(log.events()))
    return bool(navigation.of_role(navigation.begin(pack, answers, role=role)))


def _report_saved(face: Face, pack: Pack, log: Log, resume: str, complete: Pack | None) -> int:
    """Count the answers, and print how many are saved and how to continue, unless the terminal is gone."""
    events = log.events()
    pack = scoped(complete, chosen_edition(events)) if complete is not None else pack
    answers, _ = fitting(pack, replay(events))
    count = sum(1 for question in flow.visible(pack, answers) if _is_answered(answers, question.id))
    with suppress(OSError):
        face.say(several(count, "{n} answer is saved.", "{n} answers are saved."), *((resume,) if resume else ()))
    return count


def _is_answered(answers: Answers, question: str) -> bool:
    return question in answers and answers[question].state is not State.BLANK


def face_for_terminal(*, plain: bool, width: int | None) -> Face:
    """The full-screen face if there is a capable terminal; line mode if `plain`, with `ACCESSIBLE`, or otherwise."""
    if plain or os.environ.get("ACCESSIBLE") or (_is_terminal() and os.environ.get("TERM", "").lower() in DUMB):
        if not _has_input():
            raise InputError(
                say("There is nothing to read answers from."), say("Give all answers at once with --answers FILE.")
            )
        return LineMode(width or shutil.get_terminal_size().columns, line_input(), passes=not _is_terminal())
    if not _is_terminal():
        raise InputError(say("There is no terminal to ask in."), say(ALTERNATIVES))
    from hustings.interview.terminal.full_screen import FullScreen

    return FullScreen(width)


def _is_terminal() -> bool:
    return all(stream is not None and not stream.closed and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _has_input() -> bool:
    """Whether lines can be read: from a terminal, a pipe or a file, not from a closed stream or /dev/null."""
    if sys.stdin is None or sys.stdin.closed:
        return False
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return sys.stdin.isatty() or not stat.S_ISCHR(mode)
