"""A recorded session of the interview, in the format of asciinema (version 2): `python tests/pictures/session.py`.

A script presses the keys, in a real terminal. Times are those of the script and not of the machine, so that the same
session gives the same file. Nothing is sent anywhere: the file is lines of JSON, and `asciinema play` shows it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pexpect
import pyte

HERE = Path(__file__).parent
HUSTINGS = Path(sys.executable).with_name("hustings")
COLUMNS, ROWS, LONG, QUIET = 80, 24, 30.0, 0.4
BEFORE_A_KEY, BETWEEN_LETTERS, SHOWN = 1.6, 0.12, 0.05
"""Seconds in the recording: to read a page, between letters that are typed, until the page has changed."""
ENTER = "\r"
STEPS: tuple[tuple[str, str], ...] = (
    ("", "Enter begin"),
    (ENTER, "What is the campaign called?"),
    ("Rivera for Council", "Rivera for Council"),
    (ENTER, "Where is the election?"),
    ("1", "In which state?"),
    ("calif", "❯ California"),
    (ENTER, "What is the race for?"),
    ("?", "Esc close help"),
    ("\x1b", "1-5 answer"),
    ("2", "On which day can the first votes be cast?"),
    ("28 jan", "28 January"),
    (ENTER, "When is election day?"),
    ("2 mar", "2 March"),
    (ENTER, "How many people work on the campaign"),
    ("b", "2 March"),
    (ENTER, "How many people work on the campaign"),
    ("m", "Where to?"),
    ("3", "Data privacy 1 of"),
    ("d", "✓ Saved: we don't know"),
    ("r", "Your answers"),
    ("q", "Everything is saved."),
    (ENTER, "Go on with:"),
)
"""What is pressed, and what stands on the screen then."""


@dataclass
class Recorded:
    """A session as it is recorded: when, in the recording, which output came."""

    screen: pyte.Screen = field(default_factory=lambda: pyte.Screen(COLUMNS, ROWS))
    events: list[tuple[float, str]] = field(default_factory=list)
    at: float = 0.0

    def takes(self, output: str, stream: pyte.Stream) -> None:
        stream.feed(output)
        self.events.append((round(self.at, 2), output))

    def text(self) -> str:
        return " ".join(" ".join(self.screen.display).split())


def recorded(folder: Path) -> Recorded:
    """Press the keys of the script, and keep what comes."""
    session = Recorded()
    stream = pyte.Stream(session.screen)
    path = f"{HUSTINGS.parent}{os.pathsep}{os.environ['PATH']}"  # so that it calls itself by its name alone
    told = {
        "PATH": path,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "HUSTINGS_GROUND": "dark",
        "HUSTINGS_LANG": "",
    }
    child = pexpect.spawn(
        HUSTINGS.name, ["interview", "rivera"], dimensions=(ROWS, COLUMNS), cwd=str(folder),
        env={**os.environ, **told}, encoding="utf-8",
    )  # fmt: skip
    for keys, until in STEPS:
        session.at += BEFORE_A_KEY if keys else 0
        for key in keys:
            time.sleep(QUIET)
            child.send(key)
            session.at += BETWEEN_LETTERS if len(keys) > 1 else SHOWN
            _read(child, session, stream)
        _until(child, session, stream, until)
    child.close(force=True)
    return session


def _read(child: pexpect.spawn[str], session: Recorded, stream: pyte.Stream) -> bool:
    try:
        session.takes(child.read_nonblocking(1 << 16, timeout=QUIET), stream)
    except (pexpect.TIMEOUT, pexpect.EOF):
        return False
    return True


def _until(child: pexpect.spawn[str], session: Recorded, stream: pyte.Stream, words: str) -> None:
    end = time.monotonic() + LONG
    while words not in session.text():
        assert time.monotonic() < end, f"never {words!r}:\n" + "\n".join(session.screen.display)
        _read(child, session, stream)
    while _read(child, session, stream):
        pass


def cast(session: Recorded) -> Iterator[str]:
    """The lines of the file: what it is, then when which output came."""
    yield json.dumps({"version": 2, "width": COLUMNS, "height": ROWS, "title": "hustings interview"})
    for at, output in session.events:
        yield json.dumps([at, "o", output], ensure_ascii=False)


def main() -> None:
    with TemporaryDirectory() as folder:
        lines = list(cast(recorded(Path(folder))))
    (HERE / "interview.cast").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
