"""From a key to the next question, through a real terminal, with each answer on disk in between.

What arrives is noted with its time and drawn afterwards, because the emulator is slower than what it draws. The page
counts as shown once all of it stands on the screen as it will stay, down to its line of keys. What a terminal costs in
itself is measured the same way with `cat`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pexpect
import pyte

from hustings.interview.screen.pace import SAME

HUSTINGS = str(Path(sys.executable).with_name("hustings"))
SAMPLE = Path(__file__).parents[2] / "questionnaires" / "campaign-ai" / "sample.yaml"
ROWS, COLUMNS = 40, 100
LONG, QUIET = 20.0, 0.15
ENTER, DONT_KNOW = "\r", ("\x1bOS", "\x19")
"""F4 and Ctrl-Y, in turn: the key that answered last does not answer again at once."""
ASKS = re.compile(r"\? sources and keys|Esc then b back")
PROFILE = ("campaign_name", "jurisdiction", "us_state", "office", "first_ballots", "election_day", "team_size")
Chunk = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Step:
    """One key: seconds until the next page stood, whether the page asked (others only turn), and what it showed.

    `asks`: the next page is a question too, and not the summary of a section, for which everything is scored.
    """

    seconds: float
    asked: bool
    page: str
    asks: bool


def key_times(folder: Path, count: int) -> tuple[list[float], list[float]]:
    """Seconds from a key that answers to the next question, and to the summary of a section, for `count` questions."""
    answered = [step for step in steps(begun(folder), count) if step.asked]
    return [s.seconds for s in answered if s.asks], [s.seconds for s in answered if not s.asks]


def begun(folder: Path) -> Path:
    """A case that knows the campaign and nothing else."""
    lines = [line for line in SAMPLE.read_text("utf-8").splitlines() if line.strip().split(":")[0] in PROFILE]
    (folder / "profile.yaml").write_text("\n".join(["answers:", *lines, "  uses_ai: yes"]) + "\n", "utf-8")
    case = folder / "bench.hustings"
    subprocess.run([HUSTINGS, "interview", case, "--answers", folder / "profile.yaml"], check=True, capture_output=True)
    return case


def steps(case: Path, count: int) -> list[Step]:
    """Answer until `count` questions have been answered."""
    window, taken = _Window(case), list[Step]()
    try:
        window.turned()
        while sum(step.asked for step in taken) < count:
            taken.append(window.answered())
    finally:
        window.child.close(force=True)
    return taken


def first_page(case: Path) -> float:
    """Start the interview of a case: seconds until all of its first page has come. Leaving it is not counted."""
    begun_at = time.perf_counter()
    window = _Window(case)
    try:
        return window.stood() - begun_at
    finally:
        window.child.close(force=True)  # which waits a tenth of a second for the program to end


def echo_times(count: int) -> list[float]:
    """Seconds from a line that is sent to `cat` until it has come back through the terminal."""
    child = pexpect.spawn("cat", echo=False, encoding="utf-8", timeout=LONG)
    child.delaybeforesend = None
    try:
        return [_echoed(child) for _ in range(count)]
    finally:
        child.close(force=True)


def _echoed(child: pexpect.spawn[str]) -> float:
    begun_at = time.perf_counter()
    child.send("x\n")
    child.expect_exact("x\r\n")
    return time.perf_counter() - begun_at


class _Window:
    """An interview in a terminal, read by a terminal emulator."""

    def __init__(self, case: Path) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.Stream(self.screen)
        environment = {**os.environ, "TERM": "xterm-256color", "HUSTINGS_GROUND": "dark"}
        self.turns = cycle(DONT_KNOW)
        self.child = pexpect.spawn(
            HUSTINGS, ["interview", str(case)],
            dimensions=(ROWS, COLUMNS), encoding="utf-8", env=environment, timeout=LONG,
        )  # fmt: skip
        self.child.delaybeforesend = None  # or each key would wait 50 ms before it is sent

    def page(self) -> str:
        """What is on the screen, once it is drawn down to its line of keys."""
        text = "\n".join(row.rstrip() for row in self.screen.display)
        return text if "q leave" in text else ""

    def answered(self) -> Step:
        """Answer what is on the screen with the don't-know key, or turn a page that asks nothing with Enter."""
        page = self.page()
        asked = bool(ASKS.search(page))
        key = next(self.turns) if asked else ENTER
        time.sleep(SAME if key == ENTER else 0)
        pressed = time.perf_counter()
        self.child.send(key)
        seconds = self.turned(page) - pressed
        return Step(seconds, asked, page, bool(ASKS.search(self.page())))

    def stood(self) -> float:
        """Wait until a whole page stands: when the last part of it came. Drawing it takes no time that counts."""
        came_at, waiting = 0.0, ""
        while not self.page():
            came_at, text = self._chunk(LONG)
            waiting += text
            if "leave" in waiting:  # on its last line
                self.stream.feed(waiting)
                waiting = ""
        return came_at

    def turned(self, before: str = "") -> float:
        """Wait for another page than `before`; the moment at which all of it stood."""
        begun_at, coming = time.perf_counter(), list[Chunk]()
        while self.page() in ("", before):
            assert time.perf_counter() - begun_at < LONG, "\n".join(self.screen.display)
            coming = self._burst()
        return coming[-1][0] if coming else begun_at

    def _burst(self) -> list[Chunk]:
        """Read until nothing has come for a while, then draw; what changed the screen, and when it came."""
        came = [self._chunk(LONG)]
        while True:
            try:
                came.append(self._chunk(QUIET))
            except pexpect.TIMEOUT:
                return [chunk for chunk in came if self._drawn(chunk[1])] or came[:1]

    def _chunk(self, patience: float) -> Chunk:
        text = self.child.read_nonblocking(1 << 16, timeout=patience)
        return time.perf_counter(), text

    def _drawn(self, text: str) -> bool:
        """Whether this changed what is on the screen."""
        before = list(self.screen.display)
        self.stream.feed(text)
        return before != list(self.screen.display)
