"""A workshop led line by line from a test: what is typed goes in as lines, what is said comes back as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from hustings.answers.workshop.workshop_log import Decision, EntryKind, LogEntry
from hustings.casefile import CaseJournal, create, open_case
from hustings.workshop.session.session import Session
from hustings.workshop.terminal.facilitate import EndReason, facilitate_in_terminal
from hustings.workshop.terminal.prompt import Prompt
from support.session import AT, town

MIXED = ("go response_plan", "", "a1 c3", "", "")
AGREED = ("go response_plan", "", "c4", "", "")
"""From the question to votes that were shown."""
RESUME = "Go on with: hustings workshop rivera --terminal"


def led(
    path: Path,
    *typed: str,
    width: int = 72,
    clock: Callable[[], datetime] = lambda: AT,
    end: type[BaseException] = EOFError,
) -> tuple[EndReason, str]:
    """Lead the workshop of a case file, made if it is not there, with these lines; how it was left, what was said."""
    lines, out = iter(typed), list[str]()

    def read(prompt: str) -> str:
        out.append(prompt)
        line = next(lines, None)
        if line is None:
            raise end
        return line

    opening = open_case(path) if path.exists() else create(path, pack=town(), by="Ann", at=AT)
    with opening as case:
        session = Session(town(), CaseJournal(case, "a1", "Ann", clock), clock)
        session.begin()
        left = facilitate_in_terminal(session, resume=RESUME, prompt=Prompt(width, read, out.append))
    return left, "\n".join(out)


def log_of(path: Path) -> tuple[LogEntry, ...]:
    with open_case(path, write=False) as case:
        return case.entries("a1")


def kinds(path: Path) -> list[EntryKind]:
    """What was written down, without the beginning of each sitting."""
    return [entry.kind for entry in log_of(path) if entry.kind not in (EntryKind.BEGAN, EntryKind.RESUMED)]


def last(path: Path, kind: EntryKind) -> LogEntry:
    return [entry for entry in log_of(path) if entry.kind is kind][-1]


def decision(path: Path) -> Decision:
    """The last decision."""
    found = last(path, EntryKind.DECIDED).decision
    assert found is not None
    return found
