"""What the tests of the interview share: the town pack, a log in a list, plain prompts on lists, and a terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pexpect
import pyte

from hustings.answers.accept import Refusal
from hustings.answers.events import Answer, Answers, Event
from hustings.answers.parse import given
from hustings.interview import navigation
from hustings.interview.conversation import Conversation, QuitError
from hustings.interview.navigation import Navigation
from hustings.interview.pages.page import Page, PageLine, Reply
from hustings.interview.run_interview import run_interview
from hustings.interview.screen.pace import AFTER_DIGIT, BURST, SAME
from hustings.interview.terminal.line_mode import LineMode
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from support import campaign_ai
from support.warm import Popen, Terminal

HERE = Path(__file__).parents[1]
DRIVER = HERE / "support" / "interview_driver.py"
AT = datetime(2026, 11, 24, 21, 0, tzinfo=UTC)
ALL: dict[str, object] = {
    "campaign_name": "Rivera for Council", "first_ballots": "2026-10-03", "staff": "4", "uses_ai": "yes",
    "channels": ["texts"], "chatbot_account": "none", "records_rule": "partly",
    "voice_online": "much", "response_plan": "partly", "plan_drill": "none",
}  # fmt: skip


@cache
def town() -> Pack:
    return read_pack(HERE / "packs" / "town")


def answers(**raw: object) -> dict[str, Answer]:
    """Answers of the town pack, as written in a file."""
    return {name: answer(name, value) for name, value in raw.items()}


def answer(name: str, raw: object) -> Answer:
    found = given(town(), name, raw)
    assert not isinstance(found, Refusal), found
    return found


@dataclass(slots=True)
class Listed:
    """A log that is a list."""

    known: list[Event] = field(default_factory=list)

    def events(self) -> Sequence[Event]:
        return tuple(self.known)

    def append(self, question: str, answer: Answer | None, *, source: str = "interview") -> Event:
        self.known.append(Event("a1", len(self.known) + 1, AT, "Ann", question, answer, source))
        return self.known[-1]

    def append_all(self, answers: Sequence[tuple[str, Answer | None]], *, source: str) -> Sequence[Event]:
        return [self.append(*said, source=source) for said in answers]

    def said(self) -> list[tuple[str, object]]:
        """Question and value, or the state where there is no value."""
        return [(e.question, e.answer and (e.answer.value or str(e.answer.state))) for e in self.known]


@dataclass
class Scripted:
    """A face that replies from a list, and keeps what it was shown."""

    replies: Sequence[Reply | type[BaseException]]
    shown: list[Page] = field(default_factory=list)
    passes: bool = True

    @contextmanager
    def open(self) -> Iterator[None]:
        yield

    def ask(self, page: Page) -> Reply:
        reply = self.replies[len(self.shown)]
        self.shown.append(page)
        if isinstance(reply, type):
            raise reply
        return reply

    def say(self, *lines: str) -> None:
        """Nothing."""


def typed(*lines: str, before: Answers | None = None, start: str | None = None) -> tuple[Listed, list[str], bool]:
    """Type lines into the plain interview: what is in the log, what was written, whether it was finished."""
    log, written, coming = Listed(), list[str](), iter(lines)

    def read(prompt: str) -> str:
        written.append(prompt)
        try:
            return next(coming)
        except StopIteration:
            raise EOFError from None

    here = navigation.begin(town(), before or {}, start)
    try:
        run_interview(
            Conversation(LineMode(80, read, written.append), log, lambda *_: (PageLine("so far so good"),), AT.date),
            here,
            new=not before,
        )
    except QuitError:
        return log, written, False
    return log, written, True


# --- a terminal --------------------------------------------------------------------------------------------

DOWN, UP, LEFT, RIGHT, ENTER, F1, F2, F4, F7, F8, F10 = (
    "\x1b[B", "\x1b[A", "\x1b[D", "\x1b[C", "\r", "\x1bOP", "\x1bOQ", "\x1bOS", "\x1b[18~", "\x1b[19~", "\x1b[21~",
)  # fmt: skip
LONG = 15.0


class Window:
    """The driver running in a terminal of a given size, with its screen read back by a terminal emulator."""

    def __init__(self, case: Path, columns: int = 80, rows: int = 24, driver: Path | None = None, **env: str) -> None:
        self._open([sys.executable, str(driver or DRIVER), str(case)], columns, rows, env)

    def _open(self, words: Sequence[str], columns: int, rows: int, env: Mapping[str, str]) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self.raw = ""
        known = {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "HUSTINGS_GROUND": "dark"}
        environment = {**os.environ, **known, **env}
        self._last_key, self._at = "", 0.0
        self.child = Terminal(
            words[0], list(words[1:]), dimensions=(rows, columns), encoding="utf-8",
            env=environment, timeout=LONG,
        )  # fmt: skip

    @classmethod
    def of_shell(cls, folder: Path, columns: int = 80, rows: int = 30) -> Window:
        """A shell with job control, as in any terminal, that stands in a folder."""
        window = cls.__new__(cls)
        window._open(["bash", "--norc", "--noprofile", "-i"], columns, rows, {"PS1": "shell> "})
        window.type(f"cd {folder}; clear\r", until="shell>")
        return window

    def rows(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    def text(self) -> str:
        """The screen as running text, its line breaks taken away."""
        return " ".join(" ".join(self.rows()).split())

    def read(self) -> bool:
        """Read what was written, and say whether something was."""
        try:
            more = self.child.read_nonblocking(1 << 16, timeout=0.02)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.raw += more
        self._stream.feed(more)
        return True

    def until(self, words: str) -> None:
        """Wait until the screen says something, and is drawn to its end: it may come in parts."""
        end = time.monotonic() + LONG
        while words not in self.text():
            assert time.monotonic() < end, f"never said {words!r}:\n" + "\n".join(self.rows())
            self.read()
        while self.read() and time.monotonic() < end:
            pass

    def type(self, *keys: str, until: str) -> None:
        """Type keys, as a person does: not one that takes a page right after the same one.

        Its pause begins when the screen has changed, and so does the interview's: on a busy machine that is late.
        """
        same, taken = keys[:1] == (self._last_key or None,), keys[:1] == (ENTER,) and self._last_key.isdigit()
        pause = SAME if same else AFTER_DIGIT if taken else BURST
        time.sleep(max(self._at + pause - time.monotonic(), 0))
        self.child.send("".join(keys))
        self._last_key = "".join(keys[-1:])
        self.until(until)
        self._at = time.monotonic()

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def ended(self) -> int:
        """Wait for the end; the exit code, as a shell gives it."""
        end = time.monotonic() + LONG
        while self.child.isalive():
            assert time.monotonic() < end, "\n".join(self.rows())
            self.read()
        for _ in range(3):
            self.read()
        self.child.close()
        assert self.child.exitstatus is not None, f"killed by signal {self.child.signalstatus}"
        return int(self.child.exitstatus)

    def close(self) -> None:
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
            self.child.wait()
        self.child.close()


Open = Callable[..., Window]


def at_first_question(win: Window) -> None:
    win.until("A town council race")
    win.type(ENTER, until="What is the campaign called?")


def to_channels(win: Window) -> None:
    """Through the facts to the first page of the second section."""
    at_first_question(win)
    win.type("Rivera", ENTER, until="When do the first ballots go out?")
    win.type("2026-10-03", ENTER, until="How many people work")
    win.type("4", ENTER, until="Has anyone used a chatbot")
    win.type("2", until="About you: done")
    win.type(ENTER, until="How do you reach voters?")


RESUME = "Go on with: hustings interview rivera.hustings"


TO_PRIVACY = {name: ALL[name] for name in ("campaign_name", "first_ballots", "staff", "uses_ai")}


def all_but(*names: str) -> dict[str, Answer]:
    return answers(**{name: raw for name, raw in ALL.items() if name not in names})


def last(log: Listed) -> Answer | None:
    return log.known[-1].answer


def run(case: Path, *options: str, lines: bytes | None = None) -> tuple[int, str]:
    command = [sys.executable, str(DRIVER), str(case), *options]
    stdin = subprocess.DEVNULL if lines is None else subprocess.PIPE
    with Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        out, wrong = child.communicate(lines, timeout=30)
    assert wrong == b""
    return child.returncode, out.decode()


def interviewed(position: Navigation, log: Listed, *replies: Reply, new: bool = False) -> tuple[Scripted, str]:
    """Reply to pages one after the other: what was shown, and what is to be done then."""
    face = Scripted(replies)
    conversation = Conversation(face, log, lambda *_: (), AT.date, complete=campaign_ai.pack())
    try:
        return face, run_interview(conversation, position, new=new)
    except QuitError:
        return face, "left"
