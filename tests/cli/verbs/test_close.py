"""`hustings close`: read-only from now on; each verb that writes says so, and a signed report stays what it was."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.casefile import CaseJournal, open_case
from support.casefile import AT, fresh
from support.cli import hustings, refused
from support.session import TOWN
from support.workshop_case import case_with_workshop

pytestmark = pytest.mark.slow

PACK = ("--pack", str(TOWN))
CLOSED = ("was closed on ", " by Cleo: nothing can be added to it.\n  For the next visit: hustings follow-up. ")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with a workshop that has ended, closed by Cleo."""
    path = case_with_workshop(tmp_path)
    ran = hustings("close", "rivera", "--by", "Cleo", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    return path


def head_of(case: Path) -> str:
    with open_case(case, write=False) as file:
        return file.closed_head("a1")


def test_what_is_said_and_said_again(case: Path) -> None:
    told = hustings("close", "rivera", cwd=case.parent).out.splitlines()
    day = datetime.now(UTC).astimezone()
    assert f"“baseline” in rivera.hustings is closed since {day.day} {day:%B %Y}." == told[0]
    assert f"Head: {head_of(case)}" == told[1]
    assert told[3].endswith("hustings follow-up rivera.hustings")


def test_each_verb_that_writes_says_so(case: Path) -> None:
    (case.parent / "more.yaml").write_text("answers: {}\n", "utf-8")
    for words in (
        ("interview", "rivera", "--plain"),
        ("interview", "rivera", "--answers", "more.yaml"),
        ("workshop", "rivera", "--terminal"),
    ):
        said = refused(case.parent, *words, *PACK)
        assert [True, True] == [part in said for part in CLOSED], said


def test_report_and_json_carry_the_head_of_before(case: Path) -> None:
    head = head_of(case)
    told = json.loads(hustings("score", "rivera", "--json", *PACK, cwd=case.parent).out)
    assert (head, "Cleo") == (told["head"], told["closed"]["by"])
    assert 0 == hustings("report", "rivera", "--html", "--out", "page.html", *PACK, cwd=case.parent).code
    page = (case.parent / "page.html").read_text("utf-8")
    assert (True, True) == (head in page, "by Cleo; nothing was added since" in page)
    day = datetime.now(UTC).astimezone()
    assert (
        f"This is the head with which “baseline” in rivera.hustings was closed on {day.day} {day:%B %Y}.\n"
        == hustings("verify", "rivera", "--head", head, cwd=case.parent).out
    )
    assert f"  Head: {head}\n  Closed on {day.day} {day:%B %Y}.\n" in hustings("verify", "rivera", cwd=case.parent).out


def test_it_can_be_opened_again(case: Path) -> None:
    head, ran = head_of(case), hustings("close", "rivera", "--reopen", "--by", "", cwd=case.parent)
    assert (0, "“baseline” in rivera.hustings is open again; its history shows that.") == (
        ran.code,
        ran.out.splitlines()[0],
    )
    assert "“baseline” in rivera.hustings is not closed.\n" == refused(case.parent, "close", "rivera", "--reopen")
    assert "an earlier state of “baseline”" in hustings("verify", "rivera", "--head", head, cwd=case.parent).out
    assert "without a name, when closing" in hustings("history", "rivera", *PACK, cwd=case.parent).out


def test_nothing_to_close_and_a_workshop_that_goes_on(tmp_path: Path) -> None:
    fresh(tmp_path, "empty.hustings")
    assert "has no answers: there is nothing to close." in refused(tmp_path, "close", "empty")
    with open_case(fresh(tmp_path)) as file:
        file.log("a1", "Ann").append("plan", None)
        CaseJournal(file, "a1", "Ann").add([LogEntry(0, AT, "", EntryKind.BEGAN)])
    said = refused(tmp_path, "close", "rivera")
    assert "The workshop of “baseline” has not ended: names and votes are still in the file.\n  End it first" in said
