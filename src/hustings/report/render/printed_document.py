"""A document to PDF: its page is filled and printed here, or by the program that was started for it.

That program has compiled the templates while it waited, and fills the page while this one makes what the report
carries.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from hustings.report.document.document_records import Document
from hustings.report.limited_program import SecondProgram
from hustings.report.render.pdf import Carried, pdf_bytes
from hustings.report.render.print_size import render_printed
from hustings.report.render.themes.isolated_theme import PrintedReport, in_second_program
from hustings.report.render.themes.theme_folder import ships

Attached = Callable[[], tuple[str, Carried]]
"""Makes the assessment as JSON, or nothing, and what else is put into the file."""


def printed_document(
    document: Document,
    theme: Path,
    attached: Attached,
    *,
    paper: str,
    step: Callable[[str], AbstractContextManager[None]],
    printer: SecondProgram | None,
) -> PrintedReport:
    """The PDF of a document. Raises `InputError`. `step` times what is done here; `printer`: see `early_printer`."""
    if printer is not None and ships(theme):
        with step("PDF"):
            return in_second_program("document", (document, theme, paper), printer, attached)
    with step("page"):
        page = render_printed(document, theme)
    with step("PDF"):
        assessment, carried = attached()
        return pdf_bytes(page, theme, paper=paper, attachment=assessment, carried=carried, printer=printer)
