"""The installed command, run as a person runs it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import pexpect
import pyte
from click.testing import CliRunner

from hustings.casefile import create
from support import report
from support.once import once
from support.session import AT, TOWN
from support.warm import COMMAND, Terminal, run

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "questionnaires" / "campaign-ai" / "sample.yaml"


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


def hustings(
    *words: str | Path, cwd: Path, stdin: str = "", env: Mapping[str, str] | None = None, timeout: float = 120
) -> Ran:
    """Run the command in a folder with this on its standard input."""
    environment = {**os.environ, "COVERAGE_PROCESS_START": "", **(env or {})}
    done = run([str(COMMAND), *map(str, words)], cwd=cwd, stdin=stdin, timeout=timeout, env=environment)
    return Ran(done.returncode, done.stdout, done.stderr)


def refused(folder: Path, *words: str | Path, code: int = 1) -> str:
    """Run a command that must fail cleanly; returns what it says. Nothing in the folder may change."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ran = hustings(*words, cwd=folder)
    assert code == ran.code, ran
    assert "Traceback" not in ran.err
    assert "" == ran.out
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return ran.err


def case_with_sample(folder: Path, name: str = "rivera") -> Path:
    """A case file with the sample campaign's answers: a copy of one that the command made, once for all tests."""
    case = folder / f"{name}.hustings"
    case.touch(0o600)
    case.write_bytes(_sample_once())
    return case


@cache
def _sample_once() -> bytes:
    return once("case", "sample", _sample_case)


def _sample_case() -> bytes:
    with TemporaryDirectory() as folder:
        ran = hustings("interview", "sample", "--answers", SAMPLE, cwd=Path(folder))
        assert (0, "") == (ran.code, ran.err), ran
        return (Path(folder) / "sample.hustings").read_bytes()


def town_case(folder: Path, name: str = "rivera") -> Path:
    """A case file of the town race, whose report is printed in a fifth of the time; it needs `--pack` (TOWN)."""
    case = folder / f"{name}.hustings"
    case.touch(0o600)
    case.write_bytes(once("case", "town", _town_case))
    return case


def _town_case() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "town.hustings"
        with create(path, pack=report.town(), by="Ann", at=AT) as case:
            answers = report.answered(report.town(), report.TOWN)
            case.log(case.latest().id, "Ann").append_all(tuple(answers.items()), source="file")
        return path.read_bytes()


# --- in a terminal -------------------------------------------------------------------------------------------

LONG = 90.0  # a busy machine is no mistake
COLUMNS, ROWS = 90, 40


class Shown:
    """The command in a terminal, with its screen read back by a terminal emulator."""

    def __init__(self, folder: Path, *words: str, env: Mapping[str, str] | None = None) -> None:
        self.screen, self.said = pyte.Screen(COLUMNS, ROWS), ""
        self._stream = pyte.Stream(self.screen)
        told = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        environment = {**told, "TERM": "xterm-256color", "HUSTINGS_GROUND": "dark", **(env or {})}
        self.child = Terminal(
            str(COMMAND), list(words), dimensions=(ROWS, COLUMNS), cwd=str(folder), env=environment, encoding="utf-8"
        )

    def text(self) -> str:
        """The screen as running text."""
        return " ".join(" ".join(self.screen.display).split())

    def until(self, words: str) -> None:
        """Read on until the screen says this."""
        end = time.monotonic() + LONG
        while words not in self.text():
            assert time.monotonic() < end, f"never said {words!r}: {self.text()}"
            self._read()

    def type(self, keys: str, until: str) -> None:
        self.child.send(keys)
        self.until(until)

    def ended(self) -> int:
        """Read on until it has ended; the exit code, as a shell gives it."""
        end = time.monotonic() + LONG
        while self._read() or self.child.isalive():
            assert time.monotonic() < end, self.text()
        self.child.close()
        code, ended_by = self.child.exitstatus, self.child.signalstatus
        return code if code is not None else 128 + (ended_by or 0)

    def _read(self) -> bool:
        try:
            said = self.child.read_nonblocking(1 << 16, timeout=0.05)
            self.said += said
            self._stream.feed(said)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        return True


@contextmanager
def shown(folder: Path, *words: str, env: Mapping[str, str] | None = None) -> Iterator[Shown]:
    """The command in a terminal, ended at the latest when the block is left."""
    terminal = Shown(folder, *words, env=env)
    try:
        yield terminal
    finally:
        terminal.child.close(force=True)


def run_verb(verb: click.Command, case: Path, *words: str | Path) -> str:
    """What a verb prints. Raises what it raises."""
    done = CliRunner().invoke(verb, [str(case), "--pack", str(TOWN), *map(str, words)], catch_exceptions=False)
    assert 0 == done.exit_code, done.output
    return done.output
