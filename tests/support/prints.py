"""A page that was printed in this run is not printed again: the same page on the same paper makes the same bytes.

(That it does is shown by tests/report/render/test_pdf.py, which prints anew.) The theme that ships is the only one
that is printed in the program itself, and it stays as it is while tests run.
"""

from __future__ import annotations

from collections.abc import Callable

from hustings.messages import spoken
from hustings.report.render import pdf
from hustings.report.render.themes.isolated_theme import PrintedReport
from support.once import once

Print = Callable[..., PrintedReport]


def share_prints() -> None:
    """From now on, this process and its forks print reports and worksheets once in a run."""
    pdf.archived_pdf = printed_once(pdf.archived_pdf)
    pdf.fillable_pdf = printed_once(pdf.fillable_pdf)


def printed_once(print_: Print) -> Print:
    """A function of `hustings.report.render.pdf` that looks first whether it was called so before in this run."""

    def printed(*given: object, **named: object) -> PrintedReport:
        return once(print_.__name__, (spoken(), *given, named), lambda: print_(*given, **named))

    return printed
