"""One window writes a case file at a time; whoever reads is not kept waiting."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.casefile import open_case
from hustings.problems import InputError
from support.casefile import answered, fresh, linked, names_in, refused_as_it_is, second_name
from support.warm import Popen

YES, NO = Answer(State.ANSWERED, "yes"), Answer(State.ANSWERED, "no")


HOLDER = """
import sys
from pathlib import Path
from hustings.answers.events import Answer, State
from hustings.casefile import open_case
with open_case(Path(sys.argv[1])) as case:
    case.log("a1", "Ann").append("plan", Answer(State.ANSWERED, "yes"))
    print("open", flush=True)
    sys.stdin.read()
"""


def other_window(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER, str(path)]
    window = Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert window.stdout is not None
    assert window.stdout.readline() == "open\n"
    return window


def test_a_second_window_is_told_so_and_may_read(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with other_window(path) as window:
        with pytest.raises(InputError) as wrong:
            open_case(path)
        with open_case(path, write=False) as case:
            assert replay(case.events("a1")) == {"plan": YES}
        window.communicate("")
    assert str(wrong.value) == (
        f"rivera.hustings is open in another window (process {window.pid}).\n"
        "  Finish there first. You can still look at it from here: score, explain and report only read."
    )
    assert window.returncode == 0
    assert names_in(tmp_path) == ["rivera.hustings"]


def test_another_name_of_the_same_file_is_the_same_file(tmp_path: Path) -> None:
    path, alias = fresh(tmp_path), tmp_path / "alias.hustings"
    alias.symlink_to(path)
    with open_case(path), pytest.raises(InputError, match="open in another window"):
        open_case(alias)


TAKES_TURNS = """
import sys
from pathlib import Path
from hustings.answers.events import Answer, State
from hustings.casefile import open_case
from hustings.problems import InputError
for _ in range(40):
    while True:
        try:
            case = open_case(Path(sys.argv[1]))
            break
        except InputError as wrong:
            assert "open in another window" in wrong.what, wrong
    case.log("a1", sys.argv[2]).append("plan", Answer(State.ANSWERED, "yes"))
    case.close()
"""


@pytest.mark.slow
def test_windows_that_take_turns_lose_nothing(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    windows = [Popen([sys.executable, "-c", TAKES_TURNS, str(path), name]) for name in ("Ann", "Ben")]
    assert [window.wait(60) for window in windows] == [0, 0]
    with open_case(path, write=False) as case:
        said = [event.by for event in case.events("a1")]
    assert {name: said.count(name) for name in ("Ann", "Ben")} == {"Ann": 40, "Ben": 40}
    assert names_in(tmp_path) == ["rivera.hustings"]


def test_reading_beside_a_window_that_writes_is_never_torn(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with Popen([sys.executable, "-c", TAKES_TURNS, str(path), "Ann"]) as window:
        found = [0]
        while window.poll() is None:
            with open_case(path, write=False) as case:
                found.append(len(case.events("a1")))
    assert window.returncode == 0
    assert found == sorted(found)


def test_the_lock_of_a_killed_window_is_gone_with_it(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with other_window(path) as window:
        window.kill()
        window.wait()
    with open_case(path) as case:
        assert replay(case.events("a1")) == {"plan": YES}


@pytest.mark.parametrize("how", [linked, second_name])
def test_the_lock_leaves_the_files_of_others_alone(tmp_path: Path, how: Callable[[Path, Path], None]) -> None:
    path, victim = answered(tmp_path), tmp_path / "letters.txt"
    victim.write_text("1234")
    how(tmp_path / "rivera.hustings-lock", victim)
    mend = "  Move it away and try again. Nothing was changed."
    assert f"rivera.hustings-lock lies here and is not a lock of Hustings.\n{mend}" == refused_as_it_is(
        path, write=True
    )
    assert ("1234", True) == (victim.read_text(), (tmp_path / "rivera.hustings-lock").exists())


@pytest.mark.parametrize("what", ["folder", "pipe", "letter"])
def test_what_is_no_lock_is_neither_emptied_nor_removed(tmp_path: Path, what: str) -> None:
    path, there = answered(tmp_path), tmp_path / "rivera.hustings-lock"
    match what:
        case "folder":
            there.mkdir()
        case "pipe":
            os.mkfifo(there)
        case _:
            there.write_text("Dear Ann, 12 o'clock")
    assert refused_as_it_is(path, write=True).startswith(
        "rivera.hustings-lock lies here and is not a lock of Hustings."
    )
    assert there.exists()
    assert what != "letter" or "Dear Ann, 12 o'clock" == there.read_text()
