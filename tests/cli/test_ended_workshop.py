"""A workshop was cut off at its end: whatever is done next with the case, no name and no vote is left in its file."""

from __future__ import annotations

import shutil
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hustings.answers.workshop.workshop_log import CastVote, EntryKind, LogEntry, Seat, Vote, VoteKind
from hustings.casefile import CaseJournal, open_case
from hustings.cli.cases.opened_case import warn_unerased
from support.casefile import not_root
from support.cli import case_with_sample, hustings
from support.warm import run

pytestmark = pytest.mark.slow

SECRET = "Zebulon Quist"
CUT_OFF = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.casefile import CaseJournal, open_case

journal = CaseJournal(open_case(Path(sys.argv[1])), "a1", "Ann")
journal.add([LogEntry(0, datetime.now(UTC), "", EntryKind.FINISHED)])
os.kill(os.getpid(), signal.SIGKILL)
"""
VERBS = {
    "score": ("score", "rivera"),
    "plan": ("plan", "rivera"),
    "next": ("next", "rivera"),
    "what-if": ("what-if", "rivera", "response_plan=fully"),
    "verify": ("verify", "rivera"),
    "history": ("history", "rivera", "--all"),
    "explain": ("explain", "rivera"),
    "report": ("report", "rivera", "--html", "--out", "report.html"),
    "json": ("score", "rivera", "--json"),
    "kit": ("kit", "rivera"),
    "questions": ("interview", "rivera", "--answers", "more.yaml"),
    "import": ("import", "rivera", "sheet.pdf"),
    "roster": ("workshop", "roster", "rivera"),
    "sheets": ("workshop", "worksheets", "rivera"),
    "guide": ("workshop", "guide", "rivera"),
    "terminal": ("workshop", "rivera", "--terminal"),
}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with a workshop that goes on, somebody in it, and a worksheet of theirs."""
    folder = tmp_path_factory.mktemp("held")
    path = case_with_sample(folder)
    with open_case(path) as case:
        journal = CaseJournal(case, "a1", "Ann")
        journal.add([LogEntry(0, datetime.now(UTC), "", EntryKind.BEGAN)])
        journal.sit(Seat(0, SECRET, "manager", token="t"))
        journal.cast(CastVote(1, "candidate_media", 1, Vote(VoteKind.DONT_KNOW, None, f"{SECRET} says so."), SECRET))
    made = hustings("workshop", "worksheets", "rivera", cwd=folder)
    assert 0 == made.code, made
    shutil.copy(next(folder.rglob("*.pdf")), folder / "sheet.pdf")
    (folder / "more.yaml").write_text("campaign_name: Rivera for Council\n")
    return folder


@pytest.fixture
def folder(held: Path, tmp_path: Path) -> Path:
    """A copy of it, in which the end of the workshop is on disk and nothing more."""
    for name in ("rivera.hustings", "sheet.pdf", "more.yaml"):
        shutil.copy(held / name, tmp_path)
    done = run([sys.executable, "-c", CUT_OFF, tmp_path / "rivera.hustings"])
    assert -signal.SIGKILL == done.returncode
    assert [] != readable(tmp_path)
    return tmp_path


def readable(folder: Path) -> list[str]:
    """The parts of the case file, and whatever was made of it, in which the name stands."""
    found = (file for file in folder.rglob("*") if file.is_file() and file.name != "sheet.pdf")
    return sorted(file.name for file in found if SECRET.encode() in file.read_bytes())


@pytest.mark.parametrize("verb", VERBS)
def test_the_next_verb_finds_and_leaves_nobody(folder: Path, verb: str) -> None:
    ran = hustings(*VERBS[verb], cwd=folder, stdin="quit\n")
    assert SECRET not in ran.out + ran.err
    assert "Traceback" not in ran.err
    assert [] == readable(folder)
    assert not (folder / "rivera.hustings-wal").exists()


def test_a_file_that_may_not_be_written_is_said_to_hold_them_still(
    folder: Path, common: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "rivera.hustings"
    with open_case(path) as case:
        CaseJournal(case, "a1", "Ann").sit(Seat(0, SECRET))
    shutil.copy(path, common)
    path = common / path.name
    path.chmod(0o444)
    common.chmod(0o555)
    with not_root(), open_case(path, write=False) as case:
        warn_unerased(case)
    assert capsys.readouterr().err == (
        "Note: rivera.hustings still holds names and single votes of a workshop that has ended: they could not be "
        "deleted now.\n  Open it where it may be written and no other program reads it, and they will be.\n"
    )
