"""A filled worksheet that the facilitator gives to the console while the workshop runs.

`hustings.workshop` cannot read PDF files, so it is given this reader. A second program reads the file, as for `hustings
import`, and votes are taken meanwhile; then the votes of the sheet are imported in one step.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hustings.casefile import CaseJournal
from hustings.cli.verbs.import_ import import_into
from hustings.cli.workshop.returned_worksheets import read_sheets
from hustings.messages import say
from hustings.problems import InputError, PackError
from hustings.workshop.session.session import Session

Take = Callable[[], list[str]]


def read_upload(session: Session, content: bytes) -> Take:
    """Read a sheet; the function that is returned imports it, and says what was taken. Raises `InputError`."""
    journal = session.journal
    assert isinstance(journal, CaseJournal)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        path.write_bytes(content)
        try:
            sheets = read_sheets((path,), session.pack, journal.case.latest(), session.answers)
        except PackError as wrong:
            raise InputError(_sentence(wrong.problems[0].what), wrong.problems[0].hint) from wrong
    named = tuple(replace(sheet, file=say("The sheet")) for sheet in sheets)

    def take() -> list[str]:
        lines = import_into(journal, named, session.pack)
        session.read_again()
        return [*lines, *(sentence for sheet in named for sentence in sheet.notes)]

    return take


def _sentence(problem: str) -> str:
    """What is wrong, which in a list of problems has neither a capital nor a full stop."""
    return f"{problem[:1].upper()}{problem[1:].rstrip('.')}."
