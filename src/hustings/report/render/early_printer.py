"""The program that prints a report, started while the report is still being made.

Loading WeasyPrint takes as long as reading the pack and filling the page; on two cores both are done in the time of
one. Only the theme that ships is printed so, because another one's page is checked by a program of its own. Where
WeasyPrint is loaded already, as for the second report of a menu, nothing is gained, and no program is started.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from hustings.report.limited_program import Limits, SecondProgram

MODULE = "hustings.report.render.print_program"
LIMITS = Limits(seconds=600, work=300, memory=2_000_000_000, output=100_000_000)
"""Ours is trusted, so these end only what has gone wrong; the longest that is let through takes 25 seconds."""


@contextmanager
def early_printer(*, wanted: bool) -> Iterator[SecondProgram | None]:
    """The program, started now and ended with the context; None if it is not wanted or would save nothing."""
    if not wanted or "weasyprint" in sys.modules:
        yield None
        return
    with SecondProgram(MODULE, LIMITS) as program:
        yield program
