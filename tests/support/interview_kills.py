"""Kills interviews: `python interview_kills.py CASE KILLS SEED pipe|terminal` prints a line for each kill.

Each round is a process of its own that opens the case file, holds the interview and is killed with SIGKILL at a random
moment. It is forked off this one, which has everything loaded, so that hundreds of kills take seconds. What was
acknowledged is read from what came out of it, up to the last byte: the number of the event whose `append` returned -
which the interview only then follows with the next page.
"""

from __future__ import annotations

import os
import pty
import random
import re
import select
import signal
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import NoReturn

from hustings.answers.events import Answer, Event
from hustings.casefile import CaseLog, create, open_case
from hustings.interview import interview

sys.path.insert(0, str(Path(__file__).parents[1]))  # started by its path, it does not find the folder of the tests
from support.interview import ALL, answers, town
from support.kill import survived

SAID = re.compile(rb"@(\d+)\r*\n")
LINES = (b"2\n", b"/back\n", b"3\n", b"/back\n")
KEYS = (b"2", b"\x1b[A\r", b"b", b"3", b"\x1b[A\r", b"b")
"""An answer, over to the review, back to the question; each waits until the page before has been drawn."""
DRAWN, STUCK = 0.08, 0.8
TOO_LONG = 20.0


class Announced:
    """The log of a case file; it says each number once the answer is on disk."""

    def __init__(self, log: CaseLog) -> None:
        self._log = log

    def events(self) -> Sequence[Event]:
        return self._log.events()

    def append(self, question: str, answer: Answer | None, *, source: str = "interview") -> Event:
        event = self._log.append(question, answer, source=source)
        os.write(2, b"@%d\n" % event.number)
        return event

    def append_all(self, answers: Sequence[tuple[str, Answer | None]], *, source: str) -> Sequence[Event]:
        return [self.append(*said, source=source) for said in answers]


def hold(case: Path, mode: str) -> NoReturn:
    """Interviews without end: one question, answered anew and anew, and begun again where a key went astray."""
    with open_case(case) as file:
        log = Announced(file.log(file.latest().id, "Ann"))
        while True:
            interview(town(), log, plain=mode == "pipe", start="response_plan")


def forked(case: Path, mode: str) -> tuple[int, int, int]:
    """The process, what to type into, and what it puts out."""
    ours, theirs = pty.openpty() if mode == "terminal" else os.pipe()
    back, out = (ours, theirs) if mode == "terminal" else os.pipe()
    child = os.fork()
    if child:
        if mode == "terminal":
            os.close(theirs)
            return child, ours, ours
        os.close(ours)
        os.close(out)
        return child, theirs, back
    os.setsid()
    os.dup2(theirs if mode == "terminal" else ours, 0)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.closerange(3, 64)
    hold(case, mode)


def killed(case: Path, mode: str, after: float, *, from_start: bool) -> int:
    """Kill an interview `after` seconds from its start, or from its first answer; the last number it acknowledged."""
    child, into, back = forked(case, mode)
    begun, out, seen, keys, heard = time.monotonic(), b"", 0, cycle(KEYS), 0.0
    end = begun + after if from_start else None
    if mode == "pipe":
        os.write(into, b"".join(LINES) * 800)
    while end is None or time.monotonic() < end:
        assert time.monotonic() < begun + TOO_LONG, out[-2000:].decode(errors="replace")
        if select.select([back], [], [], 0.002)[0]:
            more = some(back)
            assert more, f"it ended by itself: {out[-4000:].decode(errors='replace')}"
            out, heard = out + more, time.monotonic()
        elif mode == "terminal" and out and time.monotonic() - heard > (DRAWN if len(out) > seen else STUCK):
            os.write(into, next(keys))
            seen, heard = len(out), time.monotonic()
        if end is None and SAID.search(out):
            end = time.monotonic() + after
    os.kill(child, signal.SIGKILL)
    out += rest(back)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    for handle in {into, back}:
        os.close(handle)
    numbers = [int(number) for number in SAID.findall(out)]
    assert numbers == sorted(set(numbers)), numbers
    return numbers[-1] if numbers else 0


def some(back: int) -> bytes:
    try:
        return os.read(back, 1 << 16)
    except OSError:  # a terminal whose program is gone
        return b""


def rest(back: int) -> bytes:
    out = b""
    while more := some(back):
        out += more
    return out


os.environ["HUSTINGS_GROUND"] = "dark"  # nobody answers what a terminal is asked


def main(case: str, kills: str, seed: str, mode: str) -> None:
    path, chance, stored = Path(case), random.Random(int(seed)), len(ALL)  # noqa: S311 - any moments will do
    with create(path, pack=town(), by="Ann", at=datetime.now(UTC)) as file:
        log = file.log(file.latest().id, "Ann")
        for name, answer in answers(**ALL).items():
            log.append(name, answer)
    for kill in range(int(kills)):
        from_start = kill % 4 == 0
        after = chance.uniform(0.0, 0.08 if from_start else 0.03)
        acknowledged = killed(path, mode, after, from_start=from_start)
        stored = survived(path, max(acknowledged, stored))
        print(acknowledged, stored, flush=True)  # noqa: T201 - read by the test


if __name__ == "__main__":
    main(*sys.argv[1:])
