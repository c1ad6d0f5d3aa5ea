"""From a key to the next question, through a real terminal, with each answer on disk in between."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pyte

HUSTINGS = Path(sys.executable).with_name("hustings")
ROWS, COLUMNS = 40, 100
LONG, QUIET = 20.0, 0.15
ENTER, DONT_KNOW = "\r", "\x1bOS"
PROFILE = ("campaign_name", "jurisdiction", "us_state", "office", "first_ballots", "election_day", "team_size")


def key_times(folder: Path, count: int) -> list[float]:
    """Seconds from a key that answers to the next question on the screen, `count` times."""
    case = _begun(folder)
    asked = _Asked(case)
    try:
        asked.until_settled("")
        return [time_taken for time_taken in (asked.answered() for _ in range(count)) if time_taken]
    finally:
        asked.child.close(force=True)


def _begun(folder: Path) -> Path:
    """A case that knows the campaign and nothing else."""
    sample = Path(__file__).parents[2] / "questionnaires" / "campaign-ai" / "sample.yaml"
    lines = [line for line in sample.read_text().splitlines() if line.strip().split(":")[0] in PROFILE]
    (folder / "profile.yaml").write_text("\n".join(["answers:", *lines, "  uses_ai: yes"]) + "\n")
    case = folder / "bench.hustings"
    subprocess.run([HUSTINGS, "interview", case, "--answers", folder / "profile.yaml"], check=True, capture_output=True)
    return case


class _Asked:
    """An interview in a terminal, read by a terminal emulator."""

    def __init__(self, case: Path) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.Stream(self.screen)
        environment = {**os.environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"}
        self.child = pexpect.spawn(
            str(HUSTINGS), ["interview", str(case)],
            dimensions=(ROWS, COLUMNS), encoding="utf-8", env=environment, timeout=LONG,
        )  # fmt: skip

    def place(self) -> str:
        """What distinguishes one page from the next, once it is drawn down to its line of keys."""
        rows = [row.rstrip() for row in self.screen.display]
        drawn = any("save and quit" in row for row in rows)
        return "\n".join(row for row in rows if row)[:400] if drawn else ""

    def until_settled(self, before: str) -> float:
        """Wait for another page than `before`; the seconds until the last of it arrived.

        All that comes in one burst is read first and drawn then: the emulator is slower than what it draws.
        """
        begun = arrived = time.perf_counter()
        while self.place() in ("", before):
            assert time.perf_counter() - begun < LONG, self.place()
            arrived = self._burst()
        return arrived - begun

    def _burst(self) -> float:
        """Read and draw until nothing has come for a while; when the last of it came."""
        coming, arrived = [self.child.read_nonblocking(1 << 16, timeout=LONG)], time.perf_counter()
        while True:
            try:
                coming.append(self.child.read_nonblocking(1 << 16, timeout=QUIET))
                arrived = time.perf_counter()
            except pexpect.TIMEOUT:
                self.stream.feed("".join(coming))
                return arrived

    def answered(self) -> float:
        """Answer what is on the screen; 0 for a page between sections, which stores nothing."""
        before = self.place()
        asks = re.search(r"question \d+ of \d+", before)
        self.child.send(DONT_KNOW if asks and self._knows("don't know") else ENTER)
        taken = self.until_settled(before)
        return taken if asks else 0.0

    def _knows(self, words: str) -> bool:
        return any(words in row for row in self.screen.display)
