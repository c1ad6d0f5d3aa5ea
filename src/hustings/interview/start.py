"""One sitting: which face fits this terminal, the conversation, and what is said when it ends - however it ends."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from hustings.answers import flow
from hustings.answers.compatibility import fitting
from hustings.answers.events import Answers, Log, State
from hustings.answers.replay import replay
from hustings.interview import navigation
from hustings.interview.conversation import Conversation, LeftError, guide
from hustings.interview.page import Face, Summary
from hustings.interview.section_summary import section_summary
from hustings.interview.terminal.line_mode import LineMode
from hustings.interview.terminal.signals import signals_leave
from hustings.line_input import line_input
from hustings.messages import english, say, several
from hustings.pack.model import Pack
from hustings.problems import InputError

INSTEAD = english("Answer line by line with --plain, or all at once with --answers FILE.")
DUMB = ("dumb", "unknown")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a sitting ended. `answered` counts the answers that stand; `interrupted`: it was left by Ctrl-C."""

    finished: bool
    answered: int
    interrupted: bool = False


def interview(
    pack: Pack,
    log: Log,
    *,
    plain: bool = False,
    start: str | None = None,
    width: int | None = None,
    on_summary: Summary = section_summary,
    resume: str = "",
    today: Callable[[], date] = date.today,
) -> Outcome:
    """Ask what is still open, until it is finished or left; each answer is in the log before the next page appears.

    `start` names a question or section to begin at; `today` tells which dates look mistyped. `resume` is the
    sentence that says how to go on later. Raises `InputError` where there is nobody to ask, and
    SystemExit(128 + signal) on SIGTERM and SIGHUP, with all saved.
    """
    face = fitting_face(plain=plain, width=width)
    answers, _ = fitting(pack, replay(log.events()))
    here = navigation.begin(pack, answers, start)
    with signals_leave():
        try:
            with face.open():
                guide(Conversation(face, log, on_summary, today), here, new=not answers)
        except (LeftError, KeyboardInterrupt) as left:
            interrupted = isinstance(left, KeyboardInterrupt) or left.interrupted
            return Outcome(finished=False, answered=_ended(face, pack, log, resume), interrupted=interrupted)
        except (SystemExit, InputError):
            _ended(face, pack, log, resume)
            raise
    return Outcome(finished=True, answered=_ended(face, pack, log, ""))


def _ended(face: Face, pack: Pack, log: Log, resume: str) -> int:
    """Count the answers that stand; say what is saved and how to go on; a terminal that is gone cannot be told."""
    answers, _ = fitting(pack, replay(log.events()))
    count = sum(1 for question in flow.visible(pack, answers) if _says_something(answers, question.id))
    with suppress(OSError):
        face.say(several(count, "{n} answer is saved.", "{n} answers are saved."), *((resume,) if resume else ()))
    return count


def _says_something(answers: Answers, question: str) -> bool:
    return question in answers and answers[question].state is not State.BLANK


def fitting_face(*, plain: bool, width: int | None) -> Face:
    """The terminal if there is one, plain lines if they are wanted or it can do no more."""
    if plain or (_terminal() and os.environ.get("TERM", "").lower() in DUMB):
        if not _readable():
            raise InputError(
                say("There is nothing to read answers from."), say("Give all answers at once with --answers FILE.")
            )
        return LineMode(width or shutil.get_terminal_size().columns, line_input())
    if not _terminal():
        raise InputError(say("There is no terminal to ask in."), say(INSTEAD))
    from hustings.interview.terminal.full_screen import FullScreen

    return FullScreen(width)


def _terminal() -> bool:
    return all(stream is not None and not stream.closed and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _readable() -> bool:
    """Whether lines can come: from a terminal, a pipe or a file, not from a closed stream or /dev/null."""
    if sys.stdin is None or sys.stdin.closed:
        return False
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return sys.stdin.isatty() or not stat.S_ISCHR(mode)
