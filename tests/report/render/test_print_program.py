"""The program that prints a page of the shipped theme prints what this program would."""

from __future__ import annotations

import pytest

from hustings.report import render_html
from hustings.report.limited_program import SecondProgram
from hustings.report.render.early_printer import LIMITS, MODULE
from hustings.report.render.pdf import pdf_bytes
from support.report import plain_theme, print_of, town_report

pytestmark = pytest.mark.slow


def test_a_program_that_was_started_prints_the_same() -> None:
    page, theme = render_html(town_report(), plain_theme()), plain_theme()
    with SecondProgram(MODULE, LIMITS) as program:
        printed = pdf_bytes(page, theme, paper="letter", attachment="{}", printer=program)
    assert print_of(page) == printed
