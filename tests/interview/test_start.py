"""Without a terminal: what to use instead, plain lines through a pipe, and how a sitting ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hustings.casefile import open_case
from support.interview import DRIVER, run

pytestmark = pytest.mark.slow

NO_TERMINAL = (
    "There is no terminal to ask in.\n  Answer line by line with --plain, or all at once with --answers FILE.\n"
)
NOTHING = "There is nothing to read answers from.\n  Give all answers at once with --answers FILE.\n"


def test_without_a_terminal_the_options_are_named(tmp_path: Path) -> None:
    assert run(tmp_path / "a.hustings") == (1, NO_TERMINAL)
    assert run(tmp_path / "a.hustings", lines=b"Rivera\n") == (1, NO_TERMINAL)


def test_plain_with_nothing_to_read_says_so(tmp_path: Path) -> None:
    assert run(tmp_path / "a.hustings", "--plain") == (1, NOTHING)


def test_with_a_closed_standard_input_too(tmp_path: Path) -> None:
    for options, said in (("", NO_TERMINAL), (" --plain", NOTHING)):
        command = f'"$0" "$1" "$2"{options} <&-'
        done = subprocess.run(
            ["sh", "-c", command, sys.executable, str(DRIVER), str(tmp_path / "a.hustings")],
            capture_output=True, timeout=30, check=False, text=True,
        )  # fmt: skip
        assert (done.returncode, done.stdout, done.stderr) == (1, said, "")


def test_plain_lines_through_a_pipe_and_resumed(tmp_path: Path) -> None:
    case = tmp_path / "a.hustings"
    code, out = run(case, "--plain", lines="Ríverá 🗳\n2026-10-03\n".encode())
    assert code == 0
    assert out.endswith("2 answers are saved.\nGo on with: hustings interview rivera.hustings\nleft 2\n")
    code, out = run(case, "--plain", lines=b"4\n2\n1\n1\n1\n1\n4\n1\n1\n")
    assert (code, out.splitlines()[-2:]) == (0, ["10 answers are saved.", "finished 10"])
    with open_case(case, write=False) as file:
        assert [event.number for event in file.events("a1")] == list(range(1, 11))


def test_what_steers_a_terminal_is_taken_out(tmp_path: Path) -> None:
    out = run(tmp_path / "a.hustings", "--plain", lines=b"Riv\x1b[2Jera\n/back\n")[1]
    assert "Your answer: Riv[2Jera" in out


def test_a_start_is_taken_and_a_wrong_one_named(tmp_path: Path) -> None:
    case = tmp_path / "a.hustings"
    assert "How much clear audio" in run(case, "--plain", "--start", "fakes", lines=b"\n")[1]
    code, out = run(case, "--plain", "--start", "fake", lines=b"\n")
    assert (code, out) == (1, "There is no question or section `fake`.\n  Did you mean `fakes`?\n")


WITHOUT_UNIX = """
import importlib, pkgutil, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name in ("termios", "tty", "pty", "fcntl", "pwd", "grp", "resource", "curses"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Absent())
import hustings.interview as room
for found in pkgutil.walk_packages(room.__path__, "hustings.interview."):
    importlib.import_module(found.name)
    print(found.name)
"""


def test_every_module_is_imported_where_unix_is_missing() -> None:
    ran = subprocess.run([sys.executable, "-c", WITHOUT_UNIX], capture_output=True, text=True, check=False)
    assert (0, "") == (ran.returncode, ran.stderr)
    assert "hustings.interview.terminal.full_screen" in ran.stdout.split()
