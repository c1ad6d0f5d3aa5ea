"""A stranger's theme does its work in a second program, within limits: its pages are filled and laid out there.

A theme is templates, styles and pictures. Any of them may run without end or ask for all the memory there is; then the
second program ends, and this one says so. The theme that ships with Hustings is no stranger's and works in this
program: it would only wait for the second one to start.
"""

from __future__ import annotations

import json
import pickle
from dataclasses import dataclass
from typing import Literal

from hustings.messages import say, words_spoken
from hustings.problems import InputError
from hustings.report.limited_program import LimitError, Limits, Why, confined

MODULE = "hustings.report.render.theme_program"
LIMITS = Limits(seconds=120, work=60, memory=1_000_000_000, output=100_000_000)
Task = Literal["page", "report", "sheet"]


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A PDF, its number of pages, and the characters that no typeface at hand could draw (each once)."""

    content: bytes
    pages: int
    missing: tuple[str, ...]


def in_second_program(task: Task, given: tuple[object, ...]) -> PrintedReport:
    """What the second program made of it: a PDF, or a page of HTML. Raises `InputError`.

    What we send is ours and goes as Python's own records; what comes back is taken for text and bytes, nothing more.
    """
    try:
        answer = confined(MODULE, pickle.dumps((task, words_spoken(), given)), LIMITS)
    except LimitError as wrong:
        raise _refused(wrong.why) from wrong
    head, _, content = answer.partition(b"\n")
    told = json.loads(head)
    if "what" in told:
        raise InputError(str(told["what"]), str(told["hint"]))
    return PrintedReport(content, int(told["pages"]), tuple(map(str, told["missing"])))


def _refused(why: Why) -> InputError:
    said = {
        "time": say("The theme takes longer than {n} seconds to print.", n=LIMITS.work),
        "memory": say("The theme takes more than {n} MB of memory to print.", n=LIMITS.memory // 1_000_000),
        "output": say("The theme prints more than {n} MB.", n=LIMITS.output // 1_000_000),
        "failed": say("The theme cannot be printed: the program that prints it ended early."),
    }
    return InputError(
        said[why], say("Look for loops in its templates, and for pictures and styles that are too large.")
    )
