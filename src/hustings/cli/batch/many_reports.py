"""`hustings report` for several cases or a folder of them: every core writes, and a failure stops nothing else.

What each report prints comes in the order of the cases, whichever is written first.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Self

from hustings.cli.batch.batch_program import PDF
from hustings.cli.cases.opened_case import ENDING, case_path
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.problems import InputError

MODULE = "hustings.cli.batch.batch_program"
ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of one case: its exit code and what was printed for it."""

    case: str
    code: int
    out: str
    err: str


def all_cases(named: Sequence[str]) -> tuple[str, ...]:
    """The cases that are named, and those in the folders that are named; each once. Raises `InputError`."""
    cases = [case for name in named for case in _cases(name)]
    return tuple({str(case_path(case)): case for case in cases}.values())


def _cases(name: str) -> tuple[str, ...]:
    folder = Path(name)
    if not os.path.isdir(name):  # noqa: PTH112 - False, not an error, for a name that no file can have
        return (name,)
    cases = tuple(str(path) for path in sorted(folder.glob(f"*{ENDING}")) if path.is_file())
    if not cases:
        what = say("There is no case file in the folder {folder}.", folder=folder)
        raise InputError(what, say("Case files end in {ending}.", ending=ENDING))
    return cases


def targets(cases: Sequence[str], out: Path | None, kind: str) -> Mapping[str, Path | None]:
    """Where each report goes: None for beside its case. Raises `InputError` if two would go to one file."""
    if out is None:
        return dict.fromkeys(cases)
    if not out.is_dir():
        what = say("There is no folder {folder}.", folder=out)
        raise InputError(what, say("Several reports need a folder for --out."))
    into = {case: out / f"{case_path(case).stem}{kind}" for case in cases}
    if len(set(into.values())) < len(into):
        twice = next(path for path in into.values() if list(into.values()).count(path) > 1)
        what = say("Two of the cases would be written to {file}.", file=twice)
        raise InputError(what, say("Leave --out away: each report goes beside its case."))
    return into


def many_reports(lines: Sequence[Sequence[str]], cases: Sequence[str], *, pdf: bool) -> Iterator[Ran]:
    """Run a command line for each case, in as many programs as there are cores; what became of each, in order."""
    with ExitStack() as ends:
        programs: SimpleQueue[_Program] = SimpleQueue()
        number = min(len(cases), cores())
        for _ in range(number):
            programs.put(ends.enter_context(_Program(pdf=pdf)))
        threads = ends.enter_context(ThreadPoolExecutor(number))
        ends.callback(threads.shutdown, wait=False, cancel_futures=True)
        yield from threads.map(lambda case, line: _ran(programs, case, line), cases, lines)


def cores() -> int:
    """How many cores this program may use, which can be fewer than there are."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _ran(programs: SimpleQueue[_Program], case: str, line: Sequence[str]) -> Ran:
    program = programs.get()
    try:
        return program.run(case, line)
    finally:
        programs.put(program)


class _Program:
    """A program that runs one command line after another. It ends with its context."""

    def __init__(self, *, pdf: bool) -> None:
        self.words = [sys.executable, "-P", "-m", MODULE, *([PDF] if pdf else [])]
        self.child = self._started()

    def _started(self) -> subprocess.Popen[str]:
        paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        around = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}
        pipe = subprocess.PIPE
        return subprocess.Popen(
            self.words, env=around, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *wrong: object) -> None:
        self._end()

    def _end(self) -> None:
        self.child.kill()
        with suppress(OSError), self.child:
            """Its pipes are closed, and its end is waited for."""

    def run(self, case: str, line: Sequence[str]) -> Ran:
        """What became of a command line; if the program ends with it, another one is started for the next."""
        assert self.child.stdin is not None
        assert self.child.stdout is not None
        try:
            self.child.stdin.write(json.dumps([*line]) + "\n")
            self.child.stdin.flush()
            answer = self.child.stdout.readline()
        except OSError:
            answer = ""
        if answer:
            return Ran(case, **json.loads(answer))
        self._end()
        self.child = self._started()
        return Ran(case, 1, "", say("The program that writes this report ended early.") + "\n")
