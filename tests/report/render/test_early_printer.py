"""The program that prints is started while the page is being made, where that saves time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hustings.report.limited_program import SecondProgram
from hustings.report.render.early_printer import LIMITS, MODULE

pytestmark = pytest.mark.slow

STARTED = """
import sys
from hustings.report.render.early_printer import early_printer
for wanted in (True, False):
    with early_printer(wanted=wanted) as program:
        print(program is not None)
import weasyprint
with early_printer(wanted=True) as program:
    print(program is not None)
"""


def test_it_is_started_where_it_saves_time() -> None:
    said = subprocess.run([sys.executable, "-c", STARTED], check=True, capture_output=True, text=True)
    assert ["True", "False", "False"] == said.stdout.split()


def test_it_ends_with_its_context_also_when_nothing_was_printed() -> None:
    with SecondProgram(MODULE, LIMITS) as program:
        assert program.number > 0
    assert not Path(f"/proc/{program.number}").exists()
