"""A theme that is not ours is filled and laid out by a second program, within limits.

Its templates, styles and pictures may run without end or use all memory; then the second program ends, and this one
reports it. The theme that ships with Hustings is trusted and runs in this program, which is faster.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.messages import say, words_spoken
from hustings.problems import InputError
from hustings.report.limited_program import LimitError, Limits, SecondProgram, Why, confined

MODULE = "hustings.report.render.themes.theme_program"
LIMITS = Limits(seconds=120, work=60, memory=1_000_000_000, output=100_000_000)
Task = Literal["page", "report", "sheet", "document"]


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A PDF, its number of pages, and the characters without a glyph (each once)."""

    content: bytes
    pages: int
    missing: tuple[str, ...]


def in_second_program(
    task: Task,
    given: tuple[object, ...],
    started: SecondProgram | None = None,
    later: Callable[[], tuple[object, ...]] | None = None,
) -> PrintedReport:
    """The output of the second program, or of one that has `started`: a PDF, or a page of HTML. Raises `InputError`.

    Our own data is sent as a pickle; the reply is read as text and bytes only. `later` makes more for a program that
    has started, while that works on what was sent.
    """
    content = pickle.dumps((task, words_spoken(), given))
    if started and later:
        started.send(content)
        content = pickle.dumps(later())
    try:
        answer = started.answer(content) if started else confined(MODULE, content, LIMITS)
    except LimitError as wrong:
        raise _refused(wrong.why) from wrong
    head, _, content = answer.partition(b"\n")
    reply = json.loads(head)
    if "what" in reply:
        raise InputError(str(reply["what"]), str(reply["hint"]))
    return PrintedReport(content, int(reply["pages"]), tuple(map(str, reply["missing"])))


def _refused(why: Why) -> InputError:
    messages = {
        "time": say("The theme takes longer than {n} seconds to print.", n=LIMITS.work),
        "memory": say("The theme takes more than {n} MB of memory to print.", n=LIMITS.memory // 1_000_000),
        "output": say("The theme prints more than {n} MB.", n=LIMITS.output // 1_000_000),
        "failed": say("The theme cannot be printed: the program that prints it ended early."),
    }
    return InputError(
        messages[why], say("Look for loops in its templates, and for pictures and styles that are too large.")
    )
