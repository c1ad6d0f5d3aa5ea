"""The second program: fills and lays out a theme that is not ours, and writes the result to its output."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any, BinaryIO

from hustings.messages import speaking
from hustings.problems import InputError
from hustings.report.document.document_records import Document
from hustings.report.limited_program import work_on
from hustings.report.render.html import filled_page
from hustings.report.render.pdf import archived_pdf, fillable_pdf
from hustings.report.render.print_size import render_printed
from hustings.report.render.themes.isolated_theme import PrintedReport


def main(content: BinaryIO) -> bytes:
    """Run the task from the input. The output is a header of one line, then the page or the PDF."""
    task, words, given = pickle.load(content)  # noqa: S301 - written by the program that started this one
    with speaking(words):
        try:
            return _told(_document(content, *given) if task == "document" else _done(task, given))
        except InputError as wrong:
            return json.dumps({"what": wrong.what, "hint": wrong.hint}).encode()


def _document(content: BinaryIO, document: Document, theme: Path, paper: str) -> PrintedReport:
    """The PDF of a document. What it carries comes after it, so that its page is filled meanwhile."""
    page = render_printed(document, theme)
    assessment, carried = pickle.load(content)  # noqa: S301 - as above
    return archived_pdf(page, theme, paper, assessment, carried, alone=False)


def _done(task: str, given: tuple[Any, ...]) -> PrintedReport:
    if task == "page":
        return PrintedReport(filled_page(*given).encode(), 0, ())
    return archived_pdf(*given) if task == "report" else fillable_pdf(*given)


def _told(made: PrintedReport) -> bytes:
    head = json.dumps({"pages": made.pages, "missing": made.missing})
    return head.encode() + b"\n" + made.content


if __name__ == "__main__":
    work_on(main)
