"""What is written down beside the votes, in the terminal."""

from __future__ import annotations

from pathlib import Path

from hustings.answers.workshop.workshop_log import EntryKind
from hustings.workshop.session.input import written_notes
from support.session import PLAN, people, shown, workshop
from support.terminal import led, log_of

BAD, GOOD = "Kim's cousin said so.", "It is in the drawer."


def test_in_the_terminal(path: Path) -> None:
    with workshop(path) as session:
        people(session, 1)
        shown(session, PLAN, "none")
        for text in (BAD, GOOD):
            written_notes.remark(session, PLAN, text)
    _, said = led(path, "go response_plan", "hide 3", "hide", "1", "hide 2", "unhide", "1", "hide 1")
    assert "Notes may be printed in the report. `hide` keeps one out of it." in said
    assert "Give a number from 1 to 2." in said
    assert f"1  {BAD}" in said
    assert "Hidden: it is in no report. `unhide` shows it again." in said
    assert "Give a number from 1 to 1." in said
    assert "The note is shown again, and may be printed in the report." in said
    notes = [(line.kind, line.notes) for line in log_of(path) if line.kind in (EntryKind.HIDDEN, EntryKind.UNHIDDEN)]
    assert [(EntryKind.HIDDEN, (BAD,)), (EntryKind.UNHIDDEN, (BAD,)), (EntryKind.HIDDEN, (BAD,))] == notes
    _, said = led(path, "go response_plan", "unhide 1", "unhide", "go records_rule", "hide 1")
    assert "No note of this question is hidden." in said
    assert "No note of this question is shown." in said
