"""How a case file is begun, and written so that it is on disk: whole or not at all."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import create, open_case
from hustings.problems import InputError
from support.casefile import AT, fresh, pack

YES = Answer(State.ANSWERED, "yes")


@pytest.mark.parametrize("there", ["file", "folder", "dangling link"])
def test_nothing_is_ever_overwritten(tmp_path: Path, there: str) -> None:
    path = tmp_path / "rivera.hustings"
    match there:
        case "file":
            path.write_text("mine")
        case "folder":
            path.mkdir()
        case _:
            path.symlink_to(tmp_path / "gone")
    with pytest.raises(InputError) as wrong:
        create(path, pack=pack(), by="Ann", at=AT)
    mend = "Bring that file back, or take the link away."
    dangling = f"rivera.hustings is a link to {tmp_path}/gone, which is not there.\n  {mend}"
    taken = "rivera.hustings is already there.\n  Continue with it, or choose another name."
    assert str(wrong.value) == (dangling if there == "dangling link" else taken)
    assert [one.name for one in tmp_path.iterdir()] == ["rivera.hustings"]


def test_a_start_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="time zone"):
        create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT.replace(tzinfo=None))
    assert list(tmp_path.iterdir()) == []


def test_what_an_interrupted_start_left_is_swept_up(tmp_path: Path) -> None:
    (tmp_path / ".rivera.hustings.0123456789abcdef.new").write_text("half")
    (tmp_path / ".rivera.hustings.0123456789abcdef.new-wal").write_text("half")
    create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT).close()
    assert [one.name for one in tmp_path.iterdir()] == ["rivera.hustings"]


def test_a_full_disk_costs_only_the_answer_that_was_typed(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case:
        assert case._pen is not None
        pages = case._pen._db.execute("pragma page_count").fetchone()[0]
        case._pen._db.execute(f"pragma max_page_count = {pages}")
        log = case.log("a1", "Ann")
        log.append("plan", YES)
        with pytest.raises(InputError) as wrong:
            log.append("plan", Answer(State.ANSWERED, "no", note="x" * 20000))
        again = log.append("plan", YES)
        events = log.events()
    assert str(wrong.value) == (
        "rivera.hustings: the disk is full. This answer was not saved.\n  Everything that was answered before is safe."
    )
    assert again.number == 2
    with open_case(path) as case:
        assert case.events("a1") == events


LIMITED = """
import resource, sys
from pathlib import Path
from support.casefile import AT, pack
from hustings.answers.events import Answer, State
from hustings.casefile import create, open_case
from hustings.problems import InputError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    case = create(Path(sys.argv[1]), pack=pack(), by="Ann", at=AT)
    while True:
        case.log("a1", "Ann").append("plan", Answer(State.ANSWERED, "no", note="x" * 3000))
        print("saved")
except InputError as wrong:
    print(wrong.what)
"""


def limited(path: Path, size: int) -> list[str]:
    """What happens where no file can grow beyond a size: the system itself refuses to write."""
    command = [sys.executable, "-c", LIMITED, str(path), str(size)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()


def test_a_case_file_that_cannot_be_begun_is_not_there(tmp_path: Path) -> None:
    assert limited(tmp_path / "rivera.hustings", 3000) == [
        "rivera.hustings: there is no room beside it: the disk may be full. No case file was made."
    ]
    assert list(tmp_path.iterdir()) == []


def test_writing_that_the_system_refuses_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "rivera.hustings"
    *saved, last = limited(path, 200_000)
    assert last == "rivera.hustings: there is no room beside it: the disk may be full. This answer was not saved."
    assert len(saved) > 9
    with open_case(path) as case:
        assert len(case.events("a1")) == len(saved)
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY


def test_another_program_that_holds_the_file(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case, closing(sqlite3.connect(path, isolation_level=None)) as other:
        assert case._pen is not None
        case._pen._db.execute("pragma busy_timeout = 1")
        other.execute("begin immediate")
        with pytest.raises(InputError) as wrong:
            case.log("a1", "Ann").append("plan", YES)
        other.execute("rollback")
        assert case.log("a1", "Ann").append("plan", YES).number == 1
    assert wrong.value.what == "rivera.hustings: another program is using it. This answer was not saved."
