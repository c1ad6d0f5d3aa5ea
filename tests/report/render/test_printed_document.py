"""A document that is printed by the program that was started for it is the one that is printed here."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import pytest

from hustings.problems import InputError
from hustings.report.document.answer_records import AnswerLine, AnswerSection
from hustings.report.limited_program import SecondProgram
from hustings.report.render.early_printer import LIMITS, MODULE
from hustings.report.render.pdf import Carried
from hustings.report.render.printed_document import printed_document
from support.report import plain_theme, town_report

pytestmark = pytest.mark.slow


def attached() -> tuple[str, Carried]:
    return "{}", ()


def test_both_print_the_same() -> None:
    with SecondProgram(MODULE, LIMITS) as program:
        printed = [
            printed_document(
                town_report(), plain_theme(), attached, paper="letter", step=lambda _: nullcontext(), printer=one
            )
            for one in (None, program)
        ]
    assert printed[0] == printed[1]


def test_what_is_too_much_to_print_is_said_from_there_too() -> None:
    """Also where more is sent than a pipe holds, which the program then does not read."""
    line = AnswerLine("Is it so?", "It is.", "", "", "")
    long = replace(town_report(), answers=(AnswerSection("Asked", (line,) * 5000, ""),))
    with SecondProgram(MODULE, LIMITS) as program, pytest.raises(InputError, match="too much to print"):
        printed_document(
            long,
            plain_theme(),
            lambda: ("x" * 1_000_000, ()),
            paper="letter",
            step=lambda _: nullcontext(),
            printer=program,
        )
